"""The site while it is edited: builds, serves on this machine only, builds again on change, and reloads open browsers.

The process stays: it keeps what it read and made, so that a change costs only what it touches. An error is shown in the
page itself and in the terminal, the last good site stays, and the next save that mends it takes the message away.
"""

from __future__ import annotations

import http.server
import json
import os
import signal
import sys
import threading
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from briefing import problems
from briefing.build import BuildFault, BuildStopped, build
from briefing.cache import Cache
from briefing.folders import OutputError
from briefing.problems import Problem
from briefing.settings import HOME, Settings
from briefing.stamp import Summary
from briefing.states import is_passed_over

SCRIPT = "briefing-serve.js"
EVENTS = "briefing-serve-events"
_SOURCE = Path(__file__).resolve().parent / SCRIPT
#: How long a browser's wait for news is held open, in seconds.
_PATIENCE = 25


class News:
    """What browsers are told: a number that grows with every build, and the problems of the last one."""

    def __init__(self) -> None:
        self.version = 0
        self.problems: list[dict[str, Any]] = []
        self.changed = threading.Condition()

    def tell(self, found: list[dict[str, Any]]) -> None:
        """Tell every browser that waits."""
        with self.changed:
            self.version += 1
            self.problems = found
            self.changed.notify_all()

    def after(self, version: int) -> bytes:
        """The news after `version`, as JSON; waits for it, but not for ever."""
        with self.changed:
            self.changed.wait_for(lambda: self.version > version, _PATIENCE)
            return json.dumps({"version": self.version, "problems": self.problems}).encode()


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the output below the site's own sub-path, with its own page for what is not there."""

    def __init__(self, *args: Any, base: str, news: News, **kwargs: Any) -> None:
        self.base, self.news = base, news
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if not path.startswith(self.base):
            self.send_response(302)
            self.send_header("Location", self.base)
            self.end_headers()
            return
        inner = path[len(self.base) :]
        if inner == EVENTS:
            self.answer(self.news.after(int(query) if query.isdecimal() else 0), "application/json")
        elif inner == SCRIPT:
            self.answer(_SOURCE.read_bytes(), "text/javascript")
        else:
            self.page("/" + inner)

    def page(self, inner: str) -> None:
        """Serve a file; pages get the script that waits for news."""
        self.path = inner
        file = Path(self.translate_path(inner))
        if file.is_dir() and inner.endswith("/"):
            file /= "index.html"
        if file.suffix != ".html" or not file.is_file():
            super().do_GET()
            return
        self.answer(self.with_script(file.read_bytes()), "text/html; charset=utf-8")

    def with_script(self, html: bytes) -> bytes:
        """The page with our script, from the site's own address, as its policy demands."""
        return html.replace(b"</head>", f'<script type="module" src="{self.base}{SCRIPT}"></script></head>'.encode(), 1)

    def answer(self, body: bytes, kind: str, code: int = 200) -> None:
        """Send a whole answer."""
        try:
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
        else:
            self.answer(self.with_script(page.read_bytes()), "text/html; charset=utf-8", 404)

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """A folder without a page is not there, as on the host."""
        self.send_error(404)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests."""


def once(settings: Settings, cache: Cache, news: News) -> Summary | None:
    """Build, tell the browsers, and say on standard error what is wrong; None when the last site stays."""
    found: list[Problem] = []
    root = "" if settings.root == HOME else str(settings.root)
    try:
        summary = build(settings, cache)
    except BuildStopped as stop:
        found = problems.errors(stop.problems)
        print(problems.for_root(problems.as_text(stop.problems), root), file=sys.stderr)
    except (OutputError, BuildFault) as error:
        found = [Problem("", 1, 1, "build", str(error), "")]
        print(error, file=sys.stderr)
    except Exception as error:  # whatever it is, the last good site stays and the next save may mend it
        found = [Problem("", 1, 1, "build", f"The build failed: {error!r}.", "Please report it.")]
        print(f"The build failed: {error!r}.", file=sys.stderr)
    else:
        news.tell([])
        return summary
    stays = "The last good site stays. " if settings.output.is_dir() else ""
    print(f"{stays}Waiting for the next change.", file=sys.stderr)
    news.tell(
        [
            {
                "where": f"{p.path}:{p.line}:{p.column}" if p.path else "",
                "message": p.message,
                "remedy": problems.for_root(p.remedy, root),
            }
            for p in found
        ]
    )
    return None


def matters(paths: Iterable[str]) -> bool:
    """Whether any of these changed files is more than an editor's backup or swap file."""
    return any(not is_passed_over(Path(path).name) for path in paths)


def serve(settings: Settings, port: int) -> None:
    """Build, serve on 127.0.0.1, and build again whenever content, seeds or theme change. Ends on Ctrl-C.

    Raises OSError when the port is taken.
    """
    from watchfiles import watch

    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a browser that goes away is no reason to end
    settings = settings._replace(site_url=settings.site_url or f"http://localhost:{port}/")
    base = urlsplit(settings.site_url).path or "/"
    news = News()
    handler = partial(Handler, directory=str(settings.output), base=base, news=news)
    http.server.ThreadingHTTPServer.daemon_threads = True
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        cache = Cache(settings.root, settings.output, resident=True)
        summary = once(settings, cache, news)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        state = "Ctrl-C ends" if summary else "not built yet; Ctrl-C ends"
        print(f"Look at http://localhost:{port}{base} ({state})", flush=True)
        folders = [settings.root / "content", settings.root / "seeds", settings.theme]
        watched = [path for path in folders if path.is_dir()]
        for changes in watch(*watched, watch_filter=None, debounce=120, step=20, raise_interrupt=False):
            if matters(path for _, path in changes) and (made := once(settings, cache, news)):
                print(f"Built again: {made.pages} pages in {made.seconds:.1f} s", flush=True)
        server.shutdown()
        cache.settle()
