"""The audit of a built site: every link and anchor leads somewhere, nothing runs inline, nothing is fetched elsewhere.

A finding here is a fault of the theme or the generator, never of an editor.
"""

from __future__ import annotations

import functools
import html
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

#: What is looked at of a page. Each form begins with plain letters, which is what makes searching quick: the theme
#: writes one blank before an attribute.
_ATTRIBUTE = re.compile(r' (id|href|style|on[a-z]+)="([^"]*)"')
_TAG = re.compile(r"<(h1|iframe|img|link|script|source|style)\b([^>]*)>")
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NOT_FETCHED = re.compile(r'rel="(?:canonical|license|alternate)"')
_NOT_INLINE = re.compile(r'\b(?:src=|type="application/ld\+json")')


class PageLinks(NamedTuple):
    """The ids of one page and where its links lead, as `path#anchor`, each one to a line; and the page's own faults."""

    ids: str = ""
    targets: str = ""
    faults: tuple[str, ...] = ()


class Audit:
    """Audits the pages of one site under the path `base`, such as `/repo/`.

    `copied` finds text of a page that is copied from a source without quotation marks. What records say was held
    against the sources when they were read, so an ordinary build need not ask again.
    """

    def __init__(self, base: str, copied: Callable[[str], list[str]] | None = None) -> None:
        self.base, self.copied = base, copied
        self._from_root = functools.lru_cache(maxsize=20_000)(functools.partial(_target, base, ""))

    def look(self, path: str, page: str) -> PageLinks:
        """Audit one page."""
        if not path.endswith(".html"):
            return PageLinks()
        faults = [f"copies {run}" for run in self.copied(page)] if self.copied else []
        ids: list[str] = []
        addresses: set[str] = set()
        inline: set[str] = set()
        for name, value in _ATTRIBUTE.findall(page):
            if name == "href":
                addresses.add(value)
            elif name == "id":
                ids.append(value)
            else:
                inline.add(f'{name}="')
        headings = 0
        for tag, rest in _TAG.findall(page):
            if tag == "h1":
                headings += 1
                continue
            if tag == "style" or (tag == "script" and not _NOT_INLINE.search(rest)):
                inline.add(f"<{tag}")
            for address in _ADDRESS.findall(rest):
                addresses.add(address)
                if _OUTSIDE.match(address) and not _NOT_FETCHED.search(rest):
                    faults.append(f"a page must fetch nothing from elsewhere; its {tag} names {address}")
        known = frozenset(ids)
        if len(known) != len(ids):
            double = next(id for id in ids if ids.count(id) > 1)
            faults.append(f"the id `{double}` must stand once only")
        anchors = {address[1:] for address in addresses if address[:1] == "#"}
        if not anchors <= known:
            lost = {unquote(html.unescape(anchor)) for anchor in anchors - known} - known - {""}
            faults += [f"the link to #{anchor} must lead to a spot on the page" for anchor in lost]
        if headings != 1:
            faults.append("a page must have exactly one h1")
        faults += [f"nothing must run or be styled inline; `{form}` does" for form in inline]
        targets = self._targets(posixpath.dirname(path), addresses)
        told = tuple(sorted(f"{path}: {fault}" for fault in faults))
        return PageLinks("\n".join(sorted(known)), "\n".join(sorted(targets)), told)

    def _targets(self, folder: str, addresses: Iterable[str]) -> set[str]:
        """The files and anchors of the site to which the addresses in a page in `folder` lead."""
        root = "../" * (folder.count("/") + 1) if folder else ""
        targets = set()
        for address in addresses:
            if root and address.startswith(root):
                targets.add(self._from_root(address[len(root) :]))
            elif address[:1] != "#" and not _OUTSIDE.match(address):
                targets.add(_target(self.base, folder, address))
        return targets


def _target(base: str, folder: str, address: str) -> str:
    """The file and the anchor to which an address leads from a page in `folder`."""
    file, _, anchor = map(unquote, html.unescape(address).partition("#"))
    if base != "/" and file.startswith(base):
        target = file[len(base) :]
    elif file.startswith("/"):
        target = file[1:]
    elif folder or "./" in file:
        target = posixpath.normpath(posixpath.join(folder, file)) + ("/" if file.endswith("/") else "")
    else:
        target = file
    if target in (".", "./", "/"):
        target = ""
    return (target if target and not target.endswith("/") else f"{target}index.html") + (anchor and f"#{anchor}")


def faults(links: Mapping[str, PageLinks], others: Iterable[str]) -> list[str]:
    """What is wrong with a site, sorted: `links` by page, `others` the files that are not pages."""
    found = {fault for page in links.values() for fault in page.faults}
    paths = {*links, *others}
    lost: dict[str, str] = {}
    anchors: dict[str, set[str]] = defaultdict(set)
    for target in {target for page in links.values() for target in page.targets.split("\n")}:
        file, _, anchor = target.partition("#")
        if file and file not in paths:
            lost[target] = f"the link to {file} must lead to a page"
        elif anchor and file in links:
            anchors[file].add(anchor)
    for file, wanted in anchors.items():
        for anchor in wanted.difference(links[file].ids.split("\n")):
            lost[f"{file}#{anchor}"] = f"the link to {file}#{anchor} must lead to a spot on that page"
    if lost:
        found |= {
            f"{path}: {lost[target]}"
            for path, page in links.items()
            for target in lost.keys() & page.targets.split("\n")
        }
    return sorted(found)
