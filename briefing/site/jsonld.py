"""What machines read of a page: schema.org data as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from briefing.site.job import Job
from briefing.site.views import Link

_TYPES = {"brief": "Article", "about": "AboutPage", "place": "Place"}
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def safe_json(data: object) -> Markup:
    """JSON that may stand in a script element: `<`, `>`, `&` and line separators are written as escapes."""
    return Markup(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_ESCAPES))


def json_ld(
    job: Job,
    kind: str,
    title: str,
    description: str,
    canonical: str,
    crumbs: tuple[Link, ...],
    context: Mapping[str, Any],
) -> Markup:
    """A page as schema.org data: what it is, what it is part of, and the way to it. `context` is what its template
    sees.
    """
    dossier, site_url = job.corpus.dossier, job.site_url
    site: dict[str, Any] = {"@type": "WebSite", "@id": f"{site_url}#site", "name": dossier.title, "url": site_url}
    page: dict[str, Any] = {
        "@type": _TYPES.get(kind, "WebPage"),
        "@id": canonical,
        "url": canonical,
        "name": title,
        "description": description,
    }
    if kind == "place":
        place = context["place"]
        page["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
        page["alternateName"] = [name.form for name in place.names]
    else:
        page |= {"isPartOf": {"@id": f"{site_url}#site"}, "inLanguage": dossier.language, "license": dossier.licence}
        if dossier.period:
            page["temporalCoverage"] = "/".join(str(date) for date in dossier.period)
    if kind == "brief":
        first = context["published_iso"]
        page |= {"headline": title, "dateModified": max(context["updated_iso"], first)}
        page |= {"datePublished": first} if first else {}
    graph: list[dict[str, Any]] = [site, page] if kind == "home" else [page]
    if crumbs:
        trail = [
            {"@type": "ListItem", "position": number, "name": crumb.title, "item": site_url + crumb.url}
            for number, crumb in enumerate(crumbs, 1)
        ]
        trail.append({"@type": "ListItem", "position": len(crumbs) + 1, "name": title})
        graph.append({"@type": "BreadcrumbList", "itemListElement": trail})
    return safe_json({"@context": "https://schema.org", "@graph": graph})
