"""The tasks: `invoke --list` shows them, `invoke --help NAME` explains one. Each calls the package `briefing`."""

import signal
import sys
from typing import Any

from invoke import Collection, Context, task
from invoke.parser import ParserContext

ROOT = "folder with content/ and seeds/ (default: this repository)"
OUTPUT = "folder to build into (default: output/ in the root)"
AS_OF = "the day the site speaks from, YYYY-MM-DD (default: the dossier's, else today)"
SITE_URL = "the address the site will have, https://name.github.io/repo/"

# Invoke keeps Python from storing compiled modules. Ours are many: compiling them anew would take each build longer
# than all else that a small one does.
sys.dont_write_bytecode = False

if hasattr(signal, "SIGPIPE"):
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `invoke report | head` ends quietly, as other programs do

_add_arg = ParserContext.add_arg


def _both_forms(self: ParserContext, *args: Any, **options: Any) -> None:
    """Let an option of one letter have two hyphens, too: Invoke knows `-n` only, and `--n 1000` is what people type."""
    _add_arg(self, *args, **options)
    for flag in [flag for flag in self.flags if len(flag) == 2]:
        self.flags.alias(f"-{flag}", to=flag)  # type: ignore[no-untyped-call]


ParserContext.add_arg = _both_forms  # type: ignore[method-assign]


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
    from tools import development

    development.test(fast, select)


@task(help={"fix": "mend what can be mended"})
def lint(c: Context, fix: bool = False) -> None:
    """Check the generator's code: ruff, its formatter, mypy."""
    from tools import development

    development.lint(fix)


@task(
    help={
        "n": "how many briefs",
        "peers": "any of pelican,hugo,eleventy,mkdocs,nikola (those not installed are passed over)",
        "quick": "the short form of CI, which fails on a regression by ratio",
        "json": "print JSON",
        "rounds": "how often each is run, in turn",
        "serve": "measure from an edit to the page, too",
        "folder": "work here and keep it",
    }
)
def bench(
    c: Context,
    n: int = 1000,
    peers: str = "pelican,hugo,eleventy,mkdocs,nikola",
    quick: bool = False,
    json: bool = False,
    rounds: int = 3,
    serve: bool = False,
    folder: str = "",
) -> None:
    """Measure builds beside other generators and print the ratios."""
    from tools import development

    development.bench(n, peers, quick, json, rounds, serve, folder)


@task(help={"root": ROOT})
def screenshot(c: Context, root: str = "") -> None:
    """Make the README's screenshot (needs requirements-dev.lock and Chromium)."""
    from briefing.cli import commands

    commands.screenshot(root)


namespace = Collection(build, check, verify, report, release, serve, new, schema, clean, test, lint, bench, screenshot)
namespace.configure({"run": {"in_stream": False}})


def _refuse_what_cannot_be_meant(program: str, arguments: list[str]) -> None:
    """End with a sentence of ours before Invoke, which reads these tasks first, says in its words what it knows not."""
    from briefing.cli import typed

    if typed.is_invoke(program) and (told := typed.complaint(arguments, namespace)):
        print(told, file=sys.stderr)
        raise SystemExit(2)


_refuse_what_cannot_be_meant(sys.argv[0], sys.argv[1:])
