"""Lays the voices of a source, as its record declares them, over the words of its text. Pure.

In an interview or at a press conference, who asks may tell, too. So a paragraph that names its speaker tells of them;
one with quotation marks that answers no question has its speaker's words between these only; and what stands behind
the last label without one of its own may be an answer's end or the reporter's: a voice must say which.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator

from briefing.markup import quotation_marks, sentences
from briefing.model import lines, text
from briefing.model.passages import Passage
from briefing.model.problems import Problem
from briefing.model.records import REPORTER, Source, Voice
from briefing.model.vocabulary import Speech, Telling
from briefing.quotations import matching
from briefing.quotations.matching import SourceText
from briefing.quotations.spans import Spans, Stretch, whose

#: The label before what somebody says in a transcript.
LABEL = re.compile(r"\s*(?:\[[^\]]{1,40}\]\s*)?([^\W\d_a-z][\w .,'’()-]{0,79}?)\s*:(?=\s|$)")
#: A paragraph that is an aside, as `(Laughter.)`, and the words of one.
_ASIDE = re.compile(r"\s*(?:\(.*\)|\[.*\])\s*")
_LETTERS = re.compile(r"[^\W\d_]+")


def lay(source: Source, at_hand: SourceText, bodies: Collection[str] = ()) -> tuple[Spans, list[Problem]]:
    """Lay the voices of a source over its text; what does not fit is a problem at its key in the record. `bodies` are
    the names and ids of actors that are no persons.
    """
    layer = _Layer(source, at_hand, bodies)
    stretches = tuple(tuple(layer.stretches(number, voice)) for number, voice in enumerate(source.voices))
    layer.report_doubles(stretches)
    marked = {(n, first, last) for n, found in layer.marks.items() for first, last in found}
    return Spans(source.voices, stretches, tuple(sorted({*marked, *layer.unclear()}))), layer.problems


class _Layer:
    """One pass over the voices of a source."""

    def __init__(self, source: Source, at_hand: SourceText, bodies: Collection[str]) -> None:
        self.source, self.text, self.bodies = source, at_hand, bodies
        self.is_asked = source.kind.telling is Telling.ASKED
        self.labels = {text.bare(voice.label.rstrip(": ")) for voice in source.voices if voice.label}
        self.problems: list[Problem] = []
        self._words = functools.cache(at_hand.words_of)
        self.marks = {
            number: found
            for number in at_hand.numbers()
            if quotation_marks.has_any(paragraph := at_hand.written(number))
            and (found := list(_marked(paragraph, len(self._words(number)))))
        }
        #: Paragraphs that a voice has as such, which no label takes from it, and those that have a name, as captions.
        self.given = {
            number
            for voice in source.voices
            for place in voice.passages
            if not (place.opening or place.is_whole)
            for number in self._numbers(place)
        } | {*at_hand.same.values()}
        self.claimed: set[Stretch] = set()
        if len(source.voices) > 1:
            self.claimed = {
                stretch for voice in source.voices for place in voice.passages for stretch in self._at_words(place)
            }

    def stretches(self, number: int, voice: Voice) -> Iterator[Stretch]:
        """The stretches of one voice, whose place in the record is `number`, from 0."""
        is_told = self.source.kind.telling is Telling.TAKEN and voice.speech is Speech.DIRECT
        if voice.label:
            labelled = list(self._labelled(voice))
            if is_told:
                labelled = [mark for stretch in labelled for mark in self._marks_in(stretch)]
            elif not labelled:
                message = f"`{voice.label}:` must begin a paragraph of the text."
                self._problem(f"voices.{number}.label", message, "Write the label as the text has it.")
            yield from labelled
        for place in voice.passages:
            found = list(self._of(place, voice))
            is_there = place.is_whole or self.text.written(place.last)  # `check_voice_place` tells of others
            if not found and is_there and not is_told:
                self._problem(f"voices.{number}.in", *self._why_not(place, voice))
            yield from found

    def _of(self, place: Passage, voice: Voice) -> Iterator[Stretch]:
        if place.opening:
            yield from self._at_words(place)
            return
        is_own = voice.by == REPORTER
        is_direct = voice.speech is Speech.DIRECT and not is_own
        for number in self._numbers(place):
            by_marks = is_direct and (self.source.kind.by_reporter or self._is_narrated(number, place, voice))
            if by_marks or (is_own and not place.is_whole):  # the reporter may set words apart, too
                outer = [(number, first, last) for first, last in _outermost(self.marks.get(number, []))]
                yield from (stretch for stretch in outer if stretch not in self.claimed)
            words, first = len(self._words(number)), self._behind_label(number) if is_direct else 1
            if first <= words and not by_marks and not (is_own and (1, words) in self.marks.get(number, [])):
                yield number, first, words  # a paragraph that is all speech is its speaker's, not the text's own

    def _numbers(self, place: Passage) -> Iterable[int]:
        """The paragraphs of a passage, and of the whole text its lines, too; what is its author's throughout leaves
        other voices what they have.
        """
        if place.is_whole:
            is_own = self.source.kind.telling is Telling.OWN
            return [number for number in self.text.numbers() if not (is_own and number in self.given)]
        return [self.text.same.get(number, number) for number in place.paragraphs(len(self.text.paragraphs))]

    def _at_words(self, place: Passage) -> Iterator[Stretch]:
        """Where first words stand: the innermost quotation that begins with them; or up to the last words, where these
        are given; in a text that is no reporter's, to the end of the paragraph.
        """
        if not place.opening or not self.text.written(place.first):
            return
        number = self.text.same.get(place.first, place.first)
        marks = self.marks.get(number, [])
        said = len(matching.words_of(place.opening))
        if (first := self._word(number, place.opening)) is None:
            return
        if place.closing:
            last = self._word(number, place.closing, first)
            if last is not None:
                yield number, first, last + len(matching.words_of(place.closing)) - 1
        elif ends := [end for start, end in marks if start == first and end >= first + said - 1]:
            yield number, first, min(ends)
        elif not self.source.kind.by_reporter:
            yield number, first, len(self._words(number))

    def _word(self, number: int, words: str, start: int = 1) -> int | None:
        """The number of the word at which some words stand in a paragraph, from word `start` on: where a quotation
        begins with them, if one does.
        """
        wanted, there = matching.words_of(words), self._words(number)
        spots = [
            at + 1
            for at in range(start - 1, len(there) - len(wanted) + 1)
            if wanted and there[at] == wanted[0] and there[at : at + len(wanted)] == wanted
        ]
        begun = {first for first, _ in self.marks.get(number, [])}
        return next((spot for spot in spots if spot in begun), spots[0] if spots else None)

    def _labelled(self, voice: Voice) -> Iterator[Stretch]:
        """What is said behind a voice's label, up to the next one."""
        wanted, speaks = text.bare(voice.label.rstrip(": ")), False
        for number, paragraph in enumerate(self.text.paragraphs, 1):
            words = len(self._words(number))
            first = 1
            if match := LABEL.match(paragraph):
                speaks = text.bare(match[1]) == wanted
                first += len(matching.words_of(match.group()))
            if speaks and first <= words and number not in self.given and (match or self._goes_on(number, voice)):
                yield number, first, words

    def _goes_on(self, number: int, voice: Voice) -> bool:
        """Whether a paragraph without a label is what the last one's speaker goes on to say."""
        if not self.is_asked:
            return True
        return (
            number < self.last_label
            and not _ASIDE.fullmatch(self.text.written(number))
            and not self._names(number, voice)
        )

    @functools.cached_property
    def last_label(self) -> int:
        """The last paragraph with a label that a voice has; 0 where there is none."""
        labelled = (
            number
            for number, paragraph in enumerate(self.text.paragraphs, 1)
            if (match := LABEL.match(paragraph)) and text.bare(match[1]) in self.labels
        )
        return max(labelled, default=0)

    def unclear(self) -> Iterator[Stretch]:
        """What stands behind the last label of an interview and may be anybody's, as long as no voice has it."""
        last = self.last_label if self.is_asked else 0
        for number in range(last + 1, len(self.text.paragraphs) + 1) if last else ():
            if number not in self.given and (words := len(self._words(number))):
                yield number, 1, words

    def _behind_label(self, number: int) -> int:
        """The first word of an answer in an interview, where a label of its speaker stands before it."""
        match = LABEL.match(self.text.written(number)) if self.is_asked else None
        is_label = match and text.bare(match[1]) in {*self.labels, *map(text.bare, self._speakers())}
        return 1 + len(matching.words_of(match.group())) if match and is_label else 1

    def _speakers(self) -> Iterator[str]:
        for voice in self.source.voices:
            yield from (voice.by, voice.by.split()[-1])

    def _is_narrated(self, number: int, place: Passage, voice: Voice) -> bool:
        """Whether a paragraph of an interview tells of its speaker, whose words stand between quotation marks in it."""
        if not self.is_asked or self._behind_label(number) > 1:
            return False
        if self._names(number, voice):
            return True
        marks, before = self.marks.get(number, []), self.text.written(place.first - 1)
        is_answer = bool(self.labels) or before.rstrip().endswith("?")
        return bool(marks) and (min(marks)[0] == 1 or not is_answer)

    def _names(self, number: int, voice: Voice) -> bool:
        """Whether a paragraph names a person who speaks, outside quotation marks; people do not name themselves."""
        words = voice.by.split()
        if voice.by in self.bodies or len(words) < 2 or not all(word[:1].isupper() for word in (words[0], words[-1])):
            return False
        surname, own = text.bare(words[-1]), sentences.blanked(self.text.written(number))
        return any(text.bare(word) == surname and not word.islower() for word in _LETTERS.findall(own))

    def _marks_in(self, stretch: Stretch) -> Iterator[Stretch]:
        number, start, end = stretch
        for first, last in _outermost(self.marks.get(number, [])):
            if start <= first and last <= end:
                yield number, first, last

    def _why_not(self, place: Passage, voice: Voice) -> tuple[str, str]:
        """What to say of a passage in which nothing is found."""
        spot = lines.typed(place.first)
        if place.opening and self._word(self.text.same.get(place.first, place.first), place.opening) is None:
            message = f"the first words must stand in {spot}; “{place.opening}” do not."
            return message, "Copy them from the text."
        if place.closing:
            message = f"the last words must stand behind the first in {spot}; “{place.closing}” do not."
            return message, "Copy them from the text."
        if place.opening:
            message = f"the first words must begin a quotation in {spot}; “{place.opening}” do not."
            return message, f"Give both ends: `in: '{spot} \"first words … last words\"'`."
        message = f"a voice must have words between quotation marks in {spot}, where there are none left for it."
        return message, (
            "Write `speech: reported` if the source tells what was said in its own words, or give the first and last "
            f"words: `in: '{spot} \"first … last\"'`."
        )

    def report_doubles(self, stretches: tuple[tuple[Stretch, ...], ...]) -> None:
        """Report a stretch that two voices have, or that one has in part only."""
        seen: dict[Stretch, int] = {}
        for number, voice in enumerate(self.source.voices):
            for stretch in stretches[number] if voice.speech is Speech.DIRECT else ():
                for other, before in seen.items():
                    same = stretch == other and whose(self.source.voices[before]) != whose(voice)
                    if same or _overlap(stretch, other):
                        first = self.source.voices[before].by
                        message = f"the words of {lines.typed(stretch[0])} must be one voice's; {first} "
                        message += "has them, too." if same else "has a part of them."
                        remedy = "Give the first words of each, or say `within` which voice this one stands."
                        self._problem(f"voices.{number}.in", message, remedy)
                        break
                seen[stretch] = number

    def _problem(self, key: str, message: str, remedy: str) -> None:
        source = self.source
        self.problems.append(Problem(source.path, *source.mark(key), "voice-passage", message, remedy))


def _overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches overlap and neither holds the other."""
    if one[0] != other[0] or one[2] < other[1] or other[2] < one[1]:
        return False
    holds = one[1] <= other[1] and other[2] <= one[2]
    return not holds and not (other[1] <= one[1] and one[2] <= other[2])


def _outermost(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that no other one holds."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if not found or first > found[-1][1]:
            found.append((first, last))
    return found


def _marked(paragraph: str, count: int) -> Iterator[tuple[int, int]]:
    """The numbers of the first and last word of each stretch between quotation marks, also within others; a mark that
    nothing closes goes on to the end of the paragraph, which has `count` words.
    """
    pending = [(paragraph, 0, 0)]
    while pending:
        piece, offset, before = pending.pop()
        spans, unclosed = quotation_marks.find(piece)
        inner = [(span.start + 1, span.end - 1) for span in spans]
        opened = [at for at in unclosed if quotation_marks.opens(piece, at)][:1] if not offset else []
        inner += [(at + 1, len(piece)) for at in opened]
        at, words = 0, before
        for start, end in sorted(inner):
            words += len(matching.words_of(piece[at:start]))
            first, at = words + 1, start
            last = min(count, first + len(matching.words_of(piece[start:end])) - 1)
            if first <= last:
                yield first, last
                pending.append((piece[start:end], offset + start, words))
