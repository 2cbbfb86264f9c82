"""The casts of the case tables beside this file, and how these are read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.voices.cast import Cast, Held, Party
from briefing.voices.judge import Use, Verdict, Voice, judge

FOLDER = Path(__file__).parent
#: The year in which everything was said.
YEAR = 2025


def person(name: str, actor: str, role: str, *names: str) -> Party:
    return Party(name, frozenset({actor}), names=(name, *names), roles=(Held(role),))


def body(id: str, *names: str) -> Party:
    return Party(names[0], frozenset({id}), is_body=True, names=names)


REPORTER = Party("the reporter", is_reporter=True, names=("Solveig Arran", "The Harbour Post"))
CASTS = {
    "en": {
        "T": person("Ines Talomar", "oruna", "Water minister"),
        "O": person("Reth Okuvai", "telissa", "Chair of the council"),
        "L": person("Lena Marsh", "telissa", "Deputy chair of the council"),
        "D": person("Mirèle Dossa", "board", "Spokeswoman", "Mirele Dossa"),
        "H": person("James Hill", "norland", "Ambassador of Norland to Oruna"),
        "K": person("The keeper of the tank", "keeper", ""),
        "G": body("oruna", "Government of Oruna", "Oruna"),
        "C": body("telissa", "Telissa Island Council", "Telissa's council"),
        "B": body("board", "Sound Water Board", "Water board"),
        "A": body("norland", "Government of Norland", "Norland"),
        "F": body("league", "Fishers' League"),
        "R": REPORTER,
        "N": Party("neighbour", names=("neighbour",), is_free=True),
    },
}
_SHARED = {"R": REPORTER, "N": Party("neighbour", names=("neighbour",), is_free=True)}
CASTS["fr"] = {
    "T": person("Ines Talomar", "oruna", "Ministre de l'Eau"),
    "O": person("Reth Okuvai", "telissa", "Président du conseil"),
    "L": person("Lena Marsh", "telissa", "Vice-présidente du conseil"),
    "D": person("Mirèle Dossa", "board", "Porte-parole"),
    "H": person("James Hill", "norland", "Ambassadeur de Norlande"),
    "G": body("oruna", "Gouvernement d'Oruna", "Oruna"),
    "C": body("telissa", "Conseil insulaire de Telissa", "Conseil de Telissa"),
    "B": body("board", "Bureau des eaux du détroit", "Bureau des eaux"),
    "F": body("league", "Ligue des pêcheurs"),
    **_SHARED,
}
CASTS["de"] = {
    "T": person("Ines Talomar", "oruna", "Wasserministerin"),
    "O": person("Reth Okuvai", "telissa", "Vorsitzender des Rates"),
    "L": person("Lena Marsh", "telissa", "Stellvertretende Vorsitzende des Rates"),
    "D": person("Mirèle Dossa", "board", "Sprecherin"),
    "H": person("James Hill", "norland", "Botschafter von Norland"),
    "G": body("oruna", "Regierung von Oruna", "Oruna"),
    "C": body("telissa", "Inselrat von Telissa"),
    "B": body("board", "Wasserbehörde des Sunds", "Wasserbehörde"),
    "F": body("league", "Fischerbund"),
    **_SHARED,
}
CASTS["es"] = {
    "T": person("Ines Talomar", "oruna", "Ministra de Agua"),
    "O": person("Reth Okuvai", "telissa", "Presidente del consejo"),
    "L": person("Lena Marsh", "telissa", "Vicepresidenta del consejo"),
    "D": person("Mirèle Dossa", "board", "Portavoz"),
    "H": person("James Hill", "norland", "Embajador de Norlandia"),
    "G": body("oruna", "Gobierno de Oruna", "Oruna"),
    "C": body("telissa", "Consejo insular de Telissa", "Consejo de Telissa"),
    "B": body("board", "Junta de Aguas"),
    "F": body("league", "Liga de Pescadores"),
    **_SHARED,
}
CASTS["sr"] = {
    "T": person("Ines Talomar", "oruna", "Ministarka za vode"),
    "O": person("Reth Okuvai", "telissa", "Predsednik Saveta"),
    "L": person("Lena Marš", "telissa", "Zamenica predsednika Saveta"),
    "P": person("Petar Petković", "office", "Direktor Kancelarije"),
    "G": body("oruna", "Vlada Orune", "Oruna"),
    "C": body("telissa", "Ostrvski savet Telise", "Savet Telise"),
    "F": body("league", "Savez ribara"),
    **_SHARED,
}
PLACES = {"Telissa", "Telisa", "Port Sefa", "Ondo Spring"}


class Case(NamedTuple):
    """One line of a table: the outcomes that it may have, whose the words are, and where they stand."""

    outcomes: frozenset[str]
    voice: str
    use: Use
    line: str


def cast(language: str) -> Cast:
    parties = CASTS[language]
    return Cast(tuple(parties.values()), language, frozenset(PLACES))


def cases(language: str) -> list[Case]:
    found, section = [], ""
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            section = line[3:]
        elif line and not line.startswith("#"):
            voice, _, text = line.partition(" | ")
            text, _, also = text.partition(" ~")
            earlier, _, sentence = text.rpartition(" // ")
            if text.endswith("// "):
                continue
            before, _, behind = (part.replace("{-}", "\ufffc") for part in sentence.partition("{}"))
            found.append(
                Case(
                    frozenset({section, *also.split()}),
                    voice,
                    Use(before, behind, earlier.replace("{-}", "\ufffc")),
                    line,
                )
            )
    return found


def verdict(case: Case, language: str, everybody: Cast, by: str = "") -> Verdict:
    parties = CASTS[language]
    within = parties["T"] if (by or case.voice) == "N" else None
    return judge(case.use, Voice(parties[by or case.voice], year=YEAR, within=within), everybody)


def others(case: Case, language: str) -> list[str]:
    """Those whose words a sentence that is right for its voice must not be: of no body in common."""
    parties = CASTS[language]
    own = parties[case.voice]
    return [by for by, party in parties.items() if party is not own and not party.actors & own.actors]
