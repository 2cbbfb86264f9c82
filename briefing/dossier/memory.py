"""What was read before: a record file is read again only when it, or what it is held against, is not as it was."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.model.problems import Problem
from briefing.model.records import AnyRecord
from briefing.reading.discover import MAX_FILE
from briefing.store import pool, snapshot
from briefing.store.memo import Memo, Stage, key_of


class Parsed(Struct, frozen=True):
    """What one file gave: a record, unless it could not be read, and its problems.

    `register` is the key of the register that its names were looked up in, `names` what of its words may be names, each
    on a line.
    """

    record: AnyRecord | None
    problems: tuple[Problem, ...]
    register: str = ""
    names: str = ""


Entry = tuple[str, str, str]
Parse = Callable[[str, str, str, bytes], Parsed]
#: What reading a file gave: the key of the file's stat, empty where that does not tell all; the key of its content and
#: of what it was held against; and a Parsed as msgpack, empty where it is remembered.
Fresh = tuple[bytes, bytes, bytes]


class Memory:
    """All record files of the dossier at `root`, as they were read last, by path."""

    def __init__(self, root: Path, memo: Memo) -> None:
        self.root = root
        self.records: Stage[Parsed] = memo.stage("record", Parsed)
        #: Keys of stats, which tell without reading a file that a record is still what was remembered.
        self.stats: Stage[None] = memo.stage("stat", None)

    def parsed(
        self, entries: Sequence[Entry], held: bytes, parse: Parse, holds: Callable[[Parsed], bool]
    ) -> dict[str, Parsed]:
        """What these files (kind, id, path) give, by path; `held` changes with all that `parse` holds them against but
        the register, and `holds` tells whether what is remembered of a file would be the same with the present one.
        """
        known: dict[str, Parsed] = {}
        for _, _, path in entries:
            if remembered := self._unchanged(path, held):
                if holds(remembered):
                    known[path] = remembered
                else:
                    del self.records.keys[path]
        todo = [entry for entry in entries if entry[2] not in known]
        files = pool.parallel_map(lambda number: self._read(todo[number], held, parse), len(todo))
        decode = msgspec.msgpack.Decoder(Parsed).decode
        for kind, id, path in reversed(todo):
            stat, key, packed = files.pop()  # so that what was read is not held twice
            parsed = self.records.last(path) if not packed else None
            if parsed is None or not holds(parsed):
                if not packed:
                    self.records.keys.pop(path, None)
                    packed = self._read((kind, id, path), held, parse)[2]
                parsed = decode(packed)
                self.records.put(path, key, parsed, packed)
            known[path] = parsed
            if self.stats.keys.get(path) != stat:
                self.stats.put(path, stat, None)
        return {path: known[path] for _, _, path in entries}

    def _unchanged(self, path: str, held: bytes) -> Parsed | None:
        """What is remembered of a file, where its stat tells that it still holds."""
        stat = key_of(snapshot.file_stat(f"{self.root}/{path}"), held, self.records.keys.get(path))
        return self.records.last(path) if stat == self.stats.keys.get(path) else None

    def _read(self, entry: Entry, held: bytes, parse: Parse) -> Fresh:
        """Read one file; what it gives comes as msgpack, which travels between processes in a fraction of the time that
        a pickle takes.
        """
        kind, id, path = entry
        started = time.time_ns()
        stat = snapshot.file_stat(self.root / path)
        try:
            data = content(self.root / path)
        except OSError as error:
            remedy = f"Check it ({error.strerror or error})."
            problem = Problem(path, 1, 1, "unreadable", "a file must be readable.", remedy)
            return b"", b"", msgspec.msgpack.encode(Parsed(None, (problem,)))
        key = key_of(held, data)
        is_sure = not snapshot.is_racy(stat, started) and stat == snapshot.file_stat(self.root / path)
        packed = b"" if self.records.keys.get(path) == key else msgspec.msgpack.encode(parse(kind, id, path, data))
        return key_of(stat, held, key) if is_sure else b"", key, packed

    def retain(self, paths: Sequence[str]) -> None:
        """Forget all files but these."""
        self.records.retain(paths)
        self.stats.retain(paths)


def content(path: Path) -> bytes:
    """The bytes of a file, at most one more than a record may have. Raises OSError."""
    with open(path, "rb") as file:
        return file.read(MAX_FILE + 1)
