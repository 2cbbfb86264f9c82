"""What rests on each source: the statements of a dossier by source and paragraph, as the pages of sources list them."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec
from msgspec import Struct

from briefing.markup.notes import Notes, mark_id
from briefing.model.records import Actor, Corpus, Event, Position, Record, Source
from briefing.model.relations import records
from briefing.model.statements import LISTED, Role, of_notes
from briefing.model.vocabulary import Basis
from briefing.model.written import Citation
from briefing.quotations.extraction import cited_sources
from briefing.quotations.proofs import Proved

#: So many paragraphs make a part of a source.
PART = 10

#: What a statement is called in its record, and the anchor where it stands; none where the record's link leads.
_LABELS = {
    Role.STAND: ("What stands", "stands_title"),
    Role.ACTOR: ("Who it is", ""),
    Role.SPEAKER: ("Speaker", "speakers_title"),
    Role.POSITION: ("Stance", ""),
    Role.PLACE: ("Why it matters", ""),
    Role.EVENT: ("What happened", ""),
    Role.QUOTATION: ("Quotation", ""),
}
#: The same for the prose of records whose notes other pages number.
_PROSE: dict[type[Record], tuple[str, str]] = {
    Position: ("Paraphrase", ""),
    Event: ("Account", ""),
    Actor: ("In the dispute", "does_title"),
    Source: ("Note on it", "note_title"),
}


class Rest(Struct, frozen=True):
    """A statement of a `record` that rests on a source: what it is called there, its anchor, how it is known, the
    paragraphs that it cites, and its quotations, each with its speaker and the paragraphs in which it was found.
    """

    record: Record
    label: str
    anchor: str
    basis: Basis
    paragraphs: tuple[int, ...]
    quotations: tuple[tuple[str, str, tuple[int, ...]], ...]


class Resting(Struct):
    """How much rests on a source: statements by paragraph, and by how they are known, each counted once there."""

    paragraphs: Counter[int] = msgspec.field(default_factory=Counter)
    bases: Counter[Basis] = msgspec.field(default_factory=Counter)


def part_of(paragraph: int) -> int:
    """The part in which a paragraph is, from 0, where a source has too many statements for one page."""
    return (paragraph - 1) // PART


@lru_cache(maxsize=4096)
def _parts(citations: tuple[Citation, ...], size: int) -> list[tuple[str, set[int], dict[tuple[str, int], None]]]:
    """The sources cited, each with the paragraphs and the parts of `size` that these are in; the whole counts as -1."""
    return [
        (source, {*paragraphs}, dict.fromkeys([(source, -1), *((source, (n - 1) // size) for n in paragraphs)]))
        for source, paragraphs in cited_sources(citations).items()
    ]


class Statements:
    """The statements of a dossier that rest on its sources; `proved` are the quotations that stand, by record."""

    def __init__(self, corpus: Corpus, proved: Mapping[str, tuple[Proved, ...]]) -> None:
        self.corpus, self.proved = corpus, proved
        self._citing: dict[tuple[str, int], list[Record]] = defaultdict(list)
        self._fingerprints: dict[str, str] = {}
        known: list[Basis] = []
        cited: dict[str, tuple[list[int], list[Basis]]] = defaultdict(lambda: ([], []))
        for record in records(corpus):
            citing: dict[tuple[str, int], None] = {}
            for statement in record.statements:
                sources = _parts(statement.citations, PART) if statement.role in LISTED else ()
                for source, numbers, parts in sources:
                    cited[source][0].extend(numbers)
                    cited[source][1].append(statement.known)
                    citing.update(parts)
                if sources:
                    known.append(statement.known)
            for key in citing:
                self._citing[key].append(record)
        self.bases = Counter(known)
        self._resting = {id: Resting(Counter(numbers), Counter(bases)) for id, (numbers, bases) in cited.items()}

    def resting(self, source: str) -> Resting:
        """How much rests on a source."""
        return self._resting.get(source) or Resting()

    def citing(self, source: str, part: int) -> list[Record]:
        """The records that cite a part of a source, from 0, or any part when that is -1; in their order."""
        return self._citing.get((source, part), [])

    def on(self, source: str, part: int) -> Iterator[Rest]:
        """What rests on one part of a source's paragraphs, from 0, or on any of them when the part is -1."""
        for record in self.citing(source, part):
            where = {
                (one.text, one.source, one.cited): one.found.paragraphs for one in self.proved.get(record.path, ())
            }
            places = self._places(record)
            for statement in record.statements:
                if statement.role not in LISTED:
                    continue
                label, anchor = next(places) if statement.role is Role.NOTE else _LABELS[statement.role]
                paragraphs = cited_sources(statement.citations).get(source, ())
                if not any(part < 0 or part_of(number) == part for number in paragraphs):
                    continue
                quotations = tuple(
                    (
                        one.text,
                        statement.speaker,
                        where.get((one.text, source, cited_sources(one.citations).get(source, ())), ()),
                    )
                    for one in statement.quotations
                )
                yield Rest(record, label, anchor, statement.known, paragraphs, quotations)

    def fingerprint(self, record: Record) -> str:
        """What changes whenever the source pages show something else of a record's statements."""
        if (found := self._fingerprints.get(record.path)) is None:
            said = [
                (one.role, one.known, one.citations, one.speaker, [quotation.text for quotation in one.quotations])
                for one in record.statements
            ]
            data = msgspec.msgpack.encode((said, self.proved.get(record.path, ())))
            found = hashlib.blake2b(data, digest_size=12).hexdigest()
            self._fingerprints[record.path] = found
        return found

    def _places(self, record: Record) -> Iterator[tuple[str, str]]:
        """What each statement in the prose of a record is called, and its anchor."""
        noted = of_notes(record.statements)
        if place := _PROSE.get(type(record)):
            yield from [place] * len(noted)
            return
        notes = Notes()
        if record is self.corpus.names:  # it stands on the page about the dossier, below that one's text
            for statement in of_notes(self.corpus.about.statements):
                notes.number(statement)
        for statement in noted:
            number, count = notes.number(statement)
            yield f"note {number}", mark_id(number, count)
