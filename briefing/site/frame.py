"""What the frame of every page sees: the site, and the page itself."""

from __future__ import annotations

from msgspec import Struct

from briefing.site.marks import NoteView, PrintedView
from briefing.site.status import StatusView
from briefing.site.views import Link


class SiteView(Struct, frozen=True):
    """What every page needs to know of the dossier. `marks`, `card`, `choose` and `matrix` are the addresses of scripts
    for some pages: those with marks and their cards, those that can be chosen from, and the matrix. `picture` is that
    of the picture that goes with shared links, `picture_words` tell what is on it.
    """

    title: str
    snapshot: str
    language: str
    status_note: str
    licence: str
    licence_url: str
    publisher: str
    as_of: str
    as_of_iso: str
    status: StatusView
    stylesheet: str
    sheets: tuple[str, ...]
    scripts: tuple[str, ...]
    marks: str
    card: str
    choose: str
    matrix: str
    icon: str
    picture: str
    picture_words: str
    navigation: tuple[Link, ...]


class PageView(Struct, frozen=True):
    """The page itself. `root` is the way back to the site's root: empty, `../`, `../../` or, on 404.html, an absolute
    path.

    `edit` leads to its record in the repository, `report` to the form for mistakes on it; both are empty without one.
    `kind` names the template and the CSS block; `review` says that the record is due for another look, or is empty.
    `notes` is what stands behind the page's marks, and `printed` their sources, for print.
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
    report: str = ""
    review: str = ""
    json_ld: str = ""
    has_map: bool = False
    notes: tuple[NoteView, ...] = ()
    printed: tuple[PrintedView, ...] = ()
