"""The tasks that rename records, merge them, and take them away, in all files that name them."""

from invoke import Context, task

from briefing.tasks.options import ROOT

_KIND = "brief, actor, question, position, place, event or source"
_ID = "its id, the file's name without .md; of a position actor/question"
_DRY_RUN = "show what would change, as a unified diff, and write nothing"


@task(
    positional=["kind", "old", "new"],
    help={
        "kind": _KIND,
        "old": _ID,
        "new": "the id that it is to have",
        "why": "why, for readers, where a note must be written",
        "root": ROOT,
        "dry_run": _DRY_RUN,
    },
)
def rename(c: Context, kind: str, old: str, new: str, why: str = "", root: str = "", dry_run: bool = False) -> None:
    """Give a record another id, in all files that name it; its old address lives on."""
    from briefing.cli import commands

    commands.rename(kind, old, new, why, root, dry_run)


@task(
    positional=["kind", "id", "into"],
    help={
        "kind": _KIND.replace("position, ", ""),
        "id": "the id of the record that is merged into the other, and goes",
        "into": "the id of the record that stays, with its own words",
        "why": "why, for readers, where a note must be written",
        "root": ROOT,
        "dry_run": _DRY_RUN,
    },
)
def merge(c: Context, kind: str, id: str, into: str, why: str = "", root: str = "", dry_run: bool = False) -> None:
    """Make one of two records that are the same; what named the one names the other."""
    from briefing.cli import commands

    commands.merge(kind, id, into, why, root, dry_run)


@task(
    positional=["kind", "id"],
    help={
        "kind": _KIND,
        "id": _ID,
        "why": "why, for readers; needed for what was published",
        "root": ROOT,
        "dry_run": _DRY_RUN,
    },
)
def remove(c: Context, kind: str, id: str, why: str = "", root: str = "", dry_run: bool = False) -> None:
    """Take a record away that no other names; where it was published, a page says why."""
    from briefing.cli import commands

    commands.remove(kind, id, why, root, dry_run)
