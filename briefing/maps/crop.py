"""Cut a base map to a box and thin it out. Lengths are in the units of `briefing.maps.geometry`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefing.maps.geometry import AREAS, BaseMap, Box, Point, Shape, Trail, box_of

#: The tolerance is doubled at most this often; by then it is as wide as any map.
_DOUBLINGS = 24


def crop(base: BaseMap, box: Box, tolerance: float, most_points: int) -> BaseMap:
    """The part of the base map around a box, simplified to at most `most_points` points.

    Areas are cut at the box; lines end where their next point lies outside. Where the box crosses the date line, shapes
    are repeated a whole turn to the east and west. `tolerance`, in units, is how far a point may lie off the simplified
    line (Douglas and Peucker, 1973); it is doubled until the points are few enough. Where that does not help, as with
    thousands of short lines, only the longest shapes stay.
    """
    cut = [piece for shape in base.shapes for turn in (-360, 0, 360) for piece in _cut(_moved(shape, turn, box), box)]
    for _ in range(_DOUBLINGS):
        cut = [small for piece in cut if (small := _simplified(piece, tolerance)).paths]
        if sum(len(path) for shape in cut for path in shape.paths) <= most_points:
            return BaseMap(tuple(cut))
        tolerance *= 2
    longest: set[int] = set()
    for shape in sorted(cut, key=lambda shape: -max(_size(path) for path in shape.paths)):
        most_points -= sum(len(path) for path in shape.paths)
        if most_points < 0:
            break
        longest.add(id(shape))
    return BaseMap(tuple(shape for shape in cut if id(shape) in longest))


def _size(path: Trail) -> float:
    box = box_of(path)
    return (box.east - box.west) + (box.north - box.south)


def _moved(shape: Shape, turn: int, box: Box) -> Shape | None:
    moved = tuple(tuple((x + turn, y) for x, y in path) for path in shape.paths) if turn else shape.paths
    return Shape(shape.kind, shape.line, moved) if box_of(moved[0]).meets(box) else None


def _cut(shape: Shape | None, box: Box) -> Iterator[Shape]:
    if shape is None:
        return
    if shape.kind in AREAS:
        yield Shape(shape.kind, shape.line, tuple(ring for path in shape.paths if (ring := _cut_ring(path, box))))
        return
    run: list[Point] = []
    for a, b in pairwise(shape.paths[0]):
        if box_of((a, b)).meets(box):
            run = run or [a]
            run.append(b)
        elif run:
            yield Shape(shape.kind, shape.line, (tuple(run),))
            run = []
    if run:
        yield Shape(shape.kind, shape.line, (tuple(run),))


def _cut_ring(ring: Trail, box: Box) -> Trail:
    """The ring inside the box (Sutherland and Hodgman, 1974): cut at one side after the other."""
    points = list(ring)
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        inside: list[Point] = []
        for a, b in pairwise(points):
            inside_a, inside_b = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
            if inside_a:
                inside.append(a)
            if inside_a != inside_b:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                inside.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        points = [*inside, inside[0]] if inside else []
    return tuple(points)


def _simplified(shape: Shape, tolerance: float) -> Shape:
    paths = tuple(_thin(path, tolerance) for path in shape.paths)
    return Shape(
        shape.kind, shape.line, tuple(path for path in paths if len(path) >= (4 if shape.kind in AREAS else 2))
    )


def _thin(path: Trail, tolerance: float) -> Trail:
    kept = {0, len(path) - 1}
    spans = [(0, len(path) - 1)]
    while spans:
        first, last = spans.pop()
        farthest = _farthest(path, first, last, tolerance)
        if farthest:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return tuple(path[index] for index in sorted(kept))


def _farthest(path: Trail, first: int, last: int, tolerance: float) -> int:
    """The index of the point farthest from the line between two others; 0 if none is farther than the tolerance."""
    (ax, ay), (bx, by) = path[first], path[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    farthest, off = 0, tolerance * tolerance
    for index in range(first + 1, last):
        x, y = path[index]
        x, y = x - ax, y - ay
        share = (x * dx + y * dy) / length if length else 0.0
        if share >= 1:
            x, y = x - dx, y - dy
        elif share > 0:
            x, y = x - share * dx, y - share * dy
        if x * x + y * y > off:
            farthest, off = index, x * x + y * y
    return farthest
