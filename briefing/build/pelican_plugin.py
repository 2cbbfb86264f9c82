"""The seam to Pelican: a plugin with one generator that makes all artifacts, and a writer that writes them.

With `pelican -s briefing/pelicanconf.py` it reads and checks the dossier itself; `briefing.build.builder` hands it a
checked job. Pelican's own generators find nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple, TextIO
from urllib.parse import urlsplit

from jinja2 import Template
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from briefing.model.settings import OUR_PLUGIN, audits_whole
from briefing.quotations import copying
from briefing.site import finish, map_view, templates
from briefing.site.artifacts import Artifact, Made
from briefing.site.audit import Audit
from briefing.site.job import Job
from briefing.site.languages import Languages
from briefing.site.lookup import Lookup
from briefing.site.pages.common import Page
from briefing.site.render import Rendering
from briefing.store import files, marker, pool, snapshot
from briefing.store.memo import Stage


class BriefingWriter(Writer):  # type: ignore[misc]
    """Pelican's writer, which renders pages and sends `content_written`; other files it takes as bytes.

    Nothing is written through a link, nor into a file that another folder may share.
    """

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:
        Path(filename).unlink(missing_ok=True)
        opened: TextIOWrapper = super()._open_w(filename, encoding, override)
        opened.reconfigure(newline="\n")  # the same bytes on any system
        return opened

    def write_bytes(self, name: str, content: bytes) -> None:
        """Write one file below the output folder."""
        target = Path(self.output_path) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(content)


class _Capturing:
    """A template whose pages are finished, and remembered for the audit."""

    def __init__(self, template: Template, languages: Languages) -> None:
        self.template, self.languages, self.text = template, languages, ""

    def render(self, context: dict[str, Any]) -> str:
        """What the template makes of a context."""
        self.text = finish.finished(self.template.render(context), self.languages)
        return self.text


class BuiltSite(NamedTuple):
    """A whole site: what was made of each artifact, by path, the keys of those that are new, and the job.

    `listeners` are plugins besides ours that may change what was written; then there are no keys.
    """

    made: dict[str, Made]
    keys: dict[str, bytes]
    job: Job
    listeners: tuple[str, ...]


class BriefingGenerator(Generator):  # type: ignore[misc]
    """Makes every artifact of `briefing.site.artifacts`, many at once on all cores.

    An artifact whose key is what it was, and whose file still stands in the last site, is taken over.
    """

    @files.readable()
    def generate_output(self, writer: BriefingWriter) -> None:
        """Make and write everything; what was made is found in the settings under BRIEFING_BUILT."""
        job: Job = self.settings["BRIEFING_JOB"]
        drawing = nullcontext(job.drawn) if job.drawn else map_view.drawing(job.corpus, job.settings, job.memo)
        folders = templates.template_folders(job.settings)
        whole = audits_whole()
        with drawing as drawn, templates.reporting_faults(folders):
            run = Rendering(job, drawn(), templates.prepare(self.env, folders, job.memo), whole)
        stage: Stage[Made] = job.memo.stage("artifact", Made)
        listeners = _listeners(self.settings["PLUGINS"])
        if listeners:
            stage.retain(())
        kept = {artifact.path: self._taken_over(run, artifact, stage) for artifact in run.artifacts}
        todo = [artifact for artifact in run.artifacts if kept[artifact.path] is None]
        audit = _audit(job, whole)
        most = 1 if listeners else 8
        fresh = pool.parallel_map(lambda number: self._make(run, todo[number], writer, audit), len(todo), most)
        new = dict(zip((artifact.path for artifact in todo), fresh, strict=True))
        made = {path: old or new[path] for path, old in kept.items()}
        keys = {} if listeners else {artifact.path: run.key(artifact, made[artifact.path]) for artifact in todo}
        self.settings["BRIEFING_BUILT"] = BuiltSite(made, keys, job, listeners)

    def _taken_over(self, run: Rendering, artifact: Page | Artifact, stage: Stage[Made]) -> Made | None:
        """What is remembered of an artifact that would be the same now; its file is then in the fresh folder."""
        path, job = artifact.path, run.job
        if not job.site.get(path) or snapshot.file_stat(f"{job.settings.output}/{path}") != job.site[path]:
            return None
        old = stage.traced(path, lambda old: run.key(artifact, old))
        return old if old and job.take_over(path) else None

    def _make(self, run: Rendering, artifact: Page | Artifact, writer: BriefingWriter, audit: Audit) -> Made:
        """Make an artifact and write it into the fresh folder."""
        lookup = Lookup(run.index)
        if isinstance(artifact, Artifact):
            writer.write_bytes(artifact.path, artifact.make(lookup, *artifact.inputs))
            return Made(lookup.used())
        with templates.reporting_faults(templates.template_folders(run.job.settings)):
            name, context = run.fill(artifact, lookup)
            template = _Capturing(self.env.get_template(name), run.languages)
            writer.write_file(artifact.path, template, {}, url=artifact.url, **context)
        return Made(lookup.used(), audit.look(artifact.path, template.text))


def _listeners(plugins: Iterable[str]) -> tuple[str, ...]:
    """The plugins besides ours, where any may look at what was written."""
    hears = signals.content_written.receivers or signals.finalized.receivers
    return tuple(name for name in plugins if name != OUR_PLUGIN) if hears else ()


def _audit(job: Job, whole: bool) -> Audit:
    """How pages are audited; a `whole` look also holds them against the sources' texts."""
    return Audit(urlsplit(job.site_url).path or "/", copying.Sieve(job.runs).copied if whole else None)


def looked_over(built: BuiltSite, folder: Path) -> BuiltSite:
    """A site as it stands in its folder, after plugins changed it or added to it."""
    audit = _audit(built.job, whole=True)
    made = {}
    for path in marker.files(folder):
        page = (folder / path).read_text("utf-8", errors="replace") if path.endswith(".html") else None
        made[path] = Made("", None if page is None else audit.look(path, page))
    del made[marker.MARKER]
    return built._replace(made=made)


def prepare(pelican: Any) -> None:
    """Where Pelican runs by itself, read and check the dossier before it does anything, and mark the output as ours.

    Raises SystemExit with all problems listed, if there are errors.
    """
    if "BRIEFING_JOB" in pelican.settings:
        return
    from briefing.dossier.inspection import inspect
    from briefing.model import problems

    chosen = pelican.settings["BRIEFING"]
    inspection = inspect(chosen.root)
    if inspection.errors or inspection.loaded.corpus is None:
        raise SystemExit(problems.as_text(inspection.problems))
    job = pelican.settings["BRIEFING_JOB"] = Job.of(inspection, chosen)
    pelican.settings["SITEURL"] = job.site_url.rstrip("/")
    run, folder = pelican.run, Path(pelican.output_path)
    before = {*marker.files(folder)} - marker.listed(folder) if folder.is_dir() else set()

    @files.readable()
    def run_and_mark() -> None:
        run()
        ours = {*marker.files(folder)} - before - {marker.MARKER}
        marker.seal(folder, ours)
        for path in {folder, *(parent for name in ours for parent in (folder / name).parents)}:
            if path.is_relative_to(folder):
                path.chmod(0o755)  # it may have been there before

    pelican.run = run_and_mark


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(_generator)
    signals.get_writer.connect(_writer)


def _generator(pelican: Any) -> type[BriefingGenerator]:
    return BriefingGenerator


def _writer(pelican: Any) -> type[BriefingWriter]:
    return BriefingWriter
