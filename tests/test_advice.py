"""What a message says can be followed: each names the slip and how the same words are written well."""

from __future__ import annotations

import pytest

from tests.support import Dossier

PARAGRAPH = "It names nobody as guilty [@bureau-report, ¶1, reported]."
BRIEF = "content/briefs/papers.md"
SHARE = "content/positions/oruna-government/share.md"
LEAGUE = "content/actors/fishers-league.md"


def told(dossier: Dossier, path: str, old: str, new: str) -> str:
    """The one problem that an edit gives."""
    dossier.edit(path, old, new)
    problems = dossier.problems()
    assert len(problems) == 1, [str(problem) for problem in problems]
    return str(problems[0])


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("@harbour-post, ¶1, @bureau-report, ¶3, reported", "`[@harbour-post, ¶1; @bureau-report, ¶3, reported]`"),
        ("@harbour-post ¶1, bureau-report ¶3", "`[@harbour-post, ¶1; @bureau-report, ¶3]`"),
        ("@harbour-post, ¶1 and ¶2", "`[@harbour-post, ¶1, ¶2]`"),
        ("@harbour-post, ¶3/4, reported", "`[@harbour-post, ¶3, ¶4, reported]`"),
        ("@harbour-post, ¶3.", "`[@harbour-post, ¶3]`"),
        ("@harbour-post:3, reported", "`[@harbour-post, ¶3, reported]`"),
        ("@Harbour Post, ¶3", "`[@harbour-post, ¶3]`"),
        ("@harbour-post, ¶3, Reported", "`[@harbour-post, ¶3, reported]`"),
        ("@harbour-post, p. 3", "not pages, lines or sections"),
        ("@harbour-post, §3", "not pages, lines or sections"),
        ("@harbour-post, line 4", "not pages, lines or sections"),
        ("@harbour-post, ¶3, direct, reported", "one basis"),
    ],
)
def test_citation_in_prose(dossier: Dossier, words: str, advice: str) -> None:
    """A faulty citation is written out as it was meant, as far as can be told."""
    assert advice in told(dossier, BRIEF, PARAGRAPH, f"It fell [{words}].")


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("harbour-post ¶9, bureau-report ¶3", "`cite: harbour-post, ¶9; bureau-report, ¶3`; or a list"),
        ("harbour-post ¶9 and ¶10", "`cite: harbour-post, ¶9, ¶10`"),
        ("[harbour-post ¶9, ¶10]", "`cite: harbour-post ¶9, ¶10`, without brackets"),
        ("[harbour-post, ¶9]", "`cite: harbour-post, ¶9`, without brackets"),
        ("[@harbour-post, ¶9]", "without brackets and without `@`"),
        ("harbour-post ¶9, reported", "`basis: reported`"),
    ],
)
def test_citation_in_a_head(dossier: Dossier, value: str, advice: str) -> None:
    """The same in a head, where a citation has neither brackets nor a basis."""
    assert advice in told(dossier, LEAGUE, "cite: harbour-post ¶9", f"cite: {value}")


def test_citations_that_are_fine(dossier: Dossier) -> None:
    """Forms that mean nothing else are taken."""
    marks = "[@harbour-post, ¶1][@bureau-report ¶3, reported]", "[@harbour-post paragraph 3 reported]"
    dossier.edit(BRIEF, PARAGRAPH, " ".join(f"It fell {mark}." for mark in marks).replace("¶1]", "¶1, reported]"))
    assert dossier.problems() == []


@pytest.mark.parametrize(
    ("quote", "advice"),
    [
        (
            "We cannot send the rock does not give",
            "Put “what” in again, or show that it is left out: “cannot send […] ",
        ),
        ("We send what the rock does not give", "Put “cannot” in again; words that turn the sense cannot be left out."),
        (
            "We simply cannot send what the rock does not give",
            "Take “simply” out, or show that it is yours: “We [simply]",
        ),
        ("What the rock does not give", "Write “[W]hat the rock”"),
        ("we cannot send what the rock does not give", "Write “[w]e cannot send”"),
        ("WE cannot send what the rock does not give", "Write capitals and small letters as the source does."),
        ("what the rock does not give, a debt of honour", "[…] a debt of honour” and cite ¶3 and ¶4"),
        ("what the rock does not give the ferry in harbour that day", "Make two quotations of it, and cite ¶3"),
    ],
)
def test_quotation(dossier: Dossier, quote: str, advice: str) -> None:
    """A word left out, put in or begun otherwise is named, and never taken for two quotations."""
    assert advice in told(dossier, SHARE, "quote: We cannot send what the rock does not give", f"quote: {quote}")


def test_changed_letter_can_be_shown(dossier: Dossier) -> None:
    """The advice on a changed letter holds: in a head as in prose."""
    dossier.edit(SHARE, "quote: We cannot send", 'quote: "[w]e cannot send')
    dossier.edit(SHARE, "what the rock does not give\n", 'what the rock does not give"\n')
    dossier.edit(BRIEF, PARAGRAPH, 'They say that "[t]he divers were expected" [@harbour-post, ¶11, direct].')
    assert [problem for problem in dossier.problems() if problem.code != "quote-not-speech"] == []


def test_value_that_begins_with_a_bracket(dossier: Dossier) -> None:
    """The bracket of a changed letter must not be taken for a list."""
    shown = told(dossier, SHARE, "quote: We cannot", "quote: [w]e cannot")
    assert "`[` must stand in quotation marks" in shown
    assert 'Write `quote: "[w]e cannot send' in shown


@pytest.mark.parametrize(
    "line",
    ["> - {}", "> {}", "> -- {}", "> ~ {}", "> * {}", ">\n> - {}", ">\n> {}", "\n— {}", "\n{}", "\n-- {}"],
)
def test_line_of_the_speaker(dossier: Dossier, line: str) -> None:
    """However the speaker's line was written, the message writes it as it must be, once, and says nothing else."""
    named = line.format("Reth Okuvai [@harbour-post, ¶7]")
    quotation = f"> Half is half, in a wet year and in a dry one\n{named}"
    shown = told(dossier, BRIEF, PARAGRAPH, f"{PARAGRAPH}\n\n{quotation}")
    assert "Write `> — Reth Okuvai [@harbour-post, ¶7]` as its last line" in shown


@pytest.mark.parametrize(
    ("path", "old", "new", "key"),
    [
        (LEAGUE, "side: east", "Side: east", "side"),
        (LEAGUE, "kind: community", "Kind: community", "kind"),
        (LEAGUE, "summary: Its", "sumary: Its", "summary"),
        ("content/events/pipe-laid.md", "  words: in 1998", "  Words: in 1998", "words"),
        ("content/actors/oruna-government.md", "    role: Water", "    Role: Water", "role"),
    ],
)
def test_misspelt_key_is_told_once(dossier: Dossier, path: str, old: str, new: str, key: str) -> None:
    """A key that is misspelt is not told to be missing besides."""
    shown = told(dossier, path, old, new)
    assert f"(did you mean '{key}'?)" in shown
    assert f"Write `{key}: …`" in shown


def test_one_fault_is_no_other(dossier: Dossier) -> None:
    """A text that is not the one on record makes no quotation wrong, nor does an actor that cannot be read."""
    dossier.edit("seeds/harbour-post.txt", "The divers were expected", "The divers are expected")
    dossier.edit("content/actors/telissa-council.md", "    role: Chair", "\trole: Chair")
    assert dossier.spots() == [
        "content/actors/telissa-council.md:12: front-matter",
        "seeds/harbour-post.md:7: text-hash",
    ]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("bâsin.png", "not with â. Rename it, as to `basin.png`"),
        ("the basin.png", "not with a blank. Rename it, as to `the-basin.png`"),
        ("_basin (2).png", "`basin-2-.png`"),
        ("basin.PNG", "Rename it to `basin.png`"),
        ("basin.svg", "an SVG may hold scripts"),
        ("basin.bmp", "Convert it"),
    ],
)
def test_name_of_an_image(dossier: Dossier, name: str, advice: str) -> None:
    """A name that cannot be used is told letter by letter, with one that can."""
    dossier.write(f"content/images/{name}", (dossier.root / "content/images/basin.png").read_bytes())
    (problem,) = dossier.problems()
    assert advice in str(problem)


def test_jpeg_is_fine(dossier: Dossier) -> None:
    """Both endings of a JPEG may be used."""
    dossier.write("content/images/plan.jpeg", b"\xff\xd8\xff\xe0 and so on")
    assert dossier.problems() == []


@pytest.mark.parametrize(
    "words",
    [
        'He said "We cannot send [@harbour-post, ¶3]. And more" was said.',
        'He said "We cannot send [@harbour-post, ¶3]. And more.',
        "He said “We cannot send [@harbour-post, ¶3]. He added “what the rock does not give” [@harbour-post, ¶3].",
        'He said "We cannot send [@harbour-post, ¶3]. He added "what the rock does not give" [@harbour-post, ¶3].',
    ],
)
def test_quotation_open_across_a_citation(dossier: Dossier, words: str) -> None:
    """It is told where the open mark stands, and that it must be closed before the citation."""
    shown = told(dossier, BRIEF, PARAGRAPH, words)
    assert "[quotation-open]" in shown
    assert "the one that opens at “We cannot send” is not" in shown
    assert "We cannot send" in shown.rpartition("as in `")[2]


@pytest.mark.parametrize(
    ("words", "run", "advice"),
    [
        ("the pressure fell within an hour and not over days", 9, "Change at least one of these words"),
        ("the pressure fell within an hour and not over months", 10, "“pressure fell within an hour and not over”"),
        ("heavy swell kept the ferry in harbour that day the two delegations met", 13, "“ferry in harbour that day”"),
        ("the two delegations met a week late on 10 december and agreed on nothing but a date", 17, "“10”"),
        (
            "the two delegations met a week late on 10 december and agreed on nothing but a date for divers",
            19,
            "Say it in other words",
        ),
    ],
)
def test_words_of_a_source(dossier: Dossier, words: str, run: int, advice: str) -> None:
    """The whole run is shown, where it stands, and which of its words would have to change."""
    shown = told(dossier, BRIEF, PARAGRAPH, f"They write this: {words} [@us].")
    number = 5 if "pressure" in words else 10
    assert f"these {run} do: “{' '.join(words.split()[:run])}” (¶{number})." in shown
    assert advice in shown
    assert shown.endswith(f"or quote it and cite ¶{number}.")


@pytest.mark.parametrize(
    ("path", "old", "new", "advice"),
    [
        ("content/events/pipe-laid.md", "date: 1998", "date: 1 May 1998", "did you mean 1998-05-01?"),
        ("content/events/pipe-laid.md", "date: 1998", "date: May 1998", "did you mean 1998-05?"),
        ("content/events/pipe-laid.md", "date: 1998", "date: 1998/5/1", "did you mean 1998-05-01?"),
        ("content/events/pipe-laid.md", "date: 1998", "date: c. 1998", "1998~"),
        (BRIEF, "actors: [water-board]", "actors: [Sound Water Board]", "`actors: [sound-water-board]`"),
        (BRIEF, "actors: [water-board]", "actors: [../actors/water-board.md]", "`actors: [water-board]`"),
        (BRIEF, "actors: [water-board]", "actors: water-board, x", "`actors: [water-board, x]`"),
        ("content/places/port-sefa.md", "  ru: ", "  Russian: ", "Write `ru` if you mean Russian."),
        ("content/places/port-sefa.md", "  ru: ", "  Sefan: ", "such as ru, sq or sr-Latn"),
        (LEAGUE, "side: east", "side:east", "this one has no colon with a blank behind it"),
        (LEAGUE, "every day and keep", "every day\nand keep", "a long value stays on one line, or goes on indented"),
        (
            "content/dossier.md",
            "{position: oruna-government/share}",
            "{position: oruna-government}",
            "as `oruna-government/",
        ),
    ],
)
def test_value(dossier: Dossier, path: str, old: str, new: str, advice: str) -> None:
    """A value that is written otherwise is shown as it must be."""
    dossier.edit(path, old, new)
    (problem,) = [problem for problem in dossier.problems() if problem.path == path]
    assert advice in str(problem)


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("It fell (@harbour-post, ¶1).", "must begin with `[@`. Write `[@harbour-post, ¶…]`"),
        ("It fell @harbour-post, ¶1.", "must begin with `[@`. Write `[@harbour-post, ¶…]`"),
        ("It fell [ @harbour-post, ¶1].", "must begin with `[@`. Write `[@harbour-post, ¶…]`"),
        ("It fell [@harbour-post, ¶1.", "must end with `]`"),
        ("It fell (The Harbour Post, ¶1).", "must name its source by its id"),
        ("![A basin](basin.png) [@us]", "Write its path from this file, as `../images/basin.png`"),
        ("More [here]() [@us].", "a link must have words in its `[…]` and a path in its `(…)`"),
        ("**The next part**", "Write `## The next part`"),
    ],
)
def test_prose(dossier: Dossier, words: str, advice: str) -> None:
    """What was meant as a citation, a link, an image or a heading is told as such, and once."""
    assert advice in told(dossier, BRIEF, PARAGRAPH, f"{PARAGRAPH}\n\n{words}")


def test_advice_on_a_huge_table_stays_short(dossier: Dossier) -> None:
    """A table of a thousand columns without its line of hyphens is told in a line that can be read."""
    path = "content/briefs/papers.md"
    dossier.write(path, f"{dossier.read(path).rstrip()}\n\n{'| a ' * 1000}|\n{'| b ' * 1000}| [@us]\n")
    assert all(len(str(problem)) < 600 for problem in dossier.problems())
    assert any("line of hyphens" in problem.message for problem in dossier.problems())
