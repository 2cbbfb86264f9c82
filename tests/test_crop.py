"""A base map cut to a box and thinned."""

from __future__ import annotations

from briefing.maps.crop import crop
from briefing.maps.geometry import BaseMap, Box, Kind, Line, Shape, box_of


def line(*points: tuple[float, float]) -> Shape:
    return Shape(Kind.BORDER, Line.PLAIN, (points,))


def test_areas_are_cut_and_lines_end_near_the_box() -> None:
    square = Shape(Kind.LAND, Line.PLAIN, (((-50, -50), (50, -50), (50, 50), (-50, 50), (-50, -50)),))
    part = crop(BaseMap((square, line((-9, 0), (9, 0), (60, 0), (70, 0)))), Box(-10, -10, 10, 10), 0.0, 99)
    assert [box_of(shape.paths[0]) for shape in part.shapes] == [Box(-10, -10, 10, 10), Box(-9, 0, 60, 0)]


def test_shapes_are_thinned_until_they_are_few() -> None:
    wave = line(*((x / 100, x % 2 / 50) for x in range(200)))
    kept = crop(BaseMap((wave,)), Box(-10, -10, 10, 10), 0.001, 50).shapes[0].paths[0]
    assert 2 <= len(kept) <= 50
    assert (kept[0], kept[-1]) == (wave.paths[0][0], wave.paths[0][-1])
