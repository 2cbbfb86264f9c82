"""What a command is about to change in the files of a dossier: as a unified diff, and written, all of it or none."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from briefing.model import text
from briefing.model.problems import Problem, printable
from briefing.store import files


class EditsError(ValueError):
    """A change that cannot be made: what must hold and how to mend it, and the `places` that stand in its way."""

    def __init__(self, message: str, places: list[Problem] | None = None) -> None:
        super().__init__(message)
        self.places = places or []


class Plan(Struct):
    """Changes by path: the bytes that files have `before` and `after`, None where there is no file; where files go that
    are `moved` as they are, unread; and the `names` that files have afterwards by those before.
    """

    before: dict[str, bytes | None] = field(default_factory=dict)
    after: dict[str, bytes | None] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def change(self, path: str, before: bytes | None, after: bytes | None) -> None:
        """Note that a file is to hold something else."""
        self.before.setdefault(path, before)
        self.after[path] = after
        if self.before[path] == after:
            del self.before[path], self.after[path]

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, as git writes it; of files that are moved unread, their names only."""
        gone = {old: new for old, new in self.names.items() if self.after.get(old, b"") is None and new in self.after}
        for path in sorted({*self.after} - {*gone.values()}):
            yield from _diff(path, gone.get(path, path), self.before[path], self.after[gone.get(path, path)])
        for old, new in sorted(self.moved.items()):
            yield from map(printable, (f"diff --git a/{old} b/{new}", f"rename from {old}", f"rename to {new}"))

    @property
    def count(self) -> int:
        """How many files it changes, one that is moved counted once."""
        return len(self.moved) + sum(path not in self.names.values() for path in self.after)


def _diff(old: str, new: str, before: bytes | None, after: bytes | None) -> Iterator[str]:
    yield printable(f"diff --git a/{old} b/{new}")
    if old != new:
        yield from map(printable, (f"rename from {old}", f"rename to {new}"))
    elif before is None or after is None:
        yield f"{'new' if before is None else 'deleted'} file mode 100644"
    names = ("/dev/null" if before is None else f"a/{old}", "/dev/null" if after is None else f"b/{new}")
    for line in difflib.unified_diff(_lines(before), _lines(after), *names, lineterm=""):
        yield printable(line)


def _lines(data: bytes | None) -> list[str]:
    shown = text.decode(data or b"")
    return shown.removesuffix("\n").split("\n") if shown else []


def write(root: Path, plan: Plan) -> None:
    """Write all changes, or none. Raises EditsError."""
    wanted: Mapping[Path, bytes | None] = {root / path: data for path, data in plan.after.items()}
    try:
        files.change_all(wanted, {root / old: root / new for old, new in plan.moved.items()})
    except OSError as error:
        where = Path(error.filename or root).name
        message = (
            f"{where} could not be written ({error.strerror}); all files are as they were. Check the folders' rights."
        )
        raise EditsError(message) from None
    left = [path for path, data in plan.after.items() if data is None]
    for folder in {(root / path).parent for path in (*left, *plan.moved)}:
        files.remove_if_empty(folder)
