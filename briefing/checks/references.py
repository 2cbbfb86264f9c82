"""Checks that whatever a record points at is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from briefing.checks import Checked, Finding, check
from briefing.model import lines
from briefing.model.citations import OURS, Citation
from briefing.model.ids import ID
from briefing.model.once import once
from briefing.model.prose import Mark
from briefing.model.records import Event, Position, Record
from briefing.model.relations import name, records, sayings
from briefing.model.statements import CITING
from briefing.model.suggest import did_you_mean
from briefing.model.when import is_event

_PUBLISH = "Remove `status: draft` from its head, or take the reference out."


def _unknown(checked: Checked, record: Record, where: str | Mark, kind: str, ids: Iterable[str]) -> Iterator[Finding]:
    """The ids that are those of no published record of a kind such as `content/actors`.

    `where` is a Mark where the record's own path names the id, so that the file or its folder has to be renamed.
    """
    known, in_path = checked.known.get(kind, frozenset()), isinstance(where, Mark)
    noun = kind.removeprefix("content/").removesuffix("s")
    for id in ids:
        if not id or (id not in known and checked.is_odd(kind, id)):
            continue
        now = "" if id in known else checked.became(kind, id)
        if now == "-":
            message = f"`{id}` must be the id of {_a(noun)}; the one that had it is gone."
            remedy = "Delete this file, too; or" if in_path else "Take it out, or write the new one; or"
            remedy += f" put `{kind}/{id}.md` back."
        elif now:
            message = f"the {noun} `{id}` is called `{now}` now."
            remedy = f"Rename this file to `{now}.md`." if in_path else f"Write `{now}`."
            if in_path and noun == "actor":
                remedy = f"Rename the folder `{posixpath.dirname(record.path)}` to `{now}`."
        elif id not in known:
            message = f"`{id}` must be the id of {_a(noun)}{did_you_mean(id, sorted(known))}."
            remedy = f"Write the name of a file in `{kind}` without `.md`; or make it: `invoke new {noun} {id}`."
            if noun == "position" and "/" not in id:
                example = min((other for other in known if other.startswith(f"{id}/")), default="actor/question")
                remedy = f"Write the ids of its actor and its question, as `{example}`."
        elif f"{kind}/{id}.md" in checked.drafts:
            message = f"a published record must not refer to the draft {noun} `{id}`."
            remedy = f"Publish `{kind}/{id}.md`, or take the reference out."
        else:
            continue
        yield Finding(record, where, message, remedy)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "ae" else f"a {noun}"


@check()
def check_reference_unknown(checked: Checked) -> Iterator[Finding]:
    """Every id in a head must be that of a record."""
    corpus = checked.corpus
    yield from _unknown(checked, corpus.dossier, "answer", "content/briefs", [corpus.dossier.answer])
    yield from _unknown(checked, corpus.dossier, "map.focus", "content/places", corpus.dossier.map.focus)
    if core := corpus.dossier.core:
        yield from _unknown(checked, corpus.dossier, "core.question", "content/questions", [core.question])
        for number, row in enumerate(core.rows):
            named = (("position", [row.position]), ("also", row.also), ("quote", [row.quote]))
            for key, ids in named:
                yield from _unknown(checked, corpus.dossier, f"core.rows.{number}.{key}", "content/positions", ids)
    reported: set[str] = set()
    for position in corpus.positions.values():
        if position.actor not in reported:  # once for each folder
            yield from _unknown(checked, position, Mark(1), "content/actors", [position.actor])
        reported.add(position.actor)
        yield from _unknown(checked, position, Mark(1), "content/questions", [position.question])
        yield from _unknown(checked, position, "via", "content/actors", [position.via])
        for prefix, said in sayings(position):
            yield from _unknown(checked, position, f"{prefix}with", "content/actors", said.joint)
    for index, entry in enumerate(corpus.names.names):
        for source in entry.printed:
            if source not in checked.known.get("seeds", frozenset()):
                message = f"`{source}` must be the id of a source{did_you_mean(source, sorted(corpus.sources))}."
                remedy = "Write the name of a file in `seeds` without `.md`."
                yield Finding(corpus.names, f"names.{index}.printed.{source}", message, remedy)
    for record in (*corpus.events.values(), *corpus.briefs.values()):
        for key in ("actors", "questions", "places", "events"):
            yield from _unknown(checked, record, key, f"content/{key}", getattr(record, key, ()))
    answers: list[Position | Event] = [*corpus.positions.values(), *corpus.events.values()]
    for answer in answers:
        for kind, is_kind in (("positions", True), ("events", False)):
            ids = [id for id in answer.answers if ("/" in id) == is_kind]
            yield from _unknown(checked, answer, "answers", f"content/{kind}", ids)
    for event in corpus.events.values():
        yield from _unknown(checked, event, "outcome_of", "content/events", [event.outcome_of])
        for key in ("after", "before", "postponed_to"):
            if is_event(getattr(event, key)):
                yield from _unknown(checked, event, key, "content/events", [getattr(event, key)])
        if interval := event.dating.interval:
            yield from _unknown(checked, event, "dating.interval.from", "content/events", [interval.origin])


@check()
def check_side_unknown(checked: Checked) -> Iterator[Finding]:
    """An actor's side must be one of the dossier's sides."""
    sides = list(checked.corpus.dossier.sides)
    if not checked.corpus.dossier.is_sure("sides"):
        return
    for actor in checked.corpus.actors.values():
        if actor.side and actor.side not in sides:
            message = f"`{actor.side}` must be a side of the dossier{did_you_mean(actor.side, sides)}."
            remedy = "Use one of the ids under `sides` in `content/dossier.md`, or add it there."
            yield Finding(actor, "side", message, remedy)


@once
def _all_cited(record: Record) -> frozenset[tuple[Citation, ...]]:
    """All that the statements of a record cite."""
    return frozenset([statement.citations for statement in record.statements if statement.role in CITING])


@check()
def check_citation_unknown(checked: Checked) -> Iterator[Finding]:
    """A citation must name a source that has a record, and paragraphs that the source has."""
    right: set[tuple[Citation, ...]] = set()  # the same ones come again and again
    for record in records(checked.corpus):
        if right.issuperset(_all_cited(record)):
            continue
        for statement in record.statements:
            if statement.role not in CITING or statement.citations in right:
                continue
            findings = list(_citations(checked, record, statement.where, statement.citations))
            yield from findings
            if not findings:
                right.add(statement.citations)


def _citations(checked: Checked, record: Record, where: str | Mark, cite: tuple[Citation, ...]) -> Iterator[Finding]:
    """The citations of one statement that name no published source, or a paragraph that it does not have."""
    known = checked.known.get("seeds", frozenset())
    for citation in cite:
        id, source = citation.source, checked.corpus.sources.get(citation.source)
        if not id or (id not in known and checked.is_odd("seeds", id)):
            continue  # it could not be read, or its record has an odd name, which is reported there
        if id == OURS:
            message = "`us` must stand alone, in prose on our own method, or as what an actor or a place cites for "
            message += "a summary of general knowledge."
            yield Finding(record, where, message, "Name a source and a paragraph.")
        elif id not in known and (now := checked.became("seeds", id)):
            message, remedy = f"the source `{id}` is called `{now}` now.", f"Write `{now}`."
            if now == "-":
                message = f"`{id}` must be a source with a record in `seeds`; that is gone."
                remedy = f"Put `seeds/{id}.md` back, or cite another."
            yield Finding(record, where, message, remedy)
        elif id not in known:
            message = f"`{id}` must be a source with a record in `seeds`{did_you_mean(id, sorted(known))}."
            remedy = "Write the name of a file in `seeds`, without `.md`."
            if not known:
                remedy = "There is none yet: make the first by `invoke new source ID`, and cite it."
            elif ID.fullmatch(id):
                remedy = f"Correct the id, or make the record: `invoke new source {id}`."
            yield Finding(record, where, message, remedy)
        elif source is None:
            if f"seeds/{id}.md" in checked.drafts:
                yield Finding(record, where, f"the source `{id}` must not be a draft.", _PUBLISH)
        elif source.is_sure("paragraphs") and source.path not in checked.uncounted:
            beyond = next((number for number in citation.paragraphs if not source.holds(number)), 0)
            if lines.is_line(beyond) and source.is_sure("lines"):
                name = lines.name(beyond)
                message = f"`{id}` must say in its record where its {lines.spot(beyond)} stands."
                remedy = (
                    f"Add `lines: {{{name}: 1}}` to `{source.path}`, with the number of that line in the text file."
                )
                yield Finding(record, where, message, remedy)
            elif beyond and not lines.is_line(beyond):
                message = f"`{id}` must have a paragraph ¶{beyond}; it has {source.paragraphs}."
                yield Finding(record, where, message, "Correct the number of the paragraph.")


@check()
def check_map_missing(checked: Checked) -> Iterator[Finding]:
    """A base map named by the dossier must be a file in `content/maps`."""
    dossier, maps = checked.corpus.dossier, sorted(posixpath.basename(path) for path in checked.files.maps)
    named = [(f"map.base.{index}", base) for index, base in enumerate(dossier.map.base)]
    named += [(f"map.fine.{index}.file", fine.file) for index, fine in enumerate(dossier.map.fine)]
    for where, base in named:
        if base not in maps:
            hint = did_you_mean(base, maps)
            message = f"the base map `{base}` must be a file in `content/maps`{hint}."
            yield Finding(dossier, where, message, "Put it there, or take it out of the list.")


@check()
def check_former_address(checked: Checked) -> Iterator[Finding]:
    """An id under `was` or in the list of removed records must be one that no record has, and be given once."""
    corpus = checked.corpus
    taken = {name(record): record.path for record in records(corpus)}
    for record in records(corpus):
        kind = name(record).rpartition("/")[0]
        for old in record.was:
            if other := taken.get(f"{kind}/{old}"):
                message = f"`{old}` must be an id that no record has any more; `{other}` has it."
                remedy = "Write the id that this record itself had before, or take it out."
                yield Finding(record, "was", message, remedy)
            taken.setdefault(f"{kind}/{old}", record.path)
    for index, gone in enumerate(corpus.removed.removed):
        if other := taken.get(gone.record):
            message = f"`{gone.record}` must be gone; `{other}` stands at its address."
            remedy = "Delete that file, or take the entry out."
            yield Finding(corpus.removed, f"removed.{index}.record", message, remedy)
        taken.setdefault(gone.record, corpus.removed.path)
