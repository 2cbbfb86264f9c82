"""No silent edits: what of a record's published values is another now, and whether a note tells of it. Pure;
`briefing.publication.values` says what counts.

An actor that changes its mind is no fault of ours: a position that moves as it is into `earlier`, while a new one takes
its place, is an update, which needs no note.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefing.model.problems import Problem
from briefing.model.prose import Mark
from briefing.model.records import Change, Corpus, Position, Record
from briefing.model.relations import name, records, sayings
from briefing.model.statements import quotations
from briefing.publication.former import former_actors, olds_of, vanished
from briefing.publication.manifest import REPEAT, UPDATE, Difference, Manifest, PublishedRecord
from briefing.publication.values import AGAINST, QUOTATIONS, VERSIONS, Value, values

#: Two texts are one before and after a correction if they are at least so much alike (0 to 1).
_ALIKE = 0.5
#: The values of one stated position, the most telling first.
_SAID = (
    *("as_of", "stance", "quote", "speaker", "basis", "translation", "translated_by"),
    *("with", "confidence", "later"),
)
#: Whose a published voice is, and who tells it: `¶3: telissa-council, as … tells it`.
_WHOSE = re.compile(r"(: |, as )([a-z0-9-]+)(?=,|$| tells it)")
#: Who denied a statement, or did else: `denied, 2022-11-05, telissa-council: …`.
_BY = re.compile(r"^([a-z]+, [^,:]+, )([a-z0-9-]+)(?=:|$)")
_MOVE = "If the actor changed its mind, move what was published, as it was, under `earlier`; else undo"
_ANOTHER = "an entry of `date`, `what` and `why` under `changes`, besides those that are there."
_FIRST = "to the head: `changes:` with an entry of `date`, `what` and `why`."


def noted(change: Change) -> str:
    """A note on a change as it is kept."""
    return f"{change.date} {change.what} {change.why}"


def beside(corpus: Corpus, before: Manifest) -> Iterator[tuple[Record, list[PublishedRecord], list[Change]]]:
    """Each record, what was published of it, also under other names, and its notes that were not published yet."""
    all_olds = olds_of(corpus, before.records)
    for record in records(corpus):
        olds = all_olds[name(record)]
        known = {note for old in olds for note in old.notes}
        yield record, olds, [change for change in record.changes if noted(change) not in known]


def differences(record: Record, old: PublishedRecord, actors: Mapping[str, str]) -> Iterator[Difference]:
    """What of a published record's values is another now, or gone.

    `actors` are the ids of actors now by those that they had before.
    """
    now, before, elsewhere = values(record), old.values, set[str]()
    if isinstance(record, Position):
        yield from _positions(_said(now), _said(before, actors))
        elsewhere = {" ".join(said.quote.split()) for _, said in sayings(record)}
        before = {key: value for key, value in before.items() if _place(key) is None}
        via = str(before.get("via", ""))
        if via in actors and via not in actors.values() and now.get("via") != via:  # else it is told as unknown
            before["via"] = actors[via]
    for key, value in before.items():
        after = now.get(key, "")
        if key == "voices" and isinstance(value, list):
            value = [_of_actors_now(voice, actors) for voice in value]
            after = [_of_actors_now(voice, actors) for voice in after]
        if key == "later" and isinstance(value, list):
            value = [_by_actors_now(turn, actors) for turn in value]
        if isinstance(value, list) or isinstance(after, list):  # of what can be one or several, one more is no change
            yield from _of_list(key, [value] if isinstance(value, str) else value, after, elsewhere)
        elif after != value:
            yield Difference(key, value, after)


def _of_actors_now(voice: str, actors: Mapping[str, str]) -> str:
    """A published voice with the ids that actors have now."""
    gone = actors.keys() - set(actors.values())
    return _WHOSE.sub(lambda match: match[1] + (actors[match[2]] if match[2] in gone else match[2]), voice)


def _by_actors_now(turn: str, actors: Mapping[str, str]) -> str:
    """What became of a statement, published, with the id that the actor has now."""
    gone = actors.keys() - set(actors.values())
    return _BY.sub(lambda match: match[1] + (actors[match[2]] if match[2] in gone else match[2]), turn)


def _of_list(key: str, before: list[str], after: Value, elsewhere: set[str]) -> Iterator[Difference]:
    """Items of a list that are gone, each with the new one that took its place, if one is like it."""
    now = [after] if isinstance(after, str) else after
    fresh = [item for item in now if item not in before]
    for gone in (item for item in before if item not in now):
        if key == "quotations" and gone in elsewhere:
            continue
        there = [item for item in fresh if key == "voices" and item.split(": ")[0] == gone.split(": ")[0]]
        near = difflib.get_close_matches(gone, there or fresh, n=1, cutoff=0 if there else _ALIKE)
        fresh = [item for item in fresh if item not in near]
        yield Difference(key, gone, near[0] if near else "")


def _place(key: str) -> str | None:
    """Which position of a record a key is of: empty for the present one, `earlier.0.`; None when it is of none."""
    prefix, dot, name = key.rpartition(".")
    return prefix + dot if name in _SAID and (not prefix or prefix.startswith("earlier.")) else None


def _said(values: Mapping[str, Value], actors: Mapping[str, str] = MappingProxyType({})) -> dict[str, dict[str, Value]]:
    """The values of each position of a record, by the beginning of its keys, the present one first; other actors under
    the ids that they have now.
    """
    said: dict[str, dict[str, Value]] = {"": {}}
    for key, value in values.items():
        if (place := _place(key)) is not None:
            name = key.removeprefix(place)
            if name == "with":
                value = sorted(actors.get(id, id) for id in value)
            elif name == "later":
                value = [_by_actors_now(turn, actors) for turn in value]
            said.setdefault(place, {})[name] = value
    return said


def _positions(now: dict[str, dict[str, Value]], before: dict[str, dict[str, Value]]) -> Iterator[Difference]:
    """What became of each published position: wherever it stands now, it is compared with what it was."""
    pairs = _pairs(now, before)
    for place, old in before.items():
        if place not in pairs:
            yield Difference(f"{place}stance", _one(old, "stance"), "")
            continue
        new = now[pairs[place]]
        for key in _SAID:
            was = old.get(key, "")
            if isinstance(was, list):
                yield from _of_list(f"{pairs[place]}{key}", was, new.get(key, []), set())
            elif was and _one(new, key) != was:
                yield Difference(f"{pairs[place]}{key}", was, _one(new, key))
    if pairs.get("") and "" not in pairs.values():
        old, new = before[""], now[""]
        key, name = (UPDATE, "stance") if old["stance"] != new["stance"] else (REPEAT, "as_of")
        yield Difference(key, _one(old, name), _one(new, name))
    elif pairs.get(""):
        was, is_now = _one(before[""], "stance"), _one(now[""], "stance")
        yield Difference("stance", was, is_now)  # an earlier one became the present one


def _one(said: Mapping[str, Value], key: str) -> str:
    """A value that is no list; empty where there is none."""
    value = said.get(key, "")
    return value if isinstance(value, str) else ", ".join(value)


def _pairs(now: dict[str, dict[str, Value]], before: dict[str, dict[str, Value]]) -> dict[str, str]:
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


def compare(corpus: Corpus, before: Manifest, whole: bool, drafts: frozenset[str]) -> Iterator[Problem]:
    """Every published value that changed or vanished without a new note, and every published record that vanished.

    Unless all files could be read (`whole`), none is held to have vanished. `drafts` are the paths of drafts.
    """
    if whole and all(record.is_sure("was", "removed") for record in records(corpus)):
        yield from vanished(corpus, before, drafts)
    actors = former_actors(corpus)
    for record, olds, notes in beside(corpus, before):
        for old in olds if record.is_sure("changes") else ():
            yield from _lost_notes(record, old)
            if notes or _repeats(record):
                continue
            changed = differences(record, old, actors)
            if silent := [d for d in changed if not d.is_update and _is_sure(record, d)]:
                yield _changed(record, silent)


def _repeats(record: Record) -> bool:
    """Whether a note says the same as another, which is told: it was meant to tell of what changed."""
    return len({(change.date, change.what) for change in record.changes}) < len(record.changes)


def _is_sure(record: Record, difference: Difference) -> bool:
    """Whether a difference is one, and no value that could not be read."""
    if difference.key in (QUOTATIONS, AGAINST, VERSIONS):
        return not record.spoilt
    above, _, key = difference.key.rpartition(".")
    if key == "basis" and not record.is_sure(*above.split("."), "quote"):
        return False  # it follows from whether there is a quotation
    return record.is_sure(*difference.key.replace("coordinates", "latitude.longitude").split("."))


def _lost_notes(record: Record, old: PublishedRecord) -> Iterator[Problem]:
    """Published notes that the record no longer holds."""
    now = [noted(change) for change in record.changes]
    for note in old.notes:
        if note not in now:
            message = f"a published note on a change must stay; this one is gone: “{note}”."
            remedy = "Put it back under `changes`, as it was."
            yield Problem(record.path, *record.mark("changes"), "published-changed", message, remedy)


def _changed(record: Record, differences: list[Difference]) -> Problem:
    """All that changed of a record, told once, since one note is enough for it."""
    first = differences[0]
    mark = record.mark(first.key if record.has(first.key) else first.key.split(".")[0])
    if first.key == "quotations":
        spots = {
            " ".join(q.text.split()): q.where for _, q in quotations(record.statements) if isinstance(q.where, Mark)
        }
        near = difflib.get_close_matches(first.before, list(spots), n=1, cutoff=_ALIKE)
        mark = spots[near[0]] if near else mark
    keys = list(dict.fromkeys(difference.key for difference in differences[1:]))
    also = f"; changed too: {', '.join(f'`{key}`' for key in keys)}" if keys else ""
    became = f"it became “{first.after}”" if first.after else "it is gone"
    what = {QUOTATIONS: "quotation", AGAINST: "contradiction", VERSIONS: "version"}.get(first.key, first.key)
    message = f"the published {what} “{first.before}” must not change without a note; {became}{also}."
    is_moved = isinstance(record, Position) and "stance" in (first.key, *keys)
    remedy = f"{_MOVE if is_moved else 'Undo'} the edit, or add {_ANOTHER if record.changes else _FIRST}"
    return Problem(record.path, *mark, "published-changed", message, remedy)
