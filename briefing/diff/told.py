"""What a record says, and what of it changed, in words for readers: those of the site's page of changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.model import addresses
from briefing.model.records import Corpus, Position, Record, Source
from briefing.model.statements import Role
from briefing.publication.manifest import Difference
from briefing.publication.values import Value, is_quotation, values
from briefing.site import changes
from briefing.site.views import DifferenceView


def in_words(difference: Difference, record: Record, corpus: Corpus) -> DifferenceView:
    """The difference in words; a value that is none any more, such as a record names that was changed in between, as it
    is written.
    """
    try:
        return changes.in_words(difference, record, corpus)
    except (KeyError, ValueError):
        return DifferenceView(difference.key, difference.before, difference.after)


def shown(record: Record, corpus: Corpus) -> str:
    """What a record is or says, in a few words: the stance and day of a position, the address of a page."""
    if isinstance(record, Position):
        stance = in_words(Difference("stance", record.stated.stance, ""), record, corpus).before
        return f"{stance} ({in_words(Difference('as_of', str(record.stated.as_of), ''), record, corpus).before})"
    if isinstance(record, Source):
        return ", ".join(filter(None, (record.author, record.publisher)))
    return addresses.of_path(record.path) or ""


def sentences(record: Record) -> list[str]:
    """What a record says in our own prose, each statement as a sentence."""
    notes = (" ".join(said.text.split()) for said in record.statements if said.role is Role.NOTE)
    return [note if note.endswith(tuple(".?!”")) else f"{note}." for note in notes]


def said(record: Record, now_named: Callable[[str], str]) -> list[tuple[object, ...]]:
    """All that a record states and how it is known, with the ids that actors have now."""
    return [
        (one.role, now_named(one.text), one.basis, one.citations, now_named(one.speaker)) for one in record.statements
    ]


def quotations(record: Record) -> set[str]:
    """The quotations of a record."""
    found: Mapping[str, Value] = {key: value for key, value in values(record).items() if is_quotation(key)}
    return {
        " ".join(words.split()) for value in found.values() for words in ([value] if isinstance(value, str) else value)
    }


def core(corpus: Corpus) -> str:
    """The question at the core and who answers it, as the dossier has it; empty where a rule chooses."""
    core = corpus.dossier.core
    if core is None or core.question not in corpus.questions:
        return ""

    def who(position: str) -> str:
        actor, _, question = position.partition("/")
        name = corpus.actors[actor].name if actor in corpus.actors else actor
        other = corpus.questions.get(question) if question != core.question else None
        return f"{name} on “{other.title}”" if other else name

    rows = "; ".join(" and ".join(map(who, row.positions)) for row in core.rows)
    return f"{corpus.questions[core.question].title}{f' ({rows})' if rows else ''}"


def kind(record: Record) -> str:
    """What a record is, in a word."""
    return type(record).__name__.capitalize()
