"""Which pages the site has, and what each shows. Pure: a Corpus and the site's settings in, pages out.

PAGE_KINDS lists the kinds; each is a function that yields pages. A page is made by calling `make` with a Lookup of its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.site.pages import overviews, records, sources
from briefing.site.pages.common import Page, Site

PAGE_KINDS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    overviews.home,
    records.briefs,
    records.actors,
    records.questions,
    records.places,
    overviews.timeline,
    sources.sources,
    overviews.about,
    overviews.changes,
    overviews.former,
    overviews.not_found,
)


def pages(site: Site) -> list[Page]:
    """All pages of the site, in the order of their kinds."""
    return [page for kind in PAGE_KINDS for page in kind(site)]
