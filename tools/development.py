"""What the tasks for work on the generator itself do: tests, lint, the benchmark."""

from __future__ import annotations

import subprocess
import sys

from briefing.model.settings import HOME


def _run(*command: str) -> int:
    return subprocess.run([sys.executable, "-m", *command], cwd=HOME, check=False).returncode


def test(fast: bool, select: str) -> None:
    """`invoke test`."""
    code = _run(
        "pytest",
        "--numprocesses=auto",
        "--dist=worksteal",
        *(["-m", "not browser"] if fast else []),
        *(["-k", select] if select else []),
    )
    if code:
        raise SystemExit(code)


def lint(fix: bool) -> None:
    """`invoke lint`."""
    code = _run("ruff", "check", *(["--fix"] if fix else []), ".")
    code |= _run("ruff", "format", *([] if fix else ["--check"]), ".")
    code |= _run("mypy")
    if code:
        raise SystemExit(1)


def bench(n: int, peers: str, quick: bool, as_json: bool, rounds: int, serve: bool, folder: str) -> None:
    """`invoke bench`."""
    from tools.bench.run import main

    code = main(n, peers, quick, as_json, rounds, serve, folder)
    if code:
        raise SystemExit(code)
