"""The drawn map: the same pins and base map as plain shapes, for inline SVG that needs no JavaScript, and for print.

Standard library only. All strings made here are path data of our own; names are put in by the template, which escapes
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.crop import crop
from briefing.geo import AREAS, MOST_LABELLED, BaseMap, Box, Kind, Line, Pin, Point, extent, fit_zoom, scale, spread

MOST_POINTS = 3000
ENLARGED = 2.0
_PADDING = 70
_RADIUS, _GAP, _LETTER, _HEIGHT = 13, 5, 8.4, 20


@dataclass(frozen=True, slots=True)
class Mark:
    """A pin on the drawing, in its pixels. `side` is where its name has room: right, left, above, below, or empty if
    nowhere.

    `roomy` says that the name has room even when pins and names are drawn twice as large, as on a phone.
    """

    id: str
    number: int
    x: int
    y: int
    side: str
    roomy: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing. Each string is the `d` of one SVG path, empty if there is nothing to draw; `dots` stands in for more
    than 100 pins.

    The shapes go on beyond the view box, so that a box of any proportions can be filled (`overflow: visible`).
    """

    width: int
    height: int
    land: str
    lakes: str
    rivers: str
    schematic: str
    borders: str
    disputed: str
    pins: tuple[Mark, ...]
    dots: str

    @property
    def view_box(self) -> str:
        """The value of the SVG's `viewBox`."""
        return f"0 0 {self.width} {self.height}"


def draw(pins: Sequence[Pin], base: BaseMap, width: int = 720, height: int = 540) -> Drawing:
    """Draws the pins, in their order, and the base map around them, `width` by `height` pixels, all in whole pixels."""
    box = extent(pins, base)
    factor = scale(fit_zoom(pins, base, width, height, _PADDING))
    left = (box.west + box.east - width / factor) / 2
    top = (box.south + box.north + height / factor) / 2

    def place(point: Point) -> tuple[int, int]:
        return round((point[0] - left) * factor), round((top - point[1]) * factor)

    shown = Box(left, top - height / factor, left + width / factor, top).around(
        0.4 * width / factor, 0.3 * height / factor
    )
    part = crop(base, shown, 0.7 / factor, MOST_POINTS)

    def path(kind: Kind, line: Line) -> str:
        close = "z" if kind in AREAS else ""
        trails = (
            [place(point) for point in trail]
            for shape in part.shapes
            if shape.kind is kind and shape.line is line
            for trail in shape.paths
        )
        return "".join(_path(trail, close) for trail in trails)

    at = [place(point) for point in spread(pins)]
    few = len(pins) <= MOST_LABELLED
    return Drawing(
        width=width,
        height=height,
        land=path(Kind.LAND, Line.PLAIN),
        lakes=path(Kind.LAKE, Line.PLAIN),
        rivers=path(Kind.RIVER, Line.PLAIN),
        schematic=path(Kind.RIVER, Line.SCHEMATIC) + path(Kind.BORDER, Line.SCHEMATIC),
        borders=path(Kind.BORDER, Line.PLAIN),
        disputed=path(Kind.BORDER, Line.DISPUTED) + path(Kind.RIVER, Line.DISPUTED),
        pins=tuple(_marks(pins, at, width, height)) if few else (),
        dots="" if few else "".join(f"M{x} {y}h0" for x, y in sorted(set(at))),
    )


def _path(trail: list[tuple[int, int]], close: str) -> str:
    """One path in steps from point to point; points on the same pixel are one. Empty if no line is left."""
    x, y = trail[0]
    steps = ""
    for next_x, next_y in trail[1:]:
        if (next_x, next_y) != (x, y):
            steps += f"{' ' if steps and next_x >= x else ''}{next_x - x}{' ' if next_y >= y else ''}{next_y - y}"
            x, y = next_x, next_y
    return f"M{trail[0][0]} {trail[0][1]}l{steps}{close}" if steps else ""


def _marks(pins: Sequence[Pin], at: Sequence[tuple[int, int]], width: int, height: int) -> Iterator[Mark]:
    """Gives each name the first side where it meets no pin, no earlier name and no edge; first drawn large, else as it
    is.
    """
    taken = {size: [_around(x, y, size) for x, y in at] for size in (ENLARGED, 1.0)}
    for pin, (x, y) in zip(pins, at, strict=True):
        side, roomy = "", False
        for size in (ENLARGED, 1.0) if pin.letters else ():
            for name, label in _labels(x, y, pin.letters, size):
                inside = label.west >= 0 and label.south >= 0 and label.east <= width and label.north <= height
                if inside and not any(label.meets(other) for other in taken[size]):
                    side, roomy = name, size == ENLARGED
                    break
            if side:
                break
        yield Mark(pin.id, pin.number, x, y, side, roomy)
        for size, boxes in taken.items():
            boxes += [label for name, label in _labels(x, y, pin.letters, size) if name == side]


def _around(x: int, y: int, size: float) -> Box:
    return Box(x, y, x, y).around(_RADIUS * size, _RADIUS * size)


def _labels(x: int, y: int, letters: int, size: float) -> Iterator[tuple[str, Box]]:
    long, high, off = letters * _LETTER * size, _HEIGHT * size / 2, (_RADIUS + _GAP) * size
    yield "right", Box(x + off, y - high, x + off + long, y + high)
    yield "left", Box(x - off - long, y - high, x - off, y + high)
    yield "above", Box(x - long / 2, y - off - 2 * high, x + long / 2, y - off)
    yield "below", Box(x - long / 2, y + off, x + long / 2, y + off + 2 * high)
