"""The server for editing: follows changes, shows errors in the page, heals, ignores editors' files, ends on Ctrl-C."""

from __future__ import annotations

import shutil
import time
import urllib.error
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.cli.watching import matters
from tests import web
from tests.serving import BRIEF, Server
from tests.support import DEMO, Dossier, copy_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: The server is ended as by Ctrl-C, which is no signal on Windows.
pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Dossier]]:
    """A server on a copy of the demo; who changes the copy changes it back."""
    folder = tmp_path_factory.mktemp("served")
    dossier = copy_of(DEMO, folder / "dossier")
    running = Server(dossier, folder / "output")
    yield running, dossier
    running.stop()


def test_a_change_is_followed_an_error_shown_and_healed(server: tuple[Server, Dossier]) -> None:
    """Edit, break, mend, add and remove: the page follows, and the last good site stays while there is an error."""
    running, dossier = server
    assert "/repo/briefing-serve.js" in running.get("")

    def tells_of_kelp() -> bool:
        return "about kelp" in running.get("briefs/in-a-minute/")

    text = dossier.read(BRIEF)
    dossier.write(BRIEF, text.rstrip() + "\n\nA paragraph about kelp [@harbour-post, ¶2, reporter].\n")
    running.until(lambda problems: not problems and tells_of_kelp())

    dossier.write(BRIEF, text.replace("title:", "titel:", 1))
    problems = running.until(lambda problems: any("titel" in problem["message"] for problem in problems))
    assert problems[0]["where"].startswith(BRIEF)
    assert tells_of_kelp()

    dossier.write(BRIEF, text)
    running.until(lambda problems: not problems and not tells_of_kelp())

    another, renamed = (dossier.root / f"content/briefs/{name}.md" for name in ("another", "renamed"))
    another.write_text(text.replace("in one minute", "in two minutes", 1), "utf-8")
    running.until(lambda problems: not problems and running.has("briefs/another/"))
    another.rename(renamed)
    running.until(lambda problems: running.has("briefs/renamed/") and not running.has("briefs/another/"))
    renamed.unlink()
    running.until(lambda problems: not running.has("briefs/renamed/"))


def test_a_folder_without_a_page_is_not_there(server: tuple[Server, Dossier]) -> None:
    """Names of files are not listed, as on the host."""
    served, _ = server
    with pytest.raises(urllib.error.HTTPError) as refused:
        served.get("theme/")
    with refused.value as answer:
        assert answer.code == 404
        assert b"This page does not exist" in answer.read()


def test_the_published_site_has_nothing_of_the_server(server: tuple[Server, Dossier]) -> None:
    """The script that waits for news is put in on the way to the browser, never into the files."""
    _, dossier = server
    pages = list((dossier.root.parent / "output").rglob("*.html"))
    assert pages
    assert all("briefing-serve" not in path.read_text("utf-8") for path in pages)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([".brief.md.swp", "brief.md~", "4913"], False),
        (["#brief.md#", ".#brief.md"], False),
        ([".brief.md.swp", "brief.md"], True),
    ],
)
def test_editors_files_do_not_matter(names: list[str], expected: bool) -> None:
    """Swap files and backups start no build."""
    assert matters(f"/x/content/briefs/{name}" for name in names) is expected


@pytest.mark.parametrize("folder", ["content", "seeds"])
@pytest.mark.parametrize("how", ["deleted", "renamed", "swapped"])
def test_a_folder_is_replaced(server: tuple[Server, Dossier], folder: str, how: str) -> None:
    """A folder that is taken away and put there anew is heard as the first one was."""
    running, dossier = server
    kept, place, former = dossier.root / "kept", dossier.root / folder, dossier.root / "former"
    if how == "swapped":
        shutil.copytree(place, kept)
        place.rename(former)
        kept.rename(place)
        shutil.rmtree(former)
    else:
        if how == "deleted":
            shutil.copytree(place, kept)
            shutil.rmtree(place)
        else:
            place.rename(kept)
        running.until(bool)
        kept.rename(place)
        running.until(lambda problems: not problems)
    path = BRIEF if folder == "content" else "seeds/harbour-post.md"
    text = dossier.read(path)
    dossier.write(path, text.replace("title:", "titel:", 1))
    running.until(lambda problems: any("titel" in problem["message"] for problem in problems))
    dossier.write(path, text)
    running.until(lambda problems: not problems)


def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    """It ends with a word of its own, and nobody else's."""
    code, out, told = Server(copy_of(DEMO, tmp_path / "dossier"), tmp_path / "output").stop()
    assert (code, out.splitlines()[-1], told) == (0, "Stopped.", "")


def test_ctrl_c_while_the_first_site_is_built(tmp_path: Path) -> None:
    """The same before there is a site; what was begun is no site, and the next build takes its place."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    running = Server(dossier, tmp_path / "output", wait=False)
    while not (tmp_path / ".output.new").exists():
        time.sleep(0.01)
    code, out, told = running.stop()
    assert (code, out.splitlines()[-1:], told) == (0, ["Stopped."], "")
    dossier.build(tmp_path / "output")


@pytest.mark.browser
def test_a_browser_follows(browser: Browser, server: tuple[Server, Dossier]) -> None:
    """An open page shows what is saved, what is wrong, and that it is mended, without a touch."""
    running, dossier = server
    page = browser.new_page()
    page.goto(running.base + "briefs/in-a-minute/")
    text = dossier.read(BRIEF)
    dossier.write(BRIEF, text.rstrip() + "\n\nA paragraph about kelp [@harbour-post, ¶2, reporter].\n")
    page.get_by_text("A paragraph about kelp").wait_for()
    dossier.write(BRIEF, text.replace("title:", "titel:", 1))
    page.get_by_role("alert").get_by_text("titel").first.wait_for()
    dossier.write(BRIEF, text)
    page.get_by_text("A paragraph about kelp").wait_for(state="detached")
    page.close()


@pytest.mark.browser
def test_a_page_of_another_origin_learns_nothing(
    browser: Browser, server: tuple[Server, Dossier], tmp_path: Path
) -> None:
    """It can neither read the news nor a page, nor put one of our files into itself."""
    asked = f"http://localhost:{server[0].port}/repo/"
    (tmp_path / "other").mkdir()
    (tmp_path / "other/index.html").write_text("<p>another page</p>")
    page = browser.new_page()
    with web.serving() as other:
        other.sites["/"] = tmp_path / "other"
        page.goto(other.origin + "/")
        for name in ("briefing-serve-events?0", "", "manifest.json"):
            for options in ("{}", "{mode: 'no-cors'}", "{headers: {'Briefing-Serve': '1'}}"):
                read = f"fetch('{asked}{name}', {options}).then((answer) => answer.text(), () => 'refused')"
                assert page.evaluate(read) == "refused", (name, options)
    page.close()
