"""Checks that whatever a record points at is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from briefing import addresses
from briefing.checks import Checked, Finding, check
from briefing.citations import OURS
from briefing.hints import close_match, did_you_mean
from briefing.ids import ID
from briefing.model import Record
from briefing.relations import records, statements
from briefing.values import name
from briefing.written import Citation, Mark, Reference

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
        if not id:
            continue
        if id not in known and (now := checked.renamed.get(f"{kind.removeprefix('content/')}/{id}")):
            remedy = f"Write `{now.rpartition('/')[2]}`."
            if isinstance(where, Mark):
                remedy = f"Rename the folder `{posixpath.dirname(record.path)}` as the {name} is called now."
            yield Finding(record, where, f"the {name} `{id}` is called `{now.rpartition('/')[2]}` now.", remedy)
        elif id not in known:
            yield Finding(
                record,
                where,
                f"`{id}` must be the id of {'an' if name[0] in 'ae' else 'a'} {name}{did_you_mean(id, sorted(known))}.",
                f"Write the name of a file in `{folder}` without `.md`, its new name if it was renamed; or make it: "
                f"`invoke new {name} {id}`.",
            )
        elif f"{folder}/{id}.md" in checked.drafts:
            yield Finding(
                record,
                where,
                f"a published record must not refer to the draft {name} `{id}`.",
                f"Publish `{folder}/{id}.md`, or take the reference out.",
            )


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
        if not citation.source:
            continue  # it could not be read, which was told
        if citation.source == OURS:
            yield Finding(
                record,
                where,
                "`us` must stand alone, in prose on our own method.",
                "Name a source and a paragraph.",
            )
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
        elif not source.is_sure("paragraphs"):
            continue
        elif beyond := [number for number in citation.paragraphs if number > source.paragraphs]:
            yield Finding(
                record,
                where,
                f"`{source.id}` must have a paragraph ¶{beyond[0]}; it has {source.paragraphs}.",
                "Correct the number of the paragraph.",
            )


@check()
def check_link_broken(checked: Checked) -> Iterator[Finding]:
    """A link in prose must lead to a published record, and its anchor to a heading there; an image must be a file."""
    by_path = {record.path: record for record in records(checked.corpus)}
    fine = {path for path in by_path if addresses.of_path(path) is not None}
    fine |= {f"!{path}" for path in checked.images}
    for record in by_path.values():
        if not fine.issuperset(record.prose.leads):
            for reference in record.prose.body.references:
                yield from _link(checked, by_path, record, reference)


@check()
def check_link_self(checked: Checked) -> Iterator[Finding]:
    """A record must not link to itself, where readers are already, but to one of its headings."""
    for record in records(checked.corpus):
        if record.path not in record.prose.leads:
            continue
        for reference in record.prose.body.references:
            if reference.kind == "link" and reference.target == record.path and not reference.anchor:
                yield Finding(
                    record,
                    reference.mark,
                    "a link must lead somewhere else; this one leads to its own record.",
                    "Write the path of the record that was meant, or `#heading` for a heading of this one.",
                )


def _near(target: str, paths: list[str]) -> str | None:
    """The record that a broken link means: one with the same file name elsewhere, else one beside with a like name."""
    folder, _, name = target.rpartition("/")
    same = next((path for path in paths if path.rpartition("/")[2] == name), None)
    beside = {path.rpartition("/")[2].removesuffix(".md"): path for path in paths if path.rpartition("/")[0] == folder}
    like = close_match(name.removesuffix(".md"), list(beside))
    return same or (beside[like] if like else None)


def _way_to_image(checked: Checked, record: Record, target: str) -> str:
    """How to write the path of an image, if there is one of the same name or nearly."""
    names = {path.rpartition("/")[2]: path for path in checked.images}
    name = target.rpartition("/")[2]
    near = names.get(name) or names.get(close_match(name, list(names)) or "")
    if near:
        return f"Write its path from this file, as `{posixpath.relpath(near, posixpath.dirname(record.path))}`."
    return "Put it there and write its path from this file, as `../images/name.png`."


def _link(checked: Checked, by_path: Mapping[str, Record], record: Record, reference: Reference) -> Iterator[Finding]:
    target = reference.target
    if reference.kind == "outside":
        return
    if reference.kind == "image":
        if target not in checked.images:
            yield Finding(
                record,
                reference.mark,
                f"the image `{target}` must be a file in `content/images`.",
                _way_to_image(checked, record, target),
            )
    elif target in checked.drafts:
        yield Finding(record, reference.mark, f"a published record must not link to the draft `{target}`.", _PUBLISH)
    elif target not in by_path and target in checked.paths:
        return
    elif target not in by_path or addresses.of_path(target) is None:
        outside = "." in target.rpartition("/")[2].removesuffix(".md")
        now = checked.renamed.get(target.removeprefix("content/").removesuffix(".md"))
        near = None if outside else _near(target, [path for path in by_path if addresses.of_path(path) is not None])
        near = f"content/{now}.md" if now else near
        way = posixpath.relpath(near, posixpath.dirname(record.path)) if near else "../actors/name.md"
        yield Finding(
            record,
            reference.mark,
            f"the link must lead to a record; `{target}` is none" + (f" (did you mean `{near}`?)." if near else "."),
            "Begin an address of another site with `https://`."
            if outside
            else f"Write the path from this file to the record's file, as `{way}`.",
        )
    elif reference.anchor and _lacks(by_path[target], reference.anchor):
        yield Finding(
            record,
            reference.mark,
            f"the link must lead to a heading of `{target}`; there is none like `#{reference.anchor[2:]}`.",
            "Write the heading's words in small letters, joined by hyphens.",
        )


def _lacks(record: Record, anchor: str) -> bool:
    """Whether a record is known to have no heading with this anchor."""
    return record.is_sure("headings") and anchor not in {heading.anchor for heading in record.prose.body.headings}


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
