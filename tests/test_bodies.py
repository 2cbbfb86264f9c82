"""A body that speaks without a person: everywhere that words are given to somebody, its own name will do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from lxml import html

from tests.support import DEMO, Dossier, copy_of

TEXT = """The league keeps out of the quarrel over money.
We ask that the figure be read aloud every morning, and that both islands hear it.
Nobody drinks a quarrel, and no net was ever mended by a letter.
The government has told us that it will open its books to every fisher.
"""
SOURCE = f"""---
title: Statement of the Fishers' League
publisher: Fishers' League
kind: statement
language: en
paragraphs: 4
sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
published: 2025-02-01
voices:
  - {{by: fishers-league, in: all}}
rights: Invented for the tests of this generator; free to use.
---
An invented statement. [@us]
"""
HEAD = "stance: {stance}\nas_of: 2025-02\ncite: league-statement ¶{number}\nquote: {quote}\n"
ASKS = "We ask that the figure be read aloud every morning"
NOBODY = "Nobody drinks a quarrel"


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """The demo with a statement of an actor that has no speakers."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    assert "speakers" not in dossier.read("content/actors/fishers-league.md")
    dossier.write("seeds/league-statement.txt", TEXT)
    dossier.write("seeds/league-statement.md", SOURCE)
    return dossier


def position(
    dossier: Dossier, path: str, number: int, quote: str, more: str = "", stance: str = "each-its-end"
) -> None:
    head = HEAD.format(stance=stance, number=number, quote=quote)
    dossier.write(f"content/positions/{path}.md", f"---\n{head}{more}---\nThe league asks for peace among fishers.\n")


def figcaptions(output: Path, page: str) -> list[str]:
    tree = html.fromstring((output / page / "index.html").read_text("utf-8"))
    return [" ".join(caption.text_content().split()) for caption in tree.xpath("//figure[@class='quote']/figcaption")]


def test_in_a_position_with_or_without_its_name(dossier: Dossier, tmp_path: Path) -> None:
    """Whether the head names the body or leaves that to the voice, the page names it; in what it said before, too."""
    earlier = f"earlier:\n  - {{stance: oruna-alone, as_of: 2024-01, summary: It said more., cite: league-statement ¶3, quote: {NOBODY}}}\n"
    position(dossier, "fishers-league/repair", 2, ASKS, earlier)
    position(dossier, "fishers-league/share", 3, NOBODY, "speaker: Fishers' League\n", "half")
    assert dossier.problems() == []
    dossier.build(tmp_path / "output")
    assert figcaptions(tmp_path / "output", "actors/fishers-league") == ["Fishers’ League"] * 3
    page = (tmp_path / "output/actors/fishers-league/index.html").read_text("utf-8")
    data = json.loads(page.partition('"application/ld+json">')[2].partition("</script>")[0])
    spoken = [one["spokenByCharacter"] for one in data["@graph"] if one["@type"] == "Quotation"]
    assert {(who["@type"], who["name"]) for who in spoken} == {("Organization", "Fishers' League")}


def test_through_another_body(dossier: Dossier, tmp_path: Path) -> None:
    """What is known through a body may be told in that body's words."""
    path = "content/positions/oruna-government/metering.md"
    position(dossier, "oruna-government/metering", 4, "it will open its books", "via: fishers-league\n", "not-at-all")
    for more in ("", "speaker: Fishers' League\n"):
        dossier.edit(path, "via:", f"{more}via:")
        assert [(p.path, p.code) for p in dossier.problems()] == [(path, "balance-rival")]
    dossier.build(tmp_path / "output")
    assert figcaptions(tmp_path / "output", "actors/oruna-government")[-1] == "Fishers’ League"


def test_of_another_body_it_is_told(dossier: Dossier) -> None:
    """The words of one body are not those of another, whether the head names it or not."""
    position(dossier, "oruna-government/metering", 2, ASKS, stance="daily")
    position(dossier, "telissa-council/metering", 3, NOBODY, "speaker: Telissa Island Council\n", "daily")
    assert [(p.path, p.code) for p in dossier.problems()] == [
        ("content/positions/oruna-government/metering.md", "voice-wrong"),
        ("content/positions/telissa-council/metering.md", "voice-wrong"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"The Fishers' League says: “{NOBODY}” [@league-statement, ¶3].",
        f"“{NOBODY}”, the league says [@league-statement, ¶3].",
        "In a statement of 1 February 2025 the league wrote that “no net was ever mended by a letter” [@league-statement, ¶3].",
        "The league wants the figure read each morning [@league-statement, ¶2, reported].",
        f"The league's own words are these:\n\n> {ASKS}\n>\n> — Fishers' League [@league-statement, ¶2]",
        f"These are its own words:\n\n> {ASKS}\n>\n> — Fishers' League, in a statement [@league-statement, ¶2]",
    ],
)
def test_in_prose_and_block_quotations(dossier: Dossier, words: str) -> None:
    """A sentence or the last line of a block quotation names the body."""
    path = "content/briefs/papers.md"
    dossier.write(path, f"{dossier.read(path).rstrip()}\n\n{words}\n")
    assert [str(problem) for problem in dossier.problems() if problem.code != "brief-length"] == []
