"""The lines of a PDF's columns as paragraphs, headings, captions and footnotes. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.importing import columns, hyphens, lettering, wrapping
from briefing.importing.blocks import Block, Sort
from briefing.importing.hyphens import Vocabulary
from briefing.importing.pages import Page, Run

_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")
_ENTRY = re.compile(r"(?:[•◦▪■●○‣⁃∙\uf0b7\uf0a7–—*-]\s+|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)\S")
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|abb(?:ildung|\.)|table|tabelle|tab\.|photo|foto|map|karte|carte|graph|chart|source|quelle|tableau|"
    r"figura|tabla|slika|tabela)\b.{0,3}(?:\d|:)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:\[?(\d{1,3})\]?[.)]?|([*†‡§]{1,3}))\s+(?=\S)")
#: Sizes beside that of the text: footnotes are smaller, headings larger.
_SMALLER, _LARGER = 0.94, 1.1
_SPLIT = "may go on from the paragraph before it: the page or the column ends between them"


class Line(Struct):
    """A line in its column: how far it is indented, and how much room is left behind it, in letters' sizes; whether
    more than the usual gap stands before it; whether it is the first of a column.
    """

    run: Run
    indent: float
    room: float
    is_apart: bool
    is_first: bool
    is_note: bool = False


def blocks(
    pages: Sequence[Page], parts: Sequence[Sequence[Sequence[Run]]], body: float, vocabulary: Vocabulary
) -> Iterator[Block]:
    """The blocks of a document, whose pages' columns are given in their order, with the size of most letters."""
    has_marks = any(run.marks for page in pages for run in page.runs)
    lines = [line for page, part in zip(pages, parts, strict=True) for line in _lines(page, part, body, has_marks)]
    text = [line for line in lines if not line.is_note]
    indents = sum(line.indent > 0.7 for line in text) > 0.04 * len(text)
    yield from _titled([*_grouped(text, body, indents, vocabulary)], pages, body)
    yield from _notes([line.run for line in lines if line.is_note], vocabulary)


def _lines(page: Page, part: Sequence[Sequence[Run]], body: float, has_marks: bool) -> Iterator[Line]:
    for column in part:
        left, right = _margins(column)
        usual = columns.leading(column)
        notes = _first_note(column, body, page.height * (1 if has_marks else 0.65))
        before: Run | None = None
        for number, run in enumerate(column):
            gap = before.y - run.y if before else 0.0
            size = run.size or 1
            # Titles of several lines have room between them.
            is_large = before is not None and size >= _LARGER * body and abs(before.size - size) < 0.5
            is_apart = before is not None and gap > max(1.28 * usual, (1.4 if is_large else 1.05) * size)
            yield Line(run, (run.x0 - left) / size, (right - run.x1) / size, is_apart, before is None, number >= notes)
            before = run


def _margins(column: Sequence[Run]) -> tuple[float, float]:
    """The left margin of a column, at which most of its lines begin, and the right one."""
    starts = Counter(round(run.x0 / 2) * 2 for run in column)
    most = starts.most_common(1)[0][1]
    left = min(start for start, count in starts.items() if count >= max(1, 0.4 * most))
    ends = sorted(run.x1 for run in column)
    return float(left), ends[-1] if len(ends) < 8 else ends[int(len(ends) * 0.95)]


def _first_note(column: Sequence[Run], body: float, highest: float) -> int:
    """Where the footnotes at the foot of a column begin, which stand below `highest`; behind its end, where there are
    none.
    """
    at = len(column)
    while at and column[at - 1].size <= _SMALLER * body:
        at -= 1
    while at < len(column):
        run = column[at]
        if (run.lead or _NOTE.match(run.text)) and run.y < highest:
            return at
        at += 1
    return at


def _grouped(lines: Sequence[Line], body: float, indents: bool, vocabulary: Vocabulary) -> Iterator[tuple[Block, Run]]:
    group: list[Line] = []
    doubt = ""
    for line in lines:
        begins, why = _begins(group, line, body, indents) if group else (True, "")
        if begins:
            if group:
                yield from _block(group, body, vocabulary, doubt)
            group, doubt = [], why
        group.append(line)
    if group:
        yield from _block(group, body, vocabulary, doubt)


def _begins(group: Sequence[Line], line: Line, body: float, indents: bool) -> tuple[bool, str]:
    """Whether a line begins a paragraph; and what is not sure about it."""
    last = group[-1]
    if line.run.is_row or last.run.is_row:
        return True, ""
    size, other = line.run.size, last.run.size
    if abs(size - other) > 0.08 * max(size, other):
        return True, ""
    is_heading = (line.run.is_bold and not last.run.is_bold) or (
        last.run.is_bold and not line.run.is_bold and _is_bold(group)
    )
    ended = bool(_STOP.search(last.run.text))
    starts = line.run.text.lstrip("\"'“„«‘([ ")[:1]
    broken = last.run.text.rstrip()[-1:] in hyphens.HYPHENS + hyphens.SOFT
    if line.is_first:
        if is_heading:
            return True, ""
        if broken or starts.islower():
            return False, ""
        if not ended:
            return last.room > 6, ""
        if line.indent > 0.7 or last.room > 4 or _ENTRY.match(line.run.text):
            return True, ""
        return (False, "") if indents else (True, _SPLIT)
    if line.is_apart or is_heading:
        return not (broken and starts.islower()), ""
    if _ENTRY.match(line.run.text) and (ended or _ENTRY.match(group[0].run.text) or last.room > 6):
        return True, ""
    if line.indent > 0.7 and last.indent <= 0.7 and ended and not _ENTRY.match(group[0].run.text):
        return True, ""
    first = len(line.run.text.split(" ")[0]) * 0.5
    if last.room > first + 2 and ended:
        return True, ""
    return last.room > max(12, first + 6) and not starts.islower(), ""


def _is_bold(group: Sequence[Line]) -> bool:
    return all(line.run.is_bold for line in group)


def _block(group: Sequence[Line], body: float, vocabulary: Vocabulary, doubt: str) -> Iterator[tuple[Block, Run]]:
    first = group[0].run
    text = " ".join(line.run.text for line in group).strip()
    sort = Sort.PARAGRAPH
    is_short = len(text) < 200 and len(group) <= 4
    if first.is_row:
        pass
    elif _CAPTION.match(text) and (first.size <= 0.96 * body or first.is_bold or is_short):
        sort = Sort.CAPTION
    elif is_short and not re.search(r"[.;,][\"”’»]?$", text) and (first.size >= _LARGER * body or _is_bold(group)):
        sort = Sort.HEADING
    lines = [line.run.text for line in group]
    for block in wrapping.paragraph([_readable(line) for line in lines], vocabulary, sort):
        unsure = "; ".join(filter(None, (doubt, block.unsure)))
        yield Block(block.sort, block.text, unsure), first


def _readable(line: str) -> str:
    return re.sub(r"\(cid:\d+\)", "�", line)


def _titled(found: Sequence[tuple[Block, Run]], pages: Sequence[Page], body: float) -> Iterator[Block]:
    """The blocks, with the heading in the largest letters at the beginning as the title."""
    heads = [(run.size, -number) for number, (block, run) in enumerate(found[:8]) if block.sort is Sort.HEADING]
    title = -max(heads)[1] if heads and max(heads)[0] >= _LARGER * body else -1
    for number, (block, _) in enumerate(found):
        yield Block(Sort.TITLE, block.text, block.unsure) if number == title else block


def _notes(runs: Sequence[Run], vocabulary: Vocabulary) -> Iterator[Block]:
    """The footnotes of all pages."""
    group: list[str] = []
    mark = ""
    for run in [*runs, None]:
        match = _NOTE.match(run.text) if run else None
        if run is None or run.lead or match:
            for block in wrapping.paragraph(group, vocabulary, Sort.NOTE):
                yield Block(Sort.NOTE, lettering.clean(block.text), block.unsure, mark=mark if mark.isdigit() else "")
            group = []
            if run is not None:
                mark = run.lead or (match[1] or match[2] if match else "")
                group = [run.text if run.lead or not match else run.text[match.end() :]]
        else:
            group.append(run.text)
