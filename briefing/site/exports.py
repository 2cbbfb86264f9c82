"""What is published beside the pages: Atom feed, sitemap, robots.txt, data. One function makes each file."""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterator
from io import StringIO
from xml.sax.saxutils import escape

from briefing.model import addresses, dates, wording
from briefing.model.records import PartialDate
from briefing.model.relations import laters, records
from briefing.model.text import digest
from briefing.publication.manifest import as_json
from briefing.site.changes import ChangeView
from briefing.site.job import Job
from briefing.site.languages import Languages
from briefing.site.links import link_in
from briefing.site.views import Link

#: Makes the bytes of one file from the job and the addresses of the pages that search engines may list.
Export = Callable[[Job, list[str]], bytes]
EXPORTS: dict[str, Export] = {}
FEED = "feeds/all.atom.xml"
MAX_ENTRIES = 50


def export(path: str) -> Callable[[Export], Export]:
    """Register the maker of a file, whose path is relative to the output folder.

    Raises TypeError where the path is missing or another file's.
    """
    if callable(path):
        raise TypeError(f'mark {getattr(path, "__name__", path)} by @export("its/path")')

    def register(make: Export) -> Export:
        if path in EXPORTS:
            raise TypeError(f"{make.__name__} must have a path of its own; {path} is that of {EXPORTS[path].__name__}")
        EXPORTS[path] = make
        return make

    return register


@export("sitemap.xml")
def sitemap(job: Job, urls: list[str]) -> bytes:
    """The sitemap (sitemaps.org 0.9); briefs with the day of their last change."""
    changed = {addresses.of_name(f"briefs/{brief.id}"): str(brief.updated) for brief in job.corpus.briefs.values()}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for url in urls:
        last = f"<lastmod>{changed[url]}</lastmod>" if url in changed else ""
        lines.append(f"<url><loc>{escape(job.site_url + url)}</loc>{last}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


@export("robots.txt")
def robots(job: Job, urls: list[str]) -> bytes:
    """Everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {job.site_url}sitemap.xml\n".encode()


@export(FEED)
def atom(job: Job, urls: list[str]) -> bytes:
    """The Atom feed (RFC 4287): the newest briefs, change notes and what became of statements, at most 50.

    Summaries are HTML by that format, so they are escaped here once more; moments are midnight UTC of the record's own
    dates, and of the day on which a brief was first released where that is known.
    """
    from feedgenerator import Atom1Feed

    dossier, site_url = job.corpus.dossier, job.site_url
    languages = Languages.of(job.corpus)

    class Feed(Atom1Feed):  # type: ignore[misc]
        """The library takes the clock when there is no entry; we take the build's day."""

        def latest_post_date(self) -> datetime.datetime:
            return max((item["updateddate"] for item in self.items), default=_moment(dates.partial(job.today)))

    feed = Feed(
        title=dossier.title,
        link=site_url,
        description=dossier.summary,
        subtitle=dossier.summary,
        language=dossier.language,
        feed_url=site_url + FEED,
        author_name=dossier.publisher or dossier.title,
        feed_guid=site_url,
    )
    first = {
        site_url + addresses.of_name(record): dates.parse(day)
        for record, day in job.manifest.first_days.items()
        if record.startswith("briefs/")
    }
    entries: list[tuple[PartialDate, str, str, str, str]] = []
    for brief in job.corpus.briefs.values():
        address = site_url + addresses.of_name(f"briefs/{brief.id}")
        updated = max(brief.updated, first.get(address, brief.updated))
        entries.append((updated, address, address, brief.title, brief.summary))
    for change in job.history:
        page = f"{site_url}changes/#{change.anchor}"
        title = f"Change: {change.link.title}"
        entries.append((dates.parse(change.edtf), site_url + change.uid, page, title, _in_one_paragraph(change)))
    entries += _turns(job)
    entries.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    for date, id, link, title, text in entries[:MAX_ENTRIES]:
        feed.add_item(
            title=title,
            link=link,
            description=languages.marked(html.escape(text)),
            unique_id=id,
            updateddate=_moment(date),
            pubdate=_moment(first.get(id, date)),
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode()


def _turns(job: Job) -> Iterator[tuple[PartialDate, str, str, str, str]]:
    """What became of statements: the day, an id for good, the address, the title and the text."""
    for record in records(job.corpus):
        link = Link("What stands", "") if record is job.corpus.dossier else link_in(job.corpus, record)
        for _, of, later in laters(record):
            address = job.site_url + link.url
            told_apart = digest(later.what, str(later.date), later.by, later.says)
            uid = f"{address}{'-' if '#' in link.url else '#'}later-{told_apart}"
            by = job.corpus.actors[later.by].name if later.by in job.corpus.actors else later.by
            what = f"{wording.TURN[later.what]}, {dates.words(later.date)}{f', by {by}' if by else ''}."
            told = getattr(of, "text", "") or getattr(of, "title", "")
            text = " ".join(filter(None, (told, what, later.says or (f"“{later.quote}”" if later.quote else ""))))
            yield later.date, uid, address, f"{wording.TURN[later.what]}: {link.title}", text


def _moment(date: PartialDate) -> datetime.datetime:
    day = dates.begin(date)
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _in_one_paragraph(change: ChangeView) -> str:
    """A change: what, why, before and after."""
    parts = [f"{change.what} Why: {change.why}" if change.why else change.what]
    parts += [
        f"{d.key}: from “{d.before}” to “{d.after}”." if d.after else f"{d.key}: “{d.before}” was removed."
        for d in change.differences
    ]
    return " ".join(parts)


@export("manifest.json")
def manifest(job: Job, urls: list[str]) -> bytes:
    """What is published of every record."""
    return as_json(job.manifest)


@export("changes.json")
def changes(job: Job, urls: list[str]) -> bytes:
    """Every change note."""
    return as_json({"changes": job.manifest.history})


@export(".nojekyll")
def nojekyll(job: Job, urls: list[str]) -> bytes:
    """Its presence tells GitHub Pages to publish the files as they are."""
    return b""
