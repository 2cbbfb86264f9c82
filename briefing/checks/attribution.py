"""Checks on whose words positions quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model.records import Position
from briefing.model.relations import sayings
from briefing.quotations.bounds import trim
from briefing.quotations.matching import normalise

#: A run of so many words tells a quotation from others.
_RUN = 3


@check()
def check_quote_twice(checked: Checked) -> Iterator[Finding]:
    """The same words, or a part of them, must not be quoted as the position of two actors, unless one is known through
    the other.
    """
    quoted = [
        (position, trim(normalise(said.quote)))
        for position in checked.corpus.positions.values()
        for _, said in sayings(position)
        if said.quote
    ]
    holding: dict[tuple[str, ...], list[tuple[Position, str]]] = defaultdict(list)
    for position, text in quoted:
        words = text.split()
        for start in range(max(1, len(words) - _RUN + 1)):
            holding[tuple(words[start : start + _RUN])].append((position, text))
    for position, text in quoted:
        for other, whole in holding[tuple(text.split()[:_RUN])]:
            first = text != whole or other.id < position.id  # of two with the same words, the second is reported
            if other.actor == position.actor or text not in whole or not first:
                continue
            if not (other.is_sure("via") and position.is_sure("via")):
                continue
            if {other.via, position.via}.isdisjoint({other.actor, position.actor}):
                message = f"a quotation must be of one actor; `{other.path}` has the same words."
                remedy = "Keep it where the source gives it, and quote or tell the other actor by its own words."
                yield Finding(position, "quote", message, remedy)
                break
