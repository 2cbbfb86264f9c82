"""How much room words take, guessed for any font of a reader's system: rather too much than too little."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("iljftI.,:;'’‘|!()[]-†· ")
_WIDE = frozenset("mwMW—…%@")


def width(text: str, size: float) -> float:
    """The width of a line of letters of a size, in pixels."""
    return sum(map(_letter, text)) * size


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.95
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter < "ʰ":
        return 0.7 if letter.isupper() else 0.6
    return 0.75


def wrapped(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines, none wider than `room` but for a single long word; what has no place is
    replaced by `…`.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return tuple(lines)
