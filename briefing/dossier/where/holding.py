"""Where a stretch of a record holds what an editor looks for, in any form. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Set

from briefing.dossier.where.sought import ANY, WORD, Sought, read, split
from briefing.model import citations, lines
from briefing.model.citations import CitationError
from briefing.quotations.figures import Figure
from briefing.reading.stretches import Stretch
from briefing.voices.names import inflected
from briefing.voices.tokens import fold

#: What a citation names, which is no figure, up to what the source says against.
_CITED = re.compile(r"(?:(?<=\[)|(?<=; ))@[^;\]]*?(?=\bagainst\s*:|[;\]])")
#: Paragraphs as they are named in running words.
_RUN = re.compile(rf"¶{{1,2}}\s*(?:(\d{{1,5}})(?:\s*[-–]\s*¶?\s*(\d{{1,5}}))?|({lines.NAME})(?![\w-]))")


def places(what: Sought, stretch: Stretch, sources: frozenset[str], tags: Collection[str]) -> list[tuple[int, int]]:
    """Where a stretch holds what is looked for: from and to which letter of its text, in order.

    `sources` are those that its record cites, whose paragraphs it may name without them, `tags` the languages in which
    it may count.
    """
    found = {*_passage_places(what, stretch, sources), *_id_places(what, stretch)}
    if not stretch.is_name:
        found |= {*_figure_places(what, stretch, tags), *_word_places(what, stretch)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _figure_places(what: Sought, stretch: Stretch, tags: Collection[str]) -> Iterator[tuple[int, int]]:
    if not what.figures or stretch.key.endswith("cite"):
        return
    text = _CITED.sub(lambda match: "|" * len(match[0]), stretch.text)
    if stretch.key.endswith(".days"):
        text += " days"  # the key says of what
    found = read(text, tags)
    held = [[one for one in found if _is_same(wanted, one, found)] for wanted in what.figures]
    said = split(text) if what.words else ()
    if all(held) and all(any(word.startswith(wanted) for word in said) for wanted in what.words):
        for one in (one for ones in held for one in ones):
            yield one.start, min(one.start + len(one.shown), len(stretch.text))


def _is_same(wanted: Figure, one: Figure, beside: Iterable[Figure]) -> bool:
    """Whether a figure of a text may be the one that is looked for; one without a unit has that of those beside it."""
    if year := wanted.may_be_year():
        return year in (one.year, one.may_be_year()) or (not one.month and wanted.agrees(one))
    if wanted.unit and not one.unit and not one.month and all(other.unit != wanted.unit for other in beside):
        return False
    return wanted.agrees(one)


def _word_places(what: Sought, stretch: Stretch) -> Iterator[tuple[int, int]]:
    if what.literal:
        yield from ((match.start(), match.end()) for match in re.finditer(re.escape(what.literal), stretch.text))
    if not (what.phrases or what.surnames or what.upper):
        return
    words = list(WORD.finditer(stretch.text))
    low = [fold(word[0]) for word in words]
    for phrases, is_fit in (
        (what.phrases, lambda word: True),
        (what.surnames, lambda word: word[0].isupper()),
        (what.upper, lambda word: word.isupper()),
    ):
        for phrase in phrases:
            forms = [{form for form, _ in inflected(fold(word), what.language)} for word in phrase]
            for at in range(len(words) - len(phrase) + 1):
                if all(low[at + n] in form for n, form in enumerate(forms)) and is_fit(words[at][0]):
                    yield words[at].start(), words[at + len(phrase) - 1].end()


def _id_places(what: Sought, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Where an id stands as one: as a value or a key of the head, in a citation, in the target of a link."""
    for id in what.ids:
        for match in re.finditer(rf"(?<![\w-]){re.escape(id)}(?![\w-])", stretch.raw):
            before, behind = stretch.raw[: match.start()], stretch.raw[match.end() :]
            is_whole = bool(stretch.key) and not behind.strip(" '\"]},") and not before.strip(" '\"")
            is_part = re.search(r"(?:^|[\w-])/$", before) or re.match(r"/[\w-]", behind) if stretch.key else None
            is_cited = re.search(r"@\s*$", before) or re.match(r",?\s*¶", behind)
            is_led_to = re.search(r"\]\([^()\s]*/?$", before)
            if is_whole or is_cited or is_led_to or (is_part and " " not in stretch.raw.strip()):
                begin = stretch.shown_at(match.start())
                length = 0 if is_led_to else match.end() - match.start()
                yield (max(0, begin - 1), begin) if not length else (begin, begin + length)


def _passage_places(what: Sought, stretch: Stretch, cited: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where paragraphs are cited, or named in running words."""
    wanted = [({cite.source}, {*cite.paragraphs}) for cite in what.passages]
    if not wanted or stretch.is_name:
        return
    if stretch.key.endswith("cite"):
        marks = [(0, len(stretch.text), stretch.text)]
    else:
        marks = [(m.start(), m.end(), "@" + m[1]) for m in citations.MARK.finditer(stretch.text)]
    for start, end, cite in marks:
        try:
            cites = citations.parse(cite)
        except CitationError:
            continue
        if any(_holds(wanted, {one.source}, {*one.paragraphs}) for one in cites):
            yield start, end
    for match in _RUN.finditer(stretch.text):
        if not any(start <= match.start() < end for start, end, _ in marks):
            run = {lines.number(match[3])} if match[3] else {*range(int(match[1]), int(match[2] or match[1]) + 1)}
            if _holds(wanted, cited, run):
                yield match.start(), match.end()


def _holds(wanted: Iterable[tuple[Set[str], Set[int]]], sources: Set[str], numbers: Set[int]) -> bool:
    """Whether paragraphs of one of these sources are among those that are looked for."""
    return any((ANY in those or those & sources) and numbers & spots for those, spots in wanted)
