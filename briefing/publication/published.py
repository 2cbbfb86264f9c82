"""The manifest: what is published of every record, and its file.

`briefing.publication.values` says which values count, `briefing.publication.history` what changed since.
"""

from __future__ import annotations

import io
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec

from briefing.model import addresses, dates, text
from briefing.model.problems import Problem
from briefing.model.records import Corpus
from briefing.model.relations import name, records, title
from briefing.publication import former, history
from briefing.publication.values import Value, fingerprint, is_quotation, values
from briefing.quotations import matching
from briefing.quotations.proofs import Past
from briefing.reading.discover import PUBLISHED
from briefing.store import files

VERSION = 1
MAX_MANIFEST = 50_000_000


def manifest(corpus: Corpus, before: dict[str, Any] | None = None, day: str = "") -> dict[str, Any]:
    """What is published now, and the history of changes: that of `before` and what changed since.

    `day` is that of a release; what was edited without a note since the last one is kept under it, and so is what no
    release held before.
    """
    first = _first_days(corpus, before, day)
    found = {
        name(record): {
            "path": record.path,
            "url": addresses.of_path(record.path),
            "title": title(record),
            "hash": fingerprint(record),
            "values": values(record),
            "notes": [history.noted(change) for change in record.changes],
            **({"first": first[name(record)]} if first[name(record)] else {}),
        }
        for record in records(corpus)
        if record.digest
    }
    return {
        "version": VERSION,
        "records": found,
        "history": [_as_json(entry) for entry in history.history(corpus, before)],
        "addresses": _addresses(corpus, before),
        "edits": edits(corpus, before, day),
    }


def edits(corpus: Corpus, before: dict[str, Any] | None, day: str = "") -> dict[str, str]:
    """The records that were edited without a note, by name, and the day of the release that recorded it last; the
    others of `day`.
    """
    known = {name(record) for record in records(corpus)}
    kept = {record: when for record, when in (before or {}).get("edits", {}).items() if record in known}
    return kept | {name(record): day for record, _ in history.edited(corpus, before)}


def first_days(manifest: dict[str, Any]) -> dict[str, str]:
    """The day of the release that first held each record of a manifest, by name, where it is known."""
    return {record: kept["first"] for record, kept in manifest["records"].items() if "first" in kept}


def _first_days(corpus: Corpus, before: dict[str, Any] | None, day: str) -> dict[str, str]:
    """The day of the release that first held each record, also under a name that it had before: `day` for those that
    none held; empty where none kept it.
    """
    held = (before or {}).get("records", {})
    olds, ever = former.olds_of(corpus, held), {*(before or {}).get("addresses", [])}
    found = {}
    for record in records(corpus):
        own = held.get(name(record))
        days = [old.get("first", "") for old in ([own] if own else olds[name(record)])]
        was_there = addresses.of_path(record.path) in ever  # and was taken away since
        found[name(record)] = min(days) if days else "" if was_there else day
    return found


def _addresses(corpus: Corpus, before: dict[str, Any] | None) -> list[str]:
    ever = set((before or {}).get("addresses", []))
    return sorted(ever | {addresses.of_path(record.path) or "" for record in records(corpus) if record.digest})


def _as_json(entry: history.Entry) -> dict[str, Any]:
    return {
        "date": entry.date,
        "record": entry.record,
        "title": entry.title,
        "url": entry.url,
        "what": entry.what,
        "why": entry.why,
        "differences": [{"key": d.key, "before": d.before, "after": d.after} for d in entry.differences],
    }


def read(root: Path) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Read the manifest of what was published last; None when nothing was yet."""
    path = f"content/{PUBLISHED}"
    try:
        data = json.loads(files.read(root, path, MAX_MANIFEST))
        _validate(data)
    except FileNotFoundError:
        return None, []
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        remedy = "Take the file back from the last published version, by git or from the copy that was published."
        message = "the record of what is published must be as `invoke release` writes it."
        return None, [Problem(path, 1, 1, "published-broken", message, remedy)]
    return data, []


def _validate(data: Any) -> None:
    """Raise ValueError, KeyError, TypeError or AttributeError unless data has the form of a manifest."""
    if data["version"] != VERSION:
        raise ValueError
    for key, record in data["records"].items():
        listed = [*record["notes"], *(v for value in record["values"].values() for v in _as_list(value))]
        _texts(key, record["path"], record["title"], record["hash"], *record["values"], *listed)
        if "first" in record and not dates.parse(record["first"]).day:
            raise ValueError
    for item in data["history"]:
        dates.parse(item["date"])
        told = [text for d in item["differences"] for text in (d["key"], d["before"], d["after"])]
        _texts(*(item[key] for key in ("date", "record", "title", "url", "what", "why")), *told)
    _texts(*data.get("addresses", []), *data.get("edits", {}))
    for day in filter(None, data.get("edits", {}).values()):
        dates.parse(day)


def _as_list(value: Value) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _texts(*values: object) -> None:
    for value in values:
        if not isinstance(value, str) or any(text.forbidden(value)) or "\ud800" <= max(value, default="") <= "\udfff":
            raise ValueError


def past(corpus: Corpus, before: dict[str, Any] | None) -> Past:
    """All quotations and notes that a manifest tells of, those of former releases, too."""
    if before is None:
        return Past()
    names = former.names_now(corpus)
    found: dict[str, set[str]] = defaultdict(set)
    for key, record in before["records"].items():
        own = found[names.get(key, "")]
        own.update(*(_as_list(value) for key, value in record["values"].items() if is_quotation(key)))
    entries = before.get("history", [])
    for entry in entries:
        own = found[names.get(entry["record"], "")]
        for difference in entry.get("differences", []):
            if is_quotation(difference["key"]):
                own |= {difference["before"], difference["after"]}
    notes = frozenset(entry[key] for entry in entries for key in ("title", "what", "why"))
    every = {matching.fingerprint(words): words for words in sorted(set().union(*found.values())) if words}
    of = {key: frozenset(map(matching.fingerprint, filter(None, own))) for key, own in found.items()}
    return Past(every, notes, of)


def as_json(data: dict[str, Any]) -> bytes:
    """A manifest as a file, without any `<`, so that nothing takes it for a page."""
    written = io.BytesIO()  # piece by piece, for it is as large as all titles and quotations together
    for number, (key, value) in enumerate(sorted(data.items())):
        written.write((b",\n " if number else b"{\n ") + msgspec.json.encode(key) + b": ")
        if not isinstance(value, dict) or not value:
            written.write(_piece(value, 1))
            continue
        for place, (inner, entry) in enumerate(sorted(value.items())):
            written.write((b",\n  " if place else b"{\n  ") + msgspec.json.encode(inner) + b": " + _piece(entry, 2))
        written.write(b"\n }")
    written.write(b"\n}\n")
    return written.getvalue().replace(b"<", b"\\u003c")  # in JSON it stands in strings only


def _piece(value: object, depth: int) -> bytes:
    """A value as JSON, indented for this depth; its line breaks only stand between values."""
    plain = msgspec.json.encode(value, order="deterministic")
    return msgspec.json.format(plain, indent=1).replace(b"\n", b"\n" + b" " * depth)
