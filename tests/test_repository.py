"""A dossier in a repository of its own: how it begins, what it pins, how it is brought up to date."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from briefing.cli import begin as asking
from briefing.cli import commands
from briefing.maps import geojson
from briefing.repository import begin, region
from briefing.repository import wheel as wheels
from briefing.repository.begin import Wishes
from briefing.repository.wheel import WheelError, wheel
from tests.support import ROOT, Dossier, copy_of, tree
from tests.wheels import wheel_in


@pytest.fixture
def made(tmp_path: Path) -> Dossier:
    """A new repository, of which its editor has said everything."""
    folder = tmp_path / "New Harbour"
    wishes = Wishes("Harbour: who pays?", ("en", "sq", "sr"), "18.4,41.8,23.1,46.2")
    begin.start(folder, wishes, wheel(str(wheel_in(tmp_path))))
    return Dossier(folder)


def new(folder: Path, *, generator: Path, **wishes: str) -> None:
    commands.new(
        "dossier", str(folder), "", generator=str(generator), **{**dict.fromkeys(asking._QUESTIONS, ""), **wishes}
    )


def test_it_is_whole(made: Dossier) -> None:
    """All that the issue asks for, three lines of tasks, and no placeholder left."""
    files = tree(made.root)
    for path in (
        "content/dossier.md content/about.md content/names.md content/words.md content/maps/region.geojson seeds/README.md "
        "theme/tokens.css theme/templates/partials/foot.html tasks.py pyproject.toml requirements.lock README.md LICENSE.md "
        ".gitignore .vscode/settings.json .github/workflows/check.yml .github/workflows/publish.yml "
        ".github/workflows/generator.yml .github/ISSUE_TEMPLATE/error.md .github/pull_request_template.md "
        "vendor/briefing_site-0.1.0-py3-none-any.whl"
    ).split():
        assert path in files, path
    assert len([line for line in made.read("tasks.py").splitlines() if line]) == 3
    text = "".join(made.read(path) for path in files if not path.endswith(".whl"))
    assert not re.search(r"@(?:NAME|TITLE)@", text)
    assert made.read("README.md").startswith("# Harbour: who pays?\n")
    assert 'name = "new-harbour"' in made.read("pyproject.toml")
    assert "CC0" in made.read("LICENSE.md")
    assert 'title: "Harbour: who pays?"' in made.read("content/dossier.md")
    assert "#     #   sr: form in Serbian\n" in made.read("content/names.md")


def test_the_lock_asks_for_this_wheel_alone(made: Dossier) -> None:
    """By path and hash, before all that it needs; no address of an index stands anywhere."""
    data = (made.root / "vendor/briefing_site-0.1.0-py3-none-any.whl").read_bytes()
    lock = made.read("requirements.lock")
    pin = f"./vendor/briefing_site-0.1.0-py3-none-any.whl \\\n    --hash=sha256:{hashlib.sha256(data).hexdigest()}\n"
    assert lock.index(pin) < lock.index("invoke==3.0.3")
    assert "http" not in lock


def test_unfilled_it_is_a_list_of_what_is_to_do(made: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Short, each line with what belongs there."""
    with pytest.raises(SystemExit):
        commands.check(str(made.root), "text", False)
    *lines, last = capsys.readouterr().out.splitlines()
    assert last == f"The dossier is being written: {len(lines)} things to do."
    assert len(lines) < 10
    assert all("Write your own words over the sample (" in line or "`invoke new source ID" in line for line in lines)


def test_git_takes_no_text_of_a_source(made: Dossier) -> None:
    """Whatever its ending, nor what is built; records and locks it does."""
    subprocess.run(["git", "init", "-q"], cwd=made.root, check=True)
    private = [
        "seeds/a.txt",
        "seeds/a.pdf",
        "seeds/a.TXT",
        "seeds/a.eml",
        "seeds/a/b.html",
        "originals/a.pdf",
        "output/a",
    ]
    public = ["seeds/a.md", "seeds/a.lock", "content/briefs/a.md", "requirements.lock", "vendor/a.whl"]
    asked = subprocess.run(
        ["git", "check-ignore", *private, *public], cwd=made.root, check=False, capture_output=True, text=True
    )
    assert asked.stdout.split() == private


def test_the_wheel_holds_the_generators_home() -> None:
    """Theme, locks and pages stand in it where they are looked for when installed; a source archive has no dossier."""
    built = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    inside = built["wheel"]["force-include"]
    locks = {path.name for path in ROOT.glob("requirements*.lock")} - {"requirements-dev.lock"}
    assert inside.keys() >= {"theme", "docs/records.md", *locks}
    assert all((ROOT / path).exists() and target == f"briefing/home/{path}" for path, target in inside.items())
    assert locks <= {*built["sdist"]["only-include"]}
    assert not {"content", "seeds", "tests"} & {*built["sdist"]["only-include"]}


@pytest.mark.parametrize(
    "folder", [ROOT / ".github", ROOT / "briefing/repository/files/dot-github"], ids=["ours", "new"]
)
def test_workflows(folder: Path) -> None:
    """They read, pin all that they run, take nothing that others typed into a shell, and keep no memory of a dossier."""
    for path in folder.glob("workflows/*.yml"):
        text = path.read_text("utf-8")
        flow = yaml.safe_load(text)
        assert flow["permissions"] in ({}, {"contents": "read"}), path
        assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", used) for used in re.findall(r"uses: (.*)", text))
        for job in flow["jobs"].values():
            runs = [step["run"] for step in job["steps"] if "run" in step]
            assert not any("${{" in run for run in runs), path
            writes = [key for key, value in job.get("permissions", {}).items() if value == "write"]
            assert not writes or not any("invoke" in run or "install" in run for run in runs), path
            kept = [step["with"]["path"] for step in job["steps"] if "actions/cache" in step.get("uses", "")]
            assert kept in ([], [".assets"]), path


def test_the_region_is_cut(made: Dossier) -> None:
    """With room around it, and small; its lines are those of the world's map."""
    path = made.root / "content/maps/region.geojson"
    base = geojson.read_base_map([path])
    assert path.stat().st_size < 60_000
    assert {shape.kind for shape in base.shapes} == {"land", "border"}
    assert "disputed" in {shape.line for shape in base.shapes}
    assert "base: [region.geojson]" in made.read("content/dossier.md")
    assert json.loads(path.read_text())["type"] == "FeatureCollection"


def test_a_region_too_small_for_the_map_is_told() -> None:
    """Lines that lie 3 km off show on a map of a town."""
    assert "finer map" in region.too_coarse(region.box("20.8,42.85,20.95,42.95"))
    assert not region.too_coarse(region.box("18,41,24,47"))


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"region": "Kosovo"}, "--region must be west,south,east,north"),
        ({"region": "23,41,18,46"}, "--region must be west,south,east,north"),
        ({"region": "-40,30,-39,31"}, "--region must hold some land"),
        ({"languages": "english"}, "--languages must be language tags"),
        ({"title": "two\nlines"}, "--title must be one line"),
    ],
)
def test_wishes_that_cannot_be_met(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wishes: dict[str, str], told: str
) -> None:
    """Are told in a sentence; nothing is written."""
    with pytest.raises(SystemExit):
        new(tmp_path / "new", generator=wheel_in(tmp_path), **wishes)
    assert capsys.readouterr().err.startswith(told)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "where",
    ["nowhere.whl", "http://a.example/briefing_site-1-py3-none-any.whl", "https://127.0.0.1/briefing_site-1-py3-none-any.whl",
     "https://localhost/x.whl", "other-1-py3-none-any.whl", "briefing_site-9-py3-none-any.whl", "."],
)  # fmt: skip
def test_generators_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """A file that is no wheel of ours, an address that is not public, a folder that is no checkout."""
    monkeypatch.chdir(tmp_path)
    wheel_in(tmp_path).rename("other-1-py3-none-any.whl")
    Path("briefing_site-9-py3-none-any.whl").write_bytes(b"PK")
    with pytest.raises(WheelError, match="--generator must"):
        wheel(where)


def test_an_address_is_pinned_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then no wheel stands in the repository."""
    data = wheel_in(tmp_path).read_bytes()
    monkeypatch.setattr(wheels, "_fetched", lambda address: data)
    address = "https://host.example/v0.2.0/briefing_site-0.2.0-py3-none-any.whl"
    begin.start(tmp_path / "new", Wishes(), wheel(address))
    lock = (tmp_path / "new/requirements.lock").read_text("utf-8")
    assert f"briefing-site @ {address} \\\n    --hash=sha256:{hashlib.sha256(data).hexdigest()}" in lock
    assert wheels.pinned(lock) == address
    assert not (tmp_path / "new/vendor").exists()


def test_an_old_dossier_moves_into_a_repository_and_is_upgraded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the first format, with a theme of its own: it gets a repository, its pin is raised, its records follow, and it
    builds with what overrides our theme.
    """
    old = copy_of(ROOT / "tests/formats/1", tmp_path / "old")
    before = tree(old.root)
    new(old.root, generator=wheel_in(tmp_path))
    assert {path: tree(old.root)[path] for path in before} == before
    old.write("theme/templates/partials/foot.html", "<p>Varn desk</p>")
    newer = wheel_in(tmp_path, "0.2.0", **{"docs/records.md": "# New"})
    commands.upgrade(str(old.root), False, str(newer))
    told = capsys.readouterr().out
    assert "briefing_site-0.1.0-py3-none-any.whl becomes vendor/briefing_site-0.2.0" in told
    assert "Nothing was written" in told
    assert "0.1.0" in old.read("requirements.lock")
    (tmp_path / "again").mkdir()
    commands.upgrade(str(old.root), False, str(wheel_in(tmp_path / "again", **{"docs/records.md": "# Again"})))
    assert "becomes another file of the same name" in capsys.readouterr().out
    commands.upgrade(str(old.root), True, str(newer))
    assert [path.name for path in (old.root / "vendor").iterdir()] == [newer.name]
    assert "0.1.0" not in old.read("requirements.lock")
    assert old.read("docs/records.md") == "# New"
    commands.upgrade(str(old.root), True, str(newer))
    assert "nothing changes" in capsys.readouterr().out
    commands.upgrade(str(old.root), True)
    assert "format: 2" in old.read("content/dossier.md")
    assert old.read("theme/templates/partials/foot.html") == "<p>Varn desk</p>"


def test_what_is_there_is_never_touched(made: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A repository is not begun twice, nor are options lost on a dossier that is there."""
    before = tree(made.root)
    for wishes in ({}, {"title": "Another"}):
        with pytest.raises(SystemExit):
            new(made.root, generator=wheel_in(tmp_path), **wishes)
        assert "is there already" in capsys.readouterr().err
    (made.root / "tasks.py").unlink()
    with pytest.raises(SystemExit):
        new(made.root, generator=wheel_in(tmp_path), title="Another")
    assert "--title" in capsys.readouterr().err
    assert tree(made.root).keys() == before.keys() - {"tasks.py"}


def test_at_a_terminal_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For title, languages and region, again where an answer cannot be used; without one, never."""
    said = iter(["Quay", "english", "de,fr", "", ""])
    monkeypatch.setattr("builtins.input", lambda question: next(said))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    new(tmp_path / "new", generator=wheel_in(tmp_path))
    head = (tmp_path / "new/content/dossier.md").read_text("utf-8")
    assert "title: Quay\n" in head
    assert "language: de " in head
    assert not (tmp_path / "new/content/maps").exists()


def test_options_of_a_dossier_stand_with_a_dossier_only(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """With any other kind they are refused."""
    with pytest.raises(SystemExit):
        commands.new("event", "storm", str(dossier.root), region="1,2,3,4", title="", languages="", generator="")
    assert "--region must stand only with `invoke new dossier`" in capsys.readouterr().err
