"""A plan tried on a copy of the dossier, before anything is written: notes are added where something published becomes
another, and what `invoke check` would find that it does not find now is told.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import structs

from briefing.dossier.inspection import inspect
from briefing.edits import plan as planning
from briefing.edits import rewriting
from briefing.edits.opened import Opened
from briefing.edits.plan import EditsError, Plan
from briefing.model.problems import Problem, errors
from briefing.quotations import lockfile

#: The codes of what readers must be told, and of a lock that is not as the records are.
_SILENT, _LAGS = "published-changed", "lock-outdated"


def settle(dossier: Opened, plan: Plan, note: dict[str, str]) -> list[Problem]:
    """Complete a plan by notes on what readers must be told, each `note` with `date`, `what` and `why`, and by locks
    that have what the records have then. Returns the new warnings. Raises EditsError where there would be new errors.
    """
    told: set[str] = set()
    while True:
        with copy(dossier.root) as folder:
            planning.write(folder, _within(folder, plan))
            after = inspect(folder, dossier.memo)
        found = fresh(dossier.inspection.problems, after.problems, plan.names | plan.moved)
        silent = {problem.path for problem in found if problem.code == _SILENT} - told
        if not silent:
            break
        for path in sorted(silent):
            rewriting.add_note(dossier, plan, path, note)
        told |= silent
    if faults := errors(found):
        message = (
            "Afterwards, `invoke check` would find what it does not find now. Mend that first; nothing was changed."
        )
        raise EditsError(message, faults)
    lagging = [problem for problem in found if problem.code == _LAGS and not after.errors]
    for path in (problem.path.removesuffix(".md") for problem in lagging):
        lock = after.verified.locks[path.removeprefix("seeds/")]
        rewriting.replace(dossier, plan, f"{path}.lock", lockfile.as_text(lock).encode())
    return [problem for problem in found if problem not in lagging]


def _within(folder: Path, plan: Plan) -> Plan:
    """A plan without what it moves that is not in the copy, as the originals of sources."""
    return structs.replace(plan, moved={old: new for old, new in plan.moved.items() if (folder / old).exists()})


def fresh(before: Iterable[Problem], after: Iterable[Problem], names: Mapping[str, str]) -> list[Problem]:
    """The problems after a change that were not there before it; `names` are those of files now by those before."""
    had = Counter((names.get(one.path, one.path), one.code) for one in before)
    found: list[Problem] = []
    for problem in after:
        had[problem.path, problem.code] -= 1
        if had[problem.path, problem.code] < 0:
            found.append(problem)
    return found


@contextlib.contextmanager
def copy(root: Path) -> Iterator[Path]:
    """A copy of a dossier's files that nobody else can read; each is a second name of the file where that goes."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("content", "seeds"):
            shutil.copytree(root / part, Path(folder) / part, symlinks=True, copy_function=_linked)
        yield Path(folder)


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)
