"""Spreadsheet files as programs write them, and as somebody writes them who means harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from briefing.sheets import delimited, grid, ods, reading, xlsx, zipped

FORMATS = ("csv", "ods", "xlsx")


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
MANY = "<o xmlns:t='t'><t:table t:name='x'><t:table-row t:number-rows-repeated='99999999'><t:table-cell t:number-columns-repeated='3'><p>a</p></t:table-cell></t:table-row></t:table></o>"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.ods", bomb(), "must unpack to at most"),
        ("a.ods", packed({"content.xml": ENTITIES}), "must declare no document type"),
        ("a.ods", packed({"content.xml": "<a>" * 200}), "must have at most 2,000,000 tags"),
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
