"""The site opened from a disk, as it came in a mail or on a stick: it reads, leads on and works as on a host."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from lxml import html

from briefing.model.settings import THEME
from briefing.site import theme
from briefing.site.finish import named
from tests.support import html_pages
from tests.web import PATIENCE, Server, go_live

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<a href="../actors/">x</a>', '<a href="../actors/index.html">x</a>'),
        ('<a class="x" href="actors/eu/#role">x</a>', '<a class="x" href="actors/eu/index.html#role">x</a>'),
        ('<a href="/repo/actors/?q=1">x</a>', '<a href="/repo/actors/index.html?q=1">x</a>'),
        ('<a href="./">x</a>', '<a href="./index.html">x</a>'),
        (
            '<meta http-equiv="refresh" content="0; url=../x/">',
            '<meta http-equiv="refresh" content="0; url=../x/index.html">',
        ),
    ],
)
def test_a_link_names_its_file(written: str, shown: str) -> None:
    assert named(written) == shown
    assert named(shown) == shown


@pytest.mark.parametrize(
    "written",
    [
        '<a href="https://example.org/a/">x</a>',
        '<a href="//example.org/a/">x</a>',
        '<a href="mailto:desk@example.org">x</a>',
        '<a href="#top">x</a>',
        '<a href="?place=a/">x</a>',
        '<a href="../feeds/all.atom.xml">x</a>',
        '<link rel="canonical" href="https://example.org/a/">',
        '<p>Write &lt;a href="x/"&gt;.</p>',
        '<abbr title="a/">x</abbr>',
    ],
)
def test_other_addresses_stay(written: str) -> None:
    assert named(written) == written


@pytest.mark.parametrize("site", ["built_demo", "built_other"])
def test_every_link_leads_to_a_file(site: str, request: pytest.FixtureRequest) -> None:
    """Followed as a browser follows it from disk; only the page for wrong addresses, which a host alone shows, leads on
    from the root of that host.
    """
    folder: Path = request.getfixturevalue(site).resolve()
    for name in html_pages(folder):
        tree = html.fromstring((folder / name).read_text("utf-8"))
        where = (folder / name).as_uri()
        for element, attribute, link, _ in tree.iterlinks():
            if attribute not in ("href", "src") and not attribute.startswith("data-"):
                continue
            target = urldefrag(urljoin(where, link)).url.partition("?")[0]
            if name == "404.html":
                assert not target.endswith("/") or not link.startswith("/"), link
            elif target.startswith("file:"):
                file = Path(unquote(target.removeprefix("file://")))
                assert file.is_file(), f"{name}: {element.tag} {link}"
                assert folder in file.parents, f"{name}: {element.tag} {link}"


def test_addresses_to_keep_have_no_file(built_demo: Path) -> None:
    """What others link to, subscribe to and read as data is the address, not the file."""
    for name in ("index.html", "briefs/in-a-minute/index.html", "sitemap.xml", "feeds/all.atom.xml"):
        text = (built_demo / name).read_text("utf-8")
        assert not re.search(r"https://demo\.example/[^\"<]*index\.html", text), name


def test_scripts_are_classic(built_demo: Path, built_other: Path) -> None:
    """Browsers refuse modules, and asking for files, on pages from disk."""
    for site in (built_demo, built_other):
        for name in html_pages(site):
            for script in html.fromstring((site / name).read_text("utf-8")).iter("script"):
                assert script.get("type") in (None, "application/ld+json"), name
    for path in theme.listed(THEME, "static/js", ".js"):
        text = theme.read_text(THEME, path)
        code = re.sub(r"^//.*\n", "", text, flags=re.MULTILINE).strip()
        assert code.startswith("(() => {"), f"{path} must have a function of its own, so that no two meet"
        assert code.endswith("})();"), path
        assert not re.search(r"^\s*(?:import|export)\b|\bimport\(|\bimport\.meta|\bfetch\(|WebAssembly", text, re.M), (
            path
        )


@pytest.mark.browser
def test_works_from_disk(browser: Browser, server: Server) -> None:
    """Each section is reached by the menu, the choice of colours stands, and the map comes alive."""
    folder = server.sites["/"]
    faults: list[str] = []
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        page.on("requestfailed", lambda request: faults.append(f"{page.url}: {request.url}"))
        home = (folder / "index.html").as_uri()
        page.goto(home)
        menu = [link.get_attribute("href") for link in page.locator(".masthead nav a").all()]
        assert len(menu) > 3
        for href in menu:
            assert href
            page.goto(home)
            page.evaluate("document.querySelectorAll('.masthead details').forEach(menu => { menu.open = true; })")
            page.locator(f".masthead nav a[href='{href}']").first.click()
            page.wait_for_url(urljoin(home, href))
            page.locator("[data-module='theme'] button").first.wait_for(state="attached")
            assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
        page.goto((folder / "places/index.html").as_uri())
        go_live(page)
        assert faults == []
    finally:
        page.close()
