"""The inline content of one block of prose: its citations, quotations and apostrophes."""

from __future__ import annotations

import html
import re
from bisect import insort
from functools import partial

from msgspec.structs import replace

from briefing.markup import against, blockquotes, coverage, malformed, quotation_marks, quoted, sentences, terms
from briefing.markup.blocks import Block, CitationMark
from briefing.markup.body import Body
from briefing.markup.private import CITE, END
from briefing.markup.quoted import ABOVE
from briefing.model import citations, text
from briefing.model.problems import Level
from briefing.model.prose import Lack, Mark, Own, Uncited
from briefing.model.statements import Quotation, Role, Statement
from briefing.model.vocabulary import Basis

_RAW = re.compile(r"&lt;(/?[a-zA-Z][^\s&>]*)")
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=[sS])'(?=\s)")
_YEAR = re.compile(r"\d(?<!\w\d)\d{3}\b", re.ASCII)
#: A citation whose sign was forgotten.
_FORGOTTEN = re.compile(r"[\[(]?\s*@?([a-z0-9]+(?:-[a-z0-9]+)+)\s*,?\s*¶|[\[(]\s*@?\s*([a-z0-9]+)\s*,?\s*¶")
#: Where one sentence ends and another begins.
_SENTENCE = re.compile(r"[.!?]\s+\S")


def finish_block(body: Body) -> str | None:
    """Finish a block's inline content: its citations and quotations.

    Returns its text without citation marks, or None if there is nothing to show.
    """
    block, body.segments = Block(body.segments), []
    if not block.text or block.text.isspace():
        return None
    problems_before, notes_before = len(body.problems), len(body.notes)
    in_quotation = "blockquote" in body.open
    if block.has_code and (quotation := terms.quotation_in_code(block, body.terms)):
        message = "a quotation must not stand in code, where it is not checked."
        body.problem(body.spot(quotation), "quote-code", message, "Take the backticks away, and cite.")
    if "[@" in block.masked:
        _read_citations(body, block)
    if "¶" in block.bare:
        _report_forgotten(body, block, in_quotation)
    exempt = False
    quotations: list[tuple[int, Quotation]] = []
    if not in_quotation:
        if body.nameless:
            exempt = blockquotes.is_speaker(body, block.bare, block.marks[-1].citations if block.marks else ())
        malformed.report(body, block.bare, lines=not (body.rows or body.in_heading or body.code or exempt))
        exempt = exempt or malformed.is_no_paragraph(body, block.text, bool(block.marks))
        quotations = quoted.quotations(body, block)
    for start, end, _ in block.marks if len(block.segments) > 1 or block.segments[0].inline else ():
        if any(number < 0 for number in block.segment_at(start).inline):
            mark = body.spot(block.masked[start:end], block.masked.count("\n", 0, start))
            remedy = "Write `[words](../actors/name.md) [@source-id, ¶16]`."
            body.problem(mark, "citation", "a citation must stand behind a link, not among its words.", remedy)
    _add_statements(body, block, quotations)
    doubtful = Level.ERROR in [problem.level for problem in body.problems[problems_before:]]
    if doubtful:  # what a fault hides is not reported as missing, nor who speaks in a torn sentence
        torn = "quotation-open" in [problem.code for problem in body.problems[problems_before:]]
        speaker = {"speaker": blockquotes.NAMELESS} if torn else {}
        body.notes[notes_before:] = [replace(note, basis=note.known, **speaker) for note in body.notes[notes_before:]]
    if "'" in block.bare:
        edited = {start for start, _, _ in block.edits}  # the closing mark of a quotation in single ones
        marks = (match for match in APOSTROPHE.finditer(block.bare) if match.start() not in edited)
        block.edits += [(match.start(), match.end(), "’") for match in marks]
    _add_own_words(body, block, bool(block.marks) or exempt or doubtful, in_quotation)
    if not (exempt or doubtful or in_quotation or body.in_heading or body.code):
        _add_uncovered(body, block)
    if in_quotation:
        blockquotes.add_block(body, block)
    said = "" if body.in_heading or in_quotation else sentences.blanked(block.shown[-ABOVE:])
    if "thead" in body.open:
        body.heads[body.rows[-1].cell] = said
    if not body.rows and "li" not in body.open:
        body.lead = said if block.plain.rstrip().endswith(":") else ""
    body.above = "" if body.in_heading else f"{body.above} {said}"[-ABOVE:].strip()
    block.write(body.out)
    return block.plain


def _read_citations(body: Body, block: Block) -> None:
    """Read the citation marks of a block and blank them in its texts."""
    for match in citations.MARK.finditer(block.masked):
        try:
            cites = citations.parse("@" + match[1])
        except citations.CitationError as error:
            cites = citations.UNREADABLE
            example = f"`[@{error.mended.replace('; ', '; @')}]`" if error.mended else ""
            remedy = f"Write {example or '`[@source-id, ¶16]` or `[@source-id, ¶16, reported]`'}."
            mark = body.spot(match.group(), block.masked.count("\n", 0, match.start()))
            body.problem(mark, "citation", f"{error}.", remedy)
            body.lost.add("body")
        cited = CitationMark(*match.span(), cites)
        between = block.masked[block.marks[-1].end : cited.start] if block.marks else ""
        if both := against.joined(block.marks, between, cited):
            block.marks[-1] = both
        else:
            block.marks.append(cited)
    for start, end, _ in block.marks:
        blank = "\x00" * (end - start)
        block.bare = f"{block.bare[:start]}{blank}{block.bare[end:]}"
        block.shown = f"{block.shown[:start]}{blank}{block.shown[end:]}" if block.has_code else block.bare
    block.plain = citations.MARK.sub(lambda mark: "\n" * mark[0].count("\n"), block.text)


def _report_forgotten(body: Body, block: Block, in_quotation: bool) -> None:
    """Report a citation without its brackets or its source; it joins the marks as one that cannot be read."""
    if match := _FORGOTTEN.search(block.bare):
        at, shown = match.start(), match.group().strip()
        message = f"a citation must {'end with `]`' if shown[:2] == '[@' else 'begin with `[@`'}."
        remedy = f"Write `[@{match[1] or match[2]}, ¶…]`."
    elif not block.marks and not in_quotation:
        at, shown = block.bare.index("¶"), "¶"
        message = "a citation must name its source by its id, the name of its file in `seeds`, between `[@` and `]`."
        remedy = "Write `[@source-id, ¶16]`."
    else:
        return
    body.problem(body.spot(shown, block.bare.count("\n", 0, at)), "citation", message, remedy)
    body.lost.add("body")
    insort(block.marks, CitationMark(at, at, citations.UNREADABLE))


def _add_statements(body: Body, block: Block, quotations: list[tuple[int, Quotation]]) -> None:
    """Make a statement of each citation mark of a block with the quotations that are a part of it."""
    shown, since = block.shown, 0
    for number, (start, end, cites) in enumerate(block.marks):
        begin = len(shown[:start].rstrip())
        if against.is_ours(cites):
            block.edits.append((begin, end, ""))
        elif cites is not citations.UNREADABLE:
            support = citations.supporting(cites)
            basis = next(filter(None, [cite.basis for cite in support]), None)
            quoted = [quotation for of, quotation in quotations if of == number]
            quotations = [(of, quotation) for of, quotation in quotations if of != number]
            if quoted and basis is Basis.DIRECT:
                quoted[0] = replace(quoted[0], spoken=True)
            block.edits.append((begin, end, f"{CITE}{len(body.notes)}{END}"))
            words = " ".join(shown[since:begin].replace("\x00", "").split()).lstrip(".,;:!? ")
            mark = body.spot("", shown.count("\n", 0, start))
            contrary = against.statements(body, cites, mark)
            body.notes.append(Statement(Role.NOTE, mark, words, basis, support, tuple(quoted), against=contrary))
        since = end
    body.loose += [blockquotes.unmarked(quotation) for _, quotation in quotations]


def _add_own_words(body: Body, block: Block, cited: bool, in_quotation: bool) -> None:
    """Note what a block says in our own words, and whether it lacks a citation."""
    plain, masked = block.plain, block.masked
    body.words += text.words(plain)
    snippet = plain if body.code else masked.split("\x00")[0].split("[@")[0]
    begin = partial(body.spot, snippet.strip(), block=Mark(body.line, body.column))
    if body.code:
        body.own.append(Own(text.plain(plain), begin, code=True))
    elif not in_quotation:
        body.own.append(Own(quotation_marks.mask(text.plain(plain.replace("\x00", "").strip("\n"))), begin))
    if raw := _RAW.search(html.escape(masked.replace("\x00", ""), quote=False)) if "<" in masked else None:
        message = f"prose must not hold the HTML element `{raw[1][:40]}`; it is shown as text."
        remedy = "Write it in Markdown, or between backticks."
        body.problem(body.anywhere("<" + raw[1]), "raw-html", message, remedy, Level.WARNING)
    if "<!--" in masked:
        message = "a comment must end with `-->` in its own paragraph; this one would be shown."
        body.problem(body.anywhere("<!--"), "comment", message, "Write `<!-- words -->`, without hyphens at its ends.")
    if body.rows:
        row = body.rows[-1]
        row.cited |= cited
        row.texts.append(plain if in_quotation or plain.strip() else "")
    elif not cited and not body.in_heading and not body.code:
        if plain.rstrip().endswith(":") and not _SENTENCE.search(plain):
            body.announcing = Uncited(begin())
        else:
            body.uncited.append(Uncited(begin()))


def _add_uncovered(body: Body, block: Block) -> None:
    """Note the sentences of a block that no citation covers; a cell without one rests on that of its row."""
    last = block.marks[-1].end if block.marks else 0
    rest = block.shown[last:].replace("\x00", " ")
    if not body.rows and rest.strip():
        body.unmarked.append((rest.strip(), body.spot("", block.shown.count("\n", 0, last))))
    if not (block.marks or body.rows):
        return
    shown = block.shown
    for bare in coverage.uncovered(shown, [(mark.start, mark.end) for mark in block.marks]):
        first = block.segment_at(bare.start)
        probe = shown[bare.start : min(bare.end, block.starts[block.segments.index(first) + 1])]
        lack = Uncited(body.spot(probe.split("\x00")[0], shown.count("\n", 0, bare.start)), bare.why)
        if bare.why is Lack.BEHIND and not body.rows and coverage.is_announcement(shown, bare):
            body.announcing = lack
        else:
            body.uncited.append(lack)


def years(body: Body) -> tuple[tuple[int, Mark], ...]:
    """Where each year first stands in our own words."""
    first: dict[int, Mark] = {}
    for own in body.own:
        for match in _YEAR.finditer("" if own.code else own.text):
            if (year := int(match.group())) not in first:
                first[year] = own.spot(match.start())
    return tuple(first.items())
