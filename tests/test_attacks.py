"""Nothing an author writes runs, loads or breaks anything: `attacks.ALL` in every field, in a browser, with and without the policy."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import feedparser
import pytest
from lxml import etree, html

from briefing import checks
from tests import attacks
from tests.poison import HERE, poison, without_the_refused
from tests.support import Dossier, copy_of, html_pages
from tests.web import go_live, new_context, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WATCH = """
window.ran = [];
for (const name of ["pwned", "alert", "confirm", "prompt", "print"]) window[name] = (...more) => ran.push(name);
Object.defineProperty(window, "ran", { writable: false, configurable: false });
"""


#: So many pages are loaded into one window, which takes far less than a window for each.
FRAMES = 20
#: Opens, points at and focuses what a reader would; what has run by then, and what nobody asked for.
TOUCH = """() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const mark of [...document.querySelectorAll("a.mark")].slice(0, 5)) mark.focus();
    for (const link of [...document.querySelectorAll("main a")].slice(0, 8)) {
        link.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        link.focus();
    }
    return [...window.ran, ...(document.querySelectorAll("iframe, object, embed").length ? ["frame"] : [])];
}"""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory, demo: Dossier) -> Path:
    """The poisoned dossier, built."""
    folder = tmp_path_factory.mktemp("attacks")
    dossier = copy_of(demo.root, folder / "dossier")
    poison(dossier)
    made = sum(HERE in path.as_posix() for path in dossier.root.rglob("*.md"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefing.checks.form.MOST_TERM", 1_000)  # so that long strings with marks come through,
        patch.setattr("briefing.markup.malformed.find", lambda *_: iter(()))  # and such with signs of Markdown,
        told = ("quotation-open", "head-markdown", "marks-around")  # or with half a pair of marks
        lenient = [rule for rule in checks.rules() if rule.code not in told]
        patch.setattr("briefing.checks.rules", lambda: lenient)
        gone = without_the_refused(dossier)
        assert gone < made / 3, f"{gone} of {made} files were refused"
        dossier.build(folder / "output")
    return folder / "output"


def test_no_template_took_a_string_for_its_own(poisoned: Path) -> None:
    """Neither Jinja nor anything else computed a string of an author."""
    for path in poisoned.rglob("*"):
        if path.is_file() and "leaflet" not in path.name:
            content = path.read_bytes()
            assert attacks.COMPUTED.encode() not in content, path
            assert b"<class 'object'>" not in content, path
            assert b"root:x:" not in content, path


def test_pages_hold_no_element_of_an_author(poisoned: Path) -> None:
    """Every element, handler, style and address in a page is ours, as an HTML parser sees it."""
    for name in html_pages(poisoned):
        tree = html.fromstring((poisoned / name).read_text("utf-8"))
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            if element.tag == "form" and element.attrib == {
                "class": "choose",
                "data-noun": element.get("data-noun"),
                "hidden": element.get("hidden"),
            }:
                continue  # ours, with which a reader chooses a place or an actor
            assert element.tag not in (
                "iframe",
                "object",
                "embed",
                "style",
                "base",
                "form",
                "input",
                "video",
                "math",
                "marquee",
            ), name
            for key, value in element.attrib.items():
                assert not key.startswith("on"), f"{name}: {key}"
                assert key not in ("style", "srcdoc", "formaction", "ping", "srcset", "xlink:href"), f"{name}: {key}"
                if key in ("href", "src", "data-script", "action"):
                    assert re.match(r"(?:https?://|mailto:|\.{0,2}/|[\w.-]+/|[\w.-]+$|#|$)", value), f"{name}: {value}"
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", name
            if element.tag in ("script", "img", "link") and element.get("rel") not in ("canonical", "license"):
                assert not re.match(r"(?:https?:)?//", element.get("src") or element.get("href") or ""), name
            if element.tag == "meta" and element.get("http-equiv"):
                assert element.get("content", "").startswith("default-src"), name
        ids = [element.get("id") for element in tree.xpath("//*[@id]")]
        assert len(ids) == len(set(ids)), name


def test_data_in_pages_is_whole(poisoned: Path) -> None:
    """What machines read of each page is JSON, and the strings in it arrive as they were typed."""
    seen = set()
    for name in html_pages(poisoned):
        tree = html.fromstring((poisoned / name).read_text("utf-8"))
        for script in tree.xpath("//script[@type='application/ld+json']"):
            data = json.loads(script.text)
            seen |= {part.get("name") for part in data["@graph"]}
    assert sum("pwned" in str(title) for title in seen) > 30


def test_feed_and_sitemap_are_whole(poisoned: Path) -> None:
    """Feed and sitemap are well-formed, and hold text where readers expect HTML."""
    content = (poisoned / "feeds/all.atom.xml").read_bytes()
    feed = feedparser.parse(content, sanitize_html=False)
    assert not feed.bozo, feed.get("bozo_exception")
    assert any("pwned" in entry.title + entry.summary for entry in feed.entries)
    for summary in etree.fromstring(content).iter(
        "{http://www.w3.org/2005/Atom}summary", "{http://www.w3.org/2005/Atom}content"
    ):
        if summary.get("type") == "html":
            assert list(html.fromstring(f"<div>{summary.text}</div>")) == [], summary.text
    etree.fromstring((poisoned / "sitemap.xml").read_bytes())


def chosen(site: Path) -> list[str]:
    """The pages to load: of those with the same strings in their heads a quarter each, so that each string is in one of them."""
    quarters = {"actors": 0, "questions": 1, "places": 2, "briefs": 3}

    def is_chosen(name: str) -> bool:
        number = re.search(rf"^(\w+)/{HERE}-(?:head-)?(\d+)/", name)
        return name != "404.html" and (
            number is None or number[1] not in quarters or int(number[2]) % 4 == quarters[number[1]]
        )

    return [name for name in html_pages(site) if is_chosen(name)]


@pytest.mark.browser
@pytest.mark.parametrize("bare", [True, False], ids=["without-policy", "with-policy"])
def test_nothing_runs(browser: Browser, poisoned: Path, tmp_path: Path, bare: bool) -> None:
    """In a browser nothing of an author's runs and nothing is asked of another host, with the policy and without it."""
    faults: list[str] = []
    options = {"reduced_motion": "reduce", "viewport": {"width": 1000, "height": 800}}
    with serving() as server, new_context(browser, **options) as context:
        server.sites["/ondo/"] = poisoned
        server.bare = bare
        context.add_init_script(WATCH)
        context.on(
            "request",
            lambda request: (
                request.url.startswith((server.origin, "data:")) or faults.append(f"{page.url}: asks {request.url}")
            ),
        )
        page = context.new_page()
        page.on("dialog", lambda dialog: (faults.append(f"{page.url}: a dialog"), dialog.dismiss()))
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        server.sites["/windows/"] = tmp_path
        names = chosen(poisoned)[:: 1 if bare else 6]
        for start in range(0, len(names), FRAMES):
            some = names[start : start + FRAMES]
            frames = (
                f"<iframe width=1000 height=800 src='/ondo/{name.removesuffix('index.html')}'></iframe>"
                for name in some
            )
            (tmp_path / f"{start}.html").write_text("<!doctype html>" + "".join(frames), "utf-8")
            page.goto(f"{server.origin}/windows/{start}.html", wait_until="load")
            assert len(page.frames) == 1 + len(some)
            faults += [f"{frame.url}: {ran}" for frame in page.frames[1:] if (ran := frame.evaluate(TOUCH))]
        page.goto(f"{server.origin}/ondo/places/", wait_until="load")
        go_live(page)
        for pin in page.locator(".map__marker").all()[:30]:
            pin.evaluate("(pin) => { pin.focus(); pin.click() }")
        if page.evaluate("window.ran.length"):
            faults.append("a card ran")
    assert faults == []


@pytest.mark.browser
@pytest.mark.parametrize("bare", [True, False], ids=["without-policy", "with-policy"])
def test_the_policy_alone_is_a_wall(browser: Browser, built_demo: Path, tmp_path: Path, bare: bool) -> None:
    """Were a string to reach a page raw, the policy would still stop it; and without the policy these tests would see it run."""
    policy = re.search(
        r'<meta http-equiv="Content-Security-Policy"[^>]*>', (built_demo / "index.html").read_text("utf-8")
    )
    assert policy
    strings = [
        s for s in attacks.HTML.strip().split("\n") if "refresh" not in s
    ]  # a policy does not stop a page from being left
    for number, string in enumerate(strings):
        (tmp_path / f"{number}.html").write_text(
            f"<!doctype html><meta charset=utf-8>{policy[0]}<title>x</title><main>{string}", "utf-8"
        )
    # Many strings to a window, but of all frames in a window only one gets the focus.
    focused = [number for number, string in enumerate(strings) if "autofocus" in string]
    windows = [[number] for number in focused] + [[n for n in range(len(strings)) if n not in focused]]
    ran, asked = [], []
    with serving() as server, new_context(browser) as context:
        server.sites["/ondo/"] = tmp_path
        server.bare = bare
        context.add_init_script(WATCH)
        context.route(
            lambda url: not url.startswith((server.origin, "data:")),
            lambda route: (asked.append(route.request.url), route.abort()),
        )
        page = context.new_page()
        for numbers in windows:
            frames = "".join(f"<iframe src={number}.html></iframe>" for number in numbers)
            (tmp_path / "window.html").write_text(f"<!doctype html>{frames}", "utf-8")
            page.goto(f"{server.origin}/ondo/window.html", wait_until="load")
            ran += page.evaluate("Array.from(window.frames).flatMap((frame) => frame.ran)")
    if bare:
        assert len(ran) > 12
        assert len(asked) > 3
    else:
        assert (ran, asked) == ([], [])


def test_strings_are_many() -> None:
    """The corpus is of a size that means something."""
    assert len(attacks.ALL) > 150
    assert len(set(attacks.ALL)) == len(attacks.ALL)
