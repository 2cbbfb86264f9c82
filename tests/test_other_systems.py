"""What differs on Windows and macOS, as far as it can be tried elsewhere: names, ends of lines, paths, open files."""

from __future__ import annotations

import ast
import functools
import os
import sys
import types
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import pytest
from pelican.writers import Writer

from briefing.build.pelican_plugin import BriefingWriter
from briefing.model import shell
from briefing.store import files, output_dir, pool, snapshot
from briefing.store.files import OutputError
from tests.support import DEMO, DEMO_URL, ROOT, Dossier, copy_of, tree

CODE = [*(ROOT / "briefing").rglob("*.py"), *(ROOT / "tools").rglob("*.py"), ROOT / "tasks.py"]
#: What only some systems have, and the files that ask before they use it.
ASKED_FOR = {
    "fcntl": {"briefing/store/files.py"},
    "msvcrt": {"briefing/store/files.py"},
    "resource": {"briefing/importing/", "tools/bench/"},
    "pwd": set(),
    "grp": set(),
    "termios": set(),
    "os.fork": set(),  # by name only, where it is asked whether it is there
    "os.getuid": {"briefing/store/memo.py"},
    "os.O_NOFOLLOW": set(),
    "os.O_NONBLOCK": set(),
    "os.sched_getaffinity": {"briefing/store/pool.py"},
    "os.mkfifo": set(),
    "os.fchmod": set(),
    "os.chown": set(),
    "os.killpg": {"tools/bench/", "briefing/importing/"},
    "os.setsid": set(),
    "os.wait4": {"tools/bench/"},
    "signal.SIGKILL": {"briefing/store/pool.py", "tools/bench/", "briefing/importing/"},
    "signal.SIGPIPE": {"briefing/tasks/__init__.py", "briefing/cli/serve.py"},
    "signal.SIGALRM": set(),
    "signal.SIGHUP": set(),
}


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the store believes to be on Windows."""
    monkeypatch.setattr(files, "sys", types.SimpleNamespace(platform="win32"))
    monkeypatch.setattr(files, "_PAUSES", (0.001, 0.001, 0.001))


def test_a_dossier_from_windows_in_a_long_folder_with_blanks(built_demo: Path, tmp_path: Path) -> None:
    """Ends of lines and byte order marks as editors on Windows leave them, and any folder, give the same site."""
    dossier = copy_of(DEMO, tmp_path / "Мои документы, 2 – “draft” & more" / ("long-folder-" * 9) / "dossier é")
    for path in (dossier.root / "content").rglob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    for path in (dossier.root / "seeds").glob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert dossier.spots() == []
    output = dossier.root.parent / "out put"
    dossier.build(output, site_url=DEMO_URL)
    assert tree(output) == tree(built_demo)


def test_a_source_s_text_whose_ends_of_lines_changed_is_told(dossier: Dossier) -> None:
    """The hash of a text counts its bytes; the message says that only the ends of lines differ."""
    text = dossier.path("seeds/harbour-post.txt")
    text.write_bytes(text.read_bytes().replace(b"\n", b"\r\n"))
    (problem,) = [problem for problem in dossier.problems() if problem.code == "text-hash"]
    assert "save it with line feeds (LF)" in problem.remedy


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("actors/EU.md", "Rename the file, as to `eu.md`"),
        ("actors/Water-Board.md", "Rename the file, as to `water-board.md`"),
        ("actors/" + unicodedata.normalize("NFD", "île.md"), "Rename the file, as to `ile.md`"),
        pytest.param("actors/con.md", "Rename the file", marks=pytest.mark.posix),
        pytest.param("places/lpt1.md", "Rename the file", marks=pytest.mark.posix),
        pytest.param("actors/eu .md", "Rename the file, as to `eu.md`", marks=pytest.mark.posix),
        ("actors/eu..md", "Rename the file, as to `eu.md`"),
        ("images/" + unicodedata.normalize("NFD", "bâsin.png"), "Rename it, as to `basin.png`"),
        pytest.param("images/aux.png", "Rename it, in links, too.", marks=pytest.mark.posix),
        pytest.param("images/NUL.old.png", "Rename it, in links, too.", marks=pytest.mark.posix),
        ("images/my map.png", "Rename it, as to `my-map.png`"),
        pytest.param("images/map.png.", "Convert it to one of these kinds", marks=pytest.mark.posix),
        pytest.param("images/map.png ", "Convert it to one of these kinds", marks=pytest.mark.posix),
        pytest.param("maps/con.geojson", "Rename it, in links, too.", marks=pytest.mark.posix),
    ],
)
def test_names_that_another_system_cannot_have(dossier: Dossier, name: str, remedy: str) -> None:
    """A name that is another one, or none, on some machine is told, with a better one."""
    source = {"images": "images/ferry.png"}.get(name.partition("/")[0], "actors/water-board.md")
    pictures = sorted((dossier.root / "content/images").glob("*.png"))
    data = pictures[0].read_bytes() if source.startswith("images") else dossier.path(f"content/{source}").read_bytes()
    dossier.write(f"content/{name}", data)
    found = [problem for problem in dossier.problems() if problem.path == f"content/{name}"]
    assert any(remedy in problem.remedy for problem in found), found


def test_two_names_that_are_one_on_some_disks(dossier: Dossier) -> None:
    """Images that differ by capitals only are told, each disk being such that it has both."""
    (picture, *_) = sorted((dossier.root / "content/images").glob("*.png"))
    dossier.write(f"content/images/{picture.stem.upper()}.png", picture.read_bytes())
    if len({path.name for path in picture.parent.iterdir()} & {picture.name, f"{picture.stem.upper()}.png"}) < 2:
        pytest.skip("this disk has one of them only")
    assert any("by more than case" in problem.message for problem in dossier.problems())


def test_a_name_is_given_again_while_somebody_has_the_file_open(
    windows: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Windows refuses for a moment, we wait; where it goes on refusing, the former file stays, and none beside."""
    file, real, refusals = tmp_path / "record.md", Path.replace, [2]

    def refusing(self: Path, target: Path) -> Path:
        if refusals[0]:
            refusals[0] -= 1
            raise PermissionError(13, "The process cannot access the file")
        return real(self, target)

    file.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refusing)
    files.write(file, b"new")
    assert file.read_bytes() == b"new"
    refusals[0] = 99
    with pytest.raises(PermissionError):
        files.write_all({file: b"newer"})
    assert file.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["record.md"]


def test_a_site_that_cannot_be_exchanged_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an exchange in one step, a new site that may not be moved in leaves the last one where it was."""
    fresh, output, real = tmp_path / "fresh", tmp_path / "output", files.move
    for folder in (fresh, output):
        folder.mkdir()
        (folder / folder.name).touch()

    def refusing(source: Path, target: Path) -> None:
        if source == fresh:
            raise PermissionError(13, "in use")
        real(source, target)

    monkeypatch.setattr(output_dir, "exchange", lambda first, second: False)
    monkeypatch.setattr(files, "move", refusing)
    with pytest.raises(PermissionError):
        output_dir.swap(fresh, output)
    assert [path.name for path in output.iterdir()] == ["output"]
    monkeypatch.setattr(files, "move", real)
    output_dir.swap(fresh, output)
    assert [path.name for path in output.iterdir()] == ["fresh"]
    assert [path.name for path in fresh.iterdir()] == ["output"]


def test_windows_is_asked_for_its_own_lock(windows: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no flock there; what it has instead keeps two builds apart, and folders are not exchanged in one step."""
    held: list[int] = []

    def locking(handle: int, mode: int, size: int) -> None:
        if held:
            raise OSError(36, "Resource deadlock avoided")
        held.append(handle)

    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(locking=locking, LK_NBLCK=2))  # type: ignore[arg-type]
    with files.lock(tmp_path / "lock"):
        second = files.lock(tmp_path / "lock")
        with pytest.raises(OutputError, match="twice at once"):
            second.__enter__()
    assert files.exchange(tmp_path, tmp_path) is False


def test_paths_of_a_site_have_forward_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of a site is found again by the addresses of its files."""
    start = os.path.abspath("site")
    walked = snapshot.Snapshot({f"{start}\\actors\\eu\\index.html": (1,)}, {f"{start}\\actors": (2,)})
    monkeypatch.setattr(snapshot, "_walk", lambda todo, is_ours: walked)
    monkeypatch.setattr(snapshot.os, "sep", "\\")
    assert list(snapshot.tree("site").files) == ["actors/eu/index.html"]


def test_pages_have_line_feeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is written with the ends of lines that it has, not with those of the system."""

    def as_on_windows(self: Writer, name: str, encoding: str, override: bool = False) -> TextIO:
        return open(name, "w", encoding=encoding, newline="\r\n")

    monkeypatch.setattr(Writer, "_open_w", as_on_windows)
    with BriefingWriter(str(tmp_path), {})._open_w(str(tmp_path / "page.html"), "utf-8") as page:
        page.write("one\ntwo\n")
    assert (tmp_path / "page.html").read_bytes() == b"one\ntwo\n"


def test_without_fork_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a process cannot fork, as on Windows, work is not shared out, whatever is asked for."""
    monkeypatch.setenv("BRIEFING_WORKERS", "4")
    monkeypatch.delattr(os, "fork", raising=False)
    here = os.getpid()
    assert set(pool.parallel_map(lambda number: os.getpid(), 200)) == {here}
    with pool.apart(os.getpid) as result:
        assert result() == here


@pytest.mark.parametrize(
    ("word", "quoted"),
    [
        (r"C:\dossiers\harbour", r"C:\dossiers\harbour"),
        (r"C:\My Files\d", r'"C:\My Files\d"'),
        ("it's", '"it\'s"'),
        ('a"b&c', '"ab&c"'),
    ],
)
def test_commands_are_quoted_as_the_shell_takes_them(word: str, quoted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command in a message can be copied on Windows, too."""
    monkeypatch.setattr(shell, "sys", types.SimpleNamespace(platform="win32"))
    assert shell.quoted(word) == quoted
    assert shell.joined(["invoke", word]) == f"invoke {quoted}"


@functools.cache
def nodes(path: Path) -> list[ast.AST]:
    """All that a file of code holds."""
    return [*ast.walk(ast.parse(path.read_text("utf-8")))]


def calls(path: Path) -> list[ast.Call]:
    return [node for node in nodes(path) if isinstance(node, ast.Call)]


def says_how(call: ast.Call) -> bool:
    """Whether a call that opens a file says in which encoding, or that it wants bytes."""
    given: dict[str | None, Any] = {word.arg: word.value for word in call.keywords}
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    first = call.args[0] if call.args else None
    if name == "read_text":
        return "encoding" in given or first is not None
    if name == "write_text":
        return "encoding" in given or len(call.args) > 1
    if name == "open" and isinstance(call.func, ast.Name):
        mode = call.args[1] if len(call.args) > 1 else given.get("mode")
        return "encoding" in given or (isinstance(mode, ast.Constant) and "b" in str(mode.value))
    if name in ("run", "Popen", "check_output") and {"text", "universal_newlines"} & given.keys():
        return bool({"encoding", "errors"} & given.keys())  # what a program of the system says is in its encoding
    return True


def test_text_is_read_and_written_as_utf_8() -> None:
    """No file is opened as text without an encoding: that of Windows is another one."""
    wrong = [f"{path.relative_to(ROOT)}:{call.lineno}" for path in CODE for call in calls(path) if not says_how(call)]
    assert wrong == []


def uses(path: Path) -> set[str]:
    """Modules imported and `os.` or `signal.` names used in a file."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.add(f"{node.value.id}.{node.attr}")
    return found


@pytest.mark.parametrize("name", ASKED_FOR)
def test_what_only_some_systems_have_is_asked_for(name: str) -> None:
    """What Windows lacks is used only in files that ask first whether it is there."""
    users = {path.relative_to(ROOT).as_posix() for path in CODE if name in uses(path)}
    known: Callable[[str], bool] = lambda user: any(user.startswith(file) for file in ASKED_FOR[name])  # noqa: E731
    assert [user for user in sorted(users) if not known(user)] == []
