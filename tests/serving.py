"""`invoke serve` in a process of its own, and ways to ask it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from tests.support import ROOT, Dossier

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
            time.sleep(0.3)

    def get(self, path: str) -> str:
        """The body at `path`, asked for as our own script does."""
        with urllib.request.urlopen(urllib.request.Request(self.base + path, headers=OWN), timeout=40) as answer:
            body: bytes = answer.read()
            return body.decode()

    def news(self, after: int) -> dict[str, Any]:
        """What the page's script is told after a version."""
        found: dict[str, Any] = json.loads(self.get(f"briefing-serve-events?{after}"))
        return found

    def news_until(self, version: int, *, fine: bool) -> int:
        """Wait for news with problems, or without any; the version of it."""
        for _ in range(10):
            news = self.news(version)
            version = news["version"]
            if (not news["problems"]) is fine:
                return version
        raise AssertionError(news)

    def ask(self, target: str, method: str = "GET", version: str = "HTTP/1.1", **headers: str) -> tuple[int, str, str]:
        """Status, head and body of the answer to a request as it is typed; 0 when there was none."""
        sent = {"Host": f"localhost:{self.port}", **{key.replace("_", "-"): value for key, value in headers.items()}}
        lines = [f"{method} {target} {version}".rstrip(), *(f"{key}: {value}" for key, value in sent.items() if value)]
        answer = b""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=40)
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
            out, err = self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            out, err = self.process.communicate()
        return self.process.returncode, out.decode(), err.decode()
