"""The base map as SVG paths, in whole pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from briefing.maps.geometry import AREAS, BaseMap, Kind, Line, Point
from briefing.maps.room import Pixel

#: In the order of drawing: the name of a path, and what it is made of.
_SORTS = (
    ("land", Kind.LAND, Line.PLAIN),
    ("tint", Kind.AREA, Line.PLAIN),
    ("lake", Kind.LAKE, Line.PLAIN),
    ("river", Kind.RIVER, Line.PLAIN),
    ("schematic", Kind.RIVER, Line.SCHEMATIC),
    ("border", Kind.BORDER, Line.PLAIN),
    ("schematic", Kind.BORDER, Line.SCHEMATIC),
    ("disputed", Kind.RIVER, Line.DISPUTED),
    ("disputed", Kind.BORDER, Line.DISPUTED),
)


class Path(Struct, frozen=True):
    """The `d` of one SVG path, and what it shows: land, tint, lake, river, schematic, border, disputed or grid."""

    name: str
    d: str


def paths(part: BaseMap, place: Callable[[Point], Pixel]) -> Iterator[Path]:
    """Each sort of shape and line as one path, and each layer apart."""
    layers = sorted({shape.layer for shape in part.shapes})
    for name, kind, line in _SORTS:
        for layer in layers:
            close = "z" if kind in AREAS else ""
            trails = [trail for shape in part.paths(kind, line, layer) for trail in shape]
            if d := "".join(_path(list(map(place, trail)), close) for trail in trails):
                yield Path(name, d)


def _path(trail: list[Pixel], close: str) -> str:
    """A path as relative steps; points on the same pixel are one. Empty if no line is left."""
    x, y = trail[0]
    steps = ""
    for next_x, next_y in trail[1:]:
        if (next_x, next_y) != (x, y):
            steps += f"{' ' if steps and next_x >= x else ''}{next_x - x}{' ' if next_y >= y else ''}{next_y - y}"
            x, y = next_x, next_y
    return f"M{trail[0][0]} {trail[0][1]}l{steps}{close}" if steps else ""
