"""In which order things stand, and what a phone shows first."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from briefing.model import timing
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
    assert [id for id, event in corpus.events.items() if str(event.date).startswith("1990")] == [
        "z-first",
        "a-second",
        "a-about",
        "a-month",
        "a-later",
        "a-year",
    ]


def test_what_is_known_by_another_event_stands_beside_it(dossier: Dossier) -> None:
    """Behind what it came after, before what it came before, across several; open dates behind exact ones; last what is
    not known.
    """
    anchor = "1990-05-02"
    write(dossier, "m-anchor", anchor)
    write(dossier, "a-unknown", "XXXX")
    write(dossier, "a-same-day", f"{anchor}\nafter: m-anchor")
    write(dossier, "b-wrong-side", "1990\nbefore: m-anchor")
    write(dossier, "c-by", f"[..{anchor}]")
    write(dossier, "d-from", f"[{anchor}..]")
    write(dossier, "e-lasted", "1990-05-01/1990-06-30")
    write(dossier, "z-old", "-0044")
    write(dossier, "z-older", "Y-17000")
    for id, key, other in (("n-before", "before", "m-anchor"), ("o-next", "after", "m-anchor"), ("p-next", "after", "o-next")):  # fmt: skip
        write(dossier, id, "1990")
        dossier.edit(f"content/events/{id}.md", "date: 1990", f"{key}: {other}")
    write(dossier, "q-of-unknown", "1990")
    dossier.edit("content/events/q-of-unknown.md", "date: 1990", "after: a-unknown")
    corpus = dossier.load().corpus
    assert corpus is not None
    mine = [id for id in corpus.events if id[1] == "-"]
    assert mine == [
        "z-older", "z-old", "e-lasted", "b-wrong-side", "n-before", "m-anchor", "a-same-day", "o-next", "p-next",
        "c-by", "d-from", "a-unknown", "q-of-unknown",
    ]  # fmt: skip
    groups = timing.groups(corpus.events)
    assert [groups[id] for id in ("z-older", "n-before", "p-next", "q-of-unknown")] == [
        "17,001 BC", "1990", "1990", "Date not known",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "words"), [("1990", "1990"), ("1990-05", "May 1990"), ("1990-05-02", "about 2 May 1990")]
)
def test_words_for_dates_that_are_not_exact(dossier: Dossier, tmp_path: Path, date: str, words: str) -> None:
    """The older key: a year or a month is not `about`, for something took place during it."""
    write(dossier, "loose", date, "approximate: yes\n")
    dossier.build(tmp_path / "output")
    page = html.fromstring((tmp_path / "output/timeline/index.html").read_text("utf-8"))
    (shown,) = page.xpath("//*[@id='loose']//*[@class='event-date']")
    assert " ".join(shown.text_content().split()) == f"{words}† (year inferred)"


def test_coming_dates_never_fall_off_the_home_page(dossier: Dossier, tmp_path: Path) -> None:
    """However many dates have passed, those to come stand first."""
    for number in range(8):
        write(dossier, f"past-{number}", f"1999-01-0{number + 1}", state="due")
    dossier.build(tmp_path / "output")
    page = html.fromstring((tmp_path / "output/index.html").read_text("utf-8"))
    (upcoming,) = page.find_class("upcoming")
    assert " ".join(upcoming.find(".//h2").text_content().split()) == "What happens next"
    assert "Full flow" in upcoming.text_content()
    assert "dates have passed; the outcome is not in our sources." in upcoming.text_content()


def test_notes_are_numbered_as_they_are_shown(built_demo: Path, built_other: Path) -> None:
    """On every page the first mark of each note comes in the order of their numbers."""
    for site in (built_demo, built_other):
        for page in sorted(site.rglob("index.html")):
            marks = re.findall(r'class="mark" id="mark-(\d+)-1"', page.read_text("utf-8"))
            assert marks == [str(number + 1) for number in range(len(marks))], page


def test_the_first_screens(built_demo: Path) -> None:
    """The core disagreement comes first, then what happens next; what stands follows what is to be seen at a glance."""
    page = html.fromstring((built_demo / "index.html").read_text("utf-8"))
    heads = [" ".join(head.text_content().split()) for head in page.xpath("//h2")]
    assert heads[:4] == [
        "How much of the spring’s water is Telissa owed?",
        "What happens next",
        "At a glance",
        "Where things stood on 5 March 2025",
    ]


def test_dates_on_the_page_and_in_the_data(built_demo: Path) -> None:
    """Words say as much as is known; `time` holds what HTML has; the data have EDTF, and ISO 8601 where that can say it."""
    page = html.fromstring((built_demo / "timeline/index.html").read_text("utf-8"))
    (script,) = page.xpath("//script[@type='application/ld+json']/text()")
    data = {one["name"]: one for one in json.loads(script)["@graph"] if one["@type"] == "Event"}

    def shown(id: str) -> tuple[str, list[str], str]:
        (date,) = page.xpath(f"//*[@id='{id}']//*[@class='event-date']")
        title = page.xpath(f"string(//*[@id='{id}']//*[@class='event-title'])")
        machine = data[title].get("http://purl.org/dc/terms/date", {"@value": ""})["@value"]
        return " ".join(date.text_content().split()), date.xpath(".//time/@datetime"), machine

    assert shown("flow-halved") == ("5 November 2024", ["2024-11-05"], "2024-11-05")
    assert shown("valve-turned") == ("by 5 November 2024", ["2024-11-05"], "[..2024-11-05]")
    assert shown("ends-walked") == ("since 1998 (goes on)", ["1998"], "1998/..")
    assert shown("promises-made") == ("the 1990s", [], "199X")
    assert shown("dive-put-off") == ("a day in January 2025", ["2025-01"], "2025-01-XX")
    assert shown("originals-asked-for") == ("date not known", [], "")
    assert shown("kitchen-opened") == (
        "after 5 November 2024, before 15 December 2024", ["2024-12-15"], "[..2024-12-14]",
    )  # fmt: skip
    (link,) = page.xpath("//*[@id='kitchen-opened']//*[@class='event-date']//a")
    assert link.get("href").endswith("#flow-halved")
    assert data["The ferry to the talks does not sail"]["eventStatus"] == "https://schema.org/EventCancelled"
    assert data["The flow falls by half"]["startDate"] == "2024-11-05"
    assert "startDate" not in data["A valve near Port Sefa is turned by hand"]
    assert not page.xpath("//*[@id='originals-asked-for']//*[@class='dating-reasons']"), "nothing was reasoned"


def test_what_was_postponed_tells_to_when(dossier: Dossier, tmp_path: Path) -> None:
    """To a date, and then it is a date ahead; or to an event, which it leads to."""
    write(dossier, "vote", "1998\npostponed_to: 2025-04-01", state="postponed")
    write(dossier, "count", "1998\npostponed_to: vote", state="postponed")
    dossier.build(tmp_path / "output")
    page = html.fromstring((tmp_path / "output/timeline/index.html").read_text("utf-8"))
    states = [page.xpath(f"string(//*[@id='{id}']//*[@class='event-status'])") for id in ("vote", "count")]
    assert [" ".join(state.split()) for state in states] == ["→ Postponed to 1 April 2025", "→ Postponed to vote"]
    home = html.fromstring((tmp_path / "output/index.html").read_text("utf-8"))
    due = [" ".join(one.text_content().split()) for one in home.xpath("//*[@class='upcoming']//dl/div")]
    assert "Postponed to 1 April 2025† (year inferred)vote" in due
    assert not any("count" in one for one in due)
