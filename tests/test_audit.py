"""The last look at pages: what it must find, wherever in a page it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.build.faults import BuildFault
from briefing.model.settings import THEME
from briefing.quotations import copying
from briefing.quotations.matching import SourceText
from briefing.site.audit import Audit, PageLinks, faults
from tests.support import Dossier

PAGE = '<h1 id="top">Title</h1>\n{}\n<p><a href="#top">Up</a> <a href="../b/">On</a> <a href="https://example.org/">Out</a></p>\n'


def look(inner: str, audit: Audit | None = None) -> PageLinks:
    return (audit or Audit("/")).look("a/index.html", PAGE.format(inner))


def test_a_sound_page_has_no_faults_and_tells_where_it_leads() -> None:
    note = look('<p id="x">Words.</p>\n<link rel="canonical" href="https://example.org/a/">')
    assert note.faults == ()
    assert (note.ids, note.targets) == ("top\nx", "b/")


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
    """On one line or several, and also when the line was seen before."""
    copied = lambda html: ["these"] if "copied" in html and "<q" not in html else []  # noqa: E731
    audit = Audit("/", copied)
    for _ in range(2):
        found = look(inner, audit).faults
        assert any(words in fault and fault.startswith("a/index.html: ") for fault in found), found


def test_what_goes_on_over_lines_is_taken_whole() -> None:
    """A line inside a quotation is no copy, though the same line outside of one is."""
    copied = lambda html: ["these"] if "copied" in html.split("<blockquote")[0] else []  # noqa: E731
    audit = Audit("/", copied)
    assert look("<blockquote>\ncopied\n</blockquote>", audit).faults == ()
    assert look("copied", audit).faults


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


@pytest.mark.parametrize("page", ["index.html", "404.html", "a/index.html", "a/b/index.html"])
@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("{root}x/#z", "x/index.html"),
        ("{root}x/y.html#z", "x/y.html"),
        ("{root}x/%C3%A9/#z&amp;z", "x/é/index.html"),
        ("{root}x/../y/", "y/index.html"),
        ("{root}./x/", "x/index.html"),
        ("/repo/x/", "x/index.html"),
        ("/x/", "x/index.html"),
    ],
)
def test_an_address_is_followed_as_browsers_do(page: str, address: str, file: str) -> None:
    """From whatever depth, relative or from the root of the host."""
    text = f'<h1>A</h1><a href="{address.format(root="../" * page.count("/"))}">x</a>'
    links = {page: Audit("/repo/").look(page, text)}
    assert faults(links, [file]) == []
    assert faults(links, ["index.html"]) == [f"{page}: the link to {file} must lead to a page"]
    on_page = faults({**links, file: PageLinks("z\nz&z")}, [])
    assert on_page == []


def test_one_lost_link_is_told_of_every_page_that_has_it() -> None:
    links = {f"{name}/index.html": PageLinks(targets="b/#x") for name in "abc"}
    assert faults(links, ()) == [
        f"{name}/index.html: the link to b/index.html#x must lead to a spot on that page" for name in "abc"
    ]


@pytest.mark.parametrize("whose", ["demo", "other"])
def test_no_page_copies_a_source(
    demo: Dossier, other: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    """Each text is held against the sources as it is read; that this is enough, a look at whole pages confirms."""
    monkeypatch.setenv("BRIEFING_AUDIT", "whole")
    {"demo": demo, "other": other}[whose].build(tmp_path / "output")


def test_the_whole_look_finds_what_a_template_copies(
    dossier: Dossier, memory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on pages that an ordinary build made, which trusts the theme."""
    words = " ".join(dossier.read("seeds/harbour-post.txt").split()[20:40])
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    page = theme / "templates" / "404.html"
    page.write_text(page.read_text("utf-8").replace("The address may be", words), "utf-8")
    dossier.build(tmp_path / "output", theme=theme)
    monkeypatch.setenv("BRIEFING_AUDIT", "whole")
    with pytest.raises(BuildFault, match=r"404\.html: copies `harbour-post`, ¶"):
        dossier.build(tmp_path / "output", theme=theme)


@pytest.mark.parametrize("joint", [" ", "\u00a0", "&nbsp;", "-", "–", "/", ", ", " (", "&shy; "])
def test_a_run_of_a_source_is_found_however_it_is_joined(joint: str) -> None:
    """Nine words of a source in a row stop the build wherever a template shows them; eight do not."""
    words = "the water that reaches the town through the old pipe under the sound".split()
    sieve = copying.Sieve(copying.Runs.of([SourceText("one", (" ".join(words),))], "key"))
    assert sieve.copied(f"<p>{joint.join(words[2:11])}</p>")
    assert not sieve.copied(f"<p>{joint.join(words[2:10])}</p>")
