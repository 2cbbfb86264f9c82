"""No silent edits: what is published, compared with what would be published now.

`values` picks out of a record what readers rely on (quotes, stances, dates, names). The manifest holds them for every
record; `compare` finds what changed without a note. Pure but for `read`.
"""

from __future__ import annotations

import difflib
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefing import addresses, dates, files, text
from briefing.discover import PUBLISHED
from briefing.model import Actor, Change, Corpus, Dossier, Event, Names, Place, Position, Question, Record, Source
from briefing.problems import Problem
from briefing.relations import records, stated

VERSION = 1
MAX_MANIFEST = 50_000_000
Value = str | list[str]


class Difference(Struct, frozen=True):
    """One published value that is another now; `key` is the key in the head, `after` is empty when it vanished."""

    key: str
    before: str
    after: str


class Entry(Struct, frozen=True):
    """One change to readers: a note and what it changed. `record` is `positions/eu/delay`."""

    date: str
    record: str
    title: str
    url: str
    what: str
    why: str
    differences: tuple[Difference, ...] = ()


def name(record: Record) -> str:
    """A record's name in the manifest: `positions/eu/delay`, `dossier`."""
    if isinstance(record, Source):
        return f"sources/{record.id}"
    return record.path.removeprefix("content/").removesuffix(".md")


def title(record: Record) -> str:
    """A record's title or name."""
    return getattr(record, "title", "") or getattr(record, "name", "") or record.id


def fingerprint(record: Record) -> str:
    """The hash of a record's file, as the manifest shows it."""
    return hashlib.sha256(record.digest.encode()).hexdigest()[:32]


def values(record: Record) -> dict[str, Value]:
    """The values of a record that must not change silently, by key; lists where only a vanished item matters."""
    found: dict[str, Value] = {}
    match record:
        case Position():
            for index, said in enumerate(stated(record)):
                prefix = f"earlier.{index - 1}." if index else ""
                found[f"{prefix}stance"] = said.stance
                found[f"{prefix}as_of"] = str(said.as_of)
                found[f"{prefix}basis"] = str(said.basis)
                if said.quote:
                    found[f"{prefix}quote"] = said.quote
                if said.speaker:
                    found[f"{prefix}speaker"] = said.speaker
            if record.via:
                found["via"] = record.via
        case Event():
            found["date"] = str(record.date)
            found["state"] = str(record.state)
            if record.end:
                found["end"] = str(record.end)
            if record.approximate:
                found["approximate"] = "yes"
            if record.dating.words:
                found["dating.words"] = record.dating.words
            found["dating.year"] = str(record.dating.year)
        case Actor():
            found["name"] = record.name
            if record.short:
                found["short"] = record.short
            found["speakers"] = sorted(filter(None, {n for s in record.speakers for n in (s.name, s.printed)}))
        case Place():
            found["name"] = record.name
            found |= {f"names.{tag}": form for tag, form in record.names.items()}
        case Question():
            found["title"] = record.title
            found |= {f"stances.{stance}": words for stance, words in record.stances.items()}
        case Names():
            found["names"] = sorted(entry.neutral for entry in record.names)
            for entry in record.names:
                forms = sorted({*entry.local.values(), *(f"{form} ({id})" for id, form in entry.printed.items())})
                if forms:
                    found[f"names.{entry.neutral}"] = forms
        case Source():
            found["title"] = record.title
            found["sha256"] = record.sha256
            if record.published:
                found["published"] = str(record.published)
        case Dossier():
            found["title"] = record.title
            found["period"] = "/".join(map(str, record.period))
            found["stands"] = sorted(f"{stand.text} ({stand.status})" for stand in record.stands)
        case _:
            pass
    if quotations := sorted({" ".join(quotation.text.split()) for quotation in record.prose.quotations}):
        found["quotations"] = quotations
    return found


def _note(change: Change) -> str:
    return f"{change.date} {change.what} {change.why}"


def manifest(corpus: Corpus, before: dict[str, Any] | None = None) -> dict[str, Any]:
    """What is published now, and the history of changes: that of `before` and what changed since."""
    found = {
        name(record): {
            "path": record.path,
            "url": addresses.of_path(record.path),
            "title": title(record),
            "hash": fingerprint(record),
            "values": values(record),
            "notes": [_note(change) for change in record.changes],
        }
        for record in records(corpus)
        if record.digest
    }
    return {
        "version": VERSION,
        "records": found,
        "history": [_as_json(entry) for entry in history(corpus, before)],
        "addresses": _addresses(corpus, before),
    }


def _addresses(corpus: Corpus, before: dict[str, Any] | None) -> list[str]:
    ever = set((before or {}).get("addresses", []))
    return sorted(ever | {addresses.of_path(record.path) or "" for record in records(corpus) if record.digest})


def _as_json(entry: Entry) -> dict[str, Any]:
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
        remedy = "Take the file of the last published version, or delete it and run `invoke release`."
        message = "the record of what is published must be as `invoke release` writes it."
        return None, [Problem(path, 1, 1, "published-broken", message, remedy)]
    return data, []


def _validate(data: Any) -> None:
    """Raise ValueError, KeyError, TypeError or AttributeError unless a manifest is as we write it."""
    if data["version"] != VERSION:
        raise ValueError
    for key, record in data["records"].items():
        listed = [*record["notes"], *(v for value in record["values"].values() for v in _as_list(value))]
        _texts(key, record["path"], record["title"], record["hash"], *record["values"], *listed)
    for item in data["history"]:
        dates.parse(item["date"])
        told = [text for d in item["differences"] for text in (d["key"], d["before"], d["after"])]
        _texts(*(item[key] for key in ("date", "record", "title", "url", "what", "why")), *told)
    _texts(*data.get("addresses", []))


def _as_list(value: Value) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _texts(*values: object) -> None:
    for value in values:
        if not isinstance(value, str) or any(text.forbidden(value)) or "\ud800" <= max(value, default="") <= "\udfff":
            raise ValueError


def compare(corpus: Corpus, before: dict[str, Any] | None) -> list[Problem]:
    """Every published value that changed or vanished without a new note, and every published record that vanished."""
    if before is None:
        return []
    problems: list[Problem] = []
    by_name = {name(record): record for record in records(corpus)}
    renamed = _renamed(corpus)
    removed = {gone.record for gone in corpus.removed.removed}
    for published, old in before["records"].items():
        record = by_name.get(published) or renamed.get(published)
        if record is None:
            if published not in removed and published not in ("words", "removed"):
                problems.append(_vanished(published, old, corpus))
            continue
        problems.extend(_lost_notes(record, old))
        if not new_notes(record, old):
            problems.extend(_changed(record, difference) for difference in differences(record, old))
    return problems


def _renamed(corpus: Corpus) -> dict[str, Record]:
    """Records by the names they had before: their own, and for positions those of their actor and question."""
    found = {f"{name(record).rpartition('/')[0]}/{old}": record for record in records(corpus) for old in record.was}
    for position in corpus.positions.values():
        actor, question = corpus.actors.get(position.actor), corpus.questions.get(position.question)
        for actor_id in (position.actor, *(actor.was if actor else ())):
            for question_id in (position.question, *(question.was if question else ())):
                found.setdefault(f"positions/{actor_id}/{question_id}", position)
    return found


def _lost_notes(record: Record, old: dict[str, Any]) -> Iterator[Problem]:
    """Published notes that the record no longer holds."""
    now = [_note(change) for change in record.changes]
    for note in old.get("notes", []):
        if note not in now:
            mark = record.mark("changes")
            message = f"a published note on a change must stay; this one is gone: “{note}”."
            remedy = "Put it back under `changes`, as it was."
            yield Problem(record.path, mark.line, mark.column, "published-changed", message, remedy)


def _changed(record: Record, difference: Difference) -> Problem:
    mark = record.mark(difference.key if record.has(difference.key) else difference.key.split(".")[0])
    if difference.key == "quotations":
        here = {" ".join(quotation.text.split()): quotation.mark for quotation in record.prose.quotations}
        near = difflib.get_close_matches(difference.before, list(here), n=1, cutoff=0.5)
        mark = here[near[0]] if near else mark
    became = f"it became “{difference.after}”" if difference.after else "it is gone"
    return Problem(
        record.path,
        mark.line,
        mark.column,
        "published-changed",
        f"the published {'quotation' if difference.key == 'quotations' else difference.key} "
        f"“{difference.before}” must not change without a note; {became}.",
        "Undo the edit, or add to the head: `changes:` with an entry of `date`, `what` and `why`.",
    )


def _vanished(published: str, old: dict[str, Any], corpus: Corpus) -> Problem:
    twin = next(
        (
            name(record)
            for record in records(corpus)
            if values(record) == old.get("values") and record.path != old.get("path")
        ),
        "",
    )
    hint = f" Its values stand in `{twin}` now: write `was: [{published.rpartition('/')[2]}]` there." if twin else ""
    return Problem(
        str(old.get("path", published)),
        1,
        1,
        "published-removed",
        f"the published record `{published}` must not vanish without a note.{hint}",
        "Put it back; or list it in `content/removed.md` with `record`, `title`, `date` and `why`; "
        "or, if it has another file name now, add `was: [old-id]` to its head.",
    )


def new_notes(record: Record, old: dict[str, Any] | None) -> list[Change]:
    """The record's notes that were not published yet."""
    known = (old or {}).get("notes", [])
    return [change for change in record.changes if _note(change) not in known]


def differences(record: Record, old: dict[str, Any]) -> Iterator[Difference]:
    """What of a published record's values is another now, or gone."""
    now = values(record)
    for key, before in old.get("values", {}).items():
        after = now.get(key, "")
        if isinstance(before, list):
            for gone in (item for item in before if item not in after):
                yield Difference(key, gone, "")
        elif after != before:
            yield Difference(key, before, after if isinstance(after, str) else ", ".join(after))


def history(corpus: Corpus, before: dict[str, Any] | None) -> list[Entry]:
    """Every change to readers, newest first: those recorded at releases, and the notes and removals since."""
    entries = [
        Entry(
            **{key: item[key] for key in ("date", "record", "title", "url", "what", "why")},
            differences=tuple(Difference(**d) for d in item.get("differences", [])),
        )
        for item in (before or {}).get("history", [])
    ]
    known = {(entry.record, entry.date, entry.what) for entry in entries}
    published = (before or {}).get("records", {})
    former = {name(record): key for key, record in _renamed(corpus).items() if key in published}
    for record in records(corpus):
        old = published.get(name(record)) or published.get(former.get(name(record), ""))
        fresh = new_notes(record, old)
        found = tuple(differences(record, old)) if old and fresh else ()
        for number, change in enumerate(fresh):
            entry = Entry(
                str(change.date),
                name(record),
                title(record),
                addresses.of_path(record.path) or "",
                change.what,
                change.why,
                found if number == len(fresh) - 1 else (),
            )
            if (entry.record, entry.date, entry.what) not in known:
                entries.append(entry)
    for gone in corpus.removed.removed:
        entry = Entry(str(gone.date), gone.record, gone.title, addresses.of_name(gone.record), "Removed", gone.why)
        if (entry.record, entry.date, entry.what) not in known:
            entries.append(entry)
    return sorted(entries, key=lambda entry: (entry.date, entry.record, entry.what), reverse=True)


def as_json(data: dict[str, Any]) -> bytes:
    """A manifest as a file."""
    written = io.BytesIO()  # piece by piece, for it is as large as all titles and quotations together
    for piece in json.JSONEncoder(indent=1, ensure_ascii=False, sort_keys=True).iterencode(data):
        written.write(piece.encode())
    written.write(b"\n")
    return written.getvalue()
