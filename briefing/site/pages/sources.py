"""The list of sources, and for each, paragraph by paragraph, what rests on it; never its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import addresses, citations, dates, lines, wording
from briefing.model.citations import Citation
from briefing.model.ids import ID
from briefing.model.records import Source
from briefing.model.vocabulary import Basis, Speech
from briefing.quotations import assumed
from briefing.site import life, voices
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record
from briefing.site.presenter import Presenter
from briefing.site.statements import PART, part_of
from briefing.site.views import Link, ParagraphView, RestView, SaidView, SourceView, TurnView
from briefing.site.voices import Attribution

#: A source with more statements than this has them on pages of their own, part by part.
MOST_STATEMENTS = 1_000


def sources(site: Site) -> Iterator[Page]:
    """The list of sources, and each source."""
    yield Page("sources/", "sources", _list)
    for id in site.index.list("sources"):
        statements = site.index.statements.counts[id, -1]
        last = part_of(site.index.corpus.sources[id].paragraphs)
        number = last + 1 if statements > MOST_STATEMENTS else 0
        yield Page(
            addresses.of_name(f"sources/{id}"), "source", _source, (id, *site.quoted.get(id, (0, "")), not number)
        )
        for part in range(number):
            yield Page(_part(id, part), "paragraphs", _paragraphs_of, (id, part, number))


def _list(presenter: Presenter) -> Context:
    return {
        "title": "Sources",
        "description": f"What {presenter.dossier.title} rests on, and which statement rests on which paragraph.",
        "breadcrumbs": crumbs(),
        "sources": presenter.lookup.links("sources", presenter.lookup.list("sources")),
    }


def _part(source: str, part: int) -> str:
    """Address of a part of a source's paragraphs, from 0: that of the source and the number of the first."""
    return addresses.of_name(f"sources/{source}") + f"{part * PART + 1}/"


class SpeakingView(Struct, frozen=True):
    """Who speaks in a source: `aside` is the office and the like, `others` are passages in words, and `places` are
    paragraphs, each with how the words are given there.
    """

    name: str
    aside: str
    others: tuple[str, ...]
    places: tuple[tuple[str, Link], ...]


def _source(presenter: Presenter, id: str, words: int, share: str, whole: bool) -> Context:
    """The page of a source, with all that rests on it, or, not `whole`, with how much does and the ways to it."""
    source = presenter.lookup.record(Source, id)
    counts = presenter.lookup.resting(id)
    numbers = counts.paragraphs
    places = source.places()
    parts = (
        (
            _empty(number),
            wording.count(numbers[number], "statement") if number in numbers else "",
            _part(id, part_of(number)),
        )
        for number in places
    )
    return {
        **of_record(presenter, source, source.title, f"What rests on {source.title}.", SECTIONS["sources"]),
        "source": _record(presenter, source, words, share),
        "voices": _voices(presenter, source),
        "paragraphs": _paragraphs(presenter, source, places) if whole else (),
        "parts": () if whole else tuple(parts),
        "counts": (
            *((wording.BASIS[basis], counts.bases[basis]) for basis in Basis),
            *([(wording.CONTRADICTS, counts.against)] if counts.against else []),
        ),
    }


def _paragraphs_of(presenter: Presenter, id: str, part: int, of: int) -> Context:
    source = presenter.lookup.record(Source, id)
    shown, named = _locator(source, part), [] if part else [*filter(lines.is_line, source.places())]
    return {
        "title": f"{source.title}: {shown}",
        "description": f"What rests on {source.title}, {shown}.",
        "breadcrumbs": crumbs(SECTIONS["sources"], Link(source.title, addresses.of_name(f"sources/{id}"))),
        "review": presenter.review(source.review_by, source.owner),
        "paragraphs": _paragraphs(presenter, source, [*named, *_numbers(source, part)], part),
        "previous": Link(_locator(source, part - 1), _part(id, part - 1)) if part else None,
        "next": Link(_locator(source, part + 1), _part(id, part + 1)) if part + 1 < of else None,
    }


def _numbers(source: Source, part: int) -> range:
    """The paragraphs of a part of a source."""
    return range(part * PART + 1, min((part + 1) * PART, source.paragraphs) + 1)


def _locator(source: Source, part: int) -> str:
    return citations.locator(tuple(_numbers(source, part)))


def _record(presenter: Presenter, source: Source, words: int, share: str) -> SourceView:
    title, aside = _without_aside(source.title)
    return SourceView(
        title=title,
        aside=aside,
        publisher=source.publisher,
        kind_words=wording.SOURCE_KIND[source.kind],
        author=source.author,
        author_role=source.author_role,
        published=dates.words(source.published) if source.published else "",
        language=wording.language(source.language),
        url=source.url,
        archived=source.archived,
        accessed=dates.words(source.accessed) if source.accessed else "",
        paragraphs_count=source.paragraphs,
        sha256=source.sha256,
        rights=source.rights,
        origin=source.origin or source.publisher,
        body=presenter.prose(source),
        quoted_words=words,
        share=share,
        limits=_limits(source),
    )


def _limits(source: Source) -> str:
    """How much of a source may be quoted, in words; empty where that is as the dossier has it."""
    if source.limits.free:
        return "Any of it, at any length"
    words, share = source.limits.words, source.limits.share
    parts = (
        f"{wording.count(words, 'word')} in one quotation" if words else "",
        f"{share}\u00a0% in all" if share else "",
    )
    return f"At most {' and '.join(filter(None, parts))}" if any(parts) else ""


def _voices(presenter: Presenter, source: Source) -> tuple[SpeakingView, ...]:
    """Who speaks in a source, in the order of its record."""
    shown = source.voices
    if presenter.dossier.format > 1:  # only then do voices follow from the kind
        shown = assumed.with_voices(source).voices[: len(source.voices) + bool(assumed.author(source))]
    named = [name for voice in shown for name in (*voice.names, voice.within) if ID.fullmatch(name)]
    actors = {id: link.title for id in named for link in presenter.lookup.links("actors", [id])}
    found: dict[Attribution, tuple[dict[Speech, set[int]], list[str]]] = {}
    for voice in shown:
        spots, others = found.setdefault(voices.declared(voice, source, actors), ({}, []))
        for place in voice.passages:
            if not place.is_whole:
                spots.setdefault(voice.speech, set()).update(place.paragraphs(source.paragraphs))
            elif voice.speech is Speech.REPORTED:
                others.append("The whole text, in the source’s words")
            else:
                others.append("All that nobody else says" if len(source.voices) > 1 else "The whole text")
        if voice.label:
            others.append(f"What stands behind the label {voice.label}")
    return tuple(
        SpeakingView(
            who.name,
            ", ".join(filter(None, (who.office, who.aside))),
            tuple(dict.fromkeys(others)),
            tuple(
                (
                    wording.SPEECH[how],
                    Link(citations.locator((*spots[how],)), addresses.paragraph(source.id, min(spots[how]))),
                )
                for how in Speech
                if spots.get(how)
            ),
        )
        for who, (spots, others) in found.items()
    )


def _without_aside(title: str) -> tuple[str, str]:
    """A title, and what stands in brackets at its end."""
    head, bracket, aside = title.rpartition(" (")
    return (head, aside[:-1]) if bracket and aside.endswith(")") else (title, "")


def _empty(number: int) -> ParagraphView:
    """A paragraph or a line without what rests on it."""
    label = lines.spot(number)
    noun = "line" if lines.is_line(number) else "paragraph"
    return ParagraphView(addresses.place(number), f"{label[:1].upper()}{label[1:]}", noun, ())


def _paragraphs(
    presenter: Presenter, source: Source, numbers: Sequence[int], part: int = -1
) -> tuple[ParagraphView, ...]:
    """What rests on each of these paragraphs and lines: by record, then by how it is known and what is quoted there."""
    there = (Citation(source.id, ()),)
    Entries = dict[tuple[str, tuple[SaidView, ...], str, tuple[TurnView, ...]], dict[str, Link]]
    found: dict[int, dict[tuple[str, Link], Entries]] = {number: {} for number in numbers}
    for kind, record, rest in presenter.lookup.rests(source.id, part):
        way = Link(rest.label, f"{record.url.partition('#')[0]}#{rest.anchor}" if rest.anchor else "")
        for number in rest.paragraphs:
            if number not in found:
                continue
            said = tuple(
                SaidView(" ".join(one.text.split()), one.speaker, presenter.language(there, one.text), one.translation)
                for one in rest.quotations
                if number in one.paragraphs
            )
            entries = found[number].setdefault((kind, record), {})
            turns = life.turns(presenter, rest.of) if rest.of else ()
            known = wording.CONTRADICTS if rest.contradicts else wording.BASIS[rest.basis]
            entries.setdefault((known, said, rest.says, turns), {}).setdefault(rest.label, way)
    return tuple(
        replace(
            _empty(number),
            groups=tuple(
                (
                    kind,
                    record,
                    tuple(
                        RestView(known, tuple(links.values()), said, says, turns)
                        for (known, said, says, turns), links in entries.items()
                    ),
                )
                for (kind, record), entries in sorted(groups.items(), key=lambda group: group[0][1].url)
            ),
        )
        for number, groups in found.items()
    )
