"""What the tests share: the demo dossier, a copy of it that may be spoilt, a way to build, and a way to compare folders."""

from __future__ import annotations

import hashlib
import json
import math
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefing import checks
from briefing.build import builder as building
from briefing.build.build_record import Summary
from briefing.checks.codes import CODES
from briefing.dossier.inspection import inspect
from briefing.dossier.parse import Loaded
from briefing.markup.notes import Mark
from briefing.model import citations, settings
from briefing.model.citations import Citation
from briefing.model.problems import Problem
from briefing.store.memo import Memo

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "tests" / "demo"
#: A word that stands in every draft, comment and private note of the demo, and nowhere else.
SECRET = "quokkaleak"
#: What each code of a problem means.
EXPLAINED = CODES | {rule.code: rule.text for rule in checks.rules()}
WORLD = ROOT / "theme" / "static" / "maps" / "world.geojson"
#: Gives a page of a site, parsed, by its address below the root.
Parsed = Callable[[str], html.HtmlElement]
DEMO_URL = "https://demo.example/ondo/"
#: What was read of any dossier: of a copy of one, only what differs is read again.
_READ = Memo()


@dataclass(frozen=True)
class Dossier:
    """A dossier in a folder of its own."""

    root: Path

    def path(self, path: str) -> Path:
        """The file `path` of the dossier; its folder is made."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def write(self, path: str, text: str | bytes) -> None:
        """Replace or add a file."""
        self.path(path).write_bytes(text.encode() if isinstance(text, str) else text)

    def read(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_text("utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace the one occurrence of `old`."""
        text = self.read(path)
        assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
        self.write(path, text.replace(old, new))

    def load(self) -> Loaded:
        """The dossier as read."""
        return inspect(self.root).loaded

    def problems(self, memory: Memo | None = None) -> list[Problem]:
        """All problems, warnings too, in order; their codes are among those that `invoke check --rules` explains."""
        _READ.session.clear()
        found = inspect(self.root, memory or _READ).problems
        assert {problem.code for problem in found} <= EXPLAINED.keys()
        return found

    def spots(self) -> list[str]:
        """All problems as `path:line: code`."""
        return [f"{problem.path}:{problem.line}: {problem.code}" for problem in self.problems()]

    def build(
        self,
        output: Path,
        as_of: str = "",
        site_url: str = DEMO_URL,
        theme: Path = settings.THEME,
        memory: Memo | None = None,
    ) -> Summary:
        """Build into `output`, in process; `memory` is that of a server, which goes on running."""
        return building.build(settings.settings(str(self.root), str(output), as_of, site_url, theme=theme), memory)


def enlarge(dossier: Dossier) -> None:
    """Add so many briefs that the next site is made in the folder of the former one."""
    text = dossier.read("content/briefs/papers.md")
    for number in range(70):
        dossier.write(f"content/briefs/more-{number}.md", text.replace("title: ", f"title: N{number} ", 1))


def copy_of(source: Path, target: Path) -> Dossier:
    """A copy of the dossier at `source`."""
    for part in ("content", "seeds"):
        shutil.copytree(source / part, target / part, symlinks=True)
    return Dossier(target)


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with its digest; links by what they point at."""
    return {
        path.relative_to(folder).as_posix(): (
            f"-> {path.readlink()}" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
        )
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def ragged_coast() -> str:
    """A base map of two islands and a line between them in far more detail than a page can carry."""

    def ring(x: float, y: float, size: float, count: int = 2_500) -> list[list[float]]:
        turns = [(math.tau * (n % count) / count, size * (1 + (n * 7919 % 101) / 400)) for n in range(count + 1)]
        return [
            [round(x + r * math.cos(turn), 4), round(y + r * math.sin(turn), 4)] for turn, r in turns[:-1] + turns[:1]
        ]

    line = [[20.2 + n % 2 / 50, 42 + n / 625] for n in range(2_500)]
    shapes = (
        ({"k": "land"}, "MultiPolygon", [[ring(20.5, 43.5, 1.2)], [ring(21.5, 44.0, 0.9)]]),
        ({"k": "border", "s": "disputed"}, "LineString", line),
    )
    features = [
        {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}
        for properties, kind, coordinates in shapes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def html_pages(folder: Path) -> list[str]:
    """Every page below a folder, relative, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def clean_tree(dossier: Dossier, output: Path, monkeypatch: pytest.MonkeyPatch, **options: Any) -> dict[str, str]:
    """The site as built without any memory."""
    shutil.rmtree(output, ignore_errors=True)
    with monkeypatch.context() as patch:
        patch.setenv("BRIEFING_CACHE", "off")
        dossier.build(output, **options)
    return tree(output)


def plain_mark(cite: Citation) -> Mark:
    """A citation as a mark of a page whose sources have no names of their own."""
    return Mark(citations.mark(cite.paragraphs), "", "sources/")
