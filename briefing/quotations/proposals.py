"""Voices that a source's text seems to have, for the editor to confirm: `invoke verify` prints them. Pure.

Nothing of this is ever taken without the editor: what the program sees is a proposal, what the record says holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.markup import quotation_marks, sentences
from briefing.markup.quotation_marks import Span
from briefing.model import lines, relations
from briefing.model.passages import ALL
from briefing.model.records import REPORTER, Corpus, Source
from briefing.model.text import bare
from briefing.model.vocabulary import Basis, Telling
from briefing.quotations.extraction import cited_sources
from briefing.quotations.laying import LABEL, lay
from briefing.quotations.matching import SourceText
from briefing.quotations.proofs import Proved
from briefing.quotations.spans import Spans, Stretch
from briefing.voices import judge
from briefing.voices.cast import Cast

#: Words of a quotation that tell it from the others of its paragraph.
_FIRST = 4
#: So many paragraphs that are all speech are taken to go on with one speaker.
_BACK = 12
#: In so many paragraphs before is a pronoun's name looked for.
_NEAR = 4
#: What stands for a speaker whom nobody could make out.
UNKNOWN = "?"
#: A name behind a label stands there at least so often in a transcript.
_OFTEN = 2


class Proposal(Struct, frozen=True):
    """A line for the `voices` of a source: who seems to speak, and where, as it is typed; `is_reported` where the
    source tells it in its own words, `by_label` where `where` is a transcript's label, `within` whoever tells it.
    """

    by: str
    where: str
    is_reported: bool = False
    by_label: bool = False
    within: str = ""

    def __str__(self) -> str:
        place = f"{'label' if self.by_label else 'in'}: {_typed(self.where)}"
        place = f"within: {_typed(self.within)}, {place}" if self.within else place
        return f"- {{by: {_typed(self.by)}, {place}{', speech: reported' if self.is_reported else ''}}}"


def of_dossier(
    corpus: Corpus, texts: Iterable[SourceText], spans: Mapping[str, Spans]
) -> Iterator[tuple[Source, list[Proposal]]]:
    """The voices that these texts of a dossier's sources seem to have besides those on record, whose `spans` are given
    by source.
    """
    cast = Cast.of(corpus)
    told = [
        cited_sources(statement.citations)
        for record in relations.records(corpus)
        for statement in record.statements
        if statement.known is Basis.REPORTED
    ]
    for text in texts:
        source = corpus.sources[text.source]
        reported = {number for cited in told for number in cited.get(source.id, ())}
        yield source, proposals(source, text, cast, spans.get(source.id), reported)


def proposals(
    source: Source, text: SourceText, cast: Cast, laid: Spans | None, reported: Collection[int] = ()
) -> list[Proposal]:
    """The voices that a text seems to have besides those on record, which are `laid` over it. `reported` are the
    paragraphs from which something is told as reported.
    """
    own = replace(cast.with_source(source), language=source.language)
    if laid is not None and source.kind.telling is Telling.OWN and not source.voices:
        source = replace(source, voices=laid.voices)  # they follow from its kind
    laid = laid or lay(source, text)[0]
    whole = own.named(source.author) or own.named(source.publisher)
    if whole and whole.is_body and source.kind.telling is Telling.OWN and not source.voices:
        return [Proposal(whole.name, ALL)]
    if labels := _labels(source, text):
        return [Proposal(_known(label.title(), own), label, by_label=True) for label in labels]
    direct: dict[str, list[str]] = defaultdict(list)
    inner: list[Proposal] = []
    for number in sorted(laid.by_paragraph):
        unknown = _unknown(laid, number)
        outer = [(stretch, laid.around(stretch)) for stretch in unknown]
        if all(voice for _, voice in outer):  # what is left stands within what somebody says
            for (_, first, last), voice in outer:
                words = " ".join(text.words_of(number)[first - 1 : min(last, first + _FIRST - 1)])
                inner.append(Proposal(UNKNOWN, f'{lines.typed(number)} "{words}"', within=voice.by if voice else ""))
            continue
        if lines.is_line(number):
            found = _of_paragraph((text.written(number),), 1, own)
        else:
            found = _of_paragraph(text.paragraphs, number, own)
        is_one = len({by for by, _ in found}) == 1
        for by, words in found[:1] if is_one else found:
            spot = lines.typed(number)
            where = spot if is_one else f'{spot} "{" ".join(words.split()[:_FIRST])}"'
            direct[by].append(where)
    found_all = [Proposal(by, _joined(places)) for by, places in direct.items()]
    return [*found_all, *inner, *_reported(laid, text, own, reported)]


def _of_paragraph(paragraphs: Sequence[str], number: int, cast: Cast, back: int = _BACK) -> list[tuple[str, str]]:
    """Each quotation of a paragraph: who seems to say it, and its words. One that stands alone goes on with who spoke
    last in the paragraphs before, at most `back` of them.
    """
    paragraph = paragraphs[number - 1]
    spans, unclosed = quotation_marks.find(paragraph)
    opened = [at for at in unclosed if quotation_marks.opens(paragraph, at)][:1]
    if opened:
        spans = [*spans, Span(opened[0], len(paragraph) + 1)]
    nearest = [sentences.blanked(part) for part in paragraphs[max(0, number - 1 - _NEAR) : number - 1]]
    earlier = " ".join(nearest)
    is_alone = not sentences.blanked(paragraph).strip(f" {sentences.BLANK}.")
    goes_on = is_alone and number > 1 and back
    before = _of_paragraph(paragraphs, number - 1, cast, back - 1) if goes_on else []
    seen = before[-1][0] if before else ""
    if goes_on and not before:  # the paragraph before tells in its own words what somebody says
        told = judge.claimants(nearest[-1], " ".join(nearest[:-1]), cast)
        seen = told[-1][0].name if told and len(told[-1]) == 1 else ""
    found = []
    for place, span in enumerate(spans):
        around = sentences.around(paragraph, spans, place)
        name = judge.proposed(around.before, around.behind, f"{earlier} {around.earlier}".strip(), cast)
        seen = _known(name, cast) if name else seen
        found.append((seen or UNKNOWN, span.inner(paragraph)))
    return found


def _reported(laid: Spans, text: SourceText, cast: Cast, paragraphs: Collection[int]) -> Iterator[Proposal]:
    """Who seems to be reported in these paragraphs."""
    places: dict[str, list[str]] = defaultdict(list)
    for number in sorted({*paragraphs}):
        if not text.written(number):
            continue
        heard = {_known(name, cast) for voice in laid.speaking([number]) for name in voice.names}
        for claim in judge.claimants(sentences.blanked(text.written(number)), "", cast):
            names = {party.name for party in claim if not party.is_reporter}
            if len(names) == 1 and not names & heard:
                places[names.pop()].append(lines.typed(number))
    yield from (Proposal(by, _joined(list(dict.fromkeys(found))), True) for by, found in places.items())


def _unknown(laid: Spans, number: int) -> list[Stretch]:
    """What stands between quotation marks in a paragraph and has no voice."""
    stretches = [(number, first, last) for first, last, _ in laid.by_paragraph.get(number, [])]
    return [stretch for stretch in stretches if laid.owner([stretch]).is_unknown]


def _labels(source: Source, text: SourceText) -> list[str]:
    """The labels of a transcript that no voice has yet."""
    if source.kind.by_reporter:
        return []
    counts: dict[str, int] = defaultdict(int)
    for paragraph in text.paragraphs:
        if match := LABEL.match(paragraph):
            counts[match[1]] += 1
    have = {bare(voice.label) for voice in source.voices}
    return [label for label, number in counts.items() if number >= _OFTEN and bare(label) not in have]


def _known(name: str, cast: Cast) -> str:
    """A name as the dossier has it, where it is one of its people or bodies; else as the source does."""
    if party := cast.named(name):
        return REPORTER if party.is_reporter else party.name
    last = bare(name).split()[-1:]
    like = {
        REPORTER if party.is_reporter else party.name
        for party in cast.parties
        for form in party.names
        if bare(form).split()[-1:] == last
    }
    return (like.pop() if len(like) == 1 else UNKNOWN) if like and last else name


def _joined(places: Sequence[str]) -> str:
    """Places in a line, paragraphs that follow each other as a run."""
    runs: list[list[str]] = []
    for place in places:
        number = re.fullmatch(r"¶(\d+)", place)
        if number and runs and runs[-1][-1] == f"¶{int(number[1]) - 1}":
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1][1:]}" for run in runs)


def _typed(value: str) -> str:
    """A value as YAML takes it between braces."""
    is_plain = value != UNKNOWN and not set(value) & set('",:{}[]#')
    return value if is_plain else "'" + value.replace("'", "''") + "'"


def unvoiced(proved: Mapping[str, Sequence[Proved]], source: str) -> list[tuple[str, Proved]]:
    """The quotations of a source in use that have no voice, each with the path of its record."""
    return [(path, one) for path, quoted in proved.items() for one in quoted if one.source == source and not one.voice]
