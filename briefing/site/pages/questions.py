"""Questions: the list of them, and each with all its stances and who takes which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.model import addresses, wording
from briefing.model.records import Position, Question, Stated
from briefing.model.relations import sayings_of
from briefing.model.vocabulary import DECLINED, Basis
from briefing.site.pages import events
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record
from briefing.site.pages.positions import PositionView, silent, view
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


def _holders(presenter: Presenter, positions: Iterable[Position]) -> Iterator[tuple[Position, str, Stated]]:
    """Who holds each position on a question: the actor of the record; and who made an earlier one together with it and
    has said nothing else since.
    """
    for position in positions:
        yield position, position.actor, position.stated
        for actor in dict.fromkeys(actor for said in position.earlier for actor in said.joint):
            if actor not in position.stated.joint and position.id in presenter.lookup.list(
                "positions", "actors", actor
            ):
                yield position, actor, sayings_of(position, actor)[0][1]


def _question(presenter: Presenter, id: str) -> Context:
    lookup = presenter.lookup
    question = lookup.record(Question, id)
    body = presenter.prose(question)
    positions = [lookup.record(Position, position) for position in lookup.list("positions", "questions", id)]
    holders = list(_holders(presenter, positions))

    def stance(id: str, words: str) -> StanceView:
        taking = tuple(view(presenter, record.id, of=actor) for record, actor, said in holders if said.stance == id)
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
        "stances": tuple(stance(id, answer.says) for id, answer in question.stances.items()),
        "declined": stance(DECLINED, wording.stance(DECLINED, {})).positions,
        "silent": silent(
            presenter,
            "actors",
            {
                actor: said.known is Basis.INFERRED
                for position, first, said in holders
                for actor in (first, *(said.joint if first == position.actor else ()))
            },
        ),
        "events": events.lines(presenter, lookup.list("events", "questions", id)),
        "places": lookup.links("places", lookup.list("places", "questions", id)),
        "briefs": lookup.links("briefs", lookup.list("briefs", "questions", id)),
    }
