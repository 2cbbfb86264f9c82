"""How much room a name takes in a drawing, and how it is broken into lines. Lengths are pixels of the drawing.

The reader's own font is not known when a page is built; the widths are those of a wide one, so that names have room in
any other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import combinations, pairwise

from msgspec import Struct

from briefing.maps.geometry import Box

#: Letters of a name, in pixels.
SIZE = 16
_MOST_WORDS, _MOST_LINES = 10, 3
#: Letters that are narrower or wider than most, by their width in ems.
_WIDTHS = {0.36: "ijlfI.,:;'’|!", 0.48: "rt()-", 0.62: "ackszvxyeJ", 1.0: "mwMW@"}
_ANCHORS = {"start": 0.0, "middle": -0.5, "end": -1.0}


class Text(Struct, frozen=True):
    """Lines of text: `x` is where they start, end or have their middle (`anchor`), `y` the foot of the first line."""

    x: int
    y: int
    anchor: str
    lines: tuple[str, ...]


def width(text: str, size: float = SIZE) -> float:
    """How wide a text is at most, in pixels."""
    return size * sum(map(_letter, text))


def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter.isspace():
        return 0.36
    for width, letters in _WIDTHS.items():
        if letter in letters:
            return width
    return 0.79 if letter.isupper() else 0.69


def breaks(name: str, most: float, size: float = SIZE) -> Iterator[tuple[str, ...]]:
    """The name in one line, in two, in three, as even as can be, as far as it is not wider than `most` pixels.

    A name that fits in none of these is cut short.
    """
    words = name.split()
    fits = False
    for count in range(1, min(_MOST_LINES, len(words)) + 1):
        lines = _even(words, count)
        if max(width(line, size) for line in lines) <= most:
            fits = True
            yield lines
    if not fits:
        kept = name
        while kept and width(f"{kept}…", size) > most:
            kept = kept[:-1].rstrip()
        yield (f"{kept}…",)


def _even(words: list[str], count: int) -> tuple[str, ...]:
    words = [*words[: _MOST_WORDS - 1], " ".join(words[_MOST_WORDS - 1 :])] if len(words) > _MOST_WORDS else words
    cuts = ((0, *cut, len(words)) for cut in combinations(range(1, len(words)), count - 1))
    lines = (tuple(" ".join(words[a:b]) for a, b in pairwise(cut)) for cut in cuts)
    return min(lines, key=lambda each: max(map(width, each)))


def text(x: float, y: float, anchor: str, lines: tuple[str, ...], size: float = SIZE) -> tuple[Text, Box]:
    """Lines of text whose middle is at the height `y`, and the box that they take."""
    long, high = max(width(line, size) for line in lines), leading(size)
    top = y - high * len(lines) / 2
    left = x + _ANCHORS[anchor] * long
    placed = Text(round(x), round(top + 0.78 * high), anchor, lines)
    return placed, Box(left, top, left + long, top + high * len(lines))


def leading(size: float = SIZE) -> float:
    """From the foot of one line to that of the next, in pixels."""
    return round(1.15 * size)
