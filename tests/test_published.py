"""No silent edits: what is published changes only with a note."""

from __future__ import annotations

import json

import pytest

from briefing.cli import commands
from tests.support import Dossier

POSITION = "content/positions/telissa-council/share.md"
NOTE = "changes:\n  - date: 2025-03-01\n    what: The stance was read again.\n    why: A reader wrote in.\n"


def note(dossier: Dossier, path: str) -> None:
    """Add a change note to a record."""
    dossier.write(path, dossier.read(path).replace("---\n", f"---\n{NOTE}", 1))


CHANGES = [
    (POSITION, "stance: half", "stance: what-is-left", "stance"),
    (POSITION, "as_of: 2024-12", "as_of: 2024-11", "as_of"),
    (POSITION, "in a wet year and in a dry one", "in a wet year", "quote"),
    ("content/events/pipe-laid.md", "date: 1998", "date: 1998-05", "date"),
]


@pytest.mark.parametrize(("path", "old", "new", "key"), CHANGES, ids=[change[3] for change in CHANGES])
def test_a_published_value_needs_a_note_to_change(released: Dossier, path: str, old: str, new: str, key: str) -> None:
    """Without a note the edit is an error at its line, with both values; with one it passes."""
    released.edit(path, old, new)
    (problem,) = released.problems()
    assert (problem.path, problem.code) == (path, "published-changed")
    line = released.read(path).splitlines()[problem.line - 1]
    assert line.startswith(f"{key}:")
    assert "changes" in problem.remedy
    note(released, path)
    assert released.spots() == []


def test_what_stands_may_get_a_day_once(released: Dossier) -> None:
    """A point under what stands may get the day of which it holds without a note; then the day is published, too."""
    released.edit("content/dossier.md", "cite: bureau-report ¶3", "cite: bureau-report ¶3\n    as_of: 2025-02-20")
    assert released.spots() == []
    commands.release(str(released.root))
    released.edit("content/dossier.md", "as_of: 2025-02-20", "as_of: 2025-02-21")
    assert [problem.code for problem in released.problems()] == ["published-changed"]
    note(released, "content/dossier.md")
    assert released.spots() == []


def test_a_name_needs_a_note_to_change(released: Dossier) -> None:
    """An actor's name is a published value."""
    path = "content/actors/fishers-league.md"
    name = next(line for line in released.read(path).splitlines() if line.startswith("name:"))
    released.edit(path, name, name + " and friends")
    assert [problem.code for problem in released.problems()] == ["published-changed"]


def test_a_quotation_in_prose_must_not_vanish(released: Dossier) -> None:
    """Quotations of briefs are published too."""
    path = "content/briefs/in-a-minute.md"
    body = released.read(path)
    before = json.loads(released.read("content/published.json"))["records"]["briefs/in-a-minute"]["values"][
        "quotations"
    ]
    released.write(path, body.replace(before[0], " ".join(before[0].split()[:-1]), 1))
    assert "published-changed" in [problem.code for problem in released.problems()]


def test_a_record_must_not_vanish(released: Dossier) -> None:
    """A deleted record is an error until it is listed as removed; then a page with the reason stands there."""
    path = "content/briefs/papers.md"
    (released.root / path).unlink()
    problems = [problem for problem in released.problems() if problem.code == "published-removed"]
    assert [problem.path for problem in problems] == [path]
    released.write(
        "content/removed.md",
        "---\nremoved:\n  - record: briefs/papers\n    title: The papers\n    date: 2025-03-02\n    why: It was two briefs.\n---\n",
    )
    assert "published-removed" not in [problem.code for problem in released.problems()]


def test_a_quotation_in_a_summary_must_not_vanish(dossier: Dossier) -> None:
    """Heads quote, too; what quotation marks only set apart may go."""
    path = "content/actors/oruna-government.md"
    old = next(line for line in dossier.read(path).splitlines() if line.startswith("summary:"))
    quoting = 'summary: It gives in a "dry year" what "the rock does not give" in another.'
    dossier.edit(path, old, quoting)
    commands.release(str(dossier.root))
    assert dossier.spots() == []
    dossier.edit(path, quoting, 'summary: It gives what "the rock does not give".')
    assert dossier.spots() == []
    dossier.edit(path, '"the rock does not give"', "there is")
    (problem,) = dossier.problems()
    assert (problem.code, problem.path) == ("published-changed", path)


def test_a_record_that_takes_in_another_says_so(released: Dossier) -> None:
    """`was` in a record that was published itself needs a new note; that it has an older one is not enough."""
    kept, gone = "content/briefs/papers.md", "content/briefs/life-on-telissa.md"
    note(released, kept)
    commands.release(str(released.root))
    (released.root / gone).unlink()
    released.write(kept, released.read(kept).replace("---\n", "---\nwas: [life-on-telissa]\n", 1))

    def told() -> set[str]:
        return {f"{p.path}: {p.code}" for p in released.problems() if p.code.startswith("published")}

    assert told() == {f"{kept}: published-changed"}
    released.edit(kept, "changes:\n", "changes:\n  - date: 2025-03-02\n    what: Two briefs are one.\n    why: So.\n")
    assert told() == {f"{kept}: published-changed"}  # the other's own notes are to be kept
    released.edit(
        kept,
        "changes:\n",
        "changes:\n  - date: 2025-03-04\n    what: The paragraph on laundries is new.\n"
        "    why: A reader asked what guest houses do.\n",
    )
    assert told() == set()


def test_a_broken_manifest_is_told(released: Dossier) -> None:
    """A manifest that is not one stops the check instead of being passed over."""
    released.write("content/published.json", "[]")
    assert released.spots() == ["content/published.json:1: published-broken"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/events/pipe-laid.md", "title: ", "title: Not "),
        ("content/actors/telissa-council.md", "side: east", "side: west"),
        ("content/places/ondo-spring.md", "latitude: -16.", "latitude: -17."),
    ],
)
def test_titles_sides_and_coordinates_need_a_note(released: Dossier, path: str, old: str, new: str) -> None:
    """They say what a record is about."""
    released.edit(path, old, new)
    assert "published-changed" in [problem.code for problem in released.problems() if problem.path == path]


def test_a_quotation_that_cannot_be_read_is_not_told_as_another_basis(released: Dossier) -> None:
    released.edit(POSITION, "basis: direct\n", "")  # it follows from the quotation
    assert released.spots() == []
    released.edit(POSITION, "\nquote: ", '\nquote: "')
    assert [problem.code for problem in released.problems() if problem.path == POSITION] == ["front-matter"]
