"""Letters as a source's text has them: no ligatures, soft hyphens or invisible signs, one blank between words. Pure."""

from __future__ import annotations

import re
import unicodedata

from briefing.model import text

#: Signs of typesetting for which letters stand: ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ, and those of Armenian and Hebrew beside them.
_LIGATURES = {number: unicodedata.normalize("NFKC", chr(number)) for number in range(0xFB00, 0xFB50) if chr(number)}
#: Letters of symbol fonts at private places, which editors see as bullets.
_PRIVATE_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076), "•")
_GAP = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_BULLET = re.compile(r"^(?:[•◦▪■●○‣⁃∙·–—*-])\s+(?=\S)")


def clean(typed: str) -> str:
    """A stretch of text on one line as it is to be kept: letters, digits and word order are never altered."""
    letters = typed if typed.isascii() else unicodedata.normalize("NFC", typed.translate(_TABLE))
    return _GAP.sub(" ", text.shown(_GAP.sub(" ", letters))).strip()


_TABLE = {**_LIGATURES, **_PRIVATE_BULLETS, 0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}


def unbulleted(line: str) -> tuple[str, bool]:
    """A line without the bullet before it, and whether there was one."""
    bare = _BULLET.sub("", line, count=1)
    return bare, bare != line
