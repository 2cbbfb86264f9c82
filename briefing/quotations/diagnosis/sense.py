"""What turns the sense of a quotation that stands word for word: words put in between brackets, words left out by a
gap, a question or exclamation mark at its end.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.model import lines
from briefing.quotations.matching import Fault, Match, SourceText, gaps, pieces

#: Words that deny, and so turn the sense of those around them.
_DENIES = frozenset("not no never none nobody nothing nor neither without hardly cannot".split())
_NOT = re.compile(r"n['’ʼ]t\b", re.IGNORECASE)
_DOTS = re.compile(r"…|\.\s?\.")
#: What may stand behind the last word of a quotation.
_ENDS = "?!.,;:…)]\"'“”„»«›‹’‘ \u00a0"
_PLAIN = re.compile(r"[^\W\d_]+")
#: What is put in between square brackets, but for dots.
INSERTED = re.compile(r"\[((?!\s*(?:…|\.\.\.)\s*\])[^\]]+)\]")
MOST_INSERTED, MOST_SWALLOWED = 5, 3


def inserted(quote: str) -> Fault | None:
    """The fault of words in square brackets that do more than help the reader."""
    count = 0
    for match in INSERTED.finditer(quote):
        inserted = match[1]
        words = _PLAIN.findall(inserted.casefold())
        count += len(words)
        glued = len(inserted.strip()) > 1 and quote[match.end() : match.end() + 1].isalpha()  # `[un]fair`
        if count > MOST_INSERTED or glued or not _DENIES.isdisjoint(words) or _NOT.search(inserted):
            return Fault(
                "quote-insertion",
                f"words put into a quotation must be at most {MOST_INSERTED} and must not turn its sense; "
                f"here they are “{inserted}”.",
                "Say it outside the quotation.",
            )
    return None


def left_out(quote: str, match: Match, own: SourceText) -> Fault | None:
    """The fault of a gap that leaps over a paragraph, or leaves out a word that turns the sense of those around it; and
    of words in brackets that replace more than a few without a gap mark. What only goes on from paragraph to paragraph
    leaves nothing out.
    """
    if not gaps(quote):
        return None
    for ((number, _, last), (other, first, _)), marks in zip(
        itertools.pairwise(match.ranges), gaps(quote), strict=True
    ):
        if other - number > 1:
            return Fault(
                "quote-gap-far",
                f"a gap must not leap from {lines.typed(number)} to {lines.typed(other)}: "
                "what stands so far apart is two remarks.",
                "Make two quotations of it, each with its own citation.",
            )
        missing = own.words_of(number)[last : first - 1] if number == other else []
        denied = [word for word in missing if denies(word)]
        if denied and (len(missing) <= MOST_SWALLOWED or own.denied_between(number, last, first, denies)):
            shown = " ".join(missing if len(missing) <= 8 else ["…", *denied[:3], "…"])
            return Fault(
                "quote-gap-sense",
                f"a gap must not leave out a word that turns the sense; this one leaves out “{shown}”.",
                "Quote these words, too.",
            )
        replaced = MOST_INSERTED if any(INSERTED.fullmatch(mark) for mark in marks) else 0
        if not any(_DOTS.search(mark) for mark in marks) and (number != other or len(missing) > replaced):
            return Fault(
                "quote-gap-sense",
                "words that are left out must be shown by […]; brackets with other words may replace only a few.",
                "Write […] where words are left out.",
            )
    return None


def denies(word: str) -> bool:
    """Whether a word turns the sense of others."""
    return word.casefold() in _DENIES or word.casefold().endswith("n't")


def ending(quote: str, cited: Sequence[int], own: SourceText) -> Fault | None:
    """The fault of a question or exclamation mark that the source does not have there."""
    for piece in pieces(quote):
        behind = piece[len(piece.rstrip(_ENDS)) :]
        for mark in "?!":
            if mark in behind and not own.find_ending(piece, cited, mark):
                return Fault(
                    "quote-altered",
                    f"a quotation must end as its words do in the source, which have no “{mark}” there.",
                    "Put the mark behind the closing quotation mark, or leave it out.",
                )
    return None
