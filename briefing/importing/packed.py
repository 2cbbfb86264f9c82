"""Documents that are archives of XML, Word's and OpenDocument's, opened with care."""

from __future__ import annotations

import io
import zipfile
import zlib

from briefing.importing.blocks import ImportFault

#: The bytes that all parts, and that one part may unpack to; the parts an archive may have.
MOST_UNPACKED, MOST_PART, MOST_PARTS = 400_000_000, 60_000_000, 5_000


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, if it unpacks to a bearable size. Raises ImportFault."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        raise ImportFault("A document must be whole. Open it in its program and save it anew.") from None
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise ImportFault(
            f"A document must unpack to at most {MOST_UNPACKED // 1_000_000} MB in {MOST_PARTS:,} parts. "
            "Open it in its program and save its text alone."
        )
    if any(member.flag_bits & 1 for member in members):
        raise ImportFault("A document must not be locked by a password. Save it without one.")
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of it, unpacked; empty where there is none. Raises ImportFault."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return b""
    if info.file_size > MOST_PART:
        raise ImportFault(
            f"A document's text must unpack to at most {MOST_PART // 1_000_000} MB. Save its parts as documents."
        )
    try:
        with archive.open(info) as file:
            return file.read(MOST_PART)  # no more than the archive says, whatever it holds
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise ImportFault("A document must be whole. Open it in its program and save it anew.") from None
