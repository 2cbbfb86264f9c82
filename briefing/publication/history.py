"""No silent edits: what changed or vanished since it was published, and whether a note tells of it. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from briefing.model import addresses
from briefing.model.problems import Problem
from briefing.model.prose import Mark
from briefing.model.records import Change, Corpus, Position, Record
from briefing.model.relations import name, records, title
from briefing.model.statements import quotations
from briefing.publication.compare import UPDATE, Difference, Old, differences
from briefing.publication.former import former_actors, olds_of, vanished
from briefing.publication.values import fingerprint

#: How like a vanished quotation another must be for the change to be told there (0 to 1).
_NEAR = 0.5
_MOVE = "If the actor changed its mind, move what was published, as it was, under `earlier`; else undo"
_ANOTHER = "an entry of `date`, `what` and `why` under `changes`, besides those that are there."
_FIRST = "to the head: `changes:` with an entry of `date`, `what` and `why`."


class Entry(Struct, frozen=True):
    """One change to readers: a note and what it changed. `record` is `positions/eu/delay`."""

    date: str
    record: str
    title: str
    url: str
    what: str
    why: str
    differences: tuple[Difference, ...] = ()


def noted(change: Change) -> str:
    """A note on a change as it is kept."""
    return f"{change.date} {change.what} {change.why}"


def new_notes(record: Record, olds: Sequence[Old]) -> list[Change]:
    """The record's notes that were not published yet; `olds` is what was published of it."""
    known = {note for old in olds for note in old.get("notes", [])}
    return [change for change in record.changes if noted(change) not in known]


def history(corpus: Corpus, before: dict[str, Any] | None) -> list[Entry]:
    """Every change to readers, newest first: those recorded at releases, and the notes and removals since."""
    entries = [
        Entry(
            **{key: item[key] for key in ("date", "record", "title", "url", "what", "why")},
            differences=tuple(Difference(**d) for d in item.get("differences", [])),
        )
        for item in (before or {}).get("history", [])
    ]
    known = {(entry.record, entry.date, entry.what) for entry in entries}
    olds, actors = olds_of(corpus, (before or {}).get("records", {})), former_actors(corpus)
    for record in records(corpus):
        fresh = new_notes(record, olds[name(record)])
        found = tuple(d for old in olds[name(record)] for d in differences(record, old, actors)) if fresh else ()
        for number, change in enumerate(fresh):
            entry = Entry(
                str(change.date),
                name(record),
                title(record),
                addresses.of_path(record.path) or "",
                change.what,
                change.why,
                found if number == len(fresh) - 1 else (),
            )
            if (entry.record, entry.date, entry.what) not in known:
                entries.append(entry)
    entries += [entry for entry in _updates(corpus, olds) if (entry.record, entry.date, entry.what) not in known]
    for gone in corpus.removed.removed:
        entry = Entry(str(gone.date), gone.record, gone.title, addresses.of_name(gone.record), "Removed", gone.why)
        if (entry.record, entry.date, entry.what) not in known:
            entries.append(entry)
    return sorted(entries, key=lambda entry: (entry.date, entry.record, entry.what), reverse=True)


def _updates(corpus: Corpus, olds: Mapping[str, list[Old]]) -> Iterator[Entry]:
    """Each other position that an actor took, of which no note tells, dated by what the actor said."""
    actors = former_actors(corpus)
    for position in corpus.positions.values():
        if new_notes(position, olds[name(position)]):
            continue
        for found in (d for old in olds[name(position)] for d in differences(position, old, actors)):
            if found.is_update:
                what = "Changed position." if found.key == UPDATE else "Repeated its position."
                url = addresses.of_path(position.path) or ""
                yield Entry(str(position.stated.as_of), name(position), title(position), url, what, "", (found,))


def edited(corpus: Corpus, before: Mapping[str, Any] | None) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """Records whose files are others than those published, though no note tells of it; each with the published hashes.

    What must not change without a note is told by `compare`, so this is their wording, or a detail.
    """
    olds = olds_of(corpus, (before or {}).get("records", {}))
    updated = {entry.record for entry in _updates(corpus, olds)}
    for record in records(corpus):
        hashes = tuple(old["hash"] for old in olds[name(record)])
        noted = name(record) in updated or new_notes(record, olds[name(record)])
        if hashes and fingerprint(record) not in hashes and not noted:
            yield record, hashes


def unseen(corpus: Corpus, before: Mapping[str, Any] | None) -> dict[str, tuple[str, ...]] | None:
    """Briefs whose next edit does not show among what was edited, by name; with the hashes at which it would.

    None where nothing was published, so that no edit does.
    """
    if before is None:
        return None
    olds, free = olds_of(corpus, before["records"]), {name(record): hashes for record, hashes in edited(corpus, before)}
    for brief in corpus.briefs.values():
        if not olds[name(brief)] or new_notes(brief, olds[name(brief)]):
            free[name(brief)] = ()
    return free


def compare(
    corpus: Corpus, before: dict[str, Any] | None, whole: bool = True, drafts: frozenset[str] = frozenset()
) -> list[Problem]:
    """Every published value that changed or vanished without a new note, and every published record that vanished.

    Unless all files could be read (`whole`), none is held to have vanished. `drafts` are the paths of drafts.
    """
    if before is None:
        return []
    problems: list[Problem] = []
    olds, actors = olds_of(corpus, before["records"]), former_actors(corpus)
    is_whole = all(record.is_sure("was", "removed") for record in records(corpus)) and whole
    problems.extend(vanished(corpus, before, drafts) if is_whole else ())
    for record in records(corpus):
        for old in olds[name(record)] if record.is_sure("changes") else ():
            problems.extend(_lost_notes(record, old))
            if not new_notes(record, olds[name(record)]) and not _repeats(record):
                found = [d for d in differences(record, old, actors) if not d.is_update and _is_sure(record, d)]
                problems += [_changed(record, found)] if found else []
    return problems


def _repeats(record: Record) -> bool:
    """Whether a note says the same as another, which is told: it was meant to tell of what changed."""
    return len({(change.date, change.what) for change in record.changes}) < len(record.changes)


def _is_sure(record: Record, difference: Difference) -> bool:
    """Whether a difference is one, and no value that could not be read."""
    if difference.key == "quotations":
        return not record.spoilt
    return record.is_sure(*difference.key.replace("coordinates", "latitude.longitude").split("."))


def _lost_notes(record: Record, old: Old) -> Iterator[Problem]:
    """Published notes that the record no longer holds."""
    now = [noted(change) for change in record.changes]
    for note in old.get("notes", []):
        if note not in now:
            mark = record.mark("changes")
            message = f"a published note on a change must stay; this one is gone: “{note}”."
            remedy = "Put it back under `changes`, as it was."
            yield Problem(record.path, mark.line, mark.column, "published-changed", message, remedy)


def _changed(record: Record, found: list[Difference]) -> Problem:
    """All that changed of a record, told once, since one note is enough for it."""
    first = found[0]
    mark = record.mark(first.key if record.has(first.key) else first.key.split(".")[0])
    if first.key == "quotations":
        here = {
            " ".join(q.text.split()): q.where for _, q in quotations(record.statements) if isinstance(q.where, Mark)
        }
        near = difflib.get_close_matches(first.before, list(here), n=1, cutoff=_NEAR)
        mark = here[near[0]] if near else mark
    became = f"it became “{first.after}”" if first.after else "it is gone"
    others = [f"`{key}`" for key in dict.fromkeys(one.key for one in found[1:])]
    also = f"; changed too: {', '.join(others)}" if others else ""
    moved = isinstance(record, Position) and "stance" in {one.key for one in found}
    return Problem(
        record.path,
        mark.line,
        mark.column,
        "published-changed",
        f"the published {'quotation' if first.key == 'quotations' else first.key} "
        f"“{first.before}” must not change without a note; {became}{also}.",
        f"{_MOVE if moved else 'Undo'} the edit, or add {_ANOTHER if record.changes else _FIRST}",
    )
