"""Who can speak in a dossier, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from weakref import WeakKeyDictionary

from msgspec import Struct

from briefing.model.dates import PartialDate
from briefing.model.once import once
from briefing.model.records import Actor, Corpus, Name, Source, Speaker
from briefing.model.text import digest
from briefing.model.vocabulary import ActorKind, NameKind, Telling
from briefing.voices.tokens import fold

#: The name by which a voice of a source or a citation may mean whoever wrote the source.
REPORTER = "reporter"
#: What joins two names, in the languages whose sentences are read.
_AND = re.compile(r"\s+(?:and|und|et|y|e|i|и|&)\s+")


class Held(Struct, frozen=True, gc=False):
    """A role or an office, and the first and last date on which it was held, where these are known."""

    role: str
    since: PartialDate | None = None
    until: PartialDate | None = None


class Party(Struct, frozen=True, gc=False):
    """Somebody or some body who can speak.

    `name` as shown; `actors` are the ids of those it is or speaks for; `names` are all full forms. `is_body`: an actor
    itself; `is_person`: an actor that is a person, too; `is_state`: one that has a government or is one;
    `is_reporter`: who wrote the source.
    """

    name: str
    actors: frozenset[str] = frozenset()
    is_body: bool = False
    is_reporter: bool = False
    names: tuple[str, ...] = ()
    roles: tuple[Held, ...] = ()
    is_person: bool = False
    is_free: bool = False
    is_state: bool = False


class Cast(Struct, frozen=True, eq=False, weakref=True):
    """All who can speak. `language` is that of our prose, a BCP 47 tag; `elsewhere` are names of places and the like,
    which are no party. `base`: the cast of the dossier, with whose parties these begin, where those of a source follow.
    """

    parties: tuple[Party, ...]
    language: str = "en"
    elsewhere: frozenset[str] = frozenset()
    base: Cast | None = None

    @classmethod
    def of(cls, corpus: Corpus) -> Cast:
        """The actors of a dossier and those who speak for them; people of one name are one party."""
        local = {entry.neutral: entry for entry in corpus.names.names}
        bodies = [_body(id, actor, _others(local.get(actor.name))) for id, actor in sorted(corpus.actors.items())]
        people: dict[str, Party] = {}
        for id, actor in sorted(corpus.actors.items()):
            for speaker in actor.speakers:
                found = _person(id, speaker, _others(local.get(speaker.name)))
                known = people.get(fold(speaker.name))
                people[fold(speaker.name)] = _merged(known, found) if known else found
        parties = (*people.values(), *bodies)
        taken = {fold(name) for party in parties for name in party.names}
        elsewhere = {
            form
            for entry in corpus.names.names
            if entry.kind is not NameKind.PERSON
            for form in (entry.neutral, *entry.local_forms)
        } | {place.name for place in corpus.places.values()}
        language = corpus.dossier.language
        return cls(parties, language, frozenset(name for name in elsewhere if fold(name) not in taken))

    def with_source(self, source: Source) -> Cast:
        """The same with the reporter of a source and those of its voices that are no speaker and no actor."""
        known = _with_source(self)
        found = known.get(source)
        if found is None:
            parties = self.parties + _of_source(self, source)
            found = known[source] = Cast(parties, self.language, self.elsewhere, self.base or self)
        return found

    def named(self, name: str) -> Party | None:
        """The party of exactly this name: a speaker's name or printed form, an actor's id, name or short name,
        `reporter`, or a voice of the source that is neither.
        """
        return _exact(self).get(fold(" ".join(name.split())))

    def together(self, name: str) -> list[Party]:
        """Those named in such a row as `A and B`, or the one of this name; empty where one of them is nobody here."""
        if party := self.named(name):
            return [party]
        found = [self.named(part) for part in parted(name)]
        return [party for party in found if party] if all(found) else []

    @property
    def key(self) -> str:
        """A fingerprint of all of it."""
        return _key(self)


def parted(name: str) -> list[str]:
    """The names in a row that a short word joins: `A and B`."""
    return _AND.split(name)


@once
def _with_source(_: Cast) -> WeakKeyDictionary[Source, Cast]:
    return WeakKeyDictionary()


@once
def _key(cast: Cast) -> str:
    rows = [
        (
            p.name,
            sorted(p.actors),
            p.is_body,
            p.is_reporter,
            p.names,
            p.is_person,
            p.is_free,
            p.is_state,
            *tuple((held.role, str(held.since), str(held.until)) for held in p.roles),
        )
        for p in cast.parties
    ]
    return digest(rows, cast.language, sorted(cast.elsewhere))


@once
def _exact(cast: Cast) -> Mapping[str, Party]:
    found = dict(_exact(cast.base)) if cast.base is not None else {}
    for party in cast.parties[len(cast.base.parties) if cast.base is not None else 0 :]:
        ids = party.actors if party.is_body else ()
        for name in (party.name, *party.names, *ids, *((REPORTER,) if party.is_reporter else ())):
            found.setdefault(fold(name), party)
    return found


@once
def _folded(cast: Cast) -> frozenset[str]:
    return frozenset(fold(name) for party in cast.parties for name in party.names)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _others(entry: Name | None) -> tuple[str, ...]:
    """The other forms of a name in the register."""
    return (*entry.local_forms, *entry.printed.values()) if entry else ()


def _body(id: str, actor: Actor, others: tuple[str, ...]) -> Party:
    is_person = actor.kind is ActorKind.PERSON
    local = (form for forms in actor.names.values() for form in forms)
    names = _unique((actor.name, actor.short, *others, *local))
    is_state = actor.kind in (ActorKind.GOVERNMENT, ActorKind.STATE)
    return Party(actor.name, frozenset({id}), is_body=True, names=names, is_person=is_person, is_state=is_state)


def _person(id: str, speaker: Speaker, others: tuple[str, ...]) -> Party:
    held = Held(speaker.role, getattr(speaker, "since", None), getattr(speaker, "until", None))
    names = _unique((speaker.name, speaker.printed, *others))
    return Party(speaker.name, frozenset({id}), names=names, roles=(held,) if held.role else ())


def _merged(one: Party, other: Party) -> Party:
    return Party(
        one.name,
        one.actors | other.actors,
        names=_unique((*one.names, *other.names)),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
    )


def _of_source(cast: Cast, source: Source) -> tuple[Party, ...]:
    """The reporter of a source, and those of its voices whom the cast does not know."""
    others = _folded(cast)
    if source.kind.telling is Telling.OWN:  # its author is nobody's reporter
        others |= {fold(name) for voice in source.voices for name in voice.names}
    names = _unique((source.author, source.publisher, source.origin))
    free = tuple(name for name in names if fold(name) not in others)
    roles = (Held(source.author_role),) if source.author_role else ()
    found = {REPORTER: Party("the reporter", is_reporter=True, names=free, roles=roles)}
    for voice in getattr(source, "voices", ()):
        for name in (*voice.names, voice.within):
            if name and fold(name) not in found and cast.named(name) is None:
                found[fold(name)] = Party(name, names=(name,), is_free=True)
    return tuple(found.values())
