"""From a checked dossier to what each page's template sees. Knows nothing of Pelican."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from msgspec.structs import replace

from briefing.model import addresses, dates, hosting, wording
from briefing.site import assets, map_view, picture
from briefing.site.artifacts import Artifact, Made, artifacts
from briefing.site.changes import edit_views
from briefing.site.frame import PageView, SiteView
from briefing.site.index import Index
from briefing.site.job import Job
from briefing.site.jsonld import json_ld
from briefing.site.languages import Languages
from briefing.site.lookup import Lookup
from briefing.site.pages.common import Page, Site, navigation
from briefing.site.presenter import Presenter
from briefing.site.status import status
from briefing.site.views import MapView
from briefing.store.memo import key_of

#: What a page's maker gives that is not for its own template but for every page's.
_OF_PAGE = ("title", "description", "breadcrumbs", "record", "review")


class Filled(NamedTuple):
    """A page before it is written: the name of its template, and all that this sees."""

    template: str
    context: dict[str, Any]


class Rendering:
    """What the artifacts of one site are made with."""

    def __init__(self, job: Job, drawn: map_view.DrawnMap | None, templates: bytes, held: bool) -> None:
        """`templates` is the key of all templates; `held` is whether pages are held against the sources' texts."""
        self.job = job
        theme = assets.read(job.settings.theme, job.settings.own_theme)
        self.index = Index(job)
        shown, map_files = map_view.view(job.corpus, drawn, theme)
        edits = tuple(edit_views(job.manifest.edits, job.corpus))
        site = Site(self.index, shown, job.quoted, edits, job.released, job.manifest.first_days)
        self.view = site_view(job, self.index, theme, shown)
        self.languages = Languages.of(job.corpus)
        self.artifacts = artifacts(job, site, {**theme.files, **map_files}, theme.tokens)
        dossier, terms = job.corpus.dossier, job.corpus.words.terms
        self._shared = key_of(
            self.view,
            self.languages.key,
            dossier.digest,
            terms,
            templates,
            job.site_url,
            held and job.copied,
            job.today,
        )

    def key(self, artifact: Page | Artifact, made: Made) -> bytes:
        """The key of what was made of an artifact: of its inputs, and of what it looked up."""
        inputs = (self._shared, artifact.kind, artifact.url) if isinstance(artifact, Page) else ()
        digests = map(self.index.digest, made.reads.split("\n") if made.reads else ())
        return key_of(artifact.path, *inputs, artifact.inputs, [*digests])

    def fill(self, page: Page, lookup: Lookup) -> Filled:
        """What a page's template is filled with."""
        job, lost = self.job, page.kind == "404"  # that one is shown at any address, so that it has none of its own
        root = urlsplit(job.site_url).path or "/" if lost else addresses.way_to_root(page.path)
        presenter = Presenter(lookup, root, job.today, many_sources=not self.view.status.is_single)
        context = page.make(presenter, *page.inputs)
        own = {key: context.pop(key) for key in _OF_PAGE if key in context}
        url = context["target"].url if page.kind == "moved" else page.url
        record, repository = own.pop("record", ""), job.corpus.dossier.repository
        canonical = "" if lost else job.site_url + url
        view = PageView(
            kind=page.kind,
            url=page.url,
            root=root,
            canonical=canonical,
            section=page.section,
            has_map=bool(context.get("map")),
            edit=hosting.edit(repository, record) if record else "",
            report=hosting.report(repository, own["title"], canonical, record, self.view.as_of_iso),
            notes=presenter.notes(),
            printed=presenter.printed(),
            **own,
        )
        told = presenter.quoted(), presenter.contrary(), presenter.claims()
        view = replace(view, json_ld=json_ld(job, view, context, *told))
        return Filled(f"{page.kind}.html", {"site": self.view, "page": view, **context})


def site_view(work: Job, index: Index, theme: assets.Assets, map: MapView | None) -> SiteView:
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
        status=status(work.corpus, work.today),
        stylesheet=theme.stylesheet,
        sheets=theme.sheets,
        scripts=theme.scripts,
        marks=theme.modules.get("marks", ""),
        card=theme.modules.get("card", ""),
        choose=theme.modules.get("choose", ""),
        matrix=theme.modules.get("matrix", ""),
        icon=theme.icon,
        picture=work.site_url + picture.PATH,
        picture_words=picture.words(map),
        navigation=navigation(index),
    )
