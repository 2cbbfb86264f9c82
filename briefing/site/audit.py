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

_TAG = re.compile(r"<(h1|iframe|img|link|script|source|style)\b([^>]*)>")
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_NOT_FETCHED = re.compile(r'rel="(?:canonical|license|alternate)"')
#: What must be undone or followed before an address can be compared with a path.
_NOT_PLAIN = re.compile(r"[&%?]|\./")
_NOT_INLINE = re.compile(r'\b(?:src=|type="application/ld\+json")')


class PageLinks(NamedTuple):
    """The ids of one page and the addresses below the site's root to which it leads, such as `actors/eu/#role`, each
    on a line of its own; and the page's faults.
    """

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

    def look(self, path: str, page: str) -> PageLinks:
        """Audit one page."""
        if not path.endswith(".html"):
            return PageLinks()
        faults = [f"copies {run}" for run in self.copied(page)] if self.copied else []
        folder = posixpath.dirname(path)
        ids: list[str] = []
        inline: dict[str, None] = {}  # without values, in the order of the page
        anchors: dict[str, None] = {}
        below: dict[str, None] = {}  # the root; so the theme writes nearly all addresses, which need no more than that
        others: dict[str, None] = {}
        for name, start, value in _attributes(folder.count("/") + 1 if folder else 0).findall(page):
            if name == "href":
                (anchors if start == "#" else below if start else others)[value] = None
            elif name == "id":
                ids.append(value)
            else:
                inline[f'{name}="'] = None
        headings = 0
        for tag, rest in _TAG.findall(page):
            if tag == "h1":
                headings += 1
                continue
            if tag == "style" or (tag == "script" and not _NOT_INLINE.search(rest)):
                inline[f"<{tag}"] = None
            for address in _ADDRESS.findall(rest):
                others[address] = None
                if _OUTSIDE.match(address) and not _NOT_FETCHED.search(rest):
                    faults.append(f"a page must fetch nothing from elsewhere; its {tag} names {address}")
        known = frozenset(ids)
        if len(known) != len(ids):
            double = next(id for id in ids if ids.count(id) > 1)
            faults.append(f"the id `{double}` must stand once only")
        if not anchors.keys() <= known:
            lost = {unquote(html.unescape(anchor)) for anchor in anchors.keys() - known} - known - {""}
            faults += [f"the link to #{anchor} must lead to a spot on the page" for anchor in lost]
        if headings != 1:
            faults.append("a page must have exactly one h1")
        faults += [f"nothing must run or be styled inline; `{form}` does" for form in inline]
        if _NOT_PLAIN.search("\n".join(below)):
            below = {_below(self.base, "", address): None for address in below}
        below |= {_below(self.base, folder, address): None for address in others if not _OUTSIDE.match(address)}
        told = tuple(sorted(f"{path}: {fault}" for fault in faults))
        return PageLinks("\n".join(ids), "\n".join(below), told)


@functools.cache
def _attributes(depth: int) -> re.Pattern[str]:
    """What is looked at of the pages of one depth: name, `#` or the way to the root, the rest of the value.

    The theme writes one blank before an attribute; to begin with plain letters is what makes searching quick.
    """
    return re.compile(rf' (id|href|style|on[a-z]+)="(#|{re.escape("../" * depth)}|)([^"]*)"')


def _below(base: str, folder: str, address: str) -> str:
    """An address in a page in `folder` as it is below the site's root, without what the page there is asked to show."""
    file, sharp, anchor = html.unescape(address).partition("#")
    file, anchor = unquote(file.partition("?")[0]), unquote(anchor)
    if base != "/" and file.startswith(base):
        file = file[len(base) :]
    elif file.startswith("/"):
        file = file[1:]
    else:
        file = posixpath.normpath(posixpath.join(folder, file)) + ("/" if file.endswith("/") else "")
    return f"{'' if file in ('.', './') else file}{sharp}{anchor}"


def faults(links: Mapping[str, PageLinks], others: Iterable[str]) -> list[str]:
    """What is wrong with a site, sorted: `links` by page, `others` the files that are not pages."""
    found = {fault for page in links.values() for fault in page.faults}
    paths = {*links, *others}
    lost: dict[str, str] = {}
    anchors: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for target in {target for page in links.values() for target in page.targets.split("\n")}:
        if not target:  # the way home, which is always there, or no link at all
            continue
        url, _, anchor = target.partition("#")
        file = f"{url}index.html" if not url or url.endswith("/") else url
        if file not in paths:
            lost[target] = f"the link to {file} must lead to a page"
        elif anchor and file in links:
            anchors[file].append((anchor, target))
    for file, wanted in anchors.items():
        known = frozenset(links[file].ids.split("\n"))
        for anchor, target in wanted:
            if anchor not in known:
                lost[target] = f"the link to {file}#{anchor} must lead to a spot on that page"
    if lost:
        found |= {
            f"{path}: {lost[target]}"
            for path, page in links.items()
            for target in lost.keys() & page.targets.split("\n")
        }
    return sorted(found)
