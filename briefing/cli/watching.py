"""Noticing every change in a few folders, also when one is taken away and another put in its place."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefing.store.snapshot import is_ignored

#: How often, in seconds, we look whether the folders are still the ones that are watched.
_LOOK = 0.3


def matters(paths: Iterable[str]) -> bool:
    """Whether any of these changed files is more than an editor's backup or swap file."""
    return any(not is_ignored(Path(path).name) for path in paths)


def changes(folders: Sequence[Path]) -> Iterator[None]:
    """Yield each time that something in the folders may have changed, also while the caller was at work; never ends.

    The system watches the folder to which a path led at first, not the path. When another folder stands there, watching
    begins anew before the change is yielded.
    """
    anew = False
    while True:
        watched = [_identity(folder) for folder in folders]
        there = {str(folder) for folder, identity in zip(folders, watched, strict=True) if identity}
        for names in _names(there):
            other = [_identity(folder) for folder in folders] != watched or not there.isdisjoint(names)
            if anew or (matters(names) and not other):
                anew = False
                yield
            if other:
                anew = True
                break


def _names(folders: set[str]) -> Iterator[list[str]]:
    """Yield the paths that changed in folders, or, every now and then, none."""
    from watchfiles import watch

    look = int(_LOOK * 1000)
    try:
        if folders:
            for changed in watch(
                *folders, watch_filter=None, debounce=120, step=20, rust_timeout=look, yield_on_timeout=True
            ):
                yield [path for _, path in changed]
    except FileNotFoundError:  # one is gone since we looked
        pass
    time.sleep(_LOOK)
    yield []


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another one at the same path; None when there is none."""
    try:
        info = os.stat(folder)
    except OSError:
        return None
    return (info.st_dev, info.st_ino) if folder.is_dir() else None
