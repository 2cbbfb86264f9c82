"""Who the prose says is speaking, and whether that is whose words they are: the tables in `tests/voices/`, and more."""

from __future__ import annotations

import pytest

from briefing.model.dates import PartialDate
from briefing.voices.cast import Cast, Held, Party
from briefing.voices.judge import Outcome, Use, Verdict, Voice, claimants, judge, proposed
from tests.voices.casts import CASTS, Case, cases, cast, others, verdict

LANGUAGES = sorted(CASTS)
TOLD = {Outcome.WRONG, Outcome.UNSURE}


def named(language: str, voice: str) -> Party:
    return CASTS[language][voice]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_judged_as_a_careful_reader_would(language: str) -> None:
    everybody = cast(language)
    found = [(case.line, verdict(case, language, everybody)) for case in cases(language)]
    wanted = [case.outcomes for case in cases(language)]
    assert [line for line, want in zip(found, wanted, strict=True) if line[1].outcome not in want] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_right_sentence_is_right_for_somebody_else(language: str) -> None:
    """The same sentence with the words of another speaker is a misattribution."""
    everybody = cast(language)

    def taken(case: Case) -> list[str]:
        return [by for by in others(case, language) if verdict(case, language, everybody, by).outcome not in TOLD]

    right = [case for case in cases(language) if case.outcomes == {"right"} and "//" not in case.line]
    assert [(case.line, by) for case in right if (by := taken(case))] == []


def test_a_name_in_the_citation_settles_doubt_and_no_more() -> None:
    talomar, everybody = Voice(named("en", "T")), cast("en")
    assert judge(Use("Talomar and Okuvai said ", cited="Ines Talomar"), talomar, everybody).outcome is Outcome.RIGHT
    assert judge(Use("Okuvai said ", cited="Ines Talomar"), talomar, everybody).outcome is Outcome.WRONG
    assert judge(Use("Talomar said ", cited="Reth Okuvai"), talomar, everybody).to == "Reth Okuvai"


@pytest.mark.parametrize(
    ("given", "voice", "outcome"),
    [
        ("Ines Talomar", "T", "right"),
        ("Ines Talomar, water minister", "T", "right"),
        ("Government of Oruna", "T", "right"),
        ("The water minister", "T", "right"),
        ("Talomar", "T", "right"),
        ("Reth Okuvai", "T", "wrong"),
        ("Jane Smith", "T", "wrong"),
        ("Reth Okuvai", "C", "wrong"),
        ("Telissa Island Council", "C", "right"),
        ("Lena Marsh", "O", "wrong"),
        ("Mirele Dossa", "D", "right"),
        ("The deputy chair", "O", "wrong"),
        ("Ines Talomar", "R", "wrong"),
    ],
)
def test_an_explicit_name_must_be_the_voice(given: str, voice: str, outcome: str) -> None:
    assert judge(Use(given=given), Voice(named("en", voice)), cast("en")).outcome == outcome


def test_the_records_actor_speaks_where_nobody_is_named() -> None:
    everybody = cast("en")
    assert judge(Use(actors=("oruna",)), Voice(named("en", "T")), everybody).outcome is Outcome.RIGHT
    assert judge(Use(actors=("telissa",)), Voice(named("en", "T")), everybody).outcome is Outcome.WRONG
    assert judge(Use("It is ", actors=("oruna",)), Voice(named("en", "T")), everybody).outcome is Outcome.RIGHT


def twins(*more: Party) -> Cast:
    owen = Party("Owen Talomar", frozenset({"league"}), names=("Owen Talomar",), roles=(Held("Treasurer"),))
    return Cast((*CASTS["en"].values(), owen, *more), "en")


@pytest.mark.parametrize(
    ("sentence", "earlier", "outcome"),
    [
        ("Talomar said ", "", "unsure"),
        ("Talomar said ", "Ines Talomar met the press.", "right"),
        ("Talomar said ", "Owen Talomar met the press.", "wrong"),
        ("Talomar said ", "Ines Talomar met Owen Talomar.", "wrong"),
        ("Owen Talomar said ", "Ines Talomar met the press.", "wrong"),
        ("Minister Talomar said ", "", "right"),
        ("The water minister, Talomar, said ", "", "right"),
        ("O. Talomar said ", "", "wrong"),
        ("Ines said ", "", "right"),
    ],
)
def test_two_of_one_surname(sentence: str, earlier: str, outcome: str) -> None:
    found = judge(Use(sentence, "", earlier), Voice(named("en", "T")), twins())
    assert found.outcome == outcome, found


def test_the_holder_of_an_office_is_the_one_of_then() -> None:
    old = Party(
        "Ada Quill", frozenset({"oruna"}), names=("Ada Quill",), roles=(Held("Premier", None, PartialDate(2020)),)
    )
    new = Party("Ben Rook", frozenset({"oruna"}), names=("Ben Rook",), roles=(Held("Premier", PartialDate(2021)),))
    everybody = Cast((old, new), "en")
    said = Use("The premier said ")
    assert judge(said, Voice(new, year=2024), everybody).outcome is Outcome.RIGHT
    assert judge(said, Voice(old, year=2019), everybody).outcome is Outcome.RIGHT
    assert judge(said, Voice(new), everybody).outcome is Outcome.UNSURE
    assert judge(Use("The finance minister said "), Voice(new, "finance minister"), everybody).outcome is Outcome.RIGHT


def test_words_of_another_year_carry_it() -> None:
    old = Voice(named("en", "T"), year=2023, is_dated=True)
    assert judge(Use("Talomar said "), old, cast("en")).outcome is Outcome.UNSURE
    assert judge(Use("In October 2023 Talomar said "), old, cast("en")).outcome is Outcome.RIGHT
    assert judge(Use("She told it ", earlier="Talomar spoke in 2023."), old, cast("en")).outcome is Outcome.RIGHT
    new = Voice(named("en", "T"), year=2025)
    assert judge(Use("Talomar said that by 2030 Oruna "), new, cast("en")).outcome is Outcome.RIGHT


def test_narration_is_the_reporters() -> None:
    reporter = Voice(named("en", "R"))
    assert judge(Use("Talomar showed a chart of "), reporter, cast("en")).outcome is Outcome.UNSURE
    assert judge(Use("Talomar showed a chart of ", as_reporter=True), reporter, cast("en")).outcome is Outcome.RIGHT


def test_a_language_without_a_grammar_goes_by_names_alone() -> None:
    everybody = Cast(tuple(CASTS["en"].values()), "tlh")
    assert judge(Use("Ines Talomar jatlh "), Voice(named("en", "T")), everybody).outcome is Outcome.RIGHT
    assert judge(Use("Reth Okuvai jatlh "), Voice(named("en", "T")), everybody) == Verdict(Outcome.WRONG, "Reth Okuvai")
    both = Use("Reth Okuvai jatlh ", " Ines Talomar")
    assert judge(both, Voice(named("en", "T")), everybody).outcome is Outcome.UNSURE


@pytest.mark.parametrize(
    ("text", "earlier", "names"),
    [
        ("Okuvai says that Talomar promised half.", "", ["Reth Okuvai"]),
        ("According to the council, the valve was turned.", "", ["Telissa Island Council"]),
        ("He says that the valve was turned.", "Okuvai met the press.", ["Reth Okuvai"]),
        ("Talomar blames the rock, Okuvai says.", "", ["Reth Okuvai"]),
        ("The valve was turned.", "", []),
        ("Jane Smith says that it leaks.", "", []),
        ("The board said it leaks. Talomar denied it.", "", ["Sound Water Board", "Ines Talomar"]),
    ],
)
def test_whom_a_paraphrase_is_given_to(text: str, earlier: str, names: list[str]) -> None:
    found = claimants(text, earlier, cast("en"))
    assert [" or ".join(party.name for party in parties) for parties in found] == names


@pytest.mark.parametrize(
    ("before", "behind", "earlier", "name"),
    [
        ("", " said Ines Talomar, the island's water minister.", "", "Ines Talomar"),
        ("", ", Okuvai said.", "Reth Okuvai chairs it.", "Reth Okuvai"),
        ("", ", he told the BBC.", "Petar Petkovic has papers.", "Petar Petkovic"),
        ("Reth Okuvai, who chairs it, says ", "", "", "Reth Okuvai"),
        ("The tank keeper said ", "", "", "The tank keeper"),
        ("The pipe was ", "", "", ""),
    ],
)
def test_what_a_source_says_of_its_speakers(before: str, behind: str, earlier: str, name: str) -> None:
    assert proposed(before, behind, earlier, "en") == name
