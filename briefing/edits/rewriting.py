"""What a move makes of the files of a dossier: references that lead to what records are called now, heads, locks."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing.edits import heads
from briefing.edits.naming import Name, Renaming, of_path
from briefing.edits.opened import Opened
from briefing.edits.plan import EditsError, Plan
from briefing.edits.references import Reference
from briefing.edits.spots import Edit, written
from briefing.model import text
from briefing.quotations import lockfile
from briefing.quotations.lockfile import MAX_LOCK, Lock
from briefing.reading.headedit import EditError
from briefing.store import files


def moved(dossier: Opened, renaming: Renaming, dropped: frozenset[str]) -> Plan:
    """All files with the ids that records have now; those `dropped` left out."""
    plan = Plan()
    for path, data in dossier.data.items():
        if path in dropped:
            continue
        name = of_path(path)
        now = renaming.now(name).path if name else path
        edits = [*_rewritten(dossier.texts[path], path, now, dossier.references[path], renaming)]
        new = written(data, edits) if edits else data
        if now != path:
            plan.change(path, data, None)
            plan.change(now, None, new)
            plan.names[path] = now
        elif new != data:
            plan.change(path, data, new)
    if any(name.kind == "actor" for name in renaming.ids):
        _rename_in_locks(dossier, plan, renaming)
    return plan


def _rewritten(content: str, path: str, now: str, found: Iterable[Reference], renaming: Renaming) -> Iterator[Edit]:
    """The edits of one file that lead its references to what the records are called now."""
    kept: dict[tuple[str, Name], Name] = {}
    for one in found:
        new, listed = renaming.now(one.name), re.sub(r"\.\d+$", "", one.key)
        if listed not in (one.key, "") and not listed.endswith("cite"):
            if kept.setdefault((listed, new), one.name) != one.name:  # two became one
                yield _without_item(content, one)
                continue
        if one.is_link:
            if new != one.name or (posixpath.dirname(now) != posixpath.dirname(path)):
                way = posixpath.relpath(new.path, posixpath.dirname(now))
                if way != posixpath.normpath(content[one.start : one.end]):
                    yield Edit(one.start, one.end, way)
        elif new != one.name:
            yield Edit(one.start, one.end, new.id)


def _without_item(content: str, one: Reference) -> Edit:
    """The edit that takes an id out of a list in which it stands already."""
    row = content.rfind("\n", 0, one.start) + 1
    if re.fullmatch(r"\s*-\s+['\"]?", content[row : one.start]):
        return Edit(row, content.index("\n", one.end) + 1, "")
    before = re.search(r",\s*['\"]?$", content[: one.start])
    behind = re.match(r"['\"]?", content[one.end :])
    return Edit(before.start() if before else one.start, one.end + (behind.end() if behind else 0), "")


def _rename_in_locks(dossier: Opened, plan: Plan, renaming: Renaming) -> None:
    """Locks name actors that speak as bodies."""
    ids = {name.id: id for name, id in renaming.ids.items() if name.kind == "actor"}
    for path in (path for source in sorted(dossier.known["source"]) for path in dossier.beside(source)):
        lock = lockfile.read(dossier.root, path) if path.endswith(".lock") else None
        if not isinstance(lock, Lock):
            continue  # what is wrong with it, `invoke check` says
        voices = {(declared, lockfile.renamed(by, ids)): at for (declared, by), at in lock.voices.items()}
        if voices != lock.voices:
            lock.voices = voices
            plan.change(path, read(dossier, path), lockfile.as_text(lock).encode())


def add_note(dossier: Opened, plan: Plan, path: str, values: Mapping[str, str]) -> None:
    """Put a note on its change into a record that was published; one that says what another of it says, says `again`.
    Raises EditsError.
    """
    data = plan.after.get(path) or dossier.data[path]
    what = values["what"]
    while what in text.decode(data):
        what = f"{what.rstrip('.')} again."
    edit(plan, path, functools.partial(heads.entry, key="changes", values={**values, "what": what}), dossier)


def replace(dossier: Opened, plan: Plan, path: str, new: bytes) -> None:
    """Have a file, as the plan leaves it, hold something else. Raises EditsError."""
    plan.change(path, plan.before[path] if path in plan.before else read(dossier, path), new)


def edit(plan: Plan, path: str, edits: Callable[[str], list[Edit]], dossier: Opened | None = None) -> None:
    """Edit a file as the plan leaves it. Raises EditsError."""
    known = plan.after.get(path)
    data = known if known is not None else dossier.data[path] if dossier else b""
    try:
        plan.change(path, plan.before.get(path, data), written(data, edits(text.decode(data))))
    except EditError:
        message = (
            f"{path}: its head must have each key on a line of its own, and lists as lines that begin with a hyphen."
        )
        raise EditsError(f"{message} Write it so, then try again; nothing was changed.") from None


def read(dossier: Opened, path: str) -> bytes:
    try:
        return files.read(dossier.root, path, MAX_LOCK)
    except OSError as error:
        raise EditsError(f"{path} must be readable ({error.strerror}). Check it; nothing was changed.") from None
