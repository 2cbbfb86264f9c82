"""Of which moment a site speaks, how that ages, and what happens next."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from briefing.model import standing
from tests.support import Dossier

DUE = "---\ntitle: {}\nshort: {}\n{}state: due\nbasis: reporter\ncite: harbour-post ¶2\ndating: {{year: inferred, rule: From the paper.}}\n---\nIt is due [@harbour-post, ¶2]."


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def build(dossier: Dossier, folder: Path, as_of: str) -> html.HtmlElement:
    dossier.build(folder / "output", as_of=as_of)
    return html.fromstring((folder / "output/index.html").read_text("utf-8"))


def undated(dossier: Dossier) -> None:
    """Take from every source the day on which it was published."""
    for path in sorted(dossier.root.glob("seeds/*.md")):
        text = path.read_text("utf-8")
        path.write_text("".join(line for line in text.splitlines(True) if not line.startswith("published:")), "utf-8")


def test_the_moment_is_that_of_the_newest_source(dossier: Dossier, tmp_path: Path) -> None:
    """A site of the same weeks names the day; one made long after says so, once, at the top of home."""
    home = build(dossier, tmp_path, "2025-03-10")
    (snapshot,) = home.find_class("snapshot")
    assert words(snapshot).endswith("From 7 sources, 5 of them independent.")
    assert words(home.xpath("//h2[@id='stands_title']")[0]) == "Where things stood on 5 March 2025"
    later = build(dossier, tmp_path, "2029-03-10")
    assert words(later.find_class("snapshot")[0]).endswith("This page was made 4 years later.")
    page = html.fromstring((tmp_path / "output/actors/index.html").read_text("utf-8"))
    assert words(page.find_class("snapshot")[0]) == "As of 5 March 2025 · From 7 sources, 5 of them independent"
    assert "4 years later" not in words(page)


@pytest.mark.parametrize(
    ("about", "told"), [("2025-03-25~", "late March 2025"), ("2025-03-12~", "mid-March 2025"), ("2025", "2025")]
)
def test_the_moment_of_sources_without_a_day(dossier: Dossier, tmp_path: Path, about: str, told: str) -> None:
    """It is about when they must have been published: of a day that is not sure, the third of its month."""
    undated(dossier)
    dossier.edit("seeds/harbour-post.md", "language: en", f"language: en\nabout: {about}")
    corpus = dossier.load().corpus
    assert corpus is not None
    moment = standing.moment(corpus)
    assert moment is not None
    assert moment.words.removesuffix(" (year inferred)") == told


def test_what_happens_next(dossier: Dossier, tmp_path: Path) -> None:
    """While a date lies ahead, it leads; what has no day is ahead with it. Once all have passed, they are what was due."""
    dossier.write("content/events/z-day.md", DUE.format("A vote is due", "A vote", "date: '[..2031-11-21]'\n"))
    dossier.write("content/events/z-open.md", DUE.format("A count is due", "A count", "after: z-day\n"))

    def told(as_of: str) -> list[str]:
        home = build(dossier, tmp_path, as_of)
        (upcoming,) = home.find_class("upcoming")
        return [
            words(one)
            for one in (upcoming.find(".//h2"), *upcoming.xpath(".//dl/div"), upcoming.find_class("upcoming-note")[0])
        ]

    dates = ["By 21 Nov 2031† (year inferred)A vote", "No day givenA count"]
    assert told("2031-11-21")[:3] == ["What happens next", *dates]
    title, *due, note = told("2031-11-22")
    assert title == "What was due next"
    assert due[-2:] == dates
    assert note.startswith("Both dates have passed; the outcome is not in our sources.")
    timeline = (tmp_path / "output/timeline/index.html").read_text("utf-8")
    open_event = words(html.fromstring(timeline).xpath("//*[@id='z-open']")[0])
    assert "Planned, as of" in open_event
    assert "day not given" in open_event
