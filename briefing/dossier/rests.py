"""What rests on the sources, statement by statement. Pure; imports the model, relations, notes and proofs.

A statement is a citation in a record's head, or a citation mark in its prose with the quotations that it holds. What
the pages of sources list, and what is counted anywhere, are these. They are picked out of a record as it is read, and
kept packed, for there are very many and a page shows few.
"""

from __future__ import annotations

import contextlib
import marshal
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from msgspec import Struct

from briefing.markup.notes import Notes, basis_of, mark_id
from briefing.model.citations import OURS
from briefing.model.records import Actor, Event, Position, Record, Source
from briefing.model.relations import head_basis, head_cite, statements
from briefing.model.vocabulary import Basis
from briefing.model.written import Citation, Cited, Prose, Quotation
from briefing.quotations.proofs import Where

#: Quotations, each with its speaker and the paragraphs of a source that hold it.
Held = tuple[tuple[str, str, tuple[int, ...]], ...]

#: So many paragraphs make a part of a source.
PART = 10

_BASES = tuple(Basis)
_NUMBERS = {basis: number for number, basis in enumerate(_BASES)}
#: Of marshal: in later ones, equal values may differ in their bytes.
_FORMAT = 2
#: What a packed part begins with that holds a quotation.
_QUOTING = b"q"
_HEADS = {"Position": "Stance", "Event": "What happened", "Place": "Why it matters"}
_HEAD_ANCHORS = {"Speaker": "speakers_title", "What stands": "stands_title"}


class Rest(NamedTuple):
    """One statement: where it stands in its record, how it is known, the paragraphs that it cites, by source, and its
    quotations, each with its speaker.

    `place` is what it is there and its anchor (none: where the record's link leads), or, of one in prose, the number of
    its note and of its mark.
    """

    place: tuple[str, str] | tuple[int, int]
    basis: Basis
    cited: Mapping[str, tuple[int, ...]]
    quotations: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """What it is in its record."""
        return self.place[0] if isinstance(self.place[0], str) else f"note {self.place[0]}"

    @property
    def anchor(self) -> str:
        """The anchor where it stands; empty when it is where the record's link leads."""
        label, anchor = self.place
        return anchor if isinstance(anchor, str) else mark_id(int(label), anchor)

    def held(self, source: str, where: Where) -> Held:
        """Its quotations with their speakers and the paragraphs of a source in which they were found."""
        numbers = self.cited[source]
        return tuple((text, speaker, where.get((source, text, numbers), ())) for text, speaker in self.quotations)


class Rests(NamedTuple):
    """All statements of one record, packed: what is counted of them, by source in the order of `parts`, and for each
    part of a source those that rest on it.
    """

    counts: bytes = b""
    parts: tuple[str, ...] = ()
    packed: tuple[bytes, ...] = ()


#: Of a record that states nothing.
SILENT = Rests()


class Resting(Struct, frozen=True):
    """How much rests on a source: statements by paragraph, and by how they are known, each counted once there."""

    paragraphs: tuple[tuple[int, int], ...]
    bases: tuple[tuple[Basis, int], ...]


class Sums:
    """How much rests on each source of a dossier, and how all its statements are known, each counted once."""

    def __init__(self, packed: Iterable[Rests]) -> None:
        known = bytearray()
        self._paragraphs: dict[str, array[int]] = {}
        self._bases: dict[str, bytearray] = {}
        for rests in packed:
            if not rests.counts:
                continue
            bases, counts = marshal.loads(rests.counts)  # noqa: S302 (our own)
            known += bases
            sources = dict.fromkeys(part.partition(" ")[0] for part in rests.parts)
            for source, (numbers, of_source) in zip(sources, counts, strict=True):
                if source not in self._bases:
                    self._paragraphs[source], self._bases[source] = array("I"), bytearray()
                self._paragraphs[source].frombytes(numbers)
                self._bases[source] += of_source
        self.bases = Counter({_BASES[number]: count for number, count in Counter(known).items()})

    def statements(self, source: str) -> int:
        """How many statements rest on a source."""
        return len(self._bases.get(source, ()))

    def resting(self, source: str) -> Resting:
        """How much rests on a source."""
        bases = Counter(self._bases.get(source, ()))
        paragraphs = Counter(self._paragraphs.get(source, ()))
        known = {_BASES[number]: count for number, count in bases.items()}
        return Resting(tuple(sorted(paragraphs.items())), tuple(sorted(known.items())))


def part_of(paragraph: int) -> int:
    """The part in which a paragraph is, from 0, where a source has too many statements for one page."""
    return (paragraph - 1) // PART


def key(source: str, part: int) -> str:
    """What stands for a part of a source."""
    return f"{source} {part}"


def pack(rests: Iterable[Rest]) -> Rests:
    """Pack the statements of one record."""
    bases = bytearray()
    sources: dict[str, tuple[array[int], bytearray]] = {}
    parts: dict[str, list[bytes | tuple[object, ...]]] = {}
    for number, rest in enumerate(rests):
        basis = _NUMBERS[rest.basis]
        bases.append(basis)
        for source, paragraphs in rest.cited.items():
            if source not in sources:
                sources[source] = array("I"), bytearray()
            numbers, of_source = sources[source]
            numbers.extend({*paragraphs})
            of_source.append(basis)
            plain = _plain(number, rest.place, basis, paragraphs, rest.quotations)
            for part in {*map(part_of, paragraphs)}:
                parts.setdefault(key(source, part), []).append(plain)
    if not bases:
        return SILENT
    return Rests(
        marshal.dumps((bases, [(numbers.tobytes(), known) for numbers, known in sources.values()]), _FORMAT),
        tuple(map(intern, parts)),
        tuple(
            (_QUOTING if any(type(plain) is tuple and plain[-1] for plain in statements) else b"-")
            + marshal.dumps(statements, _FORMAT)
            for statements in parts.values()
        ),
    )


def quotes(part: bytes) -> bool:
    """Whether a packed part holds a quotation."""
    return part[:1] == _QUOTING


def unpack(part: bytes, source: str) -> Iterator[tuple[int, Rest]]:
    """The statements of one record in one part of a source, each with its number in the record; of what they cite,
    only the paragraphs of that source.
    """
    for plain in marshal.loads(memoryview(part)[1:]):  # noqa: S302 (our own)
        if type(plain) is bytes:
            number, note, mark, basis, *paragraphs = plain
            yield number, Rest((note, mark), _BASES[basis], {source: tuple(paragraphs)})
        else:
            number, place, basis, paragraphs, quotations = plain
            yield number, Rest(place, _BASES[basis], {source: paragraphs}, quotations)


def _plain(
    number: int,
    place: tuple[str, str] | tuple[int, int],
    basis: int,
    paragraphs: tuple[int, ...],
    quotations: tuple[tuple[str, str], ...],
) -> bytes | tuple[object, ...]:
    """A statement as plain values; most are a few small numbers, and then a byte for each."""
    if not quotations and isinstance(place[0], int):
        with contextlib.suppress(ValueError):  # larger ones
            return bytes([number, *place, basis, *paragraphs])
    return number, place, basis, paragraphs, quotations


def of_record(record: Record, before: tuple[Prose, ...] = ()) -> Iterator[Rest]:
    """Every statement of a record that rests on a source; `before` are the texts above its own on its page."""
    for head in statements(record):
        if cited := _paragraphs(head.cite):
            label = _HEADS.get(head.kind, head.kind)
            quotations: tuple[tuple[str, str], ...] = ((head.quote, head.speaker),) if head.quote else ()
            yield Rest((label, _HEAD_ANCHORS.get(head.kind, "")), head.basis, cited, quotations)
    held, loose = _held(record.prose)
    basis = head_basis(record)
    for number, (mark, place) in enumerate(zip(record.prose.body.cited, _places(record, before), strict=True)):
        if cited := _paragraphs(mark.citations):
            quotations = tuple((one.text, one.speaker) for one in held.get(number, ()))
            yield Rest(place, basis_of(mark, basis), cited, quotations)
    for one in loose:
        if cited := _paragraphs(one.citations or head_cite(record)):
            yield Rest(("Quotation", ""), Basis.DIRECT, cited, ((one.text, one.speaker),))


@lru_cache(maxsize=4096)
def _paragraphs(cites: tuple[Citation, ...]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for cite in cites:
        if cite.source != OURS:
            found[cite.source] = found.get(cite.source, ()) + cite.paragraphs
    return found


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


def _places(record: Record, before: tuple[Prose, ...]) -> Iterator[tuple[str, str] | tuple[int, int]]:
    """Where the statement of each citation mark stands."""
    match record:
        case Position():
            place = "Paraphrase", ""
        case Event():
            place = "Account", ""
        case Actor():
            place = "In the dispute", "does_title"
        case Source():
            place = "Note on it", "note_title"
        case _:
            notes = Notes()
            for prose in before:
                for cited in prose.body.cited:
                    notes.number(cited, basis_of(cited, None))
            basis = head_basis(record)
            for cited in record.prose.body.cited:
                yield notes.number(cited, basis_of(cited, basis))
            return
    for _ in record.prose.body.cited:
        yield place
