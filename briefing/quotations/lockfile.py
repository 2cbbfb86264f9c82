"""The quote lock `seeds/<id>.lock`: which quotations stand in a source, and who speaks where, so that those who lack
its text can check both.

Of the source it holds the places of words, and the words of the quotations that stand in the records, no others. One
line a quotation, sorted by hash: `hash paragraphs paragraph:first-last "words"`. By the words a part of them is proved,
too; a lock that was written before it held them has none. One line for each paragraph with quotation marks: `marks
paragraph:first-last`; and one for each voice of the record: `voice hash places name`. `figures` says that what our own
words count was looked up, `figure value paragraphs` where each stands; `translation hash hash` with which translation a
quotation stands. A line of the source that is no paragraph stands there by its name. No line depends on another, so
that two people's locks of one text can be merged by keeping the lines of both, in any order.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model import lines
from briefing.model.problems import Problem
from briefing.model.records import Voice
from briefing.quotations import matching, spans
from briefing.quotations.matching import Match
from briefing.quotations.spans import Spans, Stretch
from briefing.store import files

_HEAD = "# Written by `invoke verify`: the proof that each quotation stands in the source. Do not edit."
_SOURCE = re.compile(r"source ([0-9a-f]{64}) words (\d{1,9})")
_NUMBER = r"\d{1,7}"
_PLACE = rf"(?:{_NUMBER}|{lines.NAME})"
_RANGE = f"{_PLACE}:{_NUMBER}-{_NUMBER}"
_SPAN = re.compile(f"({_PLACE}):({_NUMBER})-({_NUMBER})")
_ENTRY = re.compile(rf"([0-9a-f]{{32}}) ({_PLACE}(?:,{_PLACE})*) ({_RANGE}(?:,{_RANGE})*)(?: (\".{{1,100000}}\"))?")
_MARKS = re.compile(rf"marks ({_RANGE}(?:,{_RANGE})*)", re.ASCII)
_VOICE = re.compile(rf"voice ([0-9a-f]{{24}}) (-|{_RANGE}(?:,{_RANGE})*) (\S.*)")
#: Between the names of several whose joint words they are.
_JOINT = " + "
_FIGURE = re.compile(rf"figure ([-\w/%]{{1,80}}) ({_PLACE}(?:,{_PLACE})*)", re.ASCII)
_FIGURES = "figures"
_TRANSLATION = re.compile(r"translation ([0-9a-f]{32}) ([0-9a-f]{32})", re.ASCII)
#: What a merge that could not be finished leaves in a file.
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
MAX_LOCK = 20_000_000
#: How to mend a lock.
RENEW = "Run `invoke verify` with the text at hand."
#: How to end a merge.
_MERGE = "Keep the lines of both sides and delete these; or run `invoke verify` with the text at hand."
#: No quotation has so many words.
_MOST_WORDS = 10_000


class Lock(Struct):
    """One source's lock: the SHA-256 of its text, its number of words, the quotations found, by fingerprint, and their
    words, where it has them, what stands between quotation marks, where each voice speaks, by the fingerprint of its
    declaration and its name, and the paragraphs that hold each of our figures, where the lock was written with them,
    and the quotations with their translations.
    """

    sha256: str
    words: int
    entries: dict[str, list[Match]] = field(default_factory=dict)
    wordings: dict[str, str] = field(default_factory=dict)
    marked: set[Stretch] = field(default_factory=set)
    voices: dict[tuple[str, str], tuple[Stretch, ...]] = field(default_factory=dict)
    figures: dict[str, set[int]] = field(default_factory=dict)
    has_figures: bool = False
    translations: set[tuple[str, str]] = field(default_factory=set)

    def without_quotations(self) -> Lock:
        """The same lock without what was found."""
        return replace(self, entries={}, wordings={})

    def voice(self, laid: Spans) -> None:
        """Put in who speaks where."""
        self.marked = set(laid.marked)
        for voice, stretches in zip(laid.voices, laid.stretches, strict=True):
            self.voices[spans.declaration(voice), _JOINT.join(voice.names)] = stretches

    def spans(self, voices: tuple[Voice, ...], formerly: Mapping[str, str], is_named: bool = True) -> Spans | None:
        """Where the voices of a record speak; None unless the lock holds just these. `formerly` are the ids of actors
        now by those that they had when the lock was written. Unless the record names them itself (`is_named`), they may
        have had another name.
        """

        def now(by: str) -> str:
            return renamed(by, formerly) if is_named else ""

        held = {(declared, now(by)): stretches for (declared, by), stretches in self.voices.items()}
        wanted = [(spans.declaration(voice), now(_JOINT.join(voice.names))) for voice in voices]
        if held.keys() != {*wanted}:
            return None
        return Spans(voices, tuple(held[key] for key in wanted), tuple(sorted(self.marked)))

    def add(self, quote: str, match: Match) -> None:
        """Put in a quotation that was found, with its words."""
        fingerprint, words = matching.fingerprint(quote), matching.folded(quote)
        self.wordings[fingerprint] = min(words, self.wordings.get(fingerprint, words))  # whichever comes first
        self.hold_at(fingerprint, match)

    def hold_at(self, fingerprint: str, match: Match) -> None:
        """Put in where a quotation was found, once."""
        entries = self.entries.setdefault(fingerprint, [])
        if match not in entries:
            entries.append(match)

    def find(self, fingerprint: str, cited: tuple[int, ...]) -> Match | None:
        """The entry of a quotation within the paragraphs cited."""
        within = (match for match in self.entries.get(fingerprint, []) if set(match.paragraphs) <= set(cited))
        return min(within, default=None)


def renamed(by: str, now: Mapping[str, str]) -> str:
    """Whose words are, as a lock has it, with other names for those that are called otherwise `now`."""
    return _JOINT.join(now.get(name, name) for name in by.split(_JOINT))


def read(root: Path, path: str) -> Lock | Problem | None:
    """Read the lock at `path` below `root`: None when there is none, a problem when it is not as `write` left it."""
    try:
        rows = files.read(root, path, MAX_LOCK).decode().splitlines()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return _broken(path, 1, "a lock must be an ordinary file of readable text inside the dossier.")
    lock: Lock | None = None
    others: list[tuple[int, str]] = []
    for number, line in enumerate(rows, 1):
        if _CONFLICT.fullmatch(line):
            return _broken(path, number, "a lock must not hold both sides of a merge, parted by such lines.", _MERGE)
        if match := _SOURCE.fullmatch(line):
            if lock and (lock.sha256, lock.words) != (match[1], int(match[2])):
                message = "a lock must be of one text; two people's, of two texts, were merged in this one."
                return _broken(path, number, message)
            lock = Lock(match[1], int(match[2]))
        elif line and not line.startswith("#"):
            others.append((number, line))
    if lock is None:
        return _broken(path, others[0][0] if others else 1, "a lock must name its source's hash.")
    for number, line in others:
        if not _take(lock, line):
            return _broken(path, number, "a lock must be as `invoke verify` writes it.")
    return lock


def _take(lock: Lock, line: str) -> bool:
    """Put what a line says into a lock; whether it says something, and nothing that contradicts another line."""
    if match := _VOICE.fullmatch(line):
        stretches = _stretches(match[2])
        return lock.voices.setdefault((match[1], match[3]), stretches) == stretches
    if match := _MARKS.fullmatch(line):
        lock.marked.update(_stretches(match[1]))
        return True
    if match := _TRANSLATION.fullmatch(line):
        lock.translations.add((match[1], match[2]))
        return True
    if line == _FIGURES:
        lock.has_figures = True
        return True
    if match := _FIGURE.fullmatch(line):
        lock.figures.setdefault(match[1], set()).update(_places(match[2]))
        return True
    match = _ENTRY.fullmatch(line)
    ranges = _stretches(match[3] if match else "")
    if match is None or not all(0 < first <= last < first + _MOST_WORDS for _, first, last in ranges):
        return False
    if match[4]:
        try:
            words = msgspec.json.decode(match[4], type=str)
        except msgspec.DecodeError:
            return False
        lock.wordings[match[1]] = min(words, lock.wordings.get(match[1], words))
    lock.hold_at(match[1], Match(tuple(_places(match[2])), ranges))
    return True


def _stretches(written: str) -> tuple[Stretch, ...]:
    return tuple((_place(place), int(first), int(last)) for place, first, last in _SPAN.findall(written))


def _places(written: str) -> Iterator[int]:
    return map(_place, written.split(","))


def _place(written: str) -> int:
    """The number of a paragraph, or of a line, which stands there by its name."""
    return int(written) if written.isdecimal() else lines.number(written)


def _broken(path: str, line: int, message: str, remedy: str = RENEW) -> Problem:
    return Problem(path, line, 1, "lock-broken", message, remedy)


def as_text(lock: Lock) -> str:
    """A lock as it is written."""
    written = [_HEAD, f"source {lock.sha256} words {lock.words}"]
    for _, marked in itertools.groupby(sorted(lock.marked), key=operator.itemgetter(0)):
        written.append(f"marks {_written(marked)}")
    for (declared, by), stretches in sorted(lock.voices.items()):
        written.append(f"voice {declared} {_written(stretches) or '-'} {by}")
    if lock.has_figures:
        written.append(_FIGURES)
    for value, numbers in sorted(lock.figures.items()):
        written.append(f"figure {value} {','.join(map(_shown, sorted(numbers)))}")
    written += [f"translation {original} {translation}" for original, translation in sorted(lock.translations)]
    for fingerprint in sorted(lock.entries):
        words = lock.wordings.get(fingerprint)
        quoted = f" {msgspec.json.encode(words).decode()}" if words else ""
        for match in sorted(lock.entries[fingerprint]):
            written.append(f"{fingerprint} {','.join(map(_shown, match.paragraphs))} {_written(match.ranges)}{quoted}")
    return "\n".join(written) + "\n"


def _written(stretches: Iterable[Stretch]) -> str:
    return ",".join(f"{_shown(number)}:{first}-{last}" for number, first, last in stretches)


def _shown(number: int) -> str:
    return lines.name(number) if lines.is_line(number) else str(number)


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
