"""Dates no more exact than known, and the state of events on a day."""

from __future__ import annotations

import datetime

import pytest

from briefing.model import dates, when
from briefing.model.records import PartialDate
from briefing.site.pages.events import status as status_of
from tests.support import Dossier


@pytest.mark.parametrize(
    "text",
    [
        *"2022 2022-11 2022-11-01 2024-02-29 0001-01-01 9999-12-31 2022-11-01~ 2022-11? 2022% 2022-21 2022-24~ 202X 20XX".split(),
        *"XXXX 2022-XX 2022-XX-XX 2022-11-XX 2022-11-XX? -0044 -0044-03-15 0000 -004X Y-17000 Y17000 000X".split(),
    ],
)
def test_reads_what_it_shows(text: str) -> None:
    """A date is kept as exact as it was written."""
    assert str(dates.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-1", "2022-13", "2022-00", "2022-11-31", "2023-02-29", "2022-11-01T00:00", "1.11.2022", "2022/11",
     "２０２２", "2022-11-1", "2022-11-00", "2022-25", "2022-21-01", "2022-21-XX", "2022-XX-01", "202X-11", "Y2022", "Y-17000-01",
     "-0000", "XXXX~", "2XXX", "202x", "2022-11-31~", "-0001-02-30", "2022-~11", "[..2022]"],
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
        ("0079-08-24", "24 August AD 79", "0079-08-24", "Thursday"),
        ("2022-11-01~", "about 1 November 2022", "2022-11-01", "Tuesday"),
        ("2022-11?", "perhaps November 2022", "2022-11-30", ""),
        ("2022%", "perhaps about 2022", "2022-12-31", ""),
        ("2022-21", "spring 2022", "2022-05-28", ""),
        ("202X", "the 2020s", "2029-12-31", ""),
        ("19XX", "between 1900 and 1999", "1999-12-31", ""),
        ("2022-11-XX", "a day in November 2022", "2022-11-30", ""),
        ("2022-XX-XX", "a day in 2022", "2022-12-31", ""),
        ("2022-XX", "a month in 2022", "2022-12-31", ""),
    ],
)
def test_words(text: str, words: str, last: str, weekday: str) -> None:
    """A date in words says no more than is known; its last day is the last it may mean."""
    date = dates.parse(text)
    day = dates.day(date)
    assert (dates.words(date), datetime.date.fromordinal(dates.span(date)[1]).isoformat()) == (words, last)
    assert (dates.WEEKDAYS[day.weekday()] if day else "") == weekday


def test_order() -> None:
    """Less exact dates come first."""
    written = ["2022", "2022-11", "2022-11-01", "2022-11-02", "2022-12", "2023"]
    assert [str(date) for date in sorted(map(dates.parse, reversed(written)))] == written
    assert PartialDate(2022) < PartialDate(2022, 11)


@pytest.mark.parametrize(
    ("text", "words"),
    [("-0044", "45 BC"), ("0000", "1 BC"), ("-004X", "between 50 BC and 41 BC"), ("Y-17000", "17,001 BC"), ("XXXX", "date not known"),
     ("-0043-03-15", "15 March 44 BC")],
)  # fmt: skip
def test_words_without_a_calendar_day(text: str, words: str) -> None:
    """Years before 1, and what is not known at all."""
    assert dates.words(dates.parse(text)) == words
    assert dates.iso(dates.parse(text)) == ""


@pytest.mark.parametrize(
    ("text", "words", "group"),
    [
        ("[..2022-06-30]", "by 30 June 2022", "2022"),
        ("../2022-06-30", "by 30 June 2022", "2022"),
        ("[2022-06-30..]", "on or after 30 June 2022", "2022"),
        ("[2022-06..]", "in or after June 2022", "2022"),
        ("[2022-06-01..2022-06-10]", "between 1 and 10 June 2022", "2022"),
        ("2022-06-01/2022-06-10", "from 1 to 10 June 2022", "2022"),
        ("2022-06-01/2022-07-03", "from 1 June to 3 July 2022", "2022"),
        ("2021-12/2022-01", "from December 2021 to January 2022", "2021"),
        ("2022-06-01~/2022-06-10", "from about 1 June 2022 to 10 June 2022", "2022"),
        ("2022-06-01/..", "since 1 June 2022 (goes on)", "2022"),
        ("2022-06-01/", "from 1 June 2022, end not known", "2022"),
        ("/2022-06-01", "until 1 June 2022, beginning not known", "2022"),
        ("202X", "the 2020s", "The 2020s"),
        ("-0044", "45 BC", "45 BC"),
        ("XXXX", "date not known", ""),
    ],
)
def test_when(text: str, words: str, group: str) -> None:
    """An event's date in words says as much as is known, no more and no less."""
    date = when.parse(text)
    assert (when.words(date), when.group(date)) == (words, group)
    assert when.parse(str(date)) == date


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("by 30 June 2022", "[..2022-06-30]"),
        ("before 30 June 2022", "`before: 2022-06-30` in place of `date`"),
        ("1 June 2022 to 3 June 2022", "2022-06-01/2022-06-03"),
        ("2022-06-01 – 2022-06-03", "2022-06-01/2022-06-03"),
        ("between June 2022 and July 2022", "[2022-06..2022-07]"),
        ("since 2020", "2020/.."),
        ("c. 1998", "1998~"),
        ("the 1990s", "199X"),
        ("45 BC", "-0044"),
        ("spring 2022", "2022-21"),
        ("November 5, 2022", "2022-11-05"),
        ("unknown", "XXXX, for a date that is not known"),
        ("202x", "202X"),
    ],
)
def test_proposes_what_was_meant(text: str, meant: str) -> None:
    """A date as people write it is answered with the form for it, where one is certain."""
    with pytest.raises(ValueError, match="must") as told:
        when.parse(text)
    assert f"(did you mean {meant}?)" in str(told.value)


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
