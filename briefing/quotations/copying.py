"""Finds a source's words in our own: runs of more than eight words outside quotations, where the texts are at hand.

Words are compared by shingles, the overlapping runs of a fixed number of words (Broder, "On the resemblance and
containment of documents", 1997), which are kept as checksums; what may be copied is then looked for in the texts.
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

from msgspec import Struct

from briefing.markup import quotation_marks
from briefing.quotations.matching import SourceText

#: The longest run of a source's words that may stand unquoted.
MAX_RUN = 8
#: At most this many words of a run are shown.
MAX_SHOWN = 24
#: The length of a shingle. Any nine words in a row hold five whose first is a multiple of five into the text, so a text
#: is searched for a copied run by looking up every fifth shingle, and the first and the last of a run only where that
#: stands in a source.
_STEP = 5
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
#: What stands for an apostrophe in a word.
_APOSTROPHES = "’ʼ‘`´＇"
_QUOTED = re.compile(r"<(q|blockquote)\b.*?</\1>|<(script|style)\b.*?</\2>", re.DOTALL)
_TAG, _BLOCK_END = re.compile(r"<[^>]*>"), re.compile(r"</(?:p|li|h[1-6]|t[dh]|pre|blockquote)>")
#: Text between two tags. A value of a head has no tag in it; prose was checked as it was read.
_BETWEEN = re.compile(r">([^<]+)")
#: A text of at most this many letters is too short for a copied run, even of words of one letter.
_SHORT = 2 * MAX_RUN


def plain(prose: str) -> Iterator[str]:
    """What each block of a piece of HTML says in its author's own words."""
    for block in _BLOCK_END.split(_QUOTED.sub(" ", prose)):
        yield quotation_marks.mask(html.unescape(_TAG.sub(" ", block)))


def key_of(texts: Iterable[SourceText]) -> str:
    """A key that changes whenever a text does."""
    digest = hashlib.blake2b(digest_size=16)
    for text in sorted(texts, key=lambda text: text.source):
        digest.update("\n".join([text.source, str(len(text.paragraphs)), *text.paragraphs, ""]).encode())
    return digest.hexdigest()


class Copied(NamedTuple):
    """A run of a source's words in a text of ours: its offset there, its words, and where in the source it begins."""

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


class Runs(Struct, frozen=True):
    """The runs of words of the texts at hand; `key` changes whenever a text does.

    `texts` are their words, folded, and `lengths` how many each paragraph has, by source. `sums` are the checksums of
    all shingles, sorted; packed, since a set takes many times the memory.
    """

    texts: dict[str, str] = {}
    lengths: dict[str, list[int]] = {}
    sums: bytes = b""
    key: str = ""

    @classmethod
    def of(cls, texts: Collection[SourceText], key: str) -> Runs:
        """The runs of these texts, whose key is `key_of` them."""
        read = {text.source: [_words(paragraph) for paragraph in text.normal()] for text in texts}
        lengths = {source: [*map(len, paragraphs)] for source, paragraphs in read.items()}
        folded = {source: f" {' '.join(itertools.chain(*paragraphs))} " for source, paragraphs in read.items()}
        split = map(str.split, folded.values())
        shingles = (zip(*(words[at:] for at in range(_STEP)), strict=False) for words in split)
        sums = array("I", sorted({*_sums(itertools.chain(*shingles))}))
        return cls(folded, lengths, sums.tobytes(), key)

    def __bool__(self) -> bool:
        return bool(self.texts)

    def may_hold(self, text: str) -> bool:
        """Whether a text may hold a copied run; where it says no, there is none."""
        return next(self._starts(_words(text)), None) is not None

    def _starts(self, words: list[str]) -> Iterator[int]:
        """Where among these words a copied run may begin."""
        sums = memoryview(self.sums).cast("I")
        least = 0
        for number, value in enumerate(_sums(zip(*[iter(words)] * _STEP, strict=False))):
            if _holds(sums, value):
                hint = number * _STEP
                last = min(hint, len(words) - MAX_RUN - 1)
                for start in range(max(least, hint + _STEP - MAX_RUN - 1), last + 1):
                    ends = words[start : start + _STEP], words[start + MAX_RUN + 1 - _STEP : start + MAX_RUN + 1]
                    if all(_holds(sums, end) for end in _sums(ends)):
                        yield start
                least = hint + 1

    def find(self, text: str) -> Iterator[Copied]:
        """Yield each copied run in full; of runs that overlap, the first."""
        words, free = _words(text), 0
        for start in self._starts(words):
            end = start + MAX_RUN + 1
            source = self._source(words[start:end]) if start >= free else ""
            if not source:
                continue
            while end < len(words) and f" {' '.join(words[start : end + 1])} " in self.texts[source]:
                end += 1
            run = tuple(words[start:end])
            offset = next(itertools.islice(_WORD.finditer(_straight(text)), start, None)).start()
            yield Copied(offset, run, source, self._paragraph(" ".join(run), source))
            free = end

    def _source(self, words: list[str]) -> str:
        """The source in whose text these words stand in a row; empty when they stand in none."""
        run = f" {' '.join(words)} "
        return next((source for source, text in self.texts.items() if run in text), "")

    def _paragraph(self, run: str, source: str) -> int:
        """The number of the paragraph in which a run of a source begins."""
        before = self.texts[source].partition(f" {run} ")[0].count(" ") + 1
        return bisect_left(list(itertools.accumulate(self.lengths[source])), before) + 1


def _holds(sums: memoryview[int], value: int) -> bool:
    at = bisect_left(sums, value)
    return at < len(sums) and sums[at] == value


def _sums(shingles: Iterable[Iterable[str]]) -> Iterator[int]:
    """The checksum of each shingle."""
    return map(zlib.crc32, map(str.encode, map(" ".join, shingles)))


def _words(text: str) -> list[str]:
    return _WORD.findall(_straight(text).casefold())


def _straight(text: str) -> str:
    """A text of the same length with one sign for all apostrophes."""
    for sign in _APOSTROPHES:
        text = text.replace(sign, "'")
    return text


class Sieve:
    """Looks for copied runs in the pages of one site; text that stands on many pages is looked up once."""

    #: How many stretches of text are remembered.
    MOST = 30_000

    def __init__(self, runs: Runs) -> None:
        self.runs = runs
        self.fine: set[str] = set()

    def copied(self, page: str) -> list[str]:
        """Every copied run in a built page's text outside quotations, with its source and paragraph.

        Values of heads stand between two tags each, and prose keeps its quotation marks, so what was fine when it was
        read is fine here.
        """
        if not self.runs or not self._may_hold(page):
            return []
        texts = (quotation_marks.mask(html.unescape(text)) for text in _BETWEEN.findall(_QUOTED.sub("<q>", page)))
        runs = (copied for text in texts for copied in self.runs.find(text))
        return [f"`{run.source}`, ¶{run.paragraph}: “{' '.join(run.words[: MAX_RUN + 1])} …”" for run in runs]

    def _may_hold(self, page: str) -> bool:
        """Whether a page may hold a copied run; where it says no, there is none."""
        if len(self.fine) > self.MOST:
            self.fine.clear()
        for text in {*_BETWEEN.findall(page)} - self.fine:
            if len(text) > _SHORT and len(_WORD.findall(text)) > MAX_RUN and self.runs.may_hold(html.unescape(text)):
                return True
            self.fine.add(text)
        return False
