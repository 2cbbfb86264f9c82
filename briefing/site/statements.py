"""What rests on each source: the statements of a dossier by source and paragraph, as the pages of sources list them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec
from msgspec import Struct

from briefing.markup.notes import Notes, Voices, mark_id
from briefing.model import lines, wording
from briefing.model.citations import Citation
from briefing.model.once import once
from briefing.model.records import Actor, Corpus, Dossier, Event, Position, Record, Source, Stand, Stated
from briefing.model.relations import lasting, laters, records
from briefing.model.statements import ENTRIES, HEADS, LISTED, Quotation, Role, Statement, of_notes
from briefing.model.vocabulary import Basis
from briefing.quotations.extraction import cited_sources
from briefing.quotations.proofs import Proved
from briefing.site import voices
from briefing.site.voices import Attribution

#: So many paragraphs make a part of a source.
PART = 10

#: What a statement is called in its record, and the anchor where it stands; none where the record's link leads.
_LABELS = {
    Role.STAND: ("Where things stand", "stands_title"),
    Role.CORE: ("The core disagreement", "core_title"),
    Role.ACTOR: ("Who it is", ""),
    Role.SPEAKER: ("Speaker", "speakers_title"),
    Role.POSITION: ("Stance", ""),
    Role.PLACE: ("Why it matters", ""),
    Role.EVENT: ("What happened", ""),
    Role.TREND: ("Trend", "trend_title"),
    Role.QUOTATION: ("Quotation", ""),
}
#: The same for the prose of records whose notes other pages number.
_PROSE: dict[type[Record], tuple[str, str]] = {
    Position: ("Paraphrase", ""),
    Event: ("Account", ""),
    Actor: ("In the dispute", "does_title"),
    Source: ("Note on it", "note_title"),
}


class Quoted(Struct, frozen=True):
    """A quotation: its `text`, whose it is, the `paragraphs` of the source in which it was found, and its translation
    with whose that is, each empty where there is none.
    """

    text: str
    speaker: str
    paragraphs: tuple[int, ...]
    translation: str = ""


class Rest(Struct, frozen=True):
    """A statement of a `record` that rests on a source: what it is called there, its anchor, how it is known, the
    paragraphs that it cites, its quotations, what it `says`, where it is one of several that say something of one
    thing, and whether it `contradicts` that; and of what it is that something may have become.
    """

    record: Record
    label: str
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
        self._marks: dict[str, dict[int, tuple[int, int]]] = {}
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
                label, anchor = self._place(record, number)
                quotations = tuple(self._quoted(record, statement, source)) if statement.quotations else ()
                paragraphs = cited_sources(statement.citations)[source]
                says = " ".join(statement.text.split()) if statement.role in ENTRIES else ""
                contradicts, of = statement.role is Role.AGAINST, _of(record, statement)
                yield Rest(record, label, anchor, statement.known, paragraphs, quotations, says, contradicts, of)

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

    def _place(self, record: Record, number: int) -> tuple[str, str]:
        """What a statement of a record is called there, and its anchor; entries below it stand with it."""
        while (role := record.statements[number].role) in ENTRIES or role in (Role.FIGURE, Role.DATING):
            number -= 1
        if role is Role.LATER:
            key = record.statements[number].key
            what = next(later.what for prefix, _, later in laters(record) if key == f"{prefix}cite")
            return wording.TURN[what], "stands_title" if isinstance(record, Dossier) else ""
        if role is not Role.NOTE:
            return _LABELS[role]
        if place := _PROSE.get(type(record)):
            return place
        if (marks := self._marks.get(record.path)) is None:
            marks = self._marks[record.path] = self._numbered(record)
        note, count = marks[number]
        return f"note {note}", mark_id(note, count)

    def _numbered(self, record: Record) -> dict[int, tuple[int, int]]:
        """The note and the mark of each statement with a citation mark, by its number in the record."""
        notes = Notes()
        if record is self.corpus.names:  # it stands on the page about the dossier, below that one's text
            about = self._words(self.corpus.about)
            for statement in of_notes(self.corpus.about.statements):
                notes.add(statement, about)
        own, marks = self._words(record), {}
        for number, statement in enumerate(record.statements):
            if statement.role is Role.NOTE:
                note = notes.add(statement, own)
                marks[number] = note.number, note.marks
        return marks

    def _words(self, record: Record) -> Voices:
        return {quotation: voice.words for quotation, voice in self.voices(record).items()}
