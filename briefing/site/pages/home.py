"""The home page: the core disagreement, what happens next, what stands, where, and what to read on."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from briefing.maps.geometry import MOST_LABELLED
from briefing.model import standing, wording
from briefing.model.records import Dossier, Source
from briefing.model.vocabulary import Standing
from briefing.site import life
from briefing.site.dating import DateView, of_date
from briefing.site.pages import places
from briefing.site.pages.common import Context, Page, Site
from briefing.site.pages.core import core
from briefing.site.pages.upcoming import upcoming
from briefing.site.presenter import Presenter
from briefing.site.views import (
    AgainstView,
    CitationView,
    ClaimView,
    ConfidenceView,
    LaterView,
    MapView,
    VersionView,
)

#: At most this many briefs stand there.
BRIEFS = 12


class StandView(Struct, frozen=True):
    """One point under what stands; `when` is its day in words, where that is not the moment of which the site tells."""

    title: str
    text_html: Markup
    when: str
    citations: tuple[CitationView, ...]
    against: tuple[AgainstView, ...]
    versions: tuple[VersionView, ...]
    confidence: ConfidenceView | None
    later: tuple[LaterView, ...]


class StandsView(Struct, frozen=True):
    """The points of one `status`, which is in-force, planned, disputed or unknown."""

    status: str
    words: str
    points: tuple[StandView, ...]


class TrendView(Struct, frozen=True):
    """Where the dispute tends: `direction` is better, worse or unchanged, `words` says so, `since` is the day."""

    direction: str
    words: str
    since: tuple[DateView, ...]
    why_html: Markup
    citations: tuple[CitationView, ...]


def home(site: Site) -> Iterator[Page]:
    """The front page."""
    yield Page("", "home", _home, (site.map, standing.moment(site.index.corpus)))


def _home(presenter: Presenter, map: MapView | None, moment: standing.Moment | None) -> Context:
    dossier, lookup = presenter.dossier, presenter.lookup
    all_places = lookup.list("places")
    few = len(all_places) <= MOST_LABELLED  # more places are dots without names
    where = tuple(places.view(presenter, id, related=False) for id in all_places) if few else ()
    return {
        "title": dossier.title,
        "description": dossier.summary,
        "record": dossier.path,
        "review": presenter.review(dossier.review_by, dossier.owner),
        "lead_html": presenter.text(dossier, "summary", dossier.summary),
        "core": core(presenter),
        "upcoming": upcoming(presenter, moment is not None and moment.is_long_ago(presenter.today)),
        "glance": presenter.prose(dossier),
        "stands": _stands(presenter, dossier, moment),
        "trend": _trend(presenter, dossier),
        "has_actors": bool(lookup.list("actors")),
        "briefs": lookup.links("briefs", lookup.list("briefs")[:BRIEFS]),
        "briefs_count": len(lookup.list("briefs")),
        "map": map if few else None,
        "places": where,
        "pins": places.with_pins(where),
        "places_count": len(all_places),
        "pins_count": len(lookup.list("pins")),
    }


def _stands(presenter: Presenter, dossier: Dossier, moment: standing.Moment | None) -> tuple[StandsView, ...]:
    """What stands, by status."""
    groups: dict[Standing, list[StandView]] = {status: [] for status in Standing}
    for number, stand in enumerate(dossier.stands):
        prefix = f"stands.{number}."
        sure = life.confidence(presenter, dossier, stand.confidence, prefix)
        later = life.laters(presenter, dossier, stand, prefix)
        if later or sure:
            presenter.claim(ClaimView(stand.text, "#stands_title", str(stand.as_of or ""), (), later, sure))
        sources = [presenter.lookup.record(Source, cite.source) for cite in stand.cite]
        is_then = moment is not None and moment.holds(standing.day(stand, sources))
        groups[stand.status].append(
            StandView(
                stand.title,
                presenter.text(dossier, f"{prefix}text", stand.text),
                "" if is_then else standing.when(stand, sources),
                presenter.cited(dossier, prefix),
                presenter.against(dossier, prefix),
                presenter.versions(dossier, stand.versions, prefix),
                sure,
                later,
            )
        )
    return tuple(
        StandsView(status.value, wording.STANDING[status], tuple(points)) for status, points in groups.items() if points
    )


def _trend(presenter: Presenter, dossier: Dossier) -> TrendView | None:
    """Where the dispute tends, if the dossier says so."""
    trend = dossier.trend
    if trend is None:
        return None
    dated = any(presenter.lookup.record(Source, cite.source).published for cite in trend.cite)
    return TrendView(
        trend.direction,
        wording.TREND[trend.direction],
        of_date(trend.since, "" if dated else " (year inferred)"),
        presenter.text(dossier, "trend.why", trend.why),
        presenter.cited(dossier, "trend."),
    )
