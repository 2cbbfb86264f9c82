"""The tasks that make the site, show it and write down what is published."""

import gc

from invoke import Context, task

from briefing.tasks.options import AS_OF, OUTPUT, ROOT, SITE_URL


@task(help={"root": ROOT, "output": OUTPUT, "as_of": AS_OF, "site_url": SITE_URL})
def build(c: Context, root: str = "", output: str = "", as_of: str = "", site_url: str = "") -> None:
    """Check the dossier, then build the site."""
    from briefing.cli import commands

    commands.build(root, output, as_of, site_url)


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
    help={
        "root": ROOT,
        "output": OUTPUT,
        "as_of": AS_OF,
        "site_url": f"{SITE_URL} (default: the dossier's, else where GitHub shows the branch)",
        "domain": "your own domain, which the host reads in the file CNAME (default: as published before)",
        "branch": "the branch that the host shows",
        "remote": "where git pushes to",
        "dry_run": "build, and say what would be pushed",
    }
)
def publish(
    c: Context,
    root: str = "",
    output: str = "",
    as_of: str = "",
    site_url: str = "",
    domain: str = "",
    branch: str = "gh-pages",
    remote: str = "origin",
    dry_run: bool = False,
) -> None:
    """Check, build, and push the site to a branch, for hosts that show one."""
    from briefing.cli import commands

    options = {"domain": domain, "branch": branch, "remote": remote}
    commands.publish(root, output, as_of, site_url, dry_run=dry_run, **options)


@task(help={"root": ROOT})
def release(c: Context, root: str = "") -> None:
    """Write down what is published; later changes to it need a note."""
    from briefing.cli import commands

    commands.release(root)


@task(help={"root": ROOT, "output": OUTPUT})
def clean(c: Context, root: str = "", output: str = "") -> None:
    """Delete the built site."""
    from briefing.cli import commands

    commands.clean(root, output)
