"""Whose the words of a source are, by its kind: what may be quoted as whose, with the text at hand and by the lock alone."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.store.memo import Memo
from tests.support import Dossier
from tests.test_voicing import lock_away


class Sample(NamedTuple):
    """A source: what its head has besides the usual, and its text."""

    head: str
    text: str


FILLER = "The rest of it is about ferries, nets, a lost dog, the price of rope, and who is to sweep the quay. " * 6
SAMPLES = {
    "interview": Sample(
        "kind: interview\nauthor: Pia Lund\nauthor_role: Reporter\nfirst_line: 5\n"
        "lines: {title: 1, subtitle: 2, dateline: 3, caption: 8, caption-2: 14}\n"
        "voices:\n  - {by: Ines Talomar, as: water minister, label: TALOMAR}\n"
        "  - {by: Ines Talomar, in: '¶title \"We owe nobody\"'}\n",
        "“We owe nobody an island”, and other truths of a water minister\n"
        "The pipe is old and so are the excuses\n"
        "ONDO, 7 November\n"
        "\n"
        "Talomar received us in an office full of empty kettles.\n"
        "WEEKLY: Will there be water?\n"
        "TALOMAR: There will be water when there is rain, and not one hour before it.\n"
        "The minister before her chart of sinking lines\n"
        "They told us “let it sink” and we let it sink.\n"
        "WEEKLY: And who shall pay?\n"
        "TALOMAR: Those who drink it.\n"
        "(She laughs and pours a glass of dust.)\n"
        "Nobody else has offered so far, as you know well.\n"
        "A glass on the desk of the ministry\n"
        "WEEKLY: Thank you.\n"
        "TALOMAR: Come again in spring.\n"
        "The talk was held in a room without windows.\n"
        f"{FILLER}\n",
    ),
    "told-interview": Sample(
        "kind: interview\nauthor: Pia Lund\nvoices:\n  - {by: Ines Talomar, in: '¶2-3, ¶5'}\n",
        "We met Ines Talomar on the quay. Will there be water?\n"
        "“There will be water when it rains,” she says, and looks at the sky as if it owed her something.\n"
        "Talomar counts the boats. “I know each of them,” she adds.\n"
        "Does that help?\n"
        "It helps me, and I told them so: “You are counted.” Nobody minded that at all.\n"
        f"{FILLER}\n",
    ),
    "press-conference": Sample(
        "kind: press-conference\nvoices:\n  - {by: Ines Talomar, label: Talomar}\n  - {by: Reth Okuvai, label: Okuvai}\n",
        "The two stood side by side before a wet flag.\n"
        "Talomar: We have agreed on a day for the divers.\n"
        "It is a good day.\n"
        "Okuvai: We have agreed on nothing but a day.\n"
        "Both left without shaking hands.\n"
        f"{FILLER}\n",
    ),
    "letter": Sample(
        "kind: letter\nauthor: Reth Okuvai\npublisher: Ondo Weekly\nlimits: {free: yes}\n",
        "To whom it may concern.\n"
        "I ask for no favour and I want no speech; I want the log of the valve, every page of it, from the first day to "
        "the last, with nothing torn out, nothing blackened and nothing added later in another hand.\n"
        "Open the valve house.\n",
    ),
    "statement": Sample(
        "kind: statement\nauthor: Telissa Island Council\npublisher: Ondo Weekly\nlines: {title: 1}\nfirst_line: 2\n",
        "A day without water is a day too many\n"
        "We shall not sign a paper that we have not read.\n"
        "The council has waited long enough.\n"
        f"{FILLER}\n",
    ),
    "post": Sample("kind: post\nauthor: Ines Talomar\n", "Rain on Ondo at last. Count it with me.\n"),
    "agreement": Sample(
        "kind: agreement\npublisher: Registry of Both Islands\nlimits: {free: yes}\n",
        "Article 1. Half of the water belongs to each island.\nArticle 2. Neither side shall turn the wheel alone.\n",
    ),
    "minutes": Sample(
        "kind: minutes\nauthor: Clerk of the Board\nvoices:\n  - {by: Ines Talomar, in: ¶2}\n"
        "  - {by: Reth Okuvai, label: Mr Okuvai}\n",
        "Present: the minister, the chair, and a clerk who arrived late.\n"
        "Ms Talomar asked that the valve be left alone until spring. She called it “a matter of trust”.\n"
        "Mr Okuvai: wished to see the log first.\n"
        "It was noted that the coffee was cold.\n"
        f"{FILLER}\n",
    ),
    "article": Sample(
        "kind: article\nauthor: Pia Lund\nfirst_line: 3\nlines: {title: 1, caption: 6}\nvoices:\n"
        "  - {by: Ines Talomar, in: '¶2'}\n  - {by: Ines Talomar, in: ¶2, speech: reported}\n",
        "Minister blames the sky for everything\n"
        "By our correspondent\n"
        "The pipe is dry.\n"
        "“I blame nobody,” said Talomar, who was late.\n"
        "\n"
        "A dry pipe above a dry harbour\n"
        f"{FILLER}\n",
    ),
}


def add(dossier: Dossier, name: str) -> None:
    """Put a sample into a dossier as the source `sample`."""
    head, text = SAMPLES[name]
    first = int(next((line.split()[1] for line in head.split("\n") if line.startswith("first_line")), "1"))
    paragraphs = len([line for line in text.split("\n")[first - 1 :] if line.strip()])
    publisher = "" if "publisher:" in head else "publisher: Ondo Weekly\n"
    dossier.write("seeds/sample.txt", text)
    dossier.write(
        "seeds/sample.md",
        f"---\ntitle: A sample\n{publisher}language: en\nparagraphs: {paragraphs}\npublished: 2024-11-08\n"
        f"rights: Invented.\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n{head}---\n",
    )


def say(dossier: Dossier, prose: str, remembered: Memo) -> list[str]:
    """The codes of what is wrong with a paragraph of prose."""
    path = "content/briefs/papers.md"
    dossier.write(path, f"{dossier.read(path).rstrip()}\n\n{prose}\n")
    return sorted({problem.code for problem in dossier.problems(remembered)})


@pytest.fixture(scope="module")
def remembered() -> Memo:
    """What was read for other cases: what this one leaves alone need not be read again."""
    return Memo(Path(__file__).parent, Path(__file__).parent)


FINE = [
    ("interview", "Talomar says: “There will be water when there is rain” [@sample, ¶3]."),
    ("interview", "“They told us” to wait, says Talomar [@sample, ¶5]."),
    ("interview", "“Nobody else has offered so far”, Talomar says [@sample, ¶9]."),
    ("interview", "Talomar says: “Come again in spring” [@sample, ¶12]."),
    ("interview", "Talomar says: “We owe nobody an island” [@sample, ¶title]."),
    ("interview", "The headline speaks of “other truths of a water minister” [@sample, ¶title, reporter]."),
    ("interview", "The reporter writes that “the excuses” are old [@sample, ¶subtitle, reporter]."),
    ("interview", "It was written in “ONDO” on 7 November [@sample, ¶dateline, reporter]."),
    ("interview", "A caption tells of “sinking lines” [@sample, ¶caption, reporter]."),
    ("interview", "A caption tells of “A glass on the desk” [@sample, caption 2, reporter]."),
    ("interview", "The office is “full of empty kettles”, the reporter writes [@sample, ¶1, reporter]."),
    (
        "interview",
        "“There will be water when there is rain, and not one hour before it” is the minister's answer "
        "[@sample, ¶3, direct: Ines Talomar].",
    ),
    ("told-interview", "Talomar says: “There will be water when it rains” [@sample, ¶2]."),
    ("told-interview", "“I know each of them”, says Talomar [@sample, ¶3]."),
    ("told-interview", "Talomar says: “It helps me, and I told them so” [@sample, ¶5]."),
    (
        "told-interview",
        "She looks at the sky “as if it owed her something”, the reporter writes [@sample, ¶2, reporter].",
    ),
    ("press-conference", "Okuvai said: “We have agreed on nothing but a day” [@sample, ¶4]."),
    ("press-conference", "“It is a good day”, said Talomar [@sample, ¶3]."),
    ("press-conference", "They stood “before a wet flag”, the reporter writes [@sample, ¶1, reporter]."),
    (
        "letter",
        "Okuvai writes: “I want the log of the valve, every page of it, from the first day to the last, with "
        "nothing torn out, nothing blackened and nothing added later in another hand” [@sample, ¶2].",
    ),
    (
        "letter",
        "> I ask for no favour and I want no speech; I want the log of the valve, every page of it, from the first "
        "day to the last, with nothing torn out, nothing blackened and nothing added later in another hand.\n>\n"
        "> Open the valve house.\n>\n> — Reth Okuvai [@sample, ¶2-3]",
    ),
    ("letter", "The letter says: “Open the valve house” [@sample, ¶3]."),
    ("letter", "Okuvai's letter demands: “Open the valve house” [@sample, ¶3]."),
    ("statement", "The council says: “We shall not sign a paper that we have not read” [@sample, ¶1]."),
    ("statement", "The statement reads: “The council has waited long enough” [@sample, ¶2]."),
    (
        "statement",
        "Its title is “A day without water is a day too many” [@sample, ¶title, direct: Telissa Island Council].",
    ),
    ("post", "Talomar writes: “Rain on Ondo at last. Count it with me.” [@sample, ¶1]"),
    ("post", "“Rain on Ondo at last. Count it with me”, Talomar posted [@sample, ¶1]."),
    ("post", "The post reads in full: “Rain on Ondo at last. Count it with me.” [@sample, ¶1]"),
    ("agreement", "The agreement says: “Half of the water belongs to each island” [@sample, ¶1]."),
    ("agreement", "Under the agreement, “Neither side shall turn the wheel alone” [@sample, ¶2]."),
    ("agreement", "According to the agreement, “Neither side shall turn the wheel alone” [@sample, ¶2]."),
    ("minutes", "Talomar called it “a matter of trust” [@sample, ¶2]."),
    ("minutes", "Talomar asked for the valve to be left alone [@sample, ¶2, reported]."),
    ("minutes", "Okuvai wished to see the log before that [@sample, ¶3, reported]."),
    ("minutes", "The minutes note that “the coffee was cold” [@sample, ¶4, reporter]."),
    ("article", "The headline says: “Minister blames the sky” [@sample, ¶title, reporter]."),
    ("article", "Talomar said “I blame nobody” [@sample, ¶2]."),
    ("article", "A photograph shows “A dry pipe above a dry harbour” [@sample, ¶caption, reporter]."),
    ("article", "A photograph shows “A dry pipe above a dry harbour” [@sample, ¶3, reporter]."),
]
WRONG = [
    ("interview", "Talomar says: “The pipe is old and so are the excuses” [@sample, ¶subtitle].", "voice-wrong"),
    ("interview", "Talomar says that her office is “full of empty kettles” [@sample, ¶1].", "voice-wrong"),
    ("interview", "Talomar says: “Will there be water?” [@sample, ¶2]", "voice-wrong"),
    ("interview", "Talomar speaks of “her chart of sinking lines” [@sample, ¶caption].", "voice-wrong"),
    ("interview", "Talomar speaks of “her chart of sinking lines” [@sample, ¶4].", "voice-wrong"),
    ("interview", "Talomar “pours a glass of dust”, she says [@sample, ¶8].", "voice-wrong"),
    ("interview", "Talomar says it was “a room without windows” [@sample, ¶13].", "voice-missing"),
    ("interview", "The reporter says: “There will be water when there is rain” [@sample, ¶3].", "voice-wrong"),
    ("interview", "Talomar says: “let it sink” [@sample, ¶5].", "voice-missing"),
    ("interview", "Okuvai says: “Those who drink it” [@sample, ¶7].", "voice-wrong"),
    ("interview", "A caption tells of “rising lines” [@sample, ¶caption, reporter].", "quote-altered"),
    (
        "interview",
        "A caption says “The minister before her map of sinking lines” [@sample, ¶caption, reporter].",
        "quote-altered",
    ),
    ("interview", "The headline says “We owe nobody a boat” [@sample, ¶title].", "quote-altered"),
    ("interview", "The office is “full of empty kettles” [@sample, ¶title, reporter].", "quote-paragraph"),
    ("interview", "It was written in “ONDO” on 9 November [@sample, ¶dateline, reporter].", "figure"),
    ("interview", "By its byline, “Pia” wrote it [@sample, ¶byline, reporter].", "citation-unknown"),
    ("told-interview", "Talomar says she looks at the sky “as if it owed her something” [@sample, ¶2].", "voice-wrong"),
    ("told-interview", "“Talomar counts the boats”, says Talomar [@sample, ¶3].", "voice-wrong"),
    ("press-conference", "Talomar said: “We have agreed on nothing but a day” [@sample, ¶4].", "voice-wrong"),
    ("press-conference", "Okuvai said: “Both left without shaking hands” [@sample, ¶5].", "voice-missing"),
    ("letter", "The reporter writes: “Open the valve house” [@sample, ¶3].", "voice-wrong"),
    ("letter", "“Open the valve house” stands there [@sample, ¶3, reporter].", "voice-wrong"),
    ("letter", "The letter does not say “Open the valve house” [@sample, ¶3].", "voice-unsure"),
    ("letter", "The article says: “Open the valve house” [@sample, ¶3].", "voice-unsure"),
    (
        "letter",
        "> I ask for no favour and I want no speech.\n>\n> Open the valve house.\n>\n> — Reth Okuvai [@sample, ¶2-3]",
        "quote-glued",
    ),
    ("letter", "Talomar writes: “Open the valve house” [@sample, ¶3].", "voice-wrong"),
    ("letter", "Ondo Weekly writes: “Open the valve house” [@sample, ¶3].", "voice-wrong"),
    (
        "statement",
        "Oruna's government says: “We shall not sign a paper that we have not read” [@sample, ¶1].",
        "voice-wrong",
    ),
    ("statement", "Oruna's government says: “A day without water is a day too many” [@sample, ¶title].", "voice-wrong"),
    ("post", "Okuvai writes: “Rain on Ondo at last” [@sample, ¶1].", "voice-wrong"),
    ("agreement", "Okuvai says: “Half of the water belongs to each island” [@sample, ¶1].", "voice-wrong"),
    ("minutes", "Talomar said “that the valve be left alone” [@sample, ¶2].", "voice-wrong"),
    ("minutes", "Okuvai said: “wished to see the log first” [@sample, ¶3].", "voice-wrong"),
    ("minutes", "Okuvai asked that the valve be left alone [@sample, ¶2, reported].", "voice-unheard"),
    ("article", "Talomar said: “Minister blames the sky for everything” [@sample, ¶title].", "voice-wrong"),
    ("article", "Talomar said: “Minister blames the sky for everything” [@sample, ¶2].", "quote-paragraph"),
    ("article", "The credit is “By our correspondent” [@sample, ¶1, reporter].", "quote-paragraph"),
    ("article", "Talomar said: “A dry pipe above a dry harbour” [@sample, ¶caption].", "voice-wrong"),
]


@pytest.mark.parametrize(("name", "prose"), FINE)
def test_what_is_given_to_whose_it_is_is_fine(name: str, prose: str, dossier: Dossier, remembered: Memo) -> None:
    add(dossier, name)
    assert say(dossier, prose, remembered) == []
    lock_away(dossier)
    assert [str(problem) for problem in dossier.problems(remembered)] == []


@pytest.mark.parametrize(("name", "prose", "code"), WRONG)
def test_what_is_given_to_another_is_told(name: str, prose: str, code: str, dossier: Dossier, remembered: Memo) -> None:
    add(dossier, name)
    assert say(dossier, prose, remembered) == [code]


LONG = "“I want the log of the valve, every page of it, from the first day to the last, with nothing torn out, nothing blackened "
LONG += "and nothing added later in another hand”"


@pytest.mark.parametrize(
    ("limits", "codes"),
    [
        ("{free: yes}", []),
        ("{words: 40}", []),
        ("{words: 40, share: 5}", []),
        ("{words: 10}", ["quote-share", "quote-too-long"]),
        ("{words: 28, share: 90}", ["quote-too-long"]),
        ("{share: 5}", ["quote-share", "quote-too-long"]),
    ],
)
def test_a_source_may_have_limits_of_its_own(limits: str, codes: list[str], dossier: Dossier, remembered: Memo) -> None:
    """They stand in place of the dossier's; a short text may carry one quotation of the words allowed."""
    add(dossier, "letter")
    dossier.edit("seeds/sample.md", "limits: {free: yes}", f"limits: {limits}")
    assert say(dossier, f"Okuvai writes: {LONG} [@sample, ¶2].", remembered) == codes


def test_limits_that_contradict_each_other_are_told(dossier: Dossier) -> None:
    add(dossier, "letter")
    dossier.edit("seeds/sample.md", "limits: {free: yes}", "limits: {free: yes, words: 30}")
    assert [problem.code for problem in dossier.problems()] == ["limits-free"]


def test_words_that_only_date_or_spell_are_no_share_of_a_source(dossier: Dossier, remembered: Memo) -> None:
    """Names of the register, of actors, speakers and places may be quoted anywhere, and surnames."""
    add(dossier, "article")
    dossier.edit("seeds/sample.md", "kind: article", "kind: article\nlimits: {words: 4, share: 1}")
    assert say(dossier, "Ondo Weekly spells it “Talomar” [@sample, ¶2, reporter].", remembered) == []
    prose = "The minister says “I blame nobody” [@sample, ¶2]. “The pipe is dry”, writes the reporter [@sample, ¶1]."
    assert say(dossier, prose, remembered) == ["quote-share"]
