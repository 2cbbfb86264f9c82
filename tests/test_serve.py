"""The server for editing: follows changes, shows errors in the page, heals, ignores editors' files."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.serve import matters
from tests.support import DEMO, ROOT, Dossier, copy_of

BRIEF = "content/briefs/in-a-minute.md"
#: Seconds after which something that is waited for is taken to hang, on however busy a machine.
PATIENCE = 120


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


class Server:
    """`invoke serve` in a process of its own, under a sub-path."""

    def __init__(self, dossier: Dossier, output: Path) -> None:
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}/repo/"
        command = [sys.executable, "-m", "invoke", "serve", "--root", str(dossier.root), "--output", str(output)]
        command += ["--port", str(self.port), "--site-url", f"http://localhost:{self.port}/repo/"]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests in the background ignore it
        )
        assert self.process.stdout is not None
        assert b"/repo/" in self.process.stdout.readline()
        self.watches(dossier)

    def watches(self, dossier: Dossier) -> None:
        """Wait until changes are followed: save a file as it is until there is news of it."""
        for _ in range(PATIENCE):
            dossier.write(BRIEF, dossier.read(BRIEF))
            try:
                self.get("briefing-serve-events?1", timeout=1)
            except TimeoutError:
                continue
            return
        raise AssertionError("changes are not followed")

    def get(self, path: str, timeout: float = PATIENCE) -> str:
        """The body at `path`."""
        with urllib.request.urlopen(self.base + path, timeout=timeout) as answer:
            body: bytes = answer.read()
            return body.decode()

    def until(self, holds: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
        """The problems that the page's script is told, once they and what is served are as they must be."""
        version = 0
        for _ in range(PATIENCE):
            news = json.loads(self.get(f"briefing-serve-events?{version}"))
            version, problems = news["version"], news["problems"]
            if holds(problems):
                return problems  # type: ignore[no-any-return]
        raise AssertionError(f"this does not come to hold; problems: {problems}")

    def has(self, path: str) -> bool:
        """Whether there is a page."""
        try:
            return "<h1>" in self.get(path)
        except urllib.error.HTTPError as missing:
            missing.close()
            return False

    def stop(self) -> None:
        """End the process as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Dossier]]:
    """A server on a copy of the demo; who changes the copy changes it back."""
    folder = tmp_path_factory.mktemp("served")
    dossier = copy_of(DEMO, folder / "dossier")
    running = Server(dossier, folder / "output")
    yield running, dossier
    running.stop()


def test_a_change_is_followed_an_error_shown_and_healed(server: tuple[Server, Dossier]) -> None:
    """Edit, break, mend, add and remove: the page follows, and the last good site stays while there is an error."""
    running, dossier = server
    assert "/repo/briefing-serve.js" in running.get("")

    def tells_of_kelp() -> bool:
        return "about kelp" in running.get("briefs/in-a-minute/")

    text = dossier.read(BRIEF)
    dossier.write(BRIEF, text.rstrip() + "\n\nA paragraph about kelp [@harbour-post, ¶2, reporter].\n")
    running.until(lambda problems: not problems and tells_of_kelp())

    dossier.write(BRIEF, text.replace("title:", "titel:", 1))
    problems = running.until(lambda problems: any("titel" in problem["message"] for problem in problems))
    assert problems[0]["where"].startswith(BRIEF)
    assert tells_of_kelp()

    dossier.write(BRIEF, text)
    running.until(lambda problems: not problems and not tells_of_kelp())

    another, renamed = (dossier.root / f"content/briefs/{name}.md" for name in ("another", "renamed"))
    another.write_text(text.replace("in one minute", "in two minutes", 1), "utf-8")
    running.until(lambda problems: not problems and running.has("briefs/another/"))
    another.rename(renamed)
    running.until(lambda problems: running.has("briefs/renamed/") and not running.has("briefs/another/"))
    renamed.unlink()
    running.until(lambda problems: not running.has("briefs/renamed/"))


def test_a_folder_without_a_page_is_not_there(server: tuple[Server, Dossier]) -> None:
    """Names of files are not listed, as on the host."""
    served, _ = server
    with pytest.raises(urllib.error.HTTPError) as refused:
        served.get("theme/")
    with refused.value as answer:
        assert answer.code == 404
        assert b"This page does not exist" in answer.read()


def test_the_published_site_has_nothing_of_the_server(server: tuple[Server, Dossier]) -> None:
    """The script that waits for news is put in on the way to the browser, never into the files."""
    _, dossier = server
    pages = list((dossier.root.parent / "output").rglob("*.html"))
    assert pages
    assert all("briefing-serve" not in path.read_text("utf-8") for path in pages)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([".brief.md.swp", "brief.md~", "4913"], False),
        (["#brief.md#", ".#brief.md"], False),
        ([".brief.md.swp", "brief.md"], True),
    ],
)
def test_editors_files_do_not_matter(names: list[str], expected: bool) -> None:
    """Swap files and backups start no build."""
    assert matters(f"/x/content/briefs/{name}" for name in names) is expected
