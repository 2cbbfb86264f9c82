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


IN_SIGHT = """(element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
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
    """What a pin opens is in the list, in sight, and one at a time: with dates as doubtful as they are, and distances."""
    with live_map(browser, server, width) as page:
        for pin in page.locator(".map__marker").all():
            pin.click()
            entry = page.locator(f"[data-place={pin.get_attribute('data-pin')}]")
            card = page.locator(".place-card[open]")
            becomes(page, card.count, 1)
            assert entry.locator(".place-card[open]").count() == 1
            summary = entry.locator("summary")
            assert summary.evaluate("(summary) => summary === document.activeElement")
            becomes(page, lambda shown=summary: shown.evaluate(IN_SIGHT), True)
            assert "is-chosen" in (pin.get_attribute("class") or "")
            assert " km from" in card.inner_text()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if pin.get_attribute("data-pin") == "valve-house":
                assert "about 28 October 2024" in " ".join(card.inner_text().split())
                assert violations(page) == []


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


def test_back_to_the_whole_map(browser: Browser, server: Server) -> None:
    """A map that was zoomed can be taken back, and a stage that changes its size still shows what it is framed on."""
    with live_map(browser, server, 1280) as page:
        button = page.get_by_role("button", name="Whole map")
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


def test_zooming_ends_where_there_is_something(browser: Browser, server: Server) -> None:
    """However often a reader zooms in, and wherever the map is moved to, a pin or a line is in sight."""
    seen = """() => {
        const stage = document.querySelector(".map__live").getBoundingClientRect();
        return [...document.querySelectorAll(".map__marker")].some((pin) => {
            const { x, y } = pin.getBoundingClientRect();
            return x > stage.left - 20 && x < stage.right && y > stage.top - 20 && y < stage.bottom;
        });
    }"""
    with live_map(browser, server, 1280) as page:
        button = page.get_by_role("button", name="Zoom in")
        for _ in range(8):
            button.click(force=True)  # it is disabled at the end
            at_rest(page.locator(".map__live"))
        becomes(page, lambda: button.get_attribute("aria-disabled"), "true")
        assert page.evaluate(seen)


def test_an_actor_leaves_out_places(browser: Browser, server: Server) -> None:
    """An actor that is chosen leaves out pins and entries of other places; the choice stands in the address and in links."""
    with live_map(browser, server, 1280) as page:
        entries, pins = page.locator("[data-place]"), page.locator(".map__marker")
        whole = page.locator(".place").count()
        options = page.locator(".choose [name=actor] option").all()
        for value in [option.get_attribute("value") or "" for option in options][1:3]:
            page.locator(".choose [name=actor]").select_option(value)
            shown = [entry.get_attribute("data-place") for entry in entries.all() if entry.is_visible()]
            mine = page.locator(f"[data-place][data-actors~={value}]")
            assert shown == [entry.get_attribute("data-place") for entry in mine.all()]
            assert 0 < len(shown) < whole
            assert [pin.get_attribute("data-pin") for pin in pins.all() if pin.is_visible()] == shown
            assert page.url.endswith(f"?actor={value}")
            assert page.get_by_role("status").inner_text() == f"{len(shown)} of {whole} places"
            way = page.locator(".masthead a", has_text="Timeline").get_attribute("href")
            assert way
            assert way.endswith(f"timeline/index.html?actor={value}")
        page.reload()
        assert page.locator(".choose [name=actor]").input_value() == value
        page.get_by_role("button", name="Show all").click()
        assert all(entry.is_visible() for entry in entries.all())
        assert "?" not in page.url


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
        assert page.get_by_text("Sketched from single points").is_visible()
        assert asked == []
        page.evaluate("document.querySelector('.map').classList.add('map--streets')")
        land, label = page.evaluate(lights)
        assert label < 100 < land
        assert not page.get_by_text("Sketched from single points").is_visible()
        page.get_by_role("button", name="Load street map").click()
        page.get_by_text("The street map could not be loaded.").wait_for()
        assert asked
        assert page.get_by_text("Sketched from single points").is_visible()
