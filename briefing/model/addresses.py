"""Where each record stands on the site, by its path in the dossier.

An address is relative to the site's root and has no leading slash: `actors/eu/`, `timeline/#first-warnings`.
"""

from __future__ import annotations

import functools
import posixpath
import re
from urllib.parse import quote as percent

from briefing.model import lines

#: Folders of the records whose addresses are those of their files; other kinds stand on pages of another name.
_FOLDERS = frozenset({"briefs", "actors", "questions", "places"})
_SINGLE = {"content/dossier.md": "", "content/about.md": "about/", "content/names.md": "about/#names"}
#: File endings of images that may be published; SVG may hold script and is refused.
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_SLUG = re.compile(r"[^\w]+")


def paragraph(source_id: str, number: int) -> str:
    """Address of the statements that rest on one paragraph of a source, or on one line."""
    return f"sources/{source_id}/#{place(number)}"


def place(number: int) -> str:
    """The anchor of a paragraph, or of a line, on the page of its source."""
    return f"p-{lines.name(number)}" if lines.is_line(number) else f"p{number}"


@functools.lru_cache(maxsize=65_536)
def of_path(path: str) -> str | None:
    """Address of the record in file `path` (relative to the dossier's root), or None if that file has none."""
    if path in _SINGLE:
        return _SINGLE[path]
    stem, ending = posixpath.splitext(path)
    match [ending, *stem.split("/")]:
        case [".md", "content", folder, id] if folder in _FOLDERS:
            return f"{folder}/{id}/"
        case [".md", "content", "events", id]:
            return f"timeline/#{id}"
        case [".md", "content", "positions", actor_id, question_id]:
            return f"actors/{actor_id}/#{question_id}"
        case [".md", "seeds", id]:
            return f"sources/{id}/"
        case [_, "content", "images", *_] if ending in IMAGES:
            return path.removeprefix("content/")
    return None


def of_name(name: str) -> str:
    """Address of a record by its name in the manifest, as `briefs/one-minute`; empty when it has none."""
    path = f"seeds/{name.removeprefix('sources/')}.md" if name.startswith("sources/") else f"content/{name}.md"
    return of_path(path) or ""


def resolve(path: str, target: str) -> tuple[str, str]:
    """Resolve a link `target` in file `path`: the path within the dossier, and the anchor without `#`.

    A target that leaves the dossier keeps its leading `../`.
    """
    target, _, anchor = target.partition("#")
    if not target:
        return path, anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target)), anchor


def way_to_root(url: str) -> str:
    """The way from the page at `url` back to the site's root: empty at the root, else `../` for each folder."""
    return "../" * posixpath.dirname(url).count("/") + ("../" if "/" in url else "")


def anchor(title: str) -> str:
    """The anchor of a heading: `h-` and its words; the prefix keeps headings from taking an id of the page."""
    return "h-" + (_SLUG.sub("-", title.casefold()).strip("-")[:60] or "section")


def text_fragment(quote: str) -> str:
    """A quotation as the value of a text fragment (WICG URL Fragment Text Directives); of a long one, its two ends."""
    words = quote.split()
    parts = [words] if len(words) <= 10 else [words[:4], words[-4:]]
    return ",".join(percent(" ".join(part), safe="").replace("-", "%2D") for part in parts)
