"""The tasks that make a site, show it, or take it away."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from briefing.cli.commands.console import dossier, say, stop
from briefing.model import problems
from briefing.model.settings import OWN_THEME, Settings

if TYPE_CHECKING:
    from briefing.build.build_record import Summary
    from briefing.store.memo import Memo


def build(root: str, output: str, as_of: str, site_url: str) -> None:
    """`invoke build`."""
    _built(dossier(root, output, as_of, site_url), root)
    gc.freeze()  # the program ends here; to look through all records for garbage first would take longer than a page


def publish(
    root: str, output: str, as_of: str, site_url: str, *, domain: str, branch: str, remote: str, dry_run: bool
) -> None:
    """`invoke publish`."""
    from briefing.model.settings import LOCAL_URL
    from briefing.model.wording import count
    from briefing.repository import publishing

    if domain and (fault := publishing.domain_fault(domain)):
        stop(f"{fault}.", 2)
    chosen = dossier(root, output, as_of, site_url or (f"https://{domain}/" if domain else ""))
    try:
        target = publishing.Branch(chosen.root, branch, remote)
        target.fetch()
        domain = domain or target.domain()
        summary = _built(chosen, root)
        if summary.site_url == LOCAL_URL:
            own = f"https://{domain}/" if domain else target.site_url
            if not own:
                stop(
                    "The site must know its address: name it by --site-url, or as `site_url` in content/dossier.md.", 2
                )
            chosen = chosen._replace(site_url=own)
            summary = _built(chosen, root)
        kept = target.kept(chosen.output)
        told = f"{count(summary.files, 'file')} and {count(len(kept), 'asset')} of the release before"
        where = f"the branch {branch} of {remote}, for {summary.site_url}"
        if dry_run:
            print(f"Nothing was pushed. Without --dry-run, {told} go to {where}.")
            return
        target.push(chosen.output, kept, f"The site of {summary.day}", domain)
    except publishing.PublishError as error:
        stop(f"{error}. Nothing was published.")
    print(f"Pushed {told} to {where}.")


def _built(chosen: Settings, root: str) -> Summary:
    """Build, and say what was built; ends the program where it cannot be."""
    import time

    from briefing.build import build_record
    from briefing.store.memo import Memo

    started = time.monotonic()
    memo = Memo(chosen.root, chosen.output)
    summary = build_record.unchanged(chosen, build_record.last(chosen, memo))
    if summary:
        seconds = time.monotonic() - started
        done = f"Nothing changed: {summary.pages} pages stand as they are (looked for {seconds:.1f} s)"
    else:
        summary = _make(chosen, memo, root)
        done = f"Built {summary.pages} pages in {summary.seconds:.1f} s"
        if summary.listeners:
            names = ", ".join(summary.listeners)
            print(f"All pages were written anew, one after the other, for {names} may change what is written.")
    for warning in summary.warnings:
        say(f"{warning} (warning)", root, sys.stderr)
    warnings = f"{len(summary.warnings)} {'warning' if len(summary.warnings) == 1 else 'warnings'}"
    where = f"As of {summary.day}, for {summary.site_url}\nIn {chosen.output}"
    say(f"{done}, {warnings}. {where}; `invoke serve` shows it.", root)
    if not chosen.own_theme and (chosen.root / OWN_THEME).is_dir() and chosen.root / OWN_THEME != chosen.theme:
        print(f"Its {OWN_THEME}/ was left out: it is used where `invoke` runs in the dossier's own folder.")
    return summary


def _make(chosen: Settings, memo: Memo, root: str) -> Summary:
    from briefing.build import builder
    from briefing.build.faults import BuildFault, BuildStopped
    from briefing.model.wording import count
    from briefing.store.files import OutputError

    try:
        return builder.build(chosen, memo)
    except BuildStopped as stopped:
        say(problems.as_text(stopped.problems), root, sys.stderr)
        stays = " The last site stays as it was." if chosen.output.is_dir() else ""
        stop(f"\nNothing was built: {count(len(problems.errors(stopped.problems)), 'problem')}.{stays}")
    except OutputError as error:
        stop(str(error))
    except BuildFault as fault:
        stop(f"{fault}\nNothing was built: the generator or its theme has a fault. Please report it.")


def serve(root: str, output: str, as_of: str, site_url: str, port: str) -> None:
    """`invoke serve`."""
    from briefing.cli import stopping

    if not port.isascii() or not port.isdecimal() or not 0 < int(port[:6]) < 65536:
        stop(f"--port must be a number from 1 to 65535; not {port[:20]!r}.", 2)
    stopping.at_once()
    from briefing.cli import serve as server

    try:
        server.serve(dossier(root, output, as_of, site_url), int(port))
    except server.ServeError as error:
        stop(f"{error}.")


def clean(root: str, output: str) -> None:
    """`invoke clean`."""
    from briefing.store import output_dir
    from briefing.store.files import OutputError

    chosen = dossier(root, output)
    try:
        print(f"Deleted {chosen.output}." if output_dir.clean(chosen.output) else "There was nothing to delete.")
    except OutputError as error:
        stop(str(error))
