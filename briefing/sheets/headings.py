"""What the columns of somebody's sheet mean. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from briefing.model import languages
from briefing.model.keys import Shape, in_head
from briefing.model.problems import Level, Problem
from briefing.model.records import Position, Record
from briefing.model.suggest import close_match
from briefing.sheets.columns import OWN_KEY, leaf, order

#: The columns that are no keys: the id of the record, and the prose below its head.
ID, PROSE = "id", "text"
#: How alike a column must be to one of ours to be a misspelt one, from 0 to 1, as for keys of heads.
_LIKE = 0.7
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
    "where": "places",
    "location": "places",
    "who": "actors",
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
    found, passed = Headings(row), list[tuple[int, str]]()
    known = [ID, *(["actor", "question"] if kind is Position else []), *order(kind), PROSE]
    shown = ", ".join(f"{name}.…" if _is_whole(kind, name) else name for name in known)
    for number, typed in sorted(cells.items()):
        name, word = column(typed, kind, known), _word(typed)
        first = next((at for at, other in found.columns.items() if name and other == name), 0)
        if name and not first:
            found.columns[number] = name
            continue
        if first:
            message = f"the column `{name}` must stand once only; column {first} has it already."
            remedy = "Take one of the two out."
        elif _is_whole(kind, top := word.partition(".")[0]):
            message = f"the column {_shown(typed)} must name one key below `{top}`."
            remedy = f"Name it as {_below(kind, top)}."
        elif close := close_match(word, known, _LIKE):
            message = f"the column {_shown(typed)} must be one that a record has (did you mean {close!r}?)."
            remedy = f"Name it by one of: {shown}. Or take it out."
        else:
            passed.append((number, _shown(typed)))
            continue
        found.problems.append(Problem(path, row, number, "sheet-column", message, remedy))
    named = {*found.columns.values()}
    has_names = named & {ID, "title", "name"} or {"actor", "question"} <= named
    if not named or not (found.problems or has_names):
        wanted = "`actor` and `question`" if kind is Position else f"`{ID}` or `{title(kind)}`"
        message = f"the first row must have the names of the columns, {wanted} among them."
        remedy = "`invoke export` writes a sheet to start from."
        found.problems = [Problem(path, row, 1, "sheet-column", message, remedy)]
    elif passed:
        these = "this column is none" if len(passed) == 1 else "these columns are none"
        message = f"{these} that a record has, and passed over: {', '.join(typed for _, typed in passed[:20])}."
        remedy = f"Those that are taken: {shown}."
        found.problems.append(Problem(path, row, passed[0][0], "sheet-column", message, remedy, Level.WARNING))
    return found


def _shown(typed: str) -> str:
    return repr(" ".join(typed.split())[:60])


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
    if any(field.key == "names" for field in in_head(kind)) and (tag := languages.meant(typed)):
        return f"names.{tag}"  # the name of a language, over the forms in it
    return ""


def _is_whole(kind: type[Record], name: str) -> bool:
    """Whether a key holds others, so that no cell can hold its value."""
    return any(f.key == name and (f.entry or f.shape in (Shape.MAPPING, Shape.LISTS)) for f in in_head(kind))


def _is_numbered(name: str) -> bool:
    """Whether the numbers of entries in a name are some that a sheet can have."""
    return all(0 < int(part) <= 99 for part in name.split(".") if part.isdecimal())


def _word(typed: str) -> str:
    """A heading as keys are written: `As of` is `as_of`, `Speakers 1 role` is `speakers.1.role`. What stands in
    brackets at its end does not count.
    """
    plain = " ".join(typed.casefold().split())
    word = re.sub(r"\s*[.:/]\s*", ".", re.sub(r"(?<=.)\s*\([^()]*\)$", "", plain))
    word = re.sub(r"[ _-](\d+)[ _-]", r".\1.", word)
    return re.sub(r"[ -]", "_", word.strip(" .*:"))


def _below(kind: type[Record], top: str) -> str:
    """The columns below a key, as somebody may name them."""
    field = next(field for field in in_head(kind) if field.key == top)
    if not field.entry:
        return f"`{top}.sq`, with the tag of the language"
    number = "" if field.shape is Shape.ENTRY else "1."
    return ", ".join(f"`{top}.{number}{inner.key}`" for inner in in_head(field.entry)[:4])
