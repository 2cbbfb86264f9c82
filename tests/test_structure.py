"""The fences of the code and of the theme."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import pytest

from tests.support import ROOT, html_pages
from tools.architecture import LAYERS, PICTURE, draw

PACKAGE = ROOT / "briefing"
THEME = ROOT / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
FENCES = {
    "babel": {"model/languages.py"},
    "pelican": {"build/pelican_plugin.py", "build/builder.py"},
    "ghp_import": {"repository/publishing.py"},
    "folium": {"maps/live.py"},
    "branca": {"maps/live.py"},
    "bleach": {"markup/cleaning.py"},
    "cmarkgfm": {"markup/prose.py", "importing/plain.py"},
    "lxml": {"importing/tree.py"},
    "mammoth": {"importing/word.py"},
    "pdfminer": {"importing/glyphs.py"},
    "spellchecker": {"importing/hyphens.py"},
    "feedgenerator": {"site/exports.py"},
    "yaml": {"reading/frontmatter.py", "reading/headfaults.py"},
    "invoke": {f"tasks/{path.name}" for path in (PACKAGE / "tasks").glob("*.py")},
    "nh3": set(),
    "requests": set(),
    "urllib.request": {"repository/wheel.py"},
    "xml.parsers": {"sheets/zipped.py"},
    "csv": {"sheets/delimited.py"},
    "socket": {"cli/host.py", "store/web.py"},
}


@functools.cache
def nodes(path: Path) -> list[ast.Import | ast.ImportFrom]:
    """What a file imports, as it stands there, also inside functions."""
    return [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def imports(path: Path) -> set[str]:
    """Every module that a file imports."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


@pytest.mark.parametrize(("module", "files"), FENCES.items(), ids=list(FENCES))
def test_libraries_behind_fences(module: str, files: set[str]) -> None:
    """A library is imported in its own module only, so that it can be replaced in one file."""
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(within(name, module) for name in imports(path))
    }
    assert users <= files


def modules() -> dict[str, Path]:
    """The modules of the package by their dotted names."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


def imported() -> dict[str, set[str]]:
    """For each module of ours those that it imports, for types and inside functions, too."""
    ours = modules()
    found: dict[str, set[str]] = {name: set() for name in ours}
    for name, path in ours.items():
        for node in nodes(path):
            if isinstance(node, ast.Import):
                found[name] |= {alias.name for alias in node.names if alias.name in ours}
            elif node.module in ours:
                named = {f"{node.module}.{alias.name}" for alias in node.names}
                found[name] |= named & ours.keys() or {node.module}
    return found


def test_imports_point_down() -> None:
    """A part stands upon parts of lower layers only, so that it can be understood without those above it."""
    layer = {part: number for number, parts in enumerate(LAYERS) for part in parts}
    found = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert found == set(layer), "tools/architecture.py lists every part"
    layer["pelicanconf"] = layer["store"]  # where Pelican's users look for it
    for name, others in imported().items():
        part = name.split(".")[1] if "." in name else ""
        for other in (other.split(".")[1] for other in others if "." in other):
            assert part in ("", other) or layer[part] < layer[other], f"{name} imports {other}"


def test_the_picture_is_drawn_from_the_table() -> None:
    """The picture in `docs/architecture.md` shows the layers as they are."""
    assert PICTURE.read_text("utf-8") == draw(), "draw it anew: python -m tools.architecture"


def test_no_circles() -> None:
    """No module imports one that imports it, by whatever way."""
    left = imported()
    while free := [name for name, others in left.items() if not others & left.keys()]:
        for name in free:
            del left[name]
    assert not left, f"in or above a circle: {sorted(left)}"


def test_modules_are_small() -> None:
    """A module has one duty and at most 300 lines."""
    lines = {name: path.read_text("utf-8").count("\n") for name, path in modules().items()}
    assert [(name, count) for name, count in lines.items() if count > 300] == []


def test_architecture_names_what_is_there() -> None:
    """Every file that docs/architecture.md sends its reader to is there."""
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    for name in set(re.findall(r"`([\w./<>-]+(?:\.\w+|/))`", text)) - {"theme/templates/<kind>.html"}:
        if name.startswith(("seeds/", "content/")):
            continue  # an example from a dossier
        assert any((folder / name).exists() for folder in (ROOT, PACKAGE)) or any(
            found for folder in (PACKAGE, THEME) for found in folder.rglob(name)
        ), name


def test_no_flat_module() -> None:
    """Modules live in packages; the settings for plain Pelican are where `pelican -s` looks for them."""
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "pelicanconf.py"}


@pytest.mark.parametrize(
    "module",
    [
        "model/text",
        "markup/quotation_marks",
        "model/dates",
        "model/citations",
        "model/addresses",
        "model/outside",
        "model/ids",
        "model/problems",
        "model/prose",
        "model/records/__init__",
        "model/forms",
        "model/keys",
        "site/audit",
    ],
)
def test_bottom_modules_do_no_io(module: str) -> None:
    """Plain modules read no file, clock, chance or environment."""
    names = imports(PACKAGE / f"{module}.py")
    assert not names & {"os", "pathlib", "time", "random", "subprocess", "secrets", "uuid", "locale"}


def test_only_settings_know_the_clock() -> None:
    """No module but settings asks for the day; none asks chance."""
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        if path.name != "settings.py":
            assert not re.search(r"\b(?:datetime\.now|date\.today|utcnow|time\.time|strftime|localtime)\(", text), (
                path.name
            )
        assert not imports(path) & {"random", "secrets", "uuid", "locale"}, path.name


def test_only_makers_of_safe_html_make_it() -> None:
    """`Markup` is made where HTML is cleaned or ours, nowhere else."""
    makers = {
        path.name for path in PACKAGE.rglob("*.py") if re.search(r"\bMarkup\((?!\"\"\)|''\))", path.read_text("utf-8"))
    }
    assert makers <= {"heads.py", "notes.py", "jsonld.py", "map_view.py", "positions.py"}


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_templates(path: Path) -> None:
    """Templates escape everything, run nothing inline and fetch nothing from elsewhere."""
    text = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|Markup|\{%\s*raw", text)
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+\s*=\s*[\"']", text)
    for script in re.findall(r"<script\b[^>]*>", text):
        assert "defer src=" in script or script == '<script type="application/ld+json">'
    assert not re.search(r"""(?:src|<link[^>]*href)\s*=\s*["'](?:https?:)?//""", text)
    assert not re.search(r"<[a-z][^<>\"]*\s[a-z-]+=\{\{", text), "attribute values stand in quotation marks"


def test_every_page_kind_has_a_template(built_demo: Path, built_other: Path) -> None:
    """A page kind without a template would fall back to Pelican's own theme."""
    kinds = set()
    for site in (built_demo, built_other):
        for page in html_pages(site):
            kinds |= set(re.findall(r'data-kind="([^"]+)"', (site / page).read_text("utf-8")))
    names = {path.stem for path in TEMPLATES if path.parent.name == "templates"}
    assert kinds <= names
    assert names - kinds <= {"base", "gone", "moved", "paragraphs"}  # the last for very much only: tests/test_long.py


def test_theme_is_self_contained() -> None:
    """Neither style sheets nor scripts name another host."""
    for path in [*THEME.rglob("*.css"), *THEME.rglob("*.js")]:
        text = path.read_text("utf-8")
        assert not re.search(
            r"@import|url\(\s*[\"']?(?:https?:)?//|\bfetch\(|XMLHttpRequest|\bimport\(\s*[\"']http", text
        ), path.name
        assert not re.search(
            r"\beval\(|new Function|document\.write|\.innerHTML|insertAdjacentHTML|\.outerHTML", text
        ), path.name
    icon = (THEME / "static/icon.svg").read_text("utf-8")
    assert "<script" not in icon


def test_colours_live_in_tokens() -> None:
    """Colours are written down once."""
    for path in (THEME / "static/css").rglob("*.css"):
        if path.name not in ("tokens.css", "print.css"):
            assert not re.search(
                r"#[0-9a-f]{3,8}\b(?![^{]*\{)|\brgba?\((?!0 0 0 )|\bhsla?\(", path.read_text("utf-8")
            ), path.name


def test_no_test_data_of_ours_is_ignored() -> None:
    """The invented texts of the demo's sources are part of the repository, unlike real ones."""
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"/seeds/*", "!/seeds/*.md", "!/seeds/*.lock"} <= set(lines)
    assert sorted(path.name for path in (ROOT / "tests/demo/seeds").glob("*.txt")) == [
        "assembly-record.txt",
        "bureau-report.txt",
        "council-letter.txt",
        "harbour-post-march.txt",
        "harbour-post.txt",
        "keeper-talk.txt",
        "league-post.txt",
    ]
