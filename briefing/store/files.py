"""Touching the disk with care: files that anybody may have sent, and folders that two builds may want at once."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import functools
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

#: Seconds between tries at what another process holds: those of a build that was just killed end a moment later.
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)


class OutputError(Exception):
    """An output folder that cannot be used; the text says what must hold and how to mend it."""


def read(root: Path, path: str, most: int) -> bytes:
    """The bytes of an ordinary file inside `root`, at most `most`; never of a pipe, nor by a link that leads out.

    Raises FileNotFoundError, or OSError saying what must hold.
    """
    file = root / path
    if not os.path.lexists(file):
        raise FileNotFoundError(2, "No such file", path)
    inside = os.path.join(os.path.realpath(root), "")
    if not os.path.realpath(file).startswith(inside):
        raise OSError(1, "it must not be a link that leads out of the dossier", path)
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as opened:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise OSError(1, "it must be an ordinary file", path)
        if info.st_size > most:
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
    fresh = _beside(path, data)
    try:
        move(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def write_all(wanted: Mapping[Path, bytes]) -> None:
    """Replace several files, each in one step, in the order given; where one cannot be written, all stay or become as
    they were. Raises OSError.
    """
    change_all(wanted)


def change_all(wanted: Mapping[Path, bytes | None], moved: Mapping[Path, Path] | None = None) -> None:
    """Write several files, each in one step and in the order given, move others, and at last take away those for which
    None is wanted; where one of all this cannot be done, all stay or become as they were. Raises OSError.
    """
    before = {path: path.read_bytes() if os.path.lexists(path) else None for path in wanted}
    fresh: dict[Path, Path] = {}
    undo: list[Callable[[], object]] = []
    try:
        for path, data in wanted.items():
            if data is not None:
                undo += [functools.partial(remove_if_empty, folder) for folder in _folder_made(path.parent)]
                fresh[path] = _beside(path, data)
        for old, new in (moved or {}).items():
            if os.path.lexists(new):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
            move(old, new)
            undo.append(functools.partial(move, new, old))
        for path in fresh.copy():
            move(fresh[path], path)
            del fresh[path]
            undo.append(functools.partial(_restore, path, before[path]))
        for path in (path for path, data in wanted.items() if data is None):
            path.unlink()
            undo.append(functools.partial(_restore, path, before[path]))
    except OSError:
        for left in fresh.values():
            left.unlink(missing_ok=True)
        for step in reversed(undo):
            step()
        raise
    finally:
        for left in fresh.values():
            left.unlink(missing_ok=True)


def remove_if_empty(folder: Path) -> None:
    """Take a folder away in which nothing is left."""
    with contextlib.suppress(OSError):
        folder.rmdir()


def _folder_made(folder: Path) -> list[Path]:
    """Make a folder; those that were not there, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        write(path, data)


def _beside(path: Path, data: bytes) -> Path:
    """Write the file that is to take another's place."""
    fresh = path.with_name(f".{path.name}.new")
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(fresh, flags, 0o644), "wb") as file:
        try:
            file.write(data)
            file.flush()
        except OSError:
            fresh.unlink()
            raise
    return fresh


def move(source: Path, target: Path) -> None:
    """Give a file or folder another name; a file there is replaced, a folder must not be there. Raises OSError.

    Windows refuses while somebody has it open, as a scanner or an indexer does with all that is new, for a moment.
    """
    for pause in _PAUSES if sys.platform == "win32" else ():
        try:
            source.replace(target)
            return
        except PermissionError:
            time.sleep(pause)
    source.replace(target)


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders atomically: renameat2 on Linux, renamex_np on macOS. False where that is not possible."""
    at_cwd, exchange_linux, swap_macos = -100, 2, 2
    if sys.platform == "win32":
        return False  # nor can ctypes ask a library without a name there
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            result = library.renameat2(at_cwd, os.fsencode(first), at_cwd, os.fsencode(second), exchange_linux)
        elif sys.platform == "darwin":
            result = library.renamex_np(os.fsencode(first), os.fsencode(second), swap_macos)
        else:
            return False
    except (OSError, AttributeError):
        return False
    if result != 0 and ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
    return bool(result == 0)


@contextlib.contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold a lock that dies with the process. Raises OutputError when somebody else holds it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    except OSError as error:
        raise OutputError(f"{path.parent} must be a folder that can be written ({error.strerror}).") from None
    try:
        for pause in _PAUSES:
            try:
                _take(handle)
                break
            except OSError:
                time.sleep(pause)
        else:
            raise OutputError(f"{path.parent} must not be built into twice at once. Wait for the other build to end.")
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    """Take the lock on an open file, which ends with it. Raises OSError when it is taken."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
