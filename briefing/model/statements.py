"""What records say with a citation, and the words that they quote.

A `Statement` is made once, when its record is read (`briefing.reading.statements`), for heads and prose alike. Checks,
proofs, cards, the pages of sources, the manifest and the report all go through `Record.statements`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from briefing.model.citations import Citation
from briefing.model.prose import Mark
from briefing.model.vocabulary import Basis, Word


class Role(Word):
    """What a statement is in its record."""

    STAND = "stand"
    #: What a row of the core disagreement says in words of its own.
    CORE = "core"
    ACTOR = "actor"
    SPEAKER = "speaker"
    POSITION = "position"
    PLACE = "place"
    EVENT = "event"
    #: What became of a statement.
    LATER = "later"
    #: Where the dispute tends.
    TREND = "trend"
    #: A citation mark in prose.
    NOTE = "note"
    #: A quotation in prose without a citation mark of its own.
    QUOTATION = "quotation"
    #: The source's words from which an event's date is reasoned.
    DATING = "dating"
    #: A quotation within a text of the head.
    TEXT = "text"
    #: A quotation within a note on a change or a removal.
    CHANGE = "change"
    #: What a source says against another statement.
    AGAINST = "against"
    #: One of several versions of what sources differ on.
    VERSION = "version"
    #: The figure or the date of a version.
    FIGURE = "figure"
    #: What stands in a paragraph of a source, in a line of ours.
    SAYS = "says"


#: Statements of heads that have a citation of their own.
HEADS = frozenset(
    {
        Role.STAND,
        Role.CORE,
        Role.ACTOR,
        Role.SPEAKER,
        Role.POSITION,
        Role.PLACE,
        Role.EVENT,
        Role.LATER,
        Role.TREND,
        Role.VERSION,
    }
)
#: Statements with a citation that somebody typed for them.
CITING = HEADS | {Role.NOTE, Role.AGAINST}
#: Statements of entries below a head's statement, whose quotation and its speaker have keys beside their citation.
ENTRIES = frozenset({Role.AGAINST, Role.VERSION})
#: Statements that the pages of sources list. The others hold quotations within what these say, or are those pages' own.
LISTED = frozenset(Role) - {Role.DATING, Role.TEXT, Role.CHANGE, Role.FIGURE, Role.SAYS}
#: Those of them that their sources support.
SUPPORTED = LISTED - {Role.AGAINST}


#: Whose a translation is, where it is nobody's with a name: ours, or one that the source itself gives.
BY_US, BY_SOURCE = "us", "source"


class Translation(Struct, frozen=True, array_like=True, gc=False):
    """The words of a quotation in the dossier's language, and whose translation it is: `us`, `source` or a name."""

    text: str
    by: str = BY_US


class Quotation(Struct, frozen=True, array_like=True, gc=False):
    """Words of a source: `text` as typed, without the marks around it, and `citations` of where it stands.

    `where` is the key of the head or the spot in the file. `spoken` words are given as a speaker's own, so that they
    must stand in quotation marks in a reporter's text. `earlier` is what its paragraph says before its sentence,
    `before` and `behind` are the rest of that, `above` is what stands before the paragraph below the same heading;
    other quotations are blanked. All four are empty where it stands alone. `number` counts the quotations in prose,
    from 0, as the marks in its HTML do; others have -1. `translation` stands beside it, or it has none.
    """

    text: str
    where: str | Mark
    citations: tuple[Citation, ...]
    spoken: bool = False
    earlier: str = ""
    before: str = ""
    behind: str = ""
    above: str = ""
    number: int = -1
    translation: Translation | None = None


class Statement(Struct, frozen=True, array_like=True, gc=False):
    """Something said with a citation: `where` is the key of the citation in the head, or the spot of the citation mark
    in the file.

    `text` is what is said, quotations included. `basis` is None where neither the citation nor the record says how the
    statement is known, which is an error. `speaker` is whom its quotations are given to, where a key or the last line
    of a block quotation names somebody. `repeats` is whether its quotations are those of an earlier statement, too: the
    citation marks of a table row or a block quotation share them. `against` is what sources say against it, each a
    statement of that role, which stands among the record's, too; none of these sources is among its `citations`.
    `differs` is whether sources differ on it, so that each version is a statement of its own.
    """

    role: Role
    where: str | Mark
    text: str
    basis: Basis | None
    citations: tuple[Citation, ...]
    quotations: tuple[Quotation, ...] = ()
    speaker: str = ""
    repeats: bool = False
    against: tuple[Statement, ...] = ()
    differs: bool = False

    @property
    def key(self) -> str:
        """The key of its citation in the head; empty for prose."""
        return self.where if isinstance(self.where, str) else ""

    @property
    def known(self) -> Basis:
        """How it is known; what nobody says counts as reported."""
        return self.basis or Basis.REPORTED

    @property
    def quote(self) -> str:
        """Its first quotation; empty without any."""
        return self.quotations[0].text if self.quotations else ""


def of_notes(statements: Iterable[Statement]) -> list[Statement]:
    """The statements with a citation mark in the prose, in the order of the marks."""
    return [statement for statement in statements if statement.role is Role.NOTE]


def flat(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Statements, each followed by what sources say against it."""
    for statement in statements:
        yield statement
        yield from statement.against


def quotations(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Quotation]]:
    """Each quotation once, with its statement."""
    for statement in statements:
        if statement.quotations and not statement.repeats:
            for quotation in statement.quotations:
                yield statement, quotation


def fingerprint(statements: Iterable[Statement]) -> str:
    """What changes whenever something else is said, known, cited or quoted, wherever it stands in the file."""
    contents = [
        (
            said.role,
            said.known,
            said.citations,
            said.speaker,
            [(quotation.text, quotation.translation) for quotation in said.quotations],
            said.text if said.role in ENTRIES else "",
        )
        for said in statements
    ]
    return hashlib.blake2b(msgspec.msgpack.encode(contents), digest_size=12).hexdigest()
