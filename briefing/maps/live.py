"""The live map: Leaflet code written by Folium, and the Leaflet files it runs on.

**No string of an author may come here**, only numbers, our ids and closed vocabularies: branca compiles the text of its
elements as templates, and Folium's popups run what stands in them. `theme/static/js/map.js` binds names and links
in the browser, from the page's own list of places. Folium is imported inside `draw`, as that takes a second.
"""

from __future__ import annotations

import functools
import hashlib
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from itertools import count, product
from typing import Any

from msgspec import Struct

from briefing.maps import geometry
from briefing.maps.crop import crop
from briefing.maps.geometry import AREAS, MOST_LABELLED, BaseMap, Box, Kind, Line, Pin

TILE_HOST = "https://tile.openstreetmap.org"
MOST_POINTS = 5000
LEAFLET = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
_WIDE, _NARROW, _FARTHEST, _PADDING = (720, 480), (320, 320), (1200, 800), 48
_MAP = """
{% macro html(this, kwargs) %}<div class="map__live" id="{{ this.get_name() }}" hidden></div>{% endmacro %}
{% macro script(this, kwargs) %}
var {{ this.get_name() }} = L.map(box, {{ this.options|tojavascript }});
{{ this.get_name() }}.attributionControl.setPrefix("Leaflet");
L.control.scale({imperial: false}).addTo({{ this.get_name() }});
{% endmacro %}
"""
_MARKER = """
{% macro script(this, kwargs) %}
pins[{{ this.pin|tojson }}] = L.marker({{ this.location|tojson }}, {
interactive: false,
keyboard: false,
icon: L.divIcon({className: "map__spot", iconSize: [30, 30]})
}).addTo({{ this._parent.get_name() }});
{% endmacro %}
"""
_FIT = """
{% macro script(this, kwargs) %}
function fit() {
{{ this._parent.get_name() }}.fitBounds({{ this.around|tojson }}, {padding: [36, 28], maxZoom: {{ this.nearest }}});
}
fit();
{{ this._parent.get_name() }}.setMinZoom({{ this._parent.get_name() }}.getZoom() - 1);
{% endmacro %}
"""
_TILES = "{% macro script(this, kwargs) %}tiles = {{ this.layer }};{% endmacro %}"
_SCRIPT = """\
(function () {
"use strict";
var box = document.getElementById("%(id)s");
if (!box) return;
function tell(name, detail) { box.dispatchEvent(new CustomEvent(name, {bubbles: true, detail: detail})); }
function start() {
try {
var pins = {}, tiles = null;
var moving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
var mouse = !matchMedia("(pointer: coarse)").matches;
box.hidden = false;
%(body)s
tell("map:ready", {map: %(id)s, pins: pins, tiles: tiles, fit: fit});
} catch (error) {
box.hidden = true;
tell("map:failed", null);
}
}
if (window.L) start(); else window.addEventListener("load", start, {once: true});
})();
"""


class MapParts(Struct, frozen=True):
    """`html` is the map's empty element, to be put into the page as it is; `script` a whole JavaScript file.

    The script shows the element, draws into it, and sends it the event `map:ready` with `{map, pins: {id: layer},
    tiles: layer or null, fit: shows all pins}`. After an error it hides the element again and sends `map:failed`.
    """

    html: str
    script: str


def leaflet_files() -> dict[str, bytes]:
    """The two files of Leaflet 1.9.4 by name, from the package django-js-lib-leaflet.

    Their SHA-256 must be that of the release. References to files that we do not publish (source map, icon pictures)
    are removed, and the style sheet is put into the cascade layer `composition.leaflet`, below the theme's blocks.

    Raises RuntimeError if the package is missing or is not that release.
    """
    remedy = "install django-js-lib-leaflet==1.9.4.1 anew, as the lock file has it"
    contents: dict[str, bytes] = {}
    for name, digest in LEAFLET.items():
        try:
            contents[name] = (files("js_lib_leaflet") / "static" / "js_lib_leaflet" / name).read_bytes()
        except (ModuleNotFoundError, FileNotFoundError):
            raise RuntimeError(f"{name} is not there: {remedy}") from None
        if hashlib.sha256(contents[name]).hexdigest() != digest:
            raise RuntimeError(f"{name} is not that of Leaflet 1.9.4: {remedy}")
    script = re.sub(rb"\n//# sourceMappingURL=\S+\s*$", b"\n", contents["leaflet.js"])
    style = re.sub(rb"[ \t]*(?:background-image|behavior): *url\([^)]*\);\r?\n", b"", contents["leaflet.css"])
    return {"leaflet.js": script, "leaflet.css": b"@layer composition.leaflet {\n" + style + b"}\n"}


def draw(pins: Sequence[Pin], base: BaseMap, *, tiles: bool) -> MapParts:
    """Draw the pins, in their order, over the part of the base map around them.

    Up to 100 pins are markers, reachable with the keyboard; more are dots in one layer. `tiles` adds street maps of
    openstreetmap.org as a hidden layer: nothing is fetched until the page's own button shows it. The same arguments
    give the same bytes, in any process.
    """
    import folium
    from branca.element import MacroElement
    from folium.template import Template
    from folium.utilities import JsCode

    new: Any = MacroElement
    compiled = functools.cache(Template)

    def element(template: str, name: str, **values: object) -> Any:
        element = new()
        vars(element).update(values, _name=name, _template=compiled(template))
        return element

    view = _View(pins, base)
    with _counted_ids():
        world: Any = folium.Map(tiles=None)
        world.default_js, world.default_css = [], []
        world._template = Template(_MAP)
        world.options = {
            "min_zoom": view.least,
            "max_zoom": view.most,
            "zoom_control": False,
            "zoom_snap": 0.1,
            "zoom_delta": 1,
            "max_bounds": view.bounds,
            "max_bounds_viscosity": 0.8,
            "scroll_wheel_zoom": False,
            "bounce_at_zoom_limits": False,
            "dragging": JsCode("mouse"),
            "renderer": JsCode("L.svg({padding: 0.5})"),
            **dict.fromkeys(("zoom_animation", "fade_animation", "marker_zoom_animation", "inertia"), JsCode("moving")),
        }
        for kind, line in product(Kind, Line):
            if shapes := view.part.paths(kind, line):
                name, feature = f"map__{kind} map__{kind}--{line}", view.feature(kind, shapes)
                world.add_child(folium.GeoJson(feature, smooth_factor=0.5, interactive=False, class_name=name))
        pinned = zip(pins, view.locations, strict=True)
        if len(pins) <= MOST_LABELLED:
            for pin, location in pinned:
                world.add_child(element(_MARKER, "pin", pin=pin.id, location=location))
        else:
            dots = [_feature("Point", location[::-1], id=pin.id) for pin, location in pinned]
            folium.GeoJson(
                {"type": "FeatureCollection", "features": dots},
                marker=folium.CircleMarker(radius=6, class_name="map__dot"),
                on_each_feature=JsCode("function (feature, layer) { pins[feature.id] = layer; }"),
            ).add_to(world)
        world.add_child(element(_FIT, "fit", around=view.around, nearest=view.nearest))
        if tiles:
            streets = folium.TileLayer(
                f"{TILE_HOST}/{{z}}/{{x}}/{{y}}.png",
                attr='&copy; <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a> contributors',
                max_zoom=19,
                show=False,
                referrer_policy="strict-origin-when-cross-origin",
            )
            world.add_child(streets)
            world.add_child(element(_TILES, "tiles", layer=streets.get_name()))
        root = world.get_root()
        root.render()
        body, name = root.script.render(), world.get_name()
        return MapParts(root.html.render().strip(), _SCRIPT % {"id": name, "body": _tight(body)})


class _View:
    """What is shown: the part of the base map, the zoom levels, and all positions as Leaflet wants them."""

    def __init__(self, pins: Sequence[Pin], base: BaseMap) -> None:
        box = geometry.extent(pins, base)
        fit = geometry.fit_zoom(pins, box, *_WIDE, _PADDING)
        self.nearest = math.floor(fit * 2) / 2
        self.least = max(0, math.floor(geometry.fit_zoom(pins, box, *_NARROW, _PADDING)) - 1)
        self.most = math.floor(self.nearest + 2.5)
        self.digits = max(1, math.ceil(math.log10(geometry.scale(self.most))))
        farthest = geometry.scale(max(self.nearest - 1, self.least))
        shown = box.around(*(pixels / farthest / 2 for pixels in _FARTHEST))
        middle = (shown.west + shown.east) / 2
        shown = Box(max(shown.west, middle - 180), shown.south, min(shown.east, middle + 180), shown.north)
        self.part = crop(base, shown, 0.5 / geometry.scale(self.most - 1), MOST_POINTS)
        self.bounds = self._corners(_within(base, shown, box.around(60 / farthest, 60 / farthest)))
        self.around = self._corners(box)
        spread = zip(pins, geometry.spread(pins), strict=True)
        self.locations = [[round(pin.latitude, 6), round(east, 6)] for pin, (east, _) in spread]

    def _corners(self, box: Box) -> list[list[float]]:
        corners = (geometry.unproject((box.west, box.south)), geometry.unproject((box.east, box.north)))
        return [[round(latitude, 4), round(longitude, 4)] for longitude, latitude in corners]

    def feature(self, kind: Kind, shapes: list[tuple[geometry.Trail, ...]]) -> dict[str, object]:
        """All shapes of one sort as one GeoJSON feature."""
        if kind in AREAS:
            return _feature("MultiPolygon", [[self._degrees(path) for path in paths] for paths in shapes])
        return _feature("MultiLineString", [self._degrees(path) for path, *_ in shapes])

    def _degrees(self, path: geometry.Trail) -> list[list[float]]:
        return [[round(degrees, self.digits) for degrees in geometry.unproject(point)] for point in path]


def _within(base: BaseMap, shown: Box, least: Box) -> Box:
    """How far a reader can move the map: not past the edges of a regional base map, but so that all pins fit in."""
    whole = geometry.extent((), base)
    if whole.east - whole.west > 300:
        return shown
    return Box(
        min(max(shown.west, whole.west), least.west),
        min(max(shown.south, whole.south), least.south),
        max(min(shown.east, whole.east), least.east),
        max(min(shown.north, whole.north), least.north),
    )


def _feature(kind: str, coordinates: Sequence[Any], **ids: str) -> dict[str, object]:
    return {"type": "Feature", **ids, "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}}


def _tight(script: str) -> str:
    """Folium's code without its indentation and empty lines, and its lists of numbers without spaces."""
    return re.sub(r", (?=[-\d\[])", ",", "\n".join(filter(None, map(str.strip, script.splitlines()))))


@contextmanager
def _counted_ids() -> Iterator[None]:
    """Give elements of branca the ids 1, 2, 3 … instead of random ones (a hook of branca 0.8.2)."""
    from branca.element import Element

    hooked: Any = Element
    numbers, before = count(1), vars(Element)["_generate_id"]
    hooked._generate_id = staticmethod(lambda: str(next(numbers)))
    try:
        yield
    finally:
        hooked._generate_id = before
