"""What of a record readers rely on: the values that must not change silently. Pure."""

from __future__ import annotations

import hashlib

from briefing.model.records import Actor, Dossier, Event, Names, Place, Position, Question, Record, Source
from briefing.model.relations import sayings
from briefing.model.statements import Role, quotations

Value = str | list[str]
#: Where quotations stand that no key of their own publishes.
_RUNNING = (Role.NOTE, Role.QUOTATION, Role.TEXT)


def fingerprint(record: Record) -> str:
    """The hash of a record's file, as the manifest shows it."""
    return hashlib.sha256(record.digest.encode()).hexdigest()[:32]


def is_quotation(key: str) -> bool:
    """Whether the value under a key is a quotation, or a list of them."""
    return key in ("quotations", "dating.words") or key.rpartition(".")[2] == "quote"


def values(record: Record) -> dict[str, Value]:
    """The values of a record that must not change silently, by key; lists where only a vanished item matters."""
    found: dict[str, Value] = {}
    match record:
        case Position():
            for prefix, said in sayings(record):
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
            found["title"] = record.title
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
            if record.side:
                found["side"] = record.side
            if record.short:
                found["short"] = record.short
            found["speakers"] = sorted(filter(None, {n for s in record.speakers for n in (s.name, s.printed)}))
        case Place():
            found["name"] = record.name
            found["coordinates"] = f"{record.latitude}, {record.longitude}"
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
            if days := sorted(f"{stand.text} ({stand.as_of})" for stand in record.stands if stand.as_of):
                found["stands.day"] = days
        case _:
            pass
    if quoted := {q.text for said, q in quotations(record.statements) if said.role in _RUNNING}:
        found["quotations"] = sorted({" ".join(words.split()) for words in quoted})
    return found
