"""Who gets how much room: words, quotations and answered questions by actor and side, and who is heard only through
others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from briefing.checks import Finding
from briefing.model.citations import GENERAL
from briefing.model.once import once
from briefing.model.problems import Level, Problem
from briefing.model.records import Corpus, PartialDate, Position, Record, Stated
from briefing.model.relations import held, may_be_ours, records
from briefing.model.statements import HEADS, SUPPORTED
from briefing.model.vocabulary import DECLINED, Basis
from briefing.quotations.extraction import cited_sources
from briefing.quotations.matching import words_in

#: A side with less than this share of the quoted words of the side with most is warned of.
LEAST_SHARE = 0.1


class Count(Struct):
    """One actor's or side's share. What we infer is not their position: it is counted apart and answers no question;
    nor is it one to decline to answer, which is no silence of the sources either.
    """

    positions: int = 0
    inferred: int = 0
    quotes: int = 0
    quoted_words: int = 0
    own_words: int = 0
    answered: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    inferred_on: list[str] = field(default_factory=list)
    declined: list[str] = field(default_factory=list)
    through: list[str] = field(default_factory=list)


def balance(corpus: Corpus) -> dict[str, dict[str, Count]]:
    """Count words, quotes and answered questions for all `actors` and `sides`, by id."""
    actors = {id: Count() for id in corpus.actors}
    sides = {id: Count() for id in corpus.dossier.sides}
    told: set[tuple[str, str, str]] = set()
    for (id, _), (position, prefix, said) in held(corpus).items():
        if id not in actors:
            continue
        _add(actors[id], position, prefix, said)
        side = corpus.actors[id].side
        if side in sides and (side, position.id, prefix) not in told:  # what a side says together it says once
            told.add((side, position.id, prefix))
            _add(sides[side], position, prefix, said)
    for count in (*actors.values(), *sides.values()):
        count.declined = [question for question in count.declined if question not in count.answered]
        spoken = {*count.answered, *count.declined}
        count.silent = [question for question in corpus.questions if question not in spoken]
        count.inferred_on = [question for question in count.silent if question in count.inferred_on]
    return {"actors": actors, "sides": sides}


def _add(count: Count, position: Position, prefix: str, said: Stated) -> None:
    """Count what an actor or a side holds on a question."""
    count.own_words += 0 if prefix else position.prose.words
    if said.quote:
        count.quotes += 1
        count.quoted_words += words_in(said.quote)
    if said.known is Basis.INFERRED:
        count.inferred += 1
        count.inferred_on.append(position.question)
    elif said.stance == DECLINED:
        count.declined += [position.question] if position.question not in count.declined else []
    else:
        count.positions += 1
        if position.question not in count.answered:
            count.answered.append(position.question)
        if position.via:
            count.through.append(position.question)


def warnings(corpus: Corpus) -> Iterator[Problem]:
    """What a desk should know: a side without words of its own, an actor heard only through a rival."""
    sides = balance(corpus)["sides"]
    most = max((count.quoted_words for count in sides.values()), default=0)
    for side, count in sides.items():
        if (count.positions or count.inferred) and most and count.quoted_words < LEAST_SHARE * most:
            message = (
                f"the side `{side}` should be heard in its own words; it has {count.quoted_words} quoted words, "
                f"another side {most}, and is silent on {', '.join(count.silent) or 'no question'}."
            )
            remedy = "Quote it where the sources do, or say in a brief that they do not."
            yield Finding(corpus.dossier, "sides", message, remedy).problem("balance", Level.WARNING)
    for position in corpus.positions.values():
        actor, via = corpus.actors.get(position.actor), corpus.actors.get(position.via)
        if actor and via and actor.side and via.side and actor.side != via.side:
            message = f"{actor.name} should be heard directly; here only through {via.name}, of another side."
            remedy = "Look for a source in which the actor speaks for itself."
            yield Finding(position, "via", message, remedy).problem("balance-rival", Level.WARNING)


def overdue(corpus: Corpus, today: PartialDate) -> list[tuple[str, str, str]]:
    """Records whose review is overdue: (path, day, owner), by day."""
    overdue = [record for record in records(corpus) if record.review_by and record.review_by < today]
    entries = [(record.path, str(record.review_by), record.owner) for record in overdue]
    return sorted(entries, key=lambda entry: (entry[1], entry[0]))


def support(corpus: Corpus) -> Counter[int]:
    """How many statements rest on how many independent sources; those that contradict support nothing, and of
    what sources differ on each version counts by itself.
    """
    return Counter(
        independent(corpus, tuple(cite.source for cite in statement.citations))
        for record in records(corpus)
        for statement in record.statements
        if statement.role in HEADS and statement.citations and not statement.differs
    )


def bases(corpus: Corpus) -> Counter[Basis]:
    """How all statements that rest on a source are known."""
    return Counter(basis for record in records(corpus) for basis in _bases(record))


@once
def _bases(record: Record) -> tuple[Basis, ...]:
    """How each statement of a record that rests on a source is known."""
    supported = (statement for statement in record.statements if statement.role in SUPPORTED)
    return tuple(statement.known for statement in supported if cited_sources(statement.citations))


def general(corpus: Corpus) -> int:
    """How many summaries and roles are general knowledge, which is ours."""
    return sum(cite == GENERAL for record in records(corpus) for _, _, cite in may_be_ours(record))


def contradicted(corpus: Corpus) -> int:
    """How many statements a source contradicts, or have several versions."""
    return sum(
        bool(statement.against or statement.differs) for record in records(corpus) for statement in record.statements
    )


def independent(corpus: Corpus, sources: tuple[str, ...]) -> int:
    """How many independent sources are among these: those of one origin count once."""
    known = [corpus.sources[id] for id in sources if id in corpus.sources]
    return len({(source.origin or source.publisher).casefold() for source in known})
