"""The home page: the core disagreement, what happens next, what stands, where, and what to read on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

#: At most this many dates stand on the home page; those to come go before those that have passed.
DATES = 6
#: At most this many briefs stand there.
BRIEFS = 12


class StandView(Struct, frozen=True):
    """One point under what stands: `status` is in-force, disputed, planned or unknown, `when` its day in words."""

    status: str
    status_words: str
    when: str
    text: str
    basis: str
    citations: tuple[CitationView, ...]
    said: tuple[SaidView, ...]
    against: tuple[AgainstView, ...]
    versions: tuple[VersionView, ...]
    confidence: ConfidenceView | None
    later: tuple[LaterView, ...]


class TrendView(Struct, frozen=True):
    """Where the dispute tends: `direction` is better, worse or unchanged, `words` says so, `since` is the day."""

    direction: str
    words: str
    since: tuple[DateView, ...]
    why: str
    basis: str
    citations: tuple[CitationView, ...]
    said: tuple[SaidView, ...]


def home(site: Site) -> Iterator[Page]:
    """The front page."""
    yield Page("", "home", _home, (site.map,))


def _home(presenter: Presenter, map: MapView | None) -> Context:
    dossier, lookup = presenter.dossier, presenter.lookup
    _, rows = matrix(presenter)
    all_events, all_places = lookup.list("events"), lookup.list("places")
    set_dates = [id for id in all_events if lookup.record(Event, id).state in (EventState.DUE, EventState.POSTPONED)]
    due = events.lines(presenter, set_dates)
    coming = {line.id for line in due if events.is_ahead(lookup.record(Event, line.id), line.status, presenter.today)}
    ahead = tuple(line for line in due if line.id in coming)[:DATES]
    past = tuple(line for line in due if line.id not in coming)
    few = len(all_places) <= MOST_LABELLED  # more places are dots without names
    where = tuple(places.view(presenter, id, related=False) for id in all_places) if few else ()
    return {
        "title": dossier.title,
        "description": dossier.summary,
        "edit": addresses.edit(dossier.repository, dossier.path),
        "review": presenter.review(dossier.review_by, dossier.owner),
        "lead": dossier.summary,
        "said": presenter.said(dossier),
        "glance": presenter.prose(dossier),
        "stands": _stands(presenter, dossier),
        "trend": _trend(presenter, dossier),
        "ahead": ahead,
        "past": past[max(0, len(past) + len(ahead) - DATES) :],
        "events_count": len(all_events),
        "rows": rows,
        "questions": lookup.links("questions", lookup.list("questions")),
        "briefs": lookup.links("briefs", lookup.list("briefs")[:BRIEFS]),
        "answer": lookup.link("briefs", dossier.answer) if dossier.answer else None,
        "map": map if few else None,
        "places": where,
        "pins": places.with_pins(where),
        "places_count": len(all_places),
        "pins_count": len(lookup.list("pins")),
    }


def _stands(presenter: Presenter, dossier: Dossier) -> tuple[tuple[StandView, ...], ...]:
    """What stands, in groups of one status and one day, in the order of the statuses."""
    groups: dict[tuple[str, str], list[StandView]] = {}
    numbered = enumerate(dossier.stands)
    for number, stand in sorted(numbered, key=lambda pair: [*Standing].index(pair[1].status)):
        sure = life.confidence(presenter, dossier, stand.confidence, f"stands.{number}.")
        later = life.laters(presenter, dossier, stand, f"stands.{number}.")
        if later or sure:
            presenter.claim(ClaimView(stand.text, "#stands_title", str(stand.as_of or ""), (), later, sure))
        view = StandView(
            stand.status.value,
            wording.STANDING[stand.status],
            standing.when(stand, [presenter.lookup.record(Source, cite.source) for cite in stand.cite]),
            stand.text,
            presenter.known(dossier, f"stands.{number}."),
            presenter.citations(stand.cite),
            presenter.said(dossier, f"stands.{number}.text"),
            presenter.against(dossier, f"stands.{number}."),
            presenter.versions(dossier, stand.versions, f"stands.{number}."),
            sure,
            later,
        )
        groups.setdefault((view.status, view.when), []).append(view)
    return tuple(tuple(group) for group in groups.values())


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
        trend.why,
        presenter.basis(trend.basis, trend.cite),
        presenter.citations(trend.cite),
        presenter.said(dossier, "trend.why"),
    )
