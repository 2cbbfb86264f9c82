"""The map of a dossier: its pins and base maps, what is drawn of them, and the files that the live map needs."""

from __future__ import annotations

import hashlib

from markupsafe import Markup

from briefing import assets, geo, staticmap, wording, worldmap
from briefing.cache import Cache
from briefing.model import Corpus
from briefing.settings import Settings
from briefing.text import digest
from briefing.views import MapView


def draw(
    corpus: Corpus, chosen: Settings, theme: assets.Assets, cache: Cache | None
) -> tuple[MapView | None, dict[str, bytes]]:
    """The map's view and its files; nothing when the dossier has no places.

    Drawing is remembered by what is drawn, so that Folium is not even imported while that is the same.
    """
    places = tuple(corpus.places.values())
    if not places:
        return None, {}
    settings = corpus.dossier.map
    pins = [geo.Pin(place.id, place.order, place.latitude, place.longitude, len(place.name)) for place in places]
    folder = chosen.root / "content" / "maps"
    paths = [folder / name for name in settings.base] or [chosen.theme / "static" / "maps" / "world.geojson"]
    key = digest(pins, settings.tiles, *(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths))
    held = cache.read("map") if cache else None
    if held and held[0] == key:
        _, parts, drawing, small, leaflet = held
    else:
        base = geo.read_base_map(paths)
        parts, drawing = worldmap.draw(pins, base, tiles=settings.tiles), staticmap.draw(pins, base)
        small = staticmap.draw(pins, base, 360, 360, staticmap.FEW_POINTS)
        leaflet = worldmap.leaflet_files()
        if cache:
            cache.write("map", (key, parts, drawing, small, leaflet))
    script = assets.hashed("theme/map-data.js", parts.script.encode())
    found = {script: parts.script.encode()}
    leaflet = {**leaflet, "leaflet.css": leaflet["leaflet.css"] + theme.live}
    names = {name: assets.hashed(f"theme/leaflet/{name}", content) for name, content in leaflet.items()}
    found |= {names[name]: content for name, content in leaflet.items()}
    view = MapView(
        html=Markup(parts.html),
        script=script,
        drawing=drawing,
        small=small,
        title=settings.title or f"Map of {wording.count(len(places), 'place')}",
        note=settings.note,
        credit=settings.credit or ("" if settings.base else geo.WORLD_CREDIT),
        tiles=settings.tiles,
        leaflet_js=names["leaflet.js"],
        leaflet_css=names["leaflet.css"],
        module=theme.modules.get("map", ""),
    )
    return view, found
