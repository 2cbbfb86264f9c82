"""Takes out of a sentence what stands in brackets, and clauses and phrases that a comma opens and a comma closes."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.voices.languages import Language
from briefing.voices.tokens import OTHER, THIS, Token


def core(tokens: Sequence[Token], language: Language, opens: bool = True) -> list[Token]:
    """The sentence without asides: `Okuvai, who chairs the council, said` -> `Okuvai said`.

    What holds the quotation looked at stays, and what directly introduces it, too; `opens`: an opening goes.
    """
    gone = bytearray(len(tokens))
    _brackets(tokens, gone)
    joining = language.conjunctions | language.contrast
    joining -= frozenset() if language.verb_last else language.openers
    start = 1 if tokens and tokens[0].low in joining else 0
    if opens and start < len(tokens):
        if tokens[start].low in language.openers or _is_suffered(tokens, start, language):
            _opening(tokens, start, gone, language)
    at = start + 1
    while at < len(tokens) - 1:
        if tokens[at].low in (",", "–") and not gone[at] and _is_aside(tokens, at + 1, language):
            end = _close(tokens, at)
            is_clause = tokens[at + 1].low not in language.articles or tokens[end - 1].low != OTHER
            is_clause &= not (end and _attributes(tokens[at + 1 : end], language))
            if end and is_clause and not _introduces(tokens, end):
                gone[at : end + 1] = b"\1" * (end + 1 - at)
                at = end
        at += 1
    return [token for token, is_gone in zip(tokens, gone, strict=True) if not is_gone]


def _attributes(aside: Sequence[Token], language: Language) -> bool:
    """Whether an aside itself says whose the words are: `at least according to Talomar`."""
    if aside[0].low in language.relative:
        return False
    words = tuple(token.low for token in aside)
    starts = ((at, phrase) for at, low in enumerate(words) for phrase in language.according.get(low, ()))
    return any(at and words[at : at + len(phrase)] == phrase for at, phrase in starts)


def _brackets(tokens: Sequence[Token], gone: bytearray) -> None:
    opened = -1
    for at, token in enumerate(tokens):
        if token.low == "(":
            opened = at
        elif token.low == THIS:
            opened = -1
        elif token.low == ")" and opened >= 0:
            if not (opened and tokens[opened - 1].low == THIS):
                gone[opened : at + 1] = b"\1" * (at + 1 - opened)
            opened = -1


def _opening(tokens: Sequence[Token], start: int, gone: bytearray, language: Language) -> None:
    """A clause or phrase that opens the sentence, up to its comma; several, where another follows."""
    at = start
    relative = language.relative - language.articles
    while at < len(tokens) and (at == start or tokens[at].low in language.openers or tokens[at].low in relative):
        end = next((i for i in range(at, len(tokens)) if tokens[i].low in (",", THIS)), len(tokens))
        if end >= len(tokens) or tokens[end].low == THIS or _introduces(tokens, end):
            return
        if tokens[end + 1].low in relative:
            closed = next((i for i in range(end + 1, len(tokens)) if tokens[i].low in (",", THIS)), len(tokens))
            if closed < len(tokens) and tokens[closed].low == THIS:
                return  # `In the council the keeper spoke, who said “…”`
        if tokens[at].low in language.sources and tokens[end + 1].low in language.vague | language.says.keys():
            return  # `À la mairie, on répond`
        gone[start : end + 1] = b"\1" * (end + 1 - start)
        at = end + 1


def _is_suffered(tokens: Sequence[Token], start: int, language: Language) -> bool:
    """Whether a participle opens the sentence, with whoever did it: `Interrupted twice by Okuvai, Talomar said`."""
    nouns = (language.people, language.words, language.documents, language.papers, language.articles, language.states)
    if any(tokens[start].low in listed for listed in (*nouns, language.reporters)) or tokens[start].has_owner:
        return False
    part = [token.low for token in tokens[start + 1 : start + 6]]
    part = part[: next((i for i, low in enumerate(part) if low in (",", THIS, OTHER)), len(part))]
    return not language.verb_last and bool(language.agents.intersection(part))


def _is_aside(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a relative clause, a participle or the like begins at a token."""
    low = tokens[at].low
    if at + 1 >= len(tokens):
        return False
    if low in language.relative:
        return True
    if low in language.prepositions and tokens[at + 1].low in language.relative:
        return True
    if low in language.conjunctions | language.contrast and tokens[at + 1].low in language.negations:
        return True
    return (low in language.openers or low in language.negations) and tokens[at].is_word


def _close(tokens: Sequence[Token], at: int) -> int:
    """The mark that closes what one opens; 0 where none does before the quotation looked at or the end."""
    mark = tokens[at].low
    for end in range(at + 1, len(tokens)):
        if tokens[end].low == THIS or tokens[end].low == ";":
            return 0
        if tokens[end].low == mark:
            return end if end > at + 1 else 0
        if mark == "," and tokens[end].low == OTHER and tokens[end - 1].low != ",":
            continue
    return 0


def _introduces(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the quotation looked at, or another one, follows a comma directly."""
    return comma + 1 < len(tokens) and tokens[comma + 1].low == THIS
