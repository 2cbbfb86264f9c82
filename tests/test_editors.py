"""What helps while typing: schemas with a dossier's ids, snippets, and the settings of VS Code."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from briefing.cli import commands
from briefing.dossier import completing
from briefing.model import problems
from briefing.reading.frontmatter import split
from tests.support import DEMO, ROOT, Dossier
from tests.test_declared import Core, kind_of

SKELETON = ROOT / "briefing/reading/skeletons/vscode"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """The files for the demo, as they would be written."""
    files = completing.files(Dossier(DEMO).load())
    return {path: json.loads(data) for path, data in files.items()}


def settings(name: str) -> Any:
    """A file of `.vscode`, which may hold comments."""
    return json.loads(re.sub(r"(?m)(^|\s)//.*$", "", (ROOT / ".vscode" / name).read_text("utf-8")))


def faults(made: dict[str, Any], kind: str, document: object) -> list[str]:
    """What a schema says of one document of a file."""
    whole = made[f".vscode/schemas/{kind}.json"]
    jsonschema.Draft202012Validator.check_schema(whole)
    return [fault.message for fault in jsonschema.Draft202012Validator(whole).iter_errors(document)]


def test_right_records_are_right_and_their_prose_is_passed_over(made: dict[str, Any]) -> None:
    """Each head of a dossier without problems fits the schema with its ids; so does a text, as prose is to YAML."""
    for path in sorted(DEMO.rglob("*.md")):
        name = path.relative_to(DEMO).as_posix()
        if name.startswith(("content/", "seeds/")) and "/maps/" not in name and path.name != "README.md":
            head = yaml.load(split(path.read_text("utf-8"))[0], Core) or {}
            assert faults(made, kind_of(name), head) == [], name
    assert faults(made, "position", "Some prose.") == faults(made, "position", None) == []


@pytest.mark.parametrize(
    ("kind", "path", "key", "value"),
    [
        ("position", "content/positions/water-board/share.md", "stance", "no-such-answer"),
        ("position", "content/positions/water-board/share.md", "via", "water-bored"),
        ("event", "content/events/talks-held.md", "actors", ["oruna-goverment"]),
        ("event", "content/events/talks-held.md", "places", "telissa-landin"),
        ("event", "content/events/talks-held.md", "outcome_of", "talks-helt"),
        ("event", "content/events/talks-held.md", "after", "Talks Held"),
        ("dossier", "content/dossier.md", "answer", "in-an-hour"),
    ],
)
def test_an_id_that_is_none_is_told(made: dict[str, Any], kind: str, path: str, key: str, value: object) -> None:
    """An id that the dossier has not is wrong by its schema."""
    head = yaml.load(split((DEMO / path).read_text("utf-8"))[0], Core)
    assert faults(made, kind, head) == []
    assert faults(made, kind, head | {key: value})


def test_ids_come_with_titles(made: dict[str, Any]) -> None:
    """An id completes with the title of its record; a citation with the source."""
    position = made[".vscode/schemas/position.json"]["$defs"]["Position"]["properties"]
    titles = dict(zip(position["via"]["enum"], position["via"]["enumDescriptions"], strict=True))
    assert titles["water-board"] == "Sound Water Board"
    assert "harbour-post ¶1" in position["cite"]["examples"]
    assert made[".vscode/schemas/event.json"]["$defs"]["Event"]["properties"]["after"]["anyOf"][0]["enum"]
    snippets = made[".vscode/dossier.code-snippets"]
    assert snippets["citation harbour-post"]["body"] == "[@harbour-post, ¶$1]$0"
    assert "harbour-post" in snippets["citation harbour-post"]["prefix"]
    assert all({"prefix", "body", "description", "scope"} <= snippet.keys() for snippet in snippets.values())


def test_drafts_complete_and_source_texts_stay_out(dossier: Dossier) -> None:
    """A draft's id completes, too; of a source nothing but its id and title gets into the files."""
    text = dossier.read("content/actors/water-board.md")
    dossier.write("content/actors/new-one.md", text.replace("---\n", "---\nstatus: draft\n", 1))
    files = completing.files(dossier.load())
    whole = b"".join(files.values()).decode()
    assert '"new-one"' in whole
    for source in (dossier.root / "seeds").glob("*.txt"):
        for line in source.read_text("utf-8").splitlines():
            assert len(line) < 60 or line[:60] not in whole


def test_the_task_writes_them_once(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """`invoke schema --write` writes into the dossier's own folder what is not as it would be."""
    commands.schema("", str(dossier.root), False, True)
    assert "Wrote 13 files" in capsys.readouterr().out
    assert (dossier.root / ".vscode/schemas/event.json").is_file()
    commands.schema("", str(dossier.root), False, True)
    assert "Nothing had changed" in capsys.readouterr().out
    dossier.edit("content/actors/water-board.md", "name: Sound Water Board", "name: Water Board of the Sound")
    commands.schema("", str(dossier.root), False, True)
    assert "Wrote" in capsys.readouterr().out
    commands.schema("position", str(dossier.root), True, False)
    position = json.loads(capsys.readouterr().out)["$defs"]["Position"]["properties"]
    assert "Water Board of the Sound" in position["via"]["enumDescriptions"]


def test_nothing_is_written_outside(dossier: Dossier, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link in place of the folder leads nothing out of the dossier; wrong use is told."""
    (tmp_path / "elsewhere").mkdir()
    (dossier.root / ".vscode").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SystemExit) as ended:
        commands.schema("", str(dossier.root), False, True)
    assert ended.value.code == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []
    for given in (("actor", "", False, True), ("", str(tmp_path), True, False), ("actr", "", True, False)):
        with pytest.raises(SystemExit) as ended:
            commands.schema(*given)
        assert ended.value.code == 2
    assert "must be a dossier" in capsys.readouterr().err


def test_settings_name_every_schema(made: dict[str, Any]) -> None:
    """The settings of VS Code name each schema, and nothing that is not written; a new dossier gets the same."""
    named = settings("settings.json")["yaml.schemas"]
    assert set(named) == {path for path in made if "/schemas/" in path}
    for name in ("settings.json", "extensions.json", "tasks.json"):
        assert (SKELETON / name).read_bytes() == (ROOT / ".vscode" / name).read_bytes()
    lines = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"/.vscode/schemas/", "/.vscode/dossier.code-snippets"} <= set(lines)


def test_the_task_of_vs_code_reads_what_check_prints(dossier: Dossier) -> None:
    """The pattern finds path, line, column, code, message and whether it is a warning in each line of `invoke check`."""
    pattern = settings("tasks.json")["tasks"][0]["problemMatcher"]["pattern"]["regexp"]
    dossier.edit("content/actors/water-board.md", "name: Sound", "nam: Sound")
    found = dossier.problems()
    lines = problems.as_text(found).splitlines()
    assert lines
    for line, problem in zip(lines, problems.in_order(found), strict=True):
        match = re.fullmatch(pattern, line)
        assert match
        assert match.group(1, 2, 4) == (problem.path, str(problem.line), problem.code)
        assert (match[6] or "error") == problem.level.value
