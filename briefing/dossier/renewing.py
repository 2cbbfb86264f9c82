"""What the records of the present format may still say in an older form, for `invoke upgrade` to write as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import structs

from briefing.dossier import parse
from briefing.model.records import Event
from briefing.model.when import Shape
from briefing.reading import headedit
from briefing.reading.headedit import EditError

#: The older keys of an event, which its date tells by itself.
_OLDER = ("end", "approximate")


def dates(events: Iterable[Event], held: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The bytes of the records of events, by path, whose `end` and `approximate` are written into `date`; and what to
    say of those where that does not go.
    """
    files, look = {}, []
    for event in events:
        older = [key for key in _OLDER if event.has(key)]
        if not older or not event.date or not event.is_sure("date", *older):
            continue
        if event.end and event.date.shape is Shape.ONE:
            continue  # it ends before it begins, which `invoke check` tells
        try:
            files[event.path] = _renewed(event, older, held[event.path])
        except EditError:
            names = " and ".join(f"`{key}`" for key in older)
            look.append(f"{event.path}: write `date: {event.date}` in place of `date`, {names}.")
    return files, tuple(look)


def _renewed(event: Event, older: Iterable[str], data: bytes) -> bytes:
    """A record with its date in the form that it has now. Raises EditError."""
    new = headedit.replaced(data, "date", str(event.date))
    for key in older:
        new = headedit.without(new, key)
    was, now = (parse.parse("content/events", event.id, event.path, one).record for one in (data, new))
    if not isinstance(was, Event) or not isinstance(now, Event) or now.spoilt != was.spoilt or now.date != was.date:
        raise EditError
    apart = {"digest", "marks", "prose", "statements", "said", *_OLDER}
    if any(getattr(was, name) != getattr(now, name) for name in {*structs.asdict(was)} - apart):
        raise EditError
    return new
