"""Proving one record's quotations: each against its source's text, or, where that is not at hand, against the lock.

Pure. What was proved is kept packed, for there are very many quotations, of which a page shows few.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from sys import intern
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from briefing.markup import quotation_marks
from briefing.model.problems import Level, Problem
from briefing.model.records import Record, Removed, Source, Words
from briefing.model.relations import name
from briefing.model.vocabulary import MOST_TERM
from briefing.model.written import Mark
from briefing.quotations import diagnosis, matching, quoted
from briefing.quotations.lockfile import Lock
from briefing.quotations.matching import Fault, Match, SourceText
from briefing.quotations.quoted import Quoted

#: So many faulty quotations of one record are compared with all texts, to say what comes nearest.
CLOSELY = 20
#: Of marshal: in later ones, equal values may differ in their bytes.
_FORMAT = 2

Ranges = tuple[tuple[int, int, int], ...]
#: Where a record's quotations stand: the paragraphs by the source, the words and the paragraphs cited.
Where = Mapping[tuple[str, str, tuple[int, ...]], tuple[int, ...]]


class Past(NamedTuple):
    """What was published once: every quotation, by its fingerprint, the texts of all notes on changes, and the
    quotations of each record, by its name now; those of records that are gone stand under an empty one.
    """

    quotations: Mapping[str, str] = MappingProxyType({})
    notes: frozenset[str] = frozenset()
    of: Mapping[str, frozenset[str]] = MappingProxyType({})


class Grounds(Struct, frozen=True):
    """What quotations are held against: the sources with the texts and the locks at hand, by id, the most words that
    one may have, folded words that quotation marks only set apart, what was published once, sources whose texts cannot
    be used, which was told, and whether all those words are known.
    """

    sources: Mapping[str, Source]
    texts: Mapping[str, SourceText]
    locks: Mapping[str, Lock]
    limit: int
    terms: frozenset[str]
    past: Past = Past()
    unusable: frozenset[str] = frozenset()
    sure_of_terms: bool = True


class Proof(Struct, frozen=True):
    """What proving one record gave: how many quotations it has, those found, packed, all sources that they cite, the
    problems, and how many were not found.
    """

    count: int = 0
    packed: bytes = b""
    sources: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    faults: int = 0

    def found(self) -> Iterator[tuple[str, str, Match]]:
        """The quotations that were found: the source, the fingerprint of the words, and where they stand."""
        for source, _, _, fingerprint, paragraphs, ranges in _unpack(self.packed):
            yield source, fingerprint, Match(paragraphs, ranges)


def where(packed: bytes) -> Where:
    """Where the quotations of a packed proof stand."""
    return {(source, words, cited): paragraphs for source, words, cited, _, paragraphs, _ in _unpack(packed)}


def _unpack(packed: bytes) -> list[tuple[str, str, tuple[int, ...], str, tuple[int, ...], Ranges]]:
    return marshal.loads(packed) if packed else []  # noqa: S302 (our own)


class _Prover:
    """One pass over the quotations of a record."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.count = self.faults = 0
        self.sources: dict[str, None] = {}
        self.problems: list[Problem] = []
        self.found: list[tuple[object, ...]] = []

    def one(self, one: Quoted) -> None:
        """Check a quotation against what it cites, source by source until it is found.

        A note on a change may give words that were published as a quotation once; and a note that was published itself
        stays as it is.
        """
        if one.note and (one.note in self.grounds.past.notes or _was_published(one, self.grounds.past)):
            return
        self.count += 1
        all_cited = quoted.cited_sources(one)
        if not _is_sure(one, all_cited, self.grounds):
            return
        self.sources |= dict.fromkeys(all_cited)
        cited = {id: numbers for id, numbers in all_cited.items() if id in self.grounds.sources}
        if not all_cited and not _lacks_any(one):
            message = "text between quotation marks must be a quotation with a citation behind it, or a term."
            remedy = (
                "Cite the source and paragraph; or list the words under `terms` in the head or in `content/words.md`; "
                "or take the marks away, if they only hold a value together."
            )
            if one.note:
                remedy = "Write it in your own words; or quote words here that the dossier was published with."
            self.problem(one, Fault("quote-uncited", message, remedy))
        if not cited:
            return
        limit = self.grounds.limit
        if (length := matching.words_in(one.text)) > limit:
            message = f"a quotation must have at most {limit} words; this one has {length}."
            self.problem(one, Fault("quote-too-long", message, "Quote less, or say the rest in your own words."))
        outcome: Match | Fault | None = None
        for id, numbers in cited.items():
            outcome = _against(one.text, id, numbers, self.grounds, closely=self.faults < CLOSELY)
            if isinstance(outcome, Match):
                fingerprint = matching.fingerprint(one.text)
                self.found.append((id, one.text, numbers, fingerprint, outcome.paragraphs, outcome.ranges))
                self.spoken(one, id, outcome)
                return
        self.faults += 1
        told = not self.grounds.unusable.isdisjoint(cited)  # it may stand there
        beyond = any(max(numbers, default=0) > self.grounds.sources[id].paragraphs for id, numbers in cited.items())
        told |= beyond and isinstance(outcome, Fault) and outcome.code == "quote-paragraph"
        if isinstance(outcome, Fault) and cited.keys() == all_cited.keys() and not told:
            self.problem(one, outcome)

    def spoken(self, one: Quoted, id: str, found: Match) -> None:
        """A speaker's words must stand between quotation marks in a reporter's text, else they are the reporter's."""
        text = self.grounds.texts.get(id)
        if not one.spoken or text is None or not self.grounds.sources[id].is_sure("kind"):
            return
        if self.grounds.sources[id].kind not in ("article", "report", "broadcast", "book"):
            return
        for part, (number, _, _) in zip(matching.split(one.text), found.ranges, strict=True):
            said = _said(text.paragraphs[number - 1])
            if any(matching.locate(part, matching.normalise(words)) is not None for words in said):
                continue
            message = (
                f"a speaker's words must stand between quotation marks in the source; ¶{number} has these outside them."
                if said
                else f"a speaker's words should stand between quotation marks in the source; ¶{number} has none."
            )
            remedy = "If these are the reporter's words, write `basis: reported` and drop the quote."
            self.problem(one, Fault("quote-not-speech", message, remedy), Level.ERROR if said else Level.WARNING)
            return

    def problem(self, one: Quoted, fault: Fault, level: Level = Level.ERROR) -> None:
        mark = one.where if isinstance(one.where, Mark) else one.record.mark(one.where)
        self.problems.append(
            Problem(one.record.path, mark.line, mark.column, fault.code, fault.message, fault.remedy, level)
        )


def prove(record: Record, grounds: Grounds) -> Proof:
    """Check every quotation of a record."""
    prover = _Prover(grounds)
    for one in quoted.of_record(record, grounds.terms):
        prover.one(one)
    packed = marshal.dumps(prover.found, _FORMAT) if prover.found else b""
    return Proof(prover.count, packed, tuple(map(intern, prover.sources)), tuple(prover.problems), prover.faults)


def _against(words: str, id: str, numbers: tuple[int, ...], grounds: Grounds, closely: bool) -> Match | Fault:
    """Look for a quotation in the paragraphs of a source that it cites."""
    others = [text for other, text in grounds.texts.items() if other != id]
    if text := grounds.texts.get(id):
        return diagnosis.diagnose(words, numbers, text, others, closely)
    fingerprint = matching.fingerprint(words)
    held = grounds.locks.get(id)
    if held and (found := held.find(fingerprint, numbers)):
        if sum(last - first + 1 for _, first, last in found.ranges) == sum(
            map(matching.words_in, matching.split(words))
        ):
            return found
        return Fault(
            "lock-broken",
            f"`seeds/{id}.lock` must be as `invoke verify` writes it; its entry for “{_short(words)}” is not.",
            "Run `invoke verify` with the text at hand.",
        )
    if held and (part := _part_of_published(words, numbers, held, grounds.past)):
        return part
    if held and (elsewhere := held.entries.get(fingerprint)):
        spots = ", ".join(f"¶{number}" for number in elsewhere[0].paragraphs)
        message = f"the quotation must stand in the paragraph it cites; it stands in {spots}."
        return Fault("quote-paragraph", message, f"Cite {spots}.")
    for other, other_lock in grounds.locks.items():
        if other != id and (elsewhere := other_lock.entries.get(fingerprint)):
            spot = f"`{other}`, ¶{elsewhere[0].paragraphs[0]}"
            message = f"the quotation must stand in the source it cites; it stands in {spot}."
            return Fault("quote-source", message, f"Cite {spot}.")
    for text in others:
        if numbers_there := text.everywhere(words):
            return Fault(
                "quote-source",
                f"the quotation must stand in the source it cites; it stands in `{text.source}`, ¶{numbers_there[0]}.",
                f"Cite `{text.source} ¶{numbers_there[0]}`.",
            )
    return Fault(
        "quote-unverified",
        f"a quotation must be vouched for by the source's text or by `seeds/{id}.lock`; “{_short(words)}” is not.",
        f"Put the text into `seeds/{id}.txt` and run `invoke verify`; it says whether and where the words differ.",
    )


def _is_sure(one: Quoted, cited: Mapping[str, tuple[int, ...]], grounds: Grounds) -> bool:
    """Whether it is known what a quotation says and cites, and that it is none of the terms; else a fault elsewhere
    would be told a second time, in a place where there is none.
    """
    if "" in cited or (isinstance(one.where, str) and not one.record.is_sure(one.where.split(".")[0])):
        return False
    if not cited and not one.record.is_sure("cite", *(["body"] if isinstance(one.where, str) else [])):
        return False
    return (grounds.sure_of_terms and one.record.is_sure("terms")) or matching.words_in(one.text) > MOST_TERM


def _lacks_any(one: Quoted) -> bool:
    """Whether a quotation stands in a block that cites nothing, as far as its line tells; that is told, then."""
    if one.cite or not isinstance(one.where, Mark) or isinstance(one.record, Source | Words):
        return False
    return one.where.line in {mark.line for mark in one.record.prose.body.uncited}


def _was_published(one: Quoted, past: Past) -> bool:
    """Whether words were published as a quotation of the same record, or as a part of one; in the list of what was
    removed, of any record that is gone. A single word proves nothing unless it was a quotation by itself.
    """
    own = past.of.get("" if isinstance(one.record, Removed) else name(one.record), frozenset())
    if matching.fingerprint(one.text) in own:
        return True
    wholes = (SourceText("", (past.quotations[whole],)) for whole in own if matching.words_in(one.text) > 1)
    return any(isinstance(diagnosis.diagnose(one.text, (1,), whole, closely=False), Match) for whole in wholes)


def _part_of_published(words: str, numbers: tuple[int, ...], held: Lock, past: Past) -> Match | None:
    """Where a part of a quotation stands that was published and that the lock holds.

    So a quotation can be shortened by those who lack the text. A single word proves nothing: it may stand there twice.
    """
    if matching.words_in(words) < 2:
        return None
    for fingerprint, whole in past.quotations.items():
        for found in held.entries.get(fingerprint, ()):
            if not set(found.paragraphs) <= set(numbers):
                continue
            parts = SourceText("", tuple(matching.pieces(whole)))
            part = diagnosis.diagnose(words, range(1, len(parts.paragraphs) + 1), parts, closely=False)
            if isinstance(part, Match) and len(parts.paragraphs) == len(found.ranges):
                ranges = []
                for number, first, last in part.ranges:
                    paragraph, start, _ = found.ranges[number - 1]
                    ranges.append((paragraph, start + first - 1, start + last - 1))
                return Match(tuple(dict.fromkeys(paragraph for paragraph, _, _ in ranges)), tuple(ranges))
    return None


def _said(paragraph: str) -> list[str]:
    """What a paragraph of a source has between quotation marks; a mark that nothing closes goes on to the end."""
    spans, unclosed = quotation_marks.find(paragraph)
    opened = [start for start in unclosed if quotation_marks.opens(paragraph, start)]
    return [span.inner(paragraph) for span in spans] + [paragraph[start + 1 :] for start in opened[:1]]


def _short(words: str) -> str:
    pieces = words.split()
    return " ".join(pieces[:8]) + (" …" if len(pieces) > 8 else "")
