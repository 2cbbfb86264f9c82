"""What the columns of somebody's sheet mean. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from briefing.model.keys import Shape, in_head
from briefing.model.problems import Level, Problem
from briefing.model.records import Position, Record
from briefing.model.suggest import close_match, did_you_mean
from briefing.sheets.columns import OWN_KEY, leaf, order

#: The columns that are no keys: the id of the record, and the prose below its head.
ID, PROSE = "id", "text"
#: What others call a column, where the kind has the second and not the first.
_ALIASES = {
    "name": "title",
    "title": "name",
    "lat": "latitude",
    "lon": "longitude",
    "long": "longitude",
    "lng": "longitude",
    "citation": "cite",
    "source": "cite",
    "body": PROSE,
    "prose": PROSE,
    "day": "date",
    "when": "date",
    "quotation": "quote",
}


class Headings(Struct):
    """The columns of a sheet by their numbers, as `columns` names them, and the problems met in the first row."""

    row: int
    columns: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read(path: str, row: int, cells: Mapping[int, str], kind: type[Record]) -> Headings:
    """Read the first row of a sheet. A column that resembles one of the kind's is an error, since what stands in it
    would be lost; any other that is unknown is passed over with a warning.
    """
    found = Headings(row)
    known = [ID, *(["actor", "question"] if kind is Position else []), *order(kind), PROSE]
    for number, typed in sorted(cells.items()):
        name = column(typed, kind, known)
        level, code = Level.ERROR, "sheet-column"
        shown = " ".join(typed.split())[:60]
        if name and name in found.columns.values():
            first = next(at for at, other in found.columns.items() if other == name)
            message = f"the column `{name}` must stand once only; column {first} has it already."
            remedy = "Take one of the two out."
        elif name:
            found.columns[number] = name
            continue
        else:
            word = _word(typed)
            top = word.partition(".")[0]
            whole = next((f for f in in_head(kind) if f.key == top), None)
            if whole and (whole.entry or whole.shape in (Shape.MAPPING, Shape.LISTS)):
                message = f"the column {shown!r} must name one key below `{top}`."
                remedy = f"Name it as {_below(kind, top)}."
            elif close_match(word, known):
                message = f"the column {shown!r} must be one that a record has{did_you_mean(word, known)}."
                remedy = f"Name it by one of: {', '.join(known)}. Or take it out."
            else:
                message = f"the column {shown!r} is none that a record has, and is passed over."
                remedy = f"Those that are taken: {', '.join(known)}."
                level = Level.WARNING
        found.problems.append(Problem(path, row, number, code, message, remedy, level))
    named = {*found.columns.values()}
    if not named & {ID, "title", "name"} and not {"actor", "question"} <= named:
        wanted = "`actor` and `question`" if kind is Position else f"`{ID}` or `{title(kind)}`"
        message = f"the first row must have the names of the columns, {wanted} among them."
        remedy = "`invoke export` writes a sheet to start from."
        found.problems = [Problem(path, row, 1, "sheet-column", message, remedy)]
    return found


def title(kind: type[Record]) -> str:
    """The key of what a record is called."""
    return next((field.key for field in in_head(kind) if field.key == "name"), "title")


def column(typed: str, kind: type[Record], known: list[str]) -> str:
    """The column that somebody names so; empty for none."""
    word = _word(typed)
    for name in (word, f"{word}s", word.removesuffix("s"), _ALIASES.get(word, "")):
        if name in known and not _is_whole(kind, name):
            return name
    top, _, rest = word.partition(".")
    for key in (top, f"{top}s"):
        field = next((field for field in in_head(kind) if field.key == key), None)
        if field is None or not rest:
            continue
        if field.shape in (Shape.ENTRIES, Shape.NAMED) and not rest[0].isdecimal():
            rest = f"1.{rest}"  # of one entry nobody gives the number
        if field.shape in (Shape.MAPPING, Shape.LISTS):  # the tag of a language has its own way with capitals
            return f"{key}.{typed.strip()[len(top) + 1 :].strip()}"
        name = f"{key}.{rest}"
        if _is_numbered(name) and leaf(kind, name):
            return name
        if field.shape is Shape.NAMED and rest.endswith(f".{OWN_KEY}") and _is_numbered(name):
            return name
    return ""


def _is_whole(kind: type[Record], name: str) -> bool:
    """Whether a key holds others, so that no cell can hold its value."""
    return any(f.key == name and (f.entry or f.shape in (Shape.MAPPING, Shape.LISTS)) for f in in_head(kind))


def _is_numbered(name: str) -> bool:
    """Whether the numbers of entries in a name are some that a sheet can have."""
    return all(0 < int(part) <= 99 for part in name.split(".") if part.isdecimal())


def _word(typed: str) -> str:
    """A heading as keys are written: `As of` is `as_of`, `Speakers 1 role` is `speakers.1.role`."""
    word = re.sub(r"\s*[.:/]\s*", ".", " ".join(typed.casefold().split()))
    word = re.sub(r"[ _-](\d+)[ _-]", r".\1.", word)
    return re.sub(r"[ -]", "_", word.strip(" .*:"))


def _below(kind: type[Record], top: str) -> str:
    """The columns below a key, as somebody may name them."""
    field = next(field for field in in_head(kind) if field.key == top)
    if not field.entry:
        return f"`{top}.sq`, with the tag of the language"
    number = "" if field.shape is Shape.ENTRY else "1."
    return ", ".join(f"`{top}.{number}{inner.key}`" for inner in in_head(field.entry)[:4])
