"""A sentence with the mentions in it, and the noun phrases that end or begin at a token."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing.voices.languages import Language
from briefing.voices.mention import DOCUMENT, NAMED, PAPER, ROLE, SOMEONE, SPOKES, STRANGER, Mention
from briefing.voices.names import PLACE
from briefing.voices.tokens import THIS, Token

#: Words that a noun phrase of unknown words has at most.
_MOST = 5
#: Mentions that a name behind them, with or without a comma, says the name of.
_ROLES = frozenset({ROLE, SPOKES, SOMEONE})


class Sentence(Struct, frozen=True, eq=False):
    """Tokens and mentions; `here` is the place of the quotation looked at, the number of tokens where there is none."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    starts: Mapping[int, Mention]
    ends: Mapping[int, Mention]
    language: Language
    here: int

    def low(self, at: int) -> str:
        """The word at a place, empty beyond the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def text(self, mention: Mention) -> str:
        """What a mention has in the sentence."""
        return mention.text(self.tokens)


def make(tokens: Sequence[Token], mentions: Sequence[Mention], language: Language) -> Sentence:
    """A sentence, with the widest mention that starts and ends at each place."""
    starts: dict[int, Mention] = {}
    ends: dict[int, Mention] = {}
    for mention in mentions:
        for where, key in ((starts, mention.start), (ends, mention.end)):
            known = where.get(key)
            wider = known is None or known.end - known.start < mention.end - mention.start
            if wider or _is_told_by(known, mention):
                where[key] = mention
    here = next((i for i, token in enumerate(tokens) if token.low == THIS), len(tokens))
    return Sentence(tokens, mentions, starts, ends, language, here)


def _is_told_by(known: Mention | None, mention: Mention) -> bool:
    """Whether a mention says of the same words who is meant."""
    is_same = known is not None and (known.start, known.end) == (mention.start, mention.end)
    return is_same and known is not None and not known.parties and bool(mention.parties)


def ending(s: Sentence, at: int) -> Mention | None:
    """The noun phrase whose last word is at a place: its first noun, not one behind a preposition in it."""
    found = s.ends.get(at + 1) or _unknown(s, at)
    while found is not None and found.start > 0 and s.low(found.start - 1) in s.language.prepositions:
        joining = s.low(found.start - 1) in s.language.joining
        outer = s.ends.get(found.start - 1) or (None if joining else _unknown(s, found.start - 2))
        if outer is None or outer.end != found.start - 1:
            # `after Talomar` may begin a clause; `in May` is a phrase
            return found if joining else None
        found = outer
    return found


def _unknown(s: Sentence, at: int) -> Mention | None:
    """A noun phrase of words that mean nobody we know, by its last word."""
    if at < 0 or not s.tokens[at].is_word or not _may_be_noun(s, at):
        return None
    start = at
    while start > 0 and at - start < _MOST:
        token = s.tokens[start - 1]
        if token.low in s.language.articles or token.low in s.language.owners:
            return Mention(start - 1, at + 1, SOMEONE, is_oblique=token.low in s.language.oblique)
        inner = s.ends.get(start)
        if token.has_owner:
            start = inner.start if inner else start - 1
            is_person = s.tokens[at].low in s.language.people | s.language.deputies | s.language.spokes
            return Mention(start, at + 1, SOMEONE, derived=inner.parties if inner and is_person else frozenset())
        if not token.is_word or not _may_be_noun(s, start - 1) or inner is not None:
            break
        start -= 1
    while start < at and not s.tokens[start].is_capital and s.tokens[at].is_capital and not s.language.capital_nouns:
        start += 1
    return Mention(start, at + 1, _sort(s, start, at + 1))


def _may_be_noun(s: Sentence, at: int) -> bool:
    token = s.tokens[at]
    language = s.language
    if token.low in language.closed or token.low in language.articles or token.low in language.owners:
        return False
    if token.low.isdigit() or token.low in language.months:
        return False
    return not (at == 0 and (token.low in language.common or token.low.endswith(language.adverb or ("\0",))))


def _sort(s: Sentence, start: int, end: int) -> str:
    """Whether unknown words without an article are a proper name."""
    words = s.tokens[start:end]
    if not all(token.is_capital for token in words):
        return SOMEONE
    if s.language.capital_nouns and len(words) < 2:
        return SOMEONE
    if words[-1].low in s.language.people or (
        len(words) == 1 and start == 0 and words[0].low.endswith(s.language.plural)
    ):
        return SOMEONE
    return STRANGER


def beginning(s: Sentence, at: int) -> Mention | None:
    """The noun phrase that begins at a place; of a role and a name behind it, the name."""
    found = s.starts.get(at)
    is_article = found is not None and s.low(at) in s.language.articles  # Portuguese has an article `a`
    if s.low(at) in s.language.prepositions and not is_article:
        return None
    if found is None:
        return _new(s, at)
    if found.sort == PLACE and not s.language.inverts:
        return found
    return named(s, found)


def named(s: Sentence, found: Mention) -> Mention:
    """The name behind a role, with or without a comma; the mention itself where there is none."""
    if found.sort not in _ROLES:
        return found
    after = found.end + (s.low(found.end) == ",")
    name = s.starts.get(after)
    if name is None or name.sort not in NAMED or name.sort == PLACE or name.is_oblique or name.is_owner:
        return found
    if after > found.end and s.low(name.end) not in (",", "", ")", ".", THIS, ";", ":"):
        return found
    return name


def _new(s: Sentence, at: int) -> Mention | None:
    """A noun phrase of unknown words that begins at a place with an article, or with a capital letter."""
    if at >= len(s.tokens) or not s.tokens[at].is_word:
        return None
    has_article = s.low(at) in s.language.articles or s.low(at) in s.language.owners
    end = at + has_article
    while end < len(s.tokens) and end - at <= _MOST and s.tokens[end].is_word and _may_be_noun(s, end):
        if not has_article and not s.tokens[end].is_capital:
            break
        if end > at + has_article and end in s.starts:
            break
        end += 1
    if end == at + has_article:
        return None
    if has_article:
        return Mention(at, end, SOMEONE, is_oblique=s.low(at) in s.language.oblique)
    return Mention(at, end, _sort(s, at, end))


def together(s: Sentence, first: Mention) -> tuple[Mention, ...]:
    """A noun phrase and those that `and` and commas join to it, before it and behind it."""
    found = [first]
    at = first.start - 1
    at -= s.low(at) in s.language.doubts
    while s.low(at) in s.language.conjunctions or (len(found) > 1 and s.low(at) == ","):
        other = s.ends.get(at) or s.ends.get(at - 1) if s.low(at - 1) == "," else s.ends.get(at)
        if other is None or other.sort in (PAPER, DOCUMENT) or not opens(s, other.start):
            break
        found.insert(0, other)
        at = other.start - 1
    return tuple(found)


def along(s: Sentence, first: Mention) -> tuple[Mention, ...]:
    """A noun phrase and those that `and` joins to it behind it."""
    found = [first]
    while s.low(found[-1].end) in s.language.conjunctions:
        other = beginning(s, found[-1].end + 1)
        if other is None or other.sort == SOMEONE or other.is_oblique:
            break
        if s.low(other.end) in s.language.says or s.low(other.end) in s.language.between:
            break
        found.append(other)
    return tuple(found)


def in_gap(s: Sentence) -> Mention | None:
    """The noun phrase before the quotation looked at, whatever small words or addressee stand between."""
    at, language = s.here, s.language
    while at and at not in s.ends and (s.low(at - 1) in language.between or s.low(at - 1) in language.prepositions):
        at -= 1
    at -= s.low(at - 1) in language.contrast and at - 1 in s.ends  # `Talomar hingegen „…“`
    found = s.ends.get(at) or (s.ends.get(at - 1) if s.low(at - 1) == "," and at < s.here else None)
    if found is not None and s.low(found.start - 1) in language.prepositions:
        return s.ends.get(found.start - 1) or found  # `Talomar an Okuvai „…“`
    return found


def opens(s: Sentence, at: int) -> bool:
    """Whether a subject may begin at a place: nothing before it is a verb or a preposition."""
    before = s.low(at - 1)
    if not before or not s.tokens[at - 1].is_word:
        return True
    language = s.language
    listed = (
        language.conjunctions,
        language.contrast,
        language.that,
        language.nobody,
        language.vague,
        language.openers,
        language.negations,
        language.doubts,
    )
    if before in language.prepositions:
        return False
    return (
        any(before in words for words in listed)
        or before in language.between
        or before.endswith(language.adverb or ("\0",))
    )


def is_light(s: Sentence, at: int) -> bool:
    """Whether a word is part of no statement: an article, an addressee, `that`."""
    language = s.language
    low = s.low(at)
    listed = (language.articles, language.that, language.prepositions, language.between, language.be, language.months)
    if any(low in words for words in listed) or low in language.pronouns or low in language.owners or low.isdigit():
        return True
    return any(m.start <= at < m.end for m in s.mentions)
