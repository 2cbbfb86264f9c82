"""Where runs of words begin and end in normalised text. Pure."""

from __future__ import annotations

import re
import unicodedata

from briefing.quotations import letters

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


def locate(part: str, paragraph: str, start: int = 0) -> tuple[int, int] | None:
    """Where a part begins and ends in a normalised paragraph, from word boundary to word boundary; None where it does
    not stand there.
    """
    at = paragraph.find(part, start)
    while at != -1:
        if _is_whole(paragraph, at, at + len(part)):
            return at, at + len(part)
        at = paragraph.find(part, at + 1)
    if "\x02" in part:
        pattern = re.sub("\x02(\\\\?.)", lambda match: f"(?i:{match[1]})", re.escape(part).replace("\\\x02", "\x02"))
    elif letters.has_optional(paragraph):
        pattern = letters.leaving_out(part)
    else:
        return None
    spans = (match.span() for match in re.compile(pattern).finditer(paragraph, start))
    return next((span for span in spans if _is_whole(paragraph, *span)), None)


def _is_whole(paragraph: str, start: int, end: int) -> bool:
    """Whether a stretch of a paragraph begins and ends between words."""
    before, behind = paragraph[max(0, start - 2) : start], paragraph[end : end + 2]
    first, last = paragraph[start], paragraph[end - 1]
    if before and _joins(first) and not (letters.parts(first) or letters.parts(before[-1])):
        if _joins(before[-1]) or (before[-1] in "-'" and len(before) > 1 and _joins(before[0])):
            return False
        if first.isdigit() and (before[-1] in _BEFORE or (before[-1] in ".," and before[0].isdigit())):
            return False
    if behind and _joins(last) and not (letters.parts(last) or letters.parts(behind[0])):
        goes_on = behind[0] == "-" or (behind[0] == "'" and letters.is_hebrew(behind[1:]))
        if _joins(behind[0]) or (goes_on and _joins(behind[1:] or " ")) or behind.casefold() == "'t":
            return False
        if last.isdigit() and (behind[0] in _BEHIND or (behind[0] in ".," and behind[1:].isdigit())):
            return False
    return True


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
