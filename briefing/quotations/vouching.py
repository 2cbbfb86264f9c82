"""Whether the words of a quotation stand: by its source's text, or, where that is not at hand, by the lock. Pure."""

from __future__ import annotations

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
        if part := _part_of_published(words, numbers, lock, context.published):
            return part
        if elsewhere := lock.entries.get(fingerprint):
            spots = ", ".join(map(lines.typed, elsewhere[0].paragraphs))
            message = f"the quotation must stand in the paragraph it cites; it stands in {spots}."
            return Fault("quote-paragraph", message, f"Cite {spots}.")
    for other, other_lock in context.locks.items():
        if other != id and (elsewhere := other_lock.entries.get(fingerprint)):
            spot = f"`{other}`, {lines.typed(elsewhere[0].paragraphs[0])}"
            message = f"the quotation must stand in the source it cites; it stands in {spot}."
            return Fault("quote-source", message, f"Cite {spot}.")
    return diagnosis.elsewhere(words, others) or Fault(
        "quote-unverified",
        f"a quotation must be vouched for by the source's text or by `seeds/{id}.lock`; “{_short(words)}” is not.",
        f"Put the text into `seeds/{id}.txt` and run `invoke verify`; it says whether and where the words differ.",
    )


def _part_of_published(words: str, cited: tuple[int, ...], lock: Lock, published: PublishedBefore) -> Match | None:
    """Where a part of a quotation stands that was published and that the lock holds.

    So a quotation can be shortened by those who lack the text. A single word proves nothing: it may stand there twice.
    """
    if matching.words_in(words) < 2:
        return None
    for fingerprint, whole in published.quotations.items():
        for match in lock.entries.get(fingerprint, ()):
            if not set(match.paragraphs) <= set(cited):
                continue
            pieces = SourceText("", tuple(matching.pieces(whole)))
            part = diagnosis.diagnose(words, range(1, len(pieces.paragraphs) + 1), pieces, closely=False)
            if isinstance(part, Match) and len(pieces.paragraphs) == len(match.ranges):
                within = ((match.ranges[piece - 1], first, last) for piece, first, last in part.ranges)
                ranges = tuple((number, at + first - 1, at + last - 1) for (number, at, _), first, last in within)
                return Match(tuple(dict.fromkeys(number for number, _, _ in ranges)), ranges)
    return None


def _short(words: str) -> str:
    pieces = words.split()
    return " ".join(pieces[:8]) + (" …" if len(pieces) > 8 else "")
