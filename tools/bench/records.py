"""Made-up records for the benchmark: the text of one file each, from a Random and what the sources hold."""

from __future__ import annotations

import datetime
from random import Random

from msgspec import Struct

from tools.bench import language
from tools.bench.language import own_sentence, pick
from tools.bench.sources import Actor, Dated, Sources, date, has_outcome, is_due

SIDES = ("north", "south", "international", "civil")
KINDS = ("government", "authority", "organisation", "alliance", "state", "community")
BASES = ("reporter", "inferred")
_FORMS = ("{} Council", "Assembly of {}", "{} Office", "{} League", "Union of {}", "{} Forum")


class Question(Struct, frozen=True):
    """A question: its id, title and stances."""

    id: str
    title: str
    stances: tuple[str, ...]


class Place(Struct, frozen=True):
    """A place: its id and name."""

    id: str
    name: str


class Event(Struct, frozen=True):
    """An event: its id, title, day and state."""

    id: str
    title: str
    day: datetime.date
    due: bool


def actors(count: int) -> list[Actor]:
    """So many actors, each with two speakers."""
    made = []
    for number in range(count):
        name = _FORMS[number % len(_FORMS)].format(language.registered(number))
        speakers = tuple(
            f"{language.short_name(900 + number * 2 + k)} {language.registered(100 + number * 2 + k)}" for k in (0, 1)
        )
        made.append(Actor(name.lower().replace(" ", "-"), name, SIDES[number % len(SIDES)], speakers))
    return made


def questions(count: int) -> list[Question]:
    """So many questions with two or three stances."""
    nouns = language.OWN_NOUNS
    return [
        Question(
            f"{nouns[n]}-{nouns[n + 40]}",
            f"Should the {nouns[n]} come before the {nouns[n + 40]}?",
            ("yes", "no", "later")[: 2 + n % 2],
        )
        for n in range(count)
    ]


def places(count: int, in_register: int) -> list[Place]:
    """So many places, the first of them with long names that are in the register."""
    made = []
    for number in range(count):
        name = language.registered(300 + number) if number < in_register else language.place_name(2000 + number)
        made.append(Place(name.lower().replace(" ", "-"), name))
    return made


def events(random: Random, days: list[Dated]) -> list[Event]:
    """One event for each day; one in ten is due."""
    made = []
    for number, dated in enumerate(days):
        noun, other = pick(random, language.OWN_NOUNS), pick(random, language.OWN_NOUNS)
        made.append(
            Event(
                f"{noun}-{other}-{number + 1:04d}",
                f"The {noun} {number + 1} meets the {other}",
                dated.day,
                is_due(number),
            )
        )
    return made


def actor(random: Random, one: Actor, number: int, sources: Sources) -> str:
    """`content/actors/<id>.md`."""
    speakers = "".join(
        f"  - name: {name}\n    role: speaks for {one.name}\n"
        f"    basis: reporter\n    cite: {head(sources.cite(random))}\n"
        for name in one.speakers
    )
    return f"""---
name: {one.name}
kind: {KINDS[number % len(KINDS)]}
side: {one.side}
summary: {own_sentence(random)}.
basis: reporter
cite: {head(sources.cite(random))}
speakers:
{speakers}---
{paragraph(random, sources, 3)}

{paragraph(random, sources, 2)}
"""


def question(random: Random, one: Question, number: int, sources: Sources) -> str:
    """`content/questions/<id>.md`."""
    stances = "".join(f"  {id}: {id.capitalize()}. {own_sentence(random)}.\n" for id in one.stances)
    return f"""---
title: {one.title}
short: {one.id.replace("-", " ").capitalize()}
summary: {own_sentence(random)}.
order: {number + 1}
stances:
{stances}---
{paragraph(random, sources, 3, basis=True)}
"""


def position(random: Random, one: Actor, on: Question, sources: Sources, quoted: bool, via: Actor | None) -> str:
    """`content/positions/<actor>/<question>.md`."""
    own = sources.by_actor.get(one.id)
    lines = [
        f"stance: {pick(random, on.stances)}",
        f"as_of: {2019 + int(random.random() * 6)}-0{1 + int(random.random() * 9)}",
    ]
    if quoted and own:
        quote = own[int(random.random() * len(own))]
        lines += ["basis: direct", f"cite: {quote.cite}", f"quote: {quote.words}", f"speaker: {quote.speaker}"]
    else:
        lines += ["basis: reporter", f"cite: {head(sources.cite(random))}"]
    if via:
        lines.append(f"via: {via.id}")
    return "\n".join(["---", *lines, "---", paragraph(random, sources, 2)]) + "\n"


def place(random: Random, one: Place, number: int, sources: Sources) -> str:
    """`content/places/<id>.md`."""
    return f"""---
name: {one.name}
kind: {("town", "crossing", "site", "city", "area")[number % 5]}
names:
  sq: {one.name}it
  sr-Cyrl: Град {number + 1}
latitude: {41 + random.random() * 4:.4f}
longitude: {18 + random.random() * 6:.4f}
precision: the middle of the built-up area, to about 1 km
coordinates_from: made up for a benchmark
summary: {own_sentence(random)}.
basis: reporter
cite: {head(sources.cite(random))}
---
{paragraph(random, sources, 2)}
"""


def event(
    random: Random, number: int, made: list[Event], days: list[Dated], ids: dict[str, list[str]], sources: Sources
) -> str:
    """`content/events/<id>.md`; one in five is counted from the event before it."""
    one, dated = made[number], days[number]
    stated = number < 12 or number % 4 != 3
    dating = [
        f"  words: on {date(one.day)}",
        f"  rule: The source names the day{f' in {one.day.year}' if stated else ''}.",
    ]
    dating += [f"  year: {'stated' if stated else 'inferred'}", f"  weekday: {WEEKDAYS[one.day.weekday()]}"]
    if number % 5 == 4:
        before = made[number - 1]
        dating += ["  interval:", f"    from: {before.id}", f"    days: {(one.day - before.day).days}"]
    lines = [f"title: {one.title}", f"date: {one.day.isoformat()}", f"state: {'due' if one.due else 'happened'}"]
    lines += ["basis: reporter", f"cite: {dated.source} ¶{dated.paragraph}"]
    lines += [f"{key}: [{', '.join(values)}]" for key, values in ids.items()]
    if has_outcome(number + 1) and number + 1 < len(made):
        lines.append(f"outcome_of: {made[number + 1].id}")
    return "\n".join(["---", *lines, "dating:", *dating, "---", paragraph(random, sources, 2)]) + "\n"


WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def head(cite: str) -> str:
    """A citation as it stands in a head."""
    return cite.replace(",", "", 1)


def paragraph(random: Random, sources: Sources, sentences: int, basis: bool = False) -> str:
    """A paragraph of so many sentences with a citation behind the last."""
    said = ". ".join(own_sentence(random) for _ in range(sentences))
    return f"{said} [@{sources.cite(random)}{', ' + pick(random, BASES) if basis else ''}]."
