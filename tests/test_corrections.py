"""After a release, corrections can be made: with a note they build, readers see before and after, and words that were
published as proved quotations may be shown as such."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.model import problems
from tests.support import DEMO, Dossier, copy_of

POSITION = "content/positions/telissa-council/share.md"
MINISTER = "content/positions/oruna-government/share.md"
ACTOR = "content/actors/oruna-government.md"
WHOLE = "Half is half, in a wet year and in a dry one"
SHORT = "in a wet year and in a dry one"
LONG = "We cannot send what the rock does not give"
QUOTE = f"quote: {WHOLE}\n"


@pytest.fixture(scope="module")
def once_released(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The demo with locks and one long quotation more in a brief, released; not to be written to."""
    dossier = copy_of(DEMO, tmp_path_factory.mktemp("corrections") / "dossier")
    dossier.edit(
        "content/briefs/papers.md",
        "## The margin",
        f"The chair of the council holds to the first copy: “{WHOLE}” [@harbour-post, ¶7].\n\n## The margin",
    )
    dossier.edit(ACTOR, "summary: ", f"summary: 'It says “{LONG}” and means it.'  # ")
    commands.verify(str(dossier.root))
    commands.release(str(dossier.root))
    assert dossier.spots() == []
    return dossier


@pytest.fixture
def released(once_released: Dossier, tmp_path: Path) -> Dossier:
    """A copy of it."""
    return copy_of(once_released.root, tmp_path / "dossier")


def note(dossier: Dossier, path: str, what: str) -> None:
    """Add a note on a change, which may give the words that stood there."""
    entry = f"changes:\n  - date: 2025-03-02\n    what: '{what}'\n    why: A reader wrote in.\n"
    dossier.write(path, dossier.read(path).replace("---\n", f"---\n{entry}", 1))


def forget_texts(dossier: Dossier) -> None:
    """Leave the locks alone to vouch for quotations."""
    for path in (dossier.root / "seeds").glob("*.txt"):
        path.unlink()


def errors(dossier: Dossier) -> list[str]:
    """The errors of a dossier, in words."""
    return [str(problem) for problem in problems.errors(dossier.problems())]


def told(dossier: Dossier, output: Path) -> str:
    """What the page of changes says; the feed and the data must tell of the same day."""
    dossier.build(output)
    page = (output / "changes/index.html").read_text("utf-8")
    feed = html.unescape(html.unescape((output / "feeds/all.atom.xml").read_text("utf-8")))
    data = json.loads((output / "changes.json").read_bytes())["changes"]
    differences = [one for change in data for one in change["differences"]]
    quoted = [one["before"] for one in differences if "quot" in one["key"]]
    assert all(words in feed for words in quoted)
    return " ".join(page.split())


def shows(page: str, key: str, before: str, after: str) -> bool:
    """Whether the page of changes has a value before and after, each behind the word that says which it is."""
    rows = rf"<dt>Before</dt><dd><del>{re.escape(before)}</del></dd>.*?<dt>After</dt><dd><ins>{re.escape(after)}</ins></dd>"
    return re.search(rf'<p class="changes-key">{key}</p> <dl[^>]*> <div>{rows}', page) is not None


EDITS = {
    "corrected": (POSITION, QUOTE, f"quote: '[h]alf, {SHORT}'\n", WHOLE, f"[h]alf, {SHORT}"),
    "shortened": (POSITION, QUOTE, f"quote: {SHORT}\n", WHOLE, SHORT),
    "with-a-gap": (POSITION, QUOTE, "quote: Half is half […] in a dry one\n", WHOLE, "Half is half […] in a dry one"),
    "removed": (POSITION, f"{QUOTE}speaker: Reth Okuvai\n", "", WHOLE, ""),
    "shortened-in-prose": ("content/briefs/papers.md", WHOLE, SHORT, WHOLE, SHORT),
    "removed-from-prose": ("content/briefs/papers.md", f"“{WHOLE}” [@harbour-post, ¶7]", "half [@harbour-post, ¶7, reported]", WHOLE, ""),
    "shortened-in-a-summary": (ACTOR, LONG, "what the rock does not give", LONG, "what the rock does not give"),
}  # fmt: skip


FALSE = {
    "of-another-record": "The council said “what the rock does not give”.",
    "without-its-not": "It said “Half […] dry one”, or “We cannot send what the rock does […] give”.",
    "with-more-put-in": "It said “Half is half, [and we took all of the rest of it] in a wet year”.",
    "asked-and-not-said": "It said “Half is half?”",
    "a-word-of-it": "It said “in”.",
}


@pytest.mark.parametrize("words", FALSE.values(), ids=FALSE)
@pytest.mark.parametrize("with_texts", [True, False])
def test_words_once_published_vouch_for_themselves_only(released: Dossier, words: str, with_texts: bool) -> None:
    """A note may give what stood in its record, not what can be made of it, nor what stood in another."""
    released.edit(POSITION, "cite: harbour-post ¶7", "cite: harbour-post ¶7, ¶5")
    if not with_texts:
        forget_texts(released)
    note(released, POSITION, words)
    assert len(errors(released)) == 1


@pytest.mark.parametrize(("path", "old", "new", "before", "after"), EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("at_hand", [True, False], ids=["with-text", "without-text"])
def test_a_correction_builds(
    released: Dossier, tmp_path: Path, path: str, old: str, new: str, before: str, after: str, at_hand: bool
) -> None:
    """Correcting, shortening and removing a published quotation, with a note that gives the former words."""
    if not at_hand:
        forget_texts(released)
    released.edit(path, old, new)
    if "speaker:" in old:
        released.edit(path, "basis: direct", "basis: reported")
    note(released, path, f"The quotation was “{before}”.")
    commands.verify(str(released.root))
    assert errors(released) == []
    page = told(released, tmp_path / "output")
    assert f'<del><q class="quotation">“{before}”</q></del>' in page
    if after:
        assert f'<ins><q class="quotation">“{after}”</q></ins>' in page
    forget_texts(released)
    assert errors(released) == []
    commands.release(str(released.root))
    assert errors(released) == []


def test_words_that_were_never_published_are_not_vouched_for(released: Dossier) -> None:
    """A note is checked like any other of our texts: an invented quotation in it is told, as is a copied run."""
    note(released, POSITION, "The minister said “we were lying all along, and so were they”.")
    assert [problem.code for problem in released.problems()] == ["quote-missing"]
    released.edit(POSITION, "The minister said “we were lying all along, and so were they”.", LONG)
    assert [problem.code for problem in released.problems()] == ["source-copied"]


def test_a_single_word_is_not_proved_by_a_published_quotation(released: Dossier) -> None:
    """Without the text, nobody can tell whether one word stands once in its paragraph."""
    forget_texts(released)
    released.edit(POSITION, WHOLE, "wet")
    note(released, POSITION, "Shorter.")
    assert [problem.code for problem in released.problems()] == ["quote-unverified"]


def moved(dossier: Dossier, path: str, stance: str, fields: str = "") -> None:
    """Let an actor change its mind: the present position goes under `earlier` as it is."""
    text = dossier.read(path)
    head, body = text.removeprefix("---\n").split("---\n")
    own, _, earlier = head.partition("earlier:\n")
    entry = "  - " + own.strip().replace("\n", "\n    ") + "\n    summary: What it said before.\n"
    cite = re.findall(r"^cite: .*\n", own, re.MULTILINE)[0]
    fresh = f"stance: {stance}\nas_of: 2024-12-14\nbasis: reported\n{cite}{fields}"
    dossier.write(path, f"---\n{fresh}earlier:\n{entry}{earlier}---\n{body}")


@pytest.mark.parametrize("at_hand", [True, False], ids=["with-text", "without-text"])
@pytest.mark.parametrize("path", [POSITION, MINISTER])
def test_changing_its_mind_is_one_edit(released: Dossier, tmp_path: Path, path: str, at_hand: bool) -> None:
    """The former position stands as it was, so no note is needed, and readers are told in plain words."""
    if not at_hand:
        forget_texts(released)
    stance = "what-is-left" if path == POSITION else "half"
    moved(released, path, stance)
    commands.verify(str(released.root))
    assert errors(released) == []
    words = ["Half of it, whatever the level of the spring.", "What the spring can spare."]
    before, after = words if path == POSITION else words[::-1]
    for _ in range(2):
        page = told(released, tmp_path / "output")
        assert "Changed position." in page
        assert shows(page, "Position", before, after)
        assert page.count("Changed position.") == 1
        assert "Smaller edits" not in page
        commands.release(str(released.root))
        assert errors(released) == []


def test_a_repeated_position_is_told_as_such(released: Dossier, tmp_path: Path) -> None:
    """The same stance on a later day."""
    moved(released, POSITION, "half")
    page = told(released, tmp_path / "output")
    assert "Repeated its position." in page
    assert shows(page, "As of", "December 2024", "14 December 2024")


def test_a_position_that_is_changed_on_the_way_needs_a_note_once(released: Dossier, tmp_path: Path) -> None:
    """What moves under `earlier` and is edited at once is one message, which does not say that it is gone."""
    moved(released, POSITION, "what-is-left")
    released.edit(POSITION, WHOLE, SHORT)
    released.edit(POSITION, "as_of: 2024-12\n    basis: direct", "as_of: 2024-12\n    basis: reported")
    (problem,) = problems.errors(released.problems())
    assert problem.code == "published-changed"
    assert f"it became “{SHORT}”" in problem.message
    assert "`earlier.0.basis`" in problem.message
    note(released, POSITION, "Shorter.")
    assert errors(released) == []
    page = told(released, tmp_path / "output")
    assert re.search(
        r'"changes-key">(Position<.*"changes-key">Earlier quotation<|Earlier quotation<.*"changes-key">Position<)', page
    )


def test_an_edit_in_place_advises_to_move(released: Dossier) -> None:
    """A stance that is overwritten is told once, with both ways out."""
    released.edit(POSITION, "stance: half\nas_of: 2024-12", "stance: what-is-left\nas_of: 2024-12-14")
    (problem,) = released.problems()
    assert problem.code == "published-changed"
    assert "under `earlier`" in problem.remedy


def test_an_actor_that_is_renamed_changes_no_position(released: Dossier, tmp_path: Path) -> None:
    """`via` by the actor's new id is no change, and readers see names, never ids."""
    assert "via: telissa-council" in released.read("content/positions/fishers-league/metering.md")
    content = released.root / "content"
    for file in [*content.rglob("*.md"), *(released.root / "seeds").glob("*.md")]:
        file.write_text(file.read_text("utf-8").replace("telissa-council", "island-council"), "utf-8")
    (content / "actors/telissa-council.md").rename(content / "actors/island-council.md")
    (content / "positions/telissa-council").rename(content / "positions/island-council")
    actor = "content/actors/island-council.md"
    released.write(actor, released.read(actor).replace("---\n", "---\nwas: [telissa-council]\n", 1))
    assert errors(released) == []
    note(released, "content/positions/fishers-league/metering.md", "Told anew.")
    assert "Via" not in told(released, tmp_path / "output")


def test_a_renamed_actor_is_told_as_such(released: Dossier) -> None:
    """Without `was`, its own record says what to add; the files that name it say what it is called now; no more."""
    content = released.root / "content"
    (content / "actors/telissa-council.md").rename(content / "actors/island-council.md")
    found = problems.errors(released.problems())
    assert {problem.code for problem in found} == {
        "published-removed",
        "reference-unknown",
        "link-broken",
        "voice-name",
    }
    for problem in found:
        told = {
            "published-removed": "`was: [telissa-council]`",
            "reference-unknown": "is called `island-council` now",
            "voice-name": "is called `island-council` now",
            "link-broken": "`../actors/island-council.md`",
        }[problem.code]
        assert told in f"{problem.message} {problem.remedy}"
    actor = "content/actors/island-council.md"
    released.write(actor, released.read(actor).replace("---\n", "---\nwas: [telissa-council]\n", 1))
    (content / "positions/telissa-council").rename(content / "positions/island-council")
    for file in [*content.rglob("*.md"), *(released.root / "seeds").glob("*.md")]:
        if file.name != "island-council.md":
            file.write_text(file.read_text("utf-8").replace("telissa-council", "island-council"), "utf-8")
    assert errors(released) == []


def test_changes_read_well(released: Dossier, tmp_path: Path) -> None:
    """A quotation carries its language, a value is named in plain words, and a question's page tells of its changes."""
    released.edit("content/positions/water-board/metering.md", "L'eau qui se compte se partage", "L'eau […] se partage")
    note(released, "content/positions/water-board/metering.md", "Shorter.")
    stand = "Nobody knows which copy of the first agreement is right."
    released.edit("content/dossier.md", stand, "It is unknown which copy is right.")
    note(released, "content/dossier.md", "Plainer.")
    title = "How much of the spring's water is Telissa owed?"
    released.edit("content/questions/share.md", title, "How much water is Telissa owed?")
    note(released, "content/questions/share.md", "Shorter, too.")
    commands.verify(str(released.root))
    page = told(released, tmp_path / "output")
    assert (
        '<del><q class="quotation">“<span lang="fr" dir="ltr">L’eau qui se compte se partage</span>”</q></del>' in page
    )
    assert f"<del>Not known: {stand}</del>" in page
    assert "Shorter, too." in (tmp_path / "output/questions/share/index.html").read_text("utf-8")


def test_a_stance_that_was_left_is_not_said_to_be_nobodys(released: Dossier, tmp_path: Path) -> None:
    """A stance that only an earlier position took was somebody's once."""
    question = tmp_path / "output/questions/share/index.html"
    released.build(tmp_path / "output")
    assert "any longer" not in question.read_text("utf-8")
    moved(released, POSITION, "what-is-left")
    released.build(tmp_path / "output")
    assert "Nobody in our sources gives this answer any longer." in question.read_text("utf-8")
