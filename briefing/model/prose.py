"""What authors wrote: a text with its links and headings, and where in the file each stands.

`briefing.markup.prose` makes these from Markdown.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Mark(NamedTuple):
    """A spot in a file, both counted from 1."""

    line: int
    column: int = 1


class Reference(NamedTuple):
    """A link or image of the author's: `target` is a path inside the dossier, or, of kind `outside`, an address."""

    target: str
    mark: Mark
    kind: str = "link"
    anchor: str = ""

    @property
    def lead(self) -> str:
        """Whereto it leads inside the dossier: `content/actors/eu.md#h-role`; an image's begins with `!`."""
        if self.kind == "outside":
            return ""
        return ("!" if self.kind == "image" else "") + self.target + (self.anchor and f"#{self.anchor}")


class Heading(NamedTuple):
    """A heading in prose; `anchor` is its id on the page."""

    anchor: str
    title: str
    level: int


class Lack(StrEnum):
    """Why words rest on no citation: their whole block has none, the next one stands too FAR on, or they stand BEHIND
    the last one.
    """

    WHOLE = "whole"
    FAR = "far"
    BEHIND = "behind"


class Uncited(NamedTuple):
    """The spot of a block or a sentence that states something and rests on no citation."""

    mark: Mark
    why: Lack = Lack.WHOLE


class Own(NamedTuple):
    """A stretch of our own words: of a value in the head, or one paragraph, heading, list item or cell of the prose.

    Citation marks are left out, quotations blanked, line breaks kept. `begin` finds out where in the file it begins,
    which is asked of few. A block of `code` is no prose, but must not repeat a source either. `spared` are the codes of
    rules that it is not held to.
    """

    text: str
    begin: Callable[[], Mark]
    code: bool = False
    spared: frozenset[str] = frozenset()

    def spot(self, offset: int) -> Mark:
        """Where an offset of the text stands in the file, as nearly as is known."""
        start, line = self.begin(), self.text.count("\n", 0, offset)
        return Mark(start.line + line, offset - self.text.rfind("\n", 0, offset) if line else start.column + offset)


class Prose(Struct, frozen=True, kw_only=True):
    """Cleaned HTML of one Markdown text, and what was found in it.

    `html` is safe. Citations stand in it as private marks that `briefing.markup.notes.place` turns into marks,
    and addresses of own pages start with a private mark that it replaces by the way back to the site's root.
    `uncited` are the blocks and sentences that state something and rest on no citation, `unmarked` the stretches behind
    which no citation stands, as they may below a head that cites, `years` where each year first stands in our own
    words, `says_inferred` whether these say that something is inferred. The plain text is not kept: what else must hold
    of it is checked as it is read.
    """

    html: str = ""
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    uncited: tuple[Uncited, ...] = ()
    unmarked: tuple[tuple[str, Mark], ...] = ()
    years: tuple[tuple[int, Mark], ...] = ()
    says_inferred: bool = False
    words: int = 0
