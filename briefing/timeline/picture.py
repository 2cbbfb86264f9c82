"""The wide picture: a lane for each side, time from left to right, a label beside each mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.model import dates
from briefing.model.dates import PartialDate
from briefing.timeline import scale, shapes
from briefing.timeline.letters import width, wrapped
from briefing.timeline.moments import Kind, Moment, Span, State
from briefing.timeline.scale import Piece, Scale
from briefing.timeline.shapes import Drawn, Stroke

WIDTH, LANE = 1040, 140
SIZE, LINE, ROW = 14, 17, 28
#: Above the lanes stand the months and dates, above each lane and below it is some room.
TOP, EDGE, FOOT = 46, 6, 24
_NEAR = 7
#: Beside so many others, a label in a narrow piece stands below its mark; of more, it goes beyond the piece.
_FEW = 2


class Label(Struct, frozen=True):
    """Words at a spot, in lines; `anchor` is that of SVG."""

    x: int
    y: int
    anchor: str
    lines: tuple[str, ...]


class Mark(Struct, frozen=True):
    """An event: its strokes, its label, and the box around both."""

    moment: Moment
    strokes: tuple[Stroke, ...]
    label: Label
    box: tuple[int, int, int, int]


class Lane(Struct, frozen=True):
    """A lane: its name in lines, from where to where it reaches, its marks."""

    name: tuple[str, ...]
    top: int
    bottom: int
    marks: tuple[Mark, ...]


class Picture(Struct, frozen=True):
    """The picture. `shades` are the stretches (left, width) after what is reported; `note` says so. `today` is where
    the day of the page stands, with its words where no other date stands there.
    """

    width: int
    height: int
    foot: int
    lanes: tuple[Lane, ...]
    pieces: tuple[Piece, ...]
    today: Label
    shades: tuple[tuple[int, int], ...]
    note: Label | None


class _Spot(Struct, frozen=True):
    """Where a mark with its label could stand: from `left` to `right`, so many pixels high."""

    left: float
    right: float
    height: int
    x: float
    anchor: str
    lines: tuple[str, ...]
    is_below: bool = False


def measured(moments: Sequence[Moment], has_names: bool, today: PartialDate) -> Scale:
    """The scale of the picture, whose lanes may have names."""
    return scale.make(moments, today, LANE if has_names else 0, WIDTH)


def draw(
    moments: Sequence[Moment], lanes: Sequence[str], time: Scale, today: PartialDate, reported: int | None, note: str
) -> Picture:
    """Draw events in lanes with these names. `reported` is the last day of which the sources tell, after which all is
    planned, as the `note` says; None where nothing lies after it.
    """
    left, drawn, top = time.pieces[0].left, list[Lane](), TOP
    for number, name in enumerate(lanes):
        inside = [moment for moment in moments if moment.lane == number]
        drawn.append(_lane(wrapped(name, SIZE, LANE - 26, 4), inside, time, top, left, reported))
        top = drawn[-1].bottom
    shades = tuple(_shades(time, reported)) if reported is not None else ()
    widest = max(shades, key=lambda shade: shade[1], default=None)
    foot, here = top + (FOOT if widest else 0), _today(time, today)
    return Picture(
        width=WIDTH,
        height=foot + 12,
        foot=foot,
        lanes=tuple(drawn),
        pieces=tuple(_marked(piece, time, moments, here.x) for piece in time.pieces),
        today=here,
        shades=shades,
        note=Label(sum(widest) - 8, foot - 8, "end", (note,)) if widest else None,
    )


def _marked(piece: Piece, time: Scale, moments: Sequence[Moment], today: float) -> Piece:
    """A piece with the sign of years that are ours at its head, or at its dates where it has none; without its head
    where the day of the page is told.
    """
    inside = [moment for moment in moments if any(time.piece(point.day) is piece for point in moment.points)]
    mark = next((moment.mark for moment in inside if moment.mark), "")
    ticks = (
        piece.ticks
        if piece.head
        else tuple(
            scale.Tick(tick.x, tick.text + (mark if tick.strong and tick.text else ""), tick.strong)
            for tick in piece.ticks
        )
    )
    head = piece.head and piece.head + mark
    if piece.left - 40 < today < piece.left + width(head, scale.TICK) + 40:
        head = ""
    return Piece(piece.begin, piece.end, piece.left, piece.right, head, ticks)


def _today(time: Scale, today: PartialDate) -> Label:
    day = dates.span(today)[0]
    piece = time.piece(day)
    x, words = piece.x(day), scale.short(today)
    half = width(words, SIZE) / 2
    return Label(round(min(max(x, half), WIDTH - half)), round(x), "middle", (words,))


def _shades(time: Scale, reported: int) -> Iterator[tuple[int, int]]:
    """The parts of the pieces that lie after the last day of which the sources tell."""
    for piece in time.pieces:
        if piece.end <= reported:
            continue
        left = piece.x(reported + 0.6) if piece.begin <= reported else piece.left
        yield round(left), round(piece.right - left)


def _lane(
    name: tuple[str, ...], moments: Sequence[Moment], time: Scale, top: int, left: float, reported: int | None
) -> Lane:
    """Put each mark into the first row in which it and its label meet nothing."""
    rows: list[list[tuple[Moment, _Spot]]] = []
    counts = Counter(time.piece(moment.points[-1].day).left for moment in moments)
    for moment in sorted(moments, key=lambda one: time.piece(one.spans[0].begin).x(one.spans[0].begin)):
        is_alone = counts[time.piece(moment.points[-1].day).left] <= _FEW
        spots = list(_spots(moment, time, left, reported, is_alone))
        for row in (*rows, None):
            taken = [(spot.left - _NEAR, spot.right + _NEAR) for _, spot in row or ()]
            free = [spot for spot in spots if all(spot.right <= one or spot.left >= other for one, other in taken)]
            if row is None:
                rows.append([(moment, spots[0])])
            elif free:
                row.append((moment, free[0]))
                break
    marks, y = [], top + EDGE
    for row in rows:
        marks += [_mark(moment, spot, time, y, reported) for moment, spot in row]
        y += max(spot.height for _, spot in row)
    return Lane(name, top, max(y, top + EDGE + LINE * len(name) + 4) + EDGE, tuple(marks))


def _mark(moment: Moment, spot: _Spot, time: Scale, top: int, reported: int | None) -> Mark:
    strokes = tuple(stroke for one in _drawn(moment, time, top + ROW / 2, reported) for stroke in one.strokes)
    y = top + ROW + LINE - 6 if spot.is_below else top + ROW // 2 + 5
    box = (round(spot.left), top + 1, round(spot.right - spot.left), spot.height - 2)
    return Mark(moment, strokes, Label(round(spot.x), y, spot.anchor, spot.lines), box)


def _drawn(moment: Moment, time: Scale, y: float, reported: int | None) -> list[Drawn]:
    return [_date(span, moment.state, time, y, reported) for span in moment.spans]


def _date(span: Span, state: State, time: Scale, y: float, reported: int | None) -> Drawn:
    first, last = time.piece(span.begin), time.piece(span.end)
    x = first.x(span.begin), last.x(span.end)
    kind, reach = scale.kind(span, time), (first.left + 3, last.right - 3)
    if kind is Kind.ABOUT:
        reach = first.x(span.first), first.x(span.last)
    planned = [state is State.PLANNED or (reported is not None and day > reported) for day in (span.begin, span.end)]
    return shapes.draw(kind, state, x, y, reach, "".join("p" if one else " " for one in planned))


def _spots(moment: Moment, time: Scale, edge: float, reported: int | None, is_alone: bool) -> Iterator[_Spot]:
    """Where the label of a mark may stand, the best spot first: behind it or before it within its piece, below it where
    the piece is narrow, else beyond a break, else below it in as many lines as it needs.
    """
    drawn = _drawn(moment, time, 0, reported)
    left, right = min(one.left for one in drawn), max(one.right for one in drawn)
    piece, long = time.piece(max(point.day for point in moment.points)), width(moment.label, SIZE)
    behind = _Spot(left, right + _NEAR + long, ROW, right + _NEAR, "start", (moment.label,))
    before = _Spot(left - _NEAR - long, right, ROW, left - _NEAR, "end", (moment.label,))
    if behind.right <= piece.right:
        yield behind
    if before.left >= time.piece(moment.spans[0].begin).left:
        yield before
    if is_alone and piece.begin == piece.end:
        lines = wrapped(moment.label, SIZE, piece.right - piece.left, 9)
        if len(lines) <= 3 and max(width(line, SIZE) for line in lines) <= piece.right - piece.left:
            yield _below(lines, left, right, piece.left, piece.right)
    if behind.right <= WIDTH:
        yield behind
    if before.left >= edge:
        yield before
    yield _below(wrapped(moment.label, SIZE, 260, 9), left, right, edge, WIDTH)


def _below(lines: tuple[str, ...], left: float, right: float, edge: float, end: float) -> _Spot:
    """A label below its mark, around its middle, between two edges."""
    long = max(width(line, SIZE) for line in lines)
    x = max(edge, min((left + right - long) / 2, end - long))
    return _Spot(min(left, x), max(right, x + long), ROW + LINE * len(lines), x, "start", lines, is_below=True)
