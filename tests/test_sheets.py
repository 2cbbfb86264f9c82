"""What the style sheets name is there: a rule for nothing is a slip of the pen, or was left behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import defs

from tests.support import ROOT

THEME = ROOT / "theme"
SHEETS = sorted((THEME / "static/css").rglob("*.css"))
SVG = {"circle", "g", "path", "rect", "svg", "text", "tspan", "use"}
HTML = defs.tags | {"bdi", "details", "main", "summary", "template", "time"}
#: Put on elements by Leaflet or CommonMark.
OTHERS = re.compile(r"leaflet-.*|center")
#: Where templates, scripts and the makers of HTML write classes.
SOURCES = (
    *(THEME / "templates").rglob("*.html"),
    *(THEME / "static/js").rglob("*.js"),
    *(ROOT / "briefing").rglob("*.py"),
)


def selectors(sheet: Path) -> list[str]:
    css = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    heads = (head.strip() for head in re.findall(r"[^{};]+(?=\{)", css))
    return [head for head in heads if not head.startswith("@")]


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.stem for sheet in SHEETS])
def test_elements_and_classes_exist(sheet: Path) -> None:
    """Each element is one of HTML or SVG, each class is written somewhere, or begins with what is."""
    text = "".join(path.read_text("utf-8") for path in SOURCES)
    for selector in selectors(sheet):
        plain = re.sub(r"\[[^\]]*\]|::?[\w-]+", "", selector)
        for name in re.findall(r"(?<![\w.#-])[a-z][\w-]*", plain):
            assert name in HTML | SVG, selector
        for name in re.findall(r"\.([a-z][\w-]*)", plain):
            begun = "|".join(re.escape(name[: joint.end()]) for joint in re.finditer("--|__|-", name)) or "(?!)"
            is_written = re.search(rf"(?<![\w-])(?:{name}(?![\w-])|(?:{begun})(?:\{{|\$))", text)
            assert is_written or OTHERS.fullmatch(name), selector
