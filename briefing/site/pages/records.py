"""The pages of single records and their lists: briefs, actors, questions, places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.maps.geometry import MOST_LABELLED
from briefing.model import addresses, dates, wording
from briefing.model.vocabulary import Basis
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, matrix, of_record, parts
from briefing.site.presenter import Presenter
from briefing.site.views import Link, PinView, StanceView


def briefs(site: Site) -> Iterator[Page]:
    """The list of briefs, in parts when it is long, and each brief."""
    ids = site.index.list("briefs")
    found = parts(ids)
    for number, part in enumerate(found, 1):
        yield Page(
            _list_of_briefs(number), "briefs", _briefs(number, len(found)), "briefs/", (number, len(found), part)
        )
    for place, id in enumerate(ids):
        before = ids[place - 1] if place else ""
        after = ids[place + 1] if place + 1 < len(ids) else ""
        around = id, before, after, site.first.get(f"briefs/{id}", "")
        yield Page(addresses.brief(id), "brief", _brief(*around), "briefs/", around)


def _list_of_briefs(number: int) -> str:
    """Address of a part of the list of briefs, from 1."""
    return f"briefs/index/{number}/" if number > 1 else "briefs/"


def _briefs(number: int, of: int) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        ids = presenter.lookup.list("briefs")
        here = parts(ids)[number - 1]
        dossier = presenter.dossier.title
        return {
            "title": f"Briefs, part {number} of {of}" if number > 1 else "Briefs",
            "description": f"Every part of {dossier} in a minute or two, each statement with its source.",
            "breadcrumbs": crumbs(*([SECTIONS["briefs"]] if number > 1 else [])),
            "briefs": presenter.lookup.links("briefs", here),
            "part": f"Part {number} of {of}: {len(here)} of {len(ids):,} briefs" if of > 1 else "",
            "previous": Link(f"Part {number - 1}", _list_of_briefs(number - 1)) if number > 1 else None,
            "next": Link(f"Part {number + 1}", _list_of_briefs(number + 1)) if number < of else None,
        }

    return make


def _brief(id: str, before: str, after: str, first: str) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        brief = presenter.lookup.brief(id)
        return {
            **of_record(presenter, brief, brief.title, brief.summary, SECTIONS["briefs"]),
            "brief": presenter.lookup.link("briefs", id),
            "summary": brief.summary,
            "updated": dates.words(brief.updated),
            "updated_iso": str(brief.updated),
            "published": dates.words(dates.parse(first)) if first else "",
            "published_iso": first,
            "minutes": brief.prose.minutes,
            "body": presenter.slot(brief),
            "contents": tuple((h.anchor, h.title) for h in brief.prose.headings if h.level == 2),
            "actors": _related(presenter, "actors", id),
            "questions": _related(presenter, "questions", id),
            "places": _related(presenter, "places", id),
            "mentioned": _related(presenter, "briefs", id),
            "events": presenter.events(presenter.lookup.list("events", "briefs", id)),
            "previous": presenter.lookup.link("briefs", before) if before else None,
            "next": presenter.lookup.link("briefs", after) if after else None,
        }

    return make


def _related(presenter: Presenter, kind: str, brief: str) -> tuple[Link, ...]:
    return presenter.lookup.links(kind, presenter.lookup.list(kind, "briefs", brief))


def actors(site: Site) -> Iterator[Page]:
    """The matrix of actors and questions, and each actor's position page."""

    def listing(presenter: Presenter) -> Context:
        columns, rows = matrix(presenter)
        return {
            "title": "Actors and their positions",
            "description": f"Who says what on each contested question of {presenter.dossier.title}, and who is silent.",
            "breadcrumbs": crumbs(),
            "columns": columns,
            "rows": rows,
        }

    yield Page("actors/", "actors", listing, "actors/")
    for id in site.index.list("actors"):
        yield Page(addresses.actor(id), "actor", _actor(id), "actors/", (id,))


def _actor(id: str) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        lookup = presenter.lookup
        actor = lookup.actor(id)
        dossier = presenter.dossier
        positions = presenter.positions(lookup.list("positions", "actors", id))
        inferred = {position.anchor: position.stated.inferred for position in positions}
        description = f"{actor.summary} Positions, quotes and sources."
        return {
            **of_record(presenter, actor, actor.name, description, SECTIONS["actors"]),
            "actor": lookup.link("actors", id),
            "kind_words": wording.ACTOR_KIND[actor.kind],
            "side": dossier.sides.get(actor.side, ""),
            "summary": actor.summary,
            "basis": wording.BASIS[actor.basis],
            "citations": presenter.citations(actor.cite),
            "body": presenter.prose(actor),
            "speakers": tuple(presenter.speaker(speaker) for speaker in actor.speakers),
            "positions": positions,
            "silences": tuple(
                (lookup.link("questions", question), question in inferred)
                for question in lookup.list("questions")
                if inferred.get(question, True)
            ),
            "voiced": presenter.positions(lookup.list("voiced", "actors", id), prose=False),
            "events": presenter.events(lookup.list("events", "actors", id)),
            "places": lookup.links("places", lookup.list("places", "actors", id)),
            "briefs": lookup.links("briefs", lookup.list("briefs", "actors", id)),
        }

    return make


def questions(site: Site) -> Iterator[Page]:
    """The list of contested questions, and each question with all its stances."""

    def listing(presenter: Presenter) -> Context:
        return {
            "title": "Contested questions",
            "description": f"What is in dispute in {presenter.dossier.title}, question by question.",
            "breadcrumbs": crumbs(),
            "questions": presenter.lookup.links("questions", presenter.lookup.list("questions")),
        }

    yield Page("questions/", "questions", listing, "questions/")
    for id in site.index.list("questions"):
        yield Page(addresses.question(id), "question", _question(id), "questions/", (id,))


def _question(id: str) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        lookup = presenter.lookup
        question = lookup.question(id)
        body = presenter.prose(question)
        ids = lookup.list("positions", "questions", id)
        said = {position: lookup.position(position).stated for position in ids}
        inferred = {position.split("/")[0]: stated.basis is Basis.INFERRED for position, stated in said.items()}

        def stance(id: str, words: str) -> StanceView:
            positions = presenter.positions(position for position in ids if said[position].stance == id)
            if any(not view.stated.inferred for view in positions):
                return StanceView(id, words, positions, "")
            earlier = (then.stance == id for position in ids for then in lookup.position(position).earlier)
            any_longer = " any longer" if any(earlier) else ""
            return StanceView(id, words, positions, f"Nobody in our sources takes this stance{any_longer}.")

        return {
            **of_record(presenter, question, question.title, question.summary, SECTIONS["questions"]),
            "question": lookup.link("questions", id),
            "summary": question.summary,
            "body": body,
            "stances": tuple(stance(id, words) for id, words in question.stances.items()),
            "silent": tuple(
                (lookup.link("actors", actor), actor in inferred)
                for actor in lookup.list("actors")
                if inferred.get(actor, True)
            ),
            "events": presenter.events(lookup.list("events", "questions", id)),
            "places": lookup.links("places", lookup.list("places", "questions", id)),
            "briefs": lookup.links("briefs", lookup.list("briefs", "questions", id)),
        }

    return make


def places(site: Site) -> Iterator[Page]:
    """The map with the list of places, and each place. Many are listed by name only, as the map has dots for them."""
    ids = site.index.list("places")
    many = len(ids) > MOST_LABELLED

    def listing(presenter: Presenter) -> Context:
        places = presenter.lookup.list("places")
        return {
            "title": "Places",
            "description": f"Where {presenter.dossier.title} happens: a map, and the same places as a list.",
            "breadcrumbs": crumbs(),
            "map": site.map,
            "places": () if many else tuple(presenter.place(id) for id in places),
            "listed": tuple((id, presenter.lookup.link("places", id)) for id in presenter.lookup.list("places"))
            if many
            else (),
        }

    yield Page("places/", "places", listing, "places/", (site.map,))
    drawn = None if many else site.map  # in a drawing of dots, none could stand out
    for id in ids:
        yield Page(addresses.place(id), "place", _place(id, drawn), "places/", (id, drawn))


def _place(id: str, drawn: object | None) -> Callable[[Presenter], Context]:
    def make(presenter: Presenter) -> Context:
        place = presenter.lookup.place(id)
        pins = presenter.lookup.list("places") if drawn else ()
        return {
            **of_record(presenter, place, place.name, place.summary, SECTIONS["places"]),
            "place": presenter.place(id),
            "body": presenter.prose(place),
            "drawn": drawn,
            "pins": tuple(PinView(*pin) for pin in enumerate(presenter.lookup.links("places", pins), 1)),
        }

    return make
