"""What machines read of a page: schema.org data as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from markupsafe import Markup

from briefing.site.job import Job
from briefing.site.views import PageView

_TYPES = {"brief": "Article", "about": "AboutPage", "place": "Place"}
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def safe_json(data: object) -> Markup:
    """JSON that may stand in a script element: `<`, `>`, `&` and line separators are written as escapes."""
    text = msgspec.json.encode(data, order="deterministic").decode()
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return Markup(text)


def json_ld(job: Job, page: PageView, context: Mapping[str, Any]) -> Markup:
    """A page as schema.org data: what it is, what it is part of, and the way to it. Empty for one without an address.

    `context` is what the page's template sees.
    """
    if not page.canonical:
        return Markup("")
    dossier, site_url = job.corpus.dossier, job.site_url
    site: dict[str, Any] = {"@type": "WebSite", "@id": f"{site_url}#site", "name": dossier.title, "url": site_url}
    data: dict[str, Any] = {
        "@type": _TYPES.get(page.kind, "WebPage"),
        "@id": page.canonical,
        "url": page.canonical,
        "name": page.title,
        "description": page.description,
    }
    if page.kind == "place":
        place = context["place"]
        data["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
        data["alternateName"] = [name.form for name in place.names]
    else:
        data |= {"isPartOf": {"@id": f"{site_url}#site"}, "inLanguage": dossier.language, "license": dossier.licence}
        if dossier.period:
            data["temporalCoverage"] = "/".join(str(date) for date in dossier.period)
    if page.kind == "brief":
        first = context["published_iso"]
        data |= {"headline": page.title, "dateModified": max(context["updated_iso"], first)}
        data |= {"datePublished": first} if first else {}
    graph: list[dict[str, Any]] = [site, data] if page.kind == "home" else [data]
    if page.breadcrumbs:
        trail = [
            {"@type": "ListItem", "position": number, "name": crumb.title, "item": site_url + crumb.url}
            for number, crumb in enumerate(page.breadcrumbs, 1)
        ]
        trail.append({"@type": "ListItem", "position": len(trail) + 1, "name": page.title})
        graph.append({"@type": "BreadcrumbList", "itemListElement": trail})
    return safe_json({"@context": "https://schema.org", "@graph": graph})
