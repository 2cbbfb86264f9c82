"""`invoke rename`, `merge` and `remove`: all files follow, old addresses live on, and `check` finds nothing new."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from briefing.cli import commands
from briefing.edits.references import KEYS
from briefing.model import forms
from briefing.model.keys import Shape, fields
from briefing.model.records import KINDS
from tests.support import DEMO, Dossier, copy_of, tree

MOVES = [
    ("actor", "oruna-government", "oruna-cabinet"),
    ("question", "share", "half"),
    ("source", "harbour-post", "post-of-december"),
    ("event", "flow-halved", "flow-cut"),
    ("place", "ondo-spring", "spring"),
    ("brief", "in-a-minute", "minute"),
]


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741600000")


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The demo with locks, released; not to be written to."""
    dossier = copy_of(DEMO, tmp_path_factory.mktemp("locked") / "dossier")
    commands.verify(str(dossier.root))
    commands.release(str(dossier.root))
    return dossier


@pytest.fixture
def mine(locked: Dossier, tmp_path: Path) -> Dossier:
    """A copy of the demo with locks, released."""
    return copy_of(locked.root, tmp_path / "dossier")


def refused(capsys: pytest.CaptureFixture[str]) -> str:
    """What was said last on the error stream."""
    return capsys.readouterr().err.strip()


def rename(dossier: Dossier, kind: str, old: str, new: str, dry_run: bool = False) -> None:
    commands.rename(kind, old, new, "", str(dossier.root), dry_run)


def test_all_kinds_of_records_one_after_the_other(mine: Dossier, output: Path) -> None:
    """Every file follows, also drafts, locks and private texts; nothing names the old id; the site builds, and the old
    addresses lead to the new ones.
    """
    mine.write("originals/harbour-post.pdf", b"%PDF-")
    for kind, old, new in MOVES:
        rename(mine, kind, old, new)
    assert mine.spots() == []
    assert (mine.root / "originals/post-of-december.pdf").read_bytes() == b"%PDF-"
    for kind, old, _ in MOVES:
        left = [path for path in mine.root.rglob("*") if path.is_file() and path.stem == old]
        assert not left, kind
    text = mine.read("content/events/flow-cut.md")
    assert "was: [flow-halved]" in text
    assert "post-of-december ¶1" in text
    assert "post-of-december: Mirele Dossa" in mine.read("content/names.md")
    assert "by: oruna-cabinet" in mine.read("seeds/post-of-december.md")
    assert (mine.root / "seeds/post-of-december.txt").read_bytes() == (DEMO / "seeds/harbour-post.txt").read_bytes()
    assert " oruna-cabinet\n" in mine.read("seeds/post-of-december.lock")
    assert "What was" not in text
    mine.build(output)
    for address in ("actors/oruna-government", "questions/share", "briefs/in-a-minute", "places/ondo-spring"):
        assert (output / address / "index.html").is_file()


def test_there_and_back(mine: Dossier) -> None:
    """Names that are given back leave no former id behind that a record has."""
    before = mine.read("content/places/ondo-spring.md")
    rename(mine, "place", "ondo-spring", "spring")
    rename(mine, "place", "spring", "ondo-spring")
    assert mine.spots() == []
    assert mine.read("content/places/ondo-spring.md") == before.replace("\n---\nA [", "\nwas: [spring]\n---\nA [")


def test_a_note_only_where_something_published_changes(mine: Dossier) -> None:
    """The register names the source beside the form that it prints, which readers were told; a draft tells nobody."""
    rename(mine, "source", "harbour-post", "post-of-december")
    assert "what: The source harbour-post is called post-of-december now." in mine.read("content/names.md")
    assert "changes" not in mine.read("content/briefs/papers.md")
    assert "was" not in mine.read("content/briefs/private-notes.md").split("---")[1]


def test_a_dry_run_writes_nothing_and_shows_what_git_can_apply(
    mine: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The diff makes of the dossier what the command itself makes of it; of private files it has the names only."""
    before = tree(mine.root)
    rename(mine, "source", "harbour-post", "hp", dry_run=True)
    assert tree(mine.root) == before
    shown = capsys.readouterr().out
    diff, _, last = shown.rstrip("\n").rpartition("\n")
    assert last.endswith("files would change. Nothing was written; without --dry-run it is.")
    assert "We cannot send" not in "".join(line for line in diff.splitlines() if line.startswith("+++ b/seeds"))
    assert "Two islands, one pipe\nBy" not in diff
    other = copy_of(mine.root, tmp_path / "other")
    subprocess.run(["git", "init", "-q", "."], cwd=other.root, check=True)
    subprocess.run(["git", "apply", "-"], cwd=other.root, check=True, input=f"{diff}\n".encode())
    rename(mine, "source", "harbour-post", "hp")
    assert tree(mine.root) == {name: hash for name, hash in tree(other.root).items() if not name.startswith(".git/")}


def test_ends_of_lines_and_remarks_stay(mine: Dossier) -> None:
    """All that is not meant stays as it is, byte for byte."""
    path = "content/places/port-sefa.md"
    text = mine.read(path).replace("---\n", "---\n# a remark on oruna-government\n", 1).replace("\n", "\r\n")
    mine.write(path, "\ufeff" + text)
    rename(mine, "place", "port-sefa", "sefa")
    expected = text.replace("\r\n---\r\n", "\r\nwas: [port-sefa]\r\n---\r\n", 1)
    assert (mine.root / "content/places/sefa.md").read_bytes() == b"\xef\xbb\xbf" + expected.encode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("acter", "x", "y"),
            "KIND must be one of brief, actor, question, position, place, event, source; not 'acter'",
        ),
        (("actor", "oruna-goverment", "y"), "(did you mean 'oruna-government'?)"),
        (("actor", "harbour-post", "y"), "(it is the id of a source)"),
        (("actor", "water-board", "telissa-council"), "or, if both are one, `invoke merge actor water-board telissa"),
        (("actor", "water-board", "Water Board"), "NEW must be what can be an address, which 'Water Board' cannot"),
        (("actor", "water-board", "index"), "it is reserved"),
        (("actor", "water-board", "water-board"), "NEW must be another id"),
        (("position", "share", "x"), "A position must be named by actor and question, as `oruna-government/share`"),
        (("position", "water-board/share", "half"), "NEW must be `actor/question`"),
    ],
)
def test_refusals(
    demo: Dossier, arguments: tuple[str, str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be meant is told in a sentence, and nothing is touched."""
    before = tree(demo.root)
    with pytest.raises(SystemExit) as end:
        rename(demo, *arguments)
    assert end.value.code == 2
    assert told in refused(capsys)
    assert tree(demo.root) == before


def test_what_would_be_wrong_afterwards_is_told_before(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """A position on another question has none of its stances."""
    with pytest.raises(SystemExit) as end:
        rename(dossier, "position", "telissa-council/repair", "telissa-council/metering")
    assert end.value.code == 1
    assert "Afterwards, `invoke check --root" in (told := refused(capsys))
    assert "content/positions/telissa-council/metering.md:" in told


def test_a_head_that_cannot_be_read_stops_all(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """It may name what is moved."""
    dossier.edit("content/events/pipe-laid.md", "title: ", "title: [")
    with pytest.raises(SystemExit):
        rename(dossier, "place", "port-sefa", "sefa")
    assert "content/events/pipe-laid.md:2:" in refused(capsys)


def test_what_is_named_is_not_taken_away(mine: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Each place is told, with what to do there."""
    before = tree(mine.root)
    with pytest.raises(SystemExit) as end:
        commands.remove("actor", "fishers-league", "It is gone.", str(mine.root), False)
    assert end.value.code == 1
    told = refused(capsys)
    assert "content/positions/fishers-league/repair.md:1:1: [remove] it stands under the actor" in told
    assert "seeds/harbour-post.md:" in told
    assert "Nothing was changed." in told
    assert tree(mine.root) == before


def test_what_was_published_leaves_a_reason(mine: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """The list of removed records is begun; without a reason nothing happens."""
    with pytest.raises(SystemExit):
        commands.remove("place", "brae-sound", "", str(mine.root), False)
    assert 'add --why "…"' in refused(capsys)
    commands.remove("place", "brae-sound", "Nothing happens there: a strait, no place.", str(mine.root), False)
    assert mine.read("content/removed.md") == (
        "---\nremoved:\n  - record: places/brae-sound\n    title: Brae Sound\n    date: 2025-03-10\n"
        "    why: 'Nothing happens there: a strait, no place.'\n---\n"
    )
    assert mine.spots() == []


def test_the_same_again_on_one_day_is_another_note(mine: Dossier) -> None:
    """Two notes of one day must not say the same."""
    for old, new in (("flow-halved", "flow-cut"), ("flow-cut", "flow-halved"), ("flow-halved", "flow-cut")):
        rename(mine, "event", old, new)
        commands.release(str(mine.root))
    assert mine.spots() == []
    assert "what: The event flow-halved is called flow-cut now again." in mine.read("content/events/kitchen-opened.md")


def test_a_lock_lets_go_of_what_is_not_quoted_any_more(mine: Dossier) -> None:
    """What goes with a record is renewed with it."""
    before = mine.read("seeds/bureau-report.lock")
    commands.remove("event", "dive-put-off", "Nobody knows that it was.", str(mine.root), False)
    assert mine.spots() == []
    assert mine.read("seeds/bureau-report.lock") != before


def test_two_records_of_one_text_become_one(mine: Dossier) -> None:
    """Their locks together prove what both did; the second text is kept aside."""
    mine.write("seeds/post-again.md", mine.read("seeds/league-post.md"))
    mine.write("seeds/post-again.txt", mine.read("seeds/league-post.txt"))
    mine.edit("content/briefs/papers.md", "[@league-post, ¶1]", "[@post-again, ¶1]")
    commands.verify(str(mine.root))
    commands.merge("source", "post-again", "league-post", "", str(mine.root), False)
    assert mine.spots() == []
    assert "[@league-post, ¶1]" in mine.read("content/briefs/papers.md")
    assert mine.read("seeds/.removed-post-again.txt") == mine.read("seeds/league-post.txt")


def test_a_private_text_is_never_lost(mine: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that nothing cites any more goes; its text, of which git has no copy, is kept under another name."""
    text = mine.read("content/briefs/papers.md")
    mine.write("content/briefs/papers.md", text.partition("\n\nThe Fishers' League posted")[0] + "\n")
    mine.edit(
        "content/briefs/papers.md",
        "updated:",
        "changes: {date: 2025-03-10, what: A post is gone., why: Cut.}\nupdated:",
    )
    own = mine.read("seeds/league-post.txt")
    commands.remove("source", "league-post", "It was taken off the net.", str(mine.root), False)
    assert mine.read("seeds/.removed-league-post.txt") == own
    assert "kept as seeds/.removed-league-post.txt" in capsys.readouterr().out
    assert mine.spots() == []


def test_two_records_become_one(mine: Dossier) -> None:
    """What named the one names the other, once; the old address leads there, and a note tells readers."""
    mine.write("content/places/the-sound.md", mine.read("content/places/brae-sound.md").replace("Brae", "The"))
    mine.edit("content/events/talks-held.md", "places: [port-sefa]", "places: [port-sefa, the-sound, brae-sound]")
    commands.release(str(mine.root))
    commands.merge("place", "the-sound", "brae-sound", "", str(mine.root), False)
    assert mine.spots() == []
    assert "places: [port-sefa, brae-sound]\n" in mine.read("content/events/talks-held.md")
    kept = mine.read("content/places/brae-sound.md")
    assert "was: [the-sound]" in kept
    assert "what: The place the-sound is part of brae-sound now." in kept
    assert not (mine.root / "content/places/the-sound.md").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("position", "water-board/share", "telissa-council/share"), "Positions cannot be merged"),
        (("actor", "oruna-government", "telissa-council"), "content/positions/oruna-government/repair.md:1:1: [merge]"),
        (("source", "harbour-post", "bureau-report"), "Two sources must be of one text to be merged"),
        (("place", "port-sefa", "port-sefa"), "INTO must be another record"),
    ],
)
def test_what_cannot_become_one(
    demo: Dossier, arguments: tuple[str, str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where that would lose or change what somebody says."""
    with pytest.raises(SystemExit):
        commands.merge(*arguments, "", str(demo.root), False)
    assert told in refused(capsys)


def _ids(kind: type[Struct], prefix: str = "") -> Iterator[str]:
    """The keys of a kind that hold ids of records."""
    for field in fields(kind):
        if field.form in (forms.RECORD_ID, forms.STATEMENT_ID, forms.WHEN_OR_EVENT):
            yield prefix + field.key
        if field.entry:
            yield from _ids(field.entry, prefix if field.shape is Shape.HERE else f"{prefix}{field.key}.")


def test_every_key_that_holds_an_id_is_followed() -> None:
    """A new key that names records must be told to `briefing.edits.references`."""
    found = {key for kind in KINDS.values() for key in _ids(kind)}
    assert found - {"side", "stance", "earlier.stance"} == KEYS.keys()
