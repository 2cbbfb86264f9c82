"""What a dossier has already: the ids of its records, and the names by which people call them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from briefing.model import ids, text
from briefing.model.keys import Shape
from briefing.model.records import Record
from briefing.reading import discover
from briefing.reading.discover import MAX_FILE, Files
from briefing.sheets import filing
from briefing.sheets.columns import leaf, parts
from briefing.store import files

#: Which records the ids under a key are of, by the last part of a column's name.
_OF = {
    "actors": "actors",
    "places": "places",
    "questions": "questions",
    "events": "events",
    "via": "actors",
    "with": "actors",
}


class Known:
    """The records of the dossier at `root`, each looked at only when somebody asks."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.names: dict[str, dict[str, str]] = {}

    @cached_property
    def files(self) -> Files:
        """All files."""
        return discover.discover(self.root)

    def ids(self, kind: str) -> set[str]:
        """The ids of the records in a folder of `content`."""
        return {id for folder, id, _ in self.files.records if folder == f"content/{kind}"}

    def a_source(self) -> str:
        """The id of a source, to stand in a sample."""
        return next((id for folder, id, _ in self.files.records if folder == "seeds"), "source-id")

    def id(self, kind: str, word: str) -> str:
        """The id that a word means: itself, that of the record which has it as its name, or that which it would make;
        else the word.
        """
        known = self.ids(kind)
        if word in known:
            return word
        if found := self._called(kind).get(text.bare(" ".join(word.split()))):
            return found
        return made if (made := ids.made(word)) in known else word

    def folder(self, kind: type[Record], name: str) -> str:
        """The folder of the records that a column names by their ids; empty where it names none."""
        return _OF.get(name.rpartition(".")[2], "") if leaf(kind, name) else ""

    def words(self, kind: type[Record], name: str, typed: str) -> list[str]:
        """The ids or names in a cell of such a column."""
        field = leaf(kind, name)
        return parts(field, typed) if field and field.shape is Shape.LIST else [typed.strip()]

    def _called(self, kind: str) -> dict[str, str]:
        """The ids of the records of a kind by their names; of those that share a name none."""
        if kind not in self.names:
            found: dict[str, str] = {}
            for folder, id, path in self.files.records:
                if folder != f"content/{kind}":
                    continue
                for name in self._of(path):
                    key = text.bare(name)
                    found[key] = id if found.get(key, id) == id else ""
            self.names[kind] = {name: id for name, id in found.items() if id}
        return self.names[kind]

    def _of(self, path: str) -> list[str]:
        """The names that a record has for itself."""
        try:
            head, _ = filing.read(files.read(self.root, path, MAX_FILE))
        except (*filing.UNREADABLE, OSError):
            return []
        return [
            value.folded for key, _, value in head.entries or () if key in ("name", "title", "short") and value.text
        ]
