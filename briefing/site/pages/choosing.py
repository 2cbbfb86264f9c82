"""What readers can choose on the map, the timeline and the table of positions: a place, an actor."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from briefing.site.pages.common import MOST
from briefing.site.pages.events import EventLineView
from briefing.site.presenter import Presenter

Named = tuple[tuple[str, str], ...]


class Choices(Struct, frozen=True):
    """The places and actors from which a page lets its reader choose, each by id and name."""

    places: Named = ()
    actors: Named = ()


def named(presenter: Presenter, kind: str, ids: Iterable[str]) -> Named:
    """The records of a kind that a page tells of, in their own order; none where there is one only, or very many."""
    told = set(ids)
    found = [id for id in presenter.lookup.list(kind) if id in told]
    if not 1 < len(found) <= MOST:
        return ()
    return tuple((id, presenter.lookup.link(kind, id).title) for id in found)


def of_lines(presenter: Presenter, lines: Iterable[EventLineView]) -> Choices:
    """The places and actors of events."""
    shown = tuple(lines)
    return Choices(
        places=named(presenter, "places", (id for line in shown for id in line.places)),
        actors=named(presenter, "actors", (id for line in shown for id in line.actors)),
    )
