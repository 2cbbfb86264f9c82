"""The live map of the second dossier as a reader meets it: taps, names, cards, keyboard, both schemes, four widths."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.support import Dossier, copy_of
from tests.test_browser import opened, violations
from tests.web import Server, at_rest, becomes, go_live, new_context, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(other: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The second dossier at `/`, the same with a street map to load at `/streets/`."""
    folder = tmp_path_factory.mktemp("map")
    streets = copy_of(other.root, folder / "dossier")
    streets.edit("content/dossier.md", "  tiles: off", "  tiles: on")
    with serving() as server:
        for base, dossier in (("/", other), ("/streets/", streets)):
            output = folder / base.strip("/") / "output"
            dossier.build(output, "", server.origin + base)
            server.sites[base] = output
        yield server


@contextmanager
def live_map(browser: Browser, server: Server, width: int) -> Iterator[Page]:
    """The page of places with its map live, in a window of a width; nothing may go wrong on it."""
    size = {"width": width, "height": 800}
    with opened(browser, server, viewport=size, reduced_motion="reduce") as (page, faults):
        page.goto(f"{server.origin}/places/", wait_until="load")
        go_live(page)
        at_rest(page.locator(".map__live"))
        yield page
        assert faults == []


#: Boxes of what is whole on the map, of what must not meet, and what a tap on the middle of each pin reaches.
LOOK = """() => {
    document.querySelector(".map__stage").scrollIntoView({ block: "center" });
    const box = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
    const seen = (s) => [...document.querySelectorAll(s)].filter((e) => getComputedStyle(e).visibility === "visible");
    const stage = document.querySelector(".map__live").getBoundingClientRect();
    const pins = [...document.querySelectorAll(".map__marker")];
    const names = seen(".map__label, .map__areas span").map((e) => [e.textContent, ...box(e)]);
    return {
        names: names.map(([name]) => name),
        cut: names.filter(([, l, t, r, b]) => l < stage.left || t < stage.top || r > stage.right || b > stage.bottom),
        boxes: [...names.map(([, ...b]) => b), ...pins.map(box)],
        missed: pins.filter((pin) => {
            const { left, top, width, height } = pin.getBoundingClientRect();
            return !pin.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }).map((pin) => pin.textContent),
    };
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_names_and_pins_are_clear_of_each_other(browser: Browser, server: Server, width: int) -> None:
    """Every pin can be tapped, every place and both sides are named, no name is cut or meets a pin or another name."""
    with live_map(browser, server, width) as page:
        look = page.evaluate(LOOK)
        assert page.locator(".leaflet-marker-icon").count() == page.locator(".map__marker").count() > 0
        assert look["missed"] == []
        assert look["cut"] == []
        wanted = {"Ondo Spring", "Port Sefa", "Telissa Landing", "Brae Valve House", "Oruna", "Telissa"}
        assert wanted <= set(look["names"])
        for a, b in combinations(look["boxes"], 2):
            assert not (a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1), (a, b)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_cards(browser: Browser, server: Server, width: int) -> None:
    """What a pin opens is whole: inside the window, clear of the zoom buttons, with summary and doubtful dates."""
    with live_map(browser, server, width) as page:
        for pin in page.locator(".map__marker").all():
            pin.focus()
            page.keyboard.press("Enter")
            card = page.locator(".map__card")
            assert card.evaluate("(card) => card === document.activeElement")
            assert card.locator("> p").count() == 1
            popup = page.locator(".leaflet-popup-content-wrapper")
            assert popup.count() == (width >= 768)
            if popup.count():
                box, zoom = at_rest(popup), page.locator(".leaflet-control-zoom").bounding_box()
                stage = page.locator(".map__stage").bounding_box()
                assert box
                assert zoom
                assert stage
                assert box["x"] >= zoom["x"] + zoom["width"]
                assert box["y"] >= stage["y"]
                assert box["x"] + box["width"] <= stage["x"] + stage["width"]
                tip = page.locator(".leaflet-popup-tip-container").bounding_box()
                disc = pin.bounding_box()
                assert tip
                assert disc
                assert tip["y"] + tip["height"] <= disc["y"] + disc["height"] / 2 - 8, "the tip covers the number"
            for link in card.locator("a, button").all():
                target = link.bounding_box()
                assert target
                assert target["height"] >= 24
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if "Brae Valve House" in (card.get_attribute("aria-label") or ""):
                assert "about 28 October 2024 (year inferred)" in " ".join(card.inner_text().split())
                assert violations(page) == []
            page.keyboard.press("Escape")
            card.wait_for(state="detached")
            assert pin.evaluate("(pin) => pin === document.activeElement")
            assert pin.get_attribute("aria-expanded") == "false"


def test_a_card_closes_by_its_button_and_by_the_map(browser: Browser, server: Server) -> None:
    """One card is open at a time; its button and a click beside it close it."""
    with live_map(browser, server, 390) as page:
        pins = page.locator(".map__marker")
        for pin in pins.all()[:2]:
            pin.click()
            assert page.locator(".map__card").count() == 1
        page.get_by_role("button", name="Close").click()
        page.locator(".map__card").wait_for(state="detached")
        pins.first.click()
        page.locator(".map__card").wait_for()
        page.locator(".map__live").click(position={"x": 250, "y": 200})
        page.locator(".map__card").wait_for(state="detached")


def test_an_entry_of_the_list_raises_its_pin(browser: Browser, server: Server) -> None:
    """Pointing at an entry, or moving the focus into it, shows which pin it is."""
    with live_map(browser, server, 1280) as page:
        entry, raised = page.locator("[data-place=telissa-landing]"), page.locator(".map__marker.is-raised")
        entry.hover()
        assert raised.inner_text().split() == ["3", "Telissa", "Landing"]
        page.mouse.move(0, 0)
        raised.wait_for(state="detached")
        entry.get_by_role("link").first.focus()
        assert raised.inner_text().split() == ["3", "Telissa", "Landing"]


def test_back_to_all_places(browser: Browser, server: Server) -> None:
    """A map that was zoomed can be taken back, and a stage that changes its size still shows all places."""
    with live_map(browser, server, 1280) as page:
        button = page.get_by_role("button", name="Show all places")
        assert button.count() == 0
        before = page.evaluate(LOOK)["boxes"]
        page.get_by_role("button", name="Zoom in").click()
        button.click()
        becomes(page, button.count, 0)
        becomes(page, lambda: page.evaluate(LOOK)["boxes"], before)
        page.set_viewport_size({"width": 390, "height": 800})
        page.wait_for_function("document.querySelector('.map__live').clientWidth < 390")
        becomes(page, lambda: page.evaluate(LOOK)["missed"], [])
        becomes(page, button.count, 0)


def test_the_street_map_is_light_in_the_dark(browser: Browser, server: Server) -> None:
    """Nothing is asked for before the button is pressed; then the map's own colours are those of the light scheme."""
    asked: list[str] = []
    with new_context(browser, color_scheme="dark", reduced_motion="reduce") as context:
        page = context.new_page()
        page.route(
            "https://tile.openstreetmap.org/**", lambda route: (asked.append(route.request.url), route.abort())[1]
        )
        page.goto(f"{server.origin}/streets/places/", wait_until="load")
        go_live(page)
        lights = """() => [[".map__live", "backgroundColor"], [".map__label", "color"]].map(([selector, key]) => {
            const numbers = getComputedStyle(document.querySelector(selector))[key].match(/\\d+/g).slice(0, 3).map(Number);
            return Math.max(...numbers);
        })"""
        sea, label = page.evaluate(lights)
        assert sea < 100 < label
        assert page.get_by_text("Dotted lines").is_visible()
        assert asked == []
        page.evaluate("document.querySelector('.map').classList.add('map--streets')")
        land, label = page.evaluate(lights)
        assert label < 100 < land
        assert not page.get_by_text("Dotted lines").is_visible()
        page.get_by_role("button", name="Load street map").click()
        page.get_by_text("The street map could not be loaded.").wait_for()
        assert asked
        assert page.get_by_text("Dotted lines").is_visible()
