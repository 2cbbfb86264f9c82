"""The list of briefs, and each brief."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import addresses, dates, text
from briefing.model.records import Brief
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record, parts, with_neighbours
from briefing.site.presenter import Presenter
from briefing.site.views import Link

#: How many words a minute adults read silently in their own language (Brysbaert 2019).
PACE = 238
#: A brief of at least so many minutes says at its head what is on the page.
LONG = 3
#: Below the text stand links to at most so many kinds of records.
KINDS = 3


def briefs(site: Site) -> Iterator[Page]:
    """The list of briefs, in parts when it is long, and each brief."""
    ids = site.index.list("briefs")
    pages = parts(ids)
    for number, part in enumerate(pages, 1):
        yield Page(_list_url(number), "briefs", _list, (number, len(pages), part, len(ids)))
    for _, id, after in with_neighbours(ids):
        yield Page(addresses.of_name(f"briefs/{id}"), "brief", _brief, (id, after, site.first.get(f"briefs/{id}", "")))


def _list_url(number: int) -> str:
    """Address of a part of the list of briefs, from 1."""
    return f"briefs/index/{number}/" if number > 1 else "briefs/"


def _list(presenter: Presenter, number: int, of: int, ids: tuple[str, ...], total: int) -> Context:
    dossier = presenter.dossier.title
    return {
        "title": f"Briefs, part {number} of {of}" if number > 1 else "Briefs",
        "description": f"Every part of {dossier} in a minute or two, each statement with its source.",
        "breadcrumbs": crumbs(*([SECTIONS["briefs"]] if number > 1 else [])),
        "briefs": presenter.lookup.links("briefs", ids),
        "part": f"Part {number} of {of}: {len(ids)} of {total:,} briefs" if of > 1 else "",
        "previous": Link(f"Part {number - 1}", _list_url(number - 1)) if number > 1 else None,
        "next": Link(f"Part {number + 1}", _list_url(number + 1)) if number < of else None,
    }


def _brief(presenter: Presenter, id: str, after: str | None, first: str) -> Context:
    lookup = presenter.lookup
    brief = lookup.record(Brief, id)
    headings = [heading for heading in brief.prose.headings if heading.level == 2]
    minutes = _minutes(brief)
    return {
        **of_record(presenter, brief, brief.title, brief.summary, SECTIONS["briefs"]),
        "brief": lookup.link("briefs", id),
        "summary": brief.summary,
        "said": presenter.said(brief),
        "updated": dates.words(brief.updated),
        "updated_iso": str(brief.updated),
        "published": dates.words(dates.parse(first)) if first else "",
        "published_iso": first,
        "reading": "One minute to read" if minutes == 1 else f"{minutes} minutes to read",
        "body": presenter.prose(brief),
        "contents": tuple((h.anchor, h.title) for h in headings) if minutes >= LONG else (),
        "kinds": _kinds(presenter, id, after),
    }


def _minutes(brief: Brief) -> int:
    """How long reading all of it takes, in minutes; never less than one."""
    words = brief.prose.words + text.words(f"{brief.title} {brief.summary}")
    return max(1, round(words / PACE))


def _kinds(presenter: Presenter, id: str, after: str | None) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """What to read on, under a title each: at most two kinds of what the brief names, and the next brief."""
    lookup = presenter.lookup
    named = lookup.named(id)
    titles = {
        "actors": "Who is named",
        "questions": "The questions behind it" if len(named["questions"]) > 1 else "The question behind it",
        "events": "Dates",
        "places": "Places",
    }
    found = [(title, lookup.links(kind, named[kind])) for kind, title in titles.items() if named[kind]]
    nearest = [("Next brief", (lookup.link("briefs", after),))] if after else []
    return (*found[: KINDS - len(nearest)], *nearest)
