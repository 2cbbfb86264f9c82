"""What `invoke check --fix` mends: what needs no judgement. Each file is put in order, then the slips are mended that a
check tells, until none is left; whatever a check would take amiss afterwards stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing.dossier.inspection import Inspection, inspect
from briefing.edits import plan as planning
from briefing.edits import slips, tidying, trial
from briefing.edits.plan import Plan
from briefing.edits.spots import written
from briefing.model import text
from briefing.model.problems import Problem, errors
from briefing.reading.discover import MAX_FILE
from briefing.store import files
from briefing.store.memo import Memo

#: Mending one slip may show another; no record hides more behind each other.
_ROUNDS = 4


def propose(root: Path) -> Plan:
    """What mends the dossier at `root`. Writes nothing."""
    memo = Memo()
    inspection = inspect(root, memo)
    before = _read(root, inspection)
    kinds = {path: kind for kind, _, path in inspection.loaded.files.records}
    wanted = {path: _in_order(kinds[path], data) for path, data in before.items()}
    shown: set[str] = set()
    for _ in range(_ROUNDS):
        found = _problems(root, before, wanted, memo)
        mended = {path: _mended(data, [one for one in found if one.path == path]) for path, data in wanted.items()}
        if mended == wanted:
            break
        changed = {path for path, data in wanted.items() if mended[path] != data}
        shown |= {one.path for one in found if one.code in slips.HIDING} & changed
        wanted = {path: _in_order(kinds[path], data) for path, data in mended.items()}
    for keep in (tidying.tidied, bytes):
        found = _problems(root, before, wanted, memo)
        amiss = {one.path for one in trial.fresh(inspection.problems, errors(found), {}) if _is_ours(one, shown)}
        wanted |= {path: keep(before[path]) for path in amiss & before.keys()}
    return _plan(before, wanted)


def _is_ours(problem: Problem, shown: set[str]) -> bool:
    """Whether a new problem was made by mending, and is none that was hidden before in one of the files `shown`."""
    return problem.path not in shown and (not shown or problem.code.startswith("published-"))


def _read(root: Path, inspection: Inspection) -> dict[str, bytes]:
    """The bytes of all records that are text."""
    found: dict[str, bytes] = {}
    for _, _, path in inspection.loaded.files.records:
        try:
            data = files.read(root, path, MAX_FILE)
            text.decode(data)
            found[path] = data
        except (OSError, UnicodeDecodeError):
            continue  # `invoke check` says why
    return found


def _in_order(kind: str, data: bytes) -> bytes:
    return tidying.ordered(kind, tidying.tidied(data))


def _mended(data: bytes, problems: list[Problem]) -> bytes:
    found = slips.edits(text.decode(data), problems) if problems else []
    return written(data, found) if found else data


def _plan(before: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> Plan:
    plan = Plan()
    for path, data in before.items():
        plan.change(path, data, wanted[path])
    return plan


def _problems(root: Path, before: Mapping[str, bytes], wanted: Mapping[str, bytes], memo: Memo) -> list[Problem]:
    """What is found in the dossier once its files are as wanted."""
    with trial.copy(root) as folder:
        planning.write(folder, _plan(before, wanted))
        return inspect(folder, memo).problems
