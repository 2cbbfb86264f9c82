"""One sheet of the drawn map: everything that stands on the shapes of the base map, each thing where it has room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.maps import furniture, geometry, lettering, outside, plan
from briefing.maps.crop import crop
from briefing.maps.furniture import Bar, North
from briefing.maps.geometry import MOST_LABELLED, BaseMap, Kind, Label, Pin, Point
from briefing.maps.marks import Mark, discs, marks
from briefing.maps.outside import Arrow, Inset, Ruler
from briefing.maps.paths import Path, paths
from briefing.maps.room import Room, around
from briefing.maps.window import WIDE, Window

#: Names of areas: their letters, which are not bold and so as wide as smaller ones, and the room around them.
_AREA_SIZE, _AREA_GAP = 14, 2
#: A name is at most this share of the sheet wide, and what stands at an arrow.
_NAME, _AT_ARROW = 0.4, 0.6
#: At most this many points of the base map are drawn in an inset.
_FEWEST_POINTS = 400


class Scene(Struct, frozen=True):
    """What all sheets of a map show: the places with their names, the base map, and the part of it that is drawn.

    `first` is the window for which the shapes are drawn; of a plan no shapes are.
    """

    pins: Sequence[Pin]
    named: Sequence[str]
    base: BaseMap
    part: BaseMap
    first: Window
    is_plan: bool


class Area(Struct, frozen=True):
    """The name of an area, an author's text, with its middle on the sheet; not `shown` where it has no room.

    `is_focus` says that it stands in the area of the dispute. `spots` are the points at which the live map may put it,
    in degrees: `42.4,20.6 42.7,21`.
    """

    text: str
    x: int
    y: int
    shown: bool
    is_focus: bool
    spots: str


class Sheet(Struct, frozen=True):
    """One size of the drawing, in pixels. `turn` is the SVG transform that lays the shapes under it; empty for none.

    `dots` is a path that has more than 100 places, in place of `pins`. An inset is drawn over `inset_paths`.
    """

    width: int
    height: int
    turn: str
    pins: tuple[Mark, ...]
    dots: str
    areas: tuple[Area, ...]
    inset: Inset | None
    inset_paths: tuple[Path, ...]
    arrows: tuple[Arrow, ...]
    rulers: tuple[Ruler, ...]
    bar: Bar
    north: North


def sheet(scene: Scene, window: Window) -> Sheet:
    """Give everything its place: scale and north, what points outside, pins with their names, names of areas."""
    room = Room(window.width, window.height)
    room.ink([window.at(point) for point in border] for border in _borders(scene.part))
    points = [window.at(point) for point in geometry.spread(scene.pins)]
    inner = [index for index, point in enumerate(points) if window.has_room_for(point)]
    at = [points[index] for index in inner]
    pins, named = [scene.pins[index] for index in inner], [scene.named[index] for index in inner]
    few = len(scene.pins) <= MOST_LABELLED
    bar, north = furniture.bar(window, room, at), furniture.north(window, room, at)
    far = outside.far(scene.pins, scene.named, window) if few else []
    inset = None
    if (window.width, window.height) == WIDE and not scene.is_plan and outside.suits_inset(far, window):
        inset = outside.inset(far, window, room, at, _borders(scene.base))
    stand = discs(at, room) if few else []
    rulers = plan.rulers(pins, stand, room) if scene.is_plan and few else []
    arrows = [] if inset else list(outside.arrows(far, window, room, _AT_ARROW * window.width))
    return Sheet(
        width=window.width,
        height=window.height,
        turn=_turn(window, scene.first),
        pins=tuple(marks(pins, named, at, stand, room, _NAME * window.width)) if few else (),
        dots="" if few else "".join(f"M{x} {y}h0" for x, y in sorted(set(at))),
        areas=tuple(_areas(scene, window, room)) if not scene.is_plan else (),
        inset=inset,
        inset_paths=tuple(paths(_inset_part(scene.base, inset.window), inset.window.at)) if inset else (),
        arrows=tuple(arrows),
        rulers=tuple(rulers),
        bar=bar,
        north=north,
    )


def _borders(base: BaseMap) -> list[geometry.Trail]:
    return [shape.paths[0] for shape in base.shapes if shape.kind is Kind.BORDER]


def _inset_part(base: BaseMap, window: Window) -> BaseMap:
    """What an inset shows: coasts, boundaries and the area of the dispute."""
    shapes = tuple(shape for shape in base.shapes if shape.kind in (Kind.LAND, Kind.AREA, Kind.BORDER))
    margin = 4 / window.factor
    return crop(BaseMap(shapes), window.box.around(margin, margin), 0.7 / window.factor, _FEWEST_POINTS)


def _turn(window: Window, first: Window) -> str:
    """How shapes drawn for the first window are laid under another."""
    if window == first:
        return ""
    x, y = (first.left - window.left) * window.factor, (window.top - first.top) * window.factor
    return f"translate({x:.1f} {y:.1f}) scale({window.factor / first.factor:.4f})"


def _areas(scene: Scene, window: Window, room: Room) -> Iterator[Area]:
    """Give each name of an area the first of its spots where it meets no pin, no name, no edge and no boundary."""
    middle = window.box.middle[0]
    tinted = [shape.paths for shape in scene.part.shapes if shape.kind is Kind.AREA]
    for label in scene.base.labels:
        spots = _turned(label, middle)
        half = lettering.width(label.text, _AREA_SIZE) / 2 + _AREA_GAP
        high = lettering.leading(_AREA_SIZE) / 2 + _AREA_GAP
        spot = room.place([(spot, around(*window.at(spot), half, high)) for spot in spots], is_strict=True)
        degrees = (f"{north:.3f},{east:.3f}" for east, north in map(geometry.unproject, spots))
        x, y = window.at(spot or spots[0])
        is_focus = any(_is_within(spot or spots[0], rings[0]) for rings in tinted)
        yield Area(label.text, x, y, spot is not None, is_focus, " ".join(degrees))


def _turned(label: Label, middle: float) -> list[Point]:
    """The spots of a name on the side of the date line where the map is."""
    return [(east + 360 * round((middle - east) / 360), north) for east, north in label.spots]


def _is_within(point: Point, ring: geometry.Trail) -> bool:
    """Whether a point lies in a closed ring: an odd number of its sides stand to the east of it."""
    x, y = point
    sides = [(a, b) for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y)]
    return sum(x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in sides) % 2 == 1
