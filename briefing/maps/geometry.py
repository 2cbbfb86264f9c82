"""Points, base maps and plain geometry for both maps, the live one and the static one.

A base map is GeoJSON that an author or the theme brings. Only two closed vocabularies of its properties pass on, `Kind`
(property `k`) and `Line` (property `s`), and the text of a `Label`, which is an author's; all else is dropped here.

Lengths are in *units*: degrees of longitude on the Web Mercator plane, x to the east, y to the north. At zoom z
one unit is `256 * 2**z / 360` pixels wide and high, the scale that web maps share.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations, pairwise
from pathlib import Path

from msgspec import Struct

Point = tuple[float, float]
Trail = tuple[Point, ...]

WORLD_CREDIT = (
    "Land and boundaries: Natural Earth 1:50m (public domain), generalised; lines may lie about 3 km off. "
    "Boundaries show who controls an area, which is no position on whose it is."
)
MOST_BYTES = 4_000_000
MOST_LABELLED = 100
MOST_LABELS, MOST_LETTERS, MOST_SPOTS = 60, 40, 8
_LIMIT = 85.05
_ID = re.compile(r"[a-z0-9-]+")


class Kind(StrEnum):
    """What a shape of the base map is: property `k` of its GeoJSON feature. Drawn in this order."""

    LAND = "land"
    LAKE = "lake"
    RIVER = "river"
    BORDER = "border"


class Line(StrEnum):
    """How far a line can be relied on: property `s` of its GeoJSON feature, PLAIN where there is none."""

    PLAIN = "boundary"
    DISPUTED = "disputed"
    SCHEMATIC = "schematic"


AREAS = (Kind.LAND, Kind.LAKE)
LABEL = "label"


class Pin(Struct, frozen=True):
    """A place: its id, its number, degrees north and east, and how many letters its name has (0: no label)."""

    id: str
    number: int
    latitude: float
    longitude: float
    letters: int = 14

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"the pin's id {self.id!r} must consist of a-z, 0-9 and hyphens")
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"the pin {self.id} must have a latitude within ±90 and a longitude within ±180 degrees")


class Shape(Struct, frozen=True):
    """A polygon (outline and holes, each closed) or a line (one path), in units."""

    kind: Kind
    line: Line
    paths: tuple[Trail, ...]


class Label(Struct, frozen=True):
    """The name of an area: an author's text, and the points at which it may stand, the best one first, in units."""

    text: str
    spots: Trail


class BaseMap(Struct, frozen=True):
    """The shapes and labels of a base map, in the order of the files."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()

    def paths(self, kind: Kind, line: Line) -> list[tuple[Trail, ...]]:
        """The paths of each shape of one sort."""
        return [shape.paths for shape in self.shapes if shape.kind is kind and shape.line is line]


class Box(Struct, frozen=True):
    """A rectangle, in units."""

    west: float
    south: float
    east: float
    north: float

    def around(self, x: float, y: float) -> Box:
        """The same box, `x` wider to the west and to the east, `y` higher to the north and to the south."""
        return Box(self.west - x, self.south - y, self.east + x, self.north + y)

    def meets(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north


def project(longitude: float, latitude: float) -> Point:
    """Degrees to units. Web Mercator ends at ±85.05 degrees; what lies nearer to a pole is put there."""
    clamped = math.radians(min(max(latitude, -_LIMIT), _LIMIT))
    return longitude, math.degrees(math.asinh(math.tan(clamped)))


def unproject(point: Point) -> Point:
    """Units to degrees: (longitude, latitude)."""
    return point[0], math.degrees(math.atan(math.sinh(math.radians(point[1]))))


def scale(zoom: float) -> float:
    """Pixels for one unit at a zoom level."""
    return 256 * math.exp2(zoom) / 360


def spread(pins: Sequence[Pin]) -> tuple[Point, ...]:
    """Where the pins stand, in units and in their order.

    Pins on both sides of the date line are brought together by adding 360 degrees to those in the west: the widest gap
    between neighbours stays outside the map.
    """
    if not pins:
        return ()
    around = sorted({pin.longitude for pin in pins})
    gaps = [(after - before, after) for before, after in pairwise(around)]
    widest, start = max(gaps, default=(0.0, around[0]))
    if widest <= 360 - (around[-1] - around[0]):
        start = around[0]
    return tuple(project(pin.longitude + (360 if pin.longitude < start else 0), pin.latitude) for pin in pins)


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box that holds all points; there must be one."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(up), max(across), max(up))


def extent(pins: Sequence[Pin], base: BaseMap) -> Box:
    """The box of the pins or, without any, of the base map; the whole world if both are empty."""
    points = spread(pins) or tuple(point for shape in base.shapes for path in shape.paths for point in path)
    return box_of(points) if points else Box(-180, -90, 180, 90)


def fit_zoom(pins: Sequence[Pin], base: BaseMap, width: float, height: float, padding: float) -> float:
    """The zoom at which all pins fit into `width` times `height` pixels with `padding` on each side.

    At most 7.5 (a page is about 400 km wide), so that a lone place is seen in its surroundings; more only as far as
    pins need it to stand 30 pixels apart, and at most 14 (about 4 km).
    """
    box = extent(pins, base)
    spans = ((width - 2 * padding, box.east - box.west), (height - 2 * padding, box.north - box.south))
    fits = [math.log2(pixels * 360 / 256 / units) for pixels, units in spans if units > 0]
    apart = [gap for a, b in combinations(spread(pins[:MOST_LABELLED]), 2) if (gap := math.dist(a, b)) > 0]
    needed = math.log2(30 * 360 / 256 / min(apart)) if apart else 0.0
    return min([*fits, max(7.5, min(needed, 14.0))])


def read_base_map(paths: Sequence[Path]) -> BaseMap:
    """Read GeoJSON files as one base map.

    Each file is a FeatureCollection. A feature is an area (`k` is land or lake: Polygon, MultiPolygon), a line (`k` is
    border or river: LineString, MultiLineString; `s` may call it boundary, the default, disputed or schematic) or the
    name of an area (`k` is label, `name` its text: Point, or MultiPoint for several spots, the best one first).
    Every other property is dropped. Longitudes past the date line may run on to ±360.

    Raises ValueError, in plain words and with the file's name, for a file that cannot be read, is larger than 4 MB or
    breaks these rules.
    """
    shapes: list[Shape] = []
    labels: list[Label] = []
    for path in paths:
        try:
            if path.stat().st_size > MOST_BYTES:
                most = MOST_BYTES // 1_000_000
                raise ValueError(f"must not be larger than {most} MB; cut it to the region or simplify it")
            document = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_constant)
            features = tuple(_features(document))
            shapes += [feature for feature in features if isinstance(feature, Shape)]
            labels += (own := [feature for feature in features if isinstance(feature, Label)])
            if len(own) > MOST_LABELS:
                raise ValueError(f"must not have more than {MOST_LABELS} labels; keep those near the places")
        except OSError as error:
            raise ValueError(f"{path.name}: must be a file that can be read ({error.strerror})") from error
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            raise ValueError(f"{path.name}: must be GeoJSON, which is JSON in UTF-8 ({error})") from error
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from error
    return BaseMap(tuple(shapes), tuple(labels))


def _no_constant(name: str) -> float:
    raise ValueError(f"must hold numbers only, not {name}")


def _features(document: object) -> Iterator[Shape | Label]:
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise ValueError("must be a GeoJSON FeatureCollection with a list of features")
    for number, feature in enumerate(features, 1):
        try:
            yield from _feature(feature)
        except ValueError as error:
            raise ValueError(f"feature {number} {error}") from error


def _feature(feature: object) -> Iterator[Shape | Label]:
    match feature:
        case {"properties": {**properties}, "geometry": {"type": name, "coordinates": coordinates}}:
            pass
        case _:
            raise ValueError("must have properties, and a geometry with a type and coordinates")
    kind, line = properties.get("k"), properties.get("s", Line.PLAIN)
    if kind == LABEL:
        yield _label(properties.get("name"), name, coordinates)
        return
    if kind not in tuple(Kind):
        raise ValueError(f'must have a property "k" that is one of: {", ".join((*Kind, LABEL))}')
    if line not in tuple(Line):
        raise ValueError(f'may have a property "s" only as one of: {", ".join(Line)}')
    kind, line = Kind(str(kind)), Line(str(line))
    single, several = ("Polygon", "MultiPolygon") if kind in AREAS else ("LineString", "MultiLineString")
    if name not in (single, several):
        raise ValueError(f"is a {kind}, so its geometry must be a {single} or a {several}")
    for part in _items(coordinates) if name == several else (coordinates,):
        if kind in AREAS:
            yield Shape(kind, Line.PLAIN, tuple(_path(ring, 4) for ring in _items(part)))
        else:
            yield Shape(kind, line, (_path(part, 2),))


def _label(text: object, geometry: object, coordinates: object) -> Label:
    if not isinstance(text, str) or not 0 < len(text) <= MOST_LETTERS or not text.isprintable() or text != text.strip():
        name = f"1 to {MOST_LETTERS} letters, without line breaks or invisible characters"
        raise ValueError(f'is a label, so it must have a property "name" of {name}')
    if geometry not in ("Point", "MultiPoint"):
        raise ValueError("is a label, so its geometry must be a Point or a MultiPoint")
    spots = _items(coordinates) if geometry == "MultiPoint" else [coordinates]
    if len(spots) > MOST_SPOTS:
        raise ValueError(f"is a label, so it must have at most {MOST_SPOTS} points")
    return Label(text, tuple(_point(spot) for spot in spots))


def _items(value: object) -> list[object]:
    if not isinstance(value, list) or not value:
        raise ValueError("must have coordinates as nested, filled lists, as GeoJSON has them")
    return value


def _path(value: object, fewest: int) -> Trail:
    points = tuple(_point(item) for item in _items(value))
    if len(points) < fewest:
        raise ValueError(f"must have at least {fewest} points in each of its paths")
    return points if fewest == 2 or points[0] == points[-1] else (*points, points[0])


def _point(value: object) -> Point:
    match value:
        case [int() | float() as longitude, int() | float() as latitude, *_]:
            has_flags = isinstance(longitude, bool) or isinstance(latitude, bool)
            if not has_flags and abs(longitude) <= 360 and abs(latitude) <= 90:
                return project(float(longitude), float(latitude))
    raise ValueError("must have points as [longitude, latitude] in degrees, with latitudes within ±90")
