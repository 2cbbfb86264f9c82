"""The static map: pins and base map as plain shapes for inline SVG, which needs no JavaScript and prints well.

Path data are made here. The names of areas are an author's text; the template escapes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from briefing.maps import geometry
from briefing.maps.crop import crop
from briefing.maps.geometry import AREAS, MOST_LABELLED, BaseMap, Box, Kind, Label, Line, Pin, Point

#: At most this many points of the base map are drawn, and on a small map.
MOST_POINTS, FEW_POINTS = 3000, 900
#: On a phone, pins and names are drawn this many times larger.
ENLARGED = 2.0
_PADDING = 70
_RADIUS, _GAP, _LETTER, _HEIGHT = 13, 5, 8.4, 20
_Taken = dict[float, list[Box]]
_Option = TypeVar("_Option")


class Mark(Struct, frozen=True):
    """A pin, in pixels of the drawing. `side` is where its name has room: right, left, above, below, or empty.

    `roomy` says that the name has room even when pins and names are enlarged, as on a phone.
    """

    id: str
    number: int
    x: int
    y: int
    side: str
    roomy: bool


class Area(Struct, frozen=True):
    """The name of an area, an author's text, with its middle on the drawing. `shown` is false where it has no room.

    `roomy` is as for a Mark. `spots` are the points at which the live map may put it, in degrees: `42.4,20.6 42.7,21`.
    """

    text: str
    x: int
    y: int
    shown: bool
    roomy: bool
    spots: str


class Drawing(Struct, frozen=True):
    """Each string is the `d` of one SVG path, empty if there is nothing to draw; `dots` replaces more than 100 pins.

    The shapes go on beyond the view box, so that a box of any proportions can be filled (`overflow: visible`).
    """

    width: int
    height: int
    land: str
    tint: str
    lakes: str
    rivers: str
    schematic: str
    borders: str
    disputed: str
    pins: tuple[Mark, ...]
    dots: str
    areas: tuple[Area, ...]


def draw(
    pins: Sequence[Pin], base: BaseMap, width: int = 720, height: int = 540, most_points: int = MOST_POINTS
) -> Drawing:
    """Draw the pins, in their order, and the base map around them, `width` by `height` pixels, in whole pixels."""
    box = geometry.frame(pins, base)
    factor = geometry.scale(geometry.fit_zoom(pins, box, width, height, min(_PADDING, width / 6)))
    left = (box.west + box.east - width / factor) / 2
    top = (box.south + box.north + height / factor) / 2

    def place(point: Point) -> tuple[int, int]:
        return round((point[0] - left) * factor), round((top - point[1]) * factor)

    shown = Box(left, top - height / factor, left + width / factor, top)
    part = crop(base, shown.around(0.4 * width / factor, 0.35 * height / factor), 0.7 / factor, most_points)

    def path(kind: Kind, line: Line) -> str:
        close = "z" if kind in AREAS else ""
        shapes = [shape for shape in part.shapes if shape.kind is kind and shape.line is line]
        return "".join(_path(list(map(place, trail)), close) for shape in shapes for trail in shape.paths)

    at = [place(point) for point in geometry.spread(pins)]
    few = len(pins) <= MOST_LABELLED
    taken: _Taken = {size: [_box(x, y, _RADIUS, _RADIUS, size) for x, y in at if few] for size in (ENLARGED, 1.0)}
    frame = Box(0, 0, width, height)
    return Drawing(
        width=width,
        height=height,
        land=path(Kind.LAND, Line.PLAIN),
        tint=path(Kind.AREA, Line.PLAIN),
        lakes=path(Kind.LAKE, Line.PLAIN),
        rivers=path(Kind.RIVER, Line.PLAIN),
        schematic=path(Kind.RIVER, Line.SCHEMATIC) + path(Kind.BORDER, Line.SCHEMATIC),
        borders=path(Kind.BORDER, Line.PLAIN),
        disputed=path(Kind.BORDER, Line.DISPUTED) + path(Kind.RIVER, Line.DISPUTED),
        pins=tuple(_marks(pins, at, taken, frame)) if few else (),
        dots="" if few else "".join(f"M{x} {y}h0" for x, y in sorted(set(at))),
        areas=tuple(_areas(base.labels, place, taken, frame, (box.west + box.east) / 2)),
    )


def _path(trail: list[tuple[int, int]], close: str) -> str:
    """A path as relative steps; points on the same pixel are one. Empty if no line is left."""
    x, y = trail[0]
    steps = ""
    for next_x, next_y in trail[1:]:
        if (next_x, next_y) != (x, y):
            steps += f"{' ' if steps and next_x >= x else ''}{next_x - x}{' ' if next_y >= y else ''}{next_y - y}"
            x, y = next_x, next_y
    return f"M{trail[0][0]} {trail[0][1]}l{steps}{close}" if steps else ""


def _room(
    options: Mapping[float, Sequence[tuple[_Option, Box]]], taken: _Taken, frame: Box
) -> tuple[_Option | None, float]:
    """The first option whose box is inside the frame and meets none that is taken; enlarged if it can.

    Its boxes of every size count as taken from now on. Returns the option and its size: None and 0 if none has room.
    """
    for size, boxes in options.items():
        for number, (option, box) in enumerate(boxes):
            inside = box.west >= 0 and box.south >= 0 and box.east <= frame.east and box.north <= frame.north
            if inside and not any(box.meets(other) for other in taken[size]):
                for each, others in taken.items():
                    others.append(options[each][number][1])
                return option, size
    return None, 0.0


def _marks(pins: Sequence[Pin], at: Sequence[tuple[int, int]], taken: _Taken, frame: Box) -> Iterator[Mark]:
    """Give each name the first side where it meets no pin, no earlier name and no edge; enlarged if it can."""
    for pin, (x, y) in zip(pins, at, strict=True):
        side, size = _room({size: list(_labels(x, y, pin.letters, size)) for size in taken}, taken, frame)
        yield Mark(pin.id, pin.number, x, y, side or "", size == ENLARGED)


def _areas(
    labels: Sequence[Label], place: Callable[[Point], tuple[int, int]], taken: _Taken, frame: Box, middle: float
) -> Iterator[Area]:
    """Give each name of an area the first of its spots where it meets nothing; enlarged if it can."""
    for label in labels:
        spots = [(east + 360 * round((middle - east) / 360), north) for east, north in label.spots]
        at = [place(spot) for spot in spots]
        half = len(label.text) * _LETTER / 2
        options = {size: [((x, y), _box(x, y, half, _HEIGHT / 2, size)) for x, y in at] for size in taken}
        spot, size = _room(options, taken, frame)
        degrees = (f"{north:.3f},{east:.3f}" for east, north in map(geometry.unproject, spots))
        yield Area(label.text, *(spot or at[0]), size > 0, size == ENLARGED, " ".join(degrees))


def _box(x: int, y: int, width: float, height: float, size: float) -> Box:
    """A box around a point, by half its width and height."""
    return Box(x, y, x, y).around(width * size, height * size)


def _labels(x: int, y: int, letters: int, size: float) -> Iterator[tuple[str, Box]]:
    """Where the name of a pin may stand, the best side first; nowhere if it has no letters."""
    if not letters:
        return
    long, high, off = letters * _LETTER * size, _HEIGHT * size / 2, (_RADIUS + _GAP) * size
    yield "right", Box(x + off, y - high, x + off + long, y + high)
    yield "left", Box(x - off - long, y - high, x - off, y + high)
    yield "above", Box(x - long / 2, y - off - 2 * high, x + long / 2, y - off)
    yield "below", Box(x - long / 2, y + off, x + long / 2, y + off + 2 * high)
