"""The seam to Pelican: a plugin with one generator that renders our pages and one writer that writes them.

With `pelican -s briefing/pelicanconf.py` it reads and checks the dossier itself; `briefing.build.whole` hands it a
checked job. Pelican's own generators find nothing to do.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from briefing.site import map_view, templates
from briefing.site.cached_page import CachedPage
from briefing.site.exports import EXPORTS
from briefing.site.job import Job
from briefing.site.render import File, Rendering
from briefing.store import files, marker, pool


class BriefingWriter(Writer):  # type: ignore[misc]
    """Writes whole files below the output folder, each path once."""

    def write_whole(self, file: File) -> None:
        """Write one file. Raises RuntimeError when its path was written before or leads out of the output folder."""
        folder = Path(self.output_path).resolve()
        target = folder / file.path
        if ".." in target.parts or target in self._written_files:
            raise RuntimeError(f"{file.path} must be a path of its own inside the output folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(file.content)
        self._written_files.add(target)


class BriefingGenerator(Generator):  # type: ignore[misc]
    """Renders every page kind of `briefing.site.pages` with the theme's templates, many pages on all cores."""

    @files.readable()
    def generate_output(self, writer: BriefingWriter) -> None:
        """Render and write everything; what was made is found in the settings under BRIEFING_BUILT."""
        job = self.settings["BRIEFING_JOB"]
        drawing = nullcontext(job.drawn) if job.drawn else map_view.drawing(job.corpus, job.settings, job.cache)
        with drawing as drawn:
            # Taken before they are read, so that the next build sees when one was saved meanwhile.
            theme_key = templates.fingerprint(job.settings.theme)
            with templates.reporting_faults(job.settings.theme):
                templates.prepare(self.env, job.settings.theme, job.cache)
            run = Rendering(self.env, job, Path(self.output_path), drawn, theme_key)
        known = {page.save_as: run.cached(page) for page in run.pages}
        paths = Counter([*(page.save_as for page in run.pages), *EXPORTS])
        if shared := [path for path, number in paths.items() if number > 1]:
            raise RuntimeError(f"every page and file must have a path of its own; several have {', '.join(shared)}")
        todo = [page for page in run.pages if known[page.save_as] is None]
        fresh = pool.parallel_map(lambda number: run.make(todo[number]), len(todo))
        pages = {path: cached for path, cached in known.items() if cached}
        pages |= zip((page.save_as for page in todo), fresh, strict=True)
        others: dict[str, int] = {}
        for file in run.others():
            writer.write_whole(file)
            others[file.path] = len(file.content)
        self.settings["BRIEFING_BUILT"] = BuiltSite(run, pages, others)
        if "BRIEFING" in self.settings:
            names = [*pages, *others]
            marker.seal(run.fresh, names)
            for folder in {run.fresh, *(parent for name in names for parent in (run.fresh / name).parents[:-1])}:
                if folder.is_relative_to(run.fresh):
                    folder.chmod(0o755)  # it may have been there before


class BuiltSite(NamedTuple):
    """A whole site: the run that made it, its pages and its other files with their sizes."""

    run: Rendering
    pages: dict[str, CachedPage]
    others: dict[str, int]


def prepare(pelican: Any) -> None:
    """Read and check the dossier before Pelican does anything; stop with all problems listed if there are any."""
    if "BRIEFING_JOB" in pelican.settings:
        return
    from briefing.dossier.inspection import inspect
    from briefing.model import problems

    chosen = pelican.settings["BRIEFING"]
    inspection = inspect(chosen.root)
    if inspection.errors or inspection.loaded.corpus is None:
        raise SystemExit(problems.as_text(inspection.problems))
    pelican.settings["BRIEFING_JOB"] = Job.of(inspection, chosen)


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(_generator)
    signals.get_writer.connect(_writer)


def _generator(pelican: Any) -> type[BriefingGenerator]:
    return BriefingGenerator


def _writer(pelican: Any) -> type[BriefingWriter]:
    return BriefingWriter
