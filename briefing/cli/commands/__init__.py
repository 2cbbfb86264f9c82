"""What the tasks do: read options, call the package, print, and end with the right exit code."""

from briefing.cli.commands.diff import diff
from briefing.cli.commands.importing import import_
from briefing.cli.commands.linking import links
from briefing.cli.commands.looking import check, report, verify, where
from briefing.cli.commands.moving import merge, remove, rename
from briefing.cli.commands.records import new, release, schema, upgrade
from briefing.cli.commands.sheets import export, import_sheet, is_sheet
from briefing.cli.commands.sites import build, clean, publish, serve

__all__ = [
    "build",
    "check",
    "clean",
    "diff",
    "export",
    "import_",
    "import_sheet",
    "is_sheet",
    "links",
    "merge",
    "new",
    "publish",
    "release",
    "remove",
    "rename",
    "report",
    "schema",
    "serve",
    "upgrade",
    "verify",
    "where",
]
