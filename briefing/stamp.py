"""Whether anything at all changed since the last build: the quick answer, before anything heavy is imported.

A stamp holds the state (times, size, inode) of every file and folder that a build reads and of every one it wrote.
When all are as they were, the output is what a build would make. Imports cache and settings only.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any, NamedTuple

from briefing.cache import Cache
from briefing.settings import Settings, today

NAME = "stamp"
#: A file written in the moment before it was looked at may be written once more without a trace.
TICK = 2_000_000_000
State = tuple[int, ...]


class Summary(NamedTuple):
    """What a build made; `seconds` is how long it took, `warnings` are told as text."""

    pages: int
    files: int
    size: int
    seconds: float
    warnings: tuple[str, ...]
    site_url: str
    day: str


class Stamp(NamedTuple):
    """One successful build: its options, the day, what it read and wrote, and what it said."""

    options: tuple[str, ...]
    dossier_day: Any
    day: str
    read: dict[str, State]
    wrote: dict[str, State]
    summary: Summary


def options(settings: Settings) -> tuple[str, ...]:
    """What of the settings a build depends on."""
    explicit = settings.as_of.isoformat() if settings.as_of else ""
    return str(settings.root), str(settings.output), str(settings.theme), explicit, settings.site_url


def survey(*folders: Path) -> dict[str, State]:
    """The state of every file and folder below these folders."""
    found: dict[str, State] = {}
    todo = [str(folder) for folder in folders]
    while todo:
        folder = todo.pop()
        try:
            found[folder] = _state(os.stat(folder), folder=True)
            with os.scandir(folder) as scan:
                for entry in scan:
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
                    else:
                        found[entry.path] = _state(os.stat(entry.path))
        except OSError:
            found[folder] = ()
    return found


def _state(stat: os.stat_result, folder: bool = False) -> State:
    if folder:
        return stat.st_mtime_ns, stat.st_ino
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino


def inputs(settings: Settings) -> dict[str, State]:
    """The state of all that a build reads."""
    return survey(settings.root / "content", settings.root / "seeds", settings.theme)


def unchanged(settings: Settings, cache: Cache) -> Summary | None:
    """What the last build said, if a build now would make the same; else None."""
    stamp = cache.read(NAME)
    if not isinstance(stamp, Stamp) or stamp.options != options(settings):
        return None
    if stamp.day != today(settings.as_of, stamp.dossier_day).isoformat():
        return None
    for states in (stamp.read, stamp.wrote):
        for path, state in states.items():
            try:
                if _state(os.stat(path), folder=len(state) == 2) != state:
                    return None
            except OSError:
                return None
    return stamp.summary


def remember(
    settings: Settings,
    cache: Cache,
    before: dict[str, State],
    started: int,
    dossier_day: Any,
    day: str,
    summary: Summary,
) -> None:
    """Note a build, unless something may have changed while it ran.

    `before` is the state of the inputs taken at `started` (nanoseconds), before anything was read.
    """
    recent = max((max(state[:2]) if len(state) == 4 else state[0] for state in before.values() if state), default=0)
    if recent > started - TICK or inputs(settings) != before:
        return
    wrote = survey(settings.output)
    cache.write(NAME, Stamp(options(settings), dossier_day, day, before, wrote, summary))


def now() -> int:
    """The moment, in nanoseconds, by the clock that files are stamped with."""
    return time.time_ns()
