"""Every quotation of a dossier, wherever it stands: in heads, in prose, in dates. Pure; imports the model, quotes and
relations.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing import quotation_marks
from briefing.citations import OURS
from briefing.model import About, Actor, Brief, Dossier, Event, Names, Place, Position, Question, Record, Source
from briefing.quotes import normalise, trim
from briefing.relations import head_cite, stated
from briefing.text import fold_term
from briefing.vocabulary import Basis
from briefing.written import Citation, Mark


class Quoted(Struct, frozen=True):
    """One quotation: its words, what it cites, the record and the spot; `spoken` when it is given as a speaker's
    words.
    """

    text: str
    cite: tuple[Citation, ...]
    record: Record
    where: str | Mark
    spoken: bool = False


def texts(record: Record) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    """The running text in a record's head: (key, text, what it cites)."""
    cite = head_cite(record)
    match record:
        case Dossier():
            for key in ("title", "summary", "snapshot", "status_note"):
                yield key, getattr(record, key), cite
            for index, stand in enumerate(record.stands):
                yield f"stands.{index}.text", stand.text, stand.cite
            for key in ("title", "note", "credit"):
                yield f"map.{key}", getattr(record.map, key), cite
            for side, words in record.sides.items():
                yield f"sides.{side}", words, cite
        case Actor():
            yield "name", record.name, cite
            yield "short", record.short, cite
            yield "summary", record.summary, cite
            for index, speaker in enumerate(record.speakers):
                yield f"speakers.{index}.role", speaker.role, speaker.cite
        case Question():
            yield "title", record.title, cite
            yield "short", record.short, cite
            yield "summary", record.summary, cite
            for stance, words in record.stances.items():
                yield f"stances.{stance}", words, cite
        case Position():
            for index, said in enumerate(record.earlier):
                yield f"earlier.{index}.summary", said.summary, said.cite
        case Place():
            for key in ("name", "summary", "precision", "coordinates_from"):
                yield key, getattr(record, key), cite
        case Event():
            yield "title", record.title, cite
            yield "dating.rule", record.dating.rule, cite
            yield "dating.tension", record.dating.tension, cite
        case Brief():
            yield "title", record.title, cite
            yield "summary", record.summary, cite
        case About():
            yield "title", record.title, cite
        case Names():
            for index, entry in enumerate(record.names):
                yield f"names.{index}.note", entry.note, cite
        case Source():
            for key in ("author_role", "rights"):
                yield key, getattr(record, key), cite
        case _:
            return
    for index, change in enumerate(record.changes):
        yield f"changes.{index}.what", change.what, cite
        yield f"changes.{index}.why", change.why, cite


def of_record(record: Record, terms: frozenset[str]) -> Iterator[Quoted]:
    """The quotations of one record. `terms` are folded words that quotation marks only set apart."""
    if isinstance(record, Position):
        for index, said in enumerate(stated(record)):
            if said.quote:
                yield Quoted(said.quote, said.cite, record, f"earlier.{index - 1}.quote" if index else "quote", True)
    if isinstance(record, Event) and record.dating.words:
        yield Quoted(record.dating.words, record.cite, record, "dating.words")
    yield from in_texts(record, terms)
    direct = {cited.quote.strip() for cited in record.prose.body.cited if cited.basis is Basis.DIRECT and cited.quote}
    for quotation in record.prose.quotations:
        spoken = quotation.block or quotation.text.strip() in direct
        yield Quoted(quotation.text, quotation.citations or head_cite(record), record, quotation.mark, spoken)


def in_texts(record: Record, terms: frozenset[str]) -> Iterator[Quoted]:
    """The quotations in the running text of a record's head."""
    own = terms | frozenset(fold_term(term) for term in getattr(record, "terms", ()))
    for key, text, cite in texts(record):
        if not text or key.startswith("changes."):
            continue  # a note on a change may give words that stood here before
        spans, _ = quotation_marks.find(text)
        if quotation_marks.wraps(text.rstrip(".,")):
            continue  # told as such
        for span in spans:
            if fold_term(span.inner(text)) not in own:
                yield Quoted(span.inner(text), cite or _cited_below(record, span.inner(text)), record, key)


def _cited_below(record: Record, words: str) -> tuple[Citation, ...]:
    """The citation of the same words, or of a quotation that holds them, in the record's prose."""
    wanted = trim(normalise(words))
    holds = (q.citations for q in record.prose.quotations if wanted in normalise(q.text))
    return next(filter(None, holds), ())


def cited_sources(quoted: Quoted) -> dict[str, tuple[int, ...]]:
    """The paragraphs that a quotation cites, by source; its own method (`us`) is none."""
    found: dict[str, tuple[int, ...]] = {}
    for citation in quoted.cite:
        if citation.source != OURS:
            found[citation.source] = found.get(citation.source, ()) + citation.paragraphs
    return found
