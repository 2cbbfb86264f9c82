"""Whether anything at all changed since the last build: the quick answer, before anything heavy is imported.

A stamp holds the state of every file and folder that a build read and of every one it wrote. When all are as they were,
the output is what a build would make. Imports the cache, settings and states only.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from briefing.model.settings import Settings, today
from briefing.store import snapshot
from briefing.store.cache import Cache
from briefing.store.snapshot import States, Tree

NAME = "stamp"


class Summary(NamedTuple):
    """What a build made; `seconds` is how long it took, `warnings` are told as text."""

    pages: int
    files: int
    size: int
    seconds: float
    warnings: tuple[str, ...]
    site_url: str
    day: str


class Inputs(NamedTuple):
    """The states of all that a build reads, by path; `unsure` are hashes of the files whose states do not tell all."""

    files: States
    folders: States
    unsure: dict[str, str]


class Stamp(NamedTuple):
    """One successful build: its options, the day, what it read and wrote, and what it said.

    `spare` is the twin that a build of a large site leaves beside it, `style` the key of what its texts were held
    against, `inferred` the years that must be marked where they stand, `unseen` the briefs whose next edit is not told
    on the page of changes.
    """

    options: tuple[str, ...]
    dossier_day: Any
    day: str
    read: Inputs
    wrote: Tree
    spare: Tree | None
    style: bytes
    inferred: frozenset[int]
    unseen: dict[str, tuple[str, ...]] | None
    summary: Summary


def options(settings: Settings) -> tuple[str, ...]:
    """What of the settings a build depends on."""
    explicit = settings.as_of.isoformat() if settings.as_of else ""
    return str(settings.root), str(settings.output), str(settings.theme), explicit, settings.site_url


def inputs(settings: Settings) -> Inputs:
    """The states of all that a build reads, now. To be called before anything is read."""
    moment = snapshot.now()
    files, folders = snapshot.survey(settings.root / "content", settings.root / "seeds", settings.theme)
    return Inputs(files, folders, snapshot.hashes(files.recent(moment)))


def last(settings: Settings, cache: Cache) -> Stamp | None:
    """The stamp of the last build, if it had the same options and spoke from the same day."""
    stamp = cache.read(NAME)
    if not isinstance(stamp, Stamp) or stamp.options != options(settings):
        return None
    return stamp if stamp.day == today(settings.as_of, stamp.dossier_day).isoformat() else None


def unchanged(settings: Settings, stamp: Stamp | None) -> Summary | None:
    """What the last build said, if a build now would make the same; else None."""
    if stamp is None:
        return None
    read = stamp.read
    same = (
        read.files.stand()
        and read.folders.stand()
        and snapshot.hashes(read.unsure) == read.unsure
        and stamp.wrote.stands(settings.output)
    )
    return stamp.summary if same else None


def remember(cache: Cache, stamp: Stamp) -> None:
    """Note a build."""
    cache.write(NAME, stamp)


def forget(cache: Cache) -> None:
    """Note nothing of a build whose inputs changed while it ran."""
    cache.drop(NAME)
