"""Finds what gives words to somebody by its place: a label, a colon, a possessive, the subject of a verb unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.voices import frames, subjects
from briefing.voices.frames import ACT, CITES, COLON, GAP, LABEL, NOUN, OWNER, SAYING, SAYS, Frame
from briefing.voices.mention import DOCUMENT, NOBODY, PAPER, PRONOUN, SOMEONE, VAGUE, Mention
from briefing.voices.names import PLACE
from briefing.voices.ownership import owners
from briefing.voices.phrases import Sentence, beginning, ending, in_gap, is_light, opens, together
from briefing.voices.tokens import OTHER


def find(s: Sentence) -> list[Frame]:
    """All attributions of a sentence, by words and by place, in order."""
    told = frames.find(s)
    return sorted(
        [*told, *_marks(s, told), *_acts(s, told), *_attitudes(s, told)], key=lambda frame: (frame.end, frame.at)
    )


def _acts(s: Sentence, found: Sequence[Frame]) -> Iterator[Frame]:
    """The subject of a verb that we do not know, where each of several quotations has a clause of its own: `Talomar
    demands “…”, the council offers “…”`.
    """
    language, here = s.language, s.here
    last = next((i for i in range(here - 1, -1, -1) if s.low(i) == OTHER), -1)
    is_first = last < 0 and not any(s.low(i) == OTHER for i in range(here + 1, len(s.tokens)))
    if here >= len(s.tokens) or is_first or any(last < f.at < here for f in found):
        return
    told = [f for f in found if f.end <= last]
    if told and s.low(told[-1].end) in language.that:
        return  # what somebody says goes on
    at = last + 1
    while at < here and (s.low(at) in (",", ";") or s.low(at) in language.conjunctions | language.contrast):
        at += 1
    at += s.low(at) in language.openers
    who = s.starts.get(at)
    if who is None or (at == last + 1 and last >= 0) or who.is_owner or who.is_oblique:
        return
    if who.sort in (PRONOUN, PLACE, PAPER, DOCUMENT, VAGUE, NOBODY) or s.low(here - 1) == ",":
        return
    verb = next((i for i in range(who.end, here) if s.tokens[i].is_word and not is_light(s, i)), -1)
    if verb < 0 or any(s.low(i) in language.be for i in range(who.end, here)):
        return
    carried = told[-1].who if told else ()
    yield Frame(ACT, verb, who.start, here, owners(s, (who,)), maybe=carried)


def _attitudes(s: Sentence, found: Sequence[Frame]) -> Iterator[Frame]:
    """The subject of a verb that we do not know, behind which a clause tells what somebody thinks: `Talomar suspects
    that the council has “…”`.
    """
    language = s.language
    for who in s.mentions:
        at = who.end
        that = at + 1 + (language.capital_nouns and s.low(at + 1) == ",")
        if not who.parties or s.low(that) not in language.that - language.conditions or that > s.here:
            continue
        if not s.tokens[at].is_word or is_light(s, at) or s.low(at) in language.denies | language.conjunctions:
            continue
        if who.is_owner or who.is_oblique or not opens(s, who.start) or any(f.at == at for f in found):
            continue
        yield Frame(SAYS, at, who.start, at + 1, owners(s, together(s, who)))


def _marks(s: Sentence, found: Sequence[Frame]) -> Iterator[Frame]:
    """Attributions by marks, and by a name directly before the quotation."""
    here, language = s.here, s.language
    if here >= len(s.tokens):
        return
    before = s.low(here - 1)
    if before in (":", "–"):
        label = ending(s, here - 2)
        if label is not None:
            who = together(s, label)
            start = who[0].start
            is_joined = s.low(start - 1) in language.conjunctions and (label.sort != SOMEONE or label.start in s.starts)
            if start == 0 or not s.tokens[start - 1].is_word or is_joined:
                yield Frame(LABEL, here - 1, start, here, owners(s, who))
                before = ""
    if before == ":" and not any(f.end <= here and f.sort in (SAYS, SAYING, CITES, NOUN) for f in found):
        if who := subjects.clause(s, here - 1):
            yield Frame(COLON, here - 1, who[0].start, here, owners(s, who))
    owner_ = s.ends.get(here)
    if owner_ is not None and owner_.is_owner:
        yield Frame(OWNER, here - 1, owner_.start, here, (owner_,))
    gap = in_gap(s) or _unknown_gap(s)
    is_pronoun = gap is not None and gap.sort == PRONOUN and s.low(gap.start - 1) not in language.contrast
    if gap is not None and not gap.is_owner and gap.sort != PLACE and not is_pronoun and _is_gap(s, gap):
        yield Frame(GAP, here - 1, gap.start, here, together(s, gap), is_doubtful=_may_be_object(s, gap, found))
    behind = s.starts.get(here + 1)
    if behind is not None and behind.is_owner and not s.low(behind.end).isalnum():
        yield Frame(LABEL, here + 1, here + 1, behind.end, (behind,))
    if s.low(here + 1) in ("–", "("):
        name = beginning(s, here + 2)
        if name is not None and s.low(name.end) in ("", ")", ".", ",", "–", "("):
            yield Frame(LABEL, here + 1, here + 1, name.end, owners(s, (name,)))


def _unknown_gap(s: Sentence) -> Mention | None:
    """Somebody of whom we know nothing in place of a verb, with an article: `Talomar calls it “…”, the bakers “…”`."""
    found = ending(s, s.here - 1)
    is_told = found is not None and s.low(found.start) in s.language.articles and s.low(found.start - 1) in (",", ";")
    return found if is_told and found is not None and found.sort == SOMEONE else None


def _may_be_object(s: Sentence, gap: Mention, found: Sequence[Frame]) -> bool:
    """Whether a name in place of a verb may be what another one is called: `Talomar calls the council “…”, the guild
    “…”`.
    """
    verb = next((f for f in reversed(found) if f.sort == SAYS and f.end <= gap.start), None)
    named = s.starts.get(verb.end) if verb is not None else None
    return named is not None and named.sort != PRONOUN and not named.is_oblique and s.low(named.end) == OTHER


def _is_gap(s: Sentence, mention: Mention) -> bool:
    """Whether a name stands for a verb before it: `Talomar called it “…”, Okuvai “…”`."""
    before = s.low(mention.start - 1)
    is_joined = before in (",", ";", OTHER) or before in s.language.conjunctions or before in s.language.contrast
    return is_joined and any(token.low == OTHER for token in s.tokens[: mention.start])
