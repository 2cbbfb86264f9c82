"""Checks on the form of one record's texts: quotation marks, Markdown in heads, samples left over, lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks import Finding, check
from briefing.markup import quotation_marks
from briefing.model.kinds import texts
from briefing.model.problems import Level
from briefing.model.prose import Mark
from briefing.model.records import Brief, Event, Names, Place, Position, Question, Record, Removed, Source, Words
from briefing.model.relations import laters, sayings
from briefing.model.statements import ENTRIES, of_notes, quotations
from briefing.model.vocabulary import MOST_SHORT, MOST_TERM
from briefing.reading.scaffold import samples

#: What Markdown would take for links, citations, stress or code.
MARKDOWN = re.compile(
    r"\[@[^\]\s]*|!?\[[^\[\]]+\]\([^()\s]*\)|\[\[[^\[\]]+\]\]|\*\*\S|(?<!\w)_\S[^_]*_(?!\w)|(?<!\w)\*\S[^*]*\*(?!\w)|`[^`]+`"
)


@check()
def check_quotation_open(record: Record) -> Iterator[Finding]:
    """A quotation mark in a head must have its partner in the same value; behind a figure it may be an inch."""
    for key, text, _, spared in texts(record):
        if "quotation-open" in spared:
            continue
        open_ones = quotation_marks.find(text)[1]
        if quotation_marks.doubled(text) is not None or any(text[at] in quotation_marks.POSING for at in open_ones):
            message = "a quotation must be typed with quotation marks, not with signs that look like them."
            yield Finding(record, key, message, 'Write "words" or “words”.')
        elif any(text[at] != '"' or not text[at - 1 : at].isdigit() for at in open_ones):
            message = "a quotation mark must have its partner in the same value."
            yield Finding(record, key, message, "Close the quotation, or write inches in words.")


@check()
def check_marks_around(record: Record) -> Iterator[Finding]:
    """A value must stand without quotation marks around all of it: where words are a quotation, the page sets them."""
    for key, text in _marked(record):
        if quotation_marks.wraps(text.rstrip(".,")):
            name = key if key.split(".")[0] in ("dating", "stances") else key.rstrip(".0123456789").rpartition(".")[2]
            remedy = "Take the marks away; or, if these are somebody's words, say in the value whose."
            if key.endswith(("quote", "words", "translation")):
                remedy = "Take the marks away; the page puts them where words are quoted."
            yield Finding(record, key, f"`{name}` must be given without quotation marks around it.", remedy)


def _marked(record: Record) -> Iterator[tuple[str, str]]:
    """The keys and values that an editor may have put in marks: quotations, dating words, terms, our own texts."""
    if isinstance(record, Position):
        yield from ((f"{prefix}quote", said.quote) for prefix, said in sayings(record))
    for said, quotation in quotations(record.statements):
        if said.role in ENTRIES and isinstance(quotation.where, str):
            yield quotation.where, quotation.text
    if isinstance(record, Event):
        yield "dating.words", record.dating.words
    yield from ((f"{prefix}quote", later.quote) for prefix, _, later in laters(record))
    if isinstance(record, Brief | Words):
        yield from ((f"terms.{index}", term) for index, term in enumerate(record.terms))
    if not isinstance(record, Source):
        yield from ((key, text) for key, text, _, _ in texts(record) if not key.startswith("changes."))


@check()
def check_head_markdown(record: Record) -> Iterator[Finding]:
    """A head must hold no Markdown: its values are shown as they are, and their sources stand under `cite`."""
    for key, text, _, _ in texts(record):
        if sign := MARKDOWN.search(text):
            message = f"a value of the head must hold no Markdown; `{sign.group()[:40]}` would be shown as it is."
            remedy = "Write plain words; links and stress belong into the prose below."
            if sign.group().startswith("[@"):
                remedy = "Write plain words, and cite under `cite`."
            yield Finding(record, key, message, remedy)


@check()
def check_unfilled(record: Record) -> Iterator[Finding]:
    """A published record must not still say what the skeleton of `invoke new` says."""
    if isinstance(record, Names | Words | Removed):
        return
    sampled = samples(type(record).__name__.lower())
    head = {text.key: text.text for text in texts(record)}
    if isinstance(record, Event):
        head["dating.words"] = record.dating.words
    for key, text in head.items():
        if text.rstrip(".") in sampled:
            yield Finding(record, key, f"`{key}` must be filled in.", _over(text))
    if isinstance(record, Place) and record.latitude == record.longitude == 0:
        yield Finding(record, "latitude", "a place must have its own coordinates.", "Write its latitude and longitude.")
    html = record.prose.html
    if left := sorted((sample for sample in sampled if " " in sample and sample in html), key=html.index):
        where = next((one.where for one in of_notes(record.statements)), Mark(1))
        yield Finding(record, where, "the text must be written.", _over(left[0]))


def _over(sample: str) -> str:
    return f"Write your own words over the sample ({sample.rstrip('.')})."


@check(Level.WARNING)
def check_brief_length(record: Record) -> Iterator[Finding]:
    """A brief should have 150 to 500 words, a paraphrase at most 60."""
    words = record.prose.words
    if not words:
        return  # another check reports a missing text
    if isinstance(record, Brief) and not 150 <= words <= 500:
        message = f"a brief should have 150 to 500 words; this one has {words}."
        yield Finding(record, Mark(1), message, "Say more." if words < 150 else "Split it.")
    if isinstance(record, Position) and words > 60:
        message = f"a paraphrase should have at most 60 words; this one has {words}."
        yield Finding(record, Mark(1), message, "Say it shorter.")


@check()
def check_change_twice(record: Record) -> Iterator[Finding]:
    """Two notes of one day must not say the same, else readers and feeds take them for one."""
    seen: set[tuple[object, str]] = set()
    for index, change in enumerate(record.changes):
        if (change.date, change.what) in seen:
            message = "a note on a change must say something else than an earlier one of the same day."
            yield Finding(record, f"changes.{index}.what", message, "Say what this change changed.")
        seen.add((change.date, change.what))


@check()
def check_stances_few(record: Record) -> Iterator[Finding]:
    """A question must have two stances or more, else nothing is contested."""
    if isinstance(record, Question) and len(record.stances) < 2:
        message = "a contested question must have at least two stances."
        yield Finding(record, "stances", message, "Write the other answers, too, also those that nobody gave yet.")


@check()
def check_stance_long(record: Record) -> Iterator[Finding]:
    """The short words of a stance must be at most six: they stand in a table, the full ones elsewhere."""
    for id, stance in record.stances.items() if isinstance(record, Question) else ():
        if len(stance.short.split()) > MOST_SHORT:
            message = f"`short` must have at most {MOST_SHORT} words; `{stance.short}` has more."
            yield Finding(record, f"stances.{id}.short", message, "Say it shorter; `says` holds the full answer.")


@check()
def check_term_long(record: Record) -> Iterator[Finding]:
    """A term that quotation marks only set apart must have at most five words: a sentence is a quotation."""
    terms = record.terms if isinstance(record, Brief | Words) else ()
    for index, term in enumerate(terms):
        if len(term.split()) > MOST_TERM:
            message = f"a term must have at most {MOST_TERM} words; `{term[:60]}` has more."
            yield Finding(record, f"terms.{index}", message, "Quote it and cite its paragraph, or take the marks away.")
