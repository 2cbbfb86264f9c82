"""Places that lie outside the map: an inset that has them and the map as a frame, or an arrow with the distance."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.maps import distance, geometry, lettering
from briefing.maps.geometry import Box, Pin, Point, Trail
from briefing.maps.lettering import Text
from briefing.maps.marks import GAP, RADIUS, Mark, discs, marks
from briefing.maps.room import Pixel, Room, around
from briefing.maps.window import Window, fitted
from briefing.model import wording

#: The widest and highest inset, its least sides, its margin, how far it lies off the edges, the least side of the frame
#: in it, and how many places it may have.
_INSET, _LEAST, _MARGIN, _OFF, _FRAME, _MOST = (196, 232), (190, 110), 26, 12, 26, 4
_SMALL, _LETTERS = 11, 15
#: An arrow ends this far from the edge of the drawing, and is at least this long. All in pixels.
_EDGE, _SHORTEST = 20, 26
#: How long an arrow should be, so that there is room for the name at its end.
_LONG = 96
_COMING = (1.0, 0.85, 0.7, 0.55)


class Far(Struct, frozen=True):
    """A place outside the map, and the place in focus that is nearest to it."""

    pin: Pin
    name: str
    point: Point
    near: Point
    kilometres: float
    bearing: float
    from_name: str

    @property
    def words(self) -> str:
        """How far it is, and in which direction: `177 km north of Jarinje`."""
        return f"{wording.distance(self.kilometres)} {wording.direction(self.bearing)} of {self.from_name}"


class Ruler(Struct, frozen=True):
    """A line between two places with the distance."""

    path: str
    words: Text | None


class Inset(Struct, frozen=True):
    """A small map in a corner of the drawing: its box in it, and all else in pixels of its own.

    `window` is what it shows, `frame` the map as a box in it.
    """

    x: int
    y: int
    window: Window
    frame: tuple[int, int, int, int]
    pins: tuple[Mark, ...]
    rulers: tuple[Ruler, ...]


class Arrow(Struct, frozen=True):
    """An arrow to a place outside: its line, its head and the pin at its end."""

    path: str
    head: str
    pin: Mark


def far(pins: Sequence[Pin], named: Sequence[str], window: Window) -> list[Far]:
    """The places that are not in the window, each with the nearest one in focus that is."""
    rows = list(zip(pins, named, geometry.spread(pins), strict=True))
    is_in = [window.has_room_for(window.at(point)) for _, _, point in rows]
    shown = [row for row, inside in zip(rows, is_in, strict=True) if inside]
    inner = [row for row in shown if row[0].is_focus] or shown
    found = []
    for (pin, name, point), inside in zip(rows, is_in, strict=True):
        if not inside and inner:
            lengths = [distance.kilometres(other.at, pin.at) for other, *_ in inner]
            near, near_name, near_point = inner[lengths.index(min(lengths))]
            bearing = distance.bearing(near.at, pin.at)
            found.append(Far(pin, name, point, near_point, min(lengths), bearing, near_name))
    return found


def suits_inset(places: Sequence[Far], window: Window) -> bool:
    """Whether an inset says more than arrows: places are few, and the map is more than a dot in an inset with them."""
    if not 0 < len(places) <= _MOST:
        return False
    inner = window.box
    factor = fitted(_outer(places, inner), *_INSET, _MARGIN).factor
    return min(inner.east - inner.west, inner.north - inner.south) * factor >= _FRAME


def _outer(places: Sequence[Far], inner: Box) -> Box:
    corners = [(inner.west, inner.south), (inner.east, inner.north)]
    return geometry.box_of([*corners, *(place.point for place in places)])


def inset(
    places: Sequence[Far], window: Window, room: Room, at: Sequence[Pixel], borders: Sequence[Trail]
) -> Inset | None:
    """An inset with all these places, in the corner with the fewest boundary lines; None where no corner is free.

    `at` are the pins of the map, and `borders`, in units, the lines that distances should not cross.
    """
    outer = _outer(places, window.box)
    factor = fitted(outer, *_INSET, _MARGIN).factor
    across = ((outer.east - outer.west) * factor, (outer.north - outer.south) * factor)
    width, height = (
        round(min(most, max(least, side + 2 * _MARGIN)))
        for most, least, side in zip(_INSET, _LEAST, across, strict=True)
    )
    corners = [(x, y) for y in (_OFF, window.height - height - _OFF) for x in (window.width - width - _OFF, _OFF)]
    boxes = [Box(x, y, x + width, y + height) for x, y in corners]
    held = [around(*place, RADIUS + 4) for place in at]
    free = [box for box in boxes if room.is_free(box) and not any(box.meets(other) for other in held)]
    if not free:
        return None
    box = min(free, key=room.crossed)
    room.take(box.around(6, 6))
    return _filled(places, fitted(outer, width, height, _MARGIN), window.box, box, borders)


def _filled(places: Sequence[Far], small: Window, inner: Box, box: Box, borders: Sequence[Trail]) -> Inset:
    room = Room(small.width, small.height)
    left, top = small.at((inner.west, inner.north))
    right, bottom = small.at((inner.east, inner.south))
    frame = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    ways = [(small.at(place.near), small.at(place.point)) for place in places]
    at = [end for _, end in ways]
    stand = discs(at, room, _SMALL)
    room.ink([frame, *ways])
    pins = [place.pin for place in places]
    named = [place.name for place in places]
    drawn = marks(pins, named, at, stand, room, small.width - 8, _SMALL)
    marked = tuple(replace(mark, far=place.words) for mark, place in zip(drawn, places, strict=True))
    room.ink([small.at(point) for point in border] for border in borders)
    rulers = tuple(
        ruler(start, end, wording.distance(place.kilometres), room)
        for (start, end), place in zip(ways, places, strict=True)
    )
    return Inset(round(box.west), round(box.south), small, (left, top, right - left, bottom - top), marked, rulers)


def ruler(start: Pixel, end: Pixel, words: str, room: Room) -> Ruler:
    """A line between two places, with the words on one side of it where there is room."""
    return Ruler(f"M{start[0]} {start[1]}L{end[0]} {end[1]}", room.place(_on_the_way(start, end, words)))


def _on_the_way(start: Pixel, end: Pixel, words: str) -> Iterator[tuple[Text, Box]]:
    long = math.dist(start, end) or 1.0
    across = (end[1] - start[1]) / long, (start[0] - end[0]) / long
    for share in (0.5, 0.4, 0.6, 0.3, 0.7):
        x, y = (a + share * (b - a) for a, b in zip(start, end, strict=True))
        for side in (1, -1):
            _, box = lettering.text(0, 0, "middle", (words,), _LETTERS)
            off = side * (abs(across[0]) * (box.east - box.west) / 2 + abs(across[1]) * (box.north - box.south) / 2 + 5)
            yield lettering.text(x + off * across[0], y + off * across[1], "middle", (words,), _LETTERS)


def with_room(places: Sequence[Far], window: Window) -> list[Point]:
    """Points that the window should hold, too, so that the arrows to these places are long enough."""
    long = _LONG / window.factor
    turns = [(place.near, math.radians(place.bearing)) for place in places]
    return [(x + math.sin(turn) * long, y + math.cos(turn) * long) for (x, y), turn in turns]


def arrows(places: Sequence[Far], window: Window, room: Room, most: float) -> Iterator[Arrow]:
    """An arrow to each place, in its true bearing from the nearest place in focus, if there is room for its name."""
    for place in places:
        start = window.at(place.near)
        turn = math.radians(place.bearing)
        way = (math.sin(turn), -math.cos(turn))
        for tip in (_tip(start, way, window, share) for share in _COMING):
            if math.dist(start, tip) < RADIUS + _SHORTEST:
                continue
            spot = room.place(_at_the_tip(place, tip, most))
            if spot:
                begin = round(start[0] + way[0] * (RADIUS + 2)), round(start[1] + way[1] * (RADIUS + 2))
                room.take(around(*tip, 8))
                room.ink([(begin, tip)])
                yield Arrow(f"M{begin[0]} {begin[1]}L{tip[0]} {tip[1]}", _head(tip, way), spot)
                break


def _tip(start: Pixel, way: tuple[float, float], window: Window, share: float) -> Pixel:
    """Where the arrow leaves the drawing, or a share of the way there."""
    limits = ((window.width, start[0], way[0]), (window.height, start[1], way[1]))
    ways = [((size - _EDGE if step > 0 else _EDGE) - at) / step for size, at, step in limits if abs(step) > 1e-9]
    long = max(0.0, min(ways)) * share
    return round(start[0] + way[0] * long), round(start[1] + way[1] * long)


def _head(tip: Pixel, way: tuple[float, float]) -> str:
    corners = [(8, 0), (-6, 6), (-6, -6)]
    points = [
        (round(tip[0] + way[0] * ahead - way[1] * aside), round(tip[1] + way[1] * ahead + way[0] * aside))
        for ahead, aside in corners
    ]
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "z"


def _at_the_tip(place: Far, tip: Pixel, most: float) -> Iterator[tuple[Mark, Box]]:
    """Where the pin may stand with its name and distance: right or left of the arrow's tip, or below and above."""
    words = wording.distance(place.kilometres)
    lines = list(lettering.breaks(f"{place.name}, {words}", most))
    off = RADIUS + 12
    for each in lines:
        for down in (0, off, -off):
            for side, anchor in ((1, "start"), (-1, "end")):
                x, y = tip[0] + side * off, tip[1] + down
                text, box = lettering.text(x + side * (RADIUS + GAP), y, anchor, each)
                disc = around(x, y, RADIUS)
                both = Box(
                    min(disc.west, box.west),
                    min(disc.south, box.south),
                    max(disc.east, box.east),
                    max(disc.north, box.north),
                )
                yield Mark(place.pin.id, place.pin.number, x, y, text, far=place.words), both
