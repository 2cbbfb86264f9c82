"""Whether the prose gives a quotation to whose words it holds."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.once import once
from briefing.voices import comparing, phrases
from briefing.voices.cast import Cast, Party
from briefing.voices.comparing import RIGHT, Outcome, Target, Verdict, all_of, unsure
from briefing.voices.dating import opening_year, year_behind
from briefing.voices.floor import by_floor, only_subjects, unnamed
from briefing.voices.governing import Governed
from briefing.voices.languages import Language
from briefing.voices.mention import DOCUMENT, PRONOUN, ROLE, SOMEONE, STRANGER
from briefing.voices.names import FULL, PART
from briefing.voices.phrases import Sentence
from briefing.voices.resolving import KNOWN, Claim, claim, claims
from briefing.voices.scene import Scene, attribution, set_up
from briefing.voices.telling import claimants, proposed
from briefing.voices.tokens import THIS, fold
from briefing.voices.use import Use, Voice

__all__ = ["Outcome", "Use", "Verdict", "Voice", "claimants", "judge", "proposed"]


def judge(use: Use, voice: Voice, cast: Cast) -> Verdict:
    """Whether a use gives the words to their voice. A name in the citation settles doubt, and no more."""
    cast, (by, *joint), outer = _with_voice(cast, voice)
    whose = comparing.target(cast, by, outer, voice.year, joint)
    if use.cited:
        told = _named(use.cited, voice, by, whose)
        if told.outcome is not Outcome.RIGHT:
            return Verdict(Outcome.WRONG, use.cited)
    verdict = _named(use.given, voice, by, whose) if use.given else _in_prose(use, voice, by, whose)
    if verdict.outcome is Outcome.UNSURE and (use.cited or _is_by_document(verdict, use, voice, whose)):
        return RIGHT
    return verdict


def _is_by_document(verdict: Verdict, use: Use, voice: Voice, whose: Target) -> bool:
    """Whether prose that names nobody gives the words to the document that they make up: `The letter says: “…”`; a
    law need not even be named.
    """
    if not voice.is_author or not verdict.why.startswith((comparing.NOBODY_SPEAKS, comparing.NOBODY_MEANT)):
        return False
    scene = set_up(use.before, use.behind, "", whose.cast, (voice.office, whose.by), voice.year)
    language = scene.names.language
    governed = attribution(scene, language)[1] if language else None
    if governed is not None and (governed.is_denied or governed.is_doubtful):
        return False
    if voice.is_document:
        return True
    mentions = scene.mentions(scene.tokens)
    is_other = any(m.sort in KNOWN and m.parties and not m.parties & whose.accepted for m in mentions)
    return not is_other and any(mention.sort == DOCUMENT for mention in mentions)


@once
def _extended(_: Cast) -> dict[tuple[Party, ...], Cast]:
    return {}


@once
def _numbers(cast: Cast) -> dict[tuple[str, frozenset[str], bool], int]:
    return {(p.name, p.actors, p.is_body): number for number, p in reversed(list(enumerate(cast.parties)))}


def _with_voice(cast: Cast, voice: Voice) -> tuple[Cast, list[int], int]:
    """The cast with the voice in it, and the numbers of those who speak and of whose words hold these."""
    speaking = (voice.by, *voice.joint)
    wanted = [*speaking, *((voice.within,) if voice.within else ())]
    known = _numbers(cast)
    new = tuple(party for party in wanted if (party.name, party.actors, party.is_body) not in known)
    if new:
        wider = _extended(cast)
        cast = wider.setdefault(new, Cast(cast.parties + new, cast.language, cast.elsewhere))
        known = _numbers(cast)
    numbers = [known[party.name, party.actors, party.is_body] for party in wanted]
    return cast, numbers[: len(speaking)], numbers[-1] if voice.within else -1


def _named(name: str, voice: Voice, by: int, whose: Target) -> Verdict:
    """Whether a name on its own, perhaps with a role behind a comma, is that of the voice."""
    first = name.split(",")[0].strip()
    exact = whose.cast.named(name)
    if several := [exact] if exact else whose.cast.together(first):
        numbers = _numbers(whose.cast)
        return all_of([Claim("full", first, frozenset({numbers[p.name, p.actors, p.is_body]})) for p in several], whose)
    scene = set_up("", "", "", whose.cast, (voice.office, by), voice.year)
    language = scene.names.language
    told = set_up(first, "", "", whose.cast, (voice.office, by), voice.year)
    tokens = [token for token in told.tokens if token.low != THIS]
    mentions = scene.mentions(tokens)
    found = next((m for m in mentions if m.start == 0 and m.end == len(tokens)), None)
    if found is None and language is not None:
        found = phrases.ending(phrases.make(tokens, mentions, language), len(tokens) - 1)
    if found is None or (found.sort == SOMEONE and not found.derived):
        return Verdict(Outcome.WRONG, name) if first[:1].isupper() and " " in first else unsure("it names nobody known")
    return comparing.compare(Claim(found.sort, first, found.parties, found.derived), whose)


def _in_prose(use: Use, voice: Voice, by: int, whose: Target) -> Verdict:
    """Whether the sentence gives the words to their voice, or the paragraph, or the record."""
    scene = set_up(use.before, use.behind, use.earlier, whose.cast, (voice.office, by), voice.year, use.above)
    language = scene.names.language
    if not any(token.is_word for token in scene.tokens):
        return _dated(_held(unnamed(use, scene, whose), (), use, whose), None, voice, scene)
    if language is None:
        return _held(by_floor(use, scene.mentions(scene.tokens), scene, whose), (), use, whose)
    s, governed = attribution(scene, language)
    if governed is None:
        return _held(_without(use, s, scene, whose, voice, language), (), use, whose)
    if not governed.who:
        verdict = by_floor(use, s.mentions, scene, whose, is_passive=True)
        return _dated(_held(verdict, (), use, whose), governed, voice, scene)
    told = claims(governed, s, scene)
    if governed.is_colon:
        return _dated(_held(_behind_clause(told, s, use, scene, whose), (), use, whose), governed, voice, scene)
    verdict = _open(told, use, scene, whose) or all_of(told, whose)
    if verdict.outcome is Outcome.WRONG and governed.maybe:
        if all_of([claim(mention, s, scene) for mention in governed.maybe], whose).outcome is Outcome.RIGHT:
            verdict = unsure("the sentence may give the words to either of two")
    if verdict.outcome is Outcome.WRONG and _is_object(governed, s, whose):
        verdict = unsure("the sentence names several")
    if whose.outer >= 0:
        verdict = _within(verdict, told, s, scene, whose)
    verdict = _held(_softened(verdict, governed, s, whose), told, use, whose)
    return _dated(verdict, governed, voice, scene)


def _is_object(governed: Governed, s: Sentence, whose: Target) -> bool:
    """Whether who speaks is so in a clause that is what the voice's verb is about: `X rejects what Y wants: “…”`."""
    first = min((mention.start for mention in governed.who), default=0)
    opens = [i for i in range(first) if s.low(i) in s.language.objects]
    is_behind_colon = s.low(s.here - 1) == ":"
    return is_behind_colon and bool(opens) and any(m.parties & whose.accepted for m in s.mentions if m.start < opens[0])


def _held(verdict: Verdict, told: Sequence[Claim], use: Use, whose: Target) -> Verdict:
    """A verdict where the citation says that the words are the reporter's: that settles doubt on narration, and gives
    to the reporter what no word of the sentence gives to somebody else.
    """
    if not use.as_reporter:
        return verdict
    if whose.is_reporter:
        return RIGHT if verdict.outcome is Outcome.UNSURE else verdict
    if verdict.outcome is Outcome.RIGHT and any(claim.parties & whose.accepted for claim in told):
        return verdict
    reporter = next((party.name for party in whose.cast.parties if party.is_reporter), "the reporter")
    return Verdict(Outcome.WRONG, reporter)


def _behind_clause(told: Sequence[Claim], s: Sentence, use: Use, scene: Scene, whose: Target) -> Verdict:
    """The verdict on words behind a colon whose clause tells of no speech: only names can tell whose they are."""
    known = [m for m in s.mentions if m.sort in KNOWN and m.parties]
    if not known:
        return _asked(_open(told, use, scene, whose) or all_of(told, whose))
    if any(claim.sort in (STRANGER, SOMEONE) and not claim.parties for claim in told):
        return unsure(comparing.NOBODY_SPEAKS)
    if any(claim.parties for claim in told):  # `Talomar has an answer to Okuvai: “…”`
        known = [m for m in known if s.low(m.start - 1) not in s.language.prepositions and not m.is_oblique]
    verdict = by_floor(use, known, scene, whose)
    is_person = all(claim.sort in (FULL, PART, ROLE) for claim in told)
    return verdict if is_person else _asked(verdict)


def _asked(verdict: Verdict) -> Verdict:
    """A verdict that asks rather than calls it wrong."""
    return unsure(comparing.NOBODY_SPEAKS) if verdict.outcome is Outcome.WRONG else verdict


def _open(told: Sequence[Claim], use: Use, scene: Scene, whose: Target) -> Verdict | None:
    """The verdict where the one who speaks is a pronoun or a document of which the prose says no more."""
    if len(told) == 1 and told[0].sort in (PRONOUN, DOCUMENT) and not told[0].parties:
        language = scene.names.language
        is_human = language is not None and language.pronouns.get(fold(told[0].text)) in ("m", "f")
        is_human &= language is not None and language.natural_gender
        return unnamed(use, scene, whose, must_speak=True, is_human=is_human)
    return None


def _softened(verdict: Verdict, governed: Governed, s: Sentence, whose: Target) -> Verdict:
    """What doubt in the attribution leaves of a verdict."""
    if governed.is_denied and verdict.outcome is Outcome.RIGHT:
        return unsure("the sentence denies that it was said")
    is_named = any(m.parties & whose.accepted for m in s.mentions)
    if governed.is_doubtful:
        return unsure("the sentence does not say for certain who said it")
    if governed.is_weak and verdict.outcome is Outcome.WRONG and is_named:
        return unsure("the sentence names several")
    if verdict.outcome is Outcome.WRONG and _is_put_in(governed, s, whose):
        return unsure("the sentence names several")
    if governed.is_weak and verdict.outcome is Outcome.RIGHT and _other_behind(governed, s, whose):
        return unsure("the sentence names several")
    return verdict


def _is_put_in(governed: Governed, s: Sentence, whose: Target) -> bool:
    """Whether whose words they are is named in a clause put in before them: `…, as Talomar put it, “…”`."""
    end = max((m.end for m in governed.who), default=0)
    if s.low(s.here - 1) != ",":
        return False
    named = [m for m in s.mentions if m.parties & whose.accepted and end <= m.start and m.end <= s.here]
    return any(s.low(m.start - 1) in s.language.joining and s.low(m.start - 2) == "," for m in named)


def _other_behind(governed: Governed, s: Sentence, whose: Target) -> bool:
    """Whether somebody else is named between an attribution and the quotation, and not as an addressee."""
    end = max((m.end for m in governed.who), default=0)
    between = [m for m in s.mentions if m.sort in KNOWN and end <= m.start and m.end <= s.here and not m.is_oblique]
    others = [m for m in between if not m.parties & whose.accepted]
    parted = next((i for i in range(end, s.here) if s.low(i) == ";" or s.low(i) in s.language.contrast), s.here)
    return any(m.start > parted or s.low(m.start - 1) not in s.language.prepositions for m in others)


def _within(verdict: Verdict, told: Sequence[Claim], s: Sentence, scene: Scene, whose: Target) -> Verdict:
    """A voice inside another must be named; both may be."""
    outer = comparing.target(whose.cast, whose.outer, -1)
    if verdict.outcome is Outcome.RIGHT or all_of(told, outer).outcome is not Outcome.RIGHT:
        return verdict
    mentions = scene.mentions(scene.tokens)
    if any(whose.own & m.parties for m in mentions):
        return RIGHT
    return Verdict(Outcome.WRONG, verdict.to or whose.cast.parties[whose.outer].name)


def _dated(verdict: Verdict, governed: Governed | None, voice: Voice, scene: Scene) -> Verdict:
    """A verdict, in doubt where the prose gives another year than the voice's, or not the one that it must."""
    if verdict.outcome is not Outcome.RIGHT or voice.year is None:
        return verdict
    language = scene.names.language
    if governed is not None and language is not None:
        year = governed.year or opening_year(scene.tokens, language)
        if year and year != voice.year:
            return Verdict(Outcome.UNSURE, why=f"it was said in {voice.year}, not in {year}", wants_year=True)
    if governed is None and language is not None:
        year = year_behind(scene.tokens, language)
        if year and year != voice.year:
            return Verdict(Outcome.UNSURE, why=f"it was said in {voice.year}, not in {year}", wants_year=True)
    if voice.is_dated:
        parts = (scene.tokens, *scene.paragraph())
        if not any(token.low == str(voice.year) for part in parts for token in part):
            why = f"the words are of {voice.year}, which the prose must say"
            return Verdict(Outcome.UNSURE, why=why, wants_year=True)
    return verdict


def _without(use: Use, s: Sentence, scene: Scene, whose: Target, voice: Voice, language: Language) -> Verdict:
    """The verdict on a sentence that says of nobody that they speak."""
    mentions = scene.mentions(scene.tokens)
    verdict = by_floor(use, mentions, scene, whose)
    if verdict.outcome is Outcome.UNSURE and (subjects := only_subjects(scene, mentions, language)):
        told = by_floor(use, subjects, scene, whose)
        verdict = told if told.outcome is Outcome.RIGHT else verdict
    first = next((m for m in s.mentions if m.sort != PRONOUN), None)
    is_other = first is not None and first.sort == SOMEONE and first.start == 0 and not whose.is_reporter
    if verdict.outcome is Outcome.RIGHT and is_other:
        return unsure(comparing.NOBODY_SPEAKS)
    if verdict.outcome is Outcome.WRONG:
        subject = next((m for m in s.mentions if m.sort in KNOWN and m.start == 0), None)
        is_told = any(s.low(i) in language.that for i in range(s.here)) or s.low(s.here - 1) in (":", ",")
        if subject is None or not is_told:
            return unsure(comparing.NOBODY_SPEAKS)
    return _dated(verdict, None, voice, scene)
