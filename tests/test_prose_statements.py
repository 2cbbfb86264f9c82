"""What prose states: its citations and quotations, and what it leaves without any."""

from __future__ import annotations

import re

import pytest

from briefing.model.citations import Citation
from briefing.model.statements import Role, of_notes, quotations
from briefing.model.vocabulary import Basis
from tests.test_prose import FIRST, page, render


def test_citations_become_marks() -> None:
    """Citations are marks behind the stop of their sentence; the same paragraphs known in the same way have one note."""
    text = "One [@bbc, ¶1, reporter]. Two [@bbc, ¶2, reported]. Three [@bbc, ¶1, reporter]. Four [@bbc, ¶1, reported]."
    html = page(text)
    assert re.findall(r'(\w+)\. <span class="marks"><a class="mark" id="([^"]+)"[^>]* data-note="(\d)">([^<]+)</a>', html) == [
        ("One", "mark-1", "1", "¶1"), ("Two", "mark-2", "2", "¶2"), ("Three", "mark-3", "1", "¶1"), ("Four", "mark-4", "3", "¶1"),
    ]  # fmt: skip
    assert "[@" not in html


@pytest.mark.parametrize(
    ("markdown", "head", "expected"),
    [
        ("It is so [@bbc, ¶1, reporter].", None, Basis.REPORTER),
        ("It is so [@bbc, ¶1].", Basis.INFERRED, Basis.INFERRED),
        ('"So it is" [@bbc, ¶1].', Basis.REPORTER, Basis.DIRECT),
        ('"So it is", he said [@bbc, ¶1, reported].', Basis.REPORTER, Basis.REPORTED),
        ("> So it is\n>\n> — Somebody [@bbc, ¶1]", Basis.REPORTER, Basis.DIRECT),
        ('"Earlier" [@bbc, ¶1]. It is so [@bbc, ¶2].', Basis.REPORTER, Basis.REPORTER),
    ],
    ids=["own", "head", "quotation", "own-before-quotation", "block", "only-its-own-sentence"],
)
def test_basis_of_a_citation(markdown: str, head: Basis, expected: Basis) -> None:
    """A citation's own word comes first, then a quotation before it, then the head's basis."""
    assert of_notes(render(markdown, basis=head).statements)[-1].basis is expected


QUOTED = {
    "behind": ('He said "so it is" [@bbc, ¶3].', "so it is", (3,)),
    "next-mark": ('"So" it is [@bbc, ¶3]. "More" [@bbc, ¶4].', "So", (3,)),
    "before": ('As told [@bbc, ¶3]: "so it is".', "so it is", (3,)),
    "foreign": ("Er sagte „so ist es“ [@bbc, ¶3].", "so ist es", (3,)),
    "over-emphasis": ('He said "so *it* is" [@bbc, ¶3].', "so it is", (3,)),
    "entity": ("He said &quot;so it is&quot; [@bbc, ¶3].", "so it is", (3,)),
    "escaped": ('He said \\"so it is\\" [@bbc, ¶3].', "so it is", (3,)),
    "in-list": ('- He said "so it is" [@bbc, ¶3].', "so it is", (3,)),
    "in-table": ('| a |\n|--|\n| "so it is" [@bbc, ¶3] |', "so it is", (3,)),
    "in-heading": ('## He said "so it is"', "so it is", ()),
    "nested": ("\"He said 'so it is' twice\" [@bbc, ¶3].", "He said 'so it is' twice", (3,)),
    "none": ('He said "so it is".', "so it is", ()),
    "over-lines": ('He said "so\nit is" [@bbc, ¶3].', "so\nit is", (3,)),
}


@pytest.mark.parametrize(("markdown", "text", "paragraphs"), QUOTED.values(), ids=QUOTED)
def test_quotations(markdown: str, text: str, paragraphs: tuple[int, ...]) -> None:
    """A quotation takes the citation behind it, or the one before when none follows."""
    _, first = next(quotations(render(markdown).statements))
    assert first.text == text
    assert tuple(n for cite in first.citations for n in cite.paragraphs) == paragraphs


NOT_QUOTED = {
    "code": '`"x"` [@bbc, ¶1]',
    "code-block": '```\n"x"\n```',
    "apostrophes": "the drivers' plates, the islands' copies and the '90s [@bbc, ¶1]",
    "term": 'the "Brussels dialogue" [@bbc, ¶1]',
    "address": '[x](https://a.example "title here") [@bbc, ¶1]',
}


@pytest.mark.parametrize("markdown", NOT_QUOTED.values(), ids=NOT_QUOTED)
def test_not_quotations(markdown: str) -> None:
    """Code, apostrophes and terms are none."""
    assert list(quotations(render(markdown, "Brussels dialogue").statements)) == []


def test_a_table_row_is_one_statement_for_each_mark() -> None:
    """The marks of a row share its quotations, each of which is there once."""
    found = render('| a | b |\n|--|--|\n| He said "so it is" | [@bbc, ¶3] and [@bbc, ¶4] |')
    assert [statement.quote for statement in found.statements] == ["so it is", "so it is"]
    ((_, quotation),) = quotations(found.statements)
    assert quotation.citations == (Citation("bbc", (3,)), Citation("bbc", (4,)))


def test_a_quotation_in_single_marks_closes_once() -> None:
    """The mark behind an s closes a quotation, and is no apostrophe besides."""
    assert "‘two big dogs’</q> and" in page("He said 'two big dogs' and left [@bbc, ¶1].")


def test_what_a_statement_says() -> None:
    """A statement of prose is what stands between its citation and the one before it in its paragraph."""
    found = render('One *is*\nso [@bbc, ¶1, reported]. Two, he said, "is not" [@bbc, ¶2]. Three.')
    assert [statement.text for statement in found.statements] == ["One is so", 'Two, he said, "is not"']


def test_block_quotation() -> None:
    """A block quotation is one quotation, its last line names the speaker."""
    found = render("> So it is,\n> and not otherwise\n>\n> — Reth Okuvai, chair [@bbc, ¶8]")
    ((statement, quotation),) = quotations(found.statements)
    assert (quotation.spoken, statement.speaker) == (True, "Reth Okuvai, chair")
    assert statement.role is Role.NOTE
    assert statement.text == statement.quote == quotation.text  # where the note's link leads, without the speaker
    assert " ".join(quotation.text.split()) == "So it is, and not otherwise"
    assert quotation.citations == (Citation("bbc", (8,)),)
    assert (quotation.where.line, statement.where.line) == (FIRST, FIRST + 3)


UNCITED = {
    "paragraph": ("One.\n\nTwo [@bbc, ¶1].", [10]),
    "second": ("One [@bbc, ¶1].\n\nTwo.", [12]),
    "list": ("- one [@bbc, ¶1]\n- two\n- three [@us]", [11]),
    "nested-list": ("- one [@bbc, ¶1]\n  - two\n", [11]),
    "table": ("| a | b |\n|--|--|\n| x [@bbc, ¶1] | y |\n| x | y |", [13]),
    "block": ("> so it is\n>\n> — Somebody", [10]),
    "introduction": ("These are:\n\n- one [@bbc, ¶1]", []),
    "heading": ("## Only a heading", []),
    "image": ("![Spring](../images/a.png)", []),
    "code": ("```\nx\n```", []),
    "ours": ("How we do it [@us].", []),
    "two": ("One. Two [@bbc, ¶1].\n\nOne. Two. [@bbc, ¶1] Three! Four? [@bbc, ¶1]", []),
    "far": ("One.\nTwo.\nThree.\nFour [@bbc, ¶1]. Five.\nSix.\nSeven [@bbc, ¶1].", [10, 13]),
    "behind": ("One [@bbc, ¶1]. Two.\nThree.\n\nOne [@bbc, ¶1].\nTwo.", [10, 14]),
    "behind-stop": ("One. [@bbc, ¶1]\nTwo.", [11]),
    "rest": ("One [@bbc, ¶1], he said.\n\nOne [@bbc, ¶1], and much else that nobody knows.", [12]),
    "announced": ("One [@bbc, ¶1]. These are:\n\n- one [@bbc, ¶1]", []),
    "announced-nothing": ("One [@bbc, ¶1]. These are:\n\nOne [@bbc, ¶1]", [10]),
    "within-quotation": ("He said: “One. Two. Three.” Nobody knows. So he said [@bbc, ¶1].", [10]),
    "quotation": ("One. “Two,” he said. “It is. It was. It will be” [@bbc, ¶1].", [10]),
    "abbreviations": ("Mr. A. Hill met No. 5, i.e. Sava, on 5. May. Two [@bbc, ¶1].", []),
    "cyrillic": ("У 2022. години је било. Два [@bbc, ¶1].", []),
    "block-quotation": ("> One. Two. Three.\n>\n> — Somebody [@bbc, ¶1]", []),
    "cell": ("| a | b |\n|--|--|\n| One. Two. Three. | y [@bbc, ¶1] |\n| x [@bbc, ¶1]. Two. | y |", [12, 13]),
}


@pytest.mark.parametrize(("markdown", "lines"), UNCITED.values(), ids=UNCITED)
def test_uncited(markdown: str, lines: list[int]) -> None:
    """Each paragraph, list item, table row and block quotation without a citation is found at its line."""
    assert [lack.mark.line for lack in render(markdown).prose.uncited] == lines
