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


def _parts(word: str, size: float, room: float) -> list[str]:
    """A word in parts that fit into a line."""
    parts = [""]
    for letter in word:
        if parts[-1] and width(parts[-1] + letter, size) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def wrapped(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines, none wider than `room`; words that are too long are cut, and what has no place
    is replaced by `…`.
    """
    lines: list[str] = []
    for word in (part for whole in text.split() for part in _parts(whole, size, room)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}…"]
    return tuple(lines)
