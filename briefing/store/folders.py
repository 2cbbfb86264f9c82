"""What systems do differently with folders: exchanging two in one step, and holding a lock."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path


class OutputError(Exception):
    """An output folder that cannot be used; the text says what must hold and how to mend it."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically: renameat2 on Linux, renamex_np on macOS. False where that is not possible."""
    at_cwd, exchange_linux, swap_macos = -100, 2, 2
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            result = library.renameat2(at_cwd, os.fsencode(one), at_cwd, os.fsencode(other), exchange_linux)
        elif sys.platform == "darwin":
            result = library.renamex_np(os.fsencode(one), os.fsencode(other), swap_macos)
        else:
            return False
    except (OSError, AttributeError):
        return False
    if result != 0 and ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return bool(result == 0)


#: Seconds between looks at a lock: processes of a build that was just killed end a moment later.
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)


@contextlib.contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold a lock that dies with the process. Raises OutputError when somebody else holds it."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise OutputError(f"{path.parent} must be a folder that can be written ({error.strerror}).") from None
    try:
        for pause in _PAUSES:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                time.sleep(pause)
        else:
            raise OutputError(f"{path.parent} must not be built into twice at once. Wait for the other build to end.")
        yield
    finally:
        os.close(handle)
