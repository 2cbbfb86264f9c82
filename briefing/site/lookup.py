"""One page's way to the records, with a log of what it looked at.

A page whose logged keys have the same fingerprints (`Index.digest`) as before need not be made again; since pages have
no other way to the records, the log is complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.model import wording
from briefing.model.records import Actor, Brief, Event, Place, Position, Question, Record, Source
from briefing.model.statements import Quotation
from briefing.site.changes import ChangeView
from briefing.site.index import Index, Key
from briefing.site.job import Job
from briefing.site.statements import Rest, Resting
from briefing.site.views import Link
from briefing.site.voices import Attribution

R = TypeVar("R", bound=Record)
_GROUPS: dict[type[Record], str] = {
    Actor: "actors",
    Brief: "briefs",
    Event: "events",
    Place: "places",
    Position: "positions",
    Question: "questions",
    Source: "sources",
}


class Lookup:
    """One page's way to the records; it notes every key that was looked at."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._used: dict[Key, None] = {}

    def used(self) -> str:
        """All keys that were looked at, in the order of the first look, one to a line; the parts are ids, so that a
        blank can stand between them.
        """
        return "\n".join(map(" ".join, self._used))

    def _note(self, key: Key) -> None:
        self._used[key] = None

    def record(self, kind: type[R], id: str) -> R:
        """A whole record of a kind."""
        group = _GROUPS[kind]
        self._note(("record", group, id))
        record = self._index.groups[group][id]
        assert isinstance(record, kind)
        return record

    def single(self, kind: type[R]) -> R:
        """The record of a kind of which there is one: the dossier, the about page, the names or the words."""
        name = kind.__name__.lower()
        self._note(("single", name))
        record = getattr(self._index.corpus, name)
        assert isinstance(record, kind)
        return record

    def everything(self) -> Job:
        """The whole dossier, for files that are made again with every change of it."""
        self._note(("everything",))
        return self._index.job

    def link(self, kind: str, id: str) -> Link:
        """The link to a record."""
        self._note(("link", kind, id))
        return self._index.link(kind, id)

    def links(self, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """The links to several records of one kind; ids that are not published are left out."""
        found = []
        for id in ids:
            self._note(("link", kind, id))
            if id in self._index.groups[kind]:
                found.append(self._index.link(kind, id))
        return tuple(found)

    def list(self, *key: str) -> tuple[str, ...]:
        """The ids of a relation."""
        self._note(("list", *key))
        return self._index.list(*key)

    def named(self, brief: str) -> dict[str, tuple[str, ...]]:
        """The ids of what a brief names or links to, by kind."""
        self._note(("named", brief))
        return self._index.named(brief)

    def rests(self, source: str, part: int = -1) -> Iterator[tuple[str, Link, Rest]]:
        """What rests on one part of a source's paragraphs, from 0; by default all that rests on it.

        Gives the kind of the record in words, the link to it, and the statement.
        """
        self._note(("rests", source, str(part)))
        for rest in self._index.statements.on(source, part):
            yield wording.record_kind(rest.record), self._index.owner(rest.record), rest

    def voices(self, record: Record) -> Mapping[Quotation, Attribution]:
        """Whose the quotations of a record are, in its order, as far as somebody says."""
        self._note(("voices", record.path))
        return self._index.statements.voices(record)

    def resting(self, source: str) -> Resting:
        """How much rests on a source."""
        self._note(("resting", source))
        return self._index.statements.resting(source)

    def changes(self, name: str) -> Sequence[ChangeView]:
        """The changes of the record that the manifest calls `name`; all of them when it is empty."""
        self._note(("changes", name))
        return self._index.history.get(name, [])
