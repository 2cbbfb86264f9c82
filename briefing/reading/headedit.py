"""Writing into the head of a record, where every other byte stays: comments, order, ends of lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import text
from briefing.reading import frontmatter
from briefing.reading.headfaults import HeadError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


class EditError(ValueError):
    """A head into which nothing can be written."""


def inserted(data: bytes, lines: Sequence[str], at_end: bool = False) -> bytes:
    """The file with these lines as the first of its head, or as the last, indented as its keys are and ended as its
    first line is. Raises EditError.
    """
    typed, node = _read(data)
    indent = " " * (node.entries[0][1].column - 1) if node.entries else ""
    end = typed[0][len(typed[0].rstrip("\r\n")) :]
    behind = next(number for number, line in enumerate(typed) if number and line.rstrip("\r\n") == "---")
    at = behind if at_end else 1
    return "".join([*typed[:at], *(f"{indent}{line}{end}" for line in lines), *typed[at:]]).encode()


def replaced(data: bytes, key: str, value: str) -> bytes:
    """The file with another value of a key of its head whose value is one plain word. Raises EditError."""
    typed, node = _read(data)
    old = next((value for name, _, value in node.entries or () if name == key), None)
    if old is None or not old.text:
        raise EditError
    number, column = old.mark.line - 1, old.mark.column - 1
    before, behind = typed[number][:column], typed[number][column:]
    if not (found := re.match(rf"(['\"]?){re.escape(old.text)}\1(?=[\s,}}]|$)", behind)):
        raise EditError
    typed[number] = f"{before}{value}{behind[found.end() :]}"
    return "".join(typed).encode()


def without(data: bytes, key: str) -> bytes:
    """The file without a key of its head that stands, with its value, on a line of its own. Raises EditError."""
    typed, node = _read(data)
    mark, value = next(((mark, value) for name, mark, value in node.entries or () if name == key), (None, None))
    if mark is None or value is None or value.text is None or value.mark.line != mark.line:
        raise EditError
    line = typed[mark.line - 1]
    if not re.fullmatch(rf"\s*(['\"]?){re.escape(key)}\1\s*:.*\s*", line) or len(node.entries or ()) < 2:
        raise EditError
    return "".join([*typed[: mark.line - 1], *typed[mark.line :]]).encode()


def _read(data: bytes) -> tuple[list[str], frontmatter.Node]:
    """The lines of a file with their ends, and its head."""
    try:
        return _LINE.findall(data.decode()), frontmatter.read(frontmatter.split(text.decode(data))[0])
    except (HeadError, UnicodeDecodeError):
        raise EditError from None
