"""Chooses the attribution that governs a quotation."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from briefing.voices.dating import year
from briefing.voices.frames import ACT, BY, CITES, COLON, DENIES, GAP, LABEL, NOUN, OWNER, SAYING, SAYS, Frame
from briefing.voices.mention import DOCUMENT, PAPER, Mention
from briefing.voices.phrases import Sentence, is_light
from briefing.voices.tokens import OTHER


class Governed(Struct, frozen=True):
    """Who a sentence says is speaking: each of `who` (all of them where `several`, else one of them).

    `is_denied`, `is_doubtful` as in a frame; `year`: the year that the attribution gives, 0 if none; `is_weak`: it is
    read from the place of a name only; `is_colon`: from a colon behind a clause that tells of no speech. `maybe`: whom
    else the words may be given to.
    """

    who: tuple[Mention, ...]
    is_denied: bool = False
    is_doubtful: bool = False
    year: int = 0
    is_weak: bool = False
    maybe: tuple[Mention, ...] = ()
    is_colon: bool = False


def governing(s: Sentence, frames: Sequence[Frame]) -> Governed | None:
    """The attribution of the quotation looked at: the one at its words, else the nearest before, else one behind."""
    here = s.here
    before = [frame for frame in frames if frame.end <= here and frame.at < here]
    behind = [frame for frame in frames if frame.at > here and not _is_cut_off(s, frame)]
    before = [f for f in before if f.who or (f.sort != CITES and _introduces(s, f))] or before
    first = _nearest(s, before)
    adjacent = next((frame for frame in behind if _is_adjacent(s, frame)), None)
    passive = next((frame for frame in before if frame.sort == SAYS and frame.who and frame.who[0].start > here), None)
    if passive is not None and passive is first:
        return _made(s, passive)
    last = next((frame for frame in behind if _is_last_verb(s, frame)), None)
    if last is not None:
        end = max((m.end for m in last.who if m.end <= here), default=0)
        denied = any(s.low(i) in s.language.negations for i in range(end, here))
        denied |= any(f.sort == DENIES and f.at >= end for f in before) or _is_untrue(s, last, before)
        doubtful = any(s.low(i) in s.language.doubts for i in range(end, here)) or _may_be_objects(s, last)
        return msgspec.structs.replace(_made(s, last, before), is_denied=denied, is_doubtful=doubtful)
    if first is not None and _introduces(s, first):
        if adjacent is not None and first.sort not in (OWNER, GAP, ACT) and not _same(s, first, adjacent):
            if first.sort == NOUN or (first.end < here and _is_interposed(s, first)):
                return _made(s, adjacent)
        if first.sort == OWNER:
            return _owned(s, first, before, adjacent)
        if (outer := _outer(s, first, before)) is not None:
            return msgspec.structs.replace(_made(s, outer, before), maybe=first.who)
        return _made(s, first, before)
    if adjacent is not None:
        return _made(s, adjacent, ())
    if first is not None and (first.sort != BY or not behind):
        if (outer := _outer(s, first, before)) is not None:
            return msgspec.structs.replace(_made(s, outer, before), maybe=first.who)
        return _made(s, first, before, is_weak=_is_parted(s, first))
    if behind:
        far = behind[0]
        joined = s.low(here + 1 + (s.low(here + 1) == ","))
        is_weak = joined in s.language.conjunctions or joined in s.language.contrast
        return _made(s, far, (), is_weak=is_weak)
    return _made(s, first, before) if first is not None else None


def _outer(s: Sentence, first: Frame, before: Sequence[Frame]) -> Frame | None:
    """The attribution that reports another of what somebody does: `Talomar says that the council has announced “…”`."""
    if first.sort != SAYS or s.low(first.at) not in s.language.acts or s.low(first.end) in s.language.that:
        return None
    for other in reversed(before):
        if other.sort == BY and other.start == 0 and other.end <= first.start:
            return other
        if other.sort in (SAYS, SAYING) and other.end <= first.start and other.who and not other.is_denied:
            if any(s.low(i) in s.language.that for i in range(other.end, first.start + 1)):
                return other
    return None


def _nearest(s: Sentence, before: Sequence[Frame]) -> Frame | None:
    """The last attribution before the quotation; `according to` only where there is none of another kind."""
    strong = [frame for frame in before if frame.sort != BY]
    if not strong:
        return before[-1] if before else None
    last = strong[-1]
    if before[-1].sort == BY and any(s.low(i) == ";" for i in range(last.end, before[-1].start)):
        return before[-1]
    marks = [frame for frame in strong if frame.sort in (LABEL, GAP, ACT)]
    if marks:
        return marks[-1]
    owners = [frame for frame in strong if frame.sort == OWNER]
    if owners and last is owners[-1]:
        return last
    if last.sort == NOUN and len(strong) > 1:
        verb = strong[-2]
        to = s.low(last.start - 1) in s.language.prepositions
        if (
            verb.sort in (SAYS, SAYING)
            and (to or verb.end >= last.start - 1)
            and s.low(last.end) not in s.language.that
        ):
            return verb
        if verb.sort == DENIES and verb.end >= last.start - 1 and s.low(s.here - 1) in s.language.joining:
            return verb  # `rejects the council's claim as “…”`
    return last


def _owned(s: Sentence, frame: Frame, before: Sequence[Frame], adjacent: Frame | None) -> Governed:
    """A possessive directly before the quotation: its owner's words, unless a verb of saying holds it."""
    verbs = [f for f in before if f.sort in (SAYS, SAYING) and f.end <= frame.start and f.who]
    if verbs:
        return Governed(verbs[-1].who, verbs[-1].is_denied, True, year(s, verbs[-1]))
    if adjacent is not None:
        return _made(s, adjacent, ())
    return Governed(frame.who)


def _made(s: Sentence, frame: Frame, before: Sequence[Frame] = (), is_weak: bool = False) -> Governed:
    denied = frame.is_denied or _is_denied(s, frame, before)
    if frame.sort == DENIES and _is_reason(s, frame):
        denied = False
    denied |= _is_taken_back(s)
    doubtful = frame.is_doubtful or s.low(frame.start - 1) in s.language.conditions
    is_weak |= _is_weak(s, frame)
    is_act = frame.sort == SAYS and s.low(frame.at) in s.language.acts and frame.end < s.here - 1
    is_colon = frame.sort == COLON or (is_act and s.low(s.here - 1) == ":")
    return Governed(frame.who, denied, doubtful, year(s, frame), is_weak, frame.maybe, is_colon)


def _is_taken_back(s: Sentence) -> bool:
    """Whether a relative clause behind the quotation denies it: `“…”, which she denies`."""
    at = s.here + 1 + (s.low(s.here + 1) == ",")
    return s.low(at) in s.language.relative and any(s.low(i) in s.language.denies for i in range(at, at + 5))


def _is_reason(s: Sentence, frame: Frame) -> bool:
    """Whether the quotation says why something is denied: `denied it: “…”`, `refused it, since`."""
    before = s.low(s.here - 1)
    if before in s.language.joining or any(s.low(i) == ":" for i in range(frame.end, s.here)):
        return True
    language = s.language
    if s.low(frame.at) in language.stances:
        telling = language.that | language.words
        return not any(s.low(i) in telling for i in range(frame.end, s.here))
    starts = language.relative - language.articles | language.joining | language.openers - language.prepositions
    return any(s.low(i) == "," and s.low(i + 1) in starts for i in range(frame.end, s.here))


def _is_weak(s: Sentence, frame: Frame) -> bool:
    """Whether an attribution is by place only: a colon, a noun whose verb we do not know."""
    if frame.sort != NOUN or frame.end >= s.here:
        return frame.sort == COLON
    at = frame.end
    if frame.start == 1 and s.low(0) in s.language.inside and s.starts[1].sort == DOCUMENT:
        return False  # `In Talomar's version the council has “…”`
    noun = s.starts.get(frame.start)
    at += noun is not None and noun.sort == PAPER and s.low(at) == ","
    while at < s.here and s.low(at) not in s.language.be and s.low(at) not in s.language.that and is_light(s, at):
        at += 1
    low = s.low(at)
    return at < len(s.tokens) and s.tokens[at].is_word and low not in s.language.that and low not in s.language.be


def _is_denied(s: Sentence, frame: Frame, before: Sequence[Frame]) -> bool:
    """Whether an attribution stands under a verb or a word of not."""
    language = s.language
    for other in before:
        if frame.sort not in (NOUN, OWNER) and other.end <= frame.start and other.is_denied and other is not frame:
            between = [s.low(i) for i in range(other.end, frame.at)]
            stops = language.conjunctions | language.contrast | language.relative | {",", ";", ":"}
            opener = s.low(frame.start - 1)
            if frame.sort == SAYS and opener in language.openers - language.that and frame.who:
                if frame.who[0].start >= frame.start:
                    continue  # `Nobody contradicted Talomar when she said`
            if not stops & set(between):
                return True
    if frame.at > s.here:
        between = [s.low(i) for i in range(s.here + 1, frame.at)]
        return any(low in language.negations for low in between[:6])
    return _is_untrue(s, frame, before)


def _is_untrue(s: Sentence, frame: Frame, before: Sequence[Frame]) -> bool:
    """Whether the clause that holds an attribution says that it is not so: `It is not true that Talomar said`."""
    first = min([frame.start, *(m.start for m in frame.who)])
    told = first if s.low(first) in s.language.that else first - 1  # `that Averia`, as if with an article
    while s.low(told) in s.language.between - s.language.that:
        told -= 1
    if told < 1 or s.low(told) not in s.language.that or any(f.end <= told and f.who for f in before):
        return False
    head = [s.low(i) for i in range(told)]
    denials = s.language.negations | s.language.untrue
    return bool(denials.intersection(head)) and not {";", ":", OTHER}.intersection(head)


def _is_cut_off(s: Sentence, frame: Frame) -> bool:
    """Whether an attribution behind belongs to another quotation: one stands between, or directly behind it."""
    here = s.here
    if any(s.low(i) == OTHER for i in range(here + 1, frame.at)):
        return True
    if s.low(here + 1) == ";" or any(s.low(i) == ";" for i in range(here + 1, frame.at)):
        return True
    at = max([frame.end, *(m.end for m in frame.who if m.start >= frame.at)])
    has_conjunction = s.low(here + 1 + (s.low(here + 1) in (",", "–"))) in s.language.conjunctions | s.language.contrast
    follows = _follows(s, at)
    if follows and (has_conjunction or s.low(here + 1) not in (",", "–")):
        return True
    return bool(follows and s.low(follows - 1) != "," and s.low(here + 1) != "–" and _opens_before(s))


def _opens_before(s: Sentence) -> bool:
    """Whether somebody is named before the quotation, so that what is behind may be of the next one."""
    return any(m.end <= s.here for m in s.mentions)


def _follows(s: Sentence, at: int) -> int:
    """The place of another quotation behind an attribution, with nothing but small words between; 0 if none."""
    for i in range(at, min(len(s.tokens), at + 8)):
        low = s.low(i)
        if low == OTHER:
            return i
        is_small = not s.tokens[i].is_word or is_light(s, i)
        if not is_small or low in (";", "."):
            return 0
    return 0


def _is_adjacent(s: Sentence, frame: Frame) -> bool:
    """Whether an attribution stands directly behind the quotation."""
    at = s.here + 1
    is_noun = frame.sort == NOUN and s.low(at) in s.language.prepositions
    while at < frame.start and (
        not s.tokens[at].is_word or s.low(at) in s.language.between or s.low(at) == "as" or is_noun
    ):
        at += 1
    return at >= frame.start


def _introduces(s: Sentence, frame: Frame) -> bool:
    """Whether nothing but an addressee, a preposition or the like stands between an attribution and the quotation."""
    return all(not s.tokens[i].is_word or is_light(s, i) for i in range(frame.end, s.here)) and not _is_parted(s, frame)


def _is_interposed(s: Sentence, frame: Frame) -> bool:
    """Whether an attribution before stands directly behind another quotation."""
    before = s.low(frame.start - 1)
    return before == OTHER or (before in (",", "–") and s.low(frame.start - 2) == OTHER)


def _is_parted(s: Sentence, frame: Frame) -> bool:
    """Whether another clause begins between an attribution and the quotation, and no `that` goes on with it."""
    language = s.language
    for i in range(frame.end, s.here - 1):
        low = s.low(i)
        if low == ";" or low in language.contrast or (low == "," and s.low(i + 1) in language.conjunctions):
            if s.low(i + 1) not in language.that and s.low(i + 2) not in language.that:
                return True
    return False


def _is_last_verb(s: Sentence, frame: Frame) -> bool:
    """Whether the quotation stands between a subject and its verb: `Talomar hat es „…“ genannt`."""
    if not s.language.verb_last or not frame.who or frame.at != s.here + 1:
        return False
    return all(m.end <= s.here or m.start > frame.at for m in frame.who) and any(m.end <= s.here for m in s.mentions)


def _may_be_objects(s: Sentence, frame: Frame) -> bool:
    """Whether a verb may be an infinitive, which belongs to somebody else: `Talomar hörte Okuvai „…“ sagen`."""
    low = s.low(frame.at)
    nearest = [m for m in s.mentions if m.end <= s.here and m.parties]
    return low.endswith("en") and not low.startswith("ge") and bool(nearest) and nearest[-1] not in frame.who


def _same(s: Sentence, one: Frame, other: Frame) -> bool:
    return {m.parties for m in one.who} == {m.parties for m in other.who}
