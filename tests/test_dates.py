"""Dates no more exact than known, and the state of events on a day."""

from __future__ import annotations

import datetime

import pytest

from briefing.model import dates
from briefing.model.records import PartialDate
from briefing.site.pages.events import status as status_of
from tests.support import Dossier


@pytest.mark.parametrize("text", ["2022", "2022-11", "2022-11-01", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_reads_what_it_shows(text: str) -> None:
    """A date is kept as exact as it was written."""
    assert str(dates.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-1", "2022-13", "2022-00", "2022-11-31", "2023-02-29", "0000", "2022-11-01T00:00", "1.11.2022", "2022/11",
     "２０２２", "2022-11-1", "-2022", "2022-11-00"],
)  # fmt: skip
def test_refuses(text: str) -> None:
    """A date that does not exist is refused with words that say what must hold."""
    with pytest.raises(ValueError, match="must"):
        dates.parse(text)


@pytest.mark.parametrize(
    ("text", "words", "last", "weekday"),
    [
        ("2022-11-01", "1 November 2022", "2022-11-01", "Tuesday"),
        ("2022-11", "November 2022", "2022-11-30", ""),
        ("2024-02", "February 2024", "2024-02-29", ""),
        ("2022", "2022", "2022-12-31", ""),
    ],
)
def test_words(text: str, words: str, last: str, weekday: str) -> None:
    """A date in words says no more than is known; its last day is the last it may mean."""
    date = dates.parse(text)
    day = dates.day(date)
    assert (dates.words(date), dates.last_day(date).isoformat()) == (words, last)
    assert (dates.WEEKDAYS[day.weekday()] if day else "") == weekday


def test_order() -> None:
    """Less exact dates come first."""
    written = ["2022", "2022-11", "2022-11-01", "2022-11-02", "2022-12", "2023"]
    assert [str(date) for date in sorted(map(dates.parse, reversed(written)))] == written
    assert PartialDate(2022) < PartialDate(2022, 11)


@pytest.mark.parametrize(
    ("event", "day", "status"),
    [
        ("flow-halved", "2024-01-01", "happened"),
        ("divers-due", "2025-01-01", "due"),
        ("divers-due", "2025-01-31", "due"),
        ("divers-due", "2025-02-01", "passed"),
        ("full-flow-due", "2025-09-30", "due"),
        ("full-flow-due", "2025-10-01", "passed"),
        ("talks-due", "2024-12-01", "recorded"),
        ("talks-due", "2025-12-01", "recorded"),
        ("talks-held", "2025-12-01", "happened"),
    ],
)
def test_status_of_an_event(demo: Dossier, event: str, day: str, status: str) -> None:
    """A due date is over when the last day it may mean is over, and never over when its outcome is recorded."""
    corpus = demo.load().corpus
    assert corpus is not None
    outcome = any(other.outcome_of == event for other in corpus.events.values())
    assert status_of(corpus.events[event], outcome, datetime.date.fromisoformat(day)) == status
