"""A spreadsheet file as the cells of one sheet, whatever kind of file it is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefing.sheets import delimited, ods, xlsx
from briefing.sheets.grid import MOST_BYTES, Sheet, SheetError

#: The endings of files that are read, and of others that hold sheets, which a program must save anew.
ENDINGS = (".csv", ".tsv", ".ods", ".xlsx")
FOREIGN = (".xls", ".xlsm", ".xlsb", ".numbers", ".gsheet", ".fods", ".sxc", ".tab")
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def is_sheet(name: str) -> bool:
    """Whether a file is a spreadsheet by its ending."""
    return name.casefold().endswith((*ENDINGS, *FOREIGN))


def read(file: Path, wanted: Iterable[str]) -> Sheet:
    """The cells of the sheet that has one of the `wanted` names, else of the first. Raises SheetError."""
    ending = file.suffix.casefold()
    if ending not in ENDINGS:
        raise SheetError("a spreadsheet must be a CSV, ODS or XLSX file. Save it as one of these in your program.")
    try:
        if os.path.exists(file) and not file.is_file():
            raise SheetError("a spreadsheet must be an ordinary file. Name the file itself.")
        if file.stat().st_size > MOST_BYTES:
            raise SheetError(f"a spreadsheet must have at most {MOST_BYTES:,} bytes. Take out pictures, or split it.")
        data = file.read_bytes()
    except OSError as error:
        raise SheetError(f"the file must be readable ({error.strerror}). Check how its name is written.") from None
    if data.startswith(_OLD):
        raise SheetError("the file is locked by a password, or of an old kind. Save it as XLSX or ODS without one.")
    if not data.startswith(_ZIP):
        if ending in (".ods", ".xlsx"):
            raise SheetError("the file must be what its ending says. Save it again as ODS or XLSX, or name it `.csv`.")
        return delimited.read(data)
    return (
        ods.read(data, wanted)
        if b"opendocument.spreadsheet" in data[:200] or ending == ".ods"
        else xlsx.read(data, wanted)
    )
