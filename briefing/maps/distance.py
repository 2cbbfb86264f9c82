"""How far apart two points of the Earth are, in a straight line over its surface."""

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
