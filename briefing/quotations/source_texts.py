"""The texts of sources, where they are at hand: `seeds/<id>.txt`, private and never published."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from briefing.model import lines, text
from briefing.model.problems import Problem
from briefing.model.records import Source
from briefing.model.wording import count
from briefing.quotations.matching import SourceText
from briefing.store import files

MAX_TEXT = 20_000_000
_NUMBER = re.compile(r"^\[\d+\]\s+")


class SourceTexts(Struct, frozen=True):
    """The usable texts by source id, the problems of the others, and the ids of these."""

    texts: dict[str, SourceText]
    problems: tuple[Problem, ...]
    unusable: frozenset[str] = frozenset()


def read(root: Path, sources: Sequence[Source]) -> SourceTexts:
    """Read the texts at hand of the sources of the dossier at `root`.

    A text whose hash or number of paragraphs is not that on record is a problem and is not used; nor is that of a
    source whose record could not be read, where the fault is reported.
    """
    texts: dict[str, SourceText] = {}
    problems: list[Problem] = []
    for source in sources:
        if not source.is_sure("sha256", "paragraphs"):
            continue
        path = f"seeds/{source.id}.txt"
        try:
            found = _text(source, path, files.read(root, path, MAX_TEXT))
        except FileNotFoundError:
            continue
        except OSError as error:
            message, remedy = "a source's text must be readable.", f"Check it ({error.strerror})."
            found = Problem(path, 1, 1, "unreadable", message, remedy)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            texts[source.id] = found
            problems += _lacking(source, found)
    at_hand = {source.id for source in sources if (root / f"seeds/{source.id}.txt").is_file()}
    return SourceTexts(texts, tuple(problems), frozenset(at_hand - texts.keys()))


def _text(source: Source, path: str, data: bytes) -> SourceText | Problem:
    """A text as paragraphs and lines, or why it is not the one on record."""
    actual = hashlib.sha256(data).hexdigest()
    try:
        found = split(source, text.decode(data))
    except UnicodeDecodeError:
        found = None
    if actual != source.sha256:
        message = f"{path} must be the text on record; its SHA-256 is {actual}"
        if found is None:
            message += ", and it is not UTF-8"
        elif len(found.paragraphs) != source.paragraphs:
            message += f", and it has {count(len(found.paragraphs), 'paragraph')}, not {source.paragraphs}"
        remedy = (
            "Put the right text there; or, if this one is right, run "
            f"`invoke verify --accept {source.id}`, which shows what that changes and writes it into the record."
        )
        if hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest() == source.sha256:
            remedy = "Only the ends of its lines differ; save it with line feeds (LF), as it was."
        return Problem(source.path, *source.mark("sha256"), "text-hash", f"{message}.", remedy)
    if found is None:
        return Problem(path, 1, 1, "encoding", "a source's text must be saved as UTF-8.", "Save it again as UTF-8.")
    if len(found.paragraphs) != source.paragraphs:
        message = f"{path} must have {source.paragraphs} paragraphs from line {source.first_line} on; "
        message += f"it has {len(found.paragraphs)}."
        remedy = (
            "Put each paragraph on one line of its own, for each line that is not blank is a paragraph; or "
            f"correct `first_line`; or run `invoke verify --accept {source.id}`, which writes the number."
        )
        return Problem(source.path, *source.mark("paragraphs"), "text-paragraphs", message, remedy)
    return found


def _lacking(source: Source, found: SourceText) -> Iterator[Problem]:
    """Lines that a source's record names and its text does not have."""
    for name, at in source.lines.items() if source.is_sure("lines") else ():
        if not found.lines.get(lines.number(name)):
            message = f"`lines.{name}` must be the number of a line of seeds/{source.id}.txt that has words; "
            message += f"line {at} has none."
            remedy = "Count from the first line of the file, blank ones too."
            yield Problem(source.path, *source.mark("lines"), "text-line", message, remedy)


def split(source: Source, content: str) -> SourceText:
    """The text of a source as paragraphs, which are its lines from `first_line` (from 1) on, but for blank ones and for
    numbers such as `[3] ` at their beginnings; and the lines that its record names.
    """
    found = {
        at: _NUMBER.sub("", line.strip(), count=1) for at, line in enumerate(content.split("\n"), 1) if line.strip()
    }
    paragraphs = [at for at in found if at >= source.first_line]
    named = {lines.number(name): at for name, at in source.lines.items() if at in found}
    return SourceText(
        source.id,
        tuple(found[at] for at in paragraphs),
        lines={number: found[at] for number, at in named.items()},
        same={number: paragraphs.index(at) + 1 for number, at in named.items() if at >= source.first_line},
        above={at: line for at, line in found.items() if at < source.first_line and at not in named.values()},
    )
