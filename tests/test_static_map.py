"""The drawn map: shapes, pins, labels, and what the template makes of them."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from markupsafe import Markup
from msgspec.structs import replace

from briefing.maps import static
from briefing.maps.crop import crop
from briefing.maps.geojson import read_base_map
from briefing.maps.geometry import BaseMap, Box, Kind, Label, Line, Pin, Shape, box_of, project
from briefing.maps.static import Drawing
from briefing.site import templates
from tests.other import MAP
from tests.support import ROOT, ragged_coast

PATHS = ("land", "lakes", "rivers", "schematic", "borders", "disputed", "dots")
FOUR = (
    Pin("jarinje", 1, 43.2186, 20.6917, 7),
    Pin("north-mitrovica", 2, 42.8955, 20.8660, 15),
    Pin("pristina", 3, 42.6727, 21.1669, 8),
    Pin("belgrade", 4, 44.8040, 20.4651, 8),
)


@pytest.fixture(scope="module")
def world() -> BaseMap:
    return read_base_map([ROOT / "theme" / "static" / "maps" / "world.geojson"])


def line(*points: tuple[float, float], kind: Kind = Kind.BORDER, how: Line = Line.PLAIN) -> Shape:
    return Shape(kind, how, (points,))


def size(drawing: Drawing) -> int:
    return sum(len(getattr(drawing, name)) for name in PATHS)


def test_pins_stand_where_they_belong(world: BaseMap) -> None:
    drawing = static.draw(FOUR, world)
    assert (drawing.width, drawing.height) == (720, 540)
    assert [(mark.id, mark.number) for mark in drawing.pins] == [(pin.id, pin.number) for pin in FOUR]
    jarinje, mitrovica, pristina, belgrade = drawing.pins
    assert belgrade.y < jarinje.y < mitrovica.y < pristina.y
    assert belgrade.x < jarinje.x < mitrovica.x < pristina.x
    assert all(0 < mark.x < 720 and 0 < mark.y < 540 for mark in drawing.pins)


def test_names_do_not_meet_each_other_even_on_a_phone(world: BaseMap) -> None:
    marks = static.draw(FOUR, world).pins
    assert all(mark.roomy for mark in marks)
    boxes = [
        box
        for pin, mark in zip(FOUR, marks, strict=True)
        for side, box in static._labels(mark.x, mark.y, pin.letters, static.ENLARGED)
        if side == mark.side
    ]
    assert len(boxes) == 4
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))


def test_a_name_without_room_is_left_out(world: BaseMap) -> None:
    crowd = [Pin(f"p-{number}", number, 10 + number % 6 / 10, 10 + number // 6 / 10, 30) for number in range(36)]
    sides = [mark.side for mark in static.draw(crowd, world).pins]
    assert "" in sides
    assert [mark.side for mark in static.draw([Pin("a", 1, 0, 0, 0)], world).pins] == [""]


def test_a_name_of_an_area_takes_the_first_spot_with_room(world: BaseMap) -> None:
    taken, free, outside = project(20.866, 42.9), project(20.7, 43.9), project(0, 0)
    labels = (Label("Here", (taken, free)), Label("Here too", (free,)), Label("Far", (outside,)))
    first, second, third = static.draw(FOUR, replace(world, labels=labels)).areas
    assert (first.shown, first.roomy, first.spots) == (True, True, "42.900,20.866 43.900,20.700")
    assert 0 < first.y < 400
    assert not second.shown
    assert not third.shown


def test_names_of_areas_cross_the_date_line_with_the_pins(world: BaseMap) -> None:
    both = [Pin("suva", 1, -18.1, 178.4), Pin("apia", 2, -13.8, -171.8)]
    (area,) = static.draw(both, replace(world, labels=(Label("Tonga", (project(-175.2, -20),)),))).areas
    assert area.spots == "-20.000,184.800"


def test_names_of_both_sides_are_shown_on_every_screen() -> None:
    base = read_base_map([MAP])
    places = [
        Pin("spring", 1, -16.8302, 179.9415, 11),
        Pin("port", 2, -16.7, 179.5, 9),
        Pin("tank", 3, -17.05, -179.45, 15),
    ]
    for size in ((720, 540), (360, 360)):
        areas = {area.text: area for area in static.draw(places, base, *size).areas}
        assert list(areas) == ["Oruna", "Telissa"]
        assert areas["Oruna"].shown
        assert areas["Telissa"].shown


@pytest.mark.parametrize(
    "places",
    [
        [(42.9, 20.9)],
        [(31.778, 35.229), (31.79, 35.24)],
        [(-18.1, 178.4), (-13.8, -171.8)],
        [(78.2, 15.6), (79.0, 12.0)],
        [(90.0, 0.0), (-90.0, 0.0)],
        [(-34.6, -58.4), (35.7, 139.7), (51.5, -0.1)],
        [],
    ],
)
def test_any_place_on_earth_within_the_budget(world: BaseMap, places: list[tuple[float, float]]) -> None:
    drawing = static.draw([Pin(f"p-{number}", number, *place) for number, place in enumerate(places)], world)
    assert all(0 <= mark.x <= 720 and 0 <= mark.y <= 540 for mark in drawing.pins)
    assert size(drawing) <= 25_000
    for name in PATHS:
        assert re.fullmatch(r"[-Mlhz0-9 ]*", getattr(drawing, name))


def test_a_dossiers_own_map_is_brought_within_the_budget(tmp_path: Path) -> None:
    (tmp_path / "coast.geojson").write_text(ragged_coast(), "utf-8")
    assert 0 < size(static.draw(FOUR, read_base_map([tmp_path / "coast.geojson"]))) <= 25_000


def test_fiji_is_drawn_as_whole_islands(world: BaseMap) -> None:
    assert len(static.draw([Pin("suva", 1, -18.1, 178.4), Pin("lakeba", 2, -18.2, -178.8)], world).land) > 100


def test_more_than_a_hundred_pins_become_dots(world: BaseMap) -> None:
    many = [Pin(f"p-{number}", number, number % 120 - 60, number * 7 % 350 - 175) for number in range(3000)]
    drawing = static.draw(many, world)
    assert drawing.pins == ()
    assert drawing.dots.count("M") > 500
    assert size(drawing) <= 60_000


def test_each_sort_of_line_has_its_own_path() -> None:
    across = ((20.0, 48.0), (22.0, 50.0))
    base = BaseMap((line(*across, how=Line.DISPUTED), line(*across, kind=Kind.RIVER, how=Line.SCHEMATIC)))
    drawing = static.draw(FOUR, base)
    assert drawing.disputed
    assert drawing.schematic
    assert not drawing.borders + drawing.rivers + drawing.land + drawing.lakes


def test_areas_are_cut_and_lines_end_near_the_box() -> None:
    square = Shape(Kind.LAND, Line.PLAIN, (((-50, -50), (50, -50), (50, 50), (-50, 50), (-50, -50)),))
    part = crop(BaseMap((square, line((-9, 0), (9, 0), (60, 0), (70, 0)))), Box(-10, -10, 10, 10), 0.0, 99)
    assert [box_of(shape.paths[0]) for shape in part.shapes] == [Box(-10, -10, 10, 10), Box(-9, 0, 60, 0)]


def test_shapes_are_thinned_until_they_are_few() -> None:
    wave = line(*((x / 100, x % 2 / 50) for x in range(200)))
    kept = crop(BaseMap((wave,)), Box(-10, -10, 10, 10), 0.001, 50).shapes[0].paths[0]
    assert 2 <= len(kept) <= 50
    assert (kept[0], kept[-1]) == (wave.paths[0][0], wave.paths[0][-1])


def test_the_template_escapes_names_and_links_every_pin(world: BaseMap) -> None:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "theme" / "templates"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["cached"] = templates.cached
    name = '<b>"${1}`{{ 7*7 }}'
    links = [SimpleNamespace(title=name, url=f"places/{pin.id}/") for pin in FOUR]
    when = (SimpleNamespace(words="about ", iso="", url=""), SimpleNamespace(words=name, iso="2022-10-28", url=""))
    event = SimpleNamespace(url="timeline/#e", title=name, when=when, year_inferred=True, turns=())
    places = [
        SimpleNamespace(id=pin.id, number=pin.number, link=link, summary=name, events=[event], actors=[link], briefs=[])
        for pin, link in zip(FOUR, links, strict=True)
    ]
    view = SimpleNamespace(
        html=Markup('<div id="map_1"></div>'),
        script="m.js",
        leaflet_js="l.js",
        leaflet_css="l.css",
        module="map.js",
        drawing=static.draw(FOUR, replace(world, labels=(Label(name, (project(20.6, 43.9),)),))),
        title=name,
        note="",
        credit=name,
        area=name,
        fine=(SimpleNamespace(credit=name, address=""),),
        tiles=False,
    )
    html = environment.get_template("partials/map.html").render(map=view, pins=places, page=SimpleNamespace(root="../"))
    assert html.count('<a class="map__pin') == 4
    assert html.count('href="../places/jarinje/"') == 3  # the pin, and in its card the title and an actor
    assert html.count(' class="map__area') == 1
    assert "<b>" not in html
    assert " ".join(html.split()).count("about <time") == 4
    assert html.count("(year inferred)") == 4
    assert "Dashed lines are boundaries whose status is disputed" in html
    assert "Dotted lines" not in html
    assert "rivers" not in html
    assert "openstreetmap" not in html
    assert "style=" not in html
    assert '<script defer src="../map.js">' in html
