"""Writing into the text of a file at known spots, where every other byte stays, such as ends of lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_END = re.compile(r"\r\n|\r|\n")


class Edit(NamedTuple):
    """Put `words` in place of what stands from the letter `start` up to `end` of a text, as `text.decode` reads it."""

    start: int
    end: int
    words: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def written(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file with edits of its text; what is put in has the file's own ends of lines."""
    raw = data.decode("utf-8")
    mark = "\ufeff" if raw.startswith("\ufeff") else ""
    raw = raw.removeprefix(mark)
    end = found[0] if (found := _END.search(raw)) else "\n"
    wide = [match.start() - number for number, match in enumerate(re.finditer("\r\n", raw))]

    def moved(offset: int) -> int:
        """An offset of the text as an offset of `raw`: each CRLF before it is one letter more."""
        return offset + sum(at < offset for at in wide)

    there = [Edit(moved(one.start), moved(one.end), one.words.replace("\n", end)) for one in edits]
    return (mark + edited(raw, there)).encode()
