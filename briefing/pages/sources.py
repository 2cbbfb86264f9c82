"""The list of sources, and for each, paragraph by paragraph, what rests on it; never its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing import addresses, dates, wording
from briefing.model import Source
from briefing.pages.common import SECTIONS, Context, Page, Site, crumbs, dossier_name, of_record
from briefing.rests import Rest, basis_counts
from briefing.show import Show
from briefing.views import Link, ParagraphView, RestView, SaidView, SourceView
from briefing.vocabulary import Basis


def sources(site: Site) -> Iterator[Page]:
    """The list of sources, and each source."""

    def listing(show: Show) -> Context:
        return {
            "title": "Sources",
            "description": f"What {dossier_name(show)} rests on, and which statement rests on which paragraph.",
            "breadcrumbs": crumbs(),
            "sources": show.lookup.links("sources", show.lookup.list("sources")),
        }

    yield Page("sources/", "sources", listing, "sources/")
    for id in site.index.list("sources"):
        yield Page(
            addresses.source(id),
            "source",
            _source(id, *site.quoted.get(id, (0, ""))),
            "sources/",
            (id, site.quoted.get(id)),
        )


def _source(id: str, words: int, share: str) -> Callable[[Show], Context]:
    def make(show: Show) -> Context:
        source = show.lookup.source(id)
        rests = show.lookup.rests(id)
        counts = basis_counts(rests)
        return {
            **of_record(show, source, source.title, f"What rests on {source.title}.", SECTIONS["sources"]),
            "source": _record(show, source, words, share),
            "paragraphs": _paragraphs(source, rests),
            "lang": show.foreign(source.language),
            "counts": tuple((wording.BASIS[basis], counts[basis]) for basis in Basis),
        }

    return make


def _record(show: Show, source: Source, words: int, share: str) -> SourceView:
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
        body=show.prose(source.prose),
        quoted_words=words,
        share=share,
    )


def _without_aside(title: str) -> tuple[str, str]:
    """A title, and what stands in brackets at its end."""
    head, bracket, aside = title.rpartition(" (")
    return (head, aside[:-1]) if bracket and aside.endswith(")") else (title, "")


def _paragraphs(source: Source, rests: Iterable[Rest]) -> tuple[ParagraphView, ...]:
    """What rests on each paragraph: by record, then by how it is known and what of it is quoted from there."""
    Entries = dict[tuple[Basis, tuple[SaidView, ...]], dict[str, Link]]
    found: list[dict[tuple[str, Link], Entries]] = [{} for _ in range(source.paragraphs)]
    for rest in rests:
        for number in rest.cited[source.id]:
            if not 0 < number <= source.paragraphs:
                continue
            said = tuple(
                SaidView(words.text, words.speaker)
                for words in rest.quotations
                if number in words.paragraphs.get(source.id, ())
            )
            entries = found[number - 1].setdefault((rest.kind, rest.record), {})
            entries.setdefault((rest.basis, said), {}).setdefault(rest.label, Link(rest.label, rest.url))
    return tuple(
        ParagraphView(
            number,
            f"p{number}",
            tuple(
                (
                    kind,
                    record,
                    tuple(
                        RestView(wording.BASIS[basis], tuple(links.values()), said)
                        for (basis, said), links in entries.items()
                    ),
                )
                for (kind, record), entries in sorted(groups.items(), key=lambda group: group[0][1].url)
            ),
        )
        for number, groups in enumerate(found, 1)
    )
