"""The corpus turned round: who is related to whom, what rests on which part of a source, and a fingerprint of each.

`Index` is made once from a job; each page reads through a `briefing.site.lookup.Lookup` of its own.
"""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Mapping

from briefing.model.once import once
from briefing.model.records import Actor, Dossier, Event, Place, Position, Record
from briefing.model.relations import held, laters, named, records, sayings
from briefing.site.changes import ChangeView
from briefing.site.job import Job
from briefing.site.links import link_in, link_to
from briefing.site.statements import Statements
from briefing.site.views import Link
from briefing.store.memo import key_of

Key = tuple[str, ...]


@once
def _link_digest(record: Record) -> str:
    """The fingerprint of the link to a record."""
    return key_of(link_to(record)).hex()


class Index:
    """Relations between the records of a corpus, each list in the corpus's own order."""

    def __init__(self, job: Job) -> None:
        corpus = job.corpus
        self.job, self.corpus, self.statements = job, corpus, Statements(corpus, job.proved)
        self.history: dict[str, list[ChangeView]] = defaultdict(list)
        for entry in job.history:
            self.history[entry.record].append(entry)
            self.history[""].append(entry)
        self.groups: Mapping[str, Mapping[str, Record]] = {
            "actors": corpus.actors,
            "briefs": corpus.briefs,
            "events": corpus.events,
            "places": corpus.places,
            "positions": corpus.positions,
            "questions": corpus.questions,
            "sources": corpus.sources,
        }
        self.lists: dict[Key, tuple[str, ...]] = {(kind,): tuple(group) for kind, group in self.groups.items()}
        self.lists["pins",] = tuple(id for id, place in corpus.places.items() if place.point)
        self.ranks = {kind: {id: rank for rank, id in enumerate(group)} for kind, group in self.groups.items()}
        self._by_path = {record.path: record for record in records(corpus)}
        self._owners: dict[str, Link] = {}
        self._shows: dict[str, bytes] = {}
        #: The fingerprint of what a packed key names; pages ask for the same ones.
        self.digest = functools.cache(self._digest)
        self._positions()
        self._related()

    def link(self, kind: str, id: str) -> Link:
        """The link to a record."""
        return link_to(self.groups[kind][id])

    def list(self, *key: str) -> tuple[str, ...]:
        """The ids of a relation, such as `("events", "actors", "eu")`: the events of the actor `eu`."""
        return self.lists.get(key, ())

    def named(self, brief: str) -> dict[str, tuple[str, ...]]:
        """The ids of what a brief names or links to, by kind: what its head names first, in the editor's order."""
        record = self.corpus.briefs.get(brief)
        return {
            kind: tuple(id for id in ids if id in self.ranks[kind])
            for kind, ids in (named(record) if record else {}).items()
        }

    def _digest(self, key: str) -> str:
        """The fingerprint of what a packed key names, or of nothing when it is gone."""
        what, *rest = key.split(" ")
        match what:
            case "list":
                return " ".join(self.list(*rest))
            case "named":
                return "\n".join(map(" ".join, self.named(rest[0]).values()))
            case "rests":
                return self._digest_of_rests(rest[0], int(rest[1]))
            case "resting":
                return key_of([record.said for record in self.statements.citing(rest[0], -1)]).hex()
            case "everything":
                return self.job.key
            case "changes":
                return key_of(self.history.get(rest[0], [])).hex()
            case "voices":
                return self._digest_of_voices(rest[0])
            case "single":
                record: Record = getattr(self.corpus, rest[0])
                return record.digest
        record_or_none = self.groups[rest[0]].get(rest[1])
        if record_or_none is None:
            return "gone"
        if what == "link":
            return _link_digest(record_or_none)
        match record_or_none:  # these two depend on all records of the kind
            case Place(order=number):
                return f"{record_or_none.digest} {number}"
            case Actor(monogram=letters):
                return f"{record_or_none.digest} {letters}"
        return record_or_none.digest

    def owner(self, record: Record) -> Link:
        """The link to the record whose statement something is, in few words; the front page is told by its own name."""
        found = self._owners.get(record.path)
        if found is None:
            match record:
                case Dossier():
                    found = Link("Home", "")
                case Position():
                    actor, question = self.corpus.actors[record.actor], self.corpus.questions[record.question]
                    found = link_in(self.corpus, record)
                    found = Link(f"{actor.short or actor.name}: {question.short}", found.url)
                case _:
                    found = link_to(record)
            self._owners[record.path] = found
        return found

    def _digest_of_rests(self, source: str, part: int) -> str:
        """The fingerprint of what rests on a part of a source, from 0, and of the links to its records."""
        shows = self._shows
        shown = [shows.get(record.path) or self._shown(record) for record in self.statements.citing(source, part)]
        return key_of(shown).hex()

    def _digest_of_voices(self, path: str) -> str:
        """The fingerprint of whose the quotations of the record in a file are."""
        record = self._by_path.get(path)
        found = [*self.statements.voices(record).values()] if record else []
        return key_of(found).hex() if found else ""

    def _shown(self, record: Record) -> bytes:
        """The key of what the pages of sources show of a record."""
        link, proved = self.owner(record), self.statements.proved.get(record.path, ())
        voices = [*self.statements.voices(record).values()]
        # The notes of the names are counted behind those of the page on which they stand.
        above = self._shown(self.corpus.about) if record is self.corpus.names else b""
        turns = [later for _, _, later in laters(record)]
        shown = self._shows[record.path] = key_of(link.title, link.url, record.said, proved, voices, turns, above)
        return shown

    def _positions(self) -> None:
        """What each actor holds on each question, which others may say together with it (`joint`)."""
        lists: dict[Key, dict[str, None]] = defaultdict(dict)
        holding = held(self.corpus)
        for question, actor in itertools.product(self.corpus.questions, self.corpus.actors):
            if (actor, question) not in holding:
                continue
            position, _, _ = holding[actor, question]
            lists["positions", "actors", actor][position.id] = None
            lists["positions", "questions", question][position.id] = None
            if position.via and position.actor == actor:
                lists["voiced", "actors", position.via][position.id] = None
        for position in self.corpus.positions.values():
            for _, said in sayings(position):
                for actor in said.joint:
                    lists["joint", "actors", actor][position.id] = None
        self.lists.update({key: tuple(ids) for key, ids in lists.items()})

    def _related(self) -> None:
        corpus = self.corpus
        near: dict[Key, dict[str, None]] = defaultdict(dict)
        for group in ("briefs", "events"):
            naming: dict[Key, list[str]] = defaultdict(list)
            for id, record in self.groups[group].items():
                names = named(record)
                for kind, others in names.items():
                    for other in others:
                        naming[group, kind, other].append(id)
                pairs = itertools.product(names["questions"], names["places"]) if group == "briefs" else ()
                for question, place in pairs:
                    near["places", "questions", question][place] = None
            self.lists.update({relation: tuple(ids) for relation, ids in naming.items()})
        for event in corpus.events.values():
            for actor in event.actors:
                for place in event.places:
                    near["places", "actors", actor][place] = None
                    near["actors", "places", place][actor] = None
            for question in event.questions:
                for place in event.places:
                    near["places", "questions", question][place] = None
            if event.outcome_of:
                near["outcomes", "events", event.outcome_of][event.id] = None
        for group in ("positions", "events"):
            for id, record in self.groups[group].items():
                for other in record.answers if isinstance(record, Position | Event) else ():
                    near[group, "answering", other][id] = None
        beside = [(id, other) for id, place in corpus.places.items() for other in named(place)["actors"]]
        beside += [(other, id) for id, actor in corpus.actors.items() for other in named(actor)["places"]]
        for place, actor in beside:
            near["places", "actors", actor][place] = None
            near["actors", "places", place][actor] = None
        for relation, ids in near.items():
            rank = self.ranks["events" if relation[0] == "outcomes" else relation[0]]
            self.lists[relation] = tuple(sorted((id for id in ids if id in rank), key=rank.__getitem__))
