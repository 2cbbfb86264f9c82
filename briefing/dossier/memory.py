"""What was read before: a record file is read again only when it, or what it is held against, is not as it was.

Imports the model, rests, problems, states, the cache and the pool. What reading means, the caller says.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from briefing.dossier.rests import SILENT, Rests
from briefing.model.problems import Problem
from briefing.model.records import Record
from briefing.reading.discover import MAX_FILE
from briefing.store import pool, snapshot
from briefing.store.cache import Cache, Shelf
from briefing.store.snapshot import Stat


class Parsed(Struct, frozen=True):
    """What one file gave: a record, unless it had problems, and the statements of it that rest on sources."""

    record: Record | None
    problems: tuple[Problem, ...]
    rests: Rests = SILENT


class Remembered(NamedTuple):
    """A file as it was read: its state (None where that does not tell all), the hash of its content and of what it was
    held against, and what it gave.
    """

    state: Stat | None
    hash: bytes
    parsed: Parsed


Entry = tuple[str, str, str]
Parse = Callable[[str, str, str, bytes], Parsed]


class Memory:
    """All record files of one dossier as they were read last, by path."""

    NAME = "records"

    def __init__(self, root: Path, cache: Cache | None) -> None:
        self.root, self.shelf = root, Shelf(cache, self.NAME)
        self.before: dict[str, Remembered] = self.shelf.all()
        self.now: dict[str, Remembered] = {}
        self.changed: set[str] = set()

    def parsed(self, entries: Iterable[Entry], key: bytes, parse: Parse) -> dict[str, Parsed]:
        """What these files (kind, id, path) give, by path; `key` stands for all that `parse` holds them against."""
        todo: list[Entry] = []
        found: list[str] = []
        for entry in entries:
            path = entry[2]
            old = self.before.get(path)
            found.append(path)
            if old and old.state and old.hash[:16] == key and old.state == snapshot.file_stat(self.root / path):
                self.now[path] = old
            else:
                todo.append(entry)

        def one(number: int) -> tuple[Stat | None, bytes, Parsed | None]:
            return self._one(todo[number], key, parse)

        for (_, _, path), (state, hash, fresh) in zip(todo, pool.parallel_map(one, len(todo)), strict=True):
            self.now[path] = Remembered(state, hash, fresh or self.before[path].parsed)
            self.changed.add(path)
        return {path: self.now[path].parsed for path in found}

    def _one(self, entry: Entry, key: bytes, parse: Parse) -> tuple[Stat | None, bytes, Parsed | None]:
        """Read one file; None instead of what it gives when what is remembered still holds."""
        kind, id, path = entry
        started = time.time_ns()
        state: Stat | None = snapshot.file_stat(self.root / path)
        try:
            data = content(self.root / path)
        except OSError as error:
            remedy = f"Check it ({error.strerror or error})."
            problem = Problem(path, 1, 1, "unreadable", "a file must be readable.", remedy)
            return None, b"", Parsed(None, (problem,))
        if state and (snapshot.is_racy(state, started) or state != snapshot.file_stat(self.root / path)):
            state = None
        digest = hash_of(key, data)
        old = self.before.get(path)
        if old and old.hash == digest:
            return state, digest, None
        return state, digest, parse(kind, id, path, data)

    def keep(self) -> None:
        """Remember what is now, if anything is new."""
        if changed := self.changed | (self.before.keys() - self.now.keys()):
            self.shelf.fill(self.now, changed)


def hash_of(key: bytes, data: bytes) -> bytes:
    """The hash of a file's content and of what it is held against, whose own `key` of 16 bytes comes first."""
    return key + hashlib.blake2b(data, digest_size=16).digest()


def content(path: Path) -> bytes:
    """The bytes of a file, at most one more than a record may have. Raises OSError."""
    with open(path, "rb", buffering=0) as file:
        parts = []
        left = MAX_FILE + 1
        while left > 0 and (part := file.read(left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
