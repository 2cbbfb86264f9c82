"""Who is meant by an office beside another's: `her deputy`, `the mayor's predecessor`."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.voices.cast import Cast
from briefing.voices.languages import Language
from briefing.voices.names import Names, Title


def companion(words: Iterable[str], whose: frozenset[int], names: Names, cast: Cast) -> frozenset[int]:
    """The only one who can be somebody's deputy or predecessor; empty where nobody, or more than one, can.

    `words` are those of the phrase, folded; `whose` are the parties whose deputy or predecessor it is.
    """
    language = names.language
    if language is None or not whose:
        return frozenset()
    told = frozenset(words)
    titles = [title for entries in names.titles.values() for title in entries if not title.is_body]
    actors = frozenset().union(*(cast.parties[p].actors for p in whose))
    near = [t for t in titles if t.party not in whose and cast.parties[t.party].actors & actors]
    if told & language.seconds:
        found = frozenset(t.party for t in near if (t.all | {t.head}) & language.seconds)
    elif told & language.forerunners:
        heads = frozenset(t.head for t in titles if t.party in whose)
        found = frozenset(t.party for t in near if t.head in heads and _is_over(t, language))
    else:
        return frozenset()
    return found if len(found) == 1 else frozenset()


def _is_over(title: Title, language: Language) -> bool:
    """Whether an office is one that somebody held once."""
    return bool(title.all & language.former) or (title.held is not None and title.held.until is not None)
