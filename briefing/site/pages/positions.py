"""Positions: how they are shown, the matrix of actors and questions, and the page of each actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from briefing.model import addresses, wording
from briefing.model.records import Actor, Position, Question, Source, Stated
from briefing.model.statements import BY_US
from briefing.model.vocabulary import Basis
from briefing.site.dating import DateView, of_date
from briefing.site.pages import events
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, local_names, of_record
from briefing.site.presenter import Presenter
from briefing.site.views import AgainstView, CitationView, Link, SaidView
from briefing.site.voices import Attribution


class QuoteView(Struct, frozen=True):
    """A verified quotation, in `language` where that is not the page's, with its translation and whose that is."""

    text: str
    speaker: str
    role: str
    language: str = ""
    translation: str = ""
    translated_by: str = ""


class StatedView(Struct, frozen=True):
    """A position at one date. `stance` in plain words, `basis` in words; `said` is whose words its summary quotes."""

    stance: str
    as_of: tuple[DateView, ...]
    basis: str
    body: Markup
    quote: QuoteView | None
    citations: tuple[CitationView, ...]
    inferred: bool = False
    said: tuple[SaidView, ...] = ()
    against: tuple[AgainstView, ...] = ()


class PositionView(Struct, frozen=True):
    """One actor on one question, known through `via`. `url` leads to it, `anchor` is its id on the actor's page.
    `answers` are the statements that it answers, `answered` those that answer it.
    """

    actor: Link
    question: Link
    url: str
    anchor: str
    stated: StatedView
    earlier: tuple[StatedView, ...] = ()
    via: Link | None = None
    review: str = ""
    answers: tuple[Link, ...] = ()
    answered: tuple[Link, ...] = ()


class RowView(Struct, frozen=True):
    """A row of the matrix, with None for each question on which the actor has no position; how many of the positions a
    source states, and how many we infer.
    """

    actor: Link
    cells: tuple[PositionView | None, ...]
    stated: int = 0
    inferred: int = 0


class SpeakerView(Struct, frozen=True):
    """Who speaks for an actor."""

    name: str
    role: str
    printed: str
    basis: str
    citations: tuple[CitationView, ...]
    said: tuple[SaidView, ...]


def view(presenter: Presenter, id: str, prose: bool = True) -> PositionView:
    """A position with its earlier ones; without its prose, and so without its notes, where that is not shown."""
    lookup = presenter.lookup
    position = lookup.record(Position, id)
    actor = lookup.record(Actor, position.actor)
    question = lookup.record(Question, position.question)
    via = lookup.record(Actor, position.via) if position.via else None
    body = presenter.prose(position) if prose else Markup("")

    def stated(said: Stated, body: Markup, prefix: str = "") -> StatedView:
        voice = presenter.voice(position, f"{prefix}quote") if said.quote and prose else None
        dated = any(lookup.record(Source, cite.source).published for cite in said.cite)
        return StatedView(
            question.stances[said.stance],
            of_date(said.as_of, "" if dated else " (year inferred)"),
            presenter.basis(said.known, said.cite),
            body,
            _quote(presenter, said, voice, actor, via) if said.quote else None,
            presenter.citations(said.cite, said.quote),
            said.known is Basis.INFERRED,
            presenter.said(position, f"{prefix}summary") if prose else (),
            presenter.against(position, prefix, as_mark=not prose),
        )

    return PositionView(
        actor=lookup.link("actors", actor.id),
        question=lookup.link("questions", question.id),
        url=addresses.of_name(f"positions/{actor.id}/{question.id}"),
        anchor=question.id,
        stated=stated(position.stated, body),
        earlier=tuple(
            stated(said, Markup("<p>{}</p>").format(said.summary), f"earlier.{number}.")
            for number, said in enumerate(position.earlier)
        ),
        via=lookup.link("actors", via.id) if via else None,
        review=presenter.review(position.review_by, position.owner, "entry"),
        answers=presenter.statements(position.answers) if prose else (),
        answered=presenter.answering(id) if prose else (),
    )


def _quote(presenter: Presenter, said: Stated, voice: Attribution | None, actor: Actor, via: Actor | None) -> QuoteView:
    """A quotation of a position, given to its voice, under that form of the name that the record chose."""
    speakers = (*actor.speakers, *(via.speakers if via else ()))
    name = said.speaker or (voice.name if voice else "")
    named = next((speaker for speaker in speakers if name in filter(None, (speaker.name, speaker.printed))), None)
    role = named.role if named else ""
    if voice:
        is_named = named and named.name == voice.name
        name = name if is_named else voice.name
        role = ", ".join(filter(None, (voice.office or (role if is_named else ""), voice.aside)))
        role = role[:1].upper() + role[1:]
    whose = wording.translated(said.translated_by or BY_US) if said.translation else ""
    return QuoteView(said.quote, name, role, presenter.language(said.cite, said.quote), said.translation, whose)


def views(presenter: Presenter, ids: Iterable[str], prose: bool = True) -> tuple[PositionView, ...]:
    """Several positions."""
    return tuple(view(presenter, id, prose) for id in ids)


def matrix(presenter: Presenter) -> tuple[tuple[Link, ...], tuple[RowView, ...]]:
    """The matrix: columns are questions (short heads, the full question as note), rows actors."""
    lookup = presenter.lookup
    questions = lookup.list("questions")
    columns = []
    for question in questions:
        link = lookup.link("questions", question)
        columns.append(Link(lookup.record(Question, question).short, link.url, link.title))
    rows = []
    for actor in lookup.list("actors"):
        known = {position.split("/")[1]: position for position in lookup.list("positions", "actors", actor)}
        cells = tuple(
            view(presenter, known[question], prose=False) if question in known else None for question in questions
        )
        ours = [position.stated.inferred for position in cells if position]
        rows.append(RowView(lookup.link("actors", actor), cells, ours.count(False), ours.count(True)))
    return tuple(columns), tuple(rows)


def actors(site: Site) -> Iterator[Page]:
    """The matrix of actors and questions, and each actor's position page."""
    yield Page("actors/", "actors", _matrix)
    for id in site.index.list("actors"):
        yield Page(addresses.of_name(f"actors/{id}"), "actor", _actor, (id,))


def _matrix(presenter: Presenter) -> Context:
    columns, rows = matrix(presenter)
    return {
        "title": "Actors and their positions",
        "description": f"Who says what on each contested question of {presenter.dossier.title}, and who is silent.",
        "breadcrumbs": crumbs(),
        "columns": columns,
        "rows": rows,
    }


def _actor(presenter: Presenter, id: str) -> Context:
    lookup = presenter.lookup
    actor = lookup.record(Actor, id)
    positions = views(presenter, lookup.list("positions", "actors", id))
    inferred = {position.anchor: position.stated.inferred for position in positions}
    description = f"{actor.summary} Positions, quotes and sources."
    return {
        **of_record(presenter, actor, actor.name, description, SECTIONS["actors"]),
        "actor": lookup.link("actors", id),
        "kind": actor.kind.value,
        "kind_words": wording.ACTOR_KIND[actor.kind],
        "names": local_names(actor.names),
        "side": presenter.dossier.sides.get(actor.side, ""),
        "summary": actor.summary,
        "said": presenter.said(actor),
        "basis": presenter.basis(actor.basis, actor.cite),
        "against": presenter.against(actor),
        "citations": presenter.citations(actor.cite),
        "body": presenter.prose(actor),
        "speakers": tuple(
            SpeakerView(
                speaker.name,
                speaker.role,
                speaker.printed,
                presenter.basis(speaker.basis, speaker.cite),
                presenter.citations(speaker.cite),
                presenter.said(actor, f"speakers.{number}.role"),
            )
            for number, speaker in enumerate(actor.speakers)
        ),
        "positions": positions,
        "silences": silent(presenter, "questions", inferred),
        "voiced": views(presenter, lookup.list("voiced", "actors", id), prose=False),
        "events": events.lines(presenter, lookup.list("events", "actors", id)),
        "places": lookup.links("places", lookup.list("places", "actors", id)),
        "briefs": lookup.links("briefs", lookup.list("briefs", "actors", id)),
    }


def silent(presenter: Presenter, kind: str, inferred: dict[str, bool]) -> tuple[tuple[Link, bool], ...]:
    """All questions or actors without a stated position, and whether we infer one. `inferred` has, by id, those with a
    position of either sort.
    """
    lookup = presenter.lookup
    return tuple((lookup.link(kind, id), id in inferred) for id in lookup.list(kind) if inferred.get(id, True))
