"""Finds what gives words to somebody: verbs of saying, `according to`, `in her words`, a name and a colon."""

from __future__ import annotations

from msgspec import Struct

from briefing.voices import subjects
from briefing.voices.languages import Phrases
from briefing.voices.mention import DOCUMENT, PAPER, PRONOUN, SOMEONE, STRANGER, VAGUE, Mention
from briefing.voices.names import PLACE
from briefing.voices.ownership import is_double, owners
from briefing.voices.particles import followed, is_apart, is_let, left_to
from briefing.voices.phrases import Sentence, along, beginning
from briefing.voices.tokens import OTHER, THIS

#: Kinds: a finite verb; a participle or infinitive; a verb of not saying; a verb of citing; `according to`; a noun for
#: what somebody says; a label before the quotation or behind it; a colon; a possessive; a name in place of a
#: verb; a verb that we do not know.
SAYS, SAYING, DENIES, CITES, BY, NOUN, LABEL, COLON, OWNER, GAP, ACT = (
    "says", "saying", "denies", "cites", "by", "noun", "label", "colon", "owner", "gap", "act"
)  # fmt: skip


class Frame(Struct, frozen=True):
    """One attribution: `who` speaks, from `start` to `end`, its verb or noun at `at`; `maybe` others do."""

    sort: str
    at: int
    start: int
    end: int
    who: tuple[Mention, ...]
    is_denied: bool = False
    is_doubtful: bool = False
    maybe: tuple[Mention, ...] = ()


def phrase_at(s: Sentence, at: int, phrases: Phrases) -> int:
    """Where the longest of some phrases that begins at a place ends, 0 where none does."""
    for words in phrases.get(s.low(at), ()):
        if all(s.low(at + i) == word for i, word in enumerate(words)):
            return at + len(words)
    return 0


def find(s: Sentence) -> list[Frame]:
    """The attributions of a sentence by its words, in order."""
    found: list[Frame] = []
    at = 0
    while at < len(s.tokens):
        frame = _frame(s, at, found) if s.tokens[at].is_word else None
        if frame is not None:
            found.append(frame)
            at = max(at + 1, frame.end if frame.sort not in (BY, NOUN) else 0, _opened(s, frame))
        else:
            at += 1
    told = [f for f in found if f.sort != SAYS or f.who or not _is_hearsay(s, f, found)]
    return sorted(told, key=lambda frame: (frame.end, frame.at))


def _opened(s: Sentence, frame: Frame) -> int:
    """Where a phrase before a name ends that holds no noun for words: none of it is a verb: `a detta di Talomar`."""
    if frame.sort != BY or not frame.who:
        return 0
    end = frame.who[0].start
    return 0 if any(s.low(i) in s.language.words for i in range(frame.at, end)) else end


def _is_hearsay(s: Sentence, frame: Frame, found: list[Frame]) -> bool:
    """Whether a passive without an agent only introduces another verb of saying: `is said to have told`."""
    return any(frame.end < other.at <= frame.end + 3 and s.low(frame.end) == "to" for other in found)


def _frame(s: Sentence, at: int, found: list[Frame]) -> Frame | None:
    language = s.language
    low = s.low(at)
    if low not in language.triggers and at not in s.starts:
        return None
    is_within = any(m.start < at < m.end and m.parties for m in s.mentions)  # `das Amt für Naturschutz`
    if not is_within and (end := phrase_at(s, at, language.according)):
        who = beginning(s, end)
        if who is not None:
            joined = along(s, who)
            return Frame(BY, at, at, joined[-1].end, owners(s, joined))
    if low in language.following and (named := followed(s, at)):
        return Frame(BY, at, named.start, at + 1, owners(s, (named,)))
    if (mention := s.starts.get(at)) and mention.sort in (DOCUMENT, PAPER):
        return _noun(s, mention)
    if at in s.starts and s.tokens[at].is_capital and at > 0:
        return None
    if any(m.start < at < m.end for m in s.mentions):
        return None
    if language.capital_nouns and s.tokens[at].is_capital and at > 0 and s.tokens[at - 1].is_word:
        return None  # a noun: `auf Fragen`
    if is_apart(s, at, "denies"):
        return _denial(s, at, at + 1)
    if end := phrase_at(s, at, language.denying):
        return _denial(s, at, end)
    if is_apart(s, at, "cites") and (cited := _cites(s, at, at + 1)):
        return cited
    if end := phrase_at(s, at, language.says) or (at + 1 if is_apart(s, at, "says") else 0):
        return _verb(s, at, end, found)
    if s.low(at - 1) in language.be and low in language.passive - language.cites and _is_passive(s, at):
        return _verb(s, at, at + 1, found)  # `s'est vu répondre`, an infinitive elsewhere
    if end := phrase_at(s, at, language.saying):
        return _participle(s, at, end, found)
    if low in language.passive and (_is_passive(s, at) or _is_loose(s, at)):
        return _verb(s, at, at + 1, found)
    if low in language.denies and language.infinitive and s.low(at - 1) in language.prepositions - language.infinitive:
        return None
    if low in language.denies and s.low(at - 1) not in language.articles and s.low(at - 1) not in language.owners:
        return _denial(s, at, at + 1)
    if low in language.cites and s.low(at - 1) not in language.articles:
        return _cites(s, at, at + 1) or Frame(CITES, at, at, at + 1, ())
    return None


def _denial(s: Sentence, at: int, end: int) -> Frame:
    subject = subjects.of(s, at, end)
    is_twice = subject.is_denied  # `nobody denies`
    return Frame(DENIES, at, subject.start, end, owners(s, subject.who), not is_twice)


def _verb(s: Sentence, at: int, end: int, found: list[Frame]) -> Frame | None:
    language = s.language
    low = s.low(at)
    if (before := s.ends.get(at)) is not None and before.is_owner and not is_double(s, before):
        return None  # `Talomar's plan`
    is_clitic = s.low(at - 1) in language.between and (at - 1 in s.ends or s.low(at - 2) in language.joining)
    if s.low(at - 1) in language.articles and s.low(at - 1) not in language.pronouns and not is_clitic:
        return None  # a noun: `the answer`
    if low in language.states and s.low(at - 2) in language.articles and at - 1 not in s.starts:
        return None  # a noun: `a neighbouring state`
    is_clear = language.owners.get(s.low(at - 1), "f") != "f" or s.low(at - 2) in language.that
    if is_clear and s.low(at - 1) in language.owners and s.low(at - 1) not in {*language.pronouns, *language.between}:
        return None  # a noun: `his list`
    if low in language.cites and (cited := _cites(s, at, end)):
        return cited
    if is_let(s, at) and (who := _agent(s, at, end)):
        return Frame(SAYS, at, at, end, owners(s, who))  # `musste sich von Talomar sagen lassen`
    is_participle = low in language.passive or s.low(end) in language.agents
    if is_participle and (_is_passive(s, at) or _is_loose(s, at)):
        who = _agent(s, at, end) or (subjects.source(s, at, end) if language.cases else ())
        return Frame(SAYS, at, who[0].start if who and who[0].start < at else at, end, owners(s, who))
    subject = subjects.of(s, at, end)
    who = subject.who
    is_doubtful = subject.is_doubtful
    if found and language.drops_pronouns and _is_object(s, who, found[-1], at):
        who = found[-1].who  # `Talomar traži ustavu i tvrdi`
    if not found and (told := left_to(s, at)):
        return Frame(SAYING, at, told.start, end, (told,))
    if subject.is_carried:
        earlier = next((f for f in reversed(found) if f.sort in (SAYS, CITES, SAYING) and f.who), None)
        if earlier is not None and _is_apart(s, earlier, at):
            earlier = None
        joined = s.low(subject.start - 1)
        if earlier is not None and joined == "," and _is_aside(s, earlier):
            who = subjects.clause(s, earlier.start)
            earlier = None
            joined = s.low(at) if who else joined
        if earlier is not None and (joined in language.conjunctions or joined in (",", "–") or not who):
            who = earlier.who
        elif language.drops_pronouns and not (
            who and (joined in language.conjunctions or joined == s.low(at) or _is_whole(s, who, at))
        ):
            who = (Mention(at, at, PRONOUN),)
        elif not who or all(m.end <= at and s.low(at - 1) in language.articles for m in who):
            return Frame(SAYS, at, subject.start, end, subjects.source(s, at, end), subject.is_denied, is_doubtful)
    if all(m.start == m.end or m.sort == VAGUE for m in who):
        who = subjects.source(s, at, end) or subjects.beyond(s, end) or who
    return Frame(SAYS, at, subject.start, end, owners(s, who), subject.is_denied, is_doubtful)


def _is_object(s: Sentence, who: tuple[Mention, ...], frame: Frame, at: int) -> bool:
    """Whether a noun phrase of nobody known between two verbs that are joined is what the first is about."""
    if not frame.who or len(who) != 1 or who[0].parties or who[0].sort != SOMEONE or who[0].end >= at:
        return False
    is_near = s.low(who[0].end) in s.language.conjunctions and frame.end <= who[0].start
    return is_near and all(s.tokens[i].is_word for i in range(frame.end, at))


def _is_apart(s: Sentence, frame: Frame, at: int) -> bool:
    """Whether an attribution is of another clause than a verb: `Talomar laughed when Okuvai spoke, and said`."""
    language = s.language
    if any(s.low(i) in language.contrast or s.low(i) == ";" for i in range(frame.end, at)):
        return True
    return frame.start > 1 and s.low(frame.start - 1) in language.openers - language.that


def _is_aside(s: Sentence, frame: Frame) -> bool:
    """Whether an attribution stands between two commas: `A neighbour, Talomar recalls, said`."""
    end = max([frame.end, *(m.end for m in frame.who)])
    return s.low(frame.start - 1) == "," and s.low(end) == ","


def _is_whole(s: Sentence, who: tuple[Mention, ...], at: int) -> bool:
    """Whether no mark parts a subject from a verb."""
    return all(m.end <= at for m in who) and all(s.tokens[i].is_word for i in range(who[-1].end, at))


def _is_passive(s: Sentence, at: int) -> bool:
    """Whether a form of `to be` belongs to a participle."""
    language = s.language
    for i in range(at - 1, max(-1, at - 12), -1):
        low = s.low(i)
        if low in language.be:
            return s.low(i - 1) not in language.reflexive
        if not s.tokens[i].is_word or (low not in language.between and low not in language.negations):
            if not language.verb_last or low in (";", ":") or low in language.says:
                return False
    return False


def _is_loose(s: Sentence, at: int) -> bool:
    """Whether a participle stands without `to be`, an agent behind it and the quotation: `Called “…” by X,`."""
    if s.low(at - 1) == THIS and s.low(at + 1) in s.language.agents:
        return True  # `Als „…“ verspottet von X,`
    here = at + 1 + (s.low(at + 1) in s.language.prepositions)
    here += here < len(s.tokens) and s.low(here) == "'"
    return here == s.here and s.low(here + 1) in s.language.agents


def _agent(s: Sentence, at: int, end: int) -> tuple[Mention, ...]:
    """Whoever does what a passive tells: behind `by`, up to the next sentence part; before the verb, where that is
    usual.
    """
    language = s.language
    stop = next((i for i in range(end, len(s.tokens)) if s.low(i) in (";", OTHER)), len(s.tokens))
    places = [*range(end, stop), *(range(at - 1, -1, -1) if language.verb_last else ())]
    for i in places if s.low(at - 1) not in ("", ",") else range(end, stop):
        if s.low(i) in language.agents and (who := beginning(s, i + 1)):
            if who.sort != PLACE and not (who.start == i + 1 and s.low(i + 1) in language.saying):
                return along(s, who)
    return ()


def _participle(s: Sentence, at: int, end: int, found: list[Frame]) -> Frame | None:
    """`saying`, `to say`: said by the nearest object where a preposition joins it to one, else by the subject."""
    language = s.language
    low = s.low(at)
    if low in language.cites and (cited := _cites(s, at, end)):
        return cited
    if s.low(at - 1) in language.articles:
        return None
    if s.low(end) in language.agents and not language.verb_last and s.low(end + 1) not in language.saying:
        agent = beginning(s, end + 1)
        if agent is not None and agent.parties and agent.sort != PLACE:
            return Frame(SAYS, at, at, end, along(s, agent))  # `s'est vu répondre par l'agence`
    before, denied, doubtful = subjects.before(s, at)
    joined = s.low(before)
    if joined in language.of or joined in language.that or joined == "as":
        object_ = s.ends.get(before)
        if object_ is not None and not object_.is_owner:
            earlier = next((f for f in reversed(found) if f.sort in (SAYS, CITES)), None)
            is_cited = object_.start > 0
            who = (object_,) if is_cited else subjects.clause(s, at)
            if earlier is not None and earlier.sort == CITES:
                who = earlier.who
            return Frame(SAYING, at, object_.start, end, owners(s, who), denied, doubtful)
        verb = s.low(before - 1)
        if verb in language.passive or verb in language.cites:
            subject = subjects.of(s, before - 1, before)
            return Frame(SAYING, at, subject.start, end, owners(s, subject.who), subject.is_denied, doubtful)
    direct = s.ends.get(before + 1)
    if direct is not None and joined not in language.prepositions:
        return Frame(SAYING, at, direct.start, end, owners(s, (direct,)), denied, doubtful)
    earlier = next((f for f in reversed(found) if f.sort in (SAYS, SAYING, DENIES) and f.who), None)
    who = earlier.who if earlier is not None and earlier.end <= at else subjects.clause(s, at)
    denied |= s.low(before) in language.negations or s.low(before) in language.denies
    return Frame(SAYING, at, at, end, owners(s, who), denied, doubtful)


def _cites(s: Sentence, at: int, end: int) -> Frame | None:
    """A verb of citing, and whom it cites: `quoted Talomar as saying`, `repeated Talomar's words`."""
    while s.low(end) in s.language.personal:
        end += 1
    cited = beginning(s, end)
    object_ = s.ends.get(at)
    if object_ is not None and object_.is_oblique and object_.parties and s.low(end) in s.language.papers:
        cited = object_  # `Talomarovu citira list`
    if cited is None or cited.sort in (PLACE,) or (cited.start not in s.starts and cited.sort != STRANGER):
        subject = subjects.of(s, at, end)
        is_passive = s.low(at - 1) in s.language.be or (s.language.verb_last and _is_passive(s, at))
        if is_passive and subject.who:
            return Frame(CITES, at, subject.start, end, owners(s, subject.who), subject.is_denied)
        return None
    start = subjects.of(s, at, end).start
    owned = owners(s, (cited,))
    if owned == (cited,) and cited.sort in (DOCUMENT, PAPER):
        return None
    return Frame(CITES, at, min(start, cited.start), max(end, cited.end), owned)


def _noun(s: Sentence, mention: Mention) -> Frame | None:
    """A noun for what somebody says, and its owner."""
    who = owners(s, (mention,))
    if not who or who == (mention,):
        return None
    return Frame(NOUN, mention.start, mention.start, mention.end, who)
