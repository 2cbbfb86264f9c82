"""The drawn map: shapes, pins, labels, and what the template makes of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from msgspec.structs import replace

from briefing.maps import lettering, static
from briefing.maps.finer import tell_apart
from briefing.maps.geojson import read_base_map
from briefing.maps.geometry import DOUBLED, BaseMap, Box, Kind, Label, Line, Pin, Shape, project
from briefing.maps.marks import RADIUS
from briefing.maps.room import around
from briefing.maps.sheet import Sheet
from briefing.maps.static import Drawing
from tests.other import MAP
from tests.support import ROOT, ragged_coast

FOUR = (
    Pin("jarinje", 1, 43.2186, 20.6917),
    Pin("north-mitrovica", 2, 42.8955, 20.8660),
    Pin("pristina", 3, 42.6727, 21.1669),
    Pin("belgrade", 4, 44.8040, 20.4651),
)
NAMES = ("Jarinje", "North Mitrovica", "Pristina", "Belgrade")
FOCUS = (*FOUR[:3], replace(FOUR[3], is_focus=False))
QUAY = (Pin("quay", 1, 51.5055, -0.0754), Pin("yard", 2, 51.5071, -0.0722), Pin("gate", 3, 51.5081, -0.0759))


@pytest.fixture(scope="module")
def world() -> BaseMap:
    return read_base_map([ROOT / "theme" / "static" / "maps" / "world.geojson"])


def line(*points: tuple[float, float], kind: Kind = Kind.BORDER, how: Line = Line.PLAIN) -> Shape:
    return Shape(kind, how, (points,))


def size(drawing: Drawing) -> int:
    return sum(len(path.d) for path in drawing.paths) + sum(len(sheet.dots) for sheet in drawing.sheets)


def names(pins: Sequence[Pin]) -> list[str]:
    return [pin.id.replace("-", " ").title() for pin in pins]


def draw(pins: Sequence[Pin], base: BaseMap) -> Drawing:
    return static.draw(pins, names(pins), base)


def boxes(sheet: Sheet) -> list[Box]:
    """What stands on a sheet and must not meet: discs and names, the inset, the scale bar, the arrow to the north."""
    found = [Box(sheet.bar.x, sheet.bar.y, sheet.bar.x + sheet.bar.width, sheet.bar.y + sheet.bar.height)]
    found.append(Box(sheet.north.x, sheet.north.y, sheet.north.x + 22, sheet.north.y + 44))
    if sheet.inset:
        x, y, window = sheet.inset.x, sheet.inset.y, sheet.inset.window
        found.append(Box(x, y, x + window.width, y + window.height))
    for mark in (*sheet.pins, *(arrow.pin for arrow in sheet.arrows)):
        found.append(around(mark.x, mark.y, 0.75 * RADIUS))  # a square within the disc
        if mark.name:
            wide = max(map(lettering.width, mark.name.lines))
            left = mark.name.x - {"start": 0.0, "middle": wide / 2, "end": wide}[mark.name.anchor]
            top = mark.name.y - 0.78 * lettering.leading()
            found.append(Box(left, top, left + wide, top + lettering.leading() * len(mark.name.lines)))
    return found


def assert_apart(sheet: Sheet) -> None:
    """Nothing meets anything else, and nothing is cut."""
    for box in boxes(sheet):
        assert box.west >= 0, sheet
        assert box.south >= 0, sheet
        assert box.east <= sheet.width + 0.5, sheet
        assert box.north <= sheet.height + 0.5, sheet
    for a, b in combinations(boxes(sheet), 2):
        assert not a.around(-0.6, -0.6).meets(b.around(-0.6, -0.6)), (a, b)


def test_pins_stand_where_they_belong(world: BaseMap) -> None:
    for sheet in draw(FOUR, world).sheets:
        assert [(mark.id, mark.number) for mark in sheet.pins] == [(pin.id, pin.number) for pin in FOUR]
        jarinje, mitrovica, pristina, belgrade = sheet.pins
        assert belgrade.y < jarinje.y < mitrovica.y < pristina.y
        assert belgrade.x < jarinje.x < mitrovica.x < pristina.x
        assert all(mark.name and not mark.leader for mark in sheet.pins)
        assert_apart(sheet)


def test_what_lies_outside_the_focus_is_in_an_inset_or_at_an_arrow(world: BaseMap) -> None:
    wide, narrow = draw(FOCUS, world).sheets
    assert [mark.id for mark in wide.pins] == [mark.id for mark in narrow.pins] == [pin.id for pin in FOUR[:3]]
    assert wide.inset
    assert not narrow.inset
    (mark,) = wide.inset.pins
    (arrow,) = narrow.arrows
    assert (mark.id, mark.far) == (arrow.pin.id, arrow.pin.far) == ("belgrade", "177 km north of Jarinje")
    assert [ruler.words and ruler.words.lines for ruler in wide.inset.rulers] == [("177 km",)]
    assert arrow.pin.name
    assert " ".join(arrow.pin.name.lines) == "Belgrade, 177 km"
    assert_apart(wide)
    assert_apart(narrow)


def test_a_place_on_the_other_side_of_the_earth_is_pointed_at(world: BaseMap) -> None:
    far = Pin("wellington", 4, -41.3, 174.8, is_focus=False)
    wide, narrow = draw((*FOUR[:3], far), world).sheets
    assert not wide.inset
    assert [arrow.pin.id for arrow in (*wide.arrows, *narrow.arrows)] == ["wellington"] * 2


def test_pins_closer_than_a_disc_stand_aside_with_a_leader(world: BaseMap) -> None:
    near = [Pin(f"p-{number}", number, 42.9 + number / 1000, 20.9) for number in range(5)]
    for sheet in draw([*near, Pin("far", 9, 44.8, 20.5)], world).sheets:
        assert sum(bool(mark.leader and mark.dot) for mark in sheet.pins) == 4
        assert_apart(sheet)


def test_forty_places_and_long_names_never_meet(world: BaseMap) -> None:
    rows = [(number // 7 / 4 + number % 3 / 50, number % 7 / 3) for number in range(40)]
    pins = [Pin(f"p-{number}", number, 42 + north, 20 + east) for number, (north, east) in enumerate(rows)]
    known = [f"The Provisional Administration of Upper Place {number}" for number in range(40)]
    for sheet in static.draw(pins, known, world).sheets:
        assert len(sheet.pins) == 40
        assert_apart(sheet)


def test_names_are_broken_into_lines_and_cut_when_nothing_helps() -> None:
    assert list(lettering.breaks("North Mitrovica", 200)) == [("North Mitrovica",), ("North", "Mitrovica")]
    assert list(lettering.breaks("North Mitrovica", 100)) == [("North", "Mitrovica")]
    (cut,) = lettering.breaks("Llanfairpwllgwyngyllgogerychwyrndrobwll", 120)
    assert cut[0].endswith("…")
    assert lettering.width(cut[0]) <= 120
    assert lettering.width("オンド泉") == 4 * lettering.SIZE


@pytest.mark.parametrize("shift", [0.0, 104.4, 180.0])
def test_places_that_the_map_cannot_carry_are_a_plan(world: BaseMap, shift: float) -> None:
    quay = [replace(pin, longitude=(pin.longitude + shift + 180) % 360 - 180) for pin in QUAY]
    drawing = draw(quay, world)
    assert drawing.grid == "50 m"
    assert drawing.names == {"grid"}
    for sheet in drawing.sheets:
        assert len(sheet.rulers) == 3
        words = [ruler.words.lines[0] for ruler in sheet.rulers if ruler.words]
        assert words == ["280 m", "290 m", "280 m"]
        assert_apart(sheet)
    fine = [line(*((x / 5000, 61 + x % 2 / 5000) for x in range(-900, 900)))]
    assert not draw(QUAY, BaseMap(tuple(fine))).grid


def test_a_lone_place_is_seen_in_its_surroundings(world: BaseMap) -> None:
    drawing = draw(QUAY[:1], world)
    assert not drawing.grid
    assert "land" in drawing.names


def test_the_map_is_framed_on_the_area_of_the_dispute(world: BaseMap) -> None:
    corners = [project(*corner) for corner in ((20, 42), (22, 42), (22, 43.3), (20, 43.3), (20, 42))]
    area = Shape(Kind.AREA, Line.PLAIN, (tuple(corners),), 1)
    labels = (Label("Inner", (project(20.4, 42.5),)), Label("Outer", (project(19.9, 41.97),)))
    drawing = draw(FOUR[1:3], BaseMap((*world.shapes, area), labels))
    assert "tint" in drawing.names
    inner, outer = drawing.sheets[0].areas
    assert (inner.is_focus, outer.is_focus) == (True, False)
    left, right = (drawing.sheets[0].pins[index].x for index in (0, 1))
    assert right - left < 150, "the whole area is in the picture"


def test_lines_that_run_along_finer_ones_are_drawn_once() -> None:
    coarse = line((19, 48.0), (20, 48.01), (21, 48.0), (22, 49.0), (23, 50))
    fine = replace(line(*((20 + x / 100, 48.0) for x in range(101))), layer=1)
    told = tell_apart(BaseMap((coarse, fine)))
    layers = [(shape.layer, shape.paths[0][0], shape.paths[0][-1]) for shape in told.shapes]
    assert layers == [
        (0, (19, 48.0), (20, 48.01)),
        (DOUBLED, (20, 48.01), (21, 48.0)),
        (0, (21, 48.0), (23, 50)),
        (1, (20.0, 48.0), (21.0, 48.0)),
    ]
    drawing = draw(FOUR[:3], BaseMap((coarse, fine)))
    assert [path.name for path in drawing.paths] == ["border", "border"], "each layer stays apart"


def test_a_name_of_an_area_takes_the_first_spot_with_room(world: BaseMap) -> None:
    taken, free, outside = project(20.866, 42.9), project(21.9, 43.9), project(0, 0)
    labels = (Label("Here", (taken, free)), Label("Here too", (free,)), Label("Far", (outside,)))
    first, second, third = draw(FOUR, BaseMap((), labels)).sheets[0].areas
    assert (first.shown, first.spots) == (True, "42.900,20.866 43.900,21.900")
    assert 0 < first.y < 400
    assert not second.shown
    assert not third.shown


def test_names_of_areas_cross_the_date_line_with_the_pins(world: BaseMap) -> None:
    both = [Pin("suva", 1, -18.1, 178.4), Pin("apia", 2, -13.8, -171.8)]
    (area,) = draw(both, replace(world, labels=(Label("Tonga", (project(-175.2, -20),)),))).sheets[0].areas
    assert area.spots == "-20.000,184.800"


def test_names_of_both_sides_are_shown_on_every_screen() -> None:
    base = read_base_map([MAP])
    places = [Pin("spring", 1, -16.8302, 179.9415), Pin("port", 2, -16.7, 179.5), Pin("tank", 3, -17.05, -179.45)]
    for sheet in static.draw(places, ["Ondo Spring", "Port Sefa", "Telissa Landing"], base).sheets:
        assert [(area.text, area.shown) for area in sheet.areas] == [("Oruna", True), ("Telissa", True)]


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
    drawing = draw([Pin(f"p-{number}", number, *place) for number, place in enumerate(places)], world)
    for sheet in drawing.sheets:
        assert len(sheet.pins) == len(places)
        assert_apart(sheet)
    assert size(drawing) <= 30_000
    for path in drawing.paths:
        assert re.fullmatch(r"[-MHVlhz0-9 ]*", path.d)


def test_a_length_that_differs_over_the_map_is_told_for_a_latitude(world: BaseMap) -> None:
    assert " at " in draw([Pin("a", 1, -34.6, -58.4), Pin("b", 2, 51.5, -0.1)], world).sheets[0].bar.words
    assert draw(FOCUS, world).sheets[0].bar.words == "50 km"


def test_a_dossiers_own_map_is_brought_within_the_budget(tmp_path: Path) -> None:
    (tmp_path / "coast.geojson").write_text(ragged_coast(), "utf-8")
    assert 0 < size(draw(FOUR, read_base_map([tmp_path / "coast.geojson"]))) <= 30_000


def test_fiji_is_drawn_as_whole_islands(world: BaseMap) -> None:
    land = draw([Pin("suva", 1, -18.1, 178.4), Pin("lakeba", 2, -18.2, -178.8)], world).paths[0]
    assert land.name == "land"
    assert len(land.d) > 100


def test_more_than_a_hundred_pins_become_dots(world: BaseMap) -> None:
    many = [Pin(f"p-{number}", number, number % 120 - 60, number * 7 % 350 - 175) for number in range(3000)]
    drawing = draw(many, world)
    assert drawing.sheets[0].pins == ()
    assert drawing.sheets[0].dots.count("M") > 500
    assert size(drawing) <= 90_000


def test_each_sort_of_line_has_its_own_path() -> None:
    across = ((20.0, 48.0), (22.0, 50.0))
    base = BaseMap((line(*across, how=Line.DISPUTED), line(*across, kind=Kind.RIVER, how=Line.SCHEMATIC)))
    assert draw(FOUR, base).names == {"disputed", "schematic"}


def test_the_template_escapes_names_and_links_every_pin(world: BaseMap) -> None:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "theme" / "templates"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    name = '<b>"${1}`{{ 7*7 }}'
    view = static.draw(FOCUS, [name] * 4, replace(world, labels=(Label(name, (project(21.6, 43.3),)),)))
    places = [SimpleNamespace(id=pin.id, link=SimpleNamespace(title=name, url=f"places/{pin.id}/")) for pin in FOUR]
    partial = environment.get_template("partials/drawing.html").module
    html = partial.drawing("../", view, places, name)
    assert html.count('<a class="map__pin') == 8
    assert html.count('href="../places/belgrade/"') == 2
    assert html.count(' class="map__area') >= 1
    assert html.count("data-spots") == 1
    assert html.count('id="') == 1
    assert "177 km north of" in html
    assert "<b>" not in html
    assert "style=" not in html
    map = SimpleNamespace(credit=name, fine=(SimpleNamespace(credit=name, address="https://maps.example/"),))
    words = partial.legend(view, "", name) + partial.credit(map)
    assert "<b>" not in words
    assert "Dashed lines are boundaries whose status is disputed" in words
    assert "Sketched" not in words
    assert '<a href="https://maps.example/">' in words
