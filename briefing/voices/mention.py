"""Somebody mentioned in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

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
