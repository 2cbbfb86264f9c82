"""Cut a base map to a box and thin it out. Lengths are in the units of `briefing.maps.geometry`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise

from msgspec.structs import replace

from briefing.maps.geometry import AREAS, BaseMap, Box, Shape, Trail, box_of

#: The tolerance is doubled at most this often; by then it is as wide as any map.
_DOUBLINGS = 24


def crop(base: BaseMap, box: Box, tolerance: float, most_points: int) -> BaseMap:
    """The part of the base map around a box, simplified to at most `most_points` points.

    Areas are cut at the box; lines end where their next point lies outside. Where the box crosses the date line, shapes
    are repeated a whole turn to the east and west. `tolerance`, in units, is how far a point may lie off the simplified
    line (Douglas and Peucker, 1973); it is doubled until the points are few enough. Where that does not help, as with
    thousands of short lines, only the longest shapes stay.
    """
    turned = (_turned(shape, degrees) for shape in base.shapes for degrees in (-360, 0, 360))
    cut = [piece for shape in turned if box_of(shape.paths[0]).meets(box) for piece in _cut(shape, box)]
    for _ in range(_DOUBLINGS):
        cut = [small for piece in cut if (small := _simplified(piece, tolerance)).paths]
        if sum(map(_points, cut)) <= most_points:
            return BaseMap(tuple(cut))
        tolerance *= 2
    longest = sorted(range(len(cut)), key=lambda number: -max(map(_size, cut[number].paths)))
    fit = bisect_right(list(accumulate(_points(cut[number]) for number in longest)), most_points)
    return BaseMap(tuple(cut[number] for number in sorted(longest[:fit])))


def _points(shape: Shape) -> int:
    return sum(map(len, shape.paths))


def _size(path: Trail) -> float:
    box = box_of(path)
    return (box.east - box.west) + (box.north - box.south)


def _turned(shape: Shape, degrees: int) -> Shape:
    moved = (tuple((x + degrees, y) for x, y in path) for path in shape.paths)
    return replace(shape, paths=tuple(moved)) if degrees else shape


def _cut(shape: Shape, box: Box) -> Iterator[Shape]:
    if shape.kind in AREAS:
        yield replace(shape, paths=tuple(ring for path in shape.paths if (ring := _cut_ring(path, box))))
        return
    for meets, steps in groupby(pairwise(shape.paths[0]), key=lambda step: box_of(step).meets(box)):
        if meets:
            first, *others = steps
            yield replace(shape, paths=((*first, *(end for _, end in others)),))


def _cut_ring(ring: Trail, box: Box) -> Trail:
    """The ring inside the box (Sutherland and Hodgman, 1974): cut at one side after the other."""
    points = list(ring)
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        inside = []
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
    paths = (_thin(path, tolerance) for path in shape.paths)
    fewest = 4 if shape.kind in AREAS else 2
    return replace(shape, paths=tuple(path for path in paths if len(path) >= fewest))


def _thin(path: Trail, tolerance: float) -> Trail:
    indexes = {0, len(path) - 1}
    spans = [(0, len(path) - 1)]
    while spans:
        first, last = spans.pop()
        farthest = _farthest(path, first, last, tolerance)
        if farthest:
            indexes.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return tuple(path[index] for index in sorted(indexes))


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
