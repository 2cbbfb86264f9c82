"""The citation grammar: `[@source-id, ¶16]` in prose, `source-id ¶16` in heads.

Several paragraphs: `¶3, ¶5-6`. A line that is no paragraph, by its name: `¶title`. Several sources: separated by `;`. A
last word may name the basis, and behind a colon the speaker: `[@source-id, ¶16, direct: Name]`. A source that
contradicts says so, and what it says, as the very last: `[@one, ¶3; @two, ¶9, against: gives 2 November]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from briefing.model import lines
from briefing.model.suggest import close_match
from briefing.model.vocabulary import Basis, LineKind

#: A citation mark in prose.
MARK = re.compile(r"\[@([^\[\]\n]*(?:\n[^\[\]\n]+)*)\]")

#: The mark of a paragraph on our own method, and of a summary that is general knowledge: they rest on no source.
OURS = "us"

_ITEM = re.compile(r"@?\s*(?P<source>[^\s,;¶]+)\s*,?\s*(?P<rest>.*)", re.DOTALL)
_RUN = re.compile(
    r"(?:¶{1,2}|par(?:a(?:graph)?)?s?\b\.?)?\s*(\d{1,5})(?:\s*[-–]\s*(?:¶|para(?:graph)?\.?\s)?\s*(\d{1,5}))?"
)
_BASES = frozenset(basis.value for basis in Basis)
#: A basis at the end of a citation, with the speaker where it names one.
_NAMED = re.compile(rf"(?P<before>.*?)\s*\b(?P<basis>{'|'.join(_BASES)})\s*:\s*(?P<voice>\S.{{0,120}})", re.DOTALL)
#: A speaker who is not named as must be: `¶3: Name`, `direct Name`.
_BY = re.compile(
    rf"(?P<run>¶{{1,2}}\s*\d[\d\s¶–-]*)?(?:(?P<basis>{'|'.join(_BASES)})\s+|:\s*)(?P<voice>[^\W\d_].{{1,80}})"
)
#: What contradicts, at the end of a citation; a voice may have the word in its name.
_AGAINST = re.compile(
    rf"(?P<before>(?:.*?(?:,|\d|\b(?:{'|'.join(_BASES)})))?)\s*\bagainst\b\s*(?P<colon>:?)\s*(?P<says>.*)",
    re.DOTALL | re.IGNORECASE,
)
MAX_RUN, MAX_SHOWN = 200, 200
#: So many letters behind `against:`, at most.
MOST_AGAINST = 400

#: What words in the place of a paragraph may mean: another source, several paragraphs, a page or section, a title.
_SOURCE = re.compile(r"@?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+(?P<rest>.+))?")
_BOTH = re.compile(r"\s*(?:\band\b|[&/+.:])\s*")
_ELSE = re.compile(
    r"(?:§+|(?:pp?|l|ll|pages?|lines?|sections?|sect?|chapters?|ch|articles?|art|verses?)\b\.?)\s*\d.*", re.I
)
_TITLE = re.compile(r"(?P<words>[^\d¶]+?)\s*(?P<rest>¶.*)?")


class Citation(NamedTuple):
    """Paragraphs or lines (`briefing.model.lines`) of one source, and, where it says so, how the statement before it is
    known and whose words it has.

    One that contradicts the statement has what the source says instead, in our words, under `against`.
    """

    source: str
    paragraphs: tuple[int, ...]
    basis: Basis | None = None
    voice: str = ""
    against: str = ""


#: What a head cites for general knowledge, which is ours.
GENERAL = (Citation(OURS, ()),)
#: Stands for a citation that cannot be read, so that the fault is reported once and nothing follows from it.
UNREADABLE = (Citation("", (), Basis.REPORTED),)


class CitationError(ValueError):
    """A citation that does not follow the grammar: the text says what must hold, `mended` what may be meant."""

    def __init__(self, message: str, mended: str = "") -> None:
        super().__init__(message)
        self.mended = mended if len(mended) <= MAX_SHOWN else ""


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Citation, ...]:
    """Read a citation without its brackets.

    Returns one Citation for each source named. Raises CitationError.
    """
    items = " ".join(text.split()).removeprefix("[").removesuffix("]").split(";")
    parsed: list[Citation] = []
    for item in items:
        match = _ITEM.fullmatch(item.strip())
        if not match:
            raise CitationError("a citation must name a source and a paragraph")
        try:
            parsed.append(_one(match["source"], match["rest"]))
        except CitationError as error:
            if parsed and parsed[-1].against and "¶" not in item:
                raise CitationError("what a source says against must hold no `;`, which parts sources") from None
            if error.mended:  # show the other sources, too, as they were written
                others = [*items[: len(parsed)], error.mended, *items[len(parsed) + 1 :]]
                error.mended = "; ".join(other.strip().removeprefix("@") for other in others)
            raise
    return tuple(parsed)


def supporting(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Those that support their statement."""
    return tuple(cite for cite in cites if not cite.against) if any(cite.against for cite in cites) else cites


def _one(source: str, rest: str) -> Citation:
    """The citation of one source, from its id and what follows it. Raises CitationError."""
    if contrary := _AGAINST.fullmatch(rest):
        return _contrary(source, contrary)
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    basis, voice = None, ""
    if parts:
        head, _, last = parts[-1].rpartition(" ")
        if named := _NAMED.fullmatch(parts[-1]):
            basis, voice = Basis(named["basis"]), named["voice"]
            parts[-1:] = [named["before"]] if named["before"] else []
        elif last in _BASES:
            basis = Basis(last)
            parts[-1:] = [head.strip()] if head.strip() else []
    if source == OURS and not parts:
        return Citation(OURS, ())
    paragraphs: list[int] = []
    for part in parts:
        if line := lines.number(part):
            paragraphs.append(line)
            continue
        match = _RUN.fullmatch(part)
        if not match:
            raise _why_not(source, parts, part, basis)
        first, last_number = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last_number < first + MAX_RUN:
            raise CitationError("paragraphs must be counted upwards from 1")
        paragraphs.extend(range(first, last_number + 1))
    if not paragraphs:
        id, _, number = source.replace("#", ":").rpartition(":")
        mended = _written(id, [f"¶{number}"], basis) if id and number.isdecimal() else ""
        raise CitationError(f"a citation must name a paragraph; `{source[:60]}` has none", mended)
    return Citation(intern(source), tuple(dict.fromkeys(paragraphs)), basis, voice)


def _contrary(source: str, match: re.Match[str]) -> Citation:
    """The citation of a source that contradicts, and what it says. Raises CitationError."""
    before, says = match["before"].strip(" ,"), match["says"].strip()
    if source == OURS:
        raise CitationError("only a source can contradict, and `us` is none")
    if not match["colon"] or not says:
        mended = f"{source}, {before}, against: {says or 'what it says instead'}" if before else ""
        raise CitationError("what a source says against must stand behind `against:`, in your own words", mended)
    if "\x00" in says or len(says) > MOST_AGAINST:
        raise CitationError(f"what a source says against must be plain words, at most {MOST_AGAINST} letters")
    return _one(source, before)._replace(against=says)


def _written(source: str, parts: list[str], basis: str | None) -> str:
    return ", ".join([source, *parts, *([basis] if basis else [])])


def _why_not(source: str, parts: list[str], part: str, basis: Basis | None) -> CitationError:
    """The error of a part of a citation that names no paragraphs."""
    at = parts.index(part)

    def instead(*new: str) -> str:
        return _written(source, [*parts[:at], *new, *parts[at + 1 :]], basis)

    if _ELSE.fullmatch(part):
        counted = "a citation must name paragraphs, counted in the source's text, not pages, lines or sections"
        return CitationError(f"{counted}; not {part[:60]!r}")
    if _RUN.fullmatch(part.rstrip(".")):
        return CitationError(f"a paragraph must have no stop behind it; not {part[:60]!r}", instead(part.rstrip(".")))
    numbers = _BOTH.split(part.rstrip("."))
    if all(map(_RUN.fullmatch, numbers)):
        shown = [number if "¶" in number else f"¶{number}" for number in numbers]
        return CitationError(
            f"several paragraphs must be parted by commas, as ¶3, ¶5; not {part[:60]!r}", instead(*shown)
        )
    other = _SOURCE.fullmatch(part)
    if at and other and (part[0] == "@" or "-" in other["id"] or "¶" in (other["rest"] or "")):
        first = _written(source, parts[:at], None)
        rest = _written(other["id"], [*([other["rest"]] if other["rest"] else []), *parts[at + 1 :]], basis)
        return CitationError("several sources must be parted by `;`, not by a comma", f"{first}; {rest}")
    return _not_a_word(source, parts, part, basis)


def _not_a_word(source: str, parts: list[str], part: str, basis: Basis | None) -> CitationError:
    """The error of a word in the place of a paragraph: a misspelt or second basis, or a source's title."""
    bases, at = ", ".join(sorted(_BASES)), parts.index(part)
    if line := lines.meant(part) or (part[0] == "¶" and close_match(part.strip("¶ "), list(LineKind))):
        said = f"a line that is no paragraph must be named as {', '.join(LineKind)}, a second one as caption-2"
        mended = _written(source, [*parts[:at], f"¶{line}", *parts[at + 1 :]], basis)
        return CitationError(f"{said}; not {part[:60]!r}", mended)
    if by := _BY.fullmatch(part):
        numbers = [*parts[:at], *filter(None, [by["run"]])]
        said = f"whose words it has must stand behind the basis and a colon; not as {part[:60]!r}"
        return CitationError(said, _written(source, numbers, f"{by['basis'] or Basis.DIRECT.value}: {by['voice']}"))
    before, _, word = part.rpartition(" ")
    numbers = [number for number in (*parts[:at], before) if number]
    close = close_match(word.strip(".").casefold(), sorted(_BASES))
    if close and numbers and all(map(_RUN.fullmatch, numbers)):
        if basis:
            return CitationError(f"a citation must end in one basis; not in {word[:60]!r} and {basis!s}")
        said = f"a citation must end in {bases} or in its paragraphs; not in {word[:60]!r} (did you mean {close!r}?)"
        return CitationError(said, _written(source, numbers, close))
    said, colon, says = part.partition(":")
    if colon and at and close_match(said.strip().casefold(), ["against", "contra", "versus"]):
        mended = _written(source, [*parts[:at], f"against: {says.strip()}"], None)
        return CitationError("what a source says against must stand behind `against:`, in your own words", mended)
    titled = _TITLE.fullmatch(part)
    if not at and titled and not close:
        meant = "-".join([source, *titled["words"].split()]).casefold()
        behind = [*([titled["rest"]] if titled["rest"] else []), *parts[1:]]
        mended = _written(meant, behind, basis) if behind else ""
        message = "a source must be named by its id, the name of its file in `seeds` without `.md`, which has no blanks"
        return CitationError(f"{message}; not by '{source[:30]} {titled['words'].strip()[:60]}'", mended)
    return CitationError(f"a citation must name paragraphs as ¶16 or ¶3-5, and may end in {bases}; not {part[:60]!r}")


@lru_cache(maxsize=4096)
def mark(paragraphs: tuple[int, ...]) -> str:
    """The same as a mark in running text has it, with one sign for all paragraphs: `title, ¶3, 5–6`."""
    head, sign, rest = locator(paragraphs).partition("¶")
    return f"{head}{sign}{rest.replace('¶', '')}"


@lru_cache(maxsize=4096)
def words(paragraphs: tuple[int, ...]) -> str:
    """The same in words: `title, paragraphs 3, 5–6`."""
    head, sign, rest = mark(paragraphs).partition("¶")
    number = sum(not lines.is_line(number) for number in paragraphs)
    return f"{head}{'paragraph' if number == 1 else 'paragraphs'} {rest}" if sign else head


@lru_cache(maxsize=4096)
def locator(paragraphs: tuple[int, ...]) -> str:
    """Lines and paragraphs as a citation may have them, in order and with runs joined: `title, ¶3, ¶5–6`."""
    runs: list[list[int]] = []
    named = [lines.spot(number) for number in sorted(set(paragraphs)) if lines.is_line(number)]
    for number in sorted(number for number in set(paragraphs) if not lines.is_line(number)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join([*named, *(f"¶{run[0]}" if len(run) == 1 else f"¶{run[0]}–{run[-1]}" for run in runs)])


def merged(cites: Iterable[Citation]) -> tuple[Citation, ...]:
    """The paragraphs cited of each source, the sources in order of their first citation."""
    paragraphs: dict[str, set[int]] = {}
    for cite in cites:
        paragraphs.setdefault(cite.source, set()).update(cite.paragraphs)
    return tuple(Citation(source, tuple(sorted(numbers))) for source, numbers in paragraphs.items())
