"""The texts of sources, where they are at hand: `seeds/<id>.txt`, private and never published."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from briefing.model import text
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
            paragraphs = _paragraphs(source, path, files.read(root, path, MAX_TEXT))
        except FileNotFoundError:
            continue
        except OSError as error:
            message, remedy = "a source's text must be readable.", f"Check it ({error.strerror})."
            paragraphs = Problem(path, 1, 1, "unreadable", message, remedy)
        if isinstance(paragraphs, Problem):
            problems.append(paragraphs)
        else:
            texts[source.id] = SourceText(source.id, paragraphs)
    at_hand = {source.id for source in sources if (root / f"seeds/{source.id}.txt").is_file()}
    return SourceTexts(texts, tuple(problems), frozenset(at_hand - texts.keys()))


def _paragraphs(source: Source, path: str, data: bytes) -> tuple[str, ...] | Problem:
    """The paragraphs of a text, or why it is not the one on record."""
    actual = hashlib.sha256(data).hexdigest()
    try:
        paragraphs = split(text.decode(data), source.first_line)
    except UnicodeDecodeError:
        paragraphs = None
    if actual != source.sha256:
        message = f"{path} must be the text on record; its SHA-256 is {actual}"
        if paragraphs is None:
            message += ", and it is not UTF-8"
        elif len(paragraphs) != source.paragraphs:
            message += f", and it has {count(len(paragraphs), 'paragraph')}, not {source.paragraphs}"
        remedy = (
            "Put the right text there; or, if this one is right, run "
            f"`invoke verify --accept {source.id}`, which shows what that changes and writes it into the record."
        )
        if hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest() == source.sha256:
            remedy = "Only the ends of its lines differ; save it with line feeds (LF), as it was."
        return Problem(source.path, *source.mark("sha256"), "text-hash", f"{message}.", remedy)
    if paragraphs is None:
        return Problem(path, 1, 1, "encoding", "a source's text must be saved as UTF-8.", "Save it again as UTF-8.")
    if len(paragraphs) != source.paragraphs:
        message = f"{path} must have {source.paragraphs} paragraphs from line {source.first_line} on; "
        message += f"it has {len(paragraphs)}."
        remedy = (
            "Put each paragraph on one line of its own, for each line that is not blank is a paragraph; or "
            f"correct `first_line`; or run `invoke verify --accept {source.id}`, which writes the number."
        )
        return Problem(source.path, *source.mark("paragraphs"), "text-paragraphs", message, remedy)
    return paragraphs


def split(content: str, first_line: int) -> tuple[str, ...]:
    """The paragraphs of a text: its lines from line `first_line` (from 1) on, but for blank ones and for numbers such
    as `[3] ` at their beginnings.
    """
    lines = [line.strip() for line in content.split("\n")[first_line - 1 :]]
    return tuple(_NUMBER.sub("", line, count=1) for line in lines if line)
