"""Checks that whatever a record points at is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from briefing.checks import Checked, Finding, check
from briefing.model.citations import OURS
from briefing.model.ids import ID
from briefing.model.records import Record
from briefing.model.relations import name, records, statements
from briefing.model.suggest import did_you_mean
from briefing.model.written import Citation, Mark

_NAMES = {
    "content/actors": "actor",
    "content/questions": "question",
    "content/places": "place",
    "content/events": "event",
    "content/briefs": "brief",
}


_PUBLISH = "Remove `status: draft` from its head, or take the reference out."


def _unknown(checked: Checked, record: Record, where: str | Mark, kind: str, ids: Iterable[str]) -> Iterator[Finding]:
    known = checked.known.get(kind, frozenset())
    folder, name = kind, _NAMES[kind]
    for id in ids:
        if not id or (id not in known and checked.is_odd(kind, id)):
            continue
        now = "" if id in known else checked.became(kind, id)
        if now == "-":
            message = f"`{id}` must be the id of {_a(name)}; the one that had it is gone."
            remedy = "Delete this file, too; or" if isinstance(where, Mark) else "Take it out, or write the new one; or"
            yield Finding(record, where, message, f"{remedy} put `{folder}/{id}.md` back.")
        elif now:
            remedy = f"Write `{now}`."
            if isinstance(where, Mark):
                folder_of = posixpath.dirname(record.path)
                remedy = f"Rename this file to `{now}.md`."
                if name == "actor":
                    remedy = f"Rename the folder `{folder_of}` to `{now}`."
            yield Finding(record, where, f"the {name} `{id}` is called `{now}` now.", remedy)
        elif id not in known:
            yield Finding(
                record,
                where,
                f"`{id}` must be the id of {_a(name)}{did_you_mean(id, sorted(known))}.",
                f"Write the name of a file in `{folder}` without `.md`; or make it: `invoke new {name} {id}`.",
            )
        elif f"{folder}/{id}.md" in checked.drafts:
            yield Finding(
                record,
                where,
                f"a published record must not refer to the draft {name} `{id}`.",
                f"Publish `{folder}/{id}.md`, or take the reference out.",
            )


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "ae" else f"a {name}"


@check()
def check_reference_unknown(checked: Checked) -> Iterator[Finding]:
    """Every id in a head must be that of a record."""
    corpus = checked.corpus
    yield from _unknown(checked, corpus.dossier, "answer", "content/briefs", [corpus.dossier.answer])
    told: set[str] = set()
    for position in corpus.positions.values():
        if position.actor not in told:  # of a folder once
            yield from _unknown(checked, position, Mark(1), "content/actors", [position.actor])
        told.add(position.actor)
        yield from _unknown(checked, position, Mark(1), "content/questions", [position.question])
        yield from _unknown(checked, position, "via", "content/actors", [position.via])
    for index, entry in enumerate(corpus.names.names):
        for source in entry.printed:
            if source not in checked.known.get("seeds", frozenset()):
                yield Finding(
                    corpus.names,
                    f"names.{index}.printed.{source}",
                    f"`{source}` must be the id of a source{did_you_mean(source, sorted(corpus.sources))}.",
                    "Write the name of a file in `seeds` without `.md`.",
                )
    for record in (*corpus.events.values(), *corpus.briefs.values()):
        for key in ("actors", "questions", "places", "events"):
            yield from _unknown(checked, record, key, f"content/{key}", getattr(record, key, ()))
    for event in corpus.events.values():
        yield from _unknown(checked, event, "outcome_of", "content/events", [event.outcome_of])
        if event.dating.interval:
            yield from _unknown(
                checked, event, "dating.interval.from", "content/events", [event.dating.interval.origin]
            )


@check()
def check_side_unknown(checked: Checked) -> Iterator[Finding]:
    """An actor's side must be one of the dossier's sides."""
    sides = list(checked.corpus.dossier.sides)
    if not checked.corpus.dossier.is_sure("sides"):
        return
    for actor in checked.corpus.actors.values():
        if actor.side and actor.side not in sides:
            yield Finding(
                actor,
                "side",
                f"`{actor.side}` must be a side of the dossier{did_you_mean(actor.side, sides)}.",
                "Use one of the ids under `sides` in `content/dossier.md`, or add it there.",
            )


@check()
def check_citation_unknown(checked: Checked) -> Iterator[Finding]:
    """A citation must name a source that has a record, and paragraphs that the source has."""
    for record in records(checked.corpus):
        for statement in statements(record):
            yield from _citations(checked, record, statement.key, statement.cite)
        sources = checked.corpus.sources
        if all(id in sources and highest <= sources[id].paragraphs for id, highest in record.prose.sources.items()):
            continue
        for cited in record.prose.body.cited:
            yield from _citations(checked, record, cited.mark, cited.citations)


def _citations(checked: Checked, record: Record, where: str | Mark, cite: tuple[Citation, ...]) -> Iterator[Finding]:
    known = checked.known.get("seeds", frozenset())
    for citation in cite:
        source = checked.corpus.sources.get(citation.source)
        if not citation.source or (citation.source not in known and checked.is_odd("seeds", citation.source)):
            continue  # it could not be read, or its record has an odd name, which was told
        if citation.source == OURS:
            yield Finding(
                record,
                where,
                "`us` must stand alone, in prose on our own method.",
                "Name a source and a paragraph.",
            )
        elif citation.source not in known and (now := checked.became("seeds", citation.source)):
            message = f"the source `{citation.source}` is called `{now}` now."
            if now == "-":
                message = f"`{citation.source}` must be a source with a record in `seeds`; that is gone."
            remedy = f"Put `seeds/{citation.source}.md` back, or cite another." if now == "-" else f"Write `{now}`."
            yield Finding(record, where, message, remedy)
        elif citation.source not in known:
            yield Finding(
                record,
                where,
                f"`{citation.source}` must be a source with a record in `seeds`"
                f"{did_you_mean(citation.source, sorted(known))}.",
                f"Correct the id, or make the record: `invoke new source {citation.source}`."
                if ID.fullmatch(citation.source)
                else "Write the name of a file in `seeds`, without `.md`.",
            )
        elif source is None:
            if f"seeds/{citation.source}.md" in checked.drafts:
                yield Finding(record, where, f"the source `{citation.source}` must not be a draft.", _PUBLISH)
        elif not source.is_sure("paragraphs") or source.path in checked.uncounted:
            continue
        elif beyond := [number for number in citation.paragraphs if number > source.paragraphs]:
            yield Finding(
                record,
                where,
                f"`{source.id}` must have a paragraph ¶{beyond[0]}; it has {source.paragraphs}.",
                "Correct the number of the paragraph.",
            )


@check()
def check_map_missing(checked: Checked) -> Iterator[Finding]:
    """A base map named by the dossier must be a file in `content/maps`."""
    for index, base in enumerate(checked.corpus.dossier.map.base):
        if base not in checked.maps:
            yield Finding(
                checked.corpus.dossier,
                f"map.base.{index}",
                f"the base map `{base}` must be a file in `content/maps`{did_you_mean(base, sorted(checked.maps))}.",
                "Put it there, or take it out of the list.",
            )


@check()
def check_former_address(checked: Checked) -> Iterator[Finding]:
    """An id under `was` or in the list of removed records must be one that no record has, and be given once."""
    corpus = checked.corpus
    taken = {name(record): record.path for record in records(corpus)}
    for record in records(corpus):
        kind = name(record).rpartition("/")[0]
        for old in record.was:
            if other := taken.get(f"{kind}/{old}"):
                yield Finding(
                    record,
                    "was",
                    f"`{old}` must be an id that no record has any more; `{other}` has it.",
                    "Write the id that this record itself had before, or take it out.",
                )
            taken.setdefault(f"{kind}/{old}", record.path)
    for index, gone in enumerate(corpus.removed.removed):
        if other := taken.get(gone.record):
            yield Finding(
                corpus.removed,
                f"removed.{index}.record",
                f"`{gone.record}` must be gone; `{other}` stands at its address.",
                "Delete that file, or take the entry out.",
            )
        taken.setdefault(gone.record, corpus.removed.path)
