"""What the pages of the demo say: positions, dates, sources, names."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from briefing.cli import commands
from tests.support import Dossier, Parsed


def words(element: html.HtmlElement) -> str:
    """An element's text, white space folded."""
    return " ".join(element.text_content().split())


def links(element: html.HtmlElement) -> set[str]:
    """Where links lead, without the way to the root and the file of a folder."""
    return {link.get("href").lstrip("./").replace("/index.html", "/") for link in element.iter("a") if link.get("href")}


def test_matrix(page: Parsed) -> None:
    """The matrix has, by side, a row for each actor and a column for each question; silence is one mark, and a word."""
    (table,) = page("actors/").iter("table")
    assert [words(side) for side in table.find_class("matrix-side")] == ["Oruna", "Telissa", "Those between"]
    by_actor = {words(row[0]): row[1:] for row in table.find_class("matrix-row")}
    assert list(by_actor) == ["Government of Oruna", "Fishers’ League", "Telissa Island Council", "Sound Water Board"]
    silent = {actor: [words(cell) == "–Not stated" for cell in cells] for actor, cells in by_actor.items()}
    assert silent["Fishers’ League"] == [True, False, False]
    assert silent["Government of Oruna"] == [False, False, False]
    inferred, _, stated = by_actor["Sound Water Board"]
    assert words(inferred).startswith("We infer Another answer: That is for the islands to settle ")
    assert inferred.find_class("stance-inferred")
    assert not stated.find_class("stance-inferred")
    assert words(by_actor["Telissa Island Council"][0]).startswith("Another answer: Half of it")
    assert "sources/harbour-post/#p7" in links(by_actor["Telissa Island Council"][0])


def test_one_question_at_a_time(page: Parsed) -> None:
    """Beside the matrix stands its first question, with steps to the others; each page names every actor once."""
    (narrow,) = page("actors/").find_class("matrix-narrow")
    (steps,) = narrow.find_class("steps")
    assert words(steps) == "1 of 3 The repair ›"
    for here in (narrow, page("questions/repair/")):
        named = [words(one) for one in here.xpath(".//*[@class='stances-actor' or @class='silences']//a")]
        assert sorted(named) == [
            "Fishers’ League",
            "Government of Oruna",
            "Sound Water Board",
            "Telissa Island Council",
        ]
    repair = page("questions/repair/").find_class("steps")[0]
    assert links(repair) == {"questions/share/", "questions/metering/"}


def test_position_page(page: Parsed) -> None:
    """An actor's page tells stance, paraphrase, quotation with speaker, basis, citation and the earlier position."""
    actor = page("actors/oruna-government/")
    (position,) = actor.xpath("//*[@id='share']")
    said = words(position)
    for part in (
        "How much of the spring’s water is Telissa owed?",
        "What the spring can spare.",
        "The government says that the spring is sinking",
        "“We cannot send what the rock does not give”",
        "Ines Talomar water minister",
        "December 2024",
        "Direct quotation",
        "Post ¶3",
        "Earlier position",
        "Half of it, whatever the level of the spring.",
        "“a debt of honour”",
        "October 2023",
    ):
        assert part in said, part
    assert "sources/harbour-post/#p3" in links(position)
    assert actor.xpath("//*[@class='silences']") == []
    league = page("actors/fishers-league/")
    assert "How much of the spring’s water is Telissa owed?" in words(league.xpath("//*[@class='silences']")[0])


def test_known_through_another(page: Parsed) -> None:
    """A position known through another actor says so on both pages."""
    assert "Telissa Island Council" in words(page("actors/fishers-league/").xpath("//*[@id='metering']")[0])
    council = page("actors/telissa-council/")
    assert "actors/fishers-league/#metering" in links(council)


def test_quotation_in_its_language(page: Parsed) -> None:
    """A quotation from a French source is marked as French."""
    quotation = page("actors/water-board/").xpath("//*[@id='metering']//blockquote")[0]
    assert quotation.get("lang") == "fr"
    assert "L’eau qui se compte se partage" in words(quotation)


def test_question_page(page: Parsed) -> None:
    """A question's page tells by side what each actor says, who is silent, and who gives which of all the answers."""
    question = page("questions/share/")
    told = {
        words(row.find_class("stances-actor")[0]): words(row.find_class("stance")[0])
        for row in question.find_class("stances-row")
    }
    assert told == {
        "Government of Oruna": "Another answer: What the spring can spare Post ¶3",
        "Telissa Island Council": "Another answer: Half of it, whatever the level of the spring Post ¶7",
        "Sound Water Board": "We infer Another answer: That is for the islands to settle Bureau ¶6",
    }
    assert "actors/fishers-league/" in links(question.find_class("silences")[0])
    (account,) = (one for one in question.find_class("stances-account") if "Earlier:" in words(one))
    assert "a debt of honour" in words(account)
    assert [words(answer) for answer in question.find_class("stances-all")[0].iter("li")] == [
        "Another answer: Half of it, whatever the level of the spring. Given by Telissa Island Council.",
        "Another answer: What the spring can spare. Given by Government of Oruna.",
        "Another answer: That is for the islands to settle. Nobody in our sources gives this answer. We infer it of "
        "Sound Water Board.",
    ]


def test_what_we_infer_is_nobodys_statement(page: Parsed) -> None:
    """An inferred stance is ours: it stands in a frame of its own that says so, and nowhere without these words."""
    (core,) = page("").find_class("core")
    assert "That is for the islands to settle" not in words(core)
    board = page("actors/water-board/")
    (share,) = board.xpath("//*[@id='share']")
    assert words(share.find_class("stance-inferred")[0]).startswith("We infer")
    (metering,) = board.xpath("//*[@id='metering']")
    assert "infer" not in words(metering)
    assert links(board.find_class("silences")[0]) == {"questions/repair/"}
    for url in ("actors/", "questions/share/", "actors/water-board/"):
        for stance in page(url).find_class("stance"):
            assert ("That is for the islands" in words(stance)) == ("We infer" in words(stance)), url
    assert not page("actors/").find_class("matrix-row")[-1].xpath("self::*[contains(@class, 'matrix-silent')]")


def test_the_report_counts_no_inference_as_a_position(demo: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """Of what an actor says, the report leaves out what we infer: there the actor is silent."""
    commands.report(str(demo.root), "text", "")
    (board,) = (line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("  water-board"))
    assert board[1:3] == ["1", "1"]
    assert " ".join(board[6:]) == "share, repair; inferred by us: share"


@pytest.mark.parametrize(
    ("event", "status", "parts"),
    [
        ("pipe-laid", "happened", ["1998", "The newspaper names the year."]),
        ("flow-halved", "happened", ["5 November 2024", "Tuesday", "Stated in the source"]),
        ("talks-due", "recorded", ["3 December 2024", "28 days from The flow falls by half (5 November 2024)", "gives 3 December 2024"]),
        ("talks-held", "happened", ["Outcome of: Talks are to be held in Port Sefa"]),
        ("divers-due", "passed", ["January 2025", "Passed; outcome not known"]),
        ("full-flow-due", "due", ["September 2025", "Planned"]),
    ],
)  # fmt: skip
def test_timeline(page: Parsed, event: str, status: str, parts: list[str]) -> None:
    """Each event tells its date, how it was reasoned, and what became of it as of the day."""
    (entry,) = page("timeline/").xpath(f"//*[@id='{event}']")
    assert entry.get("data-status") == status
    for part in parts:
        assert part in words(entry), part


def test_what_stands_says_as_of_when(dossier: Dossier, tmp_path: Path) -> None:
    """What stood then is headed by the day of the newest source; a point of another day says so, and marks a year that no
    source states.
    """

    def told() -> list[str]:
        dossier.build(tmp_path / "output")
        home = html.fromstring((tmp_path / "output/index.html").read_text("utf-8"))
        (stands,) = home.find_class("stands")
        return [
            words(one)
            for one in (
                stands.find("h2"),
                *stands.xpath(".//h3[@id!='trend_title']"),
                *stands.find_class("stands-when"),
            )
        ]

    heads = ["Where things stood on 5 March 2025", "Under way", "Disputed", "Planned", "Not known"]
    assert told() == [*heads, "(in February 2025)", "(as of February 2025)"]
    dossier.edit("content/dossier.md", "cite: bureau-report ¶3", "cite: bureau-report ¶3\n    as_of: 2025-02-20")
    assert told() == [*heads, "(on 20 February 2025)", "(as of February 2025)"]
    dossier.edit("seeds/bureau-report.md", "published: 2025-02\n", "")
    assert told() == [*heads, "(on 20 February 2025† (year inferred))", "(as of 14 December 2024)"]


def test_as_of_changes_what_is_over(dossier: Dossier, tmp_path: Path) -> None:
    """--as-of outranks the dossier's own day."""
    dossier.build(tmp_path / "output", as_of="2025-10-01")
    timeline = html.fromstring((tmp_path / "output/timeline/index.html").read_text("utf-8"))
    assert timeline.xpath("//*[@id='full-flow-due']")[0].get("data-status") == "passed"
    assert "1 October 2025" in words(timeline)


def test_review_is_due(page: Parsed) -> None:
    """A record whose review is overdue says so."""
    assert not page("actors/telissa-council/").xpath("//*[@class='review']")


def test_source_page(page: Parsed) -> None:
    """A source's page says in our words what stands in each paragraph that is cited, who is quoted there and where the
    paragraph is used, by name; it names the others in one line, and has nothing of the paragraph itself.
    """
    source = page("sources/harbour-post/")
    (third,) = source.xpath("//*[@id='p3']")
    for part in (
        "Oruna’s government says that the spring gives less; its minister shows a chart.",
        "“We cannot send what the rock does not give” Ines Talomar",
        "Direct quotation",
        "Oruna: The share",
        "The quarrel in one minute",
    ):
        assert part in words(third), part
    assert {"actors/oruna-government/#share", "briefs/in-a-minute/#mark-2"} <= links(third)
    (original,) = third.xpath(".//a[text()='Original']/@href")
    assert original.endswith("&view=full#:~:text=We%20cannot%20send%20what%20the%20rock%20does%20not%20give")
    ids = source.xpath("//*[starts-with(@id,'p') and number(substring(@id,2))]/@id")
    assert len(ids) == len({*ids}) == len(source.find_class("paragraph"))
    (rest,) = source.find_class("paragraphs-note")
    assert words(rest).endswith("Paragraph numbers are ours.")


def test_a_mark_leads_to_its_paragraph_and_has_a_card(page: Parsed) -> None:
    """A mark is a plain link to the paragraph's entry; its card, for the script, says what stands there, the words
    quoted with whose they are, how that is known, when and by whom it was published, and the way to the original. For
    print the page has its sources once, in full.
    """
    brief = page("briefs/in-a-minute/")
    mark = brief.get_element_by_id("mark-2")
    assert words(mark) == "Post ¶3"
    assert mark.get("aria-label") == "The Harbour Post, ¶3: Ines Talomar, water minister"
    assert mark.get("href") == "../../sources/harbour-post/index.html#p3"
    (cards,) = brief.xpath("//template[@class='cards']")
    (card,) = cards.xpath(f"./div[@id='note-{mark.get('data-note')}']")
    assert words(card) == (
        "The Harbour Post, paragraph 3 Oruna’s government says that the spring gives less; its minister shows a chart. "
        "“We cannot send what the rock does not give” Ines Talomar, water minister "
        "BasisDirect quotation, 1 independent source Date14 December 2024 SourceSolveig Arran, The Harbour Post "
        "Paragraph 3 in the source notes The words at The Harbour Post"
    )
    (printed,) = brief.find_class("notes")
    assert words(printed).count("Solveig Arran, Two islands, one pipe, The Harbour Post, 14 December 2024") == 1
    assert "¶3 direct quotation" in words(printed)


def test_names_in_their_scripts(page: Parsed) -> None:
    """Local forms are shown in their own script and marked with their language."""
    place = page("places/ondo-spring/")
    forms = {(e.get("lang"), words(e)) for e in place.xpath("//*[@class='names']//*[@lang]")}
    assert forms == {("ja", "オンド泉"), ("ru", "Источник Ондо"), ("ar", "ينبوع أوندو")}


def test_the_point_on_the_map(page: Parsed) -> None:
    """The page of a place draws the map with all pins as links, its own raised; the list raises the live map's."""
    place = page("places/port-sefa/")
    assert [words(pin) for pin in place.xpath("//svg//a")] == ["1Ondo Spring", "2Port Sefa", "3Telissa Landing"]
    (here,) = place.xpath("//svg//a[@aria-current='page']")
    assert here.get("href") == "../../places/port-sefa/index.html"
    assert not place.xpath("//*[@data-script]")
    ids = [entry.get("data-place") for entry in page("places/").xpath("//ol/li[@class='place']")]
    assert ids == ["ondo-spring", "port-sefa", "telissa-landing"]


def test_table_image_and_list(page: Parsed) -> None:
    """A brief's table has heads, its image words, its quotation a speaker."""
    brief = page("briefs/in-a-minute/")
    assert [words(head) for head in brief.xpath("//*[@class='prose']//th")] == ["Question", "Oruna", "Telissa"]
    assert all(head.get("scope") == "col" for head in brief.xpath("//*[@class='prose']//th"))
    (image,) = brief.xpath("//*[@class='prose']//img")
    assert image.get("alt") == "A round stone basin, nearly dry, seen from above"
    assert "Reth Okuvai" in words(brief.xpath("//*[@class='prose']//blockquote")[0])
    assert "flow = \"half\"; note = 'don't guess'" in words(page("briefs/life-on-telissa/"))


def test_empty_dossier_builds(dossier: Dossier, tmp_path: Path) -> None:
    """A dossier of two files makes a whole site, without a map."""
    import shutil

    shutil.rmtree(dossier.root)
    dossier.write(
        "content/dossier.md", "---\ntitle: Small\nsummary: Small.\nsnapshot: Now.\n---\n- Nothing yet [@us].\n"
    )
    dossier.write("content/about.md", "---\ntitle: About\n---\nNothing yet [@us].\n")
    (dossier.root / "seeds").mkdir()
    summary = dossier.build(tmp_path / "output", as_of="2025-01-01")
    assert summary.pages >= 9
    assert "<figure" not in (tmp_path / "output/places/index.html").read_text("utf-8")
