"""Checks on statements that answer others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.checks import Checked, Finding, check
from briefing.model import timing, when
from briefing.model.records import Event, Position
from briefing.model.relations import sayings
from briefing.model.when import When


@check()
def check_answers(checked: Checked) -> Iterator[Finding]:
    """What answers a statement must not come before it, nor answer itself."""
    statements: Mapping[str, Position | Event] = {**checked.corpus.positions, **checked.corpus.events}
    for record in statements.values():
        for id in record.answers:
            other = statements.get(id)
            if other is record:
                message = "a statement must not answer itself."
                yield Finding(record, "answers", message, "Name the statement that was answered, or take the line out.")
            elif other and _leads_back(record, other, statements):
                message = f"two statements must not answer each other; `{id}` answers this one."
                yield Finding(record, "answers", message, "Take `answers` out of the one that came first.")
            elif other and record.is_sure("date", "as_of") and other.is_sure("date", "as_of", "earlier"):
                days, befores = _days(record)[:1], _days(other)
                if days and befores and all(days[0].begun < before.earliest for before in befores):
                    first = min(befores, key=when.sort_key)
                    message = f"an answer must not come before what it answers; this is of {when.words(days[0])}, "
                    message += f"`{id}` of {when.words(first)}."
                    yield Finding(record, "answers", message, "Correct one of the two days, or name another statement.")


def _days(record: Position | Event) -> list[When]:
    """When a statement was made: that of a position may have been made before, too."""
    if isinstance(record, Event):
        told = timing.own(record)
        return [told] if told else []
    return [when.one(said.as_of) for _, said in sayings(record)]


def _leads_back(record: Position | Event, other: Position | Event, statements: Mapping[str, Position | Event]) -> bool:
    """Whether what another statement answers leads back to a statement."""
    seen, ahead = {other.id}, list(other.answers)
    while ahead:
        id = ahead.pop()
        if id == record.id:
            return True
        if id in statements and id not in seen:
            seen.add(id)
            ahead += statements[id].answers
    return False
