"""Readers: the head of one record to a frozen record of its kind. One function a kind, listed in `READERS`.

A reader gets the Fields of the head, the record's id and what all records share; it notes problems in the Fields and
gives back a record, which the caller drops when there were problems. What the keys mean: docs/records.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any

from briefing.model import records as model
from briefing.model import vocabulary
from briefing.model.ids import ID
from briefing.model.records import Record
from briefing.reading import registers
from briefing.reading.fields import LANGUAGE, Fields
from briefing.reading.frontmatter import Node

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
Common = dict[str, Any]


def common(fields: Fields) -> Common:
    """What every record may have."""
    return {
        "status": fields.choice("status", vocabulary.Status),
        "owner": intern(fields.text("owner", most=200)),
        "review_by": fields.date("review_by", exact=True),
        "changes": tuple(_change(child) for child in fields.children("changes")),
        "was": fields.former_ids("was"),
    }


def _change(fields: Fields) -> model.Change:
    change = model.Change(
        date=fields.date("date", required=True, exact=True) or model.PartialDate(1),
        what=fields.text("what", required=True),
        why=fields.text("why", required=True),
    )
    fields.done()
    return change


def _accept(source: str) -> str:
    """How a source's record gets what is counted from its text."""
    return f"Put the text into `seeds/{source}.txt` and run `invoke verify --accept {source}`, which writes it."


def read_source(fields: Fields, shared: Common) -> Record:
    """`seeds/<id>.md`."""

    def check(value: str) -> str:
        if not _HASH.fullmatch(value.lower()):
            raise ValueError("must be 64 figures and letters a-f")
        return value.lower()

    def is_sample(value: Node) -> bool:
        """Whether a value is none, or many zeros, as somebody writes who has no better."""
        words = (value.text or "").strip()
        return not words or (len(words) > 1 and not words.strip("0"))

    missing = [key for key in ("paragraphs", "sha256") if key not in fields.values or is_sample(fields.values[key])]
    if missing and not fields.lost and shared["status"] is not vocabulary.Status.DRAFT:
        told = f"{' and '.join(f'`{key}`' for key in missing)} must say which text the record stands for."
        fields.problem(fields.mark, "key-missing", told, _accept(shared["id"]), missing[0])
        fields.spoilt.update(missing)
    return model.Source(
        **shared,
        title=fields.text("title", required=True, most=400),
        publisher=fields.text("publisher", required=True, most=200),
        kind=fields.choice("kind", vocabulary.SourceKind, required=True),
        language=fields.language("language", required=True),
        paragraphs=fields.number("paragraphs", 1, 100_000),
        sha256=fields.convert("sha256", "", check, "value", _accept(shared["id"])),
        rights=fields.text("rights", required=True, most=1_000),
        first_line=fields.number("first_line", 1) or 1,
        author=fields.text("author", most=200),
        author_role=fields.text("author_role", most=200),
        published=fields.date("published"),
        url=fields.address("url"),
        archived=fields.address("archived"),
        accessed=fields.date("accessed", exact=True),
        origin=fields.text("origin", most=200),
    )


def read_actor(fields: Fields, shared: Common) -> Record:
    """`content/actors/<id>.md`."""
    return model.Actor(
        **shared,
        name=fields.text("name", required=True, most=120),
        kind=fields.choice("kind", vocabulary.ActorKind, required=True),
        summary=fields.text("summary", required=True, most=300),
        basis=fields.choice("basis", vocabulary.Basis, required=True),
        cite=fields.cite(),
        short=fields.text("short", most=24),
        monogram=fields.text("monogram", most=3),
        side=fields.id("side"),
        speakers=tuple(_speaker(child) for child in fields.children("speakers")),
    )


def _speaker(fields: Fields) -> model.Speaker:
    speaker = model.Speaker(
        name=fields.text("name", required=True, most=120),
        role=fields.text("role", required=True, most=200),
        basis=fields.choice("basis", vocabulary.Basis, required=True),
        cite=fields.cite(),
        printed=fields.text("printed", most=120),
    )
    fields.done()
    return speaker


def read_question(fields: Fields, shared: Common) -> Record:
    """`content/questions/<id>.md`."""
    return model.Question(
        **shared,
        title=fields.text("title", required=True, most=200, form="question"),
        short=fields.text("short", required=True, most=30),
        summary=fields.text("summary", required=True, most=300),
        stances=fields.pairs("stances", ID, "id", required=True),
        order=fields.number("order"),
    )


def read_position(fields: Fields, shared: Common) -> Record:
    """`content/positions/<actor>/<question>.md`; the id is `actor/question`."""
    actor, _, question = shared["id"].partition("/")
    earlier = []
    for child in fields.children("earlier"):
        earlier.append(_stated(child, child.text("summary", required=True, most=600)))
        child.done()
    return model.Position(
        **shared,
        actor=actor,
        question=question,
        stated=_stated(fields),
        earlier=tuple(earlier),
        via=fields.id("via"),
    )


def _stated(fields: Fields, summary: str = "") -> model.Stated:
    return model.Stated(
        stance=fields.id("stance", required=True),
        as_of=fields.some_date("as_of"),
        basis=fields.choice("basis", vocabulary.Basis, required=True),
        cite=fields.cite(),
        quote=fields.text("quote"),
        speaker=fields.text("speaker", most=120),
        summary=summary,
    )


def read_place(fields: Fields, shared: Common) -> Record:
    """`content/places/<id>.md`."""
    return model.Place(
        **shared,
        name=fields.text("name", required=True, most=120),
        kind=fields.choice("kind", vocabulary.PlaceKind, required=True),
        latitude=fields.degrees("latitude", 90),
        longitude=fields.degrees("longitude", 180),
        precision=fields.text("precision", required=True, most=300),
        coordinates_from=fields.text("coordinates_from", required=True, most=300),
        summary=fields.text("summary", required=True, most=300),
        basis=fields.choice("basis", vocabulary.Basis, required=True),
        cite=fields.cite(),
        names=fields.pairs("names", LANGUAGE, "language tag"),
        order=fields.number("order"),
    )


def read_event(fields: Fields, shared: Common) -> Record:
    """`content/events/<id>.md`."""
    return model.Event(
        **shared,
        title=fields.text("title", required=True, most=200),
        date=fields.some_date("date"),
        state=fields.choice("state", vocabulary.EventState, required=True),
        basis=fields.choice("basis", vocabulary.Basis, required=True),
        cite=fields.cite(),
        dating=_dating(fields.child("dating", required=True)),
        end=fields.date("end"),
        approximate=fields.flag("approximate"),
        order=fields.number("order"),
        actors=fields.ids("actors"),
        places=fields.ids("places"),
        questions=fields.ids("questions"),
        outcome_of=fields.id("outcome_of"),
    )


def _dating(fields: Fields | None) -> model.Dating:
    if fields is None:
        return model.Dating(words="", rule="", year=vocabulary.Year.INFERRED)
    interval = fields.child("interval")
    dating = model.Dating(
        words=fields.text("words", required=True, most=120),
        rule=fields.text("rule", required=True, most=600),
        year=fields.choice("year", vocabulary.Year, required=True),
        weekday=fields.text("weekday", most=20),
        interval=_interval(interval) if interval else None,
        tension=fields.text("tension", most=600),
    )
    fields.done()
    return dating


def _interval(fields: Fields) -> model.Interval:
    interval = model.Interval(
        origin=fields.id("from", required=True), days=fields.number("days", -100_000, 100_000, required=True)
    )
    fields.done()
    return interval


def read_brief(fields: Fields, shared: Common) -> Record:
    """`content/briefs/<id>.md`."""
    return model.Brief(
        **shared,
        title=fields.text("title", required=True, most=160),
        summary=fields.text("summary", required=True, most=200),
        updated=fields.date("updated", required=True, exact=True) or model.PartialDate(1),
        order=fields.number("order"),
        basis=_optional_basis(fields),
        actors=fields.ids("actors"),
        questions=fields.ids("questions"),
        places=fields.ids("places"),
        events=fields.ids("events"),
        terms=fields.texts("terms"),
    )


def _optional_basis(fields: Fields) -> vocabulary.Basis | None:
    if "basis" in fields.values:
        return fields.choice("basis", vocabulary.Basis)
    fields.asked.append("basis")
    return None


#: Folder or file, relative to the dossier's root, to its reader.
READERS: dict[str, Callable[[Fields, Common], Record]] = {
    "content/dossier.md": registers.read_dossier,
    "content/about.md": registers.read_about,
    "content/names.md": registers.read_names,
    "content/words.md": registers.read_words,
    "content/removed.md": registers.read_removed,
    "content/briefs": read_brief,
    "content/actors": read_actor,
    "content/questions": read_question,
    "content/positions": read_position,
    "content/places": read_place,
    "content/events": read_event,
    "seeds": read_source,
}

#: Records whose prose needs a heading of its own, and those whose body must not be empty.
BODY_REQUIRED = frozenset(
    {"content/dossier.md", "content/about.md", "content/briefs", "content/positions", "content/events"}
)
