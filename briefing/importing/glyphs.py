"""The lines of a PDF's pages: which letters stand beside each other, where, how large and how bold.

pdfminer.six gives each letter with its place; what is a word, a line and a column is worked out here and in `columns`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from briefing.importing import scripts
from briefing.importing.blocks import ImportFault
from briefing.importing.pages import Document, Page, Rule, Run

#: Parts of a letter's size: gaps that part words, gaps that part lines of columns, how far a raised mark may stand.
_WORD_GAP, _COLUMN_GAP, _RAISED = 0.17, 1.15, 0.7
#: A raised mark is so much smaller than its line.
_SMALL = 0.82
_MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§¶]{1,3})[\])]?")
_UNREADABLE = re.compile(rf"\(cid:\d+\)|{scripts.UNREADABLE}")
MOST_PAGES = 500
#: Letters that all pages may have.
_MOST_LETTERS = 6_000_000


def read(data: bytes) -> Document:
    """The lines of a PDF. Raises ImportFault."""
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        manager = PDFResourceManager()
        device = _device(manager)
        interpreter = PDFPageInterpreter(manager, device)
        found = Document([])
        letters = 0
        pages = list(islice(PDFPage.create_pages(document), MOST_PAGES + 1))
        if len(pages) > MOST_PAGES:
            raise ImportFault(
                f"A PDF must have at most {MOST_PAGES} pages; this one has more. Print those that you need as a PDF."
            )
        for page in pages:
            interpreter.process_page(page)
            made = _page(device.get_result())
            letters += sum(len(run.text) for run in made.runs)
            if letters > _MOST_LETTERS:
                raise ImportFault("A PDF must have at most 6,000,000 letters. Print the pages that you need as a PDF.")
            found.pages.append(made)
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise ImportFault(
            "A PDF must not be locked by a password. Open it and print it as a PDF without one."
        ) from None
    except ImportFault:
        raise
    except (
        PSException,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        AssertionError,
        RecursionError,
        OverflowError,
        ZeroDivisionError,
        UnicodeError,
        OSError,
    ):
        raise ImportFault("A PDF must be whole. Open it in a viewer and print it as a PDF anew.") from None
    if not found.pages:
        raise ImportFault("A PDF must have pages. Open it in a viewer and print it as a PDF anew.")
    found.unreadable = sum(len(_UNREADABLE.findall(run.text)) for page in found.pages for run in page.runs)
    _tell(found, document)
    return found


def _tell(found: Document, document: Any) -> None:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    def plain(value: Any) -> str:
        value = resolve1(value)
        return decode_text(value).strip("\0 ") if isinstance(value, bytes) else ""

    info = document.info[0] if document.info else {}
    found.title, found.author = plain(info.get("Title")), plain(info.get("Author"))
    found.language = plain(document.catalog.get("Lang"))


def _device(manager: Any) -> Any:
    """A device that keeps letters and marks those of running heads, where the PDF says so (ISO 32000-1, 14.8.2.2)."""
    from pdfminer.converter import PDFPageAggregator

    class Device(PDFPageAggregator):
        def __init__(self) -> None:
            super().__init__(manager, laparams=None)
            self.tags: list[bool] = []
            self.artifacts: set[int] = set()

        def begin_tag(self, tag: Any, props: Any = None) -> None:
            self.tags.append(getattr(tag, "name", "") in ("Artifact", b"Artifact"))

        def end_tag(self) -> None:
            if self.tags:
                self.tags.pop()

        def render_char(self, *arguments: Any, **named: Any) -> float:
            width = super().render_char(*arguments, **named)
            letter = cast(Any, self.cur_item)._objs[-1]
            letter.is_artifact = any(self.tags)
            rise = named.get("rise", arguments[4] if len(arguments) > 4 else 0)
            letter.base = letter.matrix[5] + rise * letter.matrix[3]
            return width

    return Device()


def _page(layout: Any) -> Page:
    pictures = False
    letters, rules = [], []
    for item in _items(layout):
        if hasattr(item, "fontname"):
            letters.append(item)
        elif hasattr(item, "linewidth"):
            rules += [Rule(item.x0, item.x1, y) for y in {item.y0, item.y1}]
        else:
            pictures = True
    is_leftward = scripts.is_leftward("".join(letter.get_text() for letter in letters))
    if is_leftward:  # each program has its own order in such lines
        letters.sort(key=lambda letter: (-round(letter.base), letter.x0))
    runs = _joined(list(_runs(letters)))
    if is_leftward:  # as in a mirror: lines begin, and columns follow one another, from the right
        for run in runs:
            run.text, run.x0, run.x1 = scripts.logical(run.text), layout.width - run.x1, layout.width - run.x0
        rules = [Rule(layout.width - rule.x1, layout.width - rule.x0, rule.y) for rule in rules]
    return Page(layout.width, layout.height, runs, pictures, rules)


def _items(layout: Any, depth: int = 0) -> Iterator[Any]:
    from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage

    for item in layout:
        if isinstance(item, LTChar):
            if item.matrix[0] > 0 and abs(item.matrix[1]) < 0.01 * item.matrix[0]:  # neither turned nor mirrored
                yield item
        elif isinstance(item, LTImage) or (isinstance(item, LTCurve) and item.width > 20):
            yield item
        elif isinstance(item, LTFigure) and depth < 20:
            yield from _items(item, depth + 1)


def _runs(letters: list[Any]) -> Iterator[Run]:
    """Stretches of letters beside each other, in the order of the file."""
    group: list[Any] = []
    for letter in letters:
        if not letter.get_text().strip() and not group:
            continue
        if group and not _is_beside(group, letter):
            yield _run(group)
            group = []
        group.append(letter)
    if group:
        yield _run(group)


def _is_beside(group: list[Any], letter: Any) -> bool:
    last = group[-1]
    size = max(group[0].size, last.size, letter.size) or 1
    drop = abs(letter.base - _line(group).base)
    gap = letter.x0 - last.x1
    is_level = drop < 0.15 * size or (min(letter.size, last.size) < 0.85 * size and drop < _RAISED * size)
    return bool(is_level and -0.6 * size < gap < _COLUMN_GAP * size)


def _line(group: list[Any]) -> Any:
    """The last letter that stands on the line, not raised."""
    largest = max(letter.size for letter in group[-12:])
    return next((letter for letter in reversed(group[-12:]) if letter.size > 0.9 * largest), group[-1])


def _run(group: list[Any]) -> Run:
    line = max(group, key=lambda letter: (round(letter.size, 1), -letter.x0))
    sizes: dict[float, int] = {}
    for letter in group:
        sizes[round(letter.size, 1)] = sizes.get(round(letter.size, 1), 0) + 1
    size = max(sizes, key=lambda size: (sizes[size], size))
    base = next(letter for letter in group if round(letter.size, 1) == size)
    text, raised, marks, lead = "", "", 0, ""
    last = None
    for letter in [*group, None]:
        is_raised = letter is not None and letter.size < _SMALL * size and letter.base > base.base + 0.1 * size
        if raised and not is_raised:
            text, lead, marks = _marked(text, raised, lead, marks)
            raised = ""
        if letter is None:
            break
        if (
            last is not None
            and letter.x0 - last.x1 > _WORD_GAP * min(size, letter.size / 0.7)
            and not text.endswith(" ")
        ):
            text += " " if not is_raised else ""
        if is_raised:
            raised += scripts.glyph(letter.get_text())
        else:
            text += scripts.glyph(letter.get_text())
        last = letter
    bold = sum("bold" in letter.fontname.lower() or "black" in letter.fontname.lower() for letter in group)
    artifact = sum(getattr(letter, "is_artifact", False) for letter in group)
    return Run(
        text,
        min(letter.x0 for letter in group),
        max(letter.x1 for letter in group if letter.get_text().strip() or letter is line),
        base.base,
        size,
        bold > 0.8 * len(group),
        artifact > 0.5 * len(group),
        lead,
        marks,
    )


def _marked(text: str, raised: str, lead: str, marks: int) -> tuple[str, str, int]:
    """A line's text and marks with one more raised stretch: a footnote's mark, or part of the word before it."""
    if _MARK.fullmatch(raised.strip()):
        if not text.strip():
            return text, raised.strip(" []()"), marks
        if re.search(r"(?:[^\W\d_]{3,}|[.,;:!?\"”’»)\]])\s*$", text) or not raised.strip().isdigit():
            return text, lead, marks + 1
    return text + raised, lead, marks


def _joined(runs: list[Run]) -> list[Run]:
    """Runs of one line that the file gives apart, joined: by the line, from left to right."""
    found: list[Run] = []
    for run in sorted((run for run in runs if run.text.strip() or run.lead), key=lambda run: (-round(run.y), run.x0)):
        before = next(
            (
                other
                for other in reversed(found[-6:])
                if abs(other.y - run.y) < 0.25 * min(other.size, run.size)
                and -0.5 * run.size < run.x0 - other.x1 < _COLUMN_GAP * min(run.size, other.size)
                and other.is_artifact == run.is_artifact
                and max(other.size, run.size) < 2.2 * min(other.size, run.size)  # not an initial over several lines
            ),
            None,
        )
        if before is None:
            found.append(run)
            continue
        gap = run.x0 - before.x1 > _WORD_GAP * run.size and not before.text.endswith(" ")
        before.text += (" " if gap else "") + run.text
        longer = len(run.text) > len(before.text) / 2
        before.size = run.size if longer else before.size
        before.is_bold &= run.is_bold
        before.x1, before.marks = max(before.x1, run.x1), before.marks + run.marks + bool(run.lead)
    return found
