"""The texts in heads that cite nothing themselves: a brief's, a question's and the dossier's own. They rest on all that
their record cites in its prose; those of a question on its positions, too, and those of the dossier on all that any
record cites. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.citations import Citation, supporting
from briefing.model.kinds import texts
from briefing.model.records import Brief, Corpus, Dossier, Question, Record
from briefing.model.relations import records
from briefing.model.statements import Role, Statement
from briefing.model.vocabulary import Basis

#: The keys of these texts, or what they begin with.
_KEYS: dict[type[Record], tuple[str, ...]] = {
    Brief: ("title", "summary", "about"),
    Question: ("title", "summary", "stances."),
    Dossier: ("title", "summary", "snapshot", "status_note"),
}


def of_record(record: Record) -> Iterator[Statement]:
    """The texts of a brief, which stand on its own citations."""
    if isinstance(record, Brief):
        yield from _resting_on(record, _cited([record]))


def of_whole(corpus: Corpus) -> Iterator[tuple[Record, list[Statement]]]:
    """The texts of the dossier and of its questions, which stand on other records' citations, too."""
    every = _cited(records(corpus))
    yield corpus.dossier, list(_resting_on(corpus.dossier, every))
    for question in corpus.questions.values():
        positions = [position for position in corpus.positions.values() if position.question == question.id]
        yield question, list(_resting_on(question, _cited([question, *positions]) or every))


def _resting_on(record: Record, cites: tuple[Citation, ...]) -> Iterator[Statement]:
    for text in texts(record) if cites else ():
        if text.key.startswith(_KEYS[type(record)]) and not text.cite:
            yield Statement(Role.TEXT, text.key, text.text, Basis.REPORTED, cites)


def _cited(those: Iterable[Record]) -> tuple[Citation, ...]:
    """All paragraphs that records cite in support of something, each source once."""
    cited: dict[str, set[int]] = {}
    for record in those:
        for statement in record.statements:
            for cite in supporting(statement.citations):
                cited.setdefault(cite.source, set()).update(cite.paragraphs)
    return tuple(Citation(source, tuple(sorted(numbers))) for source, numbers in sorted(cited.items()) if numbers)
