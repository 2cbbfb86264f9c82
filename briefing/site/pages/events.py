"""Events: how they are shown, and the timeline."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup
from msgspec import Struct

from briefing.model import addresses, dates, wording
from briefing.model.records import Event, Source
from briefing.model.vocabulary import EventState, Year
from briefing.site.pages.common import MOST, SECTIONS, Context, Page, Site, crumbs, parts, with_neighbours
from briefing.site.presenter import Presenter
from briefing.site.views import AgainstView, CitationView, Link, SaidView


class DatingView(Struct, frozen=True):
    """How a date was reasoned. `words` are the source's own, in `language` where that is not the page's, and `voice` is
    who says them; `computed` is the day that the interval gives.
    """

    words: str
    rule: str
    weekday: str
    interval: str
    computed: str
    language: str
    voice: str


class EventLineView(Struct, frozen=True):
    """What a line says of an event. `status` is as in `status()`; `about` goes before a date that is approximate;
    `contradicted` is whether a source says otherwise.
    """

    id: str
    url: str
    title: str
    date: str
    date_iso: str
    end: str
    end_iso: str
    about: str
    year_inferred: bool
    tension: str
    status: str
    status_words: str
    contradicted: bool


class EventView(Struct, frozen=True):
    """An event in full."""

    line: EventLineView
    basis: str
    body: Markup
    citations: tuple[CitationView, ...]
    against: tuple[AgainstView, ...]
    dating: DatingView
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


def line(presenter: Presenter, id: str) -> EventLineView:
    """An event in a line."""
    event = presenter.lookup.record(Event, id)
    state = status(event, bool(presenter.lookup.list("outcomes", "events", id)), presenter.today)
    return EventLineView(
        id=event.id,
        url=addresses.of_name(f"events/{event.id}"),
        title=event.title,
        date=dates.words(event.date),
        date_iso=str(event.date),
        end=dates.words(event.end) if event.end else "",
        end_iso=str(event.end) if event.end else "",
        about=("about" if event.date.day else "during") if event.approximate else "",
        year_inferred=event.dating.year is Year.INFERRED,
        tension=event.dating.tension,
        status=state,
        status_words=wording.EVENT_STATUS[state],
        contradicted=bool(event.against),
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
        dating=_dating(presenter, event),
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
    )


def status(event: Event, has_outcome: bool, today: datetime.date) -> str:
    """`happened`, `due`, `passed` (due, over, no outcome recorded) or `recorded` (due, an outcome recorded)."""
    if event.state is EventState.HAPPENED:
        return "happened"
    if has_outcome:
        return "recorded"
    return "passed" if dates.last_day(event.end or event.date) < today else "due"


def _dating(presenter: Presenter, event: Event) -> DatingView:
    dating = event.dating
    interval = computed = ""
    voice = presenter.voice(event, "dating.words") if dating.words else None
    if dating.interval:
        origin = presenter.lookup.record(Event, dating.interval.origin)
        interval = f"{wording.count(dating.interval.days, 'day')} from {origin.title} ({dates.words(origin.date)})"
        if start := dates.day(origin.date):
            computed = dates.words(dates.partial(start + datetime.timedelta(days=dating.interval.days)))
    return DatingView(
        dating.words,
        dating.rule,
        dating.weekday,
        interval,
        computed,
        presenter.foreign(presenter.lookup.record(Source, event.cite[0].source).language) if event.cite else "",
        voice.words if voice else "",
    )


def timeline(site: Site) -> Iterator[Page]:
    """All events by year. Very many have a line each here, and their whole entries on pages of their years, so that
    the address of an event does not depend on how many there are.
    """
    if len(site.index.list("events")) <= MOST:
        yield Page("timeline/", "timeline", _timeline, ({},))
        return
    by_year: dict[str, list[str]] = {}
    for id, event in site.index.corpus.events.items():
        by_year.setdefault(f"{event.date.year:04d}", []).append(id)
    pages = [
        (Link(f"{year}, part {number}" if number > 1 else year, _year(year, number)), part)
        for year, of_year in by_year.items()
        for number, part in enumerate(parts(of_year), 1)
    ]
    yield Page("timeline/", "timeline", _timeline, ({id: link.url for link, part in pages for id in part},))
    for before, (link, part), after in with_neighbours(pages):
        yield Page(link.url, "timeline", _year_page, (link, part, before and before[0], after and after[0]))


def _year(year: str, number: int) -> str:
    """Address of a year on the timeline, or of a further part of it."""
    return f"timeline/{year}/{number}/" if number > 1 else f"timeline/{year}/"


def _timeline(presenter: Presenter, where: Mapping[str, str]) -> Context:
    """The timeline; `where` gives the page of each event's whole entry, or is empty when all are whole here."""
    groups: dict[str, list[EventView | EventLineView]] = {}
    counts: Counter[str] = Counter()
    for id in presenter.lookup.list("events"):
        event = line(presenter, id)
        counts[event.status] += 1
        groups.setdefault(event.date_iso[:4], []).append(event if where else view(presenter, id))
    dossier = presenter.dossier.title
    return {
        "title": "Timeline",
        "description": f"What happened when in {dossier}, what is due, and how each date was reasoned.",
        "breadcrumbs": crumbs(),
        "groups": tuple(groups.items()),
        "counts": tuple((words, counts[key]) for key, words in wording.EVENT_STATUS.items() if counts[key]),
        "where": where,
        "previous": None,
        "next": None,
    }


def _year_page(
    presenter: Presenter, link: Link, part: tuple[str, ...], before: Link | None, after: Link | None
) -> Context:
    dossier = presenter.dossier.title
    return {
        "title": f"Timeline: {link.title}",
        "description": f"What happened in {dossier} in {link.title}, and how each date was reasoned.",
        "breadcrumbs": crumbs(SECTIONS["timeline"]),
        "groups": ((link.title, tuple(view(presenter, id) for id in part)),),
        "counts": (),
        "where": {},
        "previous": before,
        "next": after,
    }
