"""Feed, sitemap and robots.txt."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from lxml import etree

from briefing.site import exports
from tests.support import DEMO_URL, Dossier, html_pages

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_feed_is_atom(built_demo: Path) -> None:
    """The feed has what RFC 4287 demands: id, title and updated, an author, and ids that differ."""
    feed = etree.parse(built_demo / "feeds/all.atom.xml").getroot()
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for what in (feed, *feed.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert what.findtext(f"a:{name}", namespaces=ATOM), name
    assert feed.find("a:author/a:name", ATOM) is not None
    assert {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}[
        "self"
    ] == f"{DEMO_URL}feeds/all.atom.xml"
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert len(set(ids)) == len(ids)


def test_feed_as_readers_see_it(built_demo: Path) -> None:
    """A feed reader finds no fault, and the newest first."""
    feed = feedparser.parse((built_demo / "feeds/all.atom.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.feed.title == "The Ondo water quarrel"
    titles = [entry.title for entry in feed.entries]
    assert titles[0] == "The quarrel in one minute"
    assert any("laundries" in entry.title + entry.summary for entry in feed.entries)
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert all(entry.link.startswith(DEMO_URL) for entry in feed.entries)


def test_feed_does_not_depend_on_the_day(dossier: Dossier, tmp_path: Path) -> None:
    """The feed's own moments are those of the records, not of the build."""
    feeds = []
    for day in ("2025-03-10", "2026-01-01"):
        dossier.build(tmp_path / day, as_of=day)
        feeds.append((tmp_path / day / "feeds/all.atom.xml").read_bytes())
    assert feeds[0] == feeds[1]


@pytest.mark.parametrize(
    "title", ["A & B <i>c</i>", "Tom’s “x” ]]>", "Ørsted & Приштина", "&lt;script&gt;", "<![CDATA[x"]
)
def test_feed_keeps_titles(dossier: Dossier, tmp_path: Path, title: str) -> None:
    """Signs in a title arrive as they were typed."""
    dossier.edit("content/briefs/in-a-minute.md", "title: The quarrel in one minute", f"title: '{title}'")
    dossier.edit("content/words.md", "  - dry year", "  - dry year\n  - x")
    dossier.build(tmp_path / "output")
    feed = etree.parse(tmp_path / "output/feeds/all.atom.xml").getroot()
    titles = [element.text for element in feed.findall("a:entry/a:title", ATOM)]
    assert title in titles


def test_sitemap_is_whole(built_demo: Path) -> None:
    """Every page but 404.html is in the sitemap, once, and nothing else."""
    tree = etree.parse(built_demo / "sitemap.xml").getroot()
    told = [element.text for element in tree.findall("s:url/s:loc", MAPS)]
    pages = [DEMO_URL + page.removesuffix("index.html") for page in html_pages(built_demo) if page != "404.html"]
    assert sorted(told) == sorted(pages)


def test_robots_name_the_sitemap(built_demo: Path) -> None:
    """Crawlers are told where the sitemap is."""
    assert f"Sitemap: {DEMO_URL}sitemap.xml" in (built_demo / "robots.txt").read_text("utf-8").splitlines()


def test_pages_name_the_feed(built_demo: Path) -> None:
    """Every page leads to the feed, from any depth."""
    for page in html_pages(built_demo):
        text = (built_demo / page).read_text("utf-8")
        root = "/ondo/" if page == "404.html" else "../" * page.count("/")
        assert f'href="{root}feeds/all.atom.xml"' in text, page


def test_every_export_is_registered() -> None:
    """A function that looks like the maker of a file, but is not marked as one, would never be asked."""
    for name, function in vars(exports).items():
        here = getattr(function, "__module__", "") == exports.__name__
        if here and getattr(function, "__annotations__", {}).get("return") == "bytes":
            assert function in exports.EXPORTS.values(), f'mark briefing.site.exports.{name} by @export("its/path")'


def test_an_export_says_its_path() -> None:
    """Without brackets, or with the path of another file, it is refused where it is written."""
    with pytest.raises(TypeError, match=r'mark mine by @export\("its/path"\)'):
        exports.export(lambda_named("mine"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"mine must have a path of its own; robots\.txt is that of robots"):
        exports.export("robots.txt")(lambda_named("mine"))


def lambda_named(name: str) -> exports.Export:
    """A maker of an empty file."""

    def make(job: object, urls: list[str]) -> bytes:
        return b""

    make.__name__ = name
    return make
