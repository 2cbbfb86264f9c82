"""The last hand that is laid on a page's HTML after its template. Pure."""

from __future__ import annotations

import re

from briefing.site import inferred
from briefing.site.languages import Languages

#: A link, or the way on of a page that has moved, to a folder of this site; addresses elsewhere have a colon.
_TO_FOLDER = re.compile(
    r"""(<(?:a\b[^>]*?\ href="|meta\ http-equiv="refresh"\ content="0;\ url=)  # templates write one blank
        (?!//)[^":?#]*/)(?=["?#])""",
    re.VERBOSE,
)


def finished(page: str, languages: Languages) -> str:
    """A page as it is written: words in other languages and inferred dates marked, links such that they lead on from
    disk, too.
    """
    return named(languages.marked(inferred.marked(page)))


def named(page: str) -> str:
    """A page, or a piece of one, in which each link to a page of this site names its file.

    A web server shows `index.html` for a folder, a disk shows a listing; so templates and prose write `actors/`, and
    readers get `actors/index.html` everywhere. Addresses that are to be kept (canonical, feeds, data) have no such end.
    """
    return _TO_FOLDER.sub(r"\1index.html", page)
