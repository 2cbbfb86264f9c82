"""An index of a cast's names and roles by their words, in the forms that the language of the prose gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from briefing.model.once import once
from briefing.voices.cast import Cast, Held, Party
from briefing.voices.languages import Language
from briefing.voices.languages import of as language_of
from briefing.voices.tokens import Spelling, fold, tokens

#: Kinds of names: a full name, part of one, a body's, a place's or the like.
FULL, PART, BODY, PLACE, FREE = "full", "part", "body", "place", "free"
_VOWELS = "aeiou"
_PARTICLES = frozenset("van von der den de di da del della du la le ten ter zu al el bin ibn dos y".split())
_NO_TITLE = frozenset("speaks runs lives works was is".split())


class Name(Struct, frozen=True, gc=False):
    """A name by its words: whose it is (the number of a party, -1 for none), and of which kind.

    `is_capital`: only with capital letters is it the name, `is_upper`: only with no others.
    """

    words: tuple[str, ...]
    party: int
    sort: str
    is_capital: bool = True
    is_upper: bool = False


class Title(Struct, frozen=True, gc=False):
    """A role or the name of a body by its words: the words of its core without the last, the head, all the others."""

    head: str
    core: frozenset[str]
    all: frozenset[str]
    party: int
    is_body: bool
    held: Held | None = None


class Names(Struct, frozen=True, eq=False):
    """The index: forms of words to these and their case, names by their first word, roles by their heads; all words of
    roles; the words of the names of the bodies that each party is or speaks for, and the given names of each.
    """

    language: Language | None
    forms: dict[str, tuple[tuple[str, str], ...]]
    names: dict[str, tuple[Name, ...]]
    titles: dict[str, tuple[Title, ...]]
    heads: dict[str, tuple[str, str]]
    words: frozenset[str]
    bodies: dict[int, frozenset[str]]
    givens: dict[int, frozenset[str]]


@once
def index(cast: Cast) -> Names:
    """The index of a cast, made once; that of a source's adds what is the source's to that of the dossier's."""
    language = language_of(cast.language)
    base = index(cast.base) if cast.base is not None else Names(language, {}, {}, {}, {}, frozenset(), {}, {})
    first = len(base.givens)
    added = cast.parties[first:]
    names: dict[str, list[Name]] = defaultdict(list)
    titles: dict[str, list[Title]] = defaultdict(list)
    givens = dict(base.givens)
    bodily = _bodily(cast, language) if any(party.actors for party in added) else frozenset()
    for number, party in enumerate(added, first):
        found, held, given = _of_party(party, language)
        if not party.is_body:  # a voice without a name that goes by that of its body
            found = [name for name in found if not any((name[0], id) in bodily for id in party.actors)]
        givens[number] = given
        short = {acronym for name in party.names for acronym in acronyms(name)}
        for name in found:
            upper = name[1] == BODY and name[0] in {(fold(n),) for n in party.names if n.isupper()} | short
            names[name[0][0]].append(Name(name[0], number, name[1], name[2], upper))
        for title in held:
            titles[title[0]].append(Title(title[0], title[1], title[2], number, title[3], title[4]))
    for place in () if cast.base is not None else sorted(cast.elsewhere):
        if words := split(place, language):
            names[words[0]].append(Name(words, -1, PLACE))
    forms = dict(base.forms)
    for word in dict.fromkeys(word for entries in names.values() for known in entries for word in known.words):
        for form, case in inflected(word, language):
            known_forms = forms.get(form, ())
            if (word, case) not in known_forms:
                forms[form] = (*known_forms, (word, case))
    all_names = dict(base.names)
    for word, entries in names.items():
        every = {*entries, *base.names.get(word, ())}
        all_names[word] = tuple(sorted(every, key=lambda n: (-len(n.words), n.party)))
    all_titles = base.titles | {head: (*base.titles.get(head, ()), *entries) for head, entries in titles.items()}
    named = _bodies_words(cast, language) if any(party.actors for party in added) else []
    bodies = {
        number: frozenset().union(*(words for actors, words in named if actors & party.actors))
        for number, party in enumerate(added, first)
    }
    return Names(
        language,
        forms,
        all_names,
        all_titles,
        _heads(added, titles, all_titles.keys(), base.heads, language),
        base.words.union(*(title.all | {title.head} for entries in titles.values() for title in entries)),
        base.bodies | bodies,
        givens,
    )


def _bodily(cast: Cast, language: Language | None) -> frozenset[tuple[tuple[str, ...], str]]:
    """The names of bodies, each with the id of an actor that bears it."""
    return frozenset((split(n, language), id) for p in cast.parties if p.is_body for n in p.names for id in p.actors)


def _bodies_words(cast: Cast, language: Language | None) -> list[tuple[frozenset[str], set[str]]]:
    """The ids of the actors that each body is, and the words of its names."""
    return [(p.actors, {w for name in p.names for w in split(name, language)}) for p in cast.parties if p.is_body]


def _is_adjective(word: str, language: Language) -> bool:
    """Whether a word of a name is an adjective by its ending: `Evropska unija`."""
    return word in language.neutral or bool(language.adjective and word.endswith(language.adjective))


def _heads(
    parties: Sequence[Party],
    new: Iterable[str],
    known: Collection[str],
    base: Mapping[str, tuple[str, str]],
    language: Language | None,
) -> dict[str, tuple[str, str]]:
    """The forms of the heads of roles and bodies, to these and their case; `new` are those of the parties."""
    texts = [(p.is_body, t) for p in parties for t in (*p.names, *(held.role for held in p.roles))]
    words: set[str] = set()
    for is_body, text in texts:
        made = title(text, language, is_body)
        if made is not None and language is not None:
            raw = split(text, language)
            words |= {word for word in raw if language.canon(language.parted(word)[1]) == made[0]}
    heads = dict(base)
    for word in sorted({*words, *new}):
        word = language.parted(word)[1] if language is not None else word
        canon = language.canon(word) if language is not None else word
        if canon in known:
            for form, case in inflected(word, language):
                if not case or form not in heads:
                    heads[form] = canon, case
    return heads


@lru_cache(maxsize=4096)
def split(text: str, language: Language | None) -> tuple[str, ...]:
    """The words of a name, folded, without an article before it and what stands in brackets."""
    found = tokens(text.split("(")[0], language.spelling if language is not None else Spelling())
    words = [token.low for token in found if token.is_word]
    while len(words) > 1 and language and words[0] in language.articles:
        del words[0]
    return tuple(words)


@lru_cache(maxsize=65536)
def inflected(word: str, language: Language | None) -> tuple[tuple[str, str], ...]:
    """The forms of a word of a name: as it is, in other cases (`oblique`), possessive (`owner`)."""
    found = {word: ""}
    if language is not None and len(word) > 2:
        stems = [("", word), ("-", word[:-1] if word[-1] in _VOWELS else "")]
        if language.fleeting and word[-2] == "a" and word[-1] not in _VOWELS:
            stems.append(("", word[:-2] + word[-1]))
        for endings, case in ((language.possessives, "owner"), (language.cases, "oblique")):
            for ending in endings:
                for kind, stem in stems:
                    if stem and kind == ("-" if ending[0] == "-" else ""):
                        found.setdefault(stem + ending.lstrip("-"), case)
    return tuple(found.items())


_Found = tuple[
    list[tuple[tuple[str, ...], str, bool]],
    list[tuple[str, frozenset[str], frozenset[str], bool, Held | None]],
    frozenset[str],
]


@lru_cache(maxsize=4096)
def _of_party(party: Party, language: Language | None) -> _Found:
    """What a party is called: names as (words, kind, only with capitals), titles, given names."""
    names: list[tuple[tuple[str, ...], str, bool]] = []
    titles: list[tuple[str, frozenset[str], frozenset[str], bool, Held | None]] = []
    givens: set[str] = set()
    for name in party.names:
        words = split(name, language)
        if not words:
            continue
        is_capital = name[:1].isupper() and name.lower() != name
        is_author = party.is_reporter and name == party.names[0]
        if (party.is_body and not party.is_person) or (party.is_reporter and not is_author):
            names.append((words, BODY, len(words) == 1 and name != name.lower()))
            titles.extend(body_titles(name, words, language))
            if party.is_state and language is not None and language.government not in words:
                titles.append((language.canon(language.government), frozenset(), frozenset(words), True, None))
            names.extend((acronym, BODY, True) for acronym in acronyms(name))
            if party.is_reporter and len(words) > 1 and name.split()[0].isupper():
                names.append((words[:1], BODY, True))
        elif party.is_free or not _is_personal(name, language):
            names.append((words, FREE, False))
            titles.extend((*made, False, None) for made in [title(name, language)] if made)
        else:
            names.append((words, FULL, is_capital))
            names.extend((part, PART, True) for part in _parts(words))
            givens.add(words[0])
    for held in party.roles:
        if made := title(held.role, language):
            titles.append((*made, False, held))
    return names, titles, frozenset(givens)


def _is_personal(name: str, language: Language | None) -> bool:
    """Whether a speaker's name is a person's, and no description such as `The driver at Jarinje`."""
    parts = [part for part in name.split() if part[0].isalpha()]
    low = [fold(part) for part in parts]
    people = language.people | language.spokes if language else frozenset()
    starts = bool(parts) and parts[0][0].isupper() and not (language and low[0] in language.articles)
    return starts and not any(word in people for word in low[-1:] if parts[-1][0].islower())


def _parts(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Shorter forms of a person's name: surname with and without particles, given name, no middle ones."""
    if len(words) == 1:
        return []
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    parts = [words[start:], words[-1:], words[:1], (words[0], *words[start:])]
    if len(words) > 2 and start == len(words) - 1:
        parts += [words[-2:], (words[0], words[-2])]
    return [part for part in dict.fromkeys(parts) if part != words]


def acronyms(name: str) -> list[tuple[str, ...]]:
    """The initials of a name of two words and more."""
    parts = name.split()
    letters = "".join(part[0] for part in parts if part[0].isupper())
    return [(fold(letters),)] if len(letters) >= 3 or (len(letters) == 2 == len(parts)) else []


def body_titles(
    name: str, words: tuple[str, ...], language: Language | None
) -> list[tuple[str, frozenset[str], frozenset[str], bool, Held | None]]:
    """The head of a body's name, with the words around it: `council` of `Telissa Island Council`."""
    if language is None or (len(words) < 2 and not language.parted(words[0])[0]):
        return []
    made = title(name, language, is_body=True)
    return [(*made, True, None)] if made else []


@lru_cache(maxsize=4096)
def title(
    text: str, language: Language | None, is_body: bool = False
) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """Head, core and all words of a role: `Deputy chair of the council` -> chair, {deputy}, {deputy, council}."""
    words = split(text.split(",")[0].split(";")[0], language)
    if not words or words[0] in _NO_TITLE:
        return None
    if language is None:
        return words[-1], frozenset(words[:-1]), frozenset(words)
    canon = [language.canon(word) for word in words]
    ends = language.prepositions | language.relative | language.articles
    stop = next((i for i, w in enumerate(words) if i and w in ends), len(words))
    head = stop - 1
    if language.elides or language.drops_pronouns:  # nouns stand before what qualifies them: `ministre délégué`
        known = language.states if is_body else language.people | language.spokes | language.states
        noun = next((i for i in range(stop) if not _is_adjective(words[i], language)), 0)
        head = next((i for i in range(stop) if words[i] in known), noun)
    prefix, last = language.parted(words[head])
    canon[head] = language.canon(last)
    if prefix:
        canon.append(prefix)
    around = {word for i, word in enumerate(canon[:stop]) if i != head} | ({prefix} if prefix else set())
    return canon[head], frozenset(around), frozenset(canon) - {canon[head]} - language.prepositions - language.articles
