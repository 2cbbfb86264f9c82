"""What rests on the sources, statement by statement. Pure; imports the model, relations, notes, links and views.

A statement is a citation in a record's head, or a citation mark in its prose with the quotations that it holds. What
the pages of sources list, and what is counted anywhere, are these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from types import MappingProxyType

from briefing import wording
from briefing.citations import OURS
from briefing.links import link_in
from briefing.model import (
    Actor,
    Citation,
    Cited,
    Corpus,
    Dossier,
    Event,
    Names,
    Position,
    Prose,
    Quotation,
    Record,
    Source,
)
from briefing.notes import Notes, basis_of
from briefing.relations import head_basis, head_cite, records, statements
from briefing.views import Link
from briefing.vocabulary import Basis

#: In which paragraphs of a source a quotation was found, by the source, its words and the paragraphs cited.
Proved = Mapping[tuple[str, str, tuple[int, ...]], tuple[int, ...]]
NOTHING: Proved = MappingProxyType({})

#: So many paragraphs make a part of a source.
PART = 10

_HEADS = {"Position": "Stance", "Event": "What happened", "Place": "Why it matters"}
_HEAD_ANCHORS = {"Speaker": "speakers_title", "What stands": "stands_title"}


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation that a statement holds; `paragraphs` are those in which it was found, by source."""

    text: str
    speaker: str
    paragraphs: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Rest:
    """One statement. `kind` and `record` say whose it is, `label` what it is there, `page` and `anchor` where.

    `cited` are the paragraphs that it cites, by source. There are very many, so they share what they hold.
    """

    kind: str
    record: Link
    label: str
    page: str
    anchor: str
    basis: Basis
    cited: Mapping[str, tuple[int, ...]]
    quotations: tuple[Words, ...] = field(default=())

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


@dataclass(frozen=True, slots=True)
class Resting:
    """How much rests on a source: statements by paragraph, and by how they are known, each counted once there."""

    paragraphs: tuple[tuple[int, int], ...]
    bases: tuple[tuple[Basis, int], ...]


def resting(source: str, statements: Iterable[Rest]) -> Resting:
    """Count the statements that rest on a source."""
    statements = tuple(statements)
    paragraphs = Counter(number for rest in statements for number in set(rest.cited[source]))
    return Resting(tuple(sorted(paragraphs.items())), tuple(sorted(basis_counts(statements).items())))


def part_of(paragraph: int) -> int:
    """The part in which a paragraph is, from 0, where a source has too many statements for one page."""
    return (paragraph - 1) // PART


def by_part(source: str, statements: Iterable[Rest]) -> dict[int, list[Rest]]:
    """The statements that rest on each part of a source's paragraphs."""
    found: dict[int, list[Rest]] = {}
    for rest in statements:
        for part in dict.fromkeys(map(part_of, rest.cited[source])):
            found.setdefault(part, []).append(rest)
    return found


def packed(rest: Rest) -> tuple[object, ...]:
    """All that a statement shows, as plain values that are quick to write down."""
    link = rest.record
    return rest.kind, link.title, link.url, rest.label, rest.page, rest.anchor, rest.basis, rest.cited, rest.quotations


def basis_counts(statements: Iterable[Rest]) -> Counter[Basis]:
    """How many statements are known how, each counted once."""
    return Counter(statement.basis for statement in statements)


def of_corpus(corpus: Corpus, proved: Proved) -> Iterator[Rest]:
    """Every statement of a dossier that rests on a source."""
    for record in records(corpus):
        before = (corpus.about.prose,) if isinstance(record, Names) else ()
        link = Link("At a glance", "") if isinstance(record, Dossier) else link_in(corpus, record)
        yield from _of_record(record, link, before, proved)


def _of_record(record: Record, link: Link, before: tuple[Prose, ...], proved: Proved) -> Iterator[Rest]:
    kind = wording.RECORD_KIND[type(record).__name__]
    for head in statements(record):
        if cited := _paragraphs(head.cite):
            words = _words(head.quote, head.speaker, cited, proved)
            label = _HEADS.get(head.kind, head.kind)
            yield Rest(kind, link, label, link.url, _HEAD_ANCHORS.get(head.kind, ""), head.basis, cited, words)
    held, loose = _held(record.prose)
    marks = record.prose.body.cited
    for number, (cited_mark, place) in enumerate(zip(marks, _places(record, link, before), strict=True)):
        if cited := _paragraphs(cited_mark.citations):
            found = tuple(
                words for one in held.get(number, ()) for words in _words(one.text, one.speaker, cited, proved)
            )
            yield Rest(kind, link, *place, basis_of(cited_mark, head_basis(record)), cited, found)
    for one in loose:
        if cited := _paragraphs(one.citations or head_cite(record)):
            words = _words(one.text, one.speaker, cited, proved)
            yield Rest(kind, link, "Quotation", link.url, "", Basis.DIRECT, cited, words)


@lru_cache(maxsize=65_536)
def _paragraphs(cites: tuple[Citation, ...]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for cite in cites:
        if cite.source != OURS:
            found[cite.source] = found.get(cite.source, ()) + cite.paragraphs
    return found


def _words(text: str, speaker: str, cited: Mapping[str, tuple[int, ...]], proved: Proved) -> tuple[Words, ...]:
    """A quotation with the paragraphs that hold it, of those cited; nothing when there is none."""
    if not text:
        return ()
    held = {id: proved[id, text, numbers] for id, numbers in cited.items() if (id, text, numbers) in proved}
    return (Words(" ".join(text.split()), speaker, held),)


def _held(prose: Prose) -> tuple[dict[int, list[Quotation]], list[Quotation]]:
    """The quotations of a text by the number of the citation mark of their statement, and those without any.

    Both come in the order of the text. A mark names the first quotation before it; a further one joins the same mark.
    """
    held: dict[int, list[Quotation]] = {}
    loose: list[Quotation] = []
    last = -1
    marks = prose.body.cited
    for quotation in prose.quotations:
        rest = range(last + 1, len(marks))
        fitting = (number for number in rest if _names(marks[number], quotation))
        number = next(fitting, last)
        if number >= 0 and marks[number].citations == quotation.citations:
            held.setdefault(number, []).append(quotation)
            last = number
        else:
            loose.append(quotation)
    return held, loose


def _names(cited: Cited, quotation: Quotation) -> bool:
    """Whether a citation mark is that of the quotation's statement."""
    words = cited.quote.strip()
    return bool(words) and words == quotation.text.strip() and cited.citations == quotation.citations


def _places(record: Record, link: Link, before: tuple[Prose, ...]) -> Iterator[tuple[str, str, str]]:
    """What each citation mark's statement is on its page, that page, and the anchor there."""
    page = link.url.partition("#")[0]
    match record:
        case Position():
            place = "Paraphrase", link.url, ""
        case Event():
            place = "Account", link.url, ""
        case Actor():
            place = "In the dispute", page, "does_title"
        case Source():
            place = "Note on it", page, "note_title"
        case _:
            notes = Notes()
            for prose in before:
                for cited in prose.body.cited:
                    notes.number(cited, basis_of(cited, None))
            for cited in record.prose.body.cited:
                number, mark = notes.number(cited, basis_of(cited, head_basis(record)))
                yield intern(f"note {number}"), page, intern(mark)
            return
    for _ in record.prose.body.cited:
        yield place
