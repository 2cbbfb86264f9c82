"""The tasks that write records, or say what a record may hold."""

from __future__ import annotations

import sys

from briefing.cli.commands.console import dossier, say, stop
from briefing.model import problems
from briefing.model.settings import today
from briefing.model.wording import count


def new(kind: str, id: str, root: str, **wishes: str) -> None:
    """`invoke new`; `wishes` are title, languages, region and generator of a new dossier."""
    from briefing.dossier.format import newer
    from briefing.reading import scaffold

    if kind == "dossier":
        from briefing.cli import begin

        begin.dossier(id, root, **wishes)
        return
    if given := [f"--{name}" for name, value in wishes.items() if value]:
        stop(f"{' and '.join(given)} must stand only with `invoke new dossier`.", 2)
    try:
        chosen = dossier(root)
        if fault := newer(chosen.root):
            stop(str(fault), root=root)
        path = scaffold.write(chosen.root, kind, id, today(None, None).isoformat())
    except scaffold.ScaffoldError as error:
        stop(f"{error}.", 2, root)
    say(f"{path} is there, as a draft. Fill it in, remove `status: draft`, and run `invoke check`.", root)


def upgrade(root: str, is_to_write: bool, generator: str = "") -> None:
    """`invoke upgrade`."""
    from briefing.cli import upgrade as upgrading
    from briefing.dossier.upgrade import UpgradeError

    if generator:
        from briefing.cli import begin

        begin.raise_pin(dossier(root).root, root, generator, is_to_write)
        return
    try:
        for line in upgrading.told(dossier(root).root, root, is_to_write):
            print(line)
    except UpgradeError as error:
        stop(str(error), 1, root)


def release(root: str) -> None:
    """`invoke release`."""
    from briefing.dossier.inspection import inspect
    from briefing.publication import manifest, published
    from briefing.reading.discover import PUBLISHED
    from briefing.store import files

    chosen = dossier(root)
    inspection = inspect(chosen.root)
    if inspection.errors or inspection.loaded.corpus is None:
        say(problems.as_text(inspection.problems), root, sys.stderr)
        stop("Nothing was released: a dossier with problems cannot be published.")
    data = published.manifest(inspection.loaded.corpus, inspection.published, today(None, None).isoformat())
    try:
        files.write(chosen.root / "content" / PUBLISHED, manifest.as_json(data))
    except OSError as error:
        stop(f"content/{PUBLISHED} could not be written ({error.strerror}). Nothing was released; check its rights.")
    print(f"content/{PUBLISHED} holds {len(data.records)} records. Commit it with your changes.")


def schema(kind: str, root: str, ids: bool, is_to_write: bool) -> None:
    """`invoke schema`."""
    import json

    from briefing.dossier import completing, parse
    from briefing.model.records import BY_NAME
    from briefing.reading import schema as heads

    if kind and kind not in BY_NAME:
        stop(f"--kind must be one of {', '.join(BY_NAME)}; not {kind!r}.", 2)
    if is_to_write and kind:
        stop("--write must stand without --kind: it writes a file for each kind.", 2)
    names = [kind] if kind else list(BY_NAME)
    if not ids and not is_to_write:
        print(json.dumps(heads.schema(names), indent=2, ensure_ascii=False))
        return
    chosen = dossier(root)
    loaded = parse.load(chosen.root)
    if not loaded.files.records:
        stop(
            f"{chosen.root} must be a dossier, with records in `content` and `seeds`; `invoke check` says more.",
            2,
            root,
        )
    if not is_to_write:
        known = completing.choices(loaded)
        print(json.dumps(completing.with_ids(names, known), indent=2, ensure_ascii=False))
        return
    try:
        written = completing.renew(chosen.root, loaded)
    except OSError as error:
        stop(f"{completing.FOLDER} must be a folder of the dossier that can be written ({error.strerror}).")
    said = f"Wrote {count(len(written), 'file')}" if written else "Nothing had changed"
    say(
        f"{said} in {completing.FOLDER}/. `invoke serve` keeps them up to date; docs/editors.md says who reads them.",
        root,
    )
