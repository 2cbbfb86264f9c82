"""What the browser tests share: a small server (a built site below a sub-path, its 404 page, and, if asked, pages without
their policy), and waiting for what is to come instead of for some time.
"""

from __future__ import annotations

import http.server
import mimetypes
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

T = TypeVar("T")
#: Where the sites stand that the browser looks at: the demo and the second dossier.
SITES = ("/", "/repo/", "/other/", "/other/repo/")
#: Milliseconds after which something that is waited for is taken to hang, on however busy a machine.
PATIENCE = 120_000
#: The box of an element after four frames in which neither it nor the map has moved.
_AT_REST = """async (element) => {
    let box = null, still = 0;
    while (still < 4) {
        await new Promise(requestAnimationFrame);
        const { x, y, width, height } = element.getBoundingClientRect();
        const now = { x, y, width, height };
        const same = JSON.stringify(now) === JSON.stringify(box);
        still = same && !document.querySelector(".leaflet-zoom-anim, .leaflet-pan-anim") ? still + 1 : 0;
        box = now;
    }
    return box;
}"""
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
        self.send_header("Cache-Control", "no-store" if kind == "text/html" else "max-age=3600")
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


@contextmanager
def new_context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A context of its own for the time of a block, whose waiting ends only where something hangs."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        context.close()


def becomes(page: Page, read: Callable[[], T], expected: T) -> None:
    """Wait until what is read of a page is as expected."""
    for _ in range(PATIENCE // 50):
        if read() == expected:
            return
        page.wait_for_timeout(50)
    assert read() == expected


def at_rest(shown: Locator) -> dict[str, float]:
    """The box of something once the map has moved to where it has room."""
    box: dict[str, float] = shown.evaluate(_AT_REST)
    return box


def go_live(page: Page) -> None:
    """Make the page's map live, and have it show all that it is framed on."""
    zoom = page.get_by_role("button", name="Zoom in")
    zoom.scroll_into_view_if_needed()
    zoom.click()
    page.wait_for_selector(".map--live")
    page.get_by_role("button", name="Whole map").click()
