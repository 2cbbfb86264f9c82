"""The numbered notes of a page, and prose put on it with its citations as marks that lead to them. Pure."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from markupsafe import Markup
from msgspec import Struct

from briefing.markup.inline import CITE, END, ROOT
from briefing.model.citations import Citation
from briefing.model.prose import Prose
from briefing.model.records import Record
from briefing.model.statements import Statement, of_notes
from briefing.model.vocabulary import Basis


class Note(Struct):
    """One numbered note: what it cites, how that is known, the quotation if any, and how many marks lead to it."""

    number: int
    citations: tuple[Citation, ...]
    basis: Basis
    quote: str
    marks: int = 0

    def anchors(self) -> tuple[str, ...]:
        """The ids of its marks in the text."""
        return tuple([mark_id(self.number, count) for count in range(1, self.marks + 1)])


def mark_id(note: int, count: int) -> str:
    """The id of a mark in the text, by the number of its note and how many marks lead there up to it."""
    return f"mark-{note}-{count}"


class Notes:
    """The numbered notes of one page: a citation with the same paragraphs, basis and quotation keeps its number."""

    def __init__(self) -> None:
        self.notes: dict[tuple[tuple[Citation, ...], Basis, str], Note] = {}
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

    def number(self, statement: Statement) -> tuple[int, int]:
        """The number of a statement's note, and how many marks lead to it now."""
        key = (_places_of(statement.citations), statement.known, statement.quote)
        note = self.notes.get(key)
        if note is None:
            note = self.notes[key] = Note(len(self.notes) + 1, *key)
        note.marks += 1
        return note.number, note.marks


@lru_cache(maxsize=4096)
def _places_of(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """What is cited, whatever the citation says on how it is known."""
    return tuple(cite._replace(basis=None, voice="") for cite in cites)


_PLACEHOLDER = re.compile(f"{CITE}(\\d+){END}|{ROOT}")


def place(record: Record, root: str, notes: Notes) -> Markup:
    """Put the prose of a record on a page: addresses begin with `root`, citations become numbered marks that `notes`
    counts.
    """
    escaped = html.escape(root) or "./"
    body = notes.own_anchors(record.prose)
    noted = of_notes(record.statements)

    def fill(match: re.Match[str]) -> str:
        if match[1] is None:
            return escaped
        number, count = notes.number(noted[int(match[1])])
        return f'<a class="mark" id="{mark_id(number, count)}" href="#note-{number}">[{number}]</a>'

    return Markup(_PLACEHOLDER.sub(fill, body))
