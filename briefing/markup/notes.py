"""The numbered notes of a page, and prose put on it with its citations as marks that lead to them. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from briefing.markup.inline import APOSTROPHE
from briefing.markup.private import CITE, CLOSE, END, OPEN, OURS, ROOT, TONGUE, VOICE
from briefing.model import scripts
from briefing.model.citations import Citation
from briefing.model.prose import Prose
from briefing.model.records import Record
from briefing.model.statements import Quotation, Statement, of_notes
from briefing.model.vocabulary import Basis

#: Whose words quotations are, as readers are told; those are missing of which nobody says.
Voices = Mapping[Quotation, str]
#: What a note says of one voice: the first words of what it says, empty where all words in the note are its; and whose
#: they are.
Said = tuple[str, str]
#: So many words tell one quotation of a note from another.
_OPENING = 4
NOBODY: Voices = {}
#: The languages of quotations in prose that are not in the page's, by their numbers.
Tongues = Mapping[int, str]
HERE: Tongues = {}


class Note(Struct):
    """One numbered note: what it cites, how that is known, the quotation if any, whose words it holds, what sources say
    against its `text`, each with whose words that holds, and how many marks lead to it.
    """

    number: int
    citations: tuple[Citation, ...]
    basis: Basis
    quote: str
    said: tuple[Said, ...] = ()
    text: str = ""
    against: tuple[tuple[Statement, tuple[Said, ...]], ...] = ()
    marks: int = 0

    def anchors(self) -> tuple[str, ...]:
        """The ids of its marks in the text."""
        return tuple([mark_id(self.number, count) for count in range(1, self.marks + 1)])


def mark_id(note: int, count: int) -> str:
    """The id of a mark in the text, by the number of its note and how many marks lead there up to it."""
    return f"mark-{note}-{count}"


def said(quotations: Iterable[Quotation], voices: Voices) -> tuple[Said, ...]:
    """What is told of who says some quotations that are shown together."""
    quoted = [(quotation.text, voices.get(quotation, "")) for quotation in quotations] if voices else []
    known = {voice for _, voice in quoted}
    if len(known) == 1:
        return tuple(("", voice) for voice in known if voice)
    return tuple(dict.fromkeys((_opening(text), voice) for text, voice in quoted if voice))


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")


class Notes:
    """The numbered notes of one page: a citation with the same paragraphs, basis, quotation and voices keeps its
    number, unless something is said against one.
    """

    def __init__(self) -> None:
        self.notes: dict[tuple[Any, ...], Note] = {}
        self.anchors: set[str] = set()

    def own_anchors(self, prose: Prose) -> str:
        """The HTML of a text with anchors that no other text on the page has."""
        body = prose.html
        for heading in prose.headings:
            anchor, number = heading.anchor, 2
            while anchor in self.anchors:
                anchor, number = f"{heading.anchor}-{number}", number + 1
            self.anchors.add(anchor)
            if anchor != heading.anchor:
                old, new = html.escape(heading.anchor), html.escape(anchor)
                body = body.replace(f' id="{old}"', f' id="{new}"', 1).replace(f' href="#{old}"', f' href="#{new}"')
        return body

    def add(self, statement: Statement, voices: Voices = NOBODY) -> Note:
        """The note of a statement, to which one mark more leads now."""
        told = (_places_of(statement.citations), statement.known, statement.quote, said(statement.quotations, voices))
        against = tuple((one, said(one.quotations, voices)) for one in statement.against)
        key = (*told, statement.text, against) if against else told
        note = self.notes.get(key)
        if note is None:
            note = self.notes[key] = Note(len(self.notes) + 1, *told, statement.text, against)
        note.marks += 1
        return note


@lru_cache(maxsize=4096)
def _places_of(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """What is cited, whatever the citation says on how it is known."""
    return tuple(cite._replace(basis=None, voice="") for cite in cites)


_PLACEHOLDER = re.compile(f"{CITE}(\\d+){END}|{VOICE}(\\d+){END}|([{TONGUE}{OURS}{OPEN}{CLOSE}])(\\d+){END}|{ROOT}")


def place(
    record: Record, root: str, notes: Notes, voices: Voices = NOBODY, tongues: Tongues = HERE, page: str = "en"
) -> Markup:
    """Put the prose of a record on a page, whose language is `page`.

    Addresses begin with `root`, citations become numbered marks that `notes` counts, and quotations say whose they are
    and in which language. The name of a mark, which is read out, says whose, too.
    """
    escaped = html.escape(root) or "./"
    body = notes.own_anchors(record.prose)
    noted = of_notes(record.statements)
    speaking = {quotation.number: voice for quotation, voice in voices.items()}

    def fill(match: re.Match[str]) -> str:
        if quotation := match[2]:
            return _attribute("title", speaking.get(int(quotation), ""))
        if match[3]:
            return _told(match[3], tongues.get(int(match[4]), ""), page)
        if match[1] is None:
            return escaped
        note = notes.add(noted[int(match[1])], voices)
        whose = "; ".join(dict.fromkeys(voice for _, voice in note.said))
        number, contradicted = note.number, ", contradicted" if note.against else ""
        name = _attribute("aria-label", f"Note {number}{contradicted}: {whose}" if whose else "")
        there = f'id="{mark_id(number, note.marks)}" href="#note-{number}"'
        return f'<a class="mark" {there}{name}>[{number}{contradicted}]</a>'

    return Markup(_PLACEHOLDER.sub(fill, body))


def _told(mark: str, tag: str, page: str) -> str:
    """What a mark stands for of the language of a quotation; nothing where that is the page's, and its tag empty."""
    tags = {TONGUE: language(tag), OURS: language(page), OPEN: f"<span{language(tag)}>", CLOSE: "</span>"}
    return tags[mark] if tag else ""


def language(tag: str) -> str:
    """The attributes of an element in another language than what is around it; nothing for an empty tag."""
    return f"{_attribute('lang', tag)}{_attribute('dir', scripts.direction(tag))}" if tag else ""


def _attribute(name: str, value: str) -> str:
    """An attribute of an element, with the blank before it; nothing for an empty value."""
    return f' {name}="{html.escape(APOSTROPHE.sub("’", value))}"' if value else ""
