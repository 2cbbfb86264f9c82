"""What part of the base map a drawing shows, and how its units become pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from briefing.maps import distance, geometry
from briefing.maps.geometry import BaseMap, Box, Pin, Point

#: Width and height of the sheet for a wide page, in pixels. Only there an inset has room.
WIDE = (720, 644)
#: The sides of the drawing are at least this share of its width from what it is framed on.
_PADDING = 0.07
#: A pin whose middle is nearer to an edge than this, in pixels, would be cut.
_EDGE = 17


class Window(Struct, frozen=True):
    """`left` and `top` are in units, `factor` is pixels for a unit, `width` and `height` are in pixels."""

    left: float
    top: float
    factor: float
    width: int
    height: int

    @property
    def box(self) -> Box:
        """What is in the window, in units."""
        return Box(self.left, self.top - self.height / self.factor, self.left + self.width / self.factor, self.top)

    @property
    def latitude(self) -> float:
        """The latitude of its middle, in degrees."""
        return geometry.unproject(self.box.middle)[1]

    def at(self, point: Point) -> tuple[int, int]:
        """Where a point stands, in whole pixels."""
        return round((point[0] - self.left) * self.factor), round((self.top - point[1]) * self.factor)

    def has_room_for(self, place: tuple[int, int]) -> bool:
        """Whether a pin whose middle is at these pixels is whole in the window."""
        x, y = place
        return _EDGE <= x <= self.width - _EDGE and _EDGE <= y <= self.height - _EDGE

    def holding(self, box: Box, points: Sequence[Point]) -> Window:
        """A window of the same size that has its box and these points in it, and is not nearer than this one."""
        whole = geometry.box_of([(box.west, box.south), (box.east, box.north), *points])
        return fitted(whole, self.width, self.height, _PADDING * self.width, most=self.factor)

    def metres(self) -> float:
        """How many metres a pixel is wide in the middle of the window."""
        return distance.kilometres((0.0, 0.0), (0.0, 1.0)) * 1000 * math.cos(math.radians(self.latitude)) / self.factor

    def is_even(self) -> bool:
        """Whether a length means nearly the same in all parts of the window."""
        south, north = (geometry.unproject((0.0, edge))[1] for edge in (self.box.south, self.box.north))
        lengths = [math.cos(math.radians(latitude)) for latitude in (south, self.latitude, north)]
        return min(lengths) > 0.9 * max(lengths)


def fitted(box: Box, width: int, height: int, padding: float, most: float = math.inf) -> Window:
    """A window with a box in its middle, as near as its edges allow with this padding, at most at a factor."""
    spans = ((width - 2 * padding, box.east - box.west), (height - 2 * padding, box.north - box.south))
    factor = min([most, *(pixels / units for pixels, units in spans if units > 0)])
    x, y = box.middle
    return Window(x - width / factor / 2, y + height / factor / 2, factor, width, height)


def framed(pins: Sequence[Pin], base: BaseMap, width: int, height: int) -> Window:
    """The window of a map: framed on the pins in focus and on the area of the dispute."""
    box = geometry.frame(pins, base)
    focus = [pin for pin in pins if pin.is_focus] or pins
    padding = width * _PADDING
    return fitted(box, width, height, padding, geometry.scale(geometry.fit_zoom(focus, box, width, height, padding)))
