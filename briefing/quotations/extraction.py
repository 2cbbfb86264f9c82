"""The statements of one record, with every quotation wherever it stands: in the head, in prose, in dates. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from briefing.markup import quotation_marks, sentences
from briefing.markup.terms import is_term
from briefing.model import citations, dates, when
from briefing.model.citations import GENERAL, OURS, Citation
from briefing.model.kinds import Text, texts
from briefing.model.records import (
    Actor,
    Against,
    Dossier,
    Event,
    EventVersion,
    Later,
    Place,
    Position,
    Record,
    Removed,
    Source,
    Stand,
    Stated,
    Version,
)
from briefing.model.records.events import Dating
from briefing.model.relations import head_basis, head_cite, laters, sayings
from briefing.model.statements import BY_US, Quotation, Role, Statement, Translation, flat
from briefing.model.text import fold_term
from briefing.model.vocabulary import Basis
from briefing.quotations.bounds import trim
from briefing.quotations.matching import normalise


def statements(record: Record, prose: Sequence[Statement], terms: frozenset[str]) -> tuple[Statement, ...]:
    """All statements of a record: those of its head, then those of its `prose` as far as the prose itself tells, then
    the quotations within texts of the head.

    `terms` are folded words that quotation marks only set apart.
    """
    return (*flat(_of_head(record)), *flat(_of_prose(record, prose)), *_in_texts(record, prose, terms))


def _of_head(record: Record) -> Iterator[Statement]:
    """What the head of a record states, each with its basis and citation; general knowledge has none."""
    match record:
        case Dossier():
            for index, row in enumerate(record.core.rows if record.core else ()):
                if row.says and row.cite:
                    yield Statement(Role.CORE, f"core.rows.{index}.cite", row.says, row.basis, row.cite)
            for index, stand in enumerate(record.stands):
                key = f"stands.{index}."
                yield _contested(key, Statement(Role.STAND, f"{key}cite", stand.text, stand.basis, stand.cite), stand)
                yield from _versions(key, stand.versions)
            if trend := record.trend:
                yield Statement(Role.TREND, "trend.cite", trend.why, trend.basis, trend.cite)
        case Actor():
            if record.cite != GENERAL or record.against:
                told = Statement(Role.ACTOR, "cite", record.summary, record.basis, head_cite(record))
                yield _contested("", told, record)
            for index, person in enumerate(record.speakers):
                if person.cite == GENERAL:
                    continue
                text = f"{person.name}, {person.role}"
                yield Statement(Role.SPEAKER, f"speakers.{index}.cite", text, person.basis, person.cite)
        case Position():
            for prefix, said in sayings(record):
                quotations = _quoted(said, prefix)
                text = said.summary or said.quote
                key, known = f"{prefix}cite", said.known
                told = Statement(Role.POSITION, key, text, known, said.cite, quotations, said.speaker)
                yield _contested(prefix, told, said)
        case Place() if record.cite != GENERAL or record.against:
            told = Statement(Role.PLACE, "cite", record.summary, record.basis, head_cite(record))
            yield _contested("", told, record)
        case Event():
            yield _contested("", Statement(Role.EVENT, "cite", record.title, record.basis, record.cite), record)
            yield from _versions("", record.versions)
            if words := record.dating.words:
                quotations = (Quotation(words, "dating.words", record.cite),)
                yield Statement(Role.DATING, "cite", record.dating.rule, record.basis, record.cite, quotations)
        case Source():
            for spot, line in record.says.items():
                yield Statement(Role.SAYS, f"says.{spot}", line, Basis.REPORTED, citations.parse(f"{record.id} {spot}"))
    for prefix, of, later in laters(record):
        whose = later.whose
        if not whose and later.is_own and isinstance(record, Position) and isinstance(of, Stated):
            whose = record.actor
        text = later.says or later.quote
        yield Statement(Role.LATER, f"{prefix}cite", text, later.known, later.cite, _quoted(later, prefix), whose)


def _quoted(said: Stated | Against | Version | Later, prefix: str) -> tuple[Quotation, ...]:
    """The quotation under the keys of a head that begin with `prefix`, with its translation, or none."""
    translation = Translation(said.translation, said.translated_by or BY_US) if said.translation else None
    quotation = Quotation(said.quote, f"{prefix}quote", said.cite, spoken=True, translation=translation)
    return (quotation,) if said.quote else ()


def _contested(prefix: str, statement: Statement, owner: Stand | Actor | Stated | Place | Event) -> Statement:
    """A statement of a head, whose keys begin with `prefix`, with what sources say against it."""
    keys = [f"{prefix}against.{number}." for number in range(len(owner.against))]
    against = tuple(_entry(Role.AGAINST, *pair) for pair in zip(keys, owner.against, strict=True))
    differs = isinstance(owner, Stand | Event) and bool(owner.versions)
    return replace(statement, against=against, differs=differs) if against or differs else statement


def _versions(prefix: str, versions: Sequence[Version]) -> Iterator[Statement]:
    """The versions of a statement whose keys begin with `prefix`, and the figure of each."""
    for number, version in enumerate(versions):
        key = f"{prefix}versions.{number}."
        yield _entry(Role.VERSION, key, version)
        if isinstance(version, EventVersion):
            yield from _dated(key, version)
        if version.figure:
            yield Statement(Role.FIGURE, f"{key}figure", version.figure, version.known, version.cite)


def _dated(key: str, version: EventVersion) -> Iterator[Statement]:
    """The date of a version, whose source must have it where it was not reasoned; and the words from which it was."""
    dating, known, cite = version.dating, version.known, version.cite
    if words := dating.words:
        quotations = (Quotation(words, f"{key}dating.words", cite),)
        yield Statement(Role.DATING, f"{key}cite", dating.rule, known, cite, quotations)
    elif version.date and dating == Dating():
        named = (date for date in version.date.named if 1 <= date.month <= 12 and not date.doubt)
        if told := "; ".join(map(dates.words, named)):
            yield Statement(Role.FIGURE, f"{key}date", told, known, cite)


def _entry(role: Role, key: str, entry: Against | Version) -> Statement:
    text = entry.says
    if isinstance(entry, Version) and not text:
        date = entry.date if isinstance(entry, EventVersion) else None
        text = entry.figure or (when.words(date) if date else "")
    return Statement(role, f"{key}cite", text, entry.known, entry.cite, _quoted(entry, key), entry.speaker)


def _of_prose(record: Record, prose: Iterable[Statement]) -> Iterator[Statement]:
    """What the prose of a record states, with the basis and the citation of its head where it has none of its own.

    A head that is `direct` has its quotation in the head, so what its prose says without one is reported.
    """
    basis, cite = head_basis(record), head_cite(record)
    unsaid = Basis.REPORTED if basis is Basis.DIRECT else basis
    for statement in prose:
        quotations = statement.quotations
        if not all(quotation.citations for quotation in quotations):
            quotations = tuple(q if q.citations else replace(q, citations=cite) for q in quotations)
        known = statement.basis or (Basis.DIRECT if quotations else unsaid)
        yield replace(statement, basis=known, quotations=quotations, citations=statement.citations or cite)


def _in_texts(record: Record, prose: Sequence[Statement], terms: frozenset[str]) -> Iterator[Statement]:
    """The quotations in the running text of a record's head."""
    own = terms | frozenset(fold_term(term) for term in getattr(record, "terms", ()))
    for text in texts(record):
        is_note = text.key.startswith("changes.") or isinstance(record, Removed)
        if "quote-uncited" in text.spared:
            continue
        if _may_be_in_marks(record, text) and quotation_marks.wraps(text.text.rstrip(".,")):
            continue
        spans = quotation_marks.find(text.text)[0]
        for number, span in enumerate(spans):
            words = span.inner(text.text)
            if words.strip() and not is_term(text.text, span, own):
                cite = text.cite or head_cite(record) or _cited_elsewhere(record, prose, words)
                role = Role.CHANGE if is_note else Role.TEXT
                around = sentences.around(text.text, spans, number)
                yield Statement(
                    role, text.key, text.text, None, cite, (Quotation(words, text.key, cite, False, *around),)
                )


def _may_be_in_marks(record: Record, text: Text) -> bool:
    """Whether marks around all of a text are no matter of quotations: the title of a source may be printed so, and of
    other texts `check_marks_around` tells, but for those that may give somebody's words.
    """
    return text.key == "title" if isinstance(record, Source) else not text.key.startswith("changes.")


def _cited_elsewhere(record: Record, prose: Iterable[Statement], words: str) -> tuple[Citation, ...]:
    """What a quotation in a head without a citation cites: in a source's record the source itself, in any other what
    the same words, or a quotation that holds them, cite in its prose.
    """
    if isinstance(record, Source):
        return (Citation(record.id, tuple(record.places())),)
    wanted = trim(normalise(words))
    holding = (q.citations for statement in prose for q in statement.quotations if wanted in normalise(q.text))
    return next(filter(None, holding), ())


@lru_cache(maxsize=65_536)
def cited_sources(citations: tuple[Citation, ...]) -> Mapping[str, tuple[int, ...]]:
    """The paragraphs cited, by source; our own method (`us`) is none."""
    cited: dict[str, tuple[int, ...]] = {}
    for citation in citations:
        if citation.source != OURS:
            cited[citation.source] = cited.get(citation.source, ()) + citation.paragraphs
    return cited
