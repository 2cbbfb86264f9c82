"""The list of sources, and the page of each: what it is, and, paragraph by paragraph, what is cited; never its text."""

from __future__ import annotations

from collections.abc import Iterator, Set

from markupsafe import Markup
from msgspec import Struct

from briefing.model import addresses, citations, dates, lines, wording
from briefing.model.ids import ID
from briefing.model.records import Source
from briefing.model.vocabulary import Basis, Speech
from briefing.quotations import assumed
from briefing.site import marks, voices
from briefing.site.pages import paragraphs
from briefing.site.pages.common import SECTIONS, Context, Page, Site, crumbs, of_record
from briefing.site.presenter import Presenter
from briefing.site.statements import PART, part_of
from briefing.site.views import Link
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


class SourceView(Struct, frozen=True):
    """The record of a source, in words; `aside` stood in brackets at the end of its title, `share` of it is quoted, and
    `limits` says how much may be, where that is not as elsewhere. `published` is empty where it is not stated, `about`
    where we infer nothing of it; `language` where it is the page's.
    """

    title: str
    aside: str
    publisher: str
    kind_words: str
    author: str
    author_role: str
    published: str
    about: str
    language: str
    url: str
    archived: str
    accessed: str
    paragraphs_count: int
    sha256: str
    rights: str
    origin: str
    body: Markup
    quoted_words: int
    share: str
    limits: str


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
    cited = [number for number in source.places() if number in counts.paragraphs]
    title, _ = marks.title(source)
    return {
        **of_record(presenter, source, title, f"What we cite of {title}, paragraph by paragraph.", SECTIONS["sources"]),
        "source": _record(presenter, source, words, share),
        "is_only": len(presenter.lookup.list("sources")) == 1,
        "voices": _voices(presenter, source, frozenset(cited)),
        "paragraphs": paragraphs.views(presenter, source, cited)
        if whole
        else tuple(
            paragraphs.in_part(source, number, counts.paragraphs[number], _part(id, part_of(number)))
            for number in cited
        ),
        "uncited": citations.mark(tuple(number for number in source.places() if number not in counts.paragraphs)),
        "counts": (
            *((wording.BASIS[basis], counts.bases[basis]) for basis in Basis if counts.bases[basis]),
            *([(wording.CONTRADICTS, counts.against)] if counts.against else []),
        ),
    }


def _paragraphs_of(presenter: Presenter, id: str, part: int, of: int) -> Context:
    source = presenter.lookup.record(Source, id)
    shown, named = _locator(source, part), [] if part else [*filter(lines.is_line, source.places())]
    title, _ = marks.title(source)
    return {
        "title": f"{title}: {shown}",
        "description": f"What we cite of {title}, {shown}.",
        "breadcrumbs": crumbs(SECTIONS["sources"], Link(title, addresses.of_name(f"sources/{id}"))),
        "review": presenter.review(source.review_by, source.owner),
        "paragraphs": paragraphs.views(presenter, source, [*named, *_numbers(source, part)], part),
        "previous": Link(_locator(source, part - 1), _part(id, part - 1)) if part else None,
        "next": Link(_locator(source, part + 1), _part(id, part + 1)) if part + 1 < of else None,
    }


def _numbers(source: Source, part: int) -> range:
    """The paragraphs of a part of a source."""
    return range(part * PART + 1, min((part + 1) * PART, source.paragraphs) + 1)


def _locator(source: Source, part: int) -> str:
    return citations.locator(tuple(_numbers(source, part)))


def _record(presenter: Presenter, source: Source, words: int, share: str) -> SourceView:
    title, aside = marks.title(source)
    own = presenter.dossier.language.partition("-")[0]
    return SourceView(
        title=title,
        aside=aside,
        publisher=source.publisher,
        kind_words=wording.SOURCE_KIND[source.kind],
        author=source.author,
        author_role=source.author_role,
        published=dates.words(source.published) if source.published else "",
        about=marks.about(source),
        language="" if own == source.language.partition("-")[0] else wording.language(source.language),
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


def _voices(presenter: Presenter, source: Source, cited: Set[int]) -> tuple[SpeakingView, ...]:
    """Who speaks in a source, in the order of its record; of the paragraphs, those that are cited lead to their
    entries.
    """
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
                    Link(
                        citations.locator((*spots[how],)),
                        addresses.paragraph(source.id, min(spots[how] & cited)) if spots[how] & cited else "",
                    ),
                )
                for how in Speech
                if spots.get(how)
            ),
        )
        for who, (spots, others) in found.items()
    )
