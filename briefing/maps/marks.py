"""The pins of a drawing: each disc, where it may stand, and its name."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.maps import lettering
from briefing.maps.geometry import Box, Pin
from briefing.maps.lettering import Text
from briefing.maps.room import Pixel, Room, around

#: The disc of a pin, and the gap between it and its name, in pixels.
RADIUS, GAP = 13, 6
_RINGS = (30, 44, 60, 80, 104, 132, 164, 200)
_STEPS = 16


class Mark(Struct, frozen=True):
    """A pin, in pixels of the drawing: the middle of its disc and its name, if there was room for it.

    `leader` is the line from the place itself to the disc, where that had to stand aside; the place is at its start,
    `dot`. `far` says how far the place lies outside the map, as `177 km north of Jarinje`.
    """

    id: str
    number: int
    x: int
    y: int
    name: Text | None = None
    dot: Pixel | None = None
    leader: str = ""
    far: str = ""


def discs(at: Sequence[Pixel], room: Room, radius: int = RADIUS) -> list[Pixel]:
    """Where the discs of places stand: on the place if nothing is in the way there, else as near as there is room.

    A disc for which there is no room at all stays on its place.
    """
    covered = {place for place in at if not room.is_free(around(*place, radius))}
    room.take(*(around(x, y, 3) for x, y in (*_crowded(at, radius), *sorted(covered))))
    placed: list[Pixel] = []
    for x, y in at:
        if (x, y) in covered or any(math.dist((x, y), other) < 2 * radius + 2 for other in placed):
            x, y = next(_aside((x, y), at, placed, room, radius), (x, y))
        placed.append((x, y))
    room.take(*(around(x, y, radius) for x, y in placed))
    return placed


def _crowded(at: Sequence[Pixel], radius: int) -> Iterator[Pixel]:
    """The places that others are so near to that one disc would cover the other."""
    for index, place in enumerate(at):
        if any(math.dist(place, other) < 2 * radius + 2 for number, other in enumerate(at) if number != index):
            yield place


def _aside(place: Pixel, at: Sequence[Pixel], placed: Sequence[Pixel], room: Room, radius: int) -> Iterator[Pixel]:
    """Free spots around a place, the nearest first, on the side away from its neighbours before others."""
    near = [other for other in at if other != place and math.dist(place, other) < 3 * radius]
    middle = (sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near)) if near else (place[0], 0.0)
    away = math.atan2(place[1] - middle[1], place[0] - middle[0])
    turns = sorted(range(_STEPS), key=lambda step: (min(step, _STEPS - step), step))
    for ring in _RINGS:
        for turn in turns:
            angle = away + turn * 2 * math.pi / _STEPS
            spot = round(place[0] + ring * math.cos(angle)), round(place[1] + ring * math.sin(angle))
            clear = all(math.dist(spot, other) > 2 * radius + 2 for other in placed)
            if clear and room.is_free(around(*spot, radius)):
                yield spot


def names(x: int, y: int, name: str, most: float, radius: int = RADIUS) -> Iterator[tuple[Text, Box]]:
    """Where the name of a pin may stand, the best spot first: beside it in one line or more, above, below, aslant."""
    if not name:
        return
    lines = list(lettering.breaks(name, most))
    off = radius + GAP
    for each in lines:
        for side, anchor in ((off, "start"), (-off, "end")):
            yield lettering.text(x + side, y, anchor, each)
    for each in lines:
        high = lettering.leading() * len(each) / 2
        for up in (-off - high, off + high - 2):
            yield lettering.text(x, y + up, "middle", each)
    for each in lines:
        high = lettering.leading() * len(each) / 2
        for up in (-off * 0.7 - high, off * 0.7 + high):
            yield lettering.text(x + off * 0.6, y + up, "start", each)
            yield lettering.text(x - off * 0.6, y + up, "end", each)


def marks(
    pins: Sequence[Pin],
    named: Sequence[str],
    at: Sequence[Pixel],
    stand: Sequence[Pixel],
    room: Room,
    most: float,
    radius: int = RADIUS,
) -> Iterator[Mark]:
    """The pins with their names, each at the first spot that meets nothing and crosses no boundary, if it can be.

    `at` are the places themselves, `stand` the middles of their discs, `most` how wide a name may be.
    """
    asides = [place != spot for place, spot in zip(at, stand, strict=True)]
    room.ink((place, spot) for place, spot, aside in zip(at, stand, asides, strict=True) if aside)
    for pin, name, place, (x, y), aside in zip(pins, named, at, stand, asides, strict=True):
        leader = f"M{place[0]} {place[1]}L{x} {y}" if aside else ""
        text = room.place(names(x, y, name, most, radius))
        yield Mark(pin.id, pin.number, x, y, text, place if aside else None, leader)
