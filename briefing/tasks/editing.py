"""The tasks that write records."""

from invoke import Context, task

from briefing.tasks.options import ROOT


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
