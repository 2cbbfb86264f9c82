"""Made-up words, names and sentences for the benchmark's corpus. Imports nothing of ours; every choice is the caller's
Random.

Our own prose and the sources draw on different nouns and verbs, so that no run of a source's words stands in our prose
by chance. Names that go into the register have seven letters or more, all others at most five, so that none looks like
a misspelling of another.
"""

from __future__ import annotations

from random import Random

OWN_NOUNS = (
    "agreement answer archive attempt autumn balance barrier basin bridge budget canal census chapel channel charter "
    "claim clause clinic closure coast colony column comment concern contract copy cost course crop customs dam day "
    "deadline decision delay depot desk detail detour dike document draft duty effect effort estimate event exchange "
    "export fact farm fee ferry field figure file fine fleet flood forecast form freight gap gate grain group guard "
    "guide harbour harvest hearing heat highway house idea import index inquiry island issue item job journey key "
    "lake lane law lease letter level licence limit line list load lock map margin market meeting member memo mill "
    "mine"
).split()
OWN_VERBS = (
    "accepts allows answers applies asks avoids blocks brings builds carries checks closes collects compares covers "
    "crosses cuts defends delays denies divides enters explains extends fills follows gains gives helps holds joins "
    "keeps leads leaves limits lists loses makes marks measures meets moves names needs opens orders passes pays "
    "plans proves"
).split()
OWN_ADJECTIVES = (
    "annual broad central common costly distant early eastern empty equal exact familiar final fixed formal former "
    "full general joint large late legal light local main major minor modern narrow near northern official old open "
    "ordinary"
).split()
SOURCE_NOUNS = (
    "neighbour notice number officer orchard outpost package panel parcel park party path patrol people permit pier "
    "pilot pipeline plain plan plant plate pledge point police pond port post power price prize proof queue quota "
    "radio rail rain range rate reason record reply report reserve resident result rice ridge river road roof room "
    "route rule sail salt school sea seat series service session shed ship shop shore side sign site slope snow soil "
    "spring square staff stage station step stock stone store storm street summer supply surface survey system table "
    "talk tariff task team"
).split()
SOURCE_VERBS = (
    "promised pulled pushed raised reached refused removed repeated replaced required returned ruled sent served "
    "settled shared showed shut signed slowed sold spent split spread started stayed stopped stored struck studied "
    "supported took taught tested thanked threw touched traded trusted turned used visited voted waited walked wanted "
    "warned watched won"
).split()
SOURCE_ADJECTIVES = (
    "patient plain private public quiet rapid rare real recent regional remote rough rural second secret separate "
    "serious severe sharp short silent simple single slow small smooth social solid southern special stable steady "
    "steep strict"
).split()
PREPOSITIONS = (
    "across after against along among before behind beside between near over through towards under without".split()
)
MONTHS = "January February March April May June July August September October November December".split()
DESCRIPTORS = "Ford Mill Bridge Gate Ridge Well Bend Lock".split()

_OWN = (
    "The {0} {1} {2} the {3} {6} the {4}",
    "This {0} {1} {2} that {3} {6} the {5} {4}",
    "One {1} {2} the {0} {3}, and another {4} stays {6} it",
    "No {1} {2} the {3} as long as the {0} {4} is {5}",
    "Each {0} {3} {2} its {1} {6} some {4}",
    "Whether the {1} {2} the {3} is left to the {5} {4}",
)
_SOURCE = (
    "They {2} every {0} {1} {6} some {3} that {5} people had {7}",
    "This {1} {2} his {3}, while her {4} {7} our {0} {3}",
    "Two or three {5} men {2} that {1} {6} their {0} {4}",
    "He {2} my {3} {6} this {0} {1} until it {7} most of it",
    "Such {0} talk {2} all of us, she added, {6} that {5} {4}",
)
_QUOTES = (
    "we {2} this {0} {1} and nobody {3} our {4}",
    "that {1} {2} us {5} every {4}",
    "my {0} {1} {2} what your {4} {3}",
    "they {2} the {1} before any {0} {4} {3} them",
)
_SYLLABLES = "ba be da do fe ga go ha jo ka ke la le ma mo na ne pa po ra re sa so ta to va ve za zo".split()
_STARTS = "Bra Dre Fal Gor Hal Jor Kel Lom Mar Nor Ost Pre Quo Ras Sel Tal Ulm Var Wel Zor".split()
_MIDDLES = "bev dak dorv gel hund kosz lind mezv nar pilg rud stav tulg vend zamb".split()
_ENDS = "ajka ebro ibel ocza ugne".split()


def pick(random: Random, words: list[str] | tuple[str, ...]) -> str:
    """One of the words; cheaper than `Random.choice`."""
    return words[int(random.random() * len(words))]


def own_sentence(random: Random) -> str:
    """A sentence of our own, without its full stop."""
    return _fill(random, _OWN, OWN_ADJECTIVES, OWN_NOUNS, OWN_VERBS)


def source_sentence(random: Random) -> str:
    """A sentence of a source, without its full stop."""
    return _fill(random, _SOURCE, SOURCE_ADJECTIVES, SOURCE_NOUNS, SOURCE_VERBS)


def spoken(random: Random) -> str:
    """Words that somebody says in a source: five to nine of them."""
    adjective, noun, verb, past, other = (
        pick(random, words) for words in (SOURCE_ADJECTIVES, SOURCE_NOUNS, SOURCE_VERBS, SOURCE_VERBS, SOURCE_NOUNS)
    )
    return pick(random, _QUOTES).format(adjective, noun, verb, past, other, pick(random, PREPOSITIONS))


def _fill(random: Random, patterns: tuple[str, ...], adjectives: list[str], nouns: list[str], verbs: list[str]) -> str:
    return pick(random, patterns).format(
        pick(random, adjectives),
        pick(random, nouns),
        pick(random, verbs),
        pick(random, nouns),
        pick(random, nouns),
        pick(random, adjectives),
        pick(random, PREPOSITIONS),
        pick(random, verbs),
    )


def registered(number: int) -> str:
    """The long name with this number; there are 1,500 different ones."""
    number = number * 217 % (len(_STARTS) * len(_MIDDLES) * len(_ENDS))
    number, start = divmod(number, len(_STARTS))
    end, middle = divmod(number, len(_MIDDLES))
    return _STARTS[start] + _MIDDLES[middle] + _ENDS[end]


def short_name(number: int) -> str:
    """The short name with this number, at most five letters; there are 14,336 different ones."""
    size, closing = len(_SYLLABLES), "bdfgklmnprstvz"
    number, last = divmod(number * 617 % (size * size * len(closing)), len(closing))
    return (_SYLLABLES[number % size] + _SYLLABLES[number // size] + closing[last]).capitalize()


def place_name(number: int) -> str:
    """The name of a place that is not in the register."""
    return f"{short_name(number // len(DESCRIPTORS))} {DESCRIPTORS[number % len(DESCRIPTORS)]}"
