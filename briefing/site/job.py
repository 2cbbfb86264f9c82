"""What is to be rendered: a checked dossier with the build's settings and the day from which the site speaks."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from briefing.dossier.inspection import Inspection
from briefing.model import dates, relations
from briefing.model.records import Corpus
from briefing.model.settings import LOCAL_URL, Settings, today
from briefing.publication import published
from briefing.publication.manifest import Manifest
from briefing.quotations import copying
from briefing.quotations.proofs import Proved
from briefing.site import map_view
from briefing.site.changes import ChangeView, change_views
from briefing.store.memo import Memo, key_of
from briefing.store.snapshot import Stat


class Job(Struct, frozen=True):
    """A checked corpus and all that its site depends on besides.

    `before` changes with what was published before. `drawn` waits for the map, if it is being drawn already. `site` are
    the files of the last site as they were written, and `take_over` puts one of them into the next.
    """

    corpus: Corpus
    settings: Settings
    today: datetime.date
    images: tuple[str, ...]
    history: tuple[ChangeView, ...]
    manifest: Manifest
    released: bool
    quoted: dict[str, tuple[int, str]]
    proved: Mapping[str, tuple[Proved, ...]]
    before: bytes
    runs: copying.Runs = field(default_factory=copying.Runs)
    memo: Memo = field(default_factory=Memo)
    drawn: Callable[[], map_view.DrawnMap | None] | None = None
    site: Mapping[str, Stat] = field(default_factory=dict)
    take_over: Callable[[str], bool] = lambda path: False

    @classmethod
    def of(cls, inspection: Inspection, settings: Settings, memo: Memo | None = None) -> Job:
        """The job after an inspection without errors."""
        corpus, verified = inspection.loaded.corpus, inspection.verified
        assert corpus is not None
        as_of = corpus.dossier.as_of
        manifest = published.manifest(corpus, inspection.published)
        return cls(
            corpus=corpus,
            settings=settings,
            today=today(settings.as_of, dates.day(as_of) if as_of else None),
            images=tuple(inspection.loaded.files.images),
            history=tuple(change_views(manifest.history, corpus)),
            manifest=manifest,
            released=bool(inspection.published.records),
            quoted={
                id: (words, f"{verified.share(id):.1f} %" if verified.total_words.get(id) else "")
                for id, words in verified.quoted_words.items()
            },
            proved=verified.proved,
            runs=inspection.loaded.style.runs,
            memo=memo or Memo(),
            before=key_of(inspection.published),
        )

    @property
    def key(self) -> str:
        """What changes with all that any file of the site is made from but the theme."""
        records = [(record.path, record.digest) for record in relations.records(self.corpus)]
        return key_of(records, self.before, self.today, self.site_url, self.quoted).hex()

    @property
    def copied(self) -> str:
        """The sources' texts at hand, by hash: pages are checked against them."""
        return self.runs.key if self.runs else ""

    @property
    def site_url(self) -> str:
        """The site's address: as told, else the dossier's, else where `invoke serve` shows it."""
        own = self.corpus.dossier.site_url
        return self.settings.site_url or (own if own.endswith("/") or not own else own + "/") or LOCAL_URL
