"""Questions: the list of them, and each with what every actor says on it and all answers that may be given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.model import addresses
from briefing.model.records import Question
from briefing.site.pages import events, sides
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record
from briefing.site.pages.positions import Depth, PositionView
from briefing.site.presenter import Presenter
from briefing.site.views import Link


class StanceView(Struct, frozen=True):
    """An answer that may be given, in full words, with its sign; who is on record with it, and of whom we infer it.
    `former` is whether somebody gave it before.
    """

    words: str
    sign: str
    by: tuple[Link, ...]
    inferred: tuple[Link, ...]
    former: bool


def questions(site: Site) -> Iterator[Page]:
    """The list of contested questions, and each question with all its stances."""
    yield Page("questions/", "questions", _questions)
    for id in site.index.list("questions"):
        yield Page(addresses.of_name(f"questions/{id}"), "question", _question, (id,))


def _questions(presenter: Presenter) -> Context:
    return {
        "title": "Contested questions",
        "description": f"What is in dispute in {presenter.dossier.title}, question by question.",
        "breadcrumbs": crumbs(SECTIONS["actors"]),
        "questions": presenter.lookup.links("questions", presenter.lookup.list("questions")),
    }


def _question(presenter: Presenter, id: str) -> Context:
    lookup = presenter.lookup
    question = lookup.record(Question, id)
    body = presenter.prose(question)
    told = sides.on_question(presenter, id, Depth.FULL)
    return {
        **of_record(presenter, question, question.title, question.summary, SECTIONS["actors"]),
        "told": told,
        "legend": sides.legend(presenter, told.sides),
        "summary": question.summary,
        "said": presenter.said(question),
        "body": body,
        "stances": tuple(_stances(question, [view for side in told.sides for view in side.positions])),
        "events": events.lines(presenter, lookup.list("events", "questions", id)),
        "briefs": lookup.links("briefs", lookup.list("briefs", "questions", id)),
    }


def _stances(question: Question, positions: Sequence[PositionView]) -> Iterator[StanceView]:
    """Every answer to a question, those that nobody gives among them."""
    taken = [(view.stated.stance, view.stated.inferred, view.actor) for view in positions]
    for stance in question.stances.values():
        by, ours = (
            tuple(actor for words, inferred, actor in taken if words == stance.says and inferred is is_ours)
            for is_ours in (False, True)
        )
        former = any(then.stance == stance.says for view in positions for then in view.earlier)
        yield StanceView(stance.says, stance.drawn.value, by, ours, former)
