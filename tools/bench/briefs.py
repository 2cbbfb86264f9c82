"""Made-up briefs for the benchmark: about 480 words each, with all that a brief may hold."""

from __future__ import annotations

import re
from random import Random

from msgspec import Struct

from tools.bench import language
from tools.bench.language import own_sentence, pick
from tools.bench.records import BASES, Event, Place, Question
from tools.bench.sources import Actor, Quote, Sources, date

#: Words a brief has at most; longer ones would be warned about.
MOST = 494
#: A spot in the first paragraph of each brief that the benchmark edits.
COUNTER = "number 0 of its kind"
_TARGET = re.compile(r"\]\([^)]*\)")
_RAW = (
    "Water is written H<sub>2</sub>O, and the unit m<sup>2</sup>",
    'The local word for it is <span lang="sq">ujë</span>',
    "The first line ends here<br>and the second begins",
)
_HOSTILE = (
    "A line was sent in as <script>alert(1)</script> by somebody",
    "A frame stood here <iframe src=//frame.example></iframe> for a while",
    "A drawing was <svg onload=alert(1)><object data=x>put in</object></svg> by hand",
)


class World(Struct, frozen=True):
    """All that a brief may refer to."""

    actors: list[Actor]
    questions: list[Question]
    places: list[Place]
    events: list[Event]
    sources: Sources


class _Body:
    """Blocks of one brief, with a count of their words."""

    def __init__(self, random: Random, world: World) -> None:
        self.random, self.world = random, world
        self.blocks: list[str] = []
        self.words = 0
        self.used: dict[str, list[str]] = {"actors": [], "questions": [], "places": [], "events": []}

    def add(self, text: str, cite: str = "") -> bool:
        """Add a block when it fits."""
        count = len(_TARGET.sub("]", text).split())
        if self.words + count > MOST:
            return False
        self.words += count
        self.blocks.append(f"{text} [@{cite}]." if cite else text)
        return True

    def cite(self) -> str:
        """A citation, now and then with a basis of its own."""
        cite = self.world.sources.cite(self.random)
        return f"{cite}, {pick(self.random, BASES)}" if self.random.random() < 0.4 else cite

    def link(self) -> str:
        """A link to another record, whose id the head then names too."""
        random, world = self.random, self.world
        kind = int(random.random() * 4)
        if kind == 0:
            actor = world.actors[int(random.random() * len(world.actors))]
            return self._link("actors", actor.id, actor.name)
        if kind == 1:
            question = world.questions[int(random.random() * len(world.questions))]
            return self._link("questions", question.id, question.title.rstrip("?"))
        if kind == 2:
            place = world.places[int(random.random() * len(world.places))]
            return self._link("places", place.id, place.name)
        event = world.events[int(random.random() * len(world.events))]
        return self._link("events", event.id, f"{event.title} on {date(event.day)}")

    def _link(self, kind: str, id: str, name: str) -> str:
        if id not in self.used[kind]:
            self.used[kind].append(id)
        return f"[{name}](../{kind}/{id}.md)"

    def quote(self) -> Quote:
        """A quotation from one of the sources."""
        quotes = self.world.sources.quotes
        return quotes[int(self.random.random() * len(quotes))]


def brief(random: Random, number: int, world: World) -> tuple[str, str]:
    """The id and the text of `content/briefs/<id>.md`; each number has the same features in every corpus."""
    body = _Body(random, world)
    nouns = [pick(random, language.OWN_NOUNS) for _ in range(8)]
    body.add(
        f"{own_sentence(random)}. This is {COUNTER}. {own_sentence(random)}. See {body.link()} for **more** of it",
        body.cite(),
    )
    for section in range(4):
        if not body.add(f"## {nouns[section].capitalize()} and {nouns[section + 4]}"):
            break
        _section(body, number, section)
    while body.add(". ".join(own_sentence(random) for _ in range(4)), body.cite()):
        pass
    while body.add(own_sentence(random), body.cite()):
        pass
    for kind, least in (("actors", 3), ("questions", 2)):
        have = body.used[kind]
        pool: list[Actor] | list[Question] = world.actors if kind == "actors" else world.questions
        while len(have) < min(least, len(pool)):
            id = pool[int(random.random() * len(pool))].id
            if id not in have:
                have.append(id)
    heads = "\n".join(f"{key}: [{', '.join(ids)}]" for key, ids in body.used.items() if ids)
    text = f"""---
title: The {nouns[0]} and the {nouns[1]} in part {number + 1}
summary: {own_sentence(random)}.
updated: 2024-{1 + number % 12:02d}-{1 + number % 28:02d}
owner: the editors
order: {number + 1}
basis: reporter
{heads}
---
"""
    return f"{nouns[0]}-{nouns[1]}-{number + 1:05d}", text + "\n\n".join(body.blocks) + "\n"


def _section(body: _Body, number: int, section: int) -> None:
    """One section: a paragraph with a quotation, then a list, a table or a block quotation, then a paragraph."""
    random = body.random
    said = body.quote()
    body.add(
        f'{own_sentence(random)}. {said.speaker} of {said.actor.name} said: "{said.words}"',
        f"{said.source}, ¶{said.paragraph}",
    )
    match section:
        case 0:
            _list(body, "- ")
        case 1 if number % 3 == 0:
            _table(body)
        case 1 | 3 if number % 2:
            _list(body, "1. ")
        case 2 if number % 5 == 0:
            shown = body.quote()
            text = f"> {shown.words}\n>\n> — {shown.speaker} [@{shown.source}, ¶{shown.paragraph}]"
            body.add(text)
    if section == 2 and number % 20 == 7:
        body.add(_RAW[number // 20 % len(_RAW)], body.cite())
    if section == 2 and number % 200 == 11:
        body.add(_HOSTILE[number // 200 % len(_HOSTILE)], body.cite())
    body.add(f"{own_sentence(random)}. On {body.link()} *the {pick(random, language.OWN_NOUNS)}* is open", body.cite())


def _list(body: _Body, mark: str) -> None:
    items = [f"{mark}{own_sentence(body.random)} [@{body.cite()}]." for _ in range(3)]
    body.add("\n".join(items))


def _table(body: _Body) -> None:
    random = body.random
    rows = ["| Year | What | Where |", "| --- | --- | ---: |"]
    for year in range(3):
        rows.append(f"| {2020 + year} | {own_sentence(random)} [@{body.cite()}] | {body.link()} |")
    body.add("\n".join(rows))
