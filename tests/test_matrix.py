"""The table of who says what, in a browser: its heads stay, rows can be ordered and left out, a phone has one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.test_browser import opened
from tests.web import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROWS = "[...document.querySelectorAll('.matrix-row')].filter(r => r.getClientRects().length).map(r => r.cells[0].innerText.trim())"
BY_SIDE = ["Government of Oruna", "Fishers’ League", "Telissa Island Council", "Sound Water Board"]


def rows(page: Page) -> list[str]:
    """The names of the rows that are shown, from the top."""
    found: list[str] = page.evaluate(ROWS)
    return found


def test_heads_stay_below_the_masthead(browser: Browser, server: Server) -> None:
    """However far down its reader is, the questions stand above the answers."""
    with opened(browser, server, viewport={"width": 1280, "height": 560}) as (page, faults):
        page.goto(f"{server.origin}/actors/", wait_until="load")
        page.locator(".matrix-row").last.scroll_into_view_if_needed()
        masthead, head = (page.locator(one).bounding_box() for one in (".masthead", ".matrix thead th:nth-child(2)"))
        assert masthead
        assert head
        assert abs(head["y"] - masthead["y"] - masthead["height"]) < 2
        assert faults == []


def test_order_and_choice(browser: Browser, server: Server) -> None:
    """By name and back by side; whoever answers nothing can be left out where there is somebody."""
    with opened(browser, server, viewport={"width": 1280, "height": 900}) as (page, faults):
        page.goto(f"{server.origin}/actors/", wait_until="load")
        assert rows(page) == BY_SIDE
        page.get_by_role("button", name="By name").click()
        assert rows(page) == sorted(BY_SIDE)
        assert page.locator(".matrix-side:visible").count() == 0
        page.get_by_role("button", name="By side").click()
        assert rows(page) == BY_SIDE
        assert page.locator(".matrix-side:visible").count() == 3
        assert faults == []


def test_a_phone_has_one_question_at_a_time(browser: Browser, server: Server) -> None:
    """The table gives way to its first question, from which plain links lead through all of them."""
    with opened(browser, server, viewport={"width": 390, "height": 844}, java_script_enabled=False) as (page, _):
        page.goto(f"{server.origin}/actors/", wait_until="load")
        assert not page.locator(".matrix").is_visible()
        seen = []
        while True:
            seen.append(page.locator(".steps-here").inner_text())
            if not page.locator(".steps a[rel=next]").count():
                break
            page.locator(".steps a[rel=next]").click()
        assert seen == ["1 of 3", "2 of 3", "3 of 3"]
