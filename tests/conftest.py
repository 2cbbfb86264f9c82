"""Fixtures: the demo, a copy to spoil, both dossiers built once a session, the generator with the demo in it, and a browser."""

from __future__ import annotations

import os
import re
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from lxml import html

from briefing.cli import commands
from briefing.maps.geojson import read_base_map
from briefing.maps.geometry import BaseMap
from tests.once import made_once
from tests.other import other_dossier
from tests.support import DEMO, DEMO_URL, ROOT, WORLD, Dossier, Parsed, copy_of, html_pages, tree
from tests.web import PATIENCE, SITES, Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = [
    *"--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split(),
    *"--disable-component-update --disable-sync".split(),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


# A busy machine is no fault of what is tested.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def _no_day_from_outside() -> Iterator[None]:
    """No test depends on the day on which it runs, on the caller's SOURCE_DATE_EPOCH, or on what earlier builds remember."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1742000000")
        patch.setenv("BRIEFING_CACHE", "off")
        yield


@pytest.fixture(scope="session", autouse=True)
def _made_once() -> Iterator[None]:
    """What is the same for many builds is made once in a process."""
    with made_once():
        yield


@pytest.fixture(scope="session")
def demo() -> Dossier:
    """The demo itself; not to be written to."""
    return Dossier(DEMO)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """A copy of the demo that a test may spoil."""
    return copy_of(DEMO, tmp_path / "dossier")


@pytest.fixture(scope="session")
def released_demo(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The demo, released; not to be written to."""
    demo = copy_of(DEMO, tmp_path_factory.mktemp("released") / "dossier")
    commands.release(str(demo.root))
    assert demo.spots() == []
    return demo


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, built once for `https://demo.example/ondo/`; not to be written to."""
    output = tmp_path_factory.mktemp("demo") / "output"
    Dossier(DEMO).build(output, site_url=DEMO_URL)
    return output


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The second dossier, see `tests/other.py`; not to be written to."""
    return other_dossier(tmp_path_factory.mktemp("other") / "dossier")


@pytest.fixture(scope="session")
def built_other(other: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second dossier, built once for the root of a site; not to be written to."""
    output = tmp_path_factory.mktemp("built-other") / "output"
    other.build(output, site_url="http://localhost/")
    return output


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's generator, with the demo for its own dossier; not to be written to."""
    folder = tmp_path_factory.mktemp("workshop") / "repository"
    copy_of(DEMO, folder)
    for part in ("briefing", "theme"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "tasks.py", folder / "tasks.py")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where to build."""
    return tmp_path / "sites" / "output"


@pytest.fixture
def site(built_demo: Path, output: Path) -> dict[str, str]:
    """A good site in the output, as a tree: what a build of the dossier makes there."""
    shutil.copytree(built_demo, output)
    return tree(output)


@pytest.fixture
def released(released_demo: Dossier, tmp_path: Path) -> Dossier:
    """A copy of the demo as released."""
    return copy_of(released_demo.root, tmp_path / "dossier")


@pytest.fixture(scope="session")
def page(built_demo: Path) -> Parsed:
    """A page of the built demo, parsed."""

    def parsed(url: str) -> html.HtmlElement:
        file = built_demo / (url if url.endswith(".html") else f"{url}index.html")
        return html.fromstring(file.read_text("utf-8"))

    return parsed


@pytest.fixture(scope="session")
def world() -> BaseMap:
    """The base map of the theme."""
    return read_base_map([WORLD])


@pytest.fixture(scope="session")
def server(other: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo at `/` and `/repo/`, the second dossier at `/other/` and `/other/repo/`."""
    with serving() as server:
        for base in SITES:
            output = tmp_path_factory.mktemp("site") / "output"
            dossier = other if base.startswith("/other/") else Dossier(DEMO)
            dossier.build(output, "", server.origin + base)
            server.sites[base] = output
        yield server


@pytest.fixture(scope="session")
def kinds(server: Server) -> dict[str, str]:
    """One address of the demo for each kind of page, the longest page of that kind."""
    found: dict[str, tuple[int, str]] = {}
    folder = server.sites["/repo/"]
    for name in html_pages(folder):
        text = (folder / name).read_text("utf-8")
        kind = re.search(r'data-kind="([^"]+)"', text)
        if kind:
            found[kind[1]] = max(found.get(kind[1], (0, "")), (len(text), "/repo/" + name.removesuffix("index.html")))
    return {kind: address for kind, (_, address) in sorted(found.items())}


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
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS, timeout=PATIENCE)
        yield chromium
        chromium.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out on Windows what it does not have."""
    if os.name == "nt":
        lacking = pytest.mark.skip(reason="needs rights, pipes or signals that Windows does not have")
        for item in items:
            if item.get_closest_marker("posix"):
                item.add_marker(lacking)


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
