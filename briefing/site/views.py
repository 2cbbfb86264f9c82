"""What templates see: small frozen views, one for each thing that is shown.

Those of one topic only stand beside what makes them, in `briefing.site.pages`.
Addresses are relative to the site's root and have no leading slash (`actors/eu/`); a template puts `page.root` before
them. Fields of type Markup are safe HTML, every other string is text and is escaped by the template engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from briefing.model.vocabulary import ActorKind
from briefing.site.dating import DateView


class Link(Struct, frozen=True):
    """A page of the site. `note` is one sentence about it, `monogram` two letters for an actor's tile."""

    title: str
    url: str
    note: str = ""
    monogram: str = ""


class CitationView(Struct, frozen=True):
    """Cited paragraphs of a source: `mark` is `¶13, 15`, with the source before it where the dossier has several, and
    `label` is `BBC News, ¶13, ¶15`; `url` is their entry, `original` the words at the publisher's, and `note` the
    number of what stands behind the mark.
    """

    mark: str
    label: str
    url: str
    original: str = ""
    note: int = 0


class SaidView(Struct, frozen=True):
    """A quotation, or the first words of one, with whose it is where somebody says; `text` is empty where that goes
    without saying. `language` is that of the words where it is not the page's, `translation` stands beside them and
    says whose it is.
    """

    text: str
    speaker: str = ""
    language: str = ""
    translation: str = ""


class AgainstView(Struct, frozen=True):
    """What a source says against a statement: in our words, how that is known, and where; `said` is what it quotes, or
    who speaks in that.
    """

    says: str
    basis: str
    citations: tuple[CitationView, ...]
    quote: SaidView | None = None
    said: tuple[SaidView, ...] = ()


class DatingView(Struct, frozen=True):
    """How a date was reasoned. `words` are the source's own, in `language` where that is not the page's, and `voice` is
    who says them; `computed` is the day that the interval gives.
    """

    words: str
    rule: str
    weekday: str
    interval: str
    computed: str
    has_year: bool
    language: str
    voice: str


class VersionView(Struct, frozen=True):
    """One of several versions of one thing: its figure, what it says in our words, how that is known, and where;
    `quote` is what it quotes, `said` who speaks in its words. A version of an event may say `when` it was.
    """

    figure: str
    says: str
    basis: str
    citations: tuple[CitationView, ...]
    quote: SaidView | None = None
    said: tuple[SaidView, ...] = ()
    when: tuple[DateView, ...] = ()
    year_inferred: bool = False
    dating: DatingView | None = None


class TurnView(Struct, frozen=True):
    """What became of a statement, in a line: `turn` is denied, retracted, corrected, superseded or settled, `words`
    says so, `date` is its day in words and `edtf` as data have it. `by` is who did it: without an address where that
    has no page, without a title where nobody is named. `kind` is what sort of actor that is, if it is one.
    """

    turn: str
    words: str
    date: tuple[DateView, ...]
    edtf: str
    by: Link
    kind: ActorKind | None


class LaterView(Struct, frozen=True):
    """What became of a statement, in full: `says` what was said then, `quote` the words themselves. `said` is whose
    words `says` quotes.
    """

    line: TurnView
    says: str
    basis: str
    citations: tuple[CitationView, ...]
    quote: SaidView | None = None
    said: tuple[SaidView, ...] = ()


class ConfidenceView(Struct, frozen=True):
    """How sure we are of a statement, in words, and why; `said` is whose words the reason quotes."""

    words: str
    why: str
    said: tuple[SaidView, ...] = ()


class ClaimView(Struct, frozen=True):
    """A statement of which machines are told more than that it stands on a page: whose it is, what became of it, how
    sure we are. `url` leads to it, `edtf` is its day or empty.
    """

    text: str
    url: str
    edtf: str
    whose: tuple[tuple[Link, ActorKind], ...]
    later: tuple[LaterView, ...]
    confidence: ConfidenceView | None


class LocalName(Struct, frozen=True):
    """The names in another language: `language` is the tag for `lang=`, `label` the language's name in words."""

    language: str
    label: str
    forms: tuple[str, ...]


class DifferenceView(Struct, frozen=True):
    """A value before and after a change, `after` empty when it is gone; `language` of a source's words, else None."""

    key: str
    before: str
    after: str
    language: str | None = None


class EditsView(Struct, frozen=True):
    """Records that were edited without a note, and the day of the release that recorded it, if there was one since."""

    date: str
    date_iso: str
    records: tuple[Link, ...]


class FineView(Struct, frozen=True):
    """Whose finer lines the map has, and the address for more about that; it may be empty."""

    credit: str
    address: str


class MapView(Struct, frozen=True):
    """The map: Folium's element, and the same map as drawn shapes for the inline SVG (a `Drawing` of
    `briefing.maps.static`); `small` are lighter ones, for the pages of places: the first that has the place. `html` and
    `script` are empty where only a plan can be drawn.

    `script` is Folium's file, `module` is `map.js`, which loads the others when a reader zooms, and `finer`, the files
    of finer lines, when they tell more; all are addresses relative to the site's root. `area` is what the tinted area
    is, and `fine` whose the finer lines are.
    """

    html: Markup
    script: str
    leaflet_js: str
    leaflet_css: str
    module: str
    finer: tuple[str, ...]
    drawing: object
    small: Sequence[Any]
    title: str
    note: str
    credit: str
    area: str
    fine: tuple[FineView, ...]
    tiles: bool
