"""The server for editing: follows changes, shows errors in the page, heals, ignores editors' files."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.serve import matters
from tests.support import DEMO, ROOT, Dossier, copy_of

BRIEF = "content/briefs/in-a-minute.md"


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
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self.process.stdout is not None
        assert b"/repo/" in self.process.stdout.readline()
        time.sleep(0.3)

    def get(self, path: str) -> str:
        """The body at `path`."""
        with urllib.request.urlopen(self.base + path, timeout=40) as answer:
            body: bytes = answer.read()
            return body.decode()

    def news(self, after: int) -> dict[str, Any]:
        """What the page's script is told after a version."""
        found: dict[str, Any] = json.loads(self.get(f"briefing-serve-events?{after}"))
        return found

    def stop(self) -> None:
        """End the process as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Server, Dossier]]:
    """A server on a copy of the demo."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    running = Server(dossier, tmp_path / "output")
    yield running, dossier
    running.stop()


def test_a_change_is_followed_an_error_shown_and_healed(server: tuple[Server, Dossier]) -> None:
    """Edit, break, mend, add and remove: the page follows, and the last good site stays while there is an error."""
    running, dossier = server
    assert "/repo/briefing-serve.js" in running.get("")
    version = running.news(0)["version"]

    text = dossier.read(BRIEF)
    dossier.write(BRIEF, text.rstrip() + "\n\nA paragraph about kelp [@harbour-post, ¶2, reporter].\n")
    news = running.news(version)
    assert news["problems"] == []
    assert "about kelp" in running.get("briefs/in-a-minute/")

    dossier.write(BRIEF, text.replace("title:", "titel:", 1))
    news = running.news(news["version"])
    assert any("titel" in problem["message"] for problem in news["problems"])
    assert news["problems"][0]["where"].startswith(BRIEF)
    assert "about kelp" in running.get("briefs/in-a-minute/")

    dossier.write(BRIEF, text)
    news = running.news(news["version"])
    assert news["problems"] == []
    assert "about kelp" not in running.get("briefs/in-a-minute/")

    dossier.write("content/briefs/another.md", text.replace("in one minute", "in two minutes", 1))
    news = running.news(news["version"])
    assert "<h1>" in running.get("briefs/another/")
    (dossier.root / "content/briefs/another.md").rename(dossier.root / "content/briefs/renamed.md")
    running.news(news["version"])
    assert "<h1>" in running.get("briefs/renamed/")


def test_a_folder_without_a_page_is_not_there(server: tuple[Server, Dossier]) -> None:
    """Names of files are not listed, as on the host."""
    served, _ = server
    with pytest.raises(urllib.error.HTTPError) as refused:
        served.get("theme/")
    with refused.value as answer:
        assert answer.code == 404
        assert b"This page does not exist" in answer.read()


def test_the_published_site_has_nothing_of_the_server(server: tuple[Server, Dossier], tmp_path: Path) -> None:
    """The script that waits for news is put in on the way to the browser, never into the files."""
    assert all("briefing-serve" not in path.read_text("utf-8") for path in (tmp_path / "output").rglob("*.html"))


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
