"""Published records that are no longer where they were: renamed, listed as removed, or vanished without a note."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefing.model import addresses
from briefing.model.problems import Problem
from briefing.model.records import Corpus, Record
from briefing.model.relations import name, records, title
from briefing.publication.manifest import Manifest, PublishedRecord
from briefing.publication.values import values

_LIST = "list it in `content/removed.md` with `record`, `title`, `date` and `why`"
#: Values that records share without being one.
_COMMON = ("approximate", "basis", "dating.year", "side", "state")


def former_actors(corpus: Corpus) -> dict[str, str]:
    """The ids of actors now by those that they had before."""
    return {old: actor.id for actor in corpus.actors.values() for old in actor.was}


def olds_of(corpus: Corpus, published: Mapping[str, PublishedRecord]) -> Mapping[str, list[PublishedRecord]]:
    """What was published of each record, by its name: under that name, and under those that it says it had before."""
    olds: dict[str, list[PublishedRecord]] = defaultdict(list)
    names = names_now(corpus) if published else {}
    for key, old in published.items():
        if key in names:
            olds[names[key]].append(old)
    return olds


def names_now(corpus: Corpus) -> dict[str, str]:
    """The names of records now, by their names now and those that they had before."""
    own = {name(record): name(record) for record in records(corpus)}
    return {old: name(record) for old, record in former_names(corpus).items()} | own


def former_names(corpus: Corpus) -> dict[str, Record]:
    """Records by the names that they had before; a position's also changes with the id of its actor or question."""
    former = {f"{name(record).rpartition('/')[0]}/{old}": record for record in records(corpus) for old in record.was}
    for position in corpus.positions.values():
        actor, question = corpus.actors.get(position.actor), corpus.questions.get(position.question)
        for actor_id in (position.actor, *(actor.was if actor else ())):
            for question_id in (position.question, *(question.was if question else ())):
                former.setdefault(f"positions/{actor_id}/{question_id}", position)
    return former


def renamed(corpus: Corpus, before: Manifest) -> dict[str, str]:
    """The names of records now by those that they had before, as they say themselves or as published values show."""
    names, published = {old: name(record) for old, record in former_names(corpus).items()}, before.records
    now = {name(record) for record in records(corpus)}
    for gone in published.keys() - now - names.keys():
        if twin := _twin(gone, published, corpus):
            names[gone] = twin
    for old, new in sorted(names.items()) if published else ():
        for kind, was, id in zip(("actors", "questions"), old.split("/")[1:], new.split("/")[1:], strict=False):
            gone, twin = f"{kind}/{was}", f"{kind}/{id}"
            if old.startswith("positions/") and gone in published and gone not in now and twin not in published:
                names.setdefault(gone, twin)  # all else of it may have changed, too
    return names


def _twin(gone: str, published: Mapping[str, PublishedRecord], corpus: Corpus) -> str:
    """The new record with the values of one that vanished, else its title, else at least half of its values."""
    kind, old = gone.partition("/")[0], published[gone]
    fresh = {name(record): record for record in records(corpus) if name(record) not in published}
    now = {new: values(record) for new, record in fresh.items() if new.partition("/")[0] == kind}
    same = [new for new in now if old.values and now[new] == old.values]
    if kind != "positions":
        telling = {key: value for key, value in old.values.items() if value and key not in _COMMON}
        same += [new for new in now if title(fresh[new]) == old.title]
        shared = {new: sum(now[new].get(key) == value for key, value in telling.items()) for new in now}
        same += [new for new in now if 0 < len(telling) <= 2 * shared[new]]
    return next(iter(same), "")


def vanished(corpus: Corpus, before: Manifest, drafts: frozenset[str]) -> Iterator[Problem]:
    """Published records that are gone without a note, and published addresses at which nothing would stand any more."""
    names = {name(record) for record in records(corpus)}
    kept = {old.path for olds in olds_of(corpus, before.records).values() for old in olds}
    removed = {gone.record for gone in corpus.removed.removed}
    moved = renamed(corpus, before)
    for published, old in before.records.items():
        if old.path in kept or published in removed or published in ("words", "removed"):
            continue
        if _of_moved(published, moved) not in names:
            yield _vanished(published, old, moved.get(published, ""), old.path in drafts)
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


def _vanished(published: str, old: PublishedRecord, twin: str, is_draft: bool) -> Problem:
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
    return Problem(old.path, 1, 1, "published-removed", message, remedy)


def _lost_addresses(corpus: Corpus, before: Manifest) -> Iterator[Problem]:
    """Addresses of records that vanished in an earlier release, where no page says so any more."""
    names = {name(record) for record in records(corpus)} | former_names(corpus).keys() | before.records.keys()
    known = {addresses.of_name(name) for name in names | {gone.record for gone in corpus.removed.removed}}
    for address in before.addresses:
        if "#" not in address and address not in known:
            was = address.rstrip("/")
            message = f"`{address}` was published once, so a page must stand there and say what became of it."
            remedy = (
                f"List it in `content/removed.md` as `record: {was}`, with `title`, `date` and `why`; or, where "
                f"another record stands in its place, add `was: [{was.rpartition('/')[2]}]` to that."
            )
            yield Problem(corpus.removed.path, 1, 1, "published-address", message, remedy)
