"""Reading the theme's files, and reporting one that cannot be used."""

from __future__ import annotations

from pathlib import Path

from briefing.model.problems import Problem
from briefing.store.snapshot import is_ignored


class ThemeFault(Exception):
    """A file of the theme that cannot be used; its argument is the Problem."""

    @property
    def problem(self) -> Problem:
        """Where it is, what must hold and how to mend it."""
        found: Problem = self.args[0]
        return found


def fault(file: str, line: int, message: str, code: str = "theme", folder: str = "theme") -> ThemeFault:
    """The fault at a line of a file of the theme, or of another folder."""
    return ThemeFault(Problem(f"{folder}/{file}", line, 1, code, message, "Mend it; nothing was built."))


def listed(theme: Path, folder: str, ending: str) -> list[str]:
    """The files below a folder of the theme whose names end so, but for editors' own; relative to the theme, sorted."""
    found = (path.relative_to(theme) for path in (theme / folder).rglob(f"*{ending}"))
    return sorted(path.as_posix() for path in found if not any(map(is_ignored, path.parts)))


def read(theme: Path, file: str, folder: str = "theme") -> bytes:
    """A file of the theme, or of another `folder`. Raises ThemeFault when it is not there."""
    try:
        return (theme / file).read_bytes()
    except OSError as error:
        raise fault(file, 1, f"the theme must have this file ({error.strerror}).", folder=folder) from None


def read_text(theme: Path, file: str, folder: str = "theme") -> str:
    """A text of the theme, its line ends as LF. Raises ThemeFault when it is not there, or no UTF-8."""
    data = read(theme, file, folder)
    try:
        return data.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise fault(file, line, "a file of the theme must be saved as UTF-8.", folder=folder) from None
