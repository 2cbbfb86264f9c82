"""Dates that are only as exact as known, each as EDTF writes one (ISO 8601-2, level 1): reading, words, comparing. No
locale, no clock, no time zone. Days are counted as `datetime` counts them, and on below the year 1.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from msgspec import Struct

from briefing.model.misdated import meant

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
#: Seasons by the numbers that stand in the place of a month.
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
#: What goes before a date that is not sure.
DOUBTS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
#: The numbers of days before and after all others.
EVER_BEFORE, EVER_AFTER = -(10**12), 10**12
FORMS = "2022-11-01, 2022-11 or 2022"
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_FORM = re.compile(r"(-?\d{2}(?:\d\d|\dX|XX)|XXXX|Y-?[1-9]\d{4,8})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)", re.ASCII)
_YEARS, _DAYS = 400, 146_097  # after so many years, which have so many days, the calendar is the same again


class PartialDate(Struct, frozen=True, order=True):
    """A day, month, season or year; what is not known is 0, so that dates sort: 2022 before 2022-11 before 2022-11-01.

    The year 0 is 1 BC, and so on. `unspecified` is what is marked as not known: the last digits of the year (`X`, `XX`,
    all of it: `XXXX`), or what follows the rest (`-XX`, `-XX-XX`). `doubt` is `~` (about), `?` (perhaps) or `%` (both).
    """

    year: int
    month: int = 0
    day: int = 0
    unspecified: str = ""
    doubt: str = ""

    def __str__(self) -> str:
        if abs(self.year) > 9999:
            return f"Y{self.year}{self.doubt}"
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        if self.unspecified.startswith("X"):
            return f"{year[: -len(self.unspecified)]}{self.unspecified}{self.doubt}"
        parts = "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part)])
        return f"{parts}{self.unspecified}{self.doubt}"


class Piece(NamedTuple):
    """A part of a date in words; `iso` is what it is as HTML has dates, empty where it is none that HTML has."""

    words: str
    iso: str = ""


def parse(text: str, is_single: bool = True) -> PartialDate:
    """Read one date, as `2022-11-01`, `2022-11~`, `2022-21`, `202X`. Raises ValueError saying what must hold; unless a
    date must be a single one here (`is_single`), it may propose two.
    """
    if match := _PLAIN.fullmatch(text):
        year, month, day = (int(part or 0) for part in match.groups())
        return _checked(PartialDate(year, month, day), match[2], match[3])
    match = _FORM.fullmatch(text.strip())
    if not match:
        raise ValueError(f"a date must be written as {FORMS}{meant(text.strip(), is_single)}")
    number, typed_month, typed_day, doubt = match.groups()
    open_digits = "X" * number.count("X")
    year = int(number.removeprefix("Y").replace("X", "0"))
    if number.startswith("-") and not year:
        raise ValueError("the year before the year 1 must be written as 0000, which is 1 BC")
    if (open_digits or number.startswith("Y")) and typed_month:
        raise ValueError(f"a year such as {number} must stand alone, without a month")
    if number == "XXXX" and doubt:
        raise ValueError("a date that is not known must be XXXX alone")
    if typed_month == "XX" and typed_day not in (None, "XX"):
        raise ValueError("a day must not stand behind a month that is not known")
    month, day = (0 if part in (None, "XX") else int(part) for part in (typed_month, typed_day))
    rest = open_digits + "".join("-XX" for part in (typed_month, typed_day) if part == "XX")
    shown = [None if part == "XX" else part for part in (typed_month, typed_day)]
    return _checked(PartialDate(year, month, day, rest, doubt), *shown)


def _checked(date: PartialDate, month: str | None, day: str | None) -> PartialDate:
    """The date, unless its month or its day, as typed, cannot be."""
    if month and not 1 <= date.month <= 12 and (date.month not in SEASONS or day or "-" in date.unspecified):
        raise ValueError(f"a month must be 01 to 12, or 21 to 24 for a season without a day; not {month}")
    if day and not 1 <= date.day <= _length(date.year, date.month):
        raise ValueError(f"{MONTHS[date.month - 1]} {year_words(date.year)} must not have a day {day}")
    return date


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def year_words(year: int) -> str:
    """A year in words: `2022`, `AD 79`, `45 BC`."""
    number = 1 - year if year < 1 else year
    shown = f"{number:,}" if number > 9999 else str(number)
    return f"{shown} BC" if year < 1 else shown if year > 999 else f"AD {shown}"


def is_known(date: PartialDate) -> bool:
    """Whether anything is known of it."""
    return date.unspecified != "XXXX"


def has_year(date: PartialDate) -> bool:
    """Whether its year is known."""
    return not date.unspecified.startswith("X")


def words(date: PartialDate) -> str:
    """The date in full: `1 November 2022`, `November 2022`, `about 2022`, `the 2020s`."""
    return "".join(piece.words for piece in pieces(date))


def pieces(date: PartialDate) -> tuple[Piece, ...]:
    """The date in words, piece by piece."""
    if not is_known(date):
        return (Piece("date not known"),)
    before, shown = DOUBTS[date.doubt], _words(date)
    if date.unspecified.startswith("-"):
        before += "a day in " if date.month or date.unspecified == "-XX-XX" else "a month in "
    return tuple(piece for piece in (Piece(before), Piece(shown, iso(date))) if piece.words)


def _words(date: PartialDate) -> str:
    """What is known of a date in words, without doubts."""
    if date.unspecified.startswith("X"):
        first, last = years(date)
        if date.unspecified == "X" and first > 9:
            return f"the {first}s"
        return f"between {year_words(first)} and {year_words(last)}"
    month = SEASONS.get(date.month) or (MONTHS[date.month - 1] if date.month else "")
    return " ".join(filter(None, (str(date.day or ""), month, year_words(date.year))))


def iso(date: PartialDate) -> str:
    """The date as HTML and ISO 8601 have it, without doubts; empty where they have none that says as much."""
    if not 0 < date.year <= 9999 or date.month in SEASONS or date.unspecified.startswith("X"):
        return ""
    return str(PartialDate(date.year, date.month, date.day))


def years(date: PartialDate) -> tuple[int, int]:
    """The first and the last year that a date may mean."""
    more = 10 ** date.unspecified.count("X") - 1 if date.unspecified.startswith("X") else 0
    return (date.year - more, date.year) if date.year < 0 else (date.year, date.year + more)


def _ordinal(year: int, month: int, day: int) -> int:
    """The number of a day, of any year."""
    ages, year = divmod(year, _YEARS)
    return datetime.date(year + _YEARS, month, day).toordinal() + (ages - 1) * _DAYS


def span(date: PartialDate) -> tuple[int, int]:
    """The numbers of the first and the last day that the words mean, as if there were no doubt; a season is that of the
    north.
    """
    if not is_known(date):
        return EVER_BEFORE, EVER_AFTER
    first, last = years(date)
    if season := date.month - 20 if date.month in SEASONS else 0:
        begin, end = 3 * season, 3 * season + 2
        return _ordinal(first, begin, 1), _ordinal(first + end // 13, (end - 1) % 12 + 1, 28)
    month = date.month or 12
    end_day = date.day or _length(last, month)
    return _ordinal(first, date.month or 1, date.day or 1), _ordinal(last, month, end_day)


def earliest(date: PartialDate) -> int:
    """The number of the first day that the date may mean, doubts and seasons of the south included."""
    first, last = span(date)
    return _ordinal(date.year, 1, 1) if date.month in SEASONS else first - _leeway(date, last - first)


def latest(date: PartialDate) -> int:
    """The number of the last day that the date may mean, doubts and seasons of the south included."""
    first, last = span(date)
    if date.month in SEASONS:
        return _ordinal(date.year + 1, 2, 28)
    return last + _leeway(date, last - first)


def _leeway(date: PartialDate, length: int) -> int:
    """By how many days a date that is not sure may be off: a week, or as much as it means at all."""
    return max(7, length) if date.doubt else 0


def is_later(date: PartialDate, other: PartialDate) -> bool:
    """Whether a date is certainly later than another, whatever days both may mean."""
    return earliest(date) > latest(other)


def sort_key(date: PartialDate) -> tuple[int, int]:
    """The key by which dates are sorted: a month behind all of its days, a year behind all of its months."""
    first, last = span(date)
    return last, -first


def day(date: PartialDate) -> datetime.date | None:
    """The calendar day, doubts aside, or None when the day is not known, or `datetime` has no such year."""
    return datetime.date(date.year, date.month, date.day) if date.day and 0 < date.year <= 9999 else None


def begin(date: PartialDate) -> datetime.date:
    """The first day that the date means, or the nearest one that `datetime` has."""
    return datetime.date.fromordinal(min(max(span(date)[0], 1), datetime.date.max.toordinal()))


def of_number(number: int) -> PartialDate:
    """The day with a number, of any year."""
    ages, rest = divmod(number - 1, _DAYS)
    day = datetime.date.fromordinal(rest + 1)
    return PartialDate(day.year + ages * _YEARS, day.month, day.day)


def partial(date: datetime.date) -> PartialDate:
    """A calendar day as a PartialDate."""
    return PartialDate(date.year, date.month, date.day)
