"""Flat shapes as a PNG picture, with smooth edges: no font, no library. Pure.

A shape is a list of closed trails of points in pixels; it is filled where trails wind around a point.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

#: A point in pixels from the upper left corner, a trail of them, and a colour (red, green, blue: 0 to 255).
Point = tuple[float, float]
Trail = Sequence[Point]
Colour = tuple[int, int, int]

#: Into how many lines each row of pixels is cut, and into how many parts each pixel of such a line.
_LINES, _PARTS = 4, 4
_WHOLE = _LINES * _PARTS
#: Half the width in pixels below which the joints of a line need no discs.
_THIN = 1.6


class Picture:
    """A picture of `width` by `height` pixels that shapes are painted on, one over the other."""

    def __init__(self, width: int, height: int, ground: Colour) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray(bytes(ground) * width) for _ in range(height)]

    def fill(self, shape: Iterable[Trail], colour: Colour) -> None:
        """Paint a shape in one colour; what lies outside of the picture is left out."""
        for y, line in _crossings(shape, self.height).items():
            cover: dict[int, int] = defaultdict(int)  # by how much it changes from each pixel on
            for spans in line:
                for start, end in _spans(spans):
                    _cover(cover, start, min(end, self.width * _PARTS))
            self._paint(self._rows[y], cover, colour)

    def stroke(self, trails: Iterable[Trail], colour: Colour, wide: float) -> None:
        """Paint lines along trails, `wide` pixels wide and round at their ends."""
        self.fill([part for trail in trails for part in _thick(trail, wide / 2)], colour)

    def disc(self, middle: Point, radius: float, colour: Colour) -> None:
        """Paint a disc."""
        self.fill([circle(middle, radius)], colour)

    def _paint(self, row: bytearray, cover: dict[int, int], colour: Colour) -> None:
        """Blend a colour into a row, in runs of pixels that are covered equally."""
        share = 0
        for x, after in pairwise([*sorted(cover), self.width]):
            share += cover[x]
            if share == _WHOLE:
                row[3 * x : 3 * after] = bytes(colour) * (after - x)
            elif share:
                for at in range(3 * x, 3 * after):
                    row[at] += (colour[at % 3] - row[at]) * share // _WHOLE

    def png(self, credit: str = "") -> bytes:
        """The picture as a PNG file, which names whose it is."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        data = zlib.compress(b"".join(b"\0" + row for row in self._rows), 9)
        chunks = [(b"IHDR", head), (b"IDAT", data), (b"IEND", b"")]
        if credit:
            chunks.insert(1, (b"iTXt", b"Copyright" + bytes(5) + credit.encode()))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def circle(middle: Point, radius: float) -> list[Point]:
    """A circle as a trail."""
    x, y = middle
    sides = max(6, math.ceil(radius * 2))
    turns = (2 * math.pi * side / sides for side in range(sides))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def dashed(trail: Trail, on: float, off: float) -> Iterator[list[Point]]:
    """The dashes of a line along a trail, `on` pixels long and `off` apart."""
    dash, left, drawn = [trail[0]], on, True
    for (x, y), (to_x, to_y) in pairwise(trail):
        length, done = math.hypot(to_x - x, to_y - y), 0.0
        while length - done > left:
            done += left
            turn = (x + (to_x - x) * done / length, y + (to_y - y) * done / length)
            if drawn:
                yield [*dash, turn]
            dash, drawn = [turn], not drawn
            left = on if drawn else off
        left -= length - done
        if drawn:
            dash.append((to_x, to_y))
    if drawn and len(dash) > 1:
        yield dash


def _thick(trail: Trail, half: float) -> Iterator[list[Point]]:
    """A line as shapes that all turn the same way: a box for each step, and a disc at each point. Boxes of a thin line
    reach over its points instead, which is quicker and looks the same.
    """
    over = half if half < _THIN else 0.0
    for (x, y), (to_x, to_y) in pairwise(trail):
        if length := math.hypot(to_x - x, to_y - y):
            right, down = half * (to_x - x) / length, half * (to_y - y) / length
            on, off = over / half * right, over / half * down
            x, y, to_x, to_y = x - on, y - off, to_x + on, to_y + off
            yield [
                (x + down, y - right),
                (to_x + down, to_y - right),
                (to_x - down, to_y + right),
                (x - down, y + right),
            ]
    if not over:
        yield from (circle(point, half) for point in trail)


def _crossings(shape: Iterable[Trail], height: int) -> dict[int, list[list[tuple[float, int]]]]:
    """By row, for each of its lines, where a shape's edges cross it, in parts of pixels, and which way they go."""
    found: dict[int, list[list[tuple[float, int]]]] = defaultdict(lambda: [[] for _ in range(_LINES)])
    for trail in shape:
        for (x, y), (to_x, to_y) in pairwise([*trail, trail[0]]):
            way, (x, y, to_x, to_y) = (1, (x, y, to_x, to_y)) if y < to_y else (-1, (to_x, to_y, x, y))
            first, last = math.ceil(y * _LINES - 0.5), math.ceil(to_y * _LINES - 0.5)
            slope = (to_x - x) / (to_y - y) if first < last else 0.0
            for line in range(max(first, 0), min(last, height * _LINES)):
                at = x + slope * ((line + 0.5) / _LINES - y)
                found[line // _LINES][line % _LINES].append((at * _PARTS, way))
    return found


def _spans(crossings: list[tuple[float, int]]) -> Iterator[tuple[int, int]]:
    """From where to where a line is inside, in parts of pixels."""
    winding = start = 0
    for at, way in sorted(crossings):
        if not winding:
            start = max(round(at), 0)
        winding += way
        if not winding and round(at) > start:
            yield start, round(at)


def _cover(cover: dict[int, int], start: int, end: int) -> None:
    """Note which pixels a span covers, and how much of each."""
    if start >= end:
        return
    (first, before), (last, over) = divmod(start, _PARTS), divmod(end, _PARTS)
    cover[first] += _PARTS - before
    cover[first + 1] += before
    cover[last] -= _PARTS - over
    cover[last + 1] -= over


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
