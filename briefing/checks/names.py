"""Checks on what records are called."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model.problems import Level
from briefing.model.records import Actor


@check(Level.WARNING)
def check_monogram_twice(checked: Checked) -> Iterator[Finding]:
    """Two actors should not have the same `monogram`: readers could not tell their tiles apart."""
    first: dict[str, Actor] = {}
    for actor in checked.corpus.actors.values():
        if not actor.has("monogram"):
            continue  # one that is made from the name is nobody else's
        other = first.setdefault(actor.monogram.casefold(), actor)
        if other is not actor:
            message = f"a monogram should be of one actor; `{other.path}` has {other.monogram}, too."
            yield Finding(actor, "monogram", message, "Write other letters, or take the line out: some are made, then.")
