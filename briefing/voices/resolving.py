"""Works out who is meant by a mention: by a pronoun, a surname of two, the name of a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from briefing.voices.companions import companion
from briefing.voices.governing import Governed
from briefing.voices.mention import (
    DOCUMENT,
    NOBODY,
    PAPER,
    PRONOUN,
    ROLE,
    SOMEONE,
    SPOKES,
    STRANGER,
    VAGUE,
    Mention,
)  # fmt: skip
from briefing.voices.names import BODY, FREE, FULL, PART, PLACE
from briefing.voices.phrases import Sentence
from briefing.voices.scene import Scene, attribution
from briefing.voices.tokens import OTHER, THIS, Token

#: Kinds of mentions that mean somebody of the cast.
KNOWN = frozenset({FULL, PART, FREE, BODY, ROLE, SPOKES})
_HUMAN = frozenset({FULL, PART, FREE, ROLE, SPOKES, STRANGER, SOMEONE})


class Claim(Struct, frozen=True):
    """To whom words are given: the numbers of the parties that may be meant, or a kind of somebody else.

    `sort` is that of the mention that says it, `text` its words; `derived` as in a mention. `likely`: the subject of
    the sentence before, whom a pronoun for a thing, or one left out, rather means. `others`: who else is named where
    a pronoun's name was looked for far away.
    """

    sort: str
    text: str
    parties: frozenset[int] = frozenset()
    derived: frozenset[int] = frozenset()
    likely: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


def claims(governed: Governed, s: Sentence, scene: Scene) -> tuple[Claim, ...]:
    """Whom the words are given to by an attribution."""
    return tuple(claim(mention, s, scene) for mention in governed.who)


def claim(mention: Mention, s: Sentence, scene: Scene) -> Claim:
    """Whom a mention of the sentence means."""
    text = s.text(mention) if mention.end > mention.start else ""
    if mention.sort == PRONOUN:
        behind = _behind_opening(mention, s)
        if behind is not None:
            return Claim(behind.sort, s.text(behind), behind.parties)
        return _antecedent(mention, text, s, scene)
    if mention.sort == PLACE:
        words = frozenset(token.low for token in s.tokens[mention.start : mention.end])
        return _bodies(words, text, scene)
    if mention.sort == PART and len(mention.parties) > 1:
        told = _with_role(mention, s, scene) or _last_named(mention, s, scene)
        return Claim(PART, text, told or mention.parties)
    if mention.sort in (ROLE, BODY) and len(mention.parties) > 1 and s.low(mention.start) in s.language.owners:
        return Claim(mention.sort, text, _of_last_body(mention, s, scene) or mention.parties)
    if mention.sort in (PAPER, DOCUMENT) and mention.parties:
        return Claim(BODY, text, mention.parties)
    if mention.sort == SOMEONE and (found := _companion(mention, s, scene)):
        return Claim(ROLE, text, found)
    return Claim(mention.sort, text, mention.parties, mention.derived)


def _companion(mention: Mention, s: Sentence, scene: Scene) -> frozenset[int]:
    """Who is somebody's deputy or predecessor: `her deputy`."""
    words = [token.low for token in s.tokens[mention.start : mention.end]]
    if not (s.language.seconds | s.language.forerunners).intersection(words):
        return frozenset()
    whose = mention.derived
    if words[0] in s.language.owners:
        owner = Mention(mention.start, mention.start + 1, PRONOUN)
        whose = _antecedent(owner, words[0], s, scene).parties
    return companion(words, whose, scene.names, scene.cast)


def _with_companions(found: list[Mention], tokens: Sequence[Token], scene: Scene) -> list[Mention]:
    """Mentions, those of a deputy or a predecessor of somebody named before them with who that is."""
    known = frozenset().union(*(m.parties for m in found))
    told: list[Mention] = []
    for m in found:
        if m.sort == SOMEONE and not m.parties and known:
            words = [token.low for token in tokens[m.start : m.end]]
            if parties := companion(words, m.derived or known, scene.names, scene.cast):
                m = msgspec.structs.replace(m, sort=ROLE, parties=parties)
        told.append(m)
    return told


def _behind_opening(pronoun: Mention, s: Sentence) -> Mention | None:
    """Whom a possessive in a phrase that opens the sentence means: `In its report the inspectorate lists`."""
    noun = s.starts.get(pronoun.start)
    is_opening = pronoun.start == 1 and s.low(0) in s.language.prepositions and s.low(1) in s.language.owners
    if noun is None or not is_opening or noun.sort not in (DOCUMENT, PAPER):
        return None
    subject = s.starts.get(noun.end + (s.low(noun.end) == ","))
    is_known = subject is not None and subject.sort in KNOWN and bool(subject.parties)
    return subject if is_known and subject is not None and not (subject.is_owner or subject.is_oblique) else None


def _bodies(words: frozenset[str], text: str, scene: Scene) -> Claim:
    """The bodies that the name of a place may stand for: those with it in their names, governments first."""
    language = scene.names.language
    found = [n for n, p in enumerate(scene.cast.parties) if p.is_body and words & scene.names.bodies[n]]
    states = [n for n in found if language and language.states & scene.names.bodies[n]]
    parties = frozenset(states or found)
    return Claim(BODY, text, parties) if parties else Claim(VAGUE, text)


def _before(s: Sentence, at: int, scene: Scene) -> Iterable[tuple[Sequence[Token], list[Mention]]]:
    """The sentence up to a place, then each sentence of the paragraph before, with its mentions."""
    part = s.tokens[:at]
    yield part, [m for m in s.mentions if m.end <= at]
    if len(s.tokens) < len(scene.tokens):
        whole = scene.tokens[: len(scene.tokens) - (len(s.tokens) - at)] if at < s.here else ()
        yield whole, [m for m in scene.mentions(whole) if m.sort in _HUMAN or m.sort == BODY]
    for tokens in scene.paragraph():
        yield tokens, scene.mentions(tokens)


def _antecedent(pronoun: Mention, text: str, s: Sentence, scene: Scene) -> Claim:
    """Whom a pronoun means: those of its kind who were named last, in one sentence."""
    low = s.low(pronoun.start) if pronoun.end > pronoun.start else ""
    gender = s.language.pronouns.get(low) or s.language.owners.get(low) or "a"
    for tokens, mentions in _before(s, pronoun.start, scene):
        found = _with_companions([m for m in mentions if _agrees(m, gender, scene)], tokens, scene)
        known = {m.parties: m for m in found if m.parties}
        if known:
            strangers = any(m.sort == STRANGER for m in found)
            everyone = frozenset().union(*known)
            single = all(len(parties) == 1 for parties in known)
            if len(known) == 1:
                mention = next(iter(known.values()))
                parties = mention.parties
                if mention.sort == PART and len(parties) > 1:
                    parties = _named_before(parties, _before(s, pronoun.start, scene)) or parties
                if _is_contrasted(s, pronoun, mention):
                    parties |= _before_both(gender, scene)
                return Claim(VAGUE if strangers and gender != "n" else FULL, text, parties)
            if single and not _is_one(everyone, scene):
                return Claim(FULL, text, everyone, likely=_topic(known, tokens, s, low, gender))
            return Claim(FULL, text, _narrowest(known, scene) or everyone, likely=_topic(known, tokens, s, low, gender))
        if any(m.sort == STRANGER for m in found):
            return Claim(STRANGER, text)
        if any(tokens[m.start].low not in s.language.owners for m in found):  # of `her officials`, she is the one
            return Claim(SOMEONE, text)
    return _of_section(text, gender, scene) or Claim(PRONOUN, text)


def _is_contrasted(s: Sentence, pronoun: Mention, mention: Mention) -> bool:
    """Whether a pronoun begins a clause set against one with a name: `Lendt called it “…”; she calls it “…”`."""
    if not s.language.natural_gender or mention not in s.mentions or mention.end > pronoun.start:
        return False
    before = s.low(pronoun.start - 1)
    is_apart = before == ";" or before in s.language.contrast
    return is_apart and any(s.low(i) in (OTHER, THIS) for i in range(mention.end, pronoun.start))


def _before_both(gender: str, scene: Scene) -> frozenset[int]:
    """Those named in the sentence before, of whom a pronoun may mean the other one."""
    nearest = scene.paragraph()[:1]
    found = [m.parties for part in nearest for m in scene.mentions(part) if _agrees(m, gender, scene)]
    return frozenset().union(*found)


def _of_section(text: str, gender: str, scene: Scene) -> Claim | None:
    """Whom a pronoun means that nobody in its paragraph can: who was named last above it."""
    if gender in ("n", "p", "x"):
        return None
    named = [[m for m in scene.mentions(part) if _agrees(m, gender, scene)] for part in scene.section()]
    known = [[m.parties for m in found if m.parties] for found in named]
    last = next((number for number, found in enumerate(named) if found), None)
    if last is None or not known[last]:
        return None
    everyone = frozenset().union(*(parties for found in known for parties in found))
    sort = VAGUE if any(m.sort == STRANGER for m in named[last]) else FULL
    return Claim(sort, text, _narrowest(known[last], scene) or frozenset().union(*known[last]), others=everyone)


def _topic(
    known: Mapping[frozenset[int], Mention], tokens: Sequence[Token], s: Sentence, low: str, gender: str
) -> frozenset[int]:
    """The subject of a sentence, for a pronoun that means nobody by its gender."""
    if low and gender != "n":
        return frozenset()
    first = min(known.values(), key=lambda mention: mention.start)
    before = tokens[first.start - 1].low if first.start else ""
    return frozenset() if before in s.language.prepositions or first.is_owner else first.parties


def _is_one(parties: frozenset[int], scene: Scene) -> bool:
    """Whether parties are one person and the body that this speaks for."""
    people = [scene.cast.parties[p] for p in parties if not scene.cast.parties[p].is_body]
    return len(people) == 1 and all(scene.cast.parties[p].actors & people[0].actors for p in parties)


def _narrowest(known: Iterable[frozenset[int]], scene: Scene) -> frozenset[int]:
    """What all of some sets have in common: a name and the role of the one who bears it."""
    sets = list(known)
    return frozenset.intersection(*sets) if sets else frozenset()


def _agrees(mention: Mention, gender: str, scene: Scene) -> bool:
    """Whether a mention may be what a pronoun stands for."""
    is_thing = _is_thing(mention, scene)
    if gender == "n":
        return is_thing
    if gender in ("p", "a"):
        return is_thing or mention.sort in _HUMAN
    return mention.sort in _HUMAN and not is_thing


def _is_thing(mention: Mention, scene: Scene) -> bool:
    return _are_things(mention.parties, scene)


def _are_things(parties: frozenset[int], scene: Scene) -> bool:
    """Whether some parties are bodies, and no people."""
    found = [scene.cast.parties[p] for p in parties]
    return any(p.is_body and not p.is_person for p in found) and all(p.is_body for p in found)


def _with_role(mention: Mention, s: Sentence, scene: Scene) -> frozenset[int]:
    """Which of two of one surname the title or the role beside it means: `Minister Talomar`."""
    heads = [scene.names.titles.get(s.language.canon(token.low), ()) for token in s.tokens[mention.start : mention.end]]
    titled = frozenset(title.party for titles in heads for title in titles)
    behind = s.starts.get(mention.end + 1) if s.low(mention.end) == "," else None
    role = s.ends.get(mention.start) or behind
    if role is not None and role.sort == ROLE:
        titled |= role.parties
    return titled & mention.parties


def _last_named(mention: Mention, s: Sentence, scene: Scene) -> frozenset[int]:
    return _named_before(mention.parties, _before(s, mention.start, scene))


def _named_before(parties: frozenset[int], before: Iterable[tuple[Sequence[Token], list[Mention]]]) -> frozenset[int]:
    """Which of some was the last to be named in full."""
    for _, mentions in before:
        full = [m for m in mentions if m.sort in (FULL, ROLE) and len(m.parties & parties) == 1]
        if full:
            return full[-1].parties & parties
    return frozenset()


def _of_last_body(mention: Mention, s: Sentence, scene: Scene) -> frozenset[int]:
    """Of those with one role, who speaks for the body that was named last: `its chair`."""
    for _, mentions in _before(s, mention.start, scene):
        for body in reversed([m for m in mentions if m.sort in (BODY, FULL, PART)]):
            actors = frozenset().union(*(scene.cast.parties[p].actors for p in body.parties))
            if found := frozenset(p for p in mention.parties if scene.cast.parties[p].actors & actors):
                return found
    return frozenset()


def last_speaking(scene: Scene, is_human: bool = False) -> tuple[Claim, ...]:
    """Who spoke last in the paragraph before, or else was named last; no body where `is_human`."""
    language = scene.names.language
    paragraph = scene.paragraph()
    for number, tokens in enumerate(paragraph):
        mentions = scene.mentions(tokens)
        if language is not None:
            rest = [token for part in reversed(paragraph[number + 1 :]) for token in (*part, Token(".", "."))]
            inner = Scene(tokens, "", rest, scene.cast, scene.names, scene.titles, scene.year, scene.above)
            s, governed = attribution(inner, language)
            if governed is not None and governed.who:
                told = claims(governed, s, inner)
                if is_human:
                    told = tuple(c for c in told if not c.parties or not _are_things(c.parties, scene))
                if found := tuple(c for c in told if c.parties or c.sort == STRANGER):
                    return found
        known = [m for m in mentions if (m.sort in KNOWN and m.parties) or (m.sort == SOMEONE and m.derived)]
        if known := [m for m in known if not (is_human and _is_thing(m, scene))]:
            last = min(known, key=lambda m: (-m.end, m.start))  # `the deputy of Talomar` does not name Talomar
            return (Claim(last.sort, last.text(tokens), last.parties, last.derived),)
    return ()


__all__ = ["DOCUMENT", "KNOWN", "NOBODY", "Claim", "claim", "claims", "last_speaking"]
