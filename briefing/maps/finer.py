"""Which lines of a base map run along finer ones, so that each boundary is drawn once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from briefing.maps.geometry import DOUBLED, BaseMap, Kind, Point, Shape

#: How far, in units, a line may lie off the finer one that stands for it: about 3 km, as lines of 1:10 million do.
_OFF = 0.03
#: What lies farther off for no longer than this still belongs to it.
_LONGEST = 4 * _OFF


def tell_apart(base: BaseMap) -> BaseMap:
    """The base map with its own boundaries cut up: the parts that run along finer ones get the layer DOUBLED."""
    fine = _Near(shape for shape in base.shapes if shape.layer > 0 and shape.kind is Kind.BORDER)
    return replace(base, shapes=tuple(part for shape in base.shapes for part in _parts(shape, fine)))


class _Near:
    """The squares that fine lines pass, to find in one step whether a point lies near one."""

    def __init__(self, shapes: Iterator[Shape]) -> None:
        self.squares: set[tuple[int, int]] = set()
        for shape in shapes:
            for a, b in pairwise(shape.paths[0]):
                steps = max(1, math.ceil(math.dist(a, b) / _OFF))
                for step in range(steps + 1):
                    share = step / steps
                    self.squares.add(self._square((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))))

    def _square(self, point: Point) -> tuple[int, int]:
        return math.floor(point[0] / _OFF), math.floor(point[1] / _OFF)

    def is_at(self, point: Point) -> bool:
        """Whether a line passes this square or one beside it."""
        x, y = self._square(point)
        return any((x + across, y + up) in self.squares for across in (-1, 0, 1) for up in (-1, 0, 1))


def _parts(shape: Shape, fine: _Near) -> Iterator[Shape]:
    if shape.layer or shape.kind is not Kind.BORDER or not fine.squares:
        yield shape
        return
    path = shape.paths[0]
    near = _smoothed([fine.is_at(point) for point in path], path)
    for is_near, steps in groupby(range(len(path) - 1), key=lambda step: near[step] and near[step + 1]):
        first, *others = steps
        last = others[-1] if others else first
        yield replace(shape, paths=(path[first : last + 2],), layer=DOUBLED if is_near else shape.layer)


def _smoothed(near: list[bool], path: Sequence[Point]) -> list[bool]:
    """Short stretches that lie farther off, between two that lie near, count as near."""
    for is_near, indexes in groupby(range(len(near)), key=near.copy().__getitem__):
        run = list(indexes)
        inner = run[0] > 0 and run[-1] < len(near) - 1
        if not is_near and inner and math.dist(path[run[0] - 1], path[run[-1] + 1]) < _LONGEST:
            near[run[0] : run[-1] + 1] = [True] * len(run)
    return near
