"""The lines of a source that a citation names in place of a paragraph: its title, its dateline, its captions.

Each has a number, too, above those that paragraphs can have, so that all that counts and compares paragraphs takes
lines as well. `¶title`, `¶caption-2` is how they are typed, `title`, `caption 2` how they are shown.
"""

from __future__ import annotations

import re

from briefing.model.vocabulary import LineKind

_KINDS = tuple(LineKind)
#: The number of the first line of the first kind; no text has so many paragraphs. Of one kind there are 99 at most.
_FIRST, _OF_A_KIND = 1_000_000, 100
#: A line's name, as a regular expression.
NAME = rf"(?:{'|'.join(_KINDS)})(?:-[1-9][0-9]?)?"
_TYPED = re.compile(rf"¶{{0,2}}\s*(?P<kind>{'|'.join(_KINDS)})(?:[\s-]?(?P<nth>[1-9][0-9]?))?", re.IGNORECASE)
#: Other words for a line, which editors use.
_ALSO = {
    "headline": LineKind.TITLE,
    "header": LineKind.TITLE,
    "standfirst": LineKind.SUBTITLE,
    "subheading": LineKind.SUBTITLE,
    "lead": LineKind.SUBTITLE,
    "author": LineKind.BYLINE,
    "place": LineKind.DATELINE,
    "legend": LineKind.CAPTION,
}


def number(typed: str) -> int:
    """The number of a line by its name, with or without `¶`; 0 where that names none."""
    match = _TYPED.fullmatch(typed)
    if not match:
        return 0
    return _FIRST + _KINDS.index(LineKind(match["kind"].lower())) * _OF_A_KIND + int(match["nth"] or 1) - 1


def meant(typed: str) -> str:
    """The name of the line that another word for it may mean; empty where it means none."""
    word = typed.lstrip("¶ ").casefold()
    return _ALSO.get(word, "")


def is_line(number: int) -> bool:
    """Whether a number is that of a line and not of a paragraph."""
    return number >= _FIRST


def name(number: int) -> str:
    """The name of a line as a source's record has it: `caption-2`."""
    kind, before = divmod(number - _FIRST, _OF_A_KIND)
    return f"{_KINDS[kind]}-{before + 1}" if before else str(_KINDS[kind])


def spot(number: int) -> str:
    """A paragraph or a line as it is shown, and may be typed in a citation: `¶3`, `title`, `caption 2`."""
    return name(number).replace("-", " ") if is_line(number) else f"¶{number}"


def typed(number: int) -> str:
    """A paragraph or a line as it is typed: `¶3`, `¶title`, `¶caption-2`."""
    return f"¶{name(number) if is_line(number) else number}"
