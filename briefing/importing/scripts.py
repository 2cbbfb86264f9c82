"""Letters of PDFs in the order in which they are read and with the meaning that they have: lines of Arabic and Hebrew,
letters at private places. Pure.
"""

from __future__ import annotations

import re
import unicodedata

#: Letters that are written from right to left, with the forms that fonts have of them.
_LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LEFTWARD = re.compile(rf"[{_LEFTWARDS}]")
_FORM = re.compile("[\ufb1d-\ufb4f\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]+")
#: What runs the other way within such lines, as it stands in a line that was turned: words of other letters, figures.
_RIGHTWARDS = re.compile(
    r"[A-Za-z\u00c0-\u058f0-9](?:[A-Za-z\u00c0-\u058f0-9 .,'’@/&:-]{0,200}[A-Za-z\u00c0-\u058f])"
    r"|[%\u066a]?\d(?:[\d.,:/\u066b\u066c-]*\d)?|[A-Za-z\u00c0-\u058f]"
)
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
#: Adobe's private places for the Serbian forms of б, г, д, п, т (Adobe Glyph List, 2002).
_SERBIAN = {0xF6C4: "г", 0xF6C5: "б", 0xF6C6: "д", 0xF6C7: "п", 0xF6C8: "т"}
#: Private places of symbol fonts, which are bullets (`lettering`).
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf076")
#: What stands for a letter without a meaning.
UNREADABLE = "\ufffd"


def glyph(typed: str) -> str:
    """The letters of one sign of a font, from left to right; those whose meaning only the font knows are unreadable."""
    if typed.isascii():
        return typed
    typed = "".join(
        UNREADABLE if unicodedata.category(letter) == "Co" and letter not in _BULLETS else letter
        for letter in typed.translate(_SERBIAN)
    )
    return typed[::-1] if len(typed) > 1 and _LEFTWARD.match(typed) else typed


def is_leftward(text: str) -> bool:
    """Whether more of the letters of a text run from right to left than the other way."""
    return not text.isascii() and 2 * len(_LEFTWARD.findall(text)) > sum(map(str.isalpha, text))


def logical(line: str) -> str:
    """A line as it looks, from left to right, in the order in which it is read (the Unicode Bidirectional Algorithm
    undone, for lines that run from right to left).
    """
    if not is_leftward(line):
        return line
    turned = line[::-1].translate(_MIRRORED)
    turned = _RIGHTWARDS.sub(lambda found: found[0][::-1].translate(_MIRRORED), turned)
    return _FORM.sub(lambda found: unicodedata.normalize("NFKC", found[0]).strip(), turned)
