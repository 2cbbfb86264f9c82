"""Who speaks where in a source, and that every use of its words is held to that: with the text, and by the lock alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.dossier.inspection import inspect
from briefing.quotations import verification
from tests.support import Dossier
from tests.test_bad import BAD, apply, read

#: Cases whose faults lie in who is given words; all of them must be told without the texts, too.
ATTRIBUTIONS = [
    path
    for path in sorted(BAD.glob("voice-*.txt"))
    if all(name.startswith("content/") for name, _, _ in read(path).changes)
    and "voice-" in "".join(read(path).expected)
]


def lock_away(dossier: Dossier) -> None:
    """Write the locks, and take the texts away."""
    verification.write_locks(dossier.root, inspect(dossier.root).verified)
    for text in (dossier.root / "seeds").glob("*.txt"):
        text.unlink()


@pytest.mark.parametrize("path", ATTRIBUTIONS, ids=[path.stem for path in ATTRIBUTIONS])
def test_the_lock_alone_tells_whose_words_are_given_to_whom(path: Path, dossier: Dossier) -> None:
    case = read(path)
    for change in case.changes:
        apply(dossier, *change)
    lock_away(dossier)
    assert dossier.spots() == case.expected


def test_a_voice_that_is_taken_away_or_changed_without_the_text_is_told(dossier: Dossier) -> None:
    lock_away(dossier)
    assert dossier.spots() == []
    line = "  - {by: Ines Talomar, as: water minister, in: ¶3}\n"
    dossier.edit("seeds/harbour-post.md", line, "")
    assert dossier.spots() == ["seeds/harbour-post.md:15: lock-voices"]
    dossier.edit("seeds/harbour-post.md", "voices:\n", "voices:\n" + line.replace("Ines Talomar", "Reth Okuvai"))
    assert dossier.spots() == ["seeds/harbour-post.md:15: lock-voices"]


def test_locks_of_two_editors_merge_line_by_line(dossier: Dossier) -> None:
    """Each adds a quotation and a voice of their own; the lines of both, in any order, hold all of it."""
    lock, papers = "seeds/harbour-post.lock", "content/briefs/papers.md"
    one = 'The council is to be paid from "its own fund" [@harbour-post, ¶11, reporter].'
    other = 'The ferry met "Heavy swell" on that day [@harbour-post, ¶10, reporter].'
    voice = "  - {by: ferry keeper, in: ¶10, speech: reported}\n"
    dossier.edit("content/dossier.md", "licence:", "limits:\n  share: 20\nlicence:")
    before, source = dossier.read(papers), dossier.read("seeds/harbour-post.md")
    dossier.write(papers, f"{before}\n{one}\n")
    verification.write_locks(dossier.root, inspect(dossier.root).verified)
    first = dossier.read(lock)
    dossier.write(papers, f"{before}\n{other}\n")
    dossier.write("seeds/harbour-post.md", source.replace("voices:\n", f"voices:\n{voice}"))
    verification.write_locks(dossier.root, inspect(dossier.root).verified)
    second = dossier.read(lock)
    dossier.write(papers, f"{before}\n{one}\n\n{other}\n")
    lock_away(dossier)
    dossier.write(lock, "\n".join(reversed([*first.splitlines(), *second.splitlines()])))
    assert dossier.spots() == []


def test_of_words_that_stand_twice_the_place_that_fits_counts(dossier: Dossier) -> None:
    """Two people say the same; each may be given it, and nobody else."""
    text = "“We shall wait for rain,” said Talomar.\n“We shall wait for rain,” said Okuvai as well, some days later.\n"
    text += "The rest of the page is about ferries, nets, a lost dog and the price of rope in both harbours. " * 3
    dossier.write("seeds/echo.txt", text)
    dossier.write(
        "seeds/echo.md",
        "---\ntitle: Echo\npublisher: Echo\nkind: article\nlanguage: en\nparagraphs: 3\nrights: Free.\n"
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\nvoices:\n"
        "  - {by: Ines Talomar, in: ¶1}\n  - {by: Reth Okuvai, in: ¶2}\n---\nInvented. [@us]\n",
    )
    papers = dossier.read("content/briefs/papers.md")
    for speaker, code in (("Ines Talomar", []), ("Reth Okuvai", []), ("Mirèle Dossa", ["voice-wrong"])):
        sentence = f'{speaker} says: "We shall wait for rain" [@echo, ¶1-2].'
        dossier.write("content/briefs/papers.md", f"{papers}\n{sentence}\n")
        assert [problem.code for problem in dossier.problems()] == code


def test_a_body_may_speak_for_itself(dossier: Dossier) -> None:
    """Its words are a position of its own, and nobody's who is one of its people."""
    share = "content/positions/telissa-council/share.md"
    old = "cite: harbour-post ¶7\nquote: Half is half, in a wet year and in a dry one\nspeaker: Reth Okuvai"
    own = "cite: council-letter ¶3\nquote: We accuse no person\nspeaker: "
    dossier.edit(share, "as_of: 2024-12", "as_of: 2024-11")  # the month of the letter
    dossier.edit(share, old, own + "Telissa Island Council")
    assert [problem.code for problem in dossier.problems()] == []
    dossier.edit(share, own + "Telissa Island Council", own + "Reth Okuvai")
    assert [problem.code for problem in dossier.problems()] == ["voice-wrong"]


def test_what_is_proposed_can_be_taken_over_as_it_stands(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the first words hold an apostrophe, and several speak in one paragraph."""
    text = (
        "“We don't sell,” said Talomar, and “they won't buy,” said Okuvai on the pier.\n"
        + "Rope and nets. " * 20
        + "\n"
    )
    dossier.write("seeds/echo.txt", text)
    head = "---\ntitle: Echo\npublisher: Echo\nkind: article\nlanguage: en\nparagraphs: 2\nrights: Free.\n"
    head += f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
    dossier.write("seeds/echo.md", f"{head}---\nInvented. [@us]\n")
    commands.verify(str(dossier.root))
    said = capsys.readouterr().out.split("seeds/echo.md may say")[1].partition(" may say")[0]
    proposed = [line for line in said.splitlines() if line.startswith("  - {by")]
    assert len(proposed) == 2
    lines = "\n".join(proposed)
    dossier.write("seeds/echo.md", f"{head}voices:\n{lines}\n---\nInvented. [@us]\n")
    assert [str(problem) for problem in dossier.problems() if problem.code != "lock-outdated"] == []


def test_joint_words_are_shown_as_those_of_all_and_locked_so(dossier: Dossier, tmp_path: Path) -> None:
    line = "{by: Ines Talomar, as: water minister, in: ¶3}"
    dossier.edit("seeds/harbour-post.md", line, "{by: Ines Talomar, with: [telissa-council], in: ¶3}")
    lock_away(dossier)
    assert dossier.spots() == []
    assert " Ines Talomar + telissa-council\n" in dossier.read("seeds/harbour-post.lock")
    dossier.build(tmp_path / "output")
    for page in ("sources/harbour-post", "briefs/in-a-minute"):
        shown = (tmp_path / "output" / page / "index.html").read_text("utf-8")
        assert "Ines Talomar and Telissa Island Council" in shown
    dossier.edit("seeds/harbour-post.md", "with: [telissa-council]", "with: [fishers-league]")
    assert "seeds/harbour-post.md:15: lock-voices" in dossier.spots()


def test_whoever_is_unheard_is_heard_by_the_line_that_is_offered(dossier: Dossier) -> None:
    """The remedy names the record and a voice that can be copied into it."""
    papers = "content/briefs/papers.md"
    told = "According to Telissa's council, the spring gives less [@harbour-post, ¶3, reported]."
    dossier.write(papers, f"{dossier.read(papers)}\n{told}\n")
    (problem,) = dossier.problems()
    assert "seeds/harbour-post.md" in problem.remedy
    line = problem.remedy.partition("`- ")[2].partition("`")[0]
    dossier.edit("seeds/harbour-post.md", "voices:\n", f"voices:\n  - {line}\n")
    assert dossier.spots() == []
