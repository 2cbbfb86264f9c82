"""Checks on our own words: names as in the register, loaded words attributed, no relative time, no source's text.

Most look at one stretch of words at a time, as it is read, so that the plain text need not be kept.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from briefing.checks import Checked, Finding, check, check_words, start
from briefing.markup import quotation_marks
from briefing.model.kinds import texts
from briefing.model.records import About, Loaded, Name, Names, Record, Removed, Source, Words
from briefing.model.relations import inferred_years, records
from briefing.model.text import mixed_script_words, plain, script
from briefing.model.vocabulary import NameKind
from briefing.model.written import Mark, Own
from briefing.quotations.leaks import Runs

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)|\n\n")
_SAID = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|t(?:ells?|old)|call(?:s|ed)?|describ(?:es?|ed)|accus(?:es?|ed)|alleg(?:es?|ed)|claim(?:s|ed)?|"
    r"according to|argu(?:es?|ed)|insist(?:s|ed)?|maintain(?:s|ed)?|in the words of|adds?|added|writes?|wrote|puts? it|"
    r"names?|named|objects?|objected|term(?:s|ed)|sees?|regards?|regarded|considers?|considered|denounces?|denounced|"
    r"speaks? of|spoke of|warns? of|warned of|in (?:his|her|its|their) (?:view|words))\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|currently|nowadays|(?<!\bas )(?<!\btoo )(?<!\bso )(?:recently|lately|soon)|"
    r"(?:last|next|this) (?:night|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday))"
    r"\b(?! after| before| of)",
    re.IGNORECASE,
)
#: What a stretch of words must hold one of if it holds a day told from now, if not one of `_TIMES`.
_RELATIVE_FORMS = frozenset("yesterday today tomorrow tonight currently nowadays recently lately soon".split())
#: What follows `last`, `next` or `this` there.
_TIMES = frozenset("night week month year monday tuesday wednesday thursday friday saturday sunday".split())
_YEAR = re.compile(r"\b\d{4}\b", re.ASCII)
_PART = re.compile(r"[^\W\d_]+")
_ENDINGS = ("n", "an", "ian", "s", "ns", "ans", "ians", "i", "is", "ese", "ish", "ic", "r", "er", "ers", "d", "ed")


def own_words(record: Record) -> Iterator[Own]:
    """What the head of a record says in our own words."""
    for text in texts(record):
        yield Own(quotation_marks.mask(plain(text.text)), text.key, spared=text.spared)


class Desk:
    """What every text is held against as it is read: the registers of names and words, and the sources' texts at hand.

    `terms` are folded words that quotation marks only set apart; `key` changes whenever any of it does.
    """

    def __init__(
        self,
        terms: frozenset[str] = frozenset(),
        names: Names | None = None,
        words: Words | None = None,
        runs: Runs | None = None,
    ) -> None:
        self.terms, self.names, self.words, self.runs = terms, names, words, runs or Runs()
        parts = (sorted(terms), names and names.digest, words and words.digest, self.runs.key)
        self.key = hashlib.blake2b(repr(parts).encode(), digest_size=16).digest()
        self.register = Register(names.names if names else ())
        self.loaded = {_joined(entry.word): entry for entry in words.loaded} if words else {}
        self.loaded_words = _any_of(self.loaded)
        self.telling = frozenset(form for word in self.loaded for form in _forms(word)) | _RELATIVE_FORMS
        self.fine: set[str] = set()

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Desk) and other.key == self.key

    def is_plain(self, text: str) -> bool:
        """Whether a text needs no closer look: no word of it can be a wrong name, a loaded word or a day told from now,
        and no run of its words may be a source's.
        """
        if self.runs and self.runs.may_hold(text):
            return False
        if next(mixed_script_words(text), None):
            return False
        for word in {*_WORD.findall(text)} - self.fine:
            parts = {part.casefold() for part in _PART.findall(word)}
            if (word[0].isupper() and self.register.right(word)) or not parts.isdisjoint(self.telling):
                return False
            if parts.isdisjoint(_TIMES):
                self.fine.add(word)
            elif _RELATIVE.search(text):
                return False
        return True


def _joined(word: str) -> str:
    """The form in which a loaded word, or a group of words, is known."""
    return " ".join(_BETWEEN.split(word.strip().casefold()))


def _forms(word: str) -> set[str]:
    """What a stretch of words must hold one of if it holds this loaded word or group of words."""
    first = next(iter(_PART.findall(word.casefold())), "")
    return {first + ending for ending in ("", "s", "es", "d", "ed", "ing")}


#: What may stand between the words of a group: white space or a hyphen.
_GAP = r"(?:\s+|\s?[-‐‑]\s?)"
_BETWEEN = re.compile(r"[\s‐‑-]+")


def _any_of(loaded: Mapping[str, Loaded]) -> re.Pattern[str] | None:
    words = sorted(loaded, key=len, reverse=True)
    forms = (_GAP.join(map(re.escape, _BETWEEN.split(word))) for word in words)
    pattern = rf"(?<!\w)({'|'.join(forms)})(?:s|es|d|ed|ing)?(?!\w)"
    return re.compile(pattern, re.IGNORECASE) if words else None


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


class Register:
    """The register turned round for looking words up."""

    def __init__(self, names: Iterable[Name]) -> None:
        names = tuple(names)
        self.neutral: dict[str, str] = {}
        self.own: set[str] = set()
        self.other: dict[str, str] = {}
        self.phrases: dict[str, str] = {}
        for name in names:
            for word in _WORD.findall(name.neutral):
                if word[:1].isupper():
                    self.neutral[word] = name.neutral
                    if name.kind is not NameKind.ORGANISATION or len(_WORD.findall(name.neutral)) == 1:
                        self.own.add(word)  # the words of an organisation's name are mostly common ones
        for name in names:
            for form in (*name.local.values(), *name.printed.values()):
                words = _WORD.findall(form)
                if form != name.neutral and len(words) > 1:
                    self.phrases[form] = name.neutral
                neutral_words = _WORD.findall(name.neutral)
                for index, word in enumerate(words):
                    matches = len(words) == len(neutral_words) and (len(words) == 1 or name.kind is NameKind.PERSON)
                    if word not in self.neutral and word[:1].isupper() and matches:
                        self.other[word] = neutral_words[index] if len(words) > 1 else name.neutral
        self.by_bare = {_bare(word): word for word in self.neutral if len(word) > 3 and word in self.own}
        self.alike: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for known, right in self.by_bare.items():
            for length in range(max(6, len(known) - 2), len(known) + 4) if len(known) >= 6 else ():
                self.alike[known[0], length].append((known, right))
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
        for known, right in self.alike.get((bare[0], len(bare)), ()):
            ending = next(
                (e for e in _ENDINGS if bare == known + e or (known[-1] in "aeo" and bare == known[:-1] + e)), None
            )
            if ending is None and _distance(known, bare, 2) <= (2 if len(known) > 7 else 1):
                return right
        return None


@check_words()
def check_name_form(record: Record, own: Own, desk: Desk) -> Iterator[Finding]:
    """Names in our own words must have the form of the register; in quotations they are left as they are."""
    for match in _WORD.finditer(own.text):
        if right := desk.register.right(match.group()):
            yield Finding(
                record,
                own.spot(match.start(), start(record, own)),
                f"a name must have the form of the register: {right}, not {match.group()}.",
                f"Write {right}; or, if this is another name, add it to `content/names.md`.",
            )


@check_words()
def check_look_alike(record: Record, own: Own, desk: Desk) -> Iterator[Finding]:
    """A word in our own words must not mix letters of two scripts that look alike."""
    for offset, word in mixed_script_words(own.text):
        odd = next((c for c in word if script(c) != script(word[0])), word[0])
        yield Finding(
            record,
            own.spot(offset, start(record, own)),
            f"a word must not mix letters of two scripts that look alike, as `{word}` does: {odd} is U+{ord(odd):04X}.",
            "Type the word anew.",
        )


@check_words()
def check_loaded_word(record: Record, own: Own, desk: Desk) -> Iterator[Finding]:
    """A loaded word must stand in a quotation, or in a sentence that says whose word it is."""
    found = list(desk.loaded_words.finditer(own.text)) if desk.loaded_words else []
    for match, is_said in zip(found, _said(own.text, [match.start() for match in found]), strict=True):
        if not is_said:
            entry = desk.loaded[_joined(match[1])]
            yield Finding(
                record,
                own.spot(match.start(), start(record, own)),
                f"the loaded word `{match.group()}` must be quoted, or its sentence must say whose word it is.",
                f"Write instead: {entry.instead}. The list is in `content/words.md`.",
            )


def _said(text: str, offsets: list[int]) -> Iterator[bool]:
    """Whether each sentence says before the offset whose words follow; goes through the text once, however many there
    are.
    """
    if not offsets:
        return
    ends, sayings = _SENTENCE.finditer(text), _SAID.finditer(text)
    end, saying = next(ends, None), next(sayings, None)
    begin, said = 0, -1
    for offset in offsets:
        while end and end.end() <= offset:
            begin, end = end.end(), next(ends, None)
        while saying and saying.end() <= offset:
            said, saying = saying.start(), next(sayings, None)
        yield said >= begin


@check_words(code=False)
def check_relative_time(record: Record, own: Own, desk: Desk) -> Iterator[Finding]:
    """Our own words must give dates, not `yesterday` or `currently`: a briefing is read years later."""
    for match in _RELATIVE.finditer(own.text):
        yield Finding(
            record,
            own.spot(match.start(), start(record, own)),
            f"our own words must give a date, not `{match.group()}`.",
            "Write the date, as `on 1 November 2022` or `in early November 2022`.",
        )


@check_words()
def check_source_copied(record: Record, own: Own, desk: Desk) -> Iterator[Finding]:
    """Our own words must not repeat more than eight words of a source in a row; needs the source's text at hand."""
    for copied in desk.runs.find(own.text):
        yield Finding(record, own.spot(copied.offset, start(record, own)), *copied.told())


@check()
def check_year_unmarked(checked: Checked) -> Iterator[Finding]:
    """A date whose year we inferred must be marked so: in the prose of each record that gives it, and in each value of
    a head, unless the dossier's `snapshot`, which every page shows, says that its dates are inferred.
    """
    inferred = inferred_years(checked.corpus)
    sure = checked.is_sure("content/events", "date", "dating") and checked.corpus.dossier.is_sure("snapshot")
    if not inferred or not sure:
        return
    told = "inferred" in checked.corpus.dossier.snapshot
    for record in records(checked.corpus):
        if isinstance(record, Names | Words | Source | About | Removed):
            continue
        spots: list[tuple[int, str | Mark]] = []
        if not record.prose.says_inferred and not inferred.isdisjoint(record.prose.years):
            spots += next([(year, mark)] for year, mark in record.prose.body.years if year in inferred)
        for key, text, _, _ in texts(record):
            shown_with_it = told and key in ("title", "summary", "snapshot")
            if not shown_with_it and not key.startswith(("dating.", "changes.", "owner")):
                years = [int(year) for year in _YEAR.findall(text) if int(year) in inferred]
                spots += [(year, key) for year in years[:1] if "inferred" not in text]
        for year, where in spots:
            yield Finding(
                record,
                where,
                f"the year {year} is inferred and must be marked so.",
                "Write `(year inferred)` behind the first such date.",
            )
