"""Whom a record gives words to, held against who speaks in the source: for each quotation, and for what it tells as
reported. Pure; `briefing.voices` reads the sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from briefing.model import dates, lines, text
from briefing.model.citations import Citation, locator
from briefing.model.dates import PartialDate
from briefing.model.passages import WHOLE
from briefing.model.prose import Mark
from briefing.model.records import REPORTER, Actor, Position, Record, Source, Voice
from briefing.model.relations import bearers, laters, sayings
from briefing.model.statements import ENTRIES, HEADS, Quotation, Role, Statement
from briefing.model.vocabulary import Basis, Telling
from briefing.quotations.assumed import DOCUMENTS
from briefing.quotations.extraction import cited_sources
from briefing.quotations.matching import Fault, Match
from briefing.quotations.presumed import Presumed
from briefing.quotations.spans import Owner, Spans
from briefing.quotations.unheard import unheard
from briefing.voices import judge
from briefing.voices.cast import Cast, Party
from briefing.voices.judge import Outcome, Use, Verdict

#: Statements whose words may say who says it.
_TELLING = (HEADS - {Role.SPEAKER, Role.POSITION}) | ENTRIES | {Role.NOTE, Role.SAYS}
#: What nobody is said to say: the source's words on a date, and notes on changes.
_NOBODYS = (Role.DATING, Role.CHANGE)


class Voiced(NamedTuple):
    """Whose a quotation is, for readers: a name, the office held then, the voice that tells it, the document and the
    day, each empty where there is none, and what sort of voice it is: `person`, `body`, `reporter`, `document` or
    `other`.
    """

    name: str
    sort: str
    office: str = ""
    within: str = ""
    document: str = ""
    date: str = ""


class Hearing(Struct, frozen=True):
    """Who speaks where in the `sources` that say so, by id, what is `presumed` of the others, and the `cast` of the
    dossier; `year` is the one in which all of it takes place, where there is one only.
    """

    sources: Mapping[str, Source]
    spans: Mapping[str, Spans]
    cast: Cast
    presumed: Presumed
    year: int | None = None

    def fault(
        self, record: Record, statement: Statement, quotation: Quotation, id: str, match: Match
    ) -> tuple[Fault | None, Voiced | None]:
        """What is wrong with whom a quotation from the source `id` is given to, if anything; and whose it is, if that
        is known.
        """
        source, owner = self.sources[id], self.spans[id].owner(match.ranges)
        spots = ", ".join(map(lines.typed, match.paragraphs))
        if owner.crosses:
            message = f"a quotation must be of one voice; in {spots} this one joins two, or speech and narration."
            return Fault("voice-crossed", message, "Quote each by itself, and say who says it."), None
        if owner.is_unknown:
            message = f"who says these words must be on record; `{source.path}` names no voice for them in {spots}."
            entry = f"{{by: Name, in: {lines.typed(match.paragraphs[0])}}}"
            if outer := self.spans[id].around(match.ranges[0]):
                entry = f"{{by: Name, within: {outer.by}, in: '{lines.typed(match.paragraphs[0])} \"first words\"'}}"
            remedy = f"Add to its `voices`: `- {entry}`; `invoke verify` proposes names where the text is at hand."
            return Fault("voice-missing", message, remedy), None
        voiced = self._voiced(source, owner)
        use, cast = use_of(record, statement, quotation, id), self._cast(source)
        speakers = cast.together(use.given.partition(",")[0].strip()) if use.given else []
        is_told = use.given and (
            not speakers
            or (
                isinstance(record, Position)
                and statement.role is not Role.LATER
                and all(speaker.actors.isdisjoint(use.actors) for speaker in speakers)
            )
        )
        if statement.role in _NOBODYS or isinstance(record, Source) or is_told:  # `check_speaker_unknown` tells
            return None, voiced
        if owner.voice and (fault := _dated(record, quotation, owner.voice)):
            return fault, voiced
        judged = self._judged(source, owner)
        is_joint = isinstance(record, Position) and len(_actors(record, statement)) > 1
        is_whole = not use.given or (is_joint and any(speaker.is_body for speaker in speakers))
        if statement.role is Role.POSITION and is_whole:  # the words are then those of whoever has the position
            is_own = any(not party.actors.isdisjoint(use.actors) for party in (judged.by, *judged.joint))
            return None if is_own else _wrong(voiced, self._party(source, use.actors[0]).name, source), voiced
        verdict = judge.judge(use, judged, cast)
        match verdict.outcome:
            case Outcome.WRONG:
                return _wrong(voiced, verdict.to, source), voiced
            case Outcome.UNSURE:
                return _unsure(voiced, verdict, quotation, id), voiced
        is_block = bool(use.given) and isinstance(quotation.where, Mark) and not use.cited
        if is_block and judged.is_dated and str(judged.year) not in use.given:
            why = f"the words are of {judged.year}, which the line that names the speaker must say"
            return _unsure(voiced, Verdict(Outcome.UNSURE, why=why, wants_year=True), quotation, id), voiced
        return None, voiced

    def presumed_fault(self, record: Record, statement: Statement, quotation: Quotation, id: str) -> Fault | None:
        """What is wrong with whom prose gives a quotation to, from a source that does not say who speaks: a position
        gives the same words to somebody else.
        """
        owners = self.presumed.owners(quotation) if isinstance(quotation.where, Mark) else []
        if not owners:
            return None
        use, cast = use_of(record, statement, quotation, id), self._cast(self.sources[id])
        given = [judge.judge(use, judge.Voice(owner), cast) for owner in owners]
        if not all(verdict.outcome is Outcome.WRONG for verdict in given):
            return None
        message = f"the quotation must be given to who said it: {' or '.join(owner.name for owner in owners)}; "
        message += f"here it is given to {given[0].to}."
        remedy = "Name the right speaker, or correct the position that quotes the same words."
        return Fault("quote-attribution", message, remedy)

    def unheard(self, record: Record, statement: Statement) -> Fault | None:
        """What is wrong with a statement that tells what somebody says: whoever it names must have a voice in the
        paragraphs cited.
        """
        cited = cited_sources(statement.citations)
        if statement.known is not Basis.REPORTED or not cited or not cited.keys() <= self.spans.keys():
            return None
        speaking = [
            self._party(self.sources[id], name)
            for id, numbers in cited.items()
            for voice in self.spans[id].speaking(numbers)
            for name in voice.names
        ]
        if stranger := next((cite.voice for cite in statement.citations if cite.voice and not self._hears(cite)), ""):
            return unheard([stranger], cited, speaking)
        for claim in self._claims(record, statement, [self.sources[id] for id in cited]):
            if any(_is_among(party, speaking) for party in claim):
                continue
            return unheard(claim, cited, speaking)
        return None

    def _hears(self, cite: Citation) -> bool:
        """Whether whom a citation names speaks in the paragraphs that it cites."""
        source = self.sources[cite.source]
        voices = self.spans[cite.source].speaking(cite.paragraphs)
        party = self._cast(source).named(cite.voice)
        return party is not None and _is_among(
            party, [self._party(source, name) for voice in voices for name in voice.names]
        )

    def _claims(self, record: Record, statement: Statement, sources: Iterable[Source]) -> Iterator[tuple[Party, ...]]:
        """Whom a statement gives what it tells to: each time the parties that may be meant."""
        cast = self.cast
        for source in sources:
            cast = cast.with_source(source)
        if statement.role is Role.POSITION and isinstance(record, Position):
            speaker = cast.named(statement.speaker) if statement.speaker else None
            whose = {*_actors(record, statement), record.via}
            bodies = [party for party in cast.parties if party.is_body and whose & party.actors]
            if speaker or bodies:
                yield (speaker,) if speaker else tuple(bodies)
        elif statement.role is Role.LATER and (party := cast.named(statement.speaker)):
            yield from () if party.is_reporter else ((party,),)
        elif statement.role in _TELLING:
            for claim in judge.claimants(statement.text, "", cast):
                if not any(party.is_reporter for party in claim):
                    yield claim

    def _cast(self, source: Source) -> Cast:
        return self.cast.with_source(source)

    def _party(self, source: Source, name: str) -> Party:
        """Who bears a name in a source."""
        return self._cast(source).named(name) or Party(name=name)

    def _judged(self, source: Source, owner: Owner) -> judge.Voice:
        """A voice as sentences are held against it."""
        told = source.published.year if source.published else self.year
        if owner.voice is None:
            return judge.Voice(self._party(source, REPORTER), year=told)
        own = owner.voice.date.year if owner.voice.date else told
        within = self._party(source, owner.voice.within) if owner.voice.within else None
        is_author = source.kind.telling is Telling.OWN and not within and owner.voice.passages == (WHOLE,)
        is_document = is_author and source.kind in DOCUMENTS
        party, *joint = (self._party(source, name) for name in owner.voice.names)
        return judge.Voice(party, owner.voice.office, within, own, own != told, is_author, is_document, tuple(joint))

    def _voiced(self, source: Source, owner: Owner) -> Voiced:
        """A voice as readers see it."""
        voice = owner.voice or Voice(by=REPORTER)
        party = self._party(source, voice.by)
        sort = "body" if party.is_body and not party.is_person else "person" if party.actors else "other"
        sort = "reporter" if party.is_reporter else sort
        if sort == "other" and party.name in (source.publisher, source.title):
            sort = "document" if party.name == source.title else "body"
        name = (source.author or source.publisher) if party.is_reporter else party.name
        if voice.joint:
            name, sort = text.joined([self._party(source, one).name for one in voice.names]), "body"
        date = str(voice.date) if voice.date else ""
        within = self._party(source, voice.within).name if voice.within else ""
        return Voiced(name, sort, voice.office, within, voice.document, date)


def use_of(record: Record, statement: Statement, quotation: Quotation, source: str) -> Use:
    """How a record uses a quotation."""
    cites = [cite for cite in quotation.citations if cite.source == source]
    actors: tuple[str, ...] = ()
    if isinstance(record, Position):
        actors = tuple(filter(None, (*_actors(record, statement), record.via)))
    elif isinstance(record, Actor):
        actors = (record.id,)
    return Use(
        before=quotation.before,
        behind=quotation.behind,
        earlier=quotation.earlier,
        above=quotation.above,
        given=REPORTER if statement.speaker == source else statement.speaker,
        actors=actors,
        cited=next((cite.voice for cite in cites if cite.voice), ""),
        as_reporter=statement.basis is Basis.REPORTER,
    )


def _actors(record: Position, statement: Statement) -> tuple[str, ...]:
    """Whose a statement of a position's record is: an earlier one may have been made together with others."""
    own = [said for prefix, said in sayings(record) if statement.key == f"{prefix}cite"]
    return bearers(record, own[0] if own else record.stated)


def _dated(record: Record, quotation: Quotation, voice: Voice) -> Fault | None:
    """What is wrong with the day of a position, or of what became of a statement, whose words were said on another
    one.
    """
    if not voice.date:
        return None
    days = {f"{prefix}quote": (later.date, "date") for prefix, _, later in laters(record)}
    if isinstance(record, Position):
        days |= {f"{prefix}quote": (said.as_of, "as_of") for prefix, said in sayings(record)}
    day, key = days.get(str(quotation.where), (None, ""))
    if day is None or not _is_other_year(day, voice.date):
        return None
    message = f"what was said in {voice.date.year} must stand under that year; here it stands under {dates.words(day)}."
    return Fault("voice-date", message, f"Correct `{key}`, or the `date` of the voice in the source's record.")


def _is_other_year(date: PartialDate, other: PartialDate) -> bool:
    """Whether two dates certainly lie in different years."""
    (first, last), (other_first, other_last) = dates.years(date), dates.years(other)
    return last < other_first or other_last < first


def _is_among(party: Party, speaking: Iterable[Party]) -> bool:
    """Whether somebody, or who speaks for that body, is among those who speak; a person also where the body does."""
    return any(
        party.name == other.name or ((party.is_body or other.is_body) and party.actors & other.actors)
        for other in speaking
    )


def shown(voiced: Voiced) -> str:
    """A voice in a message: `Ines Talomar (water minister)`."""
    if voiced.sort == "reporter":
        return f"the reporter ({voiced.name})"
    aside = ", ".join(filter(None, (voiced.office, voiced.document, voiced.date)))
    told = f", whom {voiced.within} quotes" if voiced.within else ""
    return f"{voiced.name}{f' ({aside})' if aside else ''}{told}"


def _wrong(voiced: Voiced, to: str, source: Source) -> Fault:
    message = f"the words must be given to who says them: {shown(voiced)}; here they are given to {to or 'another'}."
    return Fault("voice-wrong", message, f"Name the right speaker, or correct `voices` in `{source.path}`.")


def _unsure(voiced: Voiced, verdict: Verdict, quotation: Quotation, source: str) -> Fault:
    why = f"; {verdict.why}" if verdict.why else ""
    message = f"it must be clear who says the words{why}. They are those of {shown(voiced)}."
    numbers = next(cite.paragraphs for cite in quotation.citations if cite.source == source)
    named = "reporter" if voiced.sort == "reporter" else f"direct: {voiced.name}"
    remedy = "Write the year there" if verdict.wants_year else "Make it plain in the sentence"
    remedy += f"; or say in the citation whose they are: `[@{source}, {locator(numbers)}, {named}]`."
    return Fault("voice-unsure", message, remedy)
