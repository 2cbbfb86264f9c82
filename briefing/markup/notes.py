"""The notes of a page, one for each statement with its proof; and prose put on a page, with its citations as marks that
lead to these. Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
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
from briefing.model.statements import ENTRIES, Quotation, Statement, of_notes

#: Whose words quotations are, as readers are told; those are missing of which nobody says.
Voices = Mapping[Quotation, str]
#: What is told of one voice of several quotations: the first words of what it says, empty where all words are its; and
#: whose they are.
Said = tuple[str, str]
#: So many words tell one quotation from another.
_OPENING = 4
NOBODY: Voices = {}
#: The languages of quotations in prose that are not in the page's, by their numbers.
Tongues = Mapping[int, str]
HERE: Tongues = {}


class Note(Struct):
    """What stands behind a mark: a statement of a page, or several that are told as one, with the voices of their
    quotations. Of those whose notes would be the same, it has the first.
    """

    number: int
    statements: tuple[Statement, ...]
    voices: Voices


class Mark(Struct, frozen=True):
    """A citation of one source as it stands in running text: what is shown, its name for those who listen, and the way
    from the site's root to the paragraphs.
    """

    text: str
    name: str
    url: str


def mark_id(number: int) -> str:
    """The id of a mark in prose, by its number on the page."""
    return f"mark-{number}"


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
    """The notes of one page: a statement with the same paragraphs, basis, quotations and voices has the same, unless
    something is said against one. `marks` is how many marks in prose the page has.
    """

    def __init__(self) -> None:
        self.notes: dict[tuple[Any, ...], Note] = {}
        self.anchors: set[str] = set()
        self.marks = 0

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

    def add(self, statements: tuple[Statement, ...], voices: Voices = NOBODY) -> Note:
        """The note of a statement, or of several that are told as one."""
        key = tuple(_key(statement, voices) for statement in statements)
        note = self.notes.get(key)
        if note is None:
            note = self.notes[key] = Note(len(self.notes) + 1, statements, voices)
        return note


def _key(statement: Statement, voices: Voices) -> tuple[Any, ...]:
    """What is told of a statement in a note."""
    quoted = tuple((one.text, one.translation, voices.get(one, "")) for one in statement.quotations)
    told = _places_of(statement.citations), statement.known, statement.differs, quoted
    if not statement.against and statement.role not in ENTRIES:
        return told
    against = tuple((one.text, one.citations, *map(voices.get, one.quotations)) for one in statement.against)
    return (*told, statement.role, statement.text, against)


@lru_cache(maxsize=4096)
def _places_of(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """What is cited, whatever the citation says on how it is known."""
    return tuple(cite._replace(basis=None, voice="") for cite in cites)


#: Of citations the stop behind them, too, which belongs to the words before.
_PLACEHOLDER = re.compile(
    f"{CITE}(\\d+){END}([.,;:!?…]*)|{VOICE}(\\d+){END}|([{TONGUE}{OURS}{OPEN}{CLOSE}])(\\d+){END}|{ROOT}"
)


def place(
    record: Record,
    root: str,
    notes: Notes,
    mark: Callable[[Citation], Mark],
    voices: Voices = NOBODY,
    tongues: Tongues = HERE,
    page: str = "en",
) -> Markup:
    """Put the prose of a record on a page, whose language is `page`.

    Addresses begin with `root`, citations become marks as `mark` has them, which lead to `notes`, and quotations say
    whose they are and in which language. The name of a mark, which is read out, says whose, too.
    """
    escaped = html.escape(root) or "./"
    body = notes.own_anchors(record.prose)
    noted = of_notes(record.statements)
    speaking = {quotation.number: voice for quotation, voice in voices.items()}

    def links(statement: Statement, whose: str = "", id: str = "") -> str:
        number = notes.add((statement,), voices).number
        shown: list[str] = []
        for cite in statement.citations:
            made = mark(cite)
            name = _attribute("aria-label", f"{made.name}: {whose}" if whose else made.name)
            own, href = _attribute("id", id if not shown else ""), html.escape(root + made.url)
            shown.append(f'<a class="mark"{own} href="{href}"{name} data-note="{number}">{html.escape(made.text)}</a>')
        return ", ".join(shown)

    def fill(match: re.Match[str]) -> str:
        if quotation := match[3]:
            return _attribute("title", speaking.get(int(quotation), ""))
        if match[4]:
            return _told(match[4], tongues.get(int(match[5]), ""), page)
        if match[1] is None:
            return escaped
        statement = noted[int(match[1])]
        notes.marks += 1
        whose = "; ".join(dict.fromkeys(voice for _, voice in said(statement.quotations, voices)))
        shown = [links(statement, whose, mark_id(notes.marks)), *map(links, statement.against)]
        return f'{match[2]} <span class="marks">{"; against: ".join(shown)}</span>'

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
