"""A source as the desk lays it out: its paragraphs in pieces, with who speaks there and what is quoted. Pure."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.desk import words
from briefing.desk.shelf import AtHand
from briefing.model import addresses, lines, relations
from briefing.model.records import REPORTER, Corpus, Record, Voice
from briefing.model.statements import Quotation, quotations
from briefing.model.vocabulary import Speech
from briefing.model.wording import record_kind
from briefing.quotations.proofs import Proved
from briefing.site.links import link_in
from briefing.voices.cast import Cast


class Use(Struct, frozen=True):
    """A quotation in use: its words, the record that has it, where in its file, and the record's address on the site;
    empty for a draft. Its words are `first` to `last` of a paragraph.
    """

    words: str
    kind: str
    title: str
    where: str
    url: str
    first: int
    last: int


class Piece(Struct, frozen=True):
    """A piece of a paragraph: whether it `is_quoted`, and whose own speech it is, empty where it is nobody's;
    `is_unclear` where it is speech and no voice has it.
    """

    text: str
    is_quoted: bool
    speaker: str
    is_unclear: bool


class Paragraph(Struct, frozen=True):
    """A paragraph or a line: what it is called (`¶4`), its `key` in addresses and for the script, its pieces, who
    speaks in it, who is told of, and its quotations in use.
    """

    name: str
    key: str
    pieces: tuple[Piece, ...]
    speaking: tuple[str, ...]
    told: tuple[str, ...]
    is_unclear: bool
    uses: tuple[Use, ...]


def used(
    source: str,
    corpus: Corpus,
    proved: Mapping[str, Sequence[Proved]],
    drafts: Iterable[tuple[Record, Sequence[Proved]]],
) -> dict[int, list[Use]]:
    """The quotations of a source in use, by paragraph: those `proved`, by their record's path, and those of drafts."""
    found: dict[int, list[Use]] = defaultdict(list)
    published = ((record, proved.get(record.path, ()), True) for record in relations.records(corpus))
    for record, stand, is_published in (*published, *((record, stand, False) for record, stand in drafts)):
        spots: dict[str, list[Quotation]] = defaultdict(list)
        for _, quotation in quotations(record.statements) if stand else ():
            spots[quotation.text].append(quotation)
        url = (addresses.of_path(record.path) or "") if is_published else ""
        kind = record_kind(record) if is_published else f"{record_kind(record)}, a draft"
        title = link_in(corpus, record).title if is_published else relations.title(record)
        for one in stand:
            line = record.spot(spots[one.text].pop(0).where).line if spots[one.text] else 1
            if one.source != source:
                continue
            for number, first, last in one.match.ranges:
                use = Use(one.text, kind, title, f"{record.path}:{line}", url, first, last)
                found[number].append(use)
    return found


def laid(at_hand: AtHand, numbers: Iterable[int], uses: Mapping[int, Sequence[Use]], cast: Cast) -> Iterator[Paragraph]:
    """Paragraphs and lines of a source, laid out."""
    spans = at_hand.context.hearing.spans.get(at_hand.source.id) if at_hand.context.hearing else None
    own = cast.with_source(at_hand.source)
    names = {number: name for name, number in ((lines.spot(line), same) for line, same in at_hand.text.same.items())}
    for number in numbers:
        name = lines.spot(number) if number not in names else f"{lines.spot(number)} ({names[number]})"
        speech = spans.by_paragraph.get(number, []) if spans else []
        voices = spans.speaking([number]) if spans else []
        yield Paragraph(
            name=name,
            key=lines.name(number) if lines.is_line(number) else str(number),
            pieces=tuple(_pieces(words.shown(at_hand.text.written(number)), uses.get(number, ()), speech, own)),
            speaking=_names((voice for voice in voices if voice.speech is Speech.DIRECT and voice.by != REPORTER), own),
            told=_names((voice for voice in voices if voice.speech is Speech.REPORTED), own),
            is_unclear=any(voice is None for _, _, voice in speech),
            uses=tuple(uses.get(number, ())),
        )


def _pieces(
    paragraph: str, uses: Sequence[Use], speech: Sequence[tuple[int, int, Voice | None]], cast: Cast
) -> Iterator[Piece]:
    """A paragraph, cut wherever a quotation in use, or somebody's speech, begins or ends."""
    spans = words.places(paragraph) if uses or speech else []

    def at(first: int, last: int) -> tuple[int, int]:
        return words.written(paragraph, first, min(last, len(spans)), spans)

    quoted = [at(use.first, use.last) for use in uses if use.first <= len(spans)]
    said = [(*at(first, last), voice) for first, last, voice in speech if first <= len(spans)]
    cuts = sorted({0, len(paragraph), *(cut for span in quoted for cut in span), *(c for s in said for c in s[:2])})
    for start, end in itertools.pairwise(cuts):
        around = [(last - first, voice) for first, last, voice in said if first <= start and end <= last]
        voice = min(around, key=lambda one: one[0])[1] if around else None
        yield Piece(
            paragraph[start:end],
            any(first <= start and end <= last for first, last in quoted),
            next(iter(_names([voice], cast)), "") if voice and voice.by != REPORTER else "",
            bool(around) and voice is None,
        )


def _names(voices: Iterable[Voice], cast: Cast) -> tuple[str, ...]:
    """Who these voices are, with their offices and documents, each once."""
    found: dict[str, None] = {}
    for voice in voices:
        parties = [cast.named(name) for name in voice.names]
        name = " and ".join(party.name if party else own for party, own in zip(parties, voice.names, strict=True))
        aside = ", ".join(filter(None, (voice.office, voice.document, str(voice.date or ""))))
        within = cast.named(voice.within)
        told = f", told by {within.name if within else voice.within}" if voice.within else ""
        found[f"{name}{f' ({aside})' if aside else ''}{told}"] = None
    return tuple(found)
