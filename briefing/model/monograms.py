"""Letters for the tiles of actors, which nobody else in the dossier has. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise

from briefing.model.records import Actor

#: Words of a name with fewer letters, such as `of`, give none, unless they are capitals.
_LONG = 4


def monograms(actors: Iterable[Actor]) -> Mapping[str, str]:
    """The monogram of each actor, by id: its own, else one made from its name that no actor before it has, nor any by
    its own choice.
    """
    actors = list(actors)
    found = {actor.id: actor.monogram for actor in actors if actor.monogram}
    taken = {letters.casefold() for letters in found.values()}
    for actor in actors:
        if actor.id not in found:
            found[actor.id] = next(one for one in _made(actor.name) if one.casefold() not in taken)
            taken.add(found[actor.id].casefold())
    return found


def _made(name: str) -> Iterator[str]:
    """Monograms for a name, the best one first, without end."""
    words = [word for part in name.replace("-", " ").split() if (word := "".join(filter(str.isalpha, part)))]
    first, *others = [word for word in words if len(word) >= _LONG or word.isupper()] or words or [name or "?"]
    for behind in _behind(first, others):
        yield "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in first[:1] + behind)


def _behind(first: str, others: Sequence[str]) -> Iterator[str]:
    """What may stand behind the initial of the first word: an initial of others, two, any letter, two, a number."""
    rest = "".join(others) + first[1:]
    yield from [word[0] for word in others]
    yield from [one[0] + other[0] for one, other in pairwise(others)]
    yield from rest or ("",)
    yield from [rest[0] + letter for letter in rest[1:]]
    yield from map(str, count(2))
