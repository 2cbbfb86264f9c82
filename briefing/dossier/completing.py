"""What helps an editor's program complete: JSON Schemas of heads with the ids of one dossier, and snippets with them.

The schemas say what `invoke schema` says, and for each key that names a record which ids there are, each with its
title.
They are written into `.vscode/`, where VS Code and the settings of other programs (docs/editors.md) find them, by
`invoke schema --write`; `invoke serve` renews them there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.dossier.parse import Loaded
from briefing.model.records import BY_NAME, Corpus, Record
from briefing.model.relations import records, title
from briefing.model.vocabulary import DECLINED
from briefing.reading.schema import Schema, schema
from briefing.store.files import write

#: Where the files are written, relative to the dossier's root.
FOLDER = ".vscode"
#: Ids of one kind with what they are called.
Choices = Mapping[str, str]
#: Which records a key names: by the kind of record or entry in whose head it stands, and the key.
_NAMES: Mapping[tuple[str, str], str] = {
    ("Dossier", "answer"): "briefs",
    ("MapSettings", "focus"): "places",
    ("Core", "question"): "questions",
    ("CoreRow", "position"): "positions",
    ("CoreRow", "also"): "positions",
    ("CoreRow", "quote"): "positions",
    **{(kind, key): key for kind in ("Brief", "Event") for key in ("actors", "questions", "places", "events")},
    ("Actor", "side"): "sides",
    ("Position", "stance"): "stances",
    ("Earlier", "stance"): "stances",
    ("Position", "with"): "actors",
    ("Earlier", "with"): "actors",
    ("Position", "via"): "actors",
    ("Position", "answers"): "statements",
    ("Event", "answers"): "statements",
    ("Event", "outcome_of"): "events",
    ("Interval", "from"): "events",
}
#: The same where a date may stand in place of an id.
_OR_DATE = {("Event", key): "events" for key in ("after", "before", "postponed_to")}
#: Keys below which the ids stand as keys themselves.
_KEYED = {("Name", "printed"): "sources"}
#: A longer description is cut: an editor shows it in a small window.
_MOST = 160


def choices(loaded: Loaded) -> dict[str, Choices]:
    """The ids of a dossier by kind, drafts and unreadable records among them, each with its title; `statements` are
    events and positions, `stances` the answers to all questions, `sides` those of the dossier.
    """
    corpus = loaded.corpus
    titles = {record.path: _title(record, corpus) for record in records(corpus)} if corpus else {}
    found: dict[str, Choices] = {}
    for kind in ("briefs", "actors", "questions", "positions", "places", "events", "sources"):
        folder = "seeds" if kind == "sources" else f"content/{kind}"
        ids = sorted(loaded.known.get(folder, ()))
        found[kind] = {id: _short(titles.get(f"{folder}/{id}.md", "(a draft)")) for id in ids}
    found["statements"] = {**found["events"], **found["positions"]}
    stances: dict[str, list[str]] = {DECLINED: ["(was asked and would not say)"]}
    for question in corpus.questions.values() if corpus else ():
        for id, stance in question.stances.items():
            stances.setdefault(id, []).append(f"{question.title} {stance.says}")
    found["stances"] = {id: _short(" / ".join(said)) for id, said in stances.items()}
    found["sides"] = {id: _short(side.name) for id, side in corpus.dossier.sides.items()} if corpus else {}
    return found


def _title(record: Record, corpus: Corpus) -> str:
    """What a record is called; a position by whom and by what it answers."""
    actor, _, question = record.id.partition("/")
    if question and actor in corpus.actors and question in corpus.questions:
        return f"{title(corpus.actors[actor])}: {title(corpus.questions[question])}"
    return title(record)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"


def with_ids(names: list[str], known: Mapping[str, Choices]) -> Schema:
    """The schema of the heads of these kinds (keys of BY_NAME), with the ids that a dossier has."""
    whole = schema(names)
    for name, definition in whole["$defs"].items():
        for key, value in definition["properties"].items():
            if kind := _NAMES.get((name, key)) or _OR_DATE.get((name, key)):
                _narrow(value, known[kind], or_date=(name, key) in _OR_DATE)
            elif kind := _KEYED.get((name, key)):
                value["propertyNames"] = _enum(known[kind])
            elif key == "cite" and known["sources"]:
                value["examples"] = [f"{id} ¶1" for id in known["sources"]]
    return whole


def _enum(ids: Choices) -> Schema:
    return {"enum": list(ids), "enumDescriptions": list(ids.values())} if ids else {}


def _narrow(value: Schema, ids: Choices, *, or_date: bool) -> None:
    """Put ids in place of the pattern that any id fits; where there is none yet, any may stand."""
    if not ids:
        return
    value.pop("examples", None)
    if or_date:
        pattern = {key: value.pop(key) for key in ("type", "pattern", "maximum") if key in value}
        value["anyOf"] = [_enum(ids), pattern]
    elif "anyOf" in value:
        value["anyOf"] = [_enum(ids), {"type": "array", "items": _enum(ids)}]
    else:
        for key in ("type", "pattern"):
            value.pop(key, None)
        value.update(_enum(ids))


def for_editors(name: str, known: Mapping[str, Choices]) -> Schema:
    """The same of one kind, for a program that takes a whole record for YAML: to that the prose below the head is a
    second document, a text, about which nothing is said.
    """
    whole = with_ids([name], known)
    head = {"$ref": whole.pop("$ref")}
    return {**whole, "if": {"type": "object"}, "then": head, "else": {"type": ["string", "null"]}}


def snippets(known: Mapping[str, Choices]) -> dict[str, Any]:
    """Snippets of VS Code, which completes them in Markdown by itself: each id, and each source as a citation."""
    found: dict[str, Any] = {}

    def add(name: str, body: str, description: str, *prefixes: str) -> None:
        found[name] = {"scope": "markdown,yaml", "prefix": [*prefixes], "body": body, "description": description}

    for kind in ("actors", "questions", "places", "events", "briefs", "positions", "sources"):
        for id, called in known[kind].items():
            add(f"{kind} {id}", id, f"{called} ({kind.removesuffix('s')})", id)
    for id, called in known["stances"].items():
        add(f"stance {id}", f"stance: {id}", called, f"stance: {id}")
    for id, called in known["sources"].items():
        add(f"cite {id}", f"cite: {id} ¶$1", called, f"cite: {id}")
        add(f"citation {id}", f"[@{id}, ¶$1]$0", f"citation in prose: {called}", id, f"[@{id}")
    return found


def renew(root: Path, loaded: Loaded) -> list[str]:
    """Write the files for editors that are not there, or not as they would be now; their paths in the dossier.

    Raises OSError, also where a link on the way leads out of the dossier.
    """
    home = root.resolve()
    written = []
    for path, data in files(loaded).items():
        target = root / path
        if not target.parent.resolve().is_relative_to(home):
            raise OSError(1, "it must not be a link that leads out of the dossier", path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != data:
            write(target, data)
            written.append(path)
    return written


def files(loaded: Loaded) -> dict[str, bytes]:
    """The files for editors by their paths in the dossier."""
    known = choices(loaded)
    made: dict[str, Any] = {f"{FOLDER}/schemas/{name}.json": for_editors(name, known) for name in BY_NAME}
    made[f"{FOLDER}/dossier.code-snippets"] = snippets(known)
    return {path: (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode() for path, data in made.items()}
