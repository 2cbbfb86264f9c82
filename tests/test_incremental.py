"""What builds remember never shows: after any edits, a warm build is byte for byte a clean one."""

from __future__ import annotations

import json
import os
import random
import shutil
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.model.settings import THEME
from briefing.site.exports import EXPORTS
from briefing.site.job import Job
from briefing.store import memo
from briefing.store.memo import Memo
from tests import edits
from tests.support import DEMO, Dossier, clean_tree, copy_of, enlarge, tree
from tests.voiced import add_voices

#: Of a large site fewer, since each build takes longer.
EDITS = 9
#: After so many edits, and at the end, the site is held to one that is built from nothing, which takes longest: what an
#: edit left stale in it stays stale.
OFTEN = 3


def words_of_briefs(job: Job, urls: list[str]) -> bytes:
    """A file that reads prose: what a newcomer might add to the exports."""
    counts = {brief.id: len(brief.prose.html.split()) for brief in job.corpus.briefs.values()}
    return json.dumps(counts, sort_keys=True).encode()


@pytest.mark.parametrize("serves", [False, True], ids=["build", "serve"])
@pytest.mark.parametrize("seed", range(3))
def test_warm_builds_are_clean_builds(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, serves: bool
) -> None:
    """After any edits, each built, every file of the site is what a clean build makes: of a small site and a large one
    (odd), in builds one after the other and in a server, also a file that was added to the exports and reads prose.
    """
    monkeypatch.setitem(EXPORTS, "words.json", words_of_briefs)
    add_voices(dossier)
    if seed % 2:
        enlarge(dossier)
    pick = random.Random(10 * seed + serves)
    output = tmp_path / "output"
    resident = Memo(dossier.root, output) if serves else None
    options = {"as_of": "2025-01-01"}
    for number in range(1, (EDITS - OFTEN if seed % 2 else EDITS) + 1):
        pick.choice(edits.KINDS)(dossier, pick)
        if pick.random() < 0.2:
            options = {"as_of": pick.choice(["2025-01-01", "2025-12-01"])}
        dossier.build(output, **options, memory=resident)
        if number % OFTEN == 0:
            assert tree(output) == clean_tree(dossier, tmp_path / "clean", monkeypatch, **options)


@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_only_what_an_edit_touches_is_made_again(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """An edit of prose makes the brief's own page anew, and what tells of everything; all other files stay as they are."""
    if large:
        enlarge(dossier)
    output = tmp_path / "output"

    def files() -> dict[str, int]:
        return {path.relative_to(output).as_posix(): path.stat().st_ino for path in output.rglob("*.*")}

    dossier.build(output)
    for word in ("One", "Two"):
        before = files()
        dossier.edit("content/briefs/papers.md", "The board wants", f"{word} says that the board wants")
        dossier.build(output)
        changed = {path for path, inode in files().items() if before.get(path) != inode}
        assert changed == {"briefs/papers/index.html", ".briefing", *EXPORTS}
        assert tree(output) == clean_tree(dossier, tmp_path / "clean", monkeypatch)
        dossier.edit("content/briefs/papers.md", f"{word} says that the board wants", "The board wants")
        dossier.build(output)


def test_warnings_follow_their_lines(dossier: Dossier, memory: Path, tmp_path: Path) -> None:
    """A build after an edit warns of what stands in the file now, at its line."""
    output = tmp_path / "output"
    path = "content/briefs/in-a-minute.md"
    warned = dossier.read(path).rstrip() + "\n\nHere stands <b>much [@harbour-post, ¶2, reporter].\n"
    dossier.write(path, warned)
    (before,) = dossier.build(output).warnings
    dossier.write(path, warned.replace("Here stands", "Here\nstands"))
    (after,) = dossier.build(output).warnings
    assert (after,) == tuple(map(str, dossier.problems()))
    assert after != before


def test_theme_and_address_are_inputs(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another template, another sheet or another address is another site."""
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    output = tmp_path / "output"
    dossier.build(output, theme=theme)
    for path, old, new in [
        ("templates/brief.html", "Published ", "Out since "),
        ("static/css/tokens.css", "}", "--new: 1px;}"),
    ]:
        text = (theme / path).read_text("utf-8")
        (theme / path).write_text(text.replace(old, new, 1) if old in text else text + "\n", "utf-8")
        dossier.build(output, theme=theme)
        assert tree(output) == clean_tree(dossier, tmp_path / "clean", monkeypatch, theme=theme)
    dossier.build(output, theme=theme, site_url="https://other.example/")
    assert tree(output) == clean_tree(
        dossier, tmp_path / "clean", monkeypatch, theme=theme, site_url="https://other.example/"
    )


@pytest.mark.parametrize("harm", ["delete", "cut", "flip", "swap", "folder"])
def test_a_spoilt_memory_does_no_harm(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    """Memory that is deleted, cut short, altered or mixed up is passed over."""
    output = tmp_path / "output"
    dossier.build(output)
    files = [path for path in memory.rglob("*") if path.is_file()]
    assert files
    for index, path in enumerate(files):
        data = path.read_bytes()
        match harm:
            case "delete":
                path.unlink()
            case "cut":
                path.write_bytes(data[: len(data) // 2])
            case "flip":
                path.write_bytes(data[:-9] + bytes([data[-9] ^ 255]) + data[-8:])
            case "swap":
                path.write_bytes(files[index - 1].read_bytes())
            case "folder":
                path.unlink()
                path.mkdir()
    edits.body(dossier, random.Random(1))
    dossier.build(output)
    assert tree(output) == clean_tree(dossier, tmp_path / "clean", monkeypatch)


def test_output_that_was_tampered_with_is_mended(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of the output that was edited or deleted comes back with the next build, though no record changed."""
    output = tmp_path / "output"
    dossier.build(output)
    (output / "about/index.html").write_text("tampered with", "utf-8")
    (output / "404.html").unlink()
    page = output / "changes/index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Changes", b"Chances"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    dossier.build(output)
    assert tree(output) == clean_tree(dossier, tmp_path / "clean", monkeypatch)


def test_nothing_changed_is_told_and_anything_else_is_seen(
    memory: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The quick answer is given only when inputs, options, day and output are as they were."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    output = tmp_path / "output"

    def said(as_of: str = "2025-06-01") -> str:
        commands.build(str(dossier.root), str(output), as_of, "")
        return capsys.readouterr().out.split(":")[0].split(" ")[0]

    assert said() == "Built"
    assert said() == "Nothing"
    assert said("2025-06-02") == "Built"
    assert said("2025-06-02") == "Nothing"
    with monkeypatch.context() as patch:
        patch.setenv("BRIEFING_AUDIT", "whole")
        assert said("2025-06-02") == "Built"
    assert said("2025-06-02") == "Built"
    edits.body(dossier, random.Random(3))
    assert said("2025-06-02") == "Built"
    (output / "robots.txt").unlink()
    assert said("2025-06-02") == "Built"
    assert (output / "robots.txt").is_file()


def test_what_is_remembered_stays_bounded(memory: Path, tmp_path: Path) -> None:
    """Only so many dossiers are remembered, and of each only what is there."""
    for number in range(memo.MOST + 5):
        remembered = Memo(tmp_path, tmp_path / str(number))
        stage = remembered.stage("one", int)
        for value in range(3):
            stage.put(str(value), memo.key_of(value), value)
        stage.retain(["1"])
        remembered.settle()
    assert len(list(memory.iterdir())) <= memo.MOST + 1
    assert Memo(tmp_path, tmp_path / str(number)).stage("one", int).keys.keys() == {"1"}


def test_two_that_remember_at_once(dossier: Dossier, memory: Path, tmp_path: Path) -> None:
    """While one process writes what it remembers, another one goes without, and both are right."""
    output = tmp_path / "output"
    dossier.build(output)
    first = Memo(dossier.root, output)
    first.stage("one", int).put("a", memo.key_of(1), 1)
    second = Memo(dossier.root, output)
    dossier.edit("content/briefs/papers.md", "title: ", "title: A")
    assert dossier.build(output, memory=second).pages > 0
    first.settle()
    assert Memo(dossier.root, output).stage("one", int).get("a", memo.key_of(1)) == 1
