"""The tasks of this repository: those of a dossier (`briefing.tasks`) and those that look after the generator."""

import contextlib
import os
import shlex
import subprocess
import sys
from typing import Any

from invoke import Context, Exit, Result, task

from briefing.tasks import of_dossier
from briefing.tasks.options import ROOT


def _run(c: Context, module: str, *arguments: str, **options: Any) -> Result:
    """Run one of the generator's own tools with this Python, in this folder; what it prints is shown as it comes.

    Raises UnexpectedExit, with which Invoke ends, when the tool fails and the option `warn` is not set.
    """
    with contextlib.chdir(os.path.dirname(os.path.abspath(__file__))):
        command = [sys.executable, "-m", module, *arguments]
        quoted = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
        result: Result = c.run(quoted, env={"PYTHONUNBUFFERED": "1"}, **options)
    return result


@task(help={"fast": "leave out the tests that need a browser", "select": "run only tests whose name matches"})
def test(c: Context, fast: bool = False, select: str = "") -> None:
    """Run the tests of the generator (needs requirements-dev.lock)."""
    chosen = [*(["-m", "not browser"] if fast else []), *(["-k", select] if select else [])]
    _run(c, "pytest", "--numprocesses=auto", "--dist=worksteal", *chosen)


@task(help={"fix": "mend what can be mended"})
def lint(c: Context, fix: bool = False) -> None:
    """Check the generator's code: ruff, its formatter, mypy."""
    results = [
        _run(c, "ruff", "check", *(["--fix"] if fix else []), ".", warn=True),
        _run(c, "ruff", "format", *([] if fix else ["--check"]), ".", warn=True),
        _run(c, "mypy", warn=True),
    ]
    if not all(results):
        raise Exit(code=1)


@task(
    help={
        "briefs": "how many briefs; several numbers with commas between them for several sizes",
        "peers": "any of pelican,hugo,eleventy (those not installed are passed over)",
        "quick": "the short form of CI, which fails on a regression by ratio",
        "json": "print JSON",
        "rounds": "how often each is run, in turn",
        "serve": "measure from an edit to the page, too",
        "folder": "work here and keep it",
    }
)
def bench(
    c: Context,
    briefs: str = "40,100,1000",
    peers: str = "pelican,hugo,eleventy",
    quick: bool = False,
    json: bool = False,
    rounds: int = 3,
    serve: bool = False,
    folder: str = "",
) -> None:
    """Measure builds beside other generators and print the ratios."""
    switches = {"--quick": quick, "--json": json, "--serve": serve}
    _run(
        c,
        "tools.bench",
        f"--briefs={briefs}",
        f"--peers={peers}",
        f"--rounds={rounds}",
        *(name for name, is_on in switches.items() if is_on),
        *([f"--folder={os.path.abspath(folder)}"] if folder else []),
    )


@task(help={"root": ROOT})
def screenshot(c: Context, root: str = "") -> None:
    """Make the README's screenshot (needs requirements-dev.lock and Chromium)."""
    _run(c, "tools.screenshot", *([os.path.abspath(os.path.expanduser(root))] if root else []))


namespace = of_dossier(test, lint, bench, screenshot)
