"""Proving one record's quotations: each against its source's text, or, where that is not at hand, against the lock.

Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from briefing.markup import quotation_marks
from briefing.model.problems import Level, Problem
from briefing.model.records import Record, Removed, Source, Words
from briefing.model.relations import name
from briefing.model.statements import Quotation, Role, Statement, quotations
from briefing.model.vocabulary import MOST_TERM
from briefing.model.written import Mark
from briefing.quotations import diagnosis, matching
from briefing.quotations.extraction import cited_sources
from briefing.quotations.lockfile import Lock
from briefing.quotations.matching import Fault, Match, SourceText

#: So many faulty quotations of one record are compared with all texts, to say what comes nearest.
CLOSELY = 20


class PublishedBefore(NamedTuple):
    """What was published once: every quotation, by its fingerprint, the texts of all notes on changes, and the
    quotations of each record, by its name now; those of records that are gone stand under an empty one.
    """

    quotations: Mapping[str, str] = MappingProxyType({})
    notes: frozenset[str] = frozenset()
    of: Mapping[str, frozenset[str]] = MappingProxyType({})


class Grounds(Struct, frozen=True):
    """What quotations are held against: the sources with the texts and the locks at hand, by id, the most words that
    one may have, what was published once, sources whose texts cannot
    be used, which was told, and whether all those words are known.
    """

    sources: Mapping[str, Source]
    texts: Mapping[str, SourceText]
    locks: Mapping[str, Lock]
    limit: int
    published: PublishedBefore = PublishedBefore()
    unusable: frozenset[str] = frozenset()
    sure_of_terms: bool = True


class Proved(NamedTuple):
    """A quotation that stands: its words, the source, the paragraphs of it that are cited, the fingerprint of the
    words, and where they were found.
    """

    text: str
    source: str
    cited: tuple[int, ...]
    fingerprint: str
    found: Match


class Proof(Struct, frozen=True):
    """What proving one record gave: how many quotations it has, those that stand, all sources that they cite, the
    problems, and how many do not stand.
    """

    count: int = 0
    proved: tuple[Proved, ...] = ()
    sources: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    faults: int = 0


class _Prover:
    """One pass over the quotations of a record."""

    def __init__(self, record: Record, grounds: Grounds) -> None:
        self.record, self.grounds = record, grounds
        self.count = self.faults = 0
        self.sources: dict[str, None] = {}
        self.problems: list[Problem] = []
        self.proved: list[Proved] = []

    def quotation(self, said: Statement, one: Quotation) -> None:
        """Check a quotation against what it cites, source by source until it is found.

        A note on a change may give words that were published as a quotation once; and a note that was published itself
        stays as it is.
        """
        is_note = said.role is Role.CHANGE
        if is_note and (
            said.text in self.grounds.published.notes or _was_published(self.record, one, self.grounds.published)
        ):
            return
        self.count += 1
        all_cited = cited_sources(one.citations)
        if not _is_sure(self.record, one, all_cited, self.grounds):
            return
        self.sources |= dict.fromkeys(all_cited)
        cited = {id: numbers for id, numbers in all_cited.items() if id in self.grounds.sources}
        if not all_cited and not _lacks_any(self.record, one):
            message = "text between quotation marks must be a quotation with a citation behind it, or a term."
            remedy = (
                "Cite the source and paragraph; or list the words under `terms` in the head or in `content/words.md`; "
                "or take the marks away, if they only hold a value together."
            )
            if is_note:
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
                self.proved.append(Proved(one.text, id, numbers, matching.fingerprint(one.text), outcome))
                self.spoken(one, id, outcome)
                return
        self.faults += 1
        told = not self.grounds.unusable.isdisjoint(cited)  # it may stand there
        beyond = any(max(numbers, default=0) > self.grounds.sources[id].paragraphs for id, numbers in cited.items())
        told |= beyond and isinstance(outcome, Fault) and outcome.code == "quote-paragraph"
        if isinstance(outcome, Fault) and cited.keys() == all_cited.keys() and not told:
            self.problem(one, outcome)

    def spoken(self, one: Quotation, id: str, found: Match) -> None:
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

    def problem(self, one: Quotation, fault: Fault, level: Level = Level.ERROR) -> None:
        mark = self.record.spot(one.where)
        self.problems.append(
            Problem(self.record.path, mark.line, mark.column, fault.code, fault.message, fault.remedy, level)
        )


def prove(record: Record, grounds: Grounds) -> Proof:
    """Check every quotation of a record."""
    prover = _Prover(record, grounds)
    for said, one in quotations(record.statements):
        prover.quotation(said, one)
    return Proof(
        prover.count,
        tuple(prover.proved),
        tuple(map(intern, prover.sources)),
        tuple(prover.problems),
        prover.faults,
    )


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
    if held and (part := _part_of_published(words, numbers, held, grounds.published)):
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


def _is_sure(record: Record, one: Quotation, cited: Mapping[str, tuple[int, ...]], grounds: Grounds) -> bool:
    """Whether it is known what a quotation says and cites, and that it is none of the terms; else a fault elsewhere
    would be told a second time, in a place where there is none.
    """
    if "" in cited or (isinstance(one.where, str) and not record.is_sure(one.where.split(".")[0])):
        return False
    if not cited and not record.is_sure("cite", *(["body"] if isinstance(one.where, str) else [])):
        return False
    return (grounds.sure_of_terms and record.is_sure("terms")) or matching.words_in(one.text) > MOST_TERM


def _lacks_any(record: Record, one: Quotation) -> bool:
    """Whether a quotation stands in a block that cites nothing, as far as its line tells; that is told, then."""
    if one.citations or not isinstance(one.where, Mark) or isinstance(record, Source | Words):
        return False
    return one.where.line in {mark.line for mark in record.prose.uncited}


def _was_published(record: Record, one: Quotation, published: PublishedBefore) -> bool:
    """Whether words were published as a quotation of the same record, or as a part of one; in the list of what was
    removed, of any record that is gone. A single word proves nothing unless it was a quotation by itself.
    """
    own = published.of.get("" if isinstance(record, Removed) else name(record), frozenset())
    if matching.fingerprint(one.text) in own:
        return True
    wholes = (SourceText("", (published.quotations[whole],)) for whole in own if matching.words_in(one.text) > 1)
    return any(isinstance(diagnosis.diagnose(one.text, (1,), whole, closely=False), Match) for whole in wholes)


def _part_of_published(words: str, numbers: tuple[int, ...], held: Lock, published: PublishedBefore) -> Match | None:
    """Where a part of a quotation stands that was published and that the lock holds.

    So a quotation can be shortened by those who lack the text. A single word proves nothing: it may stand there twice.
    """
    if matching.words_in(words) < 2:
        return None
    for fingerprint, whole in published.quotations.items():
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
