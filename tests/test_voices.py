"""Who the prose says is speaking, and whether that is whose words they are: the tables in `tests/voices/`, and more."""

from __future__ import annotations

import pytest

from briefing.model.dates import PartialDate
from briefing.voices.cast import Cast, Held, Party
from briefing.voices.judge import Outcome, Use, Verdict, Voice, claimants, judge, proposed
from tests.voices.casts import TABLES, others, read, verdict

TOLD = {Outcome.WRONG, Outcome.UNSURE}
READ = {name: read(name) for name in TABLES}
PARTIES = READ["en"].parties


def named(voice: str) -> Party:
    return PARTIES[voice]


@pytest.mark.parametrize("name", TABLES)
def test_every_sentence_is_judged_as_a_careful_reader_would(name: str) -> None:
    table = READ[name]
    found = [(case, verdict(case, table)) for case in table.cases]
    assert [(case.line, said) for case, said in found if said.outcome not in case.outcomes] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_right_sentence_is_right_for_somebody_else(name: str) -> None:
    """The same sentence with the words of another speaker is a misattribution."""
    table = READ[name]
    right = [
        case
        for case in table.cases
        if "right" in case.outcomes and not {"wrong"} & case.outcomes and "//" not in case.line
    ]
    crossed = [(case, by) for case in right for by in others(case, table)]
    assert [(case.line, by) for case, by in crossed if verdict(case, table, by).outcome not in TOLD] == []


@pytest.mark.parametrize("name", TABLES)
def test_few_right_sentences_are_asked_about(name: str) -> None:
    table = READ[name]
    right = [
        verdict(case, table).outcome
        for case in table.cases
        if case.outcomes <= {"right", "unsure"} and "right" in case.outcomes
    ]
    assert right.count(Outcome.UNSURE) * 10 <= len(right)


def test_a_name_in_the_citation_settles_doubt_and_no_more() -> None:
    talomar, everybody = Voice(named("T")), READ["en"].cast
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
    assert judge(Use(given=given), Voice(named(voice)), READ["en"].cast).outcome == outcome


def test_the_records_actor_speaks_where_nobody_is_named() -> None:
    everybody = READ["en"].cast
    assert judge(Use(actors=("oruna",)), Voice(named("T")), everybody).outcome is Outcome.RIGHT
    assert judge(Use(actors=("telissa",)), Voice(named("T")), everybody).outcome is Outcome.WRONG
    assert judge(Use("It is ", actors=("oruna",)), Voice(named("T")), everybody).outcome is Outcome.RIGHT


def twins(*more: Party) -> Cast:
    owen = Party("Owen Talomar", frozenset({"league"}), names=("Owen Talomar",), roles=(Held("Treasurer"),))
    return Cast((*PARTIES.values(), owen, *more), "en")


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
    found = judge(Use(sentence, "", earlier), Voice(named("T")), twins())
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
    old = Voice(named("T"), year=2023, is_dated=True)
    assert judge(Use("Talomar said "), old, READ["en"].cast).outcome is Outcome.UNSURE
    assert judge(Use("In October 2023 Talomar said "), old, READ["en"].cast).outcome is Outcome.RIGHT
    assert judge(Use("She told it ", earlier="Talomar spoke in 2023."), old, READ["en"].cast).outcome is Outcome.RIGHT
    new = Voice(named("T"), year=2025)
    assert judge(Use("Talomar said that by 2030 Oruna "), new, READ["en"].cast).outcome is Outcome.RIGHT


def test_narration_is_the_reporters() -> None:
    reporter = Voice(named("R"))
    assert judge(Use("Talomar showed a chart of "), reporter, READ["en"].cast).outcome is Outcome.UNSURE
    assert (
        judge(Use("Talomar showed a chart of ", as_reporter=True), reporter, READ["en"].cast).outcome is Outcome.RIGHT
    )


def test_a_language_without_a_grammar_goes_by_names_alone() -> None:
    everybody = Cast(tuple(PARTIES.values()), "tlh")
    assert judge(Use("Ines Talomar jatlh "), Voice(named("T")), everybody).outcome is Outcome.RIGHT
    assert judge(Use("Reth Okuvai jatlh "), Voice(named("T")), everybody) == Verdict(Outcome.WRONG, "Reth Okuvai")
    both = Use("Reth Okuvai jatlh ", " Ines Talomar")
    assert judge(both, Voice(named("T")), everybody).outcome is Outcome.UNSURE


@pytest.mark.parametrize(
    ("sentence", "above", "outcome"),
    [
        ("He said ", "Reth Okuvai met James Hill. Hill was late.", "wrong"),
        ("She said ", "Reth Okuvai met Ines Talomar. Talomar was late.", "right"),
        ("She said ", "Ines Talomar met Reth Okuvai. Okuvai was late.", "unsure"),
        ("She said ", "Ines Talomar and Reth Okuvai met.", "unsure"),
        ("She said ", "Ines Talomar told the council so. The board and Oruna waited.", "right"),
        ("Norland would wait, she said, so as to ", "Talomar met the reporter.", "right"),
        ("She said ", "The valve was turned.", "unsure"),
    ],
)
def test_a_pronoun_without_a_name_in_its_paragraph_means_who_was_named_last_above(
    sentence: str, above: str, outcome: str
) -> None:
    found = judge(Use(sentence, above=above), Voice(named("T")), READ["en"].cast)
    assert found.outcome == outcome, found


def test_a_body_owns_no_he_or_she() -> None:
    use = Use("", ", he said", "He said that Oruna had waited.", above="James Hill spoke to the board.")
    assert judge(use, Voice(named("H")), READ["en"].cast).outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("sentence", "voice", "outcome"),
    [
        ("The source speaks of ", "R", "right"),
        ("Oruna, it is found, ", "R", "right"),
        ("Oruna, it is found, ", "G", "wrong"),
        ("Talomar said ", "T", "right"),
        ("Talomar said ", "R", "wrong"),
        ("Talomar and the pipe: ", "T", "wrong"),
    ],
)
def test_what_is_cited_as_the_reporters_is_nobody_elses(sentence: str, voice: str, outcome: str) -> None:
    found = judge(Use(sentence, as_reporter=True), Voice(named(voice)), READ["en"].cast)
    assert found.outcome == outcome, found


@pytest.mark.parametrize(
    ("sentence", "voice", "year", "outcome"),
    [
        ("The first minister said ", 0, 2024, "right"),
        ("The first minister said ", 1, 2024, "wrong"),
        ("The minister for rivers said ", 1, 2024, "right"),
        ("The minister for rivers said ", 0, 2024, "wrong"),
        ("The minister said ", 0, 2024, "unsure"),
        ("The former envoy said ", 2, 2024, "right"),
        ("The former envoy said ", 1, 2024, "wrong"),
        ("Strane's government said ", 0, 2024, "right"),
        ("The Strane government said ", 2, 2019, "right"),
        ("The government of Strane said ", 2, 2024, "unsure"),
    ],
)
def test_offices_are_told_apart(sentence: str, voice: int, year: int, outcome: str) -> None:
    people = (
        Party("Ada Quill", frozenset({"st"}), names=("Ada Quill",), roles=(Held("First minister"),)),
        Party("Ben Rook", frozenset({"st"}), names=("Ben Rook",), roles=(Held("Minister for rivers"),)),
        Party("Cy Marl", frozenset({"st"}), names=("Cy Marl",), roles=(Held("Envoy", None, PartialDate(2020)),)),
    )
    strane = Party("Strane", frozenset({"st"}), is_body=True, names=("Strane",), is_state=True)
    found = judge(Use(sentence), Voice(people[voice], year=year), Cast((*people, strane), "en"))
    assert found.outcome == outcome, found


@pytest.mark.parametrize(
    ("text", "earlier", "names"),
    [
        ("Okuvai says that Talomar promised half.", "", ["Reth Okuvai"]),
        ("According to the council, the valve was turned.", "", ["Telissa Island Council"]),
        ("He says that the valve was turned.", "Okuvai met the press.", ["Reth Okuvai"]),
        ("Talomar blames the rock, Okuvai says.", "", ["Reth Okuvai"]),
        ("The valve was turned.", "", []),
        ("Jane Smith says that it leaks.", "", []),
        ("Talomar says the council lies, but Okuvai disagrees and says it leaks.", "", ["Ines Talomar", "Reth Okuvai"]),
        ("The board said it leaks. Talomar denied it.", "", ["Sound Water Board", "Ines Talomar"]),
        ("Says that the league may use what the council turns.", "", []),
        (
            "Many of the league are fed up with disputes between Oruna and the council, says Talomar.",
            "",
            ["Ines Talomar"],
        ),
        ("According to the board, Oruna promised half.", "", ["Sound Water Board"]),
        ("Talomar did not say that it leaks.", "", []),
    ],
)
def test_whom_a_paraphrase_is_given_to(text: str, earlier: str, names: list[str]) -> None:
    found = claimants(text, earlier, READ["en"].cast)
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
        ("", ", he said.", "Christopher Hill spoke. He was in Belgrade.", "Christopher Hill"),
        ("", ", he told the BBC.", "Besnik Bislimi came late. He ignored the EU and the US.", "Besnik Bislimi"),
    ],
)
def test_what_a_source_says_of_its_speakers(before: str, behind: str, earlier: str, name: str) -> None:
    assert proposed(before, behind, earlier, Cast((), "en")) == name


def test_a_name_behind_a_description_is_whose_words_they_are() -> None:
    cast = Cast((Party("Jonas Teke", frozenset({"union"}), names=("Jonas Teke",)),), "de")
    assert proposed("", ", sagte der Sprecher ihrer Gewerkschaft, Jonas Teke.", "", cast) == "Jonas Teke"
    assert proposed("", ", sagte der Sprecher ihrer Gewerkschaft.", "Jonas Teke kam.", cast) == "der Sprecher"


def test_a_sources_pronoun_means_a_person_of_the_cast_rather_than_a_stranger_or_a_body() -> None:
    everybody = READ["en"].cast
    assert proposed("", ", she said.", "Talomar met Jane Smith. The council waited.", everybody) == "Ines Talomar"
    assert proposed("", ", she said.", "The council waited for Jane Smith.", everybody) == "Jane Smith"
    assert proposed("", ", said the council.", "", everybody) == "Telissa Island Council"
    assert proposed("", ", she said.", "The board told the BBC.", everybody) == ""


def test_a_paragraph_without_end_is_read_in_part() -> None:
    """What is far from the quotation does not make it slow to judge, nor change what is said at it."""
    far = Use("Talomar and the council said, and " * 20_000 + "Talomar said ", "", "Okuvai met Talomar. " * 20_000)
    assert judge(far, Voice(named("T")), READ["en"].cast).outcome is not Outcome.WRONG
