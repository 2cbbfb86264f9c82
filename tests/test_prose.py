"""Markdown to safe HTML, and what is found in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.markup import cleaning, notes, prose
from briefing.model.problems import Problem
from briefing.model.records import Brief, PartialDate
from briefing.model.text import fold_term, words
from briefing.model.vocabulary import Basis
from briefing.quotations import extraction
from tests.support import plain_mark

HERE = "content/briefs/one.md"
FIRST = 10


def rendered(markdown: str, basis: Basis | None = None, *terms: str) -> tuple[Brief, list[Problem]]:
    """A brief with this text and basis, and the problems of the text."""
    known = frozenset(map(fold_term, terms))
    below = prose.render(markdown, HERE, FIRST, known)
    day = PartialDate(2025, 1, 1)
    brief = Brief(id="one", path=HERE, digest="", title="One", summary="", updated=day, basis=basis, prose=below.prose)
    return replace(brief, statements=extraction.statements(brief, below.statements, known)), below.problems


def render(markdown: str, *terms: str, basis: Basis | None = None) -> Brief:
    """A brief with a text without problems."""
    brief, problems = rendered(markdown, basis, *terms)
    assert [problem for problem in problems if problem.level == "error"] == []
    return brief


def on_page(brief: Brief, root: str = "") -> str:
    """The HTML of a brief as it stands on a page."""
    return str(notes.place(brief, root, notes.Notes(), plain_mark))


def page(markdown: str, root: str = "../../") -> str:
    """HTML of a text as it stands on a page."""
    return on_page(render(markdown), root)


def codes(markdown: str) -> list[tuple[str, int]]:
    """Problems as (code, line)."""
    return [(problem.code, problem.line) for problem in rendered(markdown)[1]]


HTML = {
    "paragraph": ("One *two* **three**.", "<p>One <em>two</em> <strong>three</strong>.</p>"),
    "escape": ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
    "code": ("`a < \"b\"`", '<p><code>a &lt; "b"</code></p>'),
    "list": ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
    "numbers": ("3. one\n4. two", '<ol start="3">\n<li>one</li>\n<li>two</li>\n</ol>'),
    "heading": ("## Was *war*?", '<h2 id="h-was-war">Was <em>war</em>?</h2>'),
    "rule": ("***", "<hr>"),
    "apostrophe": ("Kosovo's plates", "<p>Kosovo’s plates</p>"),
    "possessive": ("the drivers' plates", "<p>the drivers’ plates</p>"),
    "quotation": ('"Never"', '<p><q class="quotation">“Never”</q></p>'),
    "outside": (
        "[x](https://a.example/b?c=1&d=2)",
        '<p><a href="https://a.example/b?c=1&amp;d=2" rel="noopener nofollow ugc">x</a></p>',
    ),
    "mail": ("[x](mailto:a@b.example)", '<p><a href="mailto:a@b.example" rel="noopener nofollow ugc">x</a></p>'),
    "record": ("[x](../actors/eu.md)", '<p><a href="../../actors/eu/">x</a></p>'),
    "sibling": ("[x](two.md)", '<p><a href="../../briefs/two/">x</a></p>'),
    "event": ("[x](../events/talks.md)", '<p><a href="../../timeline/#talks">x</a></p>'),
    "position": ("[x](../positions/eu/delay.md)", '<p><a href="../../actors/eu/#delay">x</a></p>'),
    "source": ("[x](../../seeds/bbc.md)", '<p><a href="../../sources/bbc/">x</a></p>'),
    "anchor": ("[x](#was-war)\n\n## Was war", '<p><a href="#h-was-war">x</a></p>\n<h2 id="h-was-war">Was war</h2>'),
    "anchor-elsewhere": ("[x](two.md#was-war)", '<p><a href="../../briefs/two/#h-was-war">x</a></p>'),
    "home": ("[x](../dossier.md)", '<p><a href="../../">x</a></p>'),
    "image": ("![A spring](../images/a.png)", '<p><img src="../../images/a.png" alt="A spring" loading="lazy"></p>'),
    "comment": ("a <!-- b --> c", "<p>a  c</p>"),
    "comment-block": ("<!-- b -->\n\na", "<p>a</p>"),
    "entity": ("&lt;b&gt; &amp;copy; &copy;", "<p>&lt;b&gt; &amp;copy; ©</p>"),
    "line-break": ("a  \nb", "<p>a<br>\nb</p>"),
    "super": ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("markdown", "expected"), HTML.values(), ids=HTML)
def test_html(markdown: str, expected: str) -> None:
    """Markdown becomes the HTML that the theme styles."""
    assert page(markdown).replace("<hr />", "<hr>").replace("<br />", "<br>").strip() == expected


GONE = {
    "script": "<script>alert(1)</script>",
    "handler": '<b onclick="alert(1)">x</b>',
    "style": '<p style="position:fixed">x</p>',
    "id": '<h2 id="page_main">x</h2>',
    "class": '<p class="masthead">x</p>',
    "iframe": '<iframe src="https://a.example"></iframe>',
    "svg": "<svg onload=alert(1)>",
    "javascript": "[x](javascript:alert(1))",
    "javascript-entity": "[x](javascript&colon;alert(1))",
    "javascript-mixed": "[x](JaVaScRiPt:alert(1))",
    "vbscript": "[x](vbscript:x)",
    "data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "host": "[x](//evil.example)",
    "host-backslash": "[x](\\\\evil.example)",
    "image-outside": "![x](https://evil.example/x.png)",
    "autolink": "<javascript:alert(1)>",
    "form": '<form action="https://evil.example"><input name=a></form>',
    "meta": '<meta http-equiv=refresh content="0;url=https://evil.example">',
    "base": '<base href="https://evil.example">',
    "target": '<a href="https://a.example" target="_top" rel="opener">x</a>',
}


@pytest.mark.parametrize("markdown", GONE.values(), ids=GONE)
def test_nothing_of_this_survives(markdown: str) -> None:
    """No element, attribute or address that could run, load or look like ours is left."""
    html = on_page(rendered(markdown)[0])
    tags = re.findall(r"<([a-z0-9]+)([^>]*)>", html)
    assert {name for name, _ in tags} <= {"p", "h2", "a", "b", "strong", "q"}
    for attributes in (attributes for name, attributes in tags if name != "q"):
        assert not re.search(r"\b(?:on\w+|style|src|target|class)=|javascript:|vbscript:|data:|evil", attributes), html
        assert 'id="page' not in attributes
    assert 'rel="opener"' not in html


PROBLEMS = {
    "open": ('One.\n\nHe said "so.', [("quotation-open", 12)]),
    "open-over-lines": ('One\ntwo "three\nfour', [("quotation-open", 11)]),
    "title": ("# One", [("heading-order", 10)]),
    "step": ("## One\n\n#### Two", [("heading-order", 12)]),
    "citation": ("One.\n\nTwo\nthree [@bbc].", [("citation", 13)]),
    "image": ("![x](http://a.example/x.png)", [("image", 10)]),
    "alt": ("a\n\n![](../images/a.png)", [("image-alt", 12)]),
    "raw": ("a\n\n<script>x</script>", [("raw-html", 12)]),
    "deep": (">" * 100 + " x", [("too-deep", 10)]),
    "fine": ("## One\n\n### Two\n\n## Three", []),
}


@pytest.mark.parametrize(("markdown", "expected"), PROBLEMS.values(), ids=PROBLEMS)
def test_problems(markdown: str, expected: list[tuple[str, int]]) -> None:
    """Faults are told at their line of the file."""
    assert codes(markdown) == expected


@pytest.mark.parametrize("markdown", ["##", "## <!-- x -->", "## ![Spring](../images/a.png)", "##\n\n## Two"])
def test_headings_without_words(markdown: str) -> None:
    """A heading without words leaves no half of an element behind."""
    found, problems = rendered(markdown)
    html = found.prose.html
    assert [problem.code for problem in problems] == ["heading-empty"]
    assert len(re.findall(r"<h\d", html)) == len(re.findall(r"</h\d", html)), html


def test_headings_have_anchors_of_their_own() -> None:
    """Equal headings get different anchors, and no heading can take an id of the page."""
    found = render("## Map title\n\n## Map title\n\n## page_main\n\n## ???\n\n## Ünïcode Приштина")
    assert [heading.anchor for heading in found.prose.headings] == [
        "h-map-title", "h-map-title-2", "h-page_main", "h-section", "h-ünïcode-приштина",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one two", 2), ("don't well-known", 2), ("¶16 – €150", 2), ("Приштина мирно", 2)]
)
def test_words(text: str, count: int) -> None:
    """Hyphens and apostrophes join words, signs are none."""
    assert words(text) == count


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=300))
def test_never_raises(markdown: str) -> None:
    """Any text gives prose and problems, and the private marks never reach the page."""
    found, _ = rendered(markdown.replace("\r", "\n"))
    if not re.search(r"[\x00-\x08\x0b-\x1f]", markdown):
        assert not re.search("[\x01\x02\x03]", on_page(found))


PIECES = [
    '"', "“", "”", "'", "*", "**", "_", "`", "[", "](", ")", "[@bbc, ¶1]", "[@us]", "<b>", "</b>", "<script>", "&lt;", "\n\n", "\n", "> ",
    "- ", "1. ", "| a | b |\n|--|--|\n", "## ", "word ", " ", "![", "\\", "<!--", "-->", "<a href=", "javascript:", "https://a.example",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_pieces_of_markdown(markdown: str) -> None:
    """However pieces of Markdown are put together, the HTML is well nested and holds allowed elements only."""
    found, _ = rendered(markdown)
    html = on_page(found)
    stack = []
    for closing, name, rest in re.findall(r"<(/?)([a-z0-9]+)((?:\"[^\"]*\"|[^\">])*)>", html):
        assert name in cleaning.TAGS | {"q", "div"}, html
        assert not re.search(r"\son|javascript:|style=", rest), html
        if closing:
            assert stack.pop() == name, html
        elif name not in ("br", "hr", "img"):
            stack.append(name)
    assert stack == []


def test_two_short_parts_stand_beside_each_other() -> None:
    """What one side says and what the other is set as a pair; three parts, and those that end elsewhere, are not."""
    two = "## Reasons\n\n### One\n\nA.\n\n### Other\n\n- B.\n\n## Next\n\nC."
    assert '<div class="pair"><div><h3 id="h-one">' in page(two)
    assert page(two).count("<div") == page(two).count("</div>") == 3
    assert "pair" not in page(two.replace("## Next", "### Next"))
    assert "pair" not in page(two.replace("A.", "A long word. " * 200))
