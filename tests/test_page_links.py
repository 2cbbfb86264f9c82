"""How the pages of the demo lead to one another, and what all of them have in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.support import Dossier, Parsed, html_pages
from tests.test_pages import links, words


def test_marks_lead_both_ways(page: Parsed) -> None:
    """Every mark has a card and leads to the entry of its paragraph, and that back to the page by its name."""
    brief = page("briefs/in-a-minute/")
    cards = {f"note-{mark.get('data-note')}" for mark in brief.find_class("mark")}
    assert cards == {*brief.xpath("//template[@class='cards']/div/@id")}
    for mark in brief.xpath("//*[@class='prose']//a[@class='mark']"):
        url, _, anchor = mark.get("href").removeprefix("../../").partition("#")
        entry = page(url.removesuffix("index.html")).get_element_by_id(anchor)
        assert "The quarrel in one minute" in entry.xpath(".//details/a/text()")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("briefs/in-a-minute/", "actors/oruna-government/"), ("briefs/in-a-minute/", "questions/share/"),
        ("briefs/in-a-minute/", "places/ondo-spring/"), ("questions/share/", "actors/oruna-government/"),
    ],
)  # fmt: skip
def test_linked_both_ways(page: Parsed, one: str, other: str) -> None:
    """Records that belong together link to each other."""

    def lead(element: html.HtmlElement) -> set[str]:
        return {link.split("#")[0] for link in links(element)}

    assert other in lead(page(one))
    assert one in lead(page(other))


def test_events_link_to_all(page: Parsed) -> None:
    """An event's entry links to its actors, places, questions and briefs."""
    (entry,) = page("timeline/").xpath("//*[@id='flow-halved']")
    assert {"actors/oruna-government/", "places/telissa-landing/", "questions/share/", "briefs/in-a-minute/"} <= links(
        entry
    )


def test_changes(page: Parsed) -> None:
    """Change notes stand on the page of changes, newest first, with the record they are of."""
    changes = page("changes/").xpath("//main")[0]
    text = words(changes)
    assert text.index("The paragraph on laundries is new.") < text.index("name has its accent")
    assert {"actors/water-board/", "briefs/life-on-telissa/"} <= links(changes)


def test_every_page_has_its_frame(built_demo: Path) -> None:
    """Every page has one h1, one main, a language, a title, and the policy as first thing after the encoding."""
    titles = []
    for name in html_pages(built_demo):
        text = (built_demo / name).read_text("utf-8")
        tree = html.fromstring(text)
        assert len(tree.xpath("//h1")) == 1, name
        assert len(tree.xpath("//main")) == 1, name
        assert tree.get("lang") == "en", name
        head = [element for element in tree.find("head") if isinstance(element.tag, str)]
        assert [head[0].get("charset"), head[1].get("http-equiv")] == ["utf-8", "Content-Security-Policy"], name
        policy = head[1].get("content")
        assert policy.startswith("default-src 'none'"), name
        assert "unsafe" not in policy
        assert "http" not in policy
        titles.append(tree.findtext(".//title"))
    assert len(set(titles)) == len(titles), "each page has a title of its own"


def test_repository_link(page: Parsed) -> None:
    """A page leads to the file it is made from."""
    assert "https://git.example/ondo/dossier/edit/main/content/actors/water-board.md" in {
        link.get("href") for link in page("actors/water-board/").iter("a")
    }


def test_actor_page_has_events_and_places(page: Parsed) -> None:
    """An actor's page shows its dates, and the places where they were."""
    found = links(page("actors/oruna-government/").xpath("//main")[0])
    assert {"timeline/#talks-held", "places/port-sefa/", "places/telissa-landing/"} <= found


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/events/note-1.md", "an id that notes use"),
        ("content/events/mark-1-1.md", "an id that marks use"),
        ("content/events/h-notes.md", "an id that headings use"),
    ],
)
def test_ids_of_events_do_not_meet_the_page_s_own(dossier: Dossier, tmp_path: Path, path: str, text: str) -> None:
    """Whatever an editor may call an event, the site can be built, or the check says why not."""
    dossier.write(path, dossier.read("content/events/divers-due.md"))
    dossier.edit(path, "The swell had kept them ashore", "## Notes\n\nThe swell had kept them ashore")
    if not any(problem.path == path for problem in dossier.problems()):
        dossier.build(tmp_path / "output")


@pytest.mark.parametrize(
    "changes",
    [
        {
            "content/events/talks-due.md": "## Notes\n\nx [@harbour-post, ¶10].",
            "content/events/talks-held.md": "## Notes\n\nx [@harbour-post, ¶10].",
        },
        {"content/about.md": "## Names\n\nx [@us].", "content/names.md": "## Names\n\nx [@us]."},
        {
            "content/positions/oruna-government/share.md": "## Why\n\nx.",
            "content/positions/oruna-government/repair.md": "## Why\n\nx.",
        },
        {
            "content/positions/oruna-government/share.md": "## Why\n\nx.",
            "content/positions/telissa-council/share.md": "## Why\n\nx.",
        },
        {"content/dossier.md": "## At a glance\n\n- x [@us]."},
    ],
    ids=["events", "about-and-names", "positions-of-an-actor", "positions-on-a-question", "dossier"],
)
def test_equal_headings_of_two_records_on_a_page(dossier: Dossier, tmp_path: Path, changes: dict[str, str]) -> None:
    """Two records with the same heading may stand on one page: the site can be built, or the check says why not."""
    for path, text in changes.items():
        dossier.write(path, dossier.read(path).rstrip() + f"\n\n{text}\n")
    if not any(problem.path in changes and problem.level == "error" for problem in dossier.problems()):
        dossier.build(tmp_path / "output")
