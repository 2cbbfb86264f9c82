"""The inline content of one block of prose: its citations, quotations and apostrophes.

Base of `briefing.markup.prose.Writer`, which walks the elements around it. Makes no element but its own.
"""

from __future__ import annotations

import bisect
import html
import itertools
import re

from msgspec.structs import replace

from briefing.markup import quotation_marks, segments, terms
from briefing.markup.blockquotes import Blockquotes, said
from briefing.markup.segments import Segment
from briefing.model import citations, text
from briefing.model.problems import Level
from briefing.model.statements import Quotation, Role, Statement
from briefing.model.text import around, words
from briefing.model.vocabulary import Basis
from briefing.model.written import Citation, Heading, Mark, Own, Reference

#: Private marks: ROOT stands for the way back to the site's root, CITE n END for the n-th citation mark.
ROOT, CITE, END = "\x01", "\x02", "\x03"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_RAW = re.compile(r"&lt;(/?[a-zA-Z][^\s&>]*)")
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=[sS])'(?=\s)")
_YEAR = re.compile(r"\b\d{4}\b", re.ASCII)
#: A citation whose sign was forgotten.
_FORGOTTEN = re.compile(r"[\[(]?\s*@?([a-z0-9]+(?:-[a-z0-9]+)+)\s*,?\s*¶|[\[(]\s*@?\s*([a-z0-9]+)\s*,?\s*¶")
#: Where one sentence ends and another begins.
_SENTENCE = re.compile(r"[.!?]\s+\S")
_PARTNER = {"“": "”", "„": "“", "«": "»", "»": "«", "‹": "›", "‘": "’"}
#: A citation further behind an open mark is not shown with it.
_NEAR = 300
_TYPE, _CLOSE = 'Write "words" or “words”.', "Close the quotation, or write inches in words."


class Inline(Blockquotes):
    """What one pass over a text has gathered, and how a block's inline content is finished."""

    def __init__(self, markdown: str, path: str, first_line: int, terms: frozenset[str]) -> None:
        super().__init__(markdown, path, first_line)
        self.terms = terms
        self.out: list[str] = []
        self.unit: list[Segment] = []
        self.inline: list[int] = []
        self.count = 0
        self.references: list[Reference] = []
        self.headings: list[Heading] = []
        self.anchors: dict[str, int] = {}
        self.heading_index = 0
        self.in_heading = ""
        self.uncited: list[Mark] = []
        self.announcing: Mark | None = None
        self.words = 0
        self.code = 0
        self.told_raw = False
        self.lost: set[str] = set()

    def flush(self) -> None:
        """Finish a block's inline content: citations, quotations, headings."""
        unit, self.unit = self.unit, []
        text = "".join([segment.text for segment in unit])
        if not text or text.isspace():
            return
        told, before = len(self.problems), len(self.notes)
        masked = text
        if any(segment.code for segment in unit):
            masked = "".join(["\x00" * len(s.text) if s.code else s.text for s in unit])
            self.code_that_quotes(unit)
        in_heading, in_quotation = self.in_heading, "blockquote" in self.open
        edits: list[tuple[int, int, str]] = []
        marks: list[tuple[int, int, tuple[Citation, ...]]] = []
        bare, shown = masked, text
        for match in citations.MARK.finditer(masked) if "[@" in masked else ():
            blank = "\x00" * len(match.group())
            bare = f"{bare[: match.start()]}{blank}{bare[match.end() :]}"
            shown = f"{shown[: match.start()]}{blank}{shown[match.end() :]}"
            try:
                marks.append((match.start(), match.end(), citations.parse("@" + match[1])))
            except citations.CitationError as error:
                mark = self.spot(match.group(), masked.count("\n", 0, match.start()))
                remedy = "Write `[@source-id, ¶16]` or `[@source-id, ¶16, reported]`."
                self.problem(
                    mark,
                    "citation",
                    f"{error}.",
                    f"Write `[@{error.mended.replace('; ', '; @')}]`." if error.mended else remedy,
                )
                self.lost.add("body")
                marks.append((match.start(), match.end(), citations.UNREADABLE))
        self.forgotten(bare, marks, in_quotation)
        spans, unclosed = ([], []) if in_quotation else quotation_marks.find(bare)
        found: list[tuple[int, Quotation]] = []
        outside = False
        if not in_quotation:
            outside = self.named_outside(bare, marks[-1][2] if marks else ())
            self.tell_slips(bare, in_heading, lines=not (self.rows or in_heading or self.code or outside))
            outside = outside or self.is_no_paragraph(text, bool(marks), in_heading)
            found = self.find_quotations(bare, shown, spans, unclosed, marks, unit, edits)
        for start, end, _ in marks:
            if segments.in_link(unit, start):
                mark = self.spot(masked[start:end], masked.count("\n", 0, start))
                remedy = "Write `[words](../actors/name.md) [@source-id, ¶16]`."
                self.problem(mark, "citation", "a citation must stand behind a link, not among its words.", remedy)
        self.find_citations(shown, found, marks, edits)
        doubtful = any(problem.level is Level.ERROR for problem in self.problems[told:])
        if doubtful:  # what a fault hides is not told as missing
            self.notes[before:] = [replace(note, basis=note.known) for note in self.notes[before:]]
        if "'" in bare:
            edits += [(match.start(), match.end(), "’") for match in APOSTROPHE.finditer(bare)]
        plain = citations.MARK.sub(lambda m: "\n" * m.group().count("\n"), text) if bare is not masked else text
        self.note_block(plain, masked, bool(marks) or outside or doubtful, in_heading, in_quotation)
        if in_quotation:
            self.quoted_block(plain, marks, bare, edits)
        segments.apply(self.out, unit, edits)
        if in_heading:
            self.heading(in_heading, plain)

    def forgotten(self, bare: str, marks: list[tuple[int, int, tuple[Citation, ...]]], in_quotation: bool) -> None:
        """Tell of a citation without its brackets or its source; it joins the marks as one that cannot be read."""
        if "¶" not in bare:
            return
        if found := _FORGOTTEN.search(bare):
            shown = found.group().strip()
            message = f"a citation must {'end with `]`' if shown[:2] == '[@' else 'begin with `[@`'}."
            remedy = f"Write `[@{found[1] or found[2]}, ¶…]`."
        elif not marks and not in_quotation:
            shown = "¶"
            message = (
                "a citation must name its source by its id, the name of its file in `seeds`, between `[@` and `]`."
            )
            remedy = "Write `[@source-id, ¶16]`."
        else:
            return
        at = found.start() if found else bare.index("¶")
        self.problem(self.spot(shown, bare.count("\n", 0, at)), "citation", message, remedy)
        self.lost.add("body")
        bisect.insort(marks, (at, at, citations.UNREADABLE))

    def years(self) -> tuple[tuple[int, Mark], ...]:
        """Where each year first stands in our own words."""
        found: dict[int, Mark] = {}
        for own in (own for own in self.own if not own.code):
            assert isinstance(own.where, Mark)
            for match in _YEAR.finditer(own.text):
                found.setdefault(int(match.group()), own.spot(match.start(), own.where))
        return tuple(found.items())

    def heading(self, name: str, plain: str) -> None:
        """Finish the heading that this block is; the writer's."""
        raise TypeError("headings belong to the writer")

    def find_quotations(
        self,
        bare: str,
        shown: str,
        spans: list[quotation_marks.Span],
        unclosed: list[int],
        marks: list[tuple[int, int, tuple[Citation, ...]]],
        unit: list[Segment],
        edits: list[tuple[int, int, str]],
    ) -> list[tuple[int, Quotation]]:
        """The quotations of a block, each with the number of the citation mark whose statement it is a part of: the
        next behind it, else the last; -1 where there is none.
        """

        def crossed(span: quotation_marks.Span) -> bool:
            """Whether words stand in it behind a citation."""
            end = next((end for begin, end, _ in marks if span.start < begin and end < span.end), span.end)
            return any(character.isalnum() for character in bare[end : span.end])

        if (typed := quotation_marks.doubled(bare)) is not None:
            spans = [span for span in spans if not typed <= span.start <= typed + 2]
            snippet = bare[typed : typed + 20].split("\x00")[0]
            self.problem(
                self.spot(snippet, bare.count("\n", 0, typed)),
                "quotation-open",
                "a quotation must be typed with quotation marks, not with two single signs.",
                _TYPE,
            )
        for offset in unclosed:
            if not quotation_marks.opens(bare, offset) and any(crossed(span) for span in spans):
                continue  # it closes what was opened before a citation, which is told
            message, remedy = (
                ("a quotation must be typed with quotation marks, not with signs that look like them.", _TYPE)
                if bare[offset] in quotation_marks.POSING
                else _unclosed(bare, shown, offset, marks)
            )
            mark = self.spot(bare[offset : offset + 24].split("\x00")[0], bare.count("\n", 0, offset))
            self.problem(mark, "quotation-open", message, remedy)
        found: list[tuple[int, Quotation]] = []
        starts = [0, *itertools.accumulate([len(segment.text) for segment in unit])] if spans else []
        for span in spans:
            inner = span.inner(shown).replace("\x00", "")  # code in it counts, for it is shown
            straight = bare[span.start] in "\"'"
            opening = {'"': "“", "'": "‘"}.get(bare[span.start], bare[span.start]) if straight else bare[span.start]
            closing = {'"': "”", "'": "’"}.get(bare[span.end - 1], bare[span.end - 1])
            if not inner.strip():
                continue
            if crossed(span):
                mark = self.spot(bare[span.start : span.end].split("\x00")[0], bare.count("\n", 0, span.start))
                self.problem(mark, "quotation-open", *_unclosed(bare, shown, span.start, marks))
                continue
            number = bisect.bisect_left(marks, span.end, key=lambda cited: cited[0])
            number = min(number, len(marks) - 1)
            cites = marks[number][2] if marks else ()
            on_method = bool(cites) and all(cite.source == citations.OURS for cite in cites)
            is_term = terms.is_term(bare, span, self.terms, on_method)
            if not is_term:
                mark = self.spot(bare[span.start : span.end].split("\x00")[0], bare.count("\n", 0, span.start))
                sentence = around(bare, span.start, span.end)
                found.append((number, Quotation(inner, mark, cites, sentence=sentence)))
                first, last = (bisect.bisect_right(starts, at) - 1 for at in (span.start, span.end - 1))
                if any(piece.startswith("<img") for piece in self.out[unit[first].index : unit[last].index]):
                    self.problem(mark, "image-quote", "a quotation must hold no image.", "Put the image behind it.")
            wrap = not is_term and segments.path(unit, starts, span.start) == segments.path(unit, starts, span.end - 1)
            edits.append((span.start, span.start + 1, ('<q class="quotation">' if wrap else "") + opening))
            edits.append((span.end - 1, span.end, closing + ("</q>" if wrap else "")))
        return found

    def code_that_quotes(self, unit: list[Segment]) -> None:
        """Code is shown as it is and never checked, so it must not look like a quotation."""
        if found := terms.quotation_in_code(unit, self.terms):
            message = "a quotation must not stand in code, where it is not checked."
            self.problem(self.spot(found), "quote-code", message, "Take the backticks away, and cite.")

    def find_citations(
        self,
        shown: str,
        found: list[tuple[int, Quotation]],
        marks: list[tuple[int, int, tuple[Citation, ...]]],
        edits: list[tuple[int, int, str]],
    ) -> None:
        """Make a statement of each citation mark of a block with the quotations that are a part of it."""
        loose, since = found, 0
        for number, (start, end, cites) in enumerate(marks):
            begin = start
            while begin and shown[begin - 1].isspace():
                begin -= 1
            if all(cite.source == citations.OURS for cite in cites):
                edits.append((begin, end, ""))
            elif cites is not citations.UNREADABLE:
                basis = next((cite.basis for cite in cites if cite.basis), None)
                quotations = [quotation for of, quotation in loose if of == number]
                loose = [(of, quotation) for of, quotation in loose if of != number]
                if quotations and basis is Basis.DIRECT:
                    quotations[0] = replace(quotations[0], spoken=True)
                edits.append((begin, end, f"{CITE}{len(self.notes)}{END}"))
                mark = self.spot(shown[start:end], shown.count("\n", 0, start))
                words = " ".join(shown[since:begin].replace("\x00", "").split()).lstrip(".,;:!? ")
                self.notes.append(Statement(Role.NOTE, mark, words, basis, cites, tuple(quotations)))
            since = end
        self.loose += [said(quotation) for _, quotation in loose]

    def note_block(self, plain: str, masked: str, cited: bool, in_heading: str, in_quotation: bool) -> None:
        self.words += words(plain)
        mark = self.spot(plain.strip() if self.code else masked.split("\x00")[0].split("[@")[0].strip())
        if self.code:
            self.own.append(Own(text.plain(plain), mark, code=True))
        elif not in_quotation:
            self.own.append(Own(quotation_marks.mask(text.plain(plain.replace("\x00", "").strip("\n"))), mark))
        if raw := _RAW.search(html.escape(masked.replace("\x00", ""), quote=False)) if "<" in masked else None:
            self.problem(
                self.anywhere("<" + raw[1]),
                "raw-html",
                f"prose must not hold the HTML element `{raw[1][:40]}`; it is shown as text.",
                "Write it in Markdown, or between backticks.",
                Level.WARNING,
            )
        if "<!--" in masked:
            self.problem(
                self.anywhere("<!--"),
                "comment",
                "a comment must end with `-->` in its own paragraph; this one would be shown.",
                "Write `<!-- words -->`, without hyphens at its ends.",
            )
        if self.rows:
            row = self.rows[-1]
            row.cited |= cited
            row.texts.append(plain if in_quotation or plain.strip() else "")
        elif not cited and not in_heading and not self.code:
            if plain.rstrip().endswith(":") and not _SENTENCE.search(plain):
                self.announcing = mark
            else:
                self.uncited.append(mark)


def _unclosed(
    bare: str, shown: str, offset: int, marks: list[tuple[int, int, tuple[Citation, ...]]]
) -> tuple[str, str]:
    """What to say of a quotation mark that nothing closes, at least before the citation behind it."""
    number = bisect.bisect_right(marks, offset, key=lambda cited: cited[0])
    behind = marks[number][0] if number < len(marks) else None
    near = behind is not None and behind - offset <= _NEAR
    words = " ".join(shown[offset + 1 : behind if near else offset + _NEAR].replace("\x00", " ").split())
    if behind is None or not words:
        return "a quotation mark must have its partner in the same paragraph.", _CLOSE
    opens = " ".join(words.split(" ")[:4])
    message = f"a quotation must be closed before its citation; the one that opens at “{opens}” is not."
    shown_end = words if len(words) <= 60 else f"… {words[-40:].partition(' ')[2]}"
    opening = bare[offset]
    example = f", as in `{opening}{shown_end}{_PARTNER.get(opening, opening)} [@…]`" if near else ""
    return message, f"Put the closing mark behind the last word quoted{example}."
