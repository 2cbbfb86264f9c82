"""Checks on the core disagreement, which leads the home page."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model.records import Core
from briefing.model.vocabulary import Basis


@check()
def check_core_inferred(checked: Checked) -> Iterator[Finding]:
    """The core disagreement must tell what actors have stated, no position that we infer."""
    dossier, positions = checked.corpus.dossier, checked.corpus.positions
    for key, id in _named(dossier.core):
        position = positions.get(id)
        if position and position.stated.known is Basis.INFERRED and position.is_sure("basis"):
            message = f"the core disagreement must hold stated positions only; `{id}` is inferred."
            yield Finding(dossier, key, message, "Name a position that a source states, or take the row out.")


@check()
def check_core_quote(checked: Checked) -> Iterator[Finding]:
    """The position whose quotation stands in a row of the core disagreement must have one."""
    dossier, positions = checked.corpus.dossier, checked.corpus.positions
    for number, row in enumerate(dossier.core.rows if dossier.core else ()):
        position = positions.get(row.quote)
        if position and not position.stated.quote and position.is_sure("quote"):
            message = f"a row must take its quotation from a position that has one; `{row.quote}` has none."
            yield Finding(dossier, f"core.rows.{number}.quote", message, "Name another, or take `quote` out.")


@check()
def check_core_says(checked: Checked) -> Iterator[Finding]:
    """What a row of the core disagreement says in words of its own must have a basis and a citation."""
    dossier = checked.corpus.dossier
    for number, row in enumerate(dossier.core.rows if dossier.core else ()):
        key = f"core.rows.{number}"
        if row.says and not (row.basis and row.cite):
            missing = [f"`{name}`" for name, given in (("basis", row.basis), ("cite", row.cite)) if not given]
            message = f"what a row `says` must have a basis and a citation; it lacks {' and '.join(missing)}."
            remedy = "Add how we know it and where it stands; or take `says` out, and the words of the stance stand."
            yield Finding(dossier, f"{key}.says", message, remedy)
        elif not row.says and (row.basis or row.cite):
            name = "cite" if row.cite else "basis"
            message = f"`{name}` must belong to what the row `says`; this row says nothing of its own."
            yield Finding(dossier, f"{key}.{name}", message, "Take it out: the row cites what its position cites.")


@check()
def check_core_twice(checked: Checked) -> Iterator[Finding]:
    """A position must stand in one row of the core disagreement."""
    dossier = checked.corpus.dossier
    seen: set[str] = set()
    for key, id in _named(dossier.core):
        if key.endswith(".quote"):
            continue
        if id in seen:
            yield Finding(dossier, key, f"`{id}` must stand in one row; it is told twice.", "Take one of the two out.")
        seen.add(id)


def _named(core: Core | None) -> Iterator[tuple[str, str]]:
    """The positions that the core disagreement names, each with its key."""
    for number, row in enumerate(core.rows if core else ()):
        key = f"core.rows.{number}"
        yield f"{key}.position", row.position
        yield from ((f"{key}.also", id) for id in row.also)
        if row.quote:
            yield f"{key}.quote", row.quote
