"""Python without docstrings and assertions (`-OO`) does the same, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, Dossier, tree

OPTIONS = [[], ["-OO"]]
#: All that reads or writes a dossier; the last one is refused, for there is no such question.
TASKS = [["build", "--as-of", "2025-04-01"], ["check"], ["check", "--format", "json"], ["verify"], ["report"], ["release"],
         ["new", "brief", "fresh"], ["new", "position", "water-board/else"]]  # fmt: skip


def run(option: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `invoke` with an option for Python."""
    command = [sys.executable, *option, "-m", "invoke", *arguments]
    environment = os.environ | {"PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_same_files_and_words(dossier: Dossier, tmp_path: Path) -> None:
    """Every task says and writes the same, one after the other, and so does what is refused at the end."""
    assert "must be there before a position" in same(dossier, tmp_path, TASKS)


@pytest.mark.parametrize("task", [["build"], ["check", "--format", "json"]], ids=" ".join)
def test_the_same_words_on_a_fault(dossier: Dossier, tmp_path: Path, task: list[str]) -> None:
    """So does what refuses a dossier."""
    dossier.edit("content/actors/fishers-league.md", "basis: ", "basis: some")
    same(dossier, tmp_path, [task])


def same(dossier: Dossier, tmp_path: Path, tasks: list[list[str]]) -> str:
    """Run tasks with and without docstrings on copies of a dossier, and compare what they say, which is returned, and write."""
    found = []
    for option in OPTIONS:
        copy = tmp_path / "copy"
        shutil.copytree(dossier.root, copy)
        result = run(option, *(word for task in tasks for word in (*task, "--root", str(copy))))
        told = [line for line in (result.stdout + result.stderr).splitlines() if not line.startswith("Built ")]
        found.append((result.returncode, told, tree(copy)))
        shutil.rmtree(copy)
    assert found[0] == found[1]
    words = "\n".join(found[0][1])
    assert "Traceback" not in words
    return words


def test_the_rules_are_told() -> None:
    """`check --rules` has a sentence for each code, also where docstrings are stripped."""
    plain, stripped = (run(option, "check", "--rules") for option in OPTIONS)
    assert (stripped.returncode, stripped.stderr) == (0, "")
    assert stripped.stdout == plain.stdout
    assert all(line.endswith(".") for line in plain.stdout.splitlines())
    assert len(plain.stdout.splitlines()) > 50
