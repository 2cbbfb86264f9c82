"""Which files count, and their state: by it we tell, without reading a file, whether it is the one that we read or
wrote before.

Imports nothing of ours. A file is the same when its size, both times and its inode are; but one that was written in the
moment before it was looked at may be written once more without a trace, so of such a file the content counts, too.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

#: How long, in nanoseconds, clocks of files may stand still (FAT counts in steps of two seconds).
TICK = 2_000_000_000
State = tuple[int, ...]
#: The largest number that a row of numbers holds; of larger and of negative ones the lower bits tell enough.
_LARGEST = 2**63 - 1
#: How many numbers tell the state of a file, and of a folder.
OF_FILE, OF_FOLDER = 4, 2
#: So many are looked at before they are compared.
_BLOCK = 100


class States:
    """The states of many files or folders by path: one text and one row of numbers, which are quick to remember and to
    compare. What could not be looked at has a state of zeros.
    """

    __slots__ = ("_names", "_text", "numbers", "width")

    def __init__(self, text: str, numbers: array[int], width: int) -> None:
        self._text, self.numbers, self.width = text, numbers, width
        self._names: list[str] | None = None

    @classmethod
    def pack(cls, found: Mapping[str, State], width: int) -> States:
        """These states, each of `width` numbers."""
        nothing = (0,) * width
        numbers = array("q")
        for state in found.values():
            numbers.extend(state or nothing)
        return cls("\0".join(found), numbers, width)

    def __reduce__(self) -> tuple[object, ...]:
        return States, (self._text, self.numbers, self.width)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, States) and moved(self, other) == []

    __hash__ = None  # type: ignore[assignment]

    @property
    def names(self) -> list[str]:
        """The paths."""
        if self._names is None:
            self._names = self._text.split("\0") if self.numbers else []
        return self._names

    def __getitem__(self, path: str) -> State:
        try:
            return self._at(self.names.index(path))
        except ValueError:
            raise KeyError(path) from None

    def _at(self, number: int) -> State:
        start = number * self.width
        return tuple(self.numbers[start : start + self.width])

    def items(self) -> Iterator[tuple[str, State]]:
        """Each path with its state."""
        return ((path, self._at(number)) for number, path in enumerate(self.names))

    def recent(self, moment: int) -> list[str]:
        """The files that were written so shortly before `moment`, or of which so little is known, that their states do
        not tell all.
        """
        last = moment - TICK
        times = zip(self.names, self.numbers[:: self.width], self.numbers[1 :: self.width], strict=True)
        return [path for path, written, changed in times if written > last or changed > last or not changed]

    def put(self, fresh: Mapping[str, State]) -> States:
        """The same paths, some of them with other states. Raises KeyError for a path that is not among them."""
        numbers = array("q", self.numbers)
        spots = {path: number for number, path in enumerate(self.names)}
        for path, state in fresh.items():
            start = spots[path] * self.width
            numbers[start : start + self.width] = array("q", state or (0,) * self.width)
        return States(self._text, numbers, self.width)

    def stand(self, before: str = "") -> bool:
        """Whether all are as they were; `before` is what to put before their paths."""
        look = of if self.width == OF_FILE else of_folder
        nothing = (0,) * self.width
        for start in range(0, len(self.names), _BLOCK):
            numbers = array("q")
            for path in self.names[start : start + _BLOCK]:
                numbers.extend(look(before + path) or nothing)
            if numbers != self.numbers[start * self.width : (start + _BLOCK) * self.width]:
                return False
        return True


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
    found = _look(path)
    if found is None:
        return None
    seen, inode = found
    return seen.st_mtime_ns & _LARGEST, seen.st_ctime_ns & _LARGEST, seen.st_size & _LARGEST, inode & _LARGEST


def _look(path: str | Path) -> tuple[os.stat_result, int] | None:
    """What a path leads to, and a number that is another one when it leads there by a link."""
    try:
        found = os.lstat(path)
        if not stat.S_ISLNK(found.st_mode):
            return found, found.st_ino
        led = os.stat(path)
    except OSError:
        return None
    return led, 31 * found.st_ino + led.st_ino


def is_plain(path: str | Path) -> bool:
    """Whether a path is an ordinary file, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def of_folder(path: str | Path) -> State:
    """The state of a folder's list of names; empty when there is no such folder."""
    found = _look(path)
    return (found[0].st_mtime_ns & _LARGEST, found[1] & _LARGEST) if found else ()


def is_recent(state: State, moment: int) -> bool:
    """Whether a file was written so shortly before `moment` that its state does not tell all."""
    return max(state[:2]) > moment - TICK


def survey(*folders: Path) -> tuple[States, States]:
    """The states of all files and of all folders below these folders, by path; links count as what they lead to.

    Editors' backups and hidden files are passed over.
    """
    files, found = _walk([str(folder) for folder in folders], everything=False)
    return States.pack(files, OF_FILE), States.pack(found, OF_FOLDER)


class Tree(NamedTuple):
    """The states of all files and folders of a site, by path relative to it."""

    files: States
    folders: States

    def stands(self, folder: str | os.PathLike[str]) -> bool:
        """Whether a site is as it was: every file, and in every folder the same names."""
        return self.names_stand(folder) and self.files.stand(f"{os.fspath(folder)}/")

    def names_stand(self, folder: str | os.PathLike[str]) -> bool:
        """Whether a site holds the same names in every folder as it did; never where clocks count in whole seconds, for
        there a name may be added without a trace.
        """
        whole = any(not time % 1_000_000_000 for time in self.folders.numbers[::OF_FOLDER])
        return not whole and not os.path.islink(folder) and self.folders.stand(f"{os.fspath(folder)}/")


def tree(folder: str | os.PathLike[str]) -> Tree:
    """The states of every file and folder below a folder, by path relative to it."""
    start = os.path.abspath(folder)
    files, found = _walk([start], everything=True)
    cut = len(start) + 1
    return Tree(
        States.pack({path[cut:]: state for path, state in files.items()}, OF_FILE),
        States.pack({path[cut:]: state for path, state in found.items()}, OF_FOLDER),
    )


def _walk(todo: list[str], everything: bool) -> tuple[dict[str, State], dict[str, State]]:
    files: dict[str, State] = {}
    found: dict[str, State] = {}
    seen: set[State] = set()
    homes = tuple(os.path.realpath(os.path.dirname(folder)) + os.sep for folder in todo)

    def inside(entry: os.DirEntry[str]) -> bool:
        return os.path.realpath(entry.path).startswith(homes)

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
                    if entry.is_dir(follow_symlinks=False) or (not everything and entry.is_dir() and inside(entry)):
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
            ordinary = stat.S_ISREG(os.stat(path).st_mode)  # a pipe would never end
            data = Path(path).read_bytes() if ordinary else b""
            found[path] = hashlib.blake2b(data, digest_size=16).hexdigest()
        except OSError:
            found[path] = ""
    return found


def moved(before: States, now: States) -> list[str] | None:
    """The paths whose states are not as they were; None when they are not the same paths."""
    if before._text == now._text:
        if before.numbers == now.numbers:
            return []
        pairs = enumerate(now.names)
        return [path for number, path in pairs if before._at(number) != now._at(number)]
    former = dict(before.items())
    if former.keys() != set(now.names):
        return None
    return [path for path, state in now.items() if former[path] != state]


def changed(before: States, now: States, unsure: Mapping[str, str]) -> set[str] | None:
    """The files that are not as they were, None when there are others; `unsure` are the hashes of those whose states do
    not tell all.
    """
    other = moved(before, now)
    if other is None:
        return None
    still = hashes(unsure.keys() - set(other))
    return {*other, *(path for path, value in still.items() if value != unsure[path])}
