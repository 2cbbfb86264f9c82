"""The output folder: claimed, filled beside itself, swapped in one step. The only module that deletes or renames.

A build writes into `.NAME.new` beside the output `NAME`. Only when that is whole does it change places with the output,
by one atomic exchange where the system has one. So a build that fails or is killed leaves the last site as it was.
What we did not make is never deleted: an output folder with foreign files is refused.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from briefing.folders import OutputError, exchange, lock

#: A site of so many files leaves a twin beside it.
LARGE = 100
#: Stands in every folder that we may replace; lists its files.
MARKER = ".briefing"
_HEADING = "Built by the briefing-site generator; each build replaces this folder as a whole. Files:"


@contextlib.contextmanager
def building(output: Path, settled: Callable[[], None] = lambda: None, *, on_spare: bool = False) -> Iterator[Path]:
    """Give a folder to build into; on leaving without an error, it becomes the output.

    It is empty, or, `on_spare`, the twin that the last build left, which is as that left it; then all files must be
    written or taken over, and `prune` be told which they are. `settled` is called at the end, while nobody else can
    build. Raises OutputError when the output holds files that are not ours, cannot be written, or is being built
    already.
    """
    if not output.parent.is_dir():
        try:
            output.parent.mkdir(parents=True)
        except OSError as error:
            raise OutputError(f"{output.parent} must be a folder that can be written ({error.strerror}).") from None
    fresh = spare(output)
    with lock(output.parent / f".{output.name}.lock"):
        _recover(output)
        check(output)
        try:
            if not (on_spare and fresh.is_dir() and _is_ours(fresh)):
                remove(fresh)
                fresh.mkdir()
                (fresh / MARKER).write_text(_HEADING + "\n", "utf-8")
        except OSError as error:
            raise OutputError(f"{output.parent} must be a folder that can be written ({error.strerror}).") from None
        whole = False
        try:
            yield fresh
            names = list(_files(fresh))
            seal(fresh, names)
            check(output)
            swap(fresh, output)
            whole = True
        except OSError as error:
            raise _unwritten(error) from None
        finally:
            with contextlib.suppress(OSError, OutputError):
                if not (whole and len(names) >= LARGE):
                    remove(fresh)
                elif fresh.is_dir():
                    _follow_all(output, fresh, names)
                else:
                    _twin(output, fresh)
        settled()


def _unwritten(error: OSError) -> OutputError:
    return OutputError(
        f"the site could not be written ({error.strerror or error}). The last site is as it was; "
        "check the disk's space and rights."
    )


def spare(output: Path) -> Path:
    """Where a build prepares the next site, and where the twin of a large one stands between builds."""
    return output.parent / f".{output.name}.new"


def _twin(output: Path, fresh: Path) -> None:
    """Put a second tree of the same files beside a site, by links: the next site is made from it with little work."""
    fresh.mkdir()
    os.link(output / MARKER, fresh / MARKER)
    for path in _files(output):
        if path != MARKER:
            target = fresh / path
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(output / path, target)


def _follow_all(output: Path, fresh: Path, names: Iterable[str]) -> None:
    """Make the former site the twin of the present one, whose files are `names`."""
    names = {*names, MARKER}
    prune(fresh, names)
    for path in names - {MARKER}:
        target = fresh / path
        try:
            if os.path.samefile(output / path, target):
                continue
            target.unlink()
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
        os.link(output / path, target)
    if not os.path.samefile(output / MARKER, fresh / MARKER):
        marker = fresh / f"{MARKER}.new"  # never without a mark, or nobody could delete it
        os.link(output / MARKER, marker)
        marker.replace(fresh / MARKER)


def prune(folder: Path, names: Iterable[str]) -> None:
    """Delete what is left in a folder that we made besides the files `names` and its marker."""
    kept = {*names, MARKER}
    for path in list(_files(folder)):
        if path in kept:
            continue
        target = folder / path
        if not path.endswith("/"):
            target.unlink()
            target = target.parent
        while target != folder and not any(target.iterdir()):
            target.rmdir()
            target = target.parent


@contextlib.contextmanager
def renewing(output: Path, large: bool, settled: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """Give the spare folder, to be made the next site from the present one; on leaving without an error, swap them.

    The caller makes sure that both are as they must be; only a `large` site keeps a spare. `settled` is called as by
    `building`. Raises OutputError.
    """
    fresh = spare(output)
    with lock(output.parent / f".{output.name}.lock"):
        whole = False
        try:
            if not fresh.is_dir():
                _twin(output, fresh)
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
    """Give a spare folder the files at `paths` as they are in the output."""
    for path in paths:
        (fresh / path).unlink(missing_ok=True)
        os.link(output / path, fresh / path)


def write(fresh: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a spare folder, never into one that the output shares."""
    for path, content in files.items():
        (fresh / path).unlink(missing_ok=True)
        (fresh / path).write_bytes(content)


def check(output: Path) -> None:
    """Refuse an output that is not a folder, or holds anything that we did not make. Raises OutputError."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError(f"{output} must be an ordinary folder. Name another with --output.")
    if not output.is_dir():
        return
    try:
        ours = _listed(output)
        foreign = sorted(set(_files(output)) - ours)
        if any(path.endswith("/") for path in foreign):  # a folder of ours from which somebody deleted the page
            emptied = {f"{parent.as_posix()}/" for path in ours for parent in PurePosixPath(path).parents}
            foreign = [path for path in foreign if path not in emptied]
    except OSError as error:
        raise OutputError(f"{output} must be readable ({error.strerror}).") from None
    if foreign:
        shown = ", ".join(foreign[:3]) + (f" and {len(foreign) - 3} more" if len(foreign) > 3 else "")
        raise OutputError(
            f"{output} must hold nothing but a site that we built; it holds {shown}. "
            "Move these files away, or name another folder with --output."
        )


def clean(output: Path) -> bool:
    """Delete an output folder, its lock and what a killed build left; whether there was a site. Raises OutputError."""
    check(output)
    existed, former = output.is_dir(), spare(output)
    if former.is_dir() and not _is_ours(former):
        raise OutputError(f"{former} must be ours to delete; it lacks our mark. Move it away.")
    try:
        with lock(output.parent / f".{output.name}.lock"):
            for folder in (former, output):
                remove(folder)
        (output.parent / f".{output.name}.lock").unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{output} must be a folder that can be deleted ({error.strerror}).") from None
    return existed


def remove(folder: Path) -> None:
    """Delete a folder that we made, its mark last: what a kill leaves of it is known as ours. Raises OutputError."""
    if folder.is_symlink() or not folder.is_dir():
        if folder.exists() or folder.is_symlink():
            raise OutputError(f"{folder} must be a folder. Move it away.")
        return
    if not _is_ours(folder):
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


def _is_ours(folder: Path) -> bool:
    """Whether a folder bears our mark, or is empty."""
    marker = folder / MARKER
    if marker.is_symlink() or not marker.is_file():
        return not any(folder.iterdir())
    with open(marker, encoding="utf-8", errors="replace") as file:
        return file.readline().rstrip("\n") == _HEADING


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
    """Where no atomic exchange exists, a kill between two renames leaves the last site under `.NAME.old`."""
    former = output.parent / f".{output.name}.old"
    if former.is_dir() and not output.exists() and _listed(former):
        former.rename(output)


def _files(folder: Path) -> Iterator[str]:
    """Every file and link below a folder, relative, with forward slashes; empty folders count as files."""
    with os.scandir(folder) as scan:
        for entry in scan:
            if entry.is_dir(follow_symlinks=False):
                inner = [f"{entry.name}/{path}" for path in _files(Path(entry.path))]
                yield from inner or [f"{entry.name}/"]
            else:
                yield entry.name


def _listed(folder: Path) -> set[str]:
    marker = folder / MARKER
    if not marker.is_file() or marker.is_symlink():
        return set()
    lines = marker.read_text("utf-8", errors="replace").split("\n")
    return {MARKER, *lines[1:]} if lines[0] == _HEADING else set()


def seal(folder: Path, files: Iterable[str]) -> None:
    """List the files of a whole site in its marker."""
    names = sorted(set(files) - {MARKER})
    fresh = folder / f"{MARKER}.new"  # another folder may share the marker itself
    fresh.unlink(missing_ok=True)
    fresh.write_text("\n".join([_HEADING, *names]) + "\n", "utf-8")
    fresh.replace(folder / MARKER)
