"""The tables of keys in docs/records.md, written from what the fields of the records declare.

`python -m tools.reference` writes them anew; all else in the file is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.model.forms import DAY
from briefing.model.keys import DATES, Field, Shape, fields, filled, in_head
from briefing.model.records import BY_NAME, Record

FILE = Path(__file__).resolve().parents[1] / "docs" / "records.md"
#: A heading, as that of a kind of record or of the keys of all, what follows it, and the table.
_TABLE = re.compile(
    r"^(## (?:(\w+) \(`|Keys that every record may have).*\n(?:(?!##|\|).*\n)*)((?:\|.*\n)+)", re.MULTILINE
)
_OPEN = {name: f"<{name}>" for name in ("id", "question", "source")}


def renewed(text: str) -> str:
    """The text of docs/records.md with every table of keys as the records declare it."""
    return _TABLE.sub(lambda match: match[1] + table(BY_NAME[match[2]] if match[2] else Record), text)


def table(kind: type[Record]) -> str:
    """The keys of a kind of record, without those that all records share; of `Record` just these."""
    shared = () if kind is Record else fields(Record)
    rows = [row for field in in_head(kind)[len(shared) :] for row in _rows(field, "")]
    return "".join(f"| {' | '.join(row)} |\n" for row in [("key", "", "meaning"), ("---", "---", "---"), *rows])


def _rows(field: Field, above: str) -> Iterator[tuple[str, str, str]]:
    marks = ["required"] if field.required or field.declared.is_counted else []
    marks += ["noted"] if field.declared.published else []
    yield f"{above}`{field.key}`", ", ".join(marks), "; ".join(filter(None, _meaning(field))).replace("|", "\\|")
    if field.entry:
        yield from (row for inner in in_head(field.entry) for row in _rows(inner, f"{above}`{field.key}` › "))


def _meaning(field: Field) -> Iterator[str]:
    """What an editor must know of a key: what it is, its help, the words of a closed list, its limits."""
    declared, form, help = field.declared, field.form, filled(field.declared.help, _OPEN)
    if field.shape in (Shape.LIST, Shape.ENTRIES):
        yield "a list"
    if field.names:
        yield f"lines of `{field.names.noun}: text`"
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
