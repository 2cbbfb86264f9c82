"""Subtitles (WebVTT, SubRip) as a transcript: cues joined to paragraphs, each with the speaker that its label names.
Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from briefing.importing import lettering, tongue, tree
from briefing.importing.blocks import Block, Imported, ImportFault, Sort

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,120})>")
_TAG = re.compile(r"</?[^<>]{0,120}>|\{\\[^{}]{0,60}\}")
_LABEL = re.compile(r"^(?:[-–—>]+\s*)?(?:\[([^\]:]{2,60})\]:|([^\W\d_a-z][\w .,'’()-]{0,59}?):)\s+(?=\S)")
_CHANGE = re.compile(r"^(?:>>+|[-–—])\s*(?=\S)")
_SOUND = re.compile(r"[\[(♪♫][^\])]{0,80}[\])♪♫]?")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
#: Seconds of silence behind a sentence after which a paragraph ends; letters after which it ends with the sentence.
_PAUSE, _LONG = 2.5, 700
#: The label of whoever speaks without one among others that have one.
UNNAMED = "UNNAMED"


class _Line(Struct):
    start: float
    end: float
    text: str
    speaker: str
    changes: bool


def read(data: bytes) -> Imported:
    """Read subtitles. Raises ImportFault."""
    typed = tree.decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    lines = _without_repeats(_lines(typed))
    if not lines:
        raise ImportFault(
            "Subtitles must hold cues: a line of times (`00:00:01.000 --> 00:00:04.000`) and words below it."
        )
    named = {line.speaker for line in lines if line.speaker}
    blocks = tuple(_labelled(block, bool(named)) for block in _paragraphs(lines))
    remarks = []
    if not named:
        remarks.append(
            "No speaker is named: the paragraphs were made by pauses. Write `NAME: ` before what each one says, and "
            "`voices` into the record."
        )
    said = re.match(r"WEBVTT[^\n]*\n(?:[^\n]+\n){0,5}?Language: *(\S+)", typed)
    language = tongue.tag(said[1]) if said else tongue.guess(" ".join(block.text for block in blocks))
    guessed = ("kind", *(("language",) if language else ()))
    return Imported(blocks, language=language, kind="transcript", remarks=tuple(remarks), guessed=guessed)


def _labelled(block: Block, are_named: bool) -> Block:
    """A paragraph whose speaker has no name, told as such where others have one, lest it be taken for theirs."""
    if block.label != UNNAMED:
        return block
    if not are_named:
        return msgspec.structs.replace(block, label="")
    return msgspec.structs.replace(block, unsure="somebody else speaks, and the subtitles do not say who")


def _lines(typed: str) -> Iterator[_Line]:
    """The lines of all cues, in the order of the file."""
    for cue in re.split(r"\n[ \t]*\n", typed):
        rows = cue.strip("\n").split("\n")
        at = next((number for number, row in enumerate(rows[:3]) if "-->" in row), None)
        match = _TIMING.match(rows[at]) if at is not None else None
        if at is None or match is None or rows[0].startswith(("NOTE", "STYLE", "REGION")):
            continue
        start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
        speaker = ""
        for row in rows[at + 1 :]:
            voice = _VOICE.search(row)
            speaker = lettering.clean(html.unescape(voice[1])) if voice else speaker
            text = lettering.clean(html.unescape(_TAG.sub("", row)))
            label = None if voice else _LABEL.match(text)
            if label:
                speaker, text = (label[1] or label[2]).strip(), text[label.end() :]
            changed = _CHANGE.match(text)
            text = text[changed.end() :] if changed else text
            if text:
                yield _Line(start, end, text, _speakable(speaker), bool(label or changed))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + int((rest or "0").ljust(3, "0")) / 1000


def _speakable(name: str) -> str:
    """A name as a label can have it: a capital first, no signs but those of names."""
    bare = re.sub(r"[^\w .,'’()-]+", " ", name).strip(" .,-'")
    return (bare[:1].upper() + bare[1:60]).strip()


def _without_repeats(lines: Iterator[_Line]) -> list[_Line]:
    """The lines without those that roll up: a cue that shows the last line of the one before it again."""
    found: list[_Line] = []
    for line in lines:
        recent = [other for other in found[-2:] if line.start - other.end < 1 and other.start != line.start]
        if any(line.text == other.text for other in recent):
            continue
        found.append(line)
    return found


def _paragraphs(lines: list[_Line]) -> Iterator[Block]:
    """What each speaker says at a time, in paragraphs of bearable length."""
    words: list[str] = []
    speaker, last, is_shown = "", None, ""
    for line in lines:
        text = " ".join(words)
        named = line.speaker or (UNNAMED if line.changes else speaker)
        is_other = named != speaker or (named == UNNAMED and line.changes)
        ends = bool(_STOP.search(text)) and last is not None and (line.start - last > _PAUSE or len(text) > _LONG)
        is_sound = bool(_SOUND.fullmatch(line.text))
        if words and (is_other or ends or is_sound):
            yield Block(Sort.PARAGRAPH, text, label=speaker if speaker != is_shown or speaker == UNNAMED else "")
            is_shown, words = speaker, []
        if is_sound:
            yield Block(Sort.OTHER, line.text)
        else:
            words.append(line.text)
            speaker = named
        last = line.end
    if words:
        yield Block(Sort.PARAGRAPH, " ".join(words), label=speaker if speaker != is_shown or speaker == UNNAMED else "")
