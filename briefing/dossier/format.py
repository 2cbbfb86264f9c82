"""The format of a dossier, looked up before anything else is read: records of a newer one would only be misread."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.model import text
from briefing.model.problems import Problem
from briefing.model.records.registers import FORMAT
from briefing.reading import frontmatter
from briefing.reading.discover import MAX_FILE
from briefing.reading.headfaults import HeadError
from briefing.store import files

PATH = "content/dossier.md"
_KEY = "format"
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_CLOSING = re.compile(rb"[\r\n]---(?=[\r\n]|$)")
_LINE = re.compile(rb"^format:[ \t]*(\d{1,9})[ \t\r]*$", re.MULTILINE)


def newer(root: Path) -> Problem | None:
    """What is wrong with the dossier at `root` when it is of a newer format than this generator knows; else None. What
    cannot be read is for those to tell who read it all.
    """
    try:
        data = files.read(root, PATH, MAX_FILE)
    except OSError:
        return None
    head = _CLOSING.split(data, maxsplit=1)[0]
    numbers = _LINE.findall(head)
    if b"format" not in head or (len(numbers) == 1 and int(numbers[0]) <= FORMAT):
        return None  # which spares reading the head once more
    try:
        node, _, _ = frontmatter.salvage(frontmatter.split(text.decode(data))[0])
    except (HeadError, UnicodeDecodeError):
        return None
    value = next((value for key, _, value in node.entries or () if key == _KEY), None)
    number = (value.text or "").strip() if value else ""
    if not value or not _NUMBER.fullmatch(number) or int(number) <= FORMAT:
        return None
    message = f"`format` must be one that this generator knows, from 1 to {FORMAT}; the dossier is of format {number}."
    remedy = (
        f"Use a newer generator, one that knows format {number}; write `format: {FORMAT}` only where the number was "
        "mistyped."
    )
    return Problem(PATH, *value.mark, "format-newer", message, remedy)
