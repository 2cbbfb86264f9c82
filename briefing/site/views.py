"""What templates see: small frozen views, one for each thing that is shown.

Made by `briefing.site.pages` and its helpers from records; imports nothing of ours but the model.
Addresses are relative to the site's root and have no leading slash (`actors/eu/`); a template puts `page.root` before
them. Fields of type Markup are safe HTML, every other string is text and is escaped by the template engine.
"""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct


class Link(Struct, frozen=True):
    """A page of the site. `note` is one sentence about it, `monogram` two letters for an actor's tile."""

    title: str
    url: str
    note: str = ""
    monogram: str = ""


class CitationView(Struct, frozen=True):
    """Cited paragraphs: `label` is `BBC News, ¶16`, `url` their entry, `original` the words at the publisher's."""

    label: str
    url: str
    original: str = ""


class NoteView(Struct, frozen=True):
    """A numbered note under prose. `words` are HTML; `marks` are the ids of the marks in the text that lead here."""

    number: int
    words: Markup
    marks: tuple[str, ...]


class QuoteView(Struct, frozen=True):
    """A verified quotation."""

    text: str
    speaker: str
    role: str
    actor: Link
    citations: tuple[CitationView, ...]
    language: str = ""


class StatedView(Struct, frozen=True):
    """A position at one date. `stance` in plain words, `basis` in words."""

    stance: str
    as_of: str
    as_of_iso: str
    basis: str
    body: Markup
    quote: QuoteView | None
    citations: tuple[CitationView, ...]
    inferred: bool = False


class PositionView(Struct, frozen=True):
    """One actor on one question, known through `via`. `url` leads to it, `anchor` is its id on the actor's page."""

    actor: Link
    question: Link
    url: str
    anchor: str
    stance_id: str
    stated: StatedView
    earlier: tuple[StatedView, ...] = ()
    via: Link | None = None
    review: str = ""


class StanceView(Struct, frozen=True):
    """A stance of a question with the positions that take it; `silence` says so where no source states one of them."""

    id: str
    words: str
    positions: tuple[PositionView, ...]
    silence: str


class CellView(Struct, frozen=True):
    """A cell of the matrix; `position` is None where there is none."""

    position: PositionView | None


class RowView(Struct, frozen=True):
    """A row of the matrix, and how many of its positions a source states and how many we infer."""

    actor: Link
    cells: tuple[CellView, ...]
    stated: int = 0
    inferred: int = 0


class DatingView(Struct, frozen=True):
    """How a date was reasoned. `words` are the source's own, in `language` where that is not the page's; `computed` is
    the day the interval gives, if any.
    """

    words: str
    rule: str
    year_inferred: bool
    weekday: str = ""
    interval: str = ""
    computed: str = ""
    tension: str = ""
    language: str = ""


class EventView(Struct, frozen=True):
    """An event. `status` is one of happened, due, passed (due, its date is over and no outcome is recorded), recorded
    (due, an outcome is recorded). `about` goes before a date that is approximate.
    """

    id: str
    url: str
    title: str
    date: str
    date_iso: str
    end: str
    end_iso: str
    about: str
    status: str
    status_words: str
    basis: str
    body: Markup
    citations: tuple[CitationView, ...]
    dating: DatingView
    actors: tuple[Link, ...]
    places: tuple[Link, ...]
    questions: tuple[Link, ...]
    briefs: tuple[Link, ...]
    outcome: Link | None = None
    outcome_of: Link | None = None
    review: str = ""


class LocalName(Struct, frozen=True):
    """A name in another language: `language` is the tag for `lang=`, `label` the language's name in words."""

    language: str
    label: str
    form: str


class NameView(Struct, frozen=True):
    """An entry of the register of names; `printed` are (publisher, the form it prints)."""

    neutral: str
    kind: str
    local: tuple[LocalName, ...]
    printed: tuple[tuple[str, str], ...]
    note: str


class PlaceView(Struct, frozen=True):
    """A place. `number` is on its pin."""

    id: str
    number: int
    link: Link
    kind: str
    names: tuple[LocalName, ...]
    latitude: float
    longitude: float
    coordinates: str
    precision: str
    coordinates_from: str
    summary: str
    basis: str
    citations: tuple[CitationView, ...]
    events: tuple[EventView, ...] = ()
    actors: tuple[Link, ...] = ()
    questions: tuple[Link, ...] = ()
    briefs: tuple[Link, ...] = ()


class PinView(Struct, frozen=True):
    """What a drawn map shows of a place."""

    number: int
    link: Link


class SpeakerView(Struct, frozen=True):
    """Who speaks for an actor."""

    name: str
    role: str
    printed: str
    basis: str
    citations: tuple[CitationView, ...]


class StandView(Struct, frozen=True):
    """One point under what stands: `status` is in-force, disputed, planned or unknown, `when` its day in words."""

    status: str
    status_words: str
    when: str
    text: str
    basis: str
    citations: tuple[CitationView, ...]


class SaidView(Struct, frozen=True):
    """A quotation on the page of its source, with its speaker where one is named."""

    text: str
    speaker: str = ""


class RestView(Struct, frozen=True):
    """Statements of one record that rest on a paragraph in the same way: `links` lead to each, `said` is quoted in
    it.
    """

    basis: str
    links: tuple[Link, ...]
    said: tuple[SaidView, ...] = ()


class ParagraphView(Struct, frozen=True):
    """One paragraph of a source and all that rests on it, by kind of record and record."""

    number: int
    groups: tuple[tuple[str, Link, tuple[RestView, ...]], ...]


class SourceView(Struct, frozen=True):
    """The record of a source, in words; `aside` stood in brackets at the end of its title, `share` of it is quoted."""

    title: str
    aside: str
    publisher: str
    kind_words: str
    author: str
    author_role: str
    published: str
    language: str
    url: str
    archived: str
    accessed: str
    paragraphs_count: int
    sha256: str
    rights: str
    origin: str
    body: Markup
    quoted_words: int
    share: str


class DifferenceView(Struct, frozen=True):
    """A value before and after a change, `after` empty when it is gone; `language` of a source's words, else None."""

    key: str
    before: str
    after: str
    language: str | None = None


class ChangeView(Struct, frozen=True):
    """A change to readers. `anchor` is its id on the page of changes."""

    date: str
    date_iso: str
    what: str
    why: str
    record: Link | None = None
    differences: tuple[DifferenceView, ...] = ()
    anchor: str = ""


class EditsView(Struct, frozen=True):
    """Records that were edited without a note, and the day of the release that recorded it, if there was one since."""

    date: str
    date_iso: str
    records: tuple[Link, ...]


class MapView(Struct, frozen=True):
    """The map: Folium's element, and the same map as drawn shapes for the inline SVG (a `Drawing` of
    `briefing.maps.static`); `small` is a lighter one, for the page of a place.

    `script` is Folium's file, `module` is `map.js`, which loads the other three when the map comes near the screen; all
    four are addresses relative to the site's root.
    """

    html: Markup
    script: str
    leaflet_js: str
    leaflet_css: str
    module: str
    drawing: object
    small: object
    title: str
    note: str
    credit: str
    tiles: bool


class SiteView(Struct, frozen=True):
    """What every page needs to know of the dossier."""

    title: str
    summary: str
    snapshot: str
    language: str
    status_note: str
    licence: str
    licence_url: str
    publisher: str
    as_of: str
    as_of_iso: str
    sources_notice: str
    url: str
    stylesheet: str
    scripts: tuple[str, ...]
    icon: str
    navigation: tuple[Link, ...]


class PageView(Struct, frozen=True):
    """The page itself. `root` is the way back to the site's root: empty, `../`, `../../` or, on 404.html, an absolute
    path.

    `kind` names the template and the CSS block; `review` says that the record is due for another look, or is empty.
    """

    kind: str
    title: str
    description: str
    url: str
    root: str
    canonical: str
    breadcrumbs: tuple[Link, ...] = ()
    section: str = ""
    edit: str = ""
    review: str = ""
    json_ld: str = ""
    has_map: bool = False
    notes: tuple[NoteView, ...] = ()
