"""The tasks as other tools call them: options, exit codes, output, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import commands
from tests.running import invoke, module, module_afresh
from tests.support import ROOT, Dossier, tree
from tests.wheels import wheel_in


def test_list() -> None:
    """`invoke --list` names every task with what it does."""
    result = module_afresh("invoke", "--list")
    for task in ("build", "check", "serve", "clean", "test", "lint", "new"):
        assert any(line.split()[:1] == [task] and len(line.split()) > 3 for line in result.stdout.splitlines()), task


def test_a_wrong_moment_is_told_in_words() -> None:
    """Also where it is met before any option is read."""
    result = invoke("build", SOURCE_DATE_EPOCH="yesterday")
    assert result.returncode == 2
    assert result.stderr.startswith("SOURCE_DATE_EPOCH must be a moment in whole seconds")


def test_help() -> None:
    """`invoke --help TASK` explains each option."""
    assert "--root=STRING       folder with content/ and seeds/" in invoke("--help", "build").stdout


def test_compiled_modules_are_kept(tmp_path: Path) -> None:
    """Invoke has Python forget compiled modules; ours are kept, else every build would wait for them."""
    assert invoke("check", "--rules", PYTHONPYCACHEPREFIX=str(tmp_path)).returncode == 0
    assert any(tmp_path.rglob("briefing/checks/wording.*.pyc"))


def test_a_tool_is_run_with_its_options() -> None:
    """A development task passes on what was typed, from any folder, and ends with the tool's exit code and words."""
    refused = invoke("bench", "--peers", "hugo's", "--briefs", "3", "--folder", "my work", cwd=ROOT / "tests")
    assert refused.returncode == 2
    assert refused.stderr.endswith("--peers must be among pelican, hugo, eleventy; not hugo's.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["buidl"], "A task must be one of those that `invoke --list` shows; 'buidl' is none (did you mean 'build'?)."),
        (["--help", "nothing"], "A task must be one of those that `invoke --list` shows; 'nothing' is none."),
        (["../t"], "A folder must be named with --root: `invoke check --root ../t`. `invoke --list` shows the tasks."),
        (["build", "../my t"], "A folder must be named with --root: `invoke build --root '../my t'`. `invoke --help build` explains it."),
        (["check", "content"], "A folder must be named with --root: `invoke check --root content`. `invoke --help check` explains it."),
        (["build", "--rot", "x"], "`invoke build` must have an option that it knows; '--rot' is none (did you mean '--root'?). `invoke --help build` explains it."),
        (["bench", "--n", "5"], "`invoke bench` must have an option that it knows; '--n' is none. `invoke --help bench` explains it."),
        (["--lst"], "`invoke` must have an option that it knows; '--lst' is none (did you mean '--list'?). `invoke --list` shows the tasks."),
        (["report", "--format"], "--format must have a value behind it. `invoke --help report` explains it."),
        (["new", "brief"], "`invoke new` must be told ID. `invoke --help new` explains it."),
        (["new"], "`invoke new` must be told KIND and ID. `invoke --help new` explains it."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_cannot_be_meant(arguments: list[str], told: str) -> None:
    """A task or option that is not known, and a folder without its option, are told in plain words."""
    result = invoke(*arguments)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", told + "\n")


def test_build(dossier: Dossier, tmp_path: Path) -> None:
    """`build` says how many pages, how long, how many warnings, for which day and address."""
    result = invoke(
        "build",
        "--root",
        str(dossier.root),
        "--output",
        str(tmp_path / "o"),
        "--as-of",
        "2025-04-01",
        "--site-url",
        "https://x.example/y",
    )
    assert result.returncode == 0, result.stderr
    assert "Built 31 pages" in result.stdout
    assert "0 warnings" in result.stdout
    assert "2025-04-01" in result.stdout
    assert "https://x.example/y/" in result.stdout
    assert "<loc>https://x.example/y/</loc>" in (tmp_path / "o/sitemap.xml").read_text("utf-8")


def test_build_into_the_dossier(dossier: Dossier) -> None:
    """Without --output, the site is in the dossier's own `output`."""
    assert module_afresh("invoke", "build", "--root", str(dossier.root)).returncode == 0
    assert (dossier.root / "output/index.html").is_file()


def test_check_clean(dossier: Dossier) -> None:
    """A clean dossier ends with 0 in every format, and with an empty list in JSON."""
    results = {
        form: invoke("check", "--root", str(dossier.root), "--format", form) for form in ("text", "json", "github")
    }
    assert {form: result.returncode for form, result in results.items()} == {"text": 0, "json": 0, "github": 0}
    assert json.loads(results["json"].stdout) == []


def test_check_with_problems(dossier: Dossier) -> None:
    """A dossier with problems ends with 1; each format tells them all; nothing else is mixed into JSON."""
    dossier.edit("content/actors/fishers-league.md", "kind: community", "kind: comunity")
    dossier.edit("content/briefs/papers.md", "updated: 2025-03-01", "updated: 2025-02-30")
    results = {
        form: invoke("check", "--root", str(dossier.root), "--format", form) for form in ("text", "json", "github")
    }
    assert {result.returncode for result in results.values()} == {1}
    told = json.loads(results["json"].stdout)
    fields = ["path", "line", "column", "code", "message", "remedy", "level"]
    assert [list(problem) for problem in told] == [fields] * 2
    assert [(problem["path"], problem["line"], problem["code"]) for problem in told] == [
        ("content/actors/fishers-league.md", 3, "value"),
        ("content/briefs/papers.md", 4, "date"),
    ]
    assert "content/actors/fishers-league.md:3:7: [value]" in results["text"].stdout
    assert "2 problems" in results["text"].stdout
    assert results["github"].stdout.count("::error file=") == 2
    assert all(not result.stderr for result in results.values())


def test_check_with_warnings(dossier: Dossier) -> None:
    """A warning is told in every format, JSON too, and the exit code stays 0."""
    dossier.edit("content/dossier.md", "as_of: 2025-03-10\n", "as_of: 2025-03-10\nreview_by: 2025-03-09\n")
    results = {
        form: invoke("check", "--root", str(dossier.root), "--format", form) for form in ("text", "json", "github")
    }
    assert {result.returncode for result in results.values()} == {0}
    assert [(problem["code"], problem["level"]) for problem in json.loads(results["json"].stdout)] == [
        ("review-overdue", "warning")
    ]
    assert "No problems found, and 1 warning." in results["text"].stdout
    assert results["github"].stdout.startswith("::warning file=")


def test_check_tells_of_locks_that_are_not_written(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever has the texts finds no problem without locks; whoever has not would find nothing proved."""
    commands.check(str(dossier.root), "text", False)
    assert "seeds/harbour-post.lock" in capsys.readouterr().out
    commands.verify(str(dossier.root))
    capsys.readouterr()
    commands.check(str(dossier.root), "text", False)
    assert ".lock" not in capsys.readouterr().out


def test_build_with_problems(dossier: Dossier) -> None:
    """`build` tells the same problems, builds nothing and ends with 1."""
    dossier.edit("content/actors/fishers-league.md", "kind: community", "kind: comunity")
    result = invoke("build", "--root", str(dossier.root))
    assert result.returncode == 1
    assert "content/actors/fishers-league.md:3:7: [value]" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert not (dossier.root / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--as-of", "soon"], ["build", "--as-of", "2025-02-30"], ["build", "--site-url", "javascript:x"], ["build", "--root", "/nowhere"],
        ["build", "--output", "/"], ["build", "--output", "content"], ["check", "--format", "yaml"], ["check", "--root", "/dev/null"],
        ["new", "breif", "x"], ["new", "brief", "../x"], ["new", "position", "x"], ["clean", "--output", "briefing"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_refused_options(workshop: Path, arguments: list[str]) -> None:
    """An option that cannot be used is refused in one sentence, with an exit code that is not 0."""
    before = tree(workshop / "content")
    result = invoke(*arguments, cwd=workshop)
    assert result.returncode not in (0, 120), result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert "must" in result.stdout + result.stderr
    assert tree(workshop / "content") == before


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_output_in_any_encoding(dossier: Dossier, encoding: str) -> None:
    """Messages with letters that the terminal does not know are printed all the same, as on Windows."""
    dossier.edit("content/actors/fishers-league.md", "name: Fishers' League", "nаme: Рибари")
    result = invoke("check", "--root", str(dossier.root), PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "key-unknown" in result.stdout


def test_new_then_check(dossier: Dossier) -> None:
    """`new` writes a draft and says what to do next."""
    result = invoke("new", "brief", "fresh", "--root", str(dossier.root))
    assert result.returncode == 0, result.stderr
    assert "content/briefs/fresh.md" in result.stdout
    assert invoke("check", "--root", str(dossier.root)).returncode == 0


def test_a_new_dossier(tmp_path: Path) -> None:
    """Begun by one command, it lacks only its editor's words, and is named in each command that a message proposes."""
    folder, generator = tmp_path / "harbour", f"--generator={wheel_in(tmp_path)}"
    begun = invoke("new", "dossier", str(folder), generator)
    assert begun.returncode == 0
    assert f"Next: cd {folder}, and go on as its README.md says." in begun.stdout
    files = tree(folder)
    assert invoke("new", "dossier", str(folder), generator).returncode == 2
    assert tree(folder) == files
    assert f"`invoke check --root {folder}`" in invoke("new", "source", "harbour-post", "--root", str(folder)).stdout
    found = invoke("check", "--root", str(folder))
    assert found.returncode == 1
    assert {line.split("[")[1].split("]")[0] for line in found.stdout.splitlines()[:-1]} == {
        "citation-unknown",
        "unfilled",
    }
    assert f"`invoke new source source-id --root {folder}`" in found.stdout


def test_no_lock_while_a_record_cannot_be_read(dossier: Dossier) -> None:
    """It would lack the proofs of that record's quotations."""
    before = tree(dossier.root / "seeds")
    dossier.edit("content/positions/water-board/metering.md", "basis: direct", "basis direct")
    refused = invoke("verify", "--root", str(dossier.root))
    assert refused.returncode == 1
    assert "content/positions/water-board/metering.md:4" in refused.stdout
    assert tree(dossier.root / "seeds") == before
    assert "lock-outdated" not in refused.stdout + invoke("check", "--root", str(dossier.root)).stdout


def test_plain_pelican(workshop: Path, tmp_path: Path) -> None:
    """`pelican -s briefing/pelicanconf.py` builds the repository's own dossier without a word of warning, from anywhere."""
    result = module(
        "pelican",
        "-s",
        f"{workshop}/briefing/pelicanconf.py",
        "-o",
        f"{tmp_path}/site",
        "--fatal",
        "warnings",
        cwd=tmp_path,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert (tmp_path / "site/actors/index.html").is_file()
