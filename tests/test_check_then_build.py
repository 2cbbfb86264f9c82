"""What passes `check` builds: random records and prose, many to a build; when one fails, the files that it takes.

`BRIEFING_CASES` says how many files are made in all; CI makes some ten thousand.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from briefing.build.faults import BuildFault, BuildStopped
from briefing.model.problems import errors
from briefing.store.memo import Memo
from tests import mutants
from tests.any_dossier import files
from tests.support import DEMO, Dossier, copy_of

CASES = int(os.environ.get("BRIEFING_CASES", "600"))
#: So many files make one build.
BATCH = 300


def fault(dossier: Dossier, output: Path) -> str:
    """What a build that the check lets through complains of; nothing when it succeeds."""
    try:
        dossier.build(output)
    except (BuildStopped, BuildFault) as error:
        return "; ".join(map(str, getattr(error, "problems", [error])))
    return ""


def smallest(dossier: Dossier, made: dict[str, str], output: Path) -> dict[str, str]:
    """Of files with which a build fails, few with which it still does, each half tried in turn."""
    left = dict(made)
    step = max(1, len(left) // 2)
    while step:
        for start in range(0, len(left), step):
            part = dict(list(left.items())[start : start + step])
            for path in part:
                (dossier.root / path).unlink(missing_ok=True)
            if not errors(dossier.problems()) and fault(dossier, output):
                left = {path: text for path, text in left.items() if path not in part}
                break
            for path, text in part.items():
                dossier.write(path, text)
        else:
            step //= 2
    return left


@pytest.mark.parametrize("batch", range(max(1, CASES // BATCH)))
def test_what_check_lets_through_builds(batch: int, tmp_path: Path) -> None:
    """Files with errors are taken away until the check finds none; the rest builds."""
    pick = Random(f"check then build {batch}")
    dossier = copy_of(DEMO, tmp_path / "dossier")
    made: dict[str, str] = {}
    for number in range(BATCH):
        made |= files(pick, number) if number % 5 < 3 else mutants.files(pick, number)
    theirs = {path.relative_to(dossier.root).as_posix() for path in dossier.root.rglob("*.md")}
    made = {path: text for path, text in made.items() if path not in theirs}
    for path, text in made.items():
        dossier.write(path, text)
    remembered = Memo(dossier.root, dossier.root)
    for _ in range(60):
        refused = {problem.path for problem in errors(dossier.problems(remembered))}
        if not refused:
            break
        gone = {path for path in made if path in refused or path.rpartition("/")[0] in refused}
        # with another actor, it may no longer be clear in a sentence of the demo who is meant
        gone = gone or set(sorted(path for path in made if path.startswith("content/actors/"))[:1])
        assert gone, sorted(refused)
        for path in gone:
            (dossier.root / path).unlink()
            del made[path]
        for folder in refused:
            if (dossier.root / folder).is_dir():
                (dossier.root / folder).rmdir()
    assert len(made) > BATCH / 8, "most files are refused, so that little is tried"
    if wrong := fault(dossier, tmp_path / "output"):
        few = smallest(dossier, made, tmp_path / "output")
        pytest.fail("\n\n".join([wrong, *(f"=== {path}\n{text}" for path, text in few.items())]))
