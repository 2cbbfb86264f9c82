"""The link to each record: title, address, one sentence about it. Pure; imports the model, addresses and views."""

from __future__ import annotations

from briefing.model import addresses, dates
from briefing.model.records import (
    About,
    Actor,
    Brief,
    Corpus,
    Dossier,
    Event,
    Names,
    Place,
    Position,
    Question,
    Record,
    Source,
)
from briefing.site.views import Link


def link_in(corpus: Corpus, record: Record) -> Link:
    """The link to any record of a corpus; a position's says whose it is and on which question."""
    match record:
        case Position():
            actor, question = corpus.actors[record.actor], corpus.questions[record.question]
            return Link(f"{actor.name} on: {question.title}", addresses.position(actor.id, question.id))
        case About():
            return Link(record.title, "about/")
        case Names():
            return Link(record.title, "about/#names")
    return link_to(record)


def link_to(record: Record) -> Link:
    """The link to a record other than a position."""
    match record:
        case Actor():
            return Link(record.name, addresses.actor(record.id), record.summary, monogram(record))
        case Question():
            return Link(record.title, addresses.question(record.id), record.summary)
        case Place():
            return Link(record.name, addresses.place(record.id), record.summary)
        case Event():
            return Link(record.title, addresses.event(record.id), dates.words(record.date))
        case Brief():
            return Link(record.title, addresses.brief(record.id), record.summary)
        case Source():
            return Link(record.title, addresses.source(record.id), record.publisher)
        case Dossier():
            return Link(record.title, "", record.summary)
        case _:
            return Link(getattr(record, "title", record.id), addresses.of_path(record.path) or "")


def monogram(actor: Actor) -> str:
    """Two letters for an actor's tile: its own, or the initials of its first two long words."""
    if actor.monogram:
        return actor.monogram
    words = [word for word in actor.name.replace("-", " ").split() if len(word) > 3 or word.isupper()] or [actor.name]
    return (words[0][:1] + (words[1][:1] if len(words) > 1 else words[0][1:2])).upper()
