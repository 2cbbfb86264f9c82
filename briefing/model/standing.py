"""As of when a point under what stands holds, for a page that is read years later must say so."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import dates
from briefing.model.records import PartialDate, Source, Stand
from briefing.model.vocabulary import Standing

#: What holds at one moment and may have changed since; what is disputed or unknown claims no such moment.
MOMENTARY = (Standing.IN_FORCE, Standing.PLANNED)


def day(stand: Stand, sources: Sequence[Source]) -> PartialDate | None:
    """The day that a point gives; else, for what is in force or planned, that of the newest source that it cites."""
    if stand.as_of or stand.status not in MOMENTARY:
        return stand.as_of
    published = [source.published for source in sources if source.published]
    return max(published, key=dates.sort_key, default=None)


def when(stand: Stand, sources: Sequence[Source]) -> str:
    """The day in the words that follow the status, or nothing: `on 1 November 2022`, `as of 2022 (year inferred)`.

    The year is ours where none of the sources says when it was published.
    """
    date = day(stand, sources)
    if date is None:
        return ""
    in_force = stand.status is Standing.IN_FORCE and not date.doubt
    before = "as of" if not in_force else "on" if date.day or date.unspecified.startswith("-") else "in"
    inferred = "" if any(source.published for source in sources) else " (year inferred)"
    return f"{before} {dates.words(date)}{inferred}"
