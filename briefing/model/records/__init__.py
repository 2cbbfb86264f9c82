"""The records of a dossier: what the files say, and nothing derived from it.

Every record is frozen; `briefing.reading.reader` makes them and nobody else does. Each field says by a
`briefing.model.keys.Key` what there is to know of its key. A field of plain `str` holds our own words, which are
checked; `briefing.model.kinds` says why any other is not.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from briefing.model.dates import PartialDate as PartialDate
from briefing.model.records.base import Change as Change
from briefing.model.records.base import Record as Record
from briefing.model.records.dispute import Actor as Actor
from briefing.model.records.dispute import Brief as Brief
from briefing.model.records.dispute import Dating as Dating
from briefing.model.records.dispute import Event as Event
from briefing.model.records.dispute import Interval as Interval
from briefing.model.records.dispute import Place as Place
from briefing.model.records.dispute import Position as Position
from briefing.model.records.dispute import Question as Question
from briefing.model.records.dispute import Speaker as Speaker
from briefing.model.records.dispute import Stated as Stated
from briefing.model.records.registers import About as About
from briefing.model.records.registers import Dossier as Dossier
from briefing.model.records.registers import Gone as Gone
from briefing.model.records.registers import Limits as Limits
from briefing.model.records.registers import Loaded as Loaded
from briefing.model.records.registers import MapSettings as MapSettings
from briefing.model.records.registers import Name as Name
from briefing.model.records.registers import Names as Names
from briefing.model.records.registers import Removed as Removed
from briefing.model.records.registers import Stand as Stand
from briefing.model.records.registers import Words as Words
from briefing.model.records.sources import Source as Source

#: The class of each record by its file or folder, relative to the dossier's root.
KINDS: Mapping[str, type[Record]] = {
    "content/dossier.md": Dossier,
    "content/about.md": About,
    "content/names.md": Names,
    "content/words.md": Words,
    "content/removed.md": Removed,
    "content/briefs": Brief,
    "content/actors": Actor,
    "content/questions": Question,
    "content/positions": Position,
    "content/places": Place,
    "content/events": Event,
    "seeds": Source,
}
#: Those whose body must not be empty.
BODY_REQUIRED = frozenset(
    {"content/dossier.md", "content/about.md", "content/briefs", "content/positions", "content/events"}
)


class Corpus(Struct, frozen=True, kw_only=True):
    """A whole dossier: its published records by id, in the order in which they are listed."""

    dossier: Dossier
    about: About
    names: Names
    words: Words
    removed: Removed
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    questions: Mapping[str, Question]
    positions: Mapping[str, Position]
    places: Mapping[str, Place]
    events: Mapping[str, Event]
    briefs: Mapping[str, Brief]
