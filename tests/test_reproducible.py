"""Same dossier, same bytes: whatever the seed, time zone, locale, umask, folder, order of files, cores and memory."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import DEMO, ROOT, Dossier, copy_of, tree

BUILD = "import os, sys; os.umask(int(sys.argv[3], 8)); from tests.support import *; Dossier(Path(sys.argv[1])).build(Path(sys.argv[2]))"
#: Each is held to the build of this process.
#: Masks, and locales by these names.
pytestmark = pytest.mark.posix
WAYS = {
    "elsewhere": (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "BRIEFING_WORKERS": "1", "COLUMNS": "40"},
        "077",
    ),
    "far-west": ({"PYTHONHASHSEED": "4242", "TZ": "Etc/GMT+12", "LC_ALL": "POSIX", "LANG": "tr_TR.UTF-8"}, "002"),
    "optimised": (
        {
            "PYTHONHASHSEED": "8",
            "TZ": "Asia/Kathmandu",
            "PYTHONOPTIMIZE": "1",
            "BRIEFING_SANITISE": "always",
            "NO_COLOR": "1",
        },
        "022",
    ),
}


def shuffled(target: Path, chance: random.Random) -> Dossier:
    """A copy of the demo whose files are made in another order, at other times."""
    files = [path for path in DEMO.rglob("*") if path.is_file()]
    chance.shuffle(files)
    for file in files:
        copy = target / file.relative_to(DEMO)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        os.utime(copy, (chance.randrange(10**9), chance.randrange(10**9)))
    return Dossier(target)


def test_same_bytes_everywhere(built_demo: Path, tmp_path: Path) -> None:
    """Builds on unlike machines give the same tree."""

    def build(number: int) -> dict[str, str]:
        name, (environment, umask) = list(WAYS.items())[number]
        folder = tmp_path / name / ("deeper/" * number)
        dossier = shuffled(folder / f"dossier {number}", random.Random(number))
        output = tmp_path / name / "site"
        subprocess.run(
            [sys.executable, "-c", BUILD, str(dossier.root), str(output), umask],
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "BRIEFING_CACHE": "off",
                "HOME": str(tmp_path / name),
                **environment,
            },
            cwd=folder,
            check=True,
            capture_output=True,
        )
        return tree(output)

    with ThreadPoolExecutor(2) as pool:
        trees = list(pool.map(build, range(len(WAYS))))
    for name, other in zip(WAYS, trees, strict=True):
        assert other == tree(built_demo), name


def test_memory_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that remembers earlier ones makes the same bytes as one that does not, after every sort of edit."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
    dossier = copy_of(DEMO, tmp_path / "dossier")
    edits = [
        ("content/briefs/papers.md", "order: 3", "order: 0"),
        ("content/actors/fishers-league.md", "name: Fishers' League", "name: League of Fishers"),
        ("content/names.md", "  - neutral: Fishers' League", "  - neutral: League of Fishers"),
        ("content/dossier.md", "title: The Ondo water quarrel", "title: The Ondo quarrel"),
        ("content/events/divers-due.md", "date: 2025-01", "date: 2025-02"),
        ("content/words.md", "  - dry year", "  - dry year\n  - wet year"),
        ("content/questions/metering.md", "  daily: Yes, each day.", "  daily: Yes, every day."),
        ("content/briefs/papers.md", "order: 0", "order: 0\nstatus: draft"),
        ("content/places/port-sefa.md", "latitude: -16.7\n", "latitude: -16.75\n"),
    ]  # fmt: skip
    output = tmp_path / "output"
    dossier.build(output)
    for path, old, new in edits:
        dossier.edit(path, old, new)
        if any(problem.level == "error" for problem in dossier.problems()):
            continue
        dossier.build(output)
        monkeypatch.setenv("BRIEFING_CACHE", "off")
        dossier.build(tmp_path / "fresh")
        monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
        assert tree(output) == tree(tmp_path / "fresh"), path


def test_broken_memory_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered may be cut off or overwritten: the build does not mind, and nothing in it is run."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
    dossier = copy_of(DEMO, tmp_path / "dossier")
    dossier.build(tmp_path / "output")
    before = tree(tmp_path / "output")
    evil = b"cos\nsystem\n(S'touch " + str(tmp_path / "pwned").encode() + b"'\ntR."
    for spoil in (lambda data: data[:-5], lambda _: b"", lambda _: evil, lambda data: data[:64] + evil):
        for file in (tmp_path / "cache").rglob("*"):
            if file.is_file():
                file.write_bytes(spoil(file.read_bytes()))
        dossier.build(tmp_path / "output")
        assert tree(tmp_path / "output") == before
    assert not (tmp_path / "pwned").exists()
