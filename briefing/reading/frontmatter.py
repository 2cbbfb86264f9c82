"""The head of a record: YAML between two `---` lines, read as plain text with a spot for every value.

Only scalars, lists and mappings are read; anchors, aliases, tags and several documents are refused,
so nothing in a head can grow (`&a *a`) or make objects, and `no`, `1.10` and dates stay as typed.
"""

from __future__ import annotations

import re

import yaml
from msgspec import Struct

from briefing.model import text
from briefing.model.prose import Mark
from briefing.reading.headfaults import HeadError, explained

MAX_DEPTH = 6
MAX_VALUES = 5_000
MAX_HEAD = 120_000
#: So many faults of YAML are told of one head.
MAX_FAULTS = 20
#: What may be a key on a line, well written or not.
_NAMED = re.compile(r"^\s*(?:-\s+)?([^\W\d][\w-]*)")
#: What is lost when nothing of a head can be read.
EVERYTHING = frozenset({"*"})
#: What YAML drops from a value without a word; comments of editors stand off by two spaces and begin with one.
_CUT = re.compile(r" #| +#[^\s#]")
#: Values of one plain word lose nothing by what follows.
_WORD = re.compile(r"[a-z0-9.:/-]+")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node(Struct):
    """A value of the head: `text` of a scalar, `items` of a list, or `entries` of a mapping (key, spot of the key,
    value).
    """

    mark: Mark
    text: str | None = None
    items: list[Node] | None = None
    entries: list[tuple[str, Mark, Node]] | None = None

    @property
    def several(self) -> list[Node]:
        """The items of a list; a single value counts as a list of one."""
        return [self] if self.items is None else self.items

    @property
    def folded(self) -> str:
        """The text of a value with its white space folded; empty for a list or a mapping."""
        return " ".join((self.text or "").split())


def split(content: str) -> tuple[str, str, int]:
    """Split a record into head and body; return head, body and the line of the file at which the body begins.

    Raises HeadError when the `---` lines are missing.
    """
    if not content.startswith("---\n"):
        remedy = "Put `---` on the first line, `key: value` lines below it, and `---` again."
        raise HeadError(Mark(1), "a record must begin with a head between two lines of three hyphens.", remedy)
    if content.startswith("---\n---\n") or content == "---\n---":
        return "", content[8:], 3
    end = content.find("\n---\n", 3)
    if end == -1:
        if not content.endswith("\n---"):
            message = "the head must end with a line of three hyphens."
            raise HeadError(Mark(1), message, "Add a line `---` below the last key.")
        return content[4:-3], "", content.count("\n") + 1
    head = content[4 : end + 1]
    return head, content[end + 5 :], head.count("\n") + 3


def read(head: str) -> Node:
    """Read a head (as `split` returns it) into a tree.

    Raises HeadError at the first fault of YAML itself; lines are those of the file.
    """
    if len(head) > MAX_HEAD:
        message = f"a head must hold at most {MAX_HEAD} letters."
        raise HeadError(Mark(1), message, "Move prose below the second `---` line.", at_all=True)
    if not head.strip():
        return Node(Mark(2), entries=[])
    try:
        return _Tree(head).document()
    except yaml.YAMLError as error:
        raise explained(error, head) from None
    except RecursionError:
        raise HeadError(Mark(2), "values must not be nested that deep.", "Write a flat list.", at_all=True) from None


def salvage(head: str) -> tuple[Node, list[HeadError], frozenset[str]]:
    """Read what can be read of a head: the tree, all faults of YAML, and the keys that are lost to them.

    The lines of the key in which a fault stands are passed over, and the rest is read again. Where that only moves the
    fault on, line by line, nothing can be read.
    """
    lines = head.split("\n")
    faults: list[HeadError] = []
    lost: set[str] = set()
    while len(faults) < MAX_FAULTS:
        try:
            node = read("\n".join(lines))
        except HeadError as error:
            faults.append(error)
            if len(faults) > 2 and len({fault.message for fault in faults[-3:]}) == 1:
                del faults[-2:]
                break
            first, last = _block(lines, error.mark.line - 2)
            if error.at_all or first == last:
                break
            lost.update(name for line in lines[first:last] for name in _NAMED.findall(line) or ["*"] if line.strip())
            lines[first:last] = [""] * (last - first)
        else:
            return node, faults, frozenset(lost) if node.entries or not lost else EVERYTHING
    return Node(Mark(2), entries=[]), faults, EVERYTHING


def _block(lines: list[str], at: int) -> tuple[int, int]:
    """The lines of the key at or before line `at`: the first, and the one behind the last; both alike for none."""
    starts = [number for number, line in enumerate(lines) if line[:1].strip("#-?: \t")]
    first = max((number for number in starts if number <= max(0, at)), default=starts[0] if starts else 0)
    return first, next((number for number in starts if number > first), len(lines)) if starts else first


def _mark(event: yaml.Event) -> Mark:
    at = event.start_mark
    return Mark(at.line + 2, at.column + 1) if at else Mark(2)


class _Tree:
    """Builds nodes from YAML events, refusing what a head must not hold."""

    def __init__(self, head: str) -> None:
        self.next = _Loader(head).get_event
        self.count = 0
        self.lines = head.split("\n") if _CUT.search(head) else []

    def document(self) -> Node:
        root: Node | None = None
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if root:
                    raise HeadError(_mark(event), "a file must hold one head only.", "Remove the extra `---` line.")
                root = self.node(self.next(), 0)
        if root is None or root.entries is None:
            remedy = "Write each key on a line of its own, followed by a colon and a space."
            if root and not root.text:
                remedy = "Remove the list signs."
            mark = root.mark if root else Mark(2)
            raise HeadError(mark, "a head must be made of `key: value` lines.", remedy)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        mark = _mark(event)
        self.count += 1
        if self.count > MAX_VALUES:
            raise HeadError(mark, f"a head must hold at most {MAX_VALUES} values.", "Split the record.", at_all=True)
        if depth > MAX_DEPTH:
            raise HeadError(mark, "values must not be nested that deep.", "Write a flat list.", at_all=True)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "a value must not use the signs `&` and `*` to repeat another."
            raise HeadError(mark, message, "Write the value out, or put it into quotation marks.")
        if getattr(event, "tag", None):
            raise HeadError(mark, "a value must not begin with `!`.", "Put the value into quotation marks.")
        if isinstance(event, yaml.ScalarEvent):
            for _, name in text.forbidden(event.value) if event.style == '"' else ():
                message = f"a file must not hold the invisible character {name}."
                raise HeadError(mark, message, "Delete its escape.", "character")
            if self.lines and not event.style:
                self.whole(event)
            return Node(mark, text=event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := self.next(), yaml.SequenceEndEvent):
                items.append(self.node(event, depth + 1))
            return Node(mark, items=items)
        entries = []
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if key.text is None:
                raise HeadError(key.mark, "a key must be a plain word.", "Write `key: value`.")
            entries.append((key.text, key.mark, self.node(self.next(), depth + 1)))
        return Node(mark, entries=entries)

    def whole(self, event: yaml.ScalarEvent) -> None:
        """Refuse a plain value of which YAML takes the end for a comment."""
        end = event.end_mark
        if end and _CUT.match(self.lines[end.line], end.column) and not _WORD.fullmatch(event.value):
            message = "a value with a space and `#` in it must stand in quotation marks, for a comment begins there."
            remedy = (
                "Put quotation marks around the value; a comment stands off by two spaces, with one behind its `#`."
            )
            raise HeadError(Mark(end.line + 2, end.column + 2), message, remedy)


def marks(node: Node, where: str = "") -> dict[str, Mark]:
    """The spot of every value below `node`, as `Record.marks` holds them."""
    spots: dict[str, Mark] = {}
    children = [(key, value) for key, _, value in node.entries or []]
    children += [(str(index), value) for index, value in enumerate(node.items or [])]
    for key, value in children:
        spots.setdefault(f"{where}{key}", value.mark)
        if value.text is None:
            spots |= marks(value, f"{where}{key}.")
    return spots
