"""What rests on each source: the statements of a dossier by source and paragraph, as the pages of sources list them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec
from msgspec import Struct

from briefing.markup.notes import mark_id
from briefing.model import lines, wording
from briefing.model.citations import Citation
from briefing.model.once import once
from briefing.model.records import Actor, Corpus, Dossier, Event, Position, Record, Source, Stand, Stated
from briefing.model.relations import lasting, records
from briefing.model.statements import ENTRIES, HEADS, LISTED, Quotation, Role, Statement, of_notes
from briefing.model.vocabulary import Basis
from briefing.quotations.extraction import cited_sources
from briefing.quotations.proofs import Proved
from briefing.site import voices
from briefing.site.voices import Attribution

#: So many paragraphs make a part of a source.
PART = 10

#: The anchor of a statement on the page of its record; none where the record's link leads to it.
_ANCHORS = {
    Role.STAND: "stands_title",
    Role.CORE: "core_title",
    Role.SPEAKER: "speakers_title",
    Role.TREND: "trend_title",
}
#: The same of the prose of records that have a place on other pages.
_OF_PROSE: dict[type[Record], str] = {Position: "", Event: "", Actor: "does_title", Source: "note_title"}


class Quoted(Struct, frozen=True):
    """A quotation: its `text`, whose it is, the `paragraphs` of the source in which it was found, and its translation
    with whose that is, each empty where there is none.
    """

    text: str
    speaker: str
    paragraphs: tuple[int, ...]
    translation: str = ""


class Rest(Struct, frozen=True):
    """A statement of a `record` that rests on a source: its anchor, how it is known, the paragraphs that it cites, its
    quotations, what it `says`, where it is one of several that say something of one thing, and whether it `contradicts`
    that; and of what it is that something may have become.
    """

    record: Record
    anchor: str
    basis: Basis
    paragraphs: tuple[int, ...]
    quotations: tuple[Quoted, ...]
    says: str = ""
    contradicts: bool = False
    of: Stated | Event | Stand | None = None


class Resting(Struct):
    """How much rests on a source: statements by paragraph, and by how they are known, each counted once there; and how
    many it contradicts.
    """

    paragraphs: Counter[int] = msgspec.field(default_factory=Counter)
    bases: Counter[Basis] = msgspec.field(default_factory=Counter)
    against: int = 0


def part_of(paragraph: int) -> int:
    """The part in which a paragraph is, from 0, where a source has too many statements for one page; lines are in the
    first.
    """
    return 0 if lines.is_line(paragraph) else (paragraph - 1) // PART


@lru_cache(maxsize=65_536)
def _cited_parts(citations: tuple[Citation, ...]) -> tuple[tuple[str, int], ...]:
    """What is cited, by source: the source as a whole, which counts as part -1, then its parts."""
    found: dict[tuple[str, int], None] = {}
    for source, paragraphs in cited_sources(citations).items():
        found[source, -1] = None
        for number in paragraphs:
            found[source, part_of(number)] = None
    return tuple(found)


@once
def _resting(record: Record) -> Mapping[tuple[str, int], list[int]]:
    """The numbers of a record's statements that rest on each part of each source."""
    numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, statement in enumerate(record.statements):
        if statement.role in LISTED:
            for part in _cited_parts(statement.citations):
                numbers[part].append(number)
    return numbers


def _of(record: Record, statement: Statement) -> Stated | Event | Stand | None:
    """Of what of its record a statement is that something may have become: by its key, in prose the record's own."""
    if statement.role in (Role.LATER, Role.AGAINST):
        return None
    found = dict(lasting(record))
    return found.get(statement.key.removesuffix("cite") if statement.role in HEADS else "")


class Statements:
    """The statements of a dossier that rest on its sources; `proved` are the quotations that stand, by record."""

    def __init__(self, corpus: Corpus, proved: Mapping[str, tuple[Proved, ...]]) -> None:
        self.corpus, self.proved = corpus, proved
        self._citing: dict[tuple[str, int], list[Record]] = defaultdict(list)
        self._proofs: dict[str, Mapping[Quotation, Proved]] = {}
        #: How many statements rest on each part of each source.
        self.counts: Counter[tuple[str, int]] = Counter()
        for record in records(corpus):
            for part, numbers in _resting(record).items():
                self.counts[part] += len(numbers)
                self._citing[part].append(record)

    def citing(self, source: str, part: int) -> list[Record]:
        """The records that cite a part of a source, from 0, or any part when that is -1; in their order."""
        return self._citing.get((source, part), [])

    def resting(self, source: str) -> Resting:
        """How much rests on a source."""
        found = Resting()
        for record in self.citing(source, -1):
            for number in _resting(record)[source, -1]:
                statement = record.statements[number]
                if statement.role is Role.AGAINST:
                    found.against += 1
                else:
                    found.bases[statement.known] += 1
                found.paragraphs.update({*cited_sources(statement.citations)[source]})
        return found

    def on(self, source: str, part: int) -> Iterator[Rest]:
        """What rests on one part of a source's paragraphs, from 0, or on any of them when the part is -1."""
        for record in self.citing(source, part):
            for number in _resting(record)[source, part]:
                statement = record.statements[number]
                anchor = self._anchor(record, number)
                quotations = tuple(self._quoted(record, statement, source)) if statement.quotations else ()
                paragraphs = cited_sources(statement.citations)[source]
                says = " ".join(statement.text.split()) if statement.role in ENTRIES else ""
                contradicts, of = statement.role is Role.AGAINST, _of(record, statement)
                yield Rest(record, anchor, statement.known, paragraphs, quotations, says, contradicts, of)

    def voices(self, record: Record) -> Mapping[Quotation, Attribution]:
        """Whose the quotations of a record are, in its order, as far as somebody says."""
        return {
            quotation: voices.view(proof.voice, self.corpus.sources[proof.source])
            for quotation, proof in self._proofs_of(record).items()
            if proof.voice
        }

    def _proofs_of(self, record: Record) -> Mapping[Quotation, Proved]:
        found = self._proofs.get(record.path)
        if found is None:
            proved = self.proved.get(record.path, ())
            found = self._proofs[record.path] = voices.by_quotation(record, proved)
        return found

    def _quoted(self, record: Record, statement: Statement, source: str) -> Iterator[Quoted]:
        """The quotations of a record's statement, with the paragraphs of a source that hold them."""
        for one in statement.quotations:
            proof = self._proofs_of(record).get(one)
            voice = voices.view(proof.voice, self.corpus.sources[proof.source]) if proof and proof.voice else None
            where = proof.match.paragraphs if proof and proof.source == source else ()
            yield Quoted(one.text, voice.words if voice else statement.speaker, where, wording.beside(one.translation))

    def _anchor(self, record: Record, number: int) -> str:
        """The anchor of a statement of a record; entries below one stand with it."""
        while (role := record.statements[number].role) in ENTRIES or role in (Role.FIGURE, Role.DATING):
            number -= 1
        if role is Role.LATER:
            return _ANCHORS[Role.STAND] if isinstance(record, Dossier) else ""
        if role is not Role.NOTE:
            return _ANCHORS.get(role, "")
        if (place := _OF_PROSE.get(type(record))) is not None:
            return place
        before = sum(1 for one in record.statements[:number] if one.role is Role.NOTE)
        if record is self.corpus.names:  # it stands on the page about the dossier, below that one's text
            before += len(of_notes(self.corpus.about.statements))
        return mark_id(before + 1)
