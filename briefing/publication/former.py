"""Published records that are no longer where they were: renamed, listed as removed, or vanished without a note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.model import addresses
from briefing.model.problems import Problem
from briefing.model.records import Corpus, Record
from briefing.model.relations import name, records, title
from briefing.publication.compare import Old
from briefing.publication.values import values

_LIST = "list it in `content/removed.md` with `record`, `title`, `date` and `why`"
#: Values that records share without being one.
_COMMON = ("approximate", "basis", "dating.year", "side", "state")


def former_actors(corpus: Corpus) -> dict[str, str]:
    """The ids of actors now by those that they had before."""
    return {old: actor.id for actor in corpus.actors.values() for old in actor.was}


def olds_of(corpus: Corpus, published: Mapping[str, Old]) -> Mapping[str, list[Old]]:
    """What was published of each record, by its name: under that name, and under those that it says it had before."""
    found: dict[str, list[Old]] = defaultdict(list)
    own, renamed = {name(record) for record in records(corpus)}, former_names(corpus)
    for key, old in published.items():
        if key in own:
            found[key].append(old)
        elif record := renamed.get(key):
            found[name(record)].append(old)
    return found


def names_now(corpus: Corpus) -> dict[str, str]:
    """The names of records now, by their names now and those that they had before."""
    own = {name(record): name(record) for record in records(corpus)}
    return {old: name(record) for old, record in former_names(corpus).items()} | own


def former_names(corpus: Corpus) -> dict[str, Record]:
    """Records by the names that they had before; a position's also changes with the id of its actor or question."""
    found = {f"{name(record).rpartition('/')[0]}/{old}": record for record in records(corpus) for old in record.was}
    for position in corpus.positions.values():
        actor, question = corpus.actors.get(position.actor), corpus.questions.get(position.question)
        for actor_id in (position.actor, *(actor.was if actor else ())):
            for question_id in (position.question, *(question.was if question else ())):
                found.setdefault(f"positions/{actor_id}/{question_id}", position)
    return found


def renamed(corpus: Corpus, before: Mapping[str, Any] | None) -> dict[str, str]:
    """The names of records now by those that they had before, as they say themselves or as published values show."""
    found = {old: name(record) for old, record in former_names(corpus).items()}
    published = before["records"] if before else {}
    now = {name(record) for record in records(corpus)}
    for gone in published.keys() - now - found.keys():
        if twin := _twin(gone, published, corpus):
            found[gone] = twin
    for old, new in sorted(found.items()) if published else ():
        for kind, was, id in zip(("actors", "questions"), old.split("/")[1:], new.split("/")[1:], strict=False):
            gone, twin = f"{kind}/{was}", f"{kind}/{id}"
            if old.startswith("positions/") and gone in published and gone not in now and twin not in published:
                found.setdefault(gone, twin)  # all else of it may have changed, too
    return found


def _twin(gone: str, published: Mapping[str, Old], corpus: Corpus) -> str:
    """The new record with the values of one that vanished, else its title, else at least half of its values."""
    kind, old = gone.partition("/")[0], published[gone]
    fresh = [record for record in records(corpus) if name(record).partition("/")[0] == kind]
    fresh = [record for record in fresh if name(record) not in published]
    now = {name(record): values(record) for record in fresh}
    telling = {key: value for key, value in old["values"].items() if value and key not in _COMMON}
    same = (record for record, found in now.items() if old["values"] and found == old["values"])
    titled = (name(record) for record in fresh if kind != "positions" and title(record) == old["title"])
    alike = (
        record
        for record, found in now.items()
        if kind != "positions" and 0 < len(telling) <= 2 * sum(found.get(key) == telling[key] for key in telling)
    )
    return next(iter((*same, *titled, *alike)), "")


def vanished(corpus: Corpus, before: Mapping[str, Any], drafts: frozenset[str]) -> Iterator[Problem]:
    """Published records that are gone without a note, and published addresses at which nothing would stand any more."""
    names = {name(record) for record in records(corpus)}
    kept = {old["path"] for found in olds_of(corpus, before["records"]).values() for old in found}
    removed = {gone.record for gone in corpus.removed.removed}
    moved = renamed(corpus, before)
    for published, old in before["records"].items():
        if old["path"] in kept or published in removed or published in ("words", "removed"):
            continue
        if _of_moved(published, moved) not in names:
            yield _vanished(published, old, moved.get(published, ""), old["path"] in drafts)
    yield from _lost_addresses(corpus, before)


def _of_moved(published: str, moved: Mapping[str, str]) -> str:
    """The name now of a position whose actor or question was renamed, which is reported there; else empty."""
    kind, *ids = published.split("/")
    if kind != "positions":
        return ""
    owners = f"actors/{ids[0]}", f"questions/{ids[1]}"
    if moved.keys().isdisjoint(owners):
        return ""
    return "/".join((kind, *(moved.get(owner, owner).rpartition("/")[2] for owner in owners)))


def _vanished(published: str, old: Old, twin: str, is_draft: bool) -> Problem:
    id, now = published.rpartition("/")[2], twin.rpartition("/")[2]
    remedy = f"Put it back; or {_LIST}; or, if it has another file name now, add `was: [old-id]` to its head."
    if is_draft:
        remedy = f"It is a draft now: remove `status: draft` from its head; or {_LIST}."
    elif twin and published.startswith("positions/"):
        remedy = f"It stands as `{twin}` now: put it back; or, if it was the wrong actor's or question's, {_LIST}."
    elif twin:
        remedy = f"It stands as `{twin}` now: add `was: [{id}]` to the head of that record."
        if id == now:
            remedy = f"It stands as `{twin}` now; put it back."
    message = f"the published record `{published}` must not vanish without a note."
    return Problem(str(old["path"]), 1, 1, "published-removed", message, remedy)


def _lost_addresses(corpus: Corpus, before: Mapping[str, Any]) -> Iterator[Problem]:
    """Addresses of records that vanished in an earlier release, where no page says so any more."""
    names = {name(record) for record in records(corpus)} | former_names(corpus).keys() | before["records"].keys()
    known = {addresses.of_name(name) for name in names | {gone.record for gone in corpus.removed.removed}}
    for address in before.get("addresses", []):
        if "#" not in address and address not in known:
            was = address.rstrip("/")
            message = f"`{address}` was published once, so a page must stand there and say what became of it."
            remedy = (
                f"List it in `content/removed.md` as `record: {was}`, with `title`, `date` and `why`; or, where "
                f"another record stands in its place, add `was: [{was.rpartition('/')[2]}]` to that."
            )
            yield Problem(corpus.removed.path, 1, 1, "published-address", message, remedy)
