"""The task that tells what an edit changes on the site."""

from __future__ import annotations

from briefing.cli.commands.console import dossier, say, stop
from briefing.model import problems
from briefing.model.settings import tells_words

_FORMATS = ("text", "markdown", "json")


def diff(revision: str, root: str, format: str) -> None:
    """`invoke diff`."""
    from briefing.diff import changes, shown
    from briefing.diff import revision as git
    from briefing.dossier import parse
    from briefing.store.memo import Memo

    if format not in _FORMATS:
        stop(f"--format must be one of {', '.join(_FORMATS)}; not {format!r}.", 2)
    chosen = dossier(root)
    now = parse.load(chosen.root, Memo(chosen.root, chosen.output))
    if now.corpus is None:
        say(problems.as_text(now.problems), root)
        stop(
            "The dossier cannot be read as it is now, so that nothing can be compared; `invoke check` says why.",
            1,
            root,
        )
    try:
        with git.at(chosen.root, revision) as former:
            before = parse.load(former.folder) if former.has_dossier else None
            if before and before.corpus is None:
                told = "; ".join(map(str, before.problems[:3]))
                stop(f"The dossier must be readable at {revision}, too: {told} Name a later revision.", 1, root)
            compared = changes.compared(before, now)
            compared = compared if tells_words() else compared.discreet()
            since = f"from {revision} ({former.hash}) to the files as they are now"
            if before is None:
                since = f"since at {revision} ({former.hash}) there was no dossier in this folder"
            commit = former.hash
    except git.RevisionError as error:
        stop(f"{error}.", 1, root)
    if format == "json":
        print(shown.as_json(compared, revision, commit))
    else:
        for line in (shown.as_text if format == "text" else shown.as_markdown)(compared, since):
            print(line)
