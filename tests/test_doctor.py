"""`invoke doctor`: what is missing on a machine, what for, and how to get it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from importlib import metadata
from pathlib import Path

import pytest

from briefing.cli import doctor
from briefing.cli.doctor import machine
from briefing.cli.doctor.finding import Finding, State, as_json, as_text
from tests.support import ROOT, Dossier

Usage = namedtuple("Usage", "total used free")


def states(found: list[Finding]) -> dict[str, State]:
    """The state of each thing; of several entries the worst."""
    order = list(State)
    return {one.what: max((o.state for o in found if o.what == one.what), key=order.index) for one in found}


def examine(dossier: Dossier) -> list[Finding]:
    return doctor.examine(dossier.root, ROOT, dossier.root / "output")


@pytest.fixture
def repository(dossier: Dossier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Dossier:
    """A dossier in a repository of its own, on a machine where nobody said who commits."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_CONFIG_GLOBAL", "GIT_AUTHOR_NAME"):
        monkeypatch.delenv(name, raising=False)
    dossier.write(".gitignore", "/seeds/*.txt\n")
    subprocess.run(["git", "init", "-q"], cwd=dossier.root, check=True)
    return dossier


def test_a_machine_on_which_all_is_there(repository: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Each thing is named, what is wanted says for what and how; the task ends well, and JSON says the same."""
    found = examine(repository)
    text = as_text(found)
    assert states(found)["Git identity"] is State.WANTED
    assert "For committing. `git config --global user.name" in text
    assert {one.state for one in found} <= {State.FINE, State.WANTED}
    assert text.endswith("Nothing that is needed is missing.")
    assert {one["what"]: one["state"] for one in json.loads(as_json(found))}["Python"] == "ok"
    doctor.doctor(str(repository.root), "text")
    assert "7 of 7 sources at hand" in capsys.readouterr().out


def test_texts_that_git_would_publish(repository: Dossier) -> None:
    """A text of a source that Git does not ignore, or follows already, must be put right."""
    repository.write(".gitignore", "/output/\n")
    assert states(examine(repository))["Texts of sources"] is State.NEEDED
    repository.write(".gitignore", "/seeds/*.txt\n")
    subprocess.run(["git", "add", "-f", "seeds/harbour-post.txt"], cwd=repository.root, check=True)
    (one,) = [one for one in examine(repository) if one.what == "Texts of sources"]
    assert (one.state, "git rm --cached" in one.remedy) == (State.NEEDED, True)


def test_a_repository_that_names_programs_runs_none(repository: Dossier, tmp_path: Path) -> None:
    """Looking at a dossier that somebody sent runs nothing that its Git settings name."""
    spy = repository.path("spy.sh")
    spy.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\n", "utf-8")
    spy.chmod(0o755)
    subprocess.run(["git", "config", "core.fsmonitor", str(spy)], cwd=repository.root, check=True)
    examine(repository)
    assert not (tmp_path / "ran").exists()


def test_a_text_that_is_not_the_one_on_record(repository: Dossier) -> None:
    """It is told by its file and how to mend it, without a word of it."""
    repository.write("seeds/harbour-post.txt", "Quokka words that nobody may see.\n")
    text = as_text(examine(repository))
    assert "NEEDED  Texts: seeds/harbour-post.md" in text
    assert "Quokka" not in text


def test_what_the_machine_lacks(repository: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git, room and rights that are missing are told."""
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda path: Usage(1, 1, 1_000_000))
    monkeypatch.setattr(machine, "_unwritable", lambda folder: "Read-only file system")
    monkeypatch.setattr(machine.sys, "version_info", (3, 10, 2))
    monkeypatch.setattr(machine.sys, "base_prefix", sys.prefix)
    found = states(examine(repository))
    assert [found[name] for name in ("Python", "Disk", "Rights")] == [State.NEEDED] * 3
    assert [found[name] for name in ("Environment", "Git")] == [State.WANTED] * 2


def test_libraries_are_those_of_the_lock(tmp_path: Path) -> None:
    """A library that is missing is needed, one of another version may give another site; markers are left alone."""
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        f"pyyaml=={metadata.version('pyyaml')} \\\n    --hash=sha256:00\njinja2==0.1\nno-such-library==1.0\n"
        "for-windows==1 ; sys_platform == 'win32' \\\n",
        "utf-8",
    )
    missing, other = machine.libraries(lock)
    assert (missing.state, missing.found) == (State.NEEDED, "no-such-library missing")
    assert (other.state, "jinja2" in other.found, "pyyaml" in other.found) == (State.WANTED, True, False)
    assert str(lock) in missing.remedy
    (extra,) = machine.optional("Extra", lock, tmp_path / "none.lock", "this")
    assert extra.state is State.WANTED
    assert list(machine.optional("Extra", tmp_path / "none.lock", lock, "this")) == []


def test_the_generator_is_the_one_pinned(tmp_path: Path) -> None:
    """Another generator than the lock's is told, and a wheel beside the lock that is not the one pinned."""
    (tmp_path / "vendor").mkdir()
    wheel = tmp_path / "vendor" / "briefing_site-9.9-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    lock = tmp_path / "requirements.lock"
    right = hashlib.sha256(b"wheel").hexdigest()
    lock.write_text(f"./vendor/{wheel.name} \\\n    --hash=sha256:{right}\n", "utf-8")
    assert [one.state for one in machine.generator(tmp_path, lock)] == [State.WANTED]
    wheel.write_bytes(b"another")
    assert [one.state for one in machine.generator(tmp_path, lock)] == [State.WANTED, State.NEEDED]
    lock.write_text("pyyaml==6.0.3\n", "utf-8")
    assert [one.state for one in machine.generator(ROOT, lock)] == [State.FINE]


def test_wrong_use_and_no_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without a dossier ends with 1, an unknown format with 2; neither with a traceback."""
    for format, code in (("text", 1), ("yaml", 2)):
        with pytest.raises(SystemExit) as ended:
            doctor.doctor(str(tmp_path), format)
        assert ended.value.code == code
    assert "NEEDED  Dossier: none in" in capsys.readouterr().out


def test_it_runs_where_libraries_are_missing(tmp_path: Path) -> None:
    """With nothing installed but Invoke, it still says what to install."""
    installed = Path(metadata.distribution("invoke").locate_file(""))
    for part in installed.glob("invoke*"):
        shutil.copytree(part, tmp_path / part.name)
    bare = "import sys; sys.path[:0] = sys.argv[1:3]; del sys.argv[1:3]; from invoke import program, Program; Program().run()"
    python = os.path.realpath(sys.executable)
    asked = subprocess.run(
        [python, "-I", "-S", "-c", bare, str(tmp_path), str(ROOT), "doctor"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=60,
    )
    assert asked.returncode == 1, asked.stderr
    assert "NEEDED  Libraries: " in asked.stdout
    assert "pip install -r" in asked.stdout
    assert "Traceback" not in asked.stderr
