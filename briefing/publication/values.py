"""What of a record readers rely on: the values that must not change silently, as the fields declare them."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.model import relations, wording
from briefing.model.citations import Citation, locator
from briefing.model.keys import Field, Shape, fields
from briefing.model.once import once
from briefing.model.records import KINDS, EventVersion, Record, Version
from briefing.model.statements import Role, quotations

Value = str | list[str]
#: The key of the quotations that stand in the prose and in the texts of a record.
QUOTATIONS = "quotations"
#: The key of the translations that stand beside these.
TRANSLATIONS = "translations"
#: The keys of what sources say against what a record states, and of its versions.
AGAINST, VERSIONS = "against", "versions"
#: The statements whose quotations stand under the first key; what came later may come to stand elsewhere in the record.
_RUNNING = (Role.NOTE, Role.QUOTATION, Role.TEXT, Role.LATER)


@once
def fingerprint(record: Record) -> str:
    """The hash of a record's file, as the manifest shows it."""
    return hashlib.sha256(record.digest.encode()).hexdigest()[:32]


def field_of(key: str) -> Field | None:
    """The field whose value, or a part of it, is published under a key; None for what is no value of a field."""
    parts = [part for part in key.split(".") if not part.isdigit()]
    return _by_key().get(".".join(parts)) or _by_key().get(parts[0])


@functools.cache
def _by_key() -> dict[str, Field]:
    """The published fields of all kinds by their keys, nested ones joined by dots."""
    return dict(pair for kind in KINDS.values() for pair in _published(kind))


@functools.cache
def _fields(kind: type[Struct]) -> tuple[Field, ...]:
    """The fields that are published, or hold such."""
    return tuple(field for field in fields(kind) if field.declared.published or (field.entry and _fields(field.entry)))


def _published(kind: type[Struct], prefix: str = "") -> Iterator[tuple[str, Field]]:
    for field in _fields(kind):
        if field.declared.published:
            yield prefix + field.key, field
        elif field.entry:
            yield from _published(field.entry, prefix if field.shape is Shape.HERE else f"{prefix}{field.key}.")


def is_quotation(key: str) -> bool:
    """Whether the value under a key is a quotation, or a list of them."""
    field = field_of(key)
    return key == QUOTATIONS or (field is not None and field.kind is not None and field.kind.is_quotation)


@once
def values(record: Record) -> dict[str, Value]:
    """The values of a record that must not change silently, by key; lists where only a vanished item matters."""
    every = [quotation for said, quotation in quotations(record.statements) if said.role in _RUNNING]
    beside = {quotation.translation for quotation in every if quotation.translation}
    lists = {
        QUOTATIONS: {" ".join(quotation.text.split()) for quotation in every},
        TRANSLATIONS: {f"{one.text} ({wording.translated(one.by)})" for one in beside},
        AGAINST: {_sourced(said.text, said.citations) for said in record.statements if said.role is Role.AGAINST},
        VERSIONS: {_version(version) for _, versions in relations.versions(record) for version in versions},
    }
    return dict(_values(record)) | {key: sorted(texts) for key, texts in lists.items() if texts}


def _version(version: Version) -> str:
    """A version of something: its date, its figure, and what it says."""
    date = version.date if isinstance(version, EventVersion) else None
    return _sourced("; ".join(filter(None, (str(date or ""), version.figure, version.says))), version.cite)


def _sourced(text: str, cites: Iterable[Citation]) -> str:
    """What is said, and where: `It gives 2 November. (cable ¶3)`."""
    places = "; ".join(f"{cite.source} {locator(cite.paragraphs)}" for cite in cites)
    return f"{' '.join(text.split())} ({places})"


def _values(value: Struct, prefix: str = "") -> Iterator[tuple[str, Value]]:
    """The published values in a record's fields; those that are not given are left out."""
    for field in _fields(type(value)):
        inner, key = getattr(value, field.name), prefix + field.key
        if callable(field.declared.published):
            yield from ((prefix + name, shown) for name, shown in field.declared.published(value).items())
        elif not inner:
            continue
        elif field.shape is Shape.HERE:
            yield from _values(inner, prefix)
        elif field.shape is Shape.ENTRY:
            yield from _values(inner, f"{key}.")
        elif field.shape is Shape.ENTRIES:
            for index, entry in enumerate(inner):
                yield from _values(entry, f"{key}.{index}.")
        elif field.shape is Shape.NAMED and field.entry:
            first = fields(field.entry)[0].name
            yield from ((f"{key}.{name}", getattr(entry, first)) for name, entry in inner.items())
        elif field.shape is Shape.MAPPING:
            yield from ((f"{key}.{name}", text) for name, text in inner.items())
        elif field.shape is Shape.LISTS:
            for name, texts in inner.items():
                yield f"{key}.{name}", sorted(texts) if texts[1:] else texts[0]
        else:
            yield key, "yes" if inner is True else str(inner)
