"""Who a text says is speaking, without a quotation to hold it to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from briefing.voices import frames, phrases
from briefing.voices.cast import Cast, Party
from briefing.voices.languages import Language
from briefing.voices.mention import DOCUMENT, NOBODY, PAPER, PRONOUN, REPORTER, ROLE, SOMEONE, STRANGER, VAGUE, Mention
from briefing.voices.names import BODY, FULL, PART, PLACE, index
from briefing.voices.phrases import Sentence
from briefing.voices.resolving import claim
from briefing.voices.scene import Scene, attribution, set_up
from briefing.voices.tokens import Token

#: Attributions that give a paraphrase to somebody.
_TELLING = frozenset({frames.SAYS, frames.BY, frames.NOUN, frames.DENIES})
#: Mentions that name no speaker.
_NO_NAMES = frozenset({PLACE, DOCUMENT, PAPER, VAGUE, NOBODY, REPORTER})


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


def proposed(before: str, behind: str, earlier: str, cast: Cast) -> str:
    """Who a source's own text says is speaking: a name or a description; empty where it does not tell.

    A personal pronoun means the person named last, one of the cast before others. `cast` has the text's language.
    """
    scene = set_up(before, behind, earlier, cast)
    language = scene.names.language
    if language is None:
        return ""
    s, governed = attribution(scene, language)
    if governed is None or len(governed.who) != 1 or governed.is_denied or governed.is_doubtful or governed.is_colon:
        return ""
    mention = governed.who[0]
    if mention.sort == PRONOUN:
        low = s.low(mention.start) if mention.end > mention.start else ""
        if (language.pronouns.get(low) or language.owners.get(low)) == "n":
            return _of_cast(claim(mention, s, scene).parties, scene)
        return _person_before(mention, s, scene)
    if mention.sort in _NO_NAMES:
        return ""
    if mention.parties:
        return _of_cast(mention.parties, scene) or ("" if mention.sort == BODY else s.text(mention))
    return _named_behind(mention, s, scene) or _full(s.text(mention), scene)


def _named_behind(someone: Mention, s: Sentence, scene: Scene) -> str:
    """The person whose name follows a description behind a comma: "der Sprecher ihrer Gewerkschaft, Jonas Teke"."""
    names = [m for m in s.mentions if m.sort == FULL and m.start > someone.end and s.low(m.start - 1) == ","]
    is_one = someone.sort == SOMEONE and len(names) == 1 and not _has_body(names[0], scene)
    return _of_cast(names[0].parties, scene) if is_one else ""


def _of_cast(parties: Iterable[int], scene: Scene) -> str:
    """The name of the only one of some parties, where it is not the reporter."""
    found = [scene.cast.parties[p] for p in parties]
    return found[0].name if len(found) == 1 and not found[0].is_reporter else ""


def _person_before(pronoun: Mention, s: Sentence, scene: Scene) -> str:
    """The person who was named last before a pronoun, rather as a subject; empty where several could be meant."""
    parts = [(s.tokens[: pronoun.start], [m for m in s.mentions if m.end <= pronoun.start])]
    parts += [(part, scene.mentions(part)) for part in scene.paragraph()]
    for tokens, mentions in parts:
        known = [m for m in mentions if m.sort in (FULL, PART, ROLE) and not _has_body(m, scene)]
        names = [m for m in mentions if m.sort == STRANGER and m.end - m.start > 1]
        for found in (known, names):
            subjects = [m for m in found if not _is_object(tokens, m, s.language)]
            if not (subjects or found):
                continue
            last = (subjects or found)[-1]
            name = _of_cast(last.parties, scene) if last.parties else _full(last.text(tokens), scene)
            if name:
                return name
    return ""


def _has_body(mention: Mention, scene: Scene) -> bool:
    return any(scene.cast.parties[p].is_body or scene.cast.parties[p].is_reporter for p in mention.parties)


def _is_object(tokens: Sequence[Token], mention: Mention, language: Language) -> bool:
    return mention.start > 0 and tokens[mention.start - 1].low in language.prepositions


def _full(name: str, scene: Scene) -> str:
    """The full name, where the text before has it and this is a part."""
    if " " not in name:
        for part in scene.paragraph():
            for mention in scene.mentions(part):
                words = mention.text(part).split()
                if mention.sort == STRANGER and len(words) > 1 and name == words[-1]:
                    return " ".join(words)
    return name
