"""Records to views, for one page: everything that a template shows of a record passes through here.

A `Presenter` belongs to one page: it reads through that page's Lookup, numbers that page's notes and knows the way back
to the root.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from markupsafe import Markup

from briefing.markup.notes import Notes, place
from briefing.model import addresses, citations, dates, standing, wording
from briefing.model.records import Actor, Dossier, Event, PartialDate, Record, Speaker, Stand, Stated
from briefing.model.vocabulary import Basis, EventState
from briefing.model.written import Citation
from briefing.site.lookup import Lookup
from briefing.site.views import (
    ChangeView,
    CitationView,
    DatingView,
    EventView,
    LocalName,
    NoteView,
    PlaceView,
    PositionView,
    QuoteView,
    SpeakerView,
    StandView,
    StatedView,
)

#: Stands on a page where its prose goes; no text that templates get can hold it.
SLOT = "\x02slot\x03"
#: So many notes are remembered.
MOST_NOTES = 5_000


class Presenter:
    """Views for one page as of `today`; with `many_sources`, each statement says how many independent ones it has."""

    def __init__(self, lookup: Lookup, root: str, today: datetime.date, many_sources: bool = False) -> None:
        self.lookup, self.root, self.today, self.many_sources = lookup, root, today, many_sources
        self._notes = Notes()
        self.filling = ""

    @property
    def dossier(self) -> Dossier:
        """The record of the dossier itself."""
        dossier = self.lookup.single("dossier")
        assert isinstance(dossier, Dossier)
        return dossier

    def prose(self, record: Record) -> Markup:
        """The prose of a record with its citations as numbered notes of this page."""
        return place(record, self.root, self._notes)

    def slot(self, record: Record) -> Markup:
        """A place for the prose of a record that is put on the page after the template has run (`filling`).

        So nothing else on the page can depend on it, and the text may change without the rest. One for each page.
        """
        self.filling = self.prose(record)
        return Markup(SLOT)  # noqa: S704 (a mark of ours)

    def notes(self, words: Callable[..., Markup], known: dict[object, Markup]) -> tuple[NoteView, ...]:
        """The notes that the page's prose has gathered, by number.

        `words` makes what one says from the way to the root, its basis in words and its citations. `known` remembers
        that for the build: most citations come again on page after page.
        """
        found = []
        for note in self._notes.notes.values():
            key = self.root, note.basis, note.citations, note.quote
            said = known.get(key)
            if said is None:
                basis = self.basis(note.basis, note.citations)
                said = words(self.root, basis, self.citations(note.citations, note.quote))
                if not note.quote and len(known) < MOST_NOTES:  # quotations seldom come again
                    known[key] = said
            else:
                for cite in note.citations:
                    self.lookup.source(cite.source)
            found.append(NoteView(note.number, said, note.anchors()))
        return tuple(found)

    def citations(self, cites: Iterable[Citation], quote: str = "") -> tuple[CitationView, ...]:
        """Citations as links to the source's page and, where it has an address, to the words at the publisher's."""
        views = []
        for cite in cites:
            source = self.lookup.source(cite.source)
            original = source.url
            if original and quote:
                original += "#:~:text=" + addresses.text_fragment(quote)
            label = f"{source.publisher}, {citations.locator(cite.paragraphs)}"
            views.append(CitationView(label, addresses.paragraph(source.id, min(cite.paragraphs)), original))
        return tuple(views)

    def basis(self, basis: Basis, cites: Iterable[Citation]) -> str:
        """How a statement is known, in words; where the dossier has several sources, also on how many independent
        ones.
        """
        words = wording.BASIS[basis]
        if not self.many_sources:
            return words
        sources = [self.lookup.source(cite.source) for cite in cites]
        number = len({(source.origin or source.publisher).casefold() for source in sources})
        return f"{words}, {wording.count(number, 'independent source')}"

    def foreign(self, language: str) -> str:
        """A language's tag where it is not that of the page; empty where it is, whatever the country."""
        return wording.foreign(language, self.dossier.language)

    def stand(self, stand: Stand) -> StandView:
        """One point under what stands."""
        return StandView(
            stand.status.value,
            wording.STANDING[stand.status],
            standing.when(stand, [self.lookup.source(cite.source) for cite in stand.cite]),
            stand.text,
            self.basis(stand.basis, stand.cite),
            self.citations(stand.cite),
        )

    def speaker(self, speaker: Speaker) -> SpeakerView:
        """A speaker of an actor."""
        return SpeakerView(
            speaker.name,
            speaker.role,
            speaker.printed,
            self.basis(speaker.basis, speaker.cite),
            self.citations(speaker.cite),
        )

    def position(self, id: str, prose: bool = True) -> PositionView:
        """A position with its earlier ones; without its prose, and so its notes, where that is not shown."""
        position = self.lookup.position(id)
        actor = self.lookup.actor(position.actor)
        question = self.lookup.question(position.question)
        via = self.lookup.actor(position.via) if position.via else None
        body = self.prose(position) if prose else Markup("")

        def stated(said: Stated, body: Markup) -> StatedView:
            quote = None
            if said.quote:
                speaker = _speaker_of(said.speaker, actor, via)
                cites = self.citations(said.cite, said.quote)
                language = self.foreign(self.lookup.source(said.cite[0].source).language) if said.cite else ""
                quote = QuoteView(
                    said.quote,
                    said.speaker,
                    speaker.role if speaker else "",
                    self.lookup.link("actors", actor.id),
                    cites,
                    language,
                )
            return StatedView(
                question.stances[said.stance],
                dates.words(said.as_of) + self._inferred(said.cite),
                str(said.as_of),
                self.basis(said.basis, said.cite),
                body,
                quote,
                self.citations(said.cite, said.quote),
                said.basis is Basis.INFERRED,
            )

        return PositionView(
            actor=self.lookup.link("actors", actor.id),
            question=self.lookup.link("questions", question.id),
            url=addresses.position(actor.id, question.id),
            anchor=question.id,
            stance_id=position.stated.stance,
            stated=stated(position.stated, body),
            earlier=tuple(stated(said, Markup("<p>{}</p>").format(said.summary)) for said in position.earlier),
            via=self.lookup.link("actors", via.id) if via else None,
            review=self.review(position.review_by, position.owner, "entry"),
        )

    def positions(self, ids: Iterable[str], prose: bool = True) -> tuple[PositionView, ...]:
        """Several positions."""
        return tuple(self.position(id, prose) for id in ids)

    def event(self, id: str, whole: bool = True) -> EventView:
        """An event; not `whole` where one line of it is shown, which needs neither its prose nor what it is related
        to.
        """
        event = self.lookup.event(id)
        outcomes = self.lookup.list("outcomes", "events", id)
        status = event_status(event, bool(outcomes), self.today)
        return EventView(
            id=event.id,
            url=addresses.event(event.id),
            title=event.title,
            date=dates.words(event.date),
            date_iso=str(event.date),
            end=dates.words(event.end) if event.end else "",
            end_iso=str(event.end) if event.end else "",
            about=("about" if event.date.day else "during") if event.approximate else "",
            status=status,
            status_words=wording.EVENT_STATUS[status],
            basis=self.basis(event.basis, event.cite),
            body=self.prose(event) if whole else Markup(""),
            citations=self.citations(event.cite) if whole else (),
            dating=self._dating(event),
            actors=self.lookup.links("actors", event.actors) if whole else (),
            places=self.lookup.links("places", event.places) if whole else (),
            questions=self.lookup.links("questions", event.questions) if whole else (),
            briefs=self.lookup.links("briefs", self.lookup.list("briefs", "events", id)) if whole else (),
            outcome=self.lookup.link("events", outcomes[0]) if outcomes else None,
            outcome_of=self.lookup.link("events", event.outcome_of) if event.outcome_of else None,
            review=self.review(event.review_by, event.owner, "entry") if whole else "",
        )

    def events(self, ids: Iterable[str]) -> tuple[EventView, ...]:
        """Several events, a line each."""
        return tuple(self.event(id, whole=False) for id in ids)

    def _inferred(self, cites: Iterable[Citation]) -> str:
        """A position's date is ours where none of its sources says when it was published."""
        dated = any(self.lookup.source(cite.source).published for cite in cites)
        return "" if dated else " (year inferred)"

    def _dating(self, event: Event) -> DatingView:
        dating = event.dating
        interval = computed = ""
        if dating.interval:
            origin = self.lookup.event(dating.interval.origin)
            interval = f"{wording.count(dating.interval.days, 'day')} from {origin.title} ({dates.words(origin.date)})"
            start = dates.day(origin.date)
            if start:
                computed = dates.words(dates.partial(start + datetime.timedelta(days=dating.interval.days)))
        return DatingView(
            dating.words,
            dating.rule,
            dating.year == "inferred",
            dating.weekday,
            interval,
            computed,
            dating.tension,
            self.foreign(self.lookup.source(event.cite[0].source).language) if event.cite else "",
        )

    def place(self, id: str, related: bool = True) -> PlaceView:
        """A place; with its events, actors and briefs if `related`."""
        record = self.lookup.place(id)
        return PlaceView(
            id=record.id,
            number=record.order,
            link=self.lookup.link("places", id),
            kind=wording.PLACE_KIND[record.kind],
            names=tuple(LocalName(tag, wording.language(tag), form) for tag, form in record.names.items()),
            latitude=record.latitude,
            longitude=record.longitude,
            coordinates=wording.coordinates(record.latitude, record.longitude),
            precision=record.precision,
            coordinates_from=record.coordinates_from,
            summary=record.summary,
            basis=self.basis(record.basis, record.cite),
            citations=self.citations(record.cite),
            events=self.events(self.lookup.list("events", "places", id)) if related else (),
            actors=self.lookup.links("actors", self.lookup.list("actors", "places", id)) if related else (),
            questions=self.lookup.links("questions", self.lookup.list("questions", "places", id)) if related else (),
            briefs=self.lookup.links("briefs", self.lookup.list("briefs", "places", id)) if related else (),
        )

    def changes(self, name: str) -> tuple[ChangeView, ...]:
        """The changes of one record, by its name in the manifest; or all, when it is empty."""
        return tuple(
            ChangeView(
                dates.words(dates.parse(change.date)),
                change.date,
                change.what,
                change.why,
                None if name else change.link,
                change.differences,
                change.anchor,
            )
            for change in self.lookup.changes(name)
        )

    def review(self, review_by: PartialDate | None, owner: str, what: str = "page") -> str:
        """What a page or an entry says when its record is due for another look; empty when it is not."""
        if review_by is None or dates.last_day(review_by) >= self.today:
            return ""
        whose = f" It is looked after by {owner}." if owner else ""
        return f"This {what} was due for review by {dates.words(review_by)} and may be out of date.{whose}"


def _speaker_of(name: str, *actors: Actor | None) -> Speaker | None:
    for actor in actors:
        for speaker in actor.speakers if actor else ():
            if name in (speaker.name, speaker.printed):
                return speaker
    return None


def event_status(event: Event, has_outcome: bool, today: datetime.date) -> str:
    """`happened`, `due`, `passed` (due, over, no outcome recorded) or `recorded` (due, an outcome recorded)."""
    if event.state is EventState.HAPPENED:
        return "happened"
    if has_outcome:
        return "recorded"
    return "passed" if dates.last_day(event.end or event.date) < today else "due"
