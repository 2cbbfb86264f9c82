"""The quote lock `seeds/<id>.lock`: which quotations were found in a source, so that all can check who lack its text.

It holds hashes of normalised words, paragraphs and places of words, never words. One line a quotation:
`hash ¶paragraphs first-last`, sorted. Imports quotes only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from briefing.quotes import Found

_HEAD = "# Written by `invoke verify`: the proof that each quotation stands in the source. Do not edit."
_SOURCE = re.compile(r"source ([0-9a-f]{64}) words (\d{1,9})")
_ENTRY = re.compile(r"([0-9a-f]{32}) (\d+(?:,\d+)*) ((?:\d+:\d+-\d+)(?:,\d+:\d+-\d+)*)")


class LockError(ValueError):
    """A lock that cannot be read: `line` and what must hold."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Lock:
    """One source's lock: the hash of its text, its number of words, and the quotations found, by fingerprint."""

    sha256: str
    words: int
    entries: dict[str, list[Found]] = field(default_factory=dict)

    def add(self, fingerprint: str, found: Found) -> None:
        """Put in a quotation that was found."""
        known = self.entries.setdefault(fingerprint, [])
        if found not in known:
            known.append(found)

    def find(self, fingerprint: str, cited: tuple[int, ...]) -> Found | None:
        """The entry of a quotation within the paragraphs cited."""
        for found in self.entries.get(fingerprint, []):
            if set(found.paragraphs) <= set(cited):
                return found
        return None


def read(path: Path) -> Lock | None:
    """Read a lock; None when there is none. Raises LockError."""
    if not path.is_file():
        return None
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise LockError(1, "a lock must be readable text") from None
    lock: Lock | None = None
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        if match := _SOURCE.fullmatch(line):
            lock = Lock(match[1], int(match[2]))
        elif lock is not None and (match := _ENTRY.fullmatch(line)):
            ranges = []
            for item in match[3].split(","):
                paragraph, _, span = item.partition(":")
                first, _, last = span.partition("-")
                ranges.append((int(paragraph), int(first), int(last)))
            lock.add(match[1], Found(tuple(int(n) for n in match[2].split(",")), tuple(ranges)))
        else:
            raise LockError(number, "a lock must be as `invoke verify` writes it")
    if lock is None:
        raise LockError(1, "a lock must name its source's hash")
    return lock


def as_text(lock: Lock) -> str:
    """A lock as it is written."""
    lines = [_HEAD, f"source {lock.sha256} words {lock.words}"]
    for fingerprint in sorted(lock.entries):
        for found in sorted(lock.entries[fingerprint], key=lambda entry: (entry.paragraphs, entry.ranges)):
            paragraphs = ",".join(map(str, found.paragraphs))
            ranges = ",".join(f"{number}:{first}-{last}" for number, first, last in found.ranges)
            lines.append(f"{fingerprint} {paragraphs} {ranges}")
    return "\n".join(lines) + "\n"


def lags(path: Path, lock: Lock) -> bool:
    """Whether the file is not what `write` would make it."""
    return not path.is_file() or path.read_text("utf-8", errors="replace") != as_text(lock)


def write(path: Path, lock: Lock) -> bool:
    """Write a lock if it changed; whether it did. The file is replaced in one step."""
    if not lags(path, lock):
        return False
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(as_text(lock), "utf-8", newline="\n")
    fresh.replace(path)
    return True
