"""The desk in Chromium: marking by mouse and by keyboard, copying, following what is saved, and everybody's access."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.cli.host import Server
from briefing.desk.answers import Desk
from briefing.dossier.inspection import inspect
from briefing.model import settings
from tests.support import DEMO, Dossier, copy_of
from tests.test_browser import violations
from tests.web import becomes, new_context, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = (
    "", "sources/harbour-post/", "problems/", "drafts/", "drafts/content/briefs/private-notes/",
    "drafts/content/briefs/private-notes/page/briefs/private-notes/",
)  # fmt: skip
#: Selects the words from one piece of text to another, as a mouse does.
SELECT = """([key, from, to]) => {
    const words = document.querySelector(`[data-key="${key}"]`);
    const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT), range = document.createRange();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
        if (node.data.includes(to)) range.setEnd(node, node.data.indexOf(to) + to.length);
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


@pytest.fixture(scope="module")
def served(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Server, Dossier]]:
    """The desk's address, its server, and the dossier, whose sites are not built anew."""
    dossier = copy_of(DEMO, tmp_path_factory.mktemp("desk") / "dossier")
    desk = Desk(settings.settings(str(dossier.root), str(built_demo)))
    desk.look(inspect(dossier.root))
    with Server(0, built_demo, "/ondo/", desk) as server:
        server.news.tell([])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/ondo/desk/", server, dossier
        server.shutdown()
        thread.join()


def shown(page: Page, id: str) -> str:
    """What a field of the panel holds."""
    return page.locator(f"#{id}").input_value()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe(browser: Browser, served: tuple[str, Server, Dossier], width: int) -> None:
    """Every page is free of WCAG 2.2 AA violations, says nothing in the console, and is not wider than the window; in a
    wide one only that of a source is laid out otherwise.
    """
    faults: list[str] = []
    size = {"width": width, "height": 800}
    with new_context(browser, viewport=size, reduced_motion="reduce") as context:
        page = context.new_page()
        page.on(
            "console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        for name in PAGES if width < 1000 else PAGES[1:2]:
            page.goto(served[0] + name, wait_until="load")
            if "harbour" in name:
                page.evaluate(SELECT, ["3", "We cannot", "does not give"])
                page.locator("#panel_count", has_text="9 of").wait_for()
                page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
                page.get_by_role("button", name="Mark words in ¶2").click()
            faults += [f"{name}: {violation}" for violation in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append(f"{name} is too wide")
    assert faults == []


def test_marking_and_copying(browser: Browser, served: tuple[str, Server, Dossier]) -> None:
    """Words marked by mouse, then more of them; copied by button and by keys, which is said aloud."""
    with new_context(browser, permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(served[0] + "sources/harbour-post/")
        page.evaluate(SELECT, ["3", "We cannot", "send"])
        page.locator("#panel_count", has_text="3 of at most 25 words").wait_for()
        page.get_by_role("button", name="Add more words").click()
        page.evaluate(SELECT, ["3", "rock", "does not give"])
        becomes(page, lambda: shown(page, "panel_plain"), '"We cannot send […] rock does not give" [@harbour-post, ¶3]')
        page.get_by_role("button", name="Copy", exact=True).click()
        page.locator("#desk_live", has_text="Copied.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == shown(page, "panel_plain")
        page.get_by_role("button", name="Start again").click()
        page.locator(".desk-result").wait_for(state="hidden")
        page.get_by_text("Make a position").wait_for(state="hidden")

        page.get_by_role("button", name="Mark words in ¶7").press("Enter")
        for _ in range(3):
            page.keyboard.press("Control+Shift+ArrowRight")
        becomes(page, lambda: shown(page, "panel_plain"), '"The council wants half" [@harbour-post, ¶7, reporter]')
        page.keyboard.press("Alt+c")
        page.locator("#desk_live", has_text="Copied.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == shown(page, "panel_plain")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Mark words in ¶7"

        page.get_by_text("Make a position of it").click()
        page.get_by_label("Actor").select_option("telissa-council")
        page.get_by_label("Question").select_option("metering")
        page.get_by_role("button", name="Write the skeleton").click()
        page.get_by_text("content/positions/telissa-council/metering.md").first.wait_for()
        assert "cite: harbour-post ¶7" in shown(page, "panel_skeleton")


def test_it_follows_what_is_saved(browser: Browser, served: tuple[str, Server, Dossier]) -> None:
    """Problems come and go in the open page, and are said aloud; what is marked stays."""
    address, server, dossier = served
    text = dossier.read("content/briefs/papers.md")

    def save(changed: str) -> None:
        dossier.write("content/briefs/papers.md", changed)
        server.desk.look(inspect(dossier.root))
        server.news.tell([])

    with new_context(browser) as context:
        page, source = context.new_page(), context.new_page()
        page.goto(address + "problems/")
        source.goto(address + "sources/harbour-post/")
        source.evaluate(SELECT, ["3", "We cannot", "send"])
        source.locator("#panel_count", has_text="3 of").wait_for()
        with (
            page.expect_response(lambda answer: "events" in answer.url),
            source.expect_response(lambda answer: "events" in answer.url),
        ):
            server.news.tell([])
        save(text.replace("title: ", "titel: ", 1))
        page.get_by_text("titel").first.wait_for()
        page.locator("#desk_live", has_text="error").wait_for()
        source.locator("nav .desk-count", has_text="0").wait_for(state="detached")
        assert shown(source, "panel_plain") == '"We cannot send" [@harbour-post, ¶3]'
        save(text)
        page.get_by_role("main").get_by_text("None: what is here can be built.").wait_for()


def test_readable_without_scripts(browser: Browser, served: tuple[str, Server, Dossier]) -> None:
    """Paragraphs, voices, quotations in use, problems and drafts are all there; what cannot work does not show."""
    with new_context(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served[0] + "sources/harbour-post/")
        assert page.get_by_text("Marking words needs JavaScript").is_visible()
        assert page.get_by_text("Speaks: Ines Talomar (water minister)").first.is_visible()
        page.locator("#p3 summary").click()
        assert page.locator("#p3 .desk-uses a").first.is_visible()
        assert page.get_by_role("button").count() == 0
        for name in ("Drafts", "Problems", "Sources"):
            page.get_by_role("link", name=name).first.click()
            assert page.locator("h1").inner_text() == name


def test_no_other_origin_sees_it(browser: Browser, served: tuple[str, Server, Dossier]) -> None:
    """A page of another origin on this machine can neither read, nor frame, nor include any of it."""
    with serving() as other, new_context(browser, bypass_csp=True) as context:
        other.sites["/"] = served[1].output
        page = context.new_page()
        page.goto(f"{other.origin}/about/")
        for name in ("sources/harbour-post/", "desk.js", "quote.json?source=harbour-post&at=3:60-70"):
            for options in ("{}", "{mode: 'no-cors'}", "{headers: {'Briefing-Serve': '1'}}"):
                read = f"fetch('{served[0]}{name}', {options}).then((answer) => answer.text(), () => 'refused')"
                assert page.evaluate(read) == "refused", (name, options)
        with page.expect_response(served[0]) as framed:
            page.evaluate(
                "(address) => { const f = document.createElement('iframe'); f.src = address; document.body.append(f); }",
                served[0],
            )
        assert framed.value.status == 403
