"""What is published now, and what was published once.

`briefing.publication.values` says which values count, `briefing.publication.history` what changed since.
"""

from __future__ import annotations

from collections import defaultdict

from briefing.model import addresses
from briefing.model.records import Corpus
from briefing.model.relations import name, records, title
from briefing.publication import former, history
from briefing.publication.manifest import Manifest, PublishedRecord
from briefing.publication.values import fingerprint, is_quotation, values
from briefing.quotations import matching
from briefing.quotations.proofs import PublishedBefore


def manifest(corpus: Corpus, before: Manifest, day: str = "") -> Manifest:
    """What is published now, and the history of changes: that of `before` and what changed since.

    `day` is that of a release; what was edited without a note since the last one is kept under it, and so is what no
    release held before.
    """
    olds = former.olds_of(corpus, before.records)
    ever, published = set(before.addresses), {}
    for record in records(corpus):
        if not record.digest:
            continue
        url = addresses.of_path(record.path)
        own = before.records.get(name(record))
        days = [old.first for old in ([own] if own else olds[name(record)])]
        published[name(record)] = PublishedRecord(
            path=record.path,
            url=url,
            title=title(record),
            hash=fingerprint(record),
            values=values(record),
            notes=[history.noted(change) for change in record.changes],
            first=min(days) if days else "" if url in ever else day,  # it may have been taken away since
        )
    urls = ever | {record.url or "" for record in published.values()}
    known = {name(record) for record in records(corpus)}
    edits = {record: when for record, when in before.edits.items() if record in known}
    edits |= {name(record): day for record in history.edited(corpus, before)}
    entries = history.history(corpus, before)
    return Manifest(version=1, records=published, history=entries, addresses=sorted(urls), edits=edits)


def published_before(corpus: Corpus, before: Manifest) -> PublishedBefore:
    """All quotations and notes that a manifest tells of, those of former releases, too."""
    names = former.names_now(corpus)
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
