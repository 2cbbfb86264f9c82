"""For and against, versions, answers: what contradicts supports nothing and is shown beside what it contradicts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefing.cli import report
from briefing.cli.commands import release
from briefing.dossier.inspection import inspect
from briefing.model import dates
from briefing.quotations.verification import write_locks
from tests.support import DEMO, Dossier, copy_of
from tests.test_bad import BAD, apply, read

AGAINST = "against: {cite: bureau-report ¶3, says: The board found that the spring had sunk slowly.}"
VERSIONS = """versions:
  - {cite: harbour-post ¶10, date: 2024-12-10}
  - cite: harbour-post ¶10
    date: 2024-12-03
    says: That was the day that was set.
    figure: four weeks
"""


def with_versions(dossier: Dossier) -> None:
    """Give an event two versions of its date, in place of its own."""
    head = dossier.read("content/events/talks-held.md")
    start, end = head.index("dating:\n"), head.index("answers:")
    head = head[:start] + VERSIONS + head[end:]
    dossier.write("content/events/talks-held.md", head.replace("date: 2024-12-10\n", "", 1))


def words(element: html.HtmlElement) -> str:
    """The text of an element, white space folded."""
    return " ".join(element.text_content().replace("\xa0", " ").split())


def page(folder: Path, path: str) -> html.HtmlElement:
    """A page of the site built below a folder."""
    return html.parse(folder / "site" / path / "index.html").getroot()


def claims(shown: html.HtmlElement) -> list[dict[str, Any]]:
    """The claims in a page's data."""
    (data,) = shown.xpath("//script[@type='application/ld+json']/text()")
    return [entry for entry in json.loads(data)["@graph"] if entry["@type"] == "Claim"]


def test_what_contradicts_is_counted_apart_and_shown(dossier: Dossier, tmp_path: Path) -> None:
    """Nothing says "2 independent sources" of a statement that one source supports and another contradicts."""
    dossier.build(tmp_path / "site")
    event = page(tmp_path, "timeline").get_element_by_id("flow-halved")
    first, against = event.xpath(".//p[@class='provenance' or @class='against']")
    assert words(first).startswith("Reporter’s finding, 1 independent source for it, 1 against")
    assert words(against).startswith("Against: The board also found")
    assert against.xpath(".//a[@class='mark']/@href") == ["../sources/bureau-report/index.html#p3"]
    brief = page(tmp_path, "briefs/in-a-minute")
    (marks,) = [one for one in brief.find_class("marks") if "against" in words(one)]
    assert words(marks) == "Post ¶5; against: Bureau ¶3"
    note, contrary = (words(brief.get_element_by_id(f"note-{mark.get('data-note')}")) for mark in marks)
    assert "Against: leaves open whether a valve, a leak or air was the cause" in contrary
    assert "1 independent source for it, 1 against" in note
    assert "Against: leaves open whether a valve, a leak or air was the cause" in note
    cell = page(tmp_path, "actors").xpath("//td//p[@class='against']")
    assert [words(one) for one in cell] == ["Against: Bureau ¶3"]
    source = words(page(tmp_path, "sources/bureau-report").get_element_by_id("p3"))
    assert "Against others: leaves open whether a valve, a leak or air was the cause" in source
    told = [claim.get("disambiguatingDescription") for claim in claims(page(tmp_path, "timeline"))]
    assert "Contradicts: The flow falls by half" in told


def test_versions_stand_side_by_side(dossier: Dossier, tmp_path: Path) -> None:
    """By date, each with its source; the statement counts none of them, and its place is that of the earliest."""
    with_versions(dossier)
    assert dossier.problems() == []
    dossier.build(tmp_path / "site")
    event = page(tmp_path, "timeline").get_element_by_id("talks-held")
    assert words(event.xpath(".//p[@class='event-date']")[0]) == "3 December 2024 or 10 December 2024"
    assert [day.get("datetime") for day in event.xpath(".//p[@class='event-date']//time")] == [
        "2024-12-03",
        "2024-12-10",
    ]
    assert words(event.xpath(".//p[@class='provenance']")[0]).startswith("Reporter’s finding, told in different ways")
    first, second = map(words, event.xpath(".//div[@class='versions']//li"))
    assert first.startswith("3 December 2024 four weeks That was the day that was set. Reported speech, 1 independent")
    assert second.startswith("10 December 2024 Reported speech, 1 independent source Post ¶10")
    data = {
        claim["temporalCoverage"]: claim for claim in claims(page(tmp_path, "timeline")) if "temporalCoverage" in claim
    }
    assert (
        data["2024-12-10"]["disambiguatingDescription"] == "One of several versions of: The talks are held a week late"
    )
    assert '"@value":"[2024-12-03,2024-12-10]"' in (tmp_path / "site/timeline/index.html").read_text("utf-8")
    lines = page(tmp_path, "actors/oruna-government").xpath("//li[@class='event-line']")
    assert any("Told in different ways" in words(line) for line in lines)


def test_a_version_changes_with_a_note_only(dossier: Dossier) -> None:
    """So does what a source says against a statement."""
    with_versions(dossier)
    release(str(dossier.root))
    dossier.edit("content/events/talks-held.md", "figure: four weeks", "figure: 4 weeks")
    assert [problem.code for problem in dossier.problems()] == ["published-changed"]
    dossier.edit("content/events/talks-held.md", "figure: 4 weeks", "figure: four weeks")
    dossier.edit("content/positions/telissa-council/repair.md", "whether there is a leak at all", "who should pay")
    assert [problem.code for problem in dossier.problems()] == ["published-changed"]


def test_the_report_counts_support_only(dossier: Dossier) -> None:
    """A statement with one source for it and one against rests on one, and one with versions on none by itself."""

    def counted() -> dict[str, Any]:
        inspection = inspect(dossier.root)
        assert inspection.loaded.corpus
        return report.data(inspection, inspection.loaded.corpus, dates.parse("2025-03-10"))

    with_support = counted()
    path = "content/events/pipe-laid.md"
    dossier.edit(path, "cite: harbour-post ¶2\n", f"cite: harbour-post ¶2\n{AGAINST}\n")
    now = counted()
    assert now["statements_by_independent_sources"] == with_support["statements_by_independent_sources"]
    assert now["basis"] == with_support["basis"]
    assert now["contradicted"] == with_support["contradicted"] + 1


def test_a_dossier_that_only_a_second_source_contradicts_rests_on_one(dossier: Dossier) -> None:
    """The second source is none behind the dossier."""
    corpus = dossier.load().corpus
    assert corpus
    cited = {
        cite.source
        for record in corpus.events.values()
        for statement in record.statements
        for cite in statement.citations
        if statement.role == "against"
    }
    assert cited == {"bureau-report"}
    assert all(cite.source != "bureau-report" for cite in corpus.events["flow-halved"].statements[0].citations)


def test_the_lock_vouches_for_figures_of_versions(dossier: Dossier) -> None:
    """Where the text is not at hand, the lock holds the figures and days of versions to the paragraphs that they cite."""
    with_versions(dossier)
    write_locks(dossier.root, inspect(dossier.root).verified)
    (dossier.root / "seeds/harbour-post.txt").unlink()
    assert dossier.problems() == []
    dossier.edit("content/events/talks-held.md", "figure: four weeks", "figure: six weeks")
    assert [problem.code for problem in dossier.problems()] == ["figure"]
    dossier.edit("content/events/talks-held.md", "figure: six weeks", "figure: four weeks")
    dossier.edit("content/events/talks-held.md", "date: 2024-12-03", "date: 2024-12-04")
    assert [problem.code for problem in dossier.problems()] == ["date-unfound"]


def test_answers_lead_both_ways(dossier: Dossier, tmp_path: Path) -> None:
    """On the answer's side and on that of what is answered, for events and positions."""
    dossier.build(tmp_path / "site")
    timeline = page(tmp_path, "timeline")
    (held,) = timeline.get_element_by_id("talks-held").xpath(".//p[@class='answers']")
    assert words(held).startswith("In answer to: Government of Oruna on: ")
    (halved,) = timeline.get_element_by_id("flow-halved").xpath(".//p[@class='answers']")
    assert halved.xpath("a/@href") == ["../timeline/index.html#talks-held"]
    repair = page(tmp_path, "questions/repair").xpath("//p[@class='answers']")
    assert sorted(words(one).partition(":")[0] for one in repair) == ["Answered by", "In answer to"]


@pytest.mark.parametrize(
    "case", ["against-is-fine", "answers-are-fine", "versions-are-fine", "versions-of-a-date-are-fine"]
)
def test_what_is_fine_is_built(case: str, tmp_path: Path) -> None:
    """What the check passes, the build builds."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    for change in read(BAD / f"{case}.txt").changes:
        apply(dossier, *change)
    assert dossier.build(tmp_path / "site")
