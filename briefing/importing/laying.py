"""What was read of a document as the text of a source, each paragraph on a line of its own, and the head of its record.
Pure.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from briefing.importing.blocks import ABOVE, KEPT, Block, Imported, Sort
from briefing.model import outside
from briefing.model.text import bare

#: Lines of one kind that can have names.
_MOST_NAMED = 99
#: What an editor must fill in where the document does not say it.
_REQUIRED = ("title", "publisher", "kind", "language", "rights")
_PLAIN = re.compile(r"[^\W\d_][\w .()/’–-]*", re.UNICODE)
_WORDS = frozenset("yes no on off true false null none all y n".split())


class Unsure(NamedTuple):
    """A line of the text at which an editor should look, and why; lines count from 1."""

    line: int
    why: str


class Laid(Struct, frozen=True):
    """A source's text as it is written; its number of paragraphs, the line of the first one, the lines that have names,
    and what is unsure in it. `labels` are the speakers'.
    """

    content: str
    paragraphs: int
    first_line: int
    lines: dict[str, int]
    unsure: tuple[Unsure, ...]
    labels: tuple[str, ...]
    notes: int

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.content.encode()

    @property
    def sha256(self) -> str:
        """The hash of the file."""
        return hashlib.sha256(self.data).hexdigest()


def lay(read: Imported) -> Laid:
    """The text of a source: what stands above it, its paragraphs with their headings, its notes."""
    kept = [block for block in read.blocks if block.sort in KEPT]
    above = [block for sort in ABOVE for block in kept if block.sort is sort]
    body = [block for block in kept if block.sort not in (*ABOVE, Sort.NOTE)]
    notes = [block for block in kept if block.sort is Sort.NOTE]
    if not body:
        above, body = [], [*above, *body]
    rows: list[str] = []
    names: dict[str, int] = {}
    unsure: list[Unsure] = []
    counts: Counter[Sort] = Counter()
    for block in [*above, None, *body, *notes]:
        if block is None:
            rows += [""] if above else []
            first = len(rows) + 1
            continue
        rows.append(_row(block))
        if block.sort in (*ABOVE, Sort.HEADING):
            counts[block.sort] += 1
            if (nth := counts[block.sort]) <= _MOST_NAMED:
                names[f"{block.sort}-{nth}" if nth > 1 else str(block.sort)] = len(rows)
        if block.unsure:
            unsure.append(Unsure(len(rows), block.unsure))
        if block in body or block in notes:
            rows.append("")
    labels = tuple(dict.fromkeys(block.label for block in body if block.label))
    content = "\n".join(rows).strip("\n") + "\n"
    return Laid(content, len(body) + len(notes), first, names, tuple(unsure), labels, len(notes))


def _row(block: Block) -> str:
    if block.label:
        return f"{block.label}: {block.text}"
    return f"[{block.mark}] {block.text}" if block.mark else block.text


class Known(NamedTuple):
    """What the editor says: the terms of use, an archived address, the day of reading; each may be empty."""

    rights: str = ""
    archived: str = ""
    accessed: str = ""


def head(read: Imported, laid: Laid, original: str, known: Known) -> tuple[dict[str, str], list[str]]:
    """The head of a new record, as typed values by key in their order; and the required keys that nobody has told."""
    address = read.address if read.address and not outside.fault(read.address) else ""
    plain = {
        "title": read.title[:400],
        "publisher": read.publisher[:200],
        "kind": read.kind,
        "language": read.language,
        "paragraphs": "",
        "sha256": "",
        "original": "",
        "first_line": "",
        "lines": "",
        "author": read.author[:200] if bare(read.author) != bare(read.publisher) else "",
        "published": "",
        "url": address,
        "archived": known.archived,
        "accessed": "",
        "voices": "",
        "rights": known.rights,
    }
    typed = {key: scalar(value) for key, value in plain.items() if value}
    typed |= counted(laid, original)
    typed |= {key: value for key, value in (("published", read.published), ("accessed", known.accessed)) if value}
    if laid.labels:
        typed["voices"] = "\n" + "\n".join(
            f"  - {{by: {scalar(label, within=True)}, label: {scalar(label, within=True)}}}" for label in laid.labels
        )
    missing = [key for key in _REQUIRED if key not in typed]
    return {key: typed[key] for key in plain if key in typed}, missing


def counted(laid: Laid, original: str) -> dict[str, str]:
    """What is counted from the text and the document."""
    found = {"paragraphs": str(laid.paragraphs), "sha256": laid.sha256, "original": original}
    if laid.first_line > 1:
        found["first_line"] = str(laid.first_line)
    if laid.lines:
        found["lines"] = "{" + ", ".join(f"{name}: {at}" for name, at in laid.lines.items()) + "}"
    return found


def record(head: dict[str, str]) -> str:
    """The file of a new record."""
    lines = "".join(f"{key}:{'' if value.startswith(chr(10)) else ' '}{value}\n" for key, value in head.items())
    return f"---\n{lines}---\n"


def scalar(value: str, within: bool = False) -> str:
    """A text as YAML reads it back; `within` braces."""
    is_plain = _PLAIN.fullmatch(value) and value.casefold() not in _WORDS and value == value.strip()
    if is_plain or (not within and re.fullmatch(r"https?://[\w./~%?=&+-]+", value)):
        return value
    return json.dumps(value, ensure_ascii=False)


def left_out(blocks: Sequence[Block]) -> Iterator[str]:
    """What was left out of the text, by its sort, with the first words of the longest."""
    by_sort: dict[Sort, list[str]] = {}
    for block in blocks:
        if block.sort not in KEPT:
            by_sort.setdefault(block.sort, []).append(block.text)
    for sort, texts in by_sort.items():
        longest = max(texts, key=len)
        words = longest.split()
        shown = " ".join(words[:8]) + (" …" if len(words) > 8 else "")
        times = f" × {len(texts)}" if len(texts) > 1 else ""
        yield f"{sort}{times}: “{shown}”"
