"""The citation marks of one page, and what stands behind each: its note, which opens as a card, and the sources of the
page, for print.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from briefing.markup.notes import Mark, Note, Notes, Voices
from briefing.model import addresses, citations, dates, lines, scripts, wording
from briefing.model.citations import OURS, Citation
from briefing.model.once import once
from briefing.model.records import Dossier, Source
from briefing.model.statements import Quotation, Role, Statement
from briefing.model.vocabulary import Basis
from briefing.quotations.extraction import cited_sources
from briefing.site.lookup import Lookup
from briefing.site.views import CitationView, Link, SaidView


class CitedView(Struct, frozen=True):
    """Paragraphs of one source, as a note has them: `where` they stand, what we say of each in a `line`, with its mark
    where there are several, the way to their entries, and to the words at the publisher's, or none. `date` and `source`
    are of the source, in words.
    """

    where: str
    says: tuple[tuple[str, str], ...]
    entry: Link
    original: Link | None
    date: str
    source: str


class NoteView(Struct, frozen=True):
    """What stands behind a mark: what is cited, how the statement is known, the words that it quotes, with whose they
    are, what the source `contradicts`, and what others say against it, with their marks.
    """

    number: int
    cited: tuple[CitedView, ...]
    basis: str
    quotes: tuple[SaidView, ...]
    contradicts: str
    against: tuple[tuple[str, tuple[CitationView, ...]], ...]


class PrintedView(Struct, frozen=True):
    """A source of the page in full, in words, with its address, and how what it is cited for is known, by paragraphs:
    `¶10–11`, `reporter’s finding`.
    """

    words: str
    url: str
    known: tuple[tuple[str, str], ...]


@functools.lru_cache(maxsize=10_000)
def _citation(source: str, publisher: str, short: str, original: str, paragraphs: tuple[int, ...]) -> CitationView:
    """Paragraphs of a source, given by its id, publisher, name in marks, which may be empty, and address."""
    mark = f"{short} {citations.mark(paragraphs)}".strip()
    label = f"{publisher}, {citations.locator(paragraphs)}"
    return CitationView(mark, label, addresses.paragraph(source, min(paragraphs)), original)


@once
def published(source: Source) -> str:
    """When a source was published, in words: `About 1 November 2022, inferred`."""
    if source.published:
        return dates.words(source.published)
    return f"About {about(source)}, inferred" if source.about else "Not stated"


def about(source: Source) -> str:
    """The date about which a source must have been published, in words; empty where nobody says."""
    return dates.words(replace(source.about, doubt="")) if source.about else ""


def original(source: Source, quote: str) -> str:
    """Where words of a source stand at its publisher's; empty where it has no address."""
    return f"{source.url}#:~:text={addresses.text_fragment(quote)}" if source.url else ""


def title(source: Source) -> tuple[str, str]:
    """The title of a source, and what stands in brackets at its end, which is ours."""
    head, bracket, aside = source.title.rpartition(" (")
    return (head, aside[:-1]) if bracket and aside.endswith(")") else (source.title, "")


def _merged(statements: tuple[Statement, ...]) -> tuple[Citation, ...]:
    """The paragraphs that statements cite together, source by source."""
    return citations.merged(cite for one in statements for cite in one.citations if cite.source != OURS)


class Marks:
    """The marks of one page. With `many_sources`, notes say how many independent ones a statement has."""

    def __init__(self, lookup: Lookup, many_sources: bool) -> None:
        self.lookup, self.many_sources, self.notes = lookup, many_sources, Notes()

    @functools.cached_property
    def _several(self) -> bool:
        return len(self.lookup.list("sources")) > 1

    def of(self, statements: tuple[Statement, ...], voices: Voices) -> tuple[CitationView, ...]:
        """What a statement cites, or several that are told as one, as marks that lead to their note."""
        quote = next((one.quote for one in statements if one.quote), "")
        views = [self.citation(cite, quote) for cite in _merged(statements)]
        number = self.notes.add(statements, voices).number if views else 0
        return tuple(replace(view, note=number) for view in views)

    def citation(self, cite: Citation, quote: str = "") -> CitationView:
        """What is cited of one source, as a link to its page and, where it has an address, to the words at the
        publisher's.
        """
        source = self.lookup.record(Source, cite.source)
        short = (source.short or source.publisher) if self._several else ""
        view = _citation(source.id, source.publisher, short, source.url, cite.paragraphs)
        return replace(view, original=original(source, quote)) if quote and view.original else view

    def mark(self, cite: Citation) -> Mark:
        """The same for a mark in prose."""
        view = self.citation(cite)
        return Mark(view.mark, view.label, view.url)

    def basis(self, basis: Basis | None, cites: Iterable[Citation], contrary: Iterable[Citation] = ()) -> str:
        """How a statement is known, in words; where the dossier has several sources, also on how many independent ones,
        and how many of those cited contradict it. What is known without a basis is general knowledge.
        """
        if basis is None:
            return wording.OURS
        words = wording.BASIS[basis]
        if not self.many_sources:
            return words
        number, against = self._independent(cites), self._independent(contrary)
        for_it = f" for it, {against} against" if against else ""
        return f"{words}, {wording.count(number, 'independent source')}{for_it}"

    def known(self, statement: Statement) -> str:
        """How a statement is known, in words. Where sources differ on it, they are counted by version; what
        contradicts counts for nothing.
        """
        if statement.basis is None:
            return wording.OURS
        if statement.differs:
            return f"{wording.BASIS[statement.known]}, {wording.DIFFER}"
        if statement.role is Role.AGAINST:
            return wording.BASIS[statement.known]
        contrary = (cite for against in statement.against for cite in against.citations)
        return self.basis(statement.known, statement.citations, contrary)

    def _independent(self, cites: Iterable[Citation]) -> int:
        """How many independent sources are cited: those of one origin count once."""
        sources = [self.lookup.record(Source, cite.source) for cite in cites]
        return len({(source.origin or source.publisher).casefold() for source in sources})

    def language(self, cites: Iterable[Citation], text: str) -> str:
        """The language of words that stand in the sources cited; empty where it is not known, or the page's."""
        sources = {cite.source for cite in cites if cite.source != OURS}
        languages = {self.lookup.record(Source, source).language for source in sources}
        return scripts.foreign(text, languages, self.lookup.single(Dossier).language)

    def views(self) -> tuple[NoteView, ...]:
        """The notes that the page has gathered, by number; those of what contradicts may join as they are shown."""
        notes, found = self.notes.notes, list[NoteView]()
        while len(found) < len(notes):
            found += [self._view(note) for note in list(notes.values())[len(found) :]]
        return tuple(found)

    def _view(self, note: Note) -> NoteView:
        told, voices = note.statements, note.voices
        quoted = [(one, statement) for statement in told for one in statement.quotations]
        quote = quoted[0][0].text if quoted else ""
        return NoteView(
            note.number,
            tuple(self._cited(cite, quote) for cite in _merged(told)),
            "; ".join(dict.fromkeys(map(self.known, told))),
            tuple(dict.fromkeys(self._quote(one, statement, voices) for one, statement in quoted)),
            told[0].text if told[0].role is Role.AGAINST else "",
            tuple((one.text, self.of((one,), voices)) for statement in told for one in statement.against),
        )

    def _quote(self, quotation: Quotation, statement: Statement, voices: Voices) -> SaidView:
        whose = voices.get(quotation, "") or statement.speaker
        language = self.language(quotation.citations, quotation.text)
        return SaidView(quotation.text, whose, language, wording.beside(quotation.translation))

    def _cited(self, cite: Citation, quote: str) -> CitedView:
        source, view = self.lookup.record(Source, cite.source), self.citation(cite, quote)
        several = len(cite.paragraphs) > 1
        says = (
            (lines.spot(number) if several else "", source.says[lines.typed(number)])
            for number in cite.paragraphs
            if lines.typed(number) in source.says
        )
        where = citations.words(cite.paragraphs)
        return CitedView(
            f"{source.publisher}, {where}",
            tuple(says),
            Link(f"{where[:1].upper()}{where[1:]} in the source notes", view.url),
            Link(f"The words at {source.publisher}", view.original) if view.original else None,
            published(source),
            ", ".join(dict.fromkeys(filter(None, (source.author, source.publisher)))),
        )

    def printed(self) -> tuple[PrintedView, ...]:
        """The sources of the page for print, each once, in the order of their first marks."""
        found: Mapping[str, dict[int, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
        for statement in (one for note in self.notes.notes.values() for one in note.statements):
            contradicts = statement.role is Role.AGAINST
            words = wording.CONTRADICTS if contradicts else wording.BASIS[statement.known]
            for id, numbers in cited_sources(statement.citations).items():
                for number in numbers:
                    found[id][number][words.lower()] = None
        return tuple(self._printed(self.lookup.record(Source, id), known) for id, known in found.items())

    def _printed(self, source: Source, known: Mapping[int, Iterable[str]]) -> PrintedView:
        name, _ = title(source)
        publisher = "" if source.publisher.casefold() in name.casefold() else source.publisher
        when = published(source)
        if source.about:
            when = f"undated (about {about(source)}, inferred)"
        parts = filter(None, (source.author, name, publisher, when if source.published or source.about else "undated"))
        words = ", ".join(dict.fromkeys(parts)) + ("" if source.url else "; no web address in the copy used")
        runs = groupby(sorted(known), key=lambda number: " and ".join(known[number]))
        shown = tuple((citations.locator(tuple(numbers)), how) for how, numbers in runs)
        return PrintedView(words, source.url, shown)
