"""`invoke serve` in a process of its own, and ways to ask it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support import ROOT, Dossier

BRIEF = "content/briefs/in-a-minute.md"
#: Seconds after which something that is waited for is taken to hang, on however busy a machine.
PATIENCE = 120
#: What its own script sends with each question for news.
OWN = {"Briefing-Serve": "1"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


class Server:
    """`invoke serve` in a process of its own, under a sub-path."""

    def __init__(self, dossier: Dossier, output: Path, *, wait: bool = True) -> None:
        self.port, self.output = free_port(), output
        self.base = f"http://127.0.0.1:{self.port}/repo/"
        command = [sys.executable, "-m", "invoke", "serve", "--root", str(dossier.root), "--output", str(output)]
        command += ["--port", str(self.port), "--site-url", f"http://localhost:{self.port}/repo/"]
        environment = os.environ | {"PYTHONUNBUFFERED": "1", "BRIEFING_CACHE": "off"}
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        if wait:
            assert self.process.stdout is not None
            assert b"/repo/" in self.process.stdout.readline()
            self.until_watched(dossier)

    def until_watched(self, dossier: Dossier) -> None:
        """Wait until changes are followed: save a file as it is until there is news of it."""
        for _ in range(PATIENCE):
            dossier.write(BRIEF, dossier.read(BRIEF))
            with contextlib.suppress(TimeoutError):
                self.get("briefing-serve-events?1", timeout=1)
                return
        raise AssertionError("changes are not followed")

    def get(self, path: str, timeout: float = PATIENCE) -> str:
        """The body at `path`, asked for as our own script does."""
        with urllib.request.urlopen(urllib.request.Request(self.base + path, headers=OWN), timeout=timeout) as answer:
            body: bytes = answer.read()
            return body.decode()

    def news(self, after: int) -> dict[str, Any]:
        """What the page's script is told after a version."""
        found: dict[str, Any] = json.loads(self.get(f"briefing-serve-events?{after}"))
        return found

    def until(self, holds: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
        """The problems that the page's script is told, once they and what is served are as they must be."""
        version = 0
        for _ in range(PATIENCE):
            news = self.news(version)
            version, problems = news["version"], news["problems"]
            if holds(problems):
                return list(problems)
        raise AssertionError(f"this does not come to hold; problems: {problems}")

    def has(self, path: str) -> bool:
        """Whether there is a page."""
        try:
            return "<h1>" in self.get(path)
        except urllib.error.HTTPError as missing:
            missing.close()
            return False

    def ask(self, target: str, method: str = "GET", version: str = "HTTP/1.1", **headers: str) -> tuple[int, str, str]:
        """Status, head and body of the answer to a request as it is typed; 0 when there was none."""
        sent = {"Host": f"localhost:{self.port}", **{key.replace("_", "-"): value for key, value in headers.items()}}
        lines = [f"{method} {target} {version}".rstrip(), *(f"{key}: {value}" for key, value in sent.items() if value)]
        answer = b""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        with connection, contextlib.suppress(ConnectionError):  # what is not read to its end is cut off
            connection.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
            while part := connection.recv(65536):
                answer += part
        head, _, body = answer.decode("utf-8", "replace").partition("\r\n\r\n")
        return int(head.split()[1]) if head.startswith("HTTP/") else 0, head, body

    def stop(self) -> tuple[int, str, str]:
        """End the process as Ctrl-C does; its exit code and all that it wrote."""
        self.process.send_signal(signal.SIGINT)
        try:
            out, err = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            out, err = self.process.communicate()
        return self.process.returncode, out.decode(), err.decode()
