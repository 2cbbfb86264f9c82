"""Renaming records, merging one into another, taking one away: all files that this changes, worked out beforehand.

`briefing.edits.trial` tries a plan on a copy of the dossier before anything is written.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from briefing.edits import heads
from briefing.edits.naming import Name, Renaming
from briefing.edits.opened import Opened
from briefing.edits.plan import EditsError, Plan
from briefing.edits.references import Reference
from briefing.edits.rewriting import edit, moved, read
from briefing.model import addresses, text
from briefing.model.problems import Problem
from briefing.publication.former import former_names

_REMOVED = "content/removed.md"
#: How the names of files begin that were set aside.
SET_ASIDE = "seeds/.removed-"


def rename(dossier: Opened, old: Name, new: Name, day: str) -> Plan:
    """What gives a record another id. Raises EditsError."""
    if old == new:
        raise EditsError(f"NEW must be another id; {old} has this one already.")
    if new.id in dossier.known[new.kind]:
        both = "" if new.kind == "position" else f"; or, if both are one, `invoke merge {new.kind} {old.id} {new.id}`"
        raise EditsError(f"{new.path} must not be there yet. Choose another id{both}.")
    renaming = Renaming({old: new.id})
    plan = moved(dossier, renaming, frozenset())
    if old.kind == "source":
        for folder in ("seeds", "originals"):
            for path in dossier.beside(old.id, folder):
                _move_beside(dossier, plan, path, f"{folder}/{new.id}{path.removeprefix(f'{folder}/{old.id}')}")
    if dossier.record(old) is None:
        return plan
    same_actor = old.kind != "position" or old.id.partition("/")[0] == new.id.partition("/")[0]
    if same_actor:
        was, now = old.id.rpartition("/")[2], new.id.rpartition("/")[2]
        edit(plan, new.path, lambda text: heads.former(text, [was], [now]))
    else:
        _list_removed(dossier, plan, old, day, "It stands under another actor now.")
    return plan


def merge(dossier: Opened, old: Name, into: Name) -> Plan:
    """What makes one record a part of another, whose words stay. Raises EditsError."""
    if old == into:
        raise EditsError(f"INTO must be another record; {old} cannot be merged into itself.")
    if old.kind == "position":
        message = "Positions cannot be merged: each says what one actor says on one question. Move what the one says "
        raise EditsError(f"{message}under `earlier` of the other, then `invoke remove position {old.id} --why …`.")
    renaming = Renaming({old: into.id})
    twice = [one for one in dossier.below(old) if renaming.now(one).id in dossier.known["position"]]
    if twice:
        remedy = "Move what it says under `earlier` of the other, or take it away: `invoke remove position {} --why …`."
        places = [
            Problem(one.path, 1, 1, "merge", f"{renaming.now(one).path} says the same.", remedy.format(one.id))
            for one in twice
        ]
        raise EditsError("Of two records that become one, both must not have a position on the same.", places)
    plan = moved(dossier, renaming, frozenset({old.path}))
    plan.change(old.path, dossier.data[old.path], None)
    if old.kind == "source":
        _merge_sources(dossier, plan, old, into)
    if record := dossier.record(old):
        edit(plan, into.path, lambda text: heads.former(text, [*record.was, old.id], [into.id]), dossier)
    return plan


def remove(dossier: Opened, old: Name, why: str, day: str) -> Plan:
    """What takes a record away. Raises EditsError where others name it, or stand under it."""
    own = {old.path}
    places = [
        Problem(
            one.path, 1, 1, "remove", f"it stands under {old}.", f"First, `invoke remove position {one.id} --why …`."
        )
        for one in dossier.below(old)
    ]
    for path, reference in dossier.naming({old}, own | {place.path for place in places}):
        spot = text.position(dossier.texts[path], reference.start)
        places.append(Problem(path, *spot, "remove", f"it names {old}.", _instead(old, reference)))
    if places:
        number = f"{len(places)} place{'s' if len(places) > 1 else ''}"
        message = f"Nothing must name {old} any more; {number} must be mended first. Nothing was changed."
        raise EditsError(message, sorted(places))
    plan = Plan()
    plan.change(old.path, dossier.data[old.path], None)
    if old.kind == "source":
        for path in dossier.beside(old.id):
            if path.endswith(".lock"):
                plan.change(path, read(dossier, path), None)
            else:
                _set_aside(dossier, plan, path)
    if _was_published(dossier, old):
        if not why:
            raise EditsError(f'Readers must be told why {old}, which was published, is gone: add --why "…".')
        _list_removed(dossier, plan, old, day, why)
    return plan


def _instead(old: Name, reference: Reference) -> str:
    if reference.is_link:
        return "Take the link out, or lead it to another record."
    if old.kind == "source" and reference.key.split(".")[-1:] != ["by"]:
        return "Cite another source, or take the statement out."
    return "Take it out, or write another."


def _was_published(dossier: Opened, name: Name) -> bool:
    """Whether a record, or what it was before, was ever released."""
    return any(_ever(dossier, published) for published in _all_names(dossier, name))


def _ever(dossier: Opened, published: str) -> bool:
    before = dossier.inspection.published
    return published in before.records or (addresses.of_name(published) or "-") in before.addresses


def _all_names(dossier: Opened, name: Name) -> list[str]:
    """What a record is called in the record of what is published, now and before."""
    record = dossier.record(name)
    former = [old for old, one in former_names(dossier.corpus).items() if one is record]
    return list(dict.fromkeys([name.published, *former]))


def _move_beside(dossier: Opened, plan: Plan, old: str, new: str) -> None:
    """Move a file of a source; a lock is part of the repository, and all else is not ours to read."""
    if (dossier.root / new).exists():
        raise EditsError(f"{new} must not be there yet. Move it away, or choose another id.")
    if old.endswith(".lock"):
        data = read(dossier, old)
        plan.change(old, data, None)
        plan.change(new, None, data)
        plan.names[old] = new
    else:
        plan.moved[old] = new


def keep(dossier: Opened, plan: Plan, is_kept: Callable[[str], bool]) -> None:
    """Set aside each record that a plan takes away, unless it `is_kept` by Git as it is now: nothing is ever lost."""
    gone = [path for path, data in plan.after.items() if data is None and path not in plan.names]
    for path in gone:
        if path.endswith(".md") and not is_kept(path):
            del plan.before[path], plan.after[path]
            _set_aside(
                dossier, plan, path, f"{path.removeprefix('content/').removesuffix('.md').replace('/', '.')}.txt"
            )


def _set_aside(dossier: Opened, plan: Plan, path: str, name: str = "") -> None:
    """Keep a file, which nobody could bring back, where it is not taken for that of a record and git ignores it."""
    wanted = aside = f"{SET_ASIDE}{name or path.rpartition('/')[2]}"
    number = 1
    while (dossier.root / aside).exists():
        number += 1
        stem, dot, ending = wanted.rpartition(".")
        aside = f"{stem}-{number}{dot}{ending}"
    plan.moved[path] = aside


def _merge_sources(dossier: Opened, plan: Plan, old: Name, into: Name) -> None:
    """The locks of two records of one text, and its text. Raises EditsError where the texts are two."""
    sources = dossier.corpus.sources
    one, other = sources.get(old.id), sources.get(into.id)
    if one is None or other is None or (one.sha256, one.first_line) != (other.sha256, other.first_line):
        message = (
            "Two sources must be of one text to be merged, with the same `sha256` and `first_line`, for paragraphs "
        )
        raise EditsError(f"{message}are cited by number. Cite the paragraphs of {into} by hand, then remove {old}.")
    for path in dossier.beside(old.id):
        target = f"seeds/{into.id}{path.removeprefix(f'seeds/{old.id}')}"
        if not (dossier.root / target).exists():
            _move_beside(dossier, plan, path, target)
        elif path.endswith(".lock"):
            data, kept = read(dossier, path), read(dossier, target)
            had = text.decode(kept).splitlines()
            more = [line for line in text.decode(data).splitlines() if line not in had]
            plan.change(path, data, None)
            plan.change(target, kept, "".join(f"{line}\n" for line in (*had, *more)).encode())
        else:
            _set_aside(dossier, plan, path)


def _list_removed(dossier: Opened, plan: Plan, name: Name, day: str, why: str) -> None:
    """Put a record, under all names that were published, into the list of those taken away."""
    for published in filter(functools.partial(_ever, dossier), _all_names(dossier, name)):
        if _REMOVED not in dossier.data and _REMOVED not in plan.after:
            plan.change(_REMOVED, None, b"---\nremoved: []\n---\n")
        values = {"record": published, "title": dossier.title(name), "date": day, "why": " ".join(why.split())}
        edit(plan, _REMOVED, functools.partial(heads.entry, key="removed", values=values), dossier)
