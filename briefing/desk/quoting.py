"""From words that were marked in a source to a quotation of them, as the checks accept it, and whose they are. Pure.

Whether they stand, are of one voice and are not too many, the proof itself says that a brief with this quotation gets;
so the desk and `invoke check` cannot disagree.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.desk import words
from briefing.desk.words import Spot
from briefing.dossier import parse
from briefing.model import lines
from briefing.model.records import Record, Source, Voice
from briefing.model.vocabulary import Basis, Speech
from briefing.quotations import matching
from briefing.quotations.matching import SourceText
from briefing.quotations.proofs import Proof, prove
from briefing.quotations.spans import Stretch
from briefing.quotations.voicing import Voiced, shown
from briefing.quotations.vouching import Context

#: Marks of quotations within a quotation: they become single ones, so that the outer pair stays the only one.
_INNER = re.compile('["“”„‟«»＂❝❞〝〞〟″‹›]')
_GAP = " […] "
#: Signs that Markdown would take for its own.
_MARKDOWN = re.compile(r"([\\`*<~]|(?<!\w)_|_(?!\w))")
_BRIEF = "---\ntitle: Marked\nsummary: Marked.\norder: 1\n---\n\n{}\n"


class Quoted(Struct, frozen=True, kw_only=True):
    """A quotation made of words that were marked: `plain`, for a sentence that names who says it, and `named`, whose
    citation names them, empty where nobody is known; both as they are pasted into prose.

    `words` is the quotation without marks, as a head has it. It has so many of them (`count`), of those that a
    quotation of the source may have (`most`). `who` says it is told for people, `voice` for records; `basis` is how it
    is known. `told` are those that the source tells of there in its own words. `faults` are what would not hold.
    """

    plain: str
    named: str
    words: str
    cite: str
    count: int
    most: int
    who: str
    basis: Basis | None
    voice: Voiced | None
    told: tuple[Voice, ...]
    faults: tuple[str, ...]
    is_block: bool = False


def quoted(source: Source, text: SourceText, chosen: Sequence[Spot], context: Context) -> Quoted | None:
    """The quotation of the words that were marked in a text of the `context`; None where no word was."""
    stretches = words.marked(text, chosen)
    if not stretches:
        return None
    pieces = [_piece(text, stretch) for stretch in stretches]
    is_block = len(stretches) > 1 and _goes_on(text, stretches)
    run = _GAP.join(pieces)
    numbers = list(dict.fromkeys(number for number, _, _ in stretches))
    cited = f"{source.id}, {', '.join(_runs(numbers))}"
    proof = _proof(_form(pieces, cited, is_block), context)
    voice = next((one.voice for one in proof.proved), None)
    named = ""
    if voice and voice.sort == "reporter":
        cited = f"{cited}, reporter"
        proof = _proof(_form(pieces, cited, is_block, voice.name), context)
    elif voice:
        named = _form(pieces, f"{cited}, direct: {voice.name}", is_block, voice.name)
        by_name = _proof(named, context)
        if len(by_name.problems) <= len(proof.problems):
            proof = by_name
        else:  # a name that no citation can hold
            named = ""
    spans = context.hearing.spans.get(source.id) if context.hearing else None
    return Quoted(
        plain=_form(pieces, cited, is_block, voice.name if voice else ""),
        named="" if is_block else named,
        words=run,
        cite=f"{source.id} {', '.join(_runs(numbers))}",
        count=sum(map(matching.words_in, pieces)),
        most=context.limits[source.id].words,
        who=shown(voice) if voice else "",
        basis=(Basis.REPORTER if voice.sort == "reporter" else Basis.DIRECT) if voice else None,
        voice=voice,
        told=tuple(voice for voice in (spans.speaking(numbers) if spans else ()) if voice.speech is Speech.REPORTED),
        faults=tuple(dict.fromkeys(f"{fault.message} {fault.remedy}" for fault in proof.problems)),
        is_block=is_block,
    )


def _piece(text: SourceText, stretch: Stretch) -> str:
    """The letters of a stretch, with marks within it as single ones."""
    number, first, last = stretch
    paragraph = words.shown(text.written(number))
    start, end = words.written(paragraph, first, last)
    if len(_INNER.findall(paragraph[start:end])) % 2:  # a pair is not cut in two
        if _INNER.match(paragraph, end):
            end += 1
        elif start and _INNER.match(paragraph, start - 1):
            start -= 1
    piece = " ".join(paragraph[start:end].split())
    return _INNER.sub(lambda match: "‘" if re.match(r"\w", piece[match.end() :]) else "’", piece)


def _goes_on(text: SourceText, stretches: Sequence[Stretch]) -> bool:
    """Whether the stretches are one run over paragraphs that follow each other."""
    return all(
        before[2] == len(text.words_of(before[0])) and behind[1] == 1 and behind[0] == before[0] + 1
        for before, behind in itertools.pairwise(stretches)
    )


def _form(pieces: Sequence[str], cited: str, is_block: bool, speaker: str = "") -> str:
    """A quotation as it is pasted into prose: in the line, or, of several paragraphs, as a block."""
    escaped = [_MARKDOWN.sub(r"\\\1", piece) for piece in pieces]
    if is_block:
        return "\n>\n".join([*(f"> {piece}" for piece in escaped), f"> — {speaker or 'Name'} [@{cited}]"])
    return f'"{_GAP.join(escaped)}" [@{cited}]'


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Paragraphs and lines as a citation has them, those that follow each other as a run."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1 and not lines.is_line(number):
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield lines.typed(run[0]) if len(run) == 1 else f"¶{run[0]}-{run[-1]}"


def _proof(form: str, context: Context) -> Proof:
    """What proving a brief gives that holds a quotation and nothing else."""
    record = parse.parse("content/briefs", "marked", "content/briefs/marked.md", _BRIEF.format(form).encode()).record
    assert isinstance(record, Record)
    return prove(record, context)
