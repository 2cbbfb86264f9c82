"""Checks on days as seen from today, and from the day on which a source was published."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence

from briefing.checks import Checked, Finding, check
from briefing.checks.sequence import PAST, shown
from briefing.model import dates, settings, timing, when
from briefing.model.citations import Citation
from briefing.model.dates import PartialDate
from briefing.model.problems import Level
from briefing.model.records import Event, Record
from briefing.model.relations import laters, records, sayings
from briefing.model.vocabulary import EventState


@check()
def check_future(checked: Checked) -> Iterator[Finding]:
    """What happened, what was said and what was changed must not lie in the future, seen from the dossier's day."""
    dossier = checked.corpus.dossier
    # a day more, for the editor may live where it is tomorrow already
    last = _today(checked).toordinal() + 1
    happened = [event for event in checked.corpus.events.values() if event.state in PAST]
    dated: list[tuple[Record, str, PartialDate]] = [
        (event, f"{prefix}date", account.date.begin)
        for event in happened
        for prefix, account in timing.accounts(event)
        if account.date and account.date.begin
    ]
    for position in checked.corpus.positions.values():
        dated += [(position, f"{prefix}as_of", said.as_of) for prefix, said in sayings(position)]
    dated += [(brief, "updated", brief.updated) for brief in checked.corpus.briefs.values()]
    for source in checked.corpus.sources.values():
        dated += [(source, key, day) for key in ("published", "about", "accessed") if (day := getattr(source, key))]
    stands = enumerate(dossier.stands)
    dated += [(dossier, f"stands.{index}.as_of", stand.as_of) for index, stand in stands if stand.as_of]
    dated += [(dossier, "trend.since", dossier.trend.since)] if dossier.trend else []
    for record in records(checked.corpus):
        dated += [(record, f"{prefix}date", later.date) for prefix, _, later in laters(record)]
        dated += [(record, f"changes.{index}.date", change.date) for index, change in enumerate(record.changes)]
    for record, key, day in dated:
        if dates.earliest(day) > last:
            message = f"a day that is told as past must not lie in the future; {dates.words(day)} does."
            remedy = "Correct the date."
            if isinstance(record, Event):
                remedy = "Correct the date; what is still to come is an event with `state: due`."
            elif dossier.as_of:
                remedy = "Correct the date; or, if the day is right, `as_of` in `content/dossier.md`."
            yield Finding(record, key, message, remedy)


def _today(checked: Checked) -> datetime.date:
    """The day that the dossier speaks from."""
    as_of = checked.corpus.dossier.as_of
    return settings.today(None, dates.day(as_of) if as_of else None)


@check()
def check_after_source(checked: Checked) -> Iterator[Finding]:
    """Nothing must have happened, or been held, after the last of its sources was published: it cannot tell of it."""
    corpus = checked.corpus
    for prefix, event in itertools.chain.from_iterable(map(timing.accounts, corpus.events.values())):
        told = timing.own(event) if not timing.in_versions(event) else None
        if told and event.state in PAST and event.is_sure("date", "after", "state"):
            key = f"{prefix}date" if event.date else "after"
            remedy = "Correct the date, or `published` of the source; what a source announces is `state: due`."
            yield from _after_sources(
                checked, event, key, told.earliest, event.cite, f"this was {shown(event)}", remedy
            )
    remedy = "Correct the date, or `published` of the source; or cite the source that tells of that day."
    for position in corpus.positions.values():
        for prefix, said in sayings(position):
            of = f"this is of {dates.words(said.as_of)}"
            first = dates.earliest(said.as_of)
            yield from _after_sources(checked, position, f"{prefix}as_of", first, said.cite, of, remedy)
    for index, stand in enumerate(corpus.dossier.stands):
        if day := stand.as_of:
            of, first = f"this is of {dates.words(day)}", dates.earliest(day)
            yield from _after_sources(checked, corpus.dossier, f"stands.{index}.as_of", first, stand.cite, of, remedy)
    for record in records(corpus):
        for prefix, _, later in laters(record):
            of, first = f"this is of {dates.words(later.date)}", dates.earliest(later.date)
            yield from _after_sources(checked, record, f"{prefix}date", first, later.cite, of, remedy)
    if trend := corpus.dossier.trend:
        of, first = f"this is since {dates.words(trend.since)}", dates.earliest(trend.since)
        yield from _after_sources(checked, corpus.dossier, "trend.since", first, trend.cite, of, remedy)


def _after_sources(
    checked: Checked, record: Record, key: str, first: int, cite: Sequence[Citation], told: str, remedy: str
) -> Iterator[Finding]:
    """That something cited was on a day `first` or later, when all its sources were published already."""
    sources = [checked.corpus.sources.get(citation.source) for citation in cite]
    days = [source.published if source and source.is_sure("published") else None for source in sources]
    known = [day for day in days if day]
    if not known or len(known) < len(days) or not record.is_sure("cite"):
        return
    last = max(known, key=dates.latest)
    if dates.latest(last) < first <= _today(checked).toordinal() + 1:  # what lies in the future is told as such
        which = "its source was" if len(days) == 1 else "the last of its sources was"
        message = f"what a source tells must not be later than it; {told}, and {which} published {_on(last)}."
        yield Finding(record, key, message, remedy)


def _on(date: PartialDate) -> str:
    return f"{'on' if date.day and not date.doubt else 'in' if not date.doubt else ''} {dates.words(date)}".strip()


@check(Level.WARNING)
def check_due_passed(checked: Checked) -> Iterator[Finding]:
    """An event that was over when the first of its sources was published should not be due any more: its source may say
    what became of it.
    """
    sources, events = checked.corpus.sources, checked.corpus.events.values()
    recorded = {event.outcome_of for event in events}
    is_known = checked.is_sure("seeds", "published") and checked.is_sure("content/events", "outcome_of")
    for event in events:
        told, over = timing.own(event), timing.over(event)
        published = [sources[cite.source].published for cite in event.cite if cite.source in sources]
        sure = is_known and event.is_sure("date", "end", "cite")
        if (
            event.state is not EventState.DUE
            or event.id in recorded
            or not published
            or not sure
            or not told
            or over is None
        ):
            continue
        known = [day for day in published if day]
        if len(known) < len(published):
            continue  # a source without a day may be an old one
        first = min(known, key=dates.earliest)
        if over < dates.earliest(first) <= _today(checked).toordinal() + 1:
            message = (
                f"an event that is due should lie ahead of its sources; this one was due {when.words(told)}, and the "
            )
            message += f"first of them was published {_on(first)}."
            remedy = "Write `state: happened` if the source says that it did; else say in the text what became of it, "
            remedy += "or record the outcome as an event of its own with `outcome_of`."
            yield Finding(event, "state", message, remedy)


@check(Level.WARNING)
def check_review_overdue(checked: Checked) -> Iterator[Finding]:
    """A record should get another look by the day that its `review_by` names; after it, its page says so to readers."""
    today = _today(checked)
    for record in records(checked.corpus):
        if record.review_by and dates.latest(record.review_by) < today.toordinal():
            whose = f" by {record.owner}" if record.owner else ""
            message = f"the record should have been looked at again{whose} by {dates.words(record.review_by)}, "
            message += "and readers are told that it was not."
            remedy = "See whether all of it still holds, and write the next day for a look under `review_by`."
            yield Finding(record, "review_by", message, remedy)
