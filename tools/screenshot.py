"""The README's picture: the built site's home page as Chromium shows it, as a small PNG.

Needs Playwright and Pillow (requirements-dev.lock) and a Chromium on the machine.
"""

from __future__ import annotations

import contextlib
import http.server
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing.model.settings import HOME, SettingsError, settings

WIDTH, HEIGHT = 1280, 800
COLOURS = 128
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


class ScreenshotError(Exception):
    """No picture can be taken; the text says what must hold and how to mend it."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine alone; give its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def shoot(site: Path, target: Path) -> None:
    """Photograph the home page of the built `site` and write the picture to `target`.

    Raises ScreenshotError when there is no site, no Playwright or no Chromium.
    """
    if not (site / "index.html").is_file():
        raise ScreenshotError(f"{site} must hold a built site. Run `invoke build` first.")
    try:
        from PIL import Image
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise ScreenshotError(
            "Playwright and Pillow must be installed. Run `.venv/bin/pip install -r requirements-dev.lock`."
        ) from None
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise ScreenshotError("Chromium must be installed. On Debian: `sudo apt-get install chromium`.")
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(address, wait_until="networkidle")
        taken = page.screenshot()
        browser.close()
    with Image.open(BytesIO(taken)) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        target.parent.mkdir(parents=True, exist_ok=True)
        small.save(target, optimize=True)


def main(root: str = "") -> int:
    """Photograph the site that was built of the dossier at `root`; return the exit code."""
    try:
        shoot(settings(root).output, HOME / "docs" / "screenshot.png")
    except SettingsError as error:
        print(f"{error}.", file=sys.stderr)
        return 2
    except ScreenshotError as error:
        print(error, file=sys.stderr)
        return 1
    print("docs/screenshot.png is new.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:2]))
