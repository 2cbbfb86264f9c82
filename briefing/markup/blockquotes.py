"""Block quotations and table rows: groups of blocks with one citation in all, and the line that names a speaker."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefing.markup import malformed, quotation_marks, quoted, terms, translations
from briefing.markup.blocks import Block
from briefing.markup.body import Body, Row
from briefing.markup.private import END, OURS
from briefing.model import citations
from briefing.model.citations import Citation
from briefing.model.prose import Mark, Own
from briefing.model.statements import Quotation, Role, Statement
from briefing.model.text import plain
from briefing.model.vocabulary import Basis

#: A last line that names the speaker, and how it begins.
_SPEAKER = re.compile(r"(?:^|\n)\s*([—–―−-](?!-)|-{2,}|~+|[•·])\s*([^\n]*)$")
_DASHES = "—–―−-"
_LED = re.compile(r"\s*([—–―−~•·*-]*)\s*\(?([^()\n]*)\)?\s*[.:]?\s*")
_NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?: (?:[^\W\d_a-z][\w’'.-]*|[a-z]{2,3}))*(?:,[^.!?]*)?")
#: Stands for a speaker who cannot be made out for a fault that is reported.
NAMELESS = " "
#: A longer line names nobody.
MOST_NAME, MOST_LETTERS = 12, 160


def add_block(body: Body, block: Block) -> None:
    """Add a block to its block quotation: its citations, and the speaker if its last line names one."""
    row = body.rows[-1]
    row.citations += tuple(cite for mark in block.marks for cite in citations.supporting(mark.citations))
    text = block.plain.strip()
    if row.speaker:
        message = "the line that names the speaker must be the last of a block quotation, and the only one with a dash."
        remedy = "Put it at the end; write a dash of the source's within a line."
        body.problem(row.mark, "quote-speaker", message, remedy)
    if speaker := _SPEAKER.search(text):
        row.speaker = speaker[2].strip().rstrip(",. ")
        body.own.append(Own(plain(row.speaker), lambda: row.mark))
        if terms.has_quotation(row.speaker, frozenset()):
            message = "the line that names the speaker must hold no quotation."
            body.problem(row.mark, "quote-speaker", message, "Write `> — Speaker [@source-id, ¶8]`.")
        if speaker[1] not in _DASHES:
            _report_unnamed(body, body.spot(speaker[1], block.plain.rstrip().count("\n")), row.speaker, row.citations)
        text = text[: speaker.start()]
    line = _SPEAKER.search(block.bare.rstrip("\x00 \n")) if speaker else None
    ours = [(line.start(1), "attribution")] if line else []
    if found := translations.in_block(text):
        row.translation, text = found.translation, text[: found.start].rstrip()
        if there := translations.in_block(block.bare[: line.start()] if line else block.bare):
            ours = [(there.start, "translation"), *ours]
            if quotation_marks.wraps(there.words.of(block.bare)):
                quoted.mark(block, there.words)
    _set_apart(body, block, ours)
    row.texts[-1:] = [text]
    row.listed = "li" in body.open[-2:]


def _set_apart(body: Body, block: Block, ours: list[tuple[int, str]]) -> None:
    """Put what is ours in a block of a block quotation into elements.

    Each begins at an offset, has a class, and goes on to the next one, or to the end.
    """
    closes = ""
    for start, name in ours:
        before = block.bare[:start].rstrip(" \t\x00")
        at = len(before) - 1 if before.endswith("\n") else start
        is_whole = not block.segment_at(start).inline
        opens = f'<span class="{name}"{OURS}{body.rows[-1].number}{END}>' if is_whole else ""
        breaks = "<br>\n" if at < start else ""
        block.edits.append((at, start + 1, f"{closes}{breaks}{opens}{block.bare[start]}"))
        closes = "</span>" if opens else ""
    if closes:
        body.out.append(closes)


def end_quotation(body: Body, row: Row) -> None:
    """The citations in a block quotation are of all of it, without the line that names the speaker."""
    words = "\n\n".join(row.texts).strip()
    above, _, last = words.rpartition("\n")
    if quotation_marks.wraps((words if row.speaker else above).strip().rstrip(".,")):
        message = "a block quotation must be given without quotation marks around it; it is shown as one."
        body.problem(row.mark, "marks-around", message, "Take the marks away.")
    if not row.speaker:
        if above and (name := _speaker_in(last)):
            reason = "; a hyphen or an asterisk makes a list" if row.listed else ""
            _report_unnamed(body, body.spot(last.strip()[:12]), name, row.citations, reason)
            words = above
        else:
            body.nameless = row.mark
        row.cited = True  # one fault, reported once
    speaker = row.speaker or NAMELESS
    if row.translation and not words:
        quoted.report_alone(body, row.mark)
        body.notes[row.notes :] = [
            replace(note, basis=note.known, speaker=NAMELESS) for note in body.notes[row.notes :]
        ]
        return
    number, translation = row.number, row.translation
    quotations = (Quotation(words, row.mark, row.citations, spoken=True, number=number, translation=translation),)
    if len(body.notes) > row.notes:
        body.notes[row.notes :] = [
            replace(note, text=words, quotations=quotations, speaker=speaker, repeats=number > 0)
            for number, note in enumerate(body.notes[row.notes :])
        ]
    elif row.speaker or row.citations:
        body.loose.append(unmarked(quotations[0], speaker))


def end_row(body: Body, row: Row) -> None:
    """The citations of a table row serve the quotations of all its cells."""
    notes, loose = body.notes[row.notes :], body.loose[row.loose :]
    cites = tuple(cite for note in notes for cite in note.citations)
    uncited = tuple(
        quotation if quotation.citations else replace(quotation, citations=cites)
        for statement in loose
        for quotation in statement.quotations
    )
    shared = uncited or next((note.quotations[:1] for note in notes if note.quotations), ())
    if not notes or not shared:
        return
    bare = [number for number, note in enumerate(notes) if not note.quotations]
    for place, number in enumerate(bare):
        notes[number] = replace(notes[number], quotations=shared, repeats=place > 0 or not uncited)
    if uncited and not bare:
        notes[-1] = replace(notes[-1], quotations=notes[-1].quotations + uncited)
    body.notes[row.notes :], body.loose[row.loose :] = notes, []


def report_lost_cells(body: Body, head: bool) -> None:
    """The engine drops what a row holds beyond the heads' columns."""
    if head:  # right below a paragraph, they stand a line further down
        line = next((line for line in body.lines[body.line - 1 : body.line + 1] if "|" in line), "")
        body.columns = malformed.cells(line) if line else 0
        return
    line = body.lines[body.line - 1]
    if body.columns and "|" in line and (number := malformed.cells(line)) > body.columns:
        message = f"a row must not have more cells than the table has heads; it has {number}, they are {body.columns}, "
        remedy = "Add a head and a `---`, or take the cell away; a `|` within a cell is written `\\|`."
        body.problem(body.here, "markdown", f"{message}and the rest is lost.", remedy)
        body.rows[-1].cited = True  # its citation may be among what is lost


def _report_unnamed(body: Body, mark: Mark, name: str, cites: tuple[Citation, ...], reason: str = "") -> None:
    """Report that a block quotation does not name its speaker as it must."""
    body.nameless = None
    cite = f"{cites[-1].source}, {citations.locator(cites[-1].paragraphs)}" if cites else "source-id, ¶8"
    message = "a block quotation must end in a line that names its speaker behind a dash."
    remedy = f"Write `> — {name[:60] or 'Speaker'} [@{cite}]` as its last line{reason}."
    body.problem(mark, "quote-speaker", message, remedy)


def is_speaker(body: Body, text: str = "", cites: tuple[Citation, ...] = ()) -> bool:
    """Report a block quotation without a speaker once the block below it is known: whether that names the speaker."""
    if body.nameless is None:
        return False
    name = _speaker_in(text) if "\n" not in text.strip() else ""
    mark, reason = (body.spot(text.strip()[:12]), ", with the sign `>` before it") if name else (body.nameless, "")
    _report_unnamed(body, mark, name, cites if name else (), reason)
    return bool(name)


def unmarked(quotation: Quotation, speaker: str = "") -> Statement:
    """The statement that a quotation without a citation mark of its own is."""
    where, text, cites = quotation.where, quotation.text, quotation.citations
    return Statement(Role.QUOTATION, where, text, Basis.DIRECT, cites, (quotation,), speaker)


def _speaker_in(line: str) -> str:
    """The speaker whom a line names that may have been meant to; empty when it seems to say something else."""
    line = " ".join(line.strip("\x00 \n").split())
    led = _LED.fullmatch(line) if len(line) <= MOST_LETTERS else None
    if not led or len(led[2].split()) > MOST_NAME:
        return ""
    name = led[2].strip().rstrip(",. ")
    return name if _NAME.fullmatch(name) or (led[1] and name) else ""
