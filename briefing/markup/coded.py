"""What must hold no quotation, for it is shown as it is and not proved: code, and words for images. Pure."""

from __future__ import annotations

import itertools

from briefing.markup import quotation_marks
from briefing.markup.segments import Segment
from briefing.model.text import fold_term, words

#: Straight marks belong to code, around a word or two.
_STRAIGHT, _MOST_STRAIGHT = "\"'", 2


def quotes(words: str, terms: frozenset[str]) -> bool:
    """Whether words that stand for an image hold a quotation, or half of one."""
    spans, unclosed = quotation_marks.find(words)
    quoted = any(fold_term(span.inner(words)) not in terms for span in spans)
    return quoted or bool(unclosed) or quotation_marks.doubled(words) is not None


def quoting(unit: list[Segment], terms: frozenset[str]) -> str:
    """What of a block's code readers take for a quotation, or for a part of one; empty when there is none.

    `terms` are folded words that quotation marks only set apart.
    """
    text = "".join([segment.text for segment in unit])
    ends = list(itertools.accumulate([len(segment.text) for segment in unit]))
    coded = [(end - len(one.text), end) for one, end in zip(unit, ends, strict=True) if one.code]
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
