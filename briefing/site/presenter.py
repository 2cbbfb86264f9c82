"""Records to views, for one page: everything that a template shows of a record passes through here.

A `Presenter` belongs to one page: it reads through that page's Lookup, gathers that page's notes and knows the way back
to the root.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefing.markup import heads, notes
from briefing.markup.notes import Voices, place
from briefing.model import addresses, dates, scripts, wording
from briefing.model.citations import Citation
from briefing.model.prose import Mark
from briefing.model.records import Dossier, EventVersion, PartialDate, Record, Source, Version
from briefing.model.statements import Quotation, Role, Statement, Translation, quotations
from briefing.model.vocabulary import Basis
from briefing.site.lookup import Lookup
from briefing.site.marks import Marks, NoteView, PrintedView
from briefing.site.views import AgainstView, CitationView, ClaimView, Link, SaidView, VersionView
from briefing.site.voices import Attribution, SpokenView


def _words(voices: Mapping[Quotation, Attribution]) -> Voices:
    return {quotation: voice.words for quotation, voice in voices.items()}


class Contrary(NamedTuple):
    """What sources tell otherwise than others: `about` what, in words, what they say, and the date of that as EDTF."""

    about: str
    says: str
    citations: tuple[Citation, ...]
    date: str = ""


class Presenter:
    """Views for one page as of `today`; with `many_sources`, each statement says how many independent ones it has."""

    def __init__(self, lookup: Lookup, root: str, today: datetime.date, many_sources: bool = False) -> None:
        self.lookup, self.root, self.today, self.many_sources = lookup, root, today, many_sources
        self._marks = Marks(lookup, many_sources)
        self._quoted: dict[tuple[str, Attribution, Translation | None], None] = {}
        self._contrary: list[Contrary] = []
        self._claims: dict[tuple[str, str, str], ClaimView] = {}

    @property
    def dossier(self) -> Dossier:
        """The record of the dossier itself."""
        return self.lookup.single(Dossier)

    def prose(self, record: Record) -> Markup:
        """The prose of a record with its citations as marks, whose notes are the page's."""
        voices = self.lookup.voices(record)
        self._show(voices, (quotation for quotation in voices if isinstance(quotation.where, Mark)))
        tongues = {
            quotation.number: tag
            for _, quotation in quotations(record.statements)
            if quotation.number >= 0 and (tag := self.language(quotation.citations, quotation.text))
        }
        for statement in record.statements:
            for one in statement.against if statement.role is Role.NOTE else ():
                self._tell(statement.text, one)
        marks = self._marks
        return place(record, self.root, marks.notes, marks.mark, _words(voices), tongues, self.dossier.language)

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

    def text(self, record: Record, key: str, text: str) -> Markup:
        """A text under a key of a record's head, its quotations marked, each with whose it is."""
        voices = self.lookup.voices(record)
        quoted = [quotation for _, quotation in quotations(record.statements) if quotation.where == key]
        self._show(voices, (quotation for quotation in quoted if quotation in voices))
        tongues = {quotation.text: self.language(quotation.citations, quotation.text) for quotation in quoted}
        return heads.marked(text, quoted, _words(voices), tongues)

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
                cites = self.cited(record, begins)
                found.append(AgainstView(statement.text, wording.BASIS[statement.known], cites))
                continue
            self._tell(stated.text if stated else "", statement)
            known, cites = wording.BASIS[statement.known], self.cited(record, begins)
            said, quote = self.said(record, f"{begins}says"), self._quote(record, statement)
            found.append(AgainstView(statement.text, known, cites, quote, said))
        return tuple(found)

    def _quote(self, record: Record, statement: Statement) -> SaidView | None:
        """The quotation that an entry of a head has under a key of its own."""
        if not statement.quote:
            return None
        voice = self.voice(record, statement.key.replace("cite", "quote"))
        whose = voice.words if voice else statement.speaker
        language = self.language(statement.citations, statement.quote)
        return SaidView(statement.quote, whose, language, wording.beside(statement.quotations[0].translation))

    def versions(self, record: Record, entries: Sequence[Version], prefix: str = "") -> tuple[VersionView, ...]:
        """The versions of a statement of a record's head, whose keys begin with `prefix`."""
        found, told = [], {one.key: one for one in record.statements if one.role is Role.VERSION}
        for number, entry in enumerate(entries):
            key = f"{prefix}versions.{number}."
            statement = told[f"{key}cite"]
            says = ": ".join(filter(None, (entry.figure, entry.says))) or statement.text
            date = entry.date if isinstance(entry, EventVersion) else None
            about = next(one.text for one in record.statements if one.key == f"{prefix}cite")
            self._contrary.append(Contrary(f"One of several versions of: {about}", says, entry.cite, str(date or "")))
            found.append(
                VersionView(
                    entry.figure,
                    entry.says,
                    self.known(record, key),
                    self.cited(record, key),
                    self._quote(record, statement),
                    self.said(record, f"{key}says"),
                )
            )
        return tuple(found)

    def _tell(self, stated: str, against: Statement) -> None:
        """Note that the page shows what a source says against something stated."""
        self._contrary.append(Contrary(f"Contradicts: {stated}", against.text, against.citations))

    def contrary(self) -> tuple[tuple[Contrary, Source], ...]:
        """What the page has shown so far that sources tell otherwise, each with its source."""
        shown = dict.fromkeys(self._contrary)
        return tuple((told, self.lookup.record(Source, cite.source)) for told in shown for cite in told.citations)

    def claim(self, claim: ClaimView) -> None:
        """Note a statement that the page shows and of which its data tell more."""
        self._claims.setdefault((claim.url, claim.text, claim.edtf), claim)

    def claims(self) -> tuple[ClaimView, ...]:
        """The statements noted so far, each once."""
        return tuple(self._claims.values())

    def cited(self, record: Record, prefix: str = "") -> tuple[CitationView, ...]:
        """What the statement of a record's head cites whose keys begin with `prefix`, as marks that lead to its note;
        nothing for general knowledge.
        """
        return self.together([(record, prefix)])

    def together(self, told: Iterable[tuple[Record, str]]) -> tuple[CitationView, ...]:
        """The same of several statements that are told as one, by their records and what their keys begin with."""
        statements: list[Statement] = []
        voices: dict[Quotation, str] = {}
        for record, prefix in told:
            if statement := self._stated(record, prefix):
                statements.append(statement)
                voices |= _words(self.lookup.voices(record))
        return self._marks.of(tuple(statements), voices)

    def _stated(self, record: Record, prefix: str) -> Statement | None:
        """The statement of a record's head whose keys begin with `prefix`; None for general knowledge."""
        return next((one for one in record.statements if one.key == f"{prefix}cite"), None)

    def notes(self) -> tuple[NoteView, ...]:
        """What stands behind the marks that the page has shown so far, by number."""
        return self._marks.views()

    def printed(self) -> tuple[PrintedView, ...]:
        """The sources behind these, for print."""
        return self._marks.printed()

    def basis(self, basis: Basis | None, cites: Iterable[Citation], contrary: Iterable[Citation] = ()) -> str:
        """How something is known, in words (`Marks.basis`)."""
        return self._marks.basis(basis, cites, contrary)

    def known(self, record: Record, prefix: str = "") -> str:
        """How the statement of a record's head is known whose keys begin with `prefix`; where there is none, it is
        general knowledge.
        """
        statement = self._stated(record, prefix)
        return self._marks.known(statement) if statement else wording.OURS

    def language(self, cites: Iterable[Citation], text: str) -> str:
        """The language of words that stand in the sources cited; empty where it is not known, or the page's."""
        return self._marks.language(cites, text)

    def review(self, review_by: PartialDate | None, owner: str, what: str = "page") -> str:
        """What a page or an entry says when its record is due for another look; empty when it is not."""
        if review_by is None or dates.latest(review_by) >= self.today.toordinal():
            return ""
        whose = f" It is looked after by {owner}." if owner else ""
        return f"This {what} was due for review by {dates.words(review_by)} and may be out of date.{whose}"
