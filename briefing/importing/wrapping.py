"""Lines of plain text as paragraphs: hard wraps joined, words broken at line ends mended. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.importing import hyphens, lettering
from briefing.importing.blocks import Block, Sort
from briefing.importing.hyphens import Vocabulary

#: Where a sentence may end; what begins an entry of a list.
_STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ENTRY = re.compile(r"\s*(?:[•◦▪■●○‣⁃*–—-]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)\S")
#: The longest line that a program or a typist wraps to.
_WIDEST = 110
PAGE_NUMBER = re.compile(
    r"(?:page|seite|s\.|p\.|pág\.|strana|faqe)?\s*[-–—|[(]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[])|–—-]?"
    r"(?:\s*(?:/|of|von|de|di|od|nga)\s*\d{1,4})?",
    re.IGNORECASE,
)


def width(lines: Sequence[str]) -> int:
    """The width at which lines are wrapped; 0 where they are not: then each line is a paragraph."""
    lengths = sorted(len(line) for line in lines if line.strip())
    if not lengths or lengths[-1] > 4 * _WIDEST:
        return 0
    widest = lengths[int(len(lengths) * 0.98)] if len(lengths) > 50 else lengths[-1]
    # Only lines that another one follows tell: the last one of a paragraph ends anywhere.
    inner = [line.rstrip() for line, following in pairwise(lines) if line.strip() and following.strip()]
    full = sum(len(line) >= 0.72 * widest or line.endswith(tuple(hyphens.HYPHENS + hyphens.SOFT)) for line in inner)
    return widest if 30 <= widest <= _WIDEST and inner and full >= 0.5 * len(inner) else 0


def blocks(text: str, language: str = "") -> Iterator[Block]:
    """The blocks of a plain text; form feeds part its pages."""
    pages = [page.split("\n") for page in text.expandtabs(4).split("\f")]
    yield from _left_out(pages)
    lines = [line for page in pages for line in [*page, *([""] if _ends(page) else [])]]
    at = width(lines)
    vocabulary = Vocabulary(lines, language)
    for group in _groups(lines, at):
        yield from paragraph(group, vocabulary)


def _ends(page: Sequence[str]) -> bool:
    """Whether the last line of a page ends a sentence, so that a paragraph may end there, too."""
    last = next((line for line in reversed(page) if line.strip()), "")
    return bool(_STOP.search(last.rstrip()))


def paragraph(lines: Sequence[str], vocabulary: Vocabulary, sort: Sort = Sort.PARAGRAPH) -> Iterator[Block]:
    """Lines of one paragraph as a block."""
    whole, words = "", []
    for line in lines:
        bare = re.sub(r"\s+", " ", line).strip()
        whole, word = hyphens.joined(whole, bare, vocabulary) if whole else (bare, "")
        if word:
            words.append(word)
    text, _ = lettering.unbulleted(lettering.clean(whole))
    if re.search(r"\w", text):
        yield Block(sort, text, unsure=broken(words))


def broken(words: Iterable[str]) -> str:
    """What an editor is told of words whose hyphens were not sure."""
    shown = ", ".join(f"`{lettering.clean(word)}`" for word in words)
    return f"was broken at the end of a line: {shown}" if shown else ""


def _left_out(pages: list[list[str]]) -> Iterator[Block]:
    """Take the running heads and page numbers out of the pages, and give them as blocks of their own."""
    if len(pages) < 2:
        return
    edges: Counter[str] = Counter()
    spots: list[tuple[list[str], int]] = []
    for page in pages:
        filled = [number for number, line in enumerate(page) if line.strip()]
        for number in {*filled[:2], *filled[-2:]}:
            spots.append((page, number))
            edges[pattern(page[number])] += 1
    for page, number in spots:
        line = page[number].strip()
        if PAGE_NUMBER.fullmatch(line):
            sort = Sort.PAGE_NUMBER
        elif edges[pattern(line)] >= max(2, len(pages) // 3) and len(line) < 120:
            sort = Sort.RUNNING_HEAD
        else:
            continue
        yield Block(sort, lettering.clean(line))
        page[number] = ""
    for page in pages:  # so that a paragraph goes on over the end of a page
        while page and not page[0].strip():
            del page[0]
        while page and not page[-1].strip():
            del page[-1]


def pattern(line: str) -> str:
    """A line with figures and blanks that differ from page to page made the same."""
    return re.sub(r"\d+", "#", " ".join(line.split())).casefold()


def _groups(lines: Sequence[str], at: int) -> Iterator[list[str]]:
    """The lines of each paragraph."""
    if not at:
        yield from ([line] for line in lines if line.strip())
        return
    indents = Counter(len(line) - len(line.lstrip()) for line in lines if line.strip())
    margin = min(indent for indent, count in indents.items() if count >= 0.2 * indents.total())
    group: list[str] = []
    for line in lines:
        if group and _parts(group, line, at, margin):
            yield group
            group = []
        if line.strip():
            group.append(line)
    if group:
        yield group


def _parts(group: Sequence[str], line: str, at: int, margin: int) -> bool:
    """Whether a line begins a paragraph, or is a gap between two."""
    if not line.strip():
        return True
    last = group[-1]
    if last.rstrip().endswith(tuple(hyphens.HYPHENS + hyphens.SOFT)) and not _ENTRY.match(line):
        return False
    if _ENTRY.match(line) and (_STOP.search(last.rstrip()) or _ENTRY.match(group[0]) or len(last.rstrip()) < 0.7 * at):
        return True
    room = at - len(last.rstrip())
    first = len(line.split()[0])
    indent = len(line) - len(line.lstrip())
    if indent >= margin + 2 and len(last) - len(last.lstrip()) <= margin and _STOP.search(last.rstrip()):
        return True
    # The next word would have had room: whoever broke the line here wanted to.
    return room > first + 1 + at * 0.2 and (bool(_STOP.search(last.rstrip())) or room > at * 0.4)
