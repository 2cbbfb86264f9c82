"""How other scripts than the Latin one are written: marks that a writer may leave out, letters in the shapes that print
gives them, words without blanks between them. Pure.
"""

from __future__ import annotations

import re
import unicodedata

#: Vowel points, accents for reading aloud and marks for recitation, which Hebrew and Arabic may leave out.
_OPTIONAL = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
)
_OPTIONAL_MARK = re.compile(f"[{_OPTIONAL}]")
#: Shapes of Hebrew and Arabic letters that only print tells apart.
_SHAPED = re.compile("[\ufb1d-\ufdfb\ufe70-\ufefc]+")
#: What stretches a line of Arabic, and what only orders letters on the screen.
_NOTHING = re.compile("[\u0640\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Hebrew signs, and the ones that are typed for them; the blank of Ethiopic.
_TYPED = str.maketrans("\u05be\u05f3\u05f4\u1361", "-'\" ")
#: Within a word, before its last letter: an abbreviation.
_GERSHAYIM = re.compile("(?<=[א-ת])[\"”“″](?=[א-ת](?![א-ת]))|(?<=[א-ת])''(?=[א-ת](?![א-ת]))")
#: Letters between which no blanks stand: those of Chinese and Japanese, and of Thai, Lao, Burmese and Khmer.
_CHINESE = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u17dc\u17dd"
_UNPARTED = re.compile(f"[{_CHINESE}{_THAI}]")
_SPACED = re.compile(f"(?<=[{_CHINESE}{_THAI}]) ")
_SIGNS = re.compile(f"[{_THAI}]")
#: Signs that belong to the letter before them, which Python takes for no part of a word.
_SIGN = (
    "\u0300-\u036f\u0483-\u0487\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0963\u0971-\u09e3\u0a00-\u0a65"
    "\u0a70-\u0ae3\u0b00-\u0b65\u0b80-\u0be5\u0c00-\u0c65\u0c80-\u0ce3\u0d00-\u0d65\u0d80-\u0de5\u0df2"
    "\u0df3\u0f18-\u0f39\u0f3e-\u0fbc"
)
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_SIGNED = re.compile(rf"[\w{_SIGN}]+(?:['-][\w{_SIGN}]+)*")
_PARTED = rf"(?:(?![{_CHINESE}{_THAI}])[\w{_SIGN}])+"
_ANY = re.compile(rf"[{_CHINESE}{_THAI}]|{_PARTED}(?:['-]{_PARTED})*")
#: So many letters without blanks count as one word of a quotation.
_CHINESE_WORD, _THAI_WORD = 2, 4


def plain(text: str) -> str:
    """A text with its letters in their plain shapes, and with the signs that are typed for others; in form NFC."""
    if not text.isascii():
        text = _SHAPED.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
        text = unicodedata.normalize("NFC", _NOTHING.sub("", text)).translate(_TYPED)
    return _GERSHAYIM.sub("\x00", text)


def has_optional(text: str) -> bool:
    """Whether marks stand in a text that a quotation may leave out."""
    return not text.isascii() and _OPTIONAL_MARK.search(text) is not None


def without_optional(text: str) -> str:
    """A text without the marks that may be left out."""
    return _OPTIONAL_MARK.sub("", text)


def leaving_out(text: str) -> str:
    """A pattern for a text whose letters may have more such marks than it gives them; those that it gives, they must
    have.
    """
    pieces: list[str] = []
    for letter, *marks in re.findall(f"[^{_OPTIONAL}][{_OPTIONAL}]*", text):
        given = "".join(f"(?=[{_OPTIONAL}]*{mark})" for mark in marks)
        pieces.append(f"{re.escape(letter)}{given}[{_OPTIONAL}]*")
    return "".join(pieces)


def words(text: str) -> list[str]:
    """The words of a text, without the marks that may be left out; of scripts without blanks, the letters."""
    if text.isascii():
        return _WORD.findall(text)
    text = without_optional(text)
    return (_ANY if _UNPARTED.search(text) else _SIGNED).findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a text begin and end, in the text without the marks that may be left out."""
    bare = without_optional(text)
    return [match.span() for match in (_ANY if _UNPARTED.search(bare) else _SIGNED).finditer(bare)]


def counted(found: list[str]) -> int:
    """How many words these are for readers, as `words` gave them."""
    unparted = [word for word in found if len(word) == 1 and _UNPARTED.match(word)]
    thai = sum(1 for word in unparted if _SIGNS.match(word))
    chinese = len(unparted) - thai
    return len(found) - len(unparted) - (-chinese // _CHINESE_WORD) - (-thai // _THAI_WORD)


def spaced(text: str) -> str:
    """A text with blanks between letters that stand without, so that it falls into pieces that can be compared."""
    return text if text.isascii() else _UNPARTED.sub(lambda match: f"{match.group()} ", text).rstrip()


def closed(text: str) -> str:
    """A text of `spaced` pieces without these blanks."""
    return text if text.isascii() else _SPACED.sub("", text)


def parts(character: str) -> bool:
    """Whether a word may begin or end at a letter, whatever stands beside it."""
    return _UNPARTED.match(character) is not None


def is_hebrew(letter: str) -> bool:
    """Whether it is a Hebrew letter, before which a sign within a word ends no word."""
    return "א" <= letter <= "ת"
