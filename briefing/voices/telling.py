"""Who a text says is speaking, without a quotation to hold it to."""

from __future__ import annotations

from briefing.voices import frames, phrases
from briefing.voices.cast import Cast, Party
from briefing.voices.mention import PRONOUN, STRANGER
from briefing.voices.names import PLACE, index
from briefing.voices.phrases import Sentence
from briefing.voices.resolving import claim
from briefing.voices.scene import Scene, attribution, nobody, set_up


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
        s = phrases.make(scene.tokens, scene.mentions(scene.tokens), language)
        ends = -1
        for frame in sorted(frames.find(s), key=lambda frame: frame.at):
            if frame.sort in (frames.SAYS, frames.BY, frames.NOUN, frames.DENIES) and frame.at > ends:
                for mention in frame.who:
                    parties = claim(mention, s, scene).parties
                    if parties and (item := tuple(cast.parties[p] for p in sorted(parties))) not in found:
                        found.append(item)
                if frame.who and s.low(frame.end) in language.that:
                    ends = _content_end(s, frame.end)
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


def _content_end(s: Sentence, at: int) -> int:
    """Where a clause of content ends: at a semicolon, or where another main clause begins."""
    language = s.language
    for i in range(at, len(s.tokens)):
        if s.low(i) == ";" or (s.low(i) in language.contrast and s.low(i - 1) == ","):
            return i
    return len(s.tokens)


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
    for part in scene.paragraph():
        names = [m for m in scene.mentions(part) if m.sort == STRANGER]
        if names:
            return _full(names[-1].text(part), scene)
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
