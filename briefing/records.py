"""Readers: the head of one record to a frozen record of its kind. One function a kind, listed in `READERS`.

A reader gets the Fields of the head, the record's id and what all records share; it notes problems in the Fields and
gives back a record, which the caller drops when there were problems. What the keys mean: docs/records.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any

from briefing import model, vocabulary
from briefing.fields import ID, LANGUAGE, Fields
from briefing.model import Record

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.geojson", re.ASCII)
_PUBLISHED = re.compile(r"(?:actors|briefs|events|places|questions|sources|positions/[a-z0-9-]+)/[a-z0-9-]+", re.ASCII)
_SOURCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
Common = dict[str, Any]


def common(fields: Fields) -> Common:
    """What every record may have."""
    return {
        "status": fields.choice("status", vocabulary.Status),
        "owner": intern(fields.text("owner", most=200)),
        "review_by": fields.date("review_by", exact=True),
        "changes": tuple(_change(child) for child in fields.children("changes")),
        "was": fields.ids("was"),
    }


def _change(fields: Fields) -> model.Change:
    change = model.Change(
        date=fields.date("date", required=True, exact=True) or model.PartialDate(1),
        what=fields.text("what", required=True),
        why=fields.text("why", required=True),
    )
    fields.done()
    return change


def read_dossier(fields: Fields, shared: Common) -> Record:
    """`content/dossier.md`."""
    return model.Dossier(
        **shared,
        title=fields.text("title", required=True, most=120),
        summary=fields.text("summary", required=True, most=400),
        snapshot=fields.text("snapshot", required=True, most=400),
        language=fields.language("language", "en"),
        period=fields.convert("period", (), _period, "date", "Write `2022-10-28/2023-04`, or one date."),
        as_of=fields.date("as_of", exact=True),
        site_url=fields.convert("site_url", "", _site, "value", "Write `https://name.github.io/repo/`."),
        repository=fields.address("repository"),
        licence=fields.text("licence", most=120) or "CC BY 4.0",
        publisher=fields.text("publisher", most=200),
        status_note=fields.text("status_note", most=400),
        sides=fields.pairs("sides", ID, "id"),
        map=_map(fields.child("map")),
        limits=_limits(fields.child("limits")),
        stands=tuple(_stand(child) for child in fields.children("stands")),
        answer=fields.id("answer"),
    )


def _site(value: str) -> str:
    from briefing.settings import SettingsError, address

    try:
        return address(value)
    except SettingsError:
        raise ValueError("must be an address such as https://name.github.io/repo/") from None


def _period(value: str) -> tuple[model.PartialDate, ...]:
    from briefing import dates

    parts = tuple(dates.parse(part) for part in value.split("/"))
    if len(parts) > 2 or parts != tuple(sorted(parts)):
        raise ValueError("a period must be one date, or two in order with a slash between")
    return parts


def _map(fields: Fields | None) -> model.MapSettings:
    if fields is None:
        return model.MapSettings()
    settings = model.MapSettings(
        base=fields.texts("base", _FILE),
        title=fields.text("title", most=200),
        note=fields.text("note", most=600),
        credit=fields.text("credit", most=600),
        tiles=fields.flag("tiles", yes="on", no="off"),
    )
    fields.done()
    return settings


def _limits(fields: Fields | None) -> model.Limits:
    if fields is None:
        return model.Limits()
    limits = model.Limits(words=fields.number("words", 1, 500) or 25, share=fields.number("share", 1, 100) or 10)
    fields.done()
    return limits


def _stand(fields: Fields) -> model.Stand:
    stand = model.Stand(
        status=fields.choice("status", vocabulary.Standing, required=True),
        text=fields.text("text", required=True, most=400),
        basis=fields.choice("basis", vocabulary.Basis, required=True),
        cite=fields.cite(),
    )
    fields.done()
    return stand


def read_source(fields: Fields, shared: Common) -> Record:
    """`seeds/<id>.md`."""

    def check(value: str) -> str:
        if not _HASH.fullmatch(value):
            raise ValueError("must be 64 figures and letters a-f")
        return value

    return model.Source(
        **shared,
        title=fields.text("title", required=True, most=400),
        publisher=fields.text("publisher", required=True, most=200),
        kind=fields.choice("kind", vocabulary.SourceKind, required=True),
        language=fields.language("language", required=True),
        paragraphs=fields.number("paragraphs", 1, 100_000, required=True),
        sha256=fields.convert(
            "sha256", "", check, "value", "`invoke verify` prints the value for the text at hand.", required=True
        ),
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


def read_about(fields: Fields, shared: Common) -> Record:
    """`content/about.md`."""
    return model.About(**shared, title=fields.text("title", required=True, most=120))


def read_names(fields: Fields, shared: Common) -> Record:
    """`content/names.md`."""
    return model.Names(
        **shared,
        title=fields.text("title", most=120) or "Names",
        names=tuple(_name(child) for child in fields.children("names")),
    )


def _name(fields: Fields) -> model.Name:
    name = model.Name(
        neutral=fields.text("neutral", required=True, most=120),
        kind=fields.choice("kind", vocabulary.NameKind, required=True),
        local=fields.pairs("local", LANGUAGE, "language tag"),
        printed=fields.pairs("printed", _SOURCE, "source id"),
        note=fields.text("note", most=400),
    )
    fields.done()
    return name


def read_words(fields: Fields, shared: Common) -> Record:
    """`content/words.md`."""
    loaded = []
    for child in fields.children("loaded"):
        loaded.append(
            model.Loaded(
                word=child.text("word", required=True, most=60), instead=child.text("instead", required=True, most=200)
            )
        )
        child.done()
    return model.Words(**shared, loaded=tuple(loaded), terms=fields.texts("terms"))


def read_removed(fields: Fields, shared: Common) -> Record:
    """`content/removed.md`."""
    removed = []
    for child in fields.children("removed"):
        removed.append(
            model.Gone(
                record=child.convert("record", "", _published_id, "value", "As `briefs/old-name`.", required=True),
                title=child.text("title", required=True, most=200),
                date=child.date("date", required=True, exact=True) or model.PartialDate(1),
                why=child.text("why", required=True),
            )
        )
        child.done()
    return model.Removed(**shared, removed=tuple(removed))


def _published_id(value: str) -> str:
    if not _PUBLISHED.fullmatch(value):
        raise ValueError(f"must be a kind and an id, as `briefs/old-name` or `positions/actor/question`, not {value!r}")
    return value


#: Folder or file, relative to the dossier's root, to its reader.
READERS: dict[str, Callable[[Fields, Common], Record]] = {
    "content/dossier.md": read_dossier,
    "content/about.md": read_about,
    "content/names.md": read_names,
    "content/words.md": read_words,
    "content/removed.md": read_removed,
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
