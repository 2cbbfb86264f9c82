"""Number words in a text, by the tables of its language. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from briefing.model.text import unaccented
from briefing.voices.languages import module_of
from briefing.voices.languages.numbers import NUMBERS, Numbers, cyrillic

_HUNDRED, _DOZEN = 100, 12
_LETTERS = re.compile(r"[^\W\d_]+")


class Counted(NamedTuple):
    """A number in words: from and to which letter it goes, and its value. `is_one` is whether it is the word for one
    alone, which may be an article.
    """

    start: int
    end: int
    value: int
    is_one: bool = False


class _Words(Struct, frozen=True, eq=False):
    """The number words of a language, ready to be read: what each adds, multiplies by, or scales with.

    `plain` are their parts, empty where words are glued together, so that not all are known;
    `alone` are those that multiply and need nothing before them: `mille`, but neither `thousand` nor `million`.
    """

    adds: Mapping[str, int]
    times: Mapping[str, int]
    scales: Mapping[str, int]
    run: re.Pattern[str]
    atom: re.Pattern[str]
    is_glued: bool
    plain: frozenset[str]
    alone: frozenset[str]


def is_read(language: str) -> bool:
    """Whether the number words of a language are read."""
    return module_of(language) in NUMBERS


def is_word(word: str, language: str) -> bool:
    """Whether a word counts by itself in a language, as `sept` does in French."""
    name = module_of(language)
    return name in NUMBERS and _plain(word) in _words(name).adds


def find(text: str, language: str) -> Iterator[Counted]:
    """The numbers in words of a text, in order; words that make no number together are several."""
    name = module_of(language)
    if name not in NUMBERS:
        return
    words = _words(name)
    if words.plain and words.plain.isdisjoint(_LETTERS.findall(text.lower())):
        return  # looking once is quicker
    for match in words.run.finditer(text):
        yield from _numbers(match, words)


def _numbers(match: re.Match[str], words: _Words) -> Iterator[Counted]:
    """The numbers that a run of number words makes."""
    total = current = 0
    start, last = match.start(), None
    for atom in words.atom.finditer(match.string, match.start(), match.end()):
        longer = _with(total, current, atom, last, words) if last else None
        if longer is None:
            if last:
                yield Counted(start, last.end(), total + current, total + current == 1)
            start, longer = atom.start(), _with(0, 0, atom, None, words)
        (total, current), last = longer or (0, 0), atom if longer else None
    if last:
        yield Counted(start, match.end(), total + current, total + current == 1)


def _with(
    total: int, current: int, atom: re.Match[str], before: re.Match[str] | None, words: _Words
) -> tuple[int, int] | None:
    """A number and the rest below a thousand with another word behind them; None where that makes no number."""
    word = _plain(atom[0])
    if not before and word not in words.adds and word not in words.alone:
        return None
    if (scale := words.scales.get(word)) is not None:
        if total and scale > total:
            return (total + current) * scale, 0
        if before and not current:
            return None
        return total + max(current, 1) * scale, 0
    if (times := words.times.get(word)) is not None:
        return (total, max(current, 1) * times) if current < _HUNDRED else None
    value = words.adds[word]
    if not before:
        return total, value
    if words.is_glued and current % _HUNDRED < 10 <= value < _HUNDRED and current % 10:  # `einundzwanzig`
        return (total, current + value) if atom.string[before.end() : atom.start()].strip(" -") else None
    step = 10 if value < 10 else _HUNDRED if value < _HUNDRED else 10 * _HUNDRED
    room = current % _HUNDRED in (60, 80) and 10 <= value < 20  # `soixante-quinze`
    return (total, current + value) if room or current % step == 0 else None


def _plain(word: str) -> str:
    return "-".join(word.lower().split())


@lru_cache(maxsize=16)
def _words(name: str) -> _Words:
    """The number words of one language, in all spellings."""
    table = NUMBERS[name]
    rows = [*enumerate(table.ones.split()), *enumerate(table.tens.split(), 2)]
    tens = len(table.ones.split())
    adds = {
        word: value if place < tens else 10 * value
        for place, (value, forms) in enumerate(rows)
        for word in _forms(forms, name)
    }
    adds |= {word: value for value, forms in table.others.items() for word in _forms(forms, name)}
    times = dict.fromkeys(_forms(table.hundred, name), _HUNDRED) | dict.fromkeys(_forms(table.dozen, name), _DOZEN)
    scales = {word: value for value, forms in table.scales.items() for word in _forms(forms, name)}
    if name == "en":  # `a hundred`
        adds |= {"a": 1, "an": 1}
    known = [*adds, *times, *scales]
    plain = [{word.rstrip("'"): value for word, value in part.items()} for part in (adds, times, scales)]
    parts = frozenset(part for word in known for part in word.split("-")) if table.glue is None else frozenset()
    atom = re.compile(_any(name, known), re.IGNORECASE)
    alone = frozenset(word for word, value in (plain[1] | plain[2]).items() if name != "en" and value in (100, 1000))
    return _Words(plain[0], plain[1], plain[2], _run(table, name, known), atom, bool(table.glue), parts, alone)


def _forms(forms: str, name: str) -> Iterable[str]:
    """All spellings of a number: without accents, too, and Serbian in both alphabets."""
    for word in filter(None, forms.split("/")):
        yield from dict.fromkeys((word, unaccented(word)))
        if name == "sr":
            yield cyrillic(word)


def _any(name: str, words: Iterable[str]) -> str:
    """A pattern for any of some words; an English article before what it may count only."""
    known = sorted(words, key=lambda word: (not word.endswith("'"), -len(word)))
    patterns = [_pattern(word) for word in known if word not in ("a", "an")]
    if name == "en":
        patterns.append(r"\ban?(?=\s+(?:hundred|thousand|million|billion|trillion|dozen)\b)")
    return "|".join(patterns)


def _pattern(word: str) -> str:
    """A word with blanks for hyphens, or one that stands before a vowel."""
    if word.endswith("'"):
        return re.escape(word[:-1]) + "(?=[uo])"
    return re.escape(word).replace(r"\-", r"[\s-]")


def _run(table: Numbers, name: str, words: Iterable[str]) -> re.Pattern[str]:
    """Number words that follow each other; `cento` of `per cento` is none."""
    atom = f"(?:{_any(name, words)})"
    word = atom if table.glue is None else f"{atom}(?:(?:{table.glue})?{atom})*"
    first = r"(?<!\bpour\s)(?<!\bpor\s)(?<!\bper\s)\b"
    return re.compile(rf"{first}{word}\b(?:{table.joint}{word}\b)*(?!{table.ordinal})", re.IGNORECASE)
