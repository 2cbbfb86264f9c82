"""The live map: what goes into Folium, what comes out, and the Leaflet files."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.maps import live
from briefing.maps.geojson import read_base_map
from briefing.maps.geometry import (
    BaseMap,
    Box,
    Pin,
    extent,
    fit_zoom,
    project,
    spread,
    unproject,
)
from briefing.maps.view import View
from tests.support import ROOT, WORLD

FOUR = (
    Pin("jarinje", 1, 43.2186, 20.6917),
    Pin("north-mitrovica", 2, 42.8955, 20.8660),
    Pin("pristina", 3, 42.6727, 21.1669),
    Pin("belgrade", 4, 44.8040, 20.4651),
)
HOSTILE = [
    "{{ 7*7 }}",
    "{% raw %}",
    "${alert(1)}",
    "`",
    "\\`",
    "</script>",
    "'",
    '"',
    "\u2028",
    "<img src=x onerror=alert(1)>",
]


def pins(*places: tuple[float, float]) -> list[Pin]:
    return [Pin(f"p-{number}", number, *place) for number, place in enumerate(places, 1)]


def feature(
    k: object = "border", coordinates: object = None, kind: str = "LineString", **more: object
) -> dict[str, object]:
    where = [[20.0, 42.0], [22.0, 44.0]] if coordinates is None else coordinates
    return {"type": "Feature", "properties": {"k": k, **more}, "geometry": {"type": kind, "coordinates": where}}


def collection(*features: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def write(path: Path, *features: dict[str, object]) -> Path:
    path.write_text(collection(*features), encoding="utf-8")
    return path


def drawn_pins(script: str) -> list[str]:
    return re.findall(r'^pins\["([a-z0-9-]+)"\] = L\.marker', script, re.MULTILINE)


def test_pins_keep_their_order_and_places(world: BaseMap) -> None:
    parts = live.draw(FOUR, world, tiles=False)
    assert drawn_pins(parts.script) == ["jarinje", "north-mitrovica", "pristina", "belgrade"]
    assert "L.marker([43.2186,20.6917]" in parts.script
    assert parts.html == '<div class="map__live" id="map_1" hidden></div>'


def test_same_bytes_in_every_process() -> None:
    code = (
        "import sys; from pathlib import Path; from briefing.maps.geometry import *; from briefing.maps.geojson import read_base_map; from briefing.maps import live, static\n"
        f"base = read_base_map([Path({str(WORLD)!r})]); pins = [Pin('a', 1, 42.9, 20.9), Pin('b', 2, 44.8, 20.5)]\n"
        "parts = [live.draw(pins, base, tiles=tiles) for tiles in (False, True)]\n"
        "sys.stdout.write(''.join(part.html + part.script for part in parts) + repr(static.draw(pins, ['A', 'B'], base)))"
    )
    seen = set()
    for seed, zone, tongue in (("1", "UTC", "C"), ("2", "Asia/Kathmandu", "C.UTF-8")):
        settings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": tongue}
        settings |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        done = subprocess.run([sys.executable, "-c", code], env=settings, capture_output=True, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1
    assert len(seen.pop()) > 1000


def test_twice_in_one_process_and_random_ids_come_back(world: BaseMap) -> None:
    from branca.element import Element

    assert live.draw(FOUR, world, tiles=True) == live.draw(FOUR, world, tiles=True)
    assert re.fullmatch("[0-9a-f]{32}", Element()._id)


def test_folium_is_imported_only_to_draw() -> None:
    code = (
        "import sys, briefing.maps.live; briefing.maps.live.leaflet_files()\n"
        "sys.exit(bool({'folium', 'branca', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_base_map_never_reaches_the_script(tmp_path: Path, text: str) -> None:
    hostile = feature(n=f"HOSTILE{text}", style=f"HOSTILE{text}") | {"id": f"HOSTILE{text}"}
    labels = [] if "\u2028" in text else [feature("label", [20.5, 43.5], "Point", name=f"HOSTILE{text}")]
    path = write(tmp_path / "a.geojson", hostile, *labels)
    parts = live.draw(FOUR, read_base_map([path]), tiles=False)
    assert "HOSTILE" not in parts.script + parts.html
    for mark in ("{{", "}}", "${", "`", "{%", "</", "49"):
        assert mark not in re.sub(r"[-\d.]{3,}", "", parts.script), mark


@pytest.mark.parametrize("text", [*HOSTILE, "A", "a b", "", "é", "a\n"])
def test_a_pin_takes_our_ids_only(text: str) -> None:
    with pytest.raises(ValueError, match="a-z, 0-9 and hyphens"):
        Pin(text, 1, 0, 0)


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_a_pin_lies_on_the_globe(latitude: float, longitude: float) -> None:
    with pytest.raises(ValueError, match="latitude within"):
        Pin("a", 1, latitude, longitude)


def test_without_street_maps_no_address_at_all(world: BaseMap) -> None:
    parts = live.draw(FOUR, world, tiles=False)
    for word in ("http:", "https:", "//", "openstreetmap", "tileLayer"):
        assert word not in parts.script + parts.html


def test_street_maps_are_not_put_on_the_map(world: BaseMap) -> None:
    script = live.draw(FOUR, world, tiles=True).script
    layer = re.search(
        r'^var (tile_layer_\d+) = L\.tileLayer\(\n"https://tile\.openstreetmap\.org/', script, re.MULTILINE
    )
    assert layer
    assert f"{layer[1]}.addTo" not in script
    assert f"tiles = {layer[1]};" in script
    assert set(re.findall(r"https?://([^/\"\\]+)", script)) == {"tile.openstreetmap.org", "www.openstreetmap.org"}


def test_nothing_but_leaflet_is_needed(world: BaseMap) -> None:
    parts = live.draw(FOUR, world, tiles=True)
    unwanted = "jquery bootstrap $( AwesomeMarkers marker-icon <script style= user-scalable bindPopup bindTooltip"
    for word in unwanted.split():
        assert word not in parts.script + parts.html, word


def test_many_places_become_one_layer(world: BaseMap) -> None:
    many = pins(*((place % 120 - 60, place * 7 % 350 - 175) for place in range(3000)))
    script = live.draw(many, world, tiles=False).script
    assert "L.marker" not in script
    assert script.count("pins[feature.id] = layer") == 1
    assert len(re.findall(r'"id": "p-\d+"', script)) == 3000


@pytest.mark.parametrize(
    "places",
    [
        pytest.param([(42.9, 20.9)], id="one"),
        pytest.param([(31.778, 35.229), (31.79, 35.24)], id="a few km apart"),
        pytest.param([(10.0, 10.0), (10.0, 10.0)], id="the same point twice"),
        pytest.param([(-18.1, 178.4), (-13.8, -171.8)], id="across the date line"),
        pytest.param([(78.2, 15.6)], id="high north"),
        pytest.param([(-90.0, 0.0)], id="the pole"),
        pytest.param([(0.0, 180.0), (0.0, -180.0)], id="on the date line"),
        pytest.param([(-34.6, -58.4), (35.7, 139.7), (51.5, -0.1)], id="three continents"),
        pytest.param([(0.0, longitude) for longitude in range(-180, 180, 45)], id="all around"),
        pytest.param([], id="none"),
    ],
)
def test_any_place_on_earth(world: BaseMap, places: list[tuple[float, float]]) -> None:
    script = live.draw(pins(*places), world, tiles=False).script
    assert len(drawn_pins(script)) == len(places)
    assert not re.search(r"\b(NaN|Infinity|nan|inf)\b", script)
    least, most = (int(re.search(rf'"{name}Zoom": (-?\d+)', script)[1]) for name in ("min", "max"))  # type: ignore[index]
    assert 0 <= least < most <= 14
    assert len(gzip.compress(script.encode(), 9)) <= 30 * 1024


def test_neighbours_across_the_date_line_stay_neighbours() -> None:
    fiji, samoa = spread(pins((-18.1, 178.4), (-13.8, -171.8)))
    assert fiji[0] == pytest.approx(178.4)
    assert samoa[0] == pytest.approx(188.2)
    assert [x for x, _ in spread(pins((0, -150), (0, 10), (0, 20)))] == [-150, 10, 20]
    assert spread([]) == ()


def test_zoom_is_chosen_from_the_places(world: BaseMap) -> None:
    assert fit_zoom(FOUR, extent(FOUR, world), 320, 320, 48) == pytest.approx(6.7, abs=0.1)
    assert fit_zoom(FOUR[:1], extent(FOUR[:1], world), 720, 540, 70) == 7.5
    close = pins((31.77, 35.22), (31.79, 35.24))
    assert 10 < fit_zoom(close, extent(close, world), 720, 540, 70) <= 11
    assert extent([], BaseMap(())) == Box(-180, -90, 180, 90)


def test_projection_goes_both_ways() -> None:
    assert unproject(project(20.4651, 44.804)) == pytest.approx((20.4651, 44.804))
    assert project(0, 90)[1] == pytest.approx(180, abs=0.2)


def test_leaflet_is_the_release_without_dead_addresses() -> None:
    files = live.leaflet_files()
    assert sorted(files) == ["leaflet.css", "leaflet.js"]
    assert b"sourceMappingURL" not in files["leaflet.js"]
    assert b"url(" not in files["leaflet.css"]
    assert files["leaflet.css"].count(b"{") == files["leaflet.css"].count(b"}")
    assert files["leaflet.css"].startswith(b"@layer composition.leaflet {")
    assert b"Leaflet 1.9.4" in files["leaflet.js"][:200]


def test_another_leaflet_is_refused_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "js_lib_leaflet/static/js_lib_leaflet"
    installed.mkdir(parents=True)
    (tmp_path / "js_lib_leaflet/__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "js_lib_leaflet", raising=False)
    remedy = r"install django-js-lib-leaflet==1\.9\.4\.1"
    with pytest.raises(RuntimeError, match=rf"is not there: {remedy}"):
        live.leaflet_files()
    for name in live.LEAFLET:
        (installed / name).write_text("another release")
    with pytest.raises(RuntimeError, match=rf"not that of Leaflet 1\.9\.4: {remedy}"):
        live.leaflet_files()


def _stair(k: str, step: float, s: str = "boundary") -> dict[str, object]:
    """A line of a base map around the four places, with steps of one length."""
    count = round(2 / step)
    return feature(k, [[20 + step * number, 42 + step * (number % 2)] for number in range(count)], s=s)


def test_finer_lines_are_files_of_their_own(tmp_path: Path) -> None:
    """The map begins with all lines as coarse as it is framed; each finer file gives the same shapes in full."""
    coarse = write(tmp_path / "coarse.geojson", _stair("river", 0.05))
    outline = feature("area", [[[20, 42], [21.5, 42], [21.5, 43], [20, 43], [20, 42]]], "Polygon")
    fine = write(tmp_path / "fine.geojson", outline, _stair("border", 0.001, "disputed"))
    parts = live.draw(FOUR, read_base_map([coarse], [fine]), tiles=False)
    (more,) = parts.fine
    detail = json.loads(re.search(r"detail: (.*)\}\)\);", more)[1])  # type: ignore[index]
    assert detail["layer"] == 0
    tint, border = detail["shapes"]
    assert len(tint[0][0]) == 5
    assert len(border[0]) > 400
    assert parts.script.count("fine[0].shapes.push") == 2
    points = r"\[2\d\.\d+,4\d"
    assert len(re.findall(points, parts.script)) < len(re.findall(points, more)) / 4
    assert "map__tint" in parts.script
    assert "map__border--disputed" in parts.script


def test_a_map_is_zoomed_as_far_as_its_lines_tell_more(tmp_path: Path) -> None:
    """Finer lines let a reader go further in, where they are; nothing goes beyond what the places need."""
    coarse = write(tmp_path / "coarse.geojson", _stair("border", 0.05))
    fine = write(tmp_path / "fine.geojson", _stair("border", 0.004))
    near, far = View(FOUR, read_base_map([coarse])), View(FOUR, read_base_map([coarse], [fine]))
    assert near.most == near.coarse == far.coarse
    assert far.coarse + 2 <= far.most <= 14
    assert far.coarse >= far.nearest + 1
    assert View(FOUR, BaseMap(())).most == View(FOUR, BaseMap(())).nearest + 1
