"""Small dossiers of odd shapes, made of a few words each: read from the right, three places on one quay, one actor,
forty actors, without places, without dates, names that never end. By themselves: `python -m tests.odd FOLDER`.
"""

from __future__ import annotations

import hashlib
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.support import Dossier

SIDES = {"one": "Northern shore", "other": "Southern shore", "outside": "Others"}
QUESTIONS = ("May boats land at night?", "Who must pay for the new wall?", "Is the chart right?")
ANSWERS = ("Yes, whatever the tide.", "No, not before the wall stands.", "Only where a light burns.")
PLACES = (("North Head", 54.0, 12.0), ("South Head", 54.3, 12.4), ("Light Rock", 54.1, 12.9))
#: The days that each source names.
DAYS = "2024, March 2024, 2 May 2024, 9 May 2024, June 2024, 1 September 2024, 2025."
#: Date, state and title of each event.
EVENTS = (
    ("2024", "happened", "The wall is planned"),
    ("2024-03", "happened", "The chart is drawn"),
    ("2024-05-02", "happened", "A boat lands at night"),
    ("2024-05-02/2024-05-09", "happened", "The harbour is shut"),
    ("2024-06-01~", "happened", "Stones are brought"),
    ("2024-09-01", "due", "The wall is to be begun"),
    ("2025", "due", "The wall is to stand"),
)


class Shape(NamedTuple):
    """What a dossier has; left out, it is a small plain one. `says` are the words that actors are quoted with, by turns,
    each with its language and what it means in the dossier's, if that is another.
    """

    title: str = "The landing quarrel"
    summary: str = "Two shores share one harbour, and they cannot agree when boats may land."
    language: str = "en"
    sides: dict[str, str] = SIDES
    actors: tuple[str, ...] = ("Northern council", "Southern council", "Harbour office")
    questions: tuple[str, ...] = QUESTIONS
    answers: tuple[str, ...] = ANSWERS
    places: tuple[tuple[str, float, float], ...] = PLACES
    events: tuple[tuple[str, str, str], ...] = EVENTS
    says: tuple[tuple[str, str, str], ...] = (("en", "we land when the tide is high, {}", ""),)
    note: str = "It says so whenever the harbour is spoken of."
    every: int = 1  # each so many actors answer a question


_LONG = "The Permanent Interparliamentary Commission for Hydrographicalcartographical Arbitration"
_ENDLESS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
#: The odd dossiers by name.
SHAPES = {
    "arabic": Shape(
        title="خلاف الميناء",
        summary="ضفتان تتقاسمان ميناء واحدا ولا تتفقان على وقت رسو القوارب فيه.",
        language="ar",
        sides={"one": "الضفة الشمالية", "other": "الضفة الجنوبية", "outside": "آخرون"},
        actors=("مجلس الشمال", "مجلس الجنوب", "مكتب الميناء"),
        questions=("هل يجوز رسو القوارب ليلا؟", "من يدفع ثمن الجدار؟"),
        answers=("نعم مهما كان المد", "لا قبل أن يقوم الجدار", "حيث يضيء مصباح فقط"),
        places=(("رأس الشمال", 54.0, 12.0), ("رأس الجنوب", 54.3, 12.4), ("صخرة الضوء", 54.1, 12.9)),
        events=tuple(
            (date, state, title)
            for (date, state, _), title in zip(
                EVENTS,
                (
                    "التخطيط للجدار",
                    "رسم الخريطة",
                    "قارب يرسو ليلا",
                    "إغلاق الميناء",
                    "جلب الحجارة",
                    "بدء الجدار",
                    "قيام الجدار",
                ),
                strict=True,
            )
        ),
        says=(("ar", "نرسو حين يعلو المد، {}", ""), ("am", "ባሕሩ የሁላችን ነው", "البحر لنا جميعا")),
        note="يقول ذلك كلما ذكر الميناء.",
    ),
    "tongues": Shape(
        says=(
            ("ar", "نرسو حين يعلو المد {}", "we land when the tide rises, {}"),
            ("am", "ባሕሩ የሁላችን ነው", "the sea is ours"),
        ),
    ),
    "quay": Shape(
        places=(("Fish Steps", 54.0, 12.0), ("Customs Stair", 54.004, 12.006), ("Ferry Slip", 54.009, 12.012))
    ),
    "single": Shape(
        sides={}, actors=("Harbour office",), questions=QUESTIONS[:1], places=PLACES[:1], events=EVENTS[2:3]
    ),
    "crowd": Shape(
        actors=tuple(
            f"{kind} of {town}"
            for town in ("Aln", "Bree", "Corr", "Dunn", "Esk", "Fell", "Gant", "Holm")
            for kind in ("Council", "Guild", "Boatmen", "Pilots", "Wardens")
        ),
        questions=(*QUESTIONS, "May strangers fish here?", "Is the light bright enough?", "Must boats be counted?"),
        every=3,
    ),
    "placeless": Shape(places=()),
    "dateless": Shape(events=()),
    "bare": Shape(places=(), events=(), actors=("Northern council", "Southern council"), questions=QUESTIONS[:1]),
    "long": Shape(
        title=f"The quarrel over {_ENDLESS}",
        sides={
            "one": "Northern shore and all of its islands, holms and skerries",
            "other": _ENDLESS[:60],
            "outside": "Others",
        },
        actors=(_LONG, f"{_ENDLESS} of the shore", f"{_LONG[:70]} and its Deputies"),
        questions=tuple(
            f"{question[:-1]}, even though {_LONG[:60].lower()} has not yet been heard on it?" for question in QUESTIONS
        ),
        answers=tuple(
            f"{answer[:-1]}, as long as the {_ENDLESS} has not decided otherwise in a winter." for answer in ANSWERS
        ),
        places=tuple((f"{name} by {_ENDLESS[:50]}", north, east) for name, north, east in PLACES),
        events=tuple((date, state, f"{title}, as the {_ENDLESS} has long foreseen") for date, state, title in EVENTS),
    ),
}


def odd_dossier(folder: Path, name: str) -> Dossier:
    """Make the dossier of that name in `folder`."""
    shape, dossier = SHAPES[name], Dossier(folder)
    for path, head, body in _records(shape):
        dossier.write(path, f"---\n{head.strip()}\n---\n{body}\n")
    for number, (language, lines) in enumerate(_sources(shape), 1):
        text = "\n".join(lines) + "\n"
        dossier.write(f"seeds/paper-{number}.txt", text)
        voices = "\n".join(
            f"  - {{by: actor-{actor}, in: ¶{at}}}" for at, actor in enumerate(_speakers(shape, number - 1), 1)
        )
        head = (
            f"title: Paper {number}\npublisher: The paper {number}\nkind: article\nlanguage: {language}\nparagraphs: {len(lines)}\n"
            f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\npublished: 2024-07-01\nvoices:\n{voices}\n"
            "limits: {words: 25, share: 90}\nrights: Invented for the tests; free to use.\n"
        )
        dossier.write(f"seeds/paper-{number}.md", f"---\n{head}---\n")
    return dossier


def _speakers(shape: Shape, number: int) -> list[int]:
    """Who speaks in one of the sources: actors take turns."""
    return [*range(number, len(shape.actors), len(shape.says))]


def _sign(actor: int) -> str:
    """What tells an actor's words from those of others."""
    return f"№ {actor + 1:02}"


def _sources(shape: Shape) -> Iterator[tuple[str, list[str]]]:
    """The language and the paragraphs of each source: one for each actor that it quotes, and one for all else."""
    for number, (language, words, _) in enumerate(shape.says):
        marks = "“{}”" if language == "en" else "«{}»"
        said = [marks.format(words.format(_sign(actor))) for actor in _speakers(shape, number)]
        yield language, [*said, f"{DAYS} {' '.join(itertools.repeat('la', 20 * len(said)))}"]


def _records(shape: Shape) -> Iterator[tuple[str, str, str]]:
    """Path, front matter and body of each record."""
    rest = f"paper-1 ¶{len(_speakers(shape, 0)) + 1}"
    known = f"basis: reporter\ncite: {rest}"
    sides = "".join(f"  {id}: {name}\n" for id, name in shape.sides.items())
    yield (
        "content/dossier.md",
        (
            f"title: {shape.title}\nsummary: {shape.summary}\nsnapshot: Describes the position in July 2024.\n"
            f"language: {shape.language}\nperiod: 2024\nas_of: 2024-07-10\nlicence: CC BY 4.0\nformat: 2\nanswer: all\n"
            + (f"sides:\n{sides}" if sides else "")
            + f"stands:\n  - {{status: disputed, text: '{shape.summary}', basis: reporter, cite: {rest}}}\n"
        ),
        f"- {shape.summary} [@{rest.replace(' ', ', ')}, reporter]",
    )
    yield "content/about.md", "title: About this dossier", f"## {shape.title}\n\n{shape.summary} [@us]"
    yield "content/names.md", "title: Names\nnames: []", ""
    yield "content/words.md", "loaded: []", ""
    for number, (name, side) in enumerate(zip(shape.actors, itertools.cycle(shape.sides or [""]), strict=False)):
        own = (f"side: {side}\n" if side else "") + (f"short: {name[:24].strip()}\n" if len(name) > 24 else "")
        yield (
            f"content/actors/actor-{number}.md",
            f"name: {name}\nkind: organisation\n{own}summary: {shape.summary}\n{known}",
            "",
        )
    for number, question in enumerate(shape.questions):
        answers = "".join(f"  a{at}: '{answer}'\n" for at, answer in enumerate(shape.answers))
        yield (
            f"content/questions/question-{number}.md",
            (
                f"title: {question}\nshort: {question[:24].strip(' ?؟')}\nsummary: {shape.summary}\norder: {number + 1}\nstances:\n{answers}"
            ),
            "",
        )
        for actor in range(number % shape.every, len(shape.actors), shape.every):
            source, (_, words, meaning) = actor % len(shape.says), shape.says[actor % len(shape.says)]
            cite = f"paper-{source + 1} ¶{actor // len(shape.says) + 1}"
            stated = f"basis: direct\ncite: {cite}\nquote: {words.format(_sign(actor))}\n"
            stated += f"translation: {meaning.format(_sign(actor))}\n" if meaning else ""
            stated = "basis: inferred\n" + f"cite: {cite}\n" if (actor + number) % 4 == 3 else stated
            yield (
                f"content/positions/actor-{actor}/question-{number}.md",
                (f"stance: a{(actor + number) % len(shape.answers)}\nas_of: 2024-07\n{stated}"),
                shape.note,
            )
    for number, (name, north, east) in enumerate(shape.places):
        yield (
            f"content/places/place-{number}.md",
            (
                f"name: {name}\nkind: site\nlatitude: {north}\nlongitude: {east}\nprecision: to a stone's throw\n"
                f"coordinates_from: an invention\norder: {number + 1}\nsummary: {shape.summary}\n{known}"
            ),
            "",
        )
    for number, (date, state, title) in enumerate(shape.events):
        where = f"places: [place-{number % len(shape.places)}]\n" if shape.places else ""
        yield (
            f"content/events/event-{number}.md",
            (
                f"title: {title}\ndate: {date}\nstate: {state}\n{known}\nactors: [actor-{number % len(shape.actors)}]\n"
                f"questions: [question-{number % len(shape.questions)}]\n{where}"
            ),
            shape.note,
        )
    yield (
        "content/briefs/all.md",
        f"title: {shape.title}\nsummary: {shape.summary}\nupdated: 2024-07-05\norder: 1",
        (f"## {shape.title}\n\n{shape.summary} [@{rest.replace(' ', ', ')}, reporter]"),
    )


if __name__ == "__main__":
    for name in SHAPES:
        odd_dossier(Path(sys.argv[1]) / name, name)
