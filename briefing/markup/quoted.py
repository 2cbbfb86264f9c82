"""The quotations in one block of running prose: where they are, what stands around them, how they are marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from briefing.markup import against, quotation_marks, sentences, terms, translations
from briefing.markup.blocks import Block
from briefing.markup.body import Body
from briefing.markup.private import CLOSE, END, OPEN, VOICE
from briefing.markup.quotation_marks import Span
from briefing.model import citations
from briefing.model.prose import Mark
from briefing.model.statements import Quotation, Translation

_PARTNER = {"“": "”", "„": "“", "«": "»", "»": "«", "‹": "›", "‘": "’"}
_MARKS = {*_PARTNER, *_PARTNER.values(), '"'}
_OPENING, _CLOSING = {'"': "“", "'": "‘"}, {'"': "”", "'": "’"}
#: So much of what a section says before a paragraph is kept beside a quotation, in letters.
ABOVE = 600
#: A citation further behind an open mark is not shown with it.
_NEAR = 300
_POSES = "a quotation must be typed with quotation marks, not with signs that look like them."
_UNLIKE = (
    "a quotation must close with the mark that belongs to the one that opens it; `{}` opens it, and `{}` closes it."
)
_TYPE, _CLOSE = 'Write "words" or “words”.', "Close the quotation, or write inches in words."


def _led_by(body: Body) -> str:
    """What the paragraph says that announces a list; in a table, the cells of the row so far, and the column's head."""
    row = body.rows[-1] if body.rows else None
    cells = ". ".join(filter(None, row.texts)) if row else ""
    head = body.heads.get(row.cell, "") if row else ""
    return ". ".join(filter(None, (body.lead, sentences.blanked(cells[-ABOVE:]), head)))


def _crosses(block: Block, span: Span) -> bool:
    """Whether words stand in a span behind a citation."""
    end = next((end for begin, end, _ in block.marks if span.start < begin and end < span.end), span.end)
    return any(character.isalnum() for character in block.bare[end : span.end])


def quotations(body: Body, block: Block) -> list[tuple[int, Quotation]]:
    """The quotations of a block, each with the number of the citation mark whose statement it is a part of: the next
    behind it, else the last; -1 where there is none.
    """
    bare = block.bare
    spans, unclosed = quotation_marks.find(bare)
    if (typed := quotation_marks.doubled(bare)) is not None:
        spans = [span for span in spans if not typed <= span.start <= typed + 2]
        message = "a quotation must be typed with quotation marks, not with two single signs."
        body.problem(body.spot_in(bare, typed, typed + 20), "quotation-open", message, _TYPE)
    unlike = dict(_unlike(block, unclosed))
    closes = {*unlike.values()}
    for offset in unclosed:
        if not quotation_marks.opens(bare, offset) and any(_crosses(block, span) for span in spans):
            continue  # it closes what was opened before a citation, which is reported
        if (closing := unlike.get(offset)) is not None:
            message, remedy = _UNLIKE.format(bare[offset], bare[closing]), _TYPE
            body.problem(body.spot_in(bare, offset, closing + 1), "quotation-open", message, remedy)
            continue
        if offset in closes:
            continue  # it is told with the mark that opens
        is_posing = bare[offset] in quotation_marks.POSING
        message, remedy = (_POSES, _TYPE) if is_posing else _unclosed(block, offset)
        body.problem(body.spot_in(bare, offset, offset + 24), "quotation-open", message, remedy)
    translated, spans = _translations(body, block, spans)
    found: list[tuple[int, Quotation]] = []
    for place, span in enumerate(spans):
        inner = span.inner(block.shown).replace("\x00", "")  # code in it counts, for it is shown
        if not inner.strip():
            continue
        spot = body.spot_in(bare, span.start, span.end)
        if _crosses(block, span):
            body.problem(spot, "quotation-open", *_unclosed(block, span.start))
            continue
        number = min(bisect_left(block.marks, span.end, key=itemgetter(0)), len(block.marks) - 1)
        cites = citations.supporting(block.marks[number].citations) if block.marks else ()
        on_method = against.is_ours(cites)
        first, last = block.segment_at(span.start), block.segment_at(span.end - 1)
        opens, inner_marks, is_term = "", ("", ""), terms.is_term(bare, span, body.terms, on_method)
        if not is_term:
            earlier, before, behind = sentences.around(block.shown, spans, place)
            earlier = " ".join(filter(None, (_led_by(body), earlier)))
            where = earlier, before, behind, body.above
            found.append(
                (number, Quotation(inner, spot, cites, False, *where, body.quoted, translated.get(span.start)))
            )
            opens = f'<q class="quotation"{VOICE}{body.quoted}{END}>'
            inner_marks = f"{OPEN}{body.quoted}{END}", f"{CLOSE}{body.quoted}{END}"
            body.quoted += 1
            if any(piece.startswith("<img") for piece in body.out[first.index : last.index]):
                body.problem(spot, "image-quote", "a quotation must hold no image.", "Put the image behind it.")
        mark(block, span, opens, "</q>" if opens else "", inner_marks)
    return found


def mark(block: Block, span: Span, opens: str = "", closes: str = "", inner: tuple[str, str] = ("", "")) -> None:
    """Write a span with typographic marks, in an element, and what is within the marks in another, unless others begin
    or end within it.
    """
    if block.segment_at(span.start).inline != block.segment_at(span.end - 1).inline:
        opens, closes, inner = "", "", ("", "")
    opening, closing = block.bare[span.start], block.bare[span.end - 1]
    block.edits.append((span.start, span.start + 1, opens + _OPENING.get(opening, opening) + inner[0]))
    block.edits.append((span.end - 1, span.end, inner[1] + _CLOSING.get(closing, closing) + closes))


def _translations(body: Body, block: Block, spans: list[Span]) -> tuple[dict[int, Translation], list[Span]]:
    """The translations of quotations, by the offsets at which these begin, and the spans that are no translations.

    Marks the translations, and blanks in what is `shown` of a block what stands beside a quotation for their sake, so
    that the rest of the sentence is read as it would be without.
    """
    found = translations.find(block.bare, spans)
    translated: dict[int, Translation] = {}
    for pair in found.pairs:
        words = " ".join(block.shown[slice(*pair.words)].replace("\x00", "").split())
        translated[spans[pair.original].start] = Translation(words, pair.by)
        if pair.translation >= 0:
            mark(block, spans[pair.translation], '<span class="translation">', "</span>")
    for start, end in (stretch for pair in found.pairs for stretch in pair.beside):
        block.shown = f"{block.shown[:start]}{chr(0) * (end - start)}{block.shown[end:]}"
    for number in found.alone:
        span = spans[number]
        report_alone(body, body.spot_in(block.bare, span.start, span.end))
        mark(block, span)
    for number in found.nobodys:
        span = spans[number]
        message = "a translation must say whose it is."
        remedy = 'Write `"the original" ("its translation", our translation)`, or whose else it is.'
        body.problem(body.spot_in(block.bare, span.start, span.end), "translation-whose", message, remedy)
        mark(block, span)
    others = {*found.alone, *found.nobodys, *(pair.translation for pair in found.pairs)}
    return translated, [span for number, span in enumerate(spans) if number not in others]


def report_alone(body: Body, spot: Mark) -> None:
    """Report a translation without its original."""
    message = "a translation must stand right behind the words that it translates, which are quoted in their language."
    remedy = 'Write `"the original" ("its translation", our translation)`.'
    body.problem(spot, "translation-original", message, remedy)


def _unlike(block: Block, unclosed: list[int]) -> Iterator[tuple[int, int]]:
    """The marks without a partner that open something, each with the next one, where that closes it in another form: it
    does not open, and no citation stands between them.
    """
    for offset, behind in pairwise(sorted(unclosed)):
        is_mark = block.bare[offset] in _MARKS and block.bare[behind] in _MARKS
        if is_mark and quotation_marks.opens(block.bare, offset) and not quotation_marks.opens(block.bare, behind):
            begins = bisect_right(block.marks, offset, key=itemgetter(0))
            if begins == len(block.marks) or block.marks[begins][0] >= behind:
                yield offset, behind


def _unclosed(block: Block, offset: int) -> tuple[str, str]:
    """What to say of a quotation mark that nothing closes, at least before the citation behind it."""
    number = bisect_right(block.marks, offset, key=itemgetter(0))
    behind = block.marks[number].start if number < len(block.marks) else None
    near = behind is not None and behind - offset <= _NEAR
    words = " ".join(block.shown[offset + 1 : behind if near else offset + _NEAR].replace("\x00", " ").split())
    if behind is None or not words:
        return "a quotation mark must have its partner in the same paragraph.", _CLOSE
    opens = " ".join(words.split(" ")[:4])
    message = f"a quotation must be closed before its citation; the one that opens at “{opens}” is not."
    shown_end = words if len(words) <= 60 else f"… {words[-40:].partition(' ')[2]}"
    opening = block.bare[offset]
    example = f", as in `{opening}{shown_end}{_PARTNER.get(opening, opening)} [@…]`" if near else ""
    return message, f"Put the closing mark behind the last word quoted{example}."
