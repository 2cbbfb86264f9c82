"""Adding to the lists of a head: former ids under `was`, entries of notes and of removed records. Pure.

Each function returns the edits of the text; the head is read again afterwards, so that nothing is written that does not
say just what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefing.edits.spots import Edit, edited
from briefing.reading import frontmatter
from briefing.reading.frontmatter import Node
from briefing.reading.headedit import EditError
from briefing.reading.headfaults import HeadError

#: What YAML reads as it stands, on a line and between braces.
_PLAIN = re.compile(r"[^\W_](?:[\w ./()¶–’-]|,(?= )|:(?=\S)|\.$)*", re.ASCII)
_SWITCHES = re.compile(r"(?:true|false|yes|no|on|off|null|~)", re.IGNORECASE)


def scalar(text: str, is_within: bool = False) -> str:
    """A line of text as a value of a head, or within braces."""
    is_plain = _PLAIN.fullmatch(text) and not _SWITCHES.fullmatch(text) and not text.endswith((" ", ":"))
    if is_plain and not (is_within and "," in text):
        return text
    return "'" + text.replace("'", "''") + "'"


def former(text: str, add: Iterable[str], drop: Iterable[str] = ()) -> list[Edit]:
    """The edits after which `was` has the ids of `add`, too, and none of `drop`. Raises EditError."""
    end, root = _read(text)
    node = _value(root, "was")
    had = [item.folded for item in node.several if item.folded] if node else []
    ids = list(dict.fromkeys([*(id for id in had if id not in {*drop}), *add]))
    if ids == had:
        return []
    line = f"was: [{', '.join(ids)}]\n" if ids else ""
    if node is None:
        return _checked(text, [Edit(end, end, f"{_indent(root)}{line}")], "was", ids)
    start, stop = _block(text, root, "was", end)
    return _checked(text, [Edit(start, stop, f"{_indent(root)}{line}" if line else "")], "was", ids)


def entry(text: str, key: str, values: Mapping[str, str]) -> list[Edit]:
    """The edits after which the list under `key` has one more entry, as its last. Raises EditError."""
    end, root = _read(text)
    node = _value(root, key)
    had = [] if node is None else [item for item in node.several if item.entries is not None]
    wanted = [*({name: value.folded for name, _, value in item.entries or ()} for item in had), dict(values)]
    if node is None:
        edits = [Edit(end, end, f"{_indent(root)}{key}:\n{_lines(values, _indent(root) + '  ')}")]
    else:
        edits = _appended(text, root, key, node, values, end)
    return _checked(text, edits, key, wanted)


def _appended(text: str, root: Node, key: str, node: Node, values: Mapping[str, str], end: int) -> list[Edit]:
    start, stop = _block(text, root, key, end)
    at = _offset(text, node)
    if node.items == [] or (node.text is not None and not node.text.strip()):
        return [Edit(start, stop, f"{_indent(root)}{key}:\n{_lines(values, _indent(root) + '  ')}")]
    inner = ", ".join(f"{name}: {scalar(value, True)}" for name, value in values.items())
    if text[at] in "[{":
        closing = {"[": "]", "{": "}"}[text[at]]
        last = text.rindex(closing, at, stop)
        if text[at] == "{":
            return [Edit(at, at, "["), Edit(last + 1, last + 1, f", {{{inner}}}]")]
        comma = "" if text[at + 1 : last].rstrip().endswith(",") else ","
        return [Edit(last, last, f"{comma} {{{inner}}}")]
    if node.items is None:
        raise EditError
    indent = " " * (node.mark.column - 1)
    return [Edit(stop, stop, _lines(values, indent))]


def _lines(values: Mapping[str, str], indent: str) -> str:
    """An entry of a list, a key on each line."""
    rows = [f"{name}: {scalar(value)}\n" for name, value in values.items()]
    return "".join(f"{indent}{'- ' if not number else '  '}{row}" for number, row in enumerate(rows))


def _read(text: str) -> tuple[int, Node]:
    """Where the head of a text ends, and what it says."""
    try:
        head, _, _ = frontmatter.split(text)
        return text.index("\n", 3) + 1 + len(head), frontmatter.read(head)
    except (HeadError, ValueError):
        raise EditError from None


def _value(root: Node, key: str) -> Node | None:
    return next((value for name, _, value in root.entries or () if name == key), None)


def _indent(root: Node) -> str:
    return " " * (root.entries[0][1].column - 1) if root.entries else ""


def _offset(text: str, node: Node) -> int:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return starts[node.mark.line - 1] + node.mark.column - 1


def _block(text: str, root: Node, key: str, end: int) -> tuple[int, int]:
    """The lines of a key: where they begin and end, without the blank lines and remarks before the next key."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = [mark.line for name, mark, _ in root.entries or () if name == key]
    first = lines[0]
    following = [mark.line for _, mark, _ in root.entries or () if mark.line > first]
    stop = starts[min(following) - 1] if following else end
    while (row := text[text.rfind("\n", 0, stop - 1) + 1 : stop]) and re.fullmatch(r"\s*|#.*\s*", row):
        stop -= len(row)
    return starts[first - 1], stop


def _checked(text: str, edits: list[Edit], key: str, wanted: object) -> list[Edit]:
    """The edits, if after them the key says what is wanted, and the others say what they said. Raises EditError."""
    before, after = _read(text)[1], _read(edited(text, edits))[1]
    said = {name: _plain(value) for name, _, value in after.entries or ()}
    others = {name: _plain(value) for name, _, value in before.entries or ()}
    is_now = said.pop(key, [])
    others.pop(key, None)
    listed = [is_now] if isinstance(is_now, str | dict) else is_now
    if said != others or listed != wanted:
        raise EditError
    return edits


def _plain(node: Node) -> object:
    if node.entries is not None:
        return {name: _plain(value) for name, _, value in node.entries}
    return node.folded if node.items is None else [_plain(item) for item in node.items]
