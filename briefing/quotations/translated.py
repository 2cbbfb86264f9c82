"""Translations beside quotations: whether one was changed without the other, and what to say of one that stands alone.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.model import scripts, tongues
from briefing.model.problems import Level, Problem
from briefing.model.prose import Mark
from briefing.model.statements import Quotation
from briefing.quotations.lockfile import Lock
from briefing.quotations.matching import Fault

#: The faults of words that do not stand in their source, as a translation does not.
_ABSENT = frozenset({"quote-missing", "quote-altered", "quote-unverified", "quote-glued"})
#: What `invoke verify` tells, and ends.
ALONE = "translation-alone"
_HOW = (
    'quote the original, and put this behind it: `"the original" ("…", our translation)`; in a head, as `translation`.'
)


class Pair(NamedTuple):
    """A quotation of a source that stands, with its translation, by the fingerprints of both, and its spot."""

    source: str
    original: str
    translation: str
    path: str
    spot: Mark


def suggested(fault: Fault, quotation: Quotation, languages: Iterable[str], here: str) -> Fault:
    """The fault of a quotation that does not stand in sources in some languages; where it is in that of the dossier,
    `here`, with how to quote what was translated.
    """
    words = quotation.text
    others = [tag for tag in languages if tag.split("-")[0] != here.split("-")[0]]
    if fault.code not in _ABSENT or quotation.translation or not others:
        return fault
    is_here = scripts.of_text(words) in scripts.of_language(here)
    foreign = [
        scripts.of_text(words) not in scripts.of_language(tag) or tongues.is_likelier(words, here, tag)
        for tag in others
    ]
    if not (is_here and all(foreign)):
        return fault
    return Fault(fault.code, fault.message, f"The source is in another language: if you translated the words, {_HOW}")


def not_given(fault: Fault) -> Fault:
    """The fault of a translation that its source is said to give, but does not."""
    message = f"a translation of the source's must stand in it beside the original: {fault.message}"
    remedy = "Copy it from the source; or say whose it is, as `our translation`, in a head `translated_by: us`."
    return Fault("translation-source", message, remedy)


def told(pairs: Sequence[Pair], before: Lock | None, now: Lock | None) -> Iterator[Problem]:
    """Take down in the lock of a source, as it is `now`, which translation stands beside each quotation; and tell where
    one of the two was changed without the other since the lock `before`.
    """
    held = {(pair.original, pair.translation) for pair in pairs}
    if now:
        now.translations = held
    gone = before.translations - held if before else set()
    originals, translations = {pair[0] for pair in gone}, {pair[1] for pair in gone}
    translated = {original for original, _ in before.translations} if before else set()
    for pair in pairs if before else ():
        if before and (pair.original, pair.translation) in before.translations:
            continue
        if pair.original in originals:
            yield _alone(pair, "translation", "original")
        elif pair.translation in translations:
            yield _alone(pair, "original", "translation")
        elif pair.original in translated:
            message = "the same words should have one translation; they stand elsewhere with another."
            remedy = "Use that one here, or correct both; `invoke verify` takes down that both fit."
            yield Problem(pair.path, *pair.spot, ALONE, message, remedy, Level.WARNING)


def _alone(pair: Pair, changed: str, other: str) -> Problem:
    message = f"a quotation and its translation must fit; the {changed} was changed, and the {other} was not."
    remedy = (
        f"Look at the {other}, too; once both fit, run `invoke verify` with the text at hand, which takes them down."
    )
    return Problem(pair.path, *pair.spot, ALONE, message, remedy)
