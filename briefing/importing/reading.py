"""Reading a document of any kind: which it is, by its name and its first bytes, and the reader for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from briefing.importing import tidying
from briefing.importing.blocks import Imported, ImportFault

#: Endings of names by the kind of document.
ENDINGS = {
    "html": "html htm xhtml shtml php asp aspx",
    "pdf": "pdf",
    "word": "docx docm",
    "opendocument": "odt ott fodt",
    "text": "txt text asc",
    "markdown": "md markdown mdown mkd",
    "mail": "eml mht mhtml",
    "subtitles": "vtt srt",
}
_KINDS = {ending: kind for kind, endings in ENDINGS.items() for ending in endings.split()}
#: Endings that people try, and what they may do instead.
_ELSEWHERE = {
    "doc": "Save it as .docx from Word or LibreOffice.",
    "rtf": "Save it as .docx or .odt.",
    "pages": "Export it as .docx.",
    "msg": "Save the message as .eml.",
    "epub": "Save the chapter that you need as HTML or text.",
    "zip": "Unpack it, and import what is inside.",
    "jpg": "Have its text recognised (OCR), and import that.",
    "png": "Have its text recognised (OCR), and import that.",
    "mp3": "Have it transcribed, as .vtt or .srt.",
    "mp4": "Have it transcribed, as .vtt or .srt.",
}


def kind(name: str, data: bytes) -> str:
    """The kind of a document. Raises ImportFault."""
    ending = PurePath(name.lower()).suffix.removeprefix(".")
    if data.startswith(b"%PDF-") or b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200] or ending in ("odt", "ott"):
            return "opendocument"
        if ending in ("docx", "docm") or b"word/" in data:
            return "word"
        raise ImportFault(f"A document must be one of those that can be read; {name} is an archive. {_remedy(ending)}")
    found = _KINDS.get(ending, "")
    if found not in ("html", "mail", "subtitles") and (looks := _looks(data[:4000].removeprefix(b"\xef\xbb\xbf"))):
        return looks
    if found in ("pdf", "word", "opendocument") or (not found and ending):
        raise ImportFault(
            f"A document must be what its name says, and of a kind that can be read; {name} is not. {_remedy(ending)}"
        )
    return found or "text"


def _looks(start: bytes) -> str:
    """What a document is by its first letters, where these leave no doubt: names often say `.txt` or `.doc` only."""
    if start.startswith(b"WEBVTT") or re.match(rb"\s*\d+\s*\n\d\d:\d\d:\d\d,\d{3} --> \d", start):
        return "subtitles"
    if re.match(
        rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,500}-->\s*)*<(?:!doctype html|html\b)", start, re.I | re.S
    ):
        return "html"
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {name.lower() for name in re.findall(rb"^([A-Za-z-]{2,40}):", head, re.MULTILINE)}
    is_mail = names >= {b"from", b"date"} and names & {b"mime-version", b"message-id", b"received"}
    return "mail" if is_mail and re.match(rb"[A-Za-z-]+: ", head) else ""


def _remedy(ending: str) -> str:
    known = ", ".join(f".{endings.split()[0]}" for endings in ENDINGS.values())
    return _ELSEWHERE.get(ending, f"Save it as one of {known}.")


def read(name: str, data: bytes, as_kind: str = "", charset: str = "", address: str = "") -> Imported:
    """Read a document; `name` is that of the file. Raises ImportFault, and whatever hostile files raise: their
    memory and depth run out in a process of its own (`confined`).
    """
    if not data.strip():
        raise ImportFault(f"A document must not be empty; {name} is.")
    found = as_kind or kind(name, data)
    if found == "html":
        from briefing.importing import html

        return tidying.arranged(html.read(data, charset, address))
    return tidying.arranged(_readers()[found](data))


def _readers() -> dict[str, Callable[[bytes], Imported]]:
    from briefing.importing import mail, opendocument, pdf, plain, subtitles, word

    return {
        "pdf": pdf.read,
        "word": word.read,
        "opendocument": opendocument.read,
        "text": plain.read_text,
        "markdown": plain.read_markdown,
        "mail": mail.read,
        "subtitles": subtitles.read,
    }
