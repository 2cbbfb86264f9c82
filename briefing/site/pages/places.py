"""Places: how they are shown, the map with its list, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.maps.geometry import MOST_LABELLED
from briefing.model import addresses, wording
from briefing.model.records import Place
from briefing.site.pages import events
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record
from briefing.site.pages.events import EventLineView
from briefing.site.presenter import Presenter
from briefing.site.views import AgainstView, CitationView, Link, LocalName, MapView, SaidView


class PlaceView(Struct, frozen=True):
    """A place. `number` is on its pin; latitude and longitude are in degrees."""

    id: str
    number: int
    link: Link
    kind: str
    names: tuple[LocalName, ...]
    latitude: float
    longitude: float
    coordinates: str
    precision: str
    coordinates_from: str
    summary: str
    basis: str
    citations: tuple[CitationView, ...]
    said: tuple[SaidView, ...]
    against: tuple[AgainstView, ...]
    events: tuple[EventLineView, ...] = ()
    actors: tuple[Link, ...] = ()
    questions: tuple[Link, ...] = ()
    briefs: tuple[Link, ...] = ()


class PinView(Struct, frozen=True):
    """What a drawn map shows of a place."""

    number: int
    link: Link


def view(presenter: Presenter, id: str, related: bool = True) -> PlaceView:
    """A place; with its events, actors, questions and briefs if `related`."""
    lookup = presenter.lookup
    record = lookup.record(Place, id)

    def links(kind: str) -> tuple[Link, ...]:
        return lookup.links(kind, lookup.list(kind, "places", id)) if related else ()

    return PlaceView(
        id=record.id,
        number=record.order,
        link=lookup.link("places", id),
        kind=wording.PLACE_KIND[record.kind],
        names=tuple(LocalName(tag, wording.language(tag), form) for tag, form in record.names.items()),
        latitude=record.latitude,
        longitude=record.longitude,
        coordinates=wording.coordinates(record.latitude, record.longitude),
        precision=record.precision,
        coordinates_from=record.coordinates_from,
        summary=record.summary,
        basis=presenter.basis(record.basis, record.cite),
        citations=presenter.citations(record.cite),
        said=presenter.said(record),
        against=presenter.against(record),
        events=events.lines(presenter, lookup.list("events", "places", id)) if related else (),
        actors=links("actors"),
        questions=links("questions"),
        briefs=links("briefs"),
    )


def places(site: Site) -> Iterator[Page]:
    """The map with the list of places, and each place. Very many are dots on the map and are listed by name only."""
    ids = site.index.list("places")
    many = len(ids) > MOST_LABELLED
    yield Page("places/", "places", _map_and_list, (site.map, many))
    for id in ids:
        yield Page(addresses.of_name(f"places/{id}"), "place", _place, (id, None if many else site.map))


def _map_and_list(presenter: Presenter, map: MapView | None, many: bool) -> Context:
    ids = presenter.lookup.list("places")
    return {
        "title": "Places",
        "description": f"Where {presenter.dossier.title} happens: a map, and the same places as a list.",
        "breadcrumbs": crumbs(),
        "map": map,
        "places": () if many else tuple(view(presenter, id) for id in ids),
        "listed": tuple((id, presenter.lookup.link("places", id)) for id in ids) if many else (),
    }


def _place(presenter: Presenter, id: str, drawn: MapView | None) -> Context:
    """The page of a place, with the `drawn` map unless that has dots, none of which could stand out."""
    place = presenter.lookup.record(Place, id)
    pins = presenter.lookup.list("places") if drawn else ()
    return {
        **of_record(presenter, place, place.name, place.summary, SECTIONS["places"]),
        "place": view(presenter, id),
        "body": presenter.prose(place),
        "drawn": drawn,
        "pins": tuple(PinView(*pin) for pin in enumerate(presenter.lookup.links("places", pins), 1)),
    }
