"""Base maps: made light, marked where borders are disputed, and refused with a remedy."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from briefing.maps import live
from briefing.maps.geojson import read_base_map
from briefing.maps.geometry import (
    BaseMap,
    Kind,
    Line,
)
from briefing.maps.view import MOST_POINTS
from tests.support import WORLD, ragged_coast
from tests.test_live_map import FOUR, collection, feature, write


def test_disputed_and_schematic_lines_have_their_own_class(tmp_path: Path) -> None:
    shapes = feature(s="disputed"), feature("river", s="schematic"), feature()
    base = read_base_map([write(tmp_path / "a.geojson", *shapes)])
    script = live.draw(FOUR, base, tiles=False).script
    assert re.findall(r'"className": "([^"]+)"', script) == [
        "map__river map__river--schematic",
        "map__border map__border--boundary",
        "map__border map__border--disputed",
    ]
    assert base.paths(Kind.BORDER, Line.DISPUTED)
    assert not base.paths(Kind.BORDER, Line.SCHEMATIC)


def test_a_dossiers_own_map_is_made_light(tmp_path: Path) -> None:
    (tmp_path / "coast.geojson").write_text(ragged_coast(), "utf-8")
    script = live.draw(FOUR, read_base_map([tmp_path / "coast.geojson"]), tiles=False).script.encode()
    assert ragged_coast().count("], [") > MOST_POINTS
    assert len(gzip.compress(script, 9)) <= 30 * 1024
    assert len(script) <= 150_000


def test_the_default_map_is_light_and_marks_disputed_lines(world: BaseMap) -> None:
    assert len(gzip.compress(WORLD.read_bytes(), 9)) <= 250_000
    assert world.paths(Kind.BORDER, Line.DISPUTED)
    assert live.draw(FOUR, world, tiles=False).script.count("map__border--disputed") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "must be GeoJSON"),
        ("[" * 100_000, "must be GeoJSON"),
        ("[]", "FeatureCollection"),
        ('{"type": "FeatureCollection", "features": {}}', "FeatureCollection"),
        ('{"type": "FeatureCollection", "features": [1]}', "feature 1 must have properties"),
        (
            '{"type": "FeatureCollection", "features": [{"properties": {}, "geometry": null}]}',
            "feature 1 must have properties",
        ),
        (collection(feature("road")), '"k" that is one of: land, area, lake, river, border, label'),
        (collection(feature(["border"])), '"k" that is one of'),
        (collection(feature(s="mine")), '"s" only as one of: boundary, disputed, schematic'),
        (collection(feature("land")), "is a land, so its geometry must be a Polygon"),
        (collection(feature("label", [20, 42], "Point")), 'a property "name" of 1 to 40 letters'),
        (collection(feature("label", [20, 42], "Point", name=["a"])), 'a property "name" of 1 to 40 letters'),
        (collection(feature("label", [20, 42], "Point", name="")), 'a property "name" of 1 to 40 letters'),
        (collection(feature("label", [20, 42], "Point", name=" a")), 'a property "name" of 1 to 40 letters'),
        (collection(feature("label", [20, 42], "Point", name="a" * 41)), 'a property "name" of 1 to 40 letters'),
        (collection(feature("label", [20, 42], "Point", name="a\u2028b")), "line breaks or invisible characters"),
        (collection(feature("label", [20, 42], "Point", name="a\u202eb")), "line breaks or invisible characters"),
        (collection(feature("label", name="a")), "geometry must be a Point or a MultiPoint"),
        (collection(feature("label", [20, 92], "Point", name="a")), "latitudes within"),
        (collection(feature("label", [[20, 42]] * 9, "MultiPoint", name="a")), "at most 8 points"),
        (collection(*[feature("label", [20, 42], "Point", name="a")] * 61), "more than 60 labels"),
        (collection(feature(coordinates=[])), "filled lists"),
        (collection(feature(coordinates=[[1, 2]])), "at least 2 points"),
        (collection(feature(coordinates=[[1, 2], ["3", 4]])), "longitude, latitude"),
        (collection(feature(coordinates=[[1, 2], [True, 4]])), "longitude, latitude"),
        (collection(feature(coordinates=[[1, 2], [3, 91]])), "latitudes within"),
        (collection(feature(coordinates=[[1, 2], [float("nan"), 4]])), "not NaN"),
        (collection(feature(coordinates=[[1, 2], [3, 4]])).replace("4]", "1e999]"), "latitudes within"),
    ],
)
def test_a_broken_base_map_is_named_and_explained(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "my map.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        read_base_map([path])
    assert str(caught.value).startswith("my map.geojson: ")
    assert str(tmp_path) not in str(caught.value)


def test_a_base_map_must_be_there_be_text_and_be_small(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.geojson: must be a file that can be read"):
        read_base_map([tmp_path / "none.geojson"])
    (tmp_path / "bytes.geojson").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ValueError, match=r"bytes\.geojson: must be GeoJSON"):
        read_base_map([tmp_path / "bytes.geojson"])
    (tmp_path / "large.geojson").write_bytes(b" " * 4_000_001)
    with pytest.raises(ValueError, match=r"large\.geojson: must not be larger than 4 MB"):
        read_base_map([tmp_path / "large.geojson"])
