"""What is known of when an event was, as EDTF writes it: one date, a time that it lasted, or bounds of one moment.

Our own reader and not a library: those that there are take milliseconds for a date, guess where an end is not known,
and say of a wrong date only where it is wrong, not what must hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from briefing.model import dates
from briefing.model.dates import EVER_AFTER, EVER_BEFORE, PartialDate, Piece
from briefing.model.ids import ID
from briefing.model.misdated import meant

_LOOKS_DATED = re.compile(r"\d+(?:-\d+)*", re.ASCII)


class Shape(StrEnum):
    """What a date tells: the value is how it is written, with what it begins and ends with."""

    ONE = "{begin}"
    LASTED = "{begin}/{end}"
    GOES_ON = "{begin}/.."
    END_UNKNOWN = "{begin}/"
    BEGIN_UNKNOWN = "/{end}"
    BETWEEN = "[{begin}..{end}]"
    BY = "[..{end}]"
    NOT_BEFORE = "[{begin}..]"


#: The shapes of one moment, and those of a time, by what is known of its begin and its end.
_MOMENTS = {(True, True): Shape.BETWEEN, (False, True): Shape.BY, (True, False): Shape.NOT_BEFORE}
_DATE = "date"
_TIMES = {
    (_DATE, _DATE): Shape.LASTED,
    (_DATE, ".."): Shape.GOES_ON,
    (_DATE, ""): Shape.END_UNKNOWN,
    ("", _DATE): Shape.BEGIN_UNKNOWN,
    ("..", _DATE): Shape.BY,
}
#: What stands before the begin, before the end, and behind it all.
_WORDS = {
    Shape.ONE: ("", "", ""),
    Shape.LASTED: ("from ", " to ", ""),
    Shape.GOES_ON: ("since ", "", " (goes on)"),
    Shape.END_UNKNOWN: ("from ", "", ", end not known"),
    Shape.BEGIN_UNKNOWN: ("", "until ", ", beginning not known"),
    Shape.BETWEEN: ("between ", " and ", ""),
    Shape.BY: ("", "by ", ""),
    Shape.NOT_BEFORE: ("on or after ", "", ""),
}


class When(Struct, frozen=True):
    """A date as it is known. `begin` and `end` are None where the shape has none."""

    shape: Shape
    begin: PartialDate | None = None
    end: PartialDate | None = None

    def __str__(self) -> str:
        return self.shape.value.format(begin=self.begin, end=self.end)

    @property
    def named(self) -> tuple[PartialDate, ...]:
        """The dates that it names, the earlier one first."""
        return tuple(date for date in (self.begin, self.end) if date)

    @property
    def one(self) -> PartialDate:
        """The date that it names, the first of two: that by which it is listed, counted from and checked."""
        return self.named[0]

    @property
    def is_moment(self) -> bool:
        """Whether the event did not last, as far as is known."""
        return self.shape in (Shape.ONE, *_MOMENTS.values())

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return dates.is_known(self.one)

    @property
    def earliest(self) -> int:
        """The number of the first day on which it may have begun."""
        return dates.earliest(self.begin) if self.begin else EVER_BEFORE

    @property
    def latest(self) -> int:
        """The number of the last day on which it may have been over."""
        last = self.begin if self.shape is Shape.ONE else self.end
        return dates.latest(last) if last else EVER_AFTER

    @property
    def begun(self) -> int:
        """The number of the last day on which it may have begun."""
        return dates.latest(self.begin) if self.begin and self.shape not in _MOMENTS.values() else self.latest

    @property
    def over(self) -> int:
        """The number of the first day on which it may have been over."""
        return dates.earliest(self.end) if self.end and not self.is_moment else self.earliest


def one(date: PartialDate) -> When:
    """A date that is a single one."""
    return When(Shape.ONE, date)


def is_event(text: str) -> bool:
    """Whether what may be the id of an event or a date is an id."""
    return bool(ID.fullmatch(text)) and not _LOOKS_DATED.fullmatch(text)


def parse(text: str) -> When:
    """Read a date as EDTF writes it. Raises ValueError saying what must hold."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and ".." in text:
        return _moment(*(part.strip() for part in text[1:-1].split("..", 1)))
    if text.count("/") == 1 and (text.isascii() and text != "/"):
        return _time(*(part.strip() for part in text.split("/")))
    if text[:1] in ("[", "{"):
        raise ValueError(
            "several dates must not stand in one; a moment between two is written as [2022-06-01..2022-06-10], and "
            "what sources tell differently as `versions`"
        )
    return one(dates.parse(text, is_single=False))


def _moment(begin: str, end: str) -> When:
    """A moment of which bounds are known."""
    if not begin and not end:
        raise ValueError("a moment must have a bound, as [..2022-06-30] or [2022-06-30..]")
    shape = _MOMENTS[bool(begin), bool(end)]
    return _in_order(When(shape, dates.parse(begin) if begin else None, dates.parse(end) if end else None))


def _time(begin: str, end: str) -> When:
    """A time from one date to another, either of them open or not known."""
    if len(begin) == 4 and end.isdigit() and len(end) < 3:
        raise ValueError(f"a date must be written as {dates.FORMS}{meant(f'{begin}/{end}')}")
    ends = [part if part in ("", "..") else _DATE for part in (begin, end)]
    if (shape := _TIMES.get((ends[0], ends[1]))) is None:
        raise ValueError("a time must have a date on one side, as 2022-06-01/.. or /2022-06-01")
    first, last = (dates.parse(part) if kind == _DATE else None for part, kind in zip((begin, end), ends, strict=True))
    return _in_order(When(shape, first, last))


def _in_order(when: When) -> When:
    if not all(map(dates.is_known, when.named)):
        raise ValueError("a date that is not known must be XXXX alone; leave that side open")
    if when.begin and when.end and is_backwards(when.begin, when.end):
        raise ValueError(f"the first of two dates must not be the later one; {when.begin} comes after {when.end}")
    return when


def is_backwards(begin: PartialDate, end: PartialDate) -> bool:
    """Whether a time would end before it begins."""
    return dates.span(end)[1] < dates.span(begin)[1]


def words(when: When) -> str:
    """The date in full, saying exactly as much as is known: `by 30 June 2022`, `from 1 to 10 June 2022`."""
    return "".join(piece.words for piece in pieces(when))


def pieces(when: When) -> tuple[Piece, ...]:
    """The date in words, piece by piece."""
    return tuple(piece for piece in _pieces(when) if piece.words)


def _pieces(when: When) -> Iterator[Piece]:
    before, middle, behind = _WORDS[when.shape]
    if when.shape is Shape.NOT_BEFORE and when.begin and not when.begin.day:
        before = "in or after "
    yield Piece(before)
    if when.begin:
        begin = dates.pieces(when.begin)
        if when.end and (short := _shortened(when.begin, when.end)):
            begin = (Piece(short, dates.iso(when.begin)),)
        yield from begin
    yield Piece(middle)
    if when.end:
        yield from dates.pieces(when.end)
    yield Piece(behind)


def _shortened(begin: PartialDate, end: PartialDate) -> str:
    """The first of two dates without what the second says as well; empty where they share nothing."""
    marked = begin.unspecified or end.unspecified or begin.doubt or end.doubt
    if begin.year != end.year or not begin.month or not end.month or marked:
        return ""
    if begin.month != end.month:
        return dates.words(begin).removesuffix(f" {dates.year_words(begin.year)}")
    return str(begin.day) if begin.day and end.day and begin.day != end.day else ""


def iso(when: When) -> tuple[str, str]:
    """The first and the last day, month or year as ISO 8601 has them; empty where it cannot say what is known."""
    begin, end = (
        dates.iso(date) if date and not (date.doubt or date.unspecified) else "" for date in (when.begin, when.end)
    )
    if when.shape is Shape.ONE:
        return begin, ""
    return ("", "") if when.is_moment else (begin, end)


def sort_key(when: When) -> tuple[int, int, bool]:
    """The key by which events are listed: by the last day that a date may mean, and what is exact before what is less
    so; a time by its begin, and what has one bound only behind that. What is not known comes last.
    """
    if when.shape is Shape.BETWEEN and when.begin and when.end:
        return dates.span(when.end)[1], -dates.span(when.begin)[0], False
    last, first = dates.sort_key(when.one)
    return last, first, bool(when.one.doubt) or when.shape in (Shape.BY, Shape.NOT_BEFORE, Shape.BEGIN_UNKNOWN)


def group(when: When) -> str:
    """The years under which an event is listed: `2022`, `45 BC`, `The 2020s`; empty when nothing is known."""
    date = when.end if when.shape is Shape.BETWEEN and when.end else when.one
    if not dates.is_known(date):
        return ""
    if date.unspecified.startswith("X"):
        shown = dates.words(date)
        return f"{shown[:1].upper()}{shown[1:]}"
    return dates.year_words(date.year)
