"""`invoke doctor`: what is missing on this machine, what for, and how to get it."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.cli.doctor import machine
from briefing.cli.doctor.finding import Finding, State, as_json, as_text

#: What reads documents has a lock of its own, since few need it.
SOURCES = "requirements-sources.lock"


def examine(root: Path, home: Path, output: Path) -> list[Finding]:
    """Look at everything for the dossier at `root`; `home` is where the generator's own files are."""
    lock = next(
        (folder / "requirements.lock" for folder in (root, home) if (folder / "requirements.lock").is_file()), None
    )
    found = [*machine.python()]
    if lock:
        found += [*machine.libraries(lock), *machine.generator(home, lock)]
        use = "`invoke import` of PDF, Word and web pages"
        own = next(
            (folder / SOURCES for folder in (root, home) if (folder / SOURCES).is_file()), lock.with_name(SOURCES)
        )
        found += machine.optional("Libraries that read documents", own, lock, use)
    if (home / "tests").is_dir() and root == home:
        use = "`invoke test` and `invoke lint`"
        found += machine.optional(
            "Libraries of the tests", home / "requirements-dev.lock", home / "requirements.lock", use
        )
        found += machine.browser()
    found += [*machine.git(root), *machine.disk(root, output)]
    if not (root / "content").is_dir():
        remedy = "Name the folder with --root; the README says how to begin one."
        found.append(Finding("Dossier", State.NEEDED, f"none in {root}", "everything", remedy))
    elif not any(one.what == "Libraries" and one.state is State.NEEDED for one in found):
        from briefing.cli.doctor import contents

        found += contents.findings(root)
    return found


def told(finding: Finding, root: str) -> Finding:
    """The same, with the commands in it for the dossier at `root`, if one was named."""
    from briefing.model.problems import for_root

    return finding._replace(use=for_root(finding.use, root), remedy=for_root(finding.remedy, root))


def doctor(root: str, format: str) -> None:
    """`invoke doctor`. Ends with 1 when anything that is needed is missing."""
    if format not in ("text", "json"):
        print(f"--format must be text or json; not {format!r}.", file=sys.stderr)
        raise SystemExit(2)
    try:
        from briefing.cli.commands.console import dossier
        from briefing.model.settings import HOME
    except ImportError:  # a library is missing, of which the lock tells
        home = Path(__file__).resolve().parents[3]
        folder = Path(root or ".").expanduser().resolve()
        found = examine(folder, home, folder / "output")
    else:
        chosen = dossier(root)
        found = [told(one, root) for one in examine(chosen.root, HOME, chosen.output)]
    print(as_json(found) if format == "json" else as_text(found))
    if any(one.state is State.NEEDED for one in found):
        raise SystemExit(1)
