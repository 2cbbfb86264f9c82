"""What machines read of a page: schema.org data as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any

import msgspec
from markupsafe import Markup

from briefing.model import addresses, dates, wording
from briefing.model.records import Source
from briefing.model.statements import BY_SOURCE, BY_US
from briefing.model.vocabulary import ActorKind, Turn
from briefing.site import picture
from briefing.site.frame import PageView
from briefing.site.job import Job
from briefing.site.pages.events import EventLineView
from briefing.site.presenter import Contrary
from briefing.site.views import ClaimView, LaterView, Link, LocalName
from briefing.site.voices import SpokenView

_TYPES = {"brief": "Article", "about": "AboutPage", "place": "Place", "actor": "ProfilePage"}
#: What schema.org calls an actor, by its kind, where it is more than an organisation.
_ENTITIES = {
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.AUTHORITY: "GovernmentOrganization",
    ActorKind.STATE: "Country",
    ActorKind.PARTY: "PoliticalParty",
    ActorKind.UNION: "WorkersUnion",
    ActorKind.COMPANY: "Corporation",
    ActorKind.COURT: "GovernmentOrganization",
    ActorKind.MEDIA: "NewsMediaOrganization",
    ActorKind.RESEARCH: "ResearchOrganization",
    ActorKind.PERSON: "Person",
}
#: What schema.org calls the state of an event that did not happen, or not yet.
_STATUS = {"due": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}
#: A date that may be any that EDTF has, which schema.org has no name for.
_DATE, _EDTF = "http://purl.org/dc/terms/date", "http://id.loc.gov/datatypes/edtf/EDTF"
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def safe_json(data: object) -> Markup:
    """JSON that may stand in a script element: `<`, `>`, `&` and line separators are written as escapes."""
    text = msgspec.json.encode(data, order="deterministic").decode()
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return Markup(text)


def json_ld(
    job: Job,
    page: PageView,
    context: Mapping[str, Any],
    quoted: Iterable[SpokenView] = (),
    contrary: Iterable[tuple[Contrary, Source]] = (),
    claims: Iterable[ClaimView] = (),
) -> Markup:
    """A page as schema.org data: what it is, what it is part of, the way to it, who says what is `quoted` on it,
    what sources tell that is `contrary` to it or to each other, and what became of its `claims`. Empty for one without
    an address.

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
        if place.point:
            data["geo"] = dict(zip(("@type", "latitude", "longitude"), ("GeoCoordinates", *place.point), strict=True))
        data |= _alternate(place.names)
    else:
        data |= {"isPartOf": {"@id": f"{site_url}#site"}, "inLanguage": dossier.language, "license": dossier.licence}
        if dossier.period and all(map(dates.iso, dossier.period)):
            data["temporalCoverage"] = "/".join(map(dates.iso, dossier.period))
    if page.kind == "actor":
        who = {"@type": _ENTITIES.get(context["kind"], "Organization"), "name": page.title}
        data["mainEntity"] = who | _alternate(context["names"])
    if page.kind == "brief":
        updated = context["updated_iso"]
        first = context["published_iso"] or updated  # where no release tells the first day, that of the words shown
        data |= {"headline": page.title, "datePublished": first, "dateModified": max(updated, first)}
        data |= {"image": f"{site_url}{picture.PATH}"}
    graph: list[dict[str, Any]] = [site, data] if page.kind == "home" else [data]
    if page.breadcrumbs:
        trail = [
            {"@type": "ListItem", "position": number, "name": crumb.title, "item": site_url + crumb.url}
            for number, crumb in enumerate(page.breadcrumbs, 1)
        ]
        trail.append({"@type": "ListItem", "position": len(trail) + 1, "name": page.title})
        graph.append({"@type": "BreadcrumbList", "itemListElement": trail})
    if page.kind == "timeline" and not context["where"]:  # else the pages of the years have them
        views = [getattr(view, "line", view) for _, group in context["groups"] for view in group]
        graph += map(_event, views, repeat(site_url))
    graph += _quotations(quoted, page.canonical, site_url, dossier.language)
    graph += _contrary(contrary, page.canonical, site_url)
    graph += [_claim(claim, page.canonical, site_url) for claim in claims]
    return safe_json({"@context": "https://schema.org", "@graph": graph})


def _event(line: EventLineView, site_url: str) -> dict[str, Any]:
    """An event: when it was in ISO 8601, where that can say it, and in EDTF, which says as much as is known."""
    status, terms = _STATUS.get(line.status), {"startDate": line.start, "endDate": line.end}
    data = {"@type": "Event", "@id": site_url + line.url, "name": line.title, "url": site_url + line.url}
    data |= {key: value for key, value in terms.items() if value}
    data |= {"eventStatus": f"https://schema.org/{status}"} if status else {}
    return data | ({_DATE: {"@type": _EDTF, "@value": line.edtf}} if line.edtf else {})


def _alternate(names: Iterable[LocalName]) -> dict[str, Any]:
    """What something is called in other languages, each name with its language."""
    forms = [{"@language": name.language, "@value": form} for name in names for form in name.forms]
    return {"alternateName": forms} if forms else {}


def _claim(claim: ClaimView, page: str, site_url: str) -> dict[str, Any]:
    """A statement: whose it is, how sure we are of it, and as comments what became of it."""
    data: dict[str, Any] = {
        "@type": "Claim",
        "text": claim.text,
        "url": site_url + claim.url,
        "isPartOf": {"@id": page},
    }
    data |= _dated(claim.edtf)
    if claim.whose:
        data["author"] = [_agent(link, kind, site_url) for link, kind in claim.whose]
    if sure := claim.confidence:
        data["additionalProperty"] = {
            "@type": "PropertyValue",
            "name": "confidence",
            "value": sure.words,
            "description": sure.why,
        }
    if claim.later:
        data["comment"] = [_comment(later, site_url) for later in claim.later]
    return data


def _comment(later: LaterView, site_url: str) -> dict[str, Any]:
    """What became of a statement."""
    line = later.line
    data: dict[str, Any] = {
        "@type": "CorrectionComment" if line.turn in (Turn.RETRACTED, Turn.CORRECTED) else "Comment",
        "name": line.words,
        "isBasedOn": [site_url + cite.url for cite in later.citations],
    }
    data |= _dated(line.edtf)
    if line.by.title:
        data["author"] = _agent(line.by, line.kind, site_url)
    if words := later.says or (later.quote.text if later.quote else ""):
        data["text"] = words
    return data


def _dated(edtf: str) -> dict[str, str]:
    """When something was said: as ISO 8601 has it, else in EDTF; nothing without a date."""
    iso = dates.iso(dates.parse(edtf)) if edtf else ""
    return {"dateCreated": iso} if iso else {"temporal": edtf} if edtf else {}


def _agent(link: Link, kind: ActorKind | None, site_url: str) -> dict[str, Any]:
    """Whoever says something: an actor of a kind, a source's publisher, or a person without a page."""
    if not link.url:
        return {"@type": "Person", "name": link.title}
    return {"@type": _ENTITIES.get(kind, "Organization") if kind else "Organization", "name": link.title} | {
        "url": site_url + link.url
    }


def _quotations(quoted: Iterable[SpokenView], page: str, site_url: str, here: str) -> Iterator[dict[str, Any]]:
    """The quotations of a page in the language `here`, each with who speaks and its translation, and the sources that
    have them, each once.
    """
    told: set[str] = set()
    for view in quoted:
        kind, name, title = view.voice.agent
        source = view.source
        there = {"@id": site_url + addresses.of_name(f"sources/{source.id}")}
        said = {
            "@type": "Quotation",
            "text": view.text,
            "spokenByCharacter": {"@type": kind, "name": name} | ({"jobTitle": title} if title else {}),
            "isBasedOn": there,
            "isPartOf": {"@id": page},
        }
        said |= {"inLanguage": view.language} if view.language else {}
        yield said | ({"workTranslation": _translation(view, here)} if view.translation else {})
        if source.id not in told:
            told.add(source.id)
            publisher = {"@type": "Organization", "name": source.publisher}
            work = {
                "@type": "CreativeWork",
                "name": source.title,
                "publisher": publisher,
                "inLanguage": source.language,
            }
            yield there | work | ({"url": source.url} if source.url else {})


def _translation(view: SpokenView, here: str) -> dict[str, Any]:
    """The translation of a quotation into the language `here`, with who made it, as far as somebody is named."""
    assert view.translation
    by, kind = view.translation.by, "Organization" if view.translation.by == BY_SOURCE else "Person"
    name = view.source.publisher if by == BY_SOURCE else by
    about = {"@type": "CreativeWork", "text": view.translation.text, "inLanguage": here}
    about |= {"creditText": wording.translated(view.translation.by)}
    return about | ({"translator": {"@type": kind, "name": name}} if by != BY_US else {})


def _contrary(told: Iterable[tuple[Contrary, Source]], page: str, site_url: str) -> Iterator[dict[str, Any]]:
    """What sources tell otherwise than the statements of a page or each other, each with where it says so."""
    for contrary, source in told:
        work = {"@type": "CreativeWork", "name": source.title}
        yield {
            "@type": "Claim",
            "text": contrary.says,
            "disambiguatingDescription": contrary.about,
            "appearance": work | {"@id": site_url + addresses.of_name(f"sources/{source.id}")},
            "isPartOf": {"@id": page},
        } | ({"temporalCoverage": contrary.date} if contrary.date else {})
