"""The pages on the whole dossier: home, about, changes, former addresses, the page for what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.checks import balance
from briefing.maps.geometry import MOST_LABELLED
from briefing.model import addresses, dates, relations, standing, wording
from briefing.model.records import About, Dossier, Event, Gone, Names, Source, Words
from briefing.model.relations import records
from briefing.model.vocabulary import Basis, EventState, Standing
from briefing.site import life
from briefing.site.dating import DateView, of_date
from briefing.site.pages import events, places
from briefing.site.pages.common import Context, Page, Site, crumbs, local_names, of_record
from briefing.site.pages.positions import matrix
from briefing.site.presenter import Presenter
from briefing.site.views import (
    AgainstView,
    CitationView,
    ClaimView,
    ConfidenceView,
    EditsView,
    LaterView,
    Link,
    LocalName,
    MapView,
    SaidView,
    VersionView,
)

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


class NameView(Struct, frozen=True):
    """An entry of the register of names; `printed` are (publisher, the form it prints)."""

    neutral: str
    kind: str
    local: tuple[LocalName, ...]
    printed: tuple[tuple[str, str], ...]
    note: str


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


def about(site: Site) -> Iterator[Page]:
    """Method, naming, status note, licence."""
    bases = balance.bases(site.index.corpus)
    counts = {basis: bases[basis] for basis in Basis}
    ours = balance.general(site.index.corpus)
    yield Page("about/", "about", _about, (counts, ours, tuple(site.index.groups["sources"])))


def _about(presenter: Presenter, counts: dict[Basis, int], ours: int, sources: tuple[str, ...]) -> Context:
    dossier, lookup = presenter.dossier, presenter.lookup
    page, names, words = lookup.single(About), lookup.single(Names), lookup.single(Words)
    shared = of_record(presenter, page, page.title, f"How {dossier.title} is made and checked.")
    # The list of loaded words has no page of its own on which this could be said.
    review_of_words = presenter.review(words.review_by, words.owner, "dossier's list of loaded words")
    return {
        **shared,
        "review": " ".join(filter(None, (shared["review"], review_of_words))),
        "naming_review": presenter.review(names.review_by, names.owner, "register"),
        "body": presenter.prose(page),
        "naming": presenter.prose(names),
        "register": tuple(
            NameView(
                name.neutral,
                name.kind.value,
                local_names(name.local),
                tuple(
                    (lookup.record(Source, id).publisher, form) for id, form in name.printed.items() if id in sources
                ),
                name.note,
            )
            for name in names.names
        ),
        "bases": (
            *((wording.BASIS[basis], wording.BASIS_MEANING[basis], count) for basis, count in counts.items()),
            *([("General knowledge, ours", wording.OURS_MEANING, ours)] if ours else []),
        ),
        "contents": (
            *((heading.anchor, heading.title) for heading in page.prose.headings if heading.level == 2),
            ("basis", "How we know"),
            *([("names", "Register of names")] if names.prose.html or names.names else []),
        ),
        "report": f"{dossier.repository.rstrip('/')}/issues" if dossier.repository else "",
    }


def changes(site: Site) -> Iterator[Page]:
    """Every change note, newest first."""
    yield Page("changes/", "changes", _changes, (site.edits, site.released))


def _changes(presenter: Presenter, edits: tuple[EditsView, ...], released: bool) -> Context:
    return {
        "title": "Changes",
        "description": f"What was changed in {presenter.dossier.title} after publication, when and why.",
        "breadcrumbs": crumbs(),
        "changes": presenter.lookup.changes(""),
        "edits": edits,
        "released": released,
    }


def former(site: Site) -> Iterator[Page]:
    """Pages at the addresses of records that were renamed or removed."""
    corpus = site.index.corpus
    for record in records(corpus):
        url = addresses.of_path(record.path) or ""
        if _is_of_a_record(url):
            for old in record.was:
                target = Link(relations.title(record), url)
                yield Page(f"{url.split('/')[0]}/{old}/", "moved", _moved, (target,), listed=False)
    for gone in corpus.removed.removed:
        url = addresses.of_name(gone.record)
        if _is_of_a_record(url):
            yield Page(url, "gone", _gone, (gone,), listed=False)


def _is_of_a_record(url: str) -> bool:
    """Whether an address is that of a record's own page: `actors/eu/`."""
    return url.endswith("/") and url.count("/") == 2


def _moved(presenter: Presenter, target: Link) -> Context:
    return {"title": target.title, "description": f"{target.title} has another address now.", "target": target}


def _gone(presenter: Presenter, gone: Gone) -> Context:
    return {
        "title": gone.title,
        "description": f"{gone.title} was removed.",
        "reason": gone.why,
        "date": dates.words(gone.date),
    }


def not_found(site: Site) -> Iterator[Page]:
    """The page that GitHub Pages shows where there is none."""
    yield Page("404.html", "404", _not_found, listed=False)


def _not_found(presenter: Presenter) -> Context:
    return {"title": "Page not found", "description": "There is no page at this address.", "breadcrumbs": crumbs()}
