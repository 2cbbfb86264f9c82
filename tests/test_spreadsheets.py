"""Records in spreadsheets: written out, read back, and what others' sheets hold."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.reading import headedit, headvalues
from briefing.reading.frontmatter import read, split
from briefing.sheets import delimited, grid, ods, reading, xlsx, zipped
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
    sheet = "Title;Date;Place;Notes\r\nTalks in the harbour;2025-02-03;Telissa landing;mine\r\n;;;\r\n"
    assert take(dossier, tmp_path, "Events 2025.csv", sheet.encode("utf-8-sig")) == 0
    told = capsys.readouterr().out
    assert "Events 2025.csv:1:4: [sheet-column] the column 'Notes' is none" in told
    assert "New content/events/talks-in-the-harbour.md, as a draft, in which state, basis, cite, text must" in told
    record = dossier.read("content/events/talks-in-the-harbour.md")
    assert "date: 2025-02-03" in record
    assert "places: [telissa-landing]" in record
    assert "status: draft" in record
    assert not [problem for problem in dossier.problems() if "talks-in-the-harbour" in problem.path]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,1.11.2022,", "2:2: [date] `date`: a date must be written as 2022-11-01, 2022-11 or 2022 (did you mean 2022-11-01?)"),
        ("a,44866,", "2:2: [sheet-date] `date` must be a date, not 44866, as spreadsheets count days inside. Write 2022-11-01"),
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


def test_positions_by_the_names_of_their_actors(dossier: Dossier, tmp_path: Path, capsys: Said) -> None:
    """Actor and question name the record; those that are not there are told."""
    sheet = "Actor\tQuestion\tAs of\nWater Board\tshare\t2023-02\nWater Bord\tshare\t2025\n"
    assert take(dossier, tmp_path, "positions.csv", sheet.encode("utf-16"), dry_run=True) == 1
    told = capsys.readouterr().out
    assert "content/positions/water-board/share.md" in told
    assert "positions.csv:3:1: [sheet-row] a position must have one of the actors of the dossier" in told


@pytest.mark.parametrize("format", FORMATS)
def test_no_spreadsheet_runs_a_cell(format: str) -> None:
    """Text that looks like a formula is text in every format, and read back as it was."""
    texts = [
        "=1+1",
        "+x",
        "-x",
        "@x",
        "'=x",
        "-4.5",
        " two  blanks\nand a line",
        '"quoted"; a, b',
        "_x0041_ &<>",
        "é ¶1",
    ]
    rows = [[grid.guarded(text) for text in ["head", *texts]]]
    data = {
        "csv": delimited.written,
        "ods": lambda rows: ods.written(rows, "a&b"),
        "xlsx": lambda rows: xlsx.written(rows, "a&b"),
    }[format](rows)
    sheet = {"csv": delimited.read, "ods": lambda data: ods.read(data, ()), "xlsx": lambda data: xlsx.read(data, ())}[
        format
    ](data)
    assert [*sheet.rows[1].values()] == ["head", *(text.strip() for text in texts)]
    assert "'=1+1" in rows[0]
    assert "-4.5" in rows[0]


def packed(parts: dict[str, str]) -> bytes:
    return zipped.packed(parts)


def test_cells_as_excel_stores_them() -> None:
    """Dates as exactly as they show, numbers as typed, the value of a formula, not the formula."""
    data = packed(
        {
            "xl/workbook.xml": "<w><sheets><sheet name='Notes' r:id='r1'/><sheet name='Events' r:id='r2'/></sheets></w>".replace("<w>", "<w xmlns:r='x'>"),
            "xl/_rels/workbook.xml.rels": "<R><Relationship Id='r2' Target='/xl/worksheets/two.xml'/></R>",
            "xl/styles.xml": "<s><numFmts><numFmt numFmtId='164' formatCode='[$-409]mmm\\-yy;@'/></numFmts><cellXfs>"
            "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></s>",
            "xl/sharedStrings.xml": "<s><si><r><t>Two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si></s>",
            "xl/worksheets/two.xml": "<w><row r='2'><c r='B2' t='s'><v>0</v></c><c r='C2' s='1'><v>44866.5</v></c>"
            "<c s='2'><v>44866</v></c><c><f>20+24.804</f><v>44.804</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c></row></w>",
        }
    )  # fmt: skip
    sheet = xlsx.read(data, ("events",))
    assert sheet.rows == {2: {2: "Two runs", 3: "2022-11-01", 4: "2022-11", 5: "44.804", 6: "yes", 7: "#N/A"}}
    assert sheet.others == ("Notes",)


def test_cells_as_libreoffice_stores_them() -> None:
    """Repeated cells and rows count as they stand, remarks on cells do not."""
    cell = "<c:table-cell office:value-type='string'><text:p>a</text:p></c:table-cell>"
    content = (
        "<o xmlns:c='c' xmlns:office='o' xmlns:text='t' xmlns:number='n' xmlns:style='s'><number:date-style style:name='N1'>"
        "<number:month/><number:year/></number:date-style><style:style style:name='ce1' style:data-style-name='N1'/>"
        "<c:table c:name='Sheet1'><c:table-row c:number-rows-repeated='2'><c:table-cell c:number-columns-repeated='2'/>"
        "<c:table-cell c:number-columns-repeated='2' office:value-type='string'><office:annotation><text:p>remark</text:p>"
        "</office:annotation><text:p>one <text:span>two</text:span></text:p><text:p>three</text:p></c:table-cell></c:table-row>"
        "<c:table-row><c:table-cell office:value-type='date' office:date-value='2022-11-01T10:00:00'/><c:table-cell "
        "c:style-name='ce1' office:value-type='date' office:date-value='2022-11-01'/><c:table-cell "
        f"office:value-type='float' office:value='44.80'/></c:table-row><c:table-row c:number-rows-repeated='1048000'/>{cell}"
        "</c:table></o>"
    )
    sheet = ods.read(packed({"content.xml": content}), ())
    assert sheet.rows[1] == sheet.rows[2] == {3: "one two\nthree", 4: "one two\nthree"}
    assert sheet.rows[3] == {1: "2022-11-01", 2: "2022-11", 3: "44.8"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"sep=;\r\nid;title\r\nx;Caf\xe9\r\n"),
        ("a.csv", "id;title\nx;Café\n".encode("utf-16")),
        ("a.csv", "id,title\nx,Café\n".encode("utf-16-le")),
        ("a.tsv", "id\ttitle\nx\tCafé".encode()),
        ("a.csv", 'id;"title"\n\n;;\nx;"Café"\n'.encode("utf-8-sig")),
    ],
)
def test_csv_of_any_program(tmp_path: Path, name: str, data: bytes) -> None:
    """Whatever parts the cells, and in whatever code they are."""
    (tmp_path / name).write_bytes(data)
    assert [*reading.read(tmp_path / name, ()).rows.values()] == [{1: "id", 2: "title"}, {1: "x", 2: "Café"}]


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("content.xml", "<a>" + " " * 40_000_000)
    return file.getvalue()


ENTITIES = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
MANY = "<o xmlns:t='t'><t:table t:name='x'><t:table-row t:number-rows-repeated='99999999'><t:table-cell t:number-columns-repeated='300'><p>a</p></t:table-cell></t:table-row></t:table></o>"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.ods", bomb(), "must unpack to at most"),
        ("a.ods", packed({"content.xml": ENTITIES}), "must declare no document type"),
        ("a.ods", packed({"content.xml": MANY}), "must have at most 5,000 rows"),
        ("a.ods", packed({"content.xml": "<a>"}), "must be a whole spreadsheet"),
        ("a.xlsx", b"PK\x03\x04 and no more", "must be a whole spreadsheet"),
        ("a.xlsx", packed({"x": "y"}), "must hold a sheet of cells"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0", "locked by a password, or of an old kind"),
        ("a.xlsx", b"id,title", "must be what its ending says"),
        ("a.xls", b"x", "must be a CSV, ODS or XLSX file"),
        ("a.csv", b"x" * 10_000_001, "must have at most 10,000,000 bytes"),
        ("a.csv", b"x\n" * 6_000, "must have at most 5,000 rows"),
        ("a.csv", b"x," * 500 + b"y", "must have at most 400 columns"),
        ("a.csv", b"x" * 40_000, "a cell must hold at most"),
        ("a.csv", b'id\n"x', "between quotation marks"),
    ],
)
def test_hostile_files_cost_little(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    """Each is refused with a sentence."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(grid.SheetError, match=told):
        reading.read(tmp_path / name, ())


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
