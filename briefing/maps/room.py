"""Where there is room in a drawing: what is taken, and which boundary lines are crossed. All in pixels, y downwards."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from briefing.maps.geometry import Box

Pixel = tuple[int, int]
Option = TypeVar("Option")
_SQUARE = 4
_EDGE = 4


class Room:
    """The room of one drawing. What is given a place takes it from what comes later."""

    def __init__(self, width: int, height: int) -> None:
        self.frame = Box(_EDGE, _EDGE, width - _EDGE, height - _EDGE)
        self._taken: list[Box] = []
        self._inked: set[tuple[int, int]] = set()

    def take(self, *boxes: Box) -> None:
        """Nothing else may stand here."""
        self._taken += boxes

    def ink(self, trails: Iterable[Sequence[tuple[float, float]]]) -> None:
        """Names should stay clear of these lines."""
        for trail in trails:
            for a, b in pairwise(trail):
                if box_of(a, b).meets(self.frame):
                    self._inked |= set(_squares(a, b))

    def is_free(self, box: Box) -> bool:
        """Whether the box is in the drawing and meets nothing."""
        frame = self.frame
        inside = frame.west <= box.west and frame.south <= box.south
        inside = inside and box.east <= frame.east and box.north <= frame.north
        return inside and not any(box.meets(other) for other in self._taken)

    def crossed(self, box: Box) -> int:
        """How many squares with a line in them lie in the box."""
        across = range(int(box.west) // _SQUARE, int(box.east) // _SQUARE + 1)
        down = range(int(box.south) // _SQUARE, int(box.north) // _SQUARE + 1)
        return sum((x, y) in self._inked for x in across for y in down)

    def place(self, options: Iterable[tuple[Option, Box]], *, is_strict: bool = False) -> Option | None:
        """The first option that is free and crosses no line, else the one that crosses fewest, unless `is_strict`.

        Its box is taken from now on. None where nothing is free.
        """
        best: tuple[Option, Box] | None = None
        fewest = math.inf
        for option, box in options:
            if self.is_free(box) and (crossed := self.crossed(box)) < fewest:
                best, fewest = (option, box), crossed
                if not crossed:
                    break
        if best is None or (is_strict and fewest):
            return None
        self.take(best[1])
        return best[0]


def box_of(a: tuple[float, float], b: tuple[float, float]) -> Box:
    """The box that two points span."""
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def around(x: float, y: float, half: float, half_height: float | None = None) -> Box:
    """A box around a point, by half its width and height."""
    return Box(x, y, x, y).around(half, half if half_height is None else half_height)


def _squares(a: tuple[float, float], b: tuple[float, float]) -> Iterator[tuple[int, int]]:
    steps = max(1, math.ceil(math.dist(a, b) / _SQUARE))
    for step in range(steps + 1):
        share = step / steps
        yield (
            math.floor((a[0] + share * (b[0] - a[0])) / _SQUARE),
            math.floor((a[1] + share * (b[1] - a[1])) / _SQUARE),
        )
