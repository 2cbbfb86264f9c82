"""Tells quotations from terms, the words that quotation marks only set apart: in prose, in code, in words for images.

Everywhere `terms` are the known ones, as `fold_term` folds them.
"""

from __future__ import annotations

import re

from briefing.markup import quotation_marks
from briefing.markup.blocks import Block
from briefing.markup.quotation_marks import Span
from briefing.model.text import around, fold_term, words

_SAYS = (
    r"(?:sa(?:ys?|id)|tells?|told|adds?|added|writes?|wrote|asks?|asked|replies|replied|answers?|answered|declares?|"
    r"declared|insists?|insisted|announces?|announced|admits?|admitted|shouts?|shouted|warns?|warned)"
)
_BEFORE = re.compile(
    rf"\b{_SAYS}(?:\s+(?:reporters|journalists|us|him|her|them|parliament))?\s*[,:]?\s*$", re.IGNORECASE
)
#: Straight marks around at most two words belong to code.
_STRAIGHT, _MOST_STRAIGHT = "\"'", 2
_BEHIND = re.compile(rf"[,\s]*(?:[\w’'.-]+\s+){{0,4}}?{_SAYS}\b", re.IGNORECASE)


def is_term(text: str, span: Span, terms: frozenset[str], on_method: bool = False) -> bool:
    """Whether a span of a text is a term.

    What comes right behind `says`, or a whole sentence with its speaker behind it, is somebody's words all the same,
    unless the text is `on_method`, about our own pages, as in: the page says “not known”.
    """
    inner = span.inner(text)
    if fold_term(inner) not in terms:
        return False
    if on_method:
        return True
    before, _, behind = around(text, span.start, span.end).partition("\x00")
    whole = inner.rstrip()[-1:] in (",", "!", "?") or (not before.strip() and behind[:1] == ",")
    return not (_BEFORE.search(before) or (whole and _BEHIND.match(behind)))


def has_quotation(text: str, terms: frozenset[str]) -> bool:
    """Whether a text holds a quotation, or half of one."""
    spans, unclosed = quotation_marks.find(text)
    quoted = any(fold_term(span.inner(text)) not in terms for span in spans)
    return quoted or bool(unclosed) or quotation_marks.doubled(text) is not None


def quotation_in_code(block: Block, terms: frozenset[str]) -> str:
    """What readers would take for a quotation, or for a part of one, in the code of a block; empty if there is none."""
    text = block.text
    coded = [(at, at + len(s.text)) for at, s in zip(block.starts, block.segments, strict=False) if s.code]
    spans, unclosed = quotation_marks.find(text)
    for span in spans:
        inner = span.inner(text)
        if not words(inner) or fold_term(inner) in terms:
            continue
        for start, end in coded:
            if start <= span.start and span.end <= end:
                if text[span.start] not in _STRAIGHT or words(inner) > _MOST_STRAIGHT:
                    return text[span.start : span.end]
            elif start <= span.start < end or start < span.end <= end:
                return text[max(start, span.start) : min(end, span.end)]
    for at in unclosed:
        if text[at] not in _STRAIGHT and any(start <= at < end for start, end in coded):
            return text[at : at + 24].split("\n")[0]
    return ""
