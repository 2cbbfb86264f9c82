"""Who says what, side by side: all actors on all questions, and all on one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing.model.records import Actor, Question
from briefing.model.vocabulary import Sign
from briefing.site.pages.common import with_neighbours
from briefing.site.pages.positions import Depth, PositionView, view
from briefing.site.presenter import Presenter
from briefing.site.views import Link


class RowView(Struct, frozen=True):
    """An actor's row of the matrix, with None for each question on which it has no position. `answers` is whether a
    source states one of them; `id` and `places` are for choosing among rows.
    """

    actor: Link
    id: str
    places: tuple[str, ...]
    cells: tuple[PositionView | None, ...]
    answers: bool


class SideView(Struct, frozen=True):
    """The rows of a side; its name is empty where the dossier has no sides."""

    name: str
    rows: tuple[RowView, ...]


class StancesView(Struct, frozen=True):
    """What the actors of a side say on one question, and those of whom no position on it is known."""

    name: str
    positions: tuple[PositionView, ...]
    silent: tuple[Link, ...]


class LegendView(Struct, frozen=True):
    """What there is to explain: the signs that are drawn, whether we infer anything, whether anybody is silent, and in
    how many sources.
    """

    signs: tuple[str, ...]
    inferred: bool
    silent: bool
    sources: int


class QuestionView(Struct, frozen=True):
    """One question with what each actor says on it, its number among all of them, and the ones before and after it."""

    question: Link
    number: int
    before: Link | None
    after: Link | None
    heads: tuple[Link, ...]
    sides: tuple[StancesView, ...]


def heads(presenter: Presenter) -> tuple[Link, ...]:
    """All questions under their short heads, the full question as note."""
    lookup = presenter.lookup
    links = ((lookup.record(Question, id).short, lookup.link("questions", id)) for id in lookup.list("questions"))
    return tuple(Link(short, link.url, link.title) for short, link in links)


def by_side(presenter: Presenter) -> Iterator[tuple[str, list[str]]]:
    """The actors by the names of their sides, in the order of the dossier; those of none come last."""
    lookup, named = presenter.lookup, presenter.dossier.sides
    of = {id: lookup.record(Actor, id).side for id in lookup.list("actors")}
    for side in (*named, ""):
        if found := [id for id in of if of[id] == side]:
            yield named[side].name if side else "Others" if any(of.values()) else "", found


def matrix(presenter: Presenter) -> tuple[SideView, ...]:
    """A row for each actor, by side; within one those whom the sources quote or report come first, silent ones last."""
    lookup = presenter.lookup
    questions = lookup.list("questions")

    def row(actor: str) -> RowView:
        held = _held(presenter, actor)
        cells = tuple(view(presenter, held[id], Depth.STANCE, actor) if id in held else None for id in questions)
        answers = any(cell and _answers(cell) for cell in cells)
        return RowView(lookup.link("actors", actor), actor, lookup.list("places", "actors", actor), cells, answers)

    def rank(row: RowView) -> tuple[bool, bool]:
        return not row.answers, not any(row.cells)

    return tuple(SideView(name, tuple(sorted(map(row, ids), key=rank))) for name, ids in by_side(presenter))


def contested(sides: Iterable[SideView]) -> int:
    """On how many questions the sources state different stances."""
    columns = zip(*(row.cells for side in sides for row in side.rows), strict=True)
    stances = ({cell.stated.stance for cell in column if cell and _answers(cell)} for column in columns)
    return sum(len(found) > 1 for found in stances)


def legend(presenter: Presenter, sides: Iterable[SideView | StancesView]) -> LegendView:
    """What the signs in a matrix, or in the drawing of one question, mean."""
    cells: list[PositionView | None] = []
    for side in sides:
        if isinstance(side, StancesView):
            cells += [*side.positions, *(None for _ in side.silent)]
        else:
            cells += [cell for row in side.rows for cell in row.cells]
    shown = [cell.stated for cell in cells if cell]
    return LegendView(
        tuple(sign for sign in Sign if any(stated.sign == sign for stated in shown)),
        any(stated.inferred for stated in shown),
        None in cells,
        len(presenter.lookup.list("sources")),
    )


def on_question(presenter: Presenter, id: str, depth: Depth) -> QuestionView:
    """What every actor says on one question. What several say together is shown in full at the first of them."""
    lookup, shown = presenter.lookup, set[str]()

    def stances(name: str, ids: Sequence[str]) -> StancesView:
        positions, silent = [], []
        for actor in ids:
            position = _held(presenter, actor).get(id)
            if position is None:
                silent.append(lookup.link("actors", actor))
            else:
                positions.append(view(presenter, position, Depth.QUOTATION if position in shown else depth, actor))
                shown.add(position)
        positions.sort(key=lambda position: position.stated.inferred)
        return StancesView(name, tuple(positions), tuple(silent))

    every = heads(presenter)
    links = [lookup.link("questions", other) for other in lookup.list("questions")]
    number = lookup.list("questions").index(id)
    before, _, after = [*with_neighbours(every)][number]
    sides = tuple(stances(name, ids) for name, ids in by_side(presenter))
    return QuestionView(links[number], number + 1, before, after, every, sides)


def _held(presenter: Presenter, actor: str) -> dict[str, str]:
    """The ids of the positions that an actor holds, by question."""
    return {id.partition("/")[2]: id for id in presenter.lookup.list("positions", "actors", actor)}


def _answers(cell: PositionView) -> bool:
    """Whether a source states a stance."""
    return not cell.stated.inferred and not cell.stated.declined
