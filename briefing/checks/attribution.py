"""Checks on whose words a quotation is given as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model.prose import Mark
from briefing.model.records import Position
from briefing.model.relations import records, sayings
from briefing.model.statements import Quotation, quotations
from briefing.quotations import voicing
from briefing.quotations.extraction import cited_sources
from briefing.quotations.matching import fingerprint, normalise, trim
from briefing.voices import judge
from briefing.voices.cast import Cast, Party
from briefing.voices.judge import Outcome

#: A run of so many words tells a quotation from others.
_RUN = 3


class _Quoted:
    """Whose quotations the positions are, whole and by each run of three words."""

    def __init__(self, checked: Checked, cast: Cast) -> None:
        self.whole: dict[str, list[Party]] = defaultdict(list)
        self.runs: dict[tuple[str, ...], list[tuple[str, Party]]] = defaultdict(list)
        for position in checked.corpus.positions.values():
            for _, said in sayings(position):
                if said.quote and (speaker := cast.named(said.speaker or position.actor)):
                    self._take(said.quote, speaker)

    def _take(self, quote: str, speaker: Party) -> None:
        self.whole[fingerprint(quote)].append(speaker)
        text = normalise(quote)
        words = text.split()
        for start in range(len(words) - _RUN + 1):
            self.runs[tuple(words[start : start + _RUN])].append((text, speaker))

    def owners(self, quotation: Quotation) -> list[Party]:
        """Whose words a quotation is, as far as the positions hold it, or a part of three words and more."""
        if speakers := self.whole.get(fingerprint(quotation.text)):
            return speakers
        text = trim(normalise(quotation.text))
        for words in (text.split()[:_RUN], text.split()[-_RUN:]):
            for other, speaker in self.runs.get(tuple(words), []):
                if text in other or other in text:
                    return [speaker]
        return []


@check()
def check_quote_attribution(checked: Checked) -> Iterator[Finding]:
    """A quotation in prose must not be given to another speaker than the position that quotes the same words, where the
    source's record does not say who speaks.
    """
    corpus = checked.corpus
    if not checked.is_sure("content/actors", "name", "speakers"):
        return
    cast = Cast.of(corpus)
    quoted = _Quoted(checked, cast)
    for record in records(corpus) if quoted.whole else ():
        for statement, quotation in quotations(record.statements):
            cited = [corpus.sources[id] for id in cited_sources(quotation.citations) if id in corpus.sources]
            if not isinstance(quotation.where, Mark) or not cited or any(source.voices for source in cited):
                continue
            use, here = voicing.use_of(record, statement, quotation, cited[0].id), cast.with_source(cited[0])
            owners = quoted.owners(quotation)
            given = [judge.judge(use, judge.Voice(owner), here) for owner in owners]
            if owners and all(verdict.outcome is Outcome.WRONG for verdict in given):
                message = f"the quotation must be given to who said it: {' or '.join(owner.name for owner in owners)}; "
                message += f"here it is given to {given[0].to}."
                remedy = "Name the right speaker, or correct the position that quotes the same words."
                yield Finding(record, quotation.where, message, remedy)


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
