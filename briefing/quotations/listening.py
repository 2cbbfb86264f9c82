"""Who speaks where in a dossier's sources: their voices laid over the texts at hand, or as the locks hold them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.problems import Problem
from briefing.model.records import Corpus, Source
from briefing.model.vocabulary import Telling
from briefing.quotations import assumed
from briefing.quotations.laying import lay
from briefing.quotations.lockfile import RENEW, Lock
from briefing.quotations.matching import SourceText
from briefing.quotations.presumed import Presumed
from briefing.quotations.spans import Spans, Stretch
from briefing.quotations.voicing import Hearing
from briefing.store.memo import Memo, Stage, key_of
from briefing.voices.cast import Cast


class _Laid(Struct):
    """Where the voices of a source speak in its text, and what is wrong with them."""

    stretches: tuple[tuple[Stretch, ...], ...] = ()
    marked: tuple[Stretch, ...] = ()
    problems: list[Problem] = []


def hearing(
    corpus: Corpus,
    texts: Mapping[str, SourceText],
    locks: Mapping[str, Lock],
    formerly: Mapping[str, str],
    memo: Memo,
) -> tuple[Hearing, list[Problem]]:
    """Who speaks where in the sources that say so, by the texts at hand or by the locks; and what is wrong with that.
    `formerly` are the ids of actors now by former ones.
    """
    told: list[Problem] = []
    stage: Stage[_Laid] = memo.stage("voices", _Laid)
    found: dict[str, Spans] = {}
    sources = {id: _of_actors_now(source, formerly) for id, source in corpus.sources.items()}
    if corpus.dossier.format > 1:
        sources = {id: assumed.with_voices(source) for id, source in sources.items()}
    cast = Cast.of(corpus)
    names = [(*party.names, *party.actors) for party in cast.parties if party.is_body and not party.is_person]
    for id, source in sources.items():
        if not source.is_sure("voices", "kind"):
            continue
        text, lock = texts.get(id), locks.get(id)
        if text and source.voices:
            marks = [
                source.mark(f"voices.{number}.{key}") for number in range(len(source.voices)) for key in ("in", "label")
            ]
            bodies = sorted(itertools.chain(*names)) if source.kind.telling is Telling.ASKED else []
            key = key_of(source.sha256, source.first_line, source.kind, source.voices, source.lines, marks, bodies)
            laid = stage.get(id, key)
            if laid is None:
                spans, problems = lay(source, text, bodies)
                laid = _Laid(spans.stretches, spans.marked, problems)
                stage.put(id, key, laid)
            told += laid.problems
            found[id] = Spans(source.voices, laid.stretches, laid.marked)
        elif lock and not text:
            own = corpus.sources[id].voices
            held = lock.spans(source.voices, formerly, len(own) == len(source.voices))
            held = held or lock.spans(_of_actors_now(corpus.sources[id], formerly).voices, formerly)  # an older one
            if held is None:
                message = f"`seeds/{id}.lock` must hold who speaks as the record's `voices` say; it holds "
                problem = Problem(
                    source.path, *source.mark("voices"), "lock-voices", f"{message}something else.", RENEW
                )
                told.append(problem)
            elif held.voices:
                found[id] = held
    stage.retain(found)
    years = {date.year for date in corpus.dossier.period}
    year = years.pop() if len(years) == 1 else None
    return Hearing(sources, found, cast, Presumed(corpus, cast), year), told


def _of_actors_now(source: Source, formerly: Mapping[str, str]) -> Source:
    """A source with the ids that actors have now in its voices."""
    if not any(name in formerly for voice in source.voices for name in (*voice.names, voice.within)):
        return source
    voices = (
        replace(
            voice,
            by=formerly.get(voice.by, voice.by),
            joint=tuple(formerly.get(name, name) for name in voice.joint),
            within=formerly.get(voice.within, voice.within),
        )
        for voice in source.voices
    )
    return replace(source, voices=tuple(voices))
