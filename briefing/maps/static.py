"""The drawn map: pins and base map as plain shapes for inline SVG, which needs no JavaScript and prints well.

It is drawn twice over the same shapes: one sheet for a wide page, one for a phone, so that letters have their size on
both. Path data are made here. Names are an author's text; the template escapes them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.maps import geometry, outside, plan
from briefing.maps.crop import crop
from briefing.maps.finer import tell_apart
from briefing.maps.geometry import DOUBLED, BaseMap, Pin
from briefing.maps.paths import Path, paths
from briefing.maps.sheet import Scene, Sheet, sheet
from briefing.maps.window import WIDE, Window, framed

#: Width and height of the other sheets in pixels: on a phone, on the page of a place.
NARROW, SMALL = (340, 400), (340, 340)
#: At most this many points of the base map are drawn, and on the page of a place.
MOST_POINTS, FEW_POINTS = 3600, 900


class Drawing(Struct, frozen=True):
    """The map on sheets of one or more sizes, the widest first, over the same shapes, which are as the first has them.

    They go on beyond the sheet, so that a box of any proportions can be filled (`overflow: visible`). `grid` is how far
    the lines of a plan are apart, in words; where it is not empty there is no base map under the pins, only the grid.
    """

    paths: tuple[Path, ...]
    sheets: tuple[Sheet, ...]
    grid: str

    @property
    def ids(self) -> frozenset[str]:
        """The places that lie on the map itself."""
        return frozenset(mark.id for mark in self.sheets[0].pins)

    @property
    def names(self) -> frozenset[str]:
        """What is drawn, for the legend."""
        return frozenset(path.name for path in self.paths)


def draw(
    pins: Sequence[Pin],
    named: Sequence[str],
    base: BaseMap,
    sizes: Sequence[tuple[int, int]] = (WIDE, NARROW),
    most_points: int = MOST_POINTS,
) -> Drawing:
    """Draw the pins, in their order and with these names, over the base map around them.

    Each of the `sizes`, in pixels, gives one sheet; a wide one has an inset for what lies outside, others have arrows.
    """
    is_plan = plan.is_needed(pins, base)
    shapes = [] if is_plan else [shape for shape in tell_apart(base).shapes if shape.layer != DOUBLED]
    base = replace(base, shapes=tuple(shapes))
    windows = [plan.window(pins, *size) if is_plan else _window(pins, named, base, *size) for size in sizes]
    part = _part(base, windows, most_points)
    scene = Scene(pins, named, base, part, windows[0], is_plan)
    grid, apart = plan.grid(windows[0]) if is_plan else ("", "")
    return Drawing(
        paths=(Path("grid", grid),) if is_plan else tuple(paths(part, windows[0].at)),
        sheets=tuple(sheet(scene, window) for window in windows),
        grid=apart,
    )


def small(pins: Sequence[Pin], named: Sequence[str], base: BaseMap) -> tuple[Drawing, ...]:
    """Light drawings for the pages of places: framed as the map is and, if places lie outside that, framed on all."""
    whole = [replace(pin, is_focus=True) for pin in pins]
    ways = [pins] if whole == list(pins) else [pins, whole]
    return tuple(draw(way, named, base, [SMALL], FEW_POINTS) for way in ways)


def _window(pins: Sequence[Pin], named: Sequence[str], base: BaseMap, width: int, height: int) -> Window:
    """What a sheet shows; somewhat more on the sides where arrows need room."""
    window = framed(pins, base, width, height)
    far = outside.far(pins, named, window)
    if not far or ((width, height) == WIDE and outside.suits_inset(far, window)):
        return window
    return window.holding(geometry.frame(pins, base), outside.with_room(far, window))


def _part(base: BaseMap, windows: Sequence[Window], most_points: int) -> BaseMap:
    """What of the base map the windows show, and somewhat more."""
    boxes = [window.box for window in windows]
    whole = geometry.box_of([corner for box in boxes for corner in ((box.west, box.south), (box.east, box.north))])
    around = whole.around(0.4 * (whole.east - whole.west), 0.2 * (whole.north - whole.south))
    return crop(base, around, 0.5 / windows[0].factor, most_points)
