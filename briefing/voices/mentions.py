"""Finds who is mentioned: known names, roles and bodies, unknown proper names, descriptions of people, pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from briefing.model import dates
from briefing.voices.cast import Cast
from briefing.voices.languages import Language
from briefing.voices.mention import (
    DOCUMENT,
    NAMED,
    NOBODY,
    PAPER,
    PRONOUN,
    ROLE,
    SOMEONE,
    SPOKES,
    STRANGER,
    THING,
    VAGUE,
    Mention,
    noun,
)
from briefing.voices.names import BODY, FREE, FULL, PART, PLACE, Name, Names, Title
from briefing.voices.strangers import strangers
from briefing.voices.titles import Described, describe
from briefing.voices.tokens import Token


class Finder:
    """One pass over the tokens of a sentence."""

    def __init__(self, tokens: Sequence[Token], names: Names, cast: Cast, titles: Sequence[Title], year: int | None):
        self.tokens, self.names, self.cast = tokens, names, cast
        self.extra, self.year = titles, year
        self.language = names.language
        self.found: list[Mention] = []
        self.starts: dict[int, Mention] = {}
        self.ends: dict[int, Mention] = {}

    def find(self) -> list[Mention]:
        """All mentions by where they end; those within others, too."""
        self.add_all(self.proper_names())
        if self.language is not None:
            self.add_all(strangers(self.tokens, self.starts, self.names, self.language))
            places = range(len(self.tokens) - 1, -1, -1)
            bodies = [at for at in places if self.is_body(at)]  # of which people are the heads
            for at in [*bodies, *(at for at in places if at not in bodies)]:
                if mention := self.headed(at, self.language):
                    self.add(mention)
        return sorted(map(self.narrowed, self.found), key=lambda m: (m.end, m.start))

    def narrowed(self, mention: Mention) -> Mention:
        """A surname of several as that of whoever speaks for the body before it: `the guild's Ferring`."""
        body = self.ends.get(mention.start)
        if mention.sort != PART or len(mention.parties) < 2 or body is None or not body.is_owner:
            return mention
        actors = frozenset().union(*(self.cast.parties[p].actors for p in body.parties))
        told = frozenset(p for p in mention.parties if self.cast.parties[p].actors & actors)
        return msgspec.structs.replace(mention, parties=told) if told else mention

    def add_all(self, found: Iterator[Mention]) -> None:
        for mention in list(found):
            self.add(mention)

    def add(self, mention: Mention) -> None:
        """Keep the widest mention that starts or ends at a token."""
        self.found.append(mention)
        for where, key in ((self.starts, mention.start), (self.ends, mention.end)):
            known = where.get(key)
            if known is None or known.end - known.start < mention.end - mention.start:
                where[key] = mention

    def proper_names(self) -> Iterator[Mention]:
        """The names that the cast knows, the longest that stand anywhere."""
        at = 0
        while at < len(self.tokens):
            found = self.name_at(at) if self.tokens[at].is_word else None
            if found:
                yield self.with_title(found)
            at = found.end if found else at + 1

    def name_at(self, at: int) -> Mention | None:
        best: list[Name] = []
        is_owner = is_oblique = False
        for word, case in self.names.forms.get(self.tokens[at].low, ()):
            for name in self.names.names.get(word, ()):
                if best and len(name.words) < len(best[0].words):
                    break
                cases = self.match(name, at, case)
                if cases is None:
                    continue
                if best and len(name.words) > len(best[0].words):
                    best = []
                if not best or "" in cases:
                    is_owner, is_oblique = "owner" in cases, "oblique" in cases
                best.append(name)
        if not best:
            return None
        end = at + len(best[0].words)
        if is_owner and self.is_womans(end) and self.language is not None:
            is_owner, is_oblique = False, self.tokens[end - 1].low.endswith(self.language.feminine_cases)
        is_owner |= self.tokens[end - 1].has_owner
        full = [name for name in best if name.sort == FULL] or best
        sort = min((name.sort for name in full), key=[FULL, FREE, PART, BODY, PLACE].index)
        parties = frozenset(name.party for name in full if name.party >= 0)
        return Mention(at, end, sort, parties, is_owner=is_owner, is_oblique=is_oblique and not is_owner)

    def is_womans(self, end: int) -> bool:
        """Whether a name that ends at a place, by its form a possessive, is a woman's: before a verb or a mark."""
        language = self.language
        if (
            language is None
            or not language.feminine
            or not self.tokens[end - 1].low.endswith(language.feminine + language.feminine_cases)
        ):
            return False
        after = self.tokens[end] if end < len(self.tokens) else None
        if after is None or not after.is_word:
            return True
        listed = (language.says, language.between, language.denies, language.prepositions)
        return any(after.low in words for words in listed)

    def with_title(self, name: Mention) -> Mention:
        """A name with the title and the article before it: `the Fishers' League`, `Dr Talomar`."""
        language, start = self.language, name.start
        if language is None:
            return name
        while start and not name.is_oblique and self.is_title(self.tokens[start - 1], language):
            start -= 1
        is_oblique = name.is_oblique
        if start and self.tokens[start - 1].low in language.articles and not self.tokens[start - 1].has_owner:
            start -= 1
            is_oblique |= self.tokens[start].low in language.oblique
        if start == name.start:
            return name
        return Mention(start, name.end, name.sort, name.parties, name.derived, name.is_owner, is_oblique)

    def is_title(self, token: Token, language: Language) -> bool:
        """Whether a word is a title before a name: with a capital letter, or one that is no role by itself."""
        is_role = token.low in language.people or token.low in self.names.heads or token.low in language.deputies
        return token.low in language.titles and (token.is_capital or not is_role)

    def match(self, name: Name, at: int, case: str) -> set[str] | None:
        """The cases in which a name stands at a token, or None."""
        end = at + len(name.words)
        if end > len(self.tokens) or (name.is_capital and not self.tokens[at].is_capital):
            return None
        if name.is_upper and not self.tokens[at].text.isupper():
            return None
        cases = {case}
        for word, token in zip(name.words[1:], self.tokens[at + 1 : end], strict=True):
            if token.low == word:
                cases.add("")
                continue
            found = next((c for w, c in self.names.forms.get(token.low, ()) if w == word), None)
            if found is None:
                return None
            cases.add(found)
        if len(cases) > 1:
            last = self.tokens[end - 1].low
            cases.discard("") if last != name.words[-1] or name.sort == FULL else None
        return cases

    def is_body(self, at: int) -> bool:
        """Whether the head of a body's name stands at a place."""
        low = self.tokens[at].low
        low = self.language.parted(low)[1] if self.language is not None else low
        head = self.names.heads.get(low, (low, ""))[0]
        return any(title.is_body for title in self.names.titles.get(head, ()))

    def headed(self, at: int, language: Language) -> Mention | None:
        """The noun phrase whose head is a token: a role, a body, a description, a pronoun."""
        token = self.tokens[at]
        if not token.is_word:
            return None
        low = token.low
        if sort := language.pronouns.get(low):
            return Mention(at, at + 1, PRONOUN) if sort else None
        prefix, last, canon, sort, is_person, is_office = noun(low, language)
        if sort == NOBODY:
            return Mention(at, at + 1, NOBODY)
        head, case = self.names.heads.get(last, ("", ""))
        if not head and canon in self.names.titles:
            head = canon
        extra = [title for title in self.extra if title.head in (canon, head)]
        if language.capital_nouns and not token.is_capital and sort not in (VAGUE, NOBODY):
            return None  # a verb or an adjective: `vertraute`
        if not (head or extra or is_person or sort or is_office) or self.within_name(at):
            return None
        titles = [*self.names.titles.get(head or canon, ()), *extra]
        wanted = frozenset().union(*(title.all for title in titles))
        if is_office:
            governments = [p for p, party in enumerate(self.cast.parties) if party.is_state]
            wanted = wanted.union(*(self.names.bodies[p] for p in governments))
        phrase = describe(self.tokens, at, self.starts, self.ends, self.names, language, prefix, wanted)
        end = phrase.end
        is_owner = self.tokens[at].has_owner or case == "owner" or (end > at + 1 and self.tokens[end - 1].has_owner)
        fitting = self.fitting(phrase, titles, language) or self.former(phrase, titles, language)
        is_oblique = case == "oblique" or phrase.article in language.oblique
        is_oblique |= (
            phrase.article == "der" and last[:-2] in language.people and last.endswith("in")
        )  # a woman's dative
        if last in language.spokes and not (fitting and not any(t.is_body for t in fitting) and not phrase.bodies):
            bodies = frozenset(p for p in phrase.bodies if self.cast.parties[p].is_body)
            people = phrase.bodies - bodies
            own = frozenset(title.party for title in fitting)
            if bodies or own:
                return Mention(phrase.start, end, SPOKES, bodies | own, people, is_owner, is_oblique)
            return Mention(phrase.start, end, SOMEONE, derived=people, is_owner=is_owner)
        if fitting:
            is_body = all(title.is_body for title in fitting)
            parties = frozenset(title.party for title in fitting)
            return Mention(phrase.start, end, BODY if is_body else ROLE, parties, frozenset(), is_owner, is_oblique)
        other = self.ends.get(at)
        if other and other.sort in (STRANGER, THING) and token.is_capital and any(t.is_body for t in titles):
            return Mention(other.start, end, STRANGER, is_owner=is_owner)  # `Harrow Council`
        if is_office and (states := frozenset(p for p in phrase.bodies if self.cast.parties[p].is_state)):
            return Mention(phrase.start, end, BODY, states, frozenset(), is_owner, is_oblique)
        if not (head or extra or is_person or sort):
            return None
        is_named = bool(phrase.article or phrase.owners or phrase.bodies)
        goes_on = end < len(self.tokens) and self.tokens[end].low in language.pronouns
        if low in language.says and not is_person and (not is_named or (goes_on and phrase.bodies)):
            return None  # a verb: `Talomar claims`, `did the council call it`
        if sort == PAPER and language.indefinite and phrase.article and phrase.article not in language.indefinite:
            is_person = is_person and bool(phrase.before)  # `the source`, and not `the unnamed source`
        if sort and not is_person:
            parties = phrase.bodies if sort in (PAPER, DOCUMENT) else frozenset()
            return Mention(phrase.start, end, sort, parties, frozenset(), is_owner, is_oblique)
        is_person = last in language.people or last in language.spokes
        if not is_person and not phrase.article and not phrase.owners:
            return None
        return Mention(phrase.start, end, SOMEONE, frozenset(), self.derived(phrase, titles), is_owner, is_oblique)

    def within_name(self, at: int) -> bool:
        """Whether a token is part of a name that is no mere place."""
        return any(m.start <= at < m.end for m in self.found if m.sort in NAMED and m.end - m.start > 1) or (
            at in self.starts and self.starts[at].sort in (FULL, PART, BODY, FREE)
        )

    def fitting(self, phrase: Described, titles: Sequence[Title], language: Language) -> list[Title]:
        """The roles and bodies that a phrase may mean; the exact ones, and those held in the year, where there are."""
        fitting = [title for title in titles if phrase.fits(title, self.names, self.cast, language)]
        for before in (phrase.before, phrase.before - language.neutral):
            exact = [title for title in fitting if title.core == before]
            if len(fitting) > 1 and exact and before:
                fitting = exact
        told = [title for title in fitting if title.all & phrase.all]
        if len(fitting) > 1 and told and phrase.all:
            most = max(len(title.all & phrase.all) for title in told)
            fitting = [title for title in told if len(title.all & phrase.all) == most]
        return [title for title in fitting if _held(title, self.year)]

    def former(self, phrase: Described, titles: Sequence[Title], language: Language) -> list[Title]:
        """The roles that a phrase says somebody held once, of those who are known to hold them no more."""
        if not phrase.specials or not phrase.specials <= language.former:
            return []
        once = [title for title in titles if title.held is not None and title.held.until is not None]
        plain = msgspec.structs.replace(phrase, specials=frozenset())
        return [title for title in once if plain.fits(title, self.names, self.cast, language)]

    def derived(self, phrase: Described, titles: Sequence[Title]) -> frozenset[int]:
        """Those of whom the person described is a deputy, a friend, a lawyer."""
        own = frozenset(title.party for title in titles if not title.is_body) if phrase.specials else frozenset()
        return own | phrase.bodies


def _held(title: Title, year: int | None) -> bool:
    """Whether a role may have been held in a year."""
    held = title.held
    if held is None or year is None:
        return True
    return (held.since is None or dates.years(held.since)[0] <= year) and (
        held.until is None or dates.years(held.until)[1] >= year
    )
