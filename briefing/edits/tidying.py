"""What of a record's file can be put in order without looking at what it says: ends of lines, Unicode form, trailing
blanks, the order of its keys. Pure; done twice it does nothing more.
"""

from __future__ import annotations

import re
import unicodedata

from briefing.model import text
from briefing.model.keys import fields, in_head
from briefing.model.records import KINDS, Record
from briefing.reading import frontmatter
from briefing.reading.frontmatter import Node
from briefing.reading.headfaults import HeadError

#: Blanks at the end of a line; two of them before another line of the same block break it there, as Markdown has it.
_TRAILING = re.compile(r"(?<![ \t])(?:(?!  +\n[ \t>]*[^\s>])[ \t]+)(?=\n|\Z)")


def tidied(data: bytes) -> bytes:
    """A file with plain ends of lines, in form NFC, without a byte order mark or blanks at the ends of lines, and ended
    by one line break. Raises UnicodeDecodeError.
    """
    plain = unicodedata.normalize("NFC", text.decode(data))
    head, mark, body = plain.partition("\n---\n")
    head = re.sub(r"[ \t]+(?=\n|\Z)", "", head)
    return (head + mark + _TRAILING.sub("", body)).rstrip("\n").encode() + b"\n"


def ordered(kind: str, data: bytes) -> bytes:
    """A tidy record with the keys of its head in the order in which docs/records.md has them, remarks above them; as it
    was where a key is unknown, twice there or on a line with another.
    """
    content = data.decode()
    known, shared = in_head(KINDS[kind]), len(fields(Record))
    place = {field.key: number for number, field in enumerate([*known[shared:], *known[:shared]])}
    try:
        head, _, _ = frontmatter.split(content)
        entries = frontmatter.read(head).entries or []
    except HeadError:
        return data
    names, starts = [name for name, _, _ in entries], [mark.line - 2 for _, mark, _ in entries]
    if len({*names}) < len(names) or len({*starts}) < len(starts) or not {*names} <= place.keys():
        return data
    lines = head.splitlines(keepends=True)
    if head[:1] in "{" or any(re.match(r"\s*(?:\?|\{)", lines[start]) for start in starts):
        return data
    starts = [_with_remarks(lines, start) for start in starts]
    blocks = [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    chosen = sorted(zip(names, blocks, strict=True), key=lambda pair: place[pair[0]])
    new = "".join([*lines[: starts[0] if starts else 0], *(line for _, block in chosen for line in block)])
    if _said(new) != _said(head):
        return data
    return f"---\n{new}{content[4 + len(head) :]}".encode()


def _with_remarks(lines: list[str], start: int) -> int:
    """The first of the lines of a key, with the remarks right above it."""
    while start and re.match(r"#", lines[start - 1]):
        start -= 1
    return start


def _said(head: str) -> object:
    """What a head says, whatever the order of its keys; None where it cannot be read."""
    try:
        root = frontmatter.read(head)
    except HeadError:
        return None
    return {name: _plain(value) for name, _, value in root.entries or ()}


def _plain(node: Node) -> object:
    if node.entries is not None:
        return [(name, _plain(value)) for name, _, value in node.entries]
    return node.text if node.items is None else [_plain(item) for item in node.items]
