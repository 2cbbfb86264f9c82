"""What the live map shows: the part of the base map, the zoom levels, and all positions as Leaflet wants them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.maps import geometry
from briefing.maps.crop import crop
from briefing.maps.finer import tell_apart
from briefing.maps.geometry import AREAS, DOUBLED, SURROUNDINGS, BaseMap, Box, Kind, Line, Pin, Shape

#: At most this many points of the base map are shown, and of each file of finer lines.
MOST_POINTS, MOST_FINE_POINTS = 5000, 6000
#: The zoom beyond which no map goes: a page is about 4 km wide.
_NEAREST = 14.0
#: A map is worth zooming until half of the steps of its lines are this many pixels long.
_STEP = 12
_WIDE, _NARROW, _FARTHEST, _PADDING = (720, 480), (320, 320), (1200, 800), 48

Corners = list[list[float]]


class Sort(NamedTuple):
    """What shapes have in common that are drawn as one."""

    kind: Kind
    line: Line
    layer: int


class Finer(NamedTuple):
    """A layer of finer lines: where it lies, and the coordinates of its shapes, in the order of `View.shapes`."""

    bounds: Corners
    shapes: list[list[object]]


class View:
    """What is shown.

    `nearest` is the zoom at which the map is framed at most, `coarse` that up to which the lines of its base are meant,
    and `most` the same of finer ones, where they are. `framed`, `whole` and `bounds` are corners in degrees: of what it
    is framed on, of that with all pins, and of how far a reader can move it.
    """

    def __init__(self, pins: Sequence[Pin], base: BaseMap) -> None:
        base = tell_apart(base)
        shapes = tuple(shape for shape in base.shapes if shape.layer != DOUBLED)
        frame = geometry.frame(pins, base)
        whole = _both(frame, geometry.extent(pins, base))
        self.nearest = round(geometry.fit_zoom(pins, frame, *_WIDE, _PADDING), 1)
        self.coarse = _worth([shape for shape in shapes if not shape.layer], frame, self.nearest + 1)
        fine = {layer: [shape for shape in shapes if shape.layer == layer] for layer in range(1, _layers(shapes) + 1)}
        self.most = max([self.coarse, *(_worth(layer, frame, self.coarse) for layer in fine.values())])
        farthest = geometry.fit_zoom(pins, whole, *_NARROW, _PADDING)
        self.least = max(0, math.floor(farthest) - 1)
        scale = geometry.scale(farthest)
        shown = whole.around(*(pixels / scale / 2 for pixels in _FARTHEST))
        middle = shown.middle[0]
        shown = Box(max(shown.west, middle - 180), shown.south, min(shown.east, middle + 180), shown.north)
        self.framed, self.whole = _corners(frame), _corners(whole)
        self.bounds = _corners(_within(base, shown, whole.around(60 / scale, 60 / scale)))
        spread = zip(pins, geometry.spread(pins), strict=True)
        self.locations = [[round(pin.latitude, 6), round(east, 6)] for pin, (east, _) in spread]
        self._part = crop(BaseMap(shapes), shown, 0.5 / geometry.scale(self.coarse - 1), MOST_POINTS)
        self.fine = {number: self._finer(layer, number) for number, layer in fine.items()}

    def shapes(self) -> Iterator[tuple[Sort, tuple[str, list[object]]]]:
        """The shapes as they are at first, in the order of drawing, each sort with GeoJSON's type and coordinates."""
        for sort in self._sorts():
            kind = "MultiPolygon" if sort.kind in AREAS else "MultiLineString"
            yield sort, (kind, _coordinates(self._part, sort, self.coarse))

    def _sorts(self) -> Iterator[Sort]:
        for kind in Kind:
            for line in Line:
                for layer in range(_layers(self._part.shapes) + 1):
                    if self._part.paths(kind, line, layer):
                        yield Sort(kind, line, layer)

    def _finer(self, layer: Sequence[Shape], number: int) -> Finer:
        box = geometry.box_of([point for shape in layer for path in shape.paths for point in path])
        part = crop(BaseMap(tuple(layer)), box, 0.5 / geometry.scale(self.most), MOST_FINE_POINTS)
        sorts = (sort for sort in self._sorts() if sort.layer == number)
        return Finer(_corners(box), [_coordinates(part, sort, self.most) for sort in sorts])


def shape_class(kind: Kind, line: Line) -> str:
    """The class of what is drawn of the base map, the same as on the drawn map."""
    name = "tint" if kind is Kind.AREA else kind.value
    return f"map__{name} map__{name}--{line}"


def _coordinates(base: BaseMap, sort: Sort, zoom: float) -> list[object]:
    """The coordinates of all shapes of a sort, as GeoJSON nests them, in as many digits as a zoom level needs."""
    digits = max(1, math.ceil(math.log10(geometry.scale(zoom))))

    def degrees(path: geometry.Trail) -> list[list[float]]:
        return [[round(angle, digits) for angle in geometry.unproject(point)] for point in path]

    if sort.kind in AREAS:
        return [[degrees(path) for path in paths] for paths in base.paths(*sort)]
    return [degrees(path) for path, *_ in base.paths(*sort)]


def _layers(shapes: Sequence[Shape]) -> int:
    return max((shape.layer for shape in shapes), default=0)


def _worth(shapes: Sequence[Shape], frame: Box, least: float) -> float:
    """The zoom up to which lines are worth looking at: from there on their steps in a frame are long and straight."""
    around = frame.around(1 + (frame.east - frame.west) / 2, 1 + (frame.north - frame.south) / 2)
    steps = sorted(
        math.dist(a, b)
        for shape in shapes
        if shape.line is not Line.SCHEMATIC
        for path in shape.paths
        for a, b in pairwise(path)
        if around.west <= a[0] <= around.east and around.south <= a[1] <= around.north and a != b
    )
    zoom = math.log2(_STEP * 360 / 256 / steps[len(steps) // 2]) if steps else SURROUNDINGS
    return min(_NEAREST, max(least, math.floor(zoom * 2) / 2))


def _both(a: Box, b: Box) -> Box:
    return Box(min(a.west, b.west), min(a.south, b.south), max(a.east, b.east), max(a.north, b.north))


def _corners(box: Box) -> Corners:
    corners = (geometry.unproject((box.west, box.south)), geometry.unproject((box.east, box.north)))
    return [[round(latitude, 4), round(longitude, 4)] for longitude, latitude in corners]


def _within(base: BaseMap, shown: Box, least: Box) -> Box:
    """How far a reader can move the map: not past the edges of a regional base map, but so that all pins fit in."""
    whole = geometry.extent((), base)
    if whole.east - whole.west > 300:
        return shown
    return Box(
        min(max(shown.west, whole.west), least.west),
        min(max(shown.south, whole.south), least.south),
        max(min(shown.east, whole.east), least.east),
        max(min(shown.north, whole.north), least.north),
    )
