"""Where the words of a source's text stand in it as it is written, and which of them were marked. Pure.

Offsets count characters of a paragraph as the desk shows it (`shown`), from 0. Words are counted as everywhere in
quotations, from 1 (`briefing.quotations.matching.Match`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefing.model import lines, text
from briefing.quotations import letters
from briefing.quotations.matching import SourceText, words_of
from briefing.quotations.spans import Stretch

#: So many stretches make one quotation at most; more are no quotation any more, but a patchwork.
MOST = 12
_TYPED = re.compile(r"([a-z0-9-]{1,20}):(\d{1,7})-(\d{1,7})", re.ASCII)
_APOSTROPHES, _HYPHENS = "'’ʼ‘‛`´＇", "-‐‑–—―‒−"
#: Signs that belong to the figure behind them, to the one before them, and to the words that they end.
_BEFORE, _BEHIND, _ENDS = "€$£¥+−-", "%‰€$£¥°", "?!"


class Spot(NamedTuple):
    """A stretch of a paragraph, or a line, by the offsets of its beginning and its end."""

    number: int
    start: int
    end: int


def shown(written: str) -> str:
    """A paragraph of a source as the desk shows it: its letters in the form in which a record may hold them."""
    return text.shown(text.plain(written))


def places(paragraph: str) -> list[tuple[int, int]]:
    """Where each word of a paragraph begins and ends in it."""
    found: list[tuple[int, int]] = []
    at = 0
    for word in words_of(paragraph):
        while at < len(paragraph) and not (paragraph[at].isalnum() or paragraph[at] == "_"):
            at += 1
        start = at
        at = _end(paragraph, start, word)
        found.append((start, at))
    return found


def _end(paragraph: str, at: int, word: str) -> int:
    """Where a word ends that begins at an offset: its letters may be written in other shapes, and with marks that
    `word`, in its normal form, does not have.
    """
    for letter in word:
        while at < len(paragraph) and letter != paragraph[at] and _is_passed_over(paragraph[at], letter):
            at += 1
        at += 1
        while letter == "-" and paragraph[at : at + 1] and (paragraph[at] in _HYPHENS or paragraph[at].isspace()):
            at += 1
    while at < len(paragraph) and letters.has_optional(paragraph[at]):
        at += 1
    return min(at, len(paragraph))


def _is_passed_over(character: str, wanted: str) -> bool:
    """Whether a character stands between the letters of a word and is none of them."""
    if wanted == "-":
        return character.isspace()
    if wanted == "'":
        return character not in _APOSTROPHES and not character.isalnum()
    return letters.has_optional(character) or not (character.isalnum() or character == "_")


def spots(typed: str) -> list[Spot]:
    """Read what the desk's script says was marked: `4:10-57,title:0-12`. Raises ValueError."""
    found: list[Spot] = []
    for part in typed.split(",")[: MOST + 1]:
        match = _TYPED.fullmatch(part)
        if not match:
            raise ValueError(f"must be stretches such as 4:10-57; not {part[:40]!r}")
        number = int(match[1]) if match[1].isdecimal() else lines.number(match[1])
        found.append(Spot(number, int(match[2]), int(match[3])))
    if len(found) > MOST:
        raise ValueError(f"must be at most {MOST} stretches")
    return found


def marked(source: SourceText, chosen: Iterable[Spot]) -> list[Stretch]:
    """The words that were marked, whole ones, in the order of the text; stretches that touch are one."""
    found: list[Stretch] = []
    order = {number: place for place, number in enumerate(source.numbers())}
    of_paragraph = {spot.number: places(shown(source.written(spot.number))) for spot in chosen}
    stretches = []
    for number, start, end in chosen:
        touched = [n for n, (first, last) in enumerate(of_paragraph[number], 1) if first < end and start < last]
        if number in order and start < end and touched:
            stretches.append((number, touched[0], touched[-1]))
    for number, first, last in sorted(stretches, key=lambda one: (order[one[0]], one[1])):
        if found and found[-1][0] == number and first <= found[-1][2] + 1:
            found[-1] = (number, found[-1][1], max(last, found[-1][2]))
        else:
            found.append((number, first, last))
    return found


def written(paragraph: str, first: int, last: int, spans: list[tuple[int, int]] | None = None) -> tuple[int, int]:
    """Where the words `first` to `last` of a paragraph begin and end in it, with the signs that belong to figures."""
    spans = places(paragraph) if spans is None else spans
    start, end = spans[first - 1][0], spans[last - 1][1]
    if start and paragraph[start - 1] in _BEFORE and paragraph[start].isdigit():
        start -= 1
    if paragraph[end : end + 1] and paragraph[end] in _BEHIND and paragraph[end - 1].isdigit():
        end += 1
    if paragraph[end : end + 1] and paragraph[end] in _ENDS:
        end += 1
    return start, end
