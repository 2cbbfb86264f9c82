"""Which files count, and their state: by it we tell, without reading a file, whether it is the one that we read or
wrote before.

Imports nothing of ours. A file is the same when its size, both times and its inode are; but one that was written in the
moment before it was looked at may be written once more without a trace, so of such a file the content counts, too.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

#: How long, in nanoseconds, clocks of files may stand still (FAT counts in steps of two seconds).
TICK = 2_000_000_000
State = tuple[int, ...]


def is_passed_over(name: str) -> bool:
    """Whether a file is nobody's business: hidden, an editor's backup or lock, or the system's."""
    return (
        name.startswith((".", "#", "~"))
        or name.endswith(("~", ".swp", ".swo", ".swx", ".bak", ".tmp", ".orig", ".rej", ".part", ".crdownload"))
        or name in ("Thumbs.db", "desktop.ini", "__pycache__", "4913")
    )


def now() -> int:
    """The moment, in nanoseconds, by the clock that files are stamped with."""
    return time.time_ns()


def of(path: str | Path) -> State | None:
    """The state of a file; None when there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def of_folder(path: str | Path) -> State:
    """The state of a folder's list of names; empty when there is no such folder."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ino


def is_recent(state: State, moment: int) -> bool:
    """Whether a file was written so shortly before `moment` that its state does not tell all."""
    return max(state[:2]) > moment - TICK


def survey(*folders: Path, everything: bool = False) -> tuple[dict[str, State], dict[str, State]]:
    """The states of all files and of all folders below these folders, by path; links count as what they lead to.

    Editors' backups and hidden files are passed over, unless `everything` is asked for.
    """
    files: dict[str, State] = {}
    found: dict[str, State] = {}
    todo = [str(folder) for folder in folders]
    seen: set[State] = set()
    while todo:
        folder = todo.pop()
        found[folder] = state = of_folder(folder)
        if state and state in seen:
            continue  # a link that leads back
        seen.add(state)
        try:
            with os.scandir(folder) as scan:
                for entry in scan:
                    if not everything and is_passed_over(entry.name):
                        continue
                    if entry.is_dir():
                        todo.append(entry.path)
                    else:
                        files[entry.path] = of(entry.path) or ()
        except OSError:
            found[folder] = ()
    return files, found


def hashes(paths: Iterable[str]) -> dict[str, str]:
    """A hash of each file's content; empty where it cannot be read."""
    found = {}
    for path in paths:
        try:
            found[path] = hashlib.blake2b(Path(path).read_bytes(), digest_size=16).hexdigest()
        except OSError:
            found[path] = ""
    return found


def changed(before: Mapping[str, State], now: Mapping[str, State], unsure: Mapping[str, str]) -> set[str]:
    """The files that are not as they were; `unsure` are the hashes of those whose states do not tell all."""
    moved = {path for path, state in now.items() if before.get(path) != state}
    still = hashes(path for path in unsure if path not in moved)
    return moved | {path for path, value in still.items() if value != unsure[path]}
