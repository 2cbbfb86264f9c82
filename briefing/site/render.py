"""All files of the site from a checked dossier: pages through the theme's templates, then exports, assets and images.

Knows nothing of Pelican but the Jinja environment that it gets.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from msgspec import Struct
from msgspec.structs import replace

from briefing.checks import balance
from briefing.model import addresses, dates, relations, wording
from briefing.model.records import Corpus
from briefing.model.text import digest
from briefing.quotations import copying
from briefing.site import assets, map_view, templates
from briefing.site.audit import Audit
from briefing.site.cached_page import CachedPage
from briefing.site.changes import edit_views
from briefing.site.exports import EXPORTS
from briefing.site.index import Index
from briefing.site.job import Job
from briefing.site.jsonld import json_ld
from briefing.site.lookup import Lookup
from briefing.site.pages import pages
from briefing.site.pages.common import SECTIONS, Page, Site
from briefing.site.presenter import Presenter
from briefing.site.views import PageView, SiteView
from briefing.store.cache import Shelf


class File(Struct, frozen=True):
    """One file of the output: its path with forward slashes, and its content."""

    path: str
    content: bytes


class Rendering:
    """One run over all pages. A page whose fingerprint is what it was, and whose file is still there, is kept."""

    def __init__(
        self,
        environment: Environment,
        work: Job,
        fresh: Path,
        drawn: Callable[[], map_view.DrawnMap | None],
        theme_key: str,
    ) -> None:
        self.environment, self.work, self.fresh = environment, work, fresh
        self.theme = assets.read(work.settings.theme)
        self.index = Index(work.corpus, work.history, work.proved)
        self.map_view, self.map_files = map_view.view(work.corpus, drawn(), self.theme)
        edits = tuple(edit_views(work.manifest.edits, work.corpus))
        first = work.manifest.first_days
        self.site = Site(self.index, self.map_view, work.quoted, edits, work.released, first)
        self.view = site_view(work, self.theme)
        self.pages = pages(self.site)
        base = urlsplit(work.site_url).path or "/"
        whole = os.environ.get("BRIEFING_AUDIT") == "whole"
        self.audit = Audit(base, copying.Sieve(work.runs).copied if whole else None)
        dossier, terms = work.corpus.dossier, work.corpus.words.terms
        self.common = digest(self.view, dossier.digest, terms, theme_key, work.site_url, whole and work.copied)
        self.shelf = Shelf(work.cache, "pages")
        self.former: dict[str, CachedPage] = self.shelf.all()

    def cached(self, page: Page) -> CachedPage | None:
        """The page as it was made before, if it would be the same now; its file is then in the fresh folder."""
        old = self.former.get(page.save_as)
        if old is None or old.fingerprint != self._fingerprint(page, zlib.decompress(old.keys).decode()):
            return None
        return old if self._keep(page.save_as, old.state) else None

    def make(self, page: Page) -> CachedPage:
        """Make a page, and put its file into the fresh folder."""
        target = self.fresh / page.save_as
        target.parent.mkdir(parents=True, exist_ok=True)
        lookup = Lookup(self.index)
        with templates.reporting_faults(self.work.settings.theme):
            text = _page(self.environment, self.work, self.view, lookup, page)
        links = self.audit.look(page.save_as, text)
        target.unlink(missing_ok=True)  # never write into a file that another folder may share
        target.write_bytes(text.encode())
        keys = lookup.used()
        return CachedPage(zlib.compress(keys.encode(), 1), self._fingerprint(page, keys), links, _state(target))

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
        """Every file that is not a page: exports, the theme's and the map's files, images."""
        work = self.work
        urls = [page.url for page in self.pages if page.listed]
        for path, export in EXPORTS.items():
            content = export(work, urls)
            if not isinstance(content, bytes):
                raise TypeError(f"{export.__name__} must return the bytes of {path}")
            yield File(path, content)
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
        snapshot=dossier.snapshot,
        language=dossier.language,
        status_note=dossier.status_note,
        licence=dossier.licence,
        licence_url=wording.LICENCES.get(dossier.licence, ""),
        publisher=dossier.publisher,
        as_of=dates.words(dates.partial(work.today)),
        as_of_iso=work.today.isoformat(),
        sources_notice=sources_notice(work.corpus),
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


def _page(environment: Environment, work: Job, site: SiteView, lookup: Lookup, page: Page) -> str:
    """The text of a page."""
    lost = page.kind == "404"  # shown at any address, so that it has none of its own
    root = urlsplit(work.site_url).path or "/" if lost else addresses.way_to_root(page.save_as)
    presenter = Presenter(lookup, root, work.today, many_sources=not site.sources_notice)
    context = page.make(presenter, *page.inputs)
    own = {key: context.pop(key) for key in ("title", "description", "breadcrumbs", "edit", "review") if key in context}
    url = context["target"].url if page.kind == "moved" else page.url
    view = PageView(
        kind=page.kind,
        url=page.url,
        root=root,
        canonical="" if lost else work.site_url + url,
        section=page.section,
        has_map=bool(context.get("map")),
        notes=presenter.notes(),
        **own,
    )
    view = replace(view, json_ld=json_ld(work, view, context))
    return environment.get_template(f"{page.kind}.html").render(site=site, page=view, **context)


def _images(work: Job) -> list[str]:
    """The images that published prose shows; others are not copied."""
    used = {lead[1:] for record in relations.records(work.corpus) for lead in record.prose.leads if lead[0] == "!"}
    return sorted(used & set(work.images))
