"""Why a build ends without a site."""

from __future__ import annotations

from briefing.model import problems
from briefing.model.problems import Problem


class BuildStopped(Exception):
    """A dossier with errors; `problems` are all of them, warnings too."""

    def __init__(self, all_problems: list[Problem]) -> None:
        super().__init__(f"{len(problems.errors(all_problems))} errors")
        self.problems = all_problems


class BuildFault(Exception):
    """A built site that does not hold what we promise; the fault is the theme's or ours."""
