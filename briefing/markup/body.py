"""The body of a record while it is rendered: where each block stands in the file, and what has been gathered so far."""

from __future__ import annotations

from msgspec import Struct

from briefing.markup.blocks import Segment
from briefing.model.citations import Citation
from briefing.model.problems import Level, Problem
from briefing.model.prose import Heading, Mark, Own, Reference, Uncited
from briefing.model.statements import Statement, Translation


class Row(Struct):
    """A group of blocks that needs one citation in all: a table row or a block quotation.

    `notes` and `loose` are how many statements with and without a citation mark there were before it; `listed` is
    whether its last block is an item of a list, `cell` the number of its present cell. A block quotation has a `number`
    among all quotations, and perhaps a `translation`.
    """

    mark: Mark
    notes: int
    loose: int
    cited: bool = False
    texts: list[str] = []
    citations: tuple[Citation, ...] = ()
    speaker: str = ""
    listed: bool = False
    cell: int = 0
    number: int = -1
    translation: Translation | None = None


class Body(Struct):
    """The Markdown `lines` of a record, the first of which is line `first_line` of the file at `path`.

    `line` and `column` say where in the text the present block begins, both from 1. `open` are the names of the open
    elements, `inline` numbers that tell the open inline ones apart, below zero for links, and `code` is how many of
    `code` and `pre` are open. `notes` are the statements, one for each citation mark, `loose` those of quotations
    without a mark. `nameless` is where a block quotation without its speaker stands, whom the next line may name in
    vain, `announcing` where a block that ends with a colon does, `lead` what the last such paragraph says, `above`
    the end of what the section says so far, `columns` how many heads the present table has, `heads`
    what each says, by its number, `quoted` how many
    quotations are marked in the HTML so far.
    """

    lines: list[str]
    path: str
    first_line: int
    terms: frozenset[str]
    line: int = 1
    column: int = 1
    searched: int = 0
    problems: list[Problem] = []
    lost: set[str] = set()
    out: list[str] = []
    segments: list[Segment] = []
    open: list[str] = []
    inline: list[int] = []
    code: int = 0
    rows: list[Row] = []
    columns: int = 0
    heads: dict[int, str] = {}
    quoted: int = 0
    own: list[Own] = []
    notes: list[Statement] = []
    loose: list[Statement] = []
    nameless: Mark | None = None
    announcing: Uncited | None = None
    lead: str = ""
    above: str = ""
    uncited: list[Uncited] = []
    unmarked: list[tuple[str, Mark]] = []
    references: list[Reference] = []
    headings: list[Heading] = []
    anchors: dict[str, int] = {}
    in_heading: str = ""
    heading_index: int = 0
    words: int = 0
    has_raw_html: bool = False

    def problem(self, mark: Mark, code: str, message: str, remedy: str, level: Level = Level.ERROR) -> None:
        self.problems.append(Problem(self.path, mark.line, mark.column, code, message, remedy, level))

    @property
    def here(self) -> Mark:
        """Where the present block begins."""
        return self.spot("")

    def anywhere(self, snippet: str) -> Mark:
        """Where `snippet` stands, searched for from the line of the last one on; else near the present block."""
        for number in range(self.searched, len(self.lines)):
            if (column := self.lines[number].find(snippet)) >= 0:
                self.searched = number
                return Mark(self.first_line + number, column + 1)
        return self.spot(snippet)

    def spot(self, snippet: str, newlines: int = 0, block: Mark | None = None) -> Mark:
        """Where `snippet` stands in the file, searched for on three lines, `newlines` below the first of the present
        block, or of the one that begins at `block`.
        """
        first, column = block or (self.line, self.column)
        start = min(first - 1 + newlines, len(self.lines) - 1)
        if probe := snippet[:24].partition("\n")[0]:
            for number, line in enumerate(self.lines[start : start + 3], start):
                if (at := line.find(probe)) >= 0:
                    return Mark(self.first_line + number, at + 1)
        return Mark(self.first_line + start, column if not newlines else 1)

    def spot_in(self, text: str, start: int, end: int) -> Mark:
        """Where a stretch of the present block's `text` stands, as far as a NUL, which blanks code and citations."""
        return self.spot(text[start:end].split("\x00")[0], text.count("\n", 0, start))
