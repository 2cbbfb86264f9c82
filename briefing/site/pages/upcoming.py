"""What was due, as the home page tells it: what happens next, or what was due next where all of it is over."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

from briefing.model import dates, timing
from briefing.model.records import Event
from briefing.model.vocabulary import EventState, Year
from briefing.site import life
from briefing.site.pages import events
from briefing.site.presenter import Presenter
from briefing.site.views import CitationView, TurnView

#: At most so many dates stand on the home page.
_MOST = 4
_NEXT, _WAS_NEXT, _NO_DAY = "What happens next", "What was due next", "No day given"
_MONTHS = re.compile(r"\b(Jan)uary|(Feb)ruary|(Aug)ust|(Sept)ember|(Oct)ober|(Nov)ember|(Dec)ember\b")
#: Two days of one month, which need not be told twice.
_DAYS = re.compile(r"(\d+) (\D+ \d{4}) or (\d+) \2")


class DueView(Struct, frozen=True):
    """What is or was due: `when` in words, or that no day is given, and `what`; `turns` is what became of that."""

    when: str
    what: str
    turns: tuple[TurnView, ...]


class UpcomingView(Struct, frozen=True):
    """What is or was due, in order of time; `note` tells of days that have passed. `citations` are those of all."""

    title: str
    due: tuple[DueView, ...]
    note: str
    citations: tuple[CitationView, ...]


class _Waiting(NamedTuple):
    """An event of which no outcome is known, whether it is still to come, and whether its day is known."""

    event: Event
    is_ahead: bool
    is_dated: bool


def upcoming(presenter: Presenter, is_long_ago: bool) -> UpcomingView | None:
    """What was due and has no outcome on record; `is_long_ago` is whether the site tells of the past, so that what has
    no day is past, too. None for a dossier without events.
    """
    lookup = presenter.lookup
    known = [lookup.record(Event, id) for id in lookup.list("events")]
    if not known:
        return None
    waiting = [_waiting(presenter, event) for event in known]
    ahead = [one for one in waiting if one and one.is_ahead]
    passed = [one for one in waiting if one and not one.is_ahead and not one.event.later]
    is_next = any(one.is_dated for one in ahead) or not (passed or is_long_ago)
    shown = ahead[:_MOST] if is_next else [one for one in waiting if one][-_MOST:]
    cited = presenter.together((one.event, "") for one in shown)
    title = _NEXT if is_next else _WAS_NEXT
    return UpcomingView(title, tuple(_due(presenter, one) for one in shown), _note(presenter, shown, passed), cited)


def _waiting(presenter: Presenter, event: Event) -> _Waiting | None:
    """An event as one that waits for its outcome; None for any other."""
    if event.state not in (EventState.DUE, EventState.POSTPONED):
        return None
    has_outcome = bool(presenter.lookup.list("outcomes", "events", event.id))
    state = events.status(event, has_outcome, presenter.today)
    is_ahead = events.is_ahead(event, state, presenter.today)
    if state == "recorded" or (state == "postponed" and not is_ahead):
        return None
    return _Waiting(event, is_ahead, state == "postponed" or timing.over(event) is not None)


def _due(presenter: Presenter, waiting: _Waiting) -> DueView:
    event = waiting.event
    later = timing.said(event.postponed_to) if event.state is EventState.POSTPONED else None
    words = f"Postponed to {dates.words(later)}" if later else timing.words(event) if waiting.is_dated else _NO_DAY
    shown = _DAYS.sub(r"\1 or \3 \2", _MONTHS.sub(lambda month: next(filter(None, month.groups())), words))
    is_inferred = any(account.dating.year is Year.INFERRED for _, account in timing.accounts(event))
    behind = " (year inferred)" if is_inferred and waiting.is_dated else ""
    return DueView(f"{shown[:1].upper()}{shown[1:]}{behind}", event.short or event.title, life.turns(presenter, event))


def _note(presenter: Presenter, shown: list[_Waiting], passed: list[_Waiting]) -> str:
    """What is said of days that have passed without an outcome on record."""
    if not shown:
        return "No date ahead is on record."
    if not passed:
        return ""
    source = "source" if len(presenter.lookup.list("sources")) == 1 else "sources"
    number = len(passed)
    earlier = "earlier " if any(one.is_ahead and one.is_dated for one in shown) else ""
    which = (
        f"{'One' if earlier else 'This'} {earlier}date has"
        if number == 1
        else f"{'Two' if earlier else 'Both'} {earlier}dates have"
        if number == 2
        else f"{number if earlier else f'All {number}'} {earlier}dates have"
    )
    return f"{which} passed; the outcome is not in our {source}."
