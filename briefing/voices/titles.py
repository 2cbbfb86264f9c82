"""Reads the noun phrase around the word for a role or a body: `Kosovo's deputy prime minister`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from briefing.voices.cast import Cast
from briefing.voices.languages import Language
from briefing.voices.names import BODY, FULL, PART, Names, Title
from briefing.voices.tokens import Token

#: How many words may stand before a head.
_MOST = 5
#: Words are akin when they begin alike for so many letters: `Serbian` and `Serbia`.
_ALIKE = 4


class Spot(Protocol):
    """A mention, as this module needs it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def sort(self) -> str: ...
    @property
    def parties(self) -> frozenset[int]: ...
    @property
    def is_owner(self) -> bool: ...
    @property
    def is_oblique(self) -> bool: ...


class Described(Struct, frozen=True):
    """A noun phrase from `start` to `end`.

    `before` are the words that qualify its head, `all` these and those of its owner and of what follows `of`;
    `specials` those that make it another office; `bodies` the parties that its owner or what follows may be.
    `owners`: whether it has an owner, if only `its`. `tail`: the words that follow `of`.
    """

    start: int
    end: int
    before: frozenset[str]
    all: frozenset[str]
    specials: frozenset[str]
    bodies: frozenset[int]
    article: str = ""
    owners: bool = False
    tail: frozenset[str] = frozenset()

    def fits(self, title: Title, names: Names, cast: Cast, language: Language) -> bool:
        """Whether the phrase may mean a role or a body."""
        if frozenset(map(language.canon, title.all & language.deputies)) - {title.head} != self.specials:
            if not title.is_body or self.specials:
                return False
        party = cast.parties[title.party]
        known = title.all | names.bodies.get(title.party, frozenset())
        if any(not _is_of(word, known, language) for word in self.before - language.neutral):
            return False
        if (
            title.is_body
            and not self.bodies
            and not all(_is_of(w, known, language) for w in self.tail - language.neutral)
        ):
            return False  # `the guild of bakers`
        if not self.bodies or party.is_free:
            return (
                party.is_free
                or title.is_body
                or all(_is_of(w, known, language) for w in self.all - self.before)
                or not self.all
            )
        actors = frozenset().union(*(cast.parties[p].actors for p in self.bodies))
        return bool(actors & party.actors) or (
            bool(self.all - self.before) and all(akin(w, title.all) for w in self.all - self.before)
        )


def _is_of(word: str, known: frozenset[str], language: Language) -> bool:
    """Whether a word belongs to a role or a body, perhaps as the adjective of its country."""
    return akin(word, known) or bool(language.demonyms.get(word, frozenset()) & known)


def akin(word: str, others: frozenset[str]) -> bool:
    """Whether a word is one of some, or begins like one of them: an adjective from a name."""
    if word in others:
        return True
    if len(word) < _ALIKE:
        return False
    for other in others:
        length = max(_ALIKE, min(len(word), len(other)) - 2)
        if len(other) >= _ALIKE and word[:length] == other[:length] and abs(len(word) - len(other)) <= 4:
            return True
    return False


def describe(
    tokens: Sequence[Token],
    head: int,
    starts: Mapping[int, Spot],
    ends: Mapping[int, Spot],
    names: Names,
    language: Language,
    prefix: str = "",
    wanted: frozenset[str] = frozenset(),
) -> Described:
    """The noun phrase around its head; `prefix` is what is joined to that: `Wasser` of `Wasserministerin`."""
    start, before, owner, bodies, article, owners = _left(tokens, head, ends, names, language, wanted)
    end, tail, tail_bodies = _right(tokens, head, starts, names, language, before, wanted)
    before += [prefix] if prefix else []
    canon = frozenset(language.canon(word) for word in before)
    specials = frozenset(language.canon(word) for word in before if word in language.deputies)
    everything = canon | frozenset(owner) | frozenset(tail)
    return Described(
        start,
        end,
        canon - specials,
        everything - specials,
        specials,
        bodies | tail_bodies,
        article,
        owners,
        frozenset(tail),
    )


def _left(
    tokens: Sequence[Token],
    head: int,
    ends: Mapping[int, Spot],
    names: Names,
    language: Language,
    wanted: frozenset[str],
) -> tuple[int, list[str], list[str], frozenset[int], str, bool]:
    """What stands before a head: where it starts, qualifying words, words of the owner, who that may be."""
    at, before, owner, bodies = head, list[str](), list[str](), frozenset[int]()
    owners = False
    while at > 0 and len(before) < _MOST:
        token = tokens[at - 1]
        mention = ends.get(at)
        if not token.is_word:
            break
        if token.low in language.articles or token.low in language.owners:
            return at - 1, before, owner, bodies, token.low, owners or token.low in language.owners
        if mention is not None and (mention.is_owner or (owners and mention.sort not in (FULL, PART))):
            owner = [token.low for token in tokens[mention.start : mention.end]]
            return mention.start, before, owner, mention.parties, "", True
        if mention is not None and mention.sort in (FULL, PART):
            break
        if mention is not None and mention.sort == BODY and not owners:
            owner += [token.low for token in tokens[mention.start : mention.end]]
            bodies |= mention.parties
            at = mention.start
            if tokens[at].low in language.articles:
                return at, before, owner, bodies, tokens[at].low, True
            continue
        if token.has_owner:
            owners = True
            if mention is None and (token.is_capital or token.low.endswith(language.plural)):
                before.append(token.low)  # `the bakers' council`
        elif (token.low in language.closed and token.low not in wanted) or (
            language.drops_pronouns and not owners and not _qualifies(token.low, names, language)
        ):
            break
        elif owners:
            pass
        elif language.drops_pronouns and not _qualifies(token.low, names, language):
            break
        else:
            before.append(token.low)
        at -= 1
    return at, before, owner, bodies, "", owners


def _qualifies(low: str, names: Names, language: Language) -> bool:
    """Whether a word before a noun belongs to it, where articles do not show it."""
    if low in language.people or low in language.spokes or low in names.heads:
        return False
    return low in language.deputies or low in language.neutral or akin(low, names.words)


def _right(
    tokens: Sequence[Token],
    head: int,
    starts: Mapping[int, Spot],
    names: Names,
    language: Language,
    before: list[str],
    wanted: frozenset[str],
) -> tuple[int, list[str], frozenset[int]]:
    """What follows a head: where it ends, words behind `of`, who these may be. Adds adjectives to `before`."""
    end, tail, bodies = head + 1, list[str](), frozenset[int]()
    if tokens[head].has_owner:
        return end, tail, bodies
    while end < len(tokens) and language.of and (language.elides or language.drops_pronouns):
        low = tokens[end].low
        if not tokens[end].is_word or tokens[end].is_capital or (low in language.closed and low not in names.words):
            break
        if low not in language.deputies and not akin(low, names.words):
            break
        before.append(tokens[end].low)
        end += 1
    while not language.of and end < len(tokens) and tokens[end].low in wanted:
        if end in starts and starts[end].sort not in ("stranger", "vague"):
            break
        tail.append(language.canon(tokens[end].low))  # a genitive: `direktor Kancelarije`
        end += 1
    while end + 1 < len(tokens) and not tokens[end - 1].has_owner:
        low = tokens[end].low
        is_case = not language.genitive or low.endswith(language.genitive)
        is_genitive = low in language.oblique or (end in starts and starts[end].is_oblique and is_case)
        of = language.of | language.authors if tokens[head].low in language.words | language.documents else language.of
        after = tokens[end + 1]
        is_told = low in language.prepositions and after.is_capital and after.low in wanted
        if not (low in of or is_genitive or is_told):
            break
        at = end + (low in of or is_told)
        while at < len(tokens) - 1 and (tokens[at].low in language.articles or tokens[at].low in language.owners):
            at += 1
        mention = starts.get(end) or starts.get(end + 1) or starts.get(at)
        if mention is not None and mention.start == end and low in language.prepositions - language.articles:
            mention = starts.get(end + 1) or starts.get(at)
        if mention is not None and mention.sort not in ("pronoun", "document"):
            bodies |= mention.parties
            tail += [token.low for token in tokens[mention.start : mention.end]]
            end = max(end + 1, mention.end)
            first = end
            while mention.is_owner and end < len(tokens) and end - first < 4 and tokens[end].is_word:
                if tokens[end].low in language.closed:
                    break
                tail.append(language.canon(tokens[end].low))
                end += 1
            if end > first:
                break
            continue
        first = at
        adverbs = language.adverb or ("\0",)
        while at < len(tokens) and tokens[at].is_word and at - first < 3 and tokens[at].low not in language.closed:
            if at > first and tokens[at].low.endswith(adverbs):
                break
            if at > first and not tokens[at].is_capital and akin(tail[-1], names.words):
                if not akin(language.canon(tokens[at].low), names.words):
                    break  # `the minister for rivers regrets`
            tail.append(language.canon(tokens[at].low))
            at += 1
        if at == first:
            break
        end = at
    return end, [word for word in tail if word not in language.articles | language.of], bodies
