"""The quote lock's heart: normalising words and finding a quotation in a source's text. Pure; imports nothing of ours
but text.

What normalisation does, and nothing else (letters, digits and the order of words are never altered):

1. Unicode form NFC; soft hyphens and zero-width joiners are dropped.
2. White space, line breaks and no-break spaces fold to one space.
3. Quotation marks of every kind are dropped; an apostrophe inside a word becomes `'`.
4. Dashes become ` - `; hyphens, also no-break ones, `-`; a dash between figures `-`.
5. Three dots become `…`.

A quotation is found when its words stand in one paragraph as one unbroken run, from word boundary to word boundary.
Punctuation at its two ends does not count. `[…]`, `[...]` and any other words in square brackets are gap marks: the
parts around them must follow each other in the source. `[s]imply` shows a changed first letter.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefing import text

_DROP = dict.fromkeys(map(ord, "\x00\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ‘`´＇](?=\w)")
_MARKS = re.compile(r"[\"'“”„‟«»‹›‘’‚‛`´＂＇❝❞〝〞〟「」『』《》〈〉″״ˮ❛❜ʻ]")
_HYPHEN = re.compile(r"[‐‑]")
_FIGURES = re.compile(r"(?<=\d)\s*[–—−‒]\s*(?=\d)")
_DASH = re.compile(r"\s*[–—―‒−]+\s*|\s+-+\s+|\s*--+\s*")
_DOTS = re.compile(r"\.\s?\.\s?\.+")
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\[[^\]]*\]")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_EDGE_BUT_MARK = re.compile(r"^[^\w\x02]+|[^\w\x02]+$|^_+|_+$")
#: What plain ASCII text must not hold for its normal form to be itself with white space folded.
_ODD = re.compile(r"[^A-Za-z0-9 \t\n\r.,;:!?'-]|\.\s?\.|\s[.,;:!?]|(?<![A-Za-z0-9])['-]|['-](?![A-Za-z0-9])")
_WORD = re.compile(r"\w+(?:['-]\w+)*")

#: Letters of other scripts that look like Latin ones (the part of Unicode TS 39 that matters in print).
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһΑΒΕΖΗΙΚΜΝΟΡΤΥΧον",
    "ABESIJKMHOPCTYXaesijopcyxhABEZHIKMNOPTYXov",
)


@lru_cache(maxsize=4096)
def normalise(words: str) -> str:
    """The form in which quotation and source are compared; see the module's text."""
    if words.isascii() and not _ODD.search(words):
        return " ".join(words.split())
    return fold(words)


def fold(words: str) -> str:
    """Normalise step by step; `normalise` gives the same, and sooner for plain text."""
    words = unicodedata.normalize("NFC", words.translate(_DROP))
    words = _APOSTROPHE.sub("\x00", words)
    words = _MARKS.sub(" ", words).replace("\x00", "'")
    words = _HYPHEN.sub("-", words)
    words = _FIGURES.sub("-", words)
    words = _DOTS.sub("…", words)
    words = _DASH.sub(" - ", words)
    words = _SPACE.sub(" ", words)
    return re.sub(r" (?=[.,;:!?…)\]])|(?<=[(\[]) ", "", words).strip()


def words_in(words: str) -> int:
    """How many words a text has, brackets not counted."""
    return len(_WORD.findall(normalise(_GAP.sub(" ", words))))


def fingerprint(quote: str) -> str:
    """The lock's name for a quotation: a hash of its normalised words."""
    return hashlib.sha256(_EDGE.sub("", normalise(quote)).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands: paragraphs from 1, and for each part the first and last word's number in its
    paragraph.
    """

    paragraphs: tuple[int, ...]
    ranges: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a quotation does not stand: a code, what must hold and how to mend it."""

    code: str
    message: str
    remedy: str


@dataclass(slots=True)
class Text:
    """A source's text: `paragraphs` as written, from 1; compared in normalised form."""

    source: str
    paragraphs: tuple[str, ...]
    _normal: list[str] | None = field(default=None, repr=False)

    def normal(self) -> list[str]:
        """The paragraphs, normalised."""
        if self._normal is None:
            self._normal = [normalise(paragraph) for paragraph in self.paragraphs]
        return self._normal

    def words(self) -> int:
        """How many words the text has."""
        return sum(len(_WORD.findall(paragraph)) for paragraph in self.normal())

    def find(self, quote: str, numbers: Iterable[int]) -> Found | None:
        """Find a quotation in the given paragraphs, taken in order; None when it does not stand there."""
        parts = split(quote)
        if not parts:
            return None
        normal = self.normal()
        ordered = [number for number in sorted(set(numbers)) if 0 < number <= len(normal)]
        if len(parts) == 1:
            for number in ordered:
                if (at := locate(parts[0], normal[number - 1])) is not None:
                    return Found((number,), (_range(normal[number - 1], number, at, parts[0]),))
            return None
        used: list[int] = []
        ranges = []
        place, offset = 0, 0
        for part in parts:
            while place < len(ordered):
                paragraph = normal[ordered[place] - 1]
                at = locate(part, paragraph, offset)
                if at is not None:
                    used.append(ordered[place])
                    ranges.append(_range(paragraph, ordered[place], at, part))
                    offset = at + len(part)
                    break
                place, offset = place + 1, 0
            else:
                return None
        return Found(tuple(dict.fromkeys(used)), tuple(ranges))

    def everywhere(self, quote: str) -> list[int]:
        """The paragraphs in which the whole quotation stands."""
        return [number for number in range(1, len(self.paragraphs) + 1) if self.find(quote, [number])]

    def times(self, quote: str, numbers: Iterable[int]) -> int:
        """How often a quotation without gaps stands in the given paragraphs."""
        part = (split(quote) or [""])[0]
        count = 0
        for number in set(numbers):
            if not part or not 0 < number <= len(self.paragraphs):
                continue
            offset = 0
            while (at := locate(part, self.normal()[number - 1], offset)) is not None:
                count += 1
                offset = at + len(part)
        return count


def split(quote: str) -> list[str]:
    """The parts of a quotation between its gap marks, normalised, without punctuation at their ends."""
    marked = _LETTER.sub(lambda match: f"\x02{match[1]}", quote.replace("\x02", ""))
    parts = []
    for piece in _GAP.split(marked):
        part = _EDGE_BUT_MARK.sub("", normalise(piece))
        if part:
            parts.append(part)
    return parts


def locate(part: str, paragraph: str, start: int = 0) -> int | None:
    """The offset of a part in a normalised paragraph, from word boundary to word boundary; None when it is not
    there.
    """
    if "\x02" in part:
        pattern = re.sub("\x02(\\\\?.)", lambda match: f"(?i:{match[1]})", re.escape(part).replace("\\\x02", "\x02"))
        match = re.compile(rf"(?<!\w){pattern}(?!\w)").search(paragraph, start)
        return match.start() if match else None
    at = paragraph.find(part, start)
    while at != -1:
        end = at + len(part)
        before = paragraph[at - 1] if at else " "
        after = paragraph[end] if end < len(paragraph) else " "
        if not (_joins(before) and _joins(part[0])) and not (_joins(after) and _joins(part[-1])):
            return at
        at = paragraph.find(part, at + 1)
    return None


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0


def _range(paragraph: str, number: int, at: int, part: str) -> tuple[int, int, int]:
    first = len(_WORD.findall(paragraph[:at])) + 1
    return number, first, first + max(1, len(_WORD.findall(part))) - 1


def verify(
    quote: str, cited: Sequence[int], own: Text, others: Iterable[Text] = (), closely: bool = True
) -> Found | Fault:
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
    if found := own.find(quote, cited):
        if words_in(quote) == 1 and own.times(quote, cited) > 1:
            return Fault(
                "quote-ambiguous",
                "a quotation of one word must stand once in what it cites; "
                f"it stands there {own.times(quote, cited)} times.",
                "Cite the one paragraph that is meant, or quote more words.",
            )
        return found
    return _why_not(quote, cited, own, list(others)) if closely else _missing(_shown(cited))


def _why_not(quote: str, cited: Sequence[int], own: Text, others: list[Text]) -> Fault:
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
    if fault := _glued(parts[0], own):
        return fault
    return _nearest(parts[0], cited, own, others, shown)


def _gap_fault(parts: list[str], cited: Sequence[int], own: Text, shown: str) -> Fault:
    normal = own.normal()
    for part in parts:
        if not any(locate(part, paragraph) is not None for paragraph in normal):
            return _nearest(part, cited, own, [], shown)
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


def _glued(part: str, own: Text) -> Fault | None:
    """Whether a quotation is made of two or three runs of the text with something left out between them."""
    words = part.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        head, tail = _EDGE.sub("", " ".join(words[:cut])), _EDGE.sub("", " ".join(words[cut:]))
        if not head or not tail:
            continue
        first = [(n, at) for n, p in enumerate(own.normal(), 1) if (at := locate(head, p)) is not None]
        last = [(n, at) for n, p in enumerate(own.normal(), 1) if (at := locate(tail, p)) is not None]
        if not _telling(head, len(first)) or not _telling(tail, len(last)):
            continue
        if first and last:
            (a, at), (b, bt) = first[0], last[-1]
            order = (b, bt) > (a, at)
            return Fault(
                "quote-glued" if order else "quote-gap-order",
                "words that stand apart in the source must not be joined without a gap mark; "
                f"“{_ends(head)}” stands in ¶{a} and “{_ends(tail)}” in ¶{b}.",
                f"Write “{_ends(head)} […] {_ends(tail)}” and cite both paragraphs, or make two quotations of it."
                if order
                else "Make two quotations of it, in any order.",
            )
    return None


def _telling(part: str, times: int) -> bool:
    """Whether a part of a quotation is long or rare enough to say where it was taken from."""
    return times > 0 and (part.count(" ") >= 2 or (times == 1 and len(part) >= 8))


def _ends(words: str) -> str:
    pieces = words.split(" ")
    return words if len(pieces) <= 6 else " ".join([*pieces[:3], "…", *pieces[-3:]])


def _nearest(part: str, cited: Sequence[int], own: Text, others: list[Text], shown: str) -> Fault:
    """Say which words of the source come nearest, and what differs."""
    words = part.split(" ")
    best: tuple[float, int, str] = (0.0, 0, "")
    numbers = sorted(range(1, len(own.paragraphs) + 1), key=lambda number: number not in cited)
    for number in numbers:
        ratio, run = _closest(words, own.normal()[number - 1].split(" "))
        if ratio > best[0] + 0.05:
            best = (ratio, number, run)
    if best[0] >= 0.5:
        best = (best[0], best[1], _EDGE.sub("", best[2]))
        return Fault(
            "quote-altered",
            f"the quotation must be word for word as in ¶{best[1]}: the source has “{best[2]}”, "
            f"the quotation “{part}” ({difference(best[2], part)}).",
            "Copy the source's words, or mark what you leave out by […] and what you put in by [square brackets].",
        )
    return _missing(shown)


def _shown(cited: Sequence[int]) -> str:
    return ", ".join(f"¶{number}" for number in cited) or "no paragraph"


def _missing(shown: str) -> Fault:
    return Fault(
        "quote-missing",
        f"the quotation must stand in the paragraph it cites ({shown}); these words are nowhere in our sources.",
        "Copy the words from the source, or take the quotation marks away and write what was said in your own words.",
    )


def _closest(words: list[str], paragraph: list[str]) -> tuple[float, str]:
    """How alike the most similar run of a paragraph is (0 to 1), and that run."""
    matcher = difflib.SequenceMatcher(None, paragraph, words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        run = difflib.get_close_matches(words[0], paragraph, n=1, cutoff=0.75) if len(words) == 1 else []
        return (0.8, run[0]) if run else (0.0, "")
    anchor = max(blocks, key=lambda block: block.size)
    start = max(0, anchor.a - anchor.b)
    run_words = paragraph[start : start + len(words)]
    ratio = difflib.SequenceMatcher(None, run_words, words, autojunk=False).ratio()
    letters = difflib.SequenceMatcher(None, " ".join(run_words), " ".join(words), autojunk=False).ratio()
    return max(ratio, letters if letters > 0.8 else 0.0), " ".join(run_words)


def difference(source: str, quote: str) -> str:
    """What differs between two runs of words: `the source has “a”, not “b”`."""
    a, b = source.split(" "), quote.split(" ")
    found = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "replace":
            found.append(f"“{' '.join(a[i:j])}” became “{' '.join(b[k:m])}”")
        elif kind == "delete":
            found.append(f"“{' '.join(a[i:j])}” is left out")
        elif kind == "insert":
            found.append(f"“{' '.join(b[k:m])}” is put in")
    return "; ".join(found[:3]) or "only punctuation differs"
