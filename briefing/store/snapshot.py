"""File stats, by which we tell without reading a file whether it is the one that we read or wrote before.

A file is the same when its size, both times and its inode are. Clocks of file systems are coarse, so a file that was
written just before we looked may be written once more without a trace. Git calls such a file racy, and so do we: its
content counts, too.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

#: How long, in nanoseconds, clocks of files may stand still (FAT counts in steps of two seconds).
TICK = 2_000_000_000
#: Of a file: the times of its content and of its inode in nanoseconds, size, inode. Of a folder: time, inode. Empty
#: where there is none, or it cannot be looked at.
Stat = tuple[int, ...]


class Snapshot(NamedTuple):
    """The stats of all files and folders of a tree by path."""

    files: dict[str, Stat]
    folders: dict[str, Stat]

    def files_match(self, before: str = "") -> bool:
        """Whether every file is as it was; `before` is what to put before the paths."""
        return all(file_stat(before + path) == known for path, known in self.files.items())

    def folders_match(self, before: str = "") -> bool:
        """Whether every folder holds the same names."""
        return all(folder_stat(before + path) == known for path, known in self.folders.items())

    def matches(self, site: str | os.PathLike[str]) -> bool:
        """Whether a site is as it was: every file, and in every folder the same names.

        It never is where clocks count in whole seconds, for there a name may be added without a trace.
        """
        whole_seconds = any(known and not known[0] % 1_000_000_000 for known in self.folders.values())
        inside = f"{os.fspath(site)}/"
        return (
            not whole_seconds and not os.path.islink(site) and self.folders_match(inside) and self.files_match(inside)
        )


def is_ignored(name: str) -> bool:
    """Whether a file name is hidden, an editor's backup or lock, or the system's."""
    return (
        name.startswith((".", "#", "~"))
        or name.endswith(("~", ".swp", ".swo", ".swx", ".bak", ".tmp", ".orig", ".rej", ".part", ".crdownload"))
        or name in ("Thumbs.db", "desktop.ini", "__pycache__", "4913")
    )


def file_stat(path: str | Path) -> Stat:
    """The stat of a file; through a link, that of the file to which it leads."""
    info = _look(path)
    return (info[0].st_mtime_ns, info[0].st_ctime_ns, info[0].st_size, info[1]) if info else ()


def folder_stat(path: str | Path) -> Stat:
    """The stat of a folder, which changes when a name is added or taken away."""
    info = _look(path)
    return (info[0].st_mtime_ns, info[1]) if info else ()


def _look(path: str | Path) -> tuple[os.stat_result, int] | None:
    """What a path leads to, and a number that is another one when it leads there by a link."""
    try:
        info = os.lstat(path)
        if not stat.S_ISLNK(info.st_mode):
            return info, info.st_ino
        target = os.stat(path)
    except OSError:
        return None
    return target, 31 * info.st_ino + target.st_ino


def is_racy(file: Stat, moment: int) -> bool:
    """Whether a file was written so shortly before `moment`, in nanoseconds, that its stat does not tell all."""
    return not file or max(file[:2]) > moment - TICK


def survey(*folders: Path) -> Snapshot:
    """All files and folders below these by absolute path, but for ignored ones; links count as their targets."""
    return _walk([str(folder) for folder in folders], is_ours=False)


def tree(site: str | os.PathLike[str]) -> Snapshot:
    """Every file and folder of a site that we made, by path relative to it, with forward slashes on any system."""
    start = os.path.abspath(site)
    cut = len(start) + 1
    parts = _walk([start], is_ours=True)
    return Snapshot(*({path[cut:].replace(os.sep, "/"): known for path, known in part.items()} for part in parts))


def _walk(todo: list[str], is_ours: bool) -> Snapshot:
    files: dict[str, Stat] = {}
    folders: dict[str, Stat] = {}
    seen: set[Stat] = set()
    homes = tuple(os.path.join(os.path.realpath(os.path.dirname(folder)), "") for folder in todo)

    def leads_inside(entry: os.DirEntry[str]) -> bool:
        return os.path.realpath(entry.path).startswith(homes)

    while todo:
        folder = todo.pop()
        folders[folder] = known = folder_stat(folder)
        if known and known in seen:
            continue  # a link that leads back
        seen.add(known)
        try:
            with os.scandir(folder) as scan:
                for entry in scan:
                    if not is_ours and is_ignored(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False) or (not is_ours and entry.is_dir() and leads_inside(entry)):
                        todo.append(entry.path)
                    else:
                        files[entry.path] = file_stat(entry.path)
        except OSError:
            folders[folder] = ()
    return Snapshot(files, folders)


def hashes(paths: Iterable[str]) -> dict[str, str]:
    """A hash of each file's content; empty where it cannot be read."""
    digests = {}
    for path in paths:
        try:
            ordinary = stat.S_ISREG(os.stat(path).st_mode)  # reading a pipe would never end
            data = Path(path).read_bytes() if ordinary else b""
            digests[path] = hashlib.blake2b(data, digest_size=16).hexdigest()
        except OSError:
            digests[path] = ""
    return digests
