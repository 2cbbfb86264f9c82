"""Checks on places."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from briefing.checks import Checked, Finding, check
from briefing.maps.distance import kilometres
from briefing.model.records import Place, Record

#: What belongs to a point on the map.
_POINT = ("latitude", "longitude", "precision", "coordinates_from")


@check()
def check_point_incomplete(record: Record) -> Iterator[Finding]:
    """A point on the map must have `latitude`, `longitude`, `precision` and `coordinates_from`; a place without one has
    none of them.
    """
    missing = [key for key in _POINT if getattr(record, key) in (None, "")] if isinstance(record, Place) else []
    if missing and len(missing) < len(_POINT) and record.is_sure(*_POINT):
        given = next(key for key in _POINT if key not in missing)
        lacking = " and ".join(f"`{key}`" for key in missing)
        message = (
            f"a point on the map must have {', '.join(f'`{key}`' for key in _POINT)}; here {lacking} must be added."
        )
        yield Finding(record, given, message, "Add what is missing; or take out all four, for a place without a pin.")


@check()
def check_focus_pinless(checked: Checked) -> Iterator[Finding]:
    """A place that the map is framed on must have a point."""
    dossier, places = checked.corpus.dossier, checked.corpus.places
    for index, id in enumerate(dossier.map.focus):
        if id in places and not places[id].point and places[id].is_sure(*_POINT):
            message = f"the map is framed on `{id}`, so that place must have a point."
            remedy = f"Add {', '.join(f'`{key}`' for key in _POINT)} to `{places[id].path}`; or take it out of `focus`."
            yield Finding(dossier, f"map.focus.{index}", message, remedy)


@check()
def check_coordinates_swapped(checked: Checked) -> Iterator[Finding]:
    """Latitude and longitude must not be swapped: a place far from all others that swapped would lie among them."""
    points = {id: place.point for id, place in checked.corpus.places.items() if place.point}
    if len(points) < 3 or not checked.is_sure("content/places", "latitude", "longitude"):
        return
    centre = (median(north for north, _ in points.values()), median(east for _, east in points.values()))
    spread = median(kilometres(point, centre) for point in points.values())
    for id, (latitude, longitude) in points.items():
        if abs(longitude) > 90:
            continue
        place = checked.corpus.places[id]
        as_is = kilometres((latitude, longitude), centre)
        swapped = kilometres((longitude, latitude), centre)
        if as_is > max(1000, 5 * spread) and swapped < max(300, 2 * spread):
            message = f"latitude must be north-south and longitude east-west; swapped, {place.name} would lie "
            message += f"{as_is - swapped:,.0f} km nearer to the other places."
            yield Finding(place, "latitude", message, "Swap `latitude` and `longitude`.")
