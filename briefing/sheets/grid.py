"""The cells of a sheet as plain text, whatever file they come from, and what bounds them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

#: Bytes of a file, and letters of all its cells. What a desk types by hand stays far below.
MOST_BYTES = 10_000_000
MOST_LETTERS = 10_000_000
MOST_ROWS, MOST_COLUMNS = 5_000, 400
#: What a cell may hold: as many letters as Excel allows.
MOST_IN_CELL = 32_767
#: What a spreadsheet might run, and what stands before it so that none does. A figure is none.
_RUN = re.compile(r"'*[=+\-@\t\r]")
_FIGURE = re.compile(r"[+-]?\d+(?:\.\d+)?")


class SheetError(ValueError):
    """A sheet that cannot be read, or written: what must hold, and how to mend it, as full sentences."""


class Sheet(Struct, frozen=True):
    """The rows that are not empty, by their numbers as a spreadsheet shows them; of each the cells that are not empty,
    by their columns, from 1. `others` are the names of the file's sheets that were not read, `told` is what else an
    editor must know.
    """

    rows: dict[int, dict[int, str]]
    others: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


class Grid(Struct):
    """Gathers the cells of a sheet within the bounds."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    letters: int = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Take a cell; an empty one is none. Raises SheetError beyond the bounds."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip(" \n\u00a0\u200b")
        if not text:
            return
        if column > MOST_COLUMNS:
            raise SheetError(f"a sheet must have at most {MOST_COLUMNS} columns. Take out those that are not needed.")
        if len(text) > MOST_IN_CELL:
            raise SheetError(f"a cell must hold at most {MOST_IN_CELL:,} letters; row {row} has more. Shorten it.")
        self.letters += len(text)
        if len(self.rows) > MOST_ROWS or self.letters > MOST_LETTERS:
            raise SheetError(f"a sheet must have at most {MOST_ROWS:,} rows. Split it.")
        self.rows.setdefault(row, {})[column] = unguarded(text)


def grid(rows: Iterable[Iterable[str]]) -> Grid:
    """The cells of rows that are given one after the other."""
    found = Grid()
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            found.put(number, column, text)
    return found


def guarded(text: str) -> str:
    """A text as a cell holds it that no spreadsheet takes for a formula: with an apostrophe before it."""
    return f"'{text}" if _RUN.match(text) and not _FIGURE.fullmatch(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given; any other text as it is."""
    return text[1:] if text.startswith("'") and _RUN.match(text) else text


def figure(value: str) -> str:
    """A number as spreadsheets store it, as somebody would type it: `4`, `44.804`."""
    try:
        number = float(value)
    except ValueError:
        return value
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.12f}".rstrip("0").rstrip(".") if abs(number) < 1e6 else repr(number)


def one_of(names: list[str], wanted: Iterable[str]) -> int:
    """The number of the sheet to read: one that is called as its kind is, else the first."""
    words = {*wanted}
    return next((number for number, name in enumerate(names) if name.strip().casefold() in words), 0)
