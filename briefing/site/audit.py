"""The audit of a built site: every link and anchor leads somewhere, nothing runs inline, nothing is fetched elsewhere.

A finding here is a fault of the theme or the generator, never of an editor.
"""

from __future__ import annotations

import html
import posixpath
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote

_ID = re.compile(r' id="([^"]*)"')
_LINK = re.compile(r' href="([^"]*)"')
_FETCHING = re.compile(r"<(link|img|script|source|iframe)\b([^>]*)>")
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')
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


class PageLinks(NamedTuple):
    """The ids of one page and where its links lead, packed, as they are kept for every page; and its own faults."""

    packed: bytes
    faults: tuple[str, ...]

    @classmethod
    def of(cls, ids: Iterable[str], targets: Iterable[str], faults: tuple[str, ...]) -> PageLinks:
        """Pack the ids and the targets of links, as `path#anchor`."""
        return cls(zlib.compress(f"{chr(10).join(sorted(ids))}\0{chr(10).join(sorted(targets))}".encode(), 1), faults)

    def unpack(self) -> tuple[list[str], list[str]]:
        """The ids and the targets."""
        ids, _, targets = zlib.decompress(self.packed).decode().partition("\0")
        return ids.split("\n") if ids else [], targets.split("\n") if targets else []


EMPTY = PageLinks.of((), (), ())


class Audit:
    """Audits the pages of one site under the path `base`, such as `/repo/`.

    `copied` finds text of a page that is copied from a source without quotation marks.
    """

    #: At most this many addresses are cached.
    MOST = 10_000

    def __init__(self, base: str, copied: Callable[[str], list[str]] = lambda html: []) -> None:
        self.base, self.copied = base, copied
        self.ways: dict[tuple[str, str], str] = {}

    def look(self, path: str, page: str, prose: str = "") -> PageLinks:
        """Audit one page; its `prose` is given apart, as it was compared with the sources when the record was read."""
        if not path.endswith(".html"):
            return EMPTY
        faults = [f"copies {run}" for run in self.copied(page)]
        text = page + prose
        ids = _ID.findall(text)
        addresses = set(_LINK.findall(text))
        for tag, rest in _FETCHING.findall(text):
            for address in _ADDRESS.findall(rest):
                addresses.add(address)
                if _OUTSIDE.match(address) and not _NOT_FETCHED.search(rest):
                    faults.append(f"a page must fetch nothing from elsewhere; its {tag} names {address}")
        anchors = {address[1:] for address in addresses if address[:1] == "#"}
        known = frozenset(ids)
        if len(known) != len(ids):
            double = next(id for id in ids if ids.count(id) > 1)
            faults.append(f"the id `{double}` must stand once only")
        if not anchors <= known:
            lost = {unquote(html.unescape(anchor)) for anchor in anchors - known} - known - {""}
            faults += [f"the link to #{anchor} must lead to a spot on the page" for anchor in sorted(lost)]
        if text.count("<h1") != 1:
            faults.append("a page must have exactly one h1")
        for form in _INLINE:
            if inline := form.search(text):
                faults.append(f"nothing must run or be styled inline; `{inline.group().strip()}` does")
        targets = self._targets(path, addresses)
        return PageLinks.of(known, targets, tuple(f"{path}: {fault}" for fault in faults))

    def _targets(self, path: str, addresses: Iterable[str]) -> set[str]:
        """The files and anchors that the addresses in the page at `path` lead to."""
        folder = posixpath.dirname(path)
        root = "../" * (folder.count("/") + 1) if folder else ""
        targets = set()
        for address in addresses:
            if root and address.startswith(root):  # as from every page of this depth
                target = self.ways.get((root, address))
                if target is None:
                    if len(self.ways) > self.MOST:
                        self.ways.clear()
                    target = self.ways[root, address] = _target(folder, root, address, self.base)
                targets.add(target)
            elif address[:1] != "#" and not _OUTSIDE.match(address):
                targets.add(_target(folder, root, address, self.base))
        return targets


def _target(folder: str, root: str, address: str, base: str) -> str:
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
        target = ""
    return (target if target and not target.endswith("/") else f"{target}index.html") + (anchor and f"#{anchor}")


def faults(
    links: Mapping[str, PageLinks], others: Iterable[str], before: Mapping[str, PageLinks] = MappingProxyType({})
) -> list[str]:
    """What is wrong with a site, sorted: `links` by page, `others` the files that are not pages.

    `before` are the links of an earlier site without faults, all files of which are still there. Links of pages that
    did not change since then are not followed again, unless a page lost an id.
    """
    fresh = {path: page for path, page in links.items() if before.get(path) is not page}
    if any(path in before and set(before[path].unpack()[0]) - set(page.unpack()[0]) for path, page in fresh.items()):
        fresh = dict(links)
    found = [fault for page in fresh.values() for fault in page.faults]
    paths = {*links, *others}
    ids: dict[str, str | frozenset[str]] = {}
    for path, page in fresh.items():
        for link in page.unpack()[1]:
            target, _, anchor = link.partition("#")
            if target not in paths:
                found.append(f"{path}: the link to {target} must lead to a page")
            elif anchor and target in links:
                if target not in ids:
                    ids[target] = _lines(links[target].unpack()[0])
                if f"\n{anchor}\n" not in ids[target]:
                    found.append(f"{path}: the link to {link} must lead to a spot on that page")
    return sorted(set(found))


def _lines(ids: list[str]) -> str | frozenset[str]:
    """The ids, each between two line breaks: a few in one text, which is small, and many as a set, which is quick."""
    return f"\n{chr(10).join(ids)}\n" if len(ids) < 500 else frozenset(f"\n{id}\n" for id in ids)
