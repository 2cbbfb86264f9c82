"""Judges by who is named, where no grammar says who speaks: in the sentence, the paragraph, the record."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.voices import comparing
from briefing.voices.comparing import NOBODY_MEANT, NOBODY_SPEAKS, RIGHT, Outcome, Target, Verdict, all_of, unsure
from briefing.voices.languages import Language
from briefing.voices.mention import ROLE, STRANGER, Mention
from briefing.voices.names import FREE, FULL, PART
from briefing.voices.resolving import KNOWN, Claim, last_speaking
from briefing.voices.scene import Scene
from briefing.voices.tokens import OTHER, THIS, Token
from briefing.voices.use import Use


def by_floor(use: Use, mentions: Sequence[Mention], scene: Scene, whose: Target, is_passive: bool = False) -> Verdict:
    """The verdict where only the names in a sentence tell: of the voice alone, of others alone, of both."""
    known = [m for m in mentions if m.sort in KNOWN and m.parties]
    if known and any(m.derived & whose.accepted for m in mentions):
        others = [m for m in mentions if m.derived]  # `Talomar's lawyer` does not name Talomar
        known = [m for m in known if not any(_owns(m, other) for other in others)]
        if not known:
            return unsure(NOBODY_SPEAKS)
    if not known:
        if any(m.sort == STRANGER for m in mentions):
            return unsure(NOBODY_SPEAKS)
        return unnamed(use, scene, whose)
    names = [m.parties for m in known if m.sort in (FULL, PART)]
    known = [m for m in known if m.sort != ROLE or not any(parties < m.parties for parties in names)]
    if whose.is_reporter and not all(m.parties <= whose.accepted for m in known):
        return RIGHT if use.as_reporter else unsure("the words are the reporter's, and the sentence names others")
    if is_passive:
        return unsure(NOBODY_SPEAKS)
    told = [Claim(m.sort, m.text(scene.tokens) if m.end <= len(scene.tokens) else "", m.parties) for m in known]
    return all_of(told, whose)


def only_subjects(scene: Scene, mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """Those of the mentions of a sentence of one clause that begin it, behind no preposition and within no other; none
    where the sentence has several clauses, or somebody may be the agent: `Talomar is mocked by Okuvai as “…”`.
    """
    tokens = scene.tokens
    here = next((i for i, token in enumerate(tokens) if token.low == THIS), len(tokens))
    known = [m for m in mentions if m.sort in KNOWN and m.parties]
    free: list[Mention] = []
    last = 0
    for m in known:
        before = tokens[m.start - 1].low if m.start else ""
        if before in language.agents or before in language.authors:
            return []
        if any(o is not m and o.start <= m.start and m.end <= o.end and o.sort != STRANGER for o in mentions):
            continue
        if before in language.prepositions or m.is_oblique or m.is_owner:
            last = max(last, m.end)
        else:
            free.append(m)
    breaks = language.that | language.contrast | language.negations | {";", ":", OTHER}
    is_opened = bool(free) and all(m.sort != FREE for m in known) and _is_opened(tokens, free[0].start, known)
    is_first = bool(free) and (not free[0].start or is_opened)
    if not is_first or any(token.low in breaks for token in tokens[:here]):
        return []
    is_split = any(language.pronouns.get(token.low) for token in tokens[last:here]) if last else False
    return [] if is_split or any(m.sort == STRANGER for m in mentions) else free


def _is_opened(tokens: Sequence[Token], at: int, known: Sequence[Mention]) -> bool:
    """Whether nothing but a phrase and its comma stands before a place: `In a note to Okuvai, Talomar …`; none of one
    name, which may say whose view it is: `For Okuvai, Talomar …`.
    """
    return tokens[at - 1].low == "," and not any(m.start <= 1 for m in known)


def _owns(mention: Mention, other: Mention) -> bool:
    """Whether a mention stands within another one as the one to whom that belongs."""
    is_within = other.start <= mention.start and mention.end <= other.end
    return is_within and (mention.is_owner or mention.start > other.start)


def unnamed(use: Use, scene: Scene, whose: Target, must_speak: bool = False, is_human: bool = False) -> Verdict:
    """The verdict where the sentence names nobody: by who spoke last in the paragraph, or by the record's actor.

    `must_speak`: a pronoun or a document is said to speak; `is_human`: a pronoun that stands for no body.
    """
    if whose.is_reporter and (use.as_reporter or not must_speak):
        is_bare = not any(token.is_word for token in scene.tokens) and not use.as_reporter
        if is_bare and any(claim.parties - whose.accepted for claim in last_speaking(scene)):
            return unsure("the sentence does not say who speaks, and the one before names somebody")
        return RIGHT
    language = scene.names.language
    if language is not None and _is_reply(scene.tokens, language):
        return unsure("the sentence does not say whose answer it is")
    if told := last_speaking(scene, is_human):
        verdict = all_of(told, whose)
        if verdict.outcome is Outcome.WRONG and (whose.outer >= 0 or _is_in_paragraph(scene, whose)):
            return unsure("the sentence does not say who speaks, and the paragraph names several")
        if verdict.outcome is Outcome.RIGHT and _may_be_another(scene):
            return unsure(NOBODY_MEANT)
        return verdict
    bodies = frozenset(n for n, p in enumerate(whose.cast.parties) if p.is_body and p.actors & set(use.actors))
    if bodies:
        if bodies & whose.accepted:
            return RIGHT
        return Verdict(Outcome.WRONG, comparing.compare(Claim("body", "", bodies), whose).to)
    return unsure(NOBODY_SPEAKS)


def _is_reply(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a sentence is about an answer; `to answer` is none."""
    before = ["", *(token.low for token in tokens)]
    pairs = zip(before, tokens, strict=False)
    return any(t.low in language.replies and last not in language.infinitive for last, t in pairs)


def _may_be_another(scene: Scene) -> bool:
    """Whether a pronoun may mean another one of several people whom the sentence before names."""
    language, before = scene.names.language, scene.paragraph()[:1]
    if language is None or not any(language.pronouns.get(token.low) in ("m", "f", "a") for token in scene.tokens):
        return False
    people = {m.parties for part in before for m in scene.mentions(part) if m.sort in (FULL, PART, ROLE) and m.parties}
    return len(people) > 1 and not frozenset.intersection(*people)


def _is_in_paragraph(scene: Scene, whose: Target) -> bool:
    return any(m.parties & whose.accepted for part in scene.paragraph() for m in scene.mentions(part))
