"""The task that makes sources of documents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.commands.console import dossier, say, stop
from briefing.model.settings import today

if TYPE_CHECKING:
    from briefing.importing.fetching import Fetched
    from briefing.model.records import Corpus


def import_(file: str, id: str, root: str, rights: str, archived: str, dry_run: bool) -> None:
    """`invoke import`."""
    from briefing.cli import imported
    from briefing.dossier.format import newer
    from briefing.importing import confined, writing
    from briefing.importing.blocks import ImportFault
    from briefing.importing.laying import Known
    from briefing.model import ids, outside

    chosen = dossier(root)
    if fault := newer(chosen.root):
        stop(str(fault), root=root)
    if not (chosen.root / "content").is_dir():
        stop(f"{chosen.root} must be a dossier; start one by `invoke new dossier FOLDER`.", 2)
    if id and (why := ids.fault(id, f"seeds/{id}.md")):
        stop(f"ID must be one that can be an address, which {id!r} cannot ({why}).", 2)
    if archived and (wrong := outside.fault(archived)):
        stop(f"--archived {wrong.must}. {wrong.remedy}", 2)
    try:
        got = _got(file)
        read = confined.read(got.name, got.data, got.charset, got.address)
        id = id or writing.free_id(chosen.root, got.name, read.title)
        is_new = not (chosen.root / f"seeds/{id}.md").exists()
        if not rights and is_new and not dry_run:
            rights = _asked()
        accessed = today(None, None).isoformat() if got.address else ""
        plan = writing.plan(
            chosen.root, id, read, got.data, Known(rights, archived, accessed), _corpus(chosen.root, is_new)
        )
        if not dry_run:
            writing.write(chosen.root, plan)
    except ImportFault as fault:
        stop(str(fault), 1, root)
    except OSError as error:
        stop(f"The source could not be written ({error.strerror or error}). Check the rights of seeds/.")
    for line in imported.told(plan, read, not dry_run):
        say(line, root)
    if dry_run and plan.is_new:
        print(plan.wanted[f"seeds/{id}.md"].decode(), end="")
    for path in plan.wanted if dry_run else ():
        print(f"Would write {path}.")
    faults = plan.touched.faults if plan.touched else ()
    for problem in faults:
        say(str(problem), root)
    for line in imported.following(plan, read):
        say(line, root)
    if faults:
        them = "this quotation" if len(faults) == 1 else f"these {len(faults)} quotations"
        stop(
            f"The text touches {them}: mend {'it' if len(faults) == 1 else 'them'}, then run `invoke verify`.", 1, root
        )


def _got(file: str) -> Fetched:
    """The document, from the disk or the web. Raises ImportFault."""
    from briefing.importing.blocks import ImportFault
    from briefing.importing.confined import MOST_BYTES
    from briefing.importing.fetching import Fetched, fetch
    from briefing.store import files

    if "://" in file:
        return fetch(file)
    try:
        path = Path(file).expanduser().resolve()
        return Fetched(Path(file).name, files.read(path.parent, path.name, MOST_BYTES), "", "")
    except (FileNotFoundError, NotADirectoryError):
        raise ImportFault(
            f"FILE must be a document, or an address that begins with https://; {file} is not there."
        ) from None
    except (OSError, ValueError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ImportFault(f"FILE must be a document that can be read; {file} cannot ({why}).") from None


def _asked() -> str:
    """The terms of use, asked for at a terminal only."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ""
    try:
        return " ".join(input("Who holds the rights, and on what terms do we quote? (Enter: write it later) ").split())
    except (EOFError, KeyboardInterrupt):
        print()
        return ""


def _corpus(root: Path, is_new: bool) -> Corpus | None:
    """The records that may quote the source; None where nothing can quote it yet."""
    if is_new:
        return None
    from briefing.dossier.inspection import inspect

    return inspect(root).loaded.corpus
