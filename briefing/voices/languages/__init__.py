"""What the engine must know of a language: lists of words and phrases, in no particular order.

Words are compared without accents and case. In the lists, `_` joins the words of a phrase.
"""

from __future__ import annotations

import importlib
from functools import lru_cache

from msgspec import Struct

from briefing.voices.languages.offices import FORERUNNERS, SECONDS
from briefing.voices.languages.words import Words
from briefing.voices.tokens import Spelling, fold

Phrases = dict[str, tuple[tuple[str, ...], ...]]

#: Languages that have a module here, by the first part of their tags; some are written like another.
_MODULES = {
    "en": "en", "fr": "fr", "de": "de", "es": "es", "it": "it", "pt": "pt",
    "sr": "sr", "hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr",
}  # fmt: skip


class Language(Struct, frozen=True, eq=False, kw_only=True):
    """The words of one language, ready to be looked up; phrases by their first word, the longest first."""

    tag: str
    says: Phrases
    saying: Phrases
    according: Phrases
    passive: frozenset[str]
    cites: frozenset[str]
    denies: frozenset[str]
    #: Of these, phrases.
    denying: Phrases
    stances: frozenset[str]
    negations: frozenset[str]
    doubts: frozenset[str]
    conditions: frozenset[str]
    untrue: frozenset[str]
    objects: frozenset[str]
    lets: frozenset[str]
    falls: frozenset[str]
    inside: frozenset[str]
    be: frozenset[str]
    between: frozenset[str]
    auxiliaries: frozenset[str]
    agents: frozenset[str]
    sources: frozenset[str]
    authors: frozenset[str]
    acts: frozenset[str]
    words: frozenset[str]
    replies: frozenset[str]
    that: frozenset[str]
    relative: frozenset[str]
    conjunctions: frozenset[str]
    contrast: frozenset[str]
    openers: frozenset[str]
    of: frozenset[str]
    prepositions: frozenset[str]
    infinitive: frozenset[str]
    joining: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    oblique: frozenset[str]
    owners: dict[str, str]
    pronouns: dict[str, str]
    vague: frozenset[str]
    nobody: frozenset[str]
    titles: frozenset[str]
    deputies: frozenset[str]
    former: frozenset[str]
    #: Who stands in for the holder of an office, and who held it before.
    seconds: frozenset[str]
    forerunners: frozenset[str]
    spokes: frozenset[str]
    people: frozenset[str]
    reporters: frozenset[str]
    papers: frozenset[str]
    documents: frozenset[str]
    states: frozenset[str]
    neutral: frozenset[str]
    months: frozenset[str]
    when: frozenset[str]
    common: frozenset[str]
    #: Words by which a country may be named, for each adjective that is not akin to these.
    demonyms: dict[str, frozenset[str]]
    #: Each word of a group of like words to the first of the group.
    same: dict[str, str]
    cases: tuple[str, ...]
    genitive: tuple[str, ...]
    possessives: tuple[str, ...]
    feminine: tuple[str, ...]
    feminine_cases: tuple[str, ...]
    plural: tuple[str, ...]
    adjective: tuple[str, ...]
    adverb: tuple[str, ...]
    addressed: tuple[str, ...]
    following: frozenset[str]
    personal: frozenset[str]
    fleeting: bool
    natural_gender: bool
    spelling: Spelling
    reflexive: frozenset[str]
    drops_pronouns: bool
    elides: bool
    inverts: bool
    capital_nouns: bool
    verb_last: bool
    #: Verbs that mean it with a particle behind them, and these particles: of `says`, of `denies`, of `cites`.
    apart: dict[str, dict[str, frozenset[str]]]
    #: The word for a government.
    government: str
    #: First words of all that may give words to somebody.
    triggers: frozenset[str]
    #: Words that are part of no noun phrase.
    closed: frozenset[str]

    def parted(self, low: str) -> tuple[str, str]:
        """A word of two joined ones as these, where such are usual and the second is one for people or bodies."""
        return _parted(low, self) if self.verb_last else ("", low)

    def canon(self, low: str) -> str:
        """The word that stands for all like it."""
        if self.verb_last and low.endswith("in") and low[:-2] in self.people:
            low = low[:-2]  # `Ministerin`
        return self.same.get(low, low)


def _phrases(listed: str, elides: bool = False) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in dict.fromkeys(entry for entry in listed.split() if "+" not in entry):
        words = tuple(fold(word) for word in (entry.replace("'", "_") if elides else entry).split("_"))
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(phrases), key=len, reverse=True)) for first, phrases in found.items()}


def _set(listed: str) -> frozenset[str]:
    return frozenset(fold(word).replace("-", "") for word in listed.split() if not {"+", "_"} & set(word))


def _agreeing(participles: frozenset[str], endings: str) -> frozenset[str]:
    """Participles in all genders and numbers; an ending with a `-` stands in place of a last vowel."""
    found = set(participles)
    for ending in endings.split():
        stems = (word.rstrip("aeiou") for word in participles) if ending[0] == "-" else participles
        found |= {stem + ending.lstrip("-") for stem in stems}
    return frozenset(found)


def _apart(listed: str) -> dict[str, frozenset[str]]:
    """The verbs of a list with the particles that stand apart from them: `räumte+ein`."""
    found: dict[str, frozenset[str]] = {}
    for verb, plus, particle in (fold(entry).partition("+") for entry in listed.split()):
        if plus:
            found[verb] = found.get(verb, frozenset()) | {particle}
    return found


_SETS = """
passive cites denies stances negations doubts conditions untrue
objects be between auxiliaries agents sources authors acts words
replies that relative conjunctions contrast openers of prepositions joining infinitive following reflexive personal
articles indefinite oblique vague nobody titles deputies former spokes people reporters papers documents states
neutral months when common abbreviations lets falls inside
""".split()
_APART = "says denies cites".split()
_CLOSED = "negations doubts be between agents that relative conjunctions contrast of prepositions".split()


@lru_cache(maxsize=65536)
def _parted(low: str, language: Language) -> tuple[str, str]:
    known = language.people | language.states | language.spokes
    if low in known or any(low.endswith(e) and low[: len(low) - len(e)] in known for e in language.cases):
        return "", low
    for at in range(3, len(low) - 2):
        for ending in ("", *language.cases):
            if low.endswith(ending) and low[at : len(low) - len(ending)] in known:
                return low[:at], low[at:]
    return "", low


def _equal(listed: str) -> list[str]:
    return [fold(word) for word in listed.split("=")]


def _pairs(listed: str) -> dict[str, str]:
    return {fold(form): sort for form, _, sort in (entry.partition("=") for entry in listed.split())}


def build(tag: str, words: Words) -> Language:
    """The lists of a module, ready to be looked up."""
    sets = {name: _set(getattr(words, name)) for name in _SETS}
    sets["passive"] = _agreeing(sets["passive"], words.agreement)
    abbreviations, dated = sets.pop("abbreviations"), frozenset[str]()
    if words.ordinals:
        abbreviations |= {str(number) for number in range(1, 32)}
        dated = sets["months"] | sets["when"]
    same = {}
    for listed in words.same.split(","):
        group = [fold(word).replace("-", "") for word in listed.split()]
        same.update(dict.fromkeys(group, group[0]) if group else {})
    pronouns, owners = _pairs(words.pronouns), _pairs(words.owners)
    says, saying, according = (_phrases(listed, words.elides) for listed in (words.says, words.saying, words.according))
    denying = _phrases(" ".join(entry for entry in words.denies.split() if "_" in entry), words.elides)
    apart = {name: _apart(getattr(words, name)) for name in _APART}
    triggers = sets["denies"].union(*(sets[name] for name in ("passive", "cites", "following")), *apart.values())
    closed = frozenset().union(*(sets[name] for name in _CLOSED), pronouns, says, saying, sets["denies"])
    return Language(
        tag=tag,
        says=says,
        saying=saying,
        according=according,
        denying=denying,
        pronouns=pronouns,
        demonyms={parts[0]: frozenset(parts[1:]) for parts in map(_equal, words.demonyms.split())},
        owners=owners,
        same=same,
        seconds=_set(SECONDS.get(tag, "")),
        forerunners=_set(FORERUNNERS.get(tag, "")),
        genitive=tuple(words.genitive.split()),
        cases=tuple(words.cases.split()),
        possessives=tuple(words.possessives.split()),
        feminine=tuple(words.feminine.split()),
        feminine_cases=tuple(words.feminine_cases.split()),
        plural=tuple(words.plural.split()),
        adjective=tuple(fold(ending) for ending in words.adjective.split()),
        adverb=tuple(words.adverb.split()),
        addressed=tuple(words.addressed.split()),
        spelling=Spelling(words.elides, abbreviations, tuple(words.compounds.split()), dated),
        fleeting=words.fleeting,
        natural_gender=words.natural_gender,
        drops_pronouns=words.drops_pronouns,
        elides=words.elides,
        inverts=words.inverts,
        capital_nouns=words.capital_nouns,
        verb_last=words.verb_last,
        apart=apart,
        triggers=triggers.union(says, saying, according, denying),
        government=fold(words.states.split()[0]),
        closed=closed,
        **sets,
    )


def module_of(tag: str) -> str:
    """The name of our module for a language by its BCP 47 tag; empty where we have none."""
    return _MODULES.get(tag.replace("_", "-").split("-")[0].lower(), "")


@lru_cache(maxsize=64)
def of(tag: str) -> Language | None:
    """The words of a language by its BCP 47 tag, or None where we have no module for it."""
    name = module_of(tag)
    if not name:
        return None
    module = importlib.import_module(f"briefing.voices.languages.{name}")
    return build(name, module.WORDS)
