"""Which pages the site has, and what each shows.

PAGE_KINDS lists the kinds; each is a function that yields pages. The template of a kind is `<kind>.html` in the theme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.site.pages import actors, briefs, home, overviews, places, questions, sources, timeline
from briefing.site.pages.common import Page, Site

PAGE_KINDS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home.home,
    briefs.briefs,
    actors.actors,
    questions.questions,
    places.places,
    timeline.timeline,
    sources.sources,
    overviews.about,
    overviews.changes,
    overviews.former,
    overviews.not_found,
)


def pages(site: Site) -> list[Page]:
    """All pages of the site, in the order of their kinds."""
    return [page for kind in PAGE_KINDS for page in kind(site)]
