"""The last look at pages: what it must find, wherever in a page it stands."""

from __future__ import annotations

import pytest

from briefing.quotations import copying
from briefing.quotations.matching import SourceText
from briefing.site.audit import Audit, PageLinks, faults

PAGE = '<h1 id="top">Title</h1>\n{}\n<p><a href="#top">Up</a> <a href="../b/">On</a> <a href="https://example.org/">Out</a></p>\n'


def look(inner: str, audit: Audit | None = None, prose: str = "") -> PageLinks:
    return (audit or Audit("/")).look("a/index.html", PAGE.format(inner), prose)


def test_a_sound_page_has_no_faults_and_tells_where_it_leads() -> None:
    note = look('<p id="x">Words.</p>\n<link rel="canonical" href="https://example.org/a/">')
    assert note.faults == ()
    assert note.unpack() == (["top", "x"], ["b/index.html"])


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ('<p id="top"></p>', "the id `top` must stand once only"),
        ('<a href="#nowhere">x</a>', "the link to #nowhere must lead"),
        ("<h1>Again</h1>", "exactly one h1"),
        ('<p style="color: red">x</p>', "styled inline"),
        ('<p onclick="run()">x</p>', "run or be styled inline"),
        ("<script>run()</script>", "run or be styled inline"),
        ('<script\n  type="text/javascript">run()\n</script>', "run or be styled inline"),
        ("<style>p { color: red }</style>", "styled inline"),
        ('<img src="https://example.org/x.png" alt="x">', "fetch nothing from elsewhere; its img"),
        ('<img\n src="https://example.org/x.png"\n alt="x">', "fetch nothing from elsewhere; its img"),
        ('<script type="module" src="//example.org/x.js"></script>', "fetch nothing from elsewhere; its script"),
        ("<p>copied words</p>", "copies these"),
        ("<p>copied\nwords <b\n>x</b></p>", "copies these"),
    ],
)
def test_what_must_not_be_is_found(inner: str, words: str) -> None:
    """On one line or several, in a page or in its prose, and also when the line was seen before."""
    copied = lambda html: ["these"] if "copied" in html and "<q" not in html else []  # noqa: E731
    audit = Audit("/", copied)
    for _ in range(2):
        found = look(inner, audit).faults
        assert any(words in fault and fault.startswith("a/index.html: ") for fault in found), found
    if "copies" not in words and "script\n" not in inner:
        assert any(words in fault for fault in look("", audit, prose=inner).faults)


def test_what_goes_on_over_lines_is_taken_whole() -> None:
    """A line inside a quotation is no copy, though the same line outside of one is."""
    copied = lambda html: ["these"] if "copied" in html.split("<blockquote")[0] else []  # noqa: E731
    audit = Audit("/", copied)
    assert look("<blockquote>\ncopied\n</blockquote>", audit).faults == ()
    assert look("copied", audit).faults


def test_prose_is_not_held_against_the_sources_again() -> None:
    audit = Audit("/", lambda html: ["these"] if "copied" in html else [])
    assert look("", audit, prose='<p id="y">copied</p>').faults == ()


def test_links_between_pages_must_lead_somewhere() -> None:
    audit = Audit("/repo/")
    notes = {
        "a/index.html": audit.look("a/index.html", '<h1>A</h1><a href="../b/#x">b</a><a href="/repo/b/">b</a>'),
        "b/index.html": audit.look("b/index.html", '<h1 id="y">B</h1><a href="../c/">c</a><a href="../x.css">x</a>'),
    }
    found = faults(notes, ["x.css"])
    assert len(found) == 2
    assert "a/index.html: the link to b/index.html#x must lead to a spot on that page" in found
    assert "b/index.html: the link to c/index.html must lead to a page" in found


def test_of_a_site_that_was_sound_only_what_changed_is_followed() -> None:
    """A link of a page that stays is told when the page that it leads to loses the spot, or goes."""
    before = {
        "a/index.html": look('<a href="../b/#x">X</a>'),
        "b/index.html": look('<p id="x"></p>', prose="<p>One</p>"),
    }
    same = {**before, "b/index.html": look('<p id="x"></p><p id="y"></p>')}
    lost = {**before, "b/index.html": look('<p id="y"></p>')}
    wrong = {**before, "c/index.html": look('<a href="../b/#z">Z</a>')}
    assert faults(same, (), before) == []
    for now in (lost, wrong):
        assert faults(now, (), before) == faults(now, ()) != []


@pytest.mark.parametrize("joint", [" ", "\u00a0", "&nbsp;", "-", "–", "/", ", ", " (", "&shy; "])
def test_a_run_of_a_source_is_found_however_it_is_joined(joint: str) -> None:
    """Nine words of a source in a row stop the build wherever a template shows them; eight do not."""
    words = "the water that reaches the town through the old pipe under the sound".split()
    sieve = copying.Sieve(copying.Runs([SourceText("one", (" ".join(words),))]))
    assert sieve.copied(f"<p>{joint.join(words[2:11])}</p>")
    assert not sieve.copied(f"<p>{joint.join(words[2:10])}</p>")
