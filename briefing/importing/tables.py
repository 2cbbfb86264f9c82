"""Tables of a PDF's page: cells that stand beside each other as one line, `Year | Delivered | Billed`. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.importing.pages import Page, Rule, Run

#: How far rules of one table, or lines of one row, may lie apart, in points; lines and words that a cell has at most.
_NEAR, _LEVEL, _MOST_LINES, _MOST_WORDS = 6.0, 2.5, 12, 80
#: A table without rules has so many rows and columns at least, and cells of so many words at most.
_ROWS, _COLUMNS, _WORDS = 3, 3, 4
#: Pages with more rules are drawings.
_MOST_RULES = 3000


def joined(page: Page) -> list[Run]:
    """The lines of a page, each row of a table as one of them."""
    runs = page.runs
    for ruled in _grids(page.rules):
        runs = _ruled(runs, ruled)
    return unruled(runs)


def _grids(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The horizontal rules of each table from top to bottom: three or more below each other, alike in their ends."""
    if len(rules) > _MOST_RULES:
        return
    levels: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (-rule.y, rule.x0)):
        last = levels[-1] if levels else None
        if last and last.y - rule.y < 1.5 and rule.x0 < last.x1 + _NEAR:
            levels[-1] = Rule(min(last.x0, rule.x0), max(last.x1, rule.x1), last.y)
        else:
            levels.append(rule)
    group: list[Rule] = []
    for level in [*levels, None]:
        if level and group and abs(level.x0 - group[0].x0) < _NEAR and abs(level.x1 - group[0].x1) < _NEAR:
            group.append(level)
            continue
        if len(group) > 2:
            yield group
        group = [level] if level else []


def _ruled(runs: Sequence[Run], rules: Sequence[Rule]) -> list[Run]:
    """The lines with the rows between rules as one each, where these make a table."""
    left, right = rules[0].x0 - _NEAR, rules[0].x1 + _NEAR
    bands = [
        [run for run in runs if below.y - 1 <= run.y < above.y and left <= run.x0 and run.x1 <= right]
        for above, below in pairwise(rules)
    ]
    bands = [band for band in bands if band]
    if len(bands) == 2 and all(len(cells(level)) > 1 for level in _levels(bands[1])):
        # Rules above and below the heads only, as books have them: each line is a row.
        bands = [bands[0], *_levels(bands[1])]
    found = [cells(band) for band in bands]
    if sum(len(row) > 1 for row in found) < 2 or any(_is_long(cell) for row in found for cell in row):
        return list(runs)
    inside = {id(run) for band in bands for run in band}
    return [*(run for run in runs if id(run) not in inside), *map(_row, found)]


def _is_long(cell: Sequence[Run]) -> bool:
    return len(cell) > _MOST_LINES or sum(len(run.text.split()) for run in cell) > _MOST_WORDS


def unruled(runs: Sequence[Run]) -> list[Run]:
    """The lines with the rows of tables without rules as one each: short cells, below each other in their columns."""
    found: list[Run] = []
    group: list[list[list[Run]]] = []
    for level in [*_levels(runs), []]:
        row = cells(level)
        is_row = len(row) >= _COLUMNS and all(len(run.text.split()) <= _WORDS for run in level)
        if is_row and (not group or _is_below(group[-1], row)):
            group.append(row)
            continue
        found += [_row(row) for row in group] if len(group) >= _ROWS else [r for row in group for c in row for r in c]
        group = [row] if is_row else []
        found += [] if is_row else level
    return found


def _levels(runs: Sequence[Run]) -> list[list[Run]]:
    """Lines at one height each, from top to bottom."""
    found: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        if found and found[-1][0].y - run.y < _LEVEL:
            found[-1].append(run)
        else:
            found.append([run])
    return found


def cells(runs: Sequence[Run]) -> list[list[Run]]:
    """The cells of a row from left to right, each with its lines from top to bottom."""
    found: list[list[Run]] = []
    end = 0.0
    for run in sorted(runs, key=lambda run: run.x0):
        if found and run.x0 < end:
            found[-1].append(run)
        else:
            found.append([run])
        end = max(end, run.x1) if len(found[-1]) > 1 else run.x1
    return [sorted(cell, key=lambda run: -run.y) for cell in found]


def _is_below(above: Sequence[Sequence[Run]], row: Sequence[Sequence[Run]]) -> bool:
    """Whether the cells of a row stand below those of the one above it."""
    return len(above) == len(row) and all(
        one[0].x0 < other[0].x1 + _NEAR and other[0].x0 < one[0].x1 + _NEAR
        for one, other in zip(above, row, strict=True)
    )


def _row(row: Sequence[Sequence[Run]]) -> Run:
    runs = [run for cell in row for run in cell]
    return Run(
        " | ".join(" ".join(run.text.strip() for run in cell) for cell in row),
        min(run.x0 for run in runs),
        max(run.x1 for run in runs),
        max(run.y for run in runs),
        runs[0].size,
        marks=sum(run.marks for run in runs),
        is_row=len(row) > 1,
    )
