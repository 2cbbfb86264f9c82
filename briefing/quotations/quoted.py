"""Every quotation of a dossier, wherever it stands: in heads, in prose, in dates. Pure; imports the model, kinds of
text, quotes and relations.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.markup import quotation_marks
from briefing.markup.terms import is_term
from briefing.model.citations import OURS
from briefing.model.kinds import Text, texts
from briefing.model.records import Event, Position, Record, Removed, Source
from briefing.model.relations import head_cite, stated
from briefing.model.text import fold_term
from briefing.model.vocabulary import Basis
from briefing.model.written import Citation, Mark
from briefing.quotations.matching import normalise, trim


class Quoted(Struct, frozen=True):
    """One quotation: its words, what it cites, the record and the spot; `spoken` when it is given as a speaker's
    words; `note` is the whole note on a change in which it stands, if it stands in one.
    """

    text: str
    cite: tuple[Citation, ...]
    record: Record
    where: str | Mark
    spoken: bool = False
    note: str = ""


def of_record(record: Record, terms: frozenset[str]) -> Iterator[Quoted]:
    """The quotations of one record. `terms` are folded words that quotation marks only set apart."""
    if isinstance(record, Position):
        for index, one in enumerate(stated(record)):
            if one.quote:
                yield Quoted(one.quote, one.cite, record, f"earlier.{index - 1}.quote" if index else "quote", True)
    if isinstance(record, Event) and record.dating.words:
        yield Quoted(record.dating.words, record.cite, record, "dating.words")
    yield from in_texts(record, terms)
    direct = {cited.quote.strip() for cited in record.prose.body.cited if cited.basis is Basis.DIRECT and cited.quote}
    for quotation in record.prose.quotations:
        spoken = quotation.block or quotation.text.strip() in direct
        yield Quoted(quotation.text, quotation.citations or head_cite(record), record, quotation.mark, spoken)


def in_texts(record: Record, terms: frozenset[str], notes: bool = True) -> Iterator[Quoted]:
    """The quotations in the running text of a record's head; with `notes`, those in notes on what was changed or
    removed, too."""
    own = terms | frozenset(fold_term(term) for term in getattr(record, "terms", ()))
    for text in texts(record):
        is_note = text.key.startswith("changes.") or isinstance(record, Removed)
        if (is_note and not notes) or (
            _may_be_in_marks(record, text) and quotation_marks.wraps(text.text.rstrip(".,"))
        ):
            continue
        for span in quotation_marks.find(text.text)[0]:
            words = span.inner(text.text)
            if words.strip() and not is_term(text.text, span, own):
                cite = text.cite or head_cite(record) or _cited_elsewhere(record, words)
                yield Quoted(words, cite, record, text.key, note=text.text if is_note else "")


def _may_be_in_marks(record: Record, text: Text) -> bool:
    """Whether marks around all of a text are no matter of quotations: the title of a source may be printed so, and of
    other texts `check_marks_around` tells, but for those that may give somebody's words.
    """
    return text.key == "title" if isinstance(record, Source) else not text.key.startswith("changes.")


def _cited_elsewhere(record: Record, words: str) -> tuple[Citation, ...]:
    """What a quotation in a head without a citation cites: in a source's record the source itself, in any other what
    the same words, or a quotation that holds them, cite in its prose.
    """
    if isinstance(record, Source):
        return (Citation(record.id, tuple(range(1, record.paragraphs + 1))),)
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
