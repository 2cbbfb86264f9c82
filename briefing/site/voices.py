"""Whose words a quotation is, as readers are told it: in notes, under quotations, on the pages of sources, in the data.
This is the one place that puts it into words. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefing.model import dates, text
from briefing.model.records import REPORTER, Record, Source, Voice
from briefing.model.statements import Quotation, Translation, quotations
from briefing.model.vocabulary import Telling
from briefing.quotations.proofs import Proved
from briefing.quotations.voicing import Voiced


class Attribution(Struct, frozen=True):
    """Who speaks: `name`, the `office` held then, and `aside`, what else there is to say, each empty where there is
    nothing. `source` is the id of the source that has the words; `agent` is who it is for machines: the type, name and
    job title, as schema.org has them.
    """

    name: str
    office: str
    aside: str
    source: str = ""
    agent: tuple[str, str, str] = ("", "", "")

    @property
    def words(self) -> str:
        """All of it in a line."""
        return ", ".join(filter(None, (self.name, self.office, self.aside)))


class SpokenView(Struct, frozen=True):
    """A quotation for machines: who says it, the source that has it, its `language` unless that is the page's, and its
    translation.
    """

    text: str
    voice: Attribution
    source: Source
    language: str = ""
    translation: Translation | None = None


def by_quotation(record: Record, proved: Iterable[Proved]) -> Mapping[Quotation, Proved]:
    """The proof of each quotation of a record that stands; `proved` are in the order of its quotations."""
    found: dict[Quotation, Proved] = {}
    waiting = iter(proved)
    proof = next(waiting, None)
    for _, quotation in quotations(record.statements):
        if proof and quotation.text == proof.text and proof.source in {cite.source for cite in quotation.citations}:
            found[quotation] = proof
            proof = next(waiting, None)
    return found


def view(voiced: Voiced, source: Source) -> Attribution:
    """Who speaks in words of a source."""
    name, office, aside = voiced.name, voiced.office, _aside(voiced.within, voiced.document, voiced.date)
    if voiced.sort == "reporter":
        agent = ("Person", source.author, source.author_role) if source.author else ("Organization", name, "")
        return Attribution(f"The {_writer(source)}’s words: {name}", office, aside, source.id, agent)
    if voiced.sort == "document":
        return Attribution(name, office, aside, source.id, ("Organization", source.publisher, ""))
    agent = ("Organization" if voiced.sort == "body" else "Person", name, "" if voiced.sort == "body" else office)
    return Attribution(_capital(name), office, aside, source.id, agent)


def declared(voice: Voice, source: Source, actors: Mapping[str, str]) -> Attribution:
    """A voice as the record of its source declares it; `actors` are the names of those that are given by their ids."""
    aside = _aside(_told_by(voice.within, actors), voice.document, str(voice.date or ""))
    if voice.by == REPORTER:
        return Attribution(source.author or source.publisher, voice.office or f"the {_writer(source)}", aside)
    return Attribution(_capital(text.joined([actors.get(name, name) for name in voice.names])), voice.office, aside)


def _told_by(name: str, actors: Mapping[str, str]) -> str:
    return "the reporter" if name == REPORTER else actors.get(name, name)


def _writer(source: Source) -> str:
    """What to call whoever wrote a source."""
    is_told = source.kind.telling in (Telling.TOLD, Telling.ASKED)
    return "reporter" if is_told and source.author else "author"


def _capital(name: str) -> str:
    """A plain description, such as `neighbour`, with a capital letter; names are as they are."""
    return name[:1].upper() + name[1:] if name == name.lower() else name


def _aside(within: str, document: str, date: str) -> str:
    """Who tells the words, the document in which they stand, and the day of that."""
    day = told if date and dates.is_known(told := dates.parse(date)) else None
    when = dates.words(day) if day else ""
    if document[:1].islower():
        where = f"in {document}{f' of {when}' if when else ''}"
    elif document:
        where = f"document: {document}{f', {when}' if when else ''}"
    else:
        where = f"{'on' if day.day else 'in'} {when}" if day else ""
    return ", ".join(filter(None, (f"as {within} tells it" if within else "", where)))
