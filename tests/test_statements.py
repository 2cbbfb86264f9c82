"""What the pages of sources say rests on them: each statement once, each quotation only where it stands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from briefing.dossier.inspection import inspect
from briefing.model import lines, wording
from briefing.model.statements import Role, quotations
from briefing.model.vocabulary import Basis
from briefing.quotations import verification
from tests.support import Dossier, html_pages

BRIEF = "content/briefs/in-a-minute.md"


def paragraphs(site: Path, source: str) -> dict[int, html.HtmlElement]:
    """What rests on each paragraph or line of a source, by its number."""
    page = html.fromstring((site / f"sources/{source}/index.html").read_text("utf-8"))
    found = {element.get("id"): element for element in page.xpath("//li[@class='paragraph']")}
    return {lines.number(id.removeprefix("p-")) or int(id[1:]): element for id, element in found.items()}


def quoted(element: html.HtmlElement) -> list[str]:
    """The quotations in an element, without their marks."""
    return [" ".join(q.text_content().split()).strip("“”") for q in element.iter("q")]


@pytest.mark.parametrize("at_hand", [True, False], ids=["with-text", "with-lock"])
def test_a_quotation_stands_only_where_it_is_found(dossier: Dossier, tmp_path: Path, at_hand: bool) -> None:
    """Of the paragraphs that a statement cites, only the one that holds its quotation shows it."""
    words = "We cannot send what the rock does not give"
    dossier.edit(
        BRIEF,
        next(line for line in dossier.read(BRIEF).splitlines() if line.startswith("## ")),
        f"The minister said: “{words}” [@harbour-post, ¶2, ¶3, ¶4].\n\n## Why the flow fell",
    )
    verification.write_locks(dossier.root, inspect(dossier.root).verified)
    texts = inspect(dossier.root).verified.texts
    if not at_hand:
        for path in (dossier.root / "seeds").glob("*.txt"):
            path.unlink()
    dossier.build(tmp_path / "output")
    for source in ("harbour-post", "bureau-report"):
        for number, element in paragraphs(tmp_path / "output", source).items():
            for quotation in quoted(element):
                assert texts[source].find(quotation, [number]), f"{source} ¶{number} does not hold {quotation!r}"
    found = paragraphs(tmp_path / "output", "harbour-post")
    assert [number for number in found if words in quoted(found[number])] == [3]
    for number in (2, 4):
        assert any("in-a-minute/index.html#mark-" in link.get("href") for link in found[number].iter("a")), number


def test_a_quotation_and_its_statement_are_one(dossier: Dossier) -> None:
    """Every quotation of a brief belongs to the statement whose citation stands behind it."""
    inspection = inspect(dossier.root)
    corpus = inspection.loaded.corpus
    assert corpus is not None
    for brief in corpus.briefs.values():
        found = [quotation.text for _, quotation in quotations(brief.statements)]
        assert len(found) == sum(len(statement.quotations) for statement in brief.statements)
        assert len(found) == brief.prose.html.count('class="quotation"')
        assert not any(statement.role is Role.QUOTATION for statement in brief.statements)


def test_statements_are_counted_by_one_rule(built_other: Path) -> None:
    """The page about the dossier counts what the pages of its sources do, all together: here none has two of them."""

    def parsed(page: str) -> html.HtmlElement:
        return html.fromstring((built_other / page).read_text("utf-8"))

    *about, ours = [
        int(figure.text) for figure in parsed("about/index.html").xpath("//*[@id='basis']//*[@class='figures']")
    ]
    assert len(about) == 4
    assert all(about)
    assert ours, "general knowledge, which rests on no source"
    sources = [page for page in html_pages(built_other) if page.startswith("sources/") and page != "sources/index.html"]
    counts = Counter[str]()
    for page in sources:
        for entry in parsed(page).xpath("//*[@class='source-fold']//dl/div"):
            name, figure = entry.findtext("dt"), entry.findtext("dd")
            if figure.endswith((" statement", " statements")):
                counts[name] += int(figure.split()[0])
    assert about == [counts[wording.BASIS[basis]] for basis in Basis]


def test_what_rests_on_a_source_leads_to_the_statement(built_demo: Path, built_other: Path) -> None:
    """Each link of a source's page leads to an id that is there."""
    for site in (built_demo, built_other):
        ids = {page: set(html.fromstring((site / page).read_text("utf-8")).xpath("//@id")) for page in html_pages(site)}
        for page in ids:
            if not page.startswith("sources/") or page == "sources/index.html":
                continue
            for element in paragraphs(site, page.split("/")[1]).values():
                for link in element.iter("a"):
                    if link.get("href").startswith("http"):
                        continue  # the words at the publisher's
                    target, _, anchor = link.get("href").removeprefix("../../").removeprefix("./").partition("#")
                    assert not anchor or anchor in ids[target], f"{page}: {link.get('href')}"


def test_what_is_proved_is_found_by_its_words(dossier: Dossier) -> None:
    """What verifying proved is by the words as they are written, so that each quotation finds its own."""
    verified = inspect(dossier.root).verified
    assert verified.proved
    for one in (one for proved in verified.proved.values() for one in proved):
        assert set(one.match.paragraphs) <= set(one.cited)
        assert verified.texts[one.source].find(one.text, one.match.paragraphs)
