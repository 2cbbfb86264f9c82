"""A record's file as a row would have it: a head in which only what differs is rewritten, or a new file. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefing.model import text
from briefing.model.keys import in_head
from briefing.model.prose import Mark
from briefing.model.records import Record
from briefing.reading import frontmatter, headedit, headvalues
from briefing.reading.frontmatter import Node
from briefing.reading.headedit import EditError
from briefing.reading.headfaults import HeadError
from briefing.sheets.columns import Cell, cells, order, tree

#: What `read` raises for a file that is none of a record.
UNREADABLE = (HeadError, UnicodeDecodeError)
#: What stands around the prose of a record, and is none of it.
BLANK = " \n\u00a0\u200b"


def read(data: bytes) -> tuple[Node, str]:
    """The head and the prose of a file. Raises what is UNREADABLE."""
    head, body, _ = frontmatter.split(text.decode(data))
    return frontmatter.read(head), body.strip(BLANK)


def fresh(kind: type[Record], row: Mapping[str, Cell], prose: str) -> bytes:
    """A new file of what a row says."""
    head = {key: node for key, _, node in tree(kind, row, Mark(0)).entries or ()}
    lines = [line for key in order(kind) if key in head for line in headvalues.lines(key, head[key])]
    return "\n".join(["---", *lines, "---", *([prose] if prose else []), ""]).encode()


def drafted(kind: type[Record], skeleton: str, row: Mapping[str, Cell], prose: str) -> bytes:
    """A draft of what a row says, in which all else that the kind needs is explained, as in a skeleton."""
    head = {key: node for key, _, node in tree(kind, row, Mark(0)).entries or ()}
    needed = {field.key for field in in_head(kind) if field.required} | {"status"}
    keys = order(kind)
    data = skeleton.encode()
    for key, _, _ in frontmatter.read(frontmatter.split(skeleton)[0]).entries or ():
        if key not in needed and key not in head:
            data = headedit.put(data, key, [], keys)
    for key, node in head.items():
        data = headedit.put(data, key, [*headvalues.lines(key, node)], keys)
    kept = (line for line in data.decode().split("\n") if not line.startswith(tuple(f"# {key}:" for key in head)))
    data = "\n".join(kept).encode()
    return with_prose(data, prose) if prose else data


def changed(kind: type[Record], data: bytes, row: Mapping[str, Cell], keys: Iterable[str]) -> bytes:
    """The file with what a whole row says under these keys of its head. Where the places of the values stay, only the
    values are rewritten. Raises EditError.
    """
    wanted = {key: node for key, _, node in tree(kind, row, Mark(0)).entries or ()}
    for key in keys:
        try:
            edited = _in_place(kind, data, key, wanted.get(key))
        except EditError:
            lines = [*headvalues.lines(key, wanted[key])] if key in wanted else []
            edited = headedit.put(data, key, lines, order(kind))
            if _said(kind, edited, key) != _of(kind, key, wanted.get(key)):
                raise
        data = edited
    return data


def _in_place(kind: type[Record], data: bytes, key: str, wanted: Node | None) -> bytes:
    """The file with other values under a key, each on the line where the former one stood. Raises EditError."""
    new, goal = dict(_leaves(kind, key, wanted)), _of(kind, key, wanted)
    old = dict(_leaves(kind, key, _node(data, key)))
    if old.keys() != new.keys():
        raise EditError
    edits = [(old[name][0].mark, new[name][0]) for name in new if old[name][1] != new[name][1]]
    edited = data
    for mark, node in sorted(edits, key=lambda edit: edit[0], reverse=True):
        *_, line = headvalues.lines("x", node)
        edited = headedit.in_place(edited, mark, line.removeprefix("x: "))
    if _said(kind, edited, key) != goal:
        raise EditError
    return edited


def _leaves(kind: type[Record], key: str, node: Node | None) -> Iterator[tuple[str, tuple[Node, str]]]:
    head = Node(Mark(0), entries=[(key, Mark(0), node)] if node else [])
    return ((name, (leaf, text)) for name, leaf, text in cells(kind, head))


def _of(kind: type[Record], key: str, node: Node | None) -> dict[str, str]:
    return {name: text for name, (_, text) in _leaves(kind, key, node)}


def _node(data: bytes, key: str) -> Node | None:
    return next((value for name, _, value in read(data)[0].entries or () if name == key), None)


def _said(kind: type[Record], data: bytes, key: str) -> dict[str, str] | None:
    """What a file says under a key; None where it cannot be read any more."""
    try:
        return _of(kind, key, _node(data, key))
    except UNREADABLE:
        return None


def with_prose(data: bytes, prose: str) -> bytes:
    """The file with other prose below its head, whose lines end as the others do."""
    typed = data.decode()
    _, body, line = frontmatter.split(text.decode(data))
    end = "\r\n" if "\r\n" in typed.partition("---")[2][:2] else "\n"
    head = typed.splitlines(keepends=True)[: line - 1]
    gap = len(body) - len(body.lstrip("\n"))
    return "".join([*head, end * gap, prose.replace("\n", end), end]).encode()
