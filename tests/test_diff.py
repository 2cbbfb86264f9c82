"""`invoke diff`: what an edit changes on the site, in words."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from briefing.cli import commands
from briefing.diff import shown
from briefing.diff.changes import Change, Compared, compared
from briefing.dossier import parse
from briefing.dossier.parse import Loaded
from tests.support import DEMO, Dossier, copy_of

POSITION = "content/positions/telissa-council/share.md"
HALF = "Half is half, in a wet year and in a dry one"


@pytest.fixture(scope="module")
def before() -> Loaded:
    """The demo as it is."""
    return parse.load(DEMO)


def found(dossier: Dossier, before: Loaded) -> list[tuple[str, str, str, str, str]]:
    """What changed: area, what, record, before, after."""
    changes = compared(before, parse.load(dossier.root)).changes
    return [(one.area, one.what, one.record, one.before, one.after) for one in changes]


def test_nothing_changed(before: Loaded) -> None:
    """Two equal states differ in nothing, and that is said."""
    same = compared(before, parse.load(DEMO))
    assert same.changes == same.unread == same.unread_before == ()
    assert list(shown.as_text(same, "from HEAD")) == ["Nothing changes on the site, from HEAD."]
    assert "Nothing changes" in "\n".join(shown.as_markdown(same, "from HEAD"))


def test_each_kind_of_change(dossier: Dossier, before: Loaded) -> None:
    """A quotation shortened, a stance and a day changed, pages new, gone and moved, each told once, in its area."""
    dossier.edit(POSITION, f"quote: {HALF}", "quote: in a wet year and in a dry one")
    assert (
        "quotations",
        "changed",
        "positions/telissa-council/share",
        HALF,
        "in a wet year and in a dry one",
    ) in found(dossier, before)
    event = next((dossier.root / "content/events").glob("*.md"))
    dossier.write(
        f"content/events/{event.name}", re.sub(r"(?m)^date: .*", "date: 2024-02-02", event.read_text("utf-8"))
    )
    papers = dossier.read("content/briefs/papers.md")
    dossier.write("content/briefs/letters.md", papers.replace("---\n", "---\nwas: [papers]\n", 1))
    (dossier.root / "content/briefs/papers.md").unlink()
    (dossier.root / "content/positions/oruna-government/share.md").unlink()
    reason = "{record: positions/oruna-government/share, title: A share, date: 2025-03-10, why: It was said twice.}"
    dossier.write("content/removed.md", f"---\nremoved:\n  - {reason}\n---\n")
    told = found(dossier, before)
    assert ("dates", "changed", f"events/{event.stem}") in {one[:3] for one in told}
    assert next(one[4] for one in told if one[:3] == ("dates", "changed", f"events/{event.stem}")) == "2 February 2024"
    assert ("pages", "moved", "briefs/letters", "briefs/papers/", "briefs/letters/") in told
    assert ("positions", "removed", "positions/oruna-government/share") in {one[:3] for one in told}
    assert ("quotations", "removed", "positions/oruna-government/share") in {one[:3] for one in told}
    assert len(told) == len(set(told))
    assert not any(one[2] == "removed" for one in told)  # the list of them is no news beside what it lists


def test_an_actor_that_changed_its_mind(dossier: Dossier, before: Loaded) -> None:
    """One line tells from what to what; what it said before stands as it was, and nothing of that is new."""
    head, body = dossier.read(POSITION).removeprefix("---\n").split("---\n")
    entry = "  - " + head.strip().replace("\n", "\n    ") + "\n    summary: What it said before.\n"
    now = "stance: what-is-left\nas_of: 2024-12-14\nbasis: reported\ncite: harbour-post ¶7\n"
    dossier.write(POSITION, f"---\n{now}earlier:\n{entry}---\n{body}")
    was = "Half of it, whatever the level of the spring. (December 2024)"
    becomes = "What the spring can spare. (14 December 2024)"
    assert found(dossier, before) == [("positions", "changed", "positions/telissa-council/share", was, becomes)]


def test_a_renamed_actor_changes_addresses_only(dossier: Dossier, before: Loaded) -> None:
    """Its record, and its positions, are at other addresses; what others say of it is no change."""
    commands.rename("actor", "water-board", "sound-board", "", str(dossier.root), False)
    told = found(dossier, before)
    assert {one[:2] for one in told} == {("pages", "moved")}
    assert ("pages", "moved", "actors/sound-board", "actors/water-board/", "actors/sound-board/") in told


def test_the_core_and_a_name(dossier: Dossier, before: Loaded) -> None:
    """Who answers the leading question on the home page, in words; and a place under another name."""
    text = dossier.read("content/dossier.md")
    dossier.write("content/dossier.md", re.sub(r"\ncore:\n(?: .*\n)+", "\ncore:\n  question: repair\n", text))
    dossier.edit("content/places/ondo-spring.md", "name: Ondo Spring", "name: The Ondo Spring")
    told = found(dossier, before)
    assert ("names", "changed", "places/ondo-spring", "Ondo Spring", "The Ondo Spring") in told
    (core,) = (one for one in told if one[:2] == ("home", "changed"))
    assert core[3].startswith("How much of the spring's water is Telissa owed? (Government of Oruna; ")
    assert core[4] == "Who must pay for the repair?"


def test_a_figure_and_a_day_in_prose(dossier: Dossier, before: Loaded) -> None:
    """What our prose counts is told from what to what."""
    brief = "content/briefs/papers.md"
    text = dossier.read(brief)
    dossier.write(brief, text.rstrip() + "\n\nIt took 97 days, until 3 May 2031 [@harbour-post, ¶3, reporter].\n")
    told = found(dossier, before)
    assert ("figures", "added", "briefs/papers", "", "97 days") in told
    assert ("dates", "added", "briefs/papers", "", "3 May 2031") in told


def test_what_cannot_be_read_is_not_said_to_be_gone(dossier: Dossier, before: Loaded) -> None:
    """A file with a fault is told as such, and nothing is concluded from it."""
    dossier.write("content/briefs/papers.md", "---\ntitle: [broken\n---\nText.\n")
    dossier.write("content/briefs/fresh.md", "---\nstatus: draft\n---\n")
    compare = compared(before, parse.load(dossier.root))
    assert compare.changes == ()
    assert {problem.path for problem in compare.unread} == {"content/briefs/papers.md"}
    assert "Nothing changes on the site in what can be read" in next(iter(shown.as_text(compare, "from HEAD")))


HOSTILE = (
    "@admin",
    "@org/team",
    "#12",
    "GH-3",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</sub></details><h1>",
    "[link](https://evil.example)",
    "![image](https://evil.example/x.png)",
    "https://evil.example",
    "www.evil.example",
    "**bold** _it_ ~~gone~~ `code`",
    "a\n\n# Heading\n\n- list",
    "| a | b |\n|---|---|",
    "&lt;b&gt; &#64;admin",
    ":tada:",
    "$\\frac{1}{2}$",
    "[^1] <!-- -->",
    "\u202eevil",
    "\x1b[31mred",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_record_writes_no_markdown(words: str) -> None:
    """Whatever an author writes is shown as it is: it makes no element, names nobody and leads nowhere."""
    change = Change(
        "names", "changed", "briefs/a", "content/briefs/a.md", words, "briefs/a/", words, "title", words, words
    )

    lines = list(shown.as_markdown(Compared((change,)), "from HEAD"))
    page = cmarkgfm.github_flavored_markdown_to_html("\n".join(lines), options=Options.CMARK_OPT_UNSAFE)
    tags = set(re.findall(r"<\s*(/?[a-z0-9]+)", page))
    ours = {"h3", "h4", "p", "ul", "li", "strong", "sub", "del", "ins", "span"}
    assert tags <= ours | {f"/{tag}" for tag in ours}
    assert page.count("<li>") == 2
    assert not re.search(r"[@#]\w|GH-\d|\w://|www\.|:tada:|\x1b|\u202e|<!--", page)


def test_long_lists_are_cut_in_markdown_only() -> None:
    """GitHub takes no endless comment; programs and terminals get all."""

    many = tuple(
        Change(
            "names", "changed", f"briefs/{n}", f"content/briefs/{n}.md", "T", "", "Title", "title", "x" * 900, "y" * 900
        )
        for n in range(500)
    )
    assert len("\n".join(shown.as_markdown(Compared(many), "x"))) < 60_000
    assert "and 440 more" in "\n".join(shown.as_markdown(Compared(many), "x"))
    assert len(list(shown.as_text(Compared(many), "x"))) > 500
    assert len(json.loads(shown.as_json(Compared(many), "HEAD", "0" * 8))["changes"]) == 500


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=n", "-c", "user.email=n@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the demo in a folder of it, committed twice; not to be written to."""
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "-q", "-b", "main")
    copy_of(DEMO, folder / "sub")
    (folder / "sub/content/briefs/loop.md").symlink_to("papers.md")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / "sub/content/briefs/loop.md").unlink()
    git(folder, "commit", "-qam", "two")
    return folder


def test_a_dossier_in_a_folder_of_a_repository(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that are not committed, or not even known to Git, count as they are."""
    new = repository / "sub/content/briefs/untracked.md"
    new.write_bytes((repository / "sub/content/briefs/papers.md").read_bytes().replace(b"title: ", b"title: New ", 1))
    try:
        commands.diff("HEAD", str(repository / "sub"), "json")
    finally:
        new.unlink()
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["revision"]) == (1, "HEAD")
    assert {(one["record"], one["what"]) for one in told["changes"]} == {("briefs/untracked", "added")}
    monkeypatch.setenv("GIT_DIR", str(repository / "of-a-hook"))
    commands.diff("HEAD^", str(repository / "sub"), "text")
    assert "Nothing changes on the site" in capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], revision: str, root: Path, format: str = "text") -> str:
    with pytest.raises(SystemExit):
        commands.diff(revision, str(root), format)
    return capsys.readouterr().err


@pytest.mark.parametrize("revision", ["mian", "HEAD~9", "--output=/tmp/x", "", "a\0b"])
def test_a_revision_that_is_none(repository: Path, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told in a sentence, with a remedy, and is never an option of Git's."""
    told = refused(capsys, revision, repository / "sub")
    assert "revision" in told
    assert "Traceback" not in told
    if revision == "mian":
        assert "did you mean 'main'" in told


def test_where_there_is_no_history(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No repository, none with a commit, and one that was fetched without its history: each says how to mend it."""
    dossier = copy_of(DEMO, tmp_path / "plain" / "dossier")
    assert "`git init`" in refused(capsys, "HEAD", dossier.root)
    git(dossier.root, "init", "-q")
    assert "`git commit`" in refused(capsys, "HEAD", dossier.root)
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    assert "fetch-depth: 0" in refused(capsys, "HEAD^", tmp_path / "shallow" / "sub")


def test_a_dossier_that_is_new_or_of_a_former_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there was no dossier at the revision all is new; one of a former format is compared as it is."""
    dossier = copy_of(DEMO.parent / "formats/1", tmp_path / "dossier")
    git(dossier.root, "init", "-q")
    git(dossier.root, "commit", "-q", "--allow-empty", "-m", "one")
    commands.diff("HEAD", str(dossier.root), "text")
    assert "there was no dossier in this folder" in capsys.readouterr().out
    git(dossier.root, "add", ".")
    git(dossier.root, "commit", "-qm", "two")
    commands.diff("HEAD", str(dossier.root), "markdown")
    assert "Nothing changes on the site" in capsys.readouterr().out
