"""The pages about the dossier: about, changes, former addresses, the page for what is not there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from briefing.checks import balance
from briefing.model import addresses, dates, relations, wording
from briefing.model.records import About, Gone, Names, Source, Words
from briefing.model.relations import records
from briefing.model.vocabulary import Basis
from briefing.site.pages.common import Context, Page, Site, crumbs, local_names, of_record
from briefing.site.presenter import Presenter
from briefing.site.views import (
    EditsView,
    Link,
    LocalName,
)


class NameView(Struct, frozen=True):
    """An entry of the register of names; `printed` are (publisher, the form it prints)."""

    neutral: str
    kind: str
    local: tuple[LocalName, ...]
    printed: tuple[tuple[str, str], ...]
    note: str


def about(site: Site) -> Iterator[Page]:
    """Method, naming, status note, licence."""
    bases = balance.bases(site.index.corpus)
    counts = {basis: bases[basis] for basis in Basis}
    ours = balance.general(site.index.corpus)
    yield Page("about/", "about", _about, (counts, ours, tuple(site.index.groups["sources"])))


def _about(presenter: Presenter, counts: dict[Basis, int], ours: int, sources: tuple[str, ...]) -> Context:
    dossier, lookup = presenter.dossier, presenter.lookup
    page, names, words = lookup.single(About), lookup.single(Names), lookup.single(Words)
    shared = of_record(presenter, page, page.title, f"How {dossier.title} is made and checked.")
    # The list of loaded words has no page of its own on which this could be said.
    review_of_words = presenter.review(words.review_by, words.owner, "dossier's list of loaded words")
    return {
        **shared,
        "review": " ".join(filter(None, (shared["review"], review_of_words))),
        "naming_review": presenter.review(names.review_by, names.owner, "register"),
        "body": presenter.prose(page),
        "naming": presenter.prose(names),
        "register": tuple(
            NameView(
                name.neutral,
                name.kind.value,
                local_names(name.local),
                tuple(
                    (lookup.record(Source, id).publisher, form) for id, form in name.printed.items() if id in sources
                ),
                name.note,
            )
            for name in names.names
        ),
        "bases": (
            *((wording.BASIS[basis], wording.BASIS_MEANING[basis], count) for basis, count in counts.items()),
            *([("General knowledge, ours", wording.OURS_MEANING, ours)] if ours else []),
        ),
        "contents": (
            *((heading.anchor, heading.title) for heading in page.prose.headings if heading.level == 2),
            ("basis", "How we know"),
            *([("names", "Register of names")] if names.prose.html or names.names else []),
        ),
    }


def changes(site: Site) -> Iterator[Page]:
    """Every change note, newest first."""
    yield Page("changes/", "changes", _changes, (site.edits, site.released))


def _changes(presenter: Presenter, edits: tuple[EditsView, ...], released: bool) -> Context:
    return {
        "title": "Changes",
        "description": f"What was changed in {presenter.dossier.title} after publication, when and why.",
        "breadcrumbs": crumbs(),
        "changes": presenter.lookup.changes(""),
        "edits": edits,
        "released": released,
    }


def former(site: Site) -> Iterator[Page]:
    """Pages at the addresses of records that were renamed or removed."""
    corpus = site.index.corpus
    for record in records(corpus):
        url = addresses.of_path(record.path) or ""
        if _is_of_a_record(url):
            for old in record.was:
                target = Link(relations.title(record), url)
                yield Page(f"{url.split('/')[0]}/{old}/", "moved", _moved, (target,), listed=False)
    for gone in corpus.removed.removed:
        url = addresses.of_name(gone.record)
        if _is_of_a_record(url):
            yield Page(url, "gone", _gone, (gone,), listed=False)


def _is_of_a_record(url: str) -> bool:
    """Whether an address is that of a record's own page: `actors/eu/`."""
    return url.endswith("/") and url.count("/") == 2


def _moved(presenter: Presenter, target: Link) -> Context:
    return {"title": target.title, "description": f"{target.title} has another address now.", "target": target}


def _gone(presenter: Presenter, gone: Gone) -> Context:
    return {
        "title": gone.title,
        "description": f"{gone.title} was removed.",
        "reason": gone.why,
        "date": dates.words(gone.date),
    }


def not_found(site: Site) -> Iterator[Page]:
    """The page that GitHub Pages shows where there is none."""
    yield Page("404.html", "404", _not_found, listed=False)


def _not_found(presenter: Presenter) -> Context:
    return {"title": "Page not found", "description": "There is no page at this address.", "breadcrumbs": crumbs()}
