"""What a dossier calls by an id or a name: each with its ids and all forms of its name on record. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from briefing.model.records import Actor, Corpus, Place, Position, Record, Source
from briefing.model.relations import records, title
from briefing.model.vocabulary import ActorKind, NameKind

#: What stands before a surname and belongs to it.
_PARTICLES = frozenset("van von der den de di da del della du la le ten ter zu al el bin ibn dos".split())


class Thing(Struct, frozen=True):
    """What has a name: its `ids`, now and before, and the `forms` of its name in every language; `surnames` are what a
    person goes by as well.
    """

    ids: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()


def things(corpus: Corpus) -> Iterator[Thing]:
    """All that a dossier names: its records, those who speak, and the entries of the register of names."""
    register = {entry.neutral: entry for entry in corpus.names.names}
    for record in records(corpus):
        forms = frozenset(_also({title(record), *_names_of(record)}, register))
        is_person = isinstance(record, Actor) and record.kind is ActorKind.PERSON
        yield Thing(_ids(record), forms, _surnames(forms) if is_person else frozenset())
        for speaker in record.speakers if isinstance(record, Actor) else ():
            own = frozenset(_also({speaker.name, speaker.printed}, register))
            yield Thing(frozenset(), own, _surnames(own))
    for entry in register.values():
        forms = frozenset(_also({entry.neutral}, register))
        yield Thing(frozenset(), forms, _surnames(forms) if entry.kind is NameKind.PERSON else frozenset())


def _ids(record: Record) -> frozenset[str]:
    """The ids of a record; a position's whole one only, for its parts are others' ids."""
    if isinstance(record, Position):
        return frozenset({record.id, *(f"{record.actor}/{old}" for old in record.was)})
    return frozenset({record.id, *record.was})


def _names_of(record: Record) -> Iterator[str]:
    """The names of a record in every language."""
    if isinstance(record, Actor):
        yield record.short
    if isinstance(record, Actor | Place):
        yield from _flat(getattr(record, "names", {}))
    if isinstance(record, Source):
        yield record.title


def _also(names: Iterable[str], register: Mapping[str, Any]) -> Iterator[str]:
    """Names, and what the register has for them."""
    for name in filter(None, names):
        yield name
        for entry in (entry for entry in register.values() if name in (entry.neutral, *_flat(entry.local))):
            yield from (entry.neutral, *_flat(entry.local), *_flat(entry.printed))


def _flat(names: Mapping[str, Any]) -> Iterator[str]:
    """The names of a mapping, of which one language may have several."""
    for value in names.values():
        yield from (value,) if isinstance(value, str) else value


def _surnames(names: Iterable[str]) -> frozenset[str]:
    """The last names of a person's names, with what belongs to them."""
    found: set[str] = set()
    for parts in (name.split("(")[0].split() for name in names):
        start = len(parts) - 1
        while start > 1 and parts[start - 1].lower() in _PARTICLES:
            start -= 1
        found.update({" ".join(parts[start:]), parts[-1]} if start > 0 else ())
    return frozenset(found)
