"""The core disagreement: a small table of who answers its question how, each with one quotation."""

from __future__ import annotations

from msgspec import Struct

from briefing.model import wording
from briefing.model.records import Actor, CoreRow, Position, Question, Record
from briefing.model.vocabulary import DECLINED, Basis, Sign
from briefing.site import life
from briefing.site.pages import positions
from briefing.site.pages.positions import QuoteView
from briefing.site.presenter import Presenter
from briefing.site.views import AgainstView, CitationView, Link, TurnView

#: Where not two sides answer, at most so many actors have a row.
_MOST = 4


class CoreRowView(Struct, frozen=True):
    """A row: `who` answers, `sign` (yes, no, other) and `says` what, in a few words. `citations` are those of the
    answer and of the quotation together; `against` is what sources say otherwise, `turns` what became of it.
    """

    who: str
    sign: Sign
    says: str
    quote: QuoteView | None
    citations: tuple[CitationView, ...]
    against: tuple[AgainstView, ...]
    turns: tuple[TurnView, ...]


class CoreView(Struct, frozen=True):
    """The question and its rows."""

    question: Link
    rows: tuple[CoreRowView, ...]


def core(presenter: Presenter) -> CoreView | None:
    """The core disagreement as the dossier has it, else on the first question that somebody answers; None without."""
    chosen = presenter.dossier.core
    for id in [chosen.question] if chosen else presenter.lookup.list("questions"):
        rows = (chosen.rows if chosen else ()) or _rows(presenter, id)
        if rows:
            views = tuple(_row(presenter, number, row, id) for number, row in enumerate(rows))
            return CoreView(presenter.lookup.link("questions", id), views)
    return None


def _rows(presenter: Presenter, question: str) -> list[CoreRow]:
    """For each side the first actor whose position on a question is stated, the sides in the dossier's order; where not
    two sides have one, the first actor with each stance.
    """
    lookup = presenter.lookup
    by_side: dict[str, CoreRow] = {}
    by_stance: dict[str, CoreRow] = {}
    for id in lookup.list("positions", "questions", question):
        position = lookup.record(Position, id)
        if position.stated.known is not Basis.INFERRED and position.stated.stance != DECLINED:
            by_side.setdefault(lookup.record(Actor, position.actor).side, CoreRow(position=id))
            by_stance.setdefault(position.stated.stance, CoreRow(position=id))
    rows = [by_side[side] for side in presenter.dossier.sides if side in by_side]
    return rows if rows[1:] else [*by_stance.values()][:_MOST]


def _row(presenter: Presenter, number: int, row: CoreRow, question: str) -> CoreRowView:
    lookup = presenter.lookup
    told = [lookup.record(Position, id) for id in row.positions]
    first, quoted = told[0], lookup.record(Position, row.quote) if row.quote else told[0]
    stance, stances = first.stated.stance, lookup.record(Question, first.question).stances
    own = [(presenter.dossier, f"core.rows.{number}.")] if row.cite else [(position, "") for position in told]
    shown: list[tuple[Record, str]] = [(quoted, "")] if quoted.stated.quote else []
    shown += [pair for pair in own if pair not in shown]
    names = [actor.short or actor.name for actor in (lookup.record(Actor, one.actor) for one in told)]
    return CoreRowView(
        who=row.name or " and ".join(dict.fromkeys(names)),
        sign=stances[stance].drawn if first.question == question and stance in stances else Sign.OTHER,
        says=row.says or first.stated.short or wording.stance(stance, stances, is_brief=True),
        quote=positions.quotation(presenter, quoted),
        citations=presenter.together(shown),
        against=tuple(view for position in told for view in presenter.against(position, as_mark=True)),
        turns=tuple(turn for position in told for turn in life.turns(presenter, position.stated)),
    )
