"""What an editor looks for: an id, a name, paragraphs of a source, a figure, a date, or else words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from briefing.dossier.where.things import Thing
from briefing.model import citations
from briefing.model.citations import Citation, CitationError
from briefing.quotations import figures
from briefing.quotations.figures import Figure
from briefing.voices.languages import Language
from briefing.voices.languages import of as language_of
from briefing.voices.languages.numbers import NUMBERS
from briefing.voices.tokens import fold

#: A word with the marks that belong to its letters.
WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed])*"
)
#: Words beside a figure or a date that say nothing of what is looked for.
_BESIDE = frozenset(
    "a about after am approximately around at before between by d den der due el end ended from il in inferred la le "
    "of on or since the then to until up year monday tuesday wednesday thursday friday saturday sunday mon tue tues "
    "wed thu thur thurs fri sat sun".split()
)
#: Stands for any source.
ANY = "any"
#: A paragraph before the source that it is of.
_OF = re.compile(r"(?:¶+|para(?:graph)?s?\b\.?)\s*(\d[\d\s,–-]*?)\s+(?:of|in)\s+@?([a-z0-9-]+)", re.IGNORECASE)
#: A month as a record gives it.
_MONTH = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])(?![\w-])")
#: A day with its month in figures.
_SLASHED = re.compile(r"(?<![\w/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\w/-])")


class Sought(Struct, frozen=True):
    """What is looked for: `ids`, names by their words (`phrases`), words that count with a capital only (`surnames`),
    `passages` of sources, `figures` all of which must stand together, with other `words`.
    """

    ids: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()
    surnames: frozenset[tuple[str, ...]] = frozenset()
    upper: frozenset[tuple[str, ...]] = frozenset()
    passages: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    words: frozenset[str] = frozenset()
    literal: str = ""
    language: Language | None = None


def sought(query: str, things: Iterable[Thing], tag: str) -> Sought:
    """What an editor means by some words, in a dossier whose prose is in the language `tag`."""
    asked = _bare(query)
    passages = _passages(asked, {id for thing in things for id in thing.ids})
    if passages:
        return Sought(passages=passages)
    id = re.sub(r"^(?:content/)?(?:actors|briefs|events|places|positions|questions|seeds|sources)/|\.md$", "", asked)
    id = re.sub(r"^@|\.md$", "", id)
    spelt = split(asked)
    meant = [
        thing
        for thing in things
        if id in thing.ids or (spelt and spelt in {split(form) for form in (*thing.forms, *thing.surnames)})
    ]
    if meant:
        return _of_things(meant, language_of(tag))
    if found := max((read(asked, [other]) for other in (tag, *NUMBERS)), key=_length):
        rest = asked
        for figure in found:
            rest = rest[: figure.start] + " " * len(figure.shown) + rest[figure.start + len(figure.shown) :]
        words = frozenset(split(rest)) - _BESIDE
        return Sought(figures=tuple(found), words=words)
    return Sought(phrases=frozenset({spelt}) if spelt else frozenset(), literal="" if spelt else asked)


def _bare(query: str) -> str:
    """The words of a query without what stands around them."""
    text = " ".join(query.split())
    pairs = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "„": "“", "`": "`", "[": "]"}
    while len(text) > 2 and pairs.get(text[0]) == text[-1] and not re.search(r"\d\.\.|\.\.\d", text):
        text = text[1:-1].strip()
    return text


def _passages(asked: str, ids: Iterable[str]) -> tuple[Citation, ...]:
    """The paragraphs that a query names, of one source or of any."""
    if named := _OF.fullmatch(asked):
        asked = f"{named[2]} ¶{named[1]}"
    source = asked.removeprefix("@").split(",")[0].split(" ")[0]
    is_bare = bool(re.match(r"¶|para(?:graph)?s?\b\.?\s*\d", asked, re.I))
    if not is_bare and not ("¶" in asked or (source in ids and source != asked.removeprefix("@"))):
        return ()
    try:
        return citations.parse(f"{ANY} {asked}" if is_bare else asked)
    except CitationError:
        return ()


def _of_things(meant: Iterable[Thing], language: Language | None) -> Sought:
    forms = {form for thing in meant for form in thing.forms}
    upper = {form for form in forms if form.isupper() and len(form) < 5}
    phrases = frozenset(split(form) for form in forms - upper)
    return Sought(
        ids=frozenset(id for thing in meant for id in thing.ids),
        phrases=frozenset(filter(None, phrases)),
        surnames=frozenset(split(name) for thing in meant for name in thing.surnames) - phrases,
        upper=frozenset((form,) for form in upper),
        language=language,
    )


def split(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(fold(word) for word in WORD.findall(text))


def _length(found: Iterable[Figure]) -> int:
    """So much of a text is figures: the language in which most of it is one was meant."""
    return sum(len(figure.shown) for figure in found)


def read(text: str, tags: Iterable[str]) -> list[Figure]:
    """The figures and dates of a text with number words of any of some languages, also `2022-11` and `21/11/2022`,
    where the day stands first if it can.
    """
    found = list(dict.fromkeys(figure for tag in tags for figure in figures.read(text, tag)))
    for match in _MONTH.finditer(text):
        found.append(Figure(match[0], year=int(match[1]), month=int(match[2]), start=match.start()))
    for match in _SLASHED.finditer(text):
        day, month = int(match[1]), int(match[2])
        if month > 12:
            day, month = month, day
        if 0 < day < 32 and 0 < month < 13:
            found.append(Figure(match[0], year=int(match[3]), month=month, day=day, start=match.start()))
    taken = {number for one in found if one.month for number in range(one.start, one.start + len(one.shown))}
    return [one for one in found if one.month or one.start not in taken]
