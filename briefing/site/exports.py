"""What is published beside the pages: Atom feed, sitemap, robots.txt. Pure: records in, bytes out."""

from __future__ import annotations

import datetime
import html
from collections.abc import Mapping
from io import StringIO
from xml.sax.saxutils import escape

from briefing.model import addresses, dates
from briefing.model.records import Corpus, PartialDate
from briefing.site.changes import Told

FEED = "feeds/all.atom.xml"
MAX_ENTRIES = 50


def _moment(date: PartialDate) -> datetime.datetime:
    return datetime.datetime(date.year, date.month or 1, date.day or 1, tzinfo=datetime.UTC)


def atom(
    corpus: Corpus, history: tuple[Told, ...], first: Mapping[str, str], site_url: str, today: datetime.date
) -> bytes:
    """The Atom feed (RFC 4287): the newest briefs and change notes, at most 50.

    Summaries are HTML by that format, so they are escaped here once more; moments are midnight UTC of the record's own
    dates, and of the day on which it was `first` published where that is known.
    """
    from feedgenerator import Atom1Feed

    dossier = corpus.dossier

    class Feed(Atom1Feed):  # type: ignore[misc]
        """The library takes the clock when there is no entry; we take the build's day."""

        def latest_post_date(self) -> datetime.datetime:
            return max((item["updateddate"] for item in self.items), default=_moment(dates.partial(today)))

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
    published = {
        site_url + addresses.of_name(record): dates.parse(day)
        for record, day in first.items()
        if record.startswith("briefs/")
    }
    entries: list[tuple[PartialDate, str, str, str, str]] = [
        (max(brief.updated, published.get(address, brief.updated)), address, address, brief.title, brief.summary)
        for brief in corpus.briefs.values()
        for address in [site_url + addresses.brief(brief.id)]
    ]
    for change in history:
        page = f"{site_url}changes/#{change.anchor}"
        title = f"Change: {change.link.title}"
        entries.append((dates.parse(change.date), site_url + change.uid, page, title, _told(change)))
    entries.sort(key=lambda entry: (entry[0], entry[1]), reverse=True)
    for date, id, link, title, text in entries[:MAX_ENTRIES]:
        feed.add_item(
            title=title,
            link=link,
            description=html.escape(text),
            unique_id=id,
            updateddate=_moment(date),
            pubdate=_moment(published.get(id, date)),
        )
    out = StringIO()
    feed.write(out, "utf-8")
    return out.getvalue().encode()


def _told(change: Told) -> str:
    """A change in one paragraph: what, why, before and after."""
    parts = [f"{change.what} Why: {change.why}" if change.why else change.what]
    parts += [
        f"{d.key}: from “{d.before}” to “{d.after}”." if d.after else f"{d.key}: “{d.before}” was removed."
        for d in change.differences
    ]
    return " ".join(parts)


def sitemap(corpus: Corpus, urls: list[str], site_url: str) -> bytes:
    """The sitemap (sitemaps.org 0.9) of the pages at `urls`; briefs with the day of their last change."""
    changed = {addresses.brief(brief.id): str(brief.updated) for brief in corpus.briefs.values()}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for url in urls:
        last = f"<lastmod>{changed[url]}</lastmod>" if url in changed else ""
        lines.append(f"<url><loc>{escape(site_url + url)}</loc>{last}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def robots(site_url: str) -> bytes:
    """robots.txt: everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n".encode()
