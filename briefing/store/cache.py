"""What builds remember of each other: a folder of the user's, outside every dossier, so that nobody can send one along.

It may be deleted, copied or broken at any time: each file carries a key (of our code and the libraries) and a hash, and
is ignored when either is wrong. `BRIEFING_CACHE` names another folder, or `off`.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import pickle
import re
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

#: How many dossiers are remembered; the least recently used one goes first.
MOST = 20
#: The names of our own folders: nothing else is ever deleted.
_NAME = re.compile(r"[0-9a-f]{32}")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


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


def _pickled(value: Any) -> bytes:
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


class Cache:
    """The memory of one dossier and output; it forgets everything when its folder cannot be used.

    A `resident` one serves a process that goes on running: it keeps the values themselves, and `settle` writes them.
    """

    def __init__(self, root: Path, output: Path, resident: bool = False) -> None:
        self.folder: Path | None = None
        self.values: dict[str, tuple[Any, Callable[[Any], bytes]]] | None = {} if resident else None
        base = _base()
        if base is None:
            return
        name = hashlib.blake2b(f"{root}\0{output}".encode(errors="surrogateescape"), digest_size=16).hexdigest()
        folder = base / name
        try:
            base.parent.mkdir(parents=True, exist_ok=True)
            base.mkdir(exist_ok=True, mode=0o700)
            folder.mkdir(exist_ok=True, mode=0o700)
            if _is_own(folder):
                _close(base, folder)
                self.folder = folder
                _bound(base, folder)
        except OSError:
            return

    def read(self, name: str, decode: Callable[[memoryview], Any] = pickle.loads) -> Any:
        """What was remembered under a name; None when there is nothing, or it is broken or of another version.

        `decode` undoes the `encode` that it was written with.
        """
        if self.values is not None and name in self.values:
            return self.values[name][0]
        if self.folder is None:
            return None
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        head, payload = data[:64], memoryview(data)[64:]
        if head != version() + _hash(name, payload):
            return None
        try:
            return decode(payload)
        except Exception:
            return None

    def write(self, name: str, value: Any, encode: Callable[[Any], bytes] = _pickled) -> None:
        """Remember a value under a name, replacing it in one step; without a word where the disk is full."""
        if self.values is not None:
            self.values[name] = value, encode
        elif self.folder is not None:
            self._store(name, encode(value))

    def settle(self) -> None:
        """Write what a resident cache keeps."""
        for name, (value, encode) in (self.values or {}).items():
            self._store(name, encode(value))

    def _store(self, name: str, payload: bytes) -> None:
        if self.folder is None:
            return
        fresh = self.folder / f"{name}.{os.getpid()}"
        try:
            fresh.unlink(missing_ok=True)
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(version() + _hash(name, payload))
                file.write(payload)
            fresh.replace(self.folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                fresh.unlink()

    def drop(self, name: str) -> None:
        """Forget what is remembered under a name."""
        if self.values is not None:
            self.values.pop(name, None)
        if self.folder is not None:
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()


class Shelf:
    """Many entries under one name, in drawers, so that a few can be read or replaced without the others.

    Under the name itself stands how many drawers there are; an entry's key says in which it lies. Entries of a `kind`
    that msgspec knows are kept in its form, which is read several times sooner than a pickle.
    """

    #: So many entries share a drawer, more or less.
    DRAWER = 12

    def __init__(self, cache: Cache | None, name: str, kind: Any = None) -> None:
        self.cache, self.name = cache, name
        drawers = kind and msgspec.msgpack.Decoder(dict[str, kind])
        self.decode: Callable[[memoryview], Any] = drawers.decode if drawers else pickle.loads
        self.encode: Callable[[Any], bytes] = msgspec.msgpack.encode if drawers else _pickled
        count = cache.read(name) if cache else None
        self.count: int = count if isinstance(count, int) else 0

    def _number(self, key: str) -> int:
        return zlib.crc32(key.encode(errors="surrogateescape")) % self.count

    def _drawer(self, number: int) -> dict[str, Any]:
        return (self.cache.read(f"{self.name}-{number}", self.decode) if self.cache else None) or {}

    def all(self) -> dict[str, Any]:
        """Every entry by its key."""
        return {key: value for number in range(self.count) for key, value in self._drawer(number).items()}

    def get(self, key: str) -> Any:
        """One entry; None when there is none."""
        return self._drawer(self._number(key)).get(key) if self.count else None

    def put(self, key: str, value: Any) -> None:
        """Put one entry into a shelf that has its like."""
        if self.cache and self.count:
            number = self._number(key)
            self.cache.write(f"{self.name}-{number}", {**self._drawer(number), key: value}, self.encode)

    def fill(self, entries: Mapping[str, Any], changed: Iterable[str]) -> None:
        """Make the shelf hold these entries; `changed` are the keys whose entries are new, other or gone."""
        if self.cache is None:
            return
        former, fitting = self.count, max(1, len(entries) // self.DRAWER)
        if not fitting // 4 <= former <= fitting * 4 or not former:
            self.count = fitting
            changed = entries
        drawers: dict[int, dict[str, Any]] = {number: {} for number in {self._number(key) for key in changed}}
        for key, value in entries.items():
            if (drawer := drawers.get(self._number(key))) is not None:
                drawer[key] = value
        for number, drawer in drawers.items():
            self.cache.write(f"{self.name}-{number}", drawer, self.encode)
        if self.count != former:
            self.cache.write(self.name, self.count)
            for number in range(self.count, former):
                self.cache.drop(f"{self.name}-{number}")


def _hash(name: str, payload: bytes | memoryview) -> bytes:
    return hashlib.blake2b(payload, digest_size=32, person=name.encode()[:16]).digest()


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
    """Keep the number of remembered dossiers small."""
    with contextlib.suppress(OSError):
        os.utime(own)
        ours = (path for path in base.iterdir() if _NAME.fullmatch(path.name) and not path.is_symlink())
        for folder in sorted(ours, key=lambda path: path.stat().st_mtime)[:-MOST]:
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
