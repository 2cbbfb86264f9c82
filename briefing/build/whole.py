"""The whole build: read, check, render through Pelican into a fresh folder, audit, swap. In process, start to end."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.build import build_record
from briefing.build.build_record import BuildRecord, Inputs, Summary
from briefing.build.faults import BuildFault, BuildStopped
from briefing.dossier.inspection import Inspection, inspect
from briefing.model import dates, problems, relations
from briefing.model.settings import Settings
from briefing.publication import history
from briefing.site import audit, fault_location, map_view
from briefing.site.job import Job
from briefing.site.theme import ThemeFault
from briefing.store import output_dir, snapshot
from briefing.store.cache import Cache

if TYPE_CHECKING:
    from briefing.build import pelican_plugin


def build(settings: Settings, cache: Cache, before: Inputs, last: BuildRecord | None = None) -> Summary:
    """Build the whole site, but keep pages that would be the same. `before` is what is read here, as it was before,
    `last` the record of the last build. Raises what `builder.build` raises.
    """
    started = time.monotonic()
    gc.freeze()  # modules and records stay, so the collector finds almost nothing in them; by default it would take
    gc.set_threshold(50_000, 20, 1_000)  # a tenth of a build to look through them again and again
    inspection = inspect(settings.root, cache)
    if inspection.errors or inspection.loaded.corpus is None:
        raise BuildStopped(inspection.problems)
    spare = output_dir.spare(settings.output)
    on_twin = bool(last and last.twin and spare.is_dir() and last.twin.matches(spare))
    cache.drop(build_record.NAME)  # so that a build that is killed leaves nothing that the next one trusts

    def is_known() -> bool:
        return last is not None and last.site.names_match(settings.output)

    with output_dir.building(settings.output, is_known, on_twin=on_twin) as draft:
        work = replace(Job.of(inspection, settings, cache), tampered=_tampered(settings.output, last))
        try:
            built = _pelican(work, draft.folder)
        except ThemeFault as fault:
            raise BuildStopped([fault.problem]) from None
        draft.names = [*built.pages, *built.others]
        _audit(built, settings.root)
        summary, dossier = _summary(built, inspection), inspection.loaded.corpus.dossier
        style, inferred = inspection.loaded.style, relations.inferred_years(inspection.loaded.corpus)
        unseen = history.unseen(inspection.loaded.corpus, inspection.published)
        pages, shelf, former = built.pages, built.run.shelf, built.run.former
        del built, work, inspection  # all records, which nobody needs any more; what follows can have their room
    summary = summary._replace(seconds=time.monotonic() - started)
    if build_record.inputs(settings).stats != before.stats or draft.snapshots is None:
        return summary  # pages may be made of what nobody hashed
    shelf.fill(pages, {path for path in pages.keys() | former.keys() if former.get(path) is not pages.get(path)})
    cache.write("style", style)
    day = dates.day(dossier.as_of) if dossier.as_of else None
    record = BuildRecord(settings, day, summary.day, before, *draft.snapshots, style.key, inferred, unseen, summary)
    cache.write(build_record.NAME, record)
    return summary


def _tampered(output: Path, last: BuildRecord | None) -> frozenset[str]:
    """The files of the last site that are not as they were written, also where their time and size are."""
    known = last.site.files if last else {}
    return frozenset(path for path, written in known.items() if snapshot.file_stat(f"{output}/{path}") != written)


def _audit(built: pelican_plugin.BuiltSite, root: Path) -> None:
    """Audit the site. Raises BuildStopped for a fault that a record made, BuildFault for any other."""
    links = {path: cached.links for path, cached in built.pages.items()}
    if faults := audit.faults(links, built.others):
        if traced := fault_location.locate(faults[:20], built.run.work.corpus, root):
            raise BuildStopped(traced)
        raise BuildFault("\n".join(faults[:20]))


def _summary(built: pelican_plugin.BuiltSite, inspection: Inspection) -> Summary:
    """What a build made; `seconds` are not known yet."""
    work = built.run.work
    return Summary(
        pages=len(built.pages),
        files=len(built.pages) + len(built.others),
        size=sum(kept.state[1] for kept in built.pages.values()) + sum(built.others.values()),
        seconds=0.0,
        warnings=tuple(str(problem) for problem in problems.warnings(inspection.problems)),
        site_url=work.site_url,
        day=work.today.isoformat(),
    )


def _pelican(work: Job, fresh: Path) -> pelican_plugin.BuiltSite:
    """Let Pelican render the job into `fresh`; the map is drawn while it is imported."""
    with map_view.drawing(work.corpus, work.settings, work.cache) as drawn:
        from pelican import Pelican
        from pelican.log import console
        from pelican.settings import read_settings

        from briefing.build import pelican_plugin
        from briefing.model.settings import pelican as pelican_settings

        console.quiet = True
        settings = read_settings(
            override={
                **pelican_settings(work.settings, fresh),
                "PLUGINS": [pelican_plugin],
                "BRIEFING_JOB": replace(work, drawn=drawn),
            }
        )
        engine = Pelican(settings)
        if pelican_plugin not in engine.plugins:
            raise BuildFault("Pelican must take our plugin; it did not.")
        engine.run()
    built: pelican_plugin.BuiltSite = engine.settings["BRIEFING_BUILT"]
    return built
