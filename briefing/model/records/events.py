"""The records of events."""

from typing import Annotated

from msgspec import Struct, field

from briefing.model.dates import PartialDate
from briefing.model.keys import Key
from briefing.model.kinds import Id, Listed, Proved
from briefing.model.records.against import Contradicted
from briefing.model.records.base import Answers, Cited, Ids, Known, Record
from briefing.model.vocabulary import EventState, Year


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
    ]
    rule: Annotated[str, Key("how the date follows from them", most=600)]
    year: Annotated[
        Year,
        Key(
            "`stated` where the source's words or its day of publication give it, else `inferred`, and then marked "
            "wherever the date is given",
            "inferred",
            published=True,
        ),
    ]
    tension: Annotated[
        str,
        Key(
            "what does not fit, where the source's dates do not agree; needed when the interval gives another day",
            most=600,
        ),
    ] = ""
    weekday: Annotated[Listed, Key("in English; checked against the date", "Tuesday", most=20)] = ""
    interval: Annotated[Interval | None, Key("checked: so many days after another event")] = None


class Event(Record, frozen=True, kw_only=True):
    """What happened or is due."""

    title: Annotated[str, Key("what happened, in a short sentence", most=200, published=True)]
    date: Annotated[
        PartialDate, Key("`2022-11-01`, `2022-11` or `2022`, as exact as is known and no more", published=True)
    ]
    state: Annotated[EventState, Key(published=True)]
    end: Annotated[PartialDate | None, Key("the last day, when it took several", published=True)] = None
    approximate: Annotated[
        bool, Key("the date is known only about; of a month or year: some time during it", "yes", published=True)
    ] = False
    order: Annotated[int, Key("events of one day are listed by this number", "1")] = 0
    basis: Known
    cite: Cited
    against: Contradicted = ()
    answers: Answers = ()
    outcome_of: Annotated[Id, Key("the id of the event that was due, when this is what came of it", "event-id")] = ""
    actors: Ids = ()
    places: Ids = ()
    questions: Ids = ()
    dating: Annotated[Dating, Key("how the date was reasoned")]
