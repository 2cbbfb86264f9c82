"""Finds the year in which prose says that something was said."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.voices.frames import Frame
from briefing.voices.languages import Language
from briefing.voices.phrases import Sentence, is_light
from briefing.voices.tokens import OTHER, THIS, Token


def year(s: Sentence, frame: Frame) -> int:
    """The year in which somebody said it, as the attribution gives it; 0 where it gives none."""
    language = s.language
    stop = next((i for i in range(frame.end, len(s.tokens)) if s.low(i) in language.that), len(s.tokens))
    stop = next((i for i in range(frame.end, stop) if i == s.here or s.low(i) in (OTHER, ":", ";")), stop)
    start = frame.start
    while start > 0 and s.low(start - 1) not in (OTHER, ";") and start - 1 != s.here:
        start -= 1
    for i in range(start, stop):
        low = s.low(i)
        if len(low) != 4 or not low.isdigit() or not 1000 <= int(low) < 2200:
            continue
        if i > frame.end and any(not is_light(s, k) and s.low(k) not in language.when for k in range(frame.end, i)):
            continue
        if _is_when(s.tokens, i, language) or i in (frame.end, frame.at - 1):
            return int(low)
    return 0


def _is_when(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a year says when something was said: `in 2023`, `in May 2023`, `in a 2023 speech`, `(2023)`."""
    before = tokens[at - 1].low if at else ""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return before in language.when or before in language.months or behind in language.words or before == "("


def opening_year(tokens: Sequence[Token], language: Language) -> int:
    """The year in a phrase that opens a sentence up to a comma: `In May 2023, Talomar said`; 0 if there is none."""
    for at in range(len(tokens) - 2):
        if tokens[at].low == "(" and tokens[at + 2].low == ")" and len(tokens[at + 1].low) == 4:
            if tokens[at + 1].low.isdigit():
                return int(tokens[at + 1].low)
    if not tokens or tokens[0].low not in language.openers | language.when:
        return 0
    for at, token in enumerate(tokens):
        if token.low in (",", THIS, OTHER):
            return 0
        if len(token.low) == 4 and token.low.isdigit() and _is_when(tokens, at, language):
            return int(token.low)
    return 0
