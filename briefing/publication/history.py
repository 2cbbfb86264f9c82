"""No silent edits: what changed or vanished since it was published, and whether a note tells of it. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from briefing.model import addresses
from briefing.model.problems import Problem
from briefing.model.prose import Mark
from briefing.model.records import Change, Corpus, Position, Record
from briefing.model.relations import name, records, title
from briefing.model.statements import quotations
from briefing.publication.compare import differences
from briefing.publication.former import former_actors, olds_of, vanished
from briefing.publication.manifest import UPDATE, Difference, Entry, Manifest, PublishedRecord
from briefing.publication.values import fingerprint

#: How like a vanished quotation another must be for the change to be told there (0 to 1).
_NEAR = 0.5
_MOVE = "If the actor changed its mind, move what was published, as it was, under `earlier`; else undo"
_ANOTHER = "an entry of `date`, `what` and `why` under `changes`, besides those that are there."
_FIRST = "to the head: `changes:` with an entry of `date`, `what` and `why`."


def noted(change: Change) -> str:
    """A note on a change as it is kept."""
    return f"{change.date} {change.what} {change.why}"


def _beside(corpus: Corpus, before: Manifest) -> Iterator[tuple[Record, list[PublishedRecord], list[Change]]]:
    """Each record, what was published of it, also under other names, and its notes that were not published yet."""
    all_olds = olds_of(corpus, before.records)
    for record in records(corpus):
        olds = all_olds[name(record)]
        known = {note for old in olds for note in old.notes}
        yield record, olds, [change for change in record.changes if noted(change) not in known]


def _since(corpus: Corpus, before: Manifest) -> Iterator[Entry]:
    """Each new note, of which the last one of a record has what changed; and each other position that an actor took, of
    which no note tells, dated by what the actor said.
    """
    actors = former_actors(corpus)
    for record, olds, notes in _beside(corpus, before):
        if notes or isinstance(record, Position):
            changed = tuple(difference for old in olds for difference in differences(record, old, actors))
        for number, note in enumerate(notes, 1):
            yield _entry(record, str(note.date), note.what, note.why, changed if number == len(notes) else ())
        if isinstance(record, Position) and not notes:
            for update in (difference for difference in changed if difference.is_update):
                what = "Changed position." if update.key == UPDATE else "Repeated its position."
                yield _entry(record, str(record.stated.as_of), what, "", (update,))


def _entry(record: Record, date: str, what: str, why: str, changed: tuple[Difference, ...]) -> Entry:
    url = addresses.of_path(record.path) or ""
    return Entry(date, name(record), title(record), url, what, why, changed)


def history(corpus: Corpus, before: Manifest) -> list[Entry]:
    """Every change to readers, newest first: those recorded at releases, and the notes and removals since."""
    removals = (
        Entry(str(gone.date), gone.record, gone.title, addresses.of_name(gone.record), "Removed", gone.why)
        for gone in corpus.removed.removed
    )
    known = {(entry.record, entry.date, entry.what) for entry in before.history}
    since = (*_since(corpus, before), *removals)
    entries = [*before.history, *(entry for entry in since if (entry.record, entry.date, entry.what) not in known)]
    return sorted(entries, key=lambda entry: (entry.date, entry.record, entry.what), reverse=True)


def edited(corpus: Corpus, before: Manifest) -> Iterator[Record]:
    """Records whose files are others than those published, though no note tells of it.

    What must not change without a note is told by `compare`, so this is their wording, or a detail.
    """
    told = {entry.record for entry in _since(corpus, before)}
    for record, olds, _ in _beside(corpus, before):
        if olds and name(record) not in told and fingerprint(record) not in [old.hash for old in olds]:
            yield record


def compare(corpus: Corpus, before: Manifest, whole: bool, drafts: frozenset[str]) -> Iterator[Problem]:
    """Every published value that changed or vanished without a new note, and every published record that vanished.

    Unless all files could be read (`whole`), none is held to have vanished. `drafts` are the paths of drafts.
    """
    if whole and all(record.is_sure("was", "removed") for record in records(corpus)):
        yield from vanished(corpus, before, drafts)
    actors = former_actors(corpus)
    for record, olds, notes in _beside(corpus, before):
        for old in olds if record.is_sure("changes") else ():
            yield from _lost_notes(record, old)
            if notes or _repeats(record):
                continue
            changed = differences(record, old, actors)
            if silent := [d for d in changed if not d.is_update and _is_sure(record, d)]:
                yield _changed(record, silent)


def _repeats(record: Record) -> bool:
    """Whether a note says the same as another, which is told: it was meant to tell of what changed."""
    return len({(change.date, change.what) for change in record.changes}) < len(record.changes)


def _is_sure(record: Record, difference: Difference) -> bool:
    """Whether a difference is one, and no value that could not be read."""
    if difference.key == "quotations":
        return not record.spoilt
    return record.is_sure(*difference.key.replace("coordinates", "latitude.longitude").split("."))


def _lost_notes(record: Record, old: PublishedRecord) -> Iterator[Problem]:
    """Published notes that the record no longer holds."""
    now = [noted(change) for change in record.changes]
    for note in old.notes:
        if note not in now:
            message = f"a published note on a change must stay; this one is gone: “{note}”."
            remedy = "Put it back under `changes`, as it was."
            yield Problem(record.path, *record.mark("changes"), "published-changed", message, remedy)


def _changed(record: Record, differences: list[Difference]) -> Problem:
    """All that changed of a record, told once, since one note is enough for it."""
    first = differences[0]
    mark = record.mark(first.key if record.has(first.key) else first.key.split(".")[0])
    if first.key == "quotations":
        spots = {
            " ".join(q.text.split()): q.where for _, q in quotations(record.statements) if isinstance(q.where, Mark)
        }
        near = difflib.get_close_matches(first.before, list(spots), n=1, cutoff=_NEAR)
        mark = spots[near[0]] if near else mark
    keys = list(dict.fromkeys(difference.key for difference in differences[1:]))
    also = f"; changed too: {', '.join(f'`{key}`' for key in keys)}" if keys else ""
    became = f"it became “{first.after}”" if first.after else "it is gone"
    what = "quotation" if first.key == "quotations" else first.key
    message = f"the published {what} “{first.before}” must not change without a note; {became}{also}."
    is_moved = isinstance(record, Position) and "stance" in (first.key, *keys)
    remedy = f"{_MOVE if is_moved else 'Undo'} the edit, or add {_ANOTHER if record.changes else _FIRST}"
    return Problem(record.path, *mark, "published-changed", message, remedy)
