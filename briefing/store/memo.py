"""What builds remember of each other: values by stage and name, each under the key of all that it was made from.

One rule holds for everything that is remembered: `key_of` its inputs is its key, and where the key is another, it is
made again. All of it is one SQLite file in a folder of the user's, outside every dossier, so that nobody can send one
along. It may be deleted, copied or broken at any time: the file belongs to one version of our code and of the
libraries, each value carries a hash, and what does not fit is ignored. `BRIEFING_CACHE` names another folder, or `off`.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import re
import sqlite3
import stat
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")

#: How many dossiers are remembered; the least recently used one goes first.
MOST = 20
FILE = "memo.sqlite"
#: The names of our own folders: nothing else is ever deleted.
_NAME = re.compile(r"[0-9a-f]{32}")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_TABLES = """
CREATE TABLE IF NOT EXISTS version (version BLOB);
CREATE TABLE IF NOT EXISTS memo (stage TEXT, name TEXT, key BLOB, value BLOB, PRIMARY KEY (stage, name));
"""
#: The bytes of the hash before each value.
_HASH = 16
_ENCODE = msgspec.msgpack.Encoder(enc_hook=str).encode  # safe HTML is a text of a class of its own


def key_of(*inputs: object) -> bytes:
    """The key of what is made from these inputs: plain values and structs of such, but no sets."""
    return hashlib.blake2b(_ENCODE(inputs), digest_size=16).digest()


@functools.cache
def version() -> bytes:
    """A hash of our own code, of Python and of all installed packages: nothing of another version is trusted."""
    digest = hashlib.blake2b(f"{sys.version} {sys.byteorder}".encode(), digest_size=32)
    for folder in sys.path:
        with contextlib.suppress(OSError):
            installed = (name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
            digest.update(" ".join(sorted(installed)).encode())
    for folder, folders, names in os.walk(_PACKAGE):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".md")):  # skeletons, too, for records are checked against them
                path = os.path.join(folder, name)
                with open(path, "rb", buffering=0) as file:
                    digest.update(path.removeprefix(_PACKAGE).encode() + file.read())
    return digest.digest()


class Stage(Generic[T]):
    """What is remembered of one stage of the build, by name: one value each, of the `kind` that msgspec is to give."""

    def __init__(self, memo: Memo, name: str, kind: Any) -> None:
        self.memo, self.name = memo, name
        self.decode: Callable[[bytes], T] = msgspec.msgpack.Decoder(kind).decode
        #: The keys of all that is remembered, by name.
        self.keys: dict[str, bytes] = {}
        self._values: dict[str, T] = {}
        self._packed: dict[str, bytes] = {}  # each until it is asked for
        for row, key, value in memo.rows("SELECT name, key, value FROM memo WHERE stage = ?", name):
            self.keys[row], self._packed[row] = key, value

    def get(self, name: str, key: bytes) -> T | None:
        """What was made under a name from inputs of this key; None when nothing was, or it is lost."""
        return self.last(name) if self.keys.get(name) == key else None

    def traced(self, name: str, key: Callable[[T], bytes]) -> T | None:
        """What was made under a name, where its key is still what `key` gives for it: for values that tell themselves
        which inputs they were made from.
        """
        value = self.last(name)
        return value if value is not None and self.keys[name] == key(value) else None

    def last(self, name: str) -> T | None:
        """What was made last under a name, whatever from."""
        if name not in self._values and (packed := self._packed.pop(name, None)):
            payload = packed[_HASH:]
            if packed[:_HASH] == self._hash(name, self.keys.get(name, b""), payload):
                with contextlib.suppress(msgspec.MsgspecError, ValueError):
                    self._values[name] = self.decode(payload)
            if name not in self._values:
                self.keys.pop(name, None)
        return self._values.get(name)

    def _hash(self, name: str, key: bytes, payload: bytes) -> bytes:
        return hashlib.blake2b(b"\0".join((name.encode(), key, payload)), digest_size=_HASH).digest()

    def put(self, name: str, key: bytes, value: T, packed: bytes = b"") -> None:
        """Remember what was made under a name; `packed` is the value as msgpack, if that is there already."""
        self.keys[name] = key
        self._values[name] = value
        self._packed.pop(name, None)
        if self.memo.outlasts_process:
            payload = packed or _ENCODE(value)
            row = (self.name, name, key, self._hash(name, key, payload) + payload)
            self.memo.write("INSERT OR REPLACE INTO memo VALUES (?, ?, ?, ?)", *row)

    def retain(self, names: Collection[str] | Mapping[str, object]) -> None:
        """Forget all but these names."""
        for name in self.keys.keys() - {*names}:
            del self.keys[name]
            self._values.pop(name, None)
            self._packed.pop(name, None)
            self.memo.write("DELETE FROM memo WHERE stage = ? AND name = ?", self.name, name)


class Memo:
    """The memory of one dossier and output; without a folder that can be used, it lasts as long as the process."""

    def __init__(self, root: Path | None = None, output: Path | None = None) -> None:
        self._stages: dict[str, Stage[Any]] = {}
        #: What this process alone remembers of what it saw before, by name; nothing is made from it.
        self.session: dict[str, Any] = {}
        self._file = _folder(root, output) if root else None
        self._connection = _open(self._file) if self._file else None

    def stage(self, name: str, kind: Any) -> Stage[Any]:
        """One stage, whose values are of this `kind`."""
        if name not in self._stages:
            self._stages[name] = Stage(self, name, kind)
        return self._stages[name]

    def made(self, stage: str, kind: type[T], key: bytes, make: Callable[[], T]) -> T:
        """The one value of a stage: what is remembered from inputs of this key, else what `make` gives now."""
        only: Stage[T] = self.stage(stage, kind)
        value = only.get("", key)
        if value is None:
            value = make()
            only.put("", key, value)
        return value

    @property
    def outlasts_process(self) -> bool:
        """Whether anything outlasts this process."""
        return self._connection is not None

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query; none where they cannot be read."""
        try:
            return self._connection.execute(query, values).fetchall() if self._connection else []
        except sqlite3.Error:
            self._lose()
            return []

    def write(self, statement: str, *values: object) -> None:
        """Change a row; it is kept from the next `settle` on. Where that fails, nothing outlasts this process."""
        if self._connection is None:
            return
        try:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute(statement, values)
        except sqlite3.Error:
            self._lose()

    def settle(self) -> None:
        """Keep what changed, all of it in one step."""
        if self._connection and self._connection.in_transaction:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error:
                self._lose()

    def _lose(self) -> None:
        """Go on without the file."""
        with contextlib.suppress(sqlite3.Error):
            if self._connection:
                self._connection.close()
        self._connection = None


def _open(file: Path) -> sqlite3.Connection | None:
    """Open the file; one that is broken, or of another version, is begun anew. None where it cannot be used now."""
    for _ in range(2):
        connection = None
        try:
            os.close(os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
            connection = sqlite3.connect(file, timeout=1, isolation_level=None)
            # what a kill leaves half done is undone; of a power failure, the hashes tell
            connection.executescript(f"PRAGMA synchronous = OFF; {_TABLES}")
            if connection.execute("SELECT version FROM version").fetchall() == [(version(),)]:
                return connection
            connection.executescript("BEGIN IMMEDIATE; DELETE FROM memo; DELETE FROM version;")
            connection.execute("INSERT INTO version VALUES (?)", (version(),))
            connection.execute("COMMIT")
            return connection
        except (OSError, sqlite3.Error) as error:
            if connection:
                connection.close()
            if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY):
                return None
            for path in (file, file.with_name(f"{FILE}-journal")):
                with contextlib.suppress(OSError):
                    path.unlink()
    return None


def _folder(root: Path, output: Path | None) -> Path | None:
    """The file of one dossier and output, in a folder that is the user's own; None where there can be none."""
    base = _base()
    if base is None:
        return None
    name = hashlib.blake2b(f"{root}\0{output}".encode(errors="surrogateescape"), digest_size=16).hexdigest()
    folder = base / name
    try:
        base.parent.mkdir(parents=True, exist_ok=True)
        base.mkdir(exist_ok=True, mode=0o700)
        folder.mkdir(exist_ok=True, mode=0o700)
        if not _is_own(folder):
            return None
        _close(base, folder)
        _bound(base, folder)
    except OSError:
        return None
    return folder / FILE


def _base() -> Path | None:
    wish = os.environ.get("BRIEFING_CACHE", "")
    if wish == "off":
        return None
    if wish:
        return Path(wish)
    shared = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    home = os.path.expanduser("~")
    if shared and os.path.isabs(shared):
        return Path(shared) / "briefing-site"
    return Path(home) / ".cache" / "briefing-site" if os.path.isabs(home) and home != "/" else None


def _is_own(folder: Path) -> bool:
    return not folder.is_symlink() and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid())


def _close(base: Path, folder: Path) -> None:
    """Let nobody else look into a folder of ours, nor into their common one, unless it holds what is not ours."""
    if stat.S_IMODE(folder.stat().st_mode) != 0o700:
        folder.chmod(0o700)
        for path in folder.iterdir():
            if not path.is_symlink():
                path.chmod(0o600)
    mode = stat.S_IMODE(base.stat().st_mode)
    if mode & 0o077 and not mode & stat.S_ISVTX and _is_own(base) and all(map(_NAME.fullmatch, os.listdir(base))):
        base.chmod(0o700)


def _bound(base: Path, own: Path) -> None:
    """Keep the number of remembered dossiers small, and of ours only the one file."""
    with contextlib.suppress(OSError):
        for path in own.iterdir():
            if not path.name.startswith(FILE):
                path.unlink()
        os.utime(own)
        ours = (path for path in base.iterdir() if _NAME.fullmatch(path.name) and not path.is_symlink())
        for folder in sorted(ours, key=lambda path: path.stat().st_mtime)[:-MOST]:
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
