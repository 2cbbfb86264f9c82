"""The rows of a sheet as changes to the records of a dossier: what each would write, and why one is not taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from msgspec import Struct, field, structs

from briefing.model import text
from briefing.model.keys import DATES, in_head
from briefing.model.problems import Level, Problem
from briefing.model.prose import Mark
from briefing.model.records import BODY_REQUIRED, BY_NAME, Position, Record
from briefing.reading import scaffold
from briefing.reading.discover import MAX_FILE
from briefing.reading.headedit import EditError
from briefing.reading.reader import HeadReader
from briefing.sheets import filing, headings, misread
from briefing.sheets.columns import Cell, cells, is_same, leaf, order, tree
from briefing.sheets.grid import Sheet
from briefing.sheets.headings import ID, PROSE
from briefing.sheets.known import Known
from briefing.sheets.naming import Naming, Refused
from briefing.store import files

#: The kinds of records that a sheet can hold, by the words that commands have for them.
KINDS = ("event", "place", "actor", "position", "question")
#: What spreadsheets show in place of a value that a formula could not give.
_FAULT = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:\d{3}")


class Change(Struct, frozen=True):
    """What a row would write: `before` is None for a new record; of another `keys` are the keys that change. `lacks`
    are those that a draft waits for.
    """

    path: str
    before: bytes | None
    after: bytes
    keys: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


class Taken(Struct):
    """What a sheet gives: changes, the rows that change nothing, those that are not taken, and what is to be told."""

    changes: list[Change] = field(default_factory=list)
    same: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)


def take(root: Path, path: str, name: str, sheet: Sheet, today: str, is_to_clear: bool = False) -> Taken:
    """Hold the rows of a sheet of a kind of record against the dossier at `root`; nothing is written.

    `path` is how messages name the sheet. An empty cell takes nothing away unless `is_to_clear`.
    """
    kind, taken = BY_NAME[name], Taken()
    numbers = sorted(sheet.rows)
    if not numbers:
        taken.problems.append(_sheet_is_empty(path))
        return taken
    heads = headings.read(path, numbers[0], sheet.rows[numbers[0]], kind)
    taken.problems += heads.problems
    if any(problem.level is Level.ERROR for problem in heads.problems):
        taken.refused = len(numbers) - 1
        return taken
    rows = _Rows(root, path, name, kind, heads.columns, today, is_to_clear)
    for number in numbers[1:]:
        try:
            change = rows.change(number, sheet.rows[number])
        except Refused as refusal:
            taken.refused += 1
            taken.problems += refusal.problems
        else:
            taken.same += change is None
            taken.changes += [change] if change else []
    taken.problems += rows.naming.warnings
    return taken


def _sheet_is_empty(path: str) -> Problem:
    message = "a sheet must have a first row with the names of its columns, and a row for each record."
    return Problem(path, 1, 1, "sheet-empty", message, "`invoke export` writes one to start from.", Level.ERROR)


class _Rows:
    """Takes one row after the other."""

    def __init__(
        self,
        root: Path,
        path: str,
        name: str,
        kind: type[Record],
        columns: Mapping[int, str],
        today: str,
        is_to_clear: bool,
    ) -> None:
        self.root, self.path, self.name, self.kind = root, path, name, kind
        self.columns, self.today, self.is_to_clear = columns, today, is_to_clear
        self.naming = Naming(path, name, kind, Known(root))
        self.seen: dict[str, int] = {}

    def refuse(self, mark: Mark, code: str, message: str, remedy: str) -> NoReturn:
        """Refuse the row. Raises Refused."""
        raise Refused(Problem(self.path, *mark, code, message, remedy))

    def change(self, number: int, typed: Mapping[int, str]) -> Change | None:
        """What a row would write; None where the record says all of it already. Raises Refused."""
        row = {name: Cell(typed.get(at, ""), Mark(number, at)) for at, name in self.columns.items()}
        filled = {name: cell for name, cell in row.items() if cell.text}
        for name, cell in filled.items():
            if _FAULT.fullmatch(cell.text):
                message = f"`{name}` must be a value; the formula in the cell gives none, but {cell.text}."
                self.refuse(cell.mark, "sheet-cell", message, "Mend the formula, or type the value.")
            if hidden := next(text.forbidden(cell.text), None):
                message = f"`{name}` must not hold the invisible character {hidden[1]}."
                self.refuse(cell.mark, "character", message, "Type the cell anew.")
        id = self.naming.id(number, filled)
        path = f"content/{self.name}s/{id}.md"
        if first := self.seen.get(id):
            remedy = f"Put both into one row, or give this one an id of its own in the column `{ID}`."
            self.refuse(
                Mark(number), "sheet-row", f"a record must have one row only; {id!r} is in row {first}.", remedy
            )
        self.seen[id] = number
        filled = self.naming.resolved(filled)
        before = self._before(number, path)
        if before is None:
            return self._new(number, id, path, filled)
        return self._edited(number, path, before, {**row, **filled})

    def _before(self, number: int, path: str) -> bytes | None:
        try:
            return files.read(self.root, path, MAX_FILE)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.refuse(Mark(number), "unreadable", f"{path} must be readable ({error.strerror}).", "Check the file.")

    def _new(self, number: int, id: str, path: str, filled: dict[str, Cell]) -> Change:
        prose = filled.pop(PROSE, Cell("")).text
        present = self._valid(number, filled, filled)
        lacks = [field.key for field in in_head(self.kind) if field.required and field.key not in present]
        lacks += [PROSE] if f"content/{self.name}s" in BODY_REQUIRED and not prose else []
        if not lacks:
            return Change(path, None, filing.fresh(self.kind, filled, prose))
        source = self.naming.known.a_source()
        try:
            _, skeleton = scaffold.skeleton(self.name, id, self.today, source)
        except scaffold.ScaffoldError as error:
            self.refuse(Mark(number), "sheet-row", f"{error}.", f"Write another id in the column `{ID}`.")
        filled.setdefault("status", Cell("draft"))
        return Change(path, None, filing.drafted(self.kind, skeleton, filled, prose), lacks=tuple(lacks))

    def _edited(self, number: int, path: str, before: bytes, row: dict[str, Cell]) -> Change | None:
        try:
            head, old_prose = filing.read(before)
        except filing.UNREADABLE:
            message = f"{path} must be readable before a sheet can change it."
            self.refuse(Mark(number), "unreadable", message, "`invoke check` says what is wrong with it.")
        old = {name: Cell(text) for name, _, text in cells(self.kind, head)}
        prose = row.pop(PROSE, Cell("")).text
        new = dict(old)
        for name in row.keys() - {ID, "actor", "question"} if self.kind is Position else row.keys() - {ID}:
            if not row[name].text:
                if self.is_to_clear:
                    new.pop(name, None)
            elif name not in old or not is_same(self.kind, name, old[name].text, row[name].text):
                new[name] = row[name]
        keys = [key for key in order(self.kind) if _under(old, key) != _under(new, key)]
        if keys:
            present = self._valid(number, new, row)
            for field in in_head(self.kind):
                if field.required and field.key in keys and field.key not in present:
                    at = next((cell.mark for name, cell in row.items() if name == field.key), Mark(number))
                    message = f"`{field.key}` must be given; the cell is empty."
                    self.refuse(at, "sheet-cell", message, "Fill it in, or leave out `--clear`.")
        try:
            after = filing.changed(self.kind, before, new, keys) if keys else before
        except EditError:
            message = f"{path} cannot be changed from here under {', '.join(f'`{key}`' for key in keys)}."
            self.refuse(Mark(number), "sheet-row", message, "Edit the file by hand.")
        if prose and prose != old_prose:
            after, keys = filing.with_prose(after, prose), [*keys, PROSE]
        return Change(path, before, after, tuple(keys)) if keys else None

    def _valid(self, number: int, whole: Mapping[str, Cell], row: Mapping[str, Cell]) -> set[str]:
        """The keys of a row's head. Raises Refused where a cell holds what no record may."""
        node = tree(self.kind, whole, Mark(number))
        found: list[Problem] = [*self._dates(row)]
        spoilt = {problem.column for problem in found}
        reader = HeadReader(node, self.path, found)
        reader.read(self.kind, id="", path="", digest="")
        found = [
            _of_cells(problem)
            for problem in found
            if problem.line == number and (problem.code == "sheet-date" or problem.column not in spoilt)
        ]
        if found:
            raise Refused(*found)
        return {key for key, _, _ in node.entries or ()}

    def _dates(self, row: Mapping[str, Cell]) -> Iterator[Problem]:
        """Dates that a spreadsheet program made its own of."""
        for name, cell in row.items():
            field = leaf(self.kind, name)
            how, meant = misread.date(cell.text) if field and field.type in DATES else ("", "")
            if how:
                message = f"`{name}` must be a date, not {cell.text}, {how}."
                remedy = f"Write {meant} if that is meant, in a cell whose format is text."
                yield Problem(self.path, *cell.mark, "sheet-date", message, remedy)


def _of_cells(problem: Problem) -> Problem:
    """A problem of a head in the words of a sheet."""
    if problem.code != "key-missing":
        return problem
    column = problem.message.split("`")[1]
    return structs.replace(problem, remedy=f"Fill in the column `{column}`, or empty all others of this entry.")


def _under(row: Mapping[str, Cell], key: str) -> dict[str, str]:
    """The texts of a key and of those below it."""
    return {name: cell.text for name, cell in row.items() if name == key or name.startswith(f"{key}.")}
