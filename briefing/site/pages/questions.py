"""Questions: the list of them, and each with all its stances and who takes which."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.model import addresses
from briefing.model.records import Position, Question
from briefing.model.vocabulary import Basis
from briefing.site.pages import events
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record
from briefing.site.pages.positions import PositionView, silent, views
from briefing.site.presenter import Presenter


class StanceView(Struct, frozen=True):
    """A stance of a question with the positions that take it; `silence` says so where no source states one of them."""

    id: str
    words: str
    positions: tuple[PositionView, ...]
    silence: str


def questions(site: Site) -> Iterator[Page]:
    """The list of contested questions, and each question with all its stances."""
    yield Page("questions/", "questions", _questions)
    for id in site.index.list("questions"):
        yield Page(addresses.of_name(f"questions/{id}"), "question", _question, (id,))


def _questions(presenter: Presenter) -> Context:
    return {
        "title": "Contested questions",
        "description": f"What is in dispute in {presenter.dossier.title}, question by question.",
        "breadcrumbs": crumbs(),
        "questions": presenter.lookup.links("questions", presenter.lookup.list("questions")),
    }


def _question(presenter: Presenter, id: str) -> Context:
    lookup = presenter.lookup
    question = lookup.record(Question, id)
    body = presenter.prose(question)
    positions = [lookup.record(Position, position) for position in lookup.list("positions", "questions", id)]

    def stance(id: str, words: str) -> StanceView:
        taking = views(presenter, (position.id for position in positions if position.stated.stance == id))
        if any(not view.stated.inferred for view in taking):
            return StanceView(id, words, taking, "")
        earlier = (then.stance == id for position in positions for then in position.earlier)
        any_longer = " any longer" if any(earlier) else ""
        return StanceView(id, words, taking, f"Nobody in our sources takes this stance{any_longer}.")

    return {
        **of_record(presenter, question, question.title, question.summary, SECTIONS["questions"]),
        "question": lookup.link("questions", id),
        "summary": question.summary,
        "said": presenter.said(question),
        "body": body,
        "stances": tuple(stance(id, words) for id, words in question.stances.items()),
        "silent": silent(
            presenter,
            "actors",
            {position.actor: position.stated.known is Basis.INFERRED for position in positions},
        ),
        "events": events.lines(presenter, lookup.list("events", "questions", id)),
        "places": lookup.links("places", lookup.list("places", "questions", id)),
        "briefs": lookup.links("briefs", lookup.list("briefs", "questions", id)),
    }
