"""The records of events."""

from typing import Annotated

from msgspec import Struct, field, structs

from briefing.model.dates import PartialDate
from briefing.model.keys import Key
from briefing.model.kinds import EventOrDate, Id, Listed, Proved
from briefing.model.records.against import VERSIONS, Contradicted, Version
from briefing.model.records.base import Answers, Cited, Ids, Known, Record
from briefing.model.records.life import Laters, Sure
from briefing.model.vocabulary import EventState, Year
from briefing.model.when import Shape, When, is_backwards


class Interval(Struct, frozen=True, kw_only=True):
    """So many days after another event."""

    origin: Annotated[Id, Key("the id of the other event", "event-id")] = field(name="from")
    days: Annotated[int, Key("how many days after it", "21", least=-100_000, most=100_000)]


class Dating(Struct, frozen=True, kw_only=True):
    """How an event's date was reasoned from the source's own words."""

    words: Annotated[
        Proved,
        Key(
            "the source's own, at most eight",
            "the source's own words",
            label="The source’s words",
            most=120,
            published=True,
        ),
    ] = ""
    rule: Annotated[str, Key("how the date follows from them; needed where the year is inferred", most=600)] = ""
    year: Annotated[
        Year,
        Key(
            "`stated` or `inferred`; stated, and left out, where the source's words or its day of publication give it; "
            "else inferred, and then marked wherever the date is given",
            "inferred",
            published=True,
        ),
    ] = Year.STATED
    tension: Annotated[
        str,
        Key(
            "what does not fit, where the source's dates do not agree; needed when the interval gives another day",
            most=600,
        ),
    ] = ""
    weekday: Annotated[
        Listed,
        Key("in English, where the source has it in another language; checked against the date", None, most=20),
    ] = ""
    interval: Annotated[Interval | None, Key("checked: so many days after another event", None)] = None


class EventVersion(Version, frozen=True, kw_only=True):
    """One of several versions of an event, which may differ on when it was."""

    date: Annotated[When | None, Key("when it was, as this version has it", "2030-01-01")] = None
    dating: Annotated[Dating, Key("how this date was reasoned, where it was", None)] = Dating()


class Event(Record, frozen=True, kw_only=True):
    """What happened or is due. `date`, `after` and `before` may all be missing where versions have dates, and in a
    record that is at fault.
    """

    title: Annotated[str, Key("what happened, in a short sentence", most=200, published=True)]
    short: Annotated[
        str,
        Key(
            "the same in a few words, for the drawn timeline, at most 60 letters; the title when left out",
            None,
            most=60,
        ),
    ] = ""
    date: Annotated[
        When | None,
        Key(
            "`2022-11-01`, `2022-11` or `2022`, as exact as is known and no more; or another of the forms under "
            "[Dates](#dates); needed unless `after`, `before` or `versions` tell when",
            is_suggested=True,
            published=True,
        ),
    ] = None
    after: Annotated[
        EventOrDate, Key("what it came after: the id of another event, or a date", "event-id", published=True)
    ] = ""
    before: Annotated[
        EventOrDate, Key("what it came before: the id of another event, or a date", "event-id", published=True)
    ] = ""
    state: Annotated[
        EventState,
        Key(
            "`happened`, `due`, `cancelled`, `postponed` or `disputed`; due is what is still to come, disputed what "
            "happened by some sources only",
            published=True,
        ),
    ]
    postponed_to: Annotated[
        EventOrDate,
        Key("to when it was postponed: a date, or the id of the event that is due instead", None, published=True),
    ] = ""
    end: Annotated[PartialDate | None, Key("the older form of a date such as `2022-11-01/2022-11-03`", None)] = None
    approximate: Annotated[bool, Key("the older form of a date such as `2022-11-01~`", None)] = False
    order: Annotated[int, Key("events of one day are listed by this number", "1")] = 0
    basis: Known
    cite: Cited
    against: Contradicted = ()
    versions: Annotated[tuple[EventVersion, ...], VERSIONS] = ()
    answers: Answers = ()
    confidence: Sure = None
    later: Laters = ()
    outcome_of: Annotated[Id, Key("the id of the event that was due, when this is what came of it", "event-id")] = ""
    actors: Ids = ()
    places: Ids = ()
    questions: Ids = ()
    dating: Annotated[Dating, Key("how the date was reasoned, where it was")] = Dating()

    @property
    def is_reasoned(self) -> bool:
        """Whether there is more to say of its date than the date."""
        return self.dating != Dating()


def folded(event: Event) -> Event:
    """The event with what the older keys `end` and `approximate` say told by its date: about a day is `2022-11-01~`;
    about a month or a year was some time during it, which the date says by itself. What makes no sense stays as it was.
    """
    date = folded_date(event.date, event.end, event.approximate)
    return event if date is event.date else structs.replace(event, date=date)


def folded_date(date: When | None, end: PartialDate | None, is_approximate: bool) -> When | None:
    """A date with what the older keys say of it."""
    if date is None or date.shape is not Shape.ONE or not date.begin or not (end or is_approximate):
        return date
    begin, last = (_about(one) if one and is_approximate else one for one in (date.begin, end))
    if last is None:
        return When(Shape.ONE, begin)
    return When(Shape.LASTED, begin, last) if begin and not is_backwards(begin, last) else date


def _about(date: PartialDate) -> PartialDate:
    return structs.replace(date, doubt="~") if date.day and not date.doubt else date
