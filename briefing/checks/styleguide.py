"""The style guide for our own words: the register of names, loaded words, relative time, and the sources' texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from briefing.model.records import Loaded, Names, Words
from briefing.model.text import bare, mixed_script_words
from briefing.model.vocabulary import NameKind
from briefing.quotations.copying import Runs
from briefing.store.memo import key_of

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|currently|nowadays|(?<!\bas )(?<!\btoo )(?<!\bso )(?:recently|lately|soon)|"
    r"(?:last|next|this) (?:night|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday))"
    r"\b(?! after| before| of)",
    re.IGNORECASE,
)
#: Each match of RELATIVE holds one of these words,
_RELATIVE_FORMS = frozenset("yesterday today tomorrow tonight currently nowadays recently lately soon".split())
#: or one of `_WHICH`, a blank and one of `_TIMES`.
_WHICH = ("last", "next", "this")
_TIMES = frozenset("night week month year monday tuesday wednesday thursday friday saturday sunday".split())
_PART = re.compile(r"[^\W\d_]+")
_ENDINGS = ("n", "an", "ian", "s", "ns", "ans", "ians", "i", "is", "ese", "ish", "ic", "r", "er", "ers", "d", "ed")


class StyleGuide:
    """What every text is checked against as it is read: the registers of names and words, and the texts at hand.

    `terms` are folded words that quotation marks only set apart. `key` changes whenever any part but the register of
    names does, which has a key of its own.
    """

    def __init__(
        self,
        terms: frozenset[str] = frozenset(),
        names: Names | None = None,
        words: Words | None = None,
        runs: Runs | None = None,
    ) -> None:
        self.terms, self.names, self.words, self.runs = terms, names, words, runs or Runs()
        self.key = key_of(sorted(terms), words and words.digest, self.runs.key)
        self.register = Register(names)
        self.loaded = {joined(entry.word): entry for entry in words.loaded} if words else {}
        self.loaded_words = _any_of(self.loaded)
        self.telling = frozenset(form for word in self.loaded for form in _forms(word)) | _RELATIVE_FORMS
        self.fine: set[str] = set()

    def is_plain(self, text: str) -> bool:
        """Whether a text needs no closer look: none of its words can be a wrong name, a loaded word or relative time,
        none mixes scripts, and no run of them may be a source's.
        """
        if self.runs and self.runs.may_hold(text):
            return False
        times: set[str] = set()
        for chunk in {*text.split()} - self.fine:
            parts = {part.casefold() for part in _PART.findall(chunk)}
            names = (word for word in WORD.findall(chunk) if word[0].isupper())
            if not parts.isdisjoint(self.telling) or any(map(self.register.right, names)):
                return False
            if next(mixed_script_words(chunk), None):
                return False
            if parts.isdisjoint(_TIMES):
                self.fine.add(chunk)
            times |= parts & _TIMES
        small = text.casefold() if times else ""
        return not any(f"{which} {time}" in small for time in times for which in _WHICH)


def joined(word: str) -> str:
    """The form under which a loaded word, or a group of words, is looked up."""
    return " ".join(_BETWEEN.split(word.strip().casefold()))


def _forms(word: str) -> set[str]:
    """The words of which a text holds at least one if it holds this loaded word or group of words."""
    first = next(iter(_PART.findall(word.casefold())), "")
    return {first + ending for ending in ("", "s", "es", "d", "ed", "ing")}


#: What may stand between the words of a group: white space or a hyphen.
_GAP = r"(?:\s+|\s?[-‐‑]\s?)"
_BETWEEN = re.compile(r"[\s‐‑-]+")


def _any_of(loaded: Mapping[str, Loaded]) -> re.Pattern[str] | None:
    """A pattern for all loaded words and their inflected forms, the longest first; None where there are none."""
    words = sorted(loaded, key=len, reverse=True)
    forms = (_GAP.join(map(re.escape, _BETWEEN.split(word))) for word in words)
    pattern = rf"(?<!\w)({'|'.join(forms)})(?:s|es|d|ed|ing)?(?!\w)"
    return re.compile(pattern, re.IGNORECASE) if words else None


def _distance(a: str, b: str, most: int) -> int:
    """Levenshtein's distance of two words; any number above `most` where it is greater than that."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
        if min(row) > most:
            return most + 1
    return row[-1]


class Register:
    """The register of names, indexed by the words of their forms."""

    def __init__(self, register: Names | None = None) -> None:
        names = register.names if register else ()
        self.key = register.digest if register else ""
        self.fine: set[str] = set()
        self.neutral: dict[str, str] = {}
        self.own: set[str] = set()
        self.other: dict[str, str] = {}
        self.phrases: dict[str, str] = {}
        for name in names:
            for word in WORD.findall(name.neutral):
                if word[:1].isupper():
                    self.neutral[word] = name.neutral
                    if name.kind is not NameKind.ORGANISATION or len(WORD.findall(name.neutral)) == 1:
                        self.own.add(word)  # the words of an organisation's name are mostly common ones
        for name in names:
            for form in (*name.local_forms, *name.printed.values()):
                words = WORD.findall(form)
                if form != name.neutral and len(words) > 1:
                    self.phrases[form] = name.neutral
                neutral_words = WORD.findall(name.neutral)
                for index, word in enumerate(words):
                    matches = len(words) == len(neutral_words) and (len(words) == 1 or name.kind is NameKind.PERSON)
                    if word not in self.neutral and word[:1].isupper() and matches:
                        self.other[word] = neutral_words[index] if len(words) > 1 else name.neutral
        self.by_bare = {bare(word): word for word in self.neutral if len(word) > 3 and word in self.own}
        self.alike: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for known, right in self.by_bare.items():
            for length in range(max(6, len(known) - 2), len(known) + 4) if len(known) >= 6 else ():
                self.alike[known[0], length].append((known, right))
        self.known: dict[str, str | None] = {}

    def all_fine(self, chunks: Iterable[str]) -> bool:
        """Whether none of these pieces of text between blanks holds a wrong name."""
        for chunk in {*chunks} - self.fine:
            if any(map(self.right, WORD.findall(chunk))):
                return False
            self.fine.add(chunk)
        return True

    def right(self, word: str) -> str | None:
        """The form to write instead of `word`; None when the word is right or no name of the register."""
        if word not in self.known:
            self.known[word] = self._right(word)
        return self.known[word]

    def _right(self, word: str) -> str | None:
        stem = re.sub(r"[’']s?$", "", word)
        if stem in self.neutral or not stem[:1].isupper() or len(stem) < 4:
            return None
        if stem in self.other:
            return self.other[stem]
        plain = bare(stem)
        if plain in self.by_bare:
            return self.by_bare[plain]
        if len(plain) < 6:
            return None
        for known, right in self.alike.get((plain[0], len(plain)), ()):
            stems = (known, known[:-1]) if known[-1] in "aeo" else (known,)
            derived = any(plain == stem + ending for stem in stems for ending in _ENDINGS)
            if not derived and _distance(known, plain, 2) <= (2 if len(known) > 7 else 1):
                return right
        return None
