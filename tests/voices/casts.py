"""Reads the case tables beside this file: a cast, and sentences with whose words they hold."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.voices.cast import Cast, Held, Party
from briefing.voices.judge import Use, Verdict, Voice, judge

FOLDER = Path(__file__).parent
TABLES = sorted(path.stem for path in FOLDER.glob("*.txt"))
#: The year in which everything was said.
YEARS = {"plates": 2022, "harbour": 2022, "lake": 2022}
BLANK = "\ufffc"


class Case(NamedTuple):
    """One line of a table: the outcomes that it may have, whose the words are, and where they stand."""

    outcomes: frozenset[str]
    voice: str
    use: Use
    line: str


class Table(NamedTuple):
    """A cast by the keys of its parties, its sentences, and the year in which everything was said."""

    parties: dict[str, Party]
    cast: Cast
    cases: list[Case]
    year: int


def party(line: str) -> tuple[str, Party]:
    key, kind, actors, names, role = (part.strip() for part in (line + "|").split("|")[:5])
    forms = tuple(name.strip() for name in names.split(";"))
    return key, Party(
        "the reporter" if kind == "reporter" else forms[0],
        frozenset(actors.split()),
        is_body=kind in ("body", "state", "actor"),
        is_reporter=kind == "reporter",
        names=forms,
        roles=(Held(role),) if role else (),
        is_person=kind == "actor",
        is_free=kind == "free",
        is_state=kind == "state",
    )


def read(name: str) -> Table:
    parties: dict[str, Party] = {}
    cases: list[Case] = []
    language, places, section = "en", frozenset[str](), ""
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("@ "):
            key, found = party(line[2:])
            parties[key] = found
        elif line.startswith("language "):
            language = line.split()[1]
        elif line.startswith("places "):
            places = frozenset(place.strip() for place in line[7:].split(";"))
        elif line.startswith("== "):
            section = line[3:]
        elif line and not line.startswith("#"):
            cases.append(case(line, section))
    return Table(parties, Cast(tuple(parties.values()), language, places), cases, YEARS.get(name[3:], 2025))


def case(line: str, section: str) -> Case:
    voice, _, text = line.partition(" | ")
    text, _, also = text.partition(" ~")
    earlier, _, sentence = text.replace("{-}", BLANK).rpartition(" // ")
    before, _, behind = sentence.partition("{}")
    return Case(frozenset({section, *also.split()}), voice, Use(before, behind, earlier), line)


def verdict(case: Case, table: Table, by: str = "") -> Verdict:
    """The verdict on a sentence, perhaps as if the words were somebody else's."""
    voice = table.parties[by or case.voice]
    within = table.parties.get("T") if voice.is_free else None
    return judge(case.use, Voice(voice, year=table.year, within=within), table.cast)


def others(case: Case, table: Table) -> list[str]:
    """Those whose words a sentence that is right for its voice must not be: of no body in common."""
    own = table.parties[case.voice]
    return [by for by, party in table.parties.items() if party is not own and not party.actors & own.actors]
