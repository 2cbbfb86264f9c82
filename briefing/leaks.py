"""No source's text in our own words: no run of more than eight of its words outside quotations. Pure.

Needs the texts, so it looks only where they are at hand.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from briefing.checks.wording import own_words
from briefing.model import Corpus, Names, Source, Words
from briefing.problems import Problem
from briefing.quotes import Text
from briefing.relations import records

#: The longest run of a source's words that may stand unquoted.
MAX_RUN = 8
_FULL = "1" * (MAX_RUN + 1)
_WORD = re.compile(r"[\w']+")
_QUOTED = re.compile(r"<(q|blockquote)\b.*?</\1>|<(script|style)\b.*?</\2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Runs:
    """The runs of words of the texts at hand, to look words up in."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.runs: dict[tuple[str, ...], str] = {}
        self.words: set[str] = set()
        for text in texts:
            words = _words(" ".join(text.normal()))
            self.words.update(words)
            for start in range(len(words) - MAX_RUN):
                self.runs.setdefault(tuple(words[start : start + MAX_RUN + 1]), text.source)

    def find(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield (offset, words, source) of the first unquoted run that is too long in each stretch of text."""
        words = _words(text)
        flags = "".join(["1" if word in self.words else "0" for word in words])
        start = flags.find(_FULL)
        while start != -1:
            run = tuple(words[start : start + MAX_RUN + 1])
            if source := self.runs.get(run):
                yield _offset(text, start), " ".join(run), source
                start = flags.find(_FULL, start + MAX_RUN + 1)
            else:
                start = flags.find(_FULL, start + 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'").casefold())


def _offset(text: str, number: int) -> int:
    """Where the word with this number begins in the text."""
    for index, match in enumerate(_WORD.finditer(text.replace("’", "'"))):
        if index == number:
            return match.start()
    return 0


def in_records(corpus: Corpus, runs: Runs) -> Iterator[Problem]:
    """Every too long run in the records' own words."""
    for record in records(corpus):
        if isinstance(record, Names | Words | Source):
            continue
        for own in own_words(record):
            for offset, words, source in runs.find(own.text):
                mark = own.mark(record, offset)
                yield Problem(
                    record.path,
                    mark.line,
                    mark.column,
                    "source-copied",
                    f"our own words must not repeat more than {MAX_RUN} words of `{source}` in a row; "
                    f"these do: “{words} …”.",
                    "Say it in other words, or quote it and cite the paragraph.",
                )


def in_page(content: str, runs: Runs) -> list[str]:
    """Every too long run in a built page's text outside quotations."""
    text = html.unescape(_TAG.sub(" ", _QUOTED.sub(" \x00 ", content)))
    return [f"`{source}`: “{words} …”" for part in text.split("\x00") for _, words, source in runs.find(part)]
