"""Positions: how they are shown, the matrix of actors and questions, and the page of each actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from briefing.model import addresses, dates, wording
from briefing.model.records import Actor, Position, Question, Source, Speaker, Stated
from briefing.model.relations import bearers, sayings_of
from briefing.model.statements import BY_US
from briefing.model.vocabulary import DECLINED, Basis
from briefing.site import life
from briefing.site.dating import DateView, of_date
from briefing.site.pages import events
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, local_names, of_record
from briefing.site.presenter import Presenter
from briefing.site.views import AgainstView, CitationView, ClaimView, ConfidenceView, LaterView, Link, SaidView
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
    """A position at one date. `stance` in plain words, `basis` in words; `said` is whose words its summary quotes,
    `joint` who else makes it, `later` what became of it.
    """

    stance: str
    as_of: tuple[DateView, ...]
    basis: str
    body: Markup
    quote: QuoteView | None
    citations: tuple[CitationView, ...]
    inferred: bool = False
    declined: bool = False
    said: tuple[SaidView, ...] = ()
    against: tuple[AgainstView, ...] = ()
    joint: tuple[Link, ...] = ()
    confidence: ConfidenceView | None = None
    later: tuple[LaterView, ...] = ()


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
    source states, how many we infer, and on how many questions it declined to answer.
    """

    actor: Link
    cells: tuple[PositionView | None, ...]
    stated: int = 0
    inferred: int = 0
    declined: int = 0


class SpeakerView(Struct, frozen=True):
    """Who speaks for an actor."""

    name: str
    role: str
    printed: str
    basis: str
    citations: tuple[CitationView, ...]
    said: tuple[SaidView, ...]


def view(presenter: Presenter, id: str, prose: bool = True, of: str = "") -> PositionView:
    """A position with its earlier ones; without its prose, and so without its notes, where that is not shown. `of` is
    the actor whose page or row it is, where that is another than the record's and makes it together with that.
    """
    lookup = presenter.lookup
    position = lookup.record(Position, id)
    own = of or position.actor
    url = addresses.of_name(f"positions/{own}/{position.question}")
    question = lookup.record(Question, position.question)
    via = position.via if own == position.actor else ""
    told = [(position, *saying) for saying in sayings_of(position, own)]
    for other in lookup.list("joint", "actors", own):
        if other != id and other.endswith(f"/{question.id}"):
            together = lookup.record(Position, other)
            told += [(together, *saying) for saying in sayings_of(together, own)]
    told[1:] = sorted(told[1:], key=lambda one: dates.sort_key(one[2].as_of), reverse=True)

    def stated(position: Position, prefix: str, said: Stated) -> StatedView:
        text = (
            Markup("<p>{}</p>").format(said.summary) if prefix else presenter.prose(position) if prose else Markup("")
        )
        voice = presenter.voice(position, f"{prefix}quote") if said.quote and prose else None
        speaking = filter(None, (*bearers(position, said), position.via))
        speakers = [speaker for id in speaking for speaker in lookup.record(Actor, id).speakers]
        dated = any(lookup.record(Source, cite.source).published for cite in said.cite)
        sure = life.confidence(presenter, position, said.confidence, prefix, is_full=prose)
        later = life.laters(presenter, position, said, prefix, is_full=prose)
        stance = wording.stance(said.stance, question.stances)
        if said.joint or later or sure or said.stance == DECLINED:
            whose = tuple((lookup.link("actors", id), lookup.record(Actor, id).kind) for id in bearers(position, said))
            presenter.claim(ClaimView(f"{question.title} {stance}", url, str(said.as_of), whose, later, sure))
        return StatedView(
            stance,
            of_date(said.as_of, "" if dated else " (year inferred)"),
            presenter.known(position, prefix),
            text,
            _quote(presenter, said, voice, speakers) if said.quote else None,
            presenter.citations(said.cite, said.quote),
            said.known is Basis.INFERRED,
            said.stance == DECLINED,
            presenter.said(position, f"{prefix}summary") if prose else (),
            presenter.against(position, prefix, as_mark=not prose),
            lookup.links("actors", (id for id in bearers(position, said) if id != own)),
            sure,
            later,
        )

    is_present = told[0][:2] == (position, "")  # what a position answers, its earlier statements do not
    return PositionView(
        actor=lookup.link("actors", own),
        question=lookup.link("questions", question.id),
        url=url,
        anchor=question.id,
        stated=stated(*told[0]),
        earlier=tuple(stated(*one) for one in told[1:]),
        via=lookup.link("actors", via) if via else None,
        review=presenter.review(position.review_by, position.owner, "entry"),
        answers=presenter.statements(position.answers) if prose and is_present else (),
        answered=presenter.answering(id) if prose and is_present else (),
    )


def _quote(presenter: Presenter, said: Stated, voice: Attribution | None, speakers: Iterable[Speaker]) -> QuoteView:
    """A quotation of a position, given to its voice, under that form of the name that the record chose."""
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


def quotation(presenter: Presenter, position: Position) -> QuoteView | None:
    """The quotation of a position as it stands now, if it has one."""
    said = position.stated
    if not said.quote:
        return None
    speaking = filter(None, (*bearers(position, said), position.via))
    speakers = [speaker for id in speaking for speaker in presenter.lookup.record(Actor, id).speakers]
    return _quote(presenter, said, presenter.voice(position, "quote"), speakers)


def views(presenter: Presenter, ids: Iterable[str], prose: bool = True, of: str = "") -> tuple[PositionView, ...]:
    """Several positions."""
    return tuple(view(presenter, id, prose, of) for id in ids)


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
            view(presenter, known[question], prose=False, of=actor) if question in known else None
            for question in questions
        )
        taken = [cell.stated for cell in cells if cell]
        inferred, declined = (sum(said.inferred for said in taken), sum(said.declined for said in taken))
        stated = len(taken) - inferred - declined
        rows.append(RowView(lookup.link("actors", actor), cells, stated, inferred, declined))
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
    positions = views(presenter, lookup.list("positions", "actors", id), of=id)
    inferred = {position.anchor: position.stated.inferred for position in positions}
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
