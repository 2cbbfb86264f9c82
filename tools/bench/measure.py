"""Running whole programs and saying what they cost: seconds of CPU and of wall time, and the most memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct


class Failed(Exception):
    """A program that ended with an error; the text holds the end of what it said."""


class Cost(Struct, frozen=True):
    """What one run cost: seconds of CPU of the program and of all that it waited for, spent in it and in the system for
    it; seconds by the clock; MiB of its largest process.
    """

    user: float
    system: float
    wall: float
    peak_mib: float

    @property
    def cpu(self) -> float:
        """Seconds of CPU in all."""
        return self.user + self.system

    def as_data(self) -> dict[str, float]:
        """Plain data for JSON."""
        return {key: round(getattr(self, key), 4) for key in ("cpu", *self.__struct_fields__)}


def run(command: list[str], folder: Path, environment: Mapping[str, str], log: Path) -> Cost:
    """Run a program to its end in `folder`, what it says into `log`, and say what it cost. Raises Failed.

    Works where `os.wait4` does: on Linux and macOS.
    """
    with open(log, "wb") as sink:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 (a command of our own table)
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text("utf-8", errors="replace")[-2000:]
        raise Failed(f"{' '.join(command)}\nended with {process.returncode}:\n{said}")
    # ru_maxrss is in KiB on Linux and in bytes on macOS.
    unit = 1 << 20 if os.uname().sysname == "Darwin" else 1 << 10
    return Cost(used.ru_utime, used.ru_stime, wall, used.ru_maxrss / unit)


def remove(*paths: Path) -> None:
    """Delete files and folders, whether or not they are there."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
