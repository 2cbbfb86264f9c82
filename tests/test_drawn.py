"""The drawn timeline: dates are drawn as what they are, labels never meet, and long times without dates are left out."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from lxml import html

from briefing.model import dates, when
from briefing.model.records import Event
from briefing.timeline import density, picture, rows, scale
from briefing.timeline.letters import width, wrapped
from briefing.timeline.moments import Kind, Moment, State, spans

TODAY = dates.parse("2025-03-10")


def event(date: str, **more: str) -> Event:
    told = {"date": when.parse(date)} if date else {}
    return Event(id="e", path="", digest="", title="It is", state="happened", basis="reporter", cite=(), **told, **more)  # type: ignore[arg-type]


def moment(date: str, lane: int = 0, label: str = "What happened then", state: State = State.DONE) -> Moment:
    return Moment(date, lane, label, date, f"#{date}", state, spans("e", {"e": event(date)}))


def drawn(*moments: Moment, lanes: int = 1) -> picture.Picture:
    time = picture.measured(moments, lanes > 1, TODAY)
    return picture.draw(moments, [f"Lane {number}" for number in range(lanes)], time, TODAY, None, "")


@pytest.mark.parametrize(
    ("date", "kind"),
    [
        ("2022-11-01", Kind.DAY), ("2022-11", Kind.ABOUT), ("2022", Kind.ABOUT), ("2022-11-01~", Kind.ABOUT), ("202X", Kind.ABOUT),
        ("[..2022-11-21]", Kind.BY), ("[2022-11-01..2022-11-21]", Kind.BETWEEN), ("[2022-11-01..]", Kind.OPEN),
        ("2022-11-01/2022-11-21", Kind.LASTED), ("2022/..", Kind.SINCE), ("2022/", Kind.SINCE), ("/2022", Kind.UNTIL),
    ],
)  # fmt: skip
def test_each_date_is_drawn_as_what_it_is(date: str, kind: Kind) -> None:
    (span,) = spans("e", {"e": event(date)})
    assert span.kind is kind
    assert drawn(moment(date)).lanes[0].marks[0].strokes


def test_what_other_events_tell() -> None:
    """What came before or after another stands there; a circle of such ends nowhere."""
    events = {
        "a": event("2022-11-01"),
        "b": event("", before="a"),
        "c": event("", after="b"),
        "d": event("", after="d"),
    }
    assert [(one.kind, one.end) for one in spans("b", events)] == [(Kind.BY, spans("a", events)[0].begin)]
    assert [one.kind for one in spans("c", events)] == [Kind.OPEN]
    assert spans("d", events) == ()
    assert spans("e", {"e": event("XXXX")}) == ()


def test_labels_never_meet() -> None:
    """Nor do marks, whatever stands beside each other; and all of them stay within the picture."""
    long = "What happened then was long to tell, and longer still to read for whoever had little time"
    for days in (1, 3, 40, 4000):
        moments = [
            moment(f"{date}", number % 3, long[: 10 + 17 * (number % 5)])
            for number in range(60)
            for date in [dates.of_number(738_000 + number * days)]
        ]
        result = drawn(*moments, lanes=3)
        for lane in result.lanes:
            for one, other in combinations([mark.box for mark in lane.marks], 2):
                apart = one[0] >= other[0] + other[2] or other[0] >= one[0] + one[2]
                assert apart or one[1] >= other[1] + other[3] or other[1] >= one[1] + one[3]
            for mark in lane.marks:
                assert mark.box[0] >= 0
                assert mark.box[0] + mark.box[2] <= picture.WIDTH + 1
                assert lane.top <= mark.box[1] < mark.box[1] + mark.box[3] <= lane.bottom


def test_long_times_without_dates_are_left_out() -> None:
    moments = [moment(date) for date in ("2008", "2022-10-28", "2022-11-01", "2022-11-21", "[..2023-04]")]
    time = scale.make(moments, dates.parse("2026-11-30"), 0, 1000)
    shown = [tuple(tick.text for tick in piece.ticks if tick.strong) for piece in time.pieces]
    assert shown == [("2008",), ("28 Oct", "1 Nov", "21 Nov"), ("Apr 2023",), ()]
    assert time.pieces[1].head == "October and November 2022"
    places = [time.piece(day).x(day) for one in moments for day in [one.spans[0].begin]]
    assert places == sorted(places)


def test_a_bar_goes_through_the_rows_of_the_time_that_it_lasts() -> None:
    moments = [moment(date) for date in ("2022-11-01/2022-11-21", "2022-11-05", "2022-11-21", "2022-12-01")]
    time = picture.measured(moments, False, TODAY)
    found = rows.rows(moments, 1, time, TODAY, dates.span(dates.parse("2022-11-10"))[0])
    assert [row.cells[0].bar for row in found] == ["from", "through", "to", ""]
    assert [row.is_reported for row in found] == [True, True, False, False]


def test_many_are_counted() -> None:
    """By times of one length; however long they reach, there are few of these."""
    moments = [moment(f"{1800 + number // 5}-{1 + number % 12:02}", number % 2) for number in range(1000)]
    times = density.times(moments, 2)
    assert 5 < len(times) <= density.MOST_TIMES
    assert sum(map(sum, (time.counts for time in times))) == 1000
    assert times[0].words == "1800 to 1809"
    assert [time.words for time in density.times(moments[:5], 2)] == ["January 1800", "February 1800", "March 1800", "April 1800", "May 1800"]  # fmt: skip


def test_long_names_take_few_lines() -> None:
    assert wrapped("onetwothree", 10, width("onetwo", 10), 2) == ("onetwo", "three")
    assert wrapped("one two three four", 10, width("one two", 10), 3) == ("one two", "three", "four")
    assert wrapped("one two three four", 10, width("one two", 10), 2) == ("one two", "three…")


def test_each_mark_leads_to_its_entry(built_demo: Path) -> None:
    """In the picture and in the rows; what has no date is told beside them."""
    page = html.fromstring((built_demo / "timeline/index.html").read_text("utf-8"))
    entries = page.xpath("//li[@class='event']/@id")
    for where in ("//*[@class='picture']", "//*[@class='rows']"):
        found = page.xpath(f"{where}//a/@href")
        assert sorted(found) == sorted(f"#{id}" for id in entries if id != "originals-asked-for")
    assert "no date is known: 1 entry" in page.xpath("string(//*[@class='drawn-note'])")
