"""What of a record's published values is another now. Pure; `briefing.publication.values` says
what counts, `briefing.publication.history` what follows from it.

An actor that changes its mind is no fault of ours: a position that moves as it is into `earlier`, while a new one takes
its place, is an update, which needs no note.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from briefing.model.records import Position, Record
from briefing.model.relations import sayings
from briefing.publication.manifest import REPEAT, UPDATE, Difference, PublishedRecord
from briefing.publication.values import Value, values

#: Two items of a list are one before and after a correction if they are at least so much alike (0 to 1).
_ALIKE = 0.5
#: The values of one stated position, the most telling first.
_SAID = ("as_of", "stance", "quote", "speaker", "basis")


def differences(record: Record, old: PublishedRecord, actors: Mapping[str, str]) -> Iterator[Difference]:
    """What of a published record's values is another now, or gone.

    `actors` are the ids of actors now by those that they had before.
    """
    now, before, elsewhere = values(record), old.values, set[str]()
    if isinstance(record, Position):
        yield from _positions(_said(now), _said(before))
        elsewhere = {" ".join(said.quote.split()) for _, said in sayings(record)}
        before = {key: value for key, value in before.items() if _place(key) is None}
        via = str(before.get("via", ""))
        if via in actors and via not in actors.values() and now.get("via") != via:  # else it is told as unknown
            before["via"] = actors[via]
    for key, value in before.items():
        after = now.get(key, "")
        if isinstance(value, list):
            yield from _of_list(key, value, after, elsewhere)
        elif after != value:
            yield Difference(key, value, after if isinstance(after, str) else ", ".join(after))


def _of_list(key: str, before: list[str], after: Value, elsewhere: set[str]) -> Iterator[Difference]:
    """Items of a list that are gone, each with the new one that took its place, if one is like it."""
    now = [after] if isinstance(after, str) else after
    fresh = [item for item in now if item not in before]
    for gone in (item for item in before if item not in now):
        if key == "quotations" and gone in elsewhere:
            continue
        near = difflib.get_close_matches(gone, fresh, n=1, cutoff=_ALIKE)
        fresh = [item for item in fresh if item not in near]
        yield Difference(key, gone, near[0] if near else "")


def _place(key: str) -> str | None:
    """Which position of a record a key is of: empty for the present one, `earlier.0.`; None when it is of none."""
    prefix, dot, name = key.rpartition(".")
    return prefix + dot if name in _SAID and (not prefix or prefix.startswith("earlier.")) else None


def _said(values: Mapping[str, Value]) -> dict[str, dict[str, str]]:
    """The values of each position of a record, by the beginning of its keys, the present one first."""
    said: dict[str, dict[str, str]] = {"": {}}
    for key, value in values.items():
        if (place := _place(key)) is not None and isinstance(value, str):
            said.setdefault(place, {})[key.removeprefix(place)] = value
    return said


def _positions(now: dict[str, dict[str, str]], before: dict[str, dict[str, str]]) -> Iterator[Difference]:
    """What became of each published position: wherever it stands now, it is compared with what it was."""
    pairs = _pairs(now, before)
    for place, old in before.items():
        if place not in pairs:
            yield Difference(f"{place}stance", old.get("stance", ""), "")
            continue
        new = now[pairs[place]]
        for key in _SAID:
            if key in old and new.get(key, "") != old[key]:
                yield Difference(f"{pairs[place]}{key}", old[key], new.get(key, ""))
    if pairs.get("") and "" not in pairs.values():
        old, new = before[""], now[""]
        key, name = (UPDATE, "stance") if old["stance"] != new["stance"] else (REPEAT, "as_of")
        yield Difference(key, old[name], new[name])
    elif pairs.get(""):
        yield Difference("stance", before[""]["stance"], now[""]["stance"])  # an earlier one became the present one


def _pairs(now: dict[str, dict[str, str]], before: dict[str, dict[str, str]]) -> dict[str, str]:
    """Where each published position stands now, by where it stood: the same one, else one of the same day, else the
    present one for the present one, else one that is left.
    """
    pairs: dict[str, str] = {}
    ways = (
        lambda place, new: before[place] == now[new],
        lambda place, new: all(before[place].get(key) == now[new].get(key) for key in ("as_of", "stance")),
        lambda place, new: before[place].get("as_of") == now[new].get("as_of"),
        lambda place, new: place == new == "",
        lambda place, new: bool(place and new),
    )
    for fits in ways:
        for place in before:
            free = (new for new in now if new not in pairs.values())
            if place not in pairs and (same := next((new for new in free if fits(place, new)), None)) is not None:
                pairs[place] = same
    return pairs
