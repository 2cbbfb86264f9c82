"""Compares whom words are given to with whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from msgspec import Struct

from briefing.voices.cast import Cast
from briefing.voices.mention import DOCUMENT, NOBODY, PAPER, PRONOUN, REPORTER, SPOKES, STRANGER, THING, VAGUE
from briefing.voices.resolving import Claim


class Outcome(StrEnum):
    """Whether the words are given to whose they are."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


class Verdict(Struct, frozen=True, gc=False):
    """`to`: whom the words are given to, as the prose has it, when wrong; `why`: a clause that says so, when unsure;
    `wants_year`: whether it is only the year that is wanting.
    """

    outcome: Outcome
    to: str = ""
    why: str = ""
    wants_year: bool = False


RIGHT = Verdict(Outcome.RIGHT)
#: Why a verdict is unsure where the prose leaves open who speaks.
NOBODY_SPEAKS, NOBODY_MEANT = "the sentence does not say who speaks", "the sentence does not say who is meant"


def unsure(why: str) -> Verdict:
    """The verdict where the prose does not tell."""
    return Verdict(Outcome.UNSURE, why=why)


class Target(Struct, frozen=True):
    """Whose the words are: the number of the party, those of all whose joint words they are, and of all
    to whom they may be given; `outer`, whose words hold them,
    -1 for nobody's. `has_left`: who speaks spoke for no body any more in that year.
    """

    by: int
    own: frozenset[int]
    accepted: frozenset[int]
    outer: int
    cast: Cast
    has_left: bool = False

    @property
    def is_reporter(self) -> bool:
        """Whether they are the reporter's."""
        return self.cast.parties[self.by].is_reporter


def target(cast: Cast, by: int, outer: int, year: int | None = None, joint: Sequence[int] = ()) -> Target:
    """The words of several together may be given to each of them."""
    accepted, left = zip(*(_accepted(cast, one, year) for one in (by, *joint)), strict=True)
    return Target(by, frozenset({by, *joint}), frozenset().union(*accepted), outer, cast, all(left))


def _accepted(cast: Cast, by: int, year: int | None) -> tuple[frozenset[int], bool]:
    """The words of a person may be given to the body that it speaks for, and those of an actor that is a person; and
    whether that person had left them all by then.
    """
    party = cast.parties[by]
    accepted = {by}
    for number, other in enumerate(cast.parties):
        if other.actors & party.actors and (other.is_body if not party.is_body else party.is_person or other.is_body):
            accepted.add(number)
    ends = [held.until.year if held.until else None for held in party.roles]
    has_left = bool(ends) and year is not None and all(end is not None and end < year for end in ends)
    return frozenset(accepted), has_left


def compare(claim: Claim, whose: Target) -> Verdict:
    """Whether one claim gives the words to whose they are."""
    to = claim.text
    if claim.sort in (STRANGER, THING):
        return Verdict(Outcome.WRONG, to)
    if claim.sort == REPORTER and not claim.parties:
        return RIGHT if whose.is_reporter else Verdict(Outcome.WRONG, to)
    if claim.sort == PAPER and not claim.parties:
        return RIGHT if whose.is_reporter else unsure("the sentence names the source and not who speaks in it")
    if claim.sort == SPOKES and claim.parties & whose.accepted:
        if claim.parties & whose.own or any(whose.cast.parties[own].is_body for own in whose.own):
            return RIGHT
        return unsure(f"“{to}” may be somebody else")
    if claim.parties:
        if claim.likely and claim.likely <= whose.accepted and not whose.has_left:
            return RIGHT
        if claim.parties <= whose.accepted and whose.has_left and not whose.own & claim.parties:
            return unsure(f"{whose.cast.parties[whose.by].name} did not speak for “{to}” any more")
        if claim.parties <= whose.accepted:
            return unsure(NOBODY_MEANT) if claim.sort == VAGUE else RIGHT
        if not claim.parties & whose.accepted:
            if claim.others & whose.accepted:
                return unsure("the section names several")
            return Verdict(Outcome.WRONG, _shown(claim, whose.cast))
        return unsure(f"“{to}” may be {_names(claim.parties, whose.cast)}")
    if whose.own & claim.derived:
        return Verdict(Outcome.WRONG, to)
    if claim.sort == NOBODY:
        return unsure("the sentence says that nobody said it")
    if claim.sort in (PRONOUN, VAGUE, DOCUMENT) or not to:
        return unsure(NOBODY_MEANT)
    return unsure(f"“{to}” names nobody of this dossier")


def _shown(claim: Claim, cast: Cast) -> str:
    """Whom a claim means, by name where it is one."""
    names = [cast.parties[p].name for p in sorted(claim.parties)]
    return names[0] if len(names) == 1 else claim.text or " or ".join(names)


def _names(parties: frozenset[int], cast: Cast) -> str:
    return " or ".join(cast.parties[p].name for p in sorted(parties))


def all_of(claims: Sequence[Claim], whose: Target) -> Verdict:
    """Whether all who are said to speak are those whose words they are."""
    if any(whose.own & claim.parties for claim in claims):
        whose = msgspec.structs.replace(whose, has_left=False)
    verdicts = [compare(claim, whose) for claim in claims]
    if len(verdicts) == 1:
        return verdicts[0]
    if all(verdict.outcome is Outcome.RIGHT for verdict in verdicts):
        return RIGHT
    if all(verdict.outcome is Outcome.WRONG for verdict in verdicts):
        return Verdict(Outcome.WRONG, " and ".join(verdict.to for verdict in verdicts))
    return unsure("the sentence gives the words to several")
