"""Finds the year in which prose says that something was said."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.voices.frames import NOUN, Frame
from briefing.voices.languages import Language
from briefing.voices.mention import DOCUMENT, PAPER
from briefing.voices.phrases import Sentence, is_light
from briefing.voices.tokens import OTHER, THIS, Token


def year(s: Sentence, frame: Frame) -> int:
    """The year in which somebody said it, as the attribution gives it; 0 where it gives none."""
    language = s.language
    stop = next((i for i in range(frame.end, len(s.tokens)) if s.low(i) in language.that), len(s.tokens))
    stop = next((i for i in range(frame.end, stop) if i == s.here or s.low(i) in (OTHER, ":", ";")), stop)
    first = frame.end
    while s.low(first) in language.between:
        first += 1
    start = frame.start
    while start > 0 and s.low(start - 1) not in (OTHER, ";") and start - 1 != s.here:
        start -= 1
    for i in range(start, stop):
        if not _is_year(s.low(i)):
            continue
        if _is_of_document(s, i, frame):
            return int(s.low(i))
        if i > frame.end and any(not is_light(s, k) and s.low(k) not in language.when for k in range(frame.end, i)):
            continue
        if _is_of_person(s, i, frame):
            continue
        if _is_when(s.tokens, i, language) or i in (first, frame.at - 1):
            return int(s.low(i))
    return 0


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and 1000 <= int(low) < 2200


def _is_of_person(s: Sentence, at: int, frame: Frame) -> bool:
    """Whether a year before a verb says when somebody became or was what they are: `Ferring, chair in 2022, said`."""
    comma = next((i for i in range(at - 1, frame.start, -1) if s.low(i) == ","), 0)
    if at >= frame.at or not comma:
        return False
    language, first = s.language, s.low(comma + 1)
    return first not in language.openers | language.when and first not in language.saying


def _is_of_document(s: Sentence, at: int, frame: Frame) -> bool:
    """Whether a year is that of the document that says it: `wrote in its petition of March 2020`, `Her letter of 2021
    says`.
    """
    language = s.language
    if s.low(at - 1) in language.of and s.low(at - 3) in language.owners and s.low(at - 4) in language.when:
        return True  # `in her almanac of 2021`
    nouns = language.documents | language.words | language.papers
    for m in s.mentions:
        if m.sort not in (DOCUMENT, PAPER) or m.start >= at:
            continue
        is_own = frame.sort == NOUN and m.start == frame.start
        is_apart = m.start > frame.end or m.end < frame.at
        if not is_own and not (is_apart and s.low(m.start - 1) in language.when):
            continue
        head = next((i for i in range(m.start, at) if s.low(i) in nouns), at)
        between = range(head + 1, at)
        odd = [i for i in between if not (is_light(s, i) or s.low(i) in language.when or s.low(i) in language.authors)]
        if head < at and len(between) and len(odd) <= 1 and all(s.tokens[i].is_word for i in between):
            stops = language.that | language.relative | language.articles
            return not any(s.low(i) in stops for i in between)
    return False


def _is_when(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a year says when something was said: `in 2023`, `in May 2023`, `in a 2023 speech`, `(2023)`."""
    before = tokens[at - 1].low if at else ""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if behind in language.words or behind in language.months:  # `2019. godine`
        return True
    earlier = tokens[at - 2].low if at > 1 else ""
    if before in language.joining and earlier in language.when - language.joining:
        return True  # `as early as 2023`
    if before in language.of and earlier in language.months:
        return True  # `in the summer of 2023`
    lasts = before in language.joining  # `chair since 2022`
    return (before in language.when and not lasts) or before in language.months or before == "("


def opening_year(tokens: Sequence[Token], language: Language) -> int:
    """The year in a phrase that opens a sentence, or stands between commas: `In May 2023, Talomar said`; else 0."""
    for at in range(len(tokens) - 2):
        if tokens[at].low == "(" and tokens[at + 2].low == ")" and len(tokens[at + 1].low) == 4:
            if tokens[at + 1].low.isdigit():
                return int(tokens[at + 1].low)
    for start, opening in enumerate(tokens):
        is_start = start == 0 or tokens[start - 1].low == ","
        if opening.low in language.that or opening.low == THIS:
            break
        if is_start and opening.low in (language.openers if start == 0 else frozenset()) | language.when:
            if found := _year_of_phrase(tokens, start, language):
                return found
    return 0


def year_behind(tokens: Sequence[Token], language: Language) -> int:
    """The year behind the quotation and its verb, where we do not know that; else 0."""
    here = next((i for i, token in enumerate(tokens) if token.low == THIS), len(tokens))
    for at in range(here + 1, len(tokens)):
        if tokens[at].low in language.that or tokens[at].low in (OTHER, ";"):
            return 0
        if _is_year(tokens[at].low) and _is_when(tokens, at, language):
            return int(tokens[at].low)
    return 0


def _year_of_phrase(tokens: Sequence[Token], start: int, language: Language) -> int:
    """The year in a phrase up to its comma."""
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.low in (",", THIS, OTHER):
            return 0
        if len(token.low) == 4 and token.low.isdigit() and _is_when(tokens, at, language):
            rest = tokens[at + 1 : next((i for i in range(at, len(tokens)) if tokens[i].low == ","), at)]
            return 0 if any(other.low in language.people for other in rest) else int(token.low)
    return 0
