"""What records are called while they are moved: kinds, ids, paths, and which id becomes which. Pure."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct, field

#: The folders of records by the word that commands have for the kind; their names are also those of the kinds here.
FOLDERS: Mapping[str, str] = {
    "brief": "content/briefs",
    "actor": "content/actors",
    "question": "content/questions",
    "position": "content/positions",
    "place": "content/places",
    "event": "content/events",
    "source": "seeds",
}


class Name(NamedTuple):
    """The record of a kind, as `actor`, with an id; that of a position is `actor/question`."""

    kind: str
    id: str

    @property
    def path(self) -> str:
        """Its file."""
        return f"{FOLDERS[self.kind]}/{self.id}.md"

    @property
    def published(self) -> str:
        """What it is called in the record of what is published: `actors/eu`, `sources/report`."""
        return f"sources/{self.id}" if self.kind == "source" else self.path.removeprefix("content/").removesuffix(".md")

    def __str__(self) -> str:
        return f"the {self.kind} `{self.id}`"


def of_path(path: str) -> Name | None:
    """Whose file stands at a path; None for any other file."""
    folder, name = posixpath.split(path)
    id, ending = posixpath.splitext(name)
    for kind, of in FOLDERS.items():
        if ending == ".md" and folder == of and kind != "position":
            return Name(kind, id)
    parent, actor = posixpath.split(folder)
    return Name("position", f"{actor}/{id}") if ending == ".md" and parent == FOLDERS["position"] else None


class Renaming(Struct, frozen=True):
    """Which ids become which, by kind. A position follows its actor and its question."""

    ids: Mapping[Name, str] = field(default_factory=dict)

    def now(self, name: Name) -> Name:
        """What a record is called afterwards."""
        if name in self.ids:
            return Name(name.kind, self.ids[name])
        if name.kind != "position":
            return name
        actor, _, question = name.id.partition("/")
        parts = (self.ids.get(Name(kind, id), id) for kind, id in (("actor", actor), ("question", question)))
        return Name("position", "/".join(parts))
