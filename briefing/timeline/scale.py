"""The scale of time: pieces of it to scale, with a break wherever a long time without dates would press the others
together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.model import dates
from briefing.model.dates import PartialDate
from briefing.timeline.letters import width
from briefing.timeline.moments import Kind, Moment, Span

#: Days at which marks stand are to be so many pixels apart, if breaks can bring that about.
APART = 30
#: There are at most so many pieces, and a break leaves out at least this share of a piece.
MOST_PIECES, LEAST_SHARE = 6, 0.25
#: The room before the first and behind the last mark of a piece, between pieces, and for a piece of one day.
PAD, GAP, LONE = 46, 10, 122
#: Up to so many days a piece shows days, then months, then years.
DAYS, MONTHS = 62, 800
TICK = 13
_MARK = 4  # half of the sign of a year that is ours
#: What takes less room than this is a spot.
LEAST = 20
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


class Tick(Struct, frozen=True):
    """A line of the scale with its date; `strong` where a mark stands there."""

    x: float
    text: str
    strong: bool


class Piece(Struct, frozen=True):
    """A part of the scale between two breaks, from `left` to `right`; `head` is its months and years in words."""

    begin: int
    end: int
    left: float
    right: float
    head: str = ""
    ticks: tuple[Tick, ...] = ()

    def x(self, day: float) -> float:
        """Where a day stands; one that is not in the piece at its edge."""
        if self.begin == self.end:
            return (self.left + self.right) / 2
        at = self.left + PAD + (day - self.begin) * (self.right - self.left - 2 * PAD) / (self.end - self.begin)
        return min(max(at, self.left + 2), self.right - 2)


class Scale(Struct, frozen=True):
    """The whole of it."""

    pieces: tuple[Piece, ...]

    def piece(self, day: int) -> Piece:
        """The piece in which a day stands, or before which it is left out."""
        return next((piece for piece in self.pieces if day <= piece.end), self.pieces[-1])


def kind(span: Span, time: Scale) -> Kind:
    """How a date is drawn: what may be on any day of a month or a year is one spot where these have no more room."""
    piece = time.piece(span.begin)
    is_one = span.kind is Kind.ABOUT and not span.points[0].date.doubt
    return Kind.DAY if is_one and piece.x(span.last) - piece.x(span.first) < LEAST else span.kind


def make(moments: Sequence[Moment], today: PartialDate, left: float, right: float) -> Scale:
    """The scale of the days at which marks stand, and of the day of the page, from `left` to `right`."""
    day = dates.span(today)[0]
    points = [point for moment in moments for point in moment.points]
    together = {pair for moment in moments for pair in pairwise(sorted({point.day for point in moment.points}))}
    named: dict[int, PartialDate] = {point.day: point.date for point in points}
    days = sorted({*named, day})
    runs = [days]
    while len(runs) < MOST_PIECES:
        pieces = _laid(runs, left, right)
        breaks = [
            (gap, number, at)
            for number, (run, piece) in enumerate(zip(runs, pieces, strict=True))
            if _is_tight(run, piece, together)
            for at, gap in enumerate((after - before for before, after in pairwise(run)), 1)
            if gap > LEAST_SHARE * (run[-1] - run[0])
        ]
        if not breaks:
            break
        _, number, at = max(breaks)
        runs[number : number + 1] = [runs[number][:at], runs[number][at:]]
    counts = Counter(point.day for point in points)
    pieces = _laid(runs, left, right)
    here = Scale(tuple(pieces)).piece(day)
    taken = [(here.x(day), width(short(today), TICK) / 2)]  # its date stands there whatever has to go
    named.setdefault(day, today)
    return Scale(tuple(_ticked(piece, named, counts, day, taken) for piece in pieces))


def _is_tight(run: Sequence[int], piece: Piece, together: Collection[tuple[int, int]]) -> bool:
    """Whether days stand too near to be told apart, those of one mark aside."""
    return any(piece.x(b) - piece.x(a) < APART for a, b in pairwise(run) if (a, b) not in together)


def _laid(runs: Sequence[Sequence[int]], left: float, right: float) -> list[Piece]:
    """The pieces side by side: one of a single day as wide as its date, the others wider by each further day."""
    many = sum(len(run) - 1 for run in runs)
    room = right - left - GAP * (len(runs) - 1)
    lone = min(LONE, room / len(runs)) if many else room / len(runs)
    rest = room - lone * len(runs)
    pieces, at = [], left
    for run in runs:
        wide = lone + (rest * (len(run) - 1) / many if many else 0)
        pieces.append(Piece(run[0], run[-1], at, at + wide))
        at += wide + GAP
    return pieces


def _ticked(
    piece: Piece, named: dict[int, PartialDate], counts: Counter[int], today: int, taken: list[tuple[float, float]]
) -> Piece:
    """A piece with its lines: those of marks as far as their dates have room, then regular ones between. What is
    `taken`, by its middle and half its width, grows by their dates.
    """
    length = piece.end - piece.begin
    inside = sorted((day for day in named if piece.begin <= day <= piece.end), key=lambda day: (-counts[day], day))
    in_days = 0 < length <= DAYS
    marked = [(day, short(named[day], has_year=not in_days), True) for day in inside if day != today]
    if length > MONTHS:
        marked = []
    regular = [] if not length else _weeks(piece) if in_days else _months(piece) if length <= MONTHS else _years(piece)
    ticks: list[Tick] = []
    for day, text, strong in (*marked, *((day, text, False) for day, text in regular)):
        x, half = piece.x(day), width(text, TICK) / 2 + (_MARK if strong else 0)
        if all(abs(x - other) >= half + its_half + 6 for other, its_half in taken):
            ticks.append(Tick(x, text, strong))
            taken.append((x, half))
    if counts[today] and piece.begin <= today <= piece.end:
        ticks.append(Tick(piece.x(today), "", True))
    ticks.sort(key=lambda tick: tick.x)
    return Piece(piece.begin, piece.end, piece.left, piece.right, _head(piece) if in_days else "", tuple(ticks))


def short(date: PartialDate, has_year: bool = True) -> str:
    """A date in few letters: `1 Nov 2022`, `Apr 2023`, `2008`."""
    if not date.month or date.month in dates.SEASONS or not dates.has_year(date):
        return dates.words(PartialDate(date.year, date.month, 0, date.unspecified))
    year = dates.year_words(date.year) if has_year or not date.day else ""
    return " ".join(filter(None, (str(date.day or ""), dates.MONTHS[date.month - 1][:3], year)))


def _head(piece: Piece) -> str:
    """The months that a piece shows, with their year: `October and November 2022`."""
    first, last = (dates.of_number(day) for day in (piece.begin, piece.end))
    begin, end = (dates.MONTHS[date.month - 1] for date in (first, last))
    years = dates.year_words(first.year), dates.year_words(last.year)
    if years[0] != years[1]:
        return f"{begin} {years[0]} to {end} {years[1]}"
    between = " and " if last.month - first.month == 1 else " to "
    return f"{begin}{between}{end} {years[1]}" if begin != end else f"{end} {years[1]}"


def _shown(piece: Piece) -> tuple[int, int]:
    """The days that a piece shows, those before its first mark and behind its last one included."""
    more = int(PAD * (piece.end - piece.begin) / max(1, piece.right - piece.left - 2 * PAD))
    return piece.begin - more, piece.end + more


def _weeks(piece: Piece) -> Iterator[tuple[int, str]]:
    """Mondays."""
    first, last = _shown(piece)
    for day in range(first + (1 - first) % 7, last + 1, 7):
        date = dates.of_number(day)
        yield day, f"{date.day} {dates.MONTHS[date.month - 1][:3]}"


def _months(piece: Piece) -> Iterator[tuple[int, str]]:
    """The first days of months; Januaries, which name their year, go first."""
    first, last = _shown(piece)
    years = range(dates.of_number(first).year, dates.of_number(last).year + 1)
    for month in (1, 7, 4, 10, 2, 3, 5, 6, 8, 9, 11, 12):
        for year in years:
            if first <= (day := dates.span(PartialDate(year, month, 1))[0]) <= last:
                yield day, short(PartialDate(year, month))


def _years(piece: Piece) -> Iterator[tuple[int, str]]:
    """The first days of years, in the smallest round step that leaves room."""
    first, last = _shown(piece)
    begin, end = dates.of_number(first).year, dates.of_number(last).year
    most = max(1, int((piece.right - piece.left) / 70))
    step = next((step for step in _STEPS if (end - begin) / step <= most), _STEPS[-1])
    for year in range(begin + -begin % step, end + 1, step):
        if first <= (day := dates.span(PartialDate(year))[0]) <= last:
            yield day, dates.year_words(year)
