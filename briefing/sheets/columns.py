"""The head of a record as the cells of a row, and back. Pure.

A column is named as a message names a key: `cite`, `dating.words`, `names.sq`; of the entries of a list, by its number:
`speakers.2.name`. Keys of the editor's own that have keys below them stand in a column `id`: `stances.1.id`. So every
field that a record declares has its column, and what the reader says of a value fits the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.model import citations
from briefing.model.keys import Field, Shape, fields, in_head
from briefing.model.prose import Mark
from briefing.model.records import Record
from briefing.reading.frontmatter import Node

#: What parts several values in one cell, for ids and for other texts; a line end does, too.
_PARTS = {True: re.compile(r"\s*[,;\n]\s*"), False: re.compile(r"\s*[;\n]\s*")}
_BELOW = (Shape.ENTRY, Shape.ENTRIES, Shape.NAMED)
_OWN = (Shape.MAPPING, Shape.LISTS)
#: The column of an editor's own key.
OWN_KEY = "id"


class Cell(Struct, frozen=True):
    """A value, and where it stands in the sheet; line 0 where it stands in none."""

    text: str
    mark: Mark = Mark(0)


def cells(kind: type[Struct], node: Node, prefix: str = "") -> Iterator[tuple[str, Node, str]]:
    """What stands in a head, or in a value of one: the name of each column, the value's node and its text. What cannot
    be read is passed over.
    """
    values = {key: value for key, _, value in reversed(node.entries or ())}
    for field in in_head(kind):
        value, name = values.get(field.key), f"{prefix}{field.key}"
        if value is None:
            continue
        if field.shape is Shape.ENTRY and field.entry:
            yield from cells(field.entry, value, f"{name}.")
        elif field.shape is Shape.ENTRIES and field.entry:
            for number, item in enumerate(value.several, 1):
                yield from cells(field.entry, item, f"{name}.{number}.")
        elif field.shape is Shape.NAMED and field.entry:
            for number, (key, mark, item) in enumerate(value.entries or (), 1):
                first = in_head(field.entry)[0].key
                yield f"{name}.{number}.{OWN_KEY}", Node(mark, text=key), key
                whole = item if item.entries is not None else Node(item.mark, entries=[(first, item.mark, item)])
                yield from cells(field.entry, whole, f"{name}.{number}.")
        elif field.shape in _OWN:
            for key, _, item in value.entries or ():
                yield f"{name}.{key}", item, _joined(field, item)
        else:
            yield name, value, _joined(field, value)


def _joined(field: Field, node: Node) -> str:
    """The text of a value in one cell."""
    if node.items is None:
        return node.folded
    if field.shape is Shape.SCALAR:  # a date in brackets, which YAML takes for a list
        return f"[{', '.join(item.folded for item in node.items)}]"
    texts = [item.folded for item in node.items]
    if field.shape is Shape.CITATIONS:
        return "; ".join(texts)
    return (", " if _is_ids(field) else "\n" if any(";" in text for text in texts) else "; ").join(texts)


def _is_ids(field: Field) -> bool:
    return bool(field.form and field.form.pattern)


def parts(field: Field, text: str) -> list[str]:
    """The several values in a cell."""
    return [part for part in _PARTS[_is_ids(field)].split(text.strip()) if part]


def tree(kind: type[Struct], row: Mapping[str, Cell], mark: Mark) -> Node:
    """A head, or a value of one, from the cells of a row by the names of their columns; `mark` is where it stands."""
    entries = []
    for field in in_head(kind):
        below = {name.removeprefix(f"{field.key}."): cell for name, cell in row.items() if _is_below(name, field.key)}
        if cell := row.get(field.key):
            entries.append((field.key, cell.mark, _value(field, cell)))
        elif below:
            at = next((cell.mark for cell in below.values() if cell.mark.line), mark)
            entries.append((field.key, at, _nested(field, below, at)))
    return Node(mark, entries=entries)


def _is_below(name: str, key: str) -> bool:
    return name.startswith(f"{key}.")


def _value(field: Field, cell: Cell) -> Node:
    several = parts(field, cell.text) if field.shape in (Shape.LIST, Shape.LISTS) else []
    if field.shape is Shape.LIST or len(several) > 1:
        return Node(cell.mark, items=[Node(cell.mark, text=part) for part in several])
    return Node(cell.mark, text=" ".join(cell.text.split()))


def _nested(field: Field, below: Mapping[str, Cell], mark: Mark) -> Node:
    if field.shape in _OWN:
        return Node(mark, entries=[(name, cell.mark, _value(field, cell)) for name, cell in below.items()])
    assert field.entry
    if field.shape is Shape.ENTRY:
        return tree(field.entry, below, mark)
    entries: dict[int, dict[str, Cell]] = {}
    for name, cell in below.items():
        number, _, rest = name.partition(".")
        entries.setdefault(int(number), {})[rest] = cell
    if field.shape is Shape.ENTRIES:
        return Node(
            mark, items=[tree(field.entry, entries[number], _at(entries[number], mark)) for number in sorted(entries)]
        )
    named = []
    for _, entry in sorted(entries.items()):
        at = _at(entry, mark)
        own = entry.pop(OWN_KEY, Cell("", at))
        named.append((own.text.strip(), own.mark, tree(field.entry, entry, at)))
    return Node(mark, entries=named)


def _at(entry: Mapping[str, Cell], mark: Mark) -> Mark:
    """Where an entry stands: at the first of its cells that stands in the sheet."""
    return next((cell.mark for cell in entry.values() if cell.mark.line), mark)


def leaf(kind: type[Struct], name: str) -> Field | None:
    """The field whose value a column holds; None for the column of an editor's own key, or for none that is known."""
    key, _, rest = name.partition(".")
    field = next((field for field in in_head(kind) if field.key == key), None)
    if field is None or field.shape not in _BELOW:
        return field if field and (not rest or field.shape in _OWN) else None
    if field.shape is not Shape.ENTRY:
        rest = rest.partition(".")[2]
    return leaf(field.entry, rest) if field.entry and rest else None


def is_same(kind: type[Struct], name: str, one: str, other: str) -> bool:
    """Whether two texts of a column say the same, as `44.8` and `44.80` do."""
    if " ".join(one.split()) == " ".join(other.split()):
        return True
    field = leaf(kind, name)
    if field is None:
        return False
    if field.shape in (Shape.LIST, Shape.LISTS):
        return parts(field, one) == parts(field, other)
    read = citations.parse if field.shape is Shape.CITATIONS else field.form.parse if field.form else None
    try:
        return read is not None and bool(read(" ".join(one.split())) == read(" ".join(other.split())))
    except ValueError:
        return False


def order(kind: type[Record]) -> list[str]:
    """The keys of a head as a new record has them: its own first, then those that all records share."""
    known, shared = [field.key for field in in_head(kind)], len(fields(Record))
    return [*known[shared:], *known[:shared]]


def names(kind: type[Record], heads: Sequence[Node]) -> list[str]:
    """The columns of a sheet of these records: one for each key that stands alone, whether used or not, and for what
    is nested those that are used, at least those of a first entry.
    """
    used = [name for head in heads for name, _, _ in cells(kind, head)]
    found: list[str] = []
    declared = {field.key: field for field in in_head(kind)}
    for field in map(declared.__getitem__, order(kind)):
        below = dict.fromkeys(name for name in used if _is_below(name, field.key))
        if field.shape in _BELOW and field.declared.sample is not None:
            below |= dict.fromkeys(_first(field))
        found += _ranked(below, [*_first(field)]) or ([field.key] if field.shape not in (*_BELOW, *_OWN) else [])
    return found


def _first(field: Field) -> Iterator[str]:
    """The columns of a nested field that has one entry."""
    assert field.entry or field.shape not in _BELOW
    if not field.entry:
        return
    prefix = field.key if field.shape is Shape.ENTRY else f"{field.key}.1"
    if field.shape is Shape.NAMED:
        yield f"{prefix}.{OWN_KEY}"
    for inner in in_head(field.entry):
        if inner.shape not in (*_BELOW, *_OWN):
            yield f"{prefix}.{inner.key}"


def _ranked(below: Iterable[str], first: Sequence[str]) -> list[str]:
    """The columns of one key in their order."""
    return sorted(below, key=lambda name: _rank(name, first))


def _rank(name: str, first: Sequence[str]) -> tuple[int, int, str]:
    """The place of a column among those of its key: by the number of its entry, then as its keys are declared."""
    _, _, rest = name.partition(".")
    number, _, inner = rest.partition(".")
    at_first = re.sub(r"\.\d+\.", ".1.", name, count=1)
    place = first.index(at_first) if at_first in first else len(first)
    return (int(number) if number.isdecimal() and inner else 0, place, name)
