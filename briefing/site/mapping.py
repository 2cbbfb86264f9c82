"""The map of a dossier: its pins and base maps, what is drawn of them, and the files that the live map needs."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from briefing.maps import geo, staticmap, worldmap
from briefing.maps.staticmap import Drawing
from briefing.model import wording
from briefing.model.records import Corpus
from briefing.model.settings import Settings
from briefing.model.text import digest
from briefing.site import assets
from briefing.site.theme import fault, read
from briefing.site.views import MapView
from briefing.store import pool
from briefing.store.cache import Cache

_WORLD = "static/maps/world.geojson"


class Drawn(NamedTuple):
    """The parts of a map, drawn; `key` changes whenever what is drawn does."""

    key: str
    parts: worldmap.MapParts
    drawing: Drawing
    small: Drawing
    leaflet: dict[str, bytes]


@contextlib.contextmanager
def drawing(corpus: Corpus, chosen: Settings, cache: Cache | None) -> Iterator[Callable[[], Drawn | None]]:
    """Draw the map meanwhile; what is given waits for it, and gives nothing when the dossier has no places.

    Drawing is remembered by what is drawn, so that Folium is not even imported while that is the same; and where it
    must be, then in a process of its own, for it is large and slow to import.
    """
    places = tuple(corpus.places.values())
    if not places:
        yield lambda: None
        return
    settings = corpus.dossier.map
    pins = [geo.Pin(place.id, place.order, place.latitude, place.longitude, len(place.name)) for place in places]
    folder = chosen.root / "content" / "maps"
    paths = [folder / name for name in settings.base] or [chosen.theme / _WORLD]
    contents = [path.read_bytes() for path in paths] if settings.base else [read(chosen.theme, _WORLD)]
    key = digest(pins, settings.tiles, *(hashlib.sha256(data).hexdigest() for data in contents))
    held = cache.read("map") if cache else None
    if isinstance(held, Drawn) and held.key == key:
        yield lambda: held
        return

    def draw() -> Drawn:
        try:
            base = geo.read_base_map(paths)
        except ValueError as error:  # maps of the dossier were looked at before
            raise fault(_WORLD, 1, f"{error}".rstrip(".") + ".") from None
        return Drawn(
            key,
            worldmap.draw(pins, base, tiles=settings.tiles),
            staticmap.draw(pins, base),
            staticmap.draw(pins, base, 360, 360, staticmap.FEW_POINTS),
            worldmap.leaflet_files(),
        )

    with pool.apart(draw) as result:

        def finished() -> Drawn:
            drawn = result()
            if cache:
                cache.write("map", drawn)
            return drawn

        yield finished


def view(corpus: Corpus, drawn: Drawn | None, theme: assets.Assets) -> tuple[MapView | None, dict[str, bytes]]:
    """The map as templates see it, and its files."""
    if drawn is None:
        return None, {}
    settings, parts = corpus.dossier.map, drawn.parts
    script = assets.hashed("theme/map-data.js", parts.script.encode())
    found = {script: parts.script.encode()}
    leaflet = {**drawn.leaflet, "leaflet.css": drawn.leaflet["leaflet.css"] + theme.live}
    names = {name: assets.hashed(f"theme/leaflet/{name}", content) for name, content in leaflet.items()}
    found |= {names[name]: content for name, content in leaflet.items()}
    shown = MapView(
        html=Markup(parts.html),
        script=script,
        drawing=drawn.drawing,
        small=drawn.small,
        title=settings.title or f"Map of {wording.count(len(corpus.places), 'place')}",
        note=settings.note,
        credit=settings.credit or ("" if settings.base else geo.WORLD_CREDIT),
        tiles=settings.tiles,
        leaflet_js=names["leaflet.js"],
        leaflet_css=names["leaflet.css"],
        module=theme.modules.get("map", ""),
    )
    return shown, found
