"""Where in a source somebody speaks, as the `in` of a voice says it: `¶3`, `¶3-5`, `¶5 "first words"`, `all`.

A line that is no paragraph is given by its name: `¶title`, `¶caption "first words"`. Where a paragraph holds several
voices, the first words of what is said tell which one is meant; `"first … last"` gives
both ends, for words that the source sets between no quotation marks. Commas part several passages.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.model import lines
from briefing.model.citations import MAX_RUN
from briefing.model.forms import Form
from briefing.model.vocabulary import LineKind

_PASSAGE = re.compile(
    rf"¶{{1,2}}\s*(?:(?P<line>{lines.NAME})|(?P<first>\d{{1,6}})(?:\s*[-–]\s*¶?\s*(?P<last>\d{{1,6}}))?)"
    r"(?:\s+(?:[\"“„«](?P<words>[^\"“”„«»]+)[\"”“»]|'(?P<plain>[^'\"]+)'))?\s*(?:,\s*|$)"
)
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.|\[…\])\s*")
#: How the whole text is typed.
ALL = "all"


class Passage(NamedTuple):
    """Paragraphs `first` to `last`, from 1, 0 for the whole text; or one line; or, in one of them, what begins with the
    words `opening` and, where that is given, ends with the words `closing`.
    """

    first: int
    last: int
    opening: str = ""
    closing: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole text."""
        return self.first == 0

    def paragraphs(self, count: int) -> range:
        """The paragraphs of a text of so many."""
        if lines.is_line(self.first):
            return range(self.first, self.last + 1)
        return range(1, count + 1) if self.is_whole else range(self.first, min(self.last, count) + 1)

    def __str__(self) -> str:
        """As it is typed."""
        if self.is_whole:
            return ALL
        run = lines.typed(self.first) if self.first == self.last else f"¶{self.first}-{self.last}"
        words = f"{self.opening} … {self.closing}" if self.closing else self.opening
        return f'{run} "{words}"' if words else run


#: The whole text.
WHOLE = Passage(0, 0)


def parse(text: str) -> tuple[Passage, ...]:
    """Read the passages of a voice. Raises ValueError saying what must hold."""
    if text.casefold() == ALL:
        return (WHOLE,)
    passages: list[Passage] = []
    at = 0
    while at < len(text):
        match = _PASSAGE.match(text, at)
        if not match:
            raise ValueError(f"must name paragraphs, with the first words where one holds several; not {text[at:]!r}")
        first = lines.number(match["line"]) if match["line"] else int(match["first"])
        last = int(match["last"] or first)
        if not 0 < first <= last < first + MAX_RUN:
            raise ValueError("paragraphs must be counted upwards from 1")
        opening, *closing = _ELLIPSIS.split((match["words"] or match["plain"] or "").strip(), maxsplit=1)
        if (opening or closing) and first != last:
            raise ValueError(f"first words must be of one paragraph; ¶{first}-{last} are several")
        if closing and not (opening and closing[0]):
            raise ValueError("first and last words must stand on both sides of the `…`")
        passages.append(Passage(first, last, opening, closing[0] if closing else ""))
        at = match.end()
    if not passages:
        raise ValueError("must name a paragraph")
    return tuple(passages)


PASSAGES = Form(
    parse,
    "Write `in: ¶3`, `in: ¶3-5`, `in: '¶5 \"first words\"'`, `in: '¶5 \"first words … last words\"'` or `in: all`; "
    "inside braces, put several between single quotation marks: `in: '¶3, ¶5'`.",
    {"type": "string", "pattern": rf"^\s*(?:[Aa]ll|¶.*(?:[0-9]|{'|'.join(LineKind)}).*)\s*$"},
    "voice-passage",
)
