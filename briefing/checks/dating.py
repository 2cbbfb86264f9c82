"""Checks on dates: that weekdays, intervals and order hold."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model import dates, settings, standing
from briefing.model.problems import Level
from briefing.model.records import Event, PartialDate, Record
from briefing.model.relations import records
from briefing.model.vocabulary import EventState

#: An event may have been due at most this many days before the first source on it was published.
_LONG_BEFORE = 31
_DAY_AND_MONTH = re.compile(rf"(?:\b(\d{{1,2}})(?:st|nd|rd|th)?\s+)?\b({'|'.join(dates.MONTHS)})\b", re.IGNORECASE)


@check()
def check_weekday(checked: Checked) -> Iterator[Finding]:
    """The weekday in an event's dating must be that of its date."""
    for event in checked.corpus.events.values():
        said = event.dating.weekday
        if not said or not event.is_sure("date"):
            continue
        if said not in dates.WEEKDAYS:
            message = f"`{said}` must be a weekday in English."
            yield Finding(event, "dating.weekday", message, f"One of {', '.join(dates.WEEKDAYS)}.")
        elif (day := dates.day(event.date)) is None:
            message = "a weekday must belong to a date with a day."
            yield Finding(event, "dating.weekday", message, "Give the day, or drop the weekday.")
        elif said != (real := dates.WEEKDAYS[day.weekday()]):
            message = f"{dates.words(event.date)} must be a {said}; it is a {real}."
            nearest = _after(day, (dates.WEEKDAYS.index(said) - day.weekday() + 3) % 7 - 3)
            shown = dates.words(dates.partial(nearest)) if nearest else "beyond the calendar"
            remedy = f"Correct the date, or the weekday in `dating`; the nearest {said} is {shown}."
            yield Finding(event, "date", message, remedy)


def _after(day: datetime.date, days: int) -> datetime.date | None:
    """The day so many days after another, or None where the calendar ends before."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


@check()
def check_interval(checked: Checked) -> Iterator[Finding]:
    """The interval in an event's dating must give its date, or `tension` must say why it does not."""
    events = checked.corpus.events
    for event in events.values():
        interval, date = event.dating.interval, event.date
        origin = events.get(interval.origin) if interval else None
        if interval is None or origin is None or not (event.is_sure("date") and origin.is_sure("date")):
            continue
        start = dates.day(origin.date)
        if start is None or (day := _after(start, interval.days)) is None:
            message = "an interval must be counted from an event whose day is known."
            yield Finding(event, "dating.interval", message, "Give that event's day, or drop the interval.")
            continue
        shown = dates.words(dates.partial(day))
        fits = (date.year, date.month or day.month, date.day or day.day) == (day.year, day.month, day.day)
        if day == dates.day(date) and event.dating.tension:
            message = f"a tension must be real; the interval gives {shown}, which is the date."
            yield Finding(event, "dating.tension", message, "Remove `tension`.")
        elif not fits and not event.dating.tension:
            message = f"{interval.days} days after {dates.words(origin.date)} must be the event's date "
            message += f"{dates.words(date)}; it is {shown}."
            remedy = "Correct the date or the interval, or say under `tension` what does not fit."
            yield Finding(event, "dating.interval", message, remedy)


@check()
def check_date_order(checked: Checked) -> Iterator[Finding]:
    """An event must not end before it begins, and an outcome must not come before what it is the outcome of."""
    events = checked.corpus.events
    for event in events.values():
        if event.end and event.is_sure("date") and dates.last_day(event.end) < dates.last_day(event.date):
            message = f"an event must not end ({event.end}) before it begins ({event.date})."
            yield Finding(event, "end", message, "Swap the dates.")
        due = events.get(event.outcome_of)
        if due is None or not (event.is_sure("state") and due.is_sure("state")):
            continue
        if due.state is not EventState.DUE or due.id == event.id:
            message = f"`{due.id}` must be another event, which is due."
            yield Finding(event, "outcome_of", message, "Name the event that was due.")
        elif event.state is not EventState.HAPPENED:
            yield Finding(event, "outcome_of", "an outcome must be an event that happened.", "Write `state: happened`.")
    for event in events.values():
        seen: set[str] = set()
        step: Event | None = event
        while step and step.id not in seen:
            seen.add(step.id)
            step = events.get(step.dating.interval.origin) if step.dating.interval else None
        if step:
            message = "dates must not be counted from each other in a circle."
            yield Finding(event, "dating.interval", message, "Let one of these events stand on the source's own date.")


@check()
def check_year_stated(checked: Checked) -> Iterator[Finding]:
    """A year that is stated must stand in the source's own words or be that of its publication; an inferred one needs
    no proof but is marked.
    """
    sources = checked.corpus.sources
    dated_sources = checked.is_sure("seeds", "published")
    for event in checked.corpus.events.values():
        year = str(event.date.year)
        cited = (sources[cite.source].published for cite in event.cite if cite.source in sources)
        dated = any(day is not None and day.year == event.date.year for day in cited)
        known = dated_sources and event.is_sure("date", "cite")
        if known and event.dating.year == "stated" and year not in event.dating.words and not dated:
            message = (
                f"a stated year must stand in the source's words or be that of its publication; {year} is neither."
            )
            remedy = "Write `year: inferred`, or give under `words` the words that state it."
            yield Finding(event, "dating.year", message, remedy)


@check()
def check_date_words(checked: Checked) -> Iterator[Finding]:
    """A day or month in the source's words must be that of the date, or `tension` must say why it is not."""
    for event in checked.corpus.events.values():
        date, dating = event.date, event.dating
        days = {date, event.end or date}
        for number, month in _DAY_AND_MONTH.findall(dating.words):
            said = dates.MONTHS.index(month.capitalize()) + 1
            fits = any(
                not day.month or (day.month == said and (not day.day or not number or day.day == int(number)))
                for day in days
            )
            if not fits and not dating.tension:
                message = f"the date must be that of the source's words, “{dating.words}”; it is {dates.words(date)}."
                remedy = "Correct the date or the words, or say under `tension` what does not fit."
                yield Finding(event, "date", message, remedy)


@check(Level.WARNING)
def check_standing_undated(checked: Checked) -> Iterator[Finding]:
    """What is in force or planned should tell as of when, by its own `as_of` or by a source that says when it was
    published: a page is read years later.
    """
    dossier = checked.corpus.dossier
    for index, stand in enumerate(dossier.stands):
        sources = [source for cite in stand.cite if (source := checked.corpus.sources.get(cite.source))]
        known = all(source.is_sure("published") for source in sources)
        if sources and known and stand.status in standing.MOMENTARY and standing.day(stand, sources) is None:
            message = (
                f"what is `{stand.status}` should tell as of when; none of its sources says when it was published."
            )
            remedy = "Add `as_of: 2022-11-01`, or `2022-11` or `2022`, to this point."
            yield Finding(dossier, f"stands.{index}.status", message, remedy)


@check()
def check_future(checked: Checked) -> Iterator[Finding]:
    """What happened, what was said and what was changed must not lie in the future, seen from the dossier's day."""
    dossier = checked.corpus.dossier
    # a day more, for the editor may live where it is tomorrow already
    last = dates.partial(_today(checked) + datetime.timedelta(days=1))
    happened = (event for event in checked.corpus.events.values() if event.state is EventState.HAPPENED)
    dated: list[tuple[Record, str, PartialDate]] = [(event, "date", event.date) for event in happened]
    dated += [(position, "as_of", position.stated.as_of) for position in checked.corpus.positions.values()]
    dated += [(brief, "updated", brief.updated) for brief in checked.corpus.briefs.values()]
    for source in checked.corpus.sources.values():
        dated += [(source, key, day) for key in ("published", "accessed") if (day := getattr(source, key))]
    stands = enumerate(dossier.stands)
    dated += [(dossier, f"stands.{index}.as_of", stand.as_of) for index, stand in stands if stand.as_of]
    for record in records(checked.corpus):
        dated += [(record, f"changes.{index}.date", change.date) for index, change in enumerate(record.changes)]
    for record, key, day in dated:
        if day > last:
            message = f"a day that is told as past must not lie in the future; {dates.words(day)} does."
            remedy = "Correct the date."
            if isinstance(record, Event):
                remedy = "Correct the date; what is still to come is an event with `state: due`."
            elif dossier.as_of:
                remedy = "Correct the date; or, if the day is right, `as_of` in `content/dossier.md`."
            yield Finding(record, key, message, remedy)


def _today(checked: Checked) -> datetime.date:
    """The day that the dossier speaks from."""
    as_of = checked.corpus.dossier.as_of
    return settings.today(None, dates.day(as_of) if as_of else None)


@check(Level.WARNING)
def check_review_overdue(checked: Checked) -> Iterator[Finding]:
    """A record should get another look by the day that its `review_by` names; after it, its page says so to readers."""
    today = _today(checked)
    for record in records(checked.corpus):
        if record.review_by and dates.last_day(record.review_by) < today:
            whose = f" by {record.owner}" if record.owner else ""
            message = f"the record should have been looked at again{whose} by {dates.words(record.review_by)}, "
            message += "and readers are told that it was not."
            remedy = "See whether all of it still holds, and write the next day for a look under `review_by`."
            yield Finding(record, "review_by", message, remedy)


@check(Level.WARNING)
def check_due_passed(checked: Checked) -> Iterator[Finding]:
    """An event that was over long before the first of its sources was published should not be due any more: its source
    may say what became of it.
    """
    sources, events = checked.corpus.sources, checked.corpus.events.values()
    recorded = {event.outcome_of for event in events}
    dated_sources = checked.is_sure("seeds", "published")
    for event in events:
        published = [sources[cite.source].published for cite in event.cite if cite.source in sources]
        sure = dated_sources and event.is_sure("date", "end", "cite")
        if event.state is not EventState.DUE or event.id in recorded or not published or not sure:
            continue
        # a source without a day may be an old one
        first = min((dates.first_day(day) if day else datetime.date.min) for day in published)
        over = dates.last_day(event.end or event.date)
        if first - over > datetime.timedelta(days=_LONG_BEFORE):
            message = (
                f"an event that is due should lie ahead of its sources; this one was over on "
                f"{dates.words(dates.partial(over))}, and the first of them was published on or after "
                f"{dates.words(dates.partial(first))}."
            )
            remedy = "Write `state: happened` if the source says that it did; else say in the text what became of it, "
            remedy += "or record the outcome as an event of its own with `outcome_of`."
            yield Finding(event, "state", message, remedy)
