"""`invoke import`: documents of every kind become sources, whole, in order and without what stands around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.cli import imported
from briefing.importing import laying, reading, writing
from briefing.importing.blocks import ABOVE, KEPT, Imported, Sort
from briefing.importing.laying import Known
from tests.importing import mail, odt, word
from tests.support import DEMO, copy_of

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Two quays - The Courier</title>
<meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2024-05-14T07:12:00+01:00">
<link rel="canonical" href="https://courier.example/two-quays"></head><body class="has-ads with-sidebar">
<div class="cookie-consent"><p>We and our partners store information on your device, and you can manage your choices at any time.</p></div>
<header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header><main><article>
<h1>Two quays</h1><p class="standfirst">Two harbour masters, one stone.</p><div class="byline">By Imre Salgado</div>
<time datetime="2024-05-14">14 May 2024</time><figure><img src="q.jpg"><figcaption>The quay last week</figcaption></figure>
<p>The quay has <em>two</em> owners on paper, and since Tuesday it has had two harbour&nbsp;mas&shy;ters as well.<sup><a href="#fn1">1</a></sup></p>
<div class="ad-slot"><p>Advertisement</p><p>Buy two tyres and get the third for nothing, this weekend only.</p></div>
<p>“Nobody asked us to leave, and nobody will,” said Petra Olund, who speaks for the ferries.</p>
<blockquote class="pullquote">Nobody asked us to leave</blockquote><h2>A lease in a drawer</h2>
<p>The price-determining clause covers 40 m<sup>2</sup> and was never dropped.</p>
<p>Read more: <a href="/x">The court of the tides</a></p><p>One line<br>of two.</p>
<ol class="footnotes"><li id="fn1">Sworn in on 12 May. <a href="#r1">↩</a></li></ol></article>
<section id="comments"><h2>2 comments</h2><p>I have sailed from there for thirty years and have never seen such a fuss, honestly, about stone.</p></section>
</main><aside><h3>Most read</h3><a href="/1">Bridge closed</a></aside><footer><p>© Courier Ltd. All rights reserved, and not responsible for the content of other sites at all.</p></footer>
</body></html>"""


def told(name: str, document: str | bytes) -> tuple[Imported, list[str]]:
    """A document as read, and the kept blocks of its text, notes last, as `SORT text`, paragraphs as their text alone."""
    read = reading.read(name, document.encode() if isinstance(document, str) else document)
    kept = [block for block in read.blocks if block.sort in KEPT]
    return read, [
        (block.label and f"{block.label}: ") + block.text
        if block.sort is Sort.PARAGRAPH
        else f"{block.sort}: {block.text}"
        for block in kept
    ]


def test_a_saved_page_gives_its_article() -> None:
    """Menus, advertisements, comments and what is drawn out are set apart; what the page says of itself is taken over."""
    read, blocks = told("two-quays.html", PAGE)
    assert blocks == [
        "title: Two quays",
        "subtitle: Two harbour masters, one stone.",
        "byline: By Imre Salgado",
        "dateline: 14 May 2024",
        "caption: The quay last week",
        "The quay has two owners on paper, and since Tuesday it has had two harbour masters as well.",
        "“Nobody asked us to leave, and nobody will,” said Petra Olund, who speaks for the ferries.",
        "heading: A lease in a drawer",
        "The price-determining clause covers 40 m2 and was never dropped.",
        "One line of two.",
        "note: Sworn in on 12 May.",
    ]
    assert (read.title, read.author, read.publisher, read.published) == (
        "Two quays",
        "Imre Salgado",
        "The Courier",
        "2024-05-14",
    )
    assert (read.address, read.language, read.marks) == ("https://courier.example/two-quays", "en-GB", 1)
    assert {Sort.ADVERTISEMENT, Sort.COMMENT, Sort.RELATED, Sort.PULLED} <= {block.sort for block in read.blocks}


WRAPPED = """STATEMENT OF THE FERRY COMPANY

Lower Vannet, 12 May 2024

The company has run ferries from the quay at Lower Vannet for sixty-three
years. In that time it has paid each invoice of the council in a week. The concen-
tration of traffic on one bank was never its wish, nor is the price-
determining clause a part of its con-
tract. Its spokeswoman is Petra Olund-
Varga, whom anybody may ask.

  1. The first ferry sails on 1 June.
  2. The second sails as soon as the harbour master, whoever that may be by
     then, has signed.
"""


def test_wrapped_text_is_joined_and_broken_words_mended() -> None:
    """A hyphen at the end of a line stays where it belongs to the word, and goes where it only broke it."""
    read, blocks = told("statement.txt", WRAPPED)
    assert blocks == [
        "title: STATEMENT OF THE FERRY COMPANY",
        "dateline: Lower Vannet, 12 May 2024",
        "The company has run ferries from the quay at Lower Vannet for sixty-three years. In that time it has paid each "
        "invoice of the council in a week. The concentration of traffic on one bank was never its wish, nor is the "
        "price-determining clause a part of its contract. Its spokeswoman is Petra Olund-Varga, whom anybody may ask.",
        "1. The first ferry sails on 1 June.",
        "2. The second sails as soon as the harbour master, whoever that may be by then, has signed.",
    ]
    assert (read.published, read.language) == ("2024-05-12", "en")


def test_subtitles_become_a_transcript() -> None:
    """Cues are joined by speaker; who speaks without a name is told as such, and never taken for the one before."""
    read, blocks = told(
        "talk.vtt",
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ines Talomar>Telissa will have\nits half.\n\n"
        "2\n00:00:04.100 --> 00:00:06.000\n<v Ines Talomar>Today &amp; tomorrow.</v>\n\n"
        "00:00:07.000 --> 00:00:09.000\n<v Quill>And if the spring sinks?\n\n00:00:10.000 --> 00:00:11.000\n- Shame!\n",
    )
    assert blocks == [
        "Ines Talomar: Telissa will have its half. Today & tomorrow.",
        "Quill: And if the spring sinks?",
        "UNNAMED: Shame!",
    ]
    assert read.kind == "transcript"
    assert laying.lay(read).labels == ("Ines Talomar", "Quill", "UNNAMED")


def test_a_message_without_what_it_quotes() -> None:
    """The earlier message and the signature are set apart; an attachment is told."""
    read, blocks = told("offer.eml", mail())
    assert blocks == [
        "title: A last offer",
        "Dear council,",
        "we have tied up here since 1961, and we ask you once more.",
        "Yours, Petra Olund",
    ]
    assert (read.author, read.published, read.kind) == ("Olund, Petra", "2024-05-14", "letter")
    assert "lease.pdf" in read.remarks[0]
    assert Sort.EARLIER_MAIL in {block.sort for block in read.blocks}


@pytest.mark.parametrize(("name", "document"), [("lease.docx", word()), ("lease.odt", odt())])
def test_documents_of_word_processors(name: str, document: bytes) -> None:
    """Headings and footnotes are known by what the program says, not by looks."""
    read, blocks = told(name, document)
    assert blocks == [
        "title: The lease of 1961",
        "The lease has nine pages and one stamp.",
        "heading: What it says",
        "The tenant may use the stone, within reason.",
        "note: The ninth is blank.",
    ]
    assert read.marks == 1


def test_markdown_keeps_its_notes_apart() -> None:
    """The head tells what it is, a footnote goes behind the text."""
    read, blocks = told(
        "n.md",
        "---\ntitle: A note\nauthor: Jo Test\ndate: 2024-05-20\nlang: en\n---\n# A note\n\nNine **pages**.[^1]\nAll read.\n\n[^1]: One is blank.\n",
    )
    assert blocks == ["title: A note", "Nine pages. All read.", "note: One is blank."]
    assert (read.author, read.published, read.language) == ("Jo Test", "2024-05-20", "en")


def test_a_source_passes_check_and_is_imported_anew(tmp_path: Path) -> None:
    """What is written passes every check; a second import tells what changed and which quotations that touches."""
    dossier = copy_of(DEMO, tmp_path)
    plan = writing.plan(
        dossier.root, "two-quays", reading.read("p.html", PAGE.encode()), PAGE.encode(), Known("Invented."), None
    )
    writing.write(dossier.root, plan)
    assert not plan.missing
    assert [spot for spot in dossier.spots() if "two-quays" in spot] == []
    assert "/seeds/*" in dossier.read(".gitignore").splitlines()
    brief = dossier.read("content/briefs/papers.md")
    quoting = "The clause covers “40 m2 and was never dropped” [@two-quays, ¶4, reporter]."
    dossier.write("content/briefs/papers.md", f"{brief}\n{quoting}\n")
    changed = PAGE.replace("was never dropped", "was dropped in 1990").encode()
    again = writing.plan(
        dossier.root, "two-quays", reading.read("p.html", changed), changed, Known(), dossier.load().corpus
    )
    assert again.changes == ("¶4: “and was never dropped.” is now “and was dropped in 1990.”",)
    assert again.touched is not None
    assert [problem.path for problem in again.touched.faults] == ["content/briefs/papers.md"]
    writing.write(dossier.root, again)
    assert "was never dropped" in dossier.read("seeds/.two-quays.former.txt")
    assert "Invented." in dossier.read("seeds/two-quays.md")


def test_what_a_document_says_otherwise_and_a_second_record_of_it_are_told(tmp_path: Path) -> None:
    dossier, read = copy_of(DEMO, tmp_path), reading.read("p.html", PAGE.encode())
    first = writing.plan(dossier.root, "two-quays", read, PAGE.encode(), Known("Invented."), None)
    writing.write(dossier.root, first)
    second = writing.plan(dossier.root, "quays", read, PAGE.encode(), Known("Invented."), None)
    assert (first.same, second.same) == ((), ("seeds/two-quays.md",))
    later = replace(read, published="2020-02-02")
    anew = writing.plan(dossier.root, "two-quays", later, PAGE.encode(), Known(), dossier.load().corpus)
    assert anew.otherwise == (f"`published: 2020-02-02`, where the record has `{read.published}`",)
    assert any("Not taken over" in line for line in imported.told(anew, later, written=True))


def test_lines_above_are_no_paragraphs() -> None:
    """What stands above the text has names in the record, and is not counted."""
    laid = laying.lay(reading.read("p.html", PAGE.encode()))
    assert laid.lines == {"title": 1, "subtitle": 2, "byline": 3, "dateline": 4, "caption": 5, "heading": 11}
    assert (laid.first_line, laid.paragraphs, laid.notes) == (7, 6, 1)
    assert ABOVE[0] is Sort.TITLE
