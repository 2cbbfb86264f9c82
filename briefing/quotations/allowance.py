"""How much of a source may be quoted, and whether that holds. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from briefing.model.problems import Problem
from briefing.model.records import Corpus, Dossier, Limits, Source
from briefing.model.text import bare
from briefing.quotations.bounds import trim
from briefing.quotations.matching import Fault, normalise, words_in

#: What holds for a text that may be quoted freely, and while the limits cannot be read.
UNLIMITED = Limits(words=10_000, share=100)
#: So many words of a name are known for a name.
_NAME = 2


def limits(source: Source, dossier: Dossier) -> Limits:
    """How much of a source may be quoted: as its own record says, else as the dossier's."""
    own = source.limits
    if own.free or not source.is_sure("limits") or not dossier.is_sure("limits"):
        return UNLIMITED
    return Limits(words=own.words or dossier.limits.words, share=own.share or dossier.limits.share)


def too_long(words: str, allowed: Iterable[Limits]) -> Fault | None:
    """The fault of a quotation with more words than any of the sources that it cites allows."""
    most, length = max(limit.words for limit in allowed), words_in(words)
    if length <= most:
        return None
    message = f"a quotation must have at most {most} words; this one has {length}."
    remedy = "Quote less, or say the rest in your own words; of an official text that is free to quote, "
    return Fault("quote-too-long", message, f"{remedy}its record may say so: `limits: {{free: yes}}`.")


class Quoted(NamedTuple):
    """How much of a source is quoted: so many of its words, each counted once, of how many; and by record, the path
    and the words that it quotes.
    """

    words: int
    total: int
    by_record: tuple[tuple[str, int], ...]


def too_much(source: Source, dossier: Dossier, quoted: Quoted) -> Iterator[Problem]:
    """Tell where more of a source is quoted than its limits allow. A short text may carry one quotation of the length
    that is allowed, whatever share of it that is.
    """
    allowed = limits(source, dossier)
    if (
        not quoted.total
        or allowed is UNLIMITED
        or quoted.words <= max(allowed.words, quoted.total * allowed.share / 100)
    ):
        return
    shown = ", ".join(f"{path} ({words})" for path, words in quoted.by_record[:3])
    message = (
        f"at most {allowed.share} % of a source must be quoted, or {allowed.words} words of a short one; it is "
        f"{100 * quoted.words / quoted.total:.1f} % ({quoted.words} of {quoted.total} words, each counted once; "
        f"most in {shown})."
    )
    remedy = "Quote less, or say more in your own words; `limits` in the source's record, or in `content/dossier.md`, "
    yield Problem(source.path, *source.mark("sha256"), "quote-share", message, f"{remedy}says how much.")


def names(corpus: Corpus) -> frozenset[str]:
    """All forms of the names of a dossier, and one or two of their words, folded: to quote such spells a name, and
    takes nothing from the text.
    """
    forms: set[str] = set()
    for entry in corpus.names.names:
        forms |= {entry.neutral, *chain(*entry.local.values()), *entry.printed.values()}
    for actor in corpus.actors.values():
        forms |= {actor.name, actor.short, *chain(*actor.names.values())}
        forms |= {name for speaker in actor.speakers for name in (speaker.name, speaker.printed)}
    for place in corpus.places.values():
        forms |= {place.name, *chain(*place.names.values())}
    known = {_folded(form) for form in forms if form}
    for form in forms:
        words = form.split()
        runs = (words[at : at + length] for length in range(1, _NAME + 1) for at in range(len(words)))
        known |= {_folded(" ".join(run)) for run in runs if run[0][:1].isupper() and run[-1][:1].isupper()}
    return frozenset(known)


def only_spells(words: str, known: frozenset[str]) -> bool:
    """Whether a quotation is a name of the dossier's, or one or two words of one, as a surname is."""
    return _folded(words) in known and trim(words)[:1].isupper()


def _folded(words: str) -> str:
    return bare(trim(normalise(words)))
