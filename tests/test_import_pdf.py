"""`invoke import` of PDFs: columns, pages and lines become paragraphs; what stands around them is set apart."""

from __future__ import annotations

import textwrap

import pytest

from briefing.importing import reading, tables
from briefing.importing.blocks import KEPT, ImportFault, Sort
from briefing.importing.pages import Page, Rule, Run
from tests.importing import pdf

FIRST = (
    "The quay has two owners on paper, and since Tuesday it has had two harbour masters as well, who wear the same cap. "
    "The concentration of traffic on one bank was never their wish, nor is the price-determining clause a part of it."
)
SECOND = (
    "Nobody asked the ferries to leave, and nobody will, as long as the office can defend its own figures before a court. "
    "The court hears the case in September, and until then the barges of the upper bank may use the stone on Sundays only."
)
Lines = list[tuple[float, float, float, str]]


def laid(text: str, x: float, y: float, width: int) -> Lines:
    """A paragraph as lines of so many letters, its words broken as typesetters do."""
    broken = text.replace("concentration", "concen-\ntration").replace("price-determining", "price-\ndetermining")
    rows = [row for part in broken.split("\n") for row in textwrap.wrap(part, width, break_on_hyphens=False)]
    return [(x, y - 12 * number, 10, row) for number, row in enumerate(rows)]


def around(page: int) -> Lines:
    """A running head and a page number."""
    return [(60, 800, 8, "HARBOUR REVIEW"), (290, 30, 8, str(page))]


def kept(document: bytes) -> list[str]:
    """The blocks of the text, each with its sort where it is no paragraph."""
    blocks = [block for block in reading.read("a.pdf", document).blocks if block.sort in KEPT]
    return [block.text if block.sort is Sort.PARAGRAPH else f"{block.sort}: {block.text}" for block in blocks]


def test_lines_pages_and_broken_words() -> None:
    """A paragraph goes on over the end of a page; heads and numbers go, a footnote is set apart."""
    lines = laid(FIRST, 60, 660, 70)
    half = laid(SECOND, 60, 600, 70)
    one = [*around(1), (60, 720, 20, "Two quays"), (60, 690, 10, "By Imre Salgado, 14 May 2024"), *lines, *half[:2]]
    one += [(60, 80, 6, "1"), (66, 77, 8, "Sworn in on 12 May in the town hall.")]
    two = [
        *around(2),
        *((x, y + 150, size, row) for x, y, size, row in half[2:]),
        (60, 600, 13, "What the court hears"),
        *laid(FIRST, 60, 570, 70),
    ]
    assert kept(pdf(one, two, [*around(3), *laid(SECOND, 60, 700, 70)])) == [
        "title: Two quays",
        "byline: By Imre Salgado, 14 May 2024",
        FIRST,
        SECOND,
        "heading: What the court hears",
        FIRST,
        SECOND,
        "note: Sworn in on 12 May in the town hall.",
    ]


def test_two_columns() -> None:
    """Each column is read to its end before the next one, below what stands above both."""
    left, right = laid(FIRST, 60, 700, 40), laid(SECOND, 320, 700, 40)
    mixed = [line for pair in zip(left, right, strict=False) for line in pair] + left[len(right) :] + right[len(left) :]
    wide = (60, 740, 18, "A title that stands above both of the columns")
    assert kept(pdf([wide, *mixed])) == [f"title: {wide[3]}", FIRST, SECOND]


def test_a_table_is_read_by_its_rows() -> None:
    """The cells of a row stand on one line; a title goes on over two."""
    rows = [("Year", "Delivered", "Billed"), ("1995", "96", "96"), ("1996", "412", "178")]
    cells = [(60 + 100 * n, 500 - 14 * row, 10, text) for row, texts in enumerate(rows) for n, text in enumerate(texts)]
    title = [(60, 740, 17, "Final report of the inquiry"), (60, 720, 17, "into the wall")]
    assert kept(pdf([*title, *laid(FIRST, 60, 690, 70), *cells, *laid(SECOND, 60, 440, 70)])) == [
        "title: Final report of the inquiry into the wall",
        FIRST,
        *map(" | ".join, rows),
        SECOND,
    ]


def test_rules_part_rows_whose_cells_have_several_lines() -> None:
    """What stands between two rules is one row; rules around text in columns make no table of it."""
    runs = [
        Run("Who", 60, 80, 700, 10),
        Run("What was said", 160, 230, 700, 10),
        Run("A. Meyer-Lindt", 60, 120, 680, 10),
        Run("He asked that the sentence", 160, 300, 680, 10),
        Run("be struck.", 160, 210, 668, 10),
    ]
    page = Page(595, 842, runs, rules=[Rule(55, 400, y) for y in (712, 694, 660)])
    assert [run.text for run in tables.joined(page)] == [
        "Who | What was said",
        "A. Meyer-Lindt | He asked that the sentence be struck.",
    ]
    page.runs = [Run("so many words of a text " * 4, x, x + 160, 690 - 12 * n, 10) for x in (60, 230) for n in range(8)]
    page.rules = [Rule(55, 400, y) for y in (705, 645, 585)]
    assert len(tables.joined(page)) == 16


def test_a_large_initial_begins_its_word() -> None:
    """A letter over several lines is no title, and the lines beside it belong together."""
    rows = laid(FIRST[1:], 82, 700, 60)
    moved = [*rows[:3], *((60, y, size, row) for _, y, size, row in rows[3:])]
    assert kept(pdf([(60, 740, 18, "Two quays"), (60, 676, 36, FIRST[0]), *moved])) == ["title: Two quays", FIRST]


def test_lines_that_come_again_are_no_running_heads() -> None:
    """A line of the text may stand at the top of three pages of many."""
    pages = [
        [
            *around(page),
            *laid("Yes, said the witness." if page < 5 else f"No, {'x' * page}, she said.", 60, 770, 70),
            *laid(FIRST, 60, 758, 70),
        ]
        for page in range(1, 13)
    ]
    assert sum("Yes, said the witness." in text for text in kept(pdf(*pages))) == 4


def test_a_scan_is_told() -> None:
    """Pictures of pages hold no text."""
    with pytest.raises(ImportFault, match=r"is a scan.*OCR"):
        reading.read("a.pdf", pdf([], picture=True))
