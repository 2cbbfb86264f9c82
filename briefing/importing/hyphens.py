"""Whether a hyphen at the end of a line parts a word only there, or belongs to it. Pure but for the lists of words.

`concen-` + `trations` is one word, `price-` + `determining` keeps its hyphen, and so does `Meier-` + `Lang`. What
tells is, in this order: a capital or a figure behind the hyphen; how the word stands elsewhere in the same document;
whether lists of common words have the whole or both halves.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Mapping

#: Signs that part a word at the end of a line; the soft hyphen parts it only there.
SOFT = "\u00ad"
HYPHENS = "-\u2010\u2011"
_ANY = r"\-\u2010\u2011"
_AT_END = re.compile(rf"(?P<head>[^\W_]+(?:['’{_ANY}][^\W_]+)*)(?P<sign>[{_ANY}{SOFT}])$")
#: Letters of a word that is looked at.
_LONGEST = 100
_AT_START = re.compile(r"(?P<tail>[^\W_]+)")
_WORD = re.compile(rf"[^\W\d_]+(?:['’{_ANY}][^\W\d_]+)*")
#: Languages with a list of common words.
LISTED = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
#: How often a common word stands in them.
_COMMON = 300
#: Beginnings that are set before a whole word with a hyphen more often than without.
_BEFORE = frozenset("ex self non half all quasi semi vice anti pro pan euro afro anglo franco russo".split())
#: Words of which a compound with hyphens is made.
_WITHIN = frozenset("and by de du en for in la le mit of off on or out the to und up".split())


class Vocabulary:
    """The words of a document as they stand within its lines, and those of its language."""

    def __init__(self, lines: Iterable[str], language: str) -> None:
        self.here: Counter[str] = Counter()
        for line in lines:
            whole = line.rpartition(" ")[0] if line.endswith(tuple(HYPHENS + SOFT)) else line
            self.here.update(_folded(word) for word in _WORD.findall(whole))
        self.language = language.split("-")[0]

    def knows(self, word: str) -> bool:
        """Whether it is a word of the document or of its language."""
        return word in self.here or word in _listed(self.language)

    def is_common(self, word: str) -> bool:
        """Whether it is one of the commoner words of the language."""
        return _listed(self.language).get(word, 0) >= _COMMON


@functools.cache
def _listed(language: str) -> Mapping[str, int]:
    """The common words of a language, with how often each stands in its list; none without library or list."""
    if language not in LISTED:
        return {}
    try:
        from spellchecker import SpellChecker
    except ImportError:
        return {}
    words: Mapping[str, int] = SpellChecker(language=language).word_frequency.dictionary
    return words


def _folded(word: str) -> str:
    return re.sub(rf"[{_ANY}]", "-", word).casefold()


def joined(first: str, second: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Two lines as one; and, where it was not clear what becomes of a hyphen between them, the word in question."""
    before, last = first[:-_LONGEST], first[-_LONGEST:]  # a line without end costs no more than a word
    end, start = _AT_END.search(last), _AT_START.match(second)
    if not end or not start:
        glue = "" if first.endswith(("—", "/")) or not first else " "
        return f"{first.removesuffix(SOFT)}{'' if first.endswith(SOFT) else glue}{second}", ""
    whole, kept = before + last[: end.start("sign")] + second, first + second
    if end["sign"] == SOFT:
        return whole, ""
    head, tail = end["head"], start["tail"]
    keeps, is_sure = _keeps(head, tail, second[start.end() :], vocabulary)
    word = f"{head}-{tail}" if keeps else head + tail
    return kept if keeps else whole, "" if is_sure else word


def _keeps(head: str, tail: str, rest: str, vocabulary: Vocabulary) -> tuple[bool, bool]:
    """Whether the hyphen belongs to the word; and whether that is sure."""
    if not tail[0].islower() or not head[-1].isalpha():
        # A capital or a figure: a name of two parts, `Covid-19`; a text all in capitals is the exception.
        return not (
            tail.isupper() and head.isupper() and len(tail) > 1 and vocabulary.knows((head + tail).lower())
        ), True
    last = re.split(rf"[{_ANY}]", head)[-1]
    one, two = _folded(head + tail), _folded(f"{head}-{tail}")
    here, apart = vocabulary.here[one], vocabulary.here[two]
    if here != apart:
        return apart > here, True
    if re.match(rf"[{_ANY}]\w", rest) and head.casefold() != last.casefold():
        return True, True  # `state-of-` + `the-art`
    halves = last.casefold(), tail.casefold()
    if halves[1] in _WITHIN and rest[:1] in HYPHENS:
        return True, True
    whole_known, both_known = vocabulary.knows(halves[0] + halves[1]), all(map(vocabulary.knows, halves))
    if whole_known:
        # `customhouse` is a word, and so is `custom-house`: only where the whole is common is it sure.
        is_rare = all(map(vocabulary.knows, halves)) and min(map(len, halves)) > 3
        return False, not is_rare or vocabulary.is_common(halves[0] + halves[1])
    if halves[0] in _BEFORE and vocabulary.knows(halves[1]):
        return True, False
    if both_known and min(map(len, halves)) > 2:
        return True, vocabulary.language in LISTED and min(map(len, halves)) > 3
    return False, vocabulary.language in LISTED and not both_known
