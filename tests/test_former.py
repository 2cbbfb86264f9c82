"""Published records that are renamed, taken away or made drafts: each is told once, and what is advised mends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.model import problems
from briefing.model.problems import Problem
from tests.support import Dossier, copy_of

REMOVED = "content/removed.md"


@pytest.fixture
def released(released_demo: Dossier, tmp_path: Path) -> Dossier:
    """A copy of the demo as released."""
    return copy_of(released_demo.root, tmp_path / "dossier")


def errors(dossier: Dossier) -> list[Problem]:
    """The errors of a dossier."""
    return problems.errors(dossier.problems())


def move(dossier: Dossier, old: str, new: str) -> None:
    """Rename a file or folder."""
    (dossier.root / old).rename(dossier.path(new))


def was(dossier: Dossier, path: str, old: str) -> None:
    """Say which id a record had before."""
    dossier.write(path, dossier.read(path).replace("---\n", f"---\nwas: [{old}]\n", 1))


def remove(dossier: Dossier, *names: str) -> None:
    """List records as removed."""
    old = dossier.read(REMOVED).removesuffix("---\n") if (dossier.root / REMOVED).is_file() else "---\nremoved:\n"
    entries = "".join(f"  - record: {one}\n    title: Gone\n    date: 2025-03-02\n    why: So.\n" for one in names)
    dossier.write(REMOVED, f"{old}{entries}---\n")


def follow(dossier: Dossier, problem: Problem) -> None:
    """Do what the remedy of a renamed record says, to the letter."""
    remedy = problem.remedy
    if found := re.search(r"Rename this file to `(.+)`", remedy):
        move(dossier, problem.path, f"{problem.path.rpartition('/')[0]}/{found[1]}")
    elif found := re.search(r"Rename the folder `(.+)` to `(.+)`", remedy):
        move(dossier, found[1], f"{found[1].rpartition('/')[0]}/{found[2]}")
    elif found := re.search(r"It stands as `(.+)` now: add `was: \[(.+)\]`", remedy):
        folder = f"content/{found[1]}" if not found[1].startswith("sources/") else f"seeds/{found[1][8:]}"
        was(dossier, f"{folder}.md", found[2])
    elif found := re.search(r"Write `(.+)`", remedy):
        (old,) = re.findall(r"`([^`]+)` is called", problem.message)
        written = rf"(?<=\()[\w./-]*{Path(old).name}" if old.endswith(".md") else rf"(?<![\w/-]){old}(?![\w-])"
        line = dossier.read(problem.path).splitlines()[problem.line - 1]
        mended = re.sub(written, found[1], line)
        assert mended != line, problem
        dossier.write(problem.path, dossier.read(problem.path).replace(line, mended))
    else:
        raise AssertionError(problem)


RENAMED = {
    "actor": ("content/actors", "telissa-council", "island-council", ""),
    "actor-that-is-answered": ("content/actors", "oruna-government", "oruna", ""),
    "actor-with-another-name": ("content/actors", "telissa-council", "island-council", "name: "),
    "question": ("content/questions", "share", "parts", ""),
    "question-with-another-title": ("content/questions", "share", "parts", "title: "),
    "place": ("content/places", "ondo-spring", "spring-of-ondo", ""),
    "event": ("content/events", "talks-due", "second-talks-due", ""),
    "brief": ("content/briefs", "life-on-telissa", "telissa-life", ""),
}


@pytest.mark.parametrize(("folder", "old", "new", "key"), RENAMED.values(), ids=RENAMED)
def test_what_is_renamed_is_mended_as_advised(released: Dossier, folder: str, old: str, new: str, key: str) -> None:
    """The new file name alone: every place that must follow is told with what to write, and no other."""
    move(released, f"{folder}/{old}.md", f"{folder}/{new}.md")
    if key:
        text = released.read(f"{folder}/{new}.md")
        text = re.sub(rf"^{key}(\w)", rf"{key}Other \1", text, count=1, flags=re.M)
        released.write(f"{folder}/{new}.md", text)
    before = errors(released)
    assert before
    for _ in range(30):
        if not (found := [problem for problem in errors(released) if problem.code != "published-changed"]):
            break
        follow(released, found[0])
    assert [problem.code for problem in errors(released)] == (["published-changed"] if key else [])


def test_positions_follow_the_question_that_is_renamed(released: Dossier) -> None:
    """Where the positions were renamed with their question, only the question lacks a word."""
    move(released, "content/questions/share.md", "content/questions/parts.md")
    for file in (released.root / "content").rglob("*.md"):
        file.write_text(file.read_text("utf-8").replace("questions/share.md", "questions/parts.md"), "utf-8")
    for file in (released.root / "content/positions").glob("*/share.md"):
        file.rename(file.with_name("parts.md"))
    told = [problem for problem in errors(released) if problem.code == "published-removed"]
    assert [problem.path for problem in told] == ["content/questions/share.md"]


def test_a_position_does_not_vanish_behind_its_actor(released: Dossier) -> None:
    """An actor's new id hides no position that went at the same time."""
    move(released, "content/actors/water-board.md", "content/actors/board.md")
    move(released, "content/positions/water-board", "content/positions/board")
    was(released, "content/actors/board.md", "water-board")
    (released.root / "content/positions/board/share.md").unlink()
    assert "published-removed" in [p.code for p in errors(released) if p.path.endswith("water-board/share.md")]


def gone(dossier: Dossier) -> None:
    """Take an actor, a place and a source away, and list them."""
    for path in ("actors/telissa-council", "places/ondo-spring"):
        (dossier.root / f"content/{path}.md").unlink()
    for file in (dossier.root / "seeds").glob("bureau-report.*"):
        file.unlink()
    remove(dossier, "actors/telissa-council", "places/ondo-spring", "sources/bureau-report")


def test_what_was_taken_away_is_not_to_be_made_anew(released: Dossier) -> None:
    """Whatever points at a record that was removed is told so; nobody is sent to make it once more."""
    gone(released)
    found = errors(released)
    assert {"reference-unknown", "citation-unknown", "link-broken"} <= {problem.code for problem in found}
    for problem in found:
        if problem.code in ("reference-unknown", "citation-unknown", "link-broken"):
            assert "is gone" in problem.message, problem
            assert "invoke new" not in problem.remedy, problem


def test_a_renamed_record_may_be_taken_away_later(released: Dossier, tmp_path: Path) -> None:
    """Each address that it ever had is told, and the entry that is advised makes its page."""
    path, other = "content/places/well.md", "content/places/old-well.md"
    place = released.read("content/places/ondo-spring.md").replace("name: ", "name: Well near the ")
    released.write(path, re.sub(r"^(latitude: \d+)\..*", r"\1.5", place, flags=re.M))
    commands.release(str(released.root))
    move(released, path, other)
    was(released, other, "well")
    commands.release(str(released.root))
    (released.root / other).unlink()
    remove(released, "places/old-well")
    (problem,) = errors(released)
    (entry,) = re.findall(r"`record: (.+?)`", problem.remedy)
    remove(released, entry)
    assert errors(released) == []
    released.build(tmp_path / "output")
    assert (tmp_path / "output/places/well/index.html").is_file()


def draft(dossier: Dossier, path: str) -> None:
    """Make a draft of a record."""
    dossier.write(path, dossier.read(path).replace("---\n", "---\nstatus: draft\n", 1))


WAYS: dict[str, Callable[[Dossier], None]] = {
    "back": lambda dossier: dossier.edit("content/events/divers-due.md", "status: draft\n", ""),
    "listed": lambda dossier: remove(dossier, "events/divers-due"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_draft_of_what_was_published(released: Dossier, way: Callable[[Dossier], None]) -> None:
    """It is told as what it is, and both ways out lead out."""
    draft(released, "content/events/divers-due.md")
    (problem,) = [problem for problem in errors(released) if problem.code == "published-removed"]
    assert "remove `status: draft`" in problem.remedy
    way(released)
    assert "published-removed" not in [problem.code for problem in errors(released)]


def test_a_note_that_says_the_same_again_is_told_once(released: Dossier) -> None:
    """It was meant for the change, so that this has no second message."""
    path = "content/events/pipe-laid.md"
    released.edit(path, "date: 1998", "date: 1998-05")
    entry = "  - date: 2025-03-02\n    what: The month was wrong.\n    why: So.\n"
    released.write(path, released.read(path).replace("---\n", f"---\nchanges:\n{entry}", 1))
    commands.release(str(released.root))
    released.edit(path, "date: 1998-05", "date: 1998-06")
    released.edit(path, entry, entry + entry)
    assert [problem.code for problem in errors(released)] == ["change-twice"]


def test_a_source_whose_text_alone_is_left_is_missed(released: Dossier) -> None:
    """Its text and lock are told by a warning only, so whatever cites it is told, too."""
    (released.root / "seeds/bureau-report.md").unlink()
    assert "citation-unknown" in [problem.code for problem in errors(released)]
