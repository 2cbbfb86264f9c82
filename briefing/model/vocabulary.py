"""The closed vocabularies of records: the words that a key may hold."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed list."""

    # Enum computes a hash in Python each time; words are keys of dicts and sets hundreds of thousands of times a build.
    __hash__ = str.__hash__


class Basis(Word):
    """How we know a statement; the words are shown to the reader beside it."""

    DIRECT = "direct"
    REPORTED = "reported"
    REPORTER = "reporter"
    INFERRED = "inferred"


class Status(Word):
    """Whether a record is part of the site."""

    PUBLISHED = "published"
    DRAFT = "draft"


class EventState(Word):
    """Whether an event took place, is still to come or was called off, as the sources tell it."""

    HAPPENED = "happened"
    DUE = "due"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DISPUTED = "disputed"


class Standing(Word):
    """State of one point under what stands on the home page."""

    IN_FORCE = "in-force"
    DISPUTED = "disputed"
    PLANNED = "planned"
    UNKNOWN = "unknown"


class Sign(Word):
    """What an answer is to its question as worded, drawn as a sign."""

    YES = "yes"
    NO = "no"
    OTHER = "other"


class Level(Word):
    """How sure we are of a single fact."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


class Turn(Word):
    """What became of a statement after it was made."""

    DENIED = "denied"
    RETRACTED = "retracted"
    CORRECTED = "corrected"
    SUPERSEDED = "superseded"
    SETTLED = "settled"


class Direction(Word):
    """Where a dispute tends."""

    BETTER = "better"
    WORSE = "worse"
    UNCHANGED = "unchanged"


class ActorKind(Word):
    """What sort of actor; shown under the actor's name."""

    GOVERNMENT = "government"
    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    ALLIANCE = "alliance"
    STATE = "state"
    COMMUNITY = "community"
    PARTY = "party"
    UNION = "union"
    COMPANY = "company"
    COURT = "court"
    MEDIA = "media"
    RESEARCH = "research"
    PERSON = "person"


class PlaceKind(Word):
    """What sort of place."""

    CROSSING = "crossing"
    TOWN = "town"
    CITY = "city"
    AREA = "area"
    SITE = "site"
    VILLAGE = "village"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    BUILDING = "building"
    SQUARE = "square"
    ROAD = "road"
    BRIDGE = "bridge"
    PORT = "port"
    AIRPORT = "airport"
    CAMP = "camp"
    BORDER = "border"
    RIVER = "river"
    LAKE = "lake"
    SEA = "sea"
    ISLAND = "island"
    MOUNTAIN = "mountain"


class Telling(Word):
    """Whose the words of a text are, by its kind."""

    #: Somebody tells what others say, so that a speaker's own words stand between quotation marks.
    TOLD = "told"
    #: All of it is its author's, but for what it quotes.
    OWN = "own"
    #: Several take turns, behind labels or in paragraphs of their own.
    SPOKEN = "spoken"
    #: The same, with an introduction, and asides, of whoever wrote it down.
    ASKED = "asked"
    #: What was said, told in the words of whoever took it down.
    TAKEN = "taken"


class SourceKind(Word):
    """What sort of text a source is, and whose its words are, as far as its kind tells (`telling`)."""

    telling: Telling

    def __new__(cls, word: str, telling: Telling) -> SourceKind:
        """A member; each says both, or the module cannot be imported."""
        member = str.__new__(cls, word)
        member._value_, member.telling = word, telling
        return member

    ARTICLE = "article", Telling.TOLD
    REPORT = "report", Telling.TOLD
    BOOK = "book", Telling.TOLD
    BROADCAST = "broadcast", Telling.TOLD
    STATEMENT = "statement", Telling.OWN
    LETTER = "letter", Telling.OWN
    POST = "post", Telling.OWN
    SPEECH = "speech", Telling.OWN
    LAW = "law", Telling.OWN
    AGREEMENT = "agreement", Telling.OWN
    DATASET = "dataset", Telling.OWN
    TRANSCRIPT = "transcript", Telling.SPOKEN
    INTERVIEW = "interview", Telling.ASKED
    PRESS_CONFERENCE = "press-conference", Telling.ASKED
    MINUTES = "minutes", Telling.TAKEN

    @property
    def by_reporter(self) -> bool:
        """Whether speech stands between quotation marks in it, and all else is the words of who tells it."""
        return self.telling in (Telling.TOLD, Telling.TAKEN)


class LineKind(Word):
    """What a line of a source is that a citation names in place of a paragraph."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    HEADING = "heading"


class Speech(Word):
    """How a source gives what somebody says."""

    DIRECT = "direct"
    REPORTED = "reported"


class NameKind(Word):
    """What a name in the register belongs to."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


class Year(Word):
    """Whether a source gives the year of a date, or we do."""

    STATED = "stated"
    INFERRED = "inferred"


#: The stance of an actor that was asked and would not say; every question has it, and none defines it.
DECLINED = "declined"
#: A term that quotation marks only set apart has so many words at most: a sentence is a quotation.
MOST_TERM = 5
#: The short words of a stance are at most so many.
MOST_SHORT = 6
