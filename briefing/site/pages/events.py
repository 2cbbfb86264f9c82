"""Events: how they are shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from briefing.model import addresses, dates, timing, when, wording
from briefing.model.records import Event
from briefing.model.vocabulary import EventState, Year
from briefing.model.when import is_event
from briefing.site import dating, life
from briefing.site.dating import DateView
from briefing.site.presenter import Presenter
from briefing.site.views import (
    AgainstView,
    CitationView,
    ClaimView,
    ConfidenceView,
    LaterView,
    Link,
    SaidView,
    TurnView,
)


class DatingView(Struct, frozen=True):
    """How a date was reasoned. `words` are the source's own, in `language` where that is not the page's, and `voice` is
    who says them; `computed` is the day that the interval gives.
    """

    words: str
    rule: str
    weekday: str
    interval: str
    computed: str
    has_year: bool
    language: str
    voice: str


class EventLineView(Struct, frozen=True):
    """What a line says of an event. `status` is as in `status()`; `to` is to when it was postponed; `contradicted` is
    whether a source says otherwise. `edtf` is when it was for machines, `start` and `end` the same in ISO 8601
    where that can say it; all three may be empty. `turns` is what became of the statement.
    """

    id: str
    url: str
    title: str
    when: tuple[DateView, ...]
    edtf: str
    start: str
    end: str
    to: tuple[DateView, ...]
    year_inferred: bool
    tension: str
    status: str
    status_words: str
    contradicted: bool
    turns: tuple[TurnView, ...]


class EventView(Struct, frozen=True):
    """An event in full."""

    line: EventLineView
    basis: str
    body: Markup
    citations: tuple[CitationView, ...]
    against: tuple[AgainstView, ...]
    dating: DatingView | None
    actors: tuple[Link, ...]
    places: tuple[Link, ...]
    questions: tuple[Link, ...]
    briefs: tuple[Link, ...]
    outcome: Link | None
    outcome_of: Link | None
    answers: tuple[Link, ...]
    answered: tuple[Link, ...]
    review: str
    said: tuple[SaidView, ...]
    confidence: ConfidenceView | None
    later: tuple[LaterView, ...]


def line(presenter: Presenter, id: str) -> EventLineView:
    """An event in a line."""
    event = presenter.lookup.record(Event, id)
    state = status(event, bool(presenter.lookup.list("outcomes", "events", id)), presenter.today)
    exact = timing.exact(event)
    start, end = when.iso(exact) if exact else ("", "")
    return EventLineView(
        id=event.id,
        url=addresses.of_name(f"events/{event.id}"),
        title=event.title,
        when=_when(presenter, event),
        edtf=str(exact) if exact and exact.is_known else "",
        start=start,
        end=end,
        to=_reference(presenter, event.postponed_to) if event.postponed_to else (),
        year_inferred=event.dating.year is Year.INFERRED,
        tension=event.dating.tension,
        status=state,
        status_words=wording.EVENT_STATUS[state],
        contradicted=bool(event.against),
        turns=tuple(later.line for later in _later(presenter, event, is_full=False)),
    )


def lines(presenter: Presenter, ids: Iterable[str]) -> tuple[EventLineView, ...]:
    """Several events, a line each."""
    return tuple(line(presenter, id) for id in ids)


def view(presenter: Presenter, id: str) -> EventView:
    """An event in full."""
    lookup = presenter.lookup
    event = lookup.record(Event, id)
    outcomes = lookup.list("outcomes", "events", id)
    return EventView(
        line=line(presenter, id),
        basis=presenter.basis(event.basis, event.cite),
        body=presenter.prose(event),
        citations=presenter.citations(event.cite),
        against=presenter.against(event),
        dating=_dating(presenter, event) if event.is_reasoned else None,
        actors=lookup.links("actors", event.actors),
        places=lookup.links("places", event.places),
        questions=lookup.links("questions", event.questions),
        briefs=lookup.links("briefs", lookup.list("briefs", "events", id)),
        outcome=lookup.link("events", outcomes[0]) if outcomes else None,
        outcome_of=lookup.link("events", event.outcome_of) if event.outcome_of else None,
        answers=presenter.statements(event.answers),
        answered=presenter.answering(id),
        review=presenter.review(event.review_by, event.owner, "entry"),
        said=presenter.said(event, "title"),
        confidence=life.confidence(presenter, event, event.confidence),
        later=_later(presenter, event, is_full=True),
    )


def _later(presenter: Presenter, event: Event, is_full: bool) -> tuple[LaterView, ...]:
    """What became of what is said of an event, told to machines as well."""
    later = life.laters(presenter, event, event, is_full=is_full)
    if later or event.confidence:
        url, sure = addresses.of_name(f"events/{event.id}"), life.confidence(presenter, event, event.confidence)
        presenter.claim(ClaimView(event.title, url, "", (), later, sure))
    return later


def status(event: Event, has_outcome: bool, today: datetime.date) -> str:
    """The state of an event; of one that is due also `passed` (over, no outcome recorded) or `recorded` (its outcome
    is).
    """
    if event.state is not EventState.DUE:
        return event.state.value
    if has_outcome:
        return "recorded"
    told = timing.own(event)
    return "passed" if told and told.latest < today.toordinal() else "due"


def is_ahead(event: Event, status: str, today: datetime.date) -> bool:
    """Whether an event of that status is still to come: it is due, or was postponed to a date that is not over."""
    later = timing.said(event.postponed_to)
    return status == "due" or (status == "postponed" and later is not None and dates.latest(later) >= today.toordinal())


def _when(presenter: Presenter, event: Event) -> tuple[DateView, ...]:
    """When an event was, as far as its record tells: by its date, and by what it came after or before."""
    told: list[tuple[DateView, ...]] = []
    if event.date and (event.date.is_known or not (event.after or event.before)):
        told.append(dating.views(when.pieces(event.date)))
    for word, text in (("after ", event.after), ("before ", event.before)):
        if text:
            told.append((DateView(word), *_reference(presenter, text)))
    return tuple(_joined(told)) or (DateView(timing.UNKNOWN),)


def _reference(presenter: Presenter, text: str) -> tuple[DateView, ...]:
    """What `after`, `before` or `postponed_to` gives: a link to an event, or a date."""
    if not is_event(text):
        return dating.of_date(dates.parse(text))
    link = presenter.lookup.link("events", text)
    return (DateView(link.title, url=link.url),)


def _joined(told: Iterable[tuple[DateView, ...]]) -> Iterator[DateView]:
    for number, one in enumerate(told):
        if number:
            yield DateView(", ")
        yield from one


def _dating(presenter: Presenter, event: Event) -> DatingView:
    reasoned = event.dating
    interval = computed = weekday = ""
    voice = presenter.voice(event, "dating.words") if reasoned.words else None
    if event.date and (day := dates.day(event.date.one)):
        weekday = dates.WEEKDAYS[day.weekday()]
    if reasoned.interval:
        origin = presenter.lookup.record(Event, reasoned.interval.origin)
        shown = "".join(part.words for part in _when(presenter, origin))
        interval = f"{wording.count(reasoned.interval.days, 'day')} from {origin.title} ({shown})"
        if origin.date and (start := dates.day(origin.date.one)):
            computed = dates.words(dates.partial(start + datetime.timedelta(days=reasoned.interval.days)))
    return DatingView(
        reasoned.words,
        reasoned.rule,
        weekday,
        interval,
        computed,
        bool(timing.dated(event)),
        presenter.language(event.cite, reasoned.words),
        voice.words if voice else "",
    )
