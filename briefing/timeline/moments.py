"""What is known of when events were, as spans that can be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from briefing.model import dates, timing
from briefing.model.dates import PartialDate
from briefing.model.records import Event
from briefing.model.when import Shape, When, is_event


class Kind(StrEnum):
    """How a date is drawn."""

    DAY = "day"
    ABOUT = "about"
    BY = "by"
    BETWEEN = "between"
    LASTED = "lasted"
    SINCE = "since"
    UNTIL = "until"
    OPEN = "open"


class State(StrEnum):
    """What became of an event, as far as its mark shows it."""

    DONE = "done"
    PLANNED = "planned"
    OFF = "off"
    DISPUTED = "disputed"


class Point(Struct, frozen=True):
    """A day at which a mark stands, and the date in the record that says so, which may be less exact."""

    day: int
    date: PartialDate


class Span(Struct, frozen=True):
    """One date of an event: its points, and the first and the last day that its words mean."""

    kind: Kind
    points: tuple[Point, ...]
    first: int
    last: int

    @property
    def begin(self) -> int:
        """The day of its first point."""
        return self.points[0].day

    @property
    def end(self) -> int:
        """The day of its last point."""
        return self.points[-1].day


class Moment(Struct, frozen=True):
    """An event as it is drawn. `lane` is the number of its lane, `words` its date in words, `url` leads to its entry;
    `mark` (†) says that the year is ours.
    """

    id: str
    lane: int
    label: str
    words: str
    url: str
    state: State
    spans: tuple[Span, ...]
    mark: str = ""

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of all of its dates."""
        return tuple(point for span in self.spans for point in span.points)


def spans(id: str, events: Mapping[str, Event], seen: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """The dates of an event, by each of its versions; else by the dates or events that it came after or before; none
    where nothing is known.
    """
    event = events[id]
    told = [event.date] if event.date and event.date.is_known else []
    told += [date for date in timing.in_versions(event) if date.is_known]
    if told:
        return tuple(dict.fromkeys(map(_span, told)))
    seen |= {id}
    after, before = (_bound(event, key, events, seen) for key in ("after", "before"))
    points = tuple(point for point in (after, before) if point)
    if not points or points[0].day > points[-1].day:
        return ()
    kind = Kind.BETWEEN if after and before else Kind.OPEN if after else Kind.BY
    return (Span(kind, points, points[0].day, points[-1].day),)


def _bound(event: Event, key: str, events: Mapping[str, Event], seen: frozenset[str]) -> Point | None:
    """The day that an event came after or before, which another event may tell."""
    text: str = getattr(event, key)
    if date := timing.said(text):
        return Point(dates.span(date)[1 if key == "after" else 0], date)
    if not is_event(text) or text not in events or text in seen:
        return None
    points = [point for span in spans(text, events, seen) for point in span.points]
    pick = max if key == "after" else min
    return pick(points, key=lambda point: point.day, default=None)


_KINDS = {
    Shape.LASTED: Kind.LASTED,
    Shape.GOES_ON: Kind.SINCE,
    Shape.END_UNKNOWN: Kind.SINCE,
    Shape.BEGIN_UNKNOWN: Kind.UNTIL,
    Shape.BETWEEN: Kind.BETWEEN,
    Shape.BY: Kind.BY,
    Shape.NOT_BEFORE: Kind.OPEN,
}


def _span(when: When) -> Span:
    if when.shape is Shape.ONE and when.begin:
        exact = dates.span(when.begin)
        kind = Kind.DAY if exact[0] == exact[1] and not when.begin.doubt else Kind.ABOUT
        return Span(kind, (Point(sum(exact) // 2, when.begin),), *exact)
    kind = _KINDS[when.shape]
    days = [dates.span(date) for date in when.named]
    at = [days[0][0], days[-1][1]] if kind not in (Kind.SINCE, Kind.UNTIL) else [sum(days[0]) // 2]
    if len(days) == 1:
        at = at[-1:] if when.end else at[:1]
    points = tuple(Point(day, date) for day, date in zip(at, when.named, strict=True))
    return Span(kind, points, points[0].day, points[-1].day)
