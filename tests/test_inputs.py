"""What a build depends on beyond its own file, and what a remembered one must not let through."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.build.faults import BuildStopped
from briefing.dossier.inspection import inspect
from briefing.store.files import OutputError
from briefing.store.memo import Memo
from tests.support import Dossier, clean_tree, tree


def test_numbers_of_places_follow_each_other(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place that goes changes the number on the page of each place behind it, also where no map shows that."""
    for number in range(101):
        dossier.write(
            f"content/places/many-{number:03}.md",
            f"---\nname: Place {number:03}\nkind: town\nlatitude: -16.{number + 1:03}\nlongitude: 179.9\nprecision: exact\n"
            "coordinates_from: our own map\nsummary: One of many.\nbasis: reporter\ncite: harbour-post ¶2\n---\n",
        )
    dossier.build(tmp_path / "warm")
    (dossier.root / "content/places/many-003.md").unlink()
    dossier.build(tmp_path / "warm")
    assert tree(tmp_path / "warm") == clean_tree(dossier, tmp_path / "clean", monkeypatch)


def test_terms_are_inputs_of_prose(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word that quotation marks only set apart is shown otherwise than a quotation, on every page that has it."""
    dossier.edit("content/briefs/papers.md", "It names nobody as guilty [@", 'It names nobody as "guilty" [@')
    dossier.edit("content/words.md", "  - dry year", "  - dry year\n  - guilty")
    dossier.build(tmp_path / "warm")
    dossier.edit("content/briefs/papers.md", 'It names nobody as "guilty" [@', 'It names nobody as "dry year" [@')
    dossier.build(tmp_path / "warm")
    dossier.edit("content/words.md", "  - guilty", "  - innocent")
    dossier.build(tmp_path / "warm")
    assert tree(tmp_path / "warm") == clean_tree(dossier, tmp_path / "clean", monkeypatch)


@pytest.mark.parametrize("how", ["link", "dangling", pytest.param("pipe", marks=pytest.mark.posix), "folder"])
def test_the_quick_way_takes_ordinary_files_only(dossier: Dossier, memory: Path, tmp_path: Path, how: str) -> None:
    """What a whole build refuses, no remembered one lets through."""
    output, brief = tmp_path / "output", dossier.root / "content/briefs/papers.md"
    dossier.build(output)
    before = tree(output)
    text = brief.read_text("utf-8").replace("The board wants", "The board badly wants")
    if how == "folder":
        (dossier.root / "content/briefs").rename(tmp_path / "briefs")
        (dossier.root / "content/briefs").symlink_to(tmp_path / "briefs")
    else:
        brief.unlink()
        (tmp_path / "papers.md").write_text(text, "utf-8")
        if how == "pipe":
            os.mkfifo(brief)
        else:
            brief.symlink_to(tmp_path / ("papers.md" if how == "link" else "nowhere.md"))
    with pytest.raises(BuildStopped):
        dossier.build(output)
    assert tree(output) == before


def test_an_output_that_became_a_link_is_refused(dossier: Dossier, memory: Path, tmp_path: Path) -> None:
    """Also where nothing else changed."""
    output = tmp_path / "output"
    dossier.build(output)
    output.rename(tmp_path / "www")
    output.symlink_to(tmp_path / "www")
    with pytest.raises(OutputError):
        dossier.build(output)
    assert output.is_symlink()


def _other_text(dossier: Dossier) -> None:
    path = dossier.root / "seeds/harbour-post.txt"
    path.write_text(path.read_text("utf-8").replace("the rock does not give", "the rock will not give"), "utf-8")
    head = dossier.read("seeds/harbour-post.md")
    old = next(line for line in head.splitlines() if line.startswith("sha256"))
    dossier.edit("seeds/harbour-post.md", old, f"sha256: {hashlib.sha256(path.read_bytes()).hexdigest()}")


def _no_text(dossier: Dossier) -> None:
    for name in ("harbour-post", "bureau-report"):
        (dossier.root / f"seeds/{name}.txt").unlink()


def _no_term(dossier: Dossier) -> None:
    dossier.edit("content/words.md", "  - dry year", "  - wet year")


def _other_limit(dossier: Dossier) -> None:
    dossier.edit("content/dossier.md", "answer: in-a-minute", "answer: in-a-minute\nlimits:\n  words: 6")


def _other_speaker(dossier: Dossier) -> None:
    dossier.edit("content/actors/oruna-government.md", "name: Ines Talomar", "name: Ines Tal")
    dossier.edit("content/actors/telissa-council.md", "name: Reth Okuvai", "name: Ines Talomar")


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (_other_text, "quote-altered"),
        (_no_text, "quote-unverified"),
        (_no_term, "quote-missing"),
        (_other_limit, "quote-too-long"),
        (_other_speaker, "voice-wrong"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_proved_is_proved_again(
    dossier: Dossier, memory: Path, edit: Callable[[Dossier], None], code: str
) -> None:
    """A record that did not change is not remembered as right when what it rests on did."""
    dossier.edit(
        "content/briefs/papers.md",
        "It names nobody as guilty [@",
        'Ines Talomar said: "We cannot send what the rock does not give" [@harbour-post, ¶3]. '
        'It calls nobody "dry year", and names nobody as guilty [@',
    )
    memo = Memo(dossier.root, dossier.root / "output")
    assert inspect(dossier.root, memo).problems == []
    edit(dossier)
    warm = inspect(dossier.root, memo).problems
    assert warm == inspect(dossier.root).problems
    assert code in [problem.code for problem in warm if problem.path == "content/briefs/papers.md"]


def test_a_term_that_goes_leaves_quotations_to_their_speakers(dossier: Dossier, memory: Path) -> None:
    """What quotation marks only set apart is no quotation; without the term it is one, in a record that did not change."""
    words = "what the rock does not give"
    dossier.edit("content/words.md", "  - dry year", f"  - dry year\n  - {words}")
    dossier.edit(
        "content/briefs/papers.md",
        "It names nobody as guilty [@",
        f'According to Reth Okuvai it is "{words}" [@harbour-post, ¶3, reported]. It names nobody as guilty [@',
    )
    memo = Memo(dossier.root, dossier.root / "output")
    assert "voice-wrong" not in [problem.code for problem in inspect(dossier.root, memo).problems]
    dossier.edit("content/words.md", f"\n  - {words}", "")
    warm = inspect(dossier.root, memo).problems
    assert warm == inspect(dossier.root).problems
    assert "voice-wrong" in [problem.code for problem in warm]


def test_a_draft_of_the_words_counts_for_nothing(dossier: Dossier) -> None:
    """Its terms set nothing apart, in prose as in heads."""
    dossier.edit("content/briefs/papers.md", "It names nobody as guilty [@", 'It "names nobody" as guilty [@')
    dossier.write("content/words.md", dossier.read("content/words.md").replace("---\n", "---\nstatus: draft\n", 1))
    dossier.edit("content/words.md", "  - dry year", "  - dry year\n  - names nobody")
    assert {p.code for p in dossier.problems() if p.path == "content/briefs/papers.md"} == {"quote-missing"}


def test_a_name_that_comes_or_goes_is_looked_up_everywhere(dossier: Dossier, memory: Path) -> None:
    """A record that did not change is told when the register calls one of its words a wrong form, and no longer when not."""
    dossier.edit("content/briefs/papers.md", "The board wants", "In Sefahaven the board wants")
    memo = Memo(dossier.root, dossier.root / "output")
    assert inspect(dossier.root, memo).problems == []
    before = dossier.read("content/names.md")
    entry = "  - neutral: Sefaharbour\n    kind: place\n    local:\n      sq: Sefahaven\n    note: An old quay.\n"
    dossier.edit("content/names.md", "\nnames:\n", f"\nnames:\n{entry}")
    for _ in range(2):
        warm = inspect(dossier.root, Memo(dossier.root, dossier.root / "output")).problems
        assert warm == inspect(dossier.root).problems
        assert [problem.code for problem in warm] == ["name-form"]
    dossier.write("content/names.md", before)
    assert inspect(dossier.root, Memo(dossier.root, dossier.root / "output")).problems == []
