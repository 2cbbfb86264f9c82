"""No source's text in our own words: no run of more than eight of its words outside quotations. Pure.

Needs the texts, so it looks only where they are at hand.
"""

from __future__ import annotations

import hashlib
import html
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from briefing.quotes import Text

#: The longest run of a source's words that may stand unquoted.
MAX_RUN = 8
_FULL = re.compile(f"1{{{MAX_RUN + 1},}}")
_WORD = re.compile(r"[\w']+")
_QUOTED = re.compile(r"<(q|blockquote)\b.*?</\1>|<(script|style)\b.*?</\2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
#: Runs are known by a rolling hash (Rabin and Karp) of their words' hashes: one multiplication for each further word.
_FACTOR, _MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1
_OUT = pow(_FACTOR, MAX_RUN + 1, 1 << 64)


class Runs:
    """The runs of words of the texts at hand, to look words up in; `key` changes whenever they do."""

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        self.codes: dict[str, int] = {}
        self.texts = {text.source: f" {' '.join(_words(' '.join(text.normal())))} " for text in texts}
        found: set[int] = set()
        for text in self.texts.values():
            words = text.split()
            for word in words:
                if word not in self.codes:
                    self.codes[word] = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())
            found.update(_hashes([self.codes[word] for word in words]))
        self.runs = array("Q", sorted(found))
        self.key = hashlib.blake2b(self.runs.tobytes(), digest_size=16).hexdigest()

    def __bool__(self) -> bool:
        return bool(self.codes)

    def find(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield (offset, words, source) of each unquoted run that is too long; of overlapping ones the first."""
        if not self.codes:
            return
        words = _words(text)
        codes = [self.codes.get(word, 0) for word in words]
        free = 0
        for stretch in _FULL.finditer("".join(["1" if code else "0" for code in codes])):
            for start, value in enumerate(_hashes(codes[stretch.start() : stretch.end()]), stretch.start()):
                at = bisect_left(self.runs, value)
                if start >= free and at < len(self.runs) and self.runs[at] == value:
                    run = " ".join(words[start : start + MAX_RUN + 1])
                    if source := self.whose(run):
                        yield _offset(text, start), run, source
                        free = start + MAX_RUN + 1

    def whose(self, run: str) -> str:
        """The source in whose text a run of words stands; empty when it stands in none."""
        return next((source for source, text in self.texts.items() if f" {run} " in text), "")


def _hashes(codes: list[int]) -> Iterator[int]:
    """The hash of each run in a row of words' hashes, from the first run on."""
    value = 0
    for number, code in enumerate(codes):
        value = (value * _FACTOR + code) & _MASK
        if number > MAX_RUN:
            value = (value - codes[number - MAX_RUN - 1] * _OUT) & _MASK
        if number >= MAX_RUN:
            yield value


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'").casefold())


def _offset(text: str, number: int) -> int:
    """Where the word with this number begins in the text."""
    for index, match in enumerate(_WORD.finditer(text.replace("’", "'"))):
        if index == number:
            return match.start()
    return 0


def in_page(content: str, runs: Runs) -> list[str]:
    """Every too long run in a built page's text outside quotations."""
    text = html.unescape(_TAG.sub(" ", _QUOTED.sub(" \x00 ", content)))
    return [f"`{source}`: “{words} …”" for part in text.split("\x00") for _, words, source in runs.find(part)]
