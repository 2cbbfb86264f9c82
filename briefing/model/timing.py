"""When events were, as far as they and the events that they refer to tell: in which order they are listed, and under
which years. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from briefing.model import dates, when
from briefing.model.dates import PartialDate
from briefing.model.records import Event
from briefing.model.vocabulary import Year
from briefing.model.when import Shape, When, is_event

Key = tuple[int, int, bool]
#: What `groups` gives for events of which nothing is known.
UNKNOWN = "Date not known"


def said(text: str) -> PartialDate | None:
    """The date that `after`, `before` or `postponed_to` gives, if it gives one."""
    return dates.parse(text) if text and not is_event(text) else None


def dated(event: Event) -> tuple[PartialDate, ...]:
    """All dates that an event gives for when it was, or was to be."""
    told = (said(event.after), said(event.before), said(event.postponed_to))
    return (*(event.date.named if event.date else ()), *(date for date in told if date))


def unreasoned(event: Event) -> tuple[PartialDate, ...]:
    """The plain dates of an event for which no reasons are given: they must stand in what it cites, with their year."""
    dating = event.dating
    if not event.date or dating.words or dating.rule or dating.interval or dating.year is Year.INFERRED:
        return ()
    return tuple(date for date in event.date.named if _is_plain(date))


def _is_plain(date: PartialDate) -> bool:
    return 1000 <= date.year < 3000 and date.month <= 12 and not date.doubt and not date.unspecified


def accounts(event: Event) -> Iterator[tuple[str, Event]]:
    """The event, and as if each version with a date were one by itself, with what its keys in the head begin with."""
    yield "", event
    for number, version in enumerate(event.versions):
        if version.date:
            known = {"date": version.date, "dating": version.dating, "basis": version.known, "cite": version.cite}
            yield f"versions.{number}.", replace(event, after="", before="", versions=(), **known)


def references(event: Event) -> tuple[str, ...]:
    """The ids of the events after or before which one was."""
    return tuple(text for text in (event.after, event.before) if is_event(text))


def own(event: Event) -> When | None:
    """What an event itself says of when it was: its date, else the dates after and before which it was; of several
    versions, the earliest.
    """
    if event.date and event.date.is_known:
        return event.date
    if told_apart := [version.date for version in event.versions if version.date and version.date.is_known]:
        return min(told_apart, key=when.sort_key)
    told = (("begin", said(event.after)), ("end", said(event.before)))
    bounds = {key: date for key, date in told if date}
    shapes = {("begin",): Shape.NOT_BEFORE, ("end",): Shape.BY, ("begin", "end"): Shape.BETWEEN}
    return When(shapes[tuple(bounds)], **bounds) if bounds else event.date


def in_versions(event: Event) -> list[When]:
    """The dates that the versions of an event have, in their order."""
    found = [version.date for version in event.versions if version.date]
    return sorted((date for date in found if date.is_known), key=when.sort_key) + [
        date for date in found if not date.is_known
    ]


def one_of(event: Event) -> str:
    """The dates of an event's versions as a set of which one holds, in EDTF; empty where that cannot say it."""
    found = dict.fromkeys(in_versions(event))
    fits = len(found) > 1 and all(date.is_known and date.shape is Shape.ONE for date in found)
    return f"[{','.join(map(str, found))}]" if fits else ""


def over(event: Event) -> int | None:
    """The number of the last day on which an event may have been over, by any of its versions; None if nobody says."""
    told = [one.latest for _, account in accounts(event) if (one := own(account))]
    return max(told, default=None)


def words(event: Event) -> str:
    """The dates that an event gives for when it was, in words; empty where only other events tell."""
    told = [when.words(event.date)] if event.date else []
    if versions := dict.fromkeys(when.words(date) for date in in_versions(event)):
        told.append(" or ".join(versions))
    bounds = (("after", said(event.after)), ("before", said(event.before)))
    return ", ".join([*told, *(f"{word} {dates.words(date)}" for word, date in bounds if date)])


def exact(event: Event) -> When | None:
    """What an event itself says of when it was, as `own`, but without the days that it came after and before."""
    if event.date and event.date.is_known:
        return event.date
    after, before = said(event.after), said(event.before)
    first = dates.of_number(dates.span(after)[1] + 1) if after else None
    last = dates.of_number(dates.span(before)[0] - 1) if before else None
    shape = {(True, True): Shape.BETWEEN, (True, False): Shape.NOT_BEFORE, (False, True): Shape.BY}
    return When(shape[bool(first), bool(last)], first, last) if first or last else event.date


def in_order(events: Mapping[str, Event]) -> dict[str, Event]:
    """Events in the order in which they are listed, by what is known of each; what is known only by another event
    stands next to that, and so does what would stand on the wrong side of it. What is not known at all comes last.
    Those of one date stay as they were.
    """
    keys = {id: when.sort_key(told) for id, event in events.items() if (told := _listed_by(event, events))}
    beside: dict[tuple[str, bool], list[str]] = defaultdict(list)
    alone, unknown = [], []
    for id, event in events.items():
        named = [ref for ref in references(event) if ref in events and ref != id]
        wrong = [ref for ref in named if id in keys and _is_wrong(keys[id], keys.get(ref), ref == event.after)]
        if id in keys and not wrong:
            alone.append((keys[id], id))
        elif named:
            near = (wrong or named)[0]
            beside[near, near == event.after].append(id)
        else:
            unknown.append(id)
    listed: dict[str, Event] = {}

    def put(id: str) -> None:
        """List an event with those that stand next to it."""
        todo = [(id, False)]
        while todo:
            here, is_ready = todo.pop()
            if here in listed:
                continue
            if is_ready or not beside.get((here, False)):
                listed[here] = events[here]
                todo += [(one, False) for one in reversed(beside.pop((here, True), []))]
            else:
                todo.append((here, True))
                todo += [(one, False) for one in reversed(beside.pop((here, False)))]

    for _, id in sorted(alone, key=lambda one: one[0]):
        put(id)
    for id in (*unknown, *events):  # those that refer to each other in a circle, at the end
        put(id)
    return listed


def _listed_by(event: Event, events: Mapping[str, Event]) -> When | None:
    """The date by which an event is listed; none where nothing is known, or only by other events."""
    told = own(event)
    is_beside = not (event.date and event.date.is_known) and any(ref in events for ref in references(event))
    return told if told and told.is_known and not is_beside else None


def _is_wrong(key: Key, other: Key | None, is_after: bool) -> bool:
    """Whether an event would be listed on the wrong side of another, or on any side of it."""
    return other is not None and (key <= other if is_after else key >= other)


def groups(events: Mapping[str, Event]) -> dict[str, str]:
    """Under which years each event is listed, by id, in their order."""
    found: dict[str, str] = {}
    for id, event in events.items():
        seen = {id}
        while (told := _listed_by(event, events)) is None:
            named = [ref for ref in references(event) if ref in events and ref not in seen]
            if not named:
                break
            seen.add(named[0])
            event = events[named[0]]
        found[id] = (told and when.group(told)) or UNKNOWN
    return found
