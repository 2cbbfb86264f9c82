"""What the tasks do: read options, call the package, print, and end with the right exit code."""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from briefing.model import problems
from briefing.model.settings import HOME, Settings, SettingsError, settings, today

if TYPE_CHECKING:
    from briefing.build.build_record import Summary
    from briefing.model.records import Corpus
    from briefing.store.memo import Memo


for _stream in (sys.stdout, sys.stderr):
    # A terminal that cannot show a letter shows its number instead of a traceback.
    if isinstance(_stream, io.TextIOWrapper):
        _stream.reconfigure(errors="backslashreplace")


def _settings(root: str = "", output: str = "", as_of: str = "", site_url: str = "") -> Settings:
    try:
        from briefing import pelicanconf

        plugins, templates = pelicanconf.PLUGINS, pelicanconf.THEME_TEMPLATES_OVERRIDES
        return settings(root, output, as_of, site_url, plugins=plugins, templates=templates)
    except SettingsError as error:
        _stop(f"{error}.", 2)


def _stop(message: str, code: int = 1, root: str = "") -> NoReturn:
    _say(message, root, sys.stderr)
    raise SystemExit(code)


def _say(text: str, root: str, file: TextIO | None = None) -> None:
    """Print; commands in the text name the dossier at `root`, if one was named."""
    print(problems.for_root(text, root), file=file)


def build(root: str, output: str, as_of: str, site_url: str) -> None:
    """`invoke build`."""
    import time

    from briefing.build import build_record
    from briefing.store.memo import Memo

    chosen = _settings(root, output, as_of, site_url)
    started = time.monotonic()
    memo = Memo(chosen.root, chosen.output)
    summary = build_record.unchanged(chosen, build_record.last(chosen, memo))
    if summary:
        seconds = time.monotonic() - started
        done = f"Nothing changed: {summary.pages} pages stand as they are (looked for {seconds:.1f} s)"
    else:
        summary = _make(chosen, memo, root)
        done = f"Built {summary.pages} pages in {summary.seconds:.1f} s"
        if summary.listeners:
            names = ", ".join(summary.listeners)
            print(f"All pages were written anew, one after the other, for {names} may change what is written.")
    for warning in summary.warnings:
        _say(f"{warning} (warning)", root, sys.stderr)
    warnings = f"{len(summary.warnings)} {'warning' if len(summary.warnings) == 1 else 'warnings'}"
    where = f"As of {summary.day}, for {summary.site_url}\nIn {chosen.output}"
    _say(f"{done}, {warnings}. {where}; `invoke serve` shows it.", root)
    gc.freeze()  # the program ends here; to look through all records for garbage first would take longer than a page


def _make(chosen: Settings, memo: Memo, root: str) -> Summary:
    from briefing.build import builder
    from briefing.build.faults import BuildFault, BuildStopped
    from briefing.model.wording import count
    from briefing.store.files import OutputError

    try:
        return builder.build(chosen, memo)
    except BuildStopped as stop:
        _say(problems.as_text(stop.problems), root, sys.stderr)
        stays = " The last site stays as it was." if chosen.output.is_dir() else ""
        _stop(f"\nNothing was built: {count(len(problems.errors(stop.problems)), 'problem')}.{stays}")
    except OutputError as error:
        _stop(str(error))
    except BuildFault as fault:
        _stop(f"{fault}\nNothing was built: the generator or its theme has a fault. Please report it.")


def check(root: str, format: str, list_rules: bool) -> None:
    """`invoke check`."""
    from briefing import checks
    from briefing.checks.codes import CODES
    from briefing.dossier.inspection import inspect
    from briefing.model.wording import count
    from briefing.store.memo import Memo

    if list_rules:
        rules = CODES | {rule.code: " ".join(rule.text.split()) for rule in checks.rules()}
        print("\n".join(f"{code}: {text}" for code, text in sorted(rules.items())))
        return
    if format not in problems.FORMATS:
        _stop(f"--format must be one of {', '.join(problems.FORMATS)}; not {format!r}.", 2)
    chosen = _settings(root)
    reported = inspect(chosen.root, Memo(chosen.root, chosen.output)).problems
    if format == "github":
        inside = chosen.root.is_relative_to(Path.cwd())
        folder = chosen.root.relative_to(Path.cwd()) if inside else chosen.root
        text = problems.as_github(reported, "" if chosen.root == HOME else f"{folder.as_posix()}/")
    else:
        text = problems.FORMATS[format](reported)
    if text:
        _say(text, root)
    errors = len(problems.errors(reported))
    if format == "text":
        warnings = f", and {count(len(reported) - errors, 'warning')}" if len(reported) > errors else ""
        print(f"{count(errors, 'problem') if errors else 'No problems'} found{warnings}.")
    if errors:
        raise SystemExit(1)


def verify(root: str, accept: str = "") -> None:
    """`invoke verify`."""
    from briefing.cli import voices
    from briefing.dossier.inspection import inspect
    from briefing.model.wording import count
    from briefing.quotations import verification

    chosen = _settings(root)
    inspection = inspect(chosen.root)
    if accept and not inspection.is_newer:
        _accept(chosen.root, accept, inspection.loaded.corpus, root)
        inspection = inspect(chosen.root)
    verified = inspection.verified
    unread = problems.errors(list(inspection.loaded.problems))  # the lock would lack the proofs of these records
    reported = [
        problem
        for problem in inspection.problems
        if (problem in verified.problems and problem.code != "lock-outdated")
        or problem in unread
        or inspection.loaded.corpus is None
    ]
    if reported:
        _say(problems.as_text(reported), root)
    if inspection.loaded.corpus:
        for line in voices.proposed(inspection.loaded.corpus, verified):
            _say(line, root)
    if problems.errors(reported):
        _stop(f"{count(len(problems.errors(reported)), 'problem')} found; no lock was written.")
    if not verified.texts:
        print("No source's text is at hand (seeds/<id>.txt); the locks vouch for the quotations.")
    try:
        changed = verification.write_locks(chosen.root, verified)
    except OSError as error:
        _stop(f"the locks in seeds could not be written ({error.strerror}). Check the folder's rights.")
    print(
        f"{count(verified.count, 'quotation stands', 'quotations stand')} word for word in "
        f"{'its source' if verified.count == 1 else 'their sources'}." + "".join(f"\nWrote {path}" for path in changed)
    )


def _accept(folder: Path, source: str, corpus: Corpus | None, root: str) -> None:
    """Take a source's text for the one on record; stop when quotations no longer stand in it."""
    from briefing.dossier import accept

    try:
        acceptance = accept.propose(folder, source, corpus)
        for line in acceptance.lines():
            _say(line, root)
        if acceptance.is_new:
            accept.write(folder, acceptance)
    except accept.AcceptError as error:
        _stop(f"{error}.", 2, root)
    except OSError as error:
        _stop(f"seeds/{source}.md could not be written ({error.strerror}). Check its rights.")
    done = "has both now" if acceptance.is_new else "has both already"
    print(f"seeds/{source}.md {done}.")
    if faults := len(acceptance.faults):
        these = "this quotation, which does" if faults == 1 else f"these {faults} quotations, which do"
        _stop(f"Mend {these} not stand in the text; then run `invoke verify`.", 1, root)


def report(root: str, format: str, as_of: str) -> None:
    """`invoke report`."""
    import json

    from briefing.cli import report as desk
    from briefing.dossier.inspection import inspect
    from briefing.model import dates

    if format not in ("text", "json"):
        _stop(f"--format must be text or json; not {format!r}.", 2)
    chosen = _settings(root, as_of=as_of)
    inspection = inspect(chosen.root)
    corpus = inspection.loaded.corpus
    if inspection.is_newer:
        _stop(problems.as_text(inspection.problems), root=root)
    if corpus is None or not corpus.dossier.digest:
        _stop("The dossier cannot be read; `invoke check` says why.", root=root)
    own = corpus.dossier.as_of
    data = desk.data(inspection, corpus, dates.partial(today(chosen.as_of, dates.day(own) if own else None)))
    print(json.dumps(data, indent=2, ensure_ascii=False) if format == "json" else desk.text(data))


def release(root: str) -> None:
    """`invoke release`."""
    from briefing.dossier.inspection import inspect
    from briefing.publication import manifest, published
    from briefing.reading.discover import PUBLISHED
    from briefing.store import files

    chosen = _settings(root)
    inspection = inspect(chosen.root)
    if inspection.errors or inspection.loaded.corpus is None:
        _say(problems.as_text(inspection.problems), root, sys.stderr)
        _stop("Nothing was released: a dossier with problems cannot be published.")
    data = published.manifest(inspection.loaded.corpus, inspection.published, today(None, None).isoformat())
    try:
        files.write(chosen.root / "content" / PUBLISHED, manifest.as_json(data))
    except OSError as error:
        _stop(f"content/{PUBLISHED} could not be written ({error.strerror}). Nothing was released; check its rights.")
    print(f"content/{PUBLISHED} holds {len(data.records)} records. Commit it with your changes.")


def serve(root: str, output: str, as_of: str, site_url: str, port: str) -> None:
    """`invoke serve`."""
    from briefing.cli import stopping

    if not port.isascii() or not port.isdecimal() or not 0 < int(port[:6]) < 65536:
        _stop(f"--port must be a number from 1 to 65535; not {port[:20]!r}.", 2)
    stopping.at_once()
    from briefing.cli import serve as server

    try:
        server.serve(_settings(root, output, as_of, site_url), int(port))
    except server.ServeError as error:
        _stop(f"{error}.")


def new(kind: str, id: str, root: str) -> None:
    """`invoke new`."""
    from briefing.dossier.format import newer
    from briefing.reading import scaffold

    try:
        if kind == "dossier":
            names = ", ".join(scaffold.start(Path(id).expanduser().resolve()))
            following = "for each source: `invoke new source ID`; and `invoke check` says what is missing."
            _say(f"A dossier is begun in {id}: {names} and the folder seeds. Fill them in. Next, {following}", id)
            return
        chosen = _settings(root)
        if fault := newer(chosen.root):
            _stop(str(fault), root=root)
        path = scaffold.write(chosen.root, kind, id, today(None, None).isoformat())
    except scaffold.ScaffoldError as error:
        _stop(f"{error}.", 2, root)
    _say(f"{path} is there, as a draft. Fill it in, remove `status: draft`, and run `invoke check`.", root)


def upgrade(root: str, is_to_write: bool) -> None:
    """`invoke upgrade`."""
    from briefing.cli import upgrade as upgrading
    from briefing.dossier.upgrade import UpgradeError

    try:
        for line in upgrading.told(_settings(root).root, root, is_to_write):
            print(line)
    except UpgradeError as error:
        _stop(str(error), 1, root)


def schema(kind: str) -> None:
    """`invoke schema`."""
    import json

    from briefing.model.records import BY_NAME
    from briefing.reading import schema as heads

    if kind and kind not in BY_NAME:
        _stop(f"--kind must be one of {', '.join(BY_NAME)}; not {kind!r}.", 2)
    print(json.dumps(heads.schema([kind] if kind else BY_NAME), indent=2, ensure_ascii=False))


def clean(root: str, output: str) -> None:
    """`invoke clean`."""
    from briefing.store import output_dir
    from briefing.store.files import OutputError

    chosen = _settings(root, output)
    try:
        print(f"Deleted {chosen.output}." if output_dir.clean(chosen.output) else "There was nothing to delete.")
    except OutputError as error:
        _stop(str(error))
