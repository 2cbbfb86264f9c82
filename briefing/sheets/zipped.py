"""What ODS and XLSX have in common: XML in a ZIP file. Read within bounds, and never what a document type declares."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.parsers import expat

from briefing.sheets.grid import SheetError

#: Bytes of all that is unpacked of one file.
MOST_UNPACKED = 30_000_000
#: Tags and texts of one file, and how deep tags stand in each other.
MOST_EVENTS, MOST_DEEP = 2_000_000, 60
_CHUNK = 1 << 16
_TOO_MUCH = "Take out what is not needed, or save the one sheet as CSV."
_BROKEN = "the file must be a whole spreadsheet. Open it in your spreadsheet program and save it again."


class Event(NamedTuple):
    """A tag opens (`attributes` are given) or closes, or text stands there. Names are without their prefixes."""

    tag: str = ""
    attributes: Mapping[str, str] | None = None
    text: str = ""


class Package:
    """The parts of a ZIP file, opened from its bytes. Raises SheetError."""

    def __init__(self, data: bytes) -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise SheetError(_BROKEN) from None
        self.left, self.events_left = MOST_UNPACKED, MOST_EVENTS
        self.names = frozenset(self.zip.namelist())

    def _within(self, found: list[Event]) -> list[Event]:
        """What was found in a chunk. Raises SheetError where a file has more than any sheet."""
        self.events_left -= len(found)
        self.deep += sum(1 if event.attributes is not None else -1 for event in found if event.tag)
        if self.events_left < 0 or self.deep > MOST_DEEP:
            raise SheetError(f"a spreadsheet must have at most {MOST_EVENTS:,} tags and texts. {_TOO_MUCH}")
        return found

    def events(self, name: str) -> Iterator[Event]:
        """What stands in one part, from its begin to its end; nothing where there is no such part."""
        if name not in self.names:
            return
        self.deep, found = 0, list[Event]()
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: found.append(
            Event(_local(tag), {_local(key): value for key, value in attributes.items()})
        )
        parser.EndElementHandler = lambda tag: found.append(Event(_local(tag)))
        parser.CharacterDataHandler = lambda text: found.append(Event(text=text))
        parser.StartDoctypeDeclHandler = _refuse
        try:
            with self.zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self.left -= len(chunk)
                    if self.left < 0:
                        raise SheetError(f"a spreadsheet must unpack to at most {MOST_UNPACKED:,} bytes. {_TOO_MUCH}")
                    parser.Parse(chunk)
                    yield from self._within(found)
                    found.clear()
                parser.Parse(b"", True)
                yield from found
        except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, NotImplementedError):
            raise SheetError(_BROKEN) from None
        except RuntimeError:  # as zipfile says that a part is locked
            raise SheetError("the file must not be locked by a password. Save it without one.") from None


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise SheetError("a spreadsheet must declare no document type of its own. Save it again in your program.")


def packed(parts: Mapping[str, str], first: str = "") -> bytes:
    """A ZIP file of these parts, the same bytes each time. Its part `first` is not compressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            package.writestr(info, content)
    return file.getvalue()
