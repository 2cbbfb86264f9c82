"""The voices of a source that follow from its kind, where its record need not spell them out. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.passages import WHOLE
from briefing.model.records import REPORTER, Source, Voice
from briefing.model.vocabulary import SourceKind, Speech, Telling

#: Texts that nobody says: without an author they speak by their own titles.
DOCUMENTS = frozenset({SourceKind.LAW, SourceKind.AGREEMENT, SourceKind.DATASET})


def author(source: Source) -> str:
    """Whose all of a text is, but for what its voices have, that is its author's by its kind; empty where it is not, or
    where a voice has all of it.
    """
    is_said = any(place.is_whole for voice in source.voices for place in voice.passages)
    if source.kind.telling is not Telling.OWN or is_said:
        return ""
    if source.kind is SourceKind.SPEECH:  # it may be published by anybody
        return source.author
    return source.author or (source.title if source.kind in DOCUMENTS else source.publisher)


def with_voices(source: Source) -> Source:
    """A source with its voices as its kind has them.

    A statement, a letter, a post is its author's but for what other voices have. What minutes give of anybody is
    reported, but for what stands between quotation marks.
    """
    if by := author(source):
        return replace(source, voices=(*source.voices, Voice(by=by, passages=(WHOLE,))))
    if source.kind.telling is Telling.TAKEN:
        others = [voice for voice in source.voices if voice.by != REPORTER and voice.speech is Speech.DIRECT]
        told = (replace(voice, speech=Speech.REPORTED) if voice in others else voice for voice in source.voices)
        return replace(source, voices=(*told, *others))
    return source
