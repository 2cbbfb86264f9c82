"""The desk of `invoke serve`: its pages, the quotations and positions that it makes, and that it stays on this machine."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import html

from briefing.desk import words
from briefing.desk.answers import Desk
from briefing.dossier.inspection import inspect
from briefing.model import settings
from briefing.quotations.matching import words_of
from tests.support import Dossier


def desk_of(dossier: Dossier) -> Desk:
    """The desk as it is after a look at a dossier."""
    desk = Desk(settings.settings(str(dossier.root), str(dossier.root.parent / "output")))
    desk.look(inspect(dossier.root))
    return desk


@pytest.fixture(scope="module")
def desk(demo: Dossier) -> Desk:
    """The desk of the demo."""
    return desk_of(demo)


def page(desk: Desk, path: str, query: str = "") -> html.HtmlElement:
    """A page of the desk, parsed."""
    answer = desk.answer(path, query)
    assert answer is not None, path
    return html.fromstring(answer.body.decode())


def asked(desk: Desk, name: str, source: str, *parts: tuple[str, str], **more: str) -> dict[str, Any]:
    """What the script is told of words that are marked: of each part the key of its paragraph and its words."""
    assert desk.shelf
    at_hand = desk.shelf.at_hand(source)
    assert at_hand
    typed = []
    for key, marked in parts:
        start = words.shown(at_hand.text.written(words.spots(f"{key}:0-0")[0].number)).index(marked)
        typed.append(f"{key}:{start}-{start + len(marked)}")
    answer = desk.answer(name, urlencode({"source": source, "at": ",".join(typed), **more}))
    assert answer
    assert answer.for_script
    told: dict[str, Any] = json.loads(answer.body)
    return told


def test_every_source_with_its_text(desk: Desk) -> None:
    """Sources are listed, drafts among them; those whose text is not at hand lead nowhere."""
    rows = {row.findtext(".//code"): row for row in page(desk, "").iterfind(".//li[@class='desk-row']")}
    assert {"harbour-post", "leaked-memo"} <= rows.keys()
    assert rows["harbour-post"].xpath(".//a/@href") == ["sources/harbour-post/"]
    assert "13 paragraphs" in rows["harbour-post"].text_content()
    assert "Draft" in rows["leaked-memo"].text_content()
    assert rows["leaked-memo"].xpath(".//a") == []
    lacking = desk.answer("sources/leaked-memo/", "")
    assert lacking
    assert lacking.leads_to == "desk/"
    assert desk.answer("sources/nobody/", "") is None


def test_a_text_by_paragraph(desk: Desk) -> None:
    """Paragraphs stand letter for letter under their numbers, with who speaks, and what is quoted leads to where."""
    assert desk.shelf
    for source in desk.shelf.sources():
        if at_hand := desk.shelf.at_hand(source.id):
            shown = page(desk, f"sources/{source.id}/").xpath("//p[@class='desk-words']")
            written = {p.get("data-key"): p.text_content() for p in shown}
            for number, paragraph in enumerate(at_hand.text.paragraphs, 1):
                assert written[str(number)] == paragraph
    third = page(desk, "sources/harbour-post/").get_element_by_id("p3")
    assert third.findtext(".//h3") == "¶3"
    assert "Speaks: Ines Talomar (water minister)" in third.text_content()
    assert "We cannot send what the rock does not give" in third.findtext(".//mark/span")
    hrefs = third.xpath(".//details//a/@href")
    assert hrefs
    assert all(href.startswith("../../../") for href in hrefs)
    assert any(
        re.fullmatch(r"content/positions/\S+\.md:\d+", where.text) for where in third.iterfind(".//details//code")
    )


def test_words_of_any_writing_are_found() -> None:
    """Each word that the proofs count has its place, whatever signs the source writes it with."""
    for text in (
        "A hyphen‑ated, soft\u00adened and ‘single’ word; it’s 5 – 6 per cent, €150, −3 °C… or .. not",
        "« „Kein Tropfen zu viel“, notait-il en marge »",
        "בְּרֵאשִׁית בָּרָא אֱלֹהִים צה״ל",
        "水 は 流れる。水は",
    ):
        shown = words.shown(text)
        found = [shown[start:end] for start, end in words.places(shown)]
        assert [words_of(word) for word in found] == [[word] for word in words_of(shown)], text


@pytest.fixture(scope="module")
def quotations(desk: Desk) -> list[dict[str, Any]]:
    """Quotations of every sort: a person's, a body's, the reporter's, with marks in them, with a gap, of two paragraphs."""
    marked: list[tuple[str, list[tuple[str, str]]]] = [
        ("harbour-post", [("3", "e cannot send what the ro")]),  # parts of words are taken for the words
        ("harbour-post", [("6", "“When they tell us ‘soon’, we fill every bucket,”")]),
        ("harbour-post", [("1", "People on the eastern shore noticed it first")]),
        ("harbour-post", [("3", "We cannot send"), ("3", "the rock does not give")]),
        ("council-letter", [("3", "We accuse no person"), ("3", "to see the wheel and the seal")]),
        ("bureau-report", [("4", "« L'eau qui se compte se partage »")]),
        ("assembly-record", [("5", "Then we shall count every drop, and count it in public.")]),
        ("keeper-talk", [("2", "Why did you stop marking the level?")]),
        (
            "assembly-record",
            [("2", "today and when our grandchildren sit on these benches."), ("3", "We gave that word")],
        ),
        ("harbour-post", [("1", "showers turned cold."), ("2", "The pipe was laid")]),
    ]
    return [asked(desk, "quote.json", source, *parts) for source, parts in marked]


def test_a_quotation_is_exact(quotations: list[dict[str, Any]]) -> None:
    """It has the source's letters between marks, whole words, and the citation as the checks read it."""
    told = [quotation["named"] or quotation["plain"] for quotation in quotations]
    assert told[:4] == [
        '"We cannot send what the rock" [@harbour-post, ¶3, direct: Ines Talomar]',
        '"When they tell us ‘soon’, we fill every bucket" [@harbour-post, ¶6, direct: Reth Okuvai]',
        '"People on the eastern shore noticed it first" [@harbour-post, ¶1, reporter]',
        '"We cannot send […] the rock does not give" [@harbour-post, ¶3, direct: Ines Talomar]',
    ]
    assert quotations[0]["plain"] == '"We cannot send what the rock" [@harbour-post, ¶3]'
    assert (quotations[0]["measure"], quotations[0]["actor"]) == ("6 of at most 25 words", "oruna-government")
    assert quotations[7]["plain"].startswith('"Why did you stop marking the level?" [@')
    assert quotations[8]["plain"] == (
        "> today and when our grandchildren sit on these benches\n>\n> We gave that word\n>\n"
        "> — Ines Talomar [@assembly-record, ¶2-3]"
    )
    assert quotations[9]["plain"] == '"showers turned cold […] The pipe was laid" [@harbour-post, ¶1-2, reporter]'


def test_the_checks_accept_it(quotations: list[dict[str, Any]], dossier: Dossier) -> None:
    """Pasted into a brief as it is, none of them is told of."""
    assert [fault for quotation in quotations for fault in quotation["faults"]] == []
    blocks = [quotation["named"] or quotation["plain"] for quotation in quotations]
    head = "---\ntitle: What they say\nsummary: In their words.\norder: 9\nupdated: 2025-03-01\n---\n\n"
    dossier.write("content/briefs/said.md", head + "\n\n".join(blocks) + "\n")
    told = [problem for problem in dossier.problems() if problem.path == "content/briefs/said.md"]
    assert [str(problem) for problem in told if not problem.code.startswith(("brief-", "translation"))] == []


def test_what_would_not_hold_is_told_at_once(desk: Desk, dossier: Dossier) -> None:
    """Too many words, two voices, nobody's: the desk says what `check` would say, and still gives the words."""
    long = "The water that reaches Telissa through the pipe under Brae Sound fell to half its usual flow on Tuesday"
    long += " 5 November 2024, and the two islands do not agree why. People on the eastern shore noticed it"
    crossed = ("3", "what the rock does not give,” said Ines Talomar")
    dossier.edit("seeds/harbour-post.md", "  - {by: Reth Okuvai, as: chair of the council, in: ¶6-7}\n", "")
    dossier.edit("seeds/harbour-post.md", "within: Reth Okuvai, ", "")
    for of, part, told in (
        (desk, ("1", long), "at most 25 words; this one has 37"),
        (desk, crossed, "must be of one voice"),
        (desk_of(dossier), ("7", "Half is half"), "Who says these words must be on record"),
    ):
        quotation = asked(of, "quote.json", "harbour-post", part)
        assert told in quotation["faults"][0]
        assert quotation["plain"]
    assert quotation["who"] == "Nobody on record says these words"


@pytest.mark.parametrize(
    "at", ["", "3", "3:5-1", "99:0-5", "title:0-3", "3:0-0", "x" * 5000, ",".join(["3:0-9"] * 13), "0:0-9"]
)
def test_odd_marks(desk: Desk, at: str) -> None:
    """Whatever is asked, the answer says what to do."""
    for name in ("quote.json", "position.json"):
        answer = desk.answer(name, urlencode({"source": "harbour-post", "at": at, "actor": "x", "question": "y"}))
        assert answer
        assert json.loads(answer.body)["fault"].endswith((".", "'."))


def test_a_position_made_of_marked_words(desk: Desk, dossier: Dossier) -> None:
    """It is what `invoke new position` writes, filled in; as a draft it is valid, and with what only the editor knows,
    published.
    """
    parts = ("7", "Half is half, in a wet year and in a dry one")
    made = asked(desk, "position.json", "harbour-post", parts, actor="telissa-council", question="metering")
    assert made["path"] == "content/positions/telissa-council/metering.md"
    assert made["notes"] == []
    for line in ("as_of: 2024-12-14", "cite: harbour-post ¶7", "quote: Half is half, in a wet year and in a dry one"):
        assert re.search(rf"^{line}\b", made["text"], re.M), line
    assert "\nspeaker: Reth Okuvai\n" in made["text"]
    dossier.write(made["path"], made["text"])
    assert dossier.spots() == []
    stance = re.findall(r"^stance: .*# one of: ([a-z-]+)", made["text"], re.M)[0]
    head = (
        re.sub(r"(?m)^status: draft.*\n", "", made["text"]).replace("id-of-a-stance", stance, 1).rpartition("---\n")[0]
    )
    dossier.write(
        made["path"], f"{head}---\nIts share holds in any year, the council says [@harbour-post, ¶7, reported].\n"
    )
    assert [str(one) for one in dossier.problems() if one.path == made["path"]] == []


def test_a_position_of_somebody_else_is_told(desk: Desk) -> None:
    """Words are no position of an actor for whom nobody spoke them; what the source tells itself is not quoted."""
    spoken = ("3", "We cannot send what the rock does not give")
    other = asked(desk, "position.json", "harbour-post", spoken, actor="telissa-council", question="share")
    assert any("is there already" in note for note in other["notes"])
    assert any("Ines Talomar" in note for note in other["notes"])
    told = ("8", "Oruna wants each island to pay for its own end")
    reported = asked(desk, "position.json", "harbour-post", told, actor="oruna-government", question="share")
    assert "\nbasis: reported\n" in reported["text"]
    assert "\nspeaker: Government of Oruna\n" in reported["text"]
    assert "\nquote:" not in reported["text"]


def test_a_draft_as_its_page(dossier: Dossier) -> None:
    """A draft is shown with what is left to do, and as the page that it would be, marked; its links lead to the site."""
    dossier.write("seeds/fresh.md", dossier.read("seeds/league-post.md").replace("---\n", "---\nstatus: draft\n", 1))
    dossier.write("seeds/fresh.txt", dossier.read("seeds/league-post.txt"))
    desk = desk_of(dossier)
    listed = page(desk, "drafts/").text_content()
    assert "content/briefs/private-notes.md" in listed
    assert "Sound Water Board on: Who must pay for the repair?" in listed
    name = "drafts/content/briefs/private-notes/"
    draft = page(desk, name)
    (way,) = draft.xpath("//a[starts-with(@href, 'page/')]/@href")
    shown = page(desk, name + way)
    assert shown.find_class("draft-mark")
    assert "Draft." in shown.find_class("draft-note")[0].text_content()
    assert shown.xpath("//link[@rel='stylesheet']/@href")[-1] == "../" * (name + way).count("/") + "draft.css"
    other = desk.answer(name + "page/about/", "")
    assert other
    assert other.leads_to == "about/"
    for outside in ("//evil.example/", "/evil.example/", "\\evil.example/"):
        assert desk.answer(f"{name}page/{outside}", "") is None
    assert asked(desk, "quote.json", "fresh", ("1", "not the quarrel"))["faults"] == []


def test_problems_of_all_files(dossier: Dossier) -> None:
    """All problems stand in one list with where they are; one file's can be had alone, and they go with the next look."""
    dossier.edit("content/briefs/papers.md", "title: ", "titel: ")
    dossier.edit("seeds/league-post.md", "kind: ", "kind: x")
    desk = desk_of(dossier)
    listed = page(desk, "problems/")
    wheres = [where.text for where in listed.find_class("desk-where")]
    assert [re.sub(r":\d+:\d+$", "", where) for where in wheres] == sorted(problem.path for problem in desk.problems)
    (one,) = (link for link in listed.xpath("//nav[@class='desk-files']//a/@href") if "papers" in link)
    alone = page(desk, "problems/", one.partition("?")[2])
    assert {where.text.partition(":")[0] for where in alone.find_class("desk-where")} == {"content/briefs/papers.md"}
    dossier.edit("content/briefs/papers.md", "titel: ", "title: ")
    dossier.edit("seeds/league-post.md", "kind: x", "kind: ")
    desk.look(inspect(dossier.root))
    assert "None" in page(desk, "problems/").text_content()


def test_a_dossier_that_cannot_be_read(dossier: Dossier) -> None:
    """The desk stands all the same and says what is wrong."""
    dossier.edit("content/dossier.md", "format: 2", "format: 99")
    desk = desk_of(dossier)
    for path in ("", "drafts/", "problems/"):
        assert page(desk, path) is not None
    assert desk.answer("sources/harbour-post/", "") is None
    assert "content/dossier.md" in page(desk, "problems/").text_content()
    (dossier.root / "content/dossier.md").unlink()
    assert page(desk_of(dossier), "sources/harbour-post/").get_element_by_id("p13") is not None
