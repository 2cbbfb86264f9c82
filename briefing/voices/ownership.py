"""Whose an answer, a view or a document is."""

from __future__ import annotations

from briefing.voices.mention import DOCUMENT, PAPER, PRONOUN, STRANGER, Mention
from briefing.voices.names import PLACE
from briefing.voices.phrases import Sentence


def owners(s: Sentence, who: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Those who speak, in place of a document the one whose it is."""
    return tuple(owner(s, mention) if mention.sort in (DOCUMENT, PAPER) else mention for mention in who)


def owner(s: Sentence, document: Mention) -> Mention:
    """Whose a document, an answer, a view is; itself where that is not told."""
    language = s.language
    for at in range(document.start, document.end):
        if sort := language.owners.get(s.low(at)):
            if sort != "x" and s.tokens[at].is_word:
                return Mention(at, at + 1, PRONOUN)
    inner = [m for m in s.mentions if document.start <= m.start and m.end <= document.end and m is not document]
    inner = [m for m in inner if m.sort not in (DOCUMENT, PAPER, PLACE)]
    of = language.of | language.authors
    inner = [m for m in inner if m.is_owner or m.is_oblique or s.low(m.start - 1) in of or s.low(m.start) in of]
    first = next((m for m in sorted(inner, key=lambda m: (not m.is_owner, m.start, -m.end))), None)
    if first is not None:
        return first
    for at in range(document.end, min(document.end + 6, len(s.tokens) - 1)):
        if s.low(at) in language.authors and (author := s.starts.get(at + 1)) and author.sort not in (DOCUMENT, PAPER):
            return author  # `a letter to Talomar from Okuvai`
    token = s.tokens[document.start]
    if token.has_owner and token.is_capital:
        return Mention(document.start, document.start + 1, STRANGER)
    return document


def is_double(s: Sentence, owner: Mention) -> bool:
    """Whether a possessive is that of a phrase with `of`: `a friend of Talomar's`."""
    inner = [m for m in s.mentions if m.end == owner.end and m.start > owner.start]
    return any(s.low(m.start - 1) in s.language.of for m in inner)
