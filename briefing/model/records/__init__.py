"""The records of a dossier: what the files say, and nothing derived from it.

Every record is frozen; `briefing.reading.reader` makes them and nobody else does. Each field says by a
`briefing.model.keys.Key` what there is to know of its key. A field of plain `str` holds our own words, which are
checked; `briefing.model.kinds` says why any other is not.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from briefing.model.dates import PartialDate
from briefing.model.records.against import Against, Entry, Version
from briefing.model.records.base import Change, Record
from briefing.model.records.core import Core, CoreRow
from briefing.model.records.dispute import Actor, Brief, Place, Position, Speaker, Stated
from briefing.model.records.events import Event, EventVersion
from briefing.model.records.life import Confidence, Later, Trend
from briefing.model.records.questions import Question, Stance
from briefing.model.records.registers import About, Dossier, Gone, Limits, Loaded, Name, Names, Removed, Stand, Words
from briefing.model.records.sources import REPORTER, Source, Voice

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
#: The same by the word that commands and docs/records.md have for each kind.
BY_NAME: Mapping[str, type[Record]] = {kind.__name__.lower(): kind for kind in KINDS.values()}
#: Those whose body must not be empty.
BODY_REQUIRED = frozenset({"content/about.md", "content/briefs", "content/positions", "content/events"})


#: Any record, as what is remembered of it is read.
AnyRecord = Dossier | About | Names | Words | Removed | Source | Actor | Question | Position | Place | Event | Brief


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
