"""Checks on places."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

from briefing.checks import Checked, Finding, check


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in kilometres of two points (latitude, longitude) in degrees: the haversine formula, with
    the Earth's mean radius of 6371 km.
    """
    lat_a, lon_a, lat_b, lon_b = (math.radians(angle) for angle in (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(half)))


@check()
def check_coordinates_swapped(checked: Checked) -> Iterator[Finding]:
    """Latitude and longitude must not be swapped: a place far from all others that swapped would lie among them."""
    places = list(checked.corpus.places.values())
    if len(places) < 3 or not checked.is_sure("content/places", "latitude", "longitude"):
        return
    centre = (median(place.latitude for place in places), median(place.longitude for place in places))
    spread = median(_distance((place.latitude, place.longitude), centre) for place in places)
    for place in places:
        if abs(place.longitude) > 90:
            continue
        as_is = _distance((place.latitude, place.longitude), centre)
        swapped = _distance((place.longitude, place.latitude), centre)
        if as_is > max(1000, 5 * spread) and swapped < max(300, 2 * spread):
            message = f"latitude must be north-south and longitude east-west; swapped, {place.name} would lie "
            message += f"{as_is - swapped:,.0f} km nearer to the other places."
            yield Finding(place, "latitude", message, "Swap `latitude` and `longitude`.")
