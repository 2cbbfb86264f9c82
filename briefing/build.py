"""The build: read, check, render through Pelican into a fresh folder, audit, swap. In process, start to end."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import audit, dates, output, problems, render, stamp
from briefing.cache import Cache
from briefing.inspection import inspect
from briefing.problems import Problem
from briefing.settings import Settings
from briefing.stamp import Summary

if TYPE_CHECKING:
    from briefing import pelican_plugin


class BuildStopped(Exception):
    """A dossier with errors; `problems` are all of them, warnings too."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(f"{len(problems.errors(found))} errors")
        self.problems = found


class BuildFault(Exception):
    """A built site that does not hold what we promise; the fault is the theme's or ours."""


def build(settings: Settings, cache: Cache | None = None) -> Summary:
    """Build the site.

    Raises BuildStopped when the dossier has errors, OutputError when the output cannot be used, BuildFault when the
    audit finds a fault. In all cases the last site stays as it was.
    """
    started, moment = time.monotonic(), stamp.now()
    gc.freeze()  # what is imported stays; looking through it again and again is a twentieth of a build
    cache = cache or Cache(settings.root, settings.output)
    before = stamp.inputs(settings)
    inspection = inspect(settings.root, cache)
    if inspection.errors or inspection.loaded.corpus is None:
        raise BuildStopped(inspection.problems)
    work = render.job(inspection, settings, cache)
    with output.building(settings.output) as fresh:
        made = _pelican(work, fresh)
        notes = {path: kept.note for path, kept in made.pages.items()}
        if faults := audit.faults(notes, made.others):
            raise BuildFault("\n".join(faults[:20]))
    made.run.remember(made.pages)
    summary = Summary(
        pages=len(made.pages),
        files=len(made.pages) + len(made.others),
        size=sum(kept.state[1] for kept in made.pages.values()) + sum(made.others.values()),
        seconds=time.monotonic() - started,
        warnings=tuple(str(problem) for problem in problems.warnings(inspection.problems)),
        site_url=work.site_url,
        day=work.today.isoformat(),
    )
    dossier_day = work.corpus.dossier.as_of
    stamp.remember(
        settings, cache, before, moment, dates.day(dossier_day) if dossier_day else None, summary.day, summary
    )
    return summary


def _pelican(work: render.Job, fresh: Path) -> pelican_plugin.Made:
    """Let Pelican render the job into `fresh`."""
    from pelican import Pelican
    from pelican.log import console
    from pelican.settings import read_settings

    from briefing import pelican_plugin
    from briefing.settings import pelican as pelican_settings

    console.quiet = True
    settings = read_settings(
        override={**pelican_settings(work.settings, fresh), "PLUGINS": [pelican_plugin], "BRIEFING_JOB": work}
    )
    engine = Pelican(settings)
    if pelican_plugin not in engine.plugins:
        raise BuildFault("Pelican must take our plugin; it did not.")
    engine.run()
    made: pelican_plugin.Made = engine.settings["BRIEFING_MADE"]
    return made
