"""The ways from a page to its record in the repository, and to the form for mistakes."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from briefing.model import hosting
from tests.support import DEMO

DEMO_REPOSITORY = "https://git.example/ondo/dossier"
PATH = "content/events/pipe-laid.md"


@pytest.mark.parametrize(
    ("repository", "edit", "line", "report"),
    [
        ("https://github.com/n/r", "edit/main", "blob/main/{}?plain=1#L12", "issues/new?title="),
        ("https://github.example/n/r/", "edit/main", "blob/main/{}?plain=1#L12", "issues/new?title="),
        ("https://gitlab.com/g/s/r", "-/edit/main", "-/blob/main/{}?plain=1#L12", "-/issues/new?issue%5Btitle%5D="),
        (
            "https://gitlab.desk.example/r",
            "-/edit/main",
            "-/blob/main/{}?plain=1#L12",
            "-/issues/new?issue%5Btitle%5D=",
        ),
        ("https://codeberg.org/n/r", "_edit/main", "src/branch/main/{}?display=source#L12", "issues/new?title="),
        (
            "https://forgejo.desk.example/n/r",
            "_edit/main",
            "src/branch/main/{}?display=source#L12",
            "issues/new?title=",
        ),
    ],
)
def test_each_host_has_its_own_addresses(repository: str, edit: str, line: str, report: str) -> None:
    """The forms of addresses are those of the host."""
    base = repository.rstrip("/")
    assert hosting.edit(repository, PATH) == f"{base}/{edit}/{PATH}"
    assert hosting.line(repository, PATH, 12) == f"{base}/{line.format(PATH)}"
    assert hosting.report(repository, "T", "https://s.example/", PATH, "2030-01-01").startswith(f"{base}/{report}")


def test_without_a_repository_there_is_no_link() -> None:
    """Nothing leads nowhere."""
    assert hosting.edit("", PATH) == hosting.line("", PATH, 1) == hosting.report("", "T", "", PATH, "") == ""


@pytest.mark.parametrize("title", ["Who pays? a & b = 100 % #1\nnext", "x" * 9_000, "Ко плаћа " * 900, "水" * 5_000])
def test_the_form_holds_any_title_and_stays_short(title: str) -> None:
    """A title is one line, escaped, and cut where it is too long for an address, never within a letter."""
    address = hosting.report("https://github.com/n/r", title, "https://s.example/a/", PATH, "2030-01-01")
    assert len(address) < 2_500
    assert not urlsplit(address).fragment
    given = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert "\n" not in given["title"][0]
    words = given["title"][0].removeprefix("Mistake on: ").removesuffix("…")
    assert " ".join(title.split()).startswith(words)
    assert f"- File: {PATH}\n- Page made: 2030-01-01" in given["body"][0]


def links(page: Path) -> dict[str, str]:
    """The links of a page into the repository, by their words."""
    found = html.parse(page).xpath(f"//a[starts-with(@href, '{DEMO_REPOSITORY}')]")
    return {" ".join(link.text_content().split()): link.get("href") for link in found}


def test_a_page_leads_to_its_record_and_to_the_form(built_demo: Path) -> None:
    """The foot of a page leads to the file of its record, and the form for mistakes knows page, file and day."""
    for page, record in {
        "": "content/dossier.md",
        "about/": "content/about.md",
        "actors/water-board/": "content/actors/water-board.md",
        "sources/harbour-post/": "seeds/harbour-post.md",
    }.items():
        found = links(built_demo / page / "index.html")
        assert found["Edit this page"] == f"{DEMO_REPOSITORY}/edit/main/{record}"
        body = parse_qs(urlsplit(found["Report an error"]).query)["body"][0]
        for told in (f"https://demo.example/ondo/{page}", record, "Page made: 2025-03-10"):
            assert told in body
    timeline = links(built_demo / "timeline" / "index.html")
    assert "Edit this page" not in timeline
    assert "- File" not in parse_qs(urlsplit(timeline["Report an error"]).query)["body"][0]


def test_positions_and_events_lead_to_their_lines(built_demo: Path) -> None:
    """On an actor's page each position, on the timeline each event, leads to its line of its own file."""
    for page, ways in {"actors/water-board": "position on", "timeline": "event"}.items():
        found = {
            words: way
            for words, way in links(built_demo / page / "index.html").items()
            if words.startswith(f"Edit this {ways}")
        }
        assert found
        for words, way in found.items():
            path, number = way.partition("/blob/main/")[2].split("?plain=1#L")
            line = (DEMO / path).read_text("utf-8").split("\n")[int(number) - 1]
            assert line.startswith("stance:" if "position" in words else f"title: {words.partition(': ')[2][:20]}")
