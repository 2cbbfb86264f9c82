"""The tasks of a dossier: `invoke --list` shows them, `invoke --help NAME` explains one.

A `tasks.py` takes them by `namespace = of_dossier()`. Each is a few lines that call `briefing.cli.commands`, which it
imports only when it runs: Invoke reads all tasks before it runs one.
"""

import gc
import signal
import sys
from types import ModuleType
from typing import Any

from invoke import Collection, Task

from briefing.tasks import editing, looking, making, moving


def of_dossier(*more: Task[Any]) -> Collection:
    """The tasks of a dossier and `more`, and this process made ready to run one.

    Ends the program with a sentence of ours where what was typed behind `invoke` cannot be meant.
    """
    # A task ends soon, and leaves next to nothing to collect: looking for it takes an eighth of a small build.
    gc.disable()
    # Invoke keeps Python from storing compiled modules. Ours are many: compiling them anew would take each build longer
    # than all else that a small one does.
    sys.dont_write_bytecode = False
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `invoke report | head` ends quietly, as other programs do
    namespace = Collection(*_tasks(making), *_tasks(looking), *_tasks(editing), *_tasks(moving), *more)
    namespace.configure({"run": {"in_stream": False}})  # no tool asks anything
    _take_what_was_typed(sys.argv[0], namespace)
    return namespace


def _tasks(module: ModuleType) -> list[Task[Any]]:
    return [value for value in vars(module).values() if isinstance(value, Task)]


def _take_what_was_typed(program: str, namespace: Collection) -> None:
    """Give Invoke what was typed behind it as it takes it; or speak before Invoke, which reads these tasks first, says
    in its words what it knows not.
    """
    from invoke.main import program as running

    from briefing.tasks import typed

    if not typed.is_invoke(program):
        return
    if core := getattr(running, "core", None):  # what Invoke has left for the tasks, of which it knows nothing yet
        core.unparsed[:] = typed.with_options(core.unparsed, namespace)
    if complaint := typed.complaint(typed.with_options(sys.argv[1:], namespace), namespace):
        print(complaint, file=sys.stderr)
        raise SystemExit(2)
