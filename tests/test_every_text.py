"""No text escapes: into whatever field of whatever record an invented quotation is put, it is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from msgspec import Struct

from briefing.model.keys import Field, fields
from briefing.model.kinds import texts
from briefing.model.problems import errors
from briefing.model.records import KINDS, Words
from briefing.model.relations import records
from tests.support import Dossier

CITED = {"basis": "reporter", "cite": "harbour-post ¶1"}
AGAINST = [{"cite": "bureau-report ¶1", "says": "It does not say so."}]
SURE = {"confidence": {"level": "low", "why": "One source only."}}
LATER = {
    "later": [
        {"what": "settled", "date": "2025-02", "says": "It is over.", "basis": "reporter", "cite": "bureau-report ¶1"}
    ]
}
VERSIONS = [
    {"cite": "harbour-post ¶2", "says": "It is long.", "figure": "11 km"},
    {"cite": "harbour-post ¶2", "says": "It is old."},
]
COMMON = {
    "owner": "The desk",
    "changes": [{"date": "2025-03-02", "what": "A word was changed.", "why": "It was wrong."}],
}
SOURCE = {
    "title": "A letter", "publisher": "Oruna", "kind": "letter", "language": "en", "paragraphs": 1, "sha256": "ab" * 32,
    "short": "Letter", "says": {"¶1": "It asks for water."},
    "rights": "Free to use.", "author": "A minister", "author_role": "Minister", "origin": "Oruna",
    "voices": [
        {"by": "a clerk", "in": "all", "as": "Clerk", "within": "a messenger", "document": "A note"},
        {"by": "a messenger", "with": ["a porter"], "label": "MESSENGER"},
    ],
}  # fmt: skip
#: A head of each kind of which there are many, with every key that holds text.
MANY: dict[str, dict[str, Any]] = {
    "content/actors/full.md": {
        "name": "Full council", "kind": "person", "short": "Full", "monogram": "FC", "summary": "It is full.", **CITED,
        "against": AGAINST,
        **SURE,
        "speakers": [{"name": "Ana Full", "role": "Chair", "printed": "Ana Ful", **CITED}],
    },
    "content/questions/full.md": {
        "title": "Is it full?", "short": "Full", "summary": "They differ.", "stances": {"yes": {"says": "Yes.", "short": "Yes", "sign": "yes"}, "no": "No."},
    },
    "content/positions/full/full.md": {
        "stance": "yes", "short": "Yes, counted", "as_of": "2025-02", "cite": "bureau-report ¶4", "via": "water-board", "quote": "L'eau qui se compte",
        "speaker": "Mirèle Dossa", "translation": "Counted water", "translated_by": "Ana Full",
        **SURE, **LATER,
        "against": AGAINST,
        "earlier": [{"stance": "no", "short": "No, uncounted", "as_of": "2023", "summary": "It said no.", **CITED, **SURE, **LATER}],
    },
    "content/places/full.md": {
        "name": "Full Point", "kind": "town", "latitude": "-16.5", "longitude": "179.5", "precision": "To a mile.",
        "coordinates_from": "A chart.", "summary": "It lies there.", "names": {"ar": "Ful"}, **CITED, **SURE,
        "against": AGAINST,
    },
    "content/events/full.md": {
        "title": "It fills", "short": "Fills", "date": "2024-11-05", "state": "happened", **CITED, **SURE, **LATER,
        "against": AGAINST, "versions": VERSIONS,
        "dating": {"words": "Tuesday 5 November 2024", "rule": "In full.", "year": "stated", "tension": "None."},
    },
    "content/briefs/full.md": {"title": "The full story", "summary": "All of it.", "about": "What is inside.", "updated": "2025-03-01", "basis": "reporter"},
    "seeds/full.md": SOURCE,
}  # fmt: skip
#: The same of those of which there is one; what the demo has besides stays.
ONE: dict[str, dict[str, Any]] = {
    "content/dossier.md": {
        "title": "Ondo", "summary": "A quarrel.", "snapshot": "In 2025.", "licence": "CC BY 4.0", "publisher": "Us",
        "status_note": "Invented.", "sides": {"west": {"name": "Oruna", "short": "Or."}, "east": "Telissa", "between": "Between"},
        "map": {
            "title": "A map", "note": "A line.", "credit": "By us.", "area": "The sound.",
            "fine": [{"file": "fine.geojson", "credit": "By them."}],
        },
        "answer": "in-a-minute",
        "core": {
            "question": "share",
            "rows": [{"position": "telissa-council/share", "name": "The council", "says": "Half of it.", **CITED}],
        },
        "stands": [{"status": "disputed", "title": "Half?", "text": "It stands.", **CITED, **SURE, **LATER, "against": AGAINST}],
        "trend": {"direction": "better", "since": "2024", "why": "It rises.", **CITED},
    },
    "content/about.md": {"title": "About"},
    "content/names.md": {
        "title": "Names",
        "names": [{"neutral": "Ondo Spring", "kind": "place", "local": {"ja": "On"}, "printed": {"harbour-post": "Ondoh"},
                   "note": "A name."}],
    },
    "content/removed.md": {
        "removed": [{"record": "briefs/gone", "title": "Gone", "date": "2025-03-01", "why": "It was wrong."}]
    },
}  # fmt: skip


def spots(value: object, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every scalar of a head."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from spots(inner, (*where, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from spots(inner, (*where, index))
    else:
        yield where


def planted(head: dict[str, Any], way: tuple[str | int, ...]) -> dict[str, Any]:
    """A head with an invented quotation at one spot, as long as the field may be."""
    copy = json.loads(json.dumps(head))
    spot = copy
    for step in way[:-1]:
        spot = spot[step]
    words = {"monogram": "“z”", "short": "He: “we lied”"}.get(str(way[-1]), "The minister said “we lied about it all”")
    spot[way[-1]] = words + ("?" if way == ("title",) and "stances" in head else "")
    return dict(copy)


def write(dossier: Dossier, path: str, head: dict[str, Any]) -> None:
    """Write a record; JSON is YAML, too. The body of what is there stays."""
    body = (
        dossier.read(path).split("---\n")[2]
        if (dossier.root / path).is_file()
        else "So it is [@harbour-post, ¶1, reporter].\n"
    )
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in (COMMON | head).items())
    dossier.write(path, f"---\n{lines}---\n{'' if path.startswith('seeds') else body}")


@pytest.fixture
def full(dossier: Dossier) -> Dossier:
    """The demo with a record of each kind in which no field is missing."""
    for path, head in (MANY | ONE).items():
        write(dossier, path, head)
    dossier.write("content/maps/fine.geojson", '{"type": "FeatureCollection", "features": []}')
    assert [str(problem) for problem in errors(dossier.problems())] == []
    return dossier


def held(dossier: Dossier) -> dict[str, set[str]]:
    """The keys of all texts by the path of the record, but for those that may hold quotations of their own."""
    return {
        path: {key for key, spared in keys.items() if "quote-uncited" not in spared}
        for path, keys in all_held(dossier).items()
    }


def all_held(dossier: Dossier) -> dict[str, dict[str, frozenset[str]]]:
    """The keys of all texts by the path of the record, with the rules that each is spared."""
    corpus = dossier.load().corpus
    assert corpus is not None
    return {record.path: {text.key: text.spared for text in texts(record)} for record in records(corpus)}


def nested(*kinds: type[Struct]) -> set[type[Struct]]:
    """These kinds of records, and those of all values in them."""
    below = {field.entry for kind in kinds for field in fields(kind) if field.entry}
    return {*kinds, *(nested(*below) if below else ())}


def holds_words(field: Field) -> bool:
    """Whether words stand at the key itself, which some rule is to look at."""
    return field.spared is not None and field.entry is None


def test_every_field_of_text_is_in_the_trial(full: Dossier) -> None:
    """A new field that holds text must be added above, or it is not known whether it is checked."""
    found = all_held(full)
    seen = {part for path in MANY | ONE for key in found[path] for part in key.split(".")}
    declared = {field.key for kind in nested(*KINDS.values()) - {Words} for field in fields(kind) if holds_words(field)}
    assert declared - seen == set(), "give each of these a text in MANY or ONE of tests/test_every_text.py"


def test_an_invented_quotation_is_told_wherever_it_stands(full: Dossier) -> None:
    """One record for each field of the kinds of which there are many; the others one after the other."""
    keys = held(full)
    wanted: dict[str, str] = {}
    for path, head in MANY.items():
        for number, way in enumerate(spots(COMMON | head)):
            key = ".".join(map(str, way))
            if key in keys[path]:
                other = path.replace("full.md", f"full-{number}.md")
                if "positions" in path:
                    other = f"content/positions/of-{number}/full.md"
                    write(
                        full,
                        f"content/actors/of-{number}.md",
                        MANY["content/actors/full.md"] | {"name": f"Other {number}"},
                    )
                write(full, other, planted(COMMON | head, way))
                wanted[other] = key
    told = {problem.path for problem in full.problems() if problem.code.startswith(("quote-", "marks-"))}
    assert {path: key for path, key in wanted.items() if path not in told} == {}
    assert len(wanted) > 40
    for path in wanted:
        (full.root / path).unlink()
    for path, head in ONE.items():
        for way in spots(COMMON | head):
            if ".".join(map(str, way)) in keys[path]:
                write(full, path, planted(COMMON | head, way))
                assert [p.path for p in full.problems() if p.code.startswith(("quote-", "marks-"))] == [path], way
        write(full, path, head)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The “lied” lake", "quote-uncited"),
        ("We lied” lake", "quote-uncited"),
        ("The ''lied'' lake", "quote-uncited"),
        ("**Lake**", "head-markdown"),
        ("Theft Bay", "loaded-word"),
        ("Ondo Sprink", "name-form"),
    ],
)
def test_labels_of_a_base_map_are_held_to_the_rules(dossier: Dossier, words: str, code: str) -> None:
    """What stands on the map is our own choice of words, too."""
    dossier.edit("content/dossier.md", "  credit: Land", "  base: [land.geojson]\n  credit: Land")
    label = {
        "type": "Feature",
        "properties": {"k": "label", "name": words},
        "geometry": {"type": "Point", "coordinates": [179, -16]},
    }
    dossier.write("content/maps/land.geojson", json.dumps({"type": "FeatureCollection", "features": [label]}))
    assert [f"{problem.path}: {problem.code}" for problem in dossier.problems()] == [
        f"content/maps/land.geojson: {code}"
    ]
