"""Sets two short parts of a text beside each other: what one side says, and what the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Parts with more letters than this, tags included, are read one after the other.
MOST = 2000
_PART = re.compile(r"(?=<h[23] )")
_NESTED = re.compile(r"<(/?)(?:blockquote|ul|ol|li|div)\b")


def paired(html: str) -> str:
    """The HTML of a text; where exactly two parts with headings of the third level stand below one of the second, and
    both are short, these stand in a block of their own, `pair`.
    """
    parts = _PART.split(html)
    found: list[str] = []
    start = 0
    while start < len(parts):
        end = start + 1
        if parts[start].startswith("<h3"):
            while end < len(parts) and parts[end].startswith("<h3"):
                end += 1
        found.append(_set(parts[start:end]))
        start = end
    return "".join(found)


def _set(run: Sequence[str]) -> str:
    """Parts of one level that follow each other."""
    if len(run) != 2 or any(len(part) > MOST or not _is_whole(part) for part in run):
        return "".join(run)
    sides = "".join(f"<div>{part}</div>" for part in run)
    return f'<div class="pair">{sides}</div>'


def _is_whole(part: str) -> bool:
    """Whether every block that a part opens ends in it, and none that it has not opened."""
    depth = 0
    for closing in _NESTED.findall(part):
        depth += -1 if closing else 1
        if depth < 0:
            return False
    return depth == 0
