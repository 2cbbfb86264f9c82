"""One page's way to the records, with a log of what it looked at.

A page whose logged keys have the same fingerprints (`Index.digest`) as before need not be made again; since pages have
no other way to the records, the log is complete. Imports the index and the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.model import wording
from briefing.model.records import Actor, Brief, Event, Place, Position, Question, Record, Source
from briefing.site.changes import Told
from briefing.site.index import Index, Key
from briefing.site.statements import Rest, Resting
from briefing.site.views import Link


class Lookup:
    """One page's way to the records; it notes every key that was looked at."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._used: dict[Key, None] = {}

    def used(self) -> str:
        """All keys that were looked at, in the order of the first look, one to a line; the parts are ids, so that a
        blank can stand between them.
        """
        return "\n".join(map(" ".join, self._used))

    def _note(self, key: Key) -> None:
        self._used[key] = None

    def record(self, kind: str, id: str) -> Record:
        """A whole record."""
        self._note(("record", kind, id))
        return self.index.groups[kind][id]

    def actor(self, id: str) -> Actor:
        """A whole actor."""
        record = self.record("actors", id)
        assert isinstance(record, Actor)
        return record

    def question(self, id: str) -> Question:
        """A whole question."""
        record = self.record("questions", id)
        assert isinstance(record, Question)
        return record

    def position(self, id: str) -> Position:
        """A whole position."""
        record = self.record("positions", id)
        assert isinstance(record, Position)
        return record

    def event(self, id: str) -> Event:
        """A whole event."""
        record = self.record("events", id)
        assert isinstance(record, Event)
        return record

    def place(self, id: str) -> Place:
        """A whole place."""
        record = self.record("places", id)
        assert isinstance(record, Place)
        return record

    def brief(self, id: str) -> Brief:
        """A whole brief."""
        record = self.record("briefs", id)
        assert isinstance(record, Brief)
        return record

    def source(self, id: str) -> Source:
        """A whole source record."""
        record = self.record("sources", id)
        assert isinstance(record, Source)
        return record

    def single(self, name: str) -> Record:
        """The dossier, the about page, the register of names or the words."""
        self._note(("single", name))
        record: Record = getattr(self.index.corpus, name)
        return record

    def link(self, kind: str, id: str) -> Link:
        """The link to a record."""
        self._note(("link", kind, id))
        return self.index.link(kind, id)

    def links(self, kind: str, ids: Iterable[str]) -> tuple[Link, ...]:
        """The links to several records of one kind; ids that are not published are left out."""
        found = []
        for id in ids:
            self._note(("link", kind, id))
            if id in self.index.groups[kind]:
                found.append(self.index.link(kind, id))
        return tuple(found)

    def list(self, *key: str) -> tuple[str, ...]:
        """The ids of a relation."""
        self._note(("list", *key))
        return self.index.list(*key)

    def rests(self, source: str, part: int = -1) -> Iterator[tuple[str, Link, Rest]]:
        """What rests on one part of a source's paragraphs, from 0; by default all that rests on it.

        Gives the kind of the record in words, the link to it, and the statement.
        """
        self._note(("rests", source, str(part)))
        for rest in self.index.statements.on(source, part):
            yield wording.RECORD_KIND[type(rest.record).__name__], self.index.owner(rest.record), rest

    def resting(self, source: str) -> Resting:
        """How much rests on a source."""
        self._note(("resting", source))
        return self.index.statements.resting(source)

    def changes(self, name: str) -> Sequence[Told]:
        """The changes of the record that the manifest calls `name`; all of them when it is empty."""
        self._note(("changes", name))
        return self.index.history.get(name, [])
