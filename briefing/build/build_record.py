"""The record of the last build, by which we tell that nothing changed before anything heavy is imported.

It holds the stats of all that a build read and wrote. When these are as they were, so is the site.
"""

from __future__ import annotations

import datetime
import time
from typing import NamedTuple

from briefing.model.settings import Settings, today
from briefing.store import snapshot
from briefing.store.cache import Cache
from briefing.store.snapshot import Snapshot

#: Under this name the cache has it.
NAME = "build"


class Summary(NamedTuple):
    """What a build made: `size` in bytes, how many `seconds` it took, and its `warnings` as text."""

    pages: int
    files: int
    size: int
    seconds: float
    warnings: tuple[str, ...]
    site_url: str
    day: str


class Inputs(NamedTuple):
    """All that a build reads: its stats by path, and the hashes of the files that are racy."""

    stats: Snapshot
    racy: dict[str, str]

    def changed(self, now: Inputs) -> set[str] | None:
        """The files that are other ones `now`; None when files or folders were added or taken away."""
        paths = snapshot.changed(self.stats.files, now.stats.files)
        if paths is None or self.stats.folders.keys() != now.stats.folders.keys():
            return None
        still = snapshot.hashes(self.racy.keys() - set(paths))
        return {*paths, *(path for path, value in still.items() if value != self.racy[path])}


class BuildRecord(NamedTuple):
    """One successful build: its settings, the day, what it read and wrote, and what it said.

    `twin` is the copy that a build of a large site leaves beside it, `style_key` the key of what its texts were checked
    against, `inferred` the years that must be marked where they stand, `unseen` the briefs whose next edit the page of
    changes does not tell.
    """

    settings: Settings
    dossier_day: datetime.date | None
    day: str
    inputs: Inputs
    site: Snapshot
    twin: Snapshot | None
    style_key: bytes
    inferred: frozenset[int]
    unseen: dict[str, tuple[str, ...]] | None
    summary: Summary


def inputs(settings: Settings) -> Inputs:
    """All that a build reads, as it is now; to be called before anything is read."""
    moment = time.time_ns()
    stats = snapshot.survey(settings.root / "content", settings.root / "seeds", settings.theme)
    racy = (path for path, file in stats.files.items() if snapshot.is_racy(file, moment))
    return Inputs(stats, snapshot.hashes(racy))


def last(settings: Settings, cache: Cache) -> BuildRecord | None:
    """The record of the last build, if it had the same settings and spoke from the same day."""
    record = cache.read(NAME)
    if not isinstance(record, BuildRecord) or record.settings != settings:
        return None
    return record if record.day == today(settings.as_of, record.dossier_day).isoformat() else None


def unchanged(settings: Settings, last: BuildRecord | None) -> Summary | None:
    """What the last build said, if a build now would make the same; else None."""
    if last is None:
        return None
    stats, racy = last.inputs
    same = (
        stats.files_match()
        and stats.folders_match()
        and snapshot.hashes(racy) == racy
        and last.site.matches(settings.output)
    )
    return last.summary if same else None
