"""The quote lock `seeds/<id>.lock`: which quotations stand in a source, so that those who lack its text can check.

It holds hashes of normalised words, paragraphs and places of words, never words. One line a quotation:
`hash paragraphs paragraph:first-last`, sorted by hash.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct, field

from briefing.model.problems import Problem
from briefing.quotations.matching import Match
from briefing.store import files

_HEAD = "# Written by `invoke verify`: the proof that each quotation stands in the source. Do not edit."
_SOURCE = re.compile(r"source ([0-9a-f]{64}) words (\d{1,9})")
_NUMBER = r"\d{1,7}"
_RANGE = f"{_NUMBER}:{_NUMBER}-{_NUMBER}"
_SPAN = re.compile(f"({_NUMBER}):({_NUMBER})-({_NUMBER})")
_ENTRY = re.compile(rf"([0-9a-f]{{32}}) ({_NUMBER}(?:,{_NUMBER})*) ({_RANGE}(?:,{_RANGE})*)", re.ASCII)
MAX_LOCK = 20_000_000
#: How to mend a lock.
RENEW = "Run `invoke verify` with the text at hand."
#: No quotation has so many words.
_MOST_WORDS = 10_000


class Lock(Struct):
    """One source's lock: the SHA-256 of its text, its number of words, and the quotations found, by fingerprint."""

    sha256: str
    words: int
    entries: dict[str, list[Match]] = field(default_factory=dict)

    def add(self, fingerprint: str, match: Match) -> None:
        """Put in a quotation that was found, once."""
        entries = self.entries.setdefault(fingerprint, [])
        if match not in entries:
            entries.append(match)

    def find(self, fingerprint: str, cited: tuple[int, ...]) -> Match | None:
        """The entry of a quotation within the paragraphs cited."""
        within = (match for match in self.entries.get(fingerprint, []) if set(match.paragraphs) <= set(cited))
        return min(within, default=None)


def read(root: Path, path: str) -> Lock | Problem | None:
    """Read the lock at `path` below `root`: None when there is none, a problem when it is not as `write` left it."""
    try:
        lines = files.read(root, path, MAX_LOCK).decode().splitlines()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return _broken(path, 1, "a lock must be an ordinary file of readable text inside the dossier.")
    lock: Lock | None = None
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        if match := _SOURCE.fullmatch(line):
            lock = Lock(match[1], int(match[2]))
            continue
        match = _ENTRY.fullmatch(line)
        ranges = tuple((int(n), int(first), int(last)) for n, first, last in _SPAN.findall(match[3] if match else ""))
        fits = all(0 < first <= last < first + _MOST_WORDS for _, first, last in ranges)
        if lock is None or match is None or not fits:
            return _broken(path, number, "a lock must be as `invoke verify` writes it.")
        lock.add(match[1], Match(tuple(map(int, match[2].split(","))), ranges))
    return lock or _broken(path, 1, "a lock must name its source's hash.")


def _broken(path: str, line: int, message: str) -> Problem:
    return Problem(path, line, 1, "lock-broken", message, RENEW)


def as_text(lock: Lock) -> str:
    """A lock as it is written."""
    lines = [_HEAD, f"source {lock.sha256} words {lock.words}"]
    for fingerprint in sorted(lock.entries):
        for match in sorted(lock.entries[fingerprint]):
            paragraphs = ",".join(map(str, match.paragraphs))
            ranges = ",".join(f"{number}:{first}-{last}" for number, first, last in match.ranges)
            lines.append(f"{fingerprint} {paragraphs} {ranges}")
    return "\n".join(lines) + "\n"


def lags(path: Path, lock: Lock) -> bool:
    """Whether `write` would change the file."""
    try:
        return files.read(path.parent, path.name, MAX_LOCK).replace(b"\r\n", b"\n") != as_text(lock).encode()
    except OSError:
        return True


def write(path: Path, lock: Lock) -> bool:
    """Write a lock if it changed; whether it did. The file is replaced in one step."""
    if not lags(path, lock):
        return False
    files.write(path, as_text(lock).encode())
    return True
