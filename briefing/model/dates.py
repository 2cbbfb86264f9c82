"""Dates that are only as exact as known: reading, showing in words, comparing. No locale, no clock, no time zone."""

from __future__ import annotations

import calendar
import datetime
import re

from msgspec import Struct

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class PartialDate(Struct, frozen=True, order=True):
    """A year, month or day; what is not known is 0, so that dates sort: 2022 before 2022-11 before 2022-11-01."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        year = f"{self.year:04d}"
        return "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part)])


def parse(text: str) -> PartialDate:
    """Read `2022`, `2022-11` or `2022-11-01`. Raises ValueError saying what must hold."""
    match = _FORM.fullmatch(text.strip())
    if not match:
        raise ValueError(f"a date must be written as 2022-11-01, 2022-11 or 2022{_meant(text.strip())}")
    year, month, day = (int(part or 0) for part in match.groups())
    if not year:
        raise ValueError("a year must be 1 or later")
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f"a month must be 01 to 12, not {match[2]}")
    if match[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"{MONTHS[month - 1]} {year} must not have a day {match[3]}")
    return PartialDate(year, month, day)


def _meant(text: str) -> str:
    """A suggestion for a date in another form; empty where the order of day and month is not certain."""
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?", text, re.ASCII):
        year, month, day = match.groups()
    elif match := re.fullmatch(r"(?:(\d{1,2})(?:st|nd|rd|th|\.)? )?([A-Za-z]{3,9})\.?,? (\d{4})", text, re.ASCII):
        day, name, year = match.groups()
        month = next((str(n) for n, full in enumerate(MONTHS, 1) if full.lower().startswith(name.lower())), "")
    else:
        known = re.search(r"\b\d{4}\b", text, re.ASCII)
        about = re.match(r"c\.|ca|circa|about|around|~", text, re.I) or text.endswith("?")
        return f" (for about {known.group()}, give it and `approximate: yes`)" if known and about else ""
    return f" (did you mean {'-'.join([year, month.zfill(2), *([day.zfill(2)] if day else [])])}?)" if month else ""


def words(date: PartialDate) -> str:
    """The date in full: `1 November 2022`, `November 2022`, `2022`."""
    month = MONTHS[date.month - 1] if date.month else ""
    return " ".join(str(part) for part in (date.day, month, date.year) if part)


def first_day(date: PartialDate) -> datetime.date:
    """The first day that the date may mean."""
    return datetime.date(date.year, date.month or 1, date.day or 1)


def last_day(date: PartialDate) -> datetime.date:
    """The last day that the date may mean."""
    month = date.month or 12
    return datetime.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


def is_later(date: PartialDate, other: PartialDate) -> bool:
    """Whether a date is certainly later than another, whatever days both may mean."""
    return first_day(date) > last_day(other)


def sort_key(date: PartialDate) -> tuple[int, int, int]:
    """The key by which dates are sorted: a month behind all of its days, a year behind all of its months."""
    return date.year, date.month or 13, date.day or 32


def day(date: PartialDate) -> datetime.date | None:
    """The calendar day, or None when the day is not known."""
    return datetime.date(date.year, date.month, date.day) if date.day else None


def partial(date: datetime.date) -> PartialDate:
    """A calendar day as a PartialDate."""
    return PartialDate(date.year, date.month, date.day)
