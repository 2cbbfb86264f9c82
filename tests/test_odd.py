"""Dossiers of odd shapes: each is sound, is built, and can be read at every width."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.odd import SHAPES, odd_dossier
from tests.support import html_pages
from tests.web import Server, new_context, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each odd dossier, built, under its name."""
    folder = tmp_path_factory.mktemp("odd")
    with serving() as server:
        for name in SHAPES:
            dossier = odd_dossier(folder / name, name)
            assert [problem for problem in dossier.problems() if problem.level == "error"] == [], name
            dossier.build(folder / "sites" / name, "2026-11-30", f"{server.origin}/{name}/")
            server.sites[f"/{name}/"] = folder / "sites" / name
        yield server


@pytest.mark.browser
@pytest.mark.parametrize("name", SHAPES)
def test_nothing_runs_over_the_edge(browser: Browser, odd: Server, name: str) -> None:
    """No page is wider than its window, a small one or a wide one, and none has an error or a fault of its policy."""
    faults: list[str] = []
    with new_context(browser) as context:
        page = context.new_page()
        page.on("console", lambda message: faults.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
        for path in sample(odd.sites[f"/{name}/"]):
            page.set_viewport_size({"width": 320, "height": 800})
            page.goto(f"{odd.origin}/{name}/{path}", wait_until="load")
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                if over > 0:
                    faults.append(f"{page.url}: {over} px too wide at {width}")
    assert faults == []


def sample(site: Path) -> list[str]:
    """Each page that is by itself, and two of those of each kind of record."""
    chosen: dict[str, list[str]] = {}
    for name in html_pages(site):
        folder = name.rpartition("/")[0].rpartition("/")[0]
        chosen.setdefault(folder or name, []).append(name)
    return [name for names in chosen.values() for name in names[:2] if name != "404.html"]
