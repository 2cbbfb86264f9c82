"""Running `invoke` as a user does, in a process of its own: one that begins with the libraries that this one has imported
already, or, where it is tested how Python starts, a fresh one, which takes far longer.
"""

from __future__ import annotations

import contextlib
import os
import runpy
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from tests.support import ROOT

Done = subprocess.CompletedProcess[str]
#: Where a process cannot safely go on from what another one has, each is a fresh one.
FORKS = hasattr(os, "fork") and sys.platform != "darwin"


def invoke(*arguments: str, cwd: Path = ROOT, **environment: str) -> Done:
    """Run `invoke` with the generator in the folder or above it."""
    return module("invoke", *arguments, cwd=cwd, **environment)


def module(name: str, *arguments: str, cwd: Path = ROOT, **environment: str) -> Done:
    """The same for any module, as `python -m` does."""
    if not FORKS or any(name.startswith("PYTHON") for name in environment):
        return module_afresh(name, *arguments, cwd=cwd, **environment)

    def run() -> None:
        os.chdir(cwd)
        os.environ.update(environment)
        if not cwd.is_relative_to(ROOT):
            _forget_the_generator(cwd)
        sys.argv = [name, *arguments]
        runpy.run_module(name, run_name="__main__", alter_sys=True)

    return forked(run)


def _forget_the_generator(cwd: Path) -> None:
    """Have another copy of it imported from a folder, and nothing of this one's hear what Pelican says."""
    from pelican import signals

    for name in [name for name in sys.modules if name.partition(".")[0] in ("briefing", "tasks", "tools", "tests")]:
        del sys.modules[name]
    sys.path[:] = [str(cwd), *(path for path in sys.path if path and not ROOT.is_relative_to(path))]
    for signal in vars(signals).values():
        if hasattr(signal, "receivers"):
            signal._clear_state()


def module_afresh(name: str, *arguments: str, cwd: Path = ROOT, **environment: str) -> Done:
    """The same in a fresh process."""
    return subprocess.run(
        [sys.executable, "-m", name, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def forked(run: Callable[[], object]) -> Done:
    """Call a function in a process that goes on from this one; how it ended and what it wrote."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of threads that do not come along: none holds what the child needs
            child = os.fork()
        if not child:
            _be_a_process(run, out, err)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return Done([], code, *(_all_of(file) for file in (out, err)))


def _all_of(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _be_a_process(run: Callable[[], object], out: BinaryIO, err: BinaryIO) -> None:
    """Do what Python does with a program, and end."""
    code = 1
    with _streams(out, err):
        try:
            run()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(bool(end.code))
            if code and not isinstance(end.code, int):
                print(end.code, file=sys.stderr)
        except BaseException:
            traceback.print_exc()
    os._exit(code)


@contextlib.contextmanager
def _streams(out: BinaryIO, err: BinaryIO) -> Iterator[None]:
    """Nothing to read, and what is written goes to the files."""
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    with open(os.devnull, "rb") as nothing:
        for number, file in enumerate((nothing, out, err)):
            os.dup2(file.fileno(), number)
    with (
        open(0, encoding="utf-8", closefd=False) as sys.stdin,
        open(1, "w", encoding="utf-8", closefd=False) as sys.stdout,
        open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False) as sys.stderr,
    ):
        yield
