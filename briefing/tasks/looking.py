"""The tasks that look at a dossier and say what they find."""

from invoke import Context, task

from briefing.tasks.options import AS_OF, ROOT


@task(
    help={
        "root": ROOT,
        "format": "text (for you), json (for programs) or github (annotations)",
        "rules": "list what each code means instead",
        "fix": "first mend what needs no judgement: order of keys, forms of dates, marks, blanks; shows a diff",
        "dry_run": "with --fix: show the diff only, and write nothing",
    }
)
def check(
    c: Context,
    root: str = "",
    format: str = "text",
    rules: bool = False,
    fix: bool = False,
    dry_run: bool = False,
) -> None:
    """Find every problem in the dossier and say how to mend it."""
    from briefing.cli import commands

    commands.check(root, format, rules, fix, dry_run)


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
    help={
        "revision": "what to compare with: a branch, tag or hash; may stand without `--revision` (default: HEAD)",
        "root": ROOT,
        "format": "text (for you), markdown (for a pull request) or json (for programs)",
    },
)
def diff(c: Context, revision: str = "HEAD", root: str = "", format: str = "text") -> None:
    """Say in words what your edits change on the site."""
    from briefing.cli import commands

    commands.diff(revision, root, format)


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


@task(
    help={
        "kind": "a kind of record, as in `invoke new`, or dossier, about, names, words or removed (default: any)",
        "root": ROOT,
        "ids": "with the ids of this dossier, each with its title",
        "write": "write the schemas with ids, and snippets, into .vscode/ for editors (docs/editors.md)",
    }
)
def schema(c: Context, kind: str = "", root: str = "", ids: bool = False, write: bool = False) -> None:
    """Print what the head of a record may hold, as JSON Schema."""
    from briefing.cli import commands

    commands.schema(kind, root, ids, write)


@task(help={"root": ROOT, "format": "text or json"})
def doctor(c: Context, root: str = "", format: str = "text") -> None:
    """Say what is missing on this machine, what for, and how to get it."""
    from briefing.cli import doctor  # not by the commands, which import libraries

    doctor.doctor(root, format)


@task(help={"root": ROOT})
def links(c: Context, root: str = "") -> None:
    """Try whether the addresses outside still answer; asks their hosts, over https."""
    from briefing.cli import commands

    commands.links(root)
