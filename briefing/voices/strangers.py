"""Finds proper names that nobody of the cast bears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.voices.languages import Language
from briefing.voices.mention import STRANGER, THING, VAGUE, Mention
from briefing.voices.names import BODY, FULL, PART, PLACE, Names
from briefing.voices.titles import akin
from briefing.voices.tokens import Token


def strangers(
    tokens: Sequence[Token],
    starts: Mapping[int, Mention],
    names: Names,
    language: Language,
) -> Iterator[Mention]:
    """Proper names that nobody bears, also where they hold a part of a known one: `Jane Talomar`."""
    at = 0
    while at < len(tokens):
        run = at
        known: list[Mention] = []
        while run < len(tokens) and (mention := starts.get(run) or _capital(tokens, run, names, language)):
            if isinstance(mention, Mention):
                known.append(mention)
                run = mention.end
            else:
                run += 1
            if tokens[run - 1].has_owner or (isinstance(mention, Mention) and mention.is_owner):
                break
        if run == at:
            at += 1
            continue
        if stranger := _stranger(tokens, at, run, known, names, language):
            yield stranger
        at = run


def _capital(tokens: Sequence[Token], at: int, names: Names, language: Language) -> bool:
    """Whether a token may be part of an unknown name."""
    token = tokens[at]
    low = language.parted(token.low)[1]
    if not (token.is_word and token.is_capital) or low.isdigit():
        return False
    listed = (
        language.closed,
        language.articles,
        frozenset(language.owners),
        language.titles,
        language.months,
        language.people,
    )
    if any(low in words for words in listed) or language.canon(low) in names.titles or low in names.heads:
        return False
    if low in language.reporters or low in language.papers or low in language.nobody or low in language.deputies:
        return False
    if language.capital_nouns and (low in language.words or low in language.documents):
        return False
    return not (_starts(tokens, at) and (low in language.common or low.endswith(language.adverb or ("\0",))))


def _starts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token has a capital letter because a sentence begins with it."""
    return at == 0 or (not tokens[at - 1].is_word and tokens[at - 1].low not in {",", "(", "–", ";"})


def _stranger(
    tokens: Sequence[Token], at: int, end: int, known: list[Mention], names: Names, language: Language
) -> Mention | None:
    """The unknown name that a run of words with capital letters is, if it is one."""
    length = sum(m.end - m.start for m in known)
    words = [token.low for token in tokens[at:end]]
    is_owner = tokens[end - 1].has_owner
    if length == end - at:
        parts = [m for m in known if m.sort == PART]
        is_one = len(known) == 2 == len(parts) and parts[0].is_oblique == parts[1].is_oblique
        if is_one and not parts[0].parties & parts[1].parties:
            return Mention(at, end, STRANGER, is_owner=is_owner)  # one's given name and another's surname
        return None
    if not known:
        if language.capital_nouns and end - at < 2:
            return None
        if _starts(tokens, at) and end - at == 1:
            return None  # a subject's place will tell
        has_article = at > 0 and tokens[at - 1].low in language.articles
        is_thing = has_article or any(len(t.text) > 1 and t.text.isupper() for t in tokens[at:end])
        is_oblique = bool(language.addressed) and words[-1].endswith(language.addressed)
        return Mention(
            at - has_article, end, THING if is_thing else STRANGER, frozenset(), frozenset(), is_owner, is_oblique
        )
    if any(m.sort == FULL for m in known):
        return None
    if end - at == 2 and len(words[0]) == 1 and known[-1].end == end and known[-1].sort == PART:
        parties = frozenset(
            p for p in known[-1].parties if any(given[0] == words[0] for given in names.givens.get(p, ()))
        )
        return Mention(at, end, FULL if parties else STRANGER, parties, is_owner=is_owner)
    doubtful = (_starts(tokens, at) and known[0].start == at + 1) or language.capital_nouns
    if known[0].sort == PLACE:
        return None
    if known[0].sort == BODY and known[0].start > at:
        return _another_body(tokens, at, known[0], names, language)
    return Mention(at, end, VAGUE if doubtful else STRANGER, is_owner=is_owner)


def _another_body(tokens: Sequence[Token], at: int, body: Mention, names: Names, language: Language) -> Mention | None:
    """The body of an unknown name before a noun that one of the cast goes by: `Harrow Council`."""
    if body.end - body.start != 1 or _starts(tokens, at) or language.capital_nouns:
        return None
    known = names.words.union(*(names.bodies.get(p, frozenset()) for p in body.parties))
    if any(akin(token.low, known) or token.low in language.neutral for token in tokens[at : body.start]):
        return None
    start = at - (at > 0 and tokens[at - 1].low in language.articles)
    return Mention(start, body.end, VAGUE, is_owner=body.is_owner)
