"""What is published now, what was published once, and the history of changes.

`briefing.publication.values` says which values count, `briefing.publication.compare` which of them are others now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefing.model import addresses
from briefing.model.records import Corpus, Position, Record
from briefing.model.relations import name, records, title
from briefing.publication.compare import beside, differences, noted
from briefing.publication.former import former_actors, names_now
from briefing.publication.manifest import UPDATE, Difference, Entry, Manifest, PublishedRecord
from briefing.publication.values import fingerprint, is_quotation, values
from briefing.quotations import matching
from briefing.quotations.vouching import PublishedBefore


def manifest(corpus: Corpus, before: Manifest, day: str = "") -> Manifest:
    """What is published now, and the history of changes: that of `before` and what changed since.

    `day` is that of a release; what was edited without a note since the last one is kept under it, and so is what no
    release held before.
    """
    since = list(_since(corpus, before))
    told = {entry.record for entry in since}
    names = {name(record) for record in records(corpus)}
    edits = {record: when for record, when in before.edits.items() if record in names}
    ever, published = set(before.addresses), {}
    for record, olds, _ in beside(corpus, before):
        key, url = name(record), addresses.of_path(record.path)
        if olds and key not in told and fingerprint(record) not in [old.hash for old in olds]:
            edits[key] = day  # what must not change without a note is told by `compare`: this is wording, or a detail
        if not record.digest:
            continue
        own = before.records.get(key)
        days = [old.first for old in ([own] if own else olds)]
        published[key] = PublishedRecord(
            path=record.path,
            url=url,
            title=title(record),
            hash=fingerprint(record),
            values=values(record),
            notes=[noted(change) for change in record.changes],
            first=min(days) if days else "" if url in ever else day,  # it may have been taken away since
        )
    urls = sorted(ever | {record.url or "" for record in published.values()})
    history = _history(corpus, before, since)
    return Manifest(version=1, records=published, history=history, addresses=urls, edits=edits)


def _since(corpus: Corpus, before: Manifest) -> Iterator[Entry]:
    """Each new note, of which the last one of a record has what changed; and each other position that an actor took, of
    which no note tells, dated by what the actor said.
    """
    actors = former_actors(corpus)
    for record, olds, notes in beside(corpus, before):
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


def _history(corpus: Corpus, before: Manifest, since: list[Entry]) -> list[Entry]:
    """Every change to readers, newest first: those recorded at releases, those `since`, and removals."""
    removals = (
        Entry(str(gone.date), gone.record, gone.title, addresses.of_name(gone.record), "Removed", gone.why)
        for gone in corpus.removed.removed
    )
    known = {(entry.record, entry.date, entry.what) for entry in before.history}
    new = (*since, *removals)
    entries = [*before.history, *(entry for entry in new if (entry.record, entry.date, entry.what) not in known)]
    return sorted(entries, key=lambda entry: (entry.date, entry.record, entry.what), reverse=True)


def published_before(corpus: Corpus, before: Manifest) -> PublishedBefore:
    """All quotations and notes that a manifest tells of, those of former releases, too."""
    names = names_now(corpus)
    quotations: dict[str, set[str]] = defaultdict(set)
    for old_name, record in before.records.items():
        for value in (value for key, value in record.values.items() if is_quotation(key)):
            quotations[names.get(old_name, "")].update([value] if isinstance(value, str) else value)
    for entry in before.history:
        for difference in (d for d in entry.differences if is_quotation(d.key)):
            quotations[names.get(entry.record, "")] |= {difference.before, difference.after}
    notes = frozenset(text for entry in before.history for text in (entry.title, entry.what, entry.why))
    every = {matching.fingerprint(words): words for words in sorted(set().union(*quotations.values())) if words}
    of = {key: frozenset(map(matching.fingerprint, filter(None, own))) for key, own in quotations.items()}
    return PublishedBefore(every, notes, of)
