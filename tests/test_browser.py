"""The demo and the second dossier in Chromium, at the root of a site and below a sub-path."""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, unquote, urldefrag, urljoin

import pytest
from lxml import html

from tests.support import html_pages
from tests.web import SITES, Server, go_live, new_context

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
#: Those rules of them for which colours matter.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
#: What is looked at in each scheme of colours: all else is the same in both.
SCHEMES: dict[Literal["light", "dark"], dict[str, object]] = {"light": WCAG, "dark": COLOURS}
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => violations.push(`${e.violatedDirective} ${e.blockedURI}`));
"""


@contextmanager
def opened(browser: Browser, server: Server, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page in a context of its own, and a list of all that went wrong in it."""
    faults: list[str] = []
    with new_context(browser, **options) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on(
            "console",
            lambda message: (
                faults.append(f"{page.url}: {message.text}") if message.type in ("error", "warning") else None
            ),
        )
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on(
            "requestfailed",
            lambda r: "ABORTED" in (r.failure or "") or faults.append(f"{page.url}: {r.failure} {r.url}"),
        )
        page.on(
            "request",
            lambda r: (
                faults.append(f"{page.url}: asks {r.url}") if not r.url.startswith((server.origin, "data:")) else None
            ),
        )
        page.on("response", lambda r: faults.append(f"{page.url}: {r.status} {r.url}") if r.status >= 400 else None)
        yield page, faults


@pytest.mark.parametrize(("base", "moved"), [("/", "/repo/"), ("/other/", "/other/repo/")])
def test_pages_hold_their_address_and_are_else_the_same(server: Server, base: str, moved: str) -> None:
    """Wherever a site is to lie, its pages are the same but for their own address, so one crawl speaks for both."""
    names = html_pages(server.sites[base])
    assert html_pages(server.sites[moved]) == names
    for name in names:
        if name != "404.html":  # which leads on by the path that it was asked for at, see `test_not_found`
            here, there = ((server.sites[site] / name).read_text("utf-8") for site in (base, moved))
            for write in (str, partial(quote, safe="")):  # as it is, and within the address of another page
                there = there.replace(write(server.origin + moved), write(server.origin + base))
            assert there == here, name


@pytest.mark.parametrize("base", ["/repo/", "/other/"])
def test_crawl(browser: Browser, server: Server, base: str) -> None:
    """Every page of the sitemap loads without an error, a foreign request, a violation of the policy or a sideways scroll."""
    folder = server.sites[base]
    with opened(browser, server, viewport={"width": 320, "height": 700}) as (page, faults):
        for name in html_pages(folder):
            if name == "404.html":
                continue
            page.goto(server.origin + base + name.removesuffix("index.html"), wait_until="load")
            width, seen, violations, title = page.evaluate(
                "[document.documentElement.scrollWidth, innerWidth, window.violations, document.title]"
            )
            assert width <= seen, f"{name} is {width} px wide at {seen}"
            assert violations == []
            assert title
    assert faults == []


@pytest.mark.parametrize("base", SITES)
def test_links(server: Server, base: str) -> None:
    """Every link, image and script of every page leads to a file of the site, every anchor to an id."""
    folder = server.sites[base]
    ids: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    for name in html_pages(folder):
        address = base + name.removesuffix("index.html")
        tree = html.fromstring((folder / name).read_text("utf-8"))
        ids[address] = {element.get("id") for element in tree.xpath("//*[@id]")}
        where = base + "no/such/page" if name == "404.html" else address
        for element, attribute, link, _ in tree.iterlinks():
            if element.tag in ("a", "link", "img", "script", "area") or attribute.startswith("data-"):
                target, anchor = urldefrag(urljoin(server.origin + where, link))
                if target.startswith(server.origin):
                    wanted.append((name, target[len(server.origin) :], unquote(anchor)))
    for name, target, anchor in wanted:
        if name == "404.html" and target == base + "no/such/page":
            assert anchor in ids[base + name]
            continue
        status, _, _ = server.answer(unquote(target))
        assert status == 200, f"{name} leads to {target}"
        assert target.startswith(base), f"{name} leaves the site: {target}"
        if anchor and target.endswith("/"):
            assert anchor in ids[target], f"{name} leads to {target}#{anchor}"


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA in either colour scheme, with the elements it is about."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = []
    for scheme, rules in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        result = page.evaluate("(rules) => axe.run({ runOnly: rules, resultTypes: ['violations'] })", rules)
        found += [
            f"{page.url} in {scheme} colours: {one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}"
            for one in result["violations"]
        ]
    return found


def test_pins_lie_together_across_the_date_line(browser: Browser, server: Server) -> None:
    """Places on both sides of the 180th meridian are drawn side by side, not a world apart."""
    with opened(browser, server, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (page, _):
        page.goto(f"{server.origin}/places/", wait_until="load")
        go_live(page)
        frame = page.locator(".map__stage").bounding_box()
        assert frame
        for pin in page.locator(".leaflet-marker-pane > *").all():
            box = pin.bounding_box()
            assert box
            assert frame["x"] <= box["x"] <= frame["x"] + frame["width"]
            assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]


def test_not_found(browser: Browser, server: Server) -> None:
    """The page for what is not there is styled and leads home, at any depth."""
    with opened(browser, server) as (page, faults):
        for base, path in product(("/", "/repo/"), ("nothing", "no/such/page/", "briefs/gone/deeper/")):
            response = page.goto(server.origin + base + path, wait_until="load")
            assert response
            assert response.status == 404
            assert page.evaluate("getComputedStyle(document.querySelector('main')).display") == "block"
            assert page.evaluate("[...document.styleSheets].length") == 1
            faults.clear()
            page.locator("main li a").first.click()
            page.wait_for_url(f"{server.origin}{base}index.html")
            assert faults == []


def weight(folder: Path, name: str) -> tuple[int, bool]:
    """A page's bytes over the wire, with all that it loads; and whether it has a map."""
    text = (folder / name).read_text("utf-8")
    tree = html.fromstring(text)
    wanted = {link.get("href") for link in tree.xpath("//link[@rel='stylesheet' or @rel='icon']")}
    wanted |= {script.get("src") for script in tree.xpath("//script[@src]")}
    for figure in tree.xpath("//*[@data-script]"):
        wanted |= {
            value for key, value in figure.attrib.items() if key.startswith("data-") and value.endswith((".js", ".css"))
        }
    files = {posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in wanted}
    total = sum(len(gzip.compress((folder / file).read_bytes(), 6, mtime=0)) for file in files)
    return total + len(gzip.compress(text.encode(), 6, mtime=0)), bool(tree.xpath("//*[@data-script]"))


@pytest.mark.parametrize("base", ["/", "/other/"])
def test_budgets(server: Server, base: str) -> None:
    """A page of text weighs at most 16 KiB gzipped in all, a drawn one 32, one with the map 130 when that is live."""
    heavy = []
    for name in html_pages(server.sites[base]):
        if name == "404.html":
            continue
        size, has_map = weight(server.sites[base], name)
        is_drawn = name in ("actors/index.html", "timeline/index.html")
        if size > (130 if has_map else 32 if is_drawn else 16) * 1024:
            heavy.append(f"{name}: {size / 1024:.1f} KiB{' with map' if has_map else ''}")
    assert heavy == []
