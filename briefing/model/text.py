"""Plain text: which bytes and characters files may hold, and how texts are compared."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

#: Letters, marks and signs that show nothing: fillers, joiners, an empty pattern of dots.
HIDDEN = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_HIDDEN = re.compile(f"[{HIDDEN}]")

#: Controls, non-characters and invisible characters that may hide or reorder what a reader sees.
#: Bidirectional controls follow Unicode TR 9, tag characters the block E0000; soft hyphens are harmless and allowed.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u180e\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ufdd0-\ufdef\ue000-\uf8ff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    + HIDDEN
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17))
    + "]"
)

#: Joiners are part of spelling in some scripts and of emoji; beside Latin, Greek or Cyrillic letters they only hide.
_JOINER = re.compile("(?:^|[\x00-\u058f])[\u200c\u200d]|[\u200c\u200d](?:[\x00-\u058f]|$)")

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOPS = (". ", "! ", "? ", "\n\n")
_REACH = 600
_LETTERS = re.compile(r"[^\W\d_]+")


def decode(data: bytes) -> str:
    """Decode a file: UTF-8, a byte order mark is dropped, CRLF and CR become LF.

    Raises UnicodeDecodeError where the bytes are not UTF-8.
    """
    return data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, description) of each character that a file must not hold, for at most 20."""
    if text.replace("\n", "").replace("\t", "").isprintable() and not _HIDDEN.search(text):
        return  # Unicode counts all others as not printable
    spots = sorted(
        [(match.start(), match.group()) for match in _FORBIDDEN.finditer(text)]
        + [(match.start() + (match.group()[0] not in "\u200c\u200d"), "\u200d") for match in _JOINER.finditer(text)]
    )
    for offset, character in spots[:20]:
        name = unicodedata.name(character, "control or unassigned character")
        yield offset, f"U+{ord(character):04X} ({name.lower()})"


def shown(text: str) -> str:
    """A text without the characters that `forbidden` yields: what a reader sees of it."""
    return _JOINER.sub(lambda match: match.group().strip("\u200c\u200d"), _FORBIDDEN.sub("", text))


def plain(text: str) -> str:
    """A text in Unicode form NFC, without soft hyphens."""
    return text if text.isascii() else unicodedata.normalize("NFC", text.replace("\u00ad", ""))


def position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset in `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def script(character: str) -> str:
    """The script of a letter as its Unicode name tells: `latin`, `cyrillic`, `greek`, …; empty for other characters."""
    return unicodedata.name(character, "").split(" ")[0].lower() if character.isalpha() else ""


#: Scripts with letters that look like Latin ones.
_ALIKE = {"latin", "cyrillic", "greek", "armenian", "cherokee", "fullwidth", "mathematical"}


def mixed_script_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, word) of words that mix scripts whose letters look alike, which is how look-alikes show."""
    if text.isascii():
        return
    for match in _LETTERS.finditer(text):
        word = match.group()
        if not word.isascii() and len({script(letter) for letter in word} & _ALIKE) > 1:
            yield match.start(), word


def sort_key(text: str) -> tuple[str, str]:
    """A key for alphabetical order in any locale: by letters without accents or case, then by the text itself."""
    return bare(text), text


def unaccented(text: str) -> str:
    """A text without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """A text without accents and case."""
    return unaccented(text).casefold()


def same_name(text: str) -> str:
    """The form by which two ids or names count as one on a file system that ignores case or Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def digest(*parts: object) -> str:
    """A short fingerprint of plain values (text, numbers, tuples and views of these)."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def words(text: str) -> int:
    """How many words a text has; hyphens and apostrophes join."""
    return len(_WORD.findall(text))


def fold_term(text: str) -> str:
    """The form in which terms are compared: case and white space folded, closing punctuation dropped."""
    return " ".join(text.split()).rstrip(".,;:!?").casefold()


def around(text: str, start: int, end: int) -> str:
    """The rest of the sentence around a stretch of text: what stands before it, a NUL, and what stands behind it."""
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    begin = max(before.rfind(stop) for stop in _STOPS) + 1
    ends = [at for stop in _STOPS if (at := behind.find(stop)) != -1]
    parts = before[begin:], behind[: min(ends, default=None)]
    return "\x00".join(part.replace("\x00", " ") for part in parts)


def joined(names: Sequence[str]) -> str:
    """Names in a row: `A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
