"""The plan: places so close together that the base map says nothing between them, on a plain grid with distances."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from statistics import median

from briefing.maps import distance, furniture, geometry
from briefing.maps.geometry import SURROUNDINGS, BaseMap, Pin
from briefing.maps.outside import Ruler, ruler
from briefing.maps.room import Pixel, Room
from briefing.maps.window import WIDE, Window, fitted, framed
from briefing.model import wording

#: A map must be at least so many times as wide as the steps in which its lines go, which tell how exact they are.
_STEPS = 5
#: Only lines so near, in units, tell how exact the map is here.
_NEAR = 2.0
#: A plan's distance from the edges, in pixels; up to how many places all distances are ruled, and any.
PADDING, _ALL, _MOST = 76, 3, 20


def is_near(pins: Sequence[Pin]) -> bool:
    """Whether the places in focus are so close that a map with all of them in it is nearer than their surroundings."""
    return any(pin.at != pins[0].at for pin in _focus(pins)) and _window(pins).factor > geometry.scale(SURROUNDINGS)


def is_needed(pins: Sequence[Pin], base: BaseMap) -> bool:
    """Whether the base map cannot carry the scale that tells the places in focus apart."""
    box = geometry.box_of(geometry.spread(_focus(pins))) if pins else None
    if not is_near(pins) or geometry.frame(pins, base) != box:
        return False
    near = box.around(_NEAR, _NEAR)
    steps = [math.dist(a, b) for path in _paths(base) for a, b in pairwise(path) if geometry.box_of((a, b)).meets(near)]
    if not steps:
        steps = [math.dist(a, b) for path in _paths(base) for a, b in pairwise(path)]
    window = _window(pins)
    return not steps or window.width / window.factor < _STEPS * median(steps)


def _focus(pins: Sequence[Pin]) -> Sequence[Pin]:
    return [pin for pin in pins if pin.is_focus] or pins


def _window(pins: Sequence[Pin]) -> Window:
    return framed(_focus(pins), BaseMap(()), *WIDE)


def _paths(base: BaseMap) -> Iterator[geometry.Trail]:
    return (path for shape in base.shapes for path in shape.paths)


def window(pins: Sequence[Pin], width: int, height: int) -> Window:
    """The window of a plan: the places in focus, as large as they can be."""
    return fitted(geometry.box_of(geometry.spread(_focus(pins))), width, height, min(PADDING, width / 5))


def grid(shown: Window) -> tuple[str, str]:
    """The lines of the grid as one path, going on beyond the edges, and how far they are apart, in words."""
    metres = distance.round_length(shown.width / 5 * shown.metres())
    step = metres / shown.metres()
    width, height = shown.width, shown.height
    down = [round(width / 2 + step * number) for number in range(-_lines(width, step), _lines(width, step) + 1)]
    across = [round(height / 2 + step * number) for number in range(-_lines(height, step), _lines(height, step) + 1)]
    path = "".join(f"M{x} {-height}V{2 * height}" for x in down) + "".join(f"M{-width} {y}H{2 * width}" for y in across)
    return path, furniture.round_words(metres)


def _lines(length: int, step: float) -> int:
    return math.ceil(1.5 * length / step)


def rulers(pins: Sequence[Pin], at: Sequence[Pixel], room: Room) -> list[Ruler]:
    """Lines with distances: between all of a few places, else from each to the nearest, so that all hang together."""
    ways = list(_ways(pins))
    room.ink((at[a], at[b]) for a, b in ways)
    return [ruler(at[a], at[b], wording.distance(_far(pins[a], pins[b])), room) for a, b in ways]


def _far(a: Pin, b: Pin) -> float:
    return distance.kilometres(a.at, b.at)


def _ways(pins: Sequence[Pin]) -> Iterator[tuple[int, int]]:
    """Pairs of places: all of few, else the shortest ways that join all (Prim, 1957); none where places are many."""
    if len(pins) <= _ALL:
        yield from combinations(range(len(pins)), 2)
    elif len(pins) <= _MOST:
        joined, left = [0], set(range(1, len(pins)))
        while left:
            a, b = min(((a, b) for a in joined for b in left), key=lambda way: (_far(pins[way[0]], pins[way[1]]), way))
            joined.append(b)
            left.remove(b)
            yield a, b
