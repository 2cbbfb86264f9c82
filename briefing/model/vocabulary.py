"""The closed vocabularies of records: the words that a key may hold."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """How we know a statement; the words are shown to the reader beside it."""

    DIRECT = "direct"
    REPORTED = "reported"
    REPORTER = "reporter"
    INFERRED = "inferred"


class Status(StrEnum):
    """Whether a record is part of the site."""

    PUBLISHED = "published"
    DRAFT = "draft"


class EventState(StrEnum):
    """Whether an event took place or is still to come, as the sources tell it."""

    HAPPENED = "happened"
    DUE = "due"


class Standing(StrEnum):
    """State of one point under what stands on the home page."""

    IN_FORCE = "in-force"
    DISPUTED = "disputed"
    PLANNED = "planned"
    UNKNOWN = "unknown"


class ActorKind(StrEnum):
    """What sort of actor; shown under the actor's name."""

    GOVERNMENT = "government"
    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    ALLIANCE = "alliance"
    STATE = "state"
    COMMUNITY = "community"
    PERSON = "person"


class PlaceKind(StrEnum):
    """What sort of place."""

    CROSSING = "crossing"
    TOWN = "town"
    CITY = "city"
    AREA = "area"
    SITE = "site"


class SourceKind(StrEnum):
    """What sort of text a source is."""

    ARTICLE = "article"
    REPORT = "report"
    LAW = "law"
    SPEECH = "speech"
    DATASET = "dataset"
    LETTER = "letter"
    BOOK = "book"
    BROADCAST = "broadcast"


class NameKind(StrEnum):
    """What a name in the register belongs to."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


class Year(StrEnum):
    """Whether a source gives the year of a date, or we do."""

    STATED = "stated"
    INFERRED = "inferred"


#: A term that quotation marks only set apart has so many words at most: a sentence is a quotation.
MOST_TERM = 5
