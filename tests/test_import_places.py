"""`invoke import` of documents as programs all over the world write them: hashed class names, other scripts, Outlook."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing.importing import days, reading, scripts, tongue
from briefing.importing.blocks import KEPT, Imported, Sort

LONG = "Talks on who may fill the dam have ended without a deal, nine hours after they were meant to end on Monday."


def told(name: str, document: str | bytes) -> tuple[Imported, list[str]]:
    """A document as read, and its text's blocks as `SORT text`, paragraphs as their text alone."""
    read = reading.read(name, document.encode() if isinstance(document, str) else document)
    kept = [block for block in read.blocks if block.sort in KEPT]
    return read, [block.text if block.sort is Sort.PARAGRAPH else f"{block.sort}: {block.text}" for block in kept]


REACT = f"""<html><head><title>Dam talks collapse | The Sentinel</title></head><body><main><article>
<div data-component="topic"><a href="/rivers">Rivers</a></div><h1 class="sc-f98b1ad2-0">Dam talks collapse</h1>
<div data-gu-name="standfirst"><p>Both sides will return to the table</p></div><div data-component="text-block"><p>{LONG}</p></div>
<h2 class="sc-f98b1ad2-0 bSv" id="comments-on-a-glass">A glass half empty</h2><p>{LONG.replace("Talks", "Words")}</p>
<div data-component="richLink"><a href="/z">Ossen: a village of taps</a></div></article>
<section class="friend"><h3>Les plus lus</h3><p>Édition du jour datée du mercredi 6 novembre, à lire en numérique.</p></section>
<div class="cmplz-cookiebanner"><p>Wir verwenden Technologien wie Cookies, um Geräteinformationen zu speichern.</p></div></main></body></html>"""


def test_pages_whose_classes_are_hashes() -> None:
    """A hash tells nothing, attributes of the page's parts do; the site's name may stand behind the title only."""
    read, blocks = told("dam.html", REACT)
    assert blocks == [
        "title: Dam talks collapse",
        "subtitle: Both sides will return to the table",
        LONG,
        "heading: A glass half empty",
        LONG.replace("Talks", "Words"),
    ]
    assert read.publisher == "The Sentinel"
    assert "publisher" in read.guessed


def test_what_only_subscribers_see() -> None:
    """A page that shows a part of its text is told."""
    data = '{"@type": "NewsArticle", "headline": "Dam talks", "isAccessibleForFree": false}'
    page = f'<script type="application/ld+json">{data}</script><article><h1>Dam talks</h1><p>{LONG}</p></article>'
    assert "only subscribers" in told("a.html", f"<body>{page}</body>")[0].remarks[0]


def test_headings_between_breaks() -> None:
    """Old pages part paragraphs by empty lines, and make headings bold by hand; entries of a list are none."""
    page = f"<h1>Dam talks</h1><div>{LONG}<br><br><b>In the drawer</b><br><br>{LONG[:-1]} night.</div><ul><li><b>Fish</b></li></ul>"
    assert told("a.html", f"<body><article>{page}</article></body>")[1] == [
        "title: Dam talks",
        LONG,
        "heading: In the drawer",
        f"{LONG[:-1]} night.",
        "Fish",
    ]


def test_a_statement_of_an_office() -> None:
    """That a field's label is hidden does not hide the field; a day and a language in Cyrillic letters are known."""
    fields = "".join(
        f'<div class="field field--label-hidden field__item"><p>Министарство са жаљењем констатује да су преговори о реци '
        f"прекинути, и да се о томе није договорило ништа што би за нас као државу било важно, {number}. пут.</p></div>"
        for number in range(4)
    )
    read, blocks = told(
        "s.html",
        f"<html><title>Саопштење о реци | Министарство</title><body><article><h1>Саопштење о реци</h1>"
        f'<div class="field--label-hidden"><time>14. мај 2024.</time></div>{fields}</article></body></html>',
    )
    assert len(blocks) == 6
    assert (read.kind, read.publisher, read.published, read.language) == (
        "statement",
        "Министарство",
        "2024-05-14",
        "sr",
    )


def _message(page: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Jörg Thaler <jt@unterau.example>", "Die Pläne"
    message.set_content("x")
    message.add_alternative(page, subtype="html", cte="base64")
    return message.as_bytes()


OUTLOOK = """<p>Die Pläne liegen im Archiv.</p><div class="gmail_signature">Jörg Thaler<br>Rathaus</div>
<div><p><b>Von:</b> N. Velt<br><b>Gesendet:</b> 14. Oktober 2024<br><b>An:</b> J. Thaler<br><b>Betreff:</b> Pläne</p></div>
<p>Wo liegen die Pläne?</p>"""
NOTED = f"""<body><article><span class="govuk-caption">News story</span><h1>Dam talks</h1><p>{LONG}<sup><a href="#fn:1">
[footnote 1]</a></sup></p><div class="footnotes"><ol><li id="fn:1"><p>Letter of 1 November.</p></li></ol></div></article></body>"""


def test_marks_in_words() -> None:
    """A mark may say that it is one."""
    assert told("a.html", NOTED)[1] == ["title: Dam talks", LONG, "note: Letter of 1 November."]


def test_answers_as_outlook_writes_them() -> None:
    """No sign stands before an earlier message but its head."""
    assert told("a.eml", _message(OUTLOOK))[1] == ["title: Die Pläne", "Die Pläne liegen im Archiv."]
    plain = "Subject: Plans\n\nThey are kept.\n\nSent from my iPhone\n\nFrom: N. Velt\nSent: Monday\nTo: J. Thaler\nSubject: Plans\n\nWhere are they?\n"
    assert told("a.eml", plain)[1] == ["title: Plans", "They are kept."]


def test_a_message_that_only_forwards() -> None:
    """What it forwards is its text, lest nothing be left."""
    read, blocks = told(
        "a.eml", "Subject: Fwd\n\n---------- Forwarded message ---------\nFrom: P. Olund\n\nThey are kept.\n"
    )
    assert blocks[-1] == "They are kept."
    assert "nothing but an earlier one" in read.remarks[0]


def test_lines_that_run_from_right_to_left() -> None:
    """A PDF has such lines as they look: forms of letters at their places, figures and other words the other way."""
    assert scripts.logical("ﻖﻠﺘﺗ ﻢﻟو (1994) 81% Reuters TV مﺎﻋ ﻲﻓ") == "في عام Reuters TV 81% (1994) ولم تتلق"
    assert scripts.logical("The wall (1994)") == "The wall (1994)"
    assert (scripts.glyph("\uf6c5"), scripts.glyph("\ue123"), scripts.glyph("\uf0b7")) == ("б", "\ufffd", "\uf0b7")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("Београд, 14. мај 2024. године", "2024-05-14"), ("14 мая 2024", "2024-05-14"), ("5 نوفمبر 2024", "2024-11-05")],
)
def test_days_in_other_letters(typed: str, day: str) -> None:
    """Months have their names in each language."""
    assert days.read(typed) == day


def test_cyrillic_languages() -> None:
    """Serbian and Russian are told apart by their small words."""
    assert (
        tongue.guess("Он је рекао да се то за нас није десило у граду и на реци, као што су они од ње чули. " * 2)
        == "sr"
    )
    assert (
        tongue.guess("Он сказал, что это не было в городе и на реке, как от них у нас это по радио из Москвы. " * 2)
        == "ru"
    )


def test_subtitles_say_their_language() -> None:
    """What is spoken first is no title."""
    read, blocks = told(
        "a.vtt", "WEBVTT\nKind: captions\nLanguage: en\n\n00:00:01.000 --> 00:00:02.000\nwell the wall\n"
    )
    assert (blocks, read.language, read.title) == (["well the wall"], "en", "")


@pytest.mark.parametrize(
    ("name", "start", "kind"),
    [
        ("a.txt", "<!-- saved from url=(0020)https://a.example/ -->\n<html><p>x", "html"),
        ("a.docx", "<!DOCTYPE html><p>x", "html"),
        ("a.txt", "1\r\n00:00:01,000 --> 00:00:02,000\r\nWell.\r\n", "subtitles"),
        ("a.txt", "From: a@b.example\r\nDate: Tue, 15 Oct 2024 08:01:22 +0200\r\nMIME-Version: 1.0\r\n\r\nx", "mail"),
        ("a.txt", "From: the mayor\nDate: 3 May\n\nWe are told.", "text"),
    ],
)
def test_a_name_that_says_something_else(name: str, start: str, kind: str) -> None:
    """What a document begins with tells more than its name."""
    assert reading.kind(name, start.encode()) == kind


@pytest.mark.parametrize(
    ("line", "is_dateline"),
    [
        ("Beograd, 12. maja 2026.", True),
        ("14 May 2024", True),
        ("The court is due to hear the case on 12 May 2026.", False),
        ("Das Gericht verhandelt am 12. Mai 2026.", False),
        ("It closes on 1. June 2026.", False),
    ],
)
def test_a_sentence_that_names_a_day_stays_where_it_is(line: str, is_dateline: bool) -> None:
    read = reading.read("a.txt", f"Two quays\n\nThe harbour has two owners.\n\n{line}\n\nNobody left.\n".encode())
    assert [block.sort for block in read.blocks if block.text == line] == [
        Sort.DATELINE if is_dateline else Sort.PARAGRAPH
    ]
