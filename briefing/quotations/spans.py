"""Who speaks where in a source: its voices, which `laying` lays over the words of its text. Pure.

What stands between quotation marks in a text is somebody's speech; whose, a voice says, else nobody knows. All other
words are those of who wrote the text, unless a voice covers them. The innermost stretch decides: words between marks
within other marks belong to the voice that is declared for them, never to the outer one unsaid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct

from briefing.model import text
from briefing.model.records import Voice
from briefing.model.vocabulary import Speech

#: A stretch of words: the paragraph, and the numbers of the first and last word in it, all from 1.
Stretch = tuple[int, int, int]


class Spans(Struct, frozen=True, dict=True):
    """Where each voice of a source speaks, in the order of its record, and all `marked` stretches, those that stand
    between quotation marks.
    """

    voices: tuple[Voice, ...]
    stretches: tuple[tuple[Stretch, ...], ...]
    marked: tuple[Stretch, ...] = ()

    @cached_property
    def by_paragraph(self) -> Mapping[int, list[tuple[int, int, Voice | None]]]:
        """First and last word of each stretch that is somebody's own speech, and whose; None where nobody says."""
        found: dict[int, dict[tuple[int, int], Voice | None]] = defaultdict(dict)
        for number, first, last in self.marked:
            found[number][first, last] = None
        for voice, stretches in zip(self.voices, self.stretches, strict=True):
            for number, first, last in stretches if voice.speech is Speech.DIRECT else ():
                found[number][first, last] = voice
        return {n: [(first, last, voice) for (first, last), voice in inner.items()] for n, inner in found.items()}

    def owner(self, ranges: Iterable[Stretch]) -> Owner:
        """Whose a quotation is that stands at these ranges, one for each part of it."""
        found: list[tuple[bool, Voice | None]] = []
        for number, first, last in ranges:
            around: tuple[int, int, Voice | None] | None = None
            for start, end, voice in self.by_paragraph.get(number, ()):
                if start <= first and last <= end:
                    if around is None or end - start < around[1] - around[0]:
                        around = start, end, voice
                elif start <= last and first <= end and not (first <= start and end <= last):
                    return Owner(crosses=True)
            found.append((around is not None, around[2] if around else None))
        if len({(is_speech, voice and whose(voice)) for is_speech, voice in found}) > 1:
            return Owner(crosses=True)
        is_speech, voice = found[0]
        return Owner(voice, is_speech and voice is None)

    def around(self, stretch: Stretch) -> Voice | None:
        """The voice within whose words a stretch stands, however deep; None where it stands in none."""
        number, first, last = stretch
        holding = [
            (end - start, voice)
            for start, end, voice in self.by_paragraph.get(number, ())
            if voice and start <= first and last <= end
        ]
        return min(holding, key=lambda held: held[0])[1] if holding else None

    def speaking(self, paragraphs: Iterable[int]) -> list[Voice]:
        """The voices that speak, or are reported, in any of these paragraphs."""
        wanted = {*paragraphs}
        pairs = zip(self.voices, self.stretches, strict=True)
        return [voice for voice, stretches in pairs if any(stretch[0] in wanted for stretch in stretches)]


class Owner(Struct, frozen=True):
    """Whose words are quoted: a `voice`; nobody's that is known (`is_unknown`); those of several (`crosses`); else
    those of who wrote the source.
    """

    voice: Voice | None = None
    is_unknown: bool = False
    crosses: bool = False


def whose(voice: Voice) -> tuple[frozenset[str], str, str, str, str]:
    """What tells one voice from another, wherever it speaks."""
    return frozenset(voice.names), voice.office, voice.within, voice.document, str(voice.date or "")


def declaration(voice: Voice) -> str:
    """A fingerprint of where and how a voice is declared to speak."""
    return text.digest(str(voice.speech), tuple(map(str, voice.passages)), voice.label)
