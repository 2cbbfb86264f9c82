"""What all page kinds share: the page itself, what it is made from, and small helpers."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from briefing.model import addresses, relations
from briefing.model.records import Record
from briefing.site.index import Index
from briefing.site.presenter import Presenter
from briefing.site.views import CellView, EditsView, Link, RowView

Context = dict[str, Any]


class Page(Struct, frozen=True):
    """One file of the site. `make` reads records through its Presenter and returns what the template sees.

    `inputs` are the plain values that `make` uses besides; with what the Lookup notes, they are all that the page
    depends on.

    `title`, `description`, `breadcrumbs`, `edit` and `review` are part of what `make` returns, under those names.
    """

    url: str
    kind: str
    make: Callable[[Presenter], Context]
    section: str = ""
    inputs: tuple[object, ...] = ()

    @property
    def save_as(self) -> str:
        """The file, relative to the output folder."""
        return self.url if self.url.endswith((".html", ".xml", ".txt")) else f"{self.url}index.html"


class Site(Struct, frozen=True):
    """What pages are made from besides their Lookup: the index, the day, the map (or None), the sources' shares, what
    was edited without a note, whether anything was released, and when each record was first, by its name.
    """

    index: Index
    today: datetime.date
    map: object | None = None
    quoted: dict[str, tuple[int, str]] = field(default_factory=dict)
    edits: tuple[EditsView, ...] = ()
    released: bool = False
    first: Mapping[str, str] = field(default_factory=dict)


#: More entries than this do not stand on one page as a whole: they are told in a line each, or part by part.
MOST = 200


def parts(ids: Sequence[str]) -> list[tuple[str, ...]]:
    """A long list in parts of at most `MOST`; one part, which may be empty, when it is short."""
    return [tuple(ids[start : start + MOST]) for start in range(0, max(1, len(ids)), MOST)]


def crumbs(*links: Link) -> tuple[Link, ...]:
    """The way from the home page."""
    return (Link("Home", ""), *links)


SECTIONS = {
    "briefs": Link("Briefs", "briefs/"),
    "actors": Link("Actors", "actors/"),
    "questions": Link("Questions", "questions/"),
    "places": Link("Places", "places/"),
    "timeline": Link("Timeline", "timeline/"),
    "sources": Link("Sources", "sources/"),
}


def matrix(presenter: Presenter) -> tuple[tuple[Link, ...], tuple[RowView, ...]]:
    """The matrix: columns are questions (short heads, the full question as note), rows actors."""
    lookup = presenter.lookup
    questions = lookup.list("questions")
    columns = []
    for question in questions:
        link = lookup.link("questions", question)
        columns.append(Link(lookup.question(question).short, link.url, link.title))
    rows = []
    for actor in lookup.list("actors"):
        known = {position.split("/")[1]: position for position in lookup.list("positions", "actors", actor)}
        cells = tuple(
            CellView(presenter.position(known[question], prose=False) if question in known else None)
            for question in questions
        )
        ours = [cell.position.stated.inferred for cell in cells if cell.position]
        rows.append(RowView(lookup.link("actors", actor), cells, ours.count(False), ours.count(True)))
    return tuple(columns), tuple(rows)


def of_record(presenter: Presenter, record: Record, title: str, description: str, *way: Link) -> Context:
    """What every page of one record shows."""
    dossier = presenter.dossier
    return {
        "title": title,
        "description": description,
        "breadcrumbs": crumbs(*way),
        "edit": addresses.edit(dossier.repository, record.path),
        "review": presenter.review(record.review_by, record.owner),
        "changes": presenter.changes(relations.name(record)),
    }
