"""Verbs whose particle stands apart from them: `räumte Talomar ein`."""

from __future__ import annotations

from briefing.voices.phrases import Sentence


def is_apart(s: Sentence, at: int, sort: str) -> bool:
    """Whether a verb stands at a place, and its particle ends the clause; `sort`: in which list of the language."""
    particles = s.language.apart[sort].get(s.low(at))
    if not particles:
        return False
    for i in range(at + 1, len(s.tokens)):
        if s.low(i) in particles and not (i + 1 < len(s.tokens) and _goes_on(s, i + 1)):
            return True
        if s.low(i) in (";", ":", ".", ","):
            return False
    return False


def _goes_on(s: Sentence, at: int) -> bool:
    """Whether a clause goes on at a place."""
    return s.tokens[at].is_word and s.low(at) not in s.language.conjunctions | s.language.joining | s.language.that
