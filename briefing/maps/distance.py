"""How far apart two points of the Earth are, in a straight line over its surface, and in which direction."""

from __future__ import annotations

import math

_RADIUS = 6371.0


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude) in degrees: the haversine formula, with the Earth's
    mean radius of 6371 km.
    """
    lat_a, lon_a, lat_b, lon_b = (math.radians(angle) for angle in (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * _RADIUS * math.asin(min(1, math.sqrt(half)))


def bearing(a: tuple[float, float], b: tuple[float, float]) -> float:
    """In which direction one sets out from `a` for `b` by the shortest way: degrees from north to the east, 0 to 360.

    Both are (latitude, longitude) in degrees.
    """
    lat_a, lon_a, lat_b, lon_b = (math.radians(angle) for angle in (*a, *b))
    east = math.sin(lon_b - lon_a) * math.cos(lat_b)
    north = math.cos(lat_a) * math.sin(lat_b) - math.sin(lat_a) * math.cos(lat_b) * math.cos(lon_b - lon_a)
    return math.degrees(math.atan2(east, north)) % 360


def round_length(most: float) -> float:
    """The longest of 1, 2, 5, 10, 20, 50 … that is not more than `most`; both in metres."""
    power: float = 10 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most)
