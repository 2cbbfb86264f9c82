"""The sites in Chromium for everybody: by keyboard, without scripts, on small screens, in print, and by the rules of WCAG."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.test_browser import opened, violations
from tests.web import Server, go_live

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_axe(browser: Browser, server: Server, kinds: dict[str, str]) -> None:
    """Every kind of page is free of WCAG 2.2 AA violations, folded parts opened, on a wide screen and a small one."""
    found = []
    with opened(browser, server, reduced_motion="reduce") as (page, _):
        for kind, address in kinds.items():
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(server.origin + address, wait_until="load")
            if page.locator(".map[data-script]").count():
                go_live(page)
            page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 800})
                found += [f"{kind} at {width}: {violation}" for violation in violations(page)]
    assert found == []


def test_axe_of_the_second_dossier(browser: Browser, server: Server) -> None:
    """So are the pages of the second dossier that differ most from the demo's."""
    found = []
    with opened(browser, server, viewport={"width": 390, "height": 800}, reduced_motion="reduce") as (page, _):
        for name in ("", "actors/", "about/"):
            page.goto(f"{server.origin}/other/{name}", wait_until="load")
            found += violations(page)
    assert found == []


def test_no_sideways_scrolling(browser: Browser, server: Server, kinds: dict[str, str]) -> None:
    """No kind of page is wider than the window, nor with text of twice the size on a small one."""
    wide = []
    with opened(browser, server) as (page, _):
        for address in kinds.values():
            page.goto(server.origin + address, wait_until="load")
            for width, text in [(320, 200), (390, 100), (1280, 100), (1280, 200)]:
                page.set_viewport_size({"width": width, "height": 800})
                page.evaluate(f"document.documentElement.style.fontSize = '{text}%'")
                actual = page.evaluate("document.documentElement.scrollWidth")
                if actual > width:
                    wide.append(f"{address} is {actual} px wide at {width} px with text of {text} %")
    assert wide == []


def test_complete_without_scripts(browser: Browser, server: Server, kinds: dict[str, str]) -> None:
    """Without JavaScript every page shows all that it shows with it, but for controls."""
    texts: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for scripts in (True, False):
        with opened(browser, server, java_script_enabled=scripts) as (page, _):
            for address in kinds.values():
                page.goto(server.origin + address, wait_until="load")
                if scripts and page.locator(".map[data-script]").count():
                    go_live(page)
                    page.evaluate(
                        "for (const c of document.querySelectorAll('.leaflet-control-container, .map__zoom')) c.remove()"
                    )
                if scripts:
                    page.evaluate("for (const c of document.querySelectorAll('.choose, .matrix-tools')) c.remove()")
                texts[scripts][address] = page.locator("main").inner_text()
    for address, text in texts[False].items():
        assert len(text.split()) > 15, address
        here = set(text.split())
        more = {word for word in texts[True][address].split() if word not in here}
        assert more == set(), f"{address} shows only with scripts: {sorted(more)[:10]}"


def test_folded_parts_open_without_scripts(browser: Browser, server: Server) -> None:
    """What is folded away opens by keyboard, without scripts."""
    with opened(browser, server, java_script_enabled=False) as (page, _):
        page.goto(f"{server.origin}/timeline/")
        folded = page.locator("details.event-more", has_text="The newspaper names the year.").first
        folded.locator("summary").focus()
        page.keyboard.press("Enter")
        assert folded.get_attribute("open") is not None
        assert page.get_by_text("The newspaper names the year.").is_visible()


def test_pins_by_keyboard(browser: Browser, server: Server) -> None:
    """Each pin, drawn and live, is reached by Tab; Enter opens its card in the list, Escape closes it and leads back."""
    with opened(browser, server, viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as (page, faults):
        for live in (False, True):
            page.goto(f"{server.origin}/repo/places/", wait_until="load")
            if live:
                go_live(page)
            page.locator("h1").click()
            reached = []
            for _ in range(80):
                page.keyboard.press("Tab")
                pin = page.evaluate("document.activeElement.dataset.pin")
                if not pin:
                    if reached:
                        break
                    continue
                reached.append(pin)
                page.keyboard.press("Enter")
                card = page.locator(f"[data-place={pin}] details[open]")
                card.wait_for()
                assert page.evaluate("document.activeElement.closest('[data-place]').dataset.place") == pin
                assert f"place={pin}" in page.url
                page.keyboard.press("Escape")
                card.wait_for(state="detached")
                assert page.evaluate("document.activeElement.dataset.pin") == pin
                page.wait_for_function("!location.search.includes('place=')")
            assert sorted(reached) == sorted(set(reached))
            assert len(reached) == page.locator("ol > [data-place]").count()
        assert faults == []


def test_colours_by_button(browser: Browser, server: Server) -> None:
    """The button for colours goes through light and dark and remembers, without a word in the console."""
    with opened(browser, server, color_scheme="light") as (page, faults):
        page.goto(f"{server.origin}/about/", wait_until="load")
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        button = page.get_by_role("button", name="Colours")
        for _ in range(3):
            button.click()
            if page.evaluate("document.documentElement.dataset.theme") == "dark":
                break
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert dark != light
        page.reload()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
        assert faults == []


def test_skip_link_and_focus(browser: Browser, server: Server) -> None:
    """The first Tab shows the way to the content, and Enter goes there."""
    with opened(browser, server) as (page, _):
        page.goto(f"{server.origin}/briefs/in-a-minute/", wait_until="load")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id || location.hash") in ("page_main", "#page_main")


def test_menu(browser: Browser, server: Server) -> None:
    """On a phone the sections open over the page, without scripts, too; each is large enough for a finger."""
    for scripts in (False, True):
        with opened(browser, server, viewport={"width": 390, "height": 844}, java_script_enabled=scripts) as (page, _):
            page.goto(f"{server.origin}/briefs/in-a-minute/")
            page.mouse.wheel(0, 600)
            links = page.locator(".menu a")
            assert not links.first.is_visible()
            page.locator(".menu summary").focus()
            page.keyboard.press("Enter")
            assert links.first.is_visible()
            assert [link.inner_text() for link in links.all()] == [
                "Briefs",
                "Who says what",
                "Timeline",
                "Places",
                "Sources",
            ]
            assert all((link.bounding_box() or {"height": 0})["height"] >= 44 for link in links.all())
            assert page.locator(".menu [aria-current]").inner_text() == "Briefs"
            if scripts:
                page.keyboard.press("Escape")
                assert not links.first.is_visible()


def test_print(browser: Browser, server: Server) -> None:
    """On paper everything folded is open and the navigation is gone."""
    with opened(browser, server) as (page, _):
        page.goto(f"{server.origin}/timeline/", wait_until="load")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.get_by_text("The newspaper names the year.").is_visible()
        assert not page.locator(".masthead").is_visible()
