"""The web server of `invoke serve`: shows the output to browsers of this machine, and to nobody else's page.

A page of another site that is open in the same browser may ask any server of this machine. So only requests for our own
names are answered (others may have been pointed at this machine), only our own script gets the news, and no other
site's page may include ours. The desk, which shows the texts of sources, is given to nobody who comes from another
origin, and to no frame.
"""

from __future__ import annotations

import http.server
import json
import mimetypes
import re
import select
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from briefing.desk import answers
from briefing.desk.answers import Desk

SCRIPT = "briefing-serve.js"
EVENTS = "briefing-serve-events"
#: What our own script sends with each question for news: no page of another origin may send it.
OWN_HEADER = "Briefing-Serve"
#: How many seconds a browser may wait for news, and how many may: a browser makes at most six connections to a server,
#: for all its tabs, and needs some for pages.
_PATIENCE, _WAITERS = 25, 4
_TARGET = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_VERSION = re.compile(r"\d{1,9}", re.ASCII)
_TYPES = {".avif": "image/avif", ".js": "text/javascript", ".css": "text/css", ".webp": "image/webp"}
_NOT_BUILT = b"<!doctype html><html lang=en><head><title>Not built yet</title></head><body><p>Not built yet.</p></body>"


class News:
    """What browsers get to know: a number that grows with every build, and the problems of the last one."""

    def __init__(self) -> None:
        self.version = 0
        self.problems: list[dict[str, Any]] = []
        self.changed = threading.Condition()
        self.waiters = threading.BoundedSemaphore(_WAITERS)

    def tell(self, problems: list[dict[str, Any]]) -> None:
        """Tell every browser that waits."""
        with self.changed:
            self.version += 1
            self.problems = problems
            self.changed.notify_all()

    def after(self, version: int, listens: Callable[[], bool]) -> bytes | None:
        """The news after `version` as JSON; waits for it until time is up or the browser no longer `listens`.

        None when too many wait already.
        """
        if self.version <= version:
            if not self.waiters.acquire(blocking=False):
                return None
            try:
                with self.changed:
                    for _ in range(_PATIENCE):
                        if self.changed.wait_for(lambda: self.version > version, 1) or not listens():
                            break
            finally:
                self.waiters.release()
        with self.changed:
            return json.dumps({"version": self.version, "problems": self.problems}).encode()


class Server(http.server.ThreadingHTTPServer):
    """Serves the folder `output` on 127.0.0.1, below the path `base`, and the `desk` beside it. Raises OSError when the
    port is taken.
    """

    #: On Windows this would let two servers answer at one port; elsewhere it only spares a wait after one has ended.
    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, output: Path, base: str, desk: Desk) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.output, self.base, self.desk, self.news = output, base, desk, News()
        names = ("localhost", "127.0.0.1", "[::1]")
        self.names = {f"{name}:{self.server_port}" for name in names} | {*(names if self.server_port == 80 else ())}

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a browser that went away; print any other error in one line."""
        error = sys.exception()
        if not isinstance(error, OSError):
            print(f"A request could not be answered: {error!r}.", file=sys.stderr)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    raw_requestline: bytes
    timeout = 30

    def do_GET(self) -> None:
        hosts = self.headers.get_all("Host") or []
        target = self.path
        if absolute := _TARGET.fullmatch(target):
            hosts, target = [*hosts, absolute[1]], absolute[2] or "/"
        if not hosts or any(host.strip().lower() not in self.server.names for host in hosts):
            self.refuse(421, f"This server answers to http://localhost:{self.server.server_port}/ only.")
            return
        path, _, query = target.partition("?")
        path = path.partition("#")[0]
        base = self.server.base
        if not path.startswith(base):
            self.answer(b"", "text/plain", 302, {"Location": base})
        elif path == base + EVENTS:
            self.events(query)
        elif path == base + SCRIPT:
            self.answer(Path(__file__).with_name(SCRIPT).read_bytes(), "text/javascript")
        elif path == base + answers.PATH.rstrip("/"):
            self.answer(b"", "text/plain", 302, {"Location": base + answers.PATH})
        elif path.startswith(base + answers.PATH):
            self.desk(path.removeprefix(base + answers.PATH), query)
        else:
            self.file(path.removeprefix(base))

    do_HEAD = do_GET

    def events(self, query: str) -> None:
        """What is new, for our own script only: it may hold words of a source."""
        if not self.is_by_script():
            self.refuse(403, "Only the pages of this server are told what is new.")
            return
        news = self.server.news.after(int(query) if _VERSION.fullmatch(query) else 0, self.listens)
        if news is None:
            self.refuse(503, "Too many pages wait already; ask again in a while.")
        else:
            self.answer(news, "application/json")

    def is_by_script(self) -> bool:
        """Whether our own script asks."""
        return OWN_HEADER in self.headers and self.is_from("same-origin")

    def is_from(self, *sites: str) -> bool:
        """Whether a request is from one of our origins, as far as it says where it is from, and of these kinds."""
        origins = self.headers.get_all("Origin") or []
        own = all(origin.lower().removeprefix("http://") in self.server.names for origin in origins)
        return own and self.headers.get("Sec-Fetch-Site", sites[0]) in sites

    def desk(self, path: str, query: str) -> None:
        """A page of the desk, for who asks for it by its address or comes from a page of ours, never within a frame."""
        headers = {
            "Content-Security-Policy": answers.POLICY,
            "X-Frame-Options": "DENY",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
        }
        into = self.headers.get("Sec-Fetch-Dest", "document")
        if not self.is_from("same-origin", "none") or into not in ("document", "style", "script", "image", "empty"):
            self.refuse(403, "The desk is for you alone: open it by its address, in a window of its own.", headers)
            return
        answer = self.server.desk.answer(path, query)
        if answer is None:
            self.absent()
        elif answer.for_script and not self.is_by_script():
            self.refuse(403, "Only the pages of this server are told this.", headers)
        elif answer.leads_to is not None:
            self.answer(b"", "text/plain", 302, {"Location": self.server.base + answer.leads_to, **headers})
        else:
            self.answer(answer.body, answer.kind, 200, headers)

    def listens(self) -> bool:
        """Whether the browser still holds its connection."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        return not readable or bool(self.connection.recv(1, socket.MSG_PEEK))

    def file(self, encoded: str) -> None:
        """A file of the output; pages get the script that waits for news."""
        try:
            inner = unquote_to_bytes(encoded).decode()
            target = _find(self.server.output, inner)
            if target.is_dir() and not inner.endswith("/"):
                self.answer(b"", "text/plain", 301, {"Location": f"{self.server.base}{quote(inner)}/"})
                return
            content = target.read_bytes()
        except (OSError, ValueError):
            self.absent()
            return
        if target.suffix == ".html":
            self.page(content)
        else:
            kind = _TYPES.get(target.suffix) or mimetypes.guess_type(target.name)[0] or "application/octet-stream"
            self.answer(content, kind)

    def absent(self) -> None:
        """The site's own page for what is not there, as on the host."""
        try:
            self.page(_find(self.server.output, "404.html").read_bytes(), 404)
        except (OSError, ValueError):
            self.page(_NOT_BUILT, 404)

    def page(self, html: bytes, code: int = 200) -> None:
        """Send a page with our script in it, from the site's own address, as its policy demands."""
        script = f'<script type="module" src="{self.server.base}{SCRIPT}"></script></head>'
        self.answer(html.replace(b"</head>", script.encode(), 1), "text/html; charset=utf-8", code)

    def refuse(self, code: int, sentence: str, more: dict[str, str] | None = None) -> None:
        """Say in a plain sentence why there is no answer."""
        self.answer(f"{sentence}\n".encode(), "text/plain; charset=utf-8", code, more)

    def answer(self, body: bytes, kind: str, code: int = 200, more: dict[str, str] | None = None) -> None:
        """Send a whole answer."""
        try:
            self.send_response(code)
            headers = {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if not self.raw_requestline.startswith(b"HEAD "):
                self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library calls for a request that it cannot read."""
        self.close_connection = True
        self.refuse(code, "This request cannot be answered.")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def version_string(self) -> str:
        """What we call ourselves; no versions."""
        return "briefing"

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests."""


def _find(output: Path, path: str) -> Path:
    """The file or folder of the output that a path from outside names.

    Raises ValueError when it names none, or what no host would publish: hidden files such as the output's marker, what
    lies above, or what a link leads to elsewhere.
    """
    home = output.resolve()
    *folders, name = path.split("/")
    if not path.isprintable() or re.search(r"[\\:]", path) or "" in folders or _is_hidden(path):
        raise ValueError
    try:
        target = home.joinpath(*folders, name or "index.html").resolve()
    except RuntimeError:  # links in a circle
        raise ValueError from None
    if _is_hidden(target.relative_to(home).as_posix()) or not (target.is_file() or (name and target.is_dir())):
        raise ValueError
    return target


def _is_hidden(path: str) -> bool:
    return path not in (".nojekyll", ".") and any(part.startswith(".") for part in path.split("/"))
