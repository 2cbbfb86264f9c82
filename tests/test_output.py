"""The last good site survives: faults, kills and builds at once leave it as it was."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from briefing.build.faults import BuildFault, BuildStopped
from briefing.model.settings import THEME
from briefing.site.exports import EXPORTS
from briefing.store import output_dir
from briefing.store.files import OutputError
from tests.running import FORKS, Done, forked
from tests.support import Dossier, tree


def build_until(last: int, dossier: Dossier, output: Path) -> None:
    """Build, and tell each change to the disk from the new site's mark on; be killed before the one that has the number
    given, if any has.
    """
    changes: list[str] = []

    def watch(event: str, values: tuple[Any, ...]) -> None:
        written = event == "open" and isinstance(values[0], str) and (values[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        if written and values[0].endswith(".output.new/.briefing"):
            changes.clear()
        if written or event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.truncate"):
            changes.append(f"{event} {values[0]}")
            if len(changes) == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    dossier.build(output)
    print(*changes, sep="\n")


def beside(output: Path) -> list[str]:
    """What stands beside the output, but for its lock."""
    return sorted(
        path.name for path in output.parent.iterdir() if path.name not in (output.name, f".{output.name}.lock")
    )


def test_output_is_made_with_its_parents(dossier: Dossier, output: Path) -> None:
    """A new output folder is made, nothing is left beside it, and its files can be read by all whom the umask lets."""
    dossier.build(output)
    assert (output / "index.html").is_file()
    assert beside(output) == []


def test_a_second_build_replaces_the_first(dossier: Dossier, output: Path, site: dict[str, str]) -> None:
    """What is gone from the dossier is gone from the site."""
    dossier.edit("content/briefs/papers.md", "order: 3", "order: 3\nstatus: draft")
    dossier.build(output)
    after = tree(output)
    assert "briefs/papers/index.html" in site
    assert "briefs/papers/index.html" not in after
    assert beside(output) == []


def test_problems_leave_the_last_site(dossier: Dossier, output: Path, site: dict[str, str]) -> None:
    """A dossier with a problem is not built at all."""
    dossier.edit("content/briefs/papers.md", "order: 3", "ordr: 3")
    with pytest.raises(BuildStopped) as stopped:
        dossier.build(output)
    assert [problem.code for problem in stopped.value.problems] == ["key-unknown"]
    assert tree(output) == site
    assert beside(output) == []


@pytest.mark.parametrize("fault", ["audit", "disk", "bug"])
def test_faults_on_the_way_leave_the_last_site(
    dossier: Dossier, output: Path, site: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """Whatever breaks while building, the last site stays byte for byte and nothing is left beside it."""
    dossier.edit("content/briefs/papers.md", "order: 3", "order: 4")

    def breaks(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    expected: type[Exception] = BuildFault
    match fault:
        case "audit":
            page = theme / "templates/404.html"
            page.write_text(page.read_text("utf-8").replace("</h1>", '</h1><a href="nowhere/">on</a>'), "utf-8")
        case "disk":  # a full one can be had by no other way that works for everybody
            monkeypatch.setattr("pathlib.Path.write_bytes", breaks)
            expected = OutputError
        case "bug":  # one that nobody foresaw can't be had by a dossier
            monkeypatch.setitem(EXPORTS, "sitemap.xml", lambda *_: 1 / 0)
            expected = ZeroDivisionError
    with pytest.raises(expected):
        dossier.build(output, theme=theme)
    monkeypatch.undo()
    assert tree(output) == site
    assert beside(output) == []


def test_a_deleted_page_is_made_again(dossier: Dossier, output: Path, site: dict[str, str]) -> None:
    """Its folder, left empty, is still ours; an empty folder that never was is not."""
    (output / "about/index.html").unlink()
    dossier.build(output)
    assert tree(output) == site
    (output / "mine").mkdir()
    with pytest.raises(OutputError, match="mine/"):
        dossier.build(output)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_output(dossier: Dossier, output: Path, site: dict[str, str]) -> None:
    """A folder that cannot be written is told in words."""
    output.parent.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="must be"):
            dossier.build(output)
    finally:
        output.parent.chmod(0o755)
    assert tree(output) == site


def test_two_builds_at_once(dossier: Dossier, output: Path, site: dict[str, str]) -> None:
    """A second build of the same output waits for nobody: it says that one is under way, and harms nothing."""
    with output_dir.building(output) as draft:
        (draft.folder / "index.html").write_text("other")
        draft.names = ["index.html"]
        caught: list[Exception] = []

        def second() -> None:
            try:
                dossier.build(output)
            except OutputError as error:
                caught.append(error)

        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
        assert len(caught) == 1
        assert "at once" in str(caught[0])
        assert tree(output) == site
    assert (output / "index.html").read_text() == "other"


def test_clean(dossier: Dossier, output: Path, site: dict[str, str]) -> None:
    """`clean` deletes the site and all that is ours beside it, and is content when there is nothing."""
    assert output_dir.clean(output) is True
    assert list(output.parent.iterdir()) == []
    assert output_dir.clean(output) is False


@pytest.mark.skipif(not FORKS, reason="builds that are killed are forked")
def test_killed_builds(dossier: Dossier, output: Path, site: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A build killed at any moment leaves the old site or the new one, whole; the next build clears up."""
    dossier.edit("content/briefs/papers.md", "order: 3", "order: 0")
    dossier.build(output.with_name("other"))
    new = tree(output.with_name("other"))
    assert new != site
    monkeypatch.setenv("BRIEFING_WORKERS", "1")

    def build(last: int) -> Done:
        return forked(lambda: build_until(last, dossier, output))

    changes = build(0).stdout.splitlines()
    assert tree(output) == new
    dossier.edit("content/briefs/papers.md", "order: 0", "order: 3")
    sealed = changes.index(f"os.rename {output_dir.spare(output)}/..briefing.new") + 1
    seen = []
    for moment in (1, random.Random(4).randrange(2, sealed), sealed, sealed + 1, sealed + 40):
        assert build(moment).returncode == -signal.SIGKILL
        seen.append(tree(output) == site)
        assert seen[-1] or tree(output) == new
    assert seen == [False] * 3 + [True] * 2
    dossier.build(output)
    assert tree(output) == site
    assert beside(output) == ["other", ".other.lock"][::-1]


def test_what_a_killed_deletion_leaves_is_no_hindrance(dossier: Dossier, output: Path, site: dict[str, str]) -> None:
    """A former site that was deleted but for some files still bears our mark, so the next build goes on."""
    spare = output_dir.spare(output)
    shutil.copytree(output, spare)
    shutil.rmtree(spare / "briefs")
    dossier.edit("content/briefs/papers.md", "order: 3", "order: 4")
    dossier.build(output)
    assert beside(output) == []
    shutil.copytree(output, spare)
    (spare / output_dir.MARKER).unlink()
    with pytest.raises(OutputError, match="lacks our mark"):
        output_dir.clean(output)
    assert (output / "index.html").is_file()
