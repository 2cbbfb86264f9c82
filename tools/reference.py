"""The tables of keys in docs/records.md, written from what the fields of the records declare.

`python -m tools.reference` writes them anew; all else in the file is written by hand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from briefing.model.forms import DAY
from briefing.model.keys import DATES, Field, Shape, fields, filled, in_head
from briefing.model.records import BY_NAME, Record

FILE = Path(__file__).resolve().parents[1] / "docs" / "records.md"
#: A heading, as that of a kind of record or of the keys of all, what follows it, and the table.
_TABLE = re.compile(
    r"^(## (?:(\w+) \(`|Keys that every record may have).*\n(?:(?!##|\|).*\n)*)((?:\|.*\n)+)", re.MULTILINE
)
#: What follows the heading of the parts that several records share, up to the next heading of its rank.
_PARTS = re.compile(r"^(## Parts that several records share\n\n.*\n)(?:(?!## ).*\n)*", re.MULTILINE)
_OPEN = {name: f"<{name}>" for name in ("id", "question", "source")}


def renewed(text: str) -> str:
    """The text of docs/records.md with every table of keys as the records declare it."""
    text = _TABLE.sub(lambda match: match[1] + table(BY_NAME[match[2]] if match[2] else Record), text)
    parts = (f"\n### {key}\n\n{_table(in_head(part))}" for part, key in _shared().items())
    return _PARTS.sub(lambda match: match[1] + "".join(parts) + "\n", text)


def table(kind: type[Record]) -> str:
    """The keys of a kind of record, without those that all records share; of `Record` just these."""
    return _table(in_head(kind)[0 if kind is Record else len(fields(Record)) :])


@cache
def _shared() -> dict[type[Struct], str]:
    """The parts that stand in heads of several kinds or places, each with its key."""
    places: dict[type[Struct], list[str]] = defaultdict(list)

    def visit(keys: Iterable[Field]) -> None:
        for field in keys:
            if field.entry:
                places[field.entry].append(field.key)
                if len(places[field.entry]) == 1:
                    visit(in_head(field.entry))

    for kind in BY_NAME.values():
        visit(in_head(kind)[len(fields(Record)) :])
    return {part: keys[0] for part, keys in places.items() if len(keys) > 1}


def _table(keys: Iterable[Field]) -> str:
    rows = [row for field in keys for row in _rows(field, "")]
    return "".join(f"| {' | '.join(row)} |\n" for row in [("key", "", "meaning"), ("---", "---", "---"), *rows])


def _rows(field: Field, above: str) -> Iterator[tuple[str, str, str]]:
    marks = ["required"] if field.required or field.declared.is_counted else []
    marks += ["noted"] if field.declared.published else []
    is_shared = field.entry in _shared()
    meaning = [*_meaning(field), *([f"keys as under [{field.key}](#{field.key})"] if is_shared else [])]
    yield f"{above}`{field.key}`", ", ".join(marks), "; ".join(filter(None, meaning)).replace("|", "\\|")
    if field.entry and not is_shared:
        yield from (row for inner in in_head(field.entry) for row in _rows(inner, f"{above}`{field.key}` › "))


def _meaning(field: Field) -> Iterator[str]:
    """What an editor must know of a key: what it is, its help, the words of a closed list, its limits."""
    declared, form, help = field.declared, field.form, filled(field.declared.help, _OPEN)
    if field.shape in (Shape.LIST, Shape.ENTRIES):
        yield "a list"
    if field.names:
        each = ", or the keys below it" if field.entry else ""
        yield f"lines of `{field.names.noun}: text`{each}"
    if field.type in DATES:
        yield "a day" if form is DAY else "a date"
    yield help
    if not all(f"`{word}`" in help for word in field.words):
        yield ", ".join(f"`{word}`" for word in field.words)
    if form and declared.most and field.type is int:
        yield f"a whole number from {declared.least:,} to {declared.most:,}"
    elif field.kind and declared.most and "at most" not in help:
        yield f"at most {declared.most:,} letters"


def main() -> None:
    """Write the tables into docs/records.md."""
    FILE.write_text(renewed(FILE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
