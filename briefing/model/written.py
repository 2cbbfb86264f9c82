"""What authors wrote: a text with its citations, quotations, links and headings, and where in the file each stands.

`briefing.markup.prose` makes these from Markdown.
"""

from __future__ import annotations

import pickle
import zlib
from typing import Any, NamedTuple

from msgspec import Struct

from briefing.model.vocabulary import Basis


class Mark(NamedTuple):
    """A spot in a file, both counted from 1."""

    line: int
    column: int = 1

    def pack(self) -> int:
        """Both as one number; columns beyond 65,535 count as that."""
        return self.line << 16 | min(self.column, 0xFFFF)

    @classmethod
    def unpack(cls, packed: int) -> Mark:
        """The spot that `pack` made a number of."""
        return cls(packed >> 16, packed & 0xFFFF)


class Citation(NamedTuple):
    """Paragraphs of one source, and, where it says so, how the statement before it is known."""

    source: str
    paragraphs: tuple[int, ...]
    basis: Basis | None = None


class Cited(NamedTuple):
    """A citation mark in prose: what it cites, where it stands, and the quotation that its statement holds, if any."""

    citations: tuple[Citation, ...]
    basis: Basis | None
    quote: str
    mark: Mark


class Quotation(NamedTuple):
    """Text between quotation marks in prose, or a block quotation.

    `citations` are those of the first citation mark behind it in its paragraph; `speaker` is named by block quotations
    only, `sentence` is what stands before and behind any other in its sentence, a NUL between the two.
    """

    text: str
    citations: tuple[Citation, ...]
    mark: Mark
    speaker: str = ""
    block: bool = False
    sentence: str = ""


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


class Own(NamedTuple):
    """A stretch of our own words: of a value in the head, or one paragraph, heading, list item or cell of the prose.

    Citation marks are left out, quotations blanked, line breaks kept. `where` is the key or the spot in the file.
    A block of `code` is no prose, but must not repeat a source either. `spared` are the codes of rules that it is not
    held to.
    """

    text: str
    where: str | Mark
    code: bool = False
    spared: frozenset[str] = frozenset()

    def spot(self, offset: int, start: Mark) -> Mark:
        """Where an offset of the text stands in the file, as nearly as is known; `start` is where the text begins."""
        line = self.text.count("\n", 0, offset)
        return Mark(start.line + line, offset - self.text.rfind("\n", 0, offset) if line else start.column + offset)


class Body(NamedTuple):
    """The greater part of a Prose: what only its own page needs, and whoever has found a fault in it.

    `html` is safe. Citations stand in it as private marks that `briefing.markup.notes.place` turns into numbered notes,
    and addresses of own pages start with a private mark that it replaces by the way back to the site's root.
    `uncited` are the spots of blocks that state something and cite nothing, `years` where each year first stands in our
    own words.
    """

    html: str = ""
    cited: tuple[Cited, ...] = ()
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    uncited: tuple[Mark, ...] = ()
    years: tuple[tuple[int, Mark], ...] = ()


class Pack:
    """How a part of each text is kept, and what was opened last, for it is asked for several times in a row."""

    def __init__(self) -> None:
        self.last: tuple[bytes, Any] = b"", None

    def close(self, value: tuple[object, ...]) -> bytes:
        """Pack a value; nothing for an empty one."""
        if not value:
            return b""
        packed = pickle.dumps(tuple(value), protocol=pickle.HIGHEST_PROTOCOL)
        if len(packed) > 1000:
            packed = zlib.compress(packed, 1)
        self.last = packed, value
        return packed

    def open(self, packed: bytes) -> Any:
        """The value, as a plain tuple, unless it was closed or opened last."""
        last, value = self.last
        if last != packed:
            plain = zlib.decompress(packed) if packed[:1] == _ZLIB else packed
            value = pickle.loads(plain)  # noqa: S301 (what we packed ourselves)
            self.last = packed, value
        return value


#: What compressed data begins with (RFC 1950); a pickle begins with 0x80.
_ZLIB = b"\x78"
BODIES, QUOTATIONS = Pack(), Pack()


class Prose(Struct, frozen=True, kw_only=True):
    """Cleaned HTML of one Markdown text, and what was found in it.

    There are very many, of which few are looked at at a time, so the greater part is kept packed. What all of a
    dossier is gone through for stands beside it: `cites` is each source that it cites with the highest paragraph, a
    line each, `leads` the records and images that it leads to, as `Reference.lead` writes them, `years` those in our
    own words, `says_inferred` whether these say that something is.
    The plain text is not kept: what must hold of it is checked as it is read.
    """

    packed: bytes = b""
    cites: str = ""
    leads: tuple[str, ...] = ()
    quoted: bytes = b""
    years: tuple[int, ...] = ()
    says_inferred: bool = False
    words: int = 0

    @property
    def body(self) -> Body:
        """The greater part."""
        return Body(*BODIES.open(self.packed)) if self.packed else Body()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Its quotations, in order."""
        found: tuple[Quotation, ...] = QUOTATIONS.open(self.quoted) if self.quoted else ()
        return found

    @property
    def sources(self) -> dict[str, int]:
        """The sources that it cites, each with the highest paragraph."""
        pairs = (line.split(" ") for line in self.cites.split("\n") if line)
        return {source: int(highest) for source, highest in pairs}

    @property
    def minutes(self) -> int:
        """How long reading it takes, at 220 words a minute."""
        return max(1, round(self.words / 220))
