"""What records are called in other languages, places without a pin, and general knowledge: on the pages and in the data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.support import Dossier, Parsed

SOUND = "content/places/brae-sound.md"


def words(element: html.HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def data(page: html.HtmlElement) -> list[dict[str, Any]]:
    """The schema.org data of a page."""
    (script,) = page.xpath("//script[@type='application/ld+json']")
    graph: list[dict[str, Any]] = json.loads(script.text)["@graph"]
    return graph


@pytest.mark.parametrize(
    ("url", "forms"),
    [
        (
            "actors/water-board/",
            [
                ("French", "fr", "Bureau des eaux du détroit"),
                ("French", "fr", "le Bureau"),
                ("Arabic", "ar", "هيئة مياه المضيق"),
            ],
        ),
        ("places/brae-sound/", [("French", "fr", "détroit de Brae"), ("French", "fr", "le détroit")]),
    ],
)
def test_every_name_stands_with_its_language(page: Parsed, url: str, forms: list[tuple[str, str, str]]) -> None:
    """In words for readers, as `lang` for programs that read aloud, and in the data."""
    shown = page(url)
    found = [
        (words(item.xpath("./span")[0]), form.get("lang"), words(form))
        for item in shown.xpath("//ul[@class='names']/li")
        for form in item.xpath(".//span[@lang]")
    ]
    assert found == forms
    assert all(form.get("dir") for form in shown.xpath("//ul[@class='names']//span[@lang='ar']"))
    about = data(shown)[0]
    told = (about.get("mainEntity") or about)["alternateName"]
    assert [(name["@language"], name["@value"]) for name in told] == [(tag, form) for _, tag, form in forms]


def test_a_place_without_a_pin_says_so(page: Parsed) -> None:
    """It has its page and stands in the lists, without a number, a map or coordinates."""
    place = page("places/brae-sound/")
    assert "Not on the map" in words(place.xpath("//main")[0])
    assert not place.xpath("//svg")
    assert not place.xpath("//*[@class='pin']")
    assert "geo" not in data(place)[0]
    for url in ("places/", ""):
        (entry,) = page(url).xpath("//li[@id='place-brae-sound']")
        assert not entry.xpath(".//*[@class='pin']")
        assert entry.get("data-place") is None
        assert "Not on the map" in words(entry.xpath("../preceding-sibling::*[self::h2 or self::h3]")[0])
        assert not page(url).xpath("//svg//a[contains(@href, 'brae-sound')]")


def test_a_dossier_without_any_pin(dossier: Dossier, tmp_path: Path) -> None:
    """No map is drawn, and nobody is told of numbers on one."""
    for place in ("ondo-spring", "port-sefa", "telissa-landing"):
        dossier.write(f"content/places/{place}.md", dossier.read(SOUND).replace("Brae Sound", place.title()))
    assert dossier.problems() == []
    dossier.build(tmp_path / "output")
    page = html.fromstring((tmp_path / "output/places/index.html").read_text("utf-8"))
    assert not page.xpath("//figure")
    assert not page.xpath("//main//ol[@class='place-list']")
    assert "numbers" not in words(page.xpath("//main")[0])
    assert len(page.xpath("//li[@class='place']")) == 4


def test_general_knowledge_is_told_from_sources(page: Parsed, dossier: Dossier, tmp_path: Path) -> None:
    """Wherever the summary stands with how it is known, and in the count of how all is known; never as a citation."""
    told = "General knowledge, ours; not from our sources"
    for url, where in (("places/brae-sound/", "//header"), ("places/", "//li[@id='place-brae-sound']")):
        (line,) = page(url).xpath(f"{where}//*[@class='provenance']")
        assert words(line) == told
        assert not line.xpath(".//a")
    assert "General knowledge, ours (1)" in words(page("about/").xpath("//*[@id='basis']")[0])
    path = "content/actors/oruna-government.md"
    dossier.edit(path, "basis: reported\ncite: harbour-post ¶3", "cite: us")
    dossier.edit(path, "    basis: reporter\n    cite: harbour-post ¶3", "    cite: us")
    assert dossier.problems() == []
    dossier.build(tmp_path / "output")
    actor = html.fromstring((tmp_path / "output/actors/oruna-government/index.html").read_text("utf-8"))
    assert [words(line) for line in actor.xpath("//header//p[@class='provenance']")] == [told]
    assert told in words(actor.xpath("//ul[@class='speakers']")[0])


def test_one_more_name_is_no_change(released: Dossier) -> None:
    """A name may get others beside it in its language; one that is gone needs a note."""
    path = "content/places/port-sefa.md"
    released.edit(path, "ru: Порт-Сефа", "ru: [Порт-Сефа, Сефа]")
    assert released.problems() == []
    released.edit(path, "ru: [Порт-Сефа, Сефа]", "ru: Сефа")
    assert [problem.code for problem in released.problems()] == ["published-changed"]
    released.edit(path, "ru: Сефа", "ru: Порт-Сефа")
    released.edit(SOUND, "fr: [détroit de Brae, le détroit]", "fr: le détroit")
    assert [(problem.path, problem.code) for problem in released.problems()] == [(SOUND, "published-changed")]


def test_a_pin_that_goes_needs_a_note(released: Dossier) -> None:
    """Where a place is was published; that it is nowhere now is a change."""
    path = "content/places/port-sefa.md"
    lines = [
        line
        for line in released.read(path).split("\n")
        if line.split(":")[0] not in ("latitude", "longitude", "precision", "coordinates_from")
    ]
    released.write(path, "\n".join(lines))
    (problem,) = released.problems()
    assert problem.code == "published-changed"
    assert "coordinates" in problem.message


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("sq", "Albanian"),
        ("am", "Amharic"),
        ("zh-Hant", "Traditional Chinese"),
        ("sr-Cyrl", "Serbian, Cyrillic"),
        ("sr-Latn-RS", "Serbian, Latin, Serbia"),
        ("en-GB", "British English"),
        ("kmr", "Kurdish"),
        ("ca-valencia", "Catalan"),
        ("mul", "Multiple languages"),
    ],
)
def test_every_language_has_its_name(tag: str, name: str) -> None:
    """By Unicode's registry, with script and country where these tell it apart."""
    from briefing.model import languages, wording

    assert languages.is_known(tag)
    assert wording.language(tag) == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("jp", "ja"), ("ua", "uk"), ("German", "de"), ("ja_JP", "ja-JP"), ("SR-cyrl", "sr-Cyrl"), ("xx", ""), ("?", "")],
)
def test_what_a_wrong_tag_means(typed: str, meant: str) -> None:
    """A country's code, a name, or a tag in other letters leads to the tag."""
    from briefing.model import languages

    assert not (languages.TAG.fullmatch(typed) and languages.is_known(typed))
    assert languages.meant(typed) == meant
