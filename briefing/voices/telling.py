"""Who a text says is speaking, without a quotation to hold it to."""

from __future__ import annotations

import msgspec

from briefing.voices import frames, phrases
from briefing.voices.cast import Cast, Party
from briefing.voices.mention import PRONOUN, STRANGER
from briefing.voices.names import PLACE, index
from briefing.voices.phrases import Sentence
from briefing.voices.resolving import claim
from briefing.voices.scene import Scene, attribution, nobody, set_up

#: Attributions that give a paraphrase to somebody.
_TELLING = frozenset({frames.SAYS, frames.BY, frames.NOUN, frames.DENIES})


def claimants(text: str, earlier: str, cast: Cast) -> tuple[tuple[Party, ...], ...]:
    """Whom each attribution in a statement gives what it says to: the parties that each may mean, unknown ones left
    out. What somebody says that another says is the first one's.
    """
    found: list[tuple[Party, ...]] = []
    language = index(cast).language
    if language is None:
        return ()
    before = earlier
    for part in _sentences(text):
        scene = set_up("", part, before, cast)
        scene = msgspec.structs.replace(scene, tokens=scene.tokens[1:])
        s = phrases.make(scene.tokens, scene.mentions(scene.tokens), language)
        outer: frames.Frame | None = None
        told = [frame for frame in sorted(frames.find(s), key=lambda frame: frame.at) if _is_told(s, frame)]
        for number, frame in enumerate(told):
            if outer is not None and _is_content(s, outer, frame):
                continue
            if any(_closes(s, other, frame) for other in told[number + 1 :]):
                continue
            for mention in frame.who:
                parties = claim(mention, s, scene).parties
                if parties and (item := tuple(cast.parties[p] for p in sorted(parties))) not in found:
                    found.append(item)
            outer = frame if frame.sort != frames.NOUN else outer
        before = f"{before} {part}"
    return tuple(found)


def _sentences(text: str) -> list[str]:
    """A text cut behind its full stops, each with the stop."""
    parts, start = list[str](), 0
    for at in range(len(text) - 1):
        if (
            text[at] in ".!?"
            and text[at + 1] == " "
            and text[at + 2 : at + 3].isupper()
            and text[at - 2 : at - 1] != " "
        ):
            parts.append(text[start : at + 1])
            start = at + 2
    return [*parts, text[start:]]


def _is_told(s: Sentence, frame: frames.Frame) -> bool:
    """Whether an attribution says outright that somebody says something: none of what they want or promise."""
    if frame.sort not in _TELLING:
        return False
    if frame.is_doubtful or (frame.sort == frames.SAYS and frame.is_denied):
        return False
    is_act = frame.sort == frames.SAYS and s.low(frame.at) in s.language.acts
    return not is_act or s.low(frame.end) in s.language.that


def _closes(s: Sentence, frame: frames.Frame, other: frames.Frame) -> bool:
    """Whether an attribution ends a clause that holds another one, and so tells that: `…, says Okuvai`."""
    if frame.sort not in (frames.SAYS, frames.BY) or not frame.who:
        return False
    start = min(frame.start, frame.at)
    end = max([frame.end, *(m.end for m in frame.who)])
    if s.low(start - 1) != "," or s.low(end) not in ("", ".", ",", ";"):
        return False
    return all(s.low(i) != ";" and s.low(i) not in s.language.contrast for i in range(other.end, start))


def _is_content(s: Sentence, outer: frames.Frame, frame: frames.Frame) -> bool:
    """Whether an attribution is part of what another one tells: nothing but `that` begins a clause between them."""
    language = s.language
    stops = language.conjunctions | language.contrast | {",", ";", ":"}
    first = outer.end + (outer.sort == frames.BY and s.low(outer.end) == ",")
    between = [s.low(i) for i in range(first, frame.start)]
    told = next((i for i, low in enumerate(between) if low in language.that), -1)
    if told >= 0:
        return ";" not in between and not (language.contrast & set(between[told:]))
    return frame.start >= outer.end and not stops & set(between)


def proposed(before: str, behind: str, earlier: str, language: str) -> str:
    """Who a source's own text says is speaking: a name or a description; empty where it does not tell."""
    scene = set_up(before, behind, earlier, nobody(language))
    words = scene.names.language
    if words is None:
        return ""
    s, governed = attribution(scene, words)
    if governed is None or len(governed.who) != 1 or governed.is_denied or governed.is_doubtful:
        return ""
    mention = governed.who[0]
    if mention.sort == PRONOUN:
        return _last_stranger(scene)
    if mention.sort in (PLACE, "document", "paper", "vague", "nobody"):
        return ""
    return _full(s.text(mention), scene)


def _last_stranger(scene: Scene) -> str:
    """Who was named last, rather in full and not behind a preposition."""
    language = scene.names.language
    for part in scene.paragraph():
        names = [m for m in scene.mentions(part) if m.sort == STRANGER]
        if language is not None:
            names = [m for m in names if not m.start or part[m.start - 1].low not in language.prepositions]
        if names:
            return _full(max(reversed(names), key=lambda m: m.end - m.start > 1).text(part), scene)
    return ""


def _full(name: str, scene: Scene) -> str:
    """The full name, where the text before has it and this is a part."""
    if " " not in name:
        for part in scene.paragraph():
            for mention in scene.mentions(part):
                words = mention.text(part).split()
                if mention.sort == STRANGER and len(words) > 1 and name == words[-1]:
                    return " ".join(words)
    return name
