"""Where runs of words begin and end in normalised text. Pure."""

from __future__ import annotations

import re
import unicodedata

#: Signs that belong to the figure behind them, and to the one before them.
_BEFORE, _BEHIND = "€$£¥+−-", "%‰€$£¥°"


def trim(words: str) -> str:
    """A run of words without the punctuation at its ends, which does not count; a figure keeps its sign."""
    start, end = 0, len(words)
    while start < end and not _is_edge(words[start]):
        if words[start] in _BEFORE and words[start + 1 : start + 2].isdigit():
            break
        start += 1
    while end > start and not _is_edge(words[end - 1]):
        if words[end - 1] in _BEHIND and words[end - 2 : end - 1].isdigit():
            break
        end -= 1
    return words[start:end]


def _is_edge(character: str) -> bool:
    """Whether a run of words may begin or end in a character; `\x02` marks a changed first letter."""
    return character == "\x02" or (character != "_" and _joins(character))


def locate(part: str, paragraph: str, start: int = 0) -> int | None:
    """The offset of a part in a normalised paragraph, from word boundary to word boundary, or None."""
    if "\x02" in part:
        pattern = re.sub("\x02(\\\\?.)", lambda match: f"(?i:{match[1]})", re.escape(part).replace("\\\x02", "\x02"))
        matches = re.compile(pattern).finditer(paragraph, start)
        return next((match.start() for match in matches if _is_whole(paragraph, match.start(), match.end())), None)
    at = paragraph.find(part, start)
    while at != -1:
        if _is_whole(paragraph, at, at + len(part)):
            return at
        at = paragraph.find(part, at + 1)
    return None


def _is_whole(paragraph: str, start: int, end: int) -> bool:
    """Whether a stretch of a paragraph begins and ends between words."""
    before, behind = paragraph[max(0, start - 2) : start], paragraph[end : end + 2]
    first, last = paragraph[start], paragraph[end - 1]
    if before and _joins(first):
        if _joins(before[-1]) or (before[-1] in "-'" and len(before) > 1 and _joins(before[0])):
            return False
        if first.isdigit() and (before[-1] in _BEFORE or (before[-1] in ".," and before[0].isdigit())):
            return False
    if behind and _joins(last):
        if _joins(behind[0]) or (behind[0] == "-" and _joins(behind[1:] or " ")) or behind.casefold() == "'t":
            return False
        if last.isdigit() and (behind[0] in _BEHIND or (behind[0] in ".," and behind[1:].isdigit())):
            return False
    return True


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
