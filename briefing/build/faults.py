"""Why a build ends without a site."""

from __future__ import annotations

from briefing.model import problems
from briefing.model.problems import Problem


class BuildStopped(Exception):
    """A dossier with errors; `problems` are all of them, warnings too."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(f"{len(problems.errors(found))} errors")
        self.problems = found


class BuildFault(Exception):
    """A built site that does not hold what we promise; the fault is the theme's or ours."""
