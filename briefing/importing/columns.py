"""The order in which the lines of a page are read: bands from top to bottom, columns from left to right. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.importing.pages import Run

#: A gap between columns is so many points wide at least, and has so many lines on each side.
_GUTTER, _LEAST = 7.0, 3
#: Lines that cross a gap, as a share of all, at most; the width of a column that its lines fill at least.
_CROSSING, _FILLED = 0.25, 0.45
_DEEPEST = 4


def usual(pages: Sequence[Sequence[Run]]) -> float:
    """Where the gap between the columns of most pages runs; 0 where most have none."""
    found = [gutter for runs in pages if (gutter := _gutter(_in_order(runs))) is not None]
    middle = sorted(found)[len(found) // 2] if found else 0.0
    return middle if sum(abs(gutter - middle) < _GUTTER for gutter in found) * 2 >= len(pages) else 0.0


def _in_order(runs: Sequence[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: (-run.y, run.x0))


def ordered(runs: Sequence[Run], expected: float = 0.0, depth: int = 0) -> list[list[Run]]:
    """The columns of a page in the order in which they are read, each a list of lines from top to bottom. `expected` is
    where the gap of other pages runs, which may have too few lines here to be seen by itself.
    """
    lines = _in_order(runs)
    gutter = _gutter(lines) if depth < _DEEPEST else None
    if gutter is None and expected and not depth and _may_part(lines, expected):
        gutter = expected
    if gutter is None:
        return [lines] if lines else []
    found: list[list[Run]] = []
    band: list[Run] = []
    for line in [*lines, None]:
        crosses = line is None or line.x0 < gutter < line.x1
        if not crosses and line is not None:
            band.append(line)
            continue
        if band:
            left = [run for run in band if run.x1 <= gutter]
            right = [run for run in band if run.x0 >= gutter]
            found += [*ordered(left, depth=depth + 1), *ordered(right, depth=depth + 1)]
            band = []
        if line is not None:
            if found and found[-1] and _crosses(found[-1], gutter):
                found[-1].append(line)
            else:
                found.append([line])
    return found


def _may_part(lines: Sequence[Run], gutter: float) -> bool:
    """Whether a gap parts lines that stand beside each other."""
    left = [run for run in lines if run.x1 <= gutter]
    beside = [run for run in lines if run.x0 >= gutter and any(abs(run.y - other.y) < 2 for other in left)]
    crossing = sum(run.x0 < gutter < run.x1 for run in lines)
    return bool(beside) and crossing <= max(3, 0.4 * len(lines))


def _crosses(lines: Sequence[Run], gutter: float) -> bool:
    return any(line.x0 < gutter < line.x1 for line in lines)


def _gutter(lines: Sequence[Run]) -> float | None:
    """Where the gap between two columns runs; None where there is none."""
    if len(lines) < 2 * _LEAST:
        return None
    left_edge, right_edge = min(run.x0 for run in lines), max(run.x1 for run in lines)
    span = right_edge - left_edge
    best: tuple[float, float] | None = None
    # A gap begins where some line ends, and ends where another begins: only ends are tried.
    ends = sorted({round(run.x1) for run in lines if left_edge + 0.15 * span < run.x1 < right_edge - 0.15 * span})
    for end in ends:
        behind = [run.x0 for run in lines if run.x0 > end]
        if not behind:
            continue
        middle = (end + min(behind)) / 2
        if min(behind) - end < _GUTTER:
            continue
        left = [run for run in lines if run.x1 <= middle]
        right = [run for run in lines if run.x0 >= middle]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _LEAST or crossing > _CROSSING * len(lines):
            continue
        if not (_is_filled(left) and _is_filled(right)):
            continue
        score = min(len(left), len(right)) - 2 * crossing + (min(behind) - end) / 100
        if best is None or score > best[0]:
            best = (score, middle)
    return best[1] if best else None


def _is_filled(lines: Sequence[Run]) -> bool:
    """Whether lines fill their column, as text does and the cells of a table do not, and stand below each other."""
    width = max(run.x1 for run in lines) - min(run.x0 for run in lines)
    lengths = sorted(run.x1 - run.x0 for run in lines)
    words = sum(len(run.text.split()) for run in lines) / len(lines)
    return lengths[len(lengths) // 2] > _FILLED * width and words >= 2.5


def leading(lines: Sequence[Run]) -> float:
    """The usual distance between the baselines of a column's lines."""
    gaps = sorted(above.y - below.y for above, below in pairwise(lines) if above.y - below.y > 0.5 * below.size)
    return gaps[len(gaps) // 3] if gaps else (lines[0].size * 1.2 if lines else 12.0)
