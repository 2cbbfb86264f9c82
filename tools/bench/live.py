"""From an edit to the page: starts a server of the project or a peer, edits a brief, waits until its page shows it."""

from __future__ import annotations

import contextlib
import http.client
import http.server
import os
import subprocess
import time
from pathlib import Path
from statistics import median

from tools.bench.measure import Failed
from tools.bench.peers import Peer

PAUSE = 0.02
#: Seconds until a server must show its first page, and until an edit must be seen.
START, MOST = 600.0, 120.0
#: File clocks are coarse, and some generators do not trust a file that was written a moment ago.
SETTLE = 2.5


def visible(tool: Peer, log: Path, edits: int = 3) -> float:
    """The median seconds from an edit to the page that shows it, in the server that `tool` names. Raises Failed.

    Ends only the server that it started.
    """
    port = _free_port()
    path = f"/briefs/{tool.page.parent.name}/"
    command = [part.replace("{port}", str(port)) for part in tool.server]
    with open(log, "wb") as sink:
        server = subprocess.Popen(  # noqa: S603 (a command of our own table)
            command,
            cwd=tool.folder,
            env={**os.environ, **tool.environment},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(tool.name, port, path, "of its kind", START, server)
        taken = []
        for number in range(edits):
            time.sleep(SETTLE)
            words = tool.edits["prose"].make(1000 + number)
            started = time.perf_counter()
            _wait(tool.name, port, path, words, MOST, server)
            taken.append(time.perf_counter() - started)
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
    return round(median(taken), 3)


def _wait(name: str, port: int, path: str, words: str, most: float, server: subprocess.Popen[bytes]) -> None:
    """Ask for a page until it shows `words`."""
    end = time.perf_counter() + most
    while time.perf_counter() < end:
        if server.poll() is not None:
            raise Failed(f"{name}'s server ended with {server.returncode}")
        if words in _page(port, path):
            return
        time.sleep(PAUSE)
    raise Failed(f"{name}'s server did not show `{words}` within {most:.0f} seconds at {path}")


def _page(port: int, path: str) -> str:
    """A page as it is served now; nothing while there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
        connection.request("GET", path)
        return connection.getresponse().read().decode("utf-8", errors="replace")
    return ""


def _free_port() -> int:
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as free:
        return free.server_port
