"""A check on the days that our own words give: that the calendar has them."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from msgspec import Struct

from briefing.checks import Checked, Finding, check
from briefing.markup import quotation_marks
from briefing.model import dates, timing
from briefing.model.kinds import texts
from briefing.model.once import once
from briefing.model.prose import Mark
from briefing.model.records import Record
from briefing.model.relations import records, sayings
from briefing.model.statements import of_notes

_WEEKDAY, _MONTH = "|".join(dates.WEEKDAYS), "|".join(dates.MONTHS)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(\d{4})\b)?"
#: What a text with a day has; most texts have none, and looking twice for a word is quicker than for a form.
_DIGIT, _MONTH_NAME = re.compile(r"\d"), re.compile(_MONTH)
_FORMS = (
    re.compile(rf"(?:\b({_WEEKDAY}),?\s+(?:the\s+)?)?\b{_DAY}\s+(?:of\s+)?({_MONTH})\b{_YEAR}"),
    re.compile(rf"(?:\b({_WEEKDAY}),?\s+)?\b({_MONTH})\s+{_DAY}\b(?!\s*%|[.,]\d){_YEAR}"),
)


class _Said(Struct, frozen=True):
    """A day that our own words give: the words, and what they say; without a year, that is 0."""

    where: str | Mark
    shown: str
    weekday: str
    day: int
    month: int
    year: int


@once
def _said(record: Record) -> tuple[_Said, ...]:
    """The days in a record's own words that name a weekday, or that no month has."""
    own: list[tuple[str | Mark, str]] = [(text.key, text.text) for text in texts(record)]
    own += [(note.where, note.text) for note in of_notes(record.statements)]
    own += [(mark, text) for text, mark in record.prose.unmarked]
    own = [(where, text) for where, text in own if _DIGIT.search(text) and _MONTH_NAME.search(text)]
    return tuple(said for where, text in own for said in _days(where, quotation_marks.mask(text)))


def _days(where: str | Mark, text: str) -> Iterator[_Said]:
    for number, form in enumerate(_FORMS):
        for match in form.finditer(text):
            weekday, *parts, year = match.groups()
            day, month = parts[::-1] if number else parts
            said = _Said(
                where,
                " ".join(match[0].split()),
                weekday or "",
                int(day),
                dates.MONTHS.index(month) + 1,
                int(year or 0),
            )
            if weekday or not _is_day(said, said.year or 2024):
                yield said


def _is_day(said: _Said, year: int) -> bool:
    """Whether the calendar has the day in a year."""
    return year > 0 and 0 < said.day <= calendar.monthrange(year, said.month)[1]


@check()
def check_calendar(checked: Checked) -> Iterator[Finding]:
    """A day in our own words must be one that the calendar has, on the weekday that stands beside it; without a year,
    that of one of the years of the dossier.
    """
    all_said = [(record, said) for record in records(checked.corpus) for said in _said(record)]
    years = _years(checked) if all_said else set()
    for record, said in all_said:
        may_be = {said.year} if said.year else years
        real = [datetime.date(year, said.month, said.day) for year in sorted(may_be) if _is_day(said, year)]
        if not _is_day(said, said.year or 2024):
            message = f"a day must be one that the calendar has; “{said.shown}” is none."
            yield Finding(record, said.where, message, "Correct the day or the month.")
        elif said.weekday and real and all(dates.WEEKDAYS[day.weekday()] != said.weekday for day in real):
            days = " and ".join(
                f"{dates.words(dates.partial(day))} is a {dates.WEEKDAYS[day.weekday()]}" for day in real[-2:]
            )
            message = f"a weekday must be that of the day beside it; “{said.shown}” is wrong, for {days}."
            yield Finding(record, said.where, message, "Correct the weekday or the day.")


def _words(day: datetime.date) -> str:
    return dates.words(dates.partial(day))


def _years(checked: Checked) -> set[int]:
    """The years that the dates of a dossier's records give, and those after its sources appeared."""
    corpus = checked.corpus
    days = [date for event in corpus.events.values() for date in timing.dated(event)]
    days += [said.as_of for position in corpus.positions.values() for _, said in sayings(position)]
    published = [source.published for source in corpus.sources.values() if source.published]
    coming = {date.year + 1 for date in published}
    return {date.year for date in (*days, *published) if dates.has_year(date)} | coming
