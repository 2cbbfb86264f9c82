"""Who words are given to, in whole paragraphs of a brief: every misattribution is told, and nothing that is right."""

from __future__ import annotations

from string import ascii_lowercase

import pytest

from briefing.model.problems import Problem
from tests.support import DEMO, copy_of

#: Ines Talomar's, as a sentence and as a part of one; and Reth Okuvai's.
SHORT = {
    "W": '"We cannot send what the rock does not give" [@harbour-post, ¶3]',
    "C": '"cannot send what the rock does not give" [@harbour-post, ¶3]',
    "H": '"Half is half, in a wet year and in a dry one" [@harbour-post, ¶7]',
}
RIGHT = [
    "| Topic | Talomar | Okuvai |\n|--|--|--|\n| Share | {W} | {H} |",
    "Ines Talomar said:\n\n- {W}",
    "- **Ines Talomar**: {W}",
    "Ines Talomar said this. {W}.",
    "Ines Talomar, asked about Okuvai's valve, said: {W}.",
    "Oruna's water minister put it so: {W}.",
    "The minister told Okuvai that Oruna {C}.",
    "To Okuvai's demand Ines Talomar replied: {W}.",
    "According to the water minister, Oruna {C}.",
    "Oruna says that it {C}.",
    '"We cannot send what the rock does not give", Talomar told reporters [@harbour-post, ¶3].',
    '"We cannot send what the rock does not give", said the water minister, Ines Talomar [@harbour-post, ¶3].',
    'Ines Talomar says "We cannot send what the rock does not give", and Reth Okuvai answers "Half is half, in a wet year and in a dry one" [@harbour-post, ¶3, ¶7].',
    '"Half is half, in a wet year and in a dry one", Okuvai said, and Talomar: "We cannot send what the rock does not give" [@harbour-post, ¶3, ¶7].',
    "The newspaper reports that “kettles filled slowly” on that morning [@harbour-post, ¶1].",
    "On that morning “kettles filled slowly” [@harbour-post, ¶1, reporter].",
    "Talomar says that the spring itself gives less [@harbour-post, ¶3, reported].",
    "In October 2023 Talomar spoke of “a debt of honour” [@harbour-post, ¶4].",
    'Quill asked what would follow; Talomar answered that all would "count every drop" in October 2023 [@assembly-record, ¶5].',
    'A fisher told the council that "the wheel had fresh oil on it" [@council-letter, ¶4].',
    'In its letter the council writes: "We accuse no person" [@council-letter, ¶3].',
]
WRONG = [
    "`Reth Okuvai` said {W}.",
    "Reth Ok­uvai said {W}.",
    "*Reth* **Okuvai** said {W}.",
    "[Reth Okuvai](../actors/telissa-council.md) said {W}.",
    "R. Okuvai said {W}.",
    "REPEATING THE CHAIR: {W}.",
    'Reth Okuvai and Ines Talomar said "We cannot send what the rock does not give" and "Half is half, in a wet year and in a dry one" respectively [@harbour-post, ¶3, ¶7].',
    "“We cannot send what the rock does not give” was the answer of Telissa [@harbour-post, ¶3].",
    "“We cannot send what the rock does not give” was the council's answer [@harbour-post, ¶3].",
    "The council answered Talomar that it {C}.",
    "Talomar heard from the council that it {C}.",
    "Talomar is told by Okuvai that the island {C}.",
    "Talomar let Okuvai explain that Oruna {C}.",
    "On this point Okuvai agrees with Talomar: Oruna {C}.",
    "Okuvai, for whom Talomar had waited, said that Oruna {C}.",
    "Talomar waited. Okuvai rose. {W}.",
    "Talomar’s opponent said that Oruna {C}.",
    "Talomar’s predecessor warned that Oruna {C}.",
    "An aide to Talomar said that Oruna {C}.",
    "Not Talomar but Okuvai said that Oruna {C}.",
    "It was not Talomar who said that Oruna {C}.",
    "Talomar never said that Oruna {C}.",
    "Talomar refused to say that Oruna {C}.",
    "In 2019 Talomar said that Oruna {C}.",
    "Ines Talomar (2019): {W}.",
    "Fishers say that Oruna {C}.",
    "The Fishers' League and the government of Oruna both hold that Oruna {C}.",
    "> We cannot send what the rock does not give\n>\n> — Reth Okuvai, chair [@harbour-post, ¶3]",
    "> We cannot send what the rock does not give\n>\n> — Telissa Island Council [@harbour-post, ¶3]",
    "| Who | Says |\n|--|--|\n| Reth Okuvai | {W} |",
    "| Topic | Okuvai | Talomar |\n|--|--|--|\n| Share | {W} | {H} |",
    "Reth Okuvai said:\n\n- {W}",
    "- **Reth Okuvai**: {W}",
    "Reth Okuvai said this. {W}.",
    "Okuvai said that “kettles filled slowly” [@harbour-post, ¶1, reporter].",
    "The council says that the spring gives less than before [@harbour-post, ¶3, reported].",
    "Okuvai denies that the spring sinks [@harbour-post, ¶3, reported].",
    "In Okuvai's view the spring gives less [@harbour-post, ¶3, reported].",
    "Talomar spoke of “a debt of honour” [@harbour-post, ¶4].",
    "Talomar now speaks of “a debt of honour” [@harbour-post, ¶4].",
    'Quill promised in October 2023 to "count every drop" [@assembly-record, ¶5].',
    'The council found that "the wheel had fresh oil on it" [@council-letter, ¶4].',
    'Okuvai wrote: "We accuse no person" [@council-letter, ¶3].',
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of a demo with a brief for each paragraph, by paragraph."""
    demo = copy_of(DEMO, tmp_path_factory.mktemp("given") / "dossier")
    demo.edit("content/dossier.md", "licence:", "limits:\n  share: 60\nlicence:")
    paths = {text: f"content/briefs/trial-{number}.md" for number, text in enumerate([*RIGHT, *WRONG])}
    for number, (text, path) in enumerate(paths.items()):
        # a figure in a head would have to stand in a source
        name = ascii_lowercase[number // 26] + ascii_lowercase[number % 26]
        head = f"title: Trial {name}\nsummary: A trial.\nupdated: 2025-03-05\nbasis: reporter\n"
        demo.write(path, f"---\n{head}---\n{text.format_map(SHORT)}\n")
    found = demo.problems()
    return {text: [problem for problem in found if problem.path == path] for text, path in paths.items()}


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_attribution_passes(text: str, told: dict[str, list[Problem]]) -> None:
    assert [str(problem) for problem in told[text] if problem.code != "brief-length"] == []


@pytest.mark.parametrize("text", WRONG)
def test_a_misattribution_is_told(text: str, told: dict[str, list[Problem]]) -> None:
    assert any(problem.code.startswith("voice-") for problem in told[text])
