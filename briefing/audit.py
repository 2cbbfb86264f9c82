"""The last look at a built site: every link and anchor leads somewhere, nothing runs inline, nothing is fetched
elsewhere.

Pure; imports nothing of ours. A finding here is a fault of the theme or the generator, never of an editor.
"""

from __future__ import annotations

import html
import posixpath
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

_ATTRIBUTE = re.compile(r' (href|src|id)="([^"]*)"')
_FETCHING = re.compile(r"<(link|img|script|source|iframe)\b([^>]*)>")
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')
#: What must not stand in a page, by how it begins. The theme writes one blank before an attribute.
_INLINE = (
    ("<script", re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))")),
    ("<style", re.compile(r"<style\b")),
    (' style="', re.compile(r" style=\"")),
    (" on", re.compile(r" on[a-z]+=\"")),
)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NOT_FETCHED = re.compile(r'rel="(?:canonical|license|alternate)"')


class Note(NamedTuple):
    """What one page holds: its ids, the files and anchors its links lead to, and what is wrong with it by itself."""

    ids: frozenset[str]
    targets: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


EMPTY = Note(frozenset(), (), ())
#: What may go on in the next line, and changes how that is to be read.
_LONG = (("<blockquote", "</blockquote>"), ("<q", "</q>"), ("<script", "</script>"), ("<style", "</style>"))


class Seen(NamedTuple):
    """What a stretch of HTML holds: its ids, the anchors of the page that it leads to, where else it leads, how many
    first headings it has, and what is wrong with it.
    """

    ids: tuple[str, ...]
    anchors: tuple[str, ...]
    addresses: tuple[str, ...]
    heads: int
    faults: tuple[str, ...]


_NOTHING = Seen((), (), (), 0, ())


class Audit:
    """Looks at the pages of one site, which stands under the path `base`, as `/repo/`.

    `copied` tells what of a stretch's text stands in a source unquoted. Most lines of a page stand on others too, so
    what a line holds is remembered; a page in which a tag or a quotation goes on over several lines is taken whole.
    """

    #: So many lines are remembered.
    MOST = 50_000

    def __init__(self, base: str, copied: Callable[[str], list[str]] = lambda html: []) -> None:
        self.base, self.copied = base, copied
        self.lines: dict[str, Seen | None] = {}
        self.ways: dict[tuple[str, str], tuple[str, str]] = {}

    def look(self, path: str, page: str, prose: str = "") -> Note:
        """Look at one page of the site; `prose` stands in it too, and was held against the sources before."""
        if not path.endswith(".html"):
            return EMPTY
        found: list[Seen] = [_scan(prose)] if prose else []
        lines = self.lines
        for line in page.split("\n"):
            try:
                seen = lines[line]
            except KeyError:
                if len(lines) >= self.MOST:
                    lines.clear()
                seen = lines[line] = self._line(line)
            if seen is None:
                found[bool(prose) :] = [self._stretch(page)]
                break
            if seen is not _NOTHING:
                found.append(seen)
        return self._note(path, found)

    def _line(self, line: str) -> Seen | None:
        """What a line holds; None where it cannot be told from the line alone."""
        if line.rfind("<") > line.rfind(">") or line.find(">") < line.find("<"):
            return None
        for begin, end in _LONG:
            if line.count(begin) != line.count(end):
                return None
        return self._stretch(line)

    def _stretch(self, html: str) -> Seen:
        seen = _scan(html)
        if copied := self.copied(html):
            return seen._replace(faults=(*seen.faults, *(f"copies {run}" for run in copied)))
        return seen

    def _note(self, path: str, found: Iterable[Seen]) -> Note:
        ids: list[str] = []
        anchors: list[str] = []
        addresses: list[str] = []
        faults: list[str] = []
        heads = 0
        for seen in found:
            ids += seen.ids
            anchors += seen.anchors
            addresses += seen.addresses
            faults += seen.faults
            heads += seen.heads
        known = frozenset(ids)
        if len(known) != len(ids):
            double = next(id for id in ids if ids.count(id) > 1)
            faults.append(f"the id `{double}` must stand once only")
        if lost := {unquote(html.unescape(anchor)) for anchor in {*anchors} - known} - known - {""}:
            faults += [f"the link to #{anchor} must lead to a spot on the page" for anchor in sorted(lost)]
        if heads != 1:
            faults.append("a page must have exactly one h1")
        folder = posixpath.dirname(path)
        root = "../" * (folder.count("/") + 1) if folder else ""
        targets = set()
        for address in set(addresses):
            known_way = (root, address) if root and address.startswith(root) else (path, address)
            target = self.ways.get(known_way)  # the same from every page of this depth
            if target is None:
                target = _target(folder, root, address, self.base)
                if known_way[0] is root:
                    self.ways[known_way] = target
            targets.add(target)
        return Note(known, tuple(sorted(targets)), tuple(f"{path}: {fault}" for fault in faults))


def _scan(html: str) -> Seen:
    """What can be told of a stretch of HTML by itself."""
    if "=" not in html and "<s" not in html:
        return Seen((), (), (), html.count("<h1"), ()) if "<h1" in html else _NOTHING
    found = []
    for begins, form in _INLINE:
        if begins in html and (inline := form.search(html)):
            found.append(f"nothing must run or be styled inline; `{inline.group().strip()}` does")
    ids, anchors, addresses = [], [], []
    for name, value in _ATTRIBUTE.findall(html):
        if name == "id":
            ids.append(value)
        elif value[:1] == "#":
            anchors.append(value[1:])
        elif not _OUTSIDE.match(value):
            addresses.append(value)
    for tag, rest in _FETCHING.findall(html):
        for address in _ADDRESS.findall(rest):
            if _OUTSIDE.match(address) and not _NOT_FETCHED.search(rest):
                found.append(f"a page must fetch nothing from elsewhere; its {tag} names {address}")
    return Seen(tuple(ids), tuple(anchors), tuple(addresses), html.count("<h1"), tuple(found))


def _target(folder: str, root: str, address: str, base: str) -> tuple[str, str]:
    """The file and the anchor that an address leads to from a page in `folder`, from which `root` is the way back."""
    file, _, anchor = (html.unescape(address) if "&" in address else address).partition("#")
    if "%" in anchor:
        anchor = unquote(anchor)
    if "%" in file:
        file = unquote(file)
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
