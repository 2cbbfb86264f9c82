"""What may be said of any statement, how sure we are of it and what became of it; and where the whole dispute tends."""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Struct

from briefing.model.dates import PartialDate
from briefing.model.keys import Key
from briefing.model.kinds import Listed, Proved
from briefing.model.records.base import Cited, Known, TranslatedByBeside, TranslatedTextBeside
from briefing.model.vocabulary import Basis, Direction, Level, Turn


class Confidence(Struct, frozen=True, kw_only=True):
    """How sure we are of one fact."""

    level: Annotated[Level, Key("how sure we are of it", "moderate")]
    why: Annotated[str, Key("the reason, in one sentence", most=300)]


def _confidence(value: object) -> dict[str, str | list[str]]:
    """How sure we are, as one value."""
    confidence: Confidence | None = getattr(value, "confidence", None)
    return {"confidence": confidence.level} if confidence else {}


#: The key of all records and entries that state a fact.
Sure = Annotated[
    Confidence | None, Key("how sure we are, where that must be said", None, label="Confidence", published=_confidence)
]


class Later(Struct, frozen=True, kw_only=True):
    """What became of a statement."""

    what: Annotated[Turn, Key("what became of it")]
    date: Annotated[PartialDate, Key("when, as exact as is known")]
    by: Annotated[
        Listed,
        Key(
            "who did it: an actor's id, a speaker, or a source that takes back its own report; needed with `denied`; "
            "`retracted` and `corrected` are by who made the statement",
            "actor-id",
            most=200,
        ),
    ] = ""
    says: Annotated[str, Key("what was said then, in our own words", most=400)] = ""
    basis: Annotated[
        Basis | None, Key("how we know it; when left out, `direct` with a quote and else `reported`", "reported")
    ] = None
    cite: Cited
    quote: Annotated[Proved, Key("the words themselves, without the marks around them", label="Quotation")] = ""
    translation: TranslatedTextBeside = ""
    translated_by: TranslatedByBeside = ""
    speaker: Annotated[Listed, Key("who says the quote, where that is not `by`", "Name", most=120)] = ""

    @property
    def known(self) -> Basis:
        """How it is known."""
        return self.basis or (Basis.DIRECT if self.quote else Basis.REPORTED)

    @property
    def whose(self) -> str:
        """Who speaks then, as the head has it; empty where it does not say."""
        return self.speaker or self.by

    @property
    def is_own(self) -> bool:
        """Whether only who made the statement can do this."""
        return self.what in (Turn.RETRACTED, Turn.CORRECTED)


def noted(entries: Iterable[Later]) -> list[str]:
    """What became of a statement, a line for each: `denied, 2022-11-05, telissa-council: It never said so.`"""
    return [
        f"{', '.join(filter(None, (one.what, str(one.date), one.by)))}: {one.says or one.quote}".removesuffix(": ")
        for one in entries
    ]


def _later(value: object) -> dict[str, str | list[str]]:
    """What became of a statement, as one value, to which more may come."""
    entries: tuple[Later, ...] = getattr(value, "later", ())
    return {"later": noted(entries)} if entries else {}


#: The key of all that can be denied, taken back or settled.
Laters = Annotated[
    tuple[Later, ...], Key("what became of the statement", None, label="What became of it", published=_later)
]


class Trend(Struct, frozen=True, kw_only=True):
    """Where the whole dispute tends."""

    direction: Annotated[Direction, Key("where it tends", label="Trend", published=True)]
    since: Annotated[
        PartialDate, Key("the day, month or year since when", "2030-01-31", label="Trend since", published=True)
    ]
    why: Annotated[str, Key("one sentence on why we say so", most=300, label="Why the trend", published=True)]
    basis: Known
    cite: Cited
