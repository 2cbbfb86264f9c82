"""What records are called, and how they point at each other. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model import dates
from briefing.model.citations import GENERAL, Citation
from briefing.model.once import once
from briefing.model.records import (
    Actor,
    Corpus,
    Dossier,
    Event,
    Later,
    Place,
    Position,
    Record,
    Source,
    Stand,
    Stated,
    Version,
)
from briefing.model.statements import Role
from briefing.model.text import fold_term
from briefing.model.timing import accounts, dated
from briefing.model.vocabulary import Basis, Year

#: Kinds of records that others name under these keys.
NAMED = ("actors", "questions", "places", "events", "briefs")


def records(corpus: Corpus) -> Iterator[Record]:
    """Every record of the corpus, the dossier first."""
    for field in corpus.__struct_fields__:
        part = getattr(corpus, field)
        yield from (part,) if isinstance(part, Record) else part.values()


@once
def name(record: Record) -> str:
    """A record's name in the manifest: `positions/eu/delay`, `dossier`."""
    if isinstance(record, Source):
        return f"sources/{record.id}"
    return record.path.removeprefix("content/").removesuffix(".md")


@once
def leads(record: Record) -> tuple[str, ...]:
    """The records and images to which its prose leads, as `Reference.lead` writes them, each once, in its order."""
    return tuple(dict.fromkeys(reference.lead for reference in record.prose.references if reference.lead))


def title(record: Record) -> str:
    """A record's title or name."""
    return getattr(record, "title", "") or getattr(record, "name", "") or record.id


def known_terms(corpus: Corpus) -> frozenset[str]:
    """The folded words that quotation marks only set apart, all over a dossier."""
    return frozenset(map(fold_term, corpus.words.terms))


#: What does not rest on the source that it cites.
_NOT_RESTING = (Role.AGAINST, Role.SAYS)


def cited(corpus: Corpus) -> frozenset[str]:
    """The ids of all sources that something rests on; one that only contradicts is none of them."""
    statements = (statement for record in records(corpus) for statement in record.statements)
    return frozenset(cite.source for one in statements if one.role not in _NOT_RESTING for cite in one.citations)


def inferred_years(corpus: Corpus) -> frozenset[int]:
    """The years that we inferred and no source states."""
    years: dict[Year, set[int]] = {Year.INFERRED: set(), Year.STATED: set()}
    for event in corpus.events.values():
        for _, account in accounts(event):
            years[account.dating.year].update(date.year for date in dated(account) if dates.has_year(date))
    return frozenset(years[Year.INFERRED] - years[Year.STATED])


def versions(record: Record) -> list[tuple[str, Sequence[Version]]]:
    """All that a record has versions of: the key under which these stand, and what they are."""
    if isinstance(record, Event):
        return [("versions", record.versions)] if record.versions else []
    stands = record.stands if isinstance(record, Dossier) else ()
    return [(f"stands.{number}.versions", stand.versions) for number, stand in enumerate(stands) if stand.versions]


def head_cite(record: Record) -> tuple[Citation, ...]:
    """The citation of the record's head, which also serves its prose where that has none; general knowledge serves the
    summary of an actor or a place only.
    """
    cite: tuple[Citation, ...] = getattr(record.stated if isinstance(record, Position) else record, "cite", ())
    return () if cite == GENERAL and isinstance(record, Actor | Place) else cite


def may_be_ours(record: Record) -> Iterator[tuple[str, Basis | None, tuple[Citation, ...]]]:
    """What in the head of a record may be general knowledge: the part of the head, its basis and its citation."""
    if isinstance(record, Actor | Place):
        yield "", record.basis, record.cite
    for index, speaker in enumerate(record.speakers if isinstance(record, Actor) else ()):
        yield f"speakers.{index}.", speaker.basis, speaker.cite


def head_basis(record: Record) -> Basis | None:
    """The basis in the record's head, or what follows from it."""
    return record.stated.known if isinstance(record, Position) else getattr(record, "basis", None)


def sayings(position: Position) -> list[tuple[str, Stated]]:
    """The present position and the earlier ones, each with what its keys in the head begin with."""
    return [("", position.stated), *((f"earlier.{number}.", said) for number, said in enumerate(position.earlier))]


def sayings_of(position: Position, actor: str) -> list[tuple[str, Stated]]:
    """Those of a record's positions that are an actor's, whose own they are or who made them together with another."""
    return [(prefix, said) for prefix, said in sayings(position) if actor in bearers(position, said)]


def bearers(position: Position, said: Stated) -> tuple[str, ...]:
    """The ids of the actors whose statement it is, the one of the record first."""
    return (position.actor, *said.joint)


def held(corpus: Corpus) -> dict[tuple[str, str], tuple[Position, str, Stated]]:
    """What each actor holds on each question, as far as the sources say, with what the keys of that begin with: the
    position of its own record, else the newest statement that it made together with another.
    """
    holding: dict[tuple[str, str], tuple[Position, str, Stated]] = {}
    for position in corpus.positions.values():
        for prefix, said in sayings(position):
            for actor in said.joint:
                known = holding.get((actor, position.question))
                if known is None or dates.sort_key(known[2].as_of) < dates.sort_key(said.as_of):
                    holding[actor, position.question] = position, prefix, said
    own = {(one.actor, one.question): (one, "", one.stated) for one in corpus.positions.values()}
    return holding | own


def lasting(record: Record) -> list[tuple[str, Stated | Event | Stand]]:
    """What of a record may be denied or taken back later, each with what its keys in the head begin with."""
    match record:
        case Position():
            return [*sayings(record)]
        case Event():
            return [("", record)]
        case Dossier():
            return [(f"stands.{number}.", stand) for number, stand in enumerate(record.stands)]
    return []


def laters(record: Record) -> Iterator[tuple[str, Stated | Event | Stand, Later]]:
    """What became of each statement of a record: what its keys in the head begin with, of what, and what became."""
    for prefix, of in lasting(record):
        for number, later in enumerate(of.later):
            yield f"{prefix}later.{number}.", of, later


def speaker_names(actor: Actor) -> list[str]:
    """The names of those who speak for an actor, also as printed in a source."""
    return [name for speaker in actor.speakers for name in (speaker.name, speaker.printed) if name]


@once
def named(record: Record) -> dict[str, dict[str, None]]:
    """The ids that a record names, by the key under which it does (`actors`, `places`, …); also those of the records
    that its prose links to, and each once.
    """
    named_by = {key: dict.fromkeys(getattr(record, key, ())) for key in NAMED}
    for lead in leads(record):
        folder, _, name = lead.rpartition("/")
        ids = named_by.get(folder.removeprefix("content/"))
        id, dot, _ = name.partition(".md")
        if ids is not None and dot:
            ids[id] = None
    return named_by
