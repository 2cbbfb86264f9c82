"""Normalising words, and finding a quotation in a source's text.

What normalisation does, and nothing else (letters, digits and the order of words are never altered):

1. Unicode form NFC; soft hyphens, zero-width joiners and signs that only order letters on the screen are dropped, and
   what stretches Arabic; shapes for print become the letters, and Hebrew signs those that are typed for them.
2. White space, line breaks and no-break spaces fold to one space.
3. Quotation marks of every kind are dropped; an apostrophe inside a word becomes `'`.
4. Dashes become ` - `; hyphens, also no-break ones, `-`; a dash between figures `-`.
5. Three dots become `…`.

A quotation is found when its words stand in one paragraph as one unbroken run, from word boundary to word boundary;
parts joined by a hyphen are one word, and a figure keeps its sign and its decimals. Other punctuation at its two ends
does not count. Vowel marks of Hebrew and Arabic may be left out; those that are given must stand there. In scripts that
set no blanks, words begin and end anywhere. `[…]`, `[...]` and any other words in square brackets are gap marks: the
parts around them must follow each other in the source. `[s]imply` shows a changed first letter. A block quotation of
several paragraphs may be several of the source that follow each other, none left out.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.quotations import letters
from briefing.quotations.bounds import locate, trim

_DROP = dict.fromkeys(map(ord, "\x00\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ‘`´＇](?=\w)")
_MARKS = re.compile(r"[\"'“”„‟«»‹›‘’‚‛`´＂＇❝❞〝〞〟「」『』《》〈〉″״ˮ❛❜ʻ⹂❮❯⟪⟫｢｣🙶🙷]")
_HYPHEN = re.compile(r"[‐‑]")
_FIGURES = re.compile(r"(?<=\d)\s*[–—−‒]\s*(?=\d)")
_DASH = re.compile(r"\s*[–—―‒−]+\s*|\s+-+\s+|\s*--+\s*")
_DOTS = re.compile(r"\.\s?\.\s?\.+")
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\[[^\]]*\]")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
#: What parts the paragraphs of a block quotation.
BREAK = "\n\n"
_STOP = re.compile(r"[.!?]\s")


@lru_cache(maxsize=4096)
def normalise(words: str) -> str:
    """The form in which quotation and source are compared, as the module's docstring says."""
    words = letters.plain(words.translate(_DROP))
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
    return letters.counted(letters.words(normalise(_GAP.sub(" ", words))))


def words_of(text: str) -> list[str]:
    """The words of a source's text, or of a part of it, as `Match` counts them."""
    return letters.words(normalise(text))


def length(quote: str) -> int:
    """How many words the parts of a quotation between its gap marks have together, as `Match` counts them."""
    return sum(len(letters.words(part)) for part in split(quote))


@functools.lru_cache(maxsize=65_536)
def fingerprint(quote: str) -> str:
    """The lock's name for a quotation: a hash of its normalised words, and of a question or exclamation mark at its
    end.
    """
    words = normalise(quote)
    plain = trim(words)
    ending = "".join(mark for mark in "?!" if mark in words[words.rfind(plain) + len(plain) :])
    return hashlib.sha256((plain + ending).encode()).hexdigest()[:32]


def folded(quote: str) -> str:
    """A quotation in the form in which words are compared, with its gap marks and paragraphs; as it is written where
    that form has another fingerprint.
    """
    paragraphs = quote.split(BREAK)
    normal = BREAK.join(filter(None, map(normalise, paragraphs)))
    return normal if fingerprint(normal) == fingerprint(quote) else BREAK.join(" ".join(p.split()) for p in paragraphs)


class Match(Struct, frozen=True, order=True):
    """Where a quotation stands: its paragraphs, or lines, as they are cited, and for each part the paragraph and the
    numbers of the first and last word there, all from 1.
    """

    paragraphs: tuple[int, ...]
    ranges: tuple[tuple[int, int, int], ...]


class Fault(Struct, frozen=True):
    """Why a quotation does not stand: a code, what must hold and how to mend it."""

    code: str
    message: str
    remedy: str


class SourceText(Struct):
    """The text of the source with the id `source`: its `paragraphs` as written, which are numbered from 1; its `lines`,
    which are cited by name, by their numbers; which of these are paragraphs, too (`same`); and by their numbers in the
    file the lines `above` the first paragraph that have no name.
    """

    source: str
    paragraphs: tuple[str, ...]
    lines: dict[int, str] = {}
    same: dict[int, int] = {}
    above: dict[int, str] = {}
    _normal: list[str] | None = None

    def normal(self) -> list[str]:
        """The paragraphs, normalised."""
        if self._normal is None:
            self._normal = [normalise(paragraph) for paragraph in self.paragraphs]
        return self._normal

    def numbers(self) -> list[int]:
        """The numbers of all paragraphs and of the lines that are none."""
        return [*range(1, len(self.paragraphs) + 1), *(number for number in self.lines if number not in self.same)]

    def written(self, number: int) -> str:
        """A paragraph or a line as it is written; empty where the text has none of this number."""
        if 0 < number <= len(self.paragraphs):
            return self.paragraphs[number - 1]
        return self.lines.get(number, "")

    def read(self, number: int) -> str:
        """The same, normalised."""
        return (
            self.normal()[number - 1] if 0 < number <= len(self.paragraphs) else normalise(self.lines.get(number, ""))
        )

    def words(self) -> int:
        """How many words the text has, lines that are cited by name counted in."""
        return sum(len(letters.words(self.read(number))) for number in self.numbers())

    def find(self, quote: str, numbers: Iterable[int]) -> Match | None:
        """Where a quotation stands in the given paragraphs, taken in order; None when it does not stand there. One of
        several paragraphs may go on from one to the next.
        """
        return self._within(quote, numbers) or self._across(quote, numbers)

    def _across(self, quote: str, numbers: Iterable[int]) -> Match | None:
        """Where a quotation of several paragraphs stands that begins in one paragraph, goes on through whole ones and
        ends in another.
        """
        parts = [piece for piece in quote.split(BREAK) if piece.strip()]
        if len(parts) < 2 or _GAP.search(quote):
            return None
        wanted = {*numbers}
        for start in sorted(wanted):
            run = range(start, start + len(parts))
            found = [
                match
                for part, at in zip(parts, run, strict=True)
                if at in wanted and (match := self._within(part, [at]))
            ]
            if len(found) < len(parts):
                continue
            ranges = tuple(one for match in found for one in match.ranges)
            begins = all(first == 1 for _, first, _ in ranges[1:])
            if begins and all(last == len(self.words_of(number)) for number, _, last in ranges[:-1]):
                return Match(tuple(run), ranges)
        return None

    def _within(self, quote: str, numbers: Iterable[int]) -> Match | None:
        ranges: list[tuple[int, int, int]] = []
        found: dict[int, None] = {}
        left = [number for number in sorted(set(numbers)) if self.written(number)]
        offset = 0
        for part in split(quote):
            while left and (spot := locate(part, self.read(left[0]), offset)) is None:
                del left[0]
                offset = 0
            if not left or spot is None:
                return None
            at, offset = spot
            first = len(letters.words(self.read(left[0])[:at])) + 1
            number = self.same.get(left[0], left[0])  # each word of a text has one place
            ranges.append((number, first, first + max(1, len(letters.words(part))) - 1))
            found[left[0]] = None
        return Match(tuple(found), tuple(ranges)) if ranges else None

    def words_of(self, number: int) -> list[str]:
        """The words of a paragraph, as `Match` counts them."""
        return letters.words(self.read(number))

    def denied_between(self, number: int, last: int, first: int, denies: Callable[[str], bool]) -> bool:
        """Whether a word that `denies` stands between two words of a paragraph, in the sentence of either of them."""
        paragraph = self.read(number)
        spans = letters.spans(paragraph)
        between = letters.without_optional(paragraph)[spans[last - 1][1] : spans[first - 1][0]]
        sentences = _STOP.split(between)
        return any(map(denies, letters.words(f"{sentences[0]} {sentences[-1]}")))

    def find_ending(self, quote: str, numbers: Iterable[int], mark: str) -> bool:
        """Whether the last part of a quotation stands in the given paragraphs with a mark right behind it."""
        part = split(quote)[-1]
        return any(paragraph[end : end + 1] == mark for paragraph, end in self._occurrences(part, numbers))

    def everywhere(self, quote: str) -> list[int]:
        """The paragraphs in which the whole quotation stands."""
        return [number for number in self.numbers() if self.find(quote, [number])]

    def times(self, quote: str, numbers: Iterable[int]) -> int:
        """How often a quotation without gaps stands in the given paragraphs."""
        return sum(1 for part in split(quote)[:1] for _ in self._occurrences(part, set(numbers)))

    def places(self, part: str) -> list[tuple[int, int]]:
        """Each paragraph in which a part of a quotation stands: its number, and the offset in its normalised form."""
        return [(n, spot[0]) for n in self.numbers() if (spot := locate(part, self.read(n)))]

    def _occurrences(self, part: str, numbers: Iterable[int]) -> Iterator[tuple[str, int]]:
        """Each time that a part stands in the given paragraphs: the normalised paragraph, and the offset of its end."""
        for number in numbers:
            paragraph, end = self.read(number), 0
            while spot := locate(part, paragraph, end):
                end = spot[1]
                yield paragraph, end


def split(quote: str) -> list[str]:
    """The parts of a quotation between its gap marks, normalised, without punctuation at their ends."""
    return [part for part, _, _ in _parts(quote) if part]


def parts(quote: str, match: Match) -> list[str]:
    """The parts of a quotation as they stand at the ranges of a match."""
    found = split(quote)
    if len(found) == len(match.ranges):
        return found
    return [part for piece in quote.split(BREAK) for part in split(piece)]


def pieces(quote: str) -> list[str]:
    """The parts of a quotation between its gap marks as they are written, but for those without words."""
    return [re.sub("\x02(.)", "[\\1]", piece) for part, piece, _ in _parts(quote) if part]


def parted(quote: str, match: Match) -> list[str]:
    """The pieces of a quotation as they are written, one for each range of a match."""
    found = pieces(quote)
    return found if len(found) == len(match.ranges) else [one for part in quote.split(BREAK) for one in pieces(part)]


def with_letters(quote: str, change: Callable[[str], str]) -> str:
    """A quotation with its changed first letters, `[w]e`, given another way and without their brackets."""
    return _LETTER.sub(lambda match: change(match[1]), quote)


def gaps(quote: str) -> list[list[str]]:
    """The marks in brackets between each two parts of a quotation."""
    between: list[list[str]] = [[]]
    for part, _, mark in _parts(quote):
        between[-1].append(mark)
        if part:
            between.append([])
    return between[1:-1]


def _parts(quote: str) -> list[tuple[str, str, str]]:
    """Each piece between brackets: normalised, as written but for `\x02` in place of the brackets around a changed
    first letter, and the mark before it, which the first one lacks.
    """
    marked = _LETTER.sub("\x02\\1", quote.replace("\x02", ""))
    marks = ["", *_GAP.findall(marked)]
    return [(trim(normalise(piece)), piece, mark) for piece, mark in zip(_GAP.split(marked), marks, strict=True)]
