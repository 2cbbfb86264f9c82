"""Which sentences of a paragraph each of its citations covers, and which none does. Pure.

A citation covers back to the one before it, at most two sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.markup import quotation_marks, sentences
from briefing.model.prose import Lack

#: So many sentences a citation covers.
MOST = 2
#: So many words behind a citation, in its own sentence, belong to it: "he told the paper".
_TAIL = 5


class Bare(NamedTuple):
    """A sentence that no citation covers, by its offsets, and why."""

    start: int
    end: int
    why: Lack


def uncovered(text: str, marks: Sequence[tuple[int, int]]) -> list[Bare]:
    """The first of each run of sentences that no citation covers; `marks` are the offsets of the citation marks, whose
    letters are NULs in the text.
    """
    text = text.replace("\x00", " ")
    ends = [0, *sentences.ends(text, quotation_marks.find(text)[0]), len(text)]
    found: list[Bare] = []
    edges = [0, *(edge for mark in marks for edge in mark), len(text)]
    for number, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        pieces = list(_pieces(text, ends, start, end))
        if number and pieces and _is_tail(text, ends, start, pieces[0]):
            del pieces[0]
        if number < len(marks):
            pieces, why = pieces[:-MOST], Lack.FAR
        else:
            why = Lack.BEHIND if marks else Lack.FAR
            pieces = pieces if marks else pieces[:-MOST]
        found += [Bare(*piece, why) for piece in pieces[:1]]
    return found


def is_announcement(text: str, bare: Bare) -> bool:
    """Whether all that a text says from a sentence on announces what follows the paragraph."""
    said = text[bare.start :].replace("\x00", " ").rstrip()
    return said.endswith(":") and not sentences.ends(said, quotation_marks.find(said)[0])


def _pieces(text: str, ends: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What a stretch of a text holds of each sentence that has words there."""
    for first, last in pairwise(ends):
        first, last = max(first, start), min(last, end)
        said = text[first:last]
        if any(character.isalnum() for character in said):
            yield first + len(said) - len(said.lstrip()), last


def _is_tail(text: str, ends: Sequence[int], start: int, piece: tuple[int, int]) -> bool:
    """Whether the first piece behind a citation is the short rest of the citation's own sentence."""
    begin = max(end for end in ends if end <= start)
    return (
        any(character.isalnum() for character in text[begin:start])
        and not any(start < end <= piece[0] for end in ends)
        and len(text[start : piece[1]].split()) <= _TAIL
    )
