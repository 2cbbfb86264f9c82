"""The narrow picture: time runs down, a row for each date, lanes as columns. Its words are set by the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from briefing.model import dates
from briefing.model.dates import PartialDate
from briefing.timeline import scale
from briefing.timeline.moments import Kind, Moment, State
from briefing.timeline.scale import Scale

#: More lanes than this have no columns.
MOST_LANES = 6


class Cell(Struct, frozen=True):
    """A lane in a row: how the dates that stand there are drawn, and whether a bar comes `from` here, goes `through`
    or `to` here, or is empty.
    """

    signs: tuple[tuple[Kind, State], ...]
    bar: str


class Row(Struct, frozen=True):
    """A date with its events. `is_apart` is whether time is left out before it, `is_reported` whether sources tell of
    it, `is_ahead` whether it lies after the day of the page.
    """

    moments: tuple[Moment, ...]
    cells: tuple[Cell, ...]
    is_apart: bool
    is_reported: bool
    is_ahead: bool


def rows(
    moments: Sequence[Moment], lanes: int, time: Scale, today: PartialDate, reported: int | None
) -> tuple[Row, ...]:
    """The rows of events in their order; those beside each other with one date share a row."""
    day = dates.span(today)[0]
    columns = range(lanes if 1 < lanes <= MOST_LANES else 1)
    groups = [tuple(group) for _, group in groupby(moments, key=lambda moment: (moment.words, moment.mark))]
    starts = [min(span.begin for moment in group for span in moment.spans) for group in groups]
    found = []
    for number, group in enumerate(groups):
        cells = [_cell(column if len(columns) > 1 else None, number, groups, starts, time) for column in columns]
        before = starts[max(0, number - 1)]
        found.append(
            Row(
                group,
                tuple(cells),
                time.piece(before) is not time.piece(starts[number]),
                reported is None or starts[number] <= reported,
                starts[number] > day,
            )
        )
    return tuple(found)


def _cell(
    lane: int | None, number: int, groups: Sequence[tuple[Moment, ...]], starts: Sequence[int], time: Scale
) -> Cell:
    """What stands in a lane (None: all of them together) in a row."""
    here = [moment for moment in groups[number] if lane is None or moment.lane == lane]
    signs = dict.fromkeys((scale.kind(span, time), moment.state) for moment in here for span in moment.spans)
    bars = [
        (at, _last(span.end, at, starts))
        for at, group in enumerate(groups)
        for moment in group
        for span in moment.spans
        if span.kind is Kind.LASTED and (lane is None or moment.lane == lane)
    ]
    bar = ""
    for first, last in bars:
        if first < last and first <= number <= last:
            bar = "from" if number == first else "to" if number == last and bar != "from" else "through"
    return Cell(tuple(sign for sign in signs if bar != "from" or sign[0] is not Kind.LASTED), bar)


def _last(end: int, first: int, starts: Sequence[int]) -> int:
    """The last of the rows from the first on that a bar reaches."""
    return max([first, *(number for number, start in enumerate(starts) if number > first and start <= end)])
