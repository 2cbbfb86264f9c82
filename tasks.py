"""The tasks: `invoke --list` shows them, `invoke --help NAME` explains one. Each calls the package `briefing`."""

import contextlib
import gc
import os
import shlex
import signal
import subprocess
import sys
from typing import Any

from invoke import Collection, Context, Exit, Result, task

ROOT = "folder with content/ and seeds/ (default: this repository)"
OUTPUT = "folder to build into (default: output/ in the root)"
AS_OF = "the day the site speaks from, YYYY-MM-DD (default: the dossier's, else today)"
SITE_URL = "the address the site will have, https://name.github.io/repo/"

# A task ends soon, and leaves next to nothing to collect: looking for it takes an eighth of a small build.
gc.disable()

# Invoke keeps Python from storing compiled modules. Ours are many: compiling them anew would take each build longer
# than all else that a small one does.
sys.dont_write_bytecode = False

if hasattr(signal, "SIGPIPE"):
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `invoke report | head` ends quietly, as other programs do


def _run(c: Context, module: str, *arguments: str, **options: Any) -> Result:
    """Run one of the generator's own tools with this Python, in this folder; what it prints is shown as it comes.

    Raises UnexpectedExit, with which Invoke ends, when the tool fails and the option `warn` is not set.
    """
    with contextlib.chdir(os.path.dirname(os.path.abspath(__file__))):
        command = [sys.executable, "-m", module, *arguments]
        quoted = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
        result: Result = c.run(quoted, env={"PYTHONUNBUFFERED": "1"}, **options)
    return result


@task(help={"root": ROOT, "output": OUTPUT, "as_of": AS_OF, "site_url": SITE_URL})
def build(c: Context, root: str = "", output: str = "", as_of: str = "", site_url: str = "") -> None:
    """Check the dossier, then build the site."""
    from briefing.cli import commands

    commands.build(root, output, as_of, site_url)


@task(
    help={
        "root": ROOT,
        "format": "text (for you), json (for programs) or github (annotations)",
        "rules": "list what each code means instead",
    }
)
def check(c: Context, root: str = "", format: str = "text", rules: bool = False) -> None:
    """Find every problem in the dossier and say how to mend it."""
    from briefing.cli import commands

    commands.check(root, format, rules)


@task(
    help={
        "root": ROOT,
        "accept": "a source whose text at hand is to be the one on record: shows what changes, then writes it",
    }
)
def verify(c: Context, root: str = "", accept: str = "") -> None:
    """Check every quotation against its source's text and write the locks."""
    from briefing.cli import commands

    commands.verify(root, accept)


@task(help={"root": ROOT, "format": "text or json", "as_of": AS_OF})
def report(c: Context, root: str = "", format: str = "text", as_of: str = "") -> None:
    """Print the figures: quotations, sources, balance, what is overdue."""
    from briefing.cli import commands

    commands.report(root, format, as_of)


@task(
    positional=["what"],
    help={
        "what": "an id, a name, a paragraph (source ¶5 or ¶5), a figure, a date, or words",
        "root": ROOT,
        "format": "text or json",
    },
)
def where(c: Context, what: str, root: str = "", format: str = "text") -> None:
    """List every statement that holds something, in whatever form it stands there."""
    from briefing.cli import commands

    commands.where(what, root, format)


@task(help={"root": ROOT})
def release(c: Context, root: str = "") -> None:
    """Write down what is published; later changes to it need a note."""
    from briefing.cli import commands

    commands.release(root)


@task(help={"root": ROOT, "output": OUTPUT, "as_of": AS_OF, "site_url": SITE_URL, "port": "port on this machine"})
def serve(
    c: Context, root: str = "", output: str = "", as_of: str = "", site_url: str = "", port: str = "8000"
) -> None:
    """Show the site on this machine and rebuild it on every change."""
    from briefing.cli import commands

    gc.enable()  # this one goes on, but finds almost nothing in modules and records, which stay
    gc.set_threshold(50_000, 20, 1_000)
    commands.serve(root, output, as_of, site_url, port)


@task(
    positional=["kind", "id"],
    help={
        "kind": "brief, actor, question, position, place, event, source or dossier",
        "id": "file name without .md; for a position actor/question, for a dossier its new folder",
        "root": ROOT,
    },
)
def new(c: Context, kind: str, id: str, root: str = "") -> None:
    """Write a new record that says what to fill in."""
    from briefing.cli import commands

    commands.new(kind, id, root)


@task(help={"root": ROOT, "write": "write what is shown; else nothing is written"})
def upgrade(c: Context, root: str = "", write: bool = False) -> None:
    """Bring the records of an older format to the present one: show what changes."""
    from briefing.cli import commands

    commands.upgrade(root, write)


@task(help={"kind": "a kind of record, as in `invoke new`, or dossier, about, names, words or removed (default: any)"})
def schema(c: Context, kind: str = "") -> None:
    """Print what the head of a record may hold, as JSON Schema."""
    from briefing.cli import commands

    commands.schema(kind)


@task(help={"root": ROOT, "output": OUTPUT})
def clean(c: Context, root: str = "", output: str = "") -> None:
    """Delete the built site."""
    from briefing.cli import commands

    commands.clean(root, output)


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


namespace = Collection(
    build, check, verify, report, where, release, serve, new, upgrade, schema, clean, test, lint, bench, screenshot
)
namespace.configure({"run": {"in_stream": False}})  # no tool asks anything


def _refuse_what_cannot_be_meant(program: str, arguments: list[str]) -> None:
    """End with a sentence of ours before Invoke, which reads these tasks first, says in its words what it knows not."""
    from briefing.cli import typed

    if typed.is_invoke(program) and (complaint := typed.complaint(arguments, namespace)):
        print(complaint, file=sys.stderr)
        raise SystemExit(2)


_refuse_what_cannot_be_meant(sys.argv[0], sys.argv[1:])
