"""From words that were marked in a source to a quotation of them, as the checks accept it, and whose they are. Pure.

Whether they stand, are of one voice and are not too many, the proof itself says that a brief with this quotation gets;
so the desk and `invoke check` cannot disagree.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from briefing.desk import words
from briefing.desk.words import Spot
from briefing.dossier import parse
from briefing.model import lines
from briefing.model.problems import Problem
from briefing.model.records import Record, Source
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
    is known. `told` are the names of those that the source tells of there in its own words. `faults` are what would not
    hold, as that it `is_crossed`: of more than one voice.
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
    told: tuple[str, ...]
    faults: tuple[str, ...]
    is_crossed: bool = False
    is_block: bool = False


def quoted(source: Source, text: SourceText, chosen: Sequence[Spot], context: Context) -> Quoted | None:
    """The quotation of the words that were marked in a text of the `context`; None where no word was."""
    stretches = words.marked(text, chosen)
    if not stretches:
        return None
    pieces = [_piece(text, stretch) for stretch in stretches]
    numbers = list(dict.fromkeys(number for number, _, _ in stretches))
    runs = ", ".join(_runs(numbers))
    made = _made(pieces, f"{source.id}, {runs}", False, context)
    is_block = False
    if len(stretches) > 1 and _goes_on(text, stretches):
        block = _made(pieces, f"{source.id}, {runs}", True, context)
        if is_block := len(block.problems) <= len(made.problems):
            made = block
    spans, voice = context.hearing.spans.get(source.id) if context.hearing else None, made.voice
    told = [voice for voice in (spans.speaking(numbers) if spans else ()) if voice.speech is Speech.REPORTED]
    return Quoted(
        plain=made.plain,
        named=made.named,
        words=_GAP.join(pieces),
        cite=f"{source.id} {runs}",
        count=sum(map(matching.words_in, pieces)),
        most=context.limits[source.id].words,
        who=shown(voice) if voice else "",
        basis=(Basis.REPORTER if voice.sort == "reporter" else Basis.DIRECT) if voice else None,
        voice=voice,
        told=tuple(dict.fromkeys(name for voice in told for name in voice.names)),
        faults=tuple(dict.fromkeys(f"{fault.message} {fault.remedy}" for fault in made.problems)),
        is_crossed=any(fault.code == "voice-crossed" for fault in made.problems),
        is_block=is_block,
    )


class _Made(NamedTuple):
    """A quotation in one form: without and with the speaker in its citation, whose it is, and what does not hold."""

    plain: str
    named: str
    voice: Voiced | None
    problems: Sequence[Problem]


def _made(pieces: Sequence[str], cited: str, is_block: bool, context: Context) -> _Made:
    """A quotation of these pieces, in the line or as a block."""
    plain = _form(pieces, cited, is_block)
    proof = _proof(plain, context)
    voice = next((one.voice for one in proof.proved), None)
    if voice is None:
        return _Made(plain, "", None, proof.problems)
    if voice.sort == "reporter" or is_block:
        basis = ", reporter" if voice.sort == "reporter" else ""
        plain = _form(pieces, f"{cited}{basis}", is_block, voice.name)
        return _Made(plain, "", voice, _proof(plain, context).problems)
    named = _form(pieces, f"{cited}, direct: {voice.name}", is_block)
    by_name = _proof(named, context).problems
    if len(by_name) > len(proof.problems):  # a name that no citation can hold
        return _Made(plain, "", voice, proof.problems)
    return _Made(plain, named, voice, by_name)


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
