"""`BRIEFING_WORDS=places`: messages that others can read give places, and no words of a source."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.model.problems import without_words
from tests.support import ROOT, Dossier

PAPERS = "content/briefs/papers.md"
#: Quotations that are wrong in as many ways as there are messages, each with what it cites.
WRONG = {
    "altered": ("We cannot give what the rock does not give", "harbour-post, ¶3"),
    "recased": ("we cannot send what the rock does not give", "harbour-post, ¶3"),
    "another-paragraph": ("Half is half, in a wet year and in a dry one", "harbour-post, ¶3"),
    "another-source": ("We cannot send what the rock does not give", "bureau-report, ¶4"),
    "glued": ("Both sides agree that the pipe leaks so that Oruna should pay for all of it", "harbour-post, ¶8"),
    "left-out": ("We cannot what the rock does not give", "harbour-post, ¶3"),
    "put-in": ("We cannot possibly send what the rock does not give", "harbour-post, ¶3"),
    "a-gap-with-its-not": ("what the rock […] give", "harbour-post, ¶3"),
    "a-gap-far": ("Half is half […] Both sides agree", "harbour-post, ¶7, ¶8"),
    "the-wrong-order": ("give […] We cannot send", "harbour-post, ¶3"),
    "asked": ("Half is half?", "harbour-post, ¶7"),
    "outside-the-marks": ("the pipe leaks", "harbour-post, ¶8"),
    "inserted": ("We cannot [in any way that we know of] send", "harbour-post, ¶3"),
    "above": ("THE HARBOUR POST", "harbour-post, ¶3"),
    "nowhere": ("This was never said by anybody", "harbour-post, ¶3"),
    "once-too-often": ("the", "harbour-post, ¶3"),
    "too-long": (
        "He has no proof that he would show to a reporter, but he points out that the pressure fell within an hour and not "
        "over months",
        "harbour-post, ¶5",
    ),
}
COPIED = (
    "A repair would cost about two million in the common currency, and Oruna wants each island to pay for its own end"
)
#: Words of messages of ours that a source happens to have in a row, too, and the name of one, which its record has.
OURS = {"of the source", "in the text", "it is not", "in the source", "the harbour post"}


def leaks(said: str, root: Path) -> set[str]:
    """The runs of three words that a source has and that were said."""
    runs: set[str] = set()
    for path in (root / "seeds").glob("*.txt"):
        for line in path.read_text("utf-8").splitlines():
            words = re.findall(r"[\w'’-]+", line.casefold())
            runs |= {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
    found = set()
    for line in said.splitlines():
        words = re.findall(r"[\w'’-]+", line.casefold())
        found |= {" ".join(words[at : at + 3]) for at in range(len(words) - 2)} & runs
    return found - OURS


@pytest.fixture
def wrong(dossier: Dossier) -> Dossier:
    """The demo with all these mistakes, and more in a head, in a voice and in a figure."""
    text = dossier.read(PAPERS).rstrip()
    for words, cite in WRONG.values():
        text += f"\n\nOkuvai said “{words}” [@{cite}].\n"
    text += f"\n\n{COPIED} [@harbour-post, ¶8, reporter].\n\nIt is 13 kilometres long [@harbour-post, ¶2, reporter].\n"
    dossier.write(PAPERS, text)
    dossier.edit("content/positions/telissa-council/share.md", "quote: Half is half", "quote: Half was half")
    seed = dossier.read("seeds/harbour-post.md")
    dossier.write("seeds/harbour-post.md", re.sub(r"(?ms)^voices:\n(?:[ -].*?\n)*", "", seed, count=1))
    return dossier


def said_by(run: Callable[[], None], capsys: pytest.CaptureFixture[str]) -> str:
    """What a task prints."""
    with contextlib.suppress(SystemExit):
        run()
    captured = capsys.readouterr()
    return captured.out + captured.err


def everything(root: str, capsys: pytest.CaptureFixture[str]) -> str:
    """All that the tasks print of a dossier."""
    tasks: tuple[Callable[[], None], ...] = (
        lambda: commands.check(root, "text", False),
        lambda: commands.check(root, "json", False),
        lambda: commands.check(root, "github", False),
        lambda: commands.verify(root),
        lambda: commands.verify(root, "harbour-post"),
        lambda: commands.build(root, "", "", ""),
        lambda: commands.report(root, "text", ""),
        lambda: commands.report(root, "json", ""),
        lambda: commands.upgrade(root, False),
        lambda: commands.release(root),
    )
    return "".join(said_by(run, capsys) for run in tasks)


def test_no_message_holds_words_of_a_source(
    wrong: Dossier, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong, it is told where; on the desk's own machine, with the words."""
    monkeypatch.setenv("BRIEFING_CACHE", "off")
    shown = said_by(lambda: commands.verify(str(wrong.root)), capsys)
    assert len(leaks(shown, wrong.root)) > 50
    monkeypatch.setenv("BRIEFING_WORDS", "places")
    said = everything(str(wrong.root), capsys)
    assert leaks(said, wrong.root) == set()
    for code in ("quote-altered", "quote-glued", "quote-paragraph", "quote-source", "quote-missing", "source-copied"):
        assert f"[{code}]" in said
    assert re.search(r"the source has \[\d+ words\], the quotation \[\d+ words\]", said)
    monkeypatch.setenv("BRIEFING_WORDS", "plcaes")
    slipped = said_by(lambda: commands.check(str(wrong.root), "text", False), capsys)
    assert leaks(slipped, wrong.root) == set(), "a slip in the value tells nothing"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("has “one two”, not “three”.", "has [2 words], not [1 word]."),
        ("has “a “b” c” and d", "has [3 words] and d"),
        ("has “er sagte „nein“ dann” und mehr", "has [6 words]"),
        ("has “never closed\nand goes on ” here", "has [2 words]\nand goes on ” here"),
        ("has nothing", "has nothing"),
    ],
)
def test_what_stands_between_marks_is_counted(text: str, told: str) -> None:
    """Marks within marks, and marks that nothing closes, let nothing out."""
    assert without_words(text) == told


WORKFLOWS = [ROOT / folder / "workflows/texts.yml" for folder in (".github", "briefing/repository/files/dot-github")]


@pytest.mark.posix
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_run_with_the_texts_runs_nothing_that_is_proposed(path: Path, tmp_path: Path) -> None:
    """With secrets at hand, a pull request is data: taken at one commit, stripped of links and all but records."""
    written = path.read_text("utf-8")
    assert "pull_request_target:" in written
    assert re.findall(r"(?m)^permissions:\n((?: .*\n)+)", written) == ["  contents: read\n"]
    assert "BRIEFING_WORDS: places" in written
    assert "head.ref" not in written
    assert "secrets.GITHUB_TOKEN" not in written
    assert written.count("persist-credentials: false") == written.count("actions/checkout@")
    assert set(re.findall(r"working-directory: (.*)", written)) == {"base"}
    (strip,) = re.findall(r"no link\n        run: \|\n((?:          .*\n)+)", written)
    (put,) = re.findall(r"Put them beside the records\n        run: (.*)", written)
    proposed, outside = tmp_path / "proposed", tmp_path / "outside"
    outside.mkdir()
    for file in ("content/a.md", "seeds/post.md", "seeds/post.lock", "tasks.py", "theme/x.html", ".github/w.yml", ".x"):
        (proposed / file).parent.mkdir(parents=True, exist_ok=True)
        (proposed / file).write_text("x")
    (proposed / "seeds/post.txt").symlink_to(outside / "taken")
    (proposed / "content/out").symlink_to(outside)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/post.txt").write_text("words")
    subprocess.run(["bash", "-ec", f"{strip}{put}"], cwd=tmp_path, check=True)
    left = sorted(path.relative_to(proposed).as_posix() for path in proposed.rglob("*") if not path.is_dir())
    assert left == ["content/a.md", "seeds/post.lock", "seeds/post.md", "seeds/post.txt"]
    assert list(outside.iterdir()) == []
