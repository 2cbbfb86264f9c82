"""Nothing that is not ours is written to, replaced or deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.store import marker, output_dir
from briefing.store.files import OutputError
from tests.running import module
from tests.support import Dossier, tree


@pytest.mark.parametrize("name", ["notes.txt", "briefs/mine.html", "deep/er/mine.txt", ".git/config", "CNAME"])
def test_foreign_files_are_refused(dossier: Dossier, output: Path, site: dict[str, str], name: str) -> None:
    """An output that holds a file of somebody else is neither built into nor deleted, and the message names the file."""
    foreign = output / name
    foreign.parent.mkdir(parents=True, exist_ok=True)
    foreign.write_text("mine")
    for attempt in (lambda: dossier.build(output), lambda: output_dir.clean(output)):
        with pytest.raises(OutputError, match=r"mine|notes|CNAME|config"):
            attempt()
    assert foreign.read_text() == "mine"
    foreign.unlink()
    assert {path: digest for path, digest in tree(output).items() if path != name} == site


def test_a_folder_of_others_is_refused(dossier: Dossier, output: Path) -> None:
    """Nor is a folder that was never ours, with or without our mark in it."""
    output.mkdir(parents=True)
    (output / "thesis.docx").write_text("mine")
    with pytest.raises(OutputError, match=r"thesis\.docx"):
        dossier.build(output)
    (output / output_dir.MARKER).write_text("Built by somebody\nthesis.docx\n")
    with pytest.raises(OutputError):
        dossier.build(output)
    assert (output / "thesis.docx").read_text() == "mine"


@pytest.mark.parametrize("kind", ["link-to-folder", "link-to-nowhere", "file", "inside"])
def test_links_and_files_for_output_are_refused(dossier: Dossier, output: Path, tmp_path: Path, kind: str) -> None:
    """An output that is a link or a file is refused; links inside it are foreign and never followed."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.txt").write_text("mine")
    output.parent.mkdir()
    match kind:
        case "link-to-folder":
            output.symlink_to(outside)
        case "link-to-nowhere":
            output.symlink_to(tmp_path / "nowhere")
        case "file":
            output.write_text("mine")
        case "inside":
            dossier.build(output)
            (output / "more").symlink_to(outside)
    with pytest.raises(OutputError):
        dossier.build(output)
    with pytest.raises(OutputError):
        output_dir.clean(output)
    assert tree(outside) == {"mine.txt": tree(outside)["mine.txt"]}
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", [".output.new", ".output.old"])
def test_folders_beside_the_output_are_ours_or_refused(
    dossier: Dossier, output: Path, tmp_path: Path, name: str
) -> None:
    """A folder of somebody else under the name of our fresh one, or a link there, is not deleted."""
    beside_it = output.parent / name
    beside_it.mkdir(parents=True)
    (beside_it / "mine.txt").write_text("mine")
    try:
        dossier.build(output)
    except OutputError:
        assert not output.exists()
    assert any((path / "mine.txt").is_file() for path in (beside_it, output))


def test_pelican_by_itself(workshop: Path, tmp_path: Path) -> None:
    """`pelican -s briefing/pelicanconf.py` builds the same site, again and again, into a folder that we may replace."""
    for _ in range(2):
        done = module("pelican", "-s", "briefing/pelicanconf.py", "-o", str(tmp_path / "output"), cwd=workshop)
        assert done.returncode == 0, done.stderr
    Dossier(workshop).build(tmp_path / "other", site_url="")
    assert tree(tmp_path / "output") == tree(tmp_path / "other")
    marker.check(tmp_path / "output")


@pytest.mark.parametrize("task", ["release", "verify"])
def test_nothing_is_written_through_a_link(dossier: Dossier, tmp_path: Path, task: str) -> None:
    """A link where a temporary file would stand, as a pull request can bring it, leads to no file being overwritten."""
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (dossier.root / "content/.published.json.new").symlink_to(victim)
    for source in ("harbour-post", "bureau-report"):
        (dossier.root / f"seeds/.{source}.lock.new").symlink_to(victim)
    getattr(commands, task)(str(dossier.root))
    assert victim.read_text() == "mine"


def test_the_cache_deletes_only_its_own(dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of somebody else in the folder that `BRIEFING_CACHE` names stay."""
    base = tmp_path / "shared"
    for number in range(30):
        (base / f"project-{number}").mkdir(parents=True)
        (base / f"project-{number}" / "thesis.txt").write_text("mine")
    monkeypatch.setenv("BRIEFING_CACHE", str(base))
    dossier.build(tmp_path / "site")
    assert sum((base / f"project-{number}" / "thesis.txt").is_file() for number in range(30)) == 30
