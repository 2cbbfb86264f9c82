"""The values of a head as YAML lines, for `reading/headedit.py` to put into a file. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.reading.frontmatter import Node

#: What YAML reads as the text that it is, alone on a line; and within brackets.
_PLAIN = re.compile(
    r"(?![-?:][ ]|[-?:]$|[\s,\[\]{}#&*!|>'\"%@`])(?!---|\.\.\.$)(?:[^\s:#]|:(?=\S)|(?<=\S)#| (?=[^\s#]))+"
)
_IN_FLOW = re.compile(r"[\w¶][\w./¶-]*(?: [\w./¶-]+)*")


def scalar(text: str) -> str:
    """One value as YAML has it on a line: plain where that may be, else in quotation marks."""
    if _PLAIN.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def lines(key: str, node: Node) -> Iterator[str]:
    """The lines of a key with its value."""
    name = scalar(key)
    if node.entries is not None:
        yield f"{name}:"
        for inner, _, value in node.entries:
            yield from (f"  {line}" for line in lines(inner, value))
    elif node.items is None:
        yield f"{name}: {scalar(node.folded)}"
    elif all(item.text is not None and _IN_FLOW.fullmatch(item.folded) for item in node.items):
        yield f"{name}: [{', '.join(item.folded for item in node.items)}]"
    else:
        yield f"{name}:"
        for item in node.items:
            if item.entries is None:
                yield f"  - {scalar(item.folded)}"
                continue
            below = [line for inner, _, value in item.entries for line in lines(inner, value)]
            yield from (f"  {'  ' if number else '- '}{line}" for number, line in enumerate(below))
