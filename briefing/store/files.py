"""Reading and writing files of a dossier that anybody may have sent: never a pipe, a device or a link elsewhere."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path


def read(root: Path, path: str, most: int) -> bytes:
    """The bytes of the file at `path` below `root`, at most `most` of them.

    Raises FileNotFoundError, or OSError saying what must hold: an ordinary file inside `root`, not too large.
    """
    file = root / path
    if not os.path.lexists(file):
        raise FileNotFoundError(2, "No such file", path)
    inside = os.path.realpath(root) + os.sep
    if not os.path.realpath(file).startswith(inside):
        raise OSError(1, "it must not be a link that leads out of the dossier", path)
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as opened:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(1, "it must be an ordinary file", path)
        if found.st_size > most:
            raise OSError(1, f"it must have at most {most:,} bytes", path)
        return opened.read(most + 1)


@contextlib.contextmanager
def readable() -> Iterator[None]:
    """Let everybody read new files and folders meanwhile, as a host must, and only us write them."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


def write(path: Path, data: bytes) -> None:
    """Replace a file in one step, by way of a new one beside it; neither is written through a link. Raises OSError."""
    fresh = path.with_name(f".{path.name}.new")
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(fresh, flags, 0o644), "wb") as file:
        file.write(data)
    fresh.replace(path)
