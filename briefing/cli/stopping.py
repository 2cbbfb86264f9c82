"""Ending on Ctrl-C with a word of our own.

Python raises an interrupt wherever it happens to be. Amid a build that may be where exceptions are printed and passed
over, so the process is ended there at once: a build that is killed leaves the last site as it was.
"""

from __future__ import annotations

import contextlib
import os
import signal
from types import FrameType


def at_once() -> None:
    """From now on Ctrl-C ends the process at once."""
    signal.signal(signal.SIGINT, _end)


def by_interrupt() -> None:
    """From now on Ctrl-C raises KeyboardInterrupt, also where a shell started us in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def no_more() -> None:
    """From now on Ctrl-C does nothing: we are ending."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def say() -> None:
    """Say that this is the end; past Python's own streams, which may be at work already."""
    with contextlib.suppress(OSError):
        os.write(1, b"\nStopped.\n" if os.isatty(1) else b"Stopped.\n")


def _end(number: int, frame: FrameType | None) -> None:
    say()
    os._exit(0)
