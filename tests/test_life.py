"""The life of a statement is told wherever the statement is shown: what became of it, whose it is together with others,
who declined, how sure we are, where it tends.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from lxml import html

from briefing.checks.balance import balance
from briefing.cli import commands
from briefing.model.problems import errors
from tests.support import DEMO, Dossier, Parsed, copy_of
from tests.test_published import note

SHARE = "content/positions/oruna-government/share.md"
RETRACTED = "Retracted December 2024, by Ines Talomar"
DENIED = "Denied 4 March 2025, by Government of Oruna"


def words(element: html.HtmlElement) -> str:
    """What a reader sees of an element, without the signs that only eyes see."""
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    for hidden in copy.xpath("//*[@aria-hidden='true']"):
        hidden.text = ""
    return " ".join(copy.text_content().replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("actors/telissa-council/", DENIED),
        ("actors/oruna-government/", RETRACTED),
        ("questions/share/", DENIED),
        ("questions/share/", RETRACTED),
        ("actors/", DENIED),
        ("sources/harbour-post/", DENIED),
        ("sources/harbour-post/", RETRACTED),
        ("timeline/", "Superseded March 2025, by Sound Water Board"),
        ("questions/repair/", "Superseded March 2025, by Sound Water Board"),
        ("actors/water-board/", "Superseded March 2025, by Sound Water Board"),
    ],
)
def test_what_became_of_a_statement_stands_wherever_it_does(page: Parsed, url: str, told: str) -> None:
    """On the pages of actors, questions and sources, in the table and on the timeline."""
    assert told in words(page(url))


def test_what_became_of_it_has_its_own_citation_and_words(page: Parsed) -> None:
    """In full it says how it is known and where, and who speaks in it."""
    (entry,) = page("actors/telissa-council/").xpath("//article[@id='share']//ul[@class='later']/li")
    assert "“No hand has been on that wheel” Ines Talomar, water minister" in words(entry)
    assert "Direct quotation" in words(entry)
    assert entry.xpath(".//a[@class='mark']/@href") == ["../../sources/harbour-post-march/index.html#p2"]


def test_a_joint_statement_belongs_to_all_who_make_it(demo: Dossier, page: Parsed) -> None:
    """It stands on each one's page and in each one's row, once on the question's, and counts for each."""
    for one, other in (
        ("oruna-government", "Telissa Island Council"),
        ("telissa-council", "Government of Oruna"),
    ):
        (position,) = page(f"actors/{one}/").xpath("//article[@id='metering']")
        assert f"Joint statement with {other}" in words(position)
        assert "metering" not in "".join(page(f"actors/{one}/").xpath("//*[@class='silences']//a/@href"))
    assert words(page("actors/")).count("Joint statement with") == 2
    assert words(page("questions/metering/")).count("Joint statement with Telissa Island Council") == 1
    corpus = demo.load().corpus
    assert corpus is not None
    counts = balance(corpus)
    assert "metering" in counts["actors"]["telissa-council"].answered
    assert "metering" in counts["sides"]["west"].answered


def test_declined_is_told_apart_from_silence(demo: Dossier, page: Parsed) -> None:
    """In the table, on the pages and in the report; it answers no question."""
    row = next(row for row in page("actors/").xpath("//tbody/tr") if "Fishers" in words(row))
    assert [
        words(cell).split(" ¶")[0].removesuffix(" The Harbour Post").removesuffix(" Post") for cell in row.xpath("td")
    ] == [
        "Not stated",
        "Declined to answer",
        "Yes, each day",
    ]
    question = page("questions/repair/")
    (told,) = (one for one in question.find_class("stances-row") if "Fishers’ League" in words(one))
    assert "Declined to answer" in words(told)
    assert not any("Fishers" in words(line) for line in question.find_class("silences"))
    corpus = demo.load().corpus
    assert corpus is not None
    count = balance(corpus)["actors"]["fishers-league"]
    assert (count.positions, count.declined, count.silent) == (1, ["repair"], ["share"])


def test_confidence_and_trend_say_why(page: Parsed) -> None:
    """Confidence stands with its reason beside the basis, the trend with its day on the front page."""
    then = page("actors/oruna-government/").xpath("//article[@id='share']//*[@class='position-then']")[0]
    assert "Moderate confidence: One newspaper tells of the speech" in words(then)
    (trend,) = page("").xpath("//*[@class='trend']")
    assert words(trend).startswith("Getting better since February 2025 The harbour office reads")


def test_machines_are_told_as_well(built_demo: Path, page: Parsed) -> None:
    """The data of a page, the feed and the manifest hold what became of a statement."""
    graph = json.loads(page("actors/telissa-council/").xpath("string(//script[@type='application/ld+json'])"))["@graph"]
    claims = {claim["text"]: claim for claim in graph if claim["@type"] == "Claim"}
    (comment,) = claims[
        "How much of the spring's water is Telissa owed? Half of it, whatever the level of the spring."
    ]["comment"]
    assert (comment["name"], comment["dateCreated"]) == ("Denied", "2025-03-04")
    joint = claims["Should the flow be measured in public? Yes, each day."]
    assert [author["name"] for author in joint["author"]] == ["Government of Oruna", "Telissa Island Council"]
    feed = (built_demo / "feeds/all.atom.xml").read_text("utf-8")
    assert "<title>Denied: Telissa Island Council on: How much of the spring's water is Telissa owed?</title>" in feed
    values = json.loads((built_demo / "manifest.json").read_text("utf-8"))["records"]
    assert values["positions/oruna-government/metering"]["values"]["with"] == ["telissa-council"]
    assert values["events/divers-due"]["values"]["later"] == [
        "superseded, 2025-03, water-board: The board names no date any more."
    ]
    assert values["dossier"]["values"]["trend.direction"] == "better"


def test_what_stands_tells_it_too(tmp_path: Path) -> None:
    """A point under what stands is corrected on the front page."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    later = "later: {what: corrected, date: 2025-02-28, by: Sound Water Board, says: It took two hours., cite: harbour-post-march ¶3}"
    dossier.edit("content/dossier.md", "    cite: bureau-report ¶3\n", f"    cite: bureau-report ¶3\n    {later}\n")
    assert dossier.problems() == []
    dossier.build(tmp_path / "site")
    (group,) = html.fromstring((tmp_path / "site/index.html").read_text("utf-8")).xpath("//ul[@class='later']")
    assert "Corrected 28 February 2025, by Sound Water Board It took two hours." in words(group)
    assert "Corrected 28 February 2025" in words(
        html.fromstring((tmp_path / "site/sources/bureau-report/index.html").read_text("utf-8"))
    )


def test_an_earlier_joint_statement_is_the_position_of_who_said_nothing_since(tmp_path: Path) -> None:
    """Of the one that changed its mind it is an earlier one; of the other the one that it has."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    dossier.edit(SHARE, "    stance: half\n", "    stance: half\n    with: [fishers-league]\n")
    assert dossier.problems() == []
    dossier.build(tmp_path / "site")

    def of(url: str) -> html.HtmlElement:
        return html.fromstring((tmp_path / f"site/{url}/index.html").read_text("utf-8"))

    (position,) = of("actors/fishers-league").xpath("//article[@id='share']")
    assert words(position.find_class("stance")[0]).endswith("Half of it, whatever the level of the spring.")
    assert "Joint statement with Government of Oruna" in words(position)
    half = next(one for one in of("questions/share").find_class("stances-all")[0].iter("li") if "Half" in words(one))
    assert "Fishers’ League" in words(half)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (SHARE, "        date: 2024-12\n", "        date: 2024-11\n"),
        (SHARE, "level: moderate", "level: low"),
        ("content/positions/oruna-government/metering.md", "with: [telissa-council]", "via: telissa-council"),
        ("content/events/divers-due.md", "what: superseded", "what: settled"),
        ("content/dossier.md", "direction: better", "direction: worse"),
    ],
)
def test_none_of_it_changes_silently(released: Dossier, path: str, old: str, new: str) -> None:
    """What was released needs a note to change, and the page of changes says it in words."""
    released.edit(path, old, new)
    assert [problem.code for problem in errors(released.problems())] == ["published-changed"]
    note(released, path)
    assert errors(released.problems()) == []


def test_more_may_become_of_a_statement_without_a_note(released: Dossier) -> None:
    """A later word is news, and no edit of ours; it goes along where its statement becomes an earlier one."""
    path = "content/positions/telissa-council/share.md"
    released.edit(
        path, "later:\n", "later:\n  - {what: settled, date: 2025-03, basis: reporter, cite: harbour-post-march ¶6}\n"
    )
    assert released.spots() == []
    commands.release(str(released.root))
    head, body = released.read(path).removeprefix("---\n").split("---\n")
    then = "".join(f"    {line}\n" for line in head.splitlines()).replace("    stance", "  - stance", 1)
    now = "stance: what-is-left\nas_of: 2025-03-04\nbasis: reported\ncite: harbour-post-march ¶1\n"
    released.write(path, f"---\n{now}earlier:\n{then}    summary: It held to half of the water.\n---\n{body}")
    assert released.spots() == []


@pytest.mark.parametrize("head", ["", "speaker: Government of Oruna\n", "speaker: Telissa Island Council\n"])
def test_a_joint_text_is_of_any_of_those_who_make_it(tmp_path: Path, head: str) -> None:
    """Both are voices of all of it; the head may name either body, or neither."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    path = "content/positions/oruna-government/metering.md"
    dossier.edit(path, "speaker: Reth Okuvai\n", head)
    dossier.edit(path, "quote: What both can read, neither can doubt", "quote: Half is half")
    dossier.edit(path, "harbour-post-march ¶1", "both ¶1")
    text = "Half is half, and the figures are for all.\n"
    dossier.write("seeds/both.txt", text)
    dossier.write(
        "seeds/both.md",
        "---\ntitle: Joint statement\npublisher: Both islands\nkind: statement\nlanguage: en\nparagraphs: 1\n"
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\npublished: 2025-03-03\nlimits: {{free: yes}}\n"
        "voices:\n  - {by: oruna-government, in: all}\n  - {by: telissa-council, in: all}\nrights: Free.\n---\n",
    )
    assert [str(problem) for problem in dossier.problems() if "metering" in problem.path] == []


def test_the_page_of_changes_tells_it_in_words(released: Dossier, tmp_path: Path) -> None:
    """What was noted of a later word is shown with its date and the actor's name."""
    released.edit("content/events/divers-due.md", "what: superseded", "what: settled")
    note(released, "content/events/divers-due.md")
    released.build(tmp_path / "site")
    changes = words(html.fromstring((tmp_path / "site/changes/index.html").read_text("utf-8")))
    told = "March 2025, by Sound Water Board: The board names no date any more."
    assert f"Superseded, {told}" in changes
    assert f"Settled, {told}" in changes


def test_a_renamed_actor_needs_no_note_where_others_name_it(released: Dossier) -> None:
    """With its new id the same later words and joint statements stand as they were published."""
    old, new = "content/actors/telissa-council.md", "content/actors/island-council.md"
    before = released.root / "content/positions/telissa-council"
    released.write(new, released.read(old).replace("---\n", "---\nwas: [telissa-council]\n", 1))
    (released.root / old).unlink()
    before.rename(before.with_name("island-council"))
    released.edit("content/positions/oruna-government/metering.md", "with: [telissa-council]", "with: [island-council]")
    told = {problem.path for problem in errors(released.problems()) if problem.code == "published-changed"}
    assert told == set()
