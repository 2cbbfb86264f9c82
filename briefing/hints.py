"""What somebody may have meant who wrote a word that is not known. Pure; imports nothing of ours."""

from __future__ import annotations

import difflib

_MANY = 60


def close_match(word: str, known: list[str]) -> str | None:
    """The known word that is closest, if one is close; of many words only those that begin alike are looked at."""
    if len(known) > _MANY:
        known = [other for other in known if other[:2] == word[:2]][:_MANY]
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: list[str]) -> str:
    """` (did you mean 'x'?)` when a known word is close, else nothing."""
    close = close_match(word, known)
    return f" (did you mean {close!r}?)" if close else ""
