"""What `invoke remove` and `merge` take away, where Git could not bring it back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from briefing.cli import commands
from tests.support import DEMO, copy_of


def test_words_that_git_has_no_copy_of_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that was never committed, or was edited since, is set aside when it goes; one that was, just goes."""
    mine = copy_of(DEMO, tmp_path / "dossier")
    git = ("git", "-C", str(mine.root), "-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    for text in ("One.", "Two.", "Three."):
        mine.write("content/actors/newcomer.md", f"---\nname: New\nstatus: draft\n---\n{text}\n")
        if text == "Three.":
            for arguments in (("init", "--quiet"), ("add", "content/actors"), ("commit", "--quiet", "--message=All")):
                subprocess.run([*git, *arguments], check=True)
        commands.remove("actor", "newcomer", "", str(mine.root), False)
    assert mine.read("seeds/.removed-actors.newcomer.txt").endswith("One.\n")
    assert mine.read("seeds/.removed-actors.newcomer-2.txt").endswith("Two.\n")
    assert len([*mine.root.glob("seeds/.removed-*")]) == 2
    assert "Git has no copy of content/actors/newcomer.md as it was; it is kept as" in capsys.readouterr().out
