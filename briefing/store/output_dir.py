"""The output folder: claimed, filled beside itself, swapped in one step. The only module that deletes or renames.

A build writes into `.NAME.new` beside the output `NAME`. Only when that is whole does it change places with the output,
by one atomic exchange where the system has one. So a build that fails or is killed leaves the last site as it was.
What we did not make is never deleted: an output folder with foreign files is refused.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from briefing.store import files, marker, snapshot
from briefing.store.files import OutputError, exchange, lock
from briefing.store.marker import MARKER
from briefing.store.snapshot import Snapshot

#: A site of so many files leaves a twin beside it: a second tree of the same files, of which the next one is made.
LARGE = 100


class Draft(Struct):
    """The next site: the folder to build into, and the paths of its files, which whoever builds it sets.

    `snapshots` are those of the site and of its twin, if there is one, once it has become the output.
    """

    folder: Path
    names: Iterable[str] = ()
    snapshots: tuple[Snapshot, Snapshot | None] | None = None


@contextlib.contextmanager
def building(output: Path, is_known: Callable[[], bool] = lambda: False, *, on_twin: bool = False) -> Iterator[Draft]:
    """Give a folder to build into; on leaving without an error, it becomes the output.

    It is empty, or, `on_twin`, the unchanged twin that the last build left; then all files must be written or taken
    over. Files there besides the draft's names are deleted. `is_known` says whether the output holds the same names as
    when we made it; else they are looked through. Raises OutputError when the output holds files that are not ours,
    cannot be written, or is being built already.
    """
    draft = Draft(spare(output))
    fresh = draft.folder
    with _writable(output.parent):
        output.parent.mkdir(parents=True, exist_ok=True)
    with files.readable(), lock(_lock(output)):
        _recover(output)
        _check(output, is_known)
        with _writable(output.parent):
            if not (on_twin and fresh.is_dir() and marker.is_ours(fresh)):
                remove(fresh)
                fresh.mkdir()
                (fresh / MARKER).write_text(marker.HEADING + "\n", "utf-8")
        whole = False
        try:
            yield draft
            names = {*draft.names}
            _prune(fresh, names)
            marker.seal(fresh, names)
            _check(output, is_known)
            swap(fresh, output)
            whole = True
        except OSError as error:
            raise _unwritten(error) from None
        finally:
            with contextlib.suppress(OSError, OutputError):
                if not (whole and len(names) >= LARGE):
                    remove(fresh)
                elif fresh.is_dir():
                    draft.snapshots = _renew_twin(output, fresh)
                else:
                    _twin(output, fresh, names)
        taken = draft.snapshots or (snapshot.tree(output), snapshot.tree(fresh) if fresh.is_dir() else None)
        # what somebody put in since the swap is not ours: then the next build trusts nothing
        draft.snapshots = taken if taken[0].files.keys() == {*names, MARKER} else None


def _check(output: Path, is_known: Callable[[], bool]) -> None:
    if not (output.is_dir() and not output.is_symlink() and is_known()):
        marker.check(output)


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
    """Where a build prepares the next site, and where the twin of a large one stands between builds."""
    return output.parent / f".{output.name}.new"


def _twin(output: Path, fresh: Path, names: Iterable[str]) -> None:
    """Make a twin of a site by links."""
    fresh.mkdir()
    follow(output, fresh, [MARKER, *names])


def _renew_twin(output: Path, fresh: Path) -> tuple[Snapshot, Snapshot]:
    """Make the former site the twin of the present one. Returns the snapshots of both."""
    site, former = snapshot.tree(output), snapshot.tree(fresh)
    same_paths = site.files.keys() == former.files.keys()
    if not same_paths:
        _prune(fresh, site.files)
    others = [path for path, known in site.files.items() if former.files.get(path) != known]
    follow(output, fresh, [path for path in others if path != MARKER])
    if MARKER in others:
        mark = fresh / f"{MARKER}.new"  # never without a mark, or nobody could delete it
        os.link(output / MARKER, mark)
        mark.replace(fresh / MARKER)
    if not same_paths:
        return snapshot.tree(output), snapshot.tree(fresh)
    return site.renewed(output, others)._replace(folders=site.folders), former.renewed(fresh, others)


def _prune(folder: Path, names: Iterable[str]) -> None:
    """Delete all of a folder that we made but the files `names` and its marker. Raises OSError when one is missing."""
    wanted = {*names, MARKER}
    present = {*marker.files(folder)}
    if missing := wanted - present:
        raise FileNotFoundError(errno.ENOENT, f"{min(missing)} is not there")
    for path in present - wanted:
        target = folder / path
        if not path.endswith("/"):
            target.unlink()
            target = target.parent
        while target != folder and not any(target.iterdir()):
            target.rmdir()
            target = target.parent


@contextlib.contextmanager
def renewing(output: Path, large: bool, settled: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """Give the spare folder with the files of the last site or the one before; on leaving without an error, swap them.

    The caller makes sure that both are as they were made. Only a `large` site keeps its twin. `settled` is called while
    nobody else may build. Raises OutputError.
    """
    fresh = spare(output)
    with files.readable(), lock(_lock(output)):
        whole = False
        try:
            if not fresh.is_dir():
                _twin(output, fresh, marker.listed(output) - {MARKER})
            yield fresh
            swap(fresh, output)
            whole = True
        except OSError as error:
            raise _unwritten(error) from None
        finally:
            if not (whole and large):
                with contextlib.suppress(OSError, OutputError):
                    remove(fresh)
        settled()


def follow(output: Path, fresh: Path, paths: Iterable[str]) -> None:
    """Give another folder the files at `paths` as they are in the output, by links."""
    for path in paths:
        (fresh / path).unlink(missing_ok=True)
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(output / path, fresh / path)


def write(fresh: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a spare folder, never into one that the output shares."""
    for path, content in contents.items():
        (fresh / path).unlink(missing_ok=True)
        (fresh / path).write_bytes(content)


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
        fresh.rename(output)
        return
    if exchange(fresh, output):
        return
    former = output.parent / f".{output.name}.old"
    remove(former)
    output.rename(former)
    fresh.rename(output)
    former.rename(fresh)


def _recover(output: Path) -> None:
    """Take back the last site from `.NAME.old`, where a kill amid `swap` leaves it if there is no atomic exchange."""
    former = output.parent / f".{output.name}.old"
    if former.is_dir() and not output.exists() and marker.listed(former):
        former.rename(output)
