"""In which order things stand, and what a phone shows first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from tests.support import Dossier

EVENT = """---
title: {title}
date: {date}
state: {state}
basis: reporter
cite: harbour-post ¶2
{more}dating:
  words: in 1998
  rule: We take another year, for the test.
  year: inferred
---
It took place [@harbour-post, ¶2, reporter].
"""


def write(dossier: Dossier, id: str, date: str, more: str = "", state: str = "happened") -> None:
    """Add an event to a dossier."""
    dossier.write(f"content/events/{id}.md", EVENT.format(title=id, date=date, state=state, more=more))


def test_dates_stand_as_exactly_as_they_are_known(dossier: Dossier) -> None:
    """Days before their month, months before their year, exact before approximate, and `order` for one day."""
    write(dossier, "a-year", "1990")
    write(dossier, "a-month", "1990-05")
    write(dossier, "a-about", "1990-05-02", "approximate: yes\n")
    write(dossier, "a-second", "1990-05-02", "order: 2\n")
    write(dossier, "z-first", "1990-05-02", "order: 1\n")
    write(dossier, "a-later", "1990-06-01")
    corpus = dossier.load().corpus
    assert corpus is not None
    assert [id for id, event in corpus.events.items() if event.date and event.date.one.year == 1990] == [
        "z-first",
        "a-second",
        "a-about",
        "a-month",
        "a-later",
        "a-year",
    ]


@pytest.mark.parametrize(
    ("date", "words"), [("1990", "1990"), ("1990-05", "May 1990"), ("1990-05-02", "about 2 May 1990")]
)
def test_words_for_dates_that_are_not_exact(dossier: Dossier, tmp_path: Path, date: str, words: str) -> None:
    """The older key: a year or a month is not `about`, for something took place during it."""
    write(dossier, "loose", date, "approximate: yes\n")
    dossier.build(tmp_path / "output")
    page = html.fromstring((tmp_path / "output/timeline/index.html").read_text("utf-8"))
    (shown,) = page.xpath("//*[@id='loose']//*[@class='event-date']")
    assert " ".join(shown.text_content().split()) == f"{words} (year inferred)"


def test_coming_dates_never_fall_off_the_home_page(dossier: Dossier, tmp_path: Path) -> None:
    """However many dates have passed, those to come stand first."""
    for number in range(8):
        write(dossier, f"past-{number}", f"1999-01-0{number + 1}", state="due")
    dossier.build(tmp_path / "output")
    page = html.fromstring((tmp_path / "output/index.html").read_text("utf-8"))
    ahead, past = (
        [link.get("href").partition("#")[2] for link in section.xpath(".//li/p/a[not(text()='The dates differ')]")]
        for section in page.xpath("//section[starts-with(@aria-labelledby, 'dates_')]")
    )
    assert ahead == ["full-flow-due"]
    assert len(past) == 5
    assert "full-flow-due" not in past


def test_notes_are_numbered_as_they_are_shown(built_demo: Path, built_other: Path) -> None:
    """On every page the first mark of each note comes in the order of their numbers."""
    for site in (built_demo, built_other):
        for page in sorted(site.rglob("index.html")):
            marks = re.findall(r'class="mark" id="mark-(\d+)-1"', page.read_text("utf-8"))
            assert marks == [str(number + 1) for number in range(len(marks))], page


def test_the_first_screens(built_demo: Path) -> None:
    """What stands follows what is to be seen at a glance."""
    page = html.fromstring((built_demo / "index.html").read_text("utf-8"))
    heads = [" ".join(head.text_content().split()) for head in page.xpath("//h2")]
    assert heads[:3] == ["At a glance", "What stands", "Dates ahead"]
