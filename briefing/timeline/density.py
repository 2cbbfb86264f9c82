"""How many events there were when, for those that are too many to be drawn each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from briefing.model import dates
from briefing.model.dates import PartialDate
from briefing.timeline.moments import Moment

#: There are at most so many times.
MOST_TIMES = 24
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 120_000)


class Time(Struct, frozen=True):
    """A time in words, how many events of each lane were in it, and the first of them."""

    words: str
    counts: tuple[int, ...]
    first: Moment | None


def times(moments: Sequence[Moment], lanes: int) -> tuple[Time, ...]:
    """Times of one length, from the first event to the last, each event by the first day at which it stands."""
    months = [_month(min(span.begin for span in moment.spans)) for moment in moments]
    low, high = min(months), max(months)
    step = next((step for step in _MONTHS if high // step - low // step < MOST_TIMES), _MONTHS[-1])
    found = []
    for number in range(low // step, high // step + 1):
        inside = [moment for moment, month in zip(moments, months, strict=True) if month // step == number]
        counts = tuple(sum(moment.lane == lane for moment in inside) for lane in range(lanes))
        found.append(Time(_words(number * step, step), counts, inside[0] if inside else None))
    return tuple(found)


def _month(day: int) -> int:
    """The number of the month of a day, of any year."""
    date = dates.of_number(day)
    return 12 * date.year + date.month - 1


def _words(month: int, step: int) -> str:
    """So many months from one on, in words: `March 2020`, `January to March 2020`, `1990 to 1999`."""
    (year, first), last = divmod(month, 12), (month + step - 1) % 12
    if step == 1:
        return dates.words(PartialDate(year, first + 1))
    if step < 12:
        return f"{dates.MONTHS[first]} to {dates.words(PartialDate(year, last + 1))}"
    end = year + step // 12 - 1
    return dates.year_words(year) if end == year else f"{dates.year_words(year)} to {dates.year_words(end)}"
