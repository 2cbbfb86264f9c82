"""What tells how long and which way things are on a drawing: the scale bar and the arrow to the north."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from briefing.maps import distance, lettering
from briefing.maps.geometry import Box
from briefing.maps.marks import RADIUS
from briefing.maps.room import Pixel, Room, around
from briefing.maps.window import Window

_SIZE = 13
#: The plate behind the bar, the arrow with its letter, and their distance from the edges, in pixels.
_HIGH, _NORTH, _EDGE = 30, (22, 44), 8


class Bar(Struct, frozen=True):
    """A scale bar: its plate, the bar's length in pixels and what that length is."""

    x: int
    y: int
    width: int
    height: int
    length: int
    words: str


class North(Struct, frozen=True):
    """The arrow to the north: the upper left corner of its box of 22 by 44 pixels."""

    x: int
    y: int


def bar(window: Window, room: Room, at: Sequence[Pixel]) -> Bar:
    """The scale bar, in a corner; where a length differs over the map, it says for which latitude it holds."""
    metre = window.metres()
    most = min(140.0, window.width / 5)
    metres = distance.round_length(most * metre)
    length = round(metres / metre)
    words = round_words(metres)
    if not window.is_even():
        latitude = round(window.latitude)
        words += f" at {abs(latitude)}° {'N' if latitude >= 0 else 'S'}"
    width = round(max(length, lettering.width(words, _SIZE)) + 16)
    x, y = _corner(window, room, at, (width, _HIGH), (False, True))
    return Bar(x, y, width, _HIGH, length, words)


def round_words(metres: float) -> str:
    """A round length in words: `500 m`, `2 km`."""
    return f"{metres:,.0f} m" if metres < 1000 else f"{metres / 1000:,.0f} km"


def north(window: Window, room: Room, at: Sequence[Pixel]) -> North:
    """The arrow to the north, in a corner that is free."""
    return North(*_corner(window, room, at, _NORTH, (True, True)))


def _corner(
    window: Window, room: Room, at: Sequence[Pixel], size: tuple[int, int], first: tuple[bool, bool]
) -> tuple[int, int]:
    """The corner for a thing where the fewest pins are, and of such ones first the one asked for (right, below)."""
    right, below = first
    spots = [
        (window.width - size[0] - _EDGE if is_right else _EDGE, window.height - size[1] - _EDGE if is_below else _EDGE)
        for is_right, is_below in ((right, below), (not right, below), (right, not below), (not right, not below))
    ]
    boxes = [Box(x, y, x + size[0], y + size[1]) for x, y in spots]
    best = min(boxes, key=lambda box: (not room.is_free(box), sum(box.meets(around(*pin, RADIUS)) for pin in at)))
    room.take(best.around(4, 4))
    return spots[boxes.index(best)]
