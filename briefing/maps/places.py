"""The pins of a dossier's places."""

from __future__ import annotations

from briefing.maps.geometry import Pin
from briefing.model.records import Corpus

#: The base map of a dossier that brings none: a file of the theme.
WORLD = "static/maps/world.geojson"


def pins(corpus: Corpus) -> list[Pin]:
    """A pin for each place that has a point, in their order."""
    focus = corpus.dossier.map.focus
    return [
        Pin(place.id, place.order, *place.point, not focus or place.id in focus)
        for place in corpus.places.values()
        if place.point
    ]
