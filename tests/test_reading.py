"""What a reader meets: one screen that answers, letters and lines that can be read, targets that a thumb hits, pages that
weigh little and print on few sheets. The figures are those that the design asks for; they hold for our own dossier and,
where they do not depend on how much it says, for the demo.
"""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from tests.support import ROOT, Dossier, html_pages
from tests.web import Server, new_context, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 800}}
LOOK = Path(__file__).with_name("reading.js").read_text("utf-8")
#: A page of ours as Chromium writes it into a PDF.
SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
KIB = 1024


@pytest.fixture(scope="module")
def read(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo at `/demo/` and our own dossier at `/own/`, as on a day after all of its changes."""
    with serving() as own, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1900000000")
        own.sites["/demo/"] = server.sites["/"]
        own.sites["/own/"] = tmp_path_factory.mktemp("own") / "output"
        Dossier(ROOT).build(own.sites["/own/"], "", f"{own.origin}/own/")
        yield own


def longest(folder: Path) -> dict[str, str]:
    """By kind, the longest page of a site."""
    found: dict[str, tuple[int, str]] = {}
    for name in html_pages(folder):
        text = (folder / name).read_text("utf-8")
        kind = re.search(r'data-kind="([^"]+)"', text)
        if kind and name != "404.html":
            found[kind[1]] = max(found.get(kind[1], (0, "")), (len(text), name))
    return {kind: name for kind, (_, name) in found.items()}


def met(browser: Browser, server: Server, site: str, size: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a reader meets on the longest page of each kind; each with its kind."""
    with new_context(browser, **size) as context:
        page = context.new_page()
        for kind, name in longest(server.sites[site]).items():
            page.goto(f"{server.origin}{site}{name}", wait_until="load")
            yield kind, page.evaluate(LOOK)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("site", ["/own/", "/demo/"])
def test_letters_lines_and_targets(browser: Browser, read: Server, site: str, size: dict[str, Any]) -> None:
    """The masthead leaves room, no letter is under 13 px, no line over 66 letters, no target on a phone under 44 px."""
    wrong = []
    for kind, page in met(browser, read, site, size):
        told = [f"masthead of {page['masthead']} px"] if page["masthead"] > 56 else []
        told += page["small"] + page["long"] + (page["narrow"] if size is PHONE else [])
        wrong += [f"{kind}: {fault}" for fault in told]
    assert wrong == []


def test_home_answers_in_one_screen(browser: Browser, read: Server) -> None:
    """Who says what, what happens next and the ways on end within the first screen of a phone; all fits in few screens."""
    with new_context(browser, **PHONE) as context:
        page = context.new_page()
        page.goto(f"{read.origin}/own/", wait_until="load")
        home = page.evaluate(LOOK)
        assert all(end and end <= 844 for end in home["ends"].values()), home["ends"]
        assert home["height"] <= 7 * 844
        headline = page.locator("h1").inner_text()
        assert len(headline.split()) <= 16, headline
        assert page.locator("h1 + *, .opening p").first.is_visible()
    with new_context(browser, **DESK) as context:
        page = context.new_page()
        page.goto(f"{read.origin}/own/", wait_until="load")
        assert page.evaluate(LOOK)["height"] <= 4 * 800


def test_a_brief_begins_in_the_first_screen(browser: Browser, read: Server) -> None:
    """Its first sentence stands there on a phone."""
    with new_context(browser, **PHONE) as context:
        page = context.new_page()
        for name in html_pages(read.sites["/own/"]):
            if re.fullmatch(r"briefs/[^/]+/index\.html", name):
                page.goto(f"{read.origin}/own/{name}", wait_until="load")
                first = page.locator(".prose p").first.bounding_box()
                assert first
                assert first["y"] + min(first["height"], 80) <= 844, name


def test_the_page_of_a_source_is_short(browser: Browser, read: Server) -> None:
    with new_context(browser, **DESK) as context:
        page = context.new_page()
        page.goto(f"{read.origin}/own/{longest(read.sites['/own/'])['source']}", wait_until="load")
        assert page.evaluate(LOOK)["elements"] <= 800


def test_sheets_of_paper(browser: Browser, read: Server) -> None:
    """All pages of ours print on at most 80 sheets, that of a source on 6, and none ends in a sheet without words."""
    sheets: dict[str, int] = {}
    with new_context(browser) as context:
        page = context.new_page()
        for name in html_pages(read.sites["/own/"]):
            page.goto(f"{read.origin}/own/{name}", wait_until="load")
            sheets[name] = len(SHEET.findall(page.pdf(format="A4")))
    assert sheets[longest(read.sites["/own/"])["source"]] <= 6
    assert sum(sheets.values()) <= 80, sheets


def weights(folder: Path, name: str) -> tuple[int, int]:
    """A page's bytes over the wire: with all that it loads by itself, and with its live map, which it loads when asked."""
    tree = html.fromstring((folder / name).read_text("utf-8"))
    first = {*tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href"), *tree.xpath("//script/@src")}
    later = {
        value
        for value in tree.xpath("//figure/@*[starts-with(name(), 'data-')]")
        if re.search(r"\.(?:js|css|geojson)$", value)
    }

    def size(addresses: set[str]) -> int:
        files = {posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in addresses}
        return sum(len(gzip.compress((folder / file).read_bytes(), 6, mtime=0)) for file in files)

    own = len(gzip.compress((folder / name).read_bytes(), 6, mtime=0)) + size(first)
    return own, own + size(later)


@pytest.mark.parametrize("site", ["/own/", "/demo/"])
def test_weights(read: Server, site: str) -> None:
    """A page of text weighs at most 16 KiB, one with a live map 90 before this starts, and 130 with it. One with another
    drawing, or with the answers of all, is no page of text; that it stays near one is our own limit.
    """
    heavy = []
    for name in html_pages(read.sites[site]):
        if name != "404.html":
            own, with_map = weights(read.sites[site], name)
            drawn = re.search('class="(?:map__drawing|picture|matrix)', (read.sites[site] / name).read_text("utf-8"))
            most = 90 if with_map > own else 32 if drawn else 16
            if own > most * KIB or with_map > 130 * KIB:
                heavy.append(f"{name}: {own / KIB:.1f} KiB, with its map {with_map / KIB:.1f}")
    assert heavy == []
