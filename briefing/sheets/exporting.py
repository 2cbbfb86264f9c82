"""The records of a dossier as sheets, with the columns that an import reads."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from briefing.model.records import BY_NAME, Position
from briefing.reading import discover
from briefing.reading.discover import MAX_FILE
from briefing.reading.frontmatter import Node
from briefing.sheets import columns, delimited, filing, ods, xlsx
from briefing.sheets.grid import MOST_IN_CELL, SheetError, guarded
from briefing.sheets.headings import ID, PROSE
from briefing.store import files

#: How each kind of file is named.
FORMATS = ("csv", "ods", "xlsx")


class Exported(Struct, frozen=True):
    """A sheet: how many records stand in it, and what an editor must know."""

    data: bytes
    count: int
    told: tuple[str, ...] = ()


def export(root: Path, name: str, format: str) -> Exported:
    """A sheet of all records of a kind, drafts too, in the order of their ids. Raises SheetError."""
    kind, told = BY_NAME[name], []
    heads: dict[str, tuple[Node, str]] = {}
    for folder, id, path in discover.discover(root).records:
        if folder != f"content/{name}s":
            continue
        try:
            heads[id] = filing.read(files.read(root, path, MAX_FILE))
        except (*filing.UNREADABLE, OSError):
            told.append(f"{path} cannot be read and is left out; `invoke check` says why.")
    own = ["actor", "question"] if kind is Position else [ID]
    names = columns.names(kind, [head for head, _ in heads.values()])
    rows = [[*own, *names, PROSE]]
    for id, (head, prose) in heads.items():
        if len(prose) > MOST_IN_CELL:
            told.append(f"The prose of {id} is too long for a cell and is left out; it stays as it is.")
            prose = ""
        said = {column: text for column, _, text in columns.cells(kind, head)}
        rows.append(
            [*(id.split("/") if kind is Position else [id]), *(said.get(column, "") for column in names), prose]
        )
    long = next((row[0] for row in rows for text in row if len(text) > MOST_IN_CELL), None)
    if long:
        raise SheetError(
            f"a cell must hold at most {MOST_IN_CELL:,} letters; {long} has more under one key. Shorten it."
        )
    guard = [[guarded(text) for text in row] for row in rows]
    written = {
        "csv": lambda: delimited.written(guard),
        "ods": lambda: ods.written(guard, f"{name}s"),
        "xlsx": lambda: xlsx.written(guard, f"{name}s"),
    }[format]()
    return Exported(written, len(heads), tuple(told))
