"""The record of the last build, by which we tell that nothing changed before anything heavy is imported.

It holds the stats of all that a build read and wrote. When these are as they were, so is the site.
"""

from __future__ import annotations

import datetime
import time
from typing import NamedTuple

from briefing.model.settings import Settings, audits_whole, tells_words, today
from briefing.store import snapshot
from briefing.store.memo import Memo, Stage, key_of
from briefing.store.snapshot import Snapshot


class Summary(NamedTuple):
    """What a build made: `size` in bytes, how many `seconds` it took, its `warnings` as text, and the plugins that
    may have changed what was written.
    """

    pages: int
    files: int
    size: int
    seconds: float
    warnings: tuple[str, ...]
    site_url: str
    day: str
    listeners: tuple[str, ...]


class Inputs(NamedTuple):
    """All that a build reads: its stats by path, and the hashes of the files that are racy."""

    stats: Snapshot
    racy: dict[str, str]

    def are_as_they_were(self) -> bool:
        """Whether every file and folder is the same now, and none was added."""
        matching = self.stats.files_match() and self.stats.folders_match()
        return matching and snapshot.hashes(self.racy) == self.racy


class BuildRecord(NamedTuple):
    """One successful build: the dossier's own day, what it read and wrote, and what it said."""

    dossier_day: datetime.date | None
    inputs: Inputs
    site: Snapshot
    summary: Summary


def _stage(memo: Memo) -> Stage[BuildRecord]:
    return memo.stage("build", BuildRecord)


def _key(settings: Settings, dossier_day: datetime.date | None) -> bytes:
    """The key of a build with these settings, on the day from which it speaks, of how it was audited and may speak."""
    return key_of(*map(str, settings), today(settings.as_of, dossier_day), audits_whole(), tells_words())


def inputs(settings: Settings) -> Inputs:
    """All that a build reads, as it is now; to be called before anything is read."""
    moment = time.time_ns()
    stats = snapshot.survey(*settings.sources)
    racy = (path for path, file in stats.files.items() if snapshot.is_racy(file, moment))
    return Inputs(stats, snapshot.hashes(racy))


def last(settings: Settings, memo: Memo) -> BuildRecord | None:
    """The record of the last build, if it had the same settings and spoke from the same day."""
    return _stage(memo).traced("", lambda record: _key(settings, record.dossier_day))


def remember(settings: Settings, memo: Memo, record: BuildRecord) -> None:
    """Remember a build."""
    _stage(memo).put("", _key(settings, record.dossier_day), record)


def forget(memo: Memo) -> None:
    """Forget the last build."""
    _stage(memo).retain(())


def unchanged(settings: Settings, last: BuildRecord | None) -> Summary | None:
    """What the last build said, if a build now would make the same; else None."""
    same = last and last.inputs.are_as_they_were() and last.site.matches(settings.output)
    return last.summary if last and same else None
