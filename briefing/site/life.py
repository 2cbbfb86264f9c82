"""The life of a statement as readers are told it: what became of it, how sure we are of it, and whose it is together
with others. Every page that shows a statement asks here.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import dates, wording
from briefing.model.records import REPORTER, Actor, Confidence, Event, Later, Record, Source, Stand, Stated
from briefing.site.dating import of_date
from briefing.site.presenter import Presenter
from briefing.site.views import ConfidenceView, LaterView, Link, SaidView, TurnView


def turn(presenter: Presenter, later: Later) -> TurnView:
    """What became of a statement, in a line."""
    lookup = presenter.lookup
    dated = any(lookup.record(Source, cite.source).published for cite in later.cite)
    by, kind = Link(later.by or later.speaker, ""), None
    if later.by in lookup.list("actors"):
        by, kind = lookup.link("actors", later.by), lookup.record(Actor, later.by).kind
    elif later.by == REPORTER:
        by = Link(lookup.record(Source, later.cite[0].source).publisher, "")
    elif later.by in lookup.list("sources"):
        by = Link(lookup.record(Source, later.by).publisher, lookup.link("sources", later.by).url)
    return TurnView(
        later.what,
        wording.TURN[later.what],
        of_date(later.date, "" if dated else " (year inferred)"),
        str(later.date),
        by,
        kind,
    )


def turns(presenter: Presenter, of: Stated | Event | Stand) -> tuple[TurnView, ...]:
    """All that became of a statement, the oldest first, a line each."""
    return tuple(turn(presenter, later) for _, later in _in_order(of.later))


def laters(
    presenter: Presenter, record: Record, of: Stated | Event | Stand, prefix: str = "", is_full: bool = True
) -> tuple[LaterView, ...]:
    """All that became of a statement of a record, the oldest first; `prefix` is what the keys of that begin with.
    Not `is_full`, they are without quotations, where the page shows a line of each.
    """
    return tuple(
        _later(presenter, record, later, f"{prefix}later.{number}.", is_full) for number, later in _in_order(of.later)
    )


def _in_order(entries: Iterable[Later]) -> list[tuple[int, Later]]:
    return sorted(enumerate(entries), key=lambda pair: dates.sort_key(pair[1].date))


def _later(presenter: Presenter, record: Record, later: Later, prefix: str, is_full: bool) -> LaterView:
    quote = None
    if later.quote and is_full:
        voice = presenter.voice(record, f"{prefix}quote")
        stated = next(one for one in record.statements if one.key == f"{prefix}cite")
        language, beside = presenter.language(later.cite, later.quote), wording.beside(stated.quotations[0].translation)
        quote = SaidView(later.quote, voice.words if voice else later.speaker, language, beside)
    return LaterView(
        line=turn(presenter, later),
        says=later.says,
        basis=presenter.basis(later.known, later.cite),
        citations=presenter.cited(record, prefix),
        quote=quote,
        said=presenter.said(record, f"{prefix}says") if is_full else (),
    )


def confidence(
    presenter: Presenter, record: Record, sure: Confidence | None, prefix: str = "", is_full: bool = True
) -> ConfidenceView | None:
    """How sure we are of a statement; `is_full` is whether the page shows the reason."""
    if sure is None:
        return None
    said = presenter.said(record, f"{prefix}confidence.why") if is_full else ()
    return ConfidenceView(wording.CONFIDENCE[sure.level], sure.why, said)
