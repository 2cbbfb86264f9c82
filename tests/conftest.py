"""Fixtures: the demo, a copy to spoil, both dossiers built once a session, and a browser."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import DEMO, DEMO_URL, ROOT, Dossier, copy_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(autouse=True)
def _no_day_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the day on which it runs, on the caller's SOURCE_DATE_EPOCH, or on what earlier builds remember."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1809129600")  # 1 May 2027: what this repository's briefs say is past
    monkeypatch.setenv("BRIEFING_CACHE", "off")


@pytest.fixture(scope="session")
def demo() -> Dossier:
    """The demo itself; not to be written to."""
    return Dossier(DEMO)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """A copy of the demo that a test may spoil."""
    return copy_of(DEMO, tmp_path / "dossier")


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built once for `https://demo.example/ondo/`; not to be written to."""
    output = tmp_path_factory.mktemp("demo") / "output"
    Dossier(DEMO).build(output, site_url=DEMO_URL)
    return output


@pytest.fixture(scope="session")
def built_real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own dossier, built once for the root of a site; not to be written to."""
    output = tmp_path_factory.mktemp("real") / "output"
    Dossier(ROOT).build(output, as_of="2026-11-23", site_url="http://localhost/")
    return output


def _without_browser(reason: str) -> Any:
    """Skip loudly, or fail where BRIEFING_BROWSER=required says that browser tests must run."""
    if os.environ.get("BRIEFING_BROWSER") == "required":
        pytest.fail(f"BROWSER TESTS MUST RUN HERE, but {reason}.", pytrace=False)
    warnings.warn(pytest.PytestWarning(f"BROWSER TESTS SKIPPED: {reason}."), stacklevel=2)
    pytest.skip(f"BROWSER TESTS SKIPPED: {reason}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a network of its own."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _without_browser("Playwright is not installed (requirements-dev.lock has it)")
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        _without_browser("no Chromium was found (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say loudly at the end when browser tests did not run."""
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if "BROWSER TESTS SKIPPED" in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.section("browser tests skipped", sep="!", red=True, bold=True)
        terminalreporter.line(
            f"{len(skipped)} browser tests did NOT run. Install Chromium, or set BRIEFING_BROWSER=required."
        )


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"
