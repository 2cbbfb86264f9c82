"""ODS: the texts of one sheet, and a sheet of texts. Formulas are never run; what they gave last is what counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from briefing.sheets.grid import MOST_COLUMNS, MOST_IN_CELL, MOST_ROWS, Grid, Sheet, SheetError, figure, one_of
from briefing.sheets.zipped import Package, packed

_CONTENT = "content.xml"
_MIME = "application/vnd.oasis.opendocument.spreadsheet"


def read(data: bytes, wanted: Iterable[str]) -> Sheet:
    """The cells of the sheet that has a `wanted` name, else of the first. Raises SheetError."""
    package = Package(data)
    names = [
        event.attributes.get("name", "")
        for event in package.events(_CONTENT)
        if event.tag == "table" and event.attributes
    ]
    if not names:
        raise SheetError("an ODS file must hold a sheet of cells. Save it again in your spreadsheet program.")
    chosen = one_of(names, wanted)
    cells = _Cells()
    cells.read(package, chosen)
    return Sheet(cells.grid.rows, tuple(name for number, name in enumerate(names) if number != chosen))


class _Cells:
    """Reads the cells of one sheet. A date is taken as exactly as its cell shows it, by its style's parts."""

    def __init__(self) -> None:
        self.grid = Grid()
        self.row = self.column = 0
        self.lines: list[str] = []
        self.cell: Mapping[str, str] = {}
        self.formats: dict[str, set[str]] = {}
        self.styles: dict[str, str] = {}

    def read(self, package: Package, chosen: int) -> None:
        """Read the table of this number, from 0."""
        table, format, aside, is_text, repeated = -1, "", 0, False, 1
        for event in package.events(_CONTENT):
            tag, here = event.tag, event.attributes
            if here is not None and tag == "date-style":
                format = here.get("name", "")
            elif here is not None and tag in ("day", "month", "year") and table < 0:
                self.formats.setdefault(format, set()).add(tag)
            elif here is not None and tag == "style":
                self.styles[here.get("name", "")] = here.get("data-style-name", "")
            elif tag == "table":
                table += here is not None
            elif table != chosen:
                continue
            elif tag == "annotation":  # a remark on a cell is none of its text
                aside += 1 if here is not None else -1
            elif aside:
                continue
            elif tag == "table-row":
                if here is not None:
                    self.row, self.column, repeated = self.row + 1, 0, _times(here, "number-rows-repeated")
                else:
                    self._repeat(repeated)
            elif tag in ("table-cell", "covered-table-cell"):
                if here is not None:
                    self.cell, self.lines = here, []
                else:
                    self._end()
            elif tag in ("p", "h"):
                is_text = here is not None
                self.lines += [""] if is_text else []
            elif is_text and self.lines:
                self.lines[-1] += event.text or _blank(tag, here)
                if len(self.lines[-1]) > MOST_IN_CELL:
                    raise SheetError(f"a cell must hold at most {MOST_IN_CELL:,} letters; row {self.row} has more.")

    def _end(self) -> None:
        """Take a cell, as often as it stands there."""
        times, text = _times(self.cell, "number-columns-repeated"), self._text()
        if text.strip():
            for column in range(self.column + 1, self.column + 1 + min(times, MOST_COLUMNS + 1)):
                self.grid.put(self.row, column, text)
        self.column += times

    def _repeat(self, times: int) -> None:
        """Take a row again, as often as it stands there."""
        cells = self.grid.rows.get(self.row, {})
        if cells:
            for row in range(self.row + 1, self.row + min(times, MOST_ROWS + 2)):
                for column, text in cells.items():
                    self.grid.put(row, column, text)
        self.row += times - 1

    def _text(self) -> str:
        kind = self.cell.get("value-type", "")
        if kind == "date" and (day := self.cell.get("date-value", "").partition("T")[0]):
            shown = self.formats.get(self.styles.get(self.cell.get("style-name", ""), ""), {"day"})
            return day if "day" in shown else day[: 7 if "month" in shown else 4]
        if kind in ("float", "percentage", "currency"):
            return figure(self.cell.get("value", ""))
        if kind == "boolean":
            return {"true": "yes", "false": "no"}.get(self.cell.get("boolean-value", ""), "")
        return "\n".join(self.lines) or self.cell.get("string-value", "")


def _times(here: Mapping[str, str], key: str) -> int:
    typed = here.get(key, "1")
    return int(typed) if re.fullmatch(r"[1-9]\d{0,8}", typed, re.ASCII) else 1


def _blank(tag: str, here: Mapping[str, str] | None) -> str:
    """The white space that a tag stands for."""
    if here is None:
        return ""
    return {"s": " " * min(_times(here, "c"), 1_000), "tab": "\t", "line-break": "\n"}.get(tag, "")


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
#: Cells of text, so that no program makes a date of what is typed, and a head in bold.
_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="{_OASIS}:office:1.0" '
    f'xmlns:table="{_OASIS}:table:1.0" xmlns:text="{_OASIS}:text:1.0" xmlns:style="{_OASIS}:style:1.0" '
    f'xmlns:number="{_OASIS}:datastyle:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0" office:version="1.3">'
    '<office:automatic-styles><style:style style:name="co" style:family="table-column"><style:table-column-properties '
    'style:column-width="5cm"/></style:style><number:text-style style:name="N"><number:text-content/>'
    '</number:text-style><style:style style:name="T" style:family="table-cell" style:data-style-name="N">'
    '<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/></style:style><style:style '
    'style:name="H" style:family="table-cell" style:data-style-name="N"><style:text-properties fo:font-weight="bold"/>'
    "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
)


def written(rows: Sequence[Sequence[str]], name: str) -> bytes:
    """An ODS file with one sheet of these rows, all of it text."""
    lines = []
    for number, row in enumerate(rows):
        style = "H" if number == 0 else "T"
        cells = "".join(
            f'<table:table-cell table:style-name="{style}" office:value-type="string">{_typed(text)}</table:table-cell>'
            if text
            else f'<table:table-cell table:style-name="{style}"/>'
            for text in row
        )
        lines.append(f"<table:table-row>{cells}</table:table-row>")
    content = (
        f'{_HEAD}<table:table table:name="{escape(name)}"><table:table-column table:style-name="co" '
        f'table:number-columns-repeated="{len(rows[0]) + 20}" table:default-cell-style-name="T"/>{"".join(lines)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return packed({"mimetype": _MIME, "META-INF/manifest.xml": manifest, _CONTENT: content}, "mimetype")


def _typed(text: str) -> str:
    """The paragraphs of a text; of several blanks each is kept."""
    lines = (re.sub(r"^ |(?<= ) ", "<text:s/>", escape(line)).replace("\t", "<text:tab/>") for line in text.split("\n"))
    return "".join(f"<text:p>{line}</text:p>" for line in lines)
