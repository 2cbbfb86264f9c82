"""The moment of which a dossier tells, and as of when its points hold: a page that is read years later must say so."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import dates, relations
from briefing.model.dates import PartialDate
from briefing.model.records import Corpus, Source, Stand
from briefing.model.vocabulary import EventState, Standing

#: What holds at one moment and may have changed since; what is disputed or unknown claims no such moment.
MOMENTARY = (Standing.IN_FORCE, Standing.PLANNED)
#: So many days after the moment of which it tells, a site is one of the past.
_LONG = 60
#: The last days of the first and the second third of a month.
_EARLY, _MIDDLE = 10, 20


class Moment(Struct, frozen=True):
    """The moment of which a dossier tells: its date, in which third of the month that was, as far as this follows from
    what happened last, and whether we infer its year.
    """

    date: PartialDate
    third: str = ""
    is_inferred: bool = False

    @property
    def words(self) -> str:
        """The moment in words, as they stand behind `as of`: `early November 2022 (year inferred)`."""
        return f"{self.third}{dates.words(self.date)}{' (year inferred)' if self.is_inferred else ''}"

    @property
    def then(self) -> str:
        """The same as they stand in a sentence: `in early November 2022 (year inferred)`, `on 8 March 2025`."""
        return " ".join(filter(None, (_before(self.date), self.words)))

    def is_long_ago(self, today: datetime.date) -> bool:
        """Whether a site of that day speaks of the past."""
        return dates.latest(self.date) + _LONG < today.toordinal()

    def holds(self, day: PartialDate | None) -> bool:
        """Whether a day may be that of the moment, so that nobody has to be told it again."""
        if day is None:
            return True
        return dates.earliest(day) <= dates.latest(self.date) and dates.earliest(self.date) <= dates.latest(day)


def moment(corpus: Corpus) -> Moment | None:
    """The day on which the newest of the cited sources was published; where none says so, the day of which the points
    under what stands and the positions hold, the newest of them; else that of the last event. None without any.
    """
    cited = relations.cited(corpus)
    if published := _newest(source.published for source in corpus.sources.values() if source.id in cited):
        return Moment(published)
    happened = [
        date
        for event in corpus.events.values()
        if event.state is EventState.HAPPENED and event.date
        for date in event.date.named
        if dates.has_year(date)
    ]
    date = (
        _newest(source.about for source in corpus.sources.values() if source.id in cited)
        or _newest(stand.as_of for stand in corpus.dossier.stands)
        or _newest(position.stated.as_of for position in corpus.positions.values())
        or _newest(happened)
    )
    if date is None or not dates.has_year(date):
        return None
    found = _blurred(date, date.year in relations.inferred_years(corpus))
    last = max((one.day for one in happened if (one.year, one.month) == (date.year, date.month)), default=0)
    return replace(found, third=_third(last)) if last and not date.day else found


def told(sources: Iterable[Source]) -> Moment | None:
    """The moment of which sources tell: the day on which the newest was published, else about which it must have been;
    None where nobody knows.
    """
    known = list(sources)
    if published := _newest(source.published for source in known):
        return Moment(published)
    about = _newest(source.about for source in known)
    return _blurred(about, True) if about else None


def _blurred(date: PartialDate, is_inferred: bool) -> Moment:
    """A date as a moment: of a day that is not sure, the month and the third of it."""
    if date.day and date.doubt:
        return Moment(PartialDate(date.year, date.month), _third(date.day), is_inferred)
    return Moment(date, is_inferred=is_inferred)


def _third(day: int) -> str:
    """In which third of a month a day is, as it stands before the month."""
    return "early " if day <= _EARLY else "mid-" if day <= _MIDDLE else "late "


def _newest(days: Iterable[PartialDate | None]) -> PartialDate | None:
    return max((day for day in days if day), key=dates.sort_key, default=None)


def day(stand: Stand, sources: Sequence[Source]) -> PartialDate | None:
    """The day that a point gives; else, for what is in force or planned, that of the newest source that it cites."""
    if stand.as_of or stand.status not in MOMENTARY:
        return stand.as_of
    return _newest(source.published for source in sources)


def when(stand: Stand, sources: Sequence[Source]) -> str:
    """The day in the words that follow the status, or nothing: `on 1 November 2022`, `as of 2022 (year inferred)`.

    The year is ours where none of the sources says when it was published.
    """
    date = day(stand, sources)
    if date is None:
        return ""
    before = _before(date) if stand.status is Standing.IN_FORCE and not date.doubt else "as of"
    inferred = "" if any(source.published for source in sources) else " (year inferred)"
    return f"{before} {dates.words(date)}{inferred}"


def _before(date: PartialDate) -> str:
    """The word that leads to a date in a sentence."""
    return "" if date.doubt else "on" if date.day or date.unspecified.startswith("-") else "in"
