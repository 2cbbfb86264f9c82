"""Which ids records may have: the one rule for files, for former ids and for new records."""

from __future__ import annotations

import re

from briefing.model import text

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
MAX_ID = 80
#: Ids whose pages would hide pages of the site's own.
RESERVED = frozenset({"us", "index", "feeds", "theme", "images"})
#: Names of devices on Windows, where no file or folder can have them, whatever the ending.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10))}
)
RESERVED |= DEVICES
#: Records whose ids are anchors on a page, and the prefixes of the page's own anchors.
_ANCHORED = re.compile(r"content/(?:events|questions|positions/[^/]+)/")
_OWN_ANCHORS = ("note-", "mark-", "h-", "place-", "change-")


def fault(id: str, path: str) -> str:
    """Why the record at `path` (relative to the dossier's root) cannot have this id; empty when it can."""
    if not ID.fullmatch(id) or len(id) > MAX_ID:
        return f"a-z, 0-9 and single hyphens, at most {MAX_ID}"
    if id in RESERVED:
        return "it is reserved"
    if _ANCHORED.match(path) and id.startswith(_OWN_ANCHORS):
        return f"it is reserved: the page's own anchors begin with {', '.join(_OWN_ANCHORS)}"
    return ""


def made(title: str) -> str:
    """An id made from a title: its letters without accents, cut at a word's end; empty where none is Latin."""
    id = "-".join(re.findall(r"[a-z0-9]+", text.bare(title.replace("'", "").replace("’", ""))))
    return id if len(id) <= MAX_ID else id[: MAX_ID + 1].rpartition("-")[0] or id[:MAX_ID]
