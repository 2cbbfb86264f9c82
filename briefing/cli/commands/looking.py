"""The tasks that look at a dossier and say what they find; `verify` writes down what it proved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.commands.console import dossier, say, stop
from briefing.model import problems
from briefing.model.settings import default_root, today

if TYPE_CHECKING:
    from briefing.model.records import Corpus


def check(root: str, format: str, list_rules: bool, fix: bool = False, dry_run: bool = False) -> None:
    """`invoke check`."""
    from briefing import checks
    from briefing.checks.codes import CODES
    from briefing.dossier.inspection import inspect
    from briefing.model.text import joined
    from briefing.model.wording import count
    from briefing.quotations import verification
    from briefing.store.memo import Memo

    if list_rules:
        rules = CODES | {rule.code: " ".join(rule.text.split()) for rule in checks.rules()}
        print("\n".join(f"{code}: {text}" for code, text in sorted(rules.items())))
        return
    if format not in problems.FORMATS:
        stop(f"--format must be one of {', '.join(problems.FORMATS)}; not {format!r}.", 2)
    if dry_run and not fix:
        stop("--dry-run goes with --fix: `invoke check --fix --dry-run` shows what would be mended.", 2, root)
    if fix and format != "text":
        stop("--fix goes with --format text.", 2)
    chosen = dossier(root)
    if fix:
        _mend(chosen.root, root, dry_run)
        if dry_run:
            return
    inspection = inspect(chosen.root, Memo(chosen.root, chosen.output))
    reported = inspection.problems
    if format == "github":
        inside = chosen.root.is_relative_to(Path.cwd())
        folder = chosen.root.relative_to(Path.cwd()) if inside else chosen.root
        text = problems.as_github(reported, "" if chosen.root == default_root() else f"{folder.as_posix()}/")
    else:
        text = problems.FORMATS[format](reported)
    if text:
        say(text, root)
    errors = len(problems.errors(reported))
    if format == "text":
        warnings = f", and {count(len(reported) - errors, 'warning')}" if len(reported) > errors else ""
        if {"unfilled"} <= {problem.code for problem in problems.errors(reported)} <= {"unfilled", "citation-unknown"}:
            print(f"The dossier is being written: {count(errors, 'thing')} to do{warnings}.")
        else:
            print(f"{count(errors, 'problem') if errors else 'No problems'} found{warnings}.")
    if errors:
        raise SystemExit(1)
    if format == "text" and (lacking := verification.unwritten(chosen.root, inspection.verified)):
        them = f"{joined(lacking)} {'is' if len(lacking) == 1 else 'are'}"
        say(f"{them} not there yet. Run `invoke verify` and commit what it writes; {verification.ALONE}.", root)


def _mend(folder: Path, root: str, dry_run: bool) -> None:
    """Mend what needs no judgement, and show it as a diff."""
    from briefing.edits import fixing
    from briefing.edits import plan as planning
    from briefing.edits.plan import EditsError
    from briefing.model.wording import count

    plan = fixing.propose(folder)
    for line in plan.diff():
        print(line)
    if not plan.count:
        print("Nothing is to be mended that needs no judgement.")
    elif dry_run:
        print(f"{count(plan.count, 'file')} would be mended. Nothing was written; without --dry-run it is.")
    else:
        try:
            planning.write(folder, plan)
        except EditsError as error:
            stop(str(error), root=root)
        print(f"{count(plan.count, 'file was', 'files were')} mended.")


def verify(root: str, accept: str = "") -> None:
    """`invoke verify`."""
    from briefing.cli import says, voices
    from briefing.dossier.inspection import inspect
    from briefing.model.wording import count
    from briefing.quotations import verification
    from briefing.quotations.translated import ALONE

    chosen = dossier(root)
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
        say(problems.as_text(reported), root)
    if inspection.loaded.corpus:
        for line in (*voices.proposed(inspection.loaded.corpus, verified), *says.missing(inspection.loaded.corpus)):
            say(line, root)
    if left := [problem for problem in problems.errors(reported) if problem.code != ALONE]:
        stop(f"{count(len(left), 'problem')} found; no lock was written.")
    if not verified.texts:
        print("No source's text is at hand (seeds/<id>.txt); the locks vouch for the quotations.")
    try:
        changed = verification.write_locks(chosen.root, verified)
    except OSError as error:
        stop(f"the locks in seeds could not be written ({error.strerror}). Check the folder's rights.")
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
            say(line, root)
        if acceptance.is_new:
            accept.write(folder, acceptance)
    except accept.AcceptError as error:
        stop(f"{error}.", 2, root)
    except OSError as error:
        stop(f"seeds/{source}.md could not be written ({error.strerror}). Check its rights.")
    done = "has both now" if acceptance.is_new else "has both already"
    print(f"seeds/{source}.md {done}.")
    if faults := len(acceptance.faults):
        these = "this quotation, which does" if faults == 1 else f"these {faults} quotations, which do"
        stop(f"Mend {these} not stand in the text; then run `invoke verify`.", 1, root)


def report(root: str, format: str, as_of: str) -> None:
    """`invoke report`."""
    import json

    from briefing.cli import report as desk
    from briefing.dossier.inspection import inspect
    from briefing.model import dates

    if format not in ("text", "json"):
        stop(f"--format must be text or json; not {format!r}.", 2)
    chosen = dossier(root, as_of=as_of)
    inspection = inspect(chosen.root)
    corpus = inspection.loaded.corpus
    if inspection.is_newer:
        stop(problems.as_text(inspection.problems), root=root)
    if corpus is None or not corpus.dossier.digest:
        stop("The dossier cannot be read; `invoke check` says why.", root=root)
    own = corpus.dossier.as_of
    data = desk.data(inspection, corpus, dates.partial(today(chosen.as_of, dates.day(own) if own else None)))
    print(json.dumps(data, indent=2, ensure_ascii=False) if format == "json" else desk.text(data))


def where(what: str, root: str, format: str) -> None:
    """`invoke where`."""
    from briefing.cli import where as told
    from briefing.dossier import parse
    from briefing.dossier.where import find
    from briefing.store.memo import Memo

    if format not in ("text", "json"):
        stop(f"--format must be text or json; not {format!r}.", 2)
    if not what.strip():
        stop("`invoke where` must be told what to look for: an id, a name, a paragraph, a figure, a date or words.", 2)
    chosen = dossier(root)
    loaded = parse.load(chosen.root, Memo(chosen.root, chosen.output))
    if any(problem.code == "format-newer" for problem in loaded.problems):
        stop(problems.as_text(loaded.problems), root=root)
    places = list(find(chosen.root, loaded, what))
    print(told.as_json(places) if format == "json" else "\n".join(told.as_text(what, places)))
