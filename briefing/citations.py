"""The citation grammar: `[@source-id, ¶16]` in prose, `source-id ¶16` in heads. Imports the model only.

Several paragraphs: `¶3, ¶5-6`. Several sources: separated by `;`. A last word may name the basis.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from briefing.vocabulary import Basis
from briefing.written import Citation

#: A citation mark in prose.
MARK = re.compile(r"\[@([^\[\]\n]*(?:\n[^\[\]\n]+)*)\]")

#: The mark of a paragraph on our own method, which rests on no source.
OURS = "us"

#: What stands for a citation that cannot be read: it is told once, and nothing is concluded from it.
UNREADABLE = (Citation("", (), Basis.REPORTED),)

_ITEM = re.compile(r"@?(?P<source>[^\s,;¶]+)\s*,?\s*(?P<rest>.*)", re.DOTALL)
_RUN = re.compile(r"(?:¶{1,2}|paras?\.?)?\s*(\d{1,5})(?:\s*[-–]\s*(?:¶|para\.?\s)?\s*(\d{1,5}))?")
_BASES = frozenset(basis.value for basis in Basis)
MAX_RUN = 200


class CitationError(ValueError):
    """A citation that does not follow the grammar; the text says what must hold."""


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Citation, ...]:
    """Read a citation without its brackets.

    Returns one Citation for each source named. Raises CitationError.
    """
    found = []
    for item in text.strip().removeprefix("[").removesuffix("]").split(";"):
        match = _ITEM.fullmatch(item.strip())
        if not match:
            raise CitationError("a citation must name a source and a paragraph")
        found.append(_one(match["source"], match["rest"]))
    if not found:
        raise CitationError("a citation must name a source and a paragraph")
    return tuple(found)


def _one(source: str, rest: str) -> Citation:
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    basis = None
    if parts:
        head, _, last = parts[-1].rpartition(" ")
        if last in _BASES:
            basis = Basis(last)
            parts[-1:] = [head.strip()] if head.strip() else []
    if source == OURS and not parts:
        return Citation(OURS, ())
    paragraphs: list[int] = []
    for part in parts:
        match = _RUN.fullmatch(part)
        if not match:
            bases = ", ".join(sorted(_BASES))
            raise CitationError(f"a citation must name paragraphs as ¶16 or ¶3-5, and may end in {bases}; not {part!r}")
        first, last_number = int(match[1]), int(match[2] or match[1])
        if not 0 < first <= last_number < first + MAX_RUN:
            raise CitationError("paragraphs must be counted upwards from 1")
        paragraphs.extend(range(first, last_number + 1))
    if not paragraphs:
        raise CitationError("a citation must name a paragraph")
    return Citation(intern(source), tuple(dict.fromkeys(paragraphs)), basis)


@lru_cache(maxsize=4096)
def locator(paragraphs: tuple[int, ...]) -> str:
    """Paragraphs as shown: `¶3, ¶5–6`; paragraphs in order, runs joined."""
    runs: list[list[int]] = []
    for number in sorted(set(paragraphs)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"¶{run[0]}" if len(run) == 1 else f"¶{run[0]}–{run[-1]}" for run in runs)
