"""Places: how they are shown, the map with its list, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.maps.distance import kilometres
from briefing.maps.geometry import MOST_LABELLED
from briefing.model import addresses, wording
from briefing.model.records import Place
from briefing.site import life
from briefing.site.pages import choosing, events
from briefing.site.pages.choosing import Choices
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, local_names, of_record
from briefing.site.pages.events import EventLineView
from briefing.site.presenter import Presenter
from briefing.site.views import AgainstView, CitationView, ConfidenceView, Link, LocalName, MapView, SaidView

#: A place's card says of at most this many others how far they are.
MOST_NEAR = 3


class PlaceView(Struct, frozen=True):
    """A place. `number` is on its pin, `point` its latitude and longitude in degrees; 0 and None without a pin.

    `near` are the other places nearest to it, each with how far it is, and `belongs` the ids of its actors.
    """

    id: str
    number: int
    link: Link
    kind: str
    names: tuple[LocalName, ...]
    point: tuple[float, float] | None
    coordinates: str
    precision: str
    coordinates_from: str
    summary: str
    basis: str
    citations: tuple[CitationView, ...]
    said: tuple[SaidView, ...]
    against: tuple[AgainstView, ...]
    confidence: ConfidenceView | None
    events: tuple[EventLineView, ...] = ()
    actors: tuple[Link, ...] = ()
    briefs: tuple[Link, ...] = ()
    near: tuple[tuple[Link, str], ...] = ()
    belongs: tuple[str, ...] = ()


class PinView(Struct, frozen=True):
    """What a drawn map shows of a place."""

    id: str
    link: Link


def view(presenter: Presenter, id: str, related: bool = True) -> PlaceView:
    """A place; with its events, actors, briefs and distances if `related`."""
    lookup = presenter.lookup
    record = lookup.record(Place, id)

    def links(kind: str) -> tuple[Link, ...]:
        return lookup.links(kind, lookup.list(kind, "places", id)) if related else ()

    return PlaceView(
        id=record.id,
        number=record.order,
        link=lookup.link("places", id),
        kind=wording.PLACE_KIND[record.kind],
        names=local_names(record.names),
        point=record.point,
        coordinates=wording.coordinates(*record.point) if record.point else "",
        precision=record.precision,
        coordinates_from=record.coordinates_from,
        summary=record.summary,
        basis=presenter.known(record),
        citations=presenter.cited(record),
        said=presenter.said(record),
        against=presenter.against(record),
        confidence=life.confidence(presenter, record, record.confidence),
        events=events.lines(presenter, lookup.list("events", "places", id)) if related else (),
        actors=links("actors"),
        briefs=links("briefs"),
        near=_near(presenter, record) if related else (),
        belongs=lookup.list("actors", "places", id) if related else (),
    )


def _near(presenter: Presenter, here: Place) -> tuple[tuple[Link, str], ...]:
    """The places nearest to one that has a point, with how far they are in a straight line; none on a map of dots."""
    lookup = presenter.lookup
    pins = lookup.list("pins")
    if here.point is None or len(pins) > MOST_LABELLED:
        return ()
    others = [(kilometres(here.point, point), id) for id in pins if id != here.id if (point := _point(presenter, id))]
    return tuple((lookup.link("places", id), wording.distance(far)) for far, id in sorted(others)[:MOST_NEAR])


def _point(presenter: Presenter, id: str) -> tuple[float, float] | None:
    return presenter.lookup.record(Place, id).point


def with_pins(views: Iterable[PlaceView]) -> tuple[PlaceView, ...]:
    """The places that have a pin."""
    return tuple(view for view in views if view.number)


def places(site: Site) -> Iterator[Page]:
    """The map with the list of places, and each place. Very many are dots on the map and are listed by name only."""
    many = len(site.index.list("pins")) > MOST_LABELLED
    yield Page("places/", "places", _map_and_list, (site.map, many))
    for id in site.index.list("places"):
        yield Page(addresses.of_name(f"places/{id}"), "place", _place, (id, None if many else site.map))


def _map_and_list(presenter: Presenter, map: MapView | None, many: bool) -> Context:
    lookup = presenter.lookup
    pins, ids = lookup.list("pins"), lookup.list("places")
    shown = () if many else pins if len(ids) > MOST_LABELLED else ids
    views = tuple(view(presenter, id) for id in shown)
    return {
        "title": "Places",
        "description": f"Where {presenter.dossier.title} happens: a map, and the same places as a list.",
        "breadcrumbs": crumbs(),
        "map": map,
        "places": views,
        "pins": with_pins(views),
        "choices": Choices(actors=choosing.named(presenter, "actors", (id for view in views for id in view.belongs))),
        "listed": tuple((id, lookup.link("places", id), id in pins) for id in ids[len(shown) :]),
    }


def _place(presenter: Presenter, id: str, drawn: MapView | None) -> Context:
    """The page of a place, with the `drawn` map unless that has dots, none of which could stand out."""
    place = presenter.lookup.record(Place, id)
    shown = view(presenter, id)
    pins = presenter.lookup.list("pins") if drawn else ()
    return {
        **of_record(presenter, place, place.name, place.summary, SECTIONS["places"]),
        "place": shown,
        "kinds": tuple(
            (title, links) for title, links in (("Actors", shown.actors), ("Briefs", shown.briefs)) if links
        ),
        "body": presenter.prose(place),
        "drawn": drawn,
        "pins": tuple(map(PinView, pins, presenter.lookup.links("places", pins))),
    }
