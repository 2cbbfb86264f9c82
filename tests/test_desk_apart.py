"""Nothing of the desk, and no text of a source, is in what is built or packed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from briefing.desk import answers
from tests.support import DEMO, ROOT, html_pages
from tests.test_structure import imported, within


def own_names() -> set[str]:
    """What tells the desk's own pages: the names of its files, its address, and its classes."""
    folder = Path(answers.__file__).parent
    sheet = (folder / "desk.css").read_text("utf-8") + (folder / "draft.css").read_text("utf-8")
    files = {path.name for path in folder.iterdir() if path.suffix in (".css", ".js")}
    return files | {f"/{answers.PATH}", "Briefing-Serve"} | set(re.findall(r"\.((?:desk|draft)-[a-z]+)", sheet))


def test_a_site_has_nothing_of_it(built_demo: Path) -> None:
    """Neither its files nor its words, nor a link to it, are in the output; nor more of a text than a quotation."""
    runs = {
        line[start : start + 200]
        for path in (DEMO / "seeds").glob("*.txt")
        for line in path.read_text("utf-8").split("\n")
        for start in range(0, len(line) - 200, 40)
    }
    assert len(runs) > 40
    names = own_names()
    assert "desk-paragraph" in names
    for path in built_demo.rglob("*"):
        if path.is_file() and path.suffix not in (".png", ".avif", ".webp", ".jpg"):
            text = path.read_text("utf-8")
            assert not {name for name in names if name in text}, path
            assert not {run for run in runs if run in text}, path
            assert answers.PATH.rstrip("/") not in path.relative_to(built_demo).parts
    assert html_pages(built_demo)


def test_a_build_does_not_know_it() -> None:
    """No module that a build needs imports the desk."""
    for name, others in imported().items():
        if any(within(other, "briefing.desk") for other in others):
            assert within(name, "briefing.desk") or name in ("briefing.cli.host", "briefing.cli.serve")


def test_the_wheel_takes_code_and_theme_only() -> None:
    """What is packed are the package, its theme and its lock: no folder that can hold the text of a source."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    wheel = build["wheel"]
    packed = [*wheel["packages"], *wheel.get("force-include", {})]
    assert not [path for path in packed if path.split("/")[0] in ("seeds", "content", "tests", "output", ".")]
    for path in (ROOT / folder for folder in packed):
        texts = [path] if path.is_file() else [*path.rglob("*.txt")]
        assert not [text for text in texts if text.suffix == ".txt"], path
