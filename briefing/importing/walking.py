"""A tree of HTML as blocks of text in their order. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from briefing.importing import days, furniture, lettering
from briefing.importing.blocks import Block, Sort

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr "
    "ul".split()
)
_SORTS = {"h1": Sort.HEADING, "figcaption": Sort.CAPTION, "caption": Sort.CAPTION}
_SORTS |= {f"h{level}": Sort.HEADING for level in range(2, 7)}
#: Words in classes that tell the lines about a text from the text, and the most letters that such a line has.
_CLASSES = (
    (
        Sort.SUBTITLE,
        re.compile(
            r"(?:^|[\s_-])(?:standfirst|subtitle|subhead(?:line)?|dek|deck|strapline|kicker|teaser-text|chapo|lede?|lead|desc|anriss|vorspann)(?:$|[\s_-])",
            re.I,
        ),
        500,
    ),
    (Sort.BYLINE, re.compile(r"(?:^|[\s_-])(?:byline|by-line|authors?|contributors?)(?:$|[\s_-])", re.I), 200),
    (
        Sort.DATELINE,
        re.compile(
            r"(?:^|[\s_-])(?:dateline|timestamp|pubdate|publish(?:ed)?(?:-date)?|date|posted-on|meta(?:data)?)(?:$|[\s_-])",
            re.I,
        ),
        120,
    ),
    (
        Sort.CAPTION,
        re.compile(r"(?:^|[\s_-])(?:caption|wp-caption-text|credit|photo-credit|legend)(?:$|[\s_-])", re.I),
        800,
    ),
)
_NAMING = ("class", "itemprop", "data-testid", "data-component", "data-gu-name")
_BOLD = frozenset({"b", "strong"})
_PULLED = re.compile(r"(?:^|[\s_-])pull", re.IGNORECASE)
_NOTE_LINK = re.compile(r"^#(?:_?_?ftn|fn|cite[_-]?note|footnote|endnote|note|sdfootnote|sdendnote|en\d|n\d)", re.I)
_NOTE_MARK = re.compile(r"[\[(]?(?:(?:foot|end)?note )?(?:\d{1,3}|[*†‡§]{1,3}|[ivx]{1,4}|[a-z])[\])]?")
_BACK = re.compile(r"\s*[↑↩\^⤴]\ufe0e?\s*|^\s*(?:\[?\d{1,3}\]?[.)]?\s+)(?=\S)")


class Walk:
    """The blocks of one tree; what was set apart is among them. `size` and `whole` are those of `furniture`."""

    def __init__(self, whole: int, size: Callable[[Any], int]) -> None:
        self.blocks: list[Block] = []
        self.marks = 0
        self._whole, self._size = whole, size
        self._run: list[str] = []
        self._breaks = 0
        self._drawn_out = 0
        self._bold = self._entries = 0  # bold elements and entries of lists around the text at hand
        self._is_bold = True  # whether the run is bold throughout

    def over(self, element: Any) -> list[Block]:
        """Walk over an element and all that it holds."""
        self._walk(element, Sort.PARAGRAPH)
        self._flush(Sort.PARAGRAPH)
        return self.blocks

    def _walk(self, element: Any, sort: Sort, depth: int = 0) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in furniture.SILENT or depth > 200:
            return
        if tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self._flush(sort)
            else:
                self._run.append("\n")
            return
        if self._is_mark(element):
            self.marks += 1
            return
        is_block = tag in _BLOCKS
        if left := furniture.of_element(element, self._whole, self._size):
            if not (left is Sort.RELATED and tag == "aside" and _is_note(element)):
                self._set_apart(element, left, sort)
                return
        own = self._sort(element, sort)
        if is_block:
            self._flush(sort)
        if tag == "tr":
            self._row(element)
            return
        before = len(self.blocks)
        drawn_out = tag == "blockquote" or bool(_PULLED.search(element.get("class", "")))
        self._drawn_out += drawn_out
        self._bold += tag in _BOLD
        self._entries += tag == "li"
        self._take(element.text, tag == "a")
        for child in element:
            self._walk(child, own, depth + 1)
            self._take(child.tail, tag == "a")
        self._bold -= tag in _BOLD
        if is_block or own is not sort:
            self._flush(own)
        self._entries -= tag == "li"
        self._drawn_out -= drawn_out
        if tag in ("ul", "ol", "div", "section") and (
            self._is_links(element, before) or self._is_headed_apart(element, before)
        ):
            self.blocks[before:] = [Block(Sort.RELATED, block.text) for block in self.blocks[before:]]

    def _take(self, text: str | None, is_link: bool) -> None:
        if text:
            if text.strip():
                self._breaks = 0
                self._is_bold &= bool(self._bold)
            self._run.append(text)

    def _flush(self, sort: Sort) -> None:
        text = lettering.clean("".join(self._run))
        is_heading = self._is_bold and not self._entries and sort is Sort.PARAGRAPH and _is_heading(text)
        self._run, self._breaks, self._is_bold = [], 0, True
        sort = Sort.HEADING if is_heading else sort
        if not text or not re.search(r"\w", text):
            return
        mark = ""
        if sort is Sort.NOTE:
            mark = found[1] if (found := re.match(r"\[?(\d{1,3})\]?[.)]?\s", text)) else ""
            text = _BACK.sub("", text).strip()
        left = furniture.of_line(text) if sort is not Sort.HEADING or len(text) < 60 else None
        self.blocks.append(Block(left or sort, text, mark=mark, is_drawn_out=bool(self._drawn_out)))

    def _set_apart(self, element: Any, left: Sort, sort: Sort) -> None:
        if element.tag in _BLOCKS or "\n" in (element.text or ""):
            self._flush(sort)
        if text := lettering.clean(" ".join(texts(element))):
            self.blocks.append(Block(left, text))

    def _row(self, row: Any) -> None:
        cells = [lettering.clean(" ".join(texts(cell))) for cell in row if isinstance(cell.tag, str)]
        if any(cell.find(".//p") is not None or cell.find(".//table") is not None for cell in row) and len(cells) == 1:
            for cell in row:  # a table that only lays out the page
                self._walk_inside(cell)
        elif shown := " | ".join(filter(None, cells)):
            self.blocks.append(Block(furniture.of_line(shown) or Sort.PARAGRAPH, shown))

    def _walk_inside(self, cell: Any) -> None:
        self._take(cell.text, False)
        for child in cell:
            self._walk(child, Sort.PARAGRAPH)
            self._take(child.tail, False)
        self._flush(Sort.PARAGRAPH)

    def _sort(self, element: Any, sort: Sort) -> Sort:
        """What the text of an element is: what the one around it is, unless its tag or a class tells."""
        if sort in (Sort.CAPTION, Sort.NOTE):
            return sort
        if own := _SORTS.get(element.tag):
            return own
        if element.tag == "p" and _is_all_bold(element):
            return Sort.HEADING
        if _is_note(element):
            return Sort.NOTE
        if element.tag == "time" and days.is_alone(element.text_content()) and not self._run:
            return Sort.DATELINE
        names = " ".join(element.get(name, "") for name in _NAMING)
        if names.strip() and element.tag not in ("a", "em", "strong", "b", "i", "article", "main", "body", "time"):
            for own, pattern, most in _CLASSES:
                if pattern.search(names) and self._size(element) <= most:
                    if own is Sort.SUBTITLE and any(
                        block.sort is Sort.PARAGRAPH and len(block.text) > 60 for block in self.blocks
                    ):
                        continue  # it stands above the text
                    holds_day = element.find(".//time") is None and _holds_day(" ".join(texts(element)))
                    if own is not Sort.DATELINE or holds_day:
                        return own
        return sort

    def _is_mark(self, element: Any) -> bool:
        """Whether an element is the mark of a footnote and nothing else."""
        if element.tag not in ("sup", "a", "span"):
            return False
        text = element.text_content().strip() if self._size(element) < 20 else ""
        if not _NOTE_MARK.fullmatch(text):
            return False
        links = (
            [element.get("href", "")] if element.tag == "a" else [link.get("href", "") for link in element.iter("a")]
        )
        if any(_NOTE_LINK.match(link) or (link.startswith("#") and text.strip("[]()").isdigit()) for link in links):
            return element.tag != "a" or bool(self._run)
        return (
            element.tag == "sup"
            and bool(self._run)
            and (text[0] in "[(*†‡§" or (text.isdigit() and _is_word_before(self._run)))
        )

    def _is_links(self, element: Any, before: int) -> bool:
        """Whether a list or a part of the page is made of links to other pages only."""
        mine = [block for block in self.blocks[before:] if block.sort in (Sort.PARAGRAPH, Sort.HEADING)]
        links = element.findall(".//a")
        if len(mine) < 2 or len(links) < 2 or len(mine) != len(self.blocks) - before:
            return False
        linked = sum(len(lettering.clean(link.text_content())) for link in links)
        return linked > 0.8 * sum(len(block.text) for block in mine)

    def _is_headed_apart(self, element: Any, before: int) -> bool:
        """Whether the first line of a part of the page is a heading that says that it leads to other pages."""
        if len(self.blocks) == before or self.blocks[before].sort is not Sort.RELATED:
            return False
        first = next(element.iter("h2", "h3", "h4", "h5", "h6", "strong", "p"), None)
        is_heading = first is not None and first.tag != "p" and furniture.of_line(lettering.clean(first.text_content()))
        return bool(is_heading) and self._size(element) <= furniture.SHARE * self._whole


def _holds_day(text: str) -> bool:
    """Whether a day stands in a text, be it in figures of which nobody knows which is the month."""
    return bool(days.read(text) or re.fullmatch(r"\s*\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\s*", text))


def _is_word_before(run: list[str]) -> bool:
    """Whether a raised figure stands behind a word or a stop, as a mark does, and not as an exponent behind a figure
    or a single letter (`10²`, `m²`, `CO₂`).
    """
    before = "".join(run[-3:])
    return bool(re.search(r"(?:[^\W\d_]{3,}|[.,;:!?\"”’»)])\s*$", before))


def _is_all_bold(paragraph: Any) -> bool:
    """Whether a paragraph is a heading made by hand: short, bold throughout, no sentence."""
    text = "".join(texts(paragraph)).strip()
    bold = "".join("".join(texts(part)) for part in paragraph if part.tag in ("b", "strong")).strip()
    return text == bold and _is_heading(text)


def _is_heading(text: str) -> bool:
    """Whether bold words are a heading: short, no sentence."""
    return bool(text) and len(text) < 80 and not re.search(r"[.!?:;,…][\"'”’»)]*$", text)


def _is_note(element: Any) -> bool:
    names = (
        f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')} {element.get('epub:type', '')}"
    )
    return element.tag in ("li", "div", "p", "aside", "section") and bool(
        re.search(
            r"(?:^|[\s_-])(?:footnote|endnote|ftn|fn|cite[_-]note|sdfootnote|doc-footnote|doc-endnote)s?(?:$|[\s_-]|\d)",
            names,
            re.I,
        )
    )


def texts(element: Any) -> Iterator[str]:
    """The stretches of text that a reader sees in an element."""
    if not isinstance(element.tag, str) or element.tag in furniture.SILENT:
        return
    if element.text:
        yield element.text
    for child in element:
        yield from texts(child)
        if child.tail:
            yield child.tail
