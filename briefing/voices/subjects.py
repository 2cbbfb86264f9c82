"""Who is the subject of a verb of saying."""

from __future__ import annotations

from msgspec import Struct

from briefing.voices.mention import DOCUMENT, NOBODY, PRONOUN, ROLE, SOMEONE, SPOKES, VAGUE, Mention
from briefing.voices.names import BODY, PLACE
from briefing.voices.phrases import Sentence, along, beginning, ending, opens, together
from briefing.voices.tokens import OTHER, THIS

#: Mentions that a name beside them says the name of.
_ROLES = frozenset({ROLE, SOMEONE, SPOKES})


class Subject(Struct, frozen=True):
    """Those who speak, all of them; `start` is where the first of them or the verb stands.

    `is_denied`: a word of not belongs to the verb; `is_doubtful`: it is a guess, or the verb is not one of fact.
    `is_carried`: the subject is that of an earlier verb or of the whole clause.
    """

    who: tuple[Mention, ...] = ()
    start: int = 0
    is_denied: bool = False
    is_doubtful: bool = False
    is_carried: bool = False


def of(s: Sentence, verb: int, end: int) -> Subject:
    """The subject of a finite verb that stands from `verb` to `end`: before it, behind it, or that of the clause."""
    at, denied, doubtful = before(s, verb)
    language = s.language
    if s.low(at) in (OTHER, THIS) or (s.low(at) == "," and s.low(at - 1) in (OTHER, THIS)) or at < 0:
        who = () if at < 0 and s.low(end) in language.that else behind(s, end)
        if at < 0 and s.low(verb) not in language.passive and (not who or _is_object(s, who[-1])):
            return Subject((Mention(verb, verb, PRONOUN),), at + 1, denied, doubtful)  # `Rejects the offer as “…”`
        if who:
            return Subject(who, at + 1, denied, doubtful)
    if language.drops_pronouns and s.low(at) == "," and not behind(s, end):
        if s.low(end + (s.low(end) in language.between)) == ",":
            return Subject((), at + 1, denied, doubtful, True)  # `la flota, añadió, …`
    if s.low(at) == "," and (who := behind(s, end)) and _is_closed(s, who[-1].end):
        if not _is_apposition(s, at):
            return Subject(who, at + 1, denied, doubtful)
    if language.verb_last and s.low(at) in (OTHER, THIS) and s.low(at - 1) in language.relative and at - 2 in s.ends:
        return Subject((s.ends[at - 2],), at + 1, denied, doubtful)  # `Talomar, die „…“ sagte`
    who = _left(s, at)
    if language.inverts and who and (first := _before_object(s, who[0])):
        return Subject(first, min(at + 1, first[0].start), denied or _is_denied(s, first[0]), doubtful)
    if language.inverts and who and s.low(who[0].start - 1) in language.joining and (after := behind(s, end)):
        return Subject(after, at + 1, denied, doubtful)  # `wie Okuvai sagte auch Talomar`
    if who and not all(mention.is_oblique for mention in who):
        is_denied = denied or _is_denied(s, who[0])
        return Subject(who, min(at + 1, who[0].start), is_denied, doubtful)
    if language.inverts and (who := behind(s, end)):
        return Subject(who, at + 1, denied, doubtful)
    if s.low(at) in language.prepositions and not language.drops_pronouns:
        return Subject(clause(s, verb), verb, denied, True, True)
    return Subject(clause(s, verb), at + 1, denied, doubtful, True)


def _is_object(s: Sentence, mention: Mention) -> bool:
    """Whether a noun phrase of nobody known behind a verb goes on, so that it is no subject."""
    is_nobody = mention.sort in (SOMEONE, VAGUE) and not mention.parties
    return is_nobody and s.low(mention.end) not in (":", ",", "", ".")


def before(s: Sentence, verb: int) -> tuple[int, bool, bool]:
    """The place before what belongs to a verb, whether a word of not is there, and whether one of doubt."""
    language = s.language
    at, denied, doubtful = verb - 1, False, False
    if language.verb_last and any(s.low(verb + i) in language.negations for i in (1, 2)):
        denied = True
    while at >= 0 and s.tokens[at].is_word:
        token = s.tokens[at]
        if (at + 1) in s.ends and token.low not in language.between:
            break
        if token.low in language.negations:
            denied = True
        elif token.low in language.doubts:
            doubtful = True
        elif token.low not in language.between and token.low not in language.be:
            if not (language.adverb and token.low.endswith(language.adverb) and not token.is_capital):
                break
        at -= 1
    return at, denied, doubtful


def _left(s: Sentence, at: int) -> tuple[Mention, ...]:
    """The noun phrases that end at a place, or before a relative word or a comma there."""
    if at < 0:
        return ()
    language = s.language
    if s.low(at) in language.relative:
        at -= 1
        at -= s.low(at) == ","
        found = s.ends.get(at + 1) or ending(s, at)
        return (found,) if found else ()
    if s.low(at) == "," or s.low(at) == ")":
        return _apposition(s, at)
    found = ending(s, at)
    if found is not None and (outer := _with_clause(s, found)) is not None:
        return (outer,)
    if found is None or (found.sort == PLACE and s.low(found.start - 1) in language.prepositions):
        return ()
    return together(s, found)


def _before_object(s: Sentence, found: Mention) -> tuple[Mention, ...]:
    """The subject before an object that nobody is: `Talomar hat die neue Leitung verteidigt`."""
    if found.parties or found.sort not in (SOMEONE, DOCUMENT):
        return ()
    at = found.start
    while at > 0 and s.low(at - 1) in s.language.between:
        at -= 1
    if s.low(at - 1) == "," and s.low(at - 2) != OTHER:
        first = _apposition(s, at - 1)
        return first if first and s.low(first[-1].start - 1) == "," else ()
    subject = s.ends.get(at)
    if subject is None or not subject.parties or subject.is_oblique or subject.is_owner or not opens(s, subject.start):
        return ()
    return together(s, subject)


def _is_closed(s: Sentence, at: int) -> bool:
    """Whether an inverted verb and its subject end at a place, or behind an addressee there: `said X of Y to Z,`."""
    if at + 1 < len(s.tokens) and not s.tokens[at + 1].is_word:
        at += any(s.low(at) in particles for particles in s.language.apart["says"].values())
    while s.low(at) in s.language.prepositions and (other := beginning(s, at + 1)) is not None:
        at = other.end
    return s.low(at) in (",", "", ".", "–", ":")


def _is_apposition(s: Sentence, comma: int) -> bool:
    """Whether a name and what it is stand before a comma, in either order, a comma between them."""
    inner = ending(s, comma - 1)
    outer = s.ends.get(inner.start - 1) if inner is not None and s.low(inner.start - 1) == "," else None
    return inner is not None and outer is not None and (inner.sort in _ROLES) != (outer.sort in _ROLES)


def _apposition(s: Sentence, comma: int) -> tuple[Mention, ...]:
    """The subject before a comma: `Talomar, the minister,`; `The minister, Ines Talomar,`."""
    at = comma - 1
    for _ in range(4):
        found = ending(s, at)
        start = found.start if found else 0
        while start > 1 and s.low(start - 1) in s.language.between:
            start -= 1  # `Talomar, damals Ministerin,`
        outer = ending(s, start - 2) if found and s.low(start - 1) == "," else None
        if found is not None and (outer is None or found.sort not in _ROLES):
            if opens(s, found.start):
                return together(s, found)
        elif outer is not None and outer.sort != PRONOUN:
            return together(s, outer)
        while at >= 0 and s.tokens[at].is_word:
            at -= 1
        if s.low(at) != ",":
            return ()
        at -= 1
    return ()


def _with_clause(s: Sentence, found: Mention) -> Mention | None:
    """Whom a relative clause without commas belongs to, whose last noun phrase this is: `a man who knows Talomar`."""
    for at in range(found.start - 1, max(0, found.start - 6), -1):
        if not s.tokens[at].is_word:
            return None
        if s.low(at) in s.language.relative and at in s.ends and s.low(at) not in s.language.articles:
            return s.ends[at]
    return None


def _is_denied(s: Sentence, first: Mention) -> bool:
    """Whether nobody is the subject, or a word of not stands before it: `neither X nor Y said`, `not X said`."""
    at = first.start - 1
    if first.sort == NOBODY or s.low(at) in s.language.negations:
        return True
    if s.low(at) not in s.language.auxiliaries:
        return False
    while at > 0 and s.tokens[at - 1].is_word:  # `at no time did X say`, `nor did X say`
        at -= 1
        if s.low(at) in s.language.negations:
            return True
    return False


def behind(s: Sentence, at: int) -> tuple[Mention, ...]:
    """The subject that follows its verb: `said the minister, Ines Talomar`."""
    language = s.language
    while at < len(s.tokens) and s.tokens[at].is_word and at not in s.starts:
        low = s.low(at)
        if low not in language.between and not (language.adverb and low.endswith(language.adverb)):
            break
        at += 1
    found = beginning(s, at)
    if found is not None and found.sort == PRONOUN and language.pronouns.get(s.low(found.start)) == "n":
        found = s.starts.get(found.end, found)  # `so nennt es Talomar`
    if found is not None and found.is_oblique and (after := s.starts.get(found.end)) and after.parties:
        found = after  # an addressee between: `poručila je Okuvaiju Talomar`
    if found is None or found.is_oblique or found.is_owner:
        return ()
    return along(s, found)


def source(s: Sentence, verb: int, end: int) -> tuple[Mention, ...]:
    """A body whose people speak, in the clause of a verb that has no other subject: `aus dem Rathaus heißt es`."""
    language = s.language
    start = verb
    while start > 0 and s.low(start - 1) not in language.contrast and s.low(start - 1) not in (";", ":", OTHER, THIS):
        start -= 1
    for mention in s.mentions:
        is_near = start <= mention.start and (mention.end <= verb or mention.start == end + 1)
        if is_near and mention.sort in (BODY, SPOKES) and s.low(mention.start - 1) in language.sources:
            return (mention,)
    return ()


def beyond(s: Sentence, end: int) -> tuple[Mention, ...]:
    """The subject behind the quotation that a verb without one holds: `al gremio lo llamó “…” la delegada`."""
    if not s.language.drops_pronouns or not end <= s.here <= end + 2:
        return ()
    found = beginning(s, s.here + 1)
    if found is None or not found.parties or found.is_oblique or found.is_owner or s.low(found.end).isalnum():
        return ()
    return (found,)


def clause(s: Sentence, verb: int) -> tuple[Mention, ...]:
    """The subject of the clause in which a verb stands: its first noun phrase behind no preposition."""
    language = s.language
    start = verb
    stops = language.contrast | language.that
    if language.verb_last and s.low(verb - 1) == THIS:
        stops |= {","}  # the clause whose last word the verb is
    at = before(s, verb)[0]
    is_close = s.low(at) in language.conjunctions and s.low(at - 1) != ","
    while start > 0 and s.low(start - 1) not in stops and s.low(start - 1) not in (";", ":"):
        is_clause = s.low(start - 1) in language.openers - language.prepositions and start in s.starts
        if is_close and is_clause and s.starts[start].parties and any(s.low(i) == "," for i in range(start, at)):
            break  # `when Talomar got up, looked around and said`
        start -= 1
    part = next((i for i in range(start, 0, -1) if s.low(i - 1) in (";", ":")), 0)
    for first in dict.fromkeys((start, part, 0)):
        for mention in _first(s, first, verb):
            return together_from(s, mention, verb)
    if language.inverts:
        for mention in s.mentions:
            if mention.start > verb and mention.end <= max(s.here, verb + 1) and _may_be_subject(s, mention):
                return (mention,)
    return ()


def together_from(s: Sentence, mention: Mention, verb: int) -> tuple[Mention, ...]:
    """A subject and those that are joined to it before its verb."""
    joined = along(s, mention)
    return joined if all(other.end <= verb for other in joined) else (mention,)


def _first(s: Sentence, start: int, end: int) -> list[Mention]:
    found = [m for m in s.mentions if start <= m.start and m.end <= end and _may_be_subject(s, m)]
    return sorted(found, key=lambda m: (m.start, -m.end))


def _may_be_subject(s: Sentence, mention: Mention) -> bool:
    if mention.is_owner or mention.is_oblique or mention.sort == PLACE:
        return False
    if mention.sort in ("document", "paper") and not mention.parties:
        return False
    prepositions = s.language.prepositions - s.language.joining
    return s.low(mention.start - 1) not in prepositions and s.starts.get(mention.start) is mention
