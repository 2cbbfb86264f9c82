"""As of when a point under what stands holds: a page that is read years later must say so. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import dates
from briefing.model.records import PartialDate, Source, Stand
from briefing.model.vocabulary import Standing

#: What is said of one moment and may have changed since; what is disputed or not known claims no such moment.
MOMENTARY = (Standing.IN_FORCE, Standing.PLANNED)


def day(stand: Stand, sources: Sequence[Source]) -> PartialDate | None:
    """The day it gives; else, where it says what is in force or planned, that of the newest of the sources it cites."""
    if stand.as_of or stand.status not in MOMENTARY:
        return stand.as_of
    published = [source.published for source in sources if source.published]
    return max(published, key=dates.sort_key, default=None)


def when(stand: Stand, sources: Sequence[Source]) -> str:
    """The day in words that go behind the status: `on 1 November 2022`, `as of 2022 (year inferred)`; or nothing.

    The year is ours where none of the sources says when it was published.
    """
    found = day(stand, sources)
    if found is None:
        return ""
    before = "as of" if stand.status is not Standing.IN_FORCE else "on" if found.day else "in"
    inferred = "" if any(source.published for source in sources) else " (year inferred)"
    return f"{before} {dates.words(found)}{inferred}"
