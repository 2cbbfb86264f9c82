"""The dates that a dossier's records give, and what they cite for them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.model import dates, timing
from briefing.model.dates import PartialDate
from briefing.model.records import Corpus, Event, Position, Record
from briefing.model.relations import laters, records, sayings
from briefing.quotations import figures


class Dated(Struct, frozen=True):
    """The dates that a dossier gives: `days` those of records, with the source and the paragraphs that they cite,
    `months` and `years` all that it gives anywhere; `names` are those with figures, which need no proof, longest first,
    `coming` the years after those in which sources appeared, in which the days lie that they announce. Our own words
    are of the `language`, a BCP 47 tag.
    """

    days: tuple[tuple[str, tuple[int, ...], PartialDate], ...] = ()
    months: frozenset[tuple[int, int]] = frozenset()
    years: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    coming: frozenset[int] = frozenset()
    language: str = "en"

    @classmethod
    def of(cls, corpus: Corpus) -> Dated:
        """The dates of a dossier's records."""
        days: list[tuple[str, tuple[int, ...], PartialDate]] = []
        for event in corpus.events.values():
            for _, account in timing.accounts(event):
                days += [(cite.source, cite.paragraphs, day) for cite in account.cite for day in own_dates(account)]
        for position in corpus.positions.values():
            for _, said in sayings(position):
                days += [(cite.source, cite.paragraphs, said.as_of) for cite in said.cite]
        for record in records(corpus):
            for _, _, later in laters(record):
                days += [(cite.source, cite.paragraphs, later.date) for cite in later.cite]
        for source in corpus.sources.values():
            told = [source.published, source.accessed, *(voice.date for voice in source.voices)]
            days += [(source.id, (), day) for day in told if day]
        all_days = [day for _, _, day in days] + list(corpus.dossier.period)
        all_days += [stand.as_of for stand in corpus.dossier.stands if stand.as_of]
        all_days += [corpus.dossier.trend.since] if corpus.dossier.trend else []
        all_days = [day for day in all_days if dates.has_year(day)]
        months = frozenset((day.year, day.month) for day in all_days if day.month)
        years = frozenset(day.year for day in all_days)
        names = {name for actor in corpus.actors.values() for name in (actor.name, actor.short)}
        names |= {place.name for place in corpus.places.values()} | {entry.neutral for entry in corpus.names.names}
        language = corpus.dossier.language
        told_apart = sorted(
            (name for name in names if figures.read(name, language)), key=lambda name: (-len(name), name)
        )
        coming = frozenset(source.published.year + 1 for source in corpus.sources.values() if source.published)
        return cls(tuple(sorted(days)), months, years, tuple(told_apart), coming, language)

    @classmethod
    def published(cls, days: Sequence[PartialDate]) -> Dated:
        """What only the days on which sources appeared give."""
        months = frozenset((day.year, day.month) for day in days if day.month)
        return cls(months=months, years=frozenset(day.year for day in days))

    @property
    def key(self) -> tuple[object, ...]:
        """What changes whenever a figure may be given by another date, or read otherwise."""
        return self.days, sorted(self.months), sorted(self.years), self.names, sorted(self.coming), self.language

    def by(self, cited: Mapping[str, Sequence[int]]) -> Iterator[PartialDate]:
        """The dates of records that cite one of these paragraphs, and of the sources themselves."""
        for source, paragraphs, day in self.days:
            if source in cited and (not paragraphs or {*paragraphs} & {*cited[source]}):
                yield day


def own_dates(record: Record) -> list[PartialDate]:
    """The dates that a record itself bears."""
    own = [later.date for _, _, later in laters(record)]
    if isinstance(record, Event):
        own += [date for date in timing.dated(record) if dates.has_year(date)]
    return own + ([said.as_of for _, said in sayings(record)] if isinstance(record, Position) else [])
