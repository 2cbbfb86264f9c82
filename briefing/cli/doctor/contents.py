"""What the doctor looks at in the dossier: the texts of its sources, their locks, and whether it passes its checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.cli.doctor.finding import Finding, State
from briefing.model.problems import Level, Problem

_TEXTS = "text-"
_LOCKS = "lock-"


def findings(root: Path) -> Iterator[Finding]:
    """What is amiss with the dossier at `root`."""
    from briefing.dossier.inspection import inspect
    from briefing.model.text import joined
    from briefing.model.wording import count
    from briefing.quotations import verification

    inspection = inspect(root)
    corpus, problems = inspection.loaded.corpus, inspection.problems
    if corpus is None:
        yield Finding("Dossier", State.NEEDED, "it cannot be read", "everything", "`invoke check` says why.")
        return
    yield Finding("Dossier", State.FINE, corpus.dossier.title or "without a title that can be read")
    at_hand = sum((root / f"seeds/{id}.txt").is_file() for id in corpus.sources)
    found = f"{at_hand} of {count(len(corpus.sources), 'source')} at hand"
    use = "new quotations, and `invoke verify`"
    remedy = "Whoever has them puts them into `seeds/`, as `seeds/<id>.txt`; without them the locks vouch."
    state = State.FINE if at_hand == len(corpus.sources) else State.WANTED
    yield Finding("Texts", state, found, use, remedy)
    yield from _told("Texts", [problem for problem in problems if problem.code.startswith(_TEXTS)])
    locks = sum((root / f"seeds/{id}.lock").is_file() for id in corpus.sources)
    amiss = [problem for problem in problems if problem.code.startswith(_LOCKS)]
    if lacking := verification.unwritten(root, inspection.verified):
        remedy = f"Run `invoke verify` and commit what it writes; {verification.ALONE}."
        yield Finding("Locks", State.WANTED, f"{joined(lacking)} not there yet", "publishing", remedy)
    elif not amiss:
        yield Finding("Locks", State.FINE, f"there for {locks} of {count(len(corpus.sources), 'source')}")
    yield from _told("Locks", amiss)
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if errors:
        found = count(errors, "problem")
        yield Finding("Checks", State.WANTED, found, "building", "`invoke check` lists them and says how to mend each.")
    else:
        yield Finding("Checks", State.FINE, "no problem")


def _told(what: str, problems: list[Problem]) -> Iterator[Finding]:
    """What a check says already; no word of a source is in it."""
    for problem in problems[:5]:
        state = State.NEEDED if problem.level is Level.ERROR else State.WANTED
        yield Finding(what, state, f"{problem.path}: {problem.message}", "", problem.remedy)
