"""All files of the site from a checked dossier: pages through the theme's templates, then feeds, assets and images.

Pure but for reading the theme, base maps and images; it writes nothing. Knows nothing of Pelican but the Jinja
environment it gets.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup
from msgspec import Struct, field

from briefing.checks import balance
from briefing.dossier.inspection import Inspection
from briefing.dossier.rests import Rests
from briefing.model import addresses, dates, relations, wording
from briefing.model.records import Corpus
from briefing.model.settings import LOCAL_URL, Settings, today
from briefing.model.text import digest
from briefing.publication import history, published
from briefing.quotations import leaks
from briefing.site import assets, feeds, mapping, templating
from briefing.site.audit import Audit
from briefing.site.changes import Told, told, told_edits
from briefing.site.index import Index
from briefing.site.kept import Kept
from briefing.site.lookup import Lookup
from briefing.site.metadata import days, json_ld
from briefing.site.pages import pages
from briefing.site.pages.common import SECTIONS, Page, Site
from briefing.site.show import SLOT, Show
from briefing.site.views import PageView, SiteView
from briefing.store.cache import Cache, Shelf


class File(Struct, frozen=True):
    """One file of the output: its path with forward slashes, and its content."""

    path: str
    content: bytes


class Job(Struct, frozen=True):
    """What is to be rendered: a checked corpus, the build's settings and the day the site speaks from.

    `drawn` gives the map, if it is being drawn already; `tampered` are files of the last site that are not as they were
    written.
    """

    corpus: Corpus
    settings: Settings
    today: datetime.date
    images: tuple[str, ...]
    history: tuple[Told, ...]
    manifest: dict[str, Any]
    released: bool
    quoted: dict[str, tuple[int, str]]
    proved: Mapping[str, bytes]
    rests: Mapping[str, Rests]
    runs: leaks.Runs = field(default_factory=leaks.Runs)
    cache: Cache | None = None
    drawn: Callable[[], mapping.Drawn | None] | None = None
    tampered: frozenset[str] = frozenset()

    @property
    def copied(self) -> str:
        """The sources' texts at hand, by hash: pages are checked against them."""
        return self.runs.key if self.runs else ""

    @property
    def site_url(self) -> str:
        """The site's address: as told, else the dossier's, else where `invoke serve` shows it."""
        own = self.corpus.dossier.site_url
        return self.settings.site_url or (own if own.endswith("/") or not own else own + "/") or LOCAL_URL


def job(inspection: Inspection, settings: Settings, cache: Cache | None = None) -> Job:
    """Put a job together from an inspection without errors; the day is chosen here."""
    corpus, verified = inspection.loaded.corpus, inspection.verified
    assert corpus is not None
    as_of = corpus.dossier.as_of
    return Job(
        corpus=corpus,
        settings=settings,
        today=today(settings.as_of, dates.day(as_of) if as_of else None),
        images=tuple(inspection.loaded.found.images),
        history=tuple(told(history.history(corpus, inspection.published), corpus)),
        manifest=published.manifest(corpus, inspection.published),
        released=inspection.published is not None,
        quoted={
            id: (words, f"{verified.share(id):.1f} %" if verified.total_words.get(id) else "")
            for id, words in verified.quoted_words.items()
        },
        proved=verified.proved,
        rests=inspection.loaded.rests,
        runs=inspection.loaded.style.runs,
        cache=cache,
    )


class Rendering:
    """One run over all pages. A page whose fingerprint is what it was, and whose file is still there, is kept."""

    def __init__(
        self,
        environment: Environment,
        work: Job,
        fresh: Path,
        drawn: Callable[[], mapping.Drawn | None],
        templates: str,
    ) -> None:
        self.environment, self.work, self.fresh = environment, work, fresh
        self.theme = assets.read(work.settings.theme)
        self.index = Index(work.corpus, work.history, work.rests, work.proved)
        self.map_view, self.map_files = mapping.view(work.corpus, drawn(), self.theme)
        edits = tuple(told_edits(work.manifest["edits"], work.corpus))
        first = published.first_days(work.manifest)
        self.site = Site(self.index, work.today, self.map_view, work.quoted, edits, work.released, first)
        self.view = site_view(work, self.theme)
        self.pages = pages(self.site)
        base = urlsplit(work.site_url).path or "/"
        self.audit = Audit(base, leaks.Sieve(work.runs).copied)
        self.common = digest(
            self.view, work.corpus.dossier.digest, work.corpus.words.terms, templates, base, work.copied
        )
        self.shelf = Shelf(work.cache, "pages")
        self.former: dict[str, Kept] = self.shelf.all()

    def kept(self, page: Page) -> Kept | None:
        """The page as it was made before, if it would be the same now; its file is then in the fresh folder."""
        old = self.former.get(page.save_as)
        if old is None or old.fingerprint != self._fingerprint(page, zlib.decompress(old.keys).decode()):
            return None
        return old if self._keep(page.save_as, old.state) else None

    def make(self, page: Page) -> Kept:
        """Make a page, and put its file into the fresh folder."""
        target = self.fresh / page.save_as
        target.parent.mkdir(parents=True, exist_ok=True)
        lookup = Lookup(self.index)
        with templating.telling(self.work.settings.theme):
            before, prose, behind = _page(self.environment, self.work, self.view, lookup, page)
        note = self.audit.look(page.save_as, before + behind, prose)
        start, filling = before.encode(), prose.encode()
        slot = (len(start), len(start) + len(filling)) if filling else None
        target.unlink(missing_ok=True)  # never write into a file that another folder may share
        target.write_bytes(start + filling + behind.encode())
        keys = lookup.used()
        return Kept(zlib.compress(keys.encode(), 1), self._fingerprint(page, keys), note, _state(target), slot)

    def _fingerprint(self, page: Page, keys: str) -> bytes:
        own = digest(self.common, page.kind, page.url, page.inputs)
        digests = map(self.index.digests.__getitem__, keys.split("\n") if keys else ())
        return hashlib.blake2b("".join([own, *digests]).encode(), digest_size=16).digest()

    def _keep(self, path: str, state: tuple[int, ...]) -> bool:
        """Let the page's file stand, or take it over from the last site, if it is still what was written."""
        target = self.fresh / path
        try:
            if _state(target) == state:
                return True
            target.unlink()
        except OSError:
            pass
        last = self.work.settings.output / path
        try:
            if path in self.work.tampered or _state(last) != state:
                return False
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(last, target)
        except OSError:
            return False
        return True

    def others(self) -> Iterator[File]:
        """Every file that is no page."""
        work = self.work
        listed = [page.url for page in self.pages if page.kind not in ("404", "gone", "moved")]
        yield File("sitemap.xml", feeds.sitemap(work.corpus, listed, work.site_url))
        yield File("robots.txt", feeds.robots(work.site_url))
        yield File(feeds.FEED, feeds.atom(work.corpus, work.history, self.site.first, work.site_url, work.today))
        yield File("manifest.json", published.as_json(work.manifest))
        yield File("changes.json", published.as_json({"changes": work.manifest["history"]}))
        yield File(".nojekyll", b"")
        for path, content in sorted({**self.theme.files, **self.map_files}.items()):
            yield File(path, content)
        for path in _images(work):
            yield File(path.removeprefix("content/"), (work.settings.root / path).read_bytes())


def _state(path: Path) -> tuple[int, ...]:
    found = os.lstat(path)
    return found.st_mtime_ns, found.st_size, found.st_ino


def site_view(work: Job, theme: assets.Assets) -> SiteView:
    """What every page shows of the dossier."""
    dossier = work.corpus.dossier
    return SiteView(
        title=dossier.title,
        summary=dossier.summary,
        snapshot=dossier.snapshot,
        language=dossier.language,
        status_note=dossier.status_note,
        licence=dossier.licence,
        licence_url=wording.LICENCES.get(dossier.licence, ""),
        publisher=dossier.publisher,
        as_of=dates.words(dates.partial(work.today)),
        as_of_iso=work.today.isoformat(),
        sources_notice=sources_notice(work.corpus),
        url=work.site_url,
        stylesheet=theme.stylesheet,
        scripts=theme.scripts,
        icon=theme.icon,
        navigation=tuple(SECTIONS.values()),
    )


def sources_notice(corpus: Corpus) -> str:
    """How many independent sources stand behind the dossier, said on every page while it is one."""
    known = relations.cited(corpus)
    cited = tuple(id for id in corpus.sources if id in known)
    if balance.independent(corpus, cited) > 1 or not corpus.sources:
        return ""
    first = corpus.sources[cited[0]] if cited else next(iter(corpus.sources.values()))
    return f"Everything here rests on a single source: {first.publisher}."


def _page(environment: Environment, work: Job, site: SiteView, lookup: Lookup, page: Page) -> tuple[str, str, str]:
    """A page: what stands before its prose, its prose, if that has a place of its own, and what stands behind."""
    url = "" if page.kind == "404" else page.url
    root = urlsplit(work.site_url).path or "/" if page.kind == "404" else addresses.way_to_root(page.save_as)
    show = Show(lookup, root, work.today, many_sources=not site.sources_notice)
    context = page.make(show)
    title, description = context.pop("title"), context.pop("description")
    crumbs = context.pop("breadcrumbs", ())
    shown = context["target"].url if page.kind == "moved" else url
    canonical = "" if page.kind == "404" else work.site_url + shown
    view = PageView(
        kind=page.kind,
        title=title,
        description=description,
        url=page.url,
        root=root,
        canonical=canonical,
        breadcrumbs=crumbs,
        section=page.section,
        edit=context.pop("edit", ""),
        review=context.pop("review", ""),
        json_ld=_json_ld(work, page, title, description, canonical, crumbs, context),
        has_map=bool(context.get("map")),
        notes=show.notes(environment.note_words, environment.noted),  # type: ignore[attr-defined]
    )
    text = environment.get_template(f"{page.kind}.html").render(site=site, page=view, **context).rstrip() + "\n"
    before, _, behind = text.partition(SLOT)
    prose = str(show.filling)  # as plain text: joined with other text, safe HTML would escape that
    return (text.replace(SLOT, prose), "", "") if SLOT in behind else (before, prose, behind)


def _json_ld(
    work: Job, page: Page, title: str, description: str, canonical: str, crumbs: object, context: object
) -> Markup:
    if not canonical:
        return Markup("")
    extra: dict[str, object] = {}
    match context:
        case {"updated_iso": str(updated), "published_iso": str(first)}:
            extra = {**days(updated, first)}
        case {"place": place} if page.kind == "place":
            extra = {
                "geo": {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude},
                "alternateName": [name.form for name in place.names],
            }
    trail = crumbs if isinstance(crumbs, tuple) else ()
    return json_ld(work.corpus.dossier, page.kind, title, description, canonical, work.site_url, trail, extra)


def _images(work: Job) -> list[str]:
    """The images that published prose shows; others stay where they are."""
    from briefing.model.relations import records

    used = {lead[1:] for record in records(work.corpus) for lead in record.prose.leads if lead[0] == "!"}
    return sorted(used & set(work.images))
