"""Checks on how dates were reasoned: that weekdays, intervals, the source's words and the year hold."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model import dates, standing, timing, when
from briefing.model.dates import PartialDate
from briefing.model.problems import Level
from briefing.model.records import Event
from briefing.model.vocabulary import Year

_MONTH = "|".join(dates.MONTHS)
_DAY_AND_MONTH = re.compile(
    rf"(?:\b(\d{{1,2}})(?:st|nd|rd|th)?\s+)?\b({_MONTH})\b(?:\s+(\d{{1,2}})(?:st|nd|rd|th)?(?=,?\s+\d{{4}}\b))?(?:,?\s+(\d{{4}})\b)?"
)
_WEEKDAY = re.compile(rf"\b({'|'.join(dates.WEEKDAYS)})\b")
#: Words that count from a weekday, whose own day is another one.
_COUNTED = re.compile(
    r"\b(?:days?|weeks?|nights?|eve|before|after|since|until|following|from|between)\b", re.IGNORECASE
)


def _accounts(checked: Checked) -> Iterator[tuple[str, Event]]:
    """All events, and versions of them with a date, with what their keys begin with."""
    for event in checked.corpus.events.values():
        yield from timing.accounts(event)


@check()
def check_weekday(checked: Checked) -> Iterator[Finding]:
    """The weekday in an event's dating, or in the source's words for it, must be that of its date."""
    for prefix, event in _accounts(checked):
        said, words = event.dating.weekday, event.dating.words
        if not event.is_sure("date"):
            continue
        day = dates.day(event.date.one) if event.date else None
        if said and said not in dates.WEEKDAYS:
            message = f"`{said}` must be a weekday in English."
            yield Finding(event, f"{prefix}dating.weekday", message, f"One of {', '.join(dates.WEEKDAYS)}.")
        elif said and day is None:
            message = "a weekday must belong to a date with a day."
            yield Finding(event, f"{prefix}dating.weekday", message, "Give the day, or drop the weekday.")
        elif day and said and said != dates.WEEKDAYS[day.weekday()]:
            yield _other_weekday(event, prefix, day, said)
        elif day and not said and not event.dating.tension and not _COUNTED.search(words):
            named = set(_WEEKDAY.findall(words))
            days = {dates.WEEKDAYS[one.weekday()] for date in _named(event) if (one := dates.day(date))}
            if named and not named & days:
                yield _other_weekday(event, prefix, day, min(named))


def _other_weekday(event: Event, prefix: str, day: datetime.date, said: str) -> Finding:
    real = dates.WEEKDAYS[day.weekday()]
    message = f"{dates.words(dates.partial(day))} must be a {said}; it is a {real}."
    nearest = _after(day, (dates.WEEKDAYS.index(said) - day.weekday() + 3) % 7 - 3)
    shown = dates.words(dates.partial(nearest)) if nearest else "beyond the calendar"
    remedy = f"Correct the date, or the weekday in `dating`; the nearest {said} is {shown}."
    return Finding(event, f"{prefix}date", message, remedy)


def _named(event: Event) -> tuple[PartialDate, ...]:
    return event.date.named if event.date else ()


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
    for prefix, event in _accounts(checked):
        interval = event.dating.interval
        origin = events.get(interval.origin) if interval else None
        if interval is None or origin is None or not (event.is_sure("date") and origin.is_sure("date")):
            continue
        start = dates.day(origin.date.one) if origin.date else None
        if event.date is None or start is None or (day := _after(start, interval.days)) is None:
            message = "an interval must be counted from an event whose day is known, to a date."
            remedy = "Give that event's day and this one's date, or drop the interval."
            yield Finding(event, f"{prefix}dating.interval", message, remedy)
            continue
        shown, date = dates.words(dates.partial(day)), event.date.one
        fits = (date.year, date.month or day.month, date.day or day.day) == (day.year, day.month, day.day)
        fits = fits or event.date.earliest <= day.toordinal() <= event.date.latest
        if day == dates.day(date) and event.dating.tension:
            message = f"a tension must be real; the interval gives {shown}, which is the date."
            yield Finding(event, f"{prefix}dating.tension", message, "Remove `tension`.")
        elif not fits and not event.dating.tension:
            message = f"{interval.days} days after {dates.words(dates.partial(start))} must be the event's date "
            message += f"{when.words(event.date)}; it is {shown}."
            remedy = "Correct the date or the interval, or say under `tension` what does not fit."
            yield Finding(event, f"{prefix}dating.interval", message, remedy)


@check()
def check_year_stated(checked: Checked) -> Iterator[Finding]:
    """A year that is stated must stand in the source's own words or be that of its publication; an inferred one needs
    no proof but its reasoning, and is marked.
    """
    sources = checked.corpus.sources
    dated_sources = checked.is_sure("seeds", "published")
    for prefix, event in _accounts(checked):
        if event.dating.year is Year.INFERRED and not event.dating.rule and event.is_sure("dating", "versions"):
            message = "an inferred year must be reasoned."
            yield Finding(event, f"{prefix}dating.year", message, "Say under `rule` how it follows from the source.")
        if event.dating.year is Year.INFERRED or not (dated_sources and event.is_sure("date", "cite", "dating")):
            continue
        published = [sources[cite.source].published for cite in event.cite if cite.source in sources]
        proved = timing.unreasoned(event) if checked.corpus.dossier.format > 1 and not prefix else ()
        for date in timing.dated(event):
            if date in proved:  # its year is looked for in what the event cites
                continue
            year = dates.year_words(date.year).removeprefix("AD ")
            dated = any(day is not None and day.year == date.year for day in published)
            if not dates.has_year(date) or dated or year in event.dating.words:
                continue
            message = (
                f"a stated year must stand in the source's words or be that of its publication; {year} is neither."
            )
            remedy = (
                "Add `dating: {year: inferred, rule: …}`, which says how it follows; or, where the source does state "
            )
            remedy += "it, its words as `dating: {words: …}`."
            key = f"{prefix}dating.year"
            yield Finding(event, key if event.has(key) else f"{prefix}date", message, remedy)
            break


@check()
def check_date_words(checked: Checked) -> Iterator[Finding]:
    """A day or month in the source's words must be that of the date, or `tension` must say why it is not."""
    for prefix, event in _accounts(checked):
        if event.date is None or not event.date.is_known or event.dating.tension:
            continue
        for first, month, second, year in _DAY_AND_MONTH.findall(event.dating.words):
            said = PartialDate(int(year or 0), dates.MONTHS.index(month.capitalize()) + 1, int(first or second or 0))
            if not any(_fits(date, said) for date in timing.dated(event)):
                words = event.dating.words
                message = f"the date must be that of the source's words, “{words}”; it is {when.words(event.date)}."
                remedy = "Correct the date or the words, or say under `tension` what does not fit."
                yield Finding(event, f"{prefix}date", message, remedy)


def _fits(date: PartialDate, said: PartialDate) -> bool:
    """Whether what the source says of a day may be of a date."""
    if date.month in dates.SEASONS:
        return said.year in (0, date.year)
    pairs = ((date.year, said.year), (date.month, said.month), (date.day, said.day))
    if date.unspecified.startswith("X"):
        return not said.year or dates.earliest(date) <= dates.earliest(said) <= dates.latest(date)
    return all(not one or not other or one == other for one, other in pairs)


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
