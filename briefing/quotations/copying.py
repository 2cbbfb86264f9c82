"""No source's text in our own words: no run of more than eight of its words outside quotations. Pure.

Needs the texts, so it looks only where they are at hand.
"""

from __future__ import annotations

import hashlib
import html
import itertools
import re
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from briefing.markup import quotation_marks
from briefing.quotations.matching import SourceText

#: The longest run of a source's words that may stand unquoted.
MAX_RUN = 8
#: So many of its words are told.
MAX_SHOWN = 24
#: Of any nine words in a row, one of the first five has a number that five divides; from there, five are still in the
#: run. So of a text every fifth run of five is looked up among all such runs of the sources.
_STEP = 5
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
#: What stands for an apostrophe in a word; each is one letter, so that places stay.
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘`´＇"), "'")
_QUOTED = re.compile(r"<(q|blockquote)\b.*?</\1>|<(script|style)\b.*?</\2>", re.DOTALL)
_TAG, _BLOCK_END = re.compile(r"<[^>]*>"), re.compile(r"</(?:p|li|h[1-6]|t[dh]|pre|blockquote)>")
#: Text between two tags. What editors write in one piece has no tag in it, but for prose, which is looked at when read.
_BETWEEN = re.compile(r">([^<]+)")
#: Fewer letters hold no run that is too long, even if all its words had one.
_SHORT = 2 * MAX_RUN


def plain(prose: str) -> Iterator[str]:
    """What each block of a piece of HTML says in its author's own words."""
    for block in _BLOCK_END.split(_QUOTED.sub(" ", prose)):
        yield quotation_marks.mask(html.unescape(_TAG.sub(" ", block)))


def key_of(texts: Iterable[SourceText]) -> str:
    """What changes whenever a text does."""
    digest = hashlib.blake2b(digest_size=16)
    for text in sorted(texts, key=lambda text: text.source):
        digest.update("\n".join([text.source, str(len(text.paragraphs)), *text.paragraphs, ""]).encode())
    return digest.hexdigest()


class Copied(NamedTuple):
    """A run of a source's words in a text of ours: where it begins there, its words, and where in the source."""

    offset: int
    words: tuple[str, ...]
    source: str
    paragraph: int

    def advice(self) -> tuple[str, str]:
        """What must hold, and how to mend it."""
        number, words = len(self.words), self.words
        shown = " ".join(words if number <= MAX_SHOWN else (*words[: MAX_SHOWN // 2], "…", *words[-MAX_SHOWN // 2 :]))
        message = (
            f"our own words must not repeat more than {MAX_RUN} words of `{self.source}` in a row; "
            f"these {number} do: “{shown}” (¶{self.paragraph})."
        )
        # any of these is in every run of nine
        middle = words[number - MAX_RUN - 1 : MAX_RUN + 1] if number < 2 * (MAX_RUN + 1) else ()
        which = f"“{' '.join(middle)}”" if middle != words else "these words"
        change = f"Change at least one of {which}" if middle else "Say it in other words"
        return message, f"{change}, or quote it and cite ¶{self.paragraph}."


class Runs:
    """The runs of words of the texts at hand, to look words up in; `key` changes whenever they do.

    Runs are known by their checksums; what may be one is then looked for in the texts themselves.
    """

    def __init__(self, texts: Collection[SourceText] = ()) -> None:
        self.texts = {text.source: f" {' '.join(_words(' '.join(text.normal())))} " for text in texts}
        self.lengths = {text.source: [len(_words(paragraph)) for paragraph in text.normal()] for text in texts}
        self.short, self.long = array("I"), array("I")
        for sums, length in ((self.short, _STEP), (self.long, MAX_RUN + 1)):
            found: set[int] = set()
            for text in self.texts.values():
                words = text.split()
                found.update(_sum(words[start : start + length]) for start in range(len(words) - length + 1))
            sums.extend(sorted(found))
        self.key = key_of(texts)

    def __bool__(self) -> bool:
        return bool(self.texts)

    def may_hold(self, text: str) -> bool:
        """Whether a text may hold too long a run; False is sure."""
        return any(True for _ in self._starts(_words(text)))

    def _starts(self, words: list[str]) -> Iterator[int]:
        """Where in a row of words too long a run may begin."""
        least = 0
        for hint in range(0, len(words) - _STEP + 1, _STEP):
            if _holds(self.short, _sum(words[hint : hint + _STEP])):
                last = min(hint, len(words) - MAX_RUN - 1)
                for start in range(max(least, hint + _STEP - MAX_RUN - 1), last + 1):
                    if _holds(self.long, _sum(words[start : start + MAX_RUN + 1])):
                        yield start
                least = hint + 1

    def find(self, text: str) -> Iterator[Copied]:
        """Yield each unquoted run that is too long, up to where it ends; of overlapping ones the first."""
        words = _words(text)
        free = 0
        for start in self._starts(words):
            end = start + MAX_RUN + 1
            if start < free or not (source := self.whose(" ".join(words[start:end]))):
                continue
            while end < len(words) and f" {' '.join(words[start : end + 1])} " in self.texts[source]:
                end += 1
            run = tuple(words[start:end])
            yield Copied(_offset(text, start), run, source, self._paragraph(" ".join(run), source))
            free = end

    def whose(self, run: str) -> str:
        """The source in whose text a run of words stands; empty when it stands in none."""
        return next((source for source, text in self.texts.items() if f" {run} " in text), "")

    def _paragraph(self, run: str, source: str) -> int:
        """The paragraph in which a run of a source begins."""
        before = self.texts[source].partition(f" {run} ")[0].count(" ") + 1
        return bisect_left(list(itertools.accumulate(self.lengths[source])), before) + 1


def _holds(sums: array[int], value: int) -> bool:
    at = bisect_left(sums, value)
    return at < len(sums) and sums[at] == value


def _sum(words: list[str]) -> int:
    return zlib.crc32(" ".join(words).encode())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_APOSTROPHES).casefold())


def _offset(text: str, number: int) -> int:
    """Where the word with this number begins in the text."""
    for index, match in enumerate(_WORD.finditer(text.translate(_APOSTROPHES))):
        if index == number:
            return match.start()
    return 0


class Sieve:
    """Looks through the pages of one site. Most of a page's text stands on others too, and is looked up once."""

    #: So many stretches of text are remembered.
    MOST = 30_000

    def __init__(self, runs: Runs) -> None:
        self.runs = runs
        self.fine: set[str] = set()

    def copied(self, page: str) -> list[str]:
        """Every too long run in a page's text outside quotations."""
        return in_page(page, self.runs) if self.runs and self._catches(page) else []

    def _catches(self, page: str) -> bool:
        """Whether a page may hold too long a run; False is sure."""
        if len(self.fine) > self.MOST:
            self.fine.clear()
        for text in {*_BETWEEN.findall(page)} - self.fine:
            if len(text) > _SHORT and len(_WORD.findall(text)) > MAX_RUN and self.runs.may_hold(html.unescape(text)):
                return True
            self.fine.add(text)
        return False


def in_page(content: str, runs: Runs) -> list[str]:
    """Every too long run in a built page's text outside quotations.

    Texts of authors stand between two tags each, quotations in their marks, as they were held against the sources when
    they were read; so what was fine then is fine here.
    """
    texts = (quotation_marks.mask(html.unescape(text)) for text in _BETWEEN.findall(_QUOTED.sub("<q>", content)))
    found = (copied for text in texts for copied in runs.find(text))
    return [f"`{copied.source}`, ¶{copied.paragraph}: “{' '.join(copied.words[: MAX_RUN + 1])} …”" for copied in found]
