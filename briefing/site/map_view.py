"""The map of a dossier: its pins and base maps, what is drawn of them, and the files that the live map needs."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from briefing.maps import geojson, geometry, live, places, static
from briefing.maps.static import Drawing
from briefing.model import wording
from briefing.model.records import Corpus
from briefing.model.settings import Settings
from briefing.site import assets
from briefing.site.theme import fault, read
from briefing.site.views import FineView, MapView
from briefing.store import pool
from briefing.store.memo import Memo, Stage, key_of


class DrawnMap(NamedTuple):
    """The parts of a map."""

    parts: live.MapParts
    drawing: Drawing
    small: tuple[Drawing, ...]
    leaflet: dict[str, bytes]


@contextlib.contextmanager
def drawing(corpus: Corpus, chosen: Settings, memo: Memo) -> Iterator[Callable[[], DrawnMap | None]]:
    """Draw the map in a process of its own while the body of the `with` runs, since Folium is slow to import.

    The function that is given waits for the map, or gives None when no place of the dossier has a point. A remembered
    map of the same content is used without drawing.
    """
    settings = corpus.dossier.map
    pins = places.pins(corpus)
    if not pins:
        yield lambda: None
        return
    names = [corpus.places[pin.id].name for pin in pins]
    folder = chosen.root / "content" / "maps"
    paths = [folder / name for name in settings.base] or [chosen.theme / places.WORLD]
    fine = [folder / entry.file for entry in settings.fine]
    contents = [path.read_bytes() for path in paths] if settings.base else [read(chosen.theme, places.WORLD)]
    contents += [path.read_bytes() for path in fine]
    key = key_of(pins, names, settings.tiles, len(paths), contents)
    stage: Stage[DrawnMap] = memo.stage("map", DrawnMap)
    if (known := stage.get("", key)) is not None:
        yield lambda: known
        return

    def draw() -> DrawnMap:
        try:
            base = geojson.read_base_map(paths, fine)
        except ValueError as error:  # only of the theme's map: a dossier's own were checked before
            raise fault(places.WORLD, 1, f"{error}".rstrip(".") + ".") from None
        drawn = static.draw(pins, names, base)
        parts = live.draw(pins, base, tiles=settings.tiles) if not drawn.grid else live.MapParts("", "")
        return DrawnMap(parts, drawn, static.small(pins, names, base), live.leaflet_files())

    with pool.apart(draw) as result:

        def finished() -> DrawnMap:
            drawn = result()
            stage.put("", key, drawn)
            return drawn

        yield finished


def view(corpus: Corpus, drawn: DrawnMap | None, theme: assets.Assets) -> tuple[MapView | None, dict[str, bytes]]:
    """The map as templates see it, and its files by path."""
    if drawn is None:
        return None, {}
    files: dict[str, bytes] = {}
    settings, is_plan = corpus.dossier.map, bool(drawn.drawing.grid)

    def published(path: str, content: bytes) -> str:
        return "" if is_plan else assets.publish(files, path, content)

    shown = MapView(
        html=Markup(drawn.parts.html),
        script=published("theme/map-data.js", drawn.parts.script.encode()),
        finer=()
        if is_plan
        else tuple(
            published(f"theme/map-fine-{number}.js", f"// {json.dumps(entry.credit)}\n{script}".encode())
            for number, (entry, script) in enumerate(zip(settings.fine, drawn.parts.fine, strict=True), 1)
        ),
        drawing=drawn.drawing,
        small=drawn.small,
        title=settings.title
        or f"Map of {wording.count(sum(bool(place.point) for place in corpus.places.values()), 'place')}",
        note=settings.note,
        credit=settings.credit or ("" if settings.base or is_plan else geometry.WORLD_CREDIT),
        area=settings.area,
        fine=() if is_plan else tuple(FineView(own.credit.rstrip("."), own.address) for own in settings.fine),
        tiles=settings.tiles,
        leaflet_js=published("theme/leaflet/leaflet.js", drawn.leaflet["leaflet.js"]),
        leaflet_css=published("theme/leaflet/leaflet.css", drawn.leaflet["leaflet.css"] + theme.live),
        module=theme.modules.get("map", ""),
    )
    return shown, files
