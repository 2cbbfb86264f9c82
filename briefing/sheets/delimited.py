"""CSV, as any program writes it: with commas, semicolons or tabs, in UTF-8, UTF-16 or the code of Windows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from briefing.sheets.grid import MOST_IN_CELL, Sheet, SheetError, grid

_DELIMITERS = ",;\t|"
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def read(data: bytes) -> Sheet:
    """The cells of a CSV file. Raises SheetError."""
    text, told = _decoded(data)
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) <= 5:  # as Excel has it in some countries
        delimiter, text = first.strip()[4:] or "\t", f"\n{rest}"
    else:
        delimiter = _delimiter(text)
    try:
        csv.field_size_limit(4 * MOST_IN_CELL)
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return Sheet(grid(lines).rows, told=told)
    except csv.Error as error:
        raise SheetError(
            f"a CSV file must have each text with a quotation mark or a line end in it between quotation marks "
            f"({error}). Export it anew from your spreadsheet, or import the ODS or XLSX file."
        ) from None


def written(rows: Sequence[Sequence[str]]) -> bytes:
    """A CSV file of these rows, as spreadsheets everywhere read it: UTF-8 with a byte order mark."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    code = next((code for mark, code in _MARKS.items() if data.startswith(mark)), "")
    if not code and b"\x00" in data[:200]:
        code = "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"
    try:
        text = data.decode(code or "utf-8")
    except UnicodeDecodeError:
        if code:
            raise SheetError("a CSV file must be saved in one code, best UTF-8. Save it again as UTF-8.") from None
        text = data.decode("cp1252", "replace")
        return text, ("It is not saved as UTF-8 and was read as Windows-1252; look at letters with accents.",)
    if "\x00" in text:
        raise SheetError("a CSV file must be text; this one is not. Save the sheet as CSV, ODS or XLSX.")
    return text, ()


def _delimiter(text: str) -> str:
    """What parts the cells: of the signs that may, the one that stands most often in the first line, outside of
    quotation marks.
    """
    line = next((line for line in text.splitlines() if line.strip(f" {_DELIMITERS}")), "")
    outside = "".join(line.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)
