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


class _Comparison:
    """The records of a dossier beside what was published of them."""

    def __init__(self, corpus: Corpus, before: Manifest) -> None:
        self.corpus, self.actors = corpus, former_actors(corpus)
        self.all_olds = olds_of(corpus, before.records)

    def olds(self, record: Record) -> list[PublishedRecord]:
        """What was published of a record, also under other names."""
        return self.all_olds[name(record)]

    def new_notes(self, record: Record) -> list[Change]:
        """The record's notes that were not published yet."""
        known = {note for old in self.olds(record) for note in old.notes}
        return [change for change in record.changes if noted(change) not in known]

    def differences(self, record: Record) -> tuple[Difference, ...]:
        """What of a record's published values is another now."""
        return tuple(d for old in self.olds(record) for d in differences(record, old, self.actors))

    def notes(self) -> Iterator[Entry]:
        """Each new note; the last one of a record has what changed."""
        for record in records(self.corpus):
            changes = self.new_notes(record)
            for number, change in enumerate(changes, 1):
                changed = self.differences(record) if number == len(changes) else ()
                yield _entry(record, str(change.date), change.what, change.why, changed)

    def updates(self) -> Iterator[Entry]:
        """Each other position that an actor took, of which no note tells, dated by what the actor said."""
        for position in self.corpus.positions.values():
            for difference in () if self.new_notes(position) else self.differences(position):
                if difference.is_update:
                    what = "Changed position." if difference.key == UPDATE else "Repeated its position."
                    yield _entry(position, str(position.stated.as_of), what, "", (difference,))


def _entry(record: Record, date: str, what: str, why: str, changed: tuple[Difference, ...]) -> Entry:
    url = addresses.of_path(record.path) or ""
    return Entry(date, name(record), title(record), url, what, why, changed)


def history(corpus: Corpus, before: Manifest) -> list[Entry]:
    """Every change to readers, newest first: those recorded at releases, and the notes and removals since."""
    comparison = _Comparison(corpus, before)
    removals = (
        Entry(str(gone.date), gone.record, gone.title, addresses.of_name(gone.record), "Removed", gone.why)
        for gone in corpus.removed.removed
    )
    known = {(entry.record, entry.date, entry.what) for entry in before.history}
    since = (*comparison.notes(), *comparison.updates(), *removals)
    entries = [*before.history, *(entry for entry in since if (entry.record, entry.date, entry.what) not in known)]
    return sorted(entries, key=lambda entry: (entry.date, entry.record, entry.what), reverse=True)


def edited(corpus: Corpus, before: Manifest) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """Records whose files are others than those published, though no note tells of it; each with the published hashes.

    What must not change without a note is told by `compare`, so this is their wording, or a detail.
    """
    comparison = _Comparison(corpus, before)
    updated = {entry.record for entry in comparison.updates()}
    for record in records(corpus):
        hashes = tuple(old.hash for old in comparison.olds(record))
        is_noted = name(record) in updated or comparison.new_notes(record)
        if hashes and fingerprint(record) not in hashes and not is_noted:
            yield record, hashes


def unseen(corpus: Corpus, before: Manifest) -> dict[str, tuple[str, ...]] | None:
    """Briefs whose next edit does not show among what was edited, by name; with the hashes at which it would.

    None where nothing was published, so that no edit does.
    """
    if not before.records:
        return None
    comparison = _Comparison(corpus, before)
    free = {name(record): hashes for record, hashes in edited(corpus, before)}
    for brief in corpus.briefs.values():
        if not comparison.olds(brief) or comparison.new_notes(brief):
            free[name(brief)] = ()
    return free


def compare(corpus: Corpus, before: Manifest, whole: bool, drafts: frozenset[str]) -> Iterator[Problem]:
    """Every published value that changed or vanished without a new note, and every published record that vanished.

    Unless all files could be read (`whole`), none is held to have vanished. `drafts` are the paths of drafts.
    """
    if whole and all(record.is_sure("was", "removed") for record in records(corpus)):
        yield from vanished(corpus, before, drafts)
    comparison = _Comparison(corpus, before)
    for record in records(corpus):
        for old in comparison.olds(record) if record.is_sure("changes") else ():
            yield from _lost_notes(record, old)
            if comparison.new_notes(record) or _repeats(record):
                continue
            changed = differences(record, old, comparison.actors)
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
