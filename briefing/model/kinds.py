"""The kinds of text that the fields of records hold, and the way through all of them.

A field of plain `str` holds our own words, which are held to every rule for these; nothing has to be listed for that.
Every other kind says beside its name why it is spared, and which rules. Imports nothing of ours.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from msgspec import Struct


class Kind(NamedTuple):
    """Why a field is no text of our own, and the codes of the rules that it is spared; None spares it all of them."""

    why: str
    spared: frozenset[str] | None = None


#: The rules on how we choose our words.
CHOICE = frozenset({"name-form", "loaded-word", "relative-time"})
OURS: frozenset[str] = frozenset()

Id = Annotated[str, Kind("made of a-z, 0-9 and hyphens only")]
Tag = Annotated[str, Kind("a language tag")]
Hash = Annotated[str, Kind("figures and letters that the generator counts")]
Address = Annotated[str, Kind("an address on the web, which has rules of its own")]
File = Annotated[str, Kind("the name of a file in `content/maps`")]
Listed = Annotated[str, Kind("must be one of a closed list of words, or the name of a speaker of an actor")]
Proved = Annotated[str, Kind("a source's own words, which are proved as a quotation")]
Term = Annotated[str, Kind("never shown; five words at most that quotation marks set apart elsewhere")]
Unshown = Annotated[str, Kind("shown to editors only, never on the site")]
Printed = Annotated[str, Kind("a name or title as others write it, not our choice of words", CHOICE)]
OnNames = Annotated[str, Kind("says which other forms a name has", frozenset({"name-form"}))]
#: The keys of a nested value that stand in the head as if they were the record's own.
HERE = Kind("its keys stand beside the record's own")


class Text(NamedTuple):
    """One text in a head: its key, with dots between nested ones, the text, what it cites, as far as its part of the
    head has a citation, and the codes of the rules that it is spared.
    """

    key: str
    text: str
    cite: tuple[Any, ...]
    spared: frozenset[str]


def texts(record: Struct) -> Iterator[Text]:
    """Every text of a record's head that can be read as ours, empty ones left out."""
    return _walk(record, "", getattr(record, "cite", ()))


def _walk(value: Struct, prefix: str, cite: tuple[Any, ...]) -> Iterator[Text]:
    for name, spared, here in plan(type(value)):
        held = getattr(value, name)
        if held:
            yield from _held(held, prefix if here else f"{prefix}{name}", spared, cite, here)


def _held(held: Any, key: str, spared: frozenset[str], cite: tuple[Any, ...], here: bool = False) -> Iterator[Text]:
    match held:
        case str():
            yield Text(key, held, cite, spared)
        case tuple():
            for index, item in enumerate(held):
                yield from _held(item, f"{key}.{index}", spared, cite)
        case Mapping():
            for name, item in held.items():
                yield from _held(item, f"{key}.{name}", spared, cite)
        case Struct():
            yield from _walk(held, key if here else f"{key}.", getattr(held, "cite", cite))
        case _:
            raise TypeError(f"{key} must be a text, or hold texts; it is {type(held).__name__}")


@functools.cache
def plan(kind: type[Struct]) -> tuple[tuple[str, frozenset[str], bool], ...]:
    """The fields of a kind that hold texts: name, rules spared, and whether their keys stand in the head itself."""
    found = []
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if name in kind.__struct_fields__:
            spared, here = _spared(hint)
            if spared is not None:
                found.append((name, spared, here))
    return tuple(found)


def _spared(hint: Any) -> tuple[frozenset[str] | None, bool]:
    """What a field of this type is spared; None where it holds no text at all. Raises TypeError for types unknown
    here, so that no new field can slip through.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        mark = next((one for one in hint.__metadata__ if isinstance(one, Kind)), None)
        if mark is HERE:
            return OURS, True
        return (mark.spared, False) if mark else _spared(arguments[0])
    if hint is str or (isinstance(hint, type) and issubclass(hint, Struct)):
        return OURS if hint is str or plan(hint) else None, False
    if origin in (Union, types.UnionType):
        return next((found for one in arguments if (found := _spared(one))[0] is not None), (None, False))
    if origin is tuple:
        return _spared(arguments[0])
    if origin is not None and issubclass(origin, Mapping):
        return _spared(arguments[1])
    if isinstance(hint, type) and issubclass(hint, (int, float, Enum, tuple, types.NoneType)):
        return None, False
    raise TypeError(f"{hint} must be a kind of field that `briefing.model.kinds` knows")
