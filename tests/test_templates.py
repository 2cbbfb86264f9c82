"""Whoever changes a template reads where it is wrong, and the last site stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.build.faults import BuildStopped
from briefing.model.settings import THEME
from tests.support import Dossier, tree


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize(
    ("name", "old", "new", "line", "words"),
    [
        ("base.html", "{{ page.title }}", "{{ page.titel }}", 13, "has no attribute 'titel'"),
        ("base.html", "{{ page.title }}", "{{ nobody.title }}", 13, "'nobody' is undefined"),
        ("base.html", "{{ page.title }}", "{{ page.title | shout }}", 13, "No filter named 'shout'"),
        ("404.html", "{% endblock %}", "{% endblok %}", 5, "unknown tag 'endblok'"),
        ("404.html", '"base.html"', '"bass.html"', 1, "bass.html is not"),
        ("404.html", None, None, 1, "404.html is not"),
    ],
)
def test_a_fault_of_a_template_is_told_by_file_and_line(
    dossier: Dossier,
    built_demo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    workers: str,
    name: str,
    old: str | None,
    new: str | None,
    line: int,
    words: str,
) -> None:
    """Also where the page is made in another process."""
    monkeypatch.setenv("BRIEFING_WORKERS", workers)
    output, theme = tmp_path / "output", tmp_path / "theme"
    shutil.copytree(built_demo, output)
    before = tree(output)
    shutil.copytree(THEME, theme)
    template = theme / "templates" / name
    if old is None or new is None:
        template.unlink()
    else:
        text = template.read_text("utf-8")
        assert old in text
        template.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BuildStopped) as stopped:
        dossier.build(output, theme=theme)
    (problem,) = stopped.value.problems
    assert (problem.path, problem.line, problem.code) == (f"theme/templates/{name}", line, "template")
    assert words in problem.message
    assert tree(output) == before


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("templates/brief.html", b"{# one #}\n\xff", 2),
        ("templates/partials/notes.html", b"\xff", 1),
        ("static/css/blocks/card.css", b".map {}\n\n.x {content: '\xe9'}", 3),
        ("static/js/map.js", b"\xff", 1),
        ("static/css/tokens.css", None, 1),
        ("static/icon.svg", None, 1),
        ("static/maps/world.geojson", b"{", 1),
        ("static/maps/world.geojson", None, 1),
    ],
)
def test_a_file_of_the_theme_that_cannot_be_used_is_told(
    dossier: Dossier, tmp_path: Path, name: str, data: bytes | None, line: int
) -> None:
    """One that is no text, no map, or not there."""
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    (theme / name).unlink()
    if data is not None:
        (theme / name).write_bytes(data)
    with pytest.raises(BuildStopped) as stopped:
        dossier.build(tmp_path / "output", theme=theme)
    (problem,) = stopped.value.problems
    assert (problem.path, problem.line, problem.code) == (f"theme/{name}", line, "theme")
    assert not (tmp_path / "output").exists()


def test_an_editors_own_files_are_no_part_of_the_theme(dossier: Dossier, built_demo: Path, tmp_path: Path) -> None:
    """Backups and lock files beside the theme's are neither published nor watched."""
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    for name in ("static/css/blocks/~map.css", "static/js/#map.js", "templates/~brief.html", "templates/.brief.html"):
        (theme / name).write_text("{% broken", "utf-8")
    dossier.build(tmp_path / "after", theme=theme)
    assert tree(tmp_path / "after") == tree(built_demo)
