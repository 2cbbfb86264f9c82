"""The pages on the whole dossier: home, timeline, about, changes, former addresses, the page for what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from briefing.maps.geometry import MOST_LABELLED
from briefing.model import addresses, dates, relations, wording
from briefing.model.records import Dossier, Gone, Names
from briefing.model.relations import records
from briefing.model.vocabulary import Basis, EventState, Standing
from briefing.site.pages.common import MOST, Context, Page, Site, crumbs, matrix, of_record, parts
from briefing.site.presenter import Presenter
from briefing.site.views import Link, LocalName, NameView, StandView

#: So many dates stand on the home page; those to come go before those that have passed.
DATES = 6


def home(site: Site) -> Iterator[Page]:
    """The front page."""

    def make(presenter: Presenter) -> Context:
        dossier = presenter.dossier
        columns, rows = matrix(presenter)
        ids = presenter.lookup.list("events")
        set_dates = presenter.events(id for id in ids if presenter.lookup.event(id).state is EventState.DUE)
        ahead = tuple(event for event in set_dates if event.status == "due")[:DATES]
        past = tuple(event for event in set_dates if event.status != "due")
        ids_of_places = presenter.lookup.list("places")
        few = len(ids_of_places) <= MOST_LABELLED  # the dots of more have no names here
        return {
            "title": dossier.title,
            "description": dossier.summary,
            "edit": addresses.edit(dossier.repository, dossier.path),
            "review": presenter.review(dossier.review_by, dossier.owner),
            "lead": dossier.summary,
            "glance": presenter.prose(dossier),
            "stands": _stands(presenter, dossier),
            "ahead": ahead,
            "past": past[max(0, len(past) + len(ahead) - DATES) :],
            "events_count": len(ids),
            "columns": columns,
            "rows": rows,
            "questions": presenter.lookup.links("questions", presenter.lookup.list("questions")),
            "actors": presenter.lookup.links("actors", presenter.lookup.list("actors")),
            "briefs": presenter.lookup.links("briefs", presenter.lookup.list("briefs")[:12]),
            "answer": presenter.lookup.link("briefs", dossier.answer) if dossier.answer else None,
            "map": site.map if few else None,
            "places": tuple(presenter.place(id, related=False) for id in ids_of_places) if few else (),
            "places_count": len(ids_of_places),
        }

    yield Page("", "home", make, inputs=(site.map,))


def _stands(presenter: Presenter, dossier: Dossier) -> tuple[tuple[StandView, ...], ...]:
    """What stands: what is of one status and one day together, in the order of the statuses."""
    groups: dict[tuple[str, str], list[StandView]] = {}
    for stand in sorted(dossier.stands, key=lambda stand: [*Standing].index(stand.status)):
        view = presenter.stand(stand)
        groups.setdefault((view.status, view.when), []).append(view)
    return tuple(tuple(group) for group in groups.values())


def timeline(site: Site) -> Iterator[Page]:
    """All events, by year. Many stand there in a line each, and as a whole on pages of their years.

    So the address of an event is the same however many there are.
    """
    ids = site.index.list("events")
    if len(ids) <= MOST:
        yield Page("timeline/", "timeline", _timeline(), "timeline/")
        return
    by_year: dict[str, list[str]] = {}
    for id, event in site.index.corpus.events.items():
        by_year.setdefault(f"{event.date.year:04d}", []).append(id)
    found = [
        (Link(f"{year}, part {number}" if number > 1 else year, _year(year, number)), part)
        for year, of_year in by_year.items()
        for number, part in enumerate(parts(of_year), 1)
    ]
    where = {id: link.url for link, part in found for id in part}
    yield Page("timeline/", "timeline", _timeline(where), "timeline/", (where,))
    for place, (link, part) in enumerate(found):
        before = found[place - 1][0] if place else None
        after = found[place + 1][0] if place + 1 < len(found) else None
        yield Page(
            link.url,
            "timeline",
            _part_of_timeline(link, part, before, after),
            "timeline/",
            (link, part, before, after),
        )


def _year(year: str, number: int) -> str:
    """Address of a year on the timeline, or of a further part of it."""
    return f"timeline/{year}/{number}/" if number > 1 else f"timeline/{year}/"


def _timeline(where: Mapping[str, str] | None = None) -> Callable[[Presenter], Context]:
    """The timeline. With `where` each event stands as a whole, it has a line for each."""

    def make(presenter: Presenter) -> Context:
        groups: dict[str, list[Any]] = {}
        counts: Counter[str] = Counter()
        for id in presenter.lookup.list("events"):
            event = presenter.event(id, whole=where is None)
            counts[event.status] += 1
            groups.setdefault(event.date_iso[:4], []).append(event)
        dossier = presenter.dossier.title
        return {
            "title": "Timeline",
            "description": f"What happened when in {dossier}, what is due, and how each date was reasoned.",
            "breadcrumbs": crumbs(),
            "groups": tuple((year, tuple(events)) for year, events in groups.items()),
            "counts": tuple(
                (words, counts[status]) for status, words in wording.EVENT_STATUS.items() if counts[status]
            ),
            "where": where,
        }

    return make


def _part_of_timeline(
    link: Link, part: tuple[str, ...], before: Link | None, after: Link | None
) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        dossier = presenter.dossier.title
        return {
            "title": f"Timeline: {link.title}",
            "description": f"What happened in {dossier} in {link.title}, and how each date was reasoned.",
            "breadcrumbs": crumbs(Link("Timeline", "timeline/")),
            "groups": ((link.title, tuple(presenter.event(id) for id in part)),),
            "counts": (),
            "where": None,
            "previous": before,
            "next": after,
        }

    return make


def about(site: Site) -> Iterator[Page]:
    """Method, naming, status note, licence."""
    counts = site.index.statements.bases
    known = site.index.groups["sources"]

    def make(presenter: Presenter) -> Context:
        page = presenter.lookup.single("about")
        names = presenter.lookup.single("names")
        dossier = presenter.dossier
        assert isinstance(names, Names)
        words = presenter.lookup.single("words")
        shared = of_record(
            presenter, page, getattr(page, "title", "About"), f"How {presenter.dossier.title} is made and checked."
        )
        # the list of words has no other page on which readers could be told
        shared["review"] = " ".join(
            filter(
                None,
                (shared["review"], presenter.review(words.review_by, words.owner, "dossier's list of loaded words")),
            )
        )
        return {
            **shared,
            "naming_review": presenter.review(names.review_by, names.owner, "register"),
            "body": presenter.prose(page),
            "naming": presenter.prose(names),
            "register": tuple(
                NameView(
                    name.neutral,
                    name.kind.value,
                    tuple(LocalName(tag, wording.language(tag), form) for tag, form in name.local.items()),
                    tuple(
                        (presenter.lookup.source(source).publisher, form)
                        for source, form in name.printed.items()
                        if source in known
                    ),
                    name.note,
                )
                for name in names.names
            ),
            "bases": tuple((wording.BASIS[basis], wording.BASIS_MEANING[basis], counts[basis]) for basis in Basis),
            "contents": (
                *((heading.anchor, heading.title) for heading in page.prose.headings if heading.level == 2),
                ("basis", "How we know"),
                *([("names", "Register of names")] if names.prose.html or names.names else []),
            ),
            "report": f"{dossier.repository.rstrip('/')}/issues" if dossier.repository else "",
        }

    yield Page("about/", "about", make, "about/", (sorted(counts.items()), tuple(known)))


def changes(site: Site) -> Iterator[Page]:
    """Every change note, newest first."""

    def make(presenter: Presenter) -> Context:
        return {
            "title": "Changes",
            "description": f"What was changed in {presenter.dossier.title} after publication, when and why.",
            "breadcrumbs": crumbs(),
            "changes": presenter.changes(""),
            "edits": site.edits,
            "released": site.released,
        }

    yield Page("changes/", "changes", make, "changes/", (site.edits, site.released))


def former(site: Site) -> Iterator[Page]:
    """Pages at the addresses of records that were renamed or taken away."""
    corpus = site.index.corpus
    for record in records(corpus):
        kind = addresses.of_path(record.path) or ""
        if kind.endswith("/") and kind.count("/") == 2:
            for old in record.was:
                target = Link(relations.title(record), kind)
                yield Page(f"{kind.split('/')[0]}/{old}/", "moved", _moved(target), inputs=(target,))
    for gone in corpus.removed.removed:
        url = addresses.of_name(gone.record)
        if url.endswith("/") and url.count("/") == 2:
            yield Page(url, "gone", _gone(gone), inputs=(gone,))


def _moved(target: Link) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        return {"title": target.title, "description": f"{target.title} has another address now.", "target": target}

    return make


def _gone(gone: Gone) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        return {
            "title": gone.title,
            "description": f"{gone.title} was removed.",
            "reason": gone.why,
            "date": dates.words(gone.date),
        }

    return make


def not_found(site: Site) -> Iterator[Page]:
    """The page that GitHub Pages shows where there is none."""

    def make(presenter: Presenter) -> Context:
        return {"title": "Page not found", "description": "There is no page at this address.", "breadcrumbs": crumbs()}

    yield Page("404.html", "404", make)
