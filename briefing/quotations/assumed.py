"""The voices of a source that follow from its kind, where its record need not spell them out. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.passages import Passage
from briefing.model.records import REPORTER, Source, Voice
from briefing.model.vocabulary import SourceKind, Speech, Telling

#: Kinds whose publisher may be anybody, so that only a named author is taken for who speaks.
_BY_AUTHOR_ONLY = frozenset({SourceKind.SPEECH})


def author(source: Source) -> str:
    """Whose all of a text is that is its author's by its kind and names no voices; empty where that is not so."""
    if source.kind.telling is not Telling.OWN or source.voices:
        return ""
    return source.author or ("" if source.kind in _BY_AUTHOR_ONLY else source.publisher)


def with_voices(source: Source) -> Source:
    """A source with its voices as its kind has them.

    A statement, a letter, a post without voices is its author's throughout. What minutes give of anybody is reported,
    but for what stands between quotation marks.
    """
    if by := author(source):
        return replace(source, voices=(Voice(by=by, passages=(Passage(0, 0),)),))
    if source.kind.telling is Telling.TAKEN:
        others = [voice for voice in source.voices if voice.by != REPORTER and voice.speech is Speech.DIRECT]
        told = (replace(voice, speech=Speech.REPORTED) if voice in others else voice for voice in source.voices)
        return replace(source, voices=(*told, *others))
    return source
