"""The output folder: claimed, filled beside itself, swapped in one step. The only module that deletes or renames.

A build writes into `.NAME.new` beside the output `NAME`. Only when that is whole does it change places with the output,
by one atomic exchange where the system has one. So a build that fails or is killed leaves the last site as it was.
What we did not make is never deleted: an output folder with foreign files is refused.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Collection, Iterator, Set
from pathlib import Path

from msgspec import Struct

from briefing.store import files, marker, snapshot
from briefing.store.files import OutputError, exchange, lock
from briefing.store.marker import MARKER
from briefing.store.snapshot import Snapshot

#: A site of so many files leaves a second tree of them beside it, in which the next one is made: making folders for
#: every page takes a third of the time that an edit does.
LARGE = 100


class Draft(Struct):
    """The next site of `output`, and the paths of its files, which whoever builds it sets.

    `folder` is where to build, `taken` the paths of the files that were taken over. `site` is what stands in the output
    once this has become it.
    """

    output: Path
    folder: Path
    names: Set[str] = frozenset()
    taken: set[str] = set()
    site: Snapshot = Snapshot({}, {})

    def take_over(self, name: str) -> bool:
        """Take a file over from the present output by a link; False where that cannot be."""
        target, own = f"{self.folder}/{name}", f"{self.output}/{name}"
        try:
            if os.lstat(target).st_ino == os.lstat(own).st_ino:
                self.taken.add(name)
                return True
            os.unlink(target)
        except OSError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            os.link(own, target)
        except OSError:
            return False
        self.taken.add(name)
        return True


@contextlib.contextmanager
def building(output: Path, *, empty: bool = False) -> Iterator[Draft]:
    """Give a folder to build into; on leaving without an error, it becomes the output.

    Unless it is to be `empty`, it may hold a former site: then all files must be kept or written anew, and none written
    into, since the output may share it. Raises OutputError when the output holds files that are not ours, cannot be
    written, or is being built already.
    """
    fresh = spare(output)
    draft = Draft(output, fresh)
    with _writable(output.parent):
        output.parent.mkdir(parents=True, exist_ok=True)
    with files.readable(), lock(_lock(output)):
        _recover(output)
        marker.check(output)
        with _writable(output.parent):
            listed = marker.listed(fresh)
            former = {*marker.files(fresh)} if listed else set()
            if empty or not listed or not former <= listed:
                remove(fresh)
                former = {MARKER}
                fresh.mkdir()
                (fresh / MARKER).write_text(f"{marker.HEADING}\n", "utf-8", newline="\n")
        whole = False
        try:
            yield draft
            _prune(fresh, former - {*draft.names, MARKER})
            marker.seal(fresh, draft.names)
            marker.check(output)
            swap(fresh, output)
            whole = True
        except OSError as error:
            raise _unwritten(error) from None
        finally:
            with contextlib.suppress(OSError, OutputError):
                if whole and len(draft.names) >= LARGE:
                    _follow(draft)
                else:
                    remove(fresh)
        draft.site = snapshot.tree(output)  # only now, for links that come and go change the stat of a file


def _follow(draft: Draft) -> None:
    """Give the folder of the former site the files of the present one by links, so that the next one is soon made."""
    former = marker.listed(draft.folder)
    draft.folder.mkdir(exist_ok=True)
    marker.seal(draft.folder, draft.names)
    for name in draft.names if not former else draft.names - draft.taken:
        draft.take_over(name)
    _prune(draft.folder, former - {*draft.names, MARKER})


def _prune(folder: Path, names: Collection[str]) -> None:
    """Delete files of a former site, and the folders that they leave empty."""
    for name in names:
        (folder / name).unlink()
        with contextlib.suppress(OSError):
            for parent in (folder / name).parents[: name.count("/")]:
                parent.rmdir()


@contextlib.contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{folder} must be a folder that can be written ({error.strerror}).") from None


def _lock(output: Path) -> Path:
    return output.parent / f".{output.name}.lock"


def _unwritten(error: OSError) -> OutputError:
    return OutputError(
        f"the site could not be written ({error.strerror or error}). The last site is as it was; "
        "check the disk's space and rights."
    )


def spare(output: Path) -> Path:
    """Where a build prepares the next site."""
    return output.parent / f".{output.name}.new"


def clean(output: Path) -> bool:
    """Delete an output folder, its lock and what a killed build left; whether there was a site. Raises OutputError."""
    marker.check(output)
    existed = output.is_dir()
    try:
        with lock(_lock(output)):
            remove(spare(output))
            remove(output)
        _lock(output).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{output} must be a folder that can be deleted ({error.strerror}).") from None
    return existed


def remove(folder: Path) -> None:
    """Delete a folder that we made, its mark last: what a kill leaves of it is known as ours. Raises OutputError."""
    if folder.is_symlink() or not folder.is_dir():
        if folder.exists() or folder.is_symlink():
            raise OutputError(f"{folder} must be a folder. Move it away.")
        return
    if not marker.is_ours(folder):
        raise OutputError(f"{folder} must be ours to delete; it lacks our mark. Move it away.")
    for entry in list(os.scandir(folder)):
        if entry.name == MARKER:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()


def swap(fresh: Path, output: Path) -> None:
    """Make `fresh` the output in one step; afterwards `fresh` holds the former output, if there was one."""
    if not output.exists():
        files.move(fresh, output)
        return
    if exchange(fresh, output):
        return
    former = output.parent / f".{output.name}.old"
    remove(former)
    files.move(output, former)
    try:
        files.move(fresh, output)
    except OSError:
        files.move(former, output)
        raise
    files.move(former, fresh)


def _recover(output: Path) -> None:
    """Take back the last site from `.NAME.old`, where a kill amid `swap` leaves it if there is no atomic exchange."""
    former = output.parent / f".{output.name}.old"
    if former.is_dir() and not output.exists() and marker.listed(former):
        files.move(former, output)
