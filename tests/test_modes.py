"""Whose files are whose: what is published can be read by any host, what is remembered by nobody else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import invoke, module
from tests.support import Dossier, enlarge

BRIEF = "content/briefs/life-on-telissa.md"
#: Windows has no rights of this kind.
pytestmark = pytest.mark.posix
masks = pytest.mark.parametrize("mask", [0o077, 0o002, 0o000], ids=oct)


@pytest.fixture(autouse=True)
def _mask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test that is given one runs under a user's mask, and so do the programs that it starts."""
    before = os.umask(request.node.callspec.params.get("mask", 0o022) if hasattr(request.node, "callspec") else 0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, set[str]]:
    """The rights that files and folders have, the folder itself among them."""
    found: dict[str, set[str]] = {"files": set(), "folders": set()}
    for path in [folder, *folder.rglob("*")]:
        found["folders" if path.is_dir() else "files"].add(oct(path.stat().st_mode & 0o7777))
    return found


PUBLIC = {"files": {"0o644"}, "folders": {"0o755"}}
PRIVATE = {"files": {"0o600"}, "folders": {"0o700"}}


@masks
def test_a_site_can_be_read(dossier: Dossier, memory: Path, tmp_path: Path, mask: int) -> None:
    """After a first build and a later one, also with images that had odd rights; and what is remembered is private."""
    for image in (dossier.root / "content/images").iterdir():
        image.chmod(0o4777)
    output = tmp_path / "output"
    dossier.build(output)
    assert modes(output) == PUBLIC
    dossier.edit(BRIEF, "The pipe's joints are old.", "The joints of the pipe are old.")
    dossier.build(output)
    assert modes(output) == PUBLIC
    assert modes(memory) == PRIVATE


@pytest.mark.parametrize("mask", [0o077, 0o000], ids=oct)
def test_a_large_site_can_be_read(dossier: Dossier, memory: Path, tmp_path: Path, mask: int) -> None:
    """A large site is made in the folder of the former one; both are as readable after every kind of build."""
    enlarge(dossier)
    output = tmp_path / "output"
    dossier.build(output)
    for path, old, new in (
        (BRIEF, "The pipe's joints are old.", "The pipe's joints are very old."),
        (BRIEF, "title: Life on Telissa", "title: Living on Telissa"),
        ("content/briefs/papers.md", "order: 3", "order: 3\nstatus: draft"),
        ("content/briefs/papers.md", "order: 3\nstatus: draft", "order: 3"),
    ):
        dossier.edit(path, old, new)
        dossier.build(output)
        assert modes(output) == PUBLIC
        assert modes(tmp_path / ".output.new") == PUBLIC
    assert modes(memory) == PRIVATE


@masks
def test_pelicans_own_run(workshop: Path, tmp_path: Path, mask: int) -> None:
    """`pelican -s briefing/pelicanconf.py` writes a site that can be read, also into folders that could not be."""
    site = tmp_path / "site"
    site.mkdir(0o700)
    (site / "briefs").mkdir(0o700)
    assert module("pelican", "-s", "briefing/pelicanconf.py", "-o", str(site), cwd=workshop).returncode == 0
    assert (site / "briefs/index.html").is_file()
    assert modes(site) == PUBLIC


@masks
def test_what_was_remembered_before_is_closed(dossier: Dossier, memory: Path, tmp_path: Path, mask: int) -> None:
    """A cache that somebody opened to others is closed again; a folder that holds other things is left as it is."""
    dossier.build(tmp_path / "output")
    for path in [memory, *memory.rglob("*")]:
        path.chmod(0o777)
    dossier.build(tmp_path / "output")
    assert modes(memory) == PRIVATE
    (memory / "mine").write_text("mine")
    memory.chmod(0o755)
    dossier.build(tmp_path / "output")
    assert memory.stat().st_mode & 0o777 == 0o755


@masks
def test_what_is_written_into_the_dossier(dossier: Dossier, mask: int) -> None:
    """Records, locks and what `release` writes are ordinary files, which nobody else may write."""
    lock = dossier.root / "seeds/harbour-post.lock"
    lock.unlink(missing_ok=True)
    root = ["--root", str(dossier.root)]
    assert invoke("new", "brief", "fresh", *root, "verify", *root, "release", *root).returncode == 0
    for path in ("content/briefs/fresh.md", "seeds/harbour-post.lock", "content/published.json"):
        assert oct((dossier.root / path).stat().st_mode & 0o7777) == oct(0o644 & ~mask), path
