"""Records in spreadsheets: written out, read back, and what others' sheets hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.model.keys import Shape, in_head
from briefing.model.records import BY_NAME
from briefing.reading import headedit, headvalues
from briefing.reading.frontmatter import read, split
from briefing.sheets import columns, headings
from briefing.sheets.taking import KINDS
from tests.support import Dossier, tree

FORMATS = ("csv", "ods", "xlsx")
Said = pytest.CaptureFixture[str]


def take(
    dossier: Dossier, tmp_path: Path, name: str, data: str | bytes, dry_run: bool = False, clear: bool = False
) -> int:
    """Import a sheet of these bytes; the exit code."""
    file = tmp_path / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    try:
        commands.import_sheet(str(file), str(dossier.root), "", dry_run, clear)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_exported_changes_nothing(dossier: Dossier, tmp_path: Path, format: str, capsys: Said) -> None:
    """Every record of every kind comes back as it was, byte for byte."""
    before = tree(dossier.root)
    commands.export("all", str(dossier.root), format, str(tmp_path / "sheets"))
    capsys.readouterr()
    for kind in KINDS:
        commands.import_sheet(str(tmp_path / "sheets" / f"{kind}s.{format}"), str(dossier.root), "", False, True)
        assert "Nothing changed" in capsys.readouterr().out
    assert tree(dossier.root) == before


def test_a_sheet_in_work_is_not_overwritten(dossier: Dossier, tmp_path: Path, capsys: Said) -> None:
    """An export beside an older one stops, unless both are the same."""
    for _ in range(2):
        commands.export("events", str(dossier.root), "csv", str(tmp_path))
    (tmp_path / "events.csv").write_text("id,title\n", "utf-8")
    with pytest.raises(SystemExit):
        commands.export("event", str(dossier.root), "csv", str(tmp_path))
    assert "is there already and holds something else" in capsys.readouterr().err
    assert (tmp_path / "events.csv").read_text("utf-8") == "id,title\n"


@pytest.mark.parametrize("name", KINDS)
def test_every_field_has_a_column(name: str) -> None:
    """What a kind declares can stand in a sheet, so that a new field needs nothing of its own."""
    kind = BY_NAME[name]
    found = columns.names(kind, [])
    for field in in_head(kind):
        if field.entry or field.shape in (Shape.MAPPING, Shape.LISTS):
            continue
        assert field.key in found
        assert headings.column(field.key.replace("_", " ").capitalize(), kind, columns.order(kind)) == field.key
    assert all(headings.column(column, kind, columns.order(kind)) == column for column in found)


@pytest.mark.parametrize("format", FORMATS)
def test_records_are_made_whole(dossier: Dossier, tmp_path: Path, format: str) -> None:
    """A sheet holds all that its records say: those made from it are without problems, and say the same."""
    said = [statement.text for record in dossier.load().corpus.events.values() for statement in record.statements]  # type: ignore[union-attr]
    problems = dossier.problems()
    for kind in KINDS:
        commands.export(kind, str(dossier.root), format, str(tmp_path))
    for path in sorted(dossier.root.glob("content/*/**/*.md")):
        if path.relative_to(dossier.root).parts[1] in {f"{kind}s" for kind in KINDS}:
            path.unlink()
    for kind in ("actor", "question", "place", "event", "position"):
        commands.import_sheet(str(tmp_path / f"{kind}s.{format}"), str(dossier.root), "", False, False)
    assert sorted((p.path, p.code) for p in dossier.problems()) == sorted((p.path, p.code) for p in problems)
    corpus = dossier.load().corpus
    assert corpus
    assert [statement.text for record in corpus.events.values() for statement in record.statements] == said


def test_an_outsiders_sheet(dossier: Dossier, tmp_path: Path, capsys: Said) -> None:
    """A few columns do: names become ids, the title an id, and what is missing a draft that breaks nothing."""
    sheet = "Title;Date (UTC);Place(s);Notes\r\nTalks in the harbour;2025-02-03;Telissa landing;mine\r\n;;;\r\n"
    assert take(dossier, tmp_path, "Events 2025.csv", sheet.encode("utf-8-sig")) == 0
    told = capsys.readouterr().out
    assert (
        "Events 2025.csv:1:4: [sheet-column] this column is none that a record has, and passed over: 'Notes'." in told
    )
    assert "New content/events/talks-in-the-harbour.md, as a draft, in which state, basis, cite, text must" in told
    record = dossier.read("content/events/talks-in-the-harbour.md")
    assert "date: 2025-02-03" in record
    assert "places: [telissa-landing]" in record
    assert "status: draft" in record
    assert not [problem for problem in dossier.problems() if "talks-in-the-harbour" in problem.path]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,20\u202e22,", "2:2: [character] `date` must not hold the invisible character U+202E"),
        ("a,1.11.2022,", "2:2: [date] `date`: a date must be written as 2022-11-01, 2022-11 or 2022 (did you mean 2022-11-01?)"),
        ("a,44866,", "2:2: [sheet-date] `date` must be a date, not 44866, as spreadsheets count days inside. Write 2022-11-01"),
        ("a,Nov-22,", "2:2: [sheet-date] `date` must be a date, not Nov-22, as spreadsheets shorten dates. Write 2022-11 if"),
        ("a,03/04/2022,", "2:2: [date]"),
        ("a,#REF!,", "2:2: [sheet-cell] `date` must be a value; the formula in the cell gives none"),
        ("a,2022,Nowhere Bay", "2:3: [sheet-cell] `places` must name places of the dossier; 'Nowhere Bay' is none"),
        (",2022,", "2:1: [sheet-row] a row must have an id in the column `id`, or a `title`"),
        ("Преговори,2022,", "2:1: [sheet-row] no id can be made from 'Преговори'"),
        ("index,2022,", "2:1: [sheet-row] an id must be one that can be an address, which 'index' cannot (it is reserved)"),
        ("a,2022,\na,2023,", "3:1: [sheet-row] a record must have one row only; 'a' is in row 2."),
    ],
)  # fmt: skip
def test_rows_that_are_not_taken(dossier: Dossier, tmp_path: Path, row: str, told: str, capsys: Said) -> None:
    """Each is told by its row, with what must hold and how to mend it; the others are taken."""
    assert take(dossier, tmp_path, "events.csv", f"title,date,places\n{row}\nGood one,2022,\n") == 1
    said = capsys.readouterr()
    assert f"events.csv:{told}" in said.out
    assert "1 row was not taken" in said.err
    assert dossier.path("content/events/good-one.md").exists()


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("id,dat", "[sheet-column] the column 'dat' must be one that a record has (did you mean 'date'?)"),
        ("id,date,Date", "[sheet-column] the column `date` must stand once only; column 2 has it already."),
        ("id,dating", "[sheet-column] the column 'dating' must name one key below `dating`. Name it as `dating.words`"),
        ("one,two", "[sheet-column] the first row must have the names of the columns, `id` or `title` among them."),
    ],
)
def test_columns_that_are_not_taken(dossier: Dossier, tmp_path: Path, head: str, told: str, capsys: Said) -> None:
    """Nothing is written where what stands in a column would be lost."""
    before = tree(dossier.root)
    assert take(dossier, tmp_path, "events.csv", f"{head}\nx,2022,2023\n") == 1
    assert told in capsys.readouterr().out
    assert tree(dossier.root) == before


def test_a_change_leaves_all_else(dossier: Dossier, tmp_path: Path, capsys: Said) -> None:
    """Only the value that differs is rewritten: remarks, order and prose stay. An empty cell takes nothing away."""
    path = "content/events/remarked.md"
    text = (
        "---\r\ntitle: Was  # so\r\n# SECRET remark\r\ndate: 2025-01-02\r\nstate: happened\r\n"
        "dating: {rule: 'One, two', words: three}  # flow\r\nbasis: reporter\r\nplaces:\r\n"
        "  - telissa-landing  # here\r\ncite: harbour-post ¶1\r\n---\r\n\r\nProse.\r\n\r\nMore.\r\n"
    )
    dossier.write(path, text)
    sheet = "id,title,places,dating.words,cite,dating.rule\nremarked,Is: now,,four,harbour-post ¶2,\n"
    assert take(dossier, tmp_path, "events.csv", sheet, dry_run=True) == 0
    assert "+title: " in capsys.readouterr().out
    assert dossier.path(path).read_bytes() == text.encode()
    assert take(dossier, tmp_path, "events.csv", sheet) == 0
    wanted = text.replace("title: Was", 'title: "Is: now"').replace("harbour-post ¶1", "harbour-post ¶2")
    assert dossier.path(path).read_bytes().decode() == wanted.replace(
        "dating: {rule: 'One, two', words: three}  # flow", "# flow\r\ndating:\r\n  words: four\r\n  rule: One, two"
    )
    assert take(dossier, tmp_path, "events.csv", "id,places,text\nremarked,,Other.\n", clear=True) == 0
    assert dossier.path(path).read_bytes().decode().endswith("# here\r\ncite: harbour-post ¶2\r\n---\r\n\r\nOther.\r\n")
    assert take(dossier, tmp_path, "events.csv", "id,cite\nremarked,\n", clear=True) == 1
    assert "`cite` must be given; the cell is empty." in capsys.readouterr().out


def test_an_entry_that_is_not_whole(dossier: Dossier, tmp_path: Path, capsys: Said) -> None:
    """What is nested is told by its column, in the words of a sheet."""
    assert take(dossier, tmp_path, "actors.csv", "name,speakers 1 name,Speaker.role\nNew,Somebody,Head\n") == 1
    told = capsys.readouterr().out
    assert "actors.csv:2:2: [key-missing] `speakers.1.cite` must be given. Fill in the column `speakers.1.cite`" in told


def test_positions_by_the_names_of_their_actors(dossier: Dossier, tmp_path: Path, capsys: Said) -> None:
    """Actor and question name the record; those that are not there are told."""
    sheet = "Actor\tQuestion\tAs of\nWater Board\tshare\t2023-02\nWater Bord\tshare\t2025\n"
    assert take(dossier, tmp_path, "positions.csv", sheet.encode("utf-16"), dry_run=True) == 1
    told = capsys.readouterr().out
    assert "content/positions/water-board/share.md" in told
    assert "positions.csv:3:1: [sheet-row] a position must have one of the actors of the dossier" in told


def test_values_are_typed_as_yaml_reads_them() -> None:
    """Whatever a cell holds is read back from the head as it was."""
    for text in (
        "a: b",
        "- a",
        "[..2022-11-21]",
        "it's",
        "'q' r",
        '"q" \\',
        "x #y",
        "#x",
        "no",
        "~",
        "a:",
        "?",
        "-5",
        "@x",
        "%",
        "é: ¶",
    ):
        (line,) = headvalues.lines("key", read(f"x: {headvalues.scalar(text)}\n").entries[0][2])  # type: ignore[index]
        assert read(f"{line}\n").entries[0][2].text == text  # type: ignore[index]


def test_a_key_is_put_where_it_belongs() -> None:
    """A new key goes behind those before it; one that is replaced leaves its remarks there."""
    data = b"---\na: 1\n# about c\nc:\n  - x  # first\n  # second\n---\nText.\n"
    assert headedit.put(data, "b", ["b: 2"], "abc") == data.replace(b"a: 1\n", b"a: 1\nb: 2\n")
    assert headedit.put(data, "c", ["c: 3"], "abc") == b"---\na: 1\n# about c\n# first\nc: 3\n  # second\n---\nText.\n"
    assert split(headedit.put(data, "c", [], "abc").decode())[0] == "a: 1\n# about c\n# first\n  # second\n"
