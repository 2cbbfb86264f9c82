"""Checks of one record by itself: what it must say whatever else is in the dossier. Run as the record is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks import RULES, Finding, check_record
from briefing.markup import quotation_marks
from briefing.model.kinds import texts
from briefing.model.problems import Level, Problem
from briefing.model.records import (
    About,
    Actor,
    Brief,
    Dossier,
    Event,
    Names,
    Place,
    Position,
    Question,
    Record,
    Source,
    Words,
)
from briefing.model.relations import head_basis, head_cite, stated
from briefing.model.statements import Role, quotations
from briefing.model.vocabulary import MOST_TERM, Basis
from briefing.model.written import Mark
from briefing.reading.scaffold import samples

_SKELETONS: dict[type[Record], str] = {
    kind: kind.__name__.lower() for kind in (Brief, Actor, Question, Position, Place, Event, Source, Dossier, About)
}


def run(record: Record) -> Iterator[Problem]:
    """Run them over one record."""
    for rule in RULES:
        if rule.record:
            for finding in rule.record(record):
                if finding.is_sure:
                    yield finding.problem(rule.code, rule.level)


@check_record()
def check_direct_without_quote(record: Record) -> Iterator[Finding]:
    """A statement whose basis is `direct` must hold a quotation."""
    in_prose = any(isinstance(quotation.where, Mark) for _, quotation in quotations(record.statements))
    for statement in record.statements:
        if statement.basis is not Basis.DIRECT or statement.quotations or statement.role is Role.DATING:
            continue
        if statement.role is Role.NOTE:
            where: str | Mark = statement.where
            remedy = "Quote the words before the citation, or write how it is known: reported, reporter or inferred."
        elif record.is_sure("quote", "body") and (statement.role is Role.POSITION or not in_prose):
            where = statement.key.replace("cite", "basis")
            remedy = "Add a `quote`, or write how it is known: reported, reporter or inferred."
        else:
            continue
        yield Finding(record, where, "a `direct` statement must hold a quotation.", remedy)


@check_record()
def check_quotation_open(record: Record) -> Iterator[Finding]:
    """A quotation mark in a head must have its partner in the same value; behind a figure it may be an inch."""
    for key, text, _, _ in texts(record):
        open_ones = quotation_marks.find(text)[1]
        if quotation_marks.doubled(text) is not None or any(text[at] in quotation_marks.POSING for at in open_ones):
            message = "a quotation must be typed with quotation marks, not with signs that look like them."
            yield Finding(record, key, message, 'Write "words" or “words”.')
        elif any(text[at] != '"' or not text[at - 1 : at].isdigit() for at in open_ones):
            message = "a quotation mark must have its partner in the same value."
            yield Finding(record, key, message, "Close the quotation, or write inches in words.")


@check_record()
def check_marks_around(record: Record) -> Iterator[Finding]:
    """A value must stand without quotation marks around all of it: where words are a quotation, the page sets them."""
    for key, text in _marked(record):
        if quotation_marks.wraps(text.rstrip(".,")):
            name = key if key.split(".")[0] in ("dating", "stances") else key.rstrip(".0123456789").rpartition(".")[2]
            yield Finding(
                record,
                key,
                f"`{name}` must be given without quotation marks around it.",
                "Take the marks away; the page puts them where words are quoted."
                if key.endswith(("quote", "words"))
                else "Take the marks away; or, if these are somebody's words, say in the value whose.",
            )


def _marked(record: Record) -> Iterator[tuple[str, str]]:
    """What may have been given in marks: quotations, words of a source, terms, and running texts of our own."""
    if isinstance(record, Position):
        yield from ((f"{prefix}quote", said.quote) for prefix, said in stated(record))
    if isinstance(record, Event):
        yield "dating.words", record.dating.words
    if isinstance(record, Brief | Words):
        yield from ((f"terms.{index}", term) for index, term in enumerate(record.terms))
    if not isinstance(record, Source):
        yield from ((key, text) for key, text, _, _ in texts(record) if not key.startswith("changes."))


@check_record()
def check_head_markdown(record: Record) -> Iterator[Finding]:
    """A head must hold no Markdown: its values are shown as they are, and their sources stand under `cite`."""
    for key, text, _, _ in texts(record):
        if sign := MARKDOWN.search(text):
            yield Finding(
                record,
                key,
                f"a value of the head must hold no Markdown; `{sign.group()[:40]}` would be shown as it is.",
                "Write plain words, and cite under `cite`."
                if sign.group().startswith("[@")
                else "Write plain words; links and stress belong into the prose below.",
            )


#: What Markdown would make something of.
MARKDOWN = re.compile(
    r"\[@[^\]\s]*|!?\[[^\[\]]+\]\([^()\s]*\)|\[\[[^\[\]]+\]\]|\*\*\S|(?<!\w)_\S[^_]*_(?!\w)|(?<!\w)\*\S[^*]*\*(?!\w)|`[^`]+`"
)


@check_record()
def check_basis_missing(record: Record) -> Iterator[Finding]:
    """Every statement must say how it is known."""
    if head_basis(record) is not None or not record.is_sure("basis"):
        return
    for statement in record.statements:
        if statement.basis is None and statement.role is Role.NOTE:
            yield Finding(
                record,
                statement.where,
                "the statement must say how it is known.",
                "End the citation in a basis, as `[@source-id, ¶16, reported]`"
                + (", or give the brief a `basis`." if isinstance(record, Brief) else "."),
            )


@check_record()
def check_uncited(record: Record) -> Iterator[Finding]:
    """Every paragraph, list item and table row must cite what it rests on."""
    if head_cite(record) or isinstance(record, Source | Words) or not record.is_sure("cite"):
        return
    own = isinstance(record, About | Names)
    for mark in record.prose.uncited:
        yield Finding(
            record,
            mark,
            "a paragraph must cite what it rests on.",
            "End it in `[@us]` when it is about our own method, else in `[@source-id, ¶16]`."
            if own
            else "End it in a citation such as `[@source-id, ¶16]`; `[@us]` is for our own method.",
        )


@check_record()
def check_unfilled(record: Record) -> Iterator[Finding]:
    """A published record must not still say what the skeleton of `invoke new` says."""
    if (kind := _SKELETONS.get(type(record))) is None:
        return
    told = {text.key: text.text for text in texts(record)}
    if isinstance(record, Event):
        told["dating.words"] = record.dating.words
    for key, text in told.items():
        if text.rstrip(".") in samples(kind):
            remedy = "Write your own words over the sample."
            yield Finding(record, key, f"`{key}` must be filled in.", remedy)
    if isinstance(record, Place) and record.latitude == record.longitude == 0:
        yield Finding(record, "latitude", "a place must have its own coordinates.", "Write its latitude and longitude.")
    if any(" " in sample and sample in record.prose.html for sample in samples(kind)):
        where = next((one.where for one in record.statements if one.role is Role.NOTE), Mark(1))
        yield Finding(record, where, "the text must be written.", "Write your own words over the sample.")


@check_record(Level.WARNING)
def check_brief_length(record: Record) -> Iterator[Finding]:
    """A brief should have 150 to 500 words, a paraphrase at most 60."""
    words = record.prose.words
    if not words:
        return  # which is told otherwise
    if isinstance(record, Brief) and not 150 <= words <= 500:
        message = f"a brief should have 150 to 500 words; this one has {words}."
        yield Finding(record, Mark(1), message, "Say more." if words < 150 else "Split it.")
    if isinstance(record, Position) and words > 60:
        message = f"a paraphrase should have at most 60 words; this one has {words}."
        yield Finding(record, Mark(1), message, "Say it shorter.")


@check_record()
def check_change_twice(record: Record) -> Iterator[Finding]:
    """Two notes of one day must not say the same, else readers and feeds take them for one."""
    seen: set[tuple[object, str]] = set()
    for index, change in enumerate(record.changes):
        if (change.date, change.what) in seen:
            yield Finding(
                record,
                f"changes.{index}.what",
                "a note on a change must say something else than an earlier one of the same day.",
                "Say what this change changed.",
            )
        seen.add((change.date, change.what))


@check_record()
def check_stances_few(record: Record) -> Iterator[Finding]:
    """A question must have two stances or more, else nothing is contested."""
    if isinstance(record, Question) and len(record.stances) < 2:
        message = "a contested question must have at least two stances."
        yield Finding(record, "stances", message, "Write the other answers, too, also those that nobody gave yet.")


@check_record()
def check_term_long(record: Record) -> Iterator[Finding]:
    """A term that quotation marks only set apart must have at most five words: a sentence is a quotation."""
    terms = record.terms if isinstance(record, Brief | Words) else ()
    for index, term in enumerate(terms):
        if len(term.split()) > MOST_TERM:
            message = f"a term must have at most {MOST_TERM} words; `{term[:60]}` has more."
            yield Finding(record, f"terms.{index}", message, "Quote it and cite its paragraph, or take the marks away.")
