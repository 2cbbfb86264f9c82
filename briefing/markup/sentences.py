"""Where sentences end; the sentence around a quotation, and what its paragraph says before that. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from briefing.markup import quotation_marks
from briefing.markup.quotation_marks import Span

#: What stands for another quotation.
BLANK = "\ufffc"
#: Where one sentence may end and another begin.
_STOP = re.compile(r"[.!?…](?=\s+[^\Wa-zà-öø-ÿ])|\n\s*\n")
#: What a stop behind ends no sentence: titles, an initial, the number of a day.
_SHORT = frozenset(
    "mr mrs ms dr prof st sen gov gen col lt rep rev sgt capt hon mt no nr hr fr mme mlle bzw vs jr sra".split()
)
_LAST = re.compile(r"(\w*)$")
#: How far what is said before reaches back, in letters.
_REACH = 1_000


class Around(NamedTuple):
    """What stands around a quotation: `earlier` in its paragraph, `before` it and `behind` it in its sentence. Other
    quotations are blanked.
    """

    earlier: str = ""
    before: str = ""
    behind: str = ""


def around(text: str, spans: Sequence[Span], number: int) -> Around:
    """What stands around the quotation that is number `number` of all quotations of a paragraph, from 0."""
    span = spans[number]
    first = bisect_left(spans, span.start - _REACH, key=attrgetter("end"))
    last = bisect_right(spans, span.end + _REACH, key=attrgetter("start"))
    before = _blanked(text, spans[first:number], max(0, span.start - _REACH), span.start)
    behind = _blanked(text, spans[number + 1 : last], span.end, span.end + _REACH)
    if _ends_sentence(text, span):
        behind = ""
    begin = max(_ends(before), default=0)
    end = min(_ends(behind), default=len(behind))
    return Around(_plain(before[max(0, begin - _REACH) : begin]), _plain(before[begin:]), _plain(behind[:end]))


def _ends(text: str) -> list[int]:
    """The offsets at which sentences end."""
    found = []
    for match in _STOP.finditer(text):
        last = _LAST.search(text[max(0, match.start() - 12) : match.start()])
        word = last[1] if last else ""
        is_letter = len(word) == 1 and (word.isupper() or text[: match.start() - 1].endswith("."))
        is_short = match.group() == "." and (
            word.casefold() in _SHORT or is_letter or (word.isdigit() and len(word) < 3)
        )
        if not is_short:
            found.append(match.end())
    return found


def ends(text: str, spans: Sequence[Span]) -> list[int]:
    """The offsets at which sentences of a text end; a quotation, which may hold several, counts as part of one."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        stop = "." if _ends_sentence(text, span) else BLANK
        pieces += (text[at : span.start], "Q", BLANK * (span.end - span.start - 2), stop)
        at = span.end
    return [end for end in _ends("".join([*pieces, text[at:]])) if not text[end:].lstrip()[:1].islower()]


def _ends_sentence(text: str, span: Span) -> bool:
    """Whether a quotation ends in the stop of its sentence."""
    inside, behind = text[max(0, span.end - 8) : span.end - 1], text[span.end : span.end + 400]
    return inside.rstrip()[-1:] in (".", "…") and behind.lstrip("\x00 \n")[:1].isupper()


def _blanked(text: str, spans: Sequence[Span], start: int, end: int) -> str:
    """A stretch of a text with its quotations blanked; one that ends in a stop keeps it, where it ends its sentence."""
    pieces: list[str] = []
    at = start
    for span in spans:
        pieces += (text[at : span.start], BLANK, "." if _ends_sentence(text, span) else "")
        at = span.end
    return "".join([*pieces, text[at:end]])


def blanked(text: str) -> str:
    """A text with its quotations blanked."""
    return _plain(_blanked(text, quotation_marks.find(text)[0], 0, len(text)))


def _plain(text: str) -> str:
    return " ".join(text.replace("\x00", " ").split())
