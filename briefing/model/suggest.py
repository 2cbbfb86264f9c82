"""Suggestions: what somebody may have meant by an unknown word, and how to write lists."""

from __future__ import annotations

import difflib
import re

#: Among more known words than this, only those that begin alike are compared.
_MANY = 60


def close_match(word: str, known: list[str], least: float = 0.6) -> str | None:
    """The known word that is closest, if its likeness (0 to 1, by difflib) is at least `least`; else None."""
    if len(known) > _MANY:
        known = [other for other in known if other[:2] == word[:2]][:_MANY]
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=least)), None)


def did_you_mean(word: str, known: list[str]) -> str:
    """` (did you mean 'x'?)` when a known word is close, else nothing."""
    close = close_match(word, known)
    return f" (did you mean {close!r}?)" if close else ""


def list_remedy(key: str, value: str, ids: bool) -> str:
    """How to write a list under a key, made from the value that stands there; of record ids where `ids`."""
    if not ids:
        return f"Write `{key}: [one, two]`."
    plain = [part.strip().rpartition("/")[2].removesuffix(".md").casefold() for part in value.split(",")]
    meant = [re.sub(r"[^a-z0-9]+", "-", part).strip("-") for part in plain]
    shown = ", ".join(part for part in meant if part) or "one, two"
    return f"Write `{key}: [{shown[:80]}]`; the id of a record is the name of its file, without `.md`."
