"""Whether quotation marks set a term apart or give what somebody says. Pure."""

from __future__ import annotations

import re

from briefing.markup.quotation_marks import Span
from briefing.model.text import around, fold_term

_SAYS = (
    r"(?:sa(?:ys?|id)|tells?|told|adds?|added|writes?|wrote|asks?|asked|replies|replied|answers?|answered|declares?|"
    r"declared|insists?|insisted|announces?|announced|admits?|admitted|shouts?|shouted|warns?|warned)"
)
_BEFORE = re.compile(
    rf"\b{_SAYS}(?:\s+(?:reporters|journalists|us|him|her|them|parliament))?\s*[,:]?\s*$", re.IGNORECASE
)
_BEHIND = re.compile(rf"[,\s]*(?:[\w’'.-]+\s+){{0,4}}?{_SAYS}\b", re.IGNORECASE)


def is_term(text: str, span: Span, terms: frozenset[str], on_method: bool = False) -> bool:
    """Whether a span of a text is one of the `terms`, folded words that quotation marks only set apart.

    Words that come right behind `says`, or a whole sentence with its speaker behind it, are somebody's all the same,
    unless the text is `on_method`, our own, as in: the page says “not known”.
    """
    words = span.inner(text)
    if fold_term(words) not in terms:
        return False
    if on_method:
        return True
    before, _, behind = around(text, span.start, span.end).partition("\x00")
    whole = words.rstrip()[-1:] in (",", "!", "?") or (not before.strip() and behind[:1] == ",")
    return not (_BEFORE.search(before) or (whole and _BEHIND.match(behind)))
