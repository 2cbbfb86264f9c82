"""What follows from the rest of a head need not be written in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.support import DEMO, Dossier, copy_of

SHARE = "content/positions/telissa-council/share.md"
LEFT_OUT = ("basis: direct\n", "speaker: Reth Okuvai\n")


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """The demo, with a quotation whose head says neither how it is known nor who speaks."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    for line in LEFT_OUT:
        dossier.edit(SHARE, line, "")
    return dossier


def test_the_page_says_what_the_head_leaves_out(dossier: Dossier, tmp_path: Path) -> None:
    """Who speaks, the office and how it is known stand on the page all the same."""
    assert dossier.problems() == []
    dossier.build(tmp_path / "output")
    page = html.fromstring((tmp_path / "output/actors/telissa-council/index.html").read_text("utf-8"))
    (position,) = page.xpath("//article[@id='share']")
    assert position.xpath("string(.//figcaption/b)") == "Reth Okuvai"
    assert "chair of the council" in position.xpath("string(.//figcaption)").lower()
    assert "Direct quotation" in position.text_content()


def test_a_source_that_does_not_say_who_speaks_leaves_it_to_the_head(dossier: Dossier) -> None:
    """Without voices nobody else tells whose the words are."""
    text = dossier.read("seeds/harbour-post.md")
    before, _, rest = text.partition("voices:\n")
    entries = rest.split("\n")
    kept = [line for line in entries if not line.startswith("  ")]
    dossier.write("seeds/harbour-post.md", before + "\n".join(kept))
    found = [(problem.path, problem.code) for problem in dossier.problems()]
    assert (SHARE, "speaker-unknown") in found


def test_leaving_out_what_is_plain_changes_nothing_that_was_published(released: Dossier) -> None:
    """How a released quotation is known is the same, whether it is written or follows."""
    released.edit(SHARE, LEFT_OUT[0], "")
    assert released.problems() == []
