"""Checks on our own words: names as in the register, loaded words attributed, no relative time, no source's text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing import quotation_marks
from briefing.checks import Checked, Finding, check
from briefing.model import About, Mark, Names, Record, Source, Words
from briefing.quoted import texts
from briefing.relations import records

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)|\n\n")
_SAID = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|t(?:ells?|old)|call(?:s|ed)?|describ(?:es?|ed)|accus(?:es?|ed)|alleg(?:es?|ed)|claim(?:s|ed)?|"
    r"according to|argu(?:es?|ed)|insist(?:s|ed)?|maintain(?:s|ed)?|in the words of|adds?|added|writes?|wrote|puts? it|"
    r"names?|named|objects?|objected|term(?:s|ed)?|sees?|saw)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|currently|nowadays|recently|lately|soon|"
    r"(?:last|next|this) (?:night|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday))"
    r"\b(?! after| before)",
    re.IGNORECASE,
)
_RELATIVE_WORDS = frozenset(
    form
    for word in "yesterday today tomorrow tonight currently nowadays recently lately soon last next this".split()
    for form in (word, word.capitalize())
)
_ENDINGS = ("n", "an", "ian", "s", "ns", "ans", "ians", "i", "is", "ese", "ish", "ic", "r", "er", "ers", "d", "ed")


@dataclass(frozen=True, slots=True)
class Own:
    """A stretch of our own words: quotations in it are blanked, line breaks kept."""

    text: str
    where: str | Mark

    def mark(self, record: Record, offset: int) -> Mark:
        """Where an offset of the text stands in the file, as nearly as is known."""
        start = self.where if isinstance(self.where, Mark) else record.mark(self.where)
        line = self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset) if line else start.column + offset
        return Mark(start.line + line, column)


def own_words(record: Record) -> Iterator[Own]:
    """What a record says in our own words, head and prose."""
    for key, text, _ in texts(record):
        if text:
            yield Own(quotation_marks.mask(text), key)
    for block in record.prose.blocks:
        if block.own:
            yield Own(block.own, block.mark)


def _looked_at(checked: Checked) -> Iterator[tuple[Record, Own, set[str]]]:
    """Every stretch of our own words that the checks of this module look at, with the set of its words."""
    for record in records(checked.corpus):
        if not isinstance(record, About | Names | Words | Source):
            for own in own_words(record):
                yield record, own, set(_WORD.findall(own.text))


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """A word without accents and case."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def _distance(a: str, b: str, most: int) -> int:
    """Levenshtein's distance of two words, or more than `most`."""
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


class _Register:
    """The register turned round for looking words up."""

    def __init__(self, names: Names) -> None:
        self.neutral: dict[str, str] = {}
        self.other: dict[str, str] = {}
        self.phrases: dict[str, str] = {}
        for name in names.names:
            for word in _WORD.findall(name.neutral):
                if word[:1].isupper():
                    self.neutral[word] = name.neutral
        for name in names.names:
            for form in (*name.local.values(), *name.printed.values()):
                words = _WORD.findall(form)
                if form != name.neutral and len(words) > 1:
                    self.phrases[form] = name.neutral
                neutral_words = _WORD.findall(name.neutral)
                for index, word in enumerate(words):
                    if word not in self.neutral and word[:1].isupper() and len(words) == len(neutral_words):
                        self.other[word] = neutral_words[index] if len(words) > 1 else name.neutral
        self.by_bare = {_bare(word): word for word in self.neutral if len(word) > 3}
        self.known: dict[str, str | None] = {}

    def right(self, word: str) -> str | None:
        """The form to write instead of `word`, or None when the word is fine or none of our business."""
        if word not in self.known:
            self.known[word] = self._right(word)
        return self.known[word]

    def _right(self, word: str) -> str | None:
        stem = re.sub(r"[’']s?$", "", word)
        if stem in self.neutral or not stem[:1].isupper() or len(stem) < 4:
            return None
        if stem in self.other:
            return self.other[stem]
        bare = _bare(stem)
        if bare in self.by_bare:
            return self.by_bare[bare]
        if len(bare) < 6:
            return None
        for known, right in self.by_bare.items():
            if len(known) < 6 or known[0] != bare[0]:
                continue
            ending = next(
                (e for e in _ENDINGS if bare == known + e or (known[-1] in "aeo" and bare == known[:-1] + e)), None
            )
            if ending is None and _distance(known, bare, 2) <= (2 if len(known) > 7 else 1):
                return right
        return None


@check()
def check_name_form(checked: Checked) -> Iterator[Finding]:
    """Names in our own words must have the form of the register; in quotations they are left as they are."""
    register = _Register(checked.corpus.names)
    if not register.neutral:
        return
    fine: set[str] = set()
    for record, own, words in _looked_at(checked):
        words -= fine
        wrong = {word for word in words if register.right(word)}
        fine |= words - wrong
        if not wrong:
            continue
        for match in _WORD.finditer(own.text):
            if match.group() in wrong:
                right = register.right(match.group())
                yield Finding(
                    record,
                    own.mark(record, match.start()),
                    f"a name must have the form of the register: {right}, not {match.group()}.",
                    f"Write {right}; or, if this is another name, add it to `content/names.md`.",
                )


@check()
def check_loaded_word(checked: Checked) -> Iterator[Finding]:
    """A loaded word must stand in a quotation, or in a sentence that says whose word it is."""
    loaded = {entry.word.casefold(): entry for entry in checked.corpus.words.loaded}
    if not loaded:
        return
    pattern = re.compile(
        r"(?<!\w)("
        + "|".join(re.escape(word) for word in sorted(loaded, key=len, reverse=True))
        + r")(?:s|es|d|ed|ing)?(?!\w)",
        re.IGNORECASE,
    )
    for record, own, _ in _looked_at(checked):
        for match in pattern.finditer(own.text):
            start = max((m.end() for m in _SENTENCE.finditer(own.text, 0, match.start())), default=0)
            if _SAID.search(own.text, start, match.start()):
                continue
            entry = loaded[match[1].casefold()]
            yield Finding(
                record,
                own.mark(record, match.start()),
                f"the loaded word `{match.group()}` must be quoted, or its sentence must say whose word it is.",
                f"Write instead: {entry.instead}. The list is in `content/words.md`.",
            )


@check()
def check_relative_time(checked: Checked) -> Iterator[Finding]:
    """Our own words must give dates, not `yesterday` or `currently`: a briefing is read years later."""
    for record, own, words in _looked_at(checked):
        if words.isdisjoint(_RELATIVE_WORDS):
            continue
        for match in _RELATIVE.finditer(own.text):
            yield Finding(
                record,
                own.mark(record, match.start()),
                f"our own words must give a date, not `{match.group()}`.",
                "Write the date, or `in early November 2022`.",
            )


@check()
def check_year_unmarked(checked: Checked) -> Iterator[Finding]:
    """A date whose year we inferred must be marked so in the prose of each record that gives it."""
    inferred = {e.date.year for e in checked.corpus.events.values() if e.dating.year == "inferred"}
    inferred -= {e.date.year for e in checked.corpus.events.values() if e.dating.year == "stated"}
    if not inferred or not checked.is_whole("content/events"):
        return
    years = re.compile(r"\b(" + "|".join(str(year) for year in sorted(inferred)) + r")\b")
    for record in records(checked.corpus):
        if isinstance(record, Names | Words | Source | About):
            continue
        blocks = [Own(block.own, block.mark) for block in record.prose.blocks if block.own]
        dated = next(((own, match) for own in blocks if (match := years.search(own.text))), None)
        if dated and not any("inferred" in own.text for own in blocks):
            own, match = dated
            yield Finding(
                record,
                own.mark(record, match.start()),
                f"the year {match.group()} is inferred and must be marked so.",
                "Write `(year inferred)` behind the first such date.",
            )
