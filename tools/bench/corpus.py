"""A made-up dossier of any size for the benchmark: full records, the same for the same seed.

`make` writes a dossier that passes every check; `quotes_corpus` one that is nearly all quotations, for `invoke verify`.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from random import Random
from typing import TypeVar

from tools.bench import briefs, records, sources
from tools.bench.language import own_sentence
from tools.bench.sources import Actor

T = TypeVar("T")
AS_OF = "2025-06-30"


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))


def make(folder: Path, n: int, seed: int = 1) -> None:
    """Write a dossier of `n` briefs and all that belongs to them into `folder`, which must be empty or not there.

    40 actors and 30 questions from 600 briefs on, fewer below; n/10 places up to 3,000, n/5 events up to 5,000,
    n/100 sources up to 100 of about 5,000 words each, positions for two fifths of the matrix.
    """
    random = Random(seed)  # noqa: S311 (nothing here is secret)
    actors = records.actors(_within(n // 10, 6, 40))
    questions = records.questions(_within(n // 20, 4, 30))
    count = _within(n // 100, 2, 100)
    made = sources.write(folder / "seeds", random, count, actors)
    days = made.dates[: _within(n // 5, 4, min(5000, len(made.dates)))]
    world = briefs.World(
        actors, questions, records.places(_within(n // 10, 5, 3000), 100), records.events(random, days), made
    )
    content = folder / "content"
    _dossier(content, random, world)
    for number, actor in enumerate(actors):
        _write(content / "actors" / f"{actor.id}.md", records.actor(random, actor, number, made))
    for number, question in enumerate(questions):
        _write(content / "questions" / f"{question.id}.md", records.question(random, question, number, made))
    _positions(content, random, world)
    for number, place in enumerate(world.places):
        _write(content / "places" / f"{place.id}.md", records.place(random, place, number, made))
    for number, event in enumerate(world.events):
        ids = {"actors": [_one(random, actors).id], "places": [_one(random, world.places).id]}
        ids["questions"] = [_one(random, questions).id]
        _write(content / "events" / f"{event.id}.md", records.event(random, number, world.events, days, ids, made))
    for number in range(n):
        id, text = briefs.brief(random, number, world)
        _write(content / "briefs" / f"{id}.md", text)


def quotes_corpus(folder: Path, quotes: int = 1000, count: int = 100, wrong: int = 0, seed: int = 1) -> None:
    """Write a dossier of `quotes` quotations against `count` sources of about 5,000 words each.

    `wrong` of them are altered by a word, the costly case: the fault must say what comes nearest.
    """
    random = Random(seed)  # noqa: S311
    actors = records.actors(6)
    every = max(1, 100 * count // quotes)
    made = sources.write(folder / "seeds", random, count, actors, every=every)
    if len(made.quotes) < quotes:
        raise ValueError(f"{count} sources hold {len(made.quotes)} quotations, not {quotes}")
    world = briefs.World(actors, records.questions(4), records.places(5, 5), [], made)
    content = folder / "content"
    _dossier(content, random, world)
    for number, actor in enumerate(actors):
        _write(content / "actors" / f"{actor.id}.md", records.actor(random, actor, number, made))
    for start in range(0, quotes, 20):
        lines = []
        for number, quote in enumerate(made.quotes[start : min(start + 20, quotes)], start):
            words = quote.words.replace(" ", " never ", 1) if number < wrong else quote.words
            lines.append(
                f'{quote.speaker} of {quote.actor.name} said: "{words}" [@{quote.source}, ¶{quote.paragraph}].'
            )
        filler = "\n\n".join(records.paragraph(random, made, 2) for _ in range(3))
        head = (
            f"---\ntitle: Quotations from {start + 1}\nsummary: What was said.\n"
            "updated: 2024-05-05\nbasis: reporter\n---\n"
        )
        _write(
            content / "briefs" / f"quotations-{start + 1:05d}.md", head + "\n\n".join(lines) + "\n\n" + filler + "\n"
        )


def _one(random: Random, things: list[T]) -> T:
    return things[int(random.random() * len(things))]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _positions(content: Path, random: Random, world: briefs.World) -> None:
    """Positions for two fifths of the matrix; three in five are quoted, some are known through an ally."""
    for number, actor in enumerate(world.actors):
        allies = [other for other in world.actors if other.side == actor.side and other is not actor]
        for index, question in enumerate(world.questions):
            if (number * 7 + index * 3) % 5 > 1:
                continue
            via = _one(random, allies) if allies and (number + index) % 13 == 0 else None
            text = records.position(random, actor, question, world.sources, random.random() < 0.6, via)
            _write(content / "positions" / actor.id / f"{question.id}.md", text)


def _dossier(content: Path, random: Random, world: briefs.World) -> None:
    """The dossier itself, its single pages and its base map."""
    made = world.sources
    stands = "".join(
        f"  - status: {status}\n    text: {own_sentence(random)}.\n"
        f"    basis: reporter\n    cite: {records.head(made.cite(random))}\n"
        for status in ("in-force", "planned", "disputed", "unknown")
    )
    points = "\n".join(f"- {own_sentence(random)} [@{made.cite(random)}, reporter]." for _ in range(4))
    sides = "".join(f"  {side}: The {side} side\n" for side in records.SIDES)
    _write(
        content / "dossier.md",
        f"""---
title: A made-up dispute
summary: {own_sentence(random)}.
snapshot: Describes a state of things that a program made up.
as_of: {AS_OF}
publisher: The benchmark
sides:
{sides}map:
  base: [region.geojson]
  note: The lines are made up.
  credit: Made up for a benchmark.
stands:
{stands}---
{points}
""",
    )
    _write(content / "about.md", f"---\ntitle: About\n---\n## How it was made\n\n{own_sentence(random)} [@us]\n")
    _write(content / "names.md", _names(world.actors, world.places))
    words = "".join(
        f"  - word: {word}\n    instead: something plainer\n" for word in "regime crackdown culprit pawns".split()
    )
    _write(content / "words.md", f"---\nloaded:\n{words}terms:\n  - plain words\n---\nSome words take a side. [@us]\n")
    _write(content / "maps" / "region.geojson", _region(random))


def _names(actors: list[Actor], places: list[records.Place]) -> str:
    entries = [(actor.name, "organisation") for actor in actors]
    entries += [(name, "person") for actor in actors for name in actor.speakers]
    entries += [(place.name, "place") for place in places[:100]]
    names = "".join(
        f"  - neutral: {name}\n    kind: {kind}\n    local:\n      sq: {name}it\n    note: Made up.\n"
        for name, kind in entries
    )
    return f"---\nnames:\n{names}---\nAll names are made up. [@us]\n"


def _region(random: Random) -> str:
    """A base map of a river and a border of 200 points each."""
    features = []
    for kind, start in (("river", 42.0), ("border", 43.5)):
        line = [
            [round(18 + i * 0.03, 4), round(start + math.sin(i / 9) / 3 + random.random() / 50, 4)] for i in range(200)
        ]
        properties = {"k": kind}
        features.append(
            {"type": "Feature", "properties": properties, "geometry": {"type": "LineString", "coordinates": line}}
        )
    return json.dumps({"type": "FeatureCollection", "features": features})
