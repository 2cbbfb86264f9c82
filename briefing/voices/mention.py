"""Somebody mentioned in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from briefing.voices.languages import Language
from briefing.voices.names import BODY, FREE, FULL, PART, PLACE
from briefing.voices.tokens import Token

#: Kinds of mentions besides those of names.
ROLE, SPOKES, SOMEONE, STRANGER, THING, PRONOUN = "role", "spokes", "someone", "stranger", "thing", "pronoun"
REPORTER, PAPER, DOCUMENT, VAGUE, NOBODY = "reporter", "paper", "document", "vague", "nobody"
#: Kinds that are a name.
NAMED = frozenset({FULL, PART, FREE, BODY, PLACE, STRANGER, THING})


class Mention(Struct, frozen=True, gc=False):
    """Tokens from `start` to `end` that mean somebody: the numbers of the `parties` it may be.

    `derived`: of those it may not be, though they are in it (`Okuvai's lawyer`); `is_owner`: it has a possessive
    ending; `is_oblique`: it stands in a case that no subject has.
    """

    start: int
    end: int
    sort: str
    parties: frozenset[int] = frozenset()
    derived: frozenset[int] = frozenset()
    is_owner: bool = False
    is_oblique: bool = False

    def text(self, tokens: Sequence[Token]) -> str:
        """What stands there."""
        return " ".join(token.text for token in tokens[self.start : self.end])


@lru_cache(maxsize=65536)
def noun(low: str, language: Language) -> tuple[str, str, str, str, bool, bool]:
    """What a language knows of a noun: its first part and its last, the word that stands for that, its kind where it
    means nobody of the cast, whether it is for a person and for an office.
    """
    prefix, last = language.parted(low)
    is_person = last in language.people or last in language.spokes or last in language.deputies
    sort = NOBODY if low in language.nobody else _plain_sort(low, language)
    return prefix, last, language.canon(last), sort, is_person, last in language.states


def _plain_sort(low: str, language: Language) -> str:
    """What a noun that means nobody of the cast stands for; empty if for nobody."""
    for sort, listed in (
        (REPORTER, language.reporters),
        (PAPER, language.papers),
        (DOCUMENT, language.documents | language.words),
        (NOBODY, language.nobody),
        (VAGUE, language.vague),
    ):
        if low in listed:
            return sort
    return ""
