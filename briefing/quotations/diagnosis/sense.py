"""What turns the sense of a quotation that stands word for word: words put in between brackets, words that a gap
swallows, a question or exclamation mark at its end. Pure; imports quotes only.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.quotations.matching import Fault, Match, SourceText, gaps, pieces

#: Words that turn the sense of others.
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
    """What is put in between square brackets must be a help to the reader and no statement of its own."""
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


def swallowed(quote: str, found: Match, own: SourceText) -> Fault | None:
    """A gap must not leap over a paragraph, nor swallow a word that turns the sense of what stands around it; and what
    is left out without a gap mark, where words are put in, must be few.
    """
    for ((number, _, last), (other, first, _)), marks in zip(
        itertools.pairwise(found.ranges), gaps(quote), strict=True
    ):
        if other - number > 1:
            return Fault(
                "quote-gap-far",
                f"a gap must not leap from ¶{number} to ¶{other}: what stands so far apart is two remarks.",
                "Make two quotations of it, each with its own citation.",
            )
        left_out = own.words_of(number)[last : first - 1] if number == other else []
        denied = [word for word in left_out if denies(word)]
        if denied and (len(left_out) <= MOST_SWALLOWED or own.denied_between(number, last, first, denies)):
            shown = " ".join(left_out if len(left_out) <= 8 else ["…", *denied[:3], "…"])
            return Fault(
                "quote-gap-sense",
                f"a gap must not leave out a word that turns the sense; this one leaves out “{shown}”.",
                "Quote these words, too.",
            )
        replaced = MOST_INSERTED if any(INSERTED.fullmatch(mark) for mark in marks) else 0
        if not any(_DOTS.search(mark) for mark in marks) and (number != other or len(left_out) > replaced):
            return Fault(
                "quote-gap-sense",
                "words that are left out must be shown by […]; brackets with other words may replace only a few.",
                "Write […] where words are left out.",
            )
    return None


def denies(word: str) -> bool:
    return word.casefold() in _DENIES or word.casefold().endswith("n't")


def ending(quote: str, cited: Sequence[int], own: SourceText) -> Fault | None:
    """A question or an exclamation must be one in the source."""
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
