"""Events: how they are shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from briefing.model import addresses, dates, standing, timing, when, wording
from briefing.model.records import Event, Source
from briefing.model.vocabulary import EventState, Year
from briefing.model.when import Shape, is_event
from briefing.site import dating, life
from briefing.site.dating import DateView
from briefing.site.pages.common import edit_at
from briefing.site.presenter import Presenter
from briefing.site.views import (
    AgainstView,
    CitationView,
    ClaimView,
    ConfidenceView,
    DatingView,
    LaterView,
    Link,
    SaidView,
    TurnView,
    VersionView,
)


class EventLineView(Struct, frozen=True):
    """What a line says of an event. `status` is as in `status()`; `to` is to when it was postponed; `contradicted` is
    whether a source says otherwise, `differs` whether there are several versions. `edtf` is when it was for machines,
    `start` and `end` the same in ISO 8601 where that can say it; all three may be empty. `turns` is what became of the
    statement. `actors` and `places` are the ids of those that it belongs to.
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
    differs: bool
    turns: tuple[TurnView, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]


class EventView(Struct, frozen=True):
    """An event in full; `edit` leads to its line in the repository."""

    line: EventLineView
    basis: str
    body: Markup
    citations: tuple[CitationView, ...]
    against: tuple[AgainstView, ...]
    versions: tuple[VersionView, ...]
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
    edit: str


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
        edtf=str(exact) if exact and exact.is_known else timing.one_of(event),
        start=start,
        end=end,
        to=_reference(presenter, event.postponed_to) if event.postponed_to else (),
        year_inferred=any(one.dating.year is Year.INFERRED for _, one in timing.accounts(event)),
        tension=event.dating.tension,
        status=state,
        status_words=_status_words(presenter, event, state),
        contradicted=bool(event.against),
        differs=bool(event.versions),
        turns=tuple(later.line for later in _later(presenter, event, is_full=False)),
        actors=event.actors,
        places=event.places,
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
        basis=presenter.known(event),
        body=presenter.prose(event),
        citations=presenter.cited(event),
        against=presenter.against(event),
        versions=_versions(presenter, event),
        dating=_dating(presenter, "", event) if event.is_reasoned else None,
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
        edit=edit_at(presenter, event, "title"),
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
    over = timing.over(event)
    return "passed" if over is not None and over < today.toordinal() else "due"


def _status_words(presenter: Presenter, event: Event, status: str) -> str:
    """That state in words. What is still to come says as of when that was planned, where that is long ago, and where no
    day was given.
    """
    words = wording.EVENT_STATUS[status]
    if status != EventState.DUE:
        return words
    told = standing.told(presenter.lookup.record(Source, cite.source) for cite in event.cite)
    since = f", as of {told.words}" if told and told.is_long_ago(presenter.today) else ""
    return f"{words}{since}{'' if timing.over(event) is not None else '; day not given'}"


def is_ahead(event: Event, status: str, today: datetime.date) -> bool:
    """Whether an event of that status is still to come: it is due, or was postponed to a date that is not over."""
    later = timing.said(event.postponed_to)
    return status == "due" or (status == "postponed" and later is not None and dates.latest(later) >= today.toordinal())


def _when(presenter: Presenter, event: Event) -> tuple[DateView, ...]:
    """When an event was, as far as its record tells: by its date, and by what it came after or before."""
    told: list[tuple[DateView, ...]] = []
    if event.date and (event.date.is_known or not (event.after or event.before)):
        told.append(dating.views(when.pieces(event.date)))
    dated = timing.in_versions(event)
    told += [dating.views(when.pieces(date)) for date in dict.fromkeys(dated)]
    if dated:
        return tuple(_joined(told, " or "))
    for word, text in (("after ", event.after), ("before ", event.before)):
        if text:
            told.append((DateView(word), *_reference(presenter, text)))
    return tuple(_joined(told)) or (DateView(timing.UNKNOWN),)


def _reference(presenter: Presenter, text: str) -> tuple[DateView, ...]:
    """What `after`, `before` or `postponed_to` gives: a date, or a link to an event, by its day where it has one."""
    if not is_event(text):
        return dating.of_date(dates.parse(text))
    event, link = presenter.lookup.record(Event, text), presenter.lookup.link("events", text)
    if not (event.date and event.date.shape is Shape.ONE and event.date.one.day and not event.versions):
        return (DateView(event.short or event.title, url=link.url),)
    ours = (DateView(" (year inferred)"),) if event.dating.year is Year.INFERRED else ()
    return (DateView(when.words(event.date), dates.iso(event.date.one), link.url), *ours)


def _joined(told: Iterable[tuple[DateView, ...]], between: str = ", ") -> Iterator[DateView]:
    for number, one in enumerate(told):
        if number:
            yield DateView(between)
        yield from one


def _versions(presenter: Presenter, event: Event) -> tuple[VersionView, ...]:
    """The versions of an event by their dates, as far as they have such; else as they were written."""
    accounts = {prefix: account for prefix, account in timing.accounts(event) if prefix}
    views = list(presenter.versions(event, event.versions))
    for number, view in enumerate(views):
        prefix = f"versions.{number}."
        if (account := accounts.get(prefix)) and account.date:
            views[number] = replace(
                view,
                when=dating.views(when.pieces(account.date)),
                year_inferred=account.dating.year is Year.INFERRED,
                dating=_dating(presenter, prefix, account) if account.is_reasoned else None,
            )
    dated = {number: version.date for number, version in enumerate(event.versions) if version.date}
    known = {number: when.sort_key(date) for number, date in dated.items() if date.is_known}
    in_order = sorted(known, key=known.__getitem__) + [number for number in range(len(views)) if number not in known]
    return tuple(views[number] for number in in_order)


def _dating(presenter: Presenter, prefix: str, event: Event) -> DatingView:
    """How the date of an event was reasoned, or of a version of one, whose keys begin with `prefix`."""
    reasoned = event.dating
    interval = computed = weekday = ""
    voice = presenter.voice(event, f"{prefix}dating.words") if reasoned.words else None
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
