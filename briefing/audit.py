"""The last look at a built site: every link and anchor leads somewhere, nothing runs inline, nothing is fetched
elsewhere.

Pure; imports nothing of ours. A finding here is a fault of the theme or the generator, never of an editor.
"""

from __future__ import annotations

import html
import posixpath
import re
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

_LINK = re.compile(r'<a\b[^>]*? href="([^"]*)"')
_TAG = re.compile(r"<(link|img|script|source|iframe)\b([^>]*)>")
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
#: Each begins with plain letters, which is what makes searching quick. The theme writes one blank before an attribute.
_INLINE = tuple(
    re.compile(form)
    for form in (
        r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))",
        r"<style\b",
        r" style=\"",
        r" on[a-z]+=\"",
    )
)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NOT_FETCHED = re.compile(r'rel="(?:canonical|license|alternate)"')


class Note(NamedTuple):
    """What one page holds: its ids, the files and anchors its links lead to, and what is wrong with it by itself."""

    ids: frozenset[str]
    targets: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


EMPTY = Note(frozenset(), (), ())


def look(path: str, content: bytes, base: str) -> Note:
    """Look at one file of the site. `base` is the path under which the site stands, as `/repo/`."""
    if not path.endswith(".html"):
        return EMPTY
    text = content.decode()
    found = []
    ids = _ID.findall(text)
    if len(set(ids)) != len(ids):
        double = next(id for id in ids if ids.count(id) > 1)
        found.append(f"{path}: the id `{double}` must stand once only")
    if text.count("<h1") != 1:
        found.append(f"{path}: a page must have exactly one h1")
    if inline := next(filter(None, (form.search(text) for form in _INLINE)), None):
        found.append(f"{path}: nothing must run or be styled inline; `{inline.group().strip()}` does")
    folder = posixpath.dirname(path)
    addresses = set(_LINK.findall(text))
    for tag, rest in _TAG.findall(text):
        address = _ADDRESS.search(rest)
        if address is None:
            continue
        if not _OUTSIDE.match(address[1]):
            addresses.add(address[1])
        elif not _NOT_FETCHED.search(rest):
            found.append(f"{path}: a page must fetch nothing from elsewhere; its {tag} names {address[1]}")
    targets = {_target(path, folder, address, base) for address in addresses if not _OUTSIDE.match(address)}
    return Note(frozenset(ids), tuple(sorted(targets)), tuple(found))


def _target(path: str, folder: str, address: str, base: str) -> tuple[str, str]:
    """The file and the anchor that an address in the page at `path` leads to."""
    file, _, anchor = (html.unescape(address) if "&" in address else address).partition("#")
    if "%" in anchor:
        anchor = unquote(anchor)
    if not file:
        return path, anchor
    if "%" in file:
        file = unquote(file)
    root = "../" * (folder.count("/") + 1) if folder else ""
    if base != "/" and file.startswith(base):
        target = file[len(base) :]
    elif file.startswith("/"):
        target = file[1:]
    elif file.startswith(root) and "../" not in file[len(root) :] and not file.startswith("./"):
        target = file[len(root) :]
    else:
        target = posixpath.normpath(posixpath.join(folder, file)) + ("/" if file.endswith("/") else "")
    if target in ("", ".", "./", "/"):
        return sys.intern("index.html"), anchor
    return sys.intern(target + "index.html" if target.endswith("/") else target), anchor


def faults(notes: Mapping[str, Note], others: Iterable[str]) -> list[str]:
    """What is wrong with a site, sorted: `notes` by page, `others` the files that are no pages."""
    found = [fault for note in notes.values() for fault in note.faults]
    paths = {*notes, *others}
    for path, note in notes.items():
        for target, anchor in note.targets:
            if target not in paths:
                found.append(f"{path}: the link to {target} must lead to a page")
            elif anchor and target in notes and anchor not in notes[target].ids:
                found.append(f"{path}: the link to {target}#{anchor} must lead to a spot on that page")
    return sorted(set(found))
