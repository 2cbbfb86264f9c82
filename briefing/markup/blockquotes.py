"""Block quotations and table rows: groups of blocks with one citation in all, and the line that names a speaker."""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.markup import quotation_marks
from briefing.markup.malformed import Slips, cells
from briefing.model import citations
from briefing.model.citations import Citation
from briefing.model.prose import Mark, Own
from briefing.model.statements import Quotation, Role, Statement
from briefing.model.text import plain as plain_text
from briefing.model.vocabulary import Basis

#: A last line that names the speaker, and how it begins.
_SPEAKER = re.compile(r"(?:^|\n)\s*([—–―−-](?!-)|-{2,}|~+|[•·])\s*([^\n]*)$")
_DASHES = "—–―−-"
_LED = re.compile(r"\s*([—–―−~•·*-]*)\s*\(?([^()\n]*)\)?\s*[.:]?\s*")
_NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?: (?:[^\W\d_a-z][\w’'.-]*|[a-z]{2,3}))*(?:,[^.!?]*)?")
#: A longer line names nobody.
MOST_NAME, MOST_LETTERS = 12, 160


class Row(Struct):
    """A group of blocks that needs one citation in all: a table row or a block quotation.

    `notes` and `loose` are how many statements with and without a citation mark there were before it; `listed` is
    whether its last block is an item of a list.
    """

    mark: Mark
    notes: int = 0
    loose: int = 0
    cited: bool = False
    header: bool = False
    texts: list[str] = field(default_factory=list)
    citations: tuple[Citation, ...] = ()
    speaker: str = ""
    listed: bool = False


class Blockquotes(Slips):
    """What one pass over a text has gathered of block quotations and rows.

    `notes` are its statements, one for each citation mark, and `loose` those of quotations without a mark. `nameless`
    is where a block quotation ended without its speaker, whom the next line may name in vain.
    """

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        super().__init__(markdown, path, first_line)
        self.open: list[str] = []
        self.rows: list[Row] = []
        self.own: list[Own] = []
        self.notes: list[Statement] = []
        self.loose: list[Statement] = []
        self.nameless: Mark | None = None
        self.heads = 0

    def quoted_block(
        self,
        plain: str,
        marks: list[tuple[int, int, tuple[Citation, ...]]],
        bare: str,
        edits: list[tuple[int, int, str]],
    ) -> None:
        """A block of a block quotation: its citations, and the speaker if its last line names one."""
        row = next((row for row in reversed(self.rows)), None)
        if row is None:
            return
        if marks:
            row.citations += tuple(cite for _, _, cites in marks for cite in cites)
        text = plain.strip()
        if row.speaker:
            self.problem(
                row.mark,
                "quote-speaker",
                "the line that names the speaker must be the last of a block quotation, and the only one with a dash.",
                "Put it at the end; write a dash of the source's within a line.",
            )
        if speaker := _SPEAKER.search(text):
            row.speaker = speaker[2].strip().rstrip(",. ")
            self.own.append(Own(plain_text(row.speaker), row.mark))
            if any(quotation_marks.find(row.speaker)) or quotation_marks.doubled(row.speaker) is not None:
                self.problem(
                    row.mark,
                    "quote-speaker",
                    "the line that names the speaker must hold no quotation.",
                    "Write `> — Speaker [@source-id, ¶8]`.",
                )
            if speaker[1] not in _DASHES:
                self.unnamed(self.spot(speaker[1], plain.rstrip().count("\n")), row.speaker, row.citations)
            text = text[: speaker.start()]
            in_bare = _SPEAKER.search(bare.rstrip("\x00 \n"))
            if in_bare and in_bare.start() and bare[in_bare.start()] == "\n":
                edits.append((in_bare.start(), in_bare.start() + 1, "<br>\n"))
        row.texts[-1:] = [text]
        row.listed = self.open[-1:] == ["li"] or self.open[-2:-1] == ["li"]

    def end_of_quotation(self, row: Row) -> None:
        """The citations in a block quotation are of all of it, without the line that names the speaker."""
        words = "\n".join(row.texts).strip()
        self.marked(row, words)
        if not row.speaker:
            above, _, last = words.rpartition("\n")
            if above and (name := _named(last)):
                why = "; a hyphen or an asterisk makes a list" if row.listed else ""
                self.unnamed(self.spot(last.strip()[:12]), name, row.citations, why)
                words = above
            else:
                self.nameless = row.mark
            row.cited = True  # one fault, told once
        quotations = (Quotation(words, row.mark, row.citations, spoken=True),)
        if len(self.notes) > row.notes:
            self.notes[row.notes :] = [
                replace(note, text=words, quotations=quotations, speaker=row.speaker, repeats=number > 0)
                for number, note in enumerate(self.notes[row.notes :])
            ]
        elif row.speaker or row.citations:
            self.loose.append(said(quotations[0], row.speaker))

    def end_of_row(self, row: Row) -> None:
        """The citations of a table row serve the quotations of all its cells."""
        notes, loose = self.notes[row.notes :], self.loose[row.loose :]
        citations = tuple(cite for note in notes for cite in note.citations)
        unmarked = tuple(
            quotation if quotation.citations else replace(quotation, citations=citations)
            for statement in loose
            for quotation in statement.quotations
        )
        shared = unmarked or next((note.quotations[:1] for note in notes if note.quotations), ())
        if not notes or not shared:
            return
        bare = [number for number, note in enumerate(notes) if not note.quotations]
        for place, number in enumerate(bare):
            notes[number] = replace(notes[number], quotations=shared, repeats=place > 0 or not unmarked)
        if unmarked and not bare:
            notes[-1] = replace(notes[-1], quotations=notes[-1].quotations + unmarked)
        self.notes[row.notes :], self.loose[row.loose :] = notes, []

    def marked(self, row: Row, words: str) -> None:
        """Tell of marks around a block quotation, which is set apart as one already."""
        said = words if row.speaker else words.rpartition("\n")[0]
        if quotation_marks.wraps(said.strip().rstrip(".,")):
            message = "a block quotation must be given without quotation marks around it; it is shown as one."
            self.problem(row.mark, "marks-around", message, "Take the marks away.")

    def lost_cells(self, head: bool) -> None:
        """The engine drops what a row holds beyond the heads' columns."""
        if head:  # right below a paragraph, they stand a line further down
            line = next((line for line in self.lines[self.line - 1 : self.line + 1] if "|" in line), "")
            self.heads = cells(line) if line else 0
        elif self.heads and "|" in (line := self.lines[self.line - 1]) and (number := cells(line)) > self.heads:
            message = (
                f"a row must not have more cells than the table has heads; it has {number}, they are {self.heads}, "
            )
            remedy = "Add a head and a `---`, or take the cell away; a `|` within a cell is written `\\|`."
            mark = Mark(self.first_line + self.line - 1, self.column)
            self.problem(mark, "markdown", f"{message}and the rest is lost.", remedy)
            self.rows[-1].cited = True  # its citation may be among what is lost

    def unnamed(self, mark: Mark, name: str = "", cites: tuple[Citation, ...] = (), why: str = "") -> None:
        """Tell that a block quotation does not name its speaker as it must."""
        self.nameless = None
        cite = f"{cites[-1].source}, {citations.locator(cites[-1].paragraphs)}" if cites else "source-id, ¶8"
        self.problem(
            mark,
            "quote-speaker",
            "a block quotation must end in a line that names its speaker behind a dash.",
            f"Write `> — {name[:60] or 'Speaker'} [@{cite}]` as its last line{why}.",
        )

    def named_outside(self, text: str, cites: tuple[Citation, ...]) -> bool:
        """Whether a block names the speaker of the block quotation above it, which is told; else that one has none."""
        if self.nameless is None:
            return False
        name = _named(text.strip()) if "\n" not in text.strip() else ""
        if not name:
            self.unnamed(self.nameless)
            return False
        self.unnamed(self.spot(text.strip()[:12]), name, cites, ", with the sign `>` before it")
        return True


def said(quotation: Quotation, speaker: str = "") -> Statement:
    """The statement that a quotation without a citation mark of its own is."""
    return Statement(
        Role.QUOTATION, quotation.where, quotation.text, Basis.DIRECT, quotation.citations, (quotation,), speaker
    )


def _named(line: str) -> str:
    """The speaker whom a line names that may have been meant to; empty when it seems to say something else."""
    line = " ".join(line.strip("\x00 \n").split())
    led = _LED.fullmatch(line) if len(line) <= MOST_LETTERS else None
    if not led or len(led[2].split()) > MOST_NAME:
        return ""
    name = led[2].strip().rstrip(",. ")
    return name if _NAME.fullmatch(name) or (led[1] and name) else ""
