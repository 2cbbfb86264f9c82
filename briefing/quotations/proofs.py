"""Proving one record's quotations: each by its source's text, or, where that is not at hand, by the lock. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefing.markup import quotation_marks
from briefing.model import lines
from briefing.model.problems import Level, Problem
from briefing.model.prose import Lack, Mark
from briefing.model.records import Record, Removed, Source, Words
from briefing.model.relations import name
from briefing.model.statements import BY_SOURCE, Quotation, Role, Statement, Translation, quotations
from briefing.model.vocabulary import MOST_TERM
from briefing.quotations import allowance, bounds, diagnosis, matching, reckoning, translated, vouching
from briefing.quotations.dated import Dated
from briefing.quotations.extraction import cited_sources
from briefing.quotations.matching import Fault, Match, SourceText
from briefing.quotations.translated import Pair
from briefing.quotations.voicing import Voiced
from briefing.quotations.vouching import Context

#: So many faulty quotations of one record are compared with all texts, to say what comes nearest.
CLOSELY = 20


class Proved(NamedTuple):
    """A quotation that stands: its words, the source, the paragraphs of it that are cited, where they stand, whose they
    are, where that is on record, and whether they only date an event.
    """

    text: str
    source: str
    cited: tuple[int, ...]
    match: Match
    voice: Voiced | None = None
    only_dates: bool = False


class Proof(Struct):
    """What proving one record gave: how many quotations it has, those that stand, all sources that they cite, the
    problems, how many do not stand, and the figures of our own that stand in a source: its id, what the lock calls
    them, and the paragraphs. `pairs` are the quotations with their translations, `given` the translations that stand in
    a source: its id, their words, and where they stand.
    """

    count: int = 0
    proved: list[Proved] = []
    sources: list[str] = []
    problems: list[Problem] = []
    faults: int = 0
    figures: list[tuple[str, str, tuple[int, ...]]] = []
    pairs: list[Pair] = []
    given: list[tuple[str, str, Match]] = []


def prove(record: Record, context: Context) -> Proof:
    """Check every quotation of a record."""
    prover = _Prover(record, context)
    for statement, quotation in quotations(record.statements):
        prover.quotation(statement, quotation)
    for statement in record.statements if context.hearing else ():
        prover.told(statement)
    for statement in reckoning.statements(record) if context.dated else ():
        prover.counted(statement)
    return prover.proof


def prove_texts(record: Record, texts: Iterable[Statement], context: Context) -> Proof:
    """Hold the figures in texts of a record's head against what other records cite."""
    prover = _Prover(record, context)
    for text in texts:
        prover.counted(text)
    return prover.proof


class _Prover:
    """One pass over the quotations of a record."""

    def __init__(self, record: Record, context: Context) -> None:
        self.record, self.context, self.proof = record, context, Proof()

    def quotation(self, statement: Statement, quotation: Quotation) -> None:
        """Check a quotation against what it cites, source by source until it is found.

        A note on a change may give words that were published as a quotation once; and a note that was published itself
        stays as it is.
        """
        context, proof = self.context, self.proof
        is_note = statement.role is Role.CHANGE
        if is_note and (statement.text in context.published.notes or self.was_published(quotation)):
            return
        proof.count += 1
        all_cited = cited_sources(quotation.citations)
        if not self.is_sure(quotation, all_cited):
            return
        proof.sources += [id for id in all_cited if id not in proof.sources]
        cited = {id: numbers for id, numbers in all_cited.items() if id in context.sources}
        if not all_cited and not self.cites_nothing(quotation):
            message = "text between quotation marks must be a quotation with a citation behind it, or a term."
            remedy = (
                "Cite the source and paragraph; or list the words under `terms` in the head or in `content/words.md`; "
                "or take the marks away, if they only hold a value together."
            )
            if is_note:
                remedy = "Write it in your own words; or quote words here that the dossier was published with."
            self.problem(quotation, Fault("quote-uncited", message, remedy))
        if not cited:
            return
        for id, numbers in cited.items():
            outcome = vouching.against(quotation.text, id, numbers, context, closely=proof.faults < CLOSELY)
            if isinstance(outcome, Match):
                self.too_long(quotation, [id])
                told = len(proof.problems)
                self.spoken(quotation, id, outcome)
                outcome, voice = self.voiced(statement, quotation, id, outcome, told == len(proof.problems))
                is_dating = statement.role is Role.DATING
                proof.proved.append(Proved(quotation.text, id, numbers, outcome, voice, is_dating))
                if quotation.translation:
                    self.translated(quotation, quotation.translation, id, numbers)
                return
            fault = outcome
        self.too_long(quotation, cited)
        proof.faults += 1
        beyond = any(not all(map(context.sources[id].holds, numbers)) for id, numbers in cited.items())
        unnamed = any(map(lines.is_line, itertools.chain(*cited.values())))
        is_reported = (beyond and (unnamed or fault.code == "quote-paragraph")) or not context.unusable.isdisjoint(
            cited
        )
        if cited.keys() == all_cited.keys() and not is_reported:
            if statement.against:
                fault = replace(fault, remedy=f"{fault.remedy} A source that contradicts proves no quotation.")
            languages = [context.sources[id].language for id in cited]
            self.problem(quotation, translated.suggested(fault, quotation, languages, context.language))

    def translated(self, quotation: Quotation, translation: Translation, id: str, numbers: tuple[int, ...]) -> None:
        """Note the translation of a quotation that stands; one that the source gives must stand there as well."""
        words = matching.fingerprint(translation.text)
        spot = self.record.spot(quotation.where)
        self.proof.pairs.append(Pair(id, matching.fingerprint(quotation.text), words, self.record.path, spot))
        if translation.by == BY_SOURCE:
            outcome = vouching.against(translation.text, id, numbers, self.context, closely=True)
            if isinstance(outcome, Match):
                self.proof.given.append((id, translation.text, outcome))
            else:
                self.problem(quotation, translated.not_given(outcome))

    def too_long(self, quotation: Quotation, sources: Iterable[str]) -> None:
        """A quotation must not have more words than its source, or any that it may be from, allows."""
        if fault := allowance.too_long(quotation.text, [self.context.limits[id] for id in sources]):
            self.problem(quotation, fault)

    def spoken(self, quotation: Quotation, id: str, match: Match) -> None:
        """A speaker's words must stand between quotation marks in a reporter's text, else they are the reporter's."""
        source, text = self.context.sources[id], self.context.texts.get(id)
        if not quotation.spoken or text is None or not source.is_sure("kind") or not source.kind.by_reporter:
            return
        for part, (number, _, _) in zip(matching.parts(quotation.text, match), match.ranges, strict=True):
            quoted, spot = _quoted(text.written(number)), lines.typed(number)
            if any(bounds.locate(part, matching.normalise(words)) is not None for words in quoted):
                continue
            message = f"a speaker's words should stand between quotation marks in the source; {spot} has none."
            if is_sure := bool(quoted) or number in text.lines:
                message = "a speaker's words must stand between quotation marks in the source; "
                message += f"{spot} has these outside them."
            remedy = "If these are the reporter's words, write `basis: reported` and drop the quote."
            level = Level.ERROR if is_sure else Level.WARNING
            self.problem(quotation, Fault("quote-not-speech", message, remedy), level)
            return

    def voiced(
        self, statement: Statement, quotation: Quotation, id: str, match: Match, tell: bool
    ) -> tuple[Match, Voiced | None]:
        """Hold a quotation against who says it; of several places in which it stands, one that fits will do. Returns
        that place, and whose the words are. Unless to `tell`, nothing is reported.
        """
        hearing = self.context.hearing
        if hearing is None:
            return match, None
        if id not in hearing.spans:
            is_silent = not self.context.sources[id].voices
            fault = hearing.presumed_fault(self.record, statement, quotation, id) if is_silent else None
            if fault and tell:
                self.problem(quotation, fault)
            return match, None
        fault, voice = hearing.fault(self.record, statement, quotation, id, match)
        for other in self.elsewhere(quotation, id, match) if fault else ():
            better, whose = hearing.fault(self.record, statement, quotation, id, other)
            if better is None:
                return other, whose
        if fault and tell:
            self.problem(quotation, fault)
        return match, voice

    def elsewhere(self, quotation: Quotation, id: str, match: Match) -> Iterator[Match]:
        """The other paragraphs cited in which a quotation stands."""
        numbers = cited_sources(quotation.citations)[id]
        if text := self.context.texts.get(id):
            found = (text.find(quotation.text, [number]) for number in numbers)
        else:
            held = self.context.locks[id].entries.get(matching.fingerprint(quotation.text), [])
            found = (other for other in held if {*other.paragraphs} <= {*numbers})
        yield from (other for other in found if other and other != match)

    def told(self, statement: Statement) -> None:
        """Hold what a record tells as said against who speaks in the paragraphs cited."""
        assert self.context.hearing
        where = statement.where
        if isinstance(where, str) and not self.record.is_sure(where.split(".")[0]):
            return
        for cite in statement.citations:
            if cite.source in self.context.sources and cite.source not in self.proof.sources:
                self.proof.sources.append(cite.source)
        if fault := self.context.hearing.unheard(self.record, statement):
            spot = self.record.spot(where)
            self.proof.problems.append(Problem(self.record.path, *spot, fault.code, fault.message, fault.remedy))

    def counted(self, statement: Statement) -> None:
        """Hold the figures that a statement has in our own words against what it cites."""
        context, proof = self.context, self.proof
        cited = cited_sources(statement.citations)
        if not cited or not cited.keys() <= context.sources.keys():
            return
        where, held = reckoning.said(statement, context.dated or Dated())
        key = statement.key.split(".")[0]
        if not held or not context.unusable.isdisjoint(cited) or (key and not self.record.is_sure(key)):
            return
        proof.sources += [id for id in cited if id not in proof.sources]
        for number, figure in enumerate(held):
            others = held[:number] + held[number + 1 :]
            outcome = reckoning.prove(figure, others, self.record, statement, cited, context)
            if isinstance(outcome, Fault):
                spot = self.record.spot(where or statement.where)
                told = Problem(self.record.path, *spot, outcome.code, outcome.message, outcome.remedy)
                proof.problems += [told] if told not in proof.problems else []
            else:
                proof.figures += [(id, figure.key, numbers) for id, numbers in outcome.items()]

    def problem(self, quotation: Quotation, fault: Fault, level: Level = Level.ERROR) -> None:
        """Report what is wrong with a quotation."""
        spot = self.record.spot(quotation.where)
        self.proof.problems.append(Problem(self.record.path, *spot, fault.code, fault.message, fault.remedy, level))

    def is_sure(self, quotation: Quotation, cited: Mapping[str, tuple[int, ...]]) -> bool:
        """Whether it is known what a quotation says and cites, and that it is none of the terms; else a fault elsewhere
        would be told a second time, in a place where there is none.
        """
        record, where = self.record, quotation.where
        if "" in cited or (isinstance(where, str) and not record.is_sure(where.split(".")[0])):
            return False
        if not cited and not record.is_sure("cite", *(["body"] if isinstance(where, str) else [])):
            return False
        sure_of_terms = self.context.sure_of_terms and record.is_sure("terms")
        return sure_of_terms or matching.words_in(quotation.text) > MOST_TERM

    def cites_nothing(self, quotation: Quotation) -> bool:
        """Whether a quotation stands in a block that cites nothing, as far as its line tells; that is told, then."""
        if quotation.citations or not isinstance(quotation.where, Mark) or isinstance(self.record, Source | Words):
            return False
        uncited = self.record.prose.uncited
        return quotation.where.line in {lack.mark.line for lack in uncited if lack.why is Lack.WHOLE}

    def was_published(self, quotation: Quotation) -> bool:
        """Whether words were published as a quotation of the same record, or as a part of one; in the list of what was
        removed, of any record that is gone. A single word proves nothing unless it was a quotation by itself.
        """
        words, published = quotation.text, self.context.published
        own = published.of.get("" if isinstance(self.record, Removed) else name(self.record), frozenset())
        if matching.fingerprint(words) in own:
            return True
        wholes = [SourceText("", (published.quotations[whole],)) for whole in own if matching.words_in(words) > 1]
        return any(isinstance(diagnosis.diagnose(words, (1,), whole, closely=False), Match) for whole in wholes)


def _quoted(paragraph: str) -> list[str]:
    """What a paragraph of a source has between quotation marks; a mark that nothing closes goes on to the end."""
    spans, unclosed = quotation_marks.find(paragraph)
    opened = [start for start in unclosed if quotation_marks.opens(paragraph, start)]
    return [span.inner(paragraph) for span in spans] + [paragraph[start + 1 :] for start in opened[:1]]
