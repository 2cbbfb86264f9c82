"""XLSX: the texts of one sheet, and a sheet of texts. Formulas are never run; what they gave last is what counts."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from briefing.sheets.grid import Grid, Sheet, SheetError, figure, one_of
from briefing.sheets.zipped import Package, packed

#: The numbers of Excel's own formats of dates, and of those that show no day.
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(50, 59)})
_MONTHS = frozenset({17})
#: What is no part of a format's date: texts, colours and conditions.
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read(data: bytes, wanted: Iterable[str]) -> Sheet:
    """The cells of the sheet that has a `wanted` name, else of the first that shows. Raises SheetError."""
    package = Package(data)
    sheets: dict[str, str] = {}
    first_day = datetime.date(1899, 12, 30)
    for event in package.events("xl/workbook.xml"):
        here = event.attributes or {}
        if event.tag == "sheet" and here and here.get("state", "visible") == "visible":
            sheets[here.get("name", "")] = here.get("id", "")
        elif event.tag == "workbookPr" and here.get("date1904") in ("1", "true"):
            first_day = datetime.date(1904, 1, 1)
    if not sheets:
        raise SheetError("an XLSX file must hold a sheet of cells. Save it again in your spreadsheet program.")
    names = [*sheets]
    chosen = names.pop(one_of(names, wanted))
    part = next(
        (
            posixpath.normpath(posixpath.join("/xl", here.get("Target", ""))).lstrip("/")
            for event in package.events("xl/_rels/workbook.xml.rels")
            if (here := event.attributes or {}).get("Id") == sheets[chosen] and here
        ),
        "",
    )
    shared = [*_shared(package)] if "xl/sharedStrings.xml" in package.names else []
    grid = _Cells(shared, _formats(package), first_day).of(package, part)
    return Sheet(grid.rows, tuple(names))


def _shared(package: Package) -> Iterator[str]:
    """The texts that cells name by number."""
    text, is_text, aside = "", False, False
    for event in package.events("xl/sharedStrings.xml"):
        opens = event.attributes is not None
        if event.tag == "si" and not opens:
            yield _plain(text)
            text = ""
        elif event.tag == "rPh":  # how a name is spoken, in Japan
            aside = opens
        elif event.tag == "t":
            is_text = opens
        elif is_text and not aside:
            text += event.text


def _formats(package: Package) -> list[str]:
    """What each style of cells shows of a date: `ymd`, `ym` or `y`; nothing where it shows a number."""
    own: dict[str, str] = {}
    shows: list[str] = []
    is_cell = False
    for event in package.events("xl/styles.xml"):
        here = event.attributes
        if event.tag == "cellXfs":
            is_cell = here is not None
        elif here and event.tag == "numFmt":
            own[here.get("numFmtId", "")] = _shown(here.get("formatCode", ""))
        elif here is not None and event.tag == "xf" and is_cell:
            id = here.get("numFmtId", "0")
            number = _whole(id, 0)
            shows.append(own.get(id, "ym" if number in _MONTHS else "ymd" if number in _DATES else ""))
    return shows


def _shown(code: str) -> str:
    """The parts of a date in the code of a format."""
    plain = _ASIDE.sub("", code.partition(";")[0]).casefold()
    if "y" in plain:
        return "ymd" if "d" in plain else "ym" if "m" in plain else "y"
    return "ymd" if "d" in plain and "m" in plain else ""


class _Cells:
    """Reads the cells of one sheet."""

    def __init__(self, shared: Sequence[str], formats: Sequence[str], first_day: datetime.date) -> None:
        self.shared, self.formats, self.first_day = shared, formats, first_day

    def of(self, package: Package, part: str) -> Grid:
        grid, row, column, text, keep = Grid(), 0, 0, "", False
        cell: Mapping[str, str] = {}
        for event in package.events(part):
            here = event.attributes
            if event.tag == "row" and here is not None:
                typed = here.get("r", "")
                row, column = _whole(typed, row + 1), 0
            elif event.tag == "c" and here is not None:
                cell, text = here, ""
                at = _CELL.fullmatch(here.get("r", ""))
                column = _number(at[1]) if at else column + 1
            elif event.tag == "c":
                grid.put(row, column, self._text(cell, text))
            elif event.tag in ("v", "t"):
                keep = here is not None
            elif event.text and keep:
                text += event.text
        return grid

    def _text(self, cell: Mapping[str, str], text: str) -> str:
        """What a cell says, from what it stores."""
        kind, style = cell.get("t", "n"), cell.get("s", "0")
        if kind == "s":
            number = _whole(text, len(self.shared))
            return self.shared[number] if number < len(self.shared) else ""
        if kind == "b":
            return {"1": "yes", "0": "no"}.get(text, text)
        if kind == "d":
            return text.partition("T")[0]
        if kind != "n":
            return _plain(text)
        number = _whole(style, len(self.formats))
        shows = self.formats[number] if number < len(self.formats) else ""
        return self._date(text, shows) if shows else figure(text)

    def _date(self, text: str, shows: str) -> str:
        """A day that is counted from the first, as exactly as the cell shows it."""
        try:
            days = int(float(text))
            day = self.first_day + datetime.timedelta(days=days + (self.first_day.year < 1904 and 0 < days < 60))
        except (ValueError, OverflowError):
            return text
        return day.isoformat()[: {"ymd": 10, "ym": 7, "y": 4}[shows]]


def _whole(typed: str, otherwise: int) -> int:
    """A whole number as a file gives it; `otherwise` where it gives none that can be."""
    return int(typed) if re.fullmatch(r"\d{1,7}", typed, re.ASCII) else otherwise


def _number(letters: str) -> int:
    """The number of a column: `A` is 1, `AA` 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    """The letters of a column."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _plain(text: str) -> str:
    """A text with the letters that XLSX writes by their numbers."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
#: Cells of text, so that no program makes a date of what is typed, and a head in bold.
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def written(rows: Sequence[Sequence[str]], name: str) -> bytes:
    """An XLSX file with one sheet of these rows, all of it text."""
    lines = []
    for number, row in enumerate(rows, 1):
        style = 2 if number == 1 else 1
        cells = "".join(
            f'<c r="{_letters(column)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_typed(text)}'
            "</t></is></c>"
            for column, text in enumerate(row, 1)
            if text
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    width = max(1, len(rows[0]))
    sheet = (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols><col min="1" max="{width + 20}" width="24" style="1" customWidth="1"/></cols>'
        f"<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )
    return packed(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"'
            f'/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/><Override '
            f'PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
            "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet '
            f'name="{escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
            f'Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
            f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": _STYLES,
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


def _typed(text: str) -> str:
    """A text as XLSX writes it: what looks like the number of a letter in its way, written by numbers."""
    return escape(_ESCAPED.sub(lambda match: f"_x005F{match[0]}", text), quote=False)
