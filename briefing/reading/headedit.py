"""Writing into the head of a record, where every other byte stays: comments, order, ends of lines. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import text
from briefing.model.prose import Mark
from briefing.reading import frontmatter
from briefing.reading.headfaults import HeadError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


#: What stands before the value on a line; and a value in quotation marks or brackets, or any other, before a remark.
_BEFORE = re.compile(r"\s*(?:-\s+)*(?:[^\s:'\"#]+:(?:\s+|$))?")
_VALUE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[{].*[\]}])?(?:(?!\s+#|^#).)*""")


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


def put(data: bytes, key: str, lines: Sequence[str], order: Sequence[str]) -> bytes:
    """The file with these lines in place of those of a key, or without the key where there are none. A key that is not
    there yet goes behind the last of those that stand before it in `order`. Remarks on its lines stay. Raises
    EditError.
    """
    typed, node = _read(data)
    starts = [(name, mark.line - 1) for name, mark, _ in node.entries or ()]
    if len({line for _, line in starts}) < len(starts):
        raise EditError
    first = node.entries[0][1].column - 1 if node.entries else 0
    indent, end = " " * first, typed[0][len(typed[0].rstrip("\r\n")) :]
    begin, behind = _block(typed, starts, key)
    if begin == behind:
        before = order[: order.index(key)] if key in order else order
        begin = behind = max((_block(typed, starts, name)[1] for name, _ in starts if name in before), default=1)
    fresh, kept = [*lines], [*filter(None, (_remark(line) for line in typed[begin:behind]))]
    if len(fresh) == 1 and behind - begin == 1:
        fresh, kept = [f"{fresh[0]}{kept[0]}" if kept else fresh[0]], []
    remarks = [remark.strip() for remark in kept]
    return "".join([*typed[:begin], *(f"{indent}{line}{end}" for line in (*remarks, *fresh)), *typed[behind:]]).encode()


def in_place(data: bytes, mark: Mark, value: str) -> bytes:
    """The file with another value on one line of its head, where one begins at `mark`. What follows it there stays.
    Whether that is the whole of the value, the caller sees by reading the head again. Raises EditError.
    """
    typed, _ = _read(data)
    line = typed[mark.line - 1]
    bare = line.rstrip("\r\n")
    tail = _remark(bare) + line[len(bare) :]
    typed[mark.line - 1] = f"{line[: mark.column - 1]}{value}{tail}"
    return "".join(typed).encode()


def _block(typed: Sequence[str], starts: Sequence[tuple[str, int]], key: str) -> tuple[int, int]:
    """The lines of a key, from the first to the one behind the last; blank lines and remarks below are none of them.
    Both are the same where there is no such key.
    """
    begin = next((line for name, line in starts if name == key), None)
    if begin is None:
        return 0, 0
    closing = next(number for number, line in enumerate(typed) if number and line.rstrip("\r\n") == "---")
    behind = min((line for _, line in starts if line > begin), default=closing)
    while behind > begin + 1 and (not typed[behind - 1].strip() or typed[behind - 1].lstrip().startswith("#")):
        behind -= 1
    return begin, behind


def _remark(line: str) -> str:
    """The remark on a line, with the white space before it; empty for none."""
    bare = line.rstrip("\r\n")
    before = _BEFORE.match(bare)
    rest = bare[before.end() :] if before else bare
    value = _VALUE.match(rest)
    return rest[value.end() :] if value else ""


def _read(data: bytes) -> tuple[list[str], frontmatter.Node]:
    """The lines of a file with their ends, and its head."""
    try:
        return _LINE.findall(data.decode()), frontmatter.read(frontmatter.split(text.decode(data))[0])
    except (HeadError, UnicodeDecodeError):
        raise EditError from None
