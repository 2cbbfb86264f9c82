"""The manifest: what is published of every record, the history of changes, and the file that keeps both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from briefing.model import dates, text, when
from briefing.model.problems import Problem
from briefing.model.records.events import folded_date
from briefing.publication.values import Value
from briefing.reading.discover import PUBLISHED
from briefing.store import files

MAX_MANIFEST = 50_000_000
#: The keys of an update: the stance, and, where that is the same, the day.
UPDATE, REPEAT = "position", "position.as_of"


class Difference(Struct, frozen=True):
    """One published value that is another now; `key` is the key in the head, `after` is empty when it vanished."""

    key: str
    before: str
    after: str

    @property
    def is_update(self) -> bool:
        """Whether it tells of a new position, whose former one stands as it was."""
        return self.key in (UPDATE, REPEAT)


class Entry(Struct, frozen=True):
    """One change to readers: a note and what it changed. `record` is `positions/eu/delay`."""

    date: str
    record: str
    title: str
    url: str
    what: str
    why: str
    differences: tuple[Difference, ...] = ()


class PublishedRecord(Struct, frozen=True, omit_defaults=True):
    """What is published of one record: its address, the hash of its file, its values by key, and its notes on changes.

    `first` is the day of the release that first held it, empty where none kept it.
    """

    path: str
    url: str | None
    title: str
    hash: str
    values: dict[str, Value]
    notes: list[str]
    first: str = ""


class Manifest(Struct, frozen=True):
    """What is published, by the names of records, and what became of it.

    `addresses` are all that were ever published. `edits` are the records edited without a note, each with the day of
    the release that recorded it last, empty for those that none did.
    """

    version: Literal[1]
    records: dict[str, PublishedRecord]
    history: list[Entry]
    addresses: list[str] = []
    edits: dict[str, str] = {}

    @property
    def first_days(self) -> dict[str, str]:
        """The day of the release that first held each record, by name, where it is known."""
        return {name: record.first for name, record in self.records.items() if record.first}


#: What is published before the first release.
NOTHING = Manifest(version=1, records={}, history=[])


def read(root: Path) -> tuple[Manifest, list[Problem]]:
    """Read the manifest of what was published last; `NOTHING` when nothing was yet."""
    path = f"content/{PUBLISHED}"
    try:
        manifest = msgspec.json.decode(text.decode(files.read(root, path, MAX_MANIFEST)), type=Manifest)
        _validate(manifest)
        _renew(manifest)
    except FileNotFoundError:
        return NOTHING, []
    except (OSError, ValueError, RecursionError):
        remedy = "Take the file back from the last published version, by git or from the copy that was published."
        message = "the record of what is published must be as `invoke release` writes it."
        return NOTHING, [Problem(path, 1, 1, "published-broken", message, remedy)]
    return manifest, []


def _validate(manifest: Manifest) -> None:
    """Raise ValueError unless days are days and texts are free of characters that no record may hold."""
    if not all(dates.parse(day).day for day in manifest.first_days.values()):
        raise ValueError
    for day in (*(entry.date for entry in manifest.history), *filter(None, manifest.edits.values())):
        dates.parse(day)
    if any(character for words in _texts(msgspec.to_builtins(manifest)) for character in text.forbidden(words)):
        raise ValueError


def _renew(manifest: Manifest) -> None:
    """Write the dates of events as they are written now, where an older release kept `end` and `approximate` beside
    them. Raises ValueError for a date that is none.
    """
    for record in manifest.records.values():
        older = {key: str(record.values.pop(key)) for key in ("end", "approximate") if key in record.values}
        if older and "date" in record.values:
            end = dates.parse(older["end"]) if "end" in older else None
            typed = when.parse(str(record.values["date"]))
            record.values["date"] = str(folded_date(typed, end, "approximate" in older))


def _texts(value: object) -> Iterator[str]:
    """All texts in plain data, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _texts(inner)


def as_json(data: object) -> bytes:
    """Data as a file of JSON with sorted keys, without any `<`, so that nothing takes it for a page."""
    file = msgspec.json.format(msgspec.json.encode(data, order="sorted"), indent=1) + b"\n"
    return file.replace(b"<", b"\\u003c")  # in JSON it stands in strings only
