"""A date of an event that is another now, and the places that still tell the former one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.dossier import spotting
from briefing.dossier.where.sought import read
from briefing.markup import quotation_marks
from briefing.model.kinds import texts
from briefing.model.problems import Level, Problem
from briefing.model.prose import Mark
from briefing.model.records import Corpus, Event, Record, Removed, Source, Words
from briefing.model.relations import name, named, records
from briefing.model.statements import Role
from briefing.model.timing import accounts
from briefing.publication.former import olds_of
from briefing.publication.manifest import Manifest
from briefing.quotations import reckoning
from briefing.quotations.figures import Figure

_REMEDY = "Give the present date, or both; if another day is meant, cite the paragraph that gives that."


def dates_told(corpus: Corpus, before: Manifest) -> dict[str, set[str]]:
    """The dates that were published of each event, by its id now."""
    olds = olds_of(corpus, before.records)
    return {
        id: {str(old.values["date"]) for old in olds.get(name(event), ()) if "date" in old.values}
        for id, event in corpus.events.items()
    }


def warnings(root: Path, corpus: Corpus, former: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    """Where something still tells a `former` date of an event and rests on the event, or on a source of its."""
    for id, event in corpus.events.items():
        now = read(str(event.date), ["en"]) if event.is_sure("date") else []
        for old in sorted(former.get(id, ())):
            gone = [day for day in read(old, ["en"]) if day.month and not any(map(day.agrees, now))]
            for day in gone if now else ():
                yield from _still_told(root, corpus, event, day, now)


def _still_told(root: Path, corpus: Corpus, event: Event, day: Figure, now: list[Figure]) -> Iterator[Problem]:
    same_day = [
        account
        for other in corpus.events.values()
        for _, account in accounts(other)
        if other is not event and account.date and _is(day, read(str(account.date), ["en"]))
    ]
    for record in records(corpus):
        for mark, text, cited in _texts(record):
            found = read(quotation_marks.mask(text), [corpus.dossier.language])
            told = [one for one in found if one.month and (one.month, one.day) == (day.month, day.day)]
            told = [one for one in told if one.year in (0, day.year)]
            if not told or _is(now[0], found) or not _rests_on(record, cited, event):
                continue
            if any(_closeness(record, cited, other) > _closeness(record, cited, event) for other in same_day):
                continue  # it is that one's date
            shown = " ".join(told[0].shown.split())
            message = f"a date that is another now should not be told elsewhere as it was; “{shown}” was that of "
            message += f"`{event.id}`, which is now of {now[0].shown}."
            problem = Problem(record.path, *mark, "date-elsewhere", message, _REMEDY, Level.WARNING)
            yield spotting.moved(root, problem, [(text[: told[0].start], told[0].shown)])


def _is(day: Figure, found: Iterable[Figure]) -> bool:
    return any(day.agrees(one) and one.agrees(day) for one in found if one.month)


def _cited(event: Event) -> frozenset[tuple[str, int]]:
    return frozenset((cite.source, number) for cite in event.cite for number in cite.paragraphs)


def _rests_on(record: Record, cited: frozenset[tuple[str, int]], event: Event) -> bool:
    """Whether what a record says there is about an event: its own record, one that names it, or of the same source."""
    is_named = event.id in named(record)["events"] or record is event
    return is_named or not {source for source, _ in cited}.isdisjoint(cite.source for cite in event.cite)


def _closeness(record: Record, cited: frozenset[tuple[str, int]], event: Event) -> tuple[bool, int]:
    """How much what a record says there is about an event: whether it names it, and how many paragraphs both cite."""
    return event.id in named(record)["events"] or record.id == event.id, len(cited & _cited(event))


def _texts(record: Record) -> Iterator[tuple[Mark, str, frozenset[tuple[str, int]]]]:
    """What a record says in our own words, with its spot and the paragraphs cited; notes on changes left out."""
    if isinstance(record, Source | Words | Removed):
        return
    every = frozenset(
        (cite.source, number) for said in record.statements for cite in said.citations for number in cite.paragraphs
    )
    for statement in reckoning.statements(record):
        if statement.role is Role.NOTE:
            cited = frozenset((cite.source, number) for cite in statement.citations for number in cite.paragraphs)
            yield record.spot(statement.where), statement.text, cited
    for text in texts(record):
        if not text.key.startswith("changes."):
            own = frozenset((cite.source, number) for cite in text.cite for number in cite.paragraphs)
            yield record.mark(text.key), text.text, own or every
