"""What all page kinds share: the page itself, what it is made from, and small helpers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FunctionType
from typing import Any, TypeVar

from msgspec import Struct, field

from briefing.model import addresses, hosting, relations, wording
from briefing.model.records import Record
from briefing.site.index import Index
from briefing.site.presenter import Presenter
from briefing.site.views import EditsView, Link, LocalName, MapView

Context = dict[str, Any]
T = TypeVar("T")


class Page(Struct, frozen=True):
    """One file of the site. `make(presenter, *inputs)` returns what the template of the page's kind sees.

    A page is made again when its inputs or the records that it looked up through the presenter have changed. `make`
    must therefore use nothing else; what holds more, such as a function within another, raises TypeError.

    Part of what `make` returns are `title` and `description`, and where the page has them, `breadcrumbs`, `record`, the
    path of the record that it shows, and `review`. A page that is not `listed` is missing from the sitemap and belongs
    to no section.
    """

    url: str
    kind: str
    make: Callable[..., Context]
    inputs: tuple[object, ...] = ()
    listed: bool = True

    def __post_init__(self) -> None:
        make = self.make
        if not isinstance(make, FunctionType) or make.__closure__ or make.__defaults__:
            message = "must be a function by itself, which gets all that it shows by its presenter and its inputs"
            raise TypeError(f"what makes the page {self.url} {message}")
        if self.url and not self.url.endswith(("/", ".html", ".xml", ".txt")):
            raise TypeError(f"the address of a page must end in a slash, or as a file does; {self.url} does not")

    @property
    def path(self) -> str:
        """The file, relative to the output folder."""
        return self.url if self.url.endswith((".html", ".xml", ".txt")) else f"{self.url}index.html"

    @property
    def section(self) -> str:
        """The address of the section to which the page belongs: `actors/` of `actors/eu/`, and of a question."""
        folder = f"{self.url.partition('/')[0]}/" if self.listed else ""
        return SECTIONS["actors"].url if folder == SECTIONS["questions"].url else folder


class Site(Struct, frozen=True):
    """What the pages of a site are made from.

    `quoted` is how many words of each source are quoted, and their share of its text; `edits` are those without a note;
    `first` is the day on which each record was first released, by the record's name.
    """

    index: Index
    map: MapView | None = None
    quoted: dict[str, tuple[int, str]] = field(default_factory=dict)
    edits: tuple[EditsView, ...] = ()
    released: bool = False
    first: Mapping[str, str] = field(default_factory=dict)


#: A page shows at most this many entries in full; more are listed in a line each, or split over several pages.
MOST = 200


def parts(ids: Sequence[str]) -> list[tuple[str, ...]]:
    """A list in parts of at most `MOST`; always at least one part, which may be empty."""
    return [tuple(ids[start : start + MOST]) for start in range(0, max(1, len(ids)), MOST)]


def with_neighbours(items: Sequence[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Each item with the one before and the one after it; None at the ends."""
    return zip([None, *items], items, [*items[1:], None], strict=False)


def crumbs(*links: Link) -> tuple[Link, ...]:
    """The way from the home page."""
    return (Link("Home", ""), *links)


#: The list of each kind of record. Questions are listed below who says what.
SECTIONS = {
    "briefs": Link("Briefs", "briefs/"),
    "actors": Link("Who says what", "actors/"),
    "questions": Link("Questions", "questions/"),
    "places": Link("Places", "places/"),
    "timeline": Link("Timeline", "timeline/"),
    "sources": Link("Sources", "sources/"),
}


def navigation(index: Index) -> tuple[Link, ...]:
    """The sections that the dossier has; a source that is the only one stands for their list."""
    sources = index.list("sources")
    only = Link("Source", addresses.of_name(f"sources/{sources[0]}")) if len(sources) == 1 else SECTIONS["sources"]
    lists = {"briefs": "briefs", "actors": "actors", "events": "timeline", "places": "places"}
    found = [SECTIONS[section] for kind, section in lists.items() if index.list(kind)]
    return (*found, *([only] if sources else []))


def local_names(names: Mapping[str, tuple[str, ...]]) -> tuple[LocalName, ...]:
    """What a record is called in other languages, by the languages' tags."""
    return tuple(LocalName(tag, wording.language(tag), forms) for tag, forms in names.items())


def edit_at(presenter: Presenter, record: Record, key: str) -> str:
    """Where the repository shows the line of a record's key; empty where the dossier has no repository."""
    return hosting.line(presenter.dossier.repository, record.path, record.mark(key).line)


def of_record(presenter: Presenter, record: Record, title: str, description: str, *way: Link) -> Context:
    """What every page of one record shows."""
    return {
        "title": title,
        "description": description,
        "breadcrumbs": crumbs(*way),
        "record": record.path,
        "review": presenter.review(record.review_by, record.owner),
        "changes": presenter.lookup.changes(relations.name(record)),
    }
