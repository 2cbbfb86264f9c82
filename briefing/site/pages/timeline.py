"""The timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.model import timing
from briefing.model.records import Event
from briefing.site.pages import events
from briefing.site.pages.choosing import of_lines
from briefing.site.pages.common import MOST, SECTIONS, Context, Page, Site, crumbs, parts, with_neighbours
from briefing.site.pages.drawn import MOST_DRAWN, drawn
from briefing.site.pages.events import EventLineView, EventView
from briefing.site.presenter import Presenter
from briefing.site.views import Link

_Groups = tuple[tuple[str, tuple[EventView | EventLineView, ...]], ...]


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
    ids = presenter.lookup.list("events")
    labels = timing.groups({id: presenter.lookup.record(Event, id) for id in ids})
    lines = {id: events.line(presenter, id) for id in ids}
    groups: dict[str, list[EventView | EventLineView]] = {}
    for id in ids:
        label = labels[id] if len(ids) > MOST_DRAWN else ""
        groups.setdefault(label, []).append(lines[id] if where else events.view(presenter, id))
    dossier = presenter.dossier.title
    return {
        "title": "Timeline",
        "description": f"What happened when in {dossier}, what is due, and how each date was reasoned.",
        "breadcrumbs": crumbs(),
        "lead": _lead(presenter, list(lines.values()), dict.fromkeys(labels.values())),
        "drawn": drawn(presenter, lines, {id: f"#{id}" for id in ids}),
        "choices": of_lines(presenter, lines.values()),
        "groups": _whole(groups),
        "where": where,
        "previous": None,
        "next": None,
    }


def _year_page(
    presenter: Presenter, link: Link, part: tuple[str, ...], before: Link | None, after: Link | None
) -> Context:
    dossier = presenter.dossier.title
    views = {id: events.view(presenter, id) for id in part}
    lines = {id: view.line for id, view in views.items()}
    return {
        "title": f"Timeline: {link.title}",
        "description": f"What happened in {dossier} in {link.title}, and how each date was reasoned.",
        "breadcrumbs": crumbs(SECTIONS["timeline"]),
        "lead": _lead(presenter, list(lines.values()), ()),
        "drawn": drawn(presenter, lines, {id: f"#{id}" for id in part}),
        "choices": of_lines(presenter, lines.values()),
        "groups": (("", tuple(views.values())),),
        "where": {},
        "previous": before,
        "next": after,
    }


def _whole(groups: Mapping[str, list[EventView | EventLineView]]) -> _Groups:
    return tuple((label, tuple(listed)) for label, listed in groups.items())


def _lead(presenter: Presenter, lines: Sequence[EventLineView], years: Sequence[str] | dict[str, None]) -> str:
    """What the page holds, in a sentence or two: how many dates, from when to when, and which of them lie ahead."""
    if not lines:
        return "No date has been published yet."
    known = [year for year in years if year != timing.UNKNOWN]
    when = f", from {known[0]} to {known[-1]}" if known[1:] else f", in {known[0]}" if known else ""
    said = [f"{len(lines):,} {'date' if len(lines) == 1 else 'dates'}{when}."]
    due = [presenter.lookup.record(Event, line.id) for line in lines if line.status == "due"]
    ahead = sum(timing.over(event) is not None for event in due)
    passed, open = sum(line.status == "passed" for line in lines), len(due) - ahead
    if ahead:
        said.append(f"{ahead} {'is' if ahead == 1 else 'are'} still to come.")
    if open:
        said.append(f"{open} {'was' if open == 1 else 'were'} planned, with no day given.")
    if passed:
        ours = "source does" if len(presenter.lookup.list("sources")) == 1 else "sources do"
        were, them = ("was", "it") if passed == 1 else ("were", "them")
        said.append(f"{passed} {were} planned for a day that has passed; what came of {them}, our {ours} not say.")
    return " ".join(said)
