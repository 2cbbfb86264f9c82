"""PDFs: lines as paragraphs, over columns and pages; running heads, page numbers and footnotes set apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from briefing.importing import columns, days, flow, glyphs, hyphens, initials, lettering, tables, tongue, wrapping
from briefing.importing.blocks import Block, Imported, ImportFault, Sort
from briefing.importing.pages import Document, Page, Run

#: Lines at the top and at the foot of a page that may be running heads.
_EDGE = 3
#: What browsers print around a page.
_PRINTED = re.compile(r"https?://\S+(?:\s+\d+/\d+)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}\b.*|\d+/\d+")
_POOR_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|indd|pdf|tex|odt|qxd)\b|^\W*$|^https?:", re.IGNORECASE)
#: Letters on a page of text, at least.
_LEAST = 25


def read(data: bytes) -> Imported:
    """Read a PDF. Raises ImportFault."""
    document = glyphs.read(data)
    remarks = list(_remarks(document))
    left = _take_out_heads(document.pages)
    guess = tongue.guess(" ".join(run.text for page in document.pages[:8] for run in page.runs))
    told = tongue.tag(document.language)
    language = told if told.split("-")[0] == guess else guess or told
    lines = [run.text for page in document.pages for run in page.runs]
    body, vocabulary = _body(document.pages), hyphens.Vocabulary(lines, language)
    for page in document.pages:
        page.runs = initials.joined(page.runs, body, vocabulary)
        page.runs = tables.joined(page)
    gutter = columns.usual([page.runs for page in document.pages])
    parts = [[tables.unruled(column) for column in columns.ordered(page.runs, gutter)] for page in document.pages]
    blocks = [*flow.blocks(document.pages, parts, body, vocabulary), *left]
    marks = sum(run.marks for page in document.pages for run in page.runs)
    title = next((block.text for block in blocks if block.sort is Sort.TITLE), "")
    own_title = "" if _POOR_TITLE.search(document.title) else lettering.clean(document.title)
    return Imported(
        tuple(blocks),
        title=title or own_title,
        author=lettering.clean(document.author),
        published=next((day for block in blocks[:6] if len(block.text) < 120 and (day := days.read(block.text))), ""),
        language=language,
        marks=marks,
        remarks=tuple(remarks),
        guessed=("kind", *(("author",) if document.author else ()), *(("language",) if language else ())),
    )


def _remarks(document: Document) -> list[str]:
    """What is told of a PDF as a whole. Raises ImportFault for a scan."""
    bare = [
        number
        for number, page in enumerate(document.pages, 1)
        if sum(len(run.text) for run in page.runs) < _LEAST and page.has_pictures
    ]
    if bare and len(bare) == sum(bool(page.runs) or page.has_pictures for page in document.pages):
        raise ImportFault(
            "A PDF must hold text; this one is a scan, pictures of pages only. Have its text recognised first (OCR), "
            "by `ocrmypdf` or a scanner's program, and import what that makes."
        )
    if not any(run.text.strip() for page in document.pages for run in page.runs):
        raise ImportFault("A PDF must hold text; this one has none. Have its text recognised first (OCR).")
    found = []
    if bare:
        shown = ", ".join(map(str, bare[:20]))
        found.append(
            f"Pages that are pictures without text: {shown}. Have them recognised (OCR), or type what you need."
        )
    if document.unreadable:
        found.append(
            f"{document.unreadable} letters have no meaning in the PDF's fonts and stand as `�`. Type them by hand."
        )
    return found


def _take_out_heads(pages: list[Page]) -> list[Block]:
    """Take running heads and page numbers out of the pages; give each as a block."""
    rows = [_edges(page) for page in pages]
    seen: dict[str, set[int]] = defaultdict(set)
    for number, edges in enumerate(rows):
        for run in edges:
            seen[_pattern(run, pages[number])].add(number)
    tagged = Counter(run.is_artifact for page in pages for run in page.runs)
    trusts_tags = tagged[True] < 0.3 * tagged.total()
    body = _body(pages)
    found = []
    for page, edges in zip(pages, rows, strict=True):
        kept = []
        for run in page.runs:
            text = run.text.strip()
            is_edge = any(run is edge for edge in edges)
            times = len(seen[_pattern(run, page)]) if is_edge else 0
            # On a few pages only, as the heads of chapters: then it must look like one, for any line may come again.
            often = times >= max(2, min(3, len(pages) // 3)) and (
                2 * times > len(pages) or run.size < 0.95 * body or (5 * times > len(pages) and _is_apart(run, page))
            )
            if is_edge and (wrapping.PAGE_NUMBER.fullmatch(text) and _is_outermost(run, page)):
                found.append(Block(Sort.PAGE_NUMBER, text))
            elif (
                (often and len(text) < 150)
                or (is_edge and _PRINTED.fullmatch(text) is not None)
                or (run.is_artifact and trusts_tags)
                or (is_edge and _is_by_itself(run, page, body))
            ):
                found.append(Block(Sort.RUNNING_HEAD, lettering.clean(text)))
            else:
                kept.append(run)
        page.runs = kept
    return found


def _edges(page: Page) -> list[Run]:
    """The lines at the top and at the foot of a page, that lie in its outer sixths."""
    heights = sorted({round(run.y) for run in page.runs})
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [run for run in page.runs if round(run.y) in outer and not page.height * 0.17 < run.y < page.height * 0.85]


def _is_outermost(run: Run, page: Page) -> bool:
    """Whether nothing but what stands on the same line is nearer to the page's edge, or the line stands by itself."""
    heights = [other.y for other in page.runs if abs(other.y - run.y) > run.size / 2]
    above, below = [y for y in heights if y > run.y], [y for y in heights if y < run.y]
    near = min((abs(y - run.y) for y in heights), default=100.0)
    return len(above) <= 2 or not below or (len(below) <= 2 and near > 1.3 * run.size)


def _is_by_itself(run: Run, page: Page, body: float) -> bool:
    """Whether a line stands in small letters close to the page's edge, far from all others."""
    near = min((abs(other.y - run.y) for other in page.runs if abs(other.y - run.y) > run.size / 2), default=0.0)
    return run.size < 0.92 * body and near > 2 * body and not 0.08 * page.height < run.y < 0.92 * page.height


def _is_apart(run: Run, page: Page) -> bool:
    """Whether a line is the outermost of its page, away from the next one."""
    outwards = 1 if run.y > page.height / 2 else -1
    gaps = [
        outwards * (run.y - other.y) for other in page.runs if not wrapping.PAGE_NUMBER.fullmatch(other.text.strip())
    ]
    near = min((gap for gap in gaps if gap > run.size / 2), default=100.0)
    return near > 1.6 * run.size and min(gaps, default=0.0) > -run.size / 2


def _body(pages: list[Page]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for run in page.runs:
            sizes[round(run.size * 2) / 2] += len(run.text)
    return sizes.most_common(1)[0][0]


def _pattern(run: Run, page: Page) -> str:
    """A line made alike on all pages: figures made the same, and where it stands, to some points."""
    edge = "top" if run.y > page.height / 2 else "foot"
    return f"{edge} {wrapping.pattern(run.text)} {round(run.size)}"
