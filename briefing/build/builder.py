"""The build: read, check, make all artifacts through Pelican in a fresh folder, audit, swap. In process, start to end.

What would be the same as in the last build is neither read nor made again; that is the only way in which builds differ.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.build import build_record
from briefing.build.build_record import BuildRecord, Summary
from briefing.build.faults import BuildFault, BuildStopped
from briefing.dossier.inspection import Inspection, inspect
from briefing.model import dates, problems
from briefing.model.problems import Problem
from briefing.model.settings import Settings
from briefing.site import audit, fault_location, map_view
from briefing.site.artifacts import Made
from briefing.site.job import Job
from briefing.site.theme import ThemeFault
from briefing.store import output_dir
from briefing.store.marker import MARKER
from briefing.store.memo import Memo, Stage, key_of

if TYPE_CHECKING:
    from briefing.build.pelican_plugin import BuiltSite


def build(
    settings: Settings, memo: Memo | None = None, look: Callable[[Inspection], None] = lambda inspection: None
) -> Summary:
    """Build the site, with what `memo` remembers of earlier builds; `look` is shown what was read before it is judged.

    Raises BuildStopped when the dossier has errors, OutputError when the output cannot be used, BuildFault when the
    audit finds a fault. In all cases the last site stays as it was.
    """
    started = time.monotonic()
    memo = memo or Memo(settings.root, settings.output)
    last = build_record.last(settings, memo)
    before = build_record.inputs(settings)
    inspection = inspect(settings.root, memo)
    look(inspection)
    corpus = inspection.loaded.corpus
    if inspection.errors or corpus is None:
        raise BuildStopped(inspection.problems)
    job = replace(Job.of(inspection, settings, memo), site=last.site.files if last else {})
    with output_dir.building(settings.output, empty=len(settings.plugins) > 1) as draft:  # plugins write as they like
        try:
            built = _pelican(replace(job, take_over=draft.take_over), draft.folder)
        except ThemeFault as fault:
            raise BuildStopped([fault.problem]) from None
        draft.names = built.made.keys()
        _audit(built, settings.root)
    summary = Summary(
        pages=sum(made.links is not None for made in built.made.values()),
        files=len(built.made),
        size=sum(stat[2] for path, stat in draft.site.files.items() if path != MARKER),
        seconds=time.monotonic() - started,
        warnings=tuple(str(problem) for problem in problems.warnings(inspection.problems)),
        site_url=job.site_url,
        day=job.today.isoformat(),
        listeners=built.listeners,
    )
    as_of = corpus.dossier.as_of
    record = BuildRecord(dates.day(as_of) if as_of else None, before, draft.site, summary)
    is_alone = draft.site.files.keys() == {*built.made, MARKER}
    if is_alone and build_record.inputs(settings).stats == before.stats:
        _remember(settings, memo, built, record)
    else:  # somebody changed the site, or what it is made of, meanwhile
        build_record.forget(memo)
    memo.settle()
    return summary


def _remember(settings: Settings, memo: Memo, built: BuiltSite, record: BuildRecord) -> None:
    """Remember what was made, and of what."""
    stage: Stage[Made] = memo.stage("artifact", Made)
    for path, key in built.keys.items():
        stage.put(path, key, built.made[path])
    stage.retain(built.made)
    build_record.remember(settings, memo, record)


def _audit(built: BuiltSite, root: Path) -> None:
    """Audit all pages. Raises BuildStopped for a fault that a record made, BuildFault for any other."""
    links = {path: made.links for path, made in built.made.items() if made.links}
    others = sorted(built.made.keys() - links.keys())
    memo, key = built.job.memo, key_of([(path, key_of(own)) for path, own in links.items()], others)
    if faults := memo.made("audit", list[str], key, lambda: audit.faults(links, others)):
        if traced := fault_location.locate(faults[:20], built.job.corpus, root):
            raise BuildStopped(traced)
        raise BuildFault("\n".join(faults[:20]))


def _pelican(job: Job, fresh: Path) -> BuiltSite:
    """Let Pelican write the site into `fresh`; the map is drawn while it is imported."""
    with map_view.drawing(job.corpus, job.settings, job.memo) as drawn:
        from pelican import Pelican
        from pelican.log import console
        from pelican.settings import read_settings

        from briefing import pelicanconf
        from briefing.build import pelican_plugin
        from briefing.model.settings import pelican as pelican_settings

        console.quiet = True
        own = {name: value for name, value in vars(pelicanconf).items() if name.isupper()}
        override = own | pelican_settings(job.settings, fresh)
        override |= {"SITEURL": job.site_url.rstrip("/"), "BRIEFING": None, "BRIEFING_JOB": replace(job, drawn=drawn)}
        engine = Pelican(read_settings(override=override))
        loaded = {name.rpartition(".")[2] for name in engine.settings["PLUGINS"]}
        if lost := [name for name in job.settings.plugins if name.rpartition(".")[2] not in loaded]:
            message = f"Pelican must find every plugin; {', '.join(lost)} it did not."
            remedy = "Install it, or correct its name under PLUGINS; nothing was built."
            raise BuildStopped([Problem("briefing/pelicanconf.py", 1, 1, "plugin", message, remedy)])
        engine.run()
    built: BuiltSite = engine.settings["BRIEFING_BUILT"]
    return pelican_plugin.looked_over(built, fresh) if built.listeners else built
