"""Checking a quotation against its source, and, where it does not stand there, saying why. Pure; imports nearest,
quotes, sense and text.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterable, Sequence

from briefing.model import text
from briefing.quotations.diagnosis import sense
from briefing.quotations.diagnosis.nearest import Near
from briefing.quotations.diagnosis.sense import MOST_SWALLOWED
from briefing.quotations.matching import Fault, Match, SourceText, locate, split, trim, words_in

#: Letters of other scripts that look like Latin ones (the part of Unicode TS 39 that matters in print).
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
    "ABESIJKMHOPCTYXaesijopcyxhABEZHIKMNOPTYXov",
)


#: So many paragraphs that are not cited are compared closely.
_LIKELY = 4
#: So much alike must words be that stand elsewhere than is cited.
_LIKE = 0.7


def verify(
    quote: str, cited: Sequence[int], own: SourceText, others: Iterable[SourceText] = (), closely: bool = True
) -> Match | Fault:
    """Check a quotation against the paragraphs it cites.

    `cited` are paragraph numbers of `own`; `others` are the texts of other sources, to say where the words do stand.
    Unless looked at `closely`, words that are not there are only told to be missing, which is quick.
    """
    if not split(quote):
        return Fault("quote-empty", "a quotation must hold words.", "Write the words, or take the marks away.")
    if mixed := next(text.mixed_script_words(quote), None):
        return Fault(
            "quote-look-alike",
            f"a quotation must not hold letters of another script that look alike, as in {mixed[1]!r}.",
            "Type the word anew.",
        )
    if fault := sense.inserted(quote):
        return fault
    if found := own.find(quote, cited):
        if fault := sense.swallowed(quote, found, own) or sense.ending(quote, cited, own):
            return fault
        if words_in(quote) == 1 and own.times(quote, cited) > 1:
            return Fault(
                "quote-ambiguous",
                "a quotation of one word must stand once in what it cites; "
                f"it stands there {own.times(quote, cited)} times.",
                "Cite the one paragraph that is meant, or quote more words.",
            )
        return found
    return _why_not(quote, cited, own, list(others)) if closely else _missing(_shown(cited))


def _why_not(quote: str, cited: Sequence[int], own: SourceText, others: list[SourceText]) -> Fault:
    shown = _shown(cited)
    if elsewhere := own.everywhere(quote):
        where = " and ".join(f"¶{number}" for number in elsewhere[:3])
        return Fault(
            "quote-paragraph",
            f"the quotation must stand in the paragraph it cites ({shown}); it stands in {where}.",
            f"Cite {where}.",
        )
    for other in others:
        if elsewhere := other.everywhere(quote):
            return Fault(
                "quote-source",
                f"the quotation must stand in the source it cites; it stands in `{other.source}`, ¶{elsewhere[0]}.",
                f"Cite `{other.source} ¶{elsewhere[0]}`.",
            )
    alike = quote.translate(_ALIKE)
    if alike != quote and own.everywhere(alike):
        return Fault(
            "quote-look-alike",
            "a quotation must be written with the letters of the source; some here only look like them.",
            "Type the words anew.",
        )
    parts = split(quote)
    if len(parts) > 1:
        return _gap_fault(parts, cited, own, shown)
    near = nearest(parts[0], cited, own)
    if near and near.is_close():
        return near.fault(cited)
    if fault := _glued(parts[0], own):
        return fault
    return near.fault(cited) if near else _missing(shown)


def _gap_fault(parts: list[str], cited: Sequence[int], own: SourceText, shown: str) -> Fault:
    normal = own.normal()
    for part in parts:
        if not any(locate(part, paragraph) is not None for paragraph in normal):
            near = nearest(part, cited, own)
            return near.fault(cited) if near else _missing(shown)
    spots = [next((n, at) for n, p in enumerate(normal, 1) if (at := locate(part, p)) is not None) for part in parts]
    if spots != sorted(spots):
        return Fault(
            "quote-gap-order",
            "the parts around a gap mark must follow each other in the source; here a later part stands before an "
            f"earlier one (¶{spots[0][0]} and ¶{spots[-1][0]}).",
            "Make two quotations of it, or put the parts in the source's order.",
        )
    where = ", ".join(f"¶{number}" for number, _ in dict.fromkeys(spots))
    return Fault(
        "quote-paragraph",
        f"every part of a quotation must stand in a paragraph it cites ({shown}); the parts stand in {where}.",
        f"Cite {where}.",
    )


def _glued(part: str, own: SourceText) -> Fault | None:
    """Whether a quotation is made of two or three runs of the text with something left out between them."""
    words = part.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        head, tail = trim(" ".join(words[:cut])), trim(" ".join(words[cut:]))
        if not head or not tail:
            continue
        first = [(n, at) for n, p in enumerate(own.normal(), 1) if (at := locate(head, p)) is not None]
        last = [(n, at) for n, p in enumerate(own.normal(), 1) if (at := locate(tail, p)) is not None]
        if not _telling(head, len(first)) or not _telling(tail, len(last)):
            continue
        if first and last:
            (a, at), (b, bt) = min(
                itertools.product(first, last), key=lambda two: (two[1] < two[0], abs(two[1][0] - two[0][0]))
            )
            order = (b, bt) > (a, at)
            if order and a == b and own.normal()[a - 1][at + len(head) : bt].count(" ") <= MOST_SWALLOWED:
                continue  # a word or two are left out: that is altered, not glued
            return Fault(
                "quote-glued" if order else "quote-gap-order",
                "words that stand apart in the source must not be joined without a gap mark; "
                f"“{_ends(head)}” stands in ¶{a} and “{_ends(tail)}” in ¶{b}.",
                _parted(head, tail, a, b, own) if order else "Make two quotations of it, in any order.",
            )
    return None


def _parted(head: str, tail: str, a: int, b: int, own: SourceText) -> str:
    """How to write two runs of words that stand apart."""
    titles = [number for number in dict.fromkeys((a, b)) if _is_heading(own.normal()[number - 1])]
    if titles and a != b:
        text = b if titles == [a] else a
        return f"Quote from ¶{text} alone; ¶{titles[0]} looks like a heading, which is no part of its sentence."
    if b - a > 1:
        return f"Make two quotations of it, and cite ¶{a} for the one and ¶{b} for the other."
    where = f"¶{a}" if a == b else f"¶{a} and ¶{b}"
    return f"Write “{_ends(head)} […] {_ends(tail)}” and cite {where}, or make two quotations of it."


def _is_heading(paragraph: str) -> bool:
    """Whether a paragraph looks like a heading: it is short, and no sentence ends there."""
    return len(paragraph.split(" ")) <= 12 and paragraph[-1:] not in tuple(".!?…:;,")


def _telling(part: str, times: int) -> bool:
    """Whether a part of a quotation is long or rare enough to say where it was taken from."""
    return times > 0 and (part.count(" ") >= 2 or (times == 1 and len(part) >= 8))


def _ends(words: str) -> str:
    pieces = words.split(" ")
    return words if len(pieces) <= 6 else " ".join([*pieces[:3], "…", *pieces[-3:]])


def nearest(part: str, cited: Sequence[int], own: SourceText) -> Near | None:
    """Which words of the source come nearest to a part of a quotation; None when none do."""
    part = part.replace("\x02", "")
    words = part.split(" ")
    best: tuple[float, int, str] = (0.0, 0, "")
    if put_in := _put_in(words, cited, own):
        return put_in
    for number in _likely(words, cited, own):
        paragraph = own.normal()[number - 1]
        if (at := paragraph.casefold().find(part.casefold())) >= 0 and len(paragraph) == len(paragraph.casefold()):
            best = (1.0, number, paragraph[at : at + len(part)])
            break
        if len(words) == 1:
            continue  # a single word is like many others
        ratio, run = _closest(words, own.normal()[number - 1].split(" "))
        if number not in cited and ratio < _LIKE:
            continue
        if ratio > best[0] + (0.05 if number in cited or not best[1] else 0.15):
            best = (ratio, number, run)
    return Near(part, best[1], trim(best[2])) if best[0] >= 0.5 else None


def _put_in(words: list[str], cited: Sequence[int], own: SourceText) -> Near | None:
    """The run of a cited paragraph that a quotation is but for a word or a few within it."""
    paragraphs = [(number, own.normal()[number - 1]) for number in cited if 0 < number <= len(own.normal())]
    for length in range(1, min(MOST_SWALLOWED, len(words) - 2) + 1):
        for start in range(1, len(words) - length):
            rest = trim(" ".join([*words[:start], *words[start + length :]]))
            for number, paragraph in paragraphs:
                if rest and (at := locate(rest, paragraph)) is not None:
                    return Near(" ".join(words), number, paragraph[at : at + len(rest)])
    return None


def _shown(cited: Sequence[int]) -> str:
    return ", ".join(f"¶{number}" for number in cited) or "no paragraph"


def _missing(shown: str) -> Fault:
    return Fault(
        "quote-missing",
        f"the quotation must stand in the paragraph it cites ({shown}); these words are nowhere in our sources.",
        "Copy the words from the source, or write what was said in your own words, without quotation marks; words that "
        "the marks only set apart are listed under `terms`.",
    )


def _likely(words: list[str], cited: Sequence[int], own: SourceText) -> list[int]:
    """The paragraphs that are cited, and those few that share most words with a quotation."""
    wanted = {trim(word).casefold() for word in words}
    shared = {
        number: len(wanted.intersection(trim(word).casefold() for word in paragraph.split(" ")))
        for number, paragraph in enumerate(own.normal(), 1)
    }
    others = sorted((number for number in shared if number not in cited), key=lambda number: -shared[number])
    return [number for number in dict.fromkeys(cited) if number in shared] + others[:_LIKELY]


def _closest(words: list[str], paragraph: list[str]) -> tuple[float, str]:
    """How alike the most similar run of a paragraph is (0 to 1), and that run.

    Runs around the longest matches are compared by words and by letters; one as long as the quotation is preferred, and
    one that is longer to one that is shorter, for what was left out is told better than what was put in; and one that
    begins and ends as the quotation does.
    """
    plain, wanted = [trim(word).casefold() for word in paragraph], [trim(word).casefold() for word in words]
    matcher = difflib.SequenceMatcher(None, plain, wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        near = difflib.get_close_matches(" ".join(wanted), plain, n=1, cutoff=0.6) if len(words) < 3 else []
        alike = difflib.SequenceMatcher(None, near[0], " ".join(wanted)).ratio() if near else 0.0
        return alike, near[0] if near else ""
    best = (0.0, 0.0, "")
    for block in sorted(blocks, key=lambda block: -block.size)[:2]:
        for begin in range(max(0, block.a - block.b - 1), max(0, block.a - block.b) + 2):
            for length in range(max(1, len(words) - 1), len(words) + 4):
                run = plain[begin : begin + length]
                same = difflib.SequenceMatcher(None, run, wanted, autojunk=False).ratio()
                odd = 0.04 * abs(length - len(words)) + 0.1 * max(0, len(words) - length)
                ends = 0.06 * ((run[:1] == wanted[:1]) + (run[-1:] == wanted[-1:]))
                if (same + 1) / 2 - odd + ends > best[0]:
                    letters = difflib.SequenceMatcher(None, " ".join(run), " ".join(wanted), autojunk=False).ratio()
                    alike = (same + letters) / 2 - odd
                    best = max(best, (alike + ends, alike, " ".join(paragraph[begin : begin + length])))
    return best[1:]
