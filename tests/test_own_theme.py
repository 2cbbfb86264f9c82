"""A dossier's own theme: what it has stands for ours, or behind it, and its faults are told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model import settings
from briefing.site import assets
from briefing.site.theme import ThemeFault
from tests.support import DEMO, ROOT, Dossier
from tests.test_commands import invoke

TASKS = (ROOT / "briefing/repository/files/tasks.py.in").read_text("utf-8")


def test_it_is_shown(dossier: Dossier) -> None:
    """A template, a foot line, tokens and an icon; but not from elsewhere, for templates are programs."""
    dossier.write("theme/templates/partials/foot.html", "<p>Harbour desk, since 1921</p>")
    dossier.write(
        "theme/templates/404.html", '{% extends "!theme/404.html" %}{% block related %}<p>Ring us.</p>{% endblock %}'
    )
    dossier.write("theme/tokens.css", ":root { --own: #123456; } /* ours */")
    dossier.write("theme/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    dossier.write("tasks.py", TASKS)
    assert invoke("build", cwd=dossier.root, PYTHONPATH=str(ROOT)).returncode == 0
    pages = {name: dossier.read(f"output/{name}") for name in ("index.html", "404.html")}
    assert all("<p>Harbour desk, since 1921</p>" in page for page in pages.values())
    assert "<p>Ring us.</p>" in pages["404.html"]
    sheet = next((dossier.root / "output/theme").glob("site.*.css")).read_text("utf-8")
    assert sheet.index("--own:#123456") < sheet.index("@layer base{")
    assert "xmlns='http" in next((dossier.root / "output/theme").glob("icon.*.svg")).read_text("utf-8")
    assert "was left out" in invoke("build", "--root", str(dossier.root)).stdout
    assert "Harbour desk" not in dossier.read("output/index.html")


@pytest.mark.parametrize(
    ("css", "line"),
    [("\n:root { --a: url(x) }", 2), ('/* a\nb */ @import "x"', 2), (":root {", 1), ("}", 1), ("/* open", 1)],
)
def test_tokens_stay_in_their_layer(tmp_path: Path, css: str, line: int) -> None:
    """They fetch nothing, and close what they open."""
    (tmp_path / "tokens.css").write_text(css, "utf-8")
    with pytest.raises(ThemeFault) as caught:
        assets.own_tokens(tmp_path)
    assert str(caught.value.problem).startswith(f"theme/tokens.css:{line}:1: [theme] ")


def test_a_misspelt_token_is_told(tmp_path: Path) -> None:
    """It would do nothing; a name that is nobody's but the dossier's is left alone."""
    (tmp_path / "tokens.css").write_text(":root { --harbour: #123;\n--linc: #8a1f1f; }", "utf-8")
    with pytest.raises(ThemeFault) as caught:
        assets.own_tokens(tmp_path, ":root{--link:#000;--ink:#111}")
    assert str(caught.value.problem).startswith("theme/tokens.css:2:1: [theme] ")
    assert "did you mean `--link`?" in str(caught.value.problem)


def test_a_template_that_cannot_be_used(dossier: Dossier) -> None:
    """Its fault is told by its own path and line."""
    dossier.write("theme/templates/partials/foot.html", "\n{{ nothing }}")
    dossier.write("tasks.py", TASKS)
    result = invoke("build", cwd=dossier.root, PYTHONPATH=str(ROOT))
    assert result.returncode == 1
    assert result.stderr.startswith("theme/templates/partials/foot.html:2:1: [template] ")


def test_default_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --root a command means the dossier around the present folder, else the checkout's."""
    (tmp_path / "content/briefs").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "content/briefs")
    assert settings.default_root() == ROOT
    (tmp_path / "tasks.py").write_text("")
    assert settings.default_root() == tmp_path
    assert settings.settings().own_theme is None


def test_ours_is_no_override() -> None:
    """The theme of a checkout is the generator's own."""
    assert settings.settings(str(ROOT)).own_theme is None
    assert settings.settings(str(DEMO)).sources == [DEMO / "content", DEMO / "seeds", ROOT / "theme"]
