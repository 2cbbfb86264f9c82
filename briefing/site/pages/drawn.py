"""The timeline as drawn: which events stand on it, in which lanes, and what the key must explain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefing.model import dates, scripts, timing, wording
from briefing.model.records import Actor, Event, Source
from briefing.model.vocabulary import EventState
from briefing.site.pages.events import EventLineView
from briefing.site.presenter import Presenter
from briefing.timeline import density, picture, rows, scale, shapes
from briefing.timeline.density import Time
from briefing.timeline.moments import Kind, Moment, State, spans
from briefing.timeline.picture import Picture
from briefing.timeline.rows import Row
from briefing.timeline.shapes import Stroke

#: More events than this are counted instead of drawn each, and fewer than two make no picture.
MOST_DRAWN, LEAST_DRAWN = 60, 2
#: Without sides there is a lane for each actor, as long as they are few.
MOST_ACTORS = 6
_STATES = {EventState.HAPPENED: State.DONE, EventState.CANCELLED: State.OFF, EventState.DISPUTED: State.DISPUTED}


class KeyView(Struct, frozen=True):
    """A sign of the key and what it means."""

    strokes: tuple[Stroke, ...]
    words: str


class LaneView(Struct, frozen=True):
    """The name of a lane, and a shorter one where there is little room."""

    name: str
    short: str


class TimelineView(Struct, frozen=True):
    """The drawn timeline: a picture and the same in rows, or `times` where the events are too many. `signs` are the
    strokes of each date in the rows by how they are drawn, `undated` counts what cannot be drawn, `note` says where
    the sources end, `ends` is what does, and `mirrored` that time runs from right to left.
    """

    lanes: tuple[LaneView, ...]
    key: tuple[KeyView, ...]
    picture: Picture | None
    rows: tuple[Row, ...]
    signs: Mapping[tuple[Kind, State], tuple[Stroke, ...]]
    times: tuple[Time, ...]
    most: int
    note: str
    ends: str
    undated: int
    mirrored: bool


def drawn(presenter: Presenter, lines: Mapping[str, EventLineView], urls: Mapping[str, str]) -> TimelineView | None:
    """The timeline of these events, whose entries are at `urls`; None where there is too little to be drawn."""
    events = _with_references(presenter, lines)
    found = {id: told for id in lines if (told := spans(id, events))}
    if len(found) < LEAST_DRAWN:
        return None
    lane_of = _lanes(presenter, {id: events[id] for id in found})
    names = [lane for lane in _names(presenter) if lane in {*lane_of.values()}]
    moments = [
        Moment(
            id,
            names.index(lane_of[id]),
            _label(events[id]),
            "".join(part.words for part in lines[id].when),
            urls[id],
            _STATES.get(events[id].state, State.PLANNED),
            told,
            "†" if lines[id].year_inferred else "",
        )
        for id, told in found.items()
    ]
    lanes = tuple(LaneView(*_names(presenter)[lane]) if len(names) > 1 else LaneView("", "") for lane in names)
    today = dates.partial(presenter.today)
    told_of = _reported(presenter, events)
    has_more = any(span.end > told_of for moment in moments for span in moment.spans)
    reported = told_of if has_more else None
    of_one = len(presenter.lookup.list("sources")) == 1
    ends = "report" if of_one else "sources"
    note = f"After the {ends}: plans only"
    many = len(moments) > MOST_DRAWN
    times = density.times(moments, len(lanes)) if many else ()
    time = picture.measured(moments, len(lanes) > 1, today)
    signs = dict.fromkeys((scale.kind(span, time), one.state) for one in moments for span in one.spans)
    return TimelineView(
        lanes=lanes,
        key=() if many else tuple(_key(signs)),
        picture=None if many else picture.draw(moments, [lane.name for lane in lanes], time, today, reported, note),
        rows=() if many else rows.rows(moments, len(lanes), time, today, reported),
        signs={sign: shapes.sign(*sign) for sign in signs},
        times=times,
        most=max((count for time in times for count in time.counts), default=0),
        note=note if reported is not None else "",
        ends=ends,
        undated=len(lines) - len(found),
        mirrored=scripts.direction(presenter.dossier.language) == "rtl",
    )


def _with_references(presenter: Presenter, ids: Iterable[str]) -> dict[str, Event]:
    """Events by id, with those that tell when they were."""
    found: dict[str, Event] = {}
    todo = [*ids]
    while todo:
        if (id := todo.pop()) not in found:
            found[id] = presenter.lookup.record(Event, id)
            todo += timing.references(found[id])
    return found


def _names(presenter: Presenter) -> dict[str, tuple[str, str]]:
    """The lanes that there may be, in their order: the sides, or the actors; and what belongs to none."""
    lookup = presenter.lookup
    sides = {id: (side.name, side.brief) for id, side in presenter.dossier.sides.items()}
    if not sides and len(actors := lookup.list("actors")) <= MOST_ACTORS:
        records = [lookup.record(Actor, id) for id in actors]
        sides = {actor.id: (actor.name, actor.short or actor.name) for actor in records}
    return sides | {"": ("Others", "Others")}


def _lanes(presenter: Presenter, events: Mapping[str, Event]) -> dict[str, str]:
    """The lane of each event: that of the first of its actors that has one."""
    names, has_sides = _names(presenter), bool(presenter.dossier.sides)
    found = {}
    for id, event in events.items():
        of_actors = (presenter.lookup.record(Actor, actor).side if has_sides else actor for actor in event.actors)
        found[id] = next((lane for lane in of_actors if lane and lane in names), "")
    return found


def _label(event: Event) -> str:
    """The words beside a mark; what did not come about says so."""
    told = event.state in (EventState.CANCELLED, EventState.POSTPONED, EventState.DISPUTED)
    return f"{event.short or event.title}{f' ({event.state.value})' if told else ''}"


def _reported(presenter: Presenter, events: Mapping[str, Event]) -> int:
    """The last day of which the sources tell: on which one was published, or on which something happened."""
    lookup = presenter.lookup
    published = (lookup.record(Source, id).published for id in lookup.list("sources"))
    days = [dates.latest(date) for date in published if date and date.day]
    happened = (event.date for event in events.values() if event.state is EventState.HAPPENED and event.date)
    days += [dates.span(date.one)[1] for date in happened if date.is_known and date.one.day]
    return max(days, default=dates.EVER_AFTER)


def _key(signs: Iterable[tuple[Kind, State]]) -> Iterable[KeyView]:
    """The signs that stand on the timeline, each once: the kinds of dates, then what became of the events."""
    kinds, states = {kind for kind, _ in signs}, {state for _, state in signs}
    for kind, words in wording.DATE_KIND.items():
        if kind in kinds:
            yield KeyView(shapes.sign(Kind(kind), State.DONE), words)
    for state, words in wording.DATE_STATE.items():
        if state in states:
            yield KeyView(shapes.sign(Kind.DAY, State(state)), words)
