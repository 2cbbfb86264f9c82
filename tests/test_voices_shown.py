"""Readers see who speaks: in notes, on hover and by ear, under quotations, on pages of sources, in the data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefing.cli import commands
from tests.support import DEMO, Dossier, clean_tree, copy_of, tree
from tests.voiced import add_voices

MINISTER = "Ines Talomar, the island’s minister for water & rain"
NOTE = "changes:\n  - date: 2025-03-01\n    what: The name was read again.\n    why: A reader wrote in.\n"
Page = Callable[[str], html.HtmlElement]


def with_voices(folder: Path) -> Dossier:
    """The demo with one more source, whose voices are on record, and what is said of it."""
    dossier = copy_of(DEMO, folder)
    add_voices(dossier)
    return dossier


def errors(dossier: Dossier) -> list[str]:
    return [f"{problem.path}: {problem.code}" for problem in dossier.problems() if problem.level == "error"]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A page of the dossier with voices, parsed."""
    folder = tmp_path_factory.mktemp("voices")
    dossier = with_voices(folder / "dossier")
    assert errors(dossier) == []
    dossier.build(folder / "output")
    return lambda url: html.fromstring((folder / "output" / url / "index.html").read_text("utf-8"))


@pytest.fixture
def voiced(tmp_path: Path) -> Dossier:
    """The dossier with voices, to be edited."""
    return with_voices(tmp_path / "dossier")


def words(element: html.HtmlElement) -> str:
    """An element's text, white space folded."""
    return " ".join(element.text_content().split())


def notes(page: html.HtmlElement) -> list[list[str]]:
    """Whom the cards of a page give the words quoted to."""
    return [[*map(words, card.find_class("card-voice"))] for card in page.xpath("//template/div")]


def test_cards_say_who_speaks(page: Page) -> None:
    """The card of a mark names who says each quotation, in which office, in what document and when, who tells it, or
    that the words are the reporter's."""
    assert notes(page("briefs/the-book")) == [
        [MINISTER],
        [MINISTER, "Reth Okuvai"],
        ["Neighbour, as Ines Talomar tells it"],
        ["Telissa Island Council, in a letter to the clerk of 3 May 2021"],
        ["The reporter’s words: Pia Lund"],
        [],
    ]


def test_who_speaks_is_told_without_leaving_the_line(page: Page) -> None:
    """A quotation says on hover whose it is; the name of its mark says so to those who tab or listen, and holds the
    paragraph that others see."""
    brief = page("briefs/the-book")
    quoted = brief.xpath("//*[@class='prose']//q[@class='quotation']")
    assert [quote.get("title") for quote in quoted] == [
        MINISTER,
        MINISTER,
        "Reth Okuvai",
        "Neighbour, as Ines Talomar tells it",
        "Telissa Island Council, in a letter to the clerk of 3 May 2021",
        "The reporter’s words: Pia Lund",
    ]
    marks = [(words(mark), mark.get("aria-label")) for mark in brief.xpath("//a[@class='mark']")]
    both = f"Ondo Weekly, ¶2–3: {MINISTER}; Reth Okuvai"
    assert marks[:2] == [("Ondo Weekly ¶2", f"Ondo Weekly, ¶2: {MINISTER}"), ("Ondo Weekly ¶2–3", both)]
    assert marks[5:] == [("Ondo Weekly ¶1", "Ondo Weekly, ¶1"), ("Ondo Weekly ¶2", f"Ondo Weekly, ¶2: {MINISTER}")]


def test_quotations_of_heads_say_who_speaks(page: Page) -> None:
    """Below a position's quotation stands the office of then, not that of now; a summary that quotes says whom."""
    (caption,) = page("actors/oruna-government").xpath("//*[@id='metering']//figcaption")
    assert words(caption) == "Ines Talomar the island’s minister for water & rain"
    (dated,) = page("timeline").xpath("//*[@id='book-begun']//dd[q]")
    assert words(dated) == "“begun on 2 May 2024” · First keeper"
    (lead,) = page("briefs/the-book").xpath("//header/p[@class='provenance']")
    assert words(lead) == "The reporter’s words: Pia Lund"


def test_a_source_lists_who_speaks_in_it(page: Page) -> None:
    """Its page says who speaks in which paragraphs, and under each paragraph whose the words quoted are; of the source's
    own words it shows none but those that are quoted."""
    source = page("sources/tank-book")
    assert [words(entry) for entry in source.xpath("//details[summary='Who speaks in it']/dl/div")] == [
        "Pia Lund the reporter All that nobody else says",
        "First keeper Own words: ¶1",
        "Ines Talomar the island’s minister for water & rain Own words: ¶2, ¶4 In the source’s words: ¶6",
        "Reth Okuvai Own words: ¶3",
        "Neighbour as Ines Talomar tells it Own words: ¶4",
        "Telissa Island Council in a letter to the clerk of 3 May 2021 Own words: ¶5",
    ]
    (fourth,) = source.xpath("//*[@id='p4']//p[q]")
    assert words(fourth) == "“the tank is a bell” Neighbour, as Ines Talomar tells it"
    assert words(source).count("the tank is a bell") == 1


def data(page: html.HtmlElement) -> list[dict[str, Any]]:
    """What a page tells machines."""
    graph: list[dict[str, Any]] = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)["@graph"]
    return graph


def test_machines_are_told_who_speaks(page: Page) -> None:
    """Each quotation of a page stands once in its data, with who speaks and the source."""
    graph = data(page("briefs/the-book"))
    quoted = {one["text"]: one for one in graph if one["@type"] == "Quotation"}
    assert {text: one["spokenByCharacter"] for text, one in quoted.items()} == {
        "We count every litre": {
            "@type": "Person",
            "name": "Ines Talomar",
            "jobTitle": "the island's minister for water & rain",
        },
        "Never again": {"@type": "Person", "name": "Reth Okuvai"},
        "the tank is a bell": {"@type": "Person", "name": "neighbour"},
        "The pipe belongs to both shores": {"@type": "Organization", "name": "Telissa Island Council"},
        "a tired animal": {"@type": "Person", "name": "Pia Lund", "jobTitle": "Reporter on Oruna"},
    }
    (source,) = [one for one in graph if one["@type"] == "CreativeWork"]
    assert (source["name"], source["publisher"]["name"]) == ("The book of the tank", "Ondo Weekly")
    assert {one["isBasedOn"]["@id"] for one in quoted.values()} == {source["@id"]}
    assert {one["isPartOf"]["@id"] for one in quoted.values()} == {graph[0]["@id"]}
    assert not [one for one in data(page("briefs/papers")) if one["@type"] == "CreativeWork" and "tank" in one["name"]]


@pytest.mark.parametrize(
    ("old", "new", "pages"),
    [
        ("by: Reth Okuvai, in", "by: Reth Okuvai, as: chair, in", {"briefs/the-book"}),
        ("by: first keeper", "by: second keeper", {"timeline"}),
        ("by: neighbour, within", "by: neighbour, as: fisher, within", {"briefs/the-book"}),
        (
            "minister for water & rain, in: '",
            "minister of water, in: '",
            {"briefs/the-book", "actors/oruna-government"},
        ),
        ("author: Pia Lund", "author: Mia Lund", {"briefs/the-book"}),
    ],
    ids=["office", "name", "within", "shown-twice", "reporter"],
)
def test_pages_follow_a_voice(
    voiced: Dossier,
    memory: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    pages: set[str],
) -> None:
    """Whoever is told anew of a voice, all pages that show it are made again."""
    output = tmp_path / "output"
    voiced.build(output)
    before = tree(output)
    voiced.edit("seeds/tank-book.md", old, new)
    voiced.build(output)
    after = tree(output)
    assert after == clean_tree(voiced, tmp_path / "clean", monkeypatch)
    changed = {path.removesuffix("/index.html") for path in after if after[path] != before.get(path)}
    assert {*pages, "sources/tank-book"} <= changed


def test_a_correction_of_a_voice_needs_a_note(voiced: Dossier, tmp_path: Path) -> None:
    """Who speaks is published: another name for it is an error without a note, and readers are told with one; a voice
    more, or more places of one, needs none."""
    path = "seeds/tank-book.md"
    commands.verify(str(voiced.root))
    commands.release(str(voiced.root))
    assert errors(voiced) == []
    voiced.edit(path, "in: ¶6, speech: reported", "in: '¶1, ¶6', speech: reported")
    voiced.edit(
        path, "{by: telissa-council", "{by: telissa-council, in: ¶1, speech: reported}\n  - {by: telissa-council"
    )
    assert errors(voiced) == []
    voiced.edit(path, "by: neighbour", "by: neighbour, as: fisher")
    voiced.edit(path, "date: 2021-05-03", "date: 2021-05-13")
    assert errors(voiced) == ["seeds/tank-book.md: published-changed"]
    (problem,) = [one for one in voiced.problems() if one.code == "published-changed"]
    assert voiced.read(path).splitlines()[problem.line - 1].startswith(("voices:", "  - {by"))
    assert "neighbour, fisher" in problem.message
    voiced.write(path, voiced.read(path).replace("---\n", f"---\n{NOTE}", 1))
    assert errors(voiced) == []
    commands.release(str(voiced.root))
    voiced.build(tmp_path / "output")
    told = html.fromstring((tmp_path / "output/changes/index.html").read_text("utf-8"))
    (change,) = [
        entry for entry in told.xpath("//ol[@class='changes']/li") if "The name was read again." in words(entry)
    ]
    assert words(change.xpath(".//*[@class='changes-key']")[0]) == "Who speaks"
    assert [words(value) for value in change.xpath(".//dd")] == [
        "¶4 in part: neighbour, as Ines Talomar tells it",
        "¶4 in part: neighbour, fisher, as Ines Talomar tells it",
        "¶5: Telissa Island Council, a letter to the clerk, 3 May 2021",
        "¶5: Telissa Island Council, a letter to the clerk, 13 May 2021",
    ]


def test_a_source_gets_voices_after_its_release(voiced: Dossier) -> None:
    """What had no voices when it was released gets them without a note; from then on they are held."""
    path = "seeds/tank-book.md"
    voiced.edit("content/dossier.md", "format: 2\n", "")
    text = voiced.read(path)
    before, _, behind = text.partition("voices:\n")
    voiced.write(path, before + behind[behind.index("---\n") :])
    commands.verify(str(voiced.root))
    commands.release(str(voiced.root))
    voiced.write(path, text)
    assert errors(voiced) == []
    commands.release(str(voiced.root))
    voiced.write(path, text.replace("by: Reth Okuvai, in", "by: Reth Okuvai, as: the chair, in"))
    assert errors(voiced) == ["seeds/tank-book.md: published-changed"]
