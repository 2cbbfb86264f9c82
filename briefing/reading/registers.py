"""Readers of the dossier's own files: its settings, the page about it, and the registers of names, words and removed
records. As those in `briefing.reading.records`, which lists them.
"""

from __future__ import annotations

import re
from typing import Any

from briefing.model import ids, outside, vocabulary
from briefing.model import records as model
from briefing.model.ids import ID
from briefing.model.records import Record
from briefing.reading.fields import LANGUAGE, Fields

_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.geojson", re.ASCII)
_PUBLISHED = re.compile(r"(?:actors|briefs|events|places|questions|sources|positions/[a-z0-9-]+)/[a-z0-9-]+", re.ASCII)
Common = dict[str, Any]


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
    from briefing.model.settings import SettingsError, address

    if fault := outside.web_fault(value):
        raise ValueError(fault.must)
    try:
        return address(value)
    except SettingsError:
        raise ValueError("must be an address such as https://name.github.io/repo/") from None


def _period(value: str) -> tuple[model.PartialDate, ...]:
    from briefing.model import dates

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
        as_of=fields.date("as_of"),
    )
    fields.done()
    return stand


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
        printed=fields.pairs("printed", ID, "source id"),
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
                record=child.convert(
                    "record", "", _published_id, "value", "Write it as `briefs/old-name`.", required=True
                ),
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
    _, *actor, id = value.split("/")
    fault = ids.fault(id, f"content/{value}") or (ids.fault(actor[0], "") if actor else "")
    if fault:
        raise ValueError(f"must be a record that could be published, which {value[:40]!r} could not ({fault})")
    return value
