"""What machines read of a page: JSON-LD and absolute addresses. Pure; imports views and the model."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from briefing.model.records import Dossier
from briefing.site.views import Link

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def safe_json(data: object) -> Markup:
    """JSON that may stand in a script element: `<`, `>`, `&` and line separators are written as escapes."""
    return Markup(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_ESCAPES))


def days(updated: str, first: str) -> dict[str, str]:
    """When a text was published, where that is known, and when it was changed last, which is not before."""
    return {"dateModified": max(updated, first)} | ({"datePublished": first} if first else {})


def json_ld(
    dossier: Dossier,
    kind: str,
    title: str,
    description: str,
    canonical: str,
    site_url: str,
    crumbs: tuple[Link, ...],
    extra: dict[str, Any],
) -> Markup:
    """The page as schema.org data: what it is, what it is part of, and the way to it."""
    site: dict[str, Any] = {"@type": "WebSite", "@id": f"{site_url}#site", "name": dossier.title, "url": site_url}
    page: dict[str, Any] = {
        "@type": {"brief": "Article", "home": "WebPage", "about": "AboutPage", "place": "Place"}.get(kind, "WebPage"),
        "@id": canonical,
        "url": canonical,
        "name": title,
        "description": description,
    }
    if kind != "place":
        page |= {"isPartOf": {"@id": f"{site_url}#site"}, "inLanguage": dossier.language, "license": dossier.licence}
        if dossier.period:
            page["temporalCoverage"] = "/".join(str(date) for date in dossier.period)
    if kind == "brief":
        page["headline"] = title
    page |= extra
    graph: list[dict[str, Any]] = [site, page] if kind == "home" else [page]
    if crumbs:
        items = [*crumbs, Link(title, "")]
        graph.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": number,
                        "name": crumb.title,
                        **({"item": site_url + crumb.url} if number < len(items) else {}),
                    }
                    for number, crumb in enumerate(items, 1)
                ],
            }
        )
    return safe_json({"@context": "https://schema.org", "@graph": graph})
