"""Records to views, for one page: everything that a template shows of a record passes through here.

A `Presenter` belongs to one page: it reads through that page's Lookup, numbers that page's notes and knows the way back
to the root.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup
from msgspec.structs import replace

from briefing.markup import notes
from briefing.markup.notes import Notes, Voices, place
from briefing.model import addresses, citations, dates, scripts, wording
from briefing.model.citations import OURS, Citation
from briefing.model.prose import Mark
from briefing.model.records import Dossier, PartialDate, Record, Source
from briefing.model.statements import Quotation, Statement, Translation, quotations
from briefing.model.vocabulary import Basis
from briefing.site.lookup import Lookup
from briefing.site.views import AgainstView, CitationView, ClaimView, Link, NoteView, SaidView
from briefing.site.voices import Attribution, SpokenView


@functools.lru_cache(maxsize=10_000)
def _citation(source: str, publisher: str, original: str, paragraphs: tuple[int, ...]) -> CitationView:
    """Paragraphs of a source, given by its id, publisher and address."""
    label = f"{publisher}, {citations.locator(paragraphs)}"
    return CitationView(label, addresses.paragraph(source, min(paragraphs)), original)


def _words(voices: Mapping[Quotation, Attribution]) -> Voices:
    return {quotation: voice.words for quotation, voice in voices.items()}


class Presenter:
    """Views for one page as of `today`; with `many_sources`, each statement says how many independent ones it has."""

    def __init__(self, lookup: Lookup, root: str, today: datetime.date, many_sources: bool = False) -> None:
        self.lookup, self.root, self.today, self.many_sources = lookup, root, today, many_sources
        self._notes = Notes()
        self._quoted: dict[tuple[str, Attribution, Translation | None], None] = {}
        self._contrary: dict[tuple[str, Statement], None] = {}
        self._claims: dict[tuple[str, str, str], ClaimView] = {}

    @property
    def dossier(self) -> Dossier:
        """The record of the dossier itself."""
        return self.lookup.single(Dossier)

    def prose(self, record: Record) -> Markup:
        """The prose of a record with its citations as numbered notes of this page."""
        voices = self.lookup.voices(record)
        self._show(voices, (quotation for quotation in voices if isinstance(quotation.where, Mark)))
        tongues = {
            quotation.number: tag
            for _, quotation in quotations(record.statements)
            if quotation.number >= 0 and (tag := self.language(quotation.citations, quotation.text))
        }
        return place(record, self.root, self._notes, _words(voices), tongues, self.dossier.language)

    def voice(self, record: Record, key: str) -> Attribution | None:
        """Whose the quotation is that stands under a key of a record's head."""
        voices = self.lookup.voices(record)
        quoted = [quotation for quotation in voices if quotation.where == key]
        self._show(voices, quoted)
        return voices[quoted[0]] if quoted else None

    def said(self, record: Record, key: str = "summary") -> tuple[SaidView, ...]:
        """Whose the quotations are that stand within the text under a key of a record's head."""
        voices = self.lookup.voices(record)
        if not voices:
            return ()
        all_quoted = [quotation for _, quotation in quotations(record.statements) if quotation.where == key]
        self._show(voices, (quotation for quotation in all_quoted if quotation in voices))
        return self._said(notes.said(all_quoted, _words(voices)), all_quoted[0].citations if all_quoted else ())

    def _said(self, said: Sequence[notes.Said], cites: Sequence[Citation]) -> tuple[SaidView, ...]:
        """Who speaks in what is quoted of the sources cited."""
        return tuple(SaidView(text, whose, self.language(cites, text)) for text, whose in said)

    def _show(self, voices: Mapping[Quotation, Attribution], shown: Iterable[Quotation]) -> None:
        for quotation in shown:
            self._quoted[" ".join(quotation.text.split()), voices[quotation], quotation.translation] = None

    def quoted(self) -> tuple[SpokenView, ...]:
        """The quotations that the page has shown so far, as far as it is known whose they are, each with its source."""
        return tuple(
            SpokenView(
                text, voice, source, scripts.foreign(text, [source.language], self.dossier.language), translation
            )
            for text, voice, translation in self._quoted
            for source in [self.lookup.record(Source, voice.source)]
        )

    def statements(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """The links to events, and to positions, which have a slash in their ids."""
        found = []
        for id in dict.fromkeys(ids):
            actor, slash, question = id.partition("/")
            if slash:
                whose, on = self.lookup.link("actors", actor), self.lookup.link("questions", question)
                found.append(Link(f"{whose.title} on: {on.title}", addresses.of_name(f"positions/{id}")))
            else:
                found.append(self.lookup.link("events", id))
        return tuple(found)

    def answering(self, id: str) -> tuple[Link, ...]:
        """The links to what answers an event or a position."""
        return self.statements(
            other for kind in ("positions", "events") for other in self.lookup.list(kind, "answering", id)
        )

    def against(self, record: Record, prefix: str = "", as_mark: bool = False) -> tuple[AgainstView, ...]:
        """What sources say against a statement of a record's head, whose keys begin with `prefix`; `as_mark` where the
        page only says that they do.
        """
        found = []
        stated = next((one for one in record.statements if one.key == f"{prefix}cite" and one.against), None)
        for number, statement in enumerate(stated.against if stated else ()):
            begins = f"{prefix}against.{number}."
            if as_mark:
                cites = self.citations(statement.citations)
                found.append(AgainstView(statement.text, wording.BASIS[statement.known], cites))
                continue
            view = self._against(stated.text if stated else "", statement, self.said(record, f"{begins}says"))
            if statement.quote:
                voice = self.voice(record, f"{begins}quote")
                whose = voice.words if voice else statement.speaker
                language = self.language(statement.citations, statement.quote)
                translation = wording.beside(statement.quotations[0].translation)
                view = replace(view, quote=SaidView(statement.quote, whose, language, translation))
            found.append(view)
        return tuple(found)

    def _against(self, stated: str, statement: Statement, said: tuple[SaidView, ...]) -> AgainstView:
        self._contrary[stated, statement] = None
        cites = self.citations(statement.citations, statement.quote)
        return AgainstView(statement.text, wording.BASIS[statement.known], cites, said=said)

    def contrary(self) -> tuple[tuple[str, str, Source], ...]:
        """What the page has shown so far of what sources say against its statements: what these say, and the source."""
        return tuple(
            (stated, told.text, self.lookup.record(Source, cite.source))
            for stated, told in self._contrary
            for cite in told.citations
        )

    def claim(self, claim: ClaimView) -> None:
        """Note a statement that the page shows and of which its data tell more."""
        self._claims.setdefault((claim.url, claim.text, claim.edtf), claim)

    def claims(self) -> tuple[ClaimView, ...]:
        """The statements noted so far, each once."""
        return tuple(self._claims.values())

    def notes(self) -> tuple[NoteView, ...]:
        """The notes that the page's prose has gathered, by number."""
        return tuple(
            NoteView(
                note.number,
                self.basis(note.basis, note.citations),
                self.citations(note.citations, note.quote),
                note.anchors(),
                self._said(note.said, note.citations),
                tuple(self._against(note.text, one, self._said(said, one.citations)) for one, said in note.against),
            )
            for note in self._notes.notes.values()
        )

    def citations(self, cites: Iterable[Citation], quote: str = "") -> tuple[CitationView, ...]:
        """Citations as links to the source's page and, where it has an address, to the words at the publisher's."""
        views = []
        for cite in cites:
            if cite.source == OURS:
                continue
            source = self.lookup.record(Source, cite.source)
            view = _citation(source.id, source.publisher, source.url, cite.paragraphs)
            if quote and view.original:
                original = f"{view.original}#:~:text={addresses.text_fragment(quote)}"
                view = CitationView(view.label, view.url, original)
            views.append(view)
        return tuple(views)

    def basis(self, basis: Basis | None, cites: Iterable[Citation]) -> str:
        """How a statement is known, in words; where the dossier has several sources, also on how many independent
        ones. What is known without a basis is general knowledge.
        """
        if basis is None:
            return wording.OURS
        words = wording.BASIS[basis]
        if not self.many_sources:
            return words
        sources = [self.lookup.record(Source, cite.source) for cite in cites]
        number = len({(source.origin or source.publisher).casefold() for source in sources})
        return f"{words}, {wording.count(number, 'independent source')}"

    def language(self, cites: Iterable[Citation], text: str) -> str:
        """The language of words that stand in the sources cited; empty where it is not known, or the page's."""
        sources = {cite.source for cite in cites if cite.source != OURS}
        languages = {self.lookup.record(Source, source).language for source in sources}
        return scripts.foreign(text, languages, self.dossier.language)

    def review(self, review_by: PartialDate | None, owner: str, what: str = "page") -> str:
        """What a page or an entry says when its record is due for another look; empty when it is not."""
        if review_by is None or dates.latest(review_by) >= self.today.toordinal():
            return ""
        whose = f" It is looked after by {owner}." if owner else ""
        return f"This {what} was due for review by {dates.words(review_by)} and may be out of date.{whose}"
