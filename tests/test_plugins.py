"""Pelican is real: plugins of its family work on our site, and a site's own templates come before the theme's."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.running import invoke
from tests.support import Dossier, enlarge, html_pages, tree

#: Marks each page as it is written, and in the end adds a file and changes one, as minifiers do.
PLUGIN = """
from pathlib import Path
from pelican import signals

def marked(path, context):
    page = Path(path)
    page.write_text(page.read_text("utf-8").replace("</body>", f"<p>Marked: {context['page'].title}</p></body>"), "utf-8")

def ended(pelican):
    folder = Path(pelican.output_path)
    (folder / "seen.txt").write_text(str(len([*folder.rglob("*.html")])))
    page = folder / "404.html"
    page.write_text(page.read_text("utf-8").replace("</body>", "ENDING</body>"), "utf-8")

def register():
    signals.content_written.connect(marked)
    signals.finalized.connect(ended)
"""
CONF = "briefing/pelicanconf.py"


@pytest.fixture
def house(workshop: Path, tmp_path: Path) -> Path:
    """A repository of the test's own."""
    shutil.copytree(workshop, tmp_path / "house")
    return tmp_path / "house"


def configure(house: Path, *plugins: str, templates: tuple[str, ...] = (), more: str = "") -> None:
    """Name plugins and folders of templates as Pelican's users do."""
    path = house / CONF
    text = path.read_text("utf-8")
    names = "".join(f', "{name}"' for name in plugins)
    text = text.replace("PLUGINS = [_settings.OUR_PLUGIN]", f"PLUGINS = [_settings.OUR_PLUGIN{names}]\n{more}")
    path.write_text(text.replace("OVERRIDES: list[str] = []", f"OVERRIDES: list[str] = {[*templates]}"), "utf-8")


def build(house: Path, **environment: str) -> str:
    """Build as a user would; what it says. Fails when it does not build."""
    done = invoke("build", cwd=house, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_plugin_that_changes_pages(house: Path, memory: Path) -> None:
    """It gets every page, in each build; the build says so, looks at what it left, and forgets it when the plugin goes."""
    plain = build(house)
    assert "written anew" not in plain
    before = tree(house / "output")
    original = (house / CONF).read_text("utf-8")
    (house / "marking.py").write_text(PLUGIN)
    configure(house, "marking")
    assert "written anew, one after the other, for marking may change" in build(house, BRIEFING_WORKERS="2")
    pages = html_pages(house / "output")
    assert (house / "output/seen.txt").read_text() == str(len(pages))
    assert all("<p>Marked: " in (house / "output" / page).read_text("utf-8") for page in pages)
    again = build(house)
    assert "Nothing changed" in again
    assert "written anew" not in again
    brief = house / "content/briefs/papers.md"
    brief.write_text(brief.read_text("utf-8").replace("The board wants", "The board badly wants"), "utf-8")
    build(house)
    assert all("<p>Marked: " in (house / "output" / page).read_text("utf-8") for page in pages)
    brief.write_text(brief.read_text("utf-8").replace("The board badly wants", "The board wants"), "utf-8")
    (house / CONF).write_text(original, "utf-8")
    build(house)
    assert tree(house / "output") == before


def test_a_plugin_that_breaks_a_page_leaves_the_last_site(house: Path) -> None:
    """What plugins did is looked at when they have ended; a file that they write over is no file of the last site."""
    enlarge(Dossier(house))
    (house / "marking.py").write_text(PLUGIN)
    configure(house, "marking")
    build(house)
    before = tree(house / "output")
    assert (house / ".output.new/seen.txt").is_file()
    another = Dossier(house).read("content/briefs/papers.md").replace("title: ", "title: Again ", 1)
    Dossier(house).write("content/briefs/another.md", another)
    (house / "marking.py").write_text(PLUGIN.replace("ENDING", "<a href='nowhere/'>x</a>".replace("'", '\\"')))
    done = invoke("build", cwd=house)
    assert done.returncode == 1
    assert "404.html: the link to nowhere/index.html must lead to a page" in done.stderr
    assert tree(house / "output") == before


def test_a_plugin_of_the_index(house: Path) -> None:
    """Pelican's plugin for sitemaps lists every page, also where Pelican runs by itself."""
    configure(house, "sitemap", more='SITEMAP = {"format": "xml", "exclude": ["404"]}')
    assert "sitemap may change" in build(house)
    listed = re.findall("<loc>(.*?)</loc>", (house / "output/sitemap.xml").read_text("utf-8"))
    pages = {page.removesuffix("index.html") for page in html_pages(house / "output")} - {"404.html"}
    assert {address.removeprefix("http://localhost:8000/") for address in listed} == pages
    assert "changefreq" in (house / "output/sitemap.xml").read_text("utf-8")


def test_a_plugin_that_is_not_there_is_told(house: Path) -> None:
    """Pelican would go on without it."""
    configure(house, "nowhere-to-be-found")
    done = invoke("build", cwd=house)
    assert done.returncode == 1
    assert "pelicanconf.py:1:1: [plugin] Pelican must find every plugin; nowhere-to-be-found it did not" in done.stderr


def test_a_folder_of_templates_that_is_not_there_is_told(house: Path) -> None:
    """Else a misspelt name would leave the theme's own templates, without a word."""
    configure(house, templates=("uors",))
    done = invoke("build", cwd=house)
    assert done.returncode == 2
    assert "THEME_TEMPLATES_OVERRIDES must name folders" in done.stderr
    assert "Traceback" not in done.stderr


def test_templates_of_a_site_come_first(house: Path, memory: Path) -> None:
    """A template of the site's own replaces the theme's, which it can extend; an edit of it is followed, a fault told."""
    own = house / "ours/404.html"
    own.parent.mkdir()
    own.write_text('{% extends "!theme/404.html" %}{% block main %}{{ super() }}<p>One</p>{% endblock %}')
    configure(house, templates=("ours",))
    build(house)
    assert "<p>One</p>" in (house / "output/404.html").read_text("utf-8")
    own.write_text(own.read_text().replace("One", "Two"))
    build(house)
    assert "<p>Two</p>" in (house / "output/404.html").read_text("utf-8")
    own.write_text(own.read_text().replace("Two", "\n{{ nobody.there }}"))
    done = invoke("build", cwd=house)
    assert done.returncode == 1
    assert re.search(r"ours/404\.html:2:1: \[template\]", done.stderr)
