"""Whether the words of a quotation stand: by its source's text, or, where that is not at hand, by the lock. Pure."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from briefing.model import lines
from briefing.model.records import Limits, Source
from briefing.quotations import diagnosis, matching
from briefing.quotations.dated import Dated
from briefing.quotations.lockfile import RENEW, Lock
from briefing.quotations.matching import Fault, Match, SourceText
from briefing.quotations.voicing import Hearing


class PublishedBefore(NamedTuple):
    """What was published once: every quotation, by its fingerprint, the texts of all notes on changes, and the
    quotations of each record, by its name now; those of records that are gone stand under an empty one.
    """

    quotations: Mapping[str, str] = MappingProxyType({})
    notes: frozenset[str] = frozenset()
    of: Mapping[str, frozenset[str]] = MappingProxyType({})


class Context(Struct, frozen=True):
    """What quotations are held against: `sources`, their `texts` and `locks` at hand, by id, and what was `published`.

    `limits` say how much of each source may be quoted. `unusable` are the sources whose texts cannot be used, which is
    reported; `sure_of_terms` is whether all words under `terms` of the dossier could be read. `hearing` is who speaks
    where, None while it is not known who is who; `dated` are the dates on record, None while not all could
    be read, and in format 1, which held no figures; `language` is that of the dossier.
    """

    sources: Mapping[str, Source]
    texts: Mapping[str, SourceText]
    locks: Mapping[str, Lock]
    limits: Mapping[str, Limits]
    published: PublishedBefore = PublishedBefore()
    unusable: frozenset[str] = frozenset()
    sure_of_terms: bool = True
    hearing: Hearing | None = None
    dated: Dated | None = None
    language: str = "en"


_WORD = re.compile(r"\w+")
#: In so many proved quotations that hold its longest word is a part looked for, however long a lock is.
_LIKELY = 200


def against(words: str, id: str, numbers: tuple[int, ...], context: Context, closely: bool) -> Match | Fault:
    """Look for a quotation in the paragraphs of a source that it cites."""
    others = [text for other, text in context.texts.items() if other != id]
    if text := context.texts.get(id):
        return diagnosis.diagnose(words, numbers, text, others, closely)
    fingerprint = matching.fingerprint(words)
    if lock := context.locks.get(id):
        if match := lock.find(fingerprint, numbers):
            if sum(last - first + 1 for _, first, last in match.ranges) == matching.length(words):
                return match
            message = f"`seeds/{id}.lock` must be as `invoke verify` writes it; its entry for “{_short(words)}” is not."
            return Fault("lock-broken", message, RENEW)
        if part := _part(words, numbers, lock, context.published):
            return part
        if elsewhere := lock.entries.get(fingerprint):
            return _misplaced(elsewhere[0])
    for other, other_lock in context.locks.items():
        if other != id and (elsewhere := other_lock.entries.get(fingerprint)):
            spot = f"`{other}`, {lines.typed(elsewhere[0].paragraphs[0])}"
            message = f"the quotation must stand in the source it cites; it stands in {spot}."
            return Fault("quote-source", message, f"Cite {spot}.")
    return diagnosis.elsewhere(words, others) or Fault(
        "quote-unverified",
        f"a quotation must be vouched for by the source's text or by `seeds/{id}.lock`; “{_short(words)}” is not.",
        f"Whoever has the text, in `seeds/{id}.txt`, runs `invoke verify`, which says whether and where the words "
        "differ, and commits the lock; where the maintainers' run has the texts, it looks, too. Without the text you "
        f"can quote two or more words in a row of any quotation that {_held(context.locks.get(id))}.",
    )


def _part(words: str, cited: tuple[int, ...], lock: Lock, published: PublishedBefore) -> Match | Fault | None:
    """Where a part of a proved quotation stands, or why it may not stand so; None when it is no part of one.

    So a quotation can be shortened by those who lack the text. The words of the whole are in the lock, or, where that
    is older, in what was published. A single word proves nothing: it may stand there twice.
    """
    fault = None
    if matching.words_in(words) < 2:
        return None
    telling = max(_WORD.findall(words), key=len, default="")[1:]  # but for its first letter, which may be changed
    wholes = {**published.quotations, **lock.wordings}.items()
    likely = ((fingerprint, whole) for fingerprint, whole in wholes if telling in whole and fingerprint in lock.entries)
    for fingerprint, whole in itertools.islice(likely, _LIKELY):
        if matching.fingerprint(whole) != fingerprint:  # edited by hand
            continue
        if matching.BREAK in words and (matching.BREAK not in whole or matching.gaps(whole)):
            continue  # what goes on from one paragraph to the next must be known to
        for match in lock.entries.get(fingerprint, ()):
            found = _within(words, whole, match)
            if isinstance(found, Match) and {*found.paragraphs} <= {*cited}:
                return found
            fault = fault or found
    return _misplaced(fault) if isinstance(fault, Match) else fault


def _within(words: str, whole: str, match: Match) -> Match | Fault | None:
    """Where words stand that a proved quotation has, or why they may not stand so; None when it does not have them.

    Of a changed first letter, `[w]e`, nobody knows here what the source has: it counts as small and as large, and words
    must stand in both.
    """
    readings = {matching.with_letters(whole, change): None for change in (str, str.swapcase)}
    found = [_in_known(words, reading, match) for reading in readings]
    return next((one for one in found if not isinstance(one, Match)), found[0])


def _in_known(words: str, whole: str, match: Match) -> Match | Fault | None:
    """The same, in a proved quotation that stands in for the paragraphs of its source: of each there is what it quotes,
    with its gap marks, which no words bridge; only the numbers of words are others.
    """
    pieces = matching.parted(whole, match)
    if len(pieces) != len(match.ranges):
        return None
    known: dict[int, list[str]] = defaultdict(list)
    numbers: dict[int, list[int]] = defaultdict(list)
    for piece, (number, first, last) in zip(pieces, match.ranges, strict=True):
        known[number].append(piece)
        numbers[number] += range(first, last + 1)
    text = SourceText("", (), lines={number: " […] ".join(of) for number, of in known.items()})
    if any(len(text.words_of(number)) != len(of) for number, of in numbers.items()):
        return None
    found = diagnosis.diagnose(words, [*known], text, closely=False)
    if not isinstance(found, Match):
        return None if found.code == "quote-missing" else found
    cited = dict(zip(known, match.paragraphs, strict=True))  # a line above the first paragraph has a name, too
    ranges = tuple((number, numbers[number][a - 1], numbers[number][b - 1]) for number, a, b in found.ranges)
    return Match(tuple(cited[number] for number in found.paragraphs), ranges)


def _misplaced(match: Match) -> Fault:
    """The fault of words that stand in other paragraphs than those cited."""
    spots = ", ".join(map(lines.typed, match.paragraphs))
    message = f"the quotation must stand in the paragraph it cites; it stands in {spots}."
    return Fault("quote-paragraph", message, f"Cite {spots}.")


def _held(lock: Lock | None) -> str:
    """What the lock of a source vouches for, in words."""
    return "the lock holds" if lock and lock.wordings else "the lock vouches for and that was released"


def _short(words: str) -> str:
    pieces = words.split()
    return " ".join(pieces[:8]) + (" …" if len(pieces) > 8 else "")
