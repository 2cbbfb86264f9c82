"""Checks on the voices of sources: who is on record as speaking where."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model import dates, lines
from briefing.model.records import REPORTER, Record, Source, Speaker, Voice
from briefing.model.relations import speaker_names
from briefing.model.suggest import close_match
from briefing.model.text import bare
from briefing.model.wording import count

#: A name so much like a known one (0 to 1) is that one, misspelt; another first name makes another person.
_MISSPELT = 0.88


@check()
def check_voice_place(record: Record) -> Iterator[Finding]:
    """A voice must say where it speaks: by paragraphs that the source has, or by the label of a transcript."""
    if not isinstance(record, Source) or not record.is_sure("voices"):
        return
    for number, voice in enumerate(record.voices):
        where = f"voices.{number}"
        if bool(voice.passages) == bool(voice.label):
            message = "a voice must say where it speaks, by `in` or by `label`, and not by both."
            yield Finding(record, f"{where}.by", message, "Write `in: ¶3`; in a transcript, `label: NAME`.")
        for passage in voice.passages if record.is_sure("paragraphs", "lines") else ():
            if passage.is_whole or record.holds(passage.last):
                continue
            have, remedy = f"which has {count(record.paragraphs, 'paragraph')}", "Correct the number."
            if lines.is_line(passage.last):
                have = "whose record names its `lines`"
                remedy = (
                    f"Add `lines: {{{lines.name(passage.last)}: 1}}`, with the number of that line in the text file."
                )
            message = f"a voice must speak in the source, {have}; {lines.typed(passage.last)} is none of them."
            yield Finding(record, f"{where}.in", message, remedy)
        if voice.joint and (voice.office or REPORTER in voice.names or len({*voice.names}) <= len(voice.joint)):
            message = (
                "joint words must be those of several, each named once, without `as`, and none of them `reporter`."
            )
            yield Finding(record, f"{where}.with", message, "Name each once, and remove `as`.")
        if voice.date and record.published and dates.is_later(voice.date, record.published):
            told = dates.words(record.published)
            message = f"what a source tells must have been said before it was published, on {told}."
            yield Finding(record, f"{where}.date", message, "Correct one of the two dates.")


@check()
def check_voice_name(checked: Checked) -> Iterator[Finding]:
    """A voice must be named as the dossier names it: a speaker, an actor's id, `reporter`, or somebody else by words of
    your own.
    """
    if not checked.is_sure("content/actors", "name", "short", "speakers"):
        return
    actors = checked.corpus.actors
    people = [name for actor in actors.values() for name in speaker_names(actor)]
    bodies = [form for actor in actors.values() for form in (actor.name, actor.short) if form]
    for source in checked.corpus.sources.values():
        others = {name for voice in source.voices for name in voice.names}
        for number, voice in enumerate(source.voices):
            joint = ((f"with.{index}", name) for index, name in enumerate(voice.joint))
            for key, name in (("by", voice.by), *joint, ("within", voice.within)):
                if not name or name == REPORTER or name in actors or name in people or name in bodies:
                    continue
                if not any(map(str.isalpha, name)):
                    message = f"a voice must name somebody; {name!r} names nobody."
                    yield Finding(
                        source, f"voices.{number}.{key}", message, "Read who speaks in the text, and write it."
                    )
                    continue
                if (now := checked.became("content/actors", name)) not in ("", "-"):
                    message = f"the actor `{name}` is called `{now}` now."
                    yield Finding(source, f"voices.{number}.{key}", message, f"Write `{now}`.")
                    continue
                known = [*people, *bodies, *actors, REPORTER]
                meant = next((one for one in people if bare(one).split()[-1] == bare(name)), None) or next(
                    (one for one in known if bare(one) == bare(name)), close_match(name, known, _MISSPELT)
                )
                if meant or (key == "within" and name not in others):
                    message = f"`{name}` must be a speaker of an actor, an actor's id, `reporter`"
                    message += " or another voice of this source" if key == "within" else ""
                    remedy = (
                        "Write the name as the actor has it under `speakers`, or describe who it is in other words."
                    )
                    message += f" (did you mean {meant!r}?)" if meant else ""
                    yield Finding(source, f"voices.{number}.{key}", f"{message}.", remedy)


@check()
def check_voice_office(checked: Checked) -> Iterator[Finding]:
    """Nobody must speak in an office before taking it up, or after leaving it."""
    speakers: dict[str, list[Speaker]] = {}
    for actor in checked.corpus.actors.values():
        for index, speaker in enumerate(actor.speakers):
            for name in filter(None, (speaker.name, speaker.printed)):
                speakers.setdefault(name, []).append(speaker)
            if speaker.since and speaker.until and dates.is_later(speaker.since, speaker.until):
                message = f"{speaker.name} must have taken up the role before leaving it."
                yield Finding(actor, f"speakers.{index}.until", message, "Correct `from` or `until`.")
    for source in checked.corpus.sources.values():
        for number, voice in enumerate(source.voices):
            day = voice.date or source.published
            held = [speaker for speaker in speakers.get(voice.by, []) if _is_role(voice, speaker)]
            if day and held and not any(_holds(speaker, day) for speaker in held):
                message = f"{voice.by} must have held the office then ({dates.words(day)}); "
                message += "the actor's `from` and `until` say otherwise."
                remedy = "Correct the day of the voice (`date`), its `as`, or the speaker's `from` and `until`."
                yield Finding(source, f"voices.{number}.as", message, remedy)


def _is_role(voice: Voice, speaker: Speaker) -> bool:
    """Whether a voice speaks in a role of a speaker's, as far as the words tell."""
    office, role = bare(voice.office), bare(speaker.role)
    return bool(office) and (office in role or role in office)


def _holds(speaker: Speaker, day: dates.PartialDate) -> bool:
    """Whether a speaker may have had the role on a day."""
    begun = not speaker.since or not dates.is_later(speaker.since, day)
    return begun and not (speaker.until and dates.is_later(day, speaker.until))
