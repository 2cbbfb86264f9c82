"""The region of a dossier, cut from the theme's map of the world."""

from __future__ import annotations

import json
import math
import re

from briefing.maps import crop, distance, geojson, geometry, places
from briefing.maps.geometry import AREAS, Box, Shape
from briefing.model.settings import THEME

#: The file in `content/maps/` that the cut map becomes.
FILE = "region.geojson"
#: What is kept around the region, as a share of its size and at least in units, so that a map's edges show no cut.
_AROUND, _LEAST = 0.5, 3.0
#: How far the world's lines may lie off, in kilometres (theme/static/maps/README.md), and the share of a map's width
#: from which on that is seen: half a pin.
_OFF, _SEEN = 3, 1 / 50
_NUMBER = r"\s*(-?\d{1,3}(?:\.\d+)?)\s*"
_FORM = re.compile(",".join([_NUMBER] * 4), re.ASCII)


class RegionError(ValueError):
    """A region that cannot be cut; the text says what must hold."""


def box(text: str) -> Box:
    """Read `west,south,east,north` in degrees; the east may lie beyond 180. Raises RegionError."""
    found = _FORM.fullmatch(text)
    west, south, east, north = map(float, found.groups()) if found else (0.0, 0.0, 0.0, 0.0)
    if not (-180 <= west < east <= 360 and east - west <= 360 and -85 <= south < north <= 85):
        form = "west,south,east,north in degrees, as 18.4,41.8,23.1,46.2; a region on the date line goes on beyond 180"
        raise RegionError(f"--region must be {form}; not {text[:80]!r}")
    (left, bottom), (right, top) = geometry.project(west, south), geometry.project(east, north)
    return Box(left, bottom, right, top)


def cut(region: Box) -> bytes:
    """The world's map around a region, as GeoJSON. Raises RegionError where there is nothing but water."""
    x = max(_LEAST, (region.east - region.west) * _AROUND)
    y = max(_LEAST, (region.north - region.south) * _AROUND)
    world = geojson.read_base_map([THEME / places.WORLD])
    shapes = crop.crop(world, region.around(x, y), 0.0, most_points=10**9).shapes
    if not shapes:
        raise RegionError("--region must hold some land on the world's map; is it west,south,east,north?")
    document = {"type": "FeatureCollection", "features": [_feature(shape) for shape in shapes]}
    return (json.dumps(document, separators=(",", ":")) + "\n").encode()


def too_coarse(region: Box) -> str:
    """A sentence of warning where the world's map is too coarse for a map of this region; else empty."""
    _, middle = geometry.unproject(region.middle)
    degree = distance.kilometres((0.0, 0.0), (0.0, 1.0)) * math.cos(math.radians(middle))
    wide = max(region.east - region.west, region.north - region.south) * degree
    if wide * _SEEN > _OFF:
        return ""
    told = (
        f"The region is about {round(wide)} km wide, and lines of the world's map may lie {_OFF} km off, which shows. "
    )
    return told + f"Replace content/maps/{FILE} by a finer map; docs/records.md, under Base map, says how."


def _feature(shape: Shape) -> dict[str, object]:
    """A shape as a feature, its points in degrees and as exact as the world's map has them."""
    paths = [[_degrees(point) for point in path] for path in shape.paths]
    is_area = shape.kind in AREAS
    geometry = {"type": "Polygon" if is_area else "LineString", "coordinates": paths if is_area else paths[0]}
    return {"type": "Feature", "properties": {"k": shape.kind, "s": shape.line}, "geometry": geometry}


def _degrees(point: geometry.Point) -> list[float]:
    return [round(value, 2) for value in geometry.unproject(point)]
