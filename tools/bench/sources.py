"""Made-up sources for the benchmark: texts with quotations and dates in known paragraphs, and their records."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path
from random import Random

from msgspec import Struct, field

from tools.bench import language

KINDS = ("article", "report", "broadcast", "article", "letter")
FIRST_DAY = datetime.date(2019, 1, 1)
YEARS = 6
#: Sources appear from this day on, since what they tell of must not be later than they are.
PUBLISHED = datetime.date(2025, 1, 31)


class Actor(Struct, frozen=True):
    """Who speaks: an id, a name, the side and the speakers' names."""

    id: str
    name: str
    side: str
    speakers: tuple[str, ...]


class Quote(Struct, frozen=True):
    """Words that stand in a source, where they stand and who said them."""

    words: str
    source: str
    paragraph: int
    actor: Actor
    speaker: str

    @property
    def cite(self) -> str:
        """As in a head: `source ¶3`."""
        return f"{self.source} ¶{self.paragraph}"


class Dated(Struct, frozen=True):
    """A day that a source names, and where."""

    day: datetime.date
    source: str
    paragraph: int


class Sources(Struct):
    """What the sources hold, for the records to draw on."""

    ids: list[str] = field(default_factory=list)
    paragraphs: int = 0
    quotes: list[Quote] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    by_actor: dict[str, list[Quote]] = field(default_factory=dict)

    def cite(self, random: Random, source: str = "") -> str:
        """A citation without brackets, of one or two paragraphs."""
        first = 1 + int(random.random() * self.paragraphs)
        second = 1 + int(random.random() * self.paragraphs)
        both = random.random() < 0.3 and first != second
        name = source or language.pick(random, self.ids)
        return f"{name}, ¶{first}, ¶{second}" if both else f"{name}, ¶{first}"


def write(
    folder: Path, random: Random, count: int, actors: list[Actor], paragraphs: int = 100, every: int = 4
) -> Sources:
    """Write `count` sources, texts and records, into `folder`; each paragraph has about fifty words.

    In every second paragraph a day is named, in each `every`th somebody speaks.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = Sources(paragraphs=paragraphs)
    for number in range(count):
        id = f"{language.short_name(number).lower()}-{KINDS[number % len(KINDS)]}-{number + 1:03d}"
        made.ids.append(id)
        said = len(made.quotes)
        lines = [_paragraph(random, id, at, actors, made, every) for at in range(1, paragraphs + 1)]
        data = ("\n\n".join(lines) + "\n").encode()
        (folder / f"{id}.txt").write_bytes(data)
        (folder / f"{id}.md").write_text(_record(number, id, paragraphs, data, made.quotes[said:]), "utf-8")
    for quote in made.quotes:
        made.by_actor.setdefault(quote.actor.id, []).append(quote)
    return made


def _paragraph(random: Random, source: str, at: int, actors: list[Actor], made: Sources, every: int) -> str:
    sentences = [language.source_sentence(random) + "." for _ in range(3)]
    if at % every == 1 % every:
        actor = actors[len(made.quotes) % len(actors)]
        speaker = language.pick(random, actor.speakers)
        words = language.spoken(random)
        made.quotes.append(Quote(words, source, at, actor, speaker))
        sentences.insert(1, f'"{words}," said {speaker} of {actor.name}.')
    if at % 2 == 0:
        day = _day(random, [dated.day for dated in made.dates[-1:]], len(made.dates))
        made.dates.append(Dated(day, source, at))
        sentences.append(f"The {language.pick(random, language.SOURCE_NOUNS)} came on {date(day)}.")
    return " ".join(sentences)


def is_due(number: int) -> bool:
    """Whether the event of a source's day, counted through all sources, is due; one in ten is."""
    return number % 10 == 9


def has_outcome(number: int) -> bool:
    """Whether an event that is due has an outcome, which is the event before it; every second one has."""
    return number % 20 == 19


def _day(random: Random, before: list[datetime.date], number: int) -> datetime.date:
    """A day for a source to name: one that is due lies ahead of it, unless the day before is that of its outcome."""
    share = random.random()
    if has_outcome(number):
        return before[0] - datetime.timedelta(days=int(share * 28))
    first = PUBLISHED + datetime.timedelta(days=365) if is_due(number) else FIRST_DAY
    return first + datetime.timedelta(days=int(share * 365 * YEARS))


def date(day: datetime.date) -> str:
    """A day in words: 3 May 2021."""
    return f"{day.day} {language.MONTHS[day.month - 1]} {day.year}"


def _record(number: int, id: str, paragraphs: int, data: bytes, quotes: list[Quote]) -> str:
    places: dict[str, list[str]] = {}
    for quote in quotes:
        places.setdefault(quote.speaker, []).append(f'¶{quote.paragraph} "{" ".join(quote.words.split()[:3])}"')
    voices = "".join(f"  - by: {speaker}\n    in: {', '.join(spots)}\n" for speaker, spots in places.items())
    day = PUBLISHED + datetime.timedelta(days=number % 100)
    return f"""---
title: Report {number + 1} on the canals
publisher: {language.short_name(number)} Review
kind: {KINDS[number % len(KINDS)]}
language: en
paragraphs: {paragraphs}
sha256: {hashlib.sha256(data).hexdigest()}
author: {language.short_name(number + 500)} {language.registered(1000 + number)}
published: {day.isoformat()}
url: https://source.example/{id}
accessed: {(day + datetime.timedelta(days=40)).isoformat()}
origin: origin-{number % 37}
voices:
{voices}rights: Made up for a benchmark.
---
The text was made by a program and says nothing about anything. [@us]
"""
