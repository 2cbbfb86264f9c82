"""Points, base maps and plain geometry for both maps, the live one and the static one.

Lengths are in *units*: degrees of longitude on the Web Mercator plane, x to the east, y to the north. At zoom z
one unit is `256 * 2**z / 360` pixels wide and high, the scale that web maps share.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations, pairwise

from msgspec import Struct

Point = tuple[float, float]
Trail = tuple[Point, ...]

WORLD_CREDIT = (
    "Land and boundaries: Natural Earth 1:50m (public domain), generalised; lines may lie about 3 km off. "
    "Boundaries show who controls an area, which is no position on whose it is."
)
MOST_LABELLED = 100
#: The layer of lines of a base map that finer ones stand for.
DOUBLED = -1
#: The zoom at which a lone place is seen in its surroundings: a page is about 400 km wide.
SURROUNDINGS = 7.5
_LIMIT = 85.05
_ID = re.compile(r"[a-z0-9-]+")


class Kind(StrEnum):
    """What a shape of the base map is: property `k` of its GeoJSON feature. Drawn in this order.

    AREA is the area of the dispute; it is tinted, and no other area is.
    """

    LAND = "land"
    AREA = "area"
    LAKE = "lake"
    RIVER = "river"
    BORDER = "border"


class Line(StrEnum):
    """How far a line can be relied on: property `s` of its GeoJSON feature, PLAIN where there is none."""

    PLAIN = "boundary"
    DISPUTED = "disputed"
    SCHEMATIC = "schematic"


#: The kinds that are polygons; the others are lines.
AREAS = (Kind.LAND, Kind.AREA, Kind.LAKE)


class Pin(Struct, frozen=True):
    """A place: its id, its number, degrees north and east, and whether the map is framed on it.

    One on which it is not framed may lie outside.
    """

    id: str
    number: int
    latitude: float
    longitude: float
    is_focus: bool = True

    @property
    def at(self) -> tuple[float, float]:
        """Its latitude and longitude, in degrees."""
        return self.latitude, self.longitude

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"the pin's id {self.id!r} must consist of a-z, 0-9 and hyphens")
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"the pin {self.id} must have a latitude within ±90 and a longitude within ±180 degrees")


class Shape(Struct, frozen=True):
    """A polygon (outline and holes, each closed) or a line (one path), in units.

    `layer` is 0 in the base map itself, 1, 2 … in files of finer lines: each stays a layer of its own, for its
    licence may ask for that.
    """

    kind: Kind
    line: Line
    paths: tuple[Trail, ...]
    layer: int = 0


class Label(Struct, frozen=True):
    """The name of an area: an author's text, and the points at which it may stand, the best one first, in units."""

    text: str
    spots: Trail


class BaseMap(Struct, frozen=True):
    """The shapes and labels of a base map, in the order of the files."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()

    def paths(self, kind: Kind, line: Line, layer: int = 0) -> list[tuple[Trail, ...]]:
        """The paths of each shape of one sort in one layer."""
        return [shape.paths for shape in self.shapes if (shape.kind, shape.line, shape.layer) == (kind, line, layer)]


class Box(Struct, frozen=True):
    """A rectangle, in units."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

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


def frame(pins: Sequence[Pin], base: BaseMap) -> Box:
    """What the map is framed on: the pins in focus (all, if none is) and the area of the dispute, if there is one."""
    pairs = list(zip(pins, spread(pins), strict=True))
    points = [point for pin, point in pairs if pin.is_focus] or [point for _, point in pairs]
    if not points:
        return extent(pins, base)
    middle = box_of(points).middle[0]
    for shape in base.shapes:
        if shape.kind is Kind.AREA:
            box = box_of(shape.paths[0])
            turn = 360 * round((middle - box.middle[0]) / 360)
            points += [(box.west + turn, box.south), (box.east + turn, box.north)]
    return box_of(points)


def fit_zoom(pins: Sequence[Pin], box: Box, width: float, height: float, padding: float) -> float:
    """The zoom at which a box fits into `width` times `height` pixels with `padding` on each side.

    A box of the pins alone is shown at most at the zoom SURROUNDINGS; more only as far as pins need it to stand 30
    pixels apart, and at most 14 (about 4 km). A box that is wider than the pins holds their surroundings already.
    """
    spans = ((width - 2 * padding, box.east - box.west), (height - 2 * padding, box.north - box.south))
    fits = [math.log2(pixels * 360 / 256 / units) for pixels, units in spans if units > 0]
    apart = [gap for a, b in combinations(spread(pins[:MOST_LABELLED]), 2) if (gap := math.dist(a, b)) > 0]
    needed = math.log2(30 * 360 / 256 / min(apart)) if apart else 0.0
    is_wider = bool(pins) and box != box_of(spread(pins))
    return min([*fits, 14.0 if is_wider else max(SURROUNDINGS, min(needed, 14.0))])
