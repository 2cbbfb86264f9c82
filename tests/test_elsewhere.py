"""A deadline that was moved: other places that still tell the former one are warned of."""

from __future__ import annotations

import pytest

from briefing.dossier.inspection import inspect
from briefing.store.memo import Memo
from tests.support import Dossier

EVENT = "content/events/talks-due.md"
BRIEF = "content/briefs/in-a-minute.md"


def move(dossier: Dossier, day: str = "2024-12-05") -> None:
    """Put the deadline off, without caring what else must follow."""
    dossier.edit(EVENT, "date: 2024-12-03", f"date: {day}")


def say(dossier: Dossier, *sentences: str) -> list[int]:
    """Add paragraphs to the brief; returns their lines."""
    text = dossier.read(BRIEF).rstrip("\n")
    dossier.write(BRIEF, text + "".join(f"\n\n{sentence}" for sentence in sentences) + "\n")
    return [text.count("\n") + 3 + 2 * number for number in range(len(sentences))]


def told(dossier: Dossier, memo: Memo | None = None) -> list[tuple[str, int]]:
    """Where the former date is told, but for what the demo itself says of it."""
    problems = [problem for problem in inspect(dossier.root, memo).problems if problem.code == "date-elsewhere"]
    assert all(problem.level == "warning" for problem in problems)
    return [(problem.path, problem.line) for problem in problems]


def test_nothing_is_told_while_nothing_was_moved(released: Dossier) -> None:
    """A date that is as it was published is nobody's business."""
    say(released, "They were to meet on 3 December [@harbour-post, ¶10, reporter].")
    assert told(released) == []


@pytest.mark.parametrize("form", ["3 December 2024", "December 3", "Tuesday 3rd of December", "2024-12-03"])
def test_the_former_deadline_is_told_wherever_it_stands(released: Dossier, form: str) -> None:
    """In any form, whatever paragraph of its source is cited."""
    lines = say(
        released,
        f"They were to meet on {form} [@harbour-post, ¶10, reporter].",
        f"The clerk spoke of {form} [@harbour-post, ¶3, reporter].",
    )
    move(released)
    assert [line for path, line in told(released) if path == BRIEF and line in lines] == lines


def test_it_is_told_at_the_date_with_both(released: Dossier) -> None:
    """The message names the event, the former day and the present one."""
    (line,) = say(released, "The delegations\nwere to meet on 3 December\nthere [@harbour-post, ¶10, reporter].")
    move(released)
    found = [problem for problem in inspect(released.root).problems if problem.code == "date-elsewhere"]
    (problem,) = [problem for problem in found if problem.path == BRIEF and problem.line == line + 1]
    assert problem.column == len("were to meet on ") + 1
    assert "“3 December” was that of `talks-due`, which is now of 2024-12-05" in problem.message


def test_heads_are_read_too(released: Dossier) -> None:
    """What the dossier says at its head rests on all that it cites."""
    released.edit("content/dossier.md", "snapshot: ", "snapshot: Talks were due on 3 December 2024. ")
    move(released)
    assert ("content/dossier.md", released.read("content/dossier.md").split("snapshot:")[0].count("\n") + 1) in told(
        released
    )


def test_a_day_that_is_another_events_too_is_told_unless_that_one_is_nearer(released: Dossier) -> None:
    """Where both may be meant the editor decides; where the record names the other one only, that is meant."""
    other = "content/events/ferry-cancelled.md"
    assert "date: 2024-12-03" in released.read(other)
    sentence = "It was on 3 December [@harbour-post, ¶10, reporter]."
    (line,) = say(released, sentence)
    move(released)
    assert (BRIEF, line) in told(released)
    released.edit(BRIEF, sentence, f"{sentence} See [it](../events/ferry-cancelled.md) [@us].")
    assert (BRIEF, line) not in told(released)


LEFT = {
    "with the present date": "Once due on 3 December, they are due on 5 December 2024 [@harbour-post, ¶10, reporter].",
    "of another source": "The board met on 3 December [@assembly-record, ¶2, reporter].",
    "of another year": "The board met on 3 December 1998 [@harbour-post, ¶2, reporter].",
    "another day": "The board met on 4 December [@harbour-post, ¶2, reporter].",
    "a source's words": 'The paper has "on Tuesday 3 December" [@harbour-post, ¶10, reporter].',
}


@pytest.mark.parametrize("sentence", LEFT.values(), ids=LEFT)
def test_what_need_not_follow(released: Dossier, sentence: str) -> None:
    """What tells both, another day, or rests on something else."""
    released.edit(BRIEF, "talks-due", "talks-held") if "talks-due" in released.read(BRIEF) else None
    (line,) = say(released, sentence)
    move(released)
    assert (BRIEF, line) not in told(released)


def test_a_release_ends_it(released: Dossier) -> None:
    """What is published then is what others are held to."""
    say(released, "They were to meet on 3 December [@harbour-post, ¶10, reporter].")
    move(released)
    path = released.path("content/published.json")
    path.write_text(path.read_text("utf-8").replace('"date": "2024-12-03"', '"date": "2024-12-05"'), "utf-8")
    assert told(released) == []


def test_a_server_remembers_the_dates_since_it_began(dossier: Dossier) -> None:
    """Also in a dossier that was never released, and over several changes."""
    lines = say(
        dossier,
        "They were to meet on 3 December [@harbour-post, ¶10, reporter].",
        "They were to meet on 5 December [@harbour-post, ¶10, reporter].",
    )
    memo = Memo()
    assert told(dossier, memo) == []
    move(dossier)
    assert (BRIEF, lines[0]) in told(dossier, memo)
    dossier.edit(EVENT, "date: 2024-12-05", "date: 2024-12-07")
    assert {(BRIEF, line) for line in lines} <= {*told(dossier, memo)}
    assert told(dossier) == []
