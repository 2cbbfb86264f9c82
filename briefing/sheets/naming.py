"""Which record a row is of, and which records its cells name."""

from __future__ import annotations

from typing import NoReturn

from briefing.model import ids
from briefing.model.problems import Level, Problem
from briefing.model.prose import Mark
from briefing.model.records import Position, Record
from briefing.model.suggest import did_you_mean
from briefing.sheets import headings
from briefing.sheets.columns import Cell
from briefing.sheets.headings import ID
from briefing.sheets.known import Known


class Refused(Exception):
    """A row that is not taken, and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


class Naming:
    """Reads ids and names in the rows of a sheet of one kind of record; `path` is how messages name the sheet."""

    def __init__(self, path: str, name: str, kind: type[Record], known: Known) -> None:
        self.path, self.name, self.kind, self.known = path, name, kind, known
        self.warnings: list[Problem] = []

    def refuse(self, mark: Mark, code: str, message: str, remedy: str) -> NoReturn:
        """Refuse the row. Raises Refused."""
        raise Refused(Problem(self.path, *mark, code, message, remedy))

    def id(self, number: int, filled: dict[str, Cell]) -> str:
        """The id of a row's record: as given, or made from its title. Its cells are taken out."""
        given = filled.pop(ID, None)
        if self.kind is Position:
            return self._position(number, given, filled)
        title = filled.get("name") or filled.get("title")
        if given is None and title is None:
            named = headings.title(self.kind)
            message = f"a row must have an id in the column `{ID}`, or a `{named}` from which one is made."
            self.refuse(Mark(number), "sheet-row", message, "Fill in one of the two.")
        if given:
            return self._usable(given, given.text)
        assert title
        id = ids.made(title.text)
        if not id:
            message = f"no id can be made from {title.text[:40]!r}, which has no Latin letters."
            self.refuse(title.mark, "sheet-row", message, f"Write one in the column `{ID}`: a-z, 0-9 and hyphens.")
        return self._usable(title, id)

    def _position(self, number: int, given: Cell | None, filled: dict[str, Cell]) -> str:
        parts = [filled.pop("actor", None), filled.pop("question", None)]
        if given and not any(parts):
            parts = [Cell(part, given.mark) for part in given.text.split("/")]
        if len(parts) != 2 or not all(parts):
            message = "a position must have an actor and a question."
            self.refuse(
                Mark(number),
                "sheet-row",
                message,
                "Fill in the columns `actor` and `question`, or `id` as `actor/question`.",
            )
        found = []
        for kind, cell in zip(("actors", "questions"), parts, strict=True):
            assert cell
            id = self.known.id(kind, cell.text)
            if id not in self.known.ids(kind):
                message = f"a position must have one of the {kind} of the dossier; {cell.text[:60]!r} is none"
                near = did_you_mean(cell.text, sorted(self.known.ids(kind)))
                remedy = f"Make it first: `invoke new {kind[:-1]} {ids.made(cell.text) or 'ID'}`, or import {kind}."
                self.refuse(cell.mark, "sheet-row", f"{message}{near}.", remedy)
            found.append(id)
        return "/".join(found)

    def _usable(self, cell: Cell, id: str) -> str:
        """An id that a file may have. Raises Refused."""
        if fault := ids.fault(id, f"content/{self.name}s/{id}.md"):
            message = f"an id must be one that can be an address, which {id[:60]!r} cannot ({fault})."
            made = ids.made(id)
            remedy = f"Write `{made}`." if made and made != id else f"Write another in the column `{ID}`."
            self.refuse(cell.mark, "sheet-row", message, remedy)
        return id

    def resolved(self, filled: dict[str, Cell]) -> dict[str, Cell]:
        """The row with the ids of records where somebody wrote their names. Raises Refused."""
        found = {}
        for name, cell in filled.items():
            folder = self.known.folder(self.kind, name)
            ids_of = (
                [self.known.id(folder, word) for word in self.known.words(self.kind, name, cell.text)] if folder else []
            )
            for id in ids_of:
                if id not in self.known.ids(folder):
                    self._unknown(name, folder, id, cell.mark)
            found[name] = Cell(", ".join(ids_of), cell.mark) if folder else cell
        return found

    def _unknown(self, name: str, folder: str, word: str, mark: Mark) -> None:
        """Tell of a record that is not there: what could be its id is taken, a name is not. Raises Refused."""
        near = did_you_mean(word, sorted(self.known.ids(folder)))
        message = f"`{name}` must name {folder} of the dossier; {word[:60]!r} is none{near}."
        remedy = f"Make it: `invoke new {folder[:-1]} {ids.made(word) or 'ID'}`, or import {folder}."
        if not ids.ID.fullmatch(word):
            self.refuse(mark, "sheet-cell", message, f"{remedy.removesuffix('.')}, before you import this row again.")
        self.warnings.append(Problem(self.path, *mark, "sheet-cell", message, remedy, Level.WARNING))
