"""The shapes of dates, as strokes: a dot, a half dot with whiskers, an arrow to a wall, a bar, a dotted arrow."""

from __future__ import annotations

from msgspec import Struct

from briefing.timeline.moments import Kind, State

R = 6.5
#: How long an arrow is that comes from no known day, and one that leads to none.
ARROW, OPEN, WHISKER, WALL = 46, 100, 18, 9
#: The size of a sign by itself.
SIGN = (48, 20)


class Stroke(Struct, frozen=True):
    """A path, and how it is drawn: `line`, `thick`, `dash`, `dots`, `fill`, `ring`, `doubt` or `band`."""

    look: str
    d: str


class Drawn(Struct, frozen=True):
    """A date as drawn, and how far it reaches to both sides."""

    strokes: tuple[Stroke, ...]
    left: float
    right: float


def draw(kind: Kind, state: State, x: tuple[float, float], y: float, reach: tuple[float, float], ends: str) -> Drawn:
    """A date from x[0] to x[1], which may be one, at the height y; arrows keep within `reach`, and what may be on any
    of several days reaches so far. `ends` has a letter for the begin and one for the end of a bar: `p` is planned.
    """
    begin, end = x
    left, right = reach
    match kind:
        case Kind.DAY:
            return _dot(begin, y, state)
        case Kind.ABOUT:
            return _about(begin, y, min(left, begin - WHISKER), max(right, begin + WHISKER), state)
        case Kind.BY:
            start = max(left, end - ARROW)
            strokes = (*_arrow("dash", start, end - 3, y), _wall(end, y))
            return Drawn(strokes, start, end + 2)
        case Kind.OPEN:
            tip = min(right, begin + OPEN)
            return Drawn(_arrow("dots", begin + R + 3, tip, y), begin + R, tip)
        case Kind.SINCE:
            tip = min(right, begin + OPEN)
            return Drawn((_wall(begin, y), *_arrow("dots", begin, tip, y)), begin - 2, tip)
        case Kind.UNTIL:
            start = max(left, end - ARROW)
            return Drawn((Stroke("dots", f"M{_n(start)} {_n(y)}H{_n(end)}"), _wall(end, y)), start, end + 2)
        case Kind.BETWEEN:
            begin, end = _widened(begin, end)
            line = Stroke("dash", f"M{_n(begin)} {_n(y)}H{_n(end)}")
            return Drawn((line, _wall(begin, y), _wall(end, y)), begin - 2, end + 2)
    return _bar(*_widened(begin, end), y, ends)


def sign(kind: Kind, state: State) -> tuple[Stroke, ...]:
    """A date by itself, in a box of the size `SIGN`."""
    y = SIGN[1] / 2
    x = {Kind.BY: (40.0, 40.0), Kind.UNTIL: (40.0, 40.0), Kind.OPEN: (-4.0, -4.0), Kind.SINCE: (6.0, 6.0)}
    one = kind in (Kind.DAY, Kind.ABOUT)
    return draw(kind, state, x.get(kind, (24.0, 24.0) if one else (6.0, 42.0)), y, (4, 44), "").strokes


def _n(number: float) -> str:
    """A number of pixels as a path has it."""
    return f"{round(number, 1):g}"


def _circle(x: float, y: float, r: float = R) -> str:
    return f"M{_n(x - r)} {_n(y)}a{_n(r)} {_n(r)} 0 1 0 {_n(2 * r)} 0a{_n(r)} {_n(r)} 0 1 0 {_n(-2 * r)} 0z"


def _dot(x: float, y: float, state: State) -> Drawn:
    strokes = [Stroke({State.DONE: "fill", State.DISPUTED: "doubt"}.get(state, "ring"), _circle(x, y))]
    if state is State.OFF:
        strokes.append(Stroke("line", f"M{_n(x - 8)} {_n(y + 8)}l16 -16"))
    return Drawn(tuple(strokes), x - R - 1, x + R + 1)


def _about(x: float, y: float, left: float, right: float, state: State) -> Drawn:
    whiskers = Stroke("dots", f"M{_n(left)} {_n(y)}H{_n(x - R - 2)}M{_n(right)} {_n(y)}H{_n(x + R + 2)}")
    dot = _dot(x, y, State.PLANNED if state is State.DONE else state).strokes
    half = (Stroke("fill", f"M{_n(x - R)} {_n(y)}a{_n(R)} {_n(R)} 0 0 1 {_n(2 * R)} 0z"),)
    return Drawn((whiskers, *dot, *(half if state is State.DONE else ())), left, right)


def _arrow(look: str, start: float, tip: float, y: float) -> tuple[Stroke, ...]:
    head = f"M{_n(tip - 7)} {_n(y - 5)}l7 5l-7 5"
    return Stroke(look, f"M{_n(start)} {_n(y)}H{_n(max(start, tip - 2))}"), Stroke("line", head)


def _wall(x: float, y: float) -> Stroke:
    return Stroke("thick", f"M{_n(x)} {_n(y - WALL)}v{2 * WALL}")


def _widened(begin: float, end: float) -> tuple[float, float]:
    """Room for two ends, however near they are to each other."""
    more = max(0.0, 24 - (end - begin)) / 2
    return begin - more, end + more


def _bar(begin: float, end: float, y: float, ends: str) -> Drawn:
    band = Stroke("band", f"M{_n(begin)} {_n(y)}H{_n(end)}")
    line = Stroke("line", f"M{_n(begin)} {_n(y)}H{_n(end)}")
    caps = [
        Stroke("ring", _circle(x, y)) if is_planned == "p" else _wall(x, y)
        for x, is_planned in zip((begin, end), ends.ljust(2), strict=True)
    ]
    return Drawn((band, line, *caps), begin - R - 1, end + R + 1)
