"""Base maps as files: GeoJSON that an author or the theme brings, read as the shapes of `briefing.maps.geometry`.

Only two closed vocabularies of its properties pass on, `Kind` (property `k`) and `Line` (property `s`), and the text of
a `Label`, which is an author's; all else is dropped here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing.maps.geometry import AREAS, BaseMap, Kind, Label, Line, Point, Shape, Trail, project

MOST_BYTES = 4_000_000
MOST_LABELS, MOST_LETTERS, MOST_SPOTS = 60, 40, 8
LABEL = "label"


def read_base_map(paths: Sequence[Path], fine: Sequence[Path] = ()) -> BaseMap:
    """Read GeoJSON files as one base map: its own, and those of finer lines, each of which becomes a layer.

    Each file is a FeatureCollection. A feature is an area (`k` is land, area or lake: Polygon,
    MultiPolygon), a line (`k` is
    border or river: LineString, MultiLineString; `s` may call it boundary, the default, disputed or schematic) or the
    name of an area (`k` is label, `name` its text: Point, or MultiPoint for several spots, the best one first).
    Every other property is dropped. Longitudes past the date line may run on to ±360.

    Raises ValueError, in plain words and with the file's name, for a file that cannot be read, is larger than 4 MB or
    breaks these rules.
    """
    shapes: list[Shape] = []
    labels: list[Label] = []
    for number, path in enumerate((*paths, *fine), 1):
        layer = max(0, number - len(paths))
        try:
            if path.stat().st_size > MOST_BYTES:
                most = MOST_BYTES // 1_000_000
                raise ValueError(f"must not be larger than {most} MB; cut it to the region or simplify it")
            document = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_constant)
            features = tuple(_features(document))
            shapes += [replace(feature, layer=layer) for feature in features if isinstance(feature, Shape)]
            labels += (own := [feature for feature in features if isinstance(feature, Label)])
            if len(own) > MOST_LABELS:
                raise ValueError(f"must not have more than {MOST_LABELS} labels; keep those near the places")
        except OSError as error:
            raise ValueError(f"{path.name}: must be a file that can be read ({error.strerror})") from error
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            raise ValueError(f"{path.name}: must be GeoJSON, which is JSON in UTF-8 ({error})") from error
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from error
    return BaseMap(tuple(shapes), tuple(labels))


def _no_constant(name: str) -> float:
    raise ValueError(f"must hold numbers only, not {name}")


def _features(document: object) -> Iterator[Shape | Label]:
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise ValueError("must be a GeoJSON FeatureCollection with a list of features")
    for number, feature in enumerate(features, 1):
        try:
            yield from _feature(feature)
        except ValueError as error:
            raise ValueError(f"feature {number} {error}") from error


def _feature(feature: object) -> Iterator[Shape | Label]:
    match feature:
        case {"properties": {**properties}, "geometry": {"type": name, "coordinates": coordinates}}:
            pass
        case _:
            raise ValueError("must have properties, and a geometry with a type and coordinates")
    kind, line = properties.get("k"), properties.get("s", Line.PLAIN)
    if kind == LABEL:
        yield _label(properties.get("name"), name, coordinates)
        return
    if kind not in tuple(Kind):
        raise ValueError(f'must have a property "k" that is one of: {", ".join((*Kind, LABEL))}')
    if line not in tuple(Line):
        raise ValueError(f'may have a property "s" only as one of: {", ".join(Line)}')
    kind, line = Kind(str(kind)), Line(str(line))
    single, several = ("Polygon", "MultiPolygon") if kind in AREAS else ("LineString", "MultiLineString")
    if name not in (single, several):
        raise ValueError(f"is a {kind}, so its geometry must be a {single} or a {several}")
    for part in _items(coordinates) if name == several else (coordinates,):
        if kind in AREAS:
            yield Shape(kind, Line.PLAIN, tuple(_path(ring, 4) for ring in _items(part)))
        else:
            yield Shape(kind, line, (_path(part, 2),))


def _label(text: object, geometry: object, coordinates: object) -> Label:
    if not isinstance(text, str) or not 0 < len(text) <= MOST_LETTERS or not text.isprintable() or text != text.strip():
        name = f"1 to {MOST_LETTERS} letters, without line breaks or invisible characters"
        raise ValueError(f'is a label, so it must have a property "name" of {name}')
    if geometry not in ("Point", "MultiPoint"):
        raise ValueError("is a label, so its geometry must be a Point or a MultiPoint")
    spots = _items(coordinates) if geometry == "MultiPoint" else [coordinates]
    if len(spots) > MOST_SPOTS:
        raise ValueError(f"is a label, so it must have at most {MOST_SPOTS} points")
    return Label(text, tuple(_point(spot) for spot in spots))


def _items(value: object) -> list[object]:
    if not isinstance(value, list) or not value:
        raise ValueError("must have coordinates as nested, filled lists, as GeoJSON has them")
    return value


def _path(value: object, fewest: int) -> Trail:
    points = tuple(_point(item) for item in _items(value))
    if len(points) < fewest:
        raise ValueError(f"must have at least {fewest} points in each of its paths")
    return points if fewest == 2 or points[0] == points[-1] else (*points, points[0])


def _point(value: object) -> Point:
    match value:
        case [int() | float() as longitude, int() | float() as latitude, *_]:
            has_flags = isinstance(longitude, bool) or isinstance(latitude, bool)
            if not has_flags and abs(longitude) <= 360 and abs(latitude) <= 90:
                return project(float(longitude), float(latitude))
    raise ValueError("must have points as [longitude, latitude] in degrees, with latitudes within ±90")
