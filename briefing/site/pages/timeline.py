"""The timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from briefing.model import timing, wording
from briefing.model.records import Event
from briefing.site.pages import events
from briefing.site.pages.common import MOST, SECTIONS, Context, Page, Site, crumbs, parts, with_neighbours
from briefing.site.presenter import Presenter
from briefing.site.views import Link


def timeline(site: Site) -> Iterator[Page]:
    """All events by year. Very many have a line each here, and their whole entries on pages of their years, so that
    the address of an event does not depend on how many there are.
    """
    if len(site.index.list("events")) <= MOST:
        yield Page("timeline/", "timeline", _timeline, ({},))
        return
    by_year: dict[str, list[str]] = {}
    for id, label in timing.groups(site.index.corpus.events).items():
        by_year.setdefault(label, []).append(id)
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
    there = f"timeline/{year.casefold().replace(',', '').replace(' ', '-')}/"
    return f"{there}{number}/" if number > 1 else there


def _timeline(presenter: Presenter, where: Mapping[str, str]) -> Context:
    """The timeline; `where` gives the page of each event's whole entry, or is empty when all are whole here."""
    groups: dict[str, list[events.EventView | events.EventLineView]] = {}
    counts: Counter[str] = Counter()
    ids = presenter.lookup.list("events")
    labels = timing.groups({id: presenter.lookup.record(Event, id) for id in ids})
    for id in ids:
        event = events.line(presenter, id)
        counts[event.status] += 1
        groups.setdefault(labels[id], []).append(event if where else events.view(presenter, id))
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
        "groups": ((link.title, tuple(events.view(presenter, id) for id in part)),),
        "counts": (),
        "where": {},
        "previous": before,
        "next": after,
    }
