"""Positions: how they are shown, in full or in few words."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from markupsafe import Markup
from msgspec import Struct

from briefing.model import addresses, dates, wording
from briefing.model.records import Actor, Position, Question, Source, Speaker, Stated
from briefing.model.relations import bearers, sayings_of
from briefing.model.statements import BY_US
from briefing.model.vocabulary import DECLINED, Basis
from briefing.site import life
from briefing.site.dating import DateView, of_date
from briefing.site.pages.common import edit_at
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
    """A position at one date. `stance` in plain words, `short` in few, `sign` is yes, no, other, or empty where the
    actor declined to answer, `basis` in words; `said` is whose words its summary quotes, `joint` who else makes it,
    `later` what became of it.
    """

    stance: str
    short: str
    sign: str
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
    `answers` are the statements that it answers, `answered` those that answer it; `edit` leads to its line in the
    repository.
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
    edit: str = ""


class Depth(IntEnum):
    """How much of a position is shown: its stance, its quotation with whose it is, too, or all of it."""

    STANCE = 0
    QUOTATION = 1
    FULL = 2


def view(presenter: Presenter, id: str, depth: Depth = Depth.FULL, of: str = "") -> PositionView:
    """A position with its earlier ones; without its prose, and so without its notes, where that is not shown. `of` is
    the actor whose page or row it is, where that is another than the record's and makes it together with that.
    """
    prose = depth is Depth.FULL
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
        voice = presenter.voice(position, f"{prefix}quote") if said.quote and depth else None
        speaking = filter(None, (*bearers(position, said), position.via))
        speakers = [speaker for id in speaking for speaker in lookup.record(Actor, id).speakers]
        dated = any(lookup.record(Source, cite.source).published for cite in said.cite)
        sure = life.confidence(presenter, position, said.confidence, prefix, is_full=prose)
        later = life.laters(presenter, position, said, prefix, is_full=prose)
        stance = wording.stance(said.stance, question.stances)
        answer = question.stances.get(said.stance)
        if said.joint or later or sure or said.stance == DECLINED:
            whose = tuple((lookup.link("actors", id), lookup.record(Actor, id).kind) for id in bearers(position, said))
            presenter.claim(ClaimView(f"{question.title} {stance}", url, str(said.as_of), whose, later, sure))
        return StatedView(
            stance,
            said.short or wording.stance(said.stance, question.stances, is_brief=True),
            answer.drawn.value if answer else "",
            of_date(said.as_of, "" if dated else " (year inferred)"),
            presenter.known(position, prefix),
            text,
            _quote(presenter, said, voice, speakers) if said.quote and depth else None,
            presenter.cited(position, prefix),
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
        edit=edit_at(presenter, position, "stance") if prose else "",
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


def views(
    presenter: Presenter, ids: Iterable[str], depth: Depth = Depth.FULL, of: str = ""
) -> tuple[PositionView, ...]:
    """Several positions."""
    return tuple(view(presenter, id, depth, of) for id in ids)
