"""Checks on the order of events: what must not be before, or after, what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.checks import Checked, Finding, check
from briefing.model import dates, timing, when
from briefing.model.dates import PartialDate
from briefing.model.records import Event
from briefing.model.vocabulary import EventState
from briefing.model.when import Shape, When

#: The states of what is told as past.
PAST = (EventState.HAPPENED, EventState.DISPUTED)
#: The states of what was to be.
_PLANNED = (EventState.DUE, EventState.CANCELLED, EventState.POSTPONED)


@check()
def check_undated(checked: Checked) -> Iterator[Finding]:
    """An event must say when it was: by `date`, by what it came `after` or `before`, or by the dates of versions."""
    for event in checked.corpus.events.values():
        told = event.date or event.after or event.before or timing.in_versions(event)
        if not told and event.is_sure("date", "after", "before", "versions"):
            remedy = (
                "Add `date: 2022-11-01`, `2022-11` or `2022`; `after:` or `before:` with the id of another event; or "
            )
            remedy += "`date: XXXX` where nothing is known."
            yield Finding(event, "date", "an event must say when it was.", remedy)


@check()
def check_postponed_to(checked: Checked) -> Iterator[Finding]:
    """Only what was postponed must have a day, or an event, to which it was; and that must not be itself."""
    for event in checked.corpus.events.values():
        if event.postponed_to and event.state is not EventState.POSTPONED and event.is_sure("state"):
            message = "only what was postponed must have a day to which it was."
            yield Finding(event, "postponed_to", message, "Write `state: postponed`, or take `postponed_to` away.")
        elif event.postponed_to == event.id:
            message = "an event must not be postponed to itself."
            remedy = "Write the new day, or the id of the event that is due instead."
            yield Finding(event, "postponed_to", message, remedy)


@check()
def check_date_order(checked: Checked) -> Iterator[Finding]:
    """An event must not end before it begins, and an outcome must not come before what it is the outcome of."""
    events = checked.corpus.events
    for event in events.values():
        if event.end and event.date and event.is_sure("date", "end"):
            yield from _older_end(event, event.date, event.end)
        due = events.get(event.outcome_of)
        if due is None or not (event.is_sure("state") and due.is_sure("state")):
            continue
        if due.state not in _PLANNED or due.id == event.id:
            message = f"`{due.id}` must be another event, which is due."
            yield Finding(event, "outcome_of", message, "Name the event that was due.")
        elif event.state not in PAST:
            yield Finding(event, "outcome_of", "an outcome must be an event that happened.", "Write `state: happened`.")
        elif due.state is EventState.DUE and _is_before(event, due):
            message = (
                f"an outcome must not come before the day on which `{due.id}` was due, {shown(due)}; this one was "
            )
            message += f"{shown(event)}."
            remedy = (
                "Correct a date. What was due by a day is `[..2022-11-21]`; what was called off, or put off, before it "
            )
            remedy += "is `state: cancelled` or `postponed`."
            yield Finding(event, "outcome_of", message, remedy)
    for event in events.values():
        seen: set[str] = set()
        step: Event | None = event
        while step and step.id not in seen:
            seen.add(step.id)
            step = events.get(step.dating.interval.origin) if step.dating.interval else None
        if step:
            message = "dates must not be counted from each other in a circle."
            yield Finding(event, "dating.interval", message, "Let one of these events stand on the source's own date.")


def _older_end(event: Event, date: When, end: PartialDate) -> Iterator[Finding]:
    """What is wrong with an event that has the older key `end`, which its date tells by now where it could."""
    if date.shape is Shape.ONE:
        message = f"an event must not end ({end}) before it begins ({date})."
        yield Finding(event, "end", message, "Swap the dates.")
    elif date.end is None or dates.span(date.end) != dates.span(end):
        message = f"`end` is the older form of what the date, {date}, says by itself."
        yield Finding(event, "end", message, "Take `end` away.")


def _is_before(event: Event, other: Event) -> bool:
    """Whether an event certainly began before another one could."""
    one, another = timing.own(event), timing.own(other)
    return bool(one and another and one.begun < another.earliest and event.is_sure("date") and other.is_sure("date"))


def shown(event: Event) -> str:
    """When an event was, in words."""
    return timing.words(event) or "not dated"


class _Link(NamedTuple):
    """That one event came before another, as the key of one of them, the `holder`, says."""

    before: str
    after: str
    holder: str
    key: str


def _links(events: Mapping[str, Event]) -> Iterator[_Link]:
    for id, event in events.items():
        if event.after in events:
            yield _Link(event.after, id, id, "after")
        if event.before in events:
            yield _Link(id, event.before, id, "before")


@check()
def check_after_before(checked: Checked) -> Iterator[Finding]:
    """What an event came after or before must fit its date and theirs, and no events must follow each other in a
    circle.
    """
    events = checked.corpus.events
    for event in events.values():
        yield from _own_bounds(event)
    links = list(_links(events))
    circular = _in_circles(links)
    for link in links:
        if link.before in circular and link.after in circular:
            message = "events must not come after each other in a circle."
            if link.before == link.after:
                message = "an event must not come after or before itself."
            yield Finding(events[link.holder], link.key, message, f"Correct `{link.key}` of one of them.")
    sure = [link for link in links if not {link.before, link.after} & circular]
    for link, first in _too_late(events, sure):
        one, other = events[link.before], events[link.after]
        if one.is_sure("date", "after", "before") and other.is_sure("date", "after", "before"):
            message = f"“{other.title}” ({shown(other)}) must not come before “{one.title}” ({shown(one)}), as "
            message += f"`{link.key}` says; that was on {_day(first)} at the earliest."
            yield Finding(events[link.holder], link.key, message, f"Correct a date, or `{link.key}`.")


def _own_bounds(event: Event) -> Iterator[Finding]:
    """Where the dates that an event gives contradict each other."""
    after, before = timing.said(event.after), timing.said(event.before)
    begun = event.date.begun if event.date else dates.EVER_AFTER
    over = event.date.over if event.date else dates.EVER_BEFORE
    remedy = "Correct one of the two; a day itself is no part of what is after or before it."
    if after and dates.span(after)[1] >= begun and event.is_sure("date"):
        message = f"what came after {dates.words(after)} must not have been {_told(event)}."
        yield Finding(event, "after", message, remedy)
    if before and dates.span(before)[0] <= over and event.is_sure("date"):
        message = f"what came before {dates.words(before)} must not have been {_told(event)}."
        yield Finding(event, "before", message, remedy)
    if after and before and not event.date and dates.span(after)[1] + 1 >= dates.span(before)[0]:
        message = f"no day lies after {dates.words(after)} and before {dates.words(before)}."
        yield Finding(event, "before", message, remedy)
    later = timing.said(event.postponed_to)
    if later and dates.latest(later) <= over:
        message = f"what was to be {_told(event)} must be postponed to a later day, not to {dates.words(later)}."
        yield Finding(event, "postponed_to", message, "Correct one of the two dates.")


def _told(event: Event) -> str:
    return when.words(event.date) if event.date else ""


def _in_circles(links: Iterable[_Link]) -> set[str]:
    """The events in circles, or between them: what is left when those at the ends are taken away, again and again."""
    left = set(links)
    while left:
        starts = {link.before for link in left} & {link.after for link in left}
        kept = {link for link in left if link.before in starts and link.after in starts}
        if kept == left:
            break
        left = kept
    return {id for link in left for id in (link.before, link.after)}


def _too_late(events: Mapping[str, Event], links: Iterable[_Link]) -> Iterator[tuple[_Link, int]]:
    """The links that the dates contradict, each with the day of the earlier event, or of one before it."""
    told = {id: timing.own(event) for id, event in events.items()}
    coming, waits = defaultdict(list), dict.fromkeys(events, 0)
    for link in links:
        coming[link.before].append(link)
        waits[link.after] += 1
    begin = {id: one.earliest if one else dates.EVER_BEFORE for id, one in told.items()}
    todo = [id for id, number in waits.items() if not number and id in coming]
    while todo:
        id = todo.pop()
        one = told[id]
        over = max(begin[id], one.over if one else begin[id])
        for link in coming[id]:
            other = told[link.after]
            if other and other.begun < over:
                yield link, over
            else:
                begin[link.after] = max(begin[link.after], over)
            waits[link.after] -= 1
            if not waits[link.after]:
                todo.append(link.after)


def _day(number: int) -> str:
    """A day in words by its number."""
    return dates.words(dates.of_number(number))
