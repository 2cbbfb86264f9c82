"""The live map: Leaflet code written by Folium, and the Leaflet files it runs on.

**No string of an author may come here**, only numbers, our ids and closed vocabularies: branca compiles the text of its
elements as templates, and Folium's popups run what stands in them. `theme/static/js/map.js` binds names and links
in the browser, from the page's own list of places. Folium is imported inside `draw`, as that takes a second.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from itertools import count
from typing import Any

from msgspec import Struct

from briefing.maps.geometry import MOST_LABELLED, BaseMap, Pin
from briefing.maps.view import View, shape_class

TILE_HOST = "https://tile.openstreetmap.org"
LEAFLET = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
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
_FINE = """
{% macro script(this, kwargs) %}
fine[{{ this.layer }}] = fine[{{ this.layer }}] || {bounds: {{ this.bounds|tojson }}, shapes: []};
fine[{{ this.layer }}].shapes.push({{ this.shape }});
{% endmacro %}
"""
_FIT = """
{% macro script(this, kwargs) %}
var edge = L.point(72, 56), whole = {{ this.whole|tojson }};
function fit() {
{{ this.map }}.fitBounds({{ this.framed|tojson }}, {padding: edge.divideBy(2), maxZoom: {{ this.nearest }}});
}
function far() {
{{ this.map }}.fitBounds(whole, {padding: edge.divideBy(2)});
}
fit();
{{ this.map }}.setMinZoom(Math.min({{ this.map }}.getZoom(), {{ this.map }}.getBoundsZoom(whole, false, edge)));
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
var pins = {}, tiles = null, fine = [];
var moving = !matchMedia("(prefers-reduced-motion: reduce)").matches;
var mouse = !matchMedia("(pointer: coarse)").matches;
box.hidden = false;
%(body)s
tell("map:ready", {map: %(id)s, pins: pins, tiles: tiles, fit: fit, far: far, coarse: %(coarse)s, fine: fine});
} catch (error) {
box.hidden = true;
tell("map:failed", null);
}
}
if (window.L) start(); else window.addEventListener("load", start, {once: true});
})();
"""
_FINER = """\
(function () {
"use strict";
var box = document.getElementById("%(id)s");
if (box) box.dispatchEvent(new CustomEvent("map:fine", {bubbles: true, detail: %(detail)s}));
})();
"""


class MapParts(Struct, frozen=True):
    """`html` is the map's empty element, to be put into the page as it is; `script` a whole JavaScript file.

    The script shows the element, draws into it, and sends it the event `map:ready` with `{map, pins: {id: layer},
    tiles: layer or null, fit: shows what the map is framed on, far: shows all pins, coarse: the zoom up to which these
    lines are meant, fine: [{bounds, shapes: layers}]}`. After an error it hides the element again and sends
    `map:failed`.

    `fine` are further files, one for each layer of finer lines, so that each stays under its own licence. Each sends
    the event `map:fine` with `{layer, shapes}`: the index in the `fine` above, and the coordinates of its shapes.
    """

    html: str
    script: str
    fine: tuple[str, ...] = ()


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

    view = View(pins, base)
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
        for sort, geometry in view.shapes():
            shape = folium.GeoJson(
                _feature(*geometry), smooth_factor=0.5, interactive=False, class_name=shape_class(sort.kind, sort.line)
            )
            world.add_child(shape)
            if sort.layer:
                bounds = view.fine[sort.layer].bounds
                world.add_child(element(_FINE, "fine", layer=sort.layer - 1, bounds=bounds, shape=shape.get_name()))
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
        framed = {"framed": view.framed, "whole": view.whole, "nearest": view.nearest}
        world.add_child(element(_FIT, "fit", map=world.get_name(), **framed))
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
        script = _SCRIPT % {"id": name, "body": _tight(body), "coarse": view.coarse}
        return MapParts(root.html.render().strip(), script, tuple(_finer(name, view)))


def _finer(id: str, view: View) -> Iterator[str]:
    """The file of each layer of finer lines."""
    for number, layer in view.fine.items():
        detail = json.dumps({"layer": number - 1, "shapes": layer.shapes}, separators=(",", ":"))
        yield _FINER % {"id": id, "detail": detail}


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
