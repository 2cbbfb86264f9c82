"""The list of briefs, and each brief."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import addresses, dates
from briefing.model.records import Brief
from briefing.site.pages import events
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record, parts, with_neighbours
from briefing.site.presenter import Presenter
from briefing.site.views import Link


def briefs(site: Site) -> Iterator[Page]:
    """The list of briefs, in parts when it is long, and each brief."""
    ids = site.index.list("briefs")
    pages = parts(ids)
    for number, part in enumerate(pages, 1):
        yield Page(_list_url(number), "briefs", _list, (number, len(pages), part, len(ids)))
    for before, id, after in with_neighbours(ids):
        yield Page(
            addresses.of_name(f"briefs/{id}"), "brief", _brief, (id, before, after, site.first.get(f"briefs/{id}", ""))
        )


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


def _brief(presenter: Presenter, id: str, before: str | None, after: str | None, first: str) -> Context:
    lookup = presenter.lookup
    brief, named = lookup.record(Brief, id), lookup.named(id)
    return {
        **of_record(presenter, brief, brief.title, brief.summary, SECTIONS["briefs"]),
        "brief": lookup.link("briefs", id),
        "summary": brief.summary,
        "said": presenter.said(brief),
        "updated": dates.words(brief.updated),
        "updated_iso": str(brief.updated),
        "published": dates.words(dates.parse(first)) if first else "",
        "published_iso": first,
        "minutes": brief.prose.minutes,
        "body": presenter.prose(brief),
        "contents": tuple((h.anchor, h.title) for h in brief.prose.headings if h.level == 2),
        **{kind: lookup.links(kind, named[kind]) for kind in ("actors", "questions", "places")},
        "mentioned": lookup.links("briefs", lookup.list("briefs", "briefs", id)),
        "events": events.lines(presenter, named["events"]),
        "previous": lookup.link("briefs", before) if before else None,
        "next": lookup.link("briefs", after) if after else None,
    }
