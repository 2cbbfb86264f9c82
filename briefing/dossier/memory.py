"""What was read before: a record file is read again only when it, or what it is held against, is not as it was."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from briefing.model.problems import Problem
from briefing.model.records import AnyRecord
from briefing.reading.discover import MAX_FILE
from briefing.store import pool, snapshot
from briefing.store.cache import Cache, Shelf
from briefing.store.snapshot import Stat


class Parsed(Struct, frozen=True):
    """What one file gave: a record, unless it could not be read, and its problems."""

    record: AnyRecord | None
    problems: tuple[Problem, ...]


class Remembered(NamedTuple):
    """A file as it was read: its state (None where that does not tell all), the hash of its content and of what it was
    held against, and what it gave.
    """

    state: Stat | None
    hash: bytes
    parsed: Parsed


Entry = tuple[str, str, str]
Parse = Callable[[str, str, str, bytes], Parsed]


def shelf(cache: Cache | None) -> Shelf:
    """Where what was read is remembered, by path."""
    return Shelf(cache, "records", Remembered)


class Memory:
    """All record files of one dossier as they were read last, by path."""

    def __init__(self, root: Path, cache: Cache | None) -> None:
        self.root, self.shelf = root, shelf(cache)
        self.before: dict[str, Remembered] = self.shelf.all()
        self.now: dict[str, Remembered] = {}
        self.changed: set[str] = set()

    def parsed(self, entries: Sequence[Entry], key: bytes, parse: Parse) -> dict[str, Parsed]:
        """What these files (kind, id, path) give, by path; `key` stands for all that `parse` holds them against."""
        todo = [entry for entry in entries if not self._is_unchanged(entry[2], key)]
        files = pool.parallel_map(lambda number: self._read(todo[number], key, parse), len(todo))
        decode = msgspec.msgpack.Decoder(Parsed).decode
        for (_, _, path), (state, hash, fresh) in zip(todo, files, strict=True):
            self.now[path] = Remembered(state, hash, decode(fresh) if fresh else self.before[path].parsed)
            self.changed.add(path)
        return {path: self.now[path].parsed for _, _, path in entries}

    def _is_unchanged(self, path: str, key: bytes) -> bool:
        """Whether the state of a file tells that what is remembered still holds, which is taken over then."""
        old = self.before.get(path)
        if old and old.state and old.hash[:16] == key and old.state == snapshot.file_stat(self.root / path):
            self.now[path] = old
            return True
        return False

    def _read(self, entry: Entry, key: bytes, parse: Parse) -> tuple[Stat | None, bytes, bytes]:
        """Read one file; what it gives comes as msgpack, which travels between processes in a fraction of the time that
        a pickle takes, and empty when what is remembered still holds.
        """
        kind, id, path = entry
        started = time.time_ns()
        state: Stat | None = snapshot.file_stat(self.root / path)
        try:
            data = content(self.root / path)
        except OSError as error:
            remedy = f"Check it ({error.strerror or error})."
            problem = Problem(path, 1, 1, "unreadable", "a file must be readable.", remedy)
            return None, b"", msgspec.msgpack.encode(Parsed(None, (problem,)))
        if state and (snapshot.is_racy(state, started) or state != snapshot.file_stat(self.root / path)):
            state = None
        hash, old = hash_of(key, data), self.before.get(path)
        if old and old.hash == hash:
            return state, hash, b""
        return state, hash, msgspec.msgpack.encode(parse(kind, id, path, data))

    def keep(self) -> None:
        """Remember what is now, if anything is new."""
        if changed := self.changed | (self.before.keys() - self.now.keys()):
            self.shelf.fill(self.now, changed)


def hash_of(key: bytes, data: bytes) -> bytes:
    """The hash of a file's content and of what it is held against, whose own `key` of 16 bytes comes first."""
    return key + hashlib.blake2b(data, digest_size=16).digest()


def content(path: Path) -> bytes:
    """The bytes of a file, at most one more than a record may have. Raises OSError."""
    with open(path, "rb") as file:
        return file.read(MAX_FILE + 1)
