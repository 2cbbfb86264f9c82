"""A record that was due for another look is told to the editor, and to readers wherever they meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Dossier

#: One record of each kind that may have `review_by`, and the pages on which readers meet it.
MET = {
    "content/dossier.md": [""],
    "content/about.md": ["about/"],
    "content/names.md": ["about/"],
    "content/words.md": ["about/"],
    "content/actors/fishers-league.md": ["actors/fishers-league/"],
    "content/questions/share.md": ["questions/share/"],
    "content/positions/telissa-council/repair.md": ["actors/telissa-council/", "questions/repair/"],
    "content/places/port-sefa.md": ["places/port-sefa/"],
    "content/events/pipe-laid.md": ["timeline/"],
    "content/briefs/papers.md": ["briefs/papers/"],
    "seeds/bureau-report.md": ["sources/bureau-report/"],
}


@pytest.fixture(scope="module")
def overdue(tmp_path_factory: pytest.TempPathFactory, demo: Dossier) -> tuple[Dossier, Path]:
    """The demo with each record of `MET` overdue, and its site."""
    from tests.support import copy_of

    dossier = copy_of(demo.root, tmp_path_factory.mktemp("overdue") / "dossier")
    for number, path in enumerate(MET, 1):
        head = f"---\nowner: desk {number:02d}\nreview_by: 2025-03-09\n"
        dossier.write(path, dossier.read(path).replace("---\n", head, 1))
    output = dossier.root.parent / "output"
    dossier.build(output)
    return dossier, output


def test_editors_are_told(overdue: tuple[Dossier, Path]) -> None:
    """`check` warns of each, at its `review_by`, seen from the dossier's own day; it is no error."""
    dossier, _ = overdue
    assert sorted(dossier.spots()) == sorted(f"{path}:3: review-overdue" for path in MET)
    assert {problem.level for problem in dossier.problems()} == {"warning"}
    assert "by desk 01 by 9 March 2025" in next(p.message for p in dossier.problems() if "dossier.md" in p.path)


@pytest.mark.parametrize("path", MET)
def test_readers_are_told(overdue: tuple[Dossier, Path], path: str) -> None:
    """The page says so, once, and names who looks after the record."""
    _, output = overdue
    told = f"was due for review by 9 March 2025 and may be out of date. It is looked after by desk {[*MET].index(path) + 1:02d}."
    for url in MET[path]:
        assert (output / url / "index.html").read_text("utf-8").count(told) == 1, url


def test_the_day_itself_is_in_time(dossier: Dossier) -> None:
    """A record is overdue from the day behind the one it names."""
    dossier.edit("content/dossier.md", "as_of: 2025-03-10\n", "as_of: 2025-03-10\nreview_by: 2025-03-10\n")
    assert dossier.problems() == []
