"""Why a quotation does not stand: the one question is whether its source has its words, and if not, what is nearest.

`sense` has the rules for quotations that stand word for word and yet say something else, `nearest` compares a quotation
with the words that come nearest to it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from briefing.model import lines, text
from briefing.quotations.bounds import trim
from briefing.quotations.diagnosis import sense
from briefing.quotations.diagnosis.nearest import nearest
from briefing.quotations.diagnosis.sense import MOST_SWALLOWED
from briefing.quotations.matching import Fault, Match, SourceText, split, words_in

#: Letters of other scripts that look like Latin ones (the part of Unicode TS 39 that matters in print).
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
    "ABESIJKMHOPCTYXaesijopcyxhABEZHIKMNOPTYXov",
)


def diagnose(
    quote: str, cited: Sequence[int], own: SourceText, others: Iterable[SourceText] = (), closely: bool = True
) -> Match | Fault:
    """Where a quotation stands in the paragraphs that it cites, or why it does not stand there.

    `cited` are paragraph numbers of `own`, its source; `others` are the texts of other sources, in which the words may
    stand instead. Unless `closely`, a missing quotation is reported without searching for near matches, which is quick.
    """
    if not split(quote):
        return Fault("quote-empty", "a quotation must hold words.", "Write the words, or take the marks away.")
    if mixed := next(text.mixed_script_words(quote), None):
        message = f"a quotation must not hold letters of another script that look alike, as in {mixed[1]!r}."
        return Fault("quote-look-alike", message, "Type the word anew.")
    if fault := sense.inserted(quote):
        return fault
    if match := own.find(quote, cited):
        if fault := sense.left_out(quote, match, own) or sense.ending(quote, cited, own):
            return fault
        if words_in(quote) == 1 and (times := own.times(quote, cited)) > 1:
            message = f"a quotation of one word must stand once in what it cites; it stands there {times} times."
            return Fault("quote-ambiguous", message, "Cite the one paragraph that is meant, or quote more words.")
        return match
    return _why_not(quote, cited, own, others) if closely else _missing(_shown(cited))


def _why_not(quote: str, cited: Sequence[int], own: SourceText, others: Iterable[SourceText]) -> Fault:
    """Why a quotation does not stand in the paragraphs that it cites."""
    shown = _shown(cited)
    if numbers := own.everywhere(quote):
        where = " and ".join(map(lines.typed, numbers[:3]))
        message = f"the quotation must stand in the paragraph it cites ({shown}); it stands in {where}."
        return Fault("quote-paragraph", message, f"Cite {where}.")
    if fault := _above(quote, own) or elsewhere(quote, others):
        return fault
    alike = quote.translate(_ALIKE)
    if alike != quote and own.everywhere(alike):
        message = "a quotation must be written with the letters of the source; some here only look like them."
        return Fault("quote-look-alike", message, "Type the words anew.")
    parts = split(quote)
    if len(parts) > 1:
        return _gap_fault(parts, cited, own, shown)
    near = nearest(parts[0], cited, own)
    glued = None if near and near.is_close() else _glued(parts[0], own)
    return glued or (near.fault(cited) if near else _missing(shown))


def _above(quote: str, own: SourceText) -> Fault | None:
    """The fault of a quotation that stands above the first paragraph, in a line that has no name yet."""
    for at, line in own.above.items():
        if SourceText("", (line,)).find(quote, [1]):
            message = "what a quotation is taken from must be a paragraph, or a line that the source's record names; "
            message += f"these words stand in line {at} of seeds/{own.source}.txt, above paragraph 1."
            remedy = (
                f"If that is a headline, write `lines: {{title: {at}}}` in `seeds/{own.source}.md`, and cite ¶title; "
            )
            return Fault("quote-paragraph", message, f"{remedy}others are subtitle, byline, dateline and caption.")
    return None


def elsewhere(quote: str, others: Iterable[SourceText]) -> Fault | None:
    """The fault of a quotation that stands in another source than the one it cites."""
    for other in others:
        if numbers := other.everywhere(quote):
            spot = lines.typed(numbers[0])
            message = f"the quotation must stand in the source it cites; it stands in `{other.source}`, {spot}."
            return Fault("quote-source", message, f"Cite `{other.source} {spot}`.")
    return None


def _gap_fault(parts: list[str], cited: Sequence[int], own: SourceText, shown: str) -> Fault:
    """Why the parts around gap marks do not stand where the quotation says."""
    spots = []
    for part in parts:
        if not (places := own.places(part)):
            near = nearest(part, cited, own)
            return near.fault(cited) if near else _missing(shown)
        spots.append(places[0])
    if spots != sorted(spots):
        return Fault(
            "quote-gap-order",
            "the parts around a gap mark must follow each other in the source; here a later part stands before an "
            f"earlier one ({lines.typed(spots[0][0])} and {lines.typed(spots[-1][0])}).",
            "Make two quotations of it, or put the parts in the source's order.",
        )
    where = ", ".join(lines.typed(number) for number, _ in dict.fromkeys(spots))
    message = f"every part of a quotation must stand in a paragraph it cites ({shown}); the parts stand in {where}."
    return Fault("quote-paragraph", message, f"Cite {where}.")


def _glued(part: str, own: SourceText) -> Fault | None:
    """The fault of a quotation that joins two runs of the text which stand apart; None when it does not."""
    words = part.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        head, tail = trim(" ".join(words[:cut])), trim(" ".join(words[cut:]))
        if not head or not tail:
            continue
        first, last = own.places(head), own.places(tail)
        if not _is_telling(head, len(first)) or not _is_telling(tail, len(last)):
            continue
        (a, at), (b, bt) = min(
            itertools.product(first, last), key=lambda two: (two[1] < two[0], abs(two[1][0] - two[0][0]))
        )
        in_order = (b, bt) > (a, at)
        if in_order and a == b and own.read(a)[at + len(head) : bt].count(" ") <= MOST_SWALLOWED:
            continue  # a word or two are left out: that is altered, not glued
        return Fault(
            "quote-glued" if in_order else "quote-gap-order",
            "words that stand apart in the source must not be joined without a gap mark; "
            f"“{_ends(head)}” stands in {lines.typed(a)} and “{_ends(tail)}” in {lines.typed(b)}.",
            _parted(head, tail, a, b, own) if in_order else "Make two quotations of it, in any order.",
        )
    return None


def _parted(head: str, tail: str, a: int, b: int, own: SourceText) -> str:
    """How to write two runs of words that stand apart, in ¶`a` and ¶`b`."""
    titles = [number for number in dict.fromkeys((a, b)) if _is_heading(own.read(number))]
    if titles and a != b:
        text = b if titles == [a] else a
        heading = lines.typed(titles[0])
        return (
            f"Quote from {lines.typed(text)} alone; {heading} looks like a heading, which is no part of its sentence."
        )
    if b - a > 1:
        return f"Make two quotations of it, and cite {lines.typed(a)} for the one and {lines.typed(b)} for the other."
    where = lines.typed(a) if a == b else f"{lines.typed(a)} and {lines.typed(b)}"
    return f"Write “{_ends(head)} […] {_ends(tail)}” and cite {where}, or make two quotations of it."


def _is_heading(paragraph: str) -> bool:
    """Whether a paragraph looks like a heading: it is short, and no sentence ends there."""
    return len(paragraph.split(" ")) <= 12 and paragraph[-1:] not in tuple(".!?…:;,")


def _is_telling(part: str, times: int) -> bool:
    """Whether a part of a quotation is long or rare enough to say where it was taken from."""
    return times > 0 and (part.count(" ") >= 2 or (times == 1 and len(part) >= 8))


def _ends(words: str) -> str:
    """A run of words, or only its first and last three where it is long."""
    pieces = words.split(" ")
    return words if len(pieces) <= 6 else " ".join([*pieces[:3], "…", *pieces[-3:]])


def _shown(cited: Sequence[int]) -> str:
    return ", ".join(map(lines.typed, cited)) or "no paragraph"


def _missing(shown: str) -> Fault:
    return Fault(
        "quote-missing",
        f"the quotation must stand in the paragraph it cites ({shown}); these words are nowhere in our sources.",
        "Copy the words from the source, or write what was said in your own words, without quotation marks; words that "
        "the marks only set apart are listed under `terms`.",
    )
