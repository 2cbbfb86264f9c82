"""Words as a shell takes them, for commands that a message gives to be copied."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable

#: What neither PowerShell nor the older command line of Windows takes for more than a letter.
_PLAIN = re.compile(r"[A-Za-z0-9_.:/\\=+-]+", re.ASCII)


def quoted(word: str) -> str:
    """One word as the shell of this system takes it."""
    return _on_windows(word) if sys.platform == "win32" else shlex.quote(word)


def joined(words: Iterable[str]) -> str:
    """A command."""
    return " ".join(map(quoted, words))


def _on_windows(word: str) -> str:
    """Between double quotation marks, which no path there holds; single ones are letters like any other."""
    return word if _PLAIN.fullmatch(word) else '"' + word.replace('"', "") + '"'
