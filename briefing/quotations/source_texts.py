"""The texts of sources, where they are at hand: `seeds/<id>.txt`, private, never published. The only reader of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from briefing.model import text
from briefing.model.problems import Problem
from briefing.model.records import Source
from briefing.model.wording import count
from briefing.quotations.matching import SourceText
from briefing.store import files

MAX_TEXT = 20_000_000
_NUMBER = re.compile(r"\[(\d+)\]\s+")


class SourceTexts(Struct, frozen=True):
    """The texts at hand by source id, what was wrong with others, and the ids of these."""

    found: dict[str, SourceText]
    problems: tuple[Problem, ...]
    unusable: frozenset[str] = frozenset()


def read(root: Path, sources: Iterable[Source]) -> SourceTexts:
    """Read the texts at hand.

    A text whose hash is not its record's, or which has another number of paragraphs, is a problem and is not used.
    """
    found: dict[str, SourceText] = {}
    problems: list[Problem] = []
    sources = list(sources)
    for source in sources:
        if not source.is_sure("sha256", "paragraphs"):
            continue  # what its text must be is not known, which was told
        shown = f"seeds/{source.id}.txt"
        try:
            data = files.read(root, shown, MAX_TEXT)
        except FileNotFoundError:
            continue
        except OSError as error:
            problems.append(
                Problem(shown, 1, 1, "unreadable", "a source's text must be readable.", f"Check it ({error.strerror}).")
            )
            continue
        actual = hashlib.sha256(data).hexdigest()
        if actual != source.sha256:
            mark = source.mark("sha256")
            problems.append(
                Problem(
                    source.path,
                    mark.line,
                    mark.column,
                    "text-hash",
                    f"{shown} must be the text on record; its SHA-256 is {actual}{_counted(data, source)}.",
                    _remedy(data, source),
                )
            )
            continue
        try:
            paragraphs = split(text.decode(data), source.first_line)
        except UnicodeDecodeError:
            problems.append(
                Problem(shown, 1, 1, "encoding", "a source's text must be saved as UTF-8.", "Save it again as UTF-8.")
            )
            continue
        if len(paragraphs) != source.paragraphs:
            mark = source.mark("paragraphs")
            problems.append(
                Problem(
                    source.path,
                    mark.line,
                    mark.column,
                    "text-paragraphs",
                    f"{shown} must have {source.paragraphs} paragraphs from line {source.first_line} on; "
                    f"it has {len(paragraphs)}.",
                    "Put each paragraph on one line of its own, for each line that is not blank is a paragraph; or "
                    f"correct `first_line`; or run `invoke verify --accept {source.id}`, which writes the number.",
                )
            )
            continue
        found[source.id] = SourceText(source.id, paragraphs)
    there = {source.id for source in sources if (root / f"seeds/{source.id}.txt").is_file()}
    return SourceTexts(found, tuple(problems), frozenset(there - found.keys()))


def _remedy(data: bytes, source: Source) -> str:
    """How to mend a text that is not the one on record."""
    if hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest() == source.sha256:
        return "Only the ends of its lines differ; save it with line feeds (LF), as it was."
    return (
        "Put the right text there; or, if this one is right, run "
        f"`invoke verify --accept {source.id}`, which shows what that changes and writes it into the record."
    )


def _counted(data: bytes, source: Source) -> str:
    """What to add when the text has another number of paragraphs, too."""
    try:
        number = len(split(text.decode(data), source.first_line))
    except UnicodeDecodeError:
        return ", and it is not UTF-8"
    return "" if number == source.paragraphs else f", and it has {count(number, 'paragraph')}, not {source.paragraphs}"


def split(content: str, first_line: int) -> tuple[str, ...]:
    """The paragraphs of a text: its lines from `first_line` on that are not blank; `[3] ` before a line is its
    number.
    """
    lines = [line.strip() for line in content.split("\n")[first_line - 1 :]]
    return tuple(_NUMBER.sub("", line, count=1) if _NUMBER.match(line) else line for line in lines if line)
