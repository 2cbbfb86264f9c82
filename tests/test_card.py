"""The card of a mark in Chromium: by pointer, finger and keyboard, clear of the line that it proves, and its rules of
WCAG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.test_browser import opened, violations
from tests.web import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
BRIEF = "/repo/briefs/in-a-minute/"
#: Whether a card is open, whose, and where the focus is.
STATE = """() => {
  const open = document.querySelector(".mark[aria-expanded=true]"), card = document.querySelector(".card");
  return [!card.hidden, open && open.textContent, document.activeElement.className];
}"""


def state(page: Page) -> list[Any]:
    page.locator(".card").wait_for(state="attached")
    found: list[Any] = page.evaluate(STATE)
    return found


def test_by_pointer(browser: Browser, server: Server) -> None:
    """Hovering shows a card that goes when the pointer goes; a click keeps it until it is closed, and the focus
    returns to the mark.
    """
    with opened(browser, server, viewport={"width": 1280, "height": 800}) as (page, _):
        page.goto(server.origin + BRIEF)
        mark = page.locator("#mark-2")
        mark.hover()
        page.wait_for_timeout(300)
        assert state(page) == [True, "Post ¶3", ""]
        page.mouse.move(500, 20)
        page.wait_for_timeout(700)
        assert state(page)[0] is False
        for close in (lambda: page.keyboard.press("Escape"), lambda: page.locator(".card-close").click()):
            mark.click()
            assert state(page) == [True, "Post ¶3", "card"]
            close()
            assert state(page) == [False, None, "mark"]
        mark.click()
        page.mouse.click(600, 20)
        assert state(page)[0] is False


def test_by_keyboard(browser: Browser, server: Server) -> None:
    """The focus shows the card, Enter goes into it, and the way out of it leads on from the mark."""
    with opened(browser, server, viewport={"width": 1280, "height": 800}) as (page, _):
        page.goto(server.origin + BRIEF)
        page.locator("#mark-2").focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        page.locator(".card").wait_for()  # what opens it is fetched when a mark is first reached for
        assert state(page) == [True, "Post ¶3", "mark"]
        page.keyboard.press("Enter")
        assert state(page) == [True, "Post ¶3", "card"]
        for _ in page.locator(".card a, .card button").all():
            page.keyboard.press("Tab")
            assert state(page)[0] is True
        page.keyboard.press("Tab")
        assert state(page) == [False, None, "mark"]
        assert page.evaluate("document.activeElement.id") == "mark-2"


def test_on_a_phone(browser: Browser, server: Server) -> None:
    """A tap opens a sheet of half the window at most, clear of the mark's line; a tap outside closes it."""
    with opened(browser, server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as (page, _):
        page.goto(server.origin + BRIEF)
        for mark in page.locator(".prose .mark").all():
            mark.tap()
            sheet, line = page.locator(".card").bounding_box(), mark.bounding_box()
            assert sheet
            assert line
            assert sheet["height"] <= 844 / 2
            assert line["y"] + line["height"] <= sheet["y"]
            page.locator(".card-close").tap()
            page.locator(".card").wait_for(state="hidden")
        page.locator("#mark-2").tap()
        page.touchscreen.tap(195, 80)  # no link is near
        page.locator(".card").wait_for(state="hidden")


def test_beside_the_text(browser: Browser, server: Server) -> None:
    """With room the card stands in the margin, level with its mark, and covers no word of the text."""
    with opened(browser, server, viewport={"width": 1280, "height": 800}) as (page, _):
        page.goto(server.origin + BRIEF)
        for mark in page.locator(".prose p .mark").all():
            mark.click()
            card, text = page.locator(".card").bounding_box(), page.locator(".prose").first.bounding_box()
            at = mark.bounding_box()
            assert card
            assert text
            assert at
            assert card["x"] >= text["x"] + text["width"]
            assert card["y"] <= at["y"] + at["height"]
            assert at["y"] <= card["y"] + card["height"]


@pytest.mark.parametrize("width", [1280, 320])
def test_axe(browser: Browser, server: Server, width: int) -> None:
    """An open card is free of WCAG 2.2 AA violations."""
    with opened(browser, server, viewport={"width": width, "height": 800}, reduced_motion="reduce") as (page, _):
        page.goto(server.origin + BRIEF)
        page.locator("#mark-4").click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts(browser: Browser, server: Server) -> None:
    """A mark is a plain link to the paragraph's entry."""
    with opened(browser, server, java_script_enabled=False) as (page, _):
        page.goto(server.origin + BRIEF)
        page.locator("#mark-2").click()
        assert page.url.endswith("/sources/harbour-post/index.html#p3")
        assert "says that the spring gives less" in page.locator("#p3").inner_text()
