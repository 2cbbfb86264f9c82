"""Verbs of speaking that hang on other words: on a particle that stands apart, on a verb of letting."""

from __future__ import annotations

from briefing.voices.mention import PRONOUN, Mention
from briefing.voices.phrases import Sentence, ending


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


def left_to(s: Sentence, at: int) -> Mention | None:
    """To whom it is left to speak: `It fell to Talomar to explain`."""
    who = s.ends.get(at - 1)
    if who is None or s.low(at - 1) not in s.language.infinitive:
        return None
    near = (s.low(who.start - 1), s.low(who.start - 2))
    return who if near[0] in s.language.infinitive and near[1] in s.language.falls else None


def is_let(s: Sentence, at: int) -> bool:
    """Whether somebody lets somebody else say it: `ließ sich von Talomar sagen`."""
    language = s.language
    clause = next((i for i in range(at, -1, -1) if not s.tokens[i].is_word), 0)
    before = {s.low(i) for i in range(clause, at)}
    return bool(language.reflexive & before) and bool(language.lets & {*before, s.low(at + 1)})


def followed(s: Sentence, at: int) -> Mention | None:
    """Whom a word behind its noun gives words to; a pronoun that no subject has: `ihm zufolge`."""
    is_pronoun = at > 0 and not s.tokens[at - 1].is_capital and at not in s.ends
    return Mention(at - 1, at, PRONOUN) if is_pronoun else ending(s, at - 1)
