"""Long lists: what is too much for one page is told in a line each or part by part, and no address changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from briefing.maps import geometry, live, static
from briefing.site import statements
from briefing.site.pages import common, events, overviews, places, sources
from tests.support import Dossier


@pytest.fixture
def site(dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo, built as if two entries were many."""
    for module in (common, events):
        monkeypatch.setattr(module, "MOST", 2)
    for module in (geometry, live, static, overviews, places):
        monkeypatch.setattr(module, "MOST_LABELLED", 2)
    monkeypatch.setattr(sources, "MOST_STATEMENTS", 2)
    for module in (statements, sources):
        monkeypatch.setattr(module, "PART", 2)
    monkeypatch.setenv("BRIEFING_CACHE", "off")
    dossier.build(tmp_path / "output")
    return tmp_path / "output"


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / url / "index.html").read_text("utf-8"))


def test_each_date_keeps_its_address_and_leads_to_its_entry(site: Path, dossier: Dossier) -> None:
    loaded = dossier.load().corpus
    assert loaded is not None
    timeline = page(site, "timeline")
    for id in loaded.events:
        (line,) = timeline.xpath(f"//*[@id='{id}']")
        (link,) = line.xpath(".//a/@href")
        url, _, anchor = link.removeprefix("../timeline/").partition("#")
        (entry,) = page(site, f"timeline/{url}").xpath(f"//*[@id='{anchor}']")
        assert anchor == id
        assert "How this date was reasoned" in entry.text_content()
    assert not timeline.xpath("//details")


def test_parts_lead_to_each_other(site: Path, dossier: Dossier) -> None:
    loaded = dossier.load().corpus
    assert loaded is not None
    assert len(loaded.briefs) > 2
    seen: list[str] = []
    url = "briefs"
    while url:
        part = page(site, url)
        seen += part.xpath("//*[@class='index']//a/@href")
        following = part.xpath("//a[@rel='next']/@href")
        url = following[0].lstrip("./") if following else ""
    assert [address.strip("./").removeprefix("briefs/") for address in seen] == list(loaded.briefs)


def test_many_places_are_named_and_leave_the_front_page(site: Path, dossier: Dossier) -> None:
    loaded = dossier.load().corpus
    assert loaded is not None
    entries = page(site, "places").xpath("//*[@data-place]")
    assert [entry.get("data-place") for entry in entries] == list(loaded.places)
    assert [len(entry.xpath(".//a")) for entry in entries] == [1] * len(loaded.places)
    home = page(site, ".")
    assert f"All {len(loaded.places)} places on one map" in home.text_content()
    assert not home.xpath("//*[@data-place] | //*[@class='map']")


def test_paragraphs_of_a_source_keep_their_addresses(site: Path, built_demo: Path) -> None:
    """The page of a source says how much rests on each paragraph; the parts say what, as one page does otherwise."""
    of_source = page(site, "sources/harbour-post")
    whole = page(built_demo, "sources/harbour-post").xpath("//li[@class='paragraph']")
    assert len(whole) > 2
    for entry in whole:
        (short,) = of_source.xpath(f"//*[@id='{entry.get('id')}']")
        ways = short.xpath(".//a/@href")
        said = entry.xpath("./ul/li")
        assert bool(ways) is bool(said)
        if ways:
            url, _, anchor = ways[0].removeprefix("../../").partition("#")
            (part,) = page(site, url).xpath(f"//*[@id='{anchor}']")
            assert anchor == entry.get("id")
            assert [len(item.xpath(".//a")) for item in part.xpath("./ul/li")] == [
                len(item.xpath(".//a")) for item in said
            ]
