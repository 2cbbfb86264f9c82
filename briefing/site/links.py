"""The link to each record: title, address, one sentence about it."""

from __future__ import annotations

from briefing.model import addresses, relations, timing
from briefing.model.once import once
from briefing.model.records import Actor, Brief, Corpus, Event, Position, Record, Source
from briefing.site.views import Link


def link_in(corpus: Corpus, record: Record) -> Link:
    """The link to any record of a corpus; a position's says whose it is and on which question."""
    if isinstance(record, Position):
        actor, question = corpus.actors[record.actor], corpus.questions[record.question]
        return Link(f"{actor.name} on: {question.title}", addresses.of_name(f"positions/{actor.id}/{question.id}"))
    return link_to(record)


@once
def link_to(record: Record) -> Link:
    """The link to a record other than a position."""
    url = addresses.of_path(record.path) or ""
    match record:
        case Actor():
            return Link(record.name, url, record.summary, record.monogram)
        case Event():
            note = timing.words(record)
        case Brief():
            note = record.about or record.summary
        case Source():
            note = record.publisher
        case _:
            note = getattr(record, "summary", "")
    return Link(relations.title(record), url, note)
