"""Long lists: what is too much for one page is told in a line each or part by part, and no address changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from briefing.model.records import Corpus
from tests.support import DEMO, Dossier, copy_of

#: The paragraph of the newspaper's text on which all that is added rests.
CITED = 6
EVENT = f"""---
title: The flow is measured for the {{number}}th time
date: 2020-{{month:02}}
state: happened
basis: reporter
cite: harbour-post ¶{CITED}
dating:
  words: every bucket
  rule: We count the months.
  year: inferred
---
Somebody reads the gauge.
"""
PLACE = f"""---
name: Gauge {{number}}
kind: site
latitude: -16.{{number:03}}
longitude: 179.5
precision: the post
coordinates_from: the demo's own map, an invention
order: {{number}}
summary: A post in the water.
basis: reporter
cite: harbour-post ¶{CITED}
---
"""
BRIEF = """---
title: What gauge N{number} shows
summary: How high the water stood there.
updated: 2025-03-01
order: {number}
---
"""
READING = f"- The water stood there as it did before [@harbour-post, ¶{CITED}, reporter].\n"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The demo with more of everything than one page lists; not to be written to."""
    long = copy_of(DEMO, tmp_path_factory.mktemp("long") / "dossier")
    for number in range(200):
        long.write(f"content/events/flow-{number}.md", EVENT.format(number=number, month=number % 12 + 1))
        long.write(f"content/briefs/gauge-{number}.md", BRIEF.format(number=number) + 4 * READING)
    for number in range(100):
        long.write(f"content/places/gauge-{number}.md", PLACE.format(number=number))
    return long


@pytest.fixture(scope="module")
def corpus(dossier: Dossier) -> Corpus:
    """Its records."""
    loaded = dossier.load().corpus
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def site(dossier: Dossier) -> Path:
    """Its site."""
    output = dossier.root.parent / "output"
    dossier.build(output)
    return output


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / url.removesuffix("index.html") / "index.html").read_text("utf-8"))


def test_each_date_keeps_its_address_and_leads_to_its_entry(site: Path, corpus: Corpus) -> None:
    timeline = page(site, "timeline")
    for id in corpus.events:
        (line,) = timeline.xpath(f"//*[@id='{id}']")
        (link,) = set(line.xpath(f".//a/@href[contains(., '#{id}')]"))
        url, _, anchor = link.removeprefix("../timeline/").partition("#")
        (entry,) = page(site, f"timeline/{url}").xpath(f"//*[@id='{anchor}']")
        assert anchor == id
        assert ("How we dated it" in entry.text_content()) is corpus.events[id].is_reasoned
    assert not timeline.xpath("//main//details")


def test_parts_lead_to_each_other(site: Path, corpus: Corpus) -> None:
    seen: list[str] = []
    url = "briefs"
    while url:
        part = page(site, url)
        seen += part.xpath("//*[@class='index']//a/@href")
        following = part.xpath("//a[@rel='next']/@href")
        url = following[0].lstrip("./") if following else ""
    assert [address.strip("./").removeprefix("briefs/").removesuffix("/index.html") for address in seen] == list(
        corpus.briefs
    )


def test_many_places_are_named_and_leave_the_front_page(site: Path, corpus: Corpus) -> None:
    entries = page(site, "places").xpath("//*[@data-place]")
    pins = [id for id, place in corpus.places.items() if place.point]
    assert [entry.get("data-place") for entry in entries] == pins
    assert [len(entry.xpath(".//a")) for entry in entries] == [1] * len(pins)
    (without,) = set(corpus.places) - set(pins)
    assert page(site, "places").xpath(f"//a[@href='../places/{without}/index.html']")
    home = page(site, ".")
    assert f"All {len(corpus.places)} places, {len(pins)} of them on one map" in home.text_content()
    assert not home.xpath("//*[@data-place] | //*[@class='map']")


def test_paragraphs_of_a_source_keep_their_addresses(site: Path, built_demo: Path) -> None:
    """The page of a source says how much rests on each paragraph; the parts say what, as one page does otherwise."""
    of_source = page(site, "sources/harbour-post")
    whole = page(built_demo, "sources/harbour-post").xpath("//li[@class='paragraph']")
    assert len(whole) > 2
    for entry in whole:
        if entry.get("id") == f"p{CITED}":
            continue
        (short,) = of_source.xpath(f"//*[@id='{entry.get('id')}']")
        ways = short.xpath(".//a/@href")
        url, _, anchor = ways[0].removeprefix("../../").partition("#")
        (part,) = page(site, url).xpath(f"//*[@id='{anchor}']")
        assert anchor == entry.get("id")
        assert part.xpath(".//details//a/text()") == entry.xpath(".//details//a/text()")
