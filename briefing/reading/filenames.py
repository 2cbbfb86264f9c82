"""What the names of files beside the records must be: usable as addresses, of a kind that may be published."""

from __future__ import annotations

import re

from briefing.model import text

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def fault(name: str, endings: tuple[str, ...]) -> tuple[str, str] | None:
    """What a file's name must be and is not, and how to mend it; None when it is fine."""
    stem, dot, ending = name.rpartition(".")
    if not name.endswith(endings):
        if f"{dot}{ending.lower()}" in endings:
            return "files whose ending is in small letters.", f"Rename it to `{stem}.{ending.lower()}`, in links, too."
        if ending.lower() in ("svg", "svgz"):
            why = "; an SVG may hold scripts, which would run on every reader's machine."
            return f"files that end in {', '.join(endings)}{why}", "Export it as a PNG, and name that in links, too."
        if ending == "json" and ".geojson" in endings:
            return "files that end in .geojson.", f"Rename it to `{stem}.geojson`, if it is GeoJSON."
        return f"files that end in {', '.join(endings)}.", "Convert it to one of these kinds, or remove it."
    if _FILE.fullmatch(name):
        return None
    odd = "".join(dict.fromkeys(c for c in name if not _FILE.fullmatch(f"a{c}")))
    shown = " ".join("a blank" if c == " " else c for c in odd) or name[0]
    better = re.sub(r"[^A-Za-z0-9._-]+", "-", text.unaccented(name)).lstrip("._-")
    rule = "files named with A-Z, a-z, 0-9, hyphen, underscore and stop, the first a letter or figure"
    return f"{rule}; not with {shown}.", f"Rename it, as to `{better}`, in links, too."


def as_id(name: str) -> str:
    """A name as the id of a record: small plain letters, figures and single hyphens; `name` where none is left."""
    return re.sub(r"[^a-z0-9]+", "-", text.bare(name)).strip("-")[:80].strip("-") or "name"


def as_record(name: str) -> str:
    """How to mend a file that stands among records and has not their ending."""
    stem, _, ending = name.rpartition(".")
    if ending.casefold() in ("txt", "markdown", "mdown", "mkd", "md") or not stem:
        stem = (stem or name).removesuffix(".md")
        return f"Rename it to `{as_id(stem)}.md`, if it is a record; endings may be hidden by your system."
    return "Images belong in `content/images`, all else elsewhere."
