"""Who says what: the matrix of actors and questions, and the page of each actor."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.model import addresses, wording
from briefing.model.records import Actor
from briefing.site import life
from briefing.site.pages import choosing, events, sides
from briefing.site.pages.choosing import Choices
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, local_names, of_record
from briefing.site.pages.positions import Depth, views
from briefing.site.presenter import Presenter
from briefing.site.views import CitationView, SaidView


class SpeakerView(Struct, frozen=True):
    """Who speaks for an actor."""

    name: str
    role: str
    printed: str
    basis: str
    citations: tuple[CitationView, ...]
    said: tuple[SaidView, ...]


def actors(site: Site) -> Iterator[Page]:
    """The matrix of actors and questions, and each actor's position page."""
    yield Page("actors/", "actors", _matrix)
    for id in site.index.list("actors"):
        yield Page(addresses.of_name(f"actors/{id}"), "actor", _actor, (id,))


def _matrix(presenter: Presenter) -> Context:
    questions = presenter.lookup.list("questions")
    rows = sides.matrix(presenter)
    return {
        "title": SECTIONS["actors"].title,
        "description": f"Who says what on each contested question of {presenter.dossier.title}, and who is silent.",
        "breadcrumbs": crumbs(),
        "columns": sides.heads(presenter),
        "sides": rows,
        "contested": sides.contested(rows),
        "legend": sides.legend(presenter, rows),
        "choices": Choices(
            choosing.named(presenter, "places", (id for side in rows for row in side.rows for id in row.places)),
            choosing.named(presenter, "actors", presenter.lookup.list("actors")),
        ),
        "first": sides.on_question(presenter, questions[0], Depth.QUOTATION) if questions else None,
    }


def _actor(presenter: Presenter, id: str) -> Context:
    lookup = presenter.lookup
    actor = lookup.record(Actor, id)
    positions = views(presenter, lookup.list("positions", "actors", id), of=id)
    told = {position.anchor for position in positions}
    description = f"{actor.summary} Positions, quotes and sources."
    return {
        **of_record(presenter, actor, actor.name, description, SECTIONS["actors"]),
        "actor": lookup.link("actors", id),
        "kind": actor.kind.value,
        "kind_words": wording.ACTOR_KIND[actor.kind],
        "names": local_names(actor.names),
        "side": presenter.dossier.sides[actor.side].name if actor.side else "",
        "summary": actor.summary,
        "said": presenter.said(actor),
        "basis": presenter.known(actor),
        "against": presenter.against(actor),
        "confidence": life.confidence(presenter, actor, actor.confidence),
        "citations": presenter.cited(actor),
        "body": presenter.prose(actor),
        "speakers": tuple(
            SpeakerView(
                speaker.name,
                speaker.role,
                speaker.printed,
                presenter.basis(speaker.basis, speaker.cite),
                presenter.cited(actor, f"speakers.{number}."),
                presenter.said(actor, f"speakers.{number}.role"),
            )
            for number, speaker in enumerate(actor.speakers)
        ),
        "positions": positions,
        "silences": lookup.links("questions", (id for id in lookup.list("questions") if id not in told)),
        "voiced": views(presenter, lookup.list("voiced", "actors", id), Depth.STANCE),
        "events": events.lines(presenter, lookup.list("events", "actors", id)),
        "places": lookup.links("places", lookup.list("places", "actors", id)),
        "briefs": lookup.links("briefs", lookup.list("briefs", "actors", id)),
    }
