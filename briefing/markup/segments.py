"""The runs of text of one block, and how edits in them become HTML. Pure; imports nothing of ours."""

from __future__ import annotations

import bisect
import html

from msgspec import Struct


class Segment(Struct):
    """A run of text in the output: where in `out` it stands, the text, whether it is code, and the open inline
    elements, links as numbers below zero.
    """

    index: int
    text: str
    code: bool
    inline: tuple[int, ...]


def in_link(unit: list[Segment], offset: int) -> bool:
    """Whether what stands at an offset of the unit's text is a part of a link's words."""
    for segment in unit:
        if offset < len(segment.text):
            return any(number < 0 for number in segment.inline)
        offset -= len(segment.text)
    return False


def apply(out: list[str], unit: list[Segment], edits: list[tuple[int, int, str]]) -> None:
    """Write the unit's segments back into `out` with the edits made (start, end, HTML); every other letter is escaped
    anew.
    """
    edits.sort()
    start = number = 0
    for segment in unit:
        stop = start + len(segment.text)
        if not edits or edits[-1][1] <= start or (number == 0 and edits[0][0] >= stop):
            if "&" in out[segment.index]:
                out[segment.index] = _escaped(segment.text)
            start = stop
            continue
        pieces: list[str] = []
        at = start
        while number and edits[number - 1][1] > start:
            number -= 1
        while number < len(edits) and edits[number][0] < stop:
            begin, end, text = edits[number]
            number += 1
            if end <= start:
                continue
            pieces.append(_escaped(segment.text[max(at, start) - start : max(begin, start) - start]))
            if begin >= start:
                pieces.append(text)
            at = end
        pieces.append(_escaped(segment.text[max(at, start) - start :]))
        out[segment.index] = "".join(pieces)
        start = stop


def _escaped(text: str) -> str:
    """A text as HTML; its quotation marks stay, unless it would look like an attribute."""
    return html.escape(text, quote="=" in text)


def path(unit: list[Segment], starts: list[int], offset: int) -> tuple[int, ...]:
    """The inline elements open at an offset of a unit; `starts` are the offsets at which its segments begin."""
    return unit[bisect.bisect_right(starts, offset) - 1].inline
