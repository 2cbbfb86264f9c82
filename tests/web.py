"""A small server for the browser tests: a built site below a sub-path, its 404 page, and, if asked, pages without their policy."""

from __future__ import annotations

import http.server
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


class Server(http.server.ThreadingHTTPServer):
    """Serves folders by sub-path: `sites["/repo/"] = folder`. `bare` takes the policy out of every page."""

    daemon_threads = True
    bare = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.sites: dict[str, Path] = {}

    @property
    def origin(self) -> str:
        """The server's address without a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, type and content of an address; a site's own page for what is not there."""
        path = path.partition("?")[0]
        for base in sorted(self.sites, key=len, reverse=True):
            if not path.startswith(base):
                continue
            folder = self.sites[base]
            file = folder / (path[len(base) :] + ("index.html" if path.endswith("/") else ""))
            status = 200
            if not file.is_file() or folder not in file.resolve().parents:
                status, file = 404, folder / "404.html"
            content = file.read_bytes()
            if self.bare and file.suffix == ".html":
                content = _POLICY.sub(b"", content)
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            return status, kind, content
        return 404, "text/plain", b"nothing here"


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        status, kind, content = self.server.answer(self.path)
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server for the time of a block."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
