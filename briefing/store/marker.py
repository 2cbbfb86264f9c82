"""Whose an output folder is: ours bears a marker that lists its files; what else is in one is foreign."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from briefing.store.files import OutputError, write

#: Stands in every folder that we may replace; lists its files.
MARKER = ".briefing"
HEADING = "Built by the briefing-site generator; each build replaces this folder as a whole. Files:"


def is_ours(folder: Path) -> bool:
    """Whether a folder bears our mark, or is empty."""
    return bool(listed(folder)) or not any(folder.iterdir())


def seal(folder: Path, names: Collection[str]) -> None:
    """List the files of a whole site in its marker."""
    write(folder / MARKER, ("\n".join([HEADING, *sorted(names)]) + "\n").encode())


def listed(folder: Path) -> set[str]:
    """The files that a folder's marker lists, itself among them; none when it has no marker of ours."""
    marker = folder / MARKER
    if not marker.is_file() or marker.is_symlink():
        return set()
    return as_listed(marker.read_text("utf-8", errors="replace"))


def as_listed(text: str) -> set[str]:
    """The files that the text of a marker lists, itself among them; none when it is no marker of ours."""
    lines = text.rstrip("\n").split("\n")
    return {MARKER, *lines[1:]} if lines[0] == HEADING else set()


def files(folder: Path) -> Iterator[str]:
    """Every file and link below a folder, relative, with forward slashes; empty folders count as files."""
    todo = [""]
    while todo:
        prefix = todo.pop()
        empty = True
        with os.scandir(f"{folder}/{prefix}") as scan:
            for entry in scan:
                empty = False
                if entry.is_dir(follow_symlinks=False):
                    todo.append(f"{prefix}{entry.name}/")
                else:
                    yield prefix + entry.name
        if empty and prefix:
            yield prefix


def check(output: Path) -> None:
    """Refuse an output that is not a folder, or holds anything that we did not make. Raises OutputError."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError(f"{output} must be an ordinary folder. Name another with --output.")
    if not output.is_dir():
        return
    try:
        ours = listed(output)
        foreign = sorted(set(files(output)) - ours)
        if any(path.endswith("/") for path in foreign):  # a folder of ours from which somebody deleted the page
            emptied = {f"{parent.as_posix()}/" for path in ours for parent in PurePosixPath(path).parents}
            foreign = [path for path in foreign if path not in emptied]
    except OSError as error:
        raise OutputError(f"{output} must be readable ({error.strerror}).") from None
    if foreign:
        shown = ", ".join(foreign[:3]) + (f" and {len(foreign) - 3} more" if len(foreign) > 3 else "")
        raise OutputError(
            f"{output} must hold nothing but a site that we built; it holds {shown}. "
            "Name another folder with --output; or, if nobody needs these files, move them away."
        )
