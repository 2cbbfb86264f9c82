"""The tasks that take records from spreadsheets and write them there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.commands.console import dossier, say, stop
from briefing.model import problems
from briefing.model.settings import today

if TYPE_CHECKING:
    from briefing.sheets.taking import Change, Taken


def is_sheet(file: str) -> bool:
    """Whether a file is a spreadsheet, by its ending."""
    from briefing.sheets import reading

    return reading.is_sheet(file)


def import_sheet(file: str, root: str, kind: str, is_dry_run: bool, is_to_clear: bool) -> None:
    """`invoke import` of a spreadsheet."""
    from briefing.model.wording import count
    from briefing.sheets import reading, taking
    from briefing.sheets.grid import SheetError
    from briefing.store import files

    folder = _folder(root)
    if "://" in file:
        stop("A spreadsheet must be a file on this machine. Save it first, then import that.", 2)
    path = Path(file).expanduser()
    name = _kind(kind, taking.KINDS, "--kind") if kind else _kind_of(path.stem, taking.KINDS)
    try:
        sheet = reading.read(path, (name, f"{name}s"))
    except SheetError as error:
        stop(f"{file}:1:1: [sheet] {error}")
    for told in (*sheet.told, *(f"The sheet {other!r} was not read." for other in sheet.others)):
        say(f"{file}: {told}", root)
    taken = taking.take(folder, file, name, sheet, today(None, None).isoformat(), is_to_clear)
    if outside := next((change.path for change in taken.changes if not _is_inside(folder, change.path)), ""):
        stop(f"{outside} must stand inside the dossier; a folder on the way links out of it. Nothing was written.")
    if taken.problems:
        say(problems.as_text(taken.problems), root)
    if not is_dry_run:
        try:
            with files.readable():
                files.change_all({folder / change.path: change.after for change in taken.changes})
        except OSError as error:
            stop(f"{error.filename} could not be written ({error.strerror}). Nothing was written; check its rights.")
    for line in _told(taken, is_dry_run):
        print(problems.printable(line))
    say(_summed_up(taken, is_dry_run), root)
    if taken.refused or problems.errors(taken.problems):
        stop(f"{count(taken.refused, 'row was', 'rows were')} not taken. Mend and import again; the rest is as told.")


def _told(taken: Taken, is_dry_run: bool) -> Iterator[str]:
    """What the rows write, a line for each record, or as a diff."""
    for change in taken.changes:
        if is_dry_run:
            yield from _diff(change)
        elif change.before is not None:
            yield f"Changed {change.path}: {', '.join(change.keys)}."
        elif change.lacks:
            yield f"New {change.path}, as a draft, in which {', '.join(change.lacks)} must be filled in."
        else:
            yield f"New {change.path}."


def _diff(change: Change) -> Iterator[str]:
    before = (change.before or b"").decode().splitlines()
    old = "/dev/null" if change.before is None else change.path
    yield from difflib.unified_diff(before, change.after.decode().splitlines(), old, change.path, lineterm="")


def _summed_up(taken: Taken, is_dry_run: bool) -> str:
    new = sum(change.before is None for change in taken.changes)
    drafts = sum(bool(change.lacks) for change in taken.changes)
    changed = len(taken.changes) - new
    if not taken.changes:
        return "Nothing changed: the records say all of it already." if taken.same else "Nothing was written."
    counts = f"{new} new{f' ({drafts} as drafts)' if drafts else ''}, {changed} changed, {taken.same} as they were."
    if is_dry_run:
        return f"{counts} Nothing was written; without `--dry-run` it is."
    return f"{counts} Next, run `invoke check`."


def export(kind: str, root: str, format: str, to: str) -> None:
    """`invoke export`."""
    from briefing.model.wording import count
    from briefing.sheets import exporting, taking
    from briefing.sheets.grid import SheetError
    from briefing.store import files

    folder = _folder(root)
    names = taking.KINDS if kind == "all" else (_kind(kind, (*taking.KINDS, "all"), "KIND"),)
    if format not in exporting.FORMATS:
        stop(f"--format must be one of {', '.join(exporting.FORMATS)}; not {format!r}.", 2)
    target = Path(to or ".").expanduser()
    for name in names:
        file = target / f"{name}s.{format}"
        try:
            sheet = exporting.export(folder, name, format)
            target.mkdir(parents=True, exist_ok=True)
            if file.exists() and file.read_bytes() != sheet.data:
                stop(f"{file} is there already and holds something else. Move it away, or name a folder with `--to`.")
            files.write(file, sheet.data)
        except SheetError as error:
            stop(f"{file}: [sheet] {error}")
        except OSError as error:
            stop(f"{file} could not be written ({error.strerror}). Name another folder with `--to`.")
        for told in sheet.told:
            say(told, root)
        print(f"Wrote {file}: {count(sheet.count, name)}.")


def _folder(root: str) -> Path:
    """The root of a dossier whose records can be read here."""
    from briefing.dossier.format import newer

    folder = dossier(root).root
    if not (folder / "content").is_dir():
        stop(f"{folder} must be a dossier; start one by `invoke new dossier FOLDER`.", 2)
    if fault := newer(folder):
        stop(str(fault), root=root)
    return folder


def _is_inside(root: Path, path: str) -> bool:
    target = (root / path).resolve()
    return root.resolve() in target.parents


def _kind(word: str, known: tuple[str, ...], what: str) -> str:
    """The kind that somebody names, one or several of it."""
    from briefing.model.suggest import did_you_mean

    name = word.strip().casefold()
    found = next((kind for kind in known if name in (kind, f"{kind}s")), "")
    if not found:
        stop(f"{what} must be one of {', '.join(known)}; not {word!r}{did_you_mean(name, [*known])}.", 2)
    return found


def _kind_of(stem: str, known: tuple[str, ...]) -> str:
    """The kind that the name of a file has in it."""
    words = {*re.findall(r"[a-z]+", stem.casefold())}
    found = [kind for kind in known if words & {kind, f"{kind}s"}]
    if len(found) != 1:
        stop(f"The name of the file does not say which records it has. Add `--kind` with one of {', '.join(known)}.", 2)
    return found[0]
