"""No silent edits: what changed or vanished since it was published, and whether a note tells of it. Pure."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from briefing import addresses
from briefing.model import Change, Corpus, Record
from briefing.problems import Problem
from briefing.relations import records
from briefing.values import fingerprint, known_terms, name, title, values

#: What was published of a record, as the manifest has it.
Old = Mapping[str, Any]


class Difference(Struct, frozen=True):
    """One published value that is another now; `key` is the key in the head, `after` is empty when it vanished."""

    key: str
    before: str
    after: str


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


def differences(record: Record, old: Old, terms: frozenset[str]) -> Iterator[Difference]:
    """What of a published record's values is another now, or gone."""
    now = values(record, terms)
    for key, before in old.get("values", {}).items():
        after = now.get(key, "")
        if isinstance(before, list):
            for gone in (item for item in before if item not in after):
                yield Difference(key, gone, "")
        elif after != before:
            yield Difference(key, before, after if isinstance(after, str) else ", ".join(after))


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
    olds, terms = olds_of(corpus, (before or {}).get("records", {})), known_terms(corpus)
    for record in records(corpus):
        fresh = new_notes(record, olds[name(record)])
        found = tuple(d for old in olds[name(record)] for d in differences(record, old, terms)) if fresh else ()
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
    for gone in corpus.removed.removed:
        entry = Entry(str(gone.date), gone.record, gone.title, addresses.of_name(gone.record), "Removed", gone.why)
        if (entry.record, entry.date, entry.what) not in known:
            entries.append(entry)
    return sorted(entries, key=lambda entry: (entry.date, entry.record, entry.what), reverse=True)


def edited(corpus: Corpus, before: Mapping[str, Any] | None) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """Records whose files are others than those published, though no note tells of it; each with the published hashes.

    What must not change without a note is told by `compare`, so this is their wording, or a detail.
    """
    olds = olds_of(corpus, (before or {}).get("records", {}))
    for record in records(corpus):
        hashes = tuple(old["hash"] for old in olds[name(record)])
        if hashes and fingerprint(record) not in hashes and not new_notes(record, olds[name(record)]):
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


def compare(corpus: Corpus, before: dict[str, Any] | None) -> list[Problem]:
    """Every published value that changed or vanished without a new note, and every published record that vanished."""
    if before is None:
        return []
    problems: list[Problem] = []
    olds, terms = olds_of(corpus, before["records"]), known_terms(corpus)
    present = {old["path"] for found in olds.values() for old in found}
    removed = {gone.record for gone in corpus.removed.removed}
    for published, old in before["records"].items():
        if old["path"] not in present and published not in removed and published not in ("words", "removed"):
            problems.append(_vanished(published, old, corpus))
    for record in records(corpus):
        for old in olds[name(record)]:
            problems.extend(_lost_notes(record, old))
            if not new_notes(record, olds[name(record)]):
                problems.extend(_changed(record, difference) for difference in differences(record, old, terms))
    problems.extend(_lost_addresses(corpus, before))
    return problems


def olds_of(corpus: Corpus, published: Mapping[str, Old]) -> Mapping[str, list[Old]]:
    """What was published of each record, by its name: under that name, and under those that it says it had before."""
    found: dict[str, list[Old]] = defaultdict(list)
    own, renamed = {name(record) for record in records(corpus)}, _renamed(corpus)
    for key, old in published.items():
        if key in own:
            found[key].append(old)
        elif record := renamed.get(key):
            found[name(record)].append(old)
    return found


def _renamed(corpus: Corpus) -> dict[str, Record]:
    """Records by the names they had before: their own, and for positions those of their actor and question."""
    found = {f"{name(record).rpartition('/')[0]}/{old}": record for record in records(corpus) for old in record.was}
    for position in corpus.positions.values():
        actor, question = corpus.actors.get(position.actor), corpus.questions.get(position.question)
        for actor_id in (position.actor, *(actor.was if actor else ())):
            for question_id in (position.question, *(question.was if question else ())):
                found.setdefault(f"positions/{actor_id}/{question_id}", position)
    return found


def _lost_notes(record: Record, old: Old) -> Iterator[Problem]:
    """Published notes that the record no longer holds."""
    now = [noted(change) for change in record.changes]
    for note in old.get("notes", []):
        if note not in now:
            mark = record.mark("changes")
            message = f"a published note on a change must stay; this one is gone: “{note}”."
            remedy = "Put it back under `changes`, as it was."
            yield Problem(record.path, mark.line, mark.column, "published-changed", message, remedy)


def _changed(record: Record, difference: Difference) -> Problem:
    mark = record.mark(difference.key if record.has(difference.key) else difference.key.split(".")[0])
    if difference.key == "quotations":
        here = {" ".join(quotation.text.split()): quotation.mark for quotation in record.prose.quotations}
        near = difflib.get_close_matches(difference.before, list(here), n=1, cutoff=0.5)
        mark = here[near[0]] if near else mark
    became = f"it became “{difference.after}”" if difference.after else "it is gone"
    return Problem(
        record.path,
        mark.line,
        mark.column,
        "published-changed",
        f"the published {'quotation' if difference.key == 'quotations' else difference.key} "
        f"“{difference.before}” must not change without a note; {became}.",
        "Undo the edit, or add an entry of `date`, `what` and `why` under `changes`, besides those that are there."
        if record.changes
        else "Undo the edit, or add to the head: `changes:` with an entry of `date`, `what` and `why`.",
    )


def _vanished(published: str, old: Old, corpus: Corpus) -> Problem:
    twin = next(
        (
            name(record)
            for record in records(corpus)
            if old["values"] and values(record, known_terms(corpus)) == old["values"] and record.path != old["path"]
        ),
        "",
    )
    hint = f" Its values stand in `{twin}` now: write `was: [{published.rpartition('/')[2]}]` there." if twin else ""
    return Problem(
        str(old["path"]),
        1,
        1,
        "published-removed",
        f"the published record `{published}` must not vanish without a note.{hint}",
        "Put it back; or list it in `content/removed.md` with `record`, `title`, `date` and `why`; "
        "or, if it has another file name now, add `was: [old-id]` to its head.",
    )


def _lost_addresses(corpus: Corpus, before: Mapping[str, Any]) -> Iterator[Problem]:
    """Addresses of records that went in an earlier release, and of which nothing tells any more."""
    names = {name(record) for record in records(corpus)} | _renamed(corpus).keys() | before["records"].keys()
    known = {addresses.of_name(name) for name in names | {gone.record for gone in corpus.removed.removed}}
    for address in before.get("addresses", []):
        if "#" not in address and address not in known:
            yield Problem(
                corpus.removed.path,
                1,
                1,
                "published-address",
                f"`{address}` was published once, so a page must stand there and say what became of it.",
                "Put its entry back into `content/removed.md`, or add `was: [old-id]` to the record in its place.",
            )
