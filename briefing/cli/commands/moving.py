"""The tasks that move records: rename, remove, merge."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.cli.commands.console import dossier, say, stop
from briefing.model import problems
from briefing.model.settings import today
from briefing.model.wording import count

if TYPE_CHECKING:
    from briefing.edits.opened import Opened
    from briefing.edits.plan import Plan


def rename(kind: str, old: str, new: str, why: str, root: str, dry_run: bool) -> None:
    """`invoke rename`."""
    from briefing.edits import moves, opened

    def planned(open: Opened, day: str) -> tuple[Plan, str, str]:
        word = opened.kind(kind)
        one, other = opened.existing(open, word, old), opened.fresh(word, new)
        what = f"The {word} {one.id} is called {other.id} now."
        return moves.rename(open, one, other, day), what, why or "Its file got another name; it says what it said."

    _move(planned, root, dry_run)


def merge(kind: str, id: str, into: str, why: str, root: str, dry_run: bool) -> None:
    """`invoke merge`."""
    from briefing.edits import moves, opened

    def planned(open: Opened, day: str) -> tuple[Plan, str, str]:
        word = opened.kind(kind)
        one, other = opened.existing(open, word, id), opened.existing(open, word, into)
        what = f"The {word} {one.id} is part of {other.id} now."
        return moves.merge(open, one, other), what, why or "Both were one and the same."

    _move(planned, root, dry_run)


def remove(kind: str, id: str, why: str, root: str, dry_run: bool) -> None:
    """`invoke remove`."""
    from briefing.edits import moves, opened

    def planned(open: Opened, day: str) -> tuple[Plan, str, str]:
        one = opened.existing(open, opened.kind(kind), id)
        return moves.remove(open, one, why, day), f"{str(one).capitalize()} was taken away.", why

    _move(planned, root, dry_run)


def _move(planned: Callable[[Opened, str], tuple[Plan, str, str]], root: str, dry_run: bool) -> None:
    """Plan a move, try it on a copy, and write it, or show it only. A plan comes with what a note says, where readers
    must be told: what was changed, and why.
    """
    from briefing.diff import revision
    from briefing.edits import moves, trial
    from briefing.edits import plan as planning
    from briefing.edits.opened import opened
    from briefing.edits.plan import EditsError

    chosen = dossier(root)
    try:
        found = opened(chosen.root)
        day = min(
            today(None, None).isoformat(), str(found.corpus.dossier.as_of or "9999")
        )  # from which the site speaks
        plan, what, why = planned(found, day)
        warnings = trial.settle(found, plan, {"date": day, "what": what, "why": " ".join(why.split())})
        if dry_run:
            print("\n".join(plan.diff()))
        else:
            moves.keep(found, plan, lambda path: revision.holds(chosen.root, path))
            planning.write(chosen.root, plan)
    except EditsError as error:
        if error.places:
            say(problems.as_text(error.places), root, sys.stderr)
        stop(str(error), 1 if error.places else 2, root)
    for warning in warnings:
        say(f"{warning} (warning)", root, sys.stderr)
    for line in told(plan):
        print(line)
    number = count(plan.count, "file")
    if dry_run:
        say(f"{number} would change. Nothing was written; without --dry-run it is.", root)
    else:
        say(f"{number} changed. `invoke check` finds nothing new; look at it by `git diff`, then commit.", root)


def told(plan: Plan) -> list[str]:
    """What an editor must know of a plan besides its files."""
    from briefing.edits.moves import SET_ASIDE

    return [
        f"Git has no copy of {old} as it was; it is kept as {new}. Delete it when you need it no more."
        for old, new in plan.moved.items()
        if new.startswith(SET_ASIDE)
    ]
