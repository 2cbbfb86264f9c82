"""The records of a dossier: what was read from the files, and nothing derived from it.

Imports nothing of ours but the vocabulary, kinds of text and what was written, and does no input or output.
Every record is frozen; `briefing.dossier.parse` makes them and nobody else does. A field of plain `str` holds our own
words, which are checked; `briefing.model.kinds` says why any other is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct, field

from briefing.model.kinds import (
    HERE,
    Address,
    File,
    Hash,
    Id,
    Kind,
    Listed,
    OnNames,
    Printed,
    Proved,
    Tag,
    Term,
    Unshown,
)
from briefing.model.statements import Statement
from briefing.model.vocabulary import (
    ActorKind,
    Basis,
    EventState,
    NameKind,
    PlaceKind,
    SourceKind,
    Standing,
    Status,
    Year,
)
from briefing.model.written import Citation, Mark, Prose


class PartialDate(Struct, frozen=True, order=True):
    """A date no more exact than is known: a year, a month or a day.

    `month` and `day` are 0 where they are not known, so that dates sort: 2022 before 2022-11 before 2022-11-01.
    """

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text


class Change(Struct, frozen=True, kw_only=True):
    """A note on a change of a published record."""

    date: PartialDate
    what: str
    why: str


class Record(Struct, frozen=True, kw_only=True, tag=True):
    """What all records share.

    `path` is relative to the dossier's root, `digest` changes whenever the file does, `marks` tells where in the file
    each key's value stands (nested keys joined by dots, list items by number; a line for each, the spot as a number).
    `said` changes whenever one of its `statements` says, cites or quotes something else.
    `spoilt` are the keys whose values could not be read, and `body` or `headings` where such are lost from the prose:
    nobody may conclude anything from these.
    """

    id: Id
    path: Id
    digest: Hash
    marks: Id = ""
    prose: Annotated[Prose, Kind("checked block by block as it is read")] = field(default_factory=Prose)
    statements: Annotated[tuple[Statement, ...], Kind("made of the other fields and the prose, which are checked")] = ()
    said: Hash = ""
    status: Status = Status.PUBLISHED
    owner: str = ""
    review_by: PartialDate | None = None
    changes: tuple[Change, ...] = ()
    was: tuple[Id, ...] = ()
    spoilt: tuple[Id, ...] = ()

    def is_sure(self, *keys: str) -> bool:
        """Whether the values of these keys are those that the editor wrote."""
        return not self.spoilt or not ({*keys, "*"} & {*self.spoilt})

    def mark(self, key: str) -> Mark:
        """Where the value of `key` stands; the record's first line when the key is not there."""
        _, found, rest = self.marks.partition(f"\n{key}\t")
        return Mark.unpack(int(rest.partition("\n")[0])) if found else Mark(1)

    def spot(self, where: str | Mark) -> Mark:
        """The spot in the file of a key of the head, or of what is one already."""
        return where if isinstance(where, Mark) else self.mark(where)

    def has(self, key: str) -> bool:
        """Whether the head has this key."""
        return f"\n{key}\t" in self.marks


class Stand(Struct, frozen=True, kw_only=True):
    """One point under what stands."""

    status: Standing
    text: str
    basis: Basis
    cite: tuple[Citation, ...]
    as_of: PartialDate | None = None


class MapSettings(Struct, frozen=True, kw_only=True):
    """How the dossier's map is drawn. `base` names files in `content/maps/`."""

    base: tuple[File, ...] = ()
    title: str = ""
    note: str = ""
    credit: str = ""
    tiles: bool = False


class Limits(Struct, frozen=True, kw_only=True):
    """How much may be quoted: words in one quotation, and per cent of a source in all."""

    words: int = 25
    share: int = 10


class Dossier(Record, frozen=True, kw_only=True):
    """The dossier itself: the editor's settings and the first words of the home page."""

    title: str
    summary: str
    snapshot: str
    language: Tag = "en"
    period: tuple[PartialDate, ...] = ()
    as_of: PartialDate | None = None
    site_url: Address = ""
    repository: Address = ""
    licence: str = "CC BY 4.0"
    publisher: Printed = ""
    status_note: str = ""
    sides: Mapping[str, str] = field(default_factory=dict)
    map: MapSettings = field(default_factory=MapSettings)
    limits: Limits = field(default_factory=Limits)
    stands: tuple[Stand, ...] = ()
    answer: Id = ""


class Source(Record, frozen=True, kw_only=True):
    """A text that is cited. The text itself is never part of the dossier."""

    title: Printed
    publisher: Printed
    kind: SourceKind
    language: Tag
    paragraphs: int
    sha256: Hash
    rights: str
    first_line: int = 1
    author: Printed = ""
    author_role: Printed = ""
    published: PartialDate | None = None
    url: Address = ""
    archived: Address = ""
    accessed: PartialDate | None = None
    origin: Printed = ""


class Speaker(Struct, frozen=True, kw_only=True):
    """A person who speaks for an actor. `printed` is the name as the source spells it."""

    name: str
    role: str
    basis: Basis
    cite: tuple[Citation, ...]
    printed: Printed = ""


class Actor(Record, frozen=True, kw_only=True):
    """Who acts or speaks."""

    name: str
    kind: ActorKind
    summary: str
    basis: Basis
    cite: tuple[Citation, ...]
    short: str = ""
    monogram: str = ""
    side: Id = ""
    speakers: tuple[Speaker, ...] = ()


class Question(Record, frozen=True, kw_only=True):
    """One contested question with its closed list of stances, id to plain words."""

    title: str
    short: str
    summary: str
    stances: Mapping[str, str]
    order: int = 0


class Stated(Struct, frozen=True, kw_only=True):
    """What one actor said on one question as of one date."""

    stance: Id
    as_of: PartialDate
    basis: Basis
    cite: tuple[Citation, ...]
    quote: Proved = ""
    speaker: Listed = ""
    summary: str = ""


class Position(Record, frozen=True, kw_only=True):
    """What one actor says on one question; its id is `actor/question`."""

    actor: Id
    question: Id
    stated: Annotated[Stated, HERE]
    earlier: tuple[Stated, ...] = ()
    via: Id = ""


class Place(Record, frozen=True, kw_only=True):
    """A point on the map; latitude and longitude in degrees, north and east positive."""

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    precision: str
    coordinates_from: str
    summary: str
    basis: Basis
    cite: tuple[Citation, ...]
    names: Mapping[str, Printed] = field(default_factory=dict)
    order: int = 0


class Interval(Struct, frozen=True, kw_only=True):
    """So many days after another event."""

    origin: Id
    days: int


class Dating(Struct, frozen=True, kw_only=True):
    """How an event's date was reasoned from the source's own words."""

    words: Proved
    rule: str
    year: Year
    weekday: Listed = ""
    interval: Interval | None = None
    tension: str = ""


class Event(Record, frozen=True, kw_only=True):
    """What happened or is due."""

    title: str
    date: PartialDate
    state: EventState
    basis: Basis
    cite: tuple[Citation, ...]
    dating: Dating
    end: PartialDate | None = None
    approximate: bool = False
    order: int = 0
    actors: tuple[Id, ...] = ()
    places: tuple[Id, ...] = ()
    questions: tuple[Id, ...] = ()
    outcome_of: Id = ""


class Brief(Record, frozen=True, kw_only=True):
    """Prose that explains one part of the dispute."""

    title: str
    summary: str
    updated: PartialDate
    order: int = 0
    basis: Basis | None = None
    actors: tuple[Id, ...] = ()
    questions: tuple[Id, ...] = ()
    places: tuple[Id, ...] = ()
    events: tuple[Id, ...] = ()
    terms: tuple[Term, ...] = ()


class About(Record, frozen=True, kw_only=True):
    """The page on method."""

    title: str


class Name(Struct, frozen=True, kw_only=True):
    """One entry of the register of names."""

    neutral: str
    kind: NameKind
    local: Mapping[str, Printed] = field(default_factory=dict)
    printed: Mapping[str, Printed] = field(default_factory=dict)
    note: OnNames = ""


class Names(Record, frozen=True, kw_only=True):
    """The register of names."""

    title: str = "Names"
    names: tuple[Name, ...] = ()


class Loaded(Struct, frozen=True, kw_only=True):
    """A word that takes a side, and what to write instead."""

    word: Unshown
    instead: Unshown


class Words(Record, frozen=True, kw_only=True):
    """Loaded words, and words that quotation marks only set apart."""

    loaded: tuple[Loaded, ...] = ()
    terms: tuple[Term, ...] = ()


class Gone(Struct, frozen=True, kw_only=True):
    """A record that was published and taken away: its kind and id as `briefs/old-name`, when and why."""

    record: Id
    title: str
    date: PartialDate
    why: str


class Removed(Record, frozen=True, kw_only=True):
    """The list of records that were published and taken away."""

    removed: tuple[Gone, ...] = ()


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
