"""The records on the dispute: actors, positions, places and briefs."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct, field

from briefing.model.dates import PartialDate
from briefing.model.forms import DAY
from briefing.model.keys import HERE, NOT_IN_HEAD, Key
from briefing.model.kinds import Id, Language, Listed, Printed, Proved, Term
from briefing.model.records.against import Contradicted
from briefing.model.records.base import (
    Answers,
    Cited,
    CitedOrOurs,
    Ids,
    KnownOrOurs,
    Record,
    TranslatedBy,
    TranslatedText,
)
from briefing.model.records.life import Laters, Sure
from briefing.model.vocabulary import ActorKind, Basis, PlaceKind

#: What a record is called in other languages.
LocalNames = Annotated[
    Mapping[Language, tuple[Printed, ...]],
    Key(
        "the form in each language, as `sq: Jarinjë`, or several, as `[one, other]`",
        {"fr": "French form"},
        label="Name",
        published=True,
    ),
]


class Speaker(Struct, frozen=True, kw_only=True):
    """A person who speaks for an actor."""

    name: Annotated[Printed, Key("", "Name", most=120)]
    role: Annotated[str, Key("", "Role", most=200)]
    basis: KnownOrOurs = None
    cite: CitedOrOurs
    printed: Annotated[Printed, Key("the name as the source spells it, when otherwise", most=120)] = ""
    since: Annotated[
        PartialDate | None, Key("when the role was taken up, where others held it before", "2030-01-31")
    ] = field(name="from", default=None)
    until: Annotated[PartialDate | None, Key("when the role ended, where others hold it now", "2030-01-31")] = None


def _speakers(actor: "Actor") -> dict[str, str | list[str]]:
    """Those who speak for an actor, under every form of their names."""
    return {
        "speakers": sorted({form for speaker in actor.speakers for form in (speaker.name, speaker.printed) if form})
    }


class Actor(Record, frozen=True, kw_only=True):
    """Who acts or speaks."""

    name: Annotated[str, Key("neutral, in full", "Full neutral name", most=120, published=True)]
    kind: Annotated[ActorKind, Key("an alliance is of states, a union of workers", "organisation")]
    summary: Annotated[str, Key("who this is in the dispute, in one sentence", most=300)]
    basis: KnownOrOurs = None
    cite: CitedOrOurs
    against: Contradicted = ()
    confidence: Sure = None
    short: Annotated[
        str, Key("for narrow columns, at most 24 letters", "Short name", label="Short name", most=24, published=True)
    ] = ""
    names: LocalNames = field(default_factory=dict)
    monogram: Annotated[
        str, Key("two or three letters; made from the name when left out, as no other actor has them", "AB", most=3)
    ] = ""
    side: Annotated[
        Id,
        Key(
            "one of the sides in `content/dossier.md`",
            "id",
            published=True,
            remedy="Write the id as `content/dossier.md` has it under `sides`.",
        ),
    ] = ""
    speakers: Annotated[tuple[Speaker, ...], Key("who speaks for it", label="Speaker", published=_speakers)] = ()


def _basis(stated: "Stated") -> dict[str, str | list[str]]:
    """How a position is known, whether written or worked out."""
    return {"basis": str(stated.known)}


def _joint(stated: "Stated") -> dict[str, str | list[str]]:
    """Whose statement it is, too."""
    return {"with": sorted(stated.joint)} if stated.joint else {}


class Stated(Struct, frozen=True, kw_only=True):
    """What one actor said on one question as of one date."""

    stance: Annotated[
        Id,
        Key(
            "one of the stances in `content/questions/{question}.md`; or `declined`, where the actor was asked and "
            "would not say",
            "id-of-a-stance",
            published=True,
            remedy="Write the id as the question has it under `stances`, not its words.",
        ),
    ]
    short: Annotated[
        str,
        Key(
            "its stance in two to six words, for tables, where those of the question do not do",
            "Yes, in part",
            most=60,
            published=True,
        ),
    ] = ""
    as_of: Annotated[PartialDate, Key("the day, month or year of which it holds", published=True)]
    basis: Annotated[
        Basis | None,
        Key(
            "how we know it, `direct` with a quote only, and left out where there is one",
            "reported",
            label="How we know it",
            is_suggested=True,
            published=_basis,
        ),
    ] = None
    cite: Cited
    quote: Annotated[
        Proved, Key("the actor's own words, without the marks around them", label="Quotation", published=True)
    ] = ""
    speaker: Annotated[
        Listed,
        Key(
            "a speaker of the actor, or of that of `via`, or the actor's own name where it speaks as a body; "
            "may be left out where the source's `voices` say who speaks the words quoted",
            "Name",
            most=120,
            published=True,
        ),
    ] = ""
    translation: TranslatedText = ""
    translated_by: TranslatedBy = ""
    against: Contradicted = ()
    joint: Annotated[
        tuple[Id, ...],
        Key(
            "the ids of the other actors whose statement it is, too, where several make it together",
            None,
            label="Joint with",
            published=_joint,
        ),
    ] = field(name="with", default=())
    confidence: Sure = None
    later: Laters = ()
    summary: Annotated[str, NOT_IN_HEAD] = ""

    @property
    def known(self) -> Basis:
        """How it is known: what is quoted directly, where nothing else is said."""
        return self.basis or (Basis.DIRECT if self.quote else Basis.REPORTED)


class Earlier(Stated, frozen=True, kw_only=True):
    """What an actor said before. Of the present position the prose of the record is the summary."""

    summary: Annotated[str, Key("what it said then, in our own words", most=600)]


class Position(Record, frozen=True, kw_only=True):
    """What one actor says on one question; its id is `actor/question`."""

    stated: Annotated[Stated, HERE]
    via: Annotated[
        Id,
        Key(
            "the id of the actor through whom it is known, where the actor does not speak for itself",
            "actor-id",
            label="Known through",
            published=True,
        ),
    ] = ""
    answers: Answers = ()
    earlier: Annotated[tuple[Earlier, ...], Key("what it said before, the newest first")] = ()

    @property
    def actor(self) -> str:
        """The id of the actor."""
        return self.id.partition("/")[0]

    @property
    def question(self) -> str:
        """The id of the question."""
        return self.id.partition("/")[2]


def _coordinates(place: "Place") -> dict[str, str | list[str]]:
    """Where a place is, as one value; none where no point is given."""
    return {"coordinates": ", ".join(map(str, place.point))} if place.point else {}


class Place(Record, frozen=True, kw_only=True):
    """Where something happens: a point on the map, or a place without one."""

    name: Annotated[str, Key("the neutral form in the dossier's language", "Neutral name", most=120, published=True)]
    kind: Annotated[PlaceKind, Key("", "town")]
    latitude: Annotated[
        float | None,
        Key(
            "degrees, north positive, left out with the next three for a place without a pin",
            "0.0",
            most=90,
            published=_coordinates,
            is_suggested=True,
        ),
    ] = None
    longitude: Annotated[
        float | None,
        Key("degrees, east positive", "0.0", most=180, published=_coordinates, is_suggested=True),
    ] = None
    precision: Annotated[str, Key("how exact the point is, in words", most=300, is_suggested=True)] = ""
    coordinates_from: Annotated[
        str,
        Key("where the point was taken from; never the cited article unless it says so", most=300, is_suggested=True),
    ] = ""
    summary: Annotated[str, Key("why it matters here, in one sentence", most=300)]
    basis: KnownOrOurs = None
    cite: CitedOrOurs
    against: Contradicted = ()
    names: LocalNames = field(default_factory=dict)
    confidence: Sure = None
    order: Annotated[int, Key("the number on the pin: places are numbered by it", "1")] = 0

    @property
    def point(self) -> tuple[float, float] | None:
        """Its latitude and longitude, in degrees; None for a place without a pin."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


class Brief(Record, frozen=True, kw_only=True):
    """Prose that explains one part of the dispute."""

    title: Annotated[str, Key("", "Title of the brief", most=160)]
    summary: Annotated[str, Key("the answer to the title, in one or two sentences", most=200)]
    about: Annotated[
        str, Key("what is inside, in one line, for lists of briefs; the summary when left out", None, most=120)
    ] = ""
    updated: Annotated[PartialDate, DAY, Key("the day of the last change that matters to readers")]
    order: Annotated[int, Key("briefs are listed by this number", "99", is_suggested=True)] = 0
    basis: Annotated[Basis | None, Key("for citations that do not name their own", "reporter", is_suggested=True)] = (
        None
    )
    actors: Ids = ()
    questions: Ids = ()
    places: Ids = ()
    events: Ids = ()
    terms: Annotated[tuple[Term, ...], Key("words that quotation marks only set apart", ("word",))] = ()
