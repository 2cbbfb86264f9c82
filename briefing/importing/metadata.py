"""What a page of the web says of itself: title, author, publisher, day, address, language. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from briefing.importing import days, lettering, tongue
from briefing.importing.blocks import Block, Imported, Sort

_ARTICLES = re.compile(r"Article|Report|Posting|Statement|WebPage$")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)")
#: Words in a headline by which offices call what they state.
_STATEMENT = re.compile(
    r"^(?:\w+\s){0,3}(?:(?:joint |press )?statement|press release|"
    r"communiqué|pressemitteilung|presseerklärung|erklärung|"
    r"saopštenj\w*|priopćenj\w*|саопштењ\w*|заявление|déclaration|declaración|comunicado|comunicato|deklarat\w*|بيان)\b",
    re.IGNORECASE,
)
_PART = "The page says that only subscribers see all of it: see whether the text is whole."
_BY = re.compile(r"^(?:by|von|par|por|di|da|od|nga)\s+", re.IGNORECASE)
#: Names of the page's own statements, the best first.
_NAMES = {
    "title": "og:title twitter:title citation_title dc.title dcterms.title parsely-title headline",
    "author": "author article:author og:article:author citation_author dc.creator "
    "dcterms.creator parsely-author byl sailthru.author",
    "publisher": "og:site_name citation_publisher citation_journal_title dc.publisher application-name publisher",
    "published": "article:published_time og:article:published_time "
    "citation_publication_date citation_date dc.date dcterms.date dc.date.issued "
    "dcterms.issued parsely-pub-date date pubdate publishdate sailthru.date og:published_time datepublished",
    "address": "og:url parsely-link",
    "language": "og:locale content-language dc.language language",
}


def read(root: Any, typed: str) -> Imported:
    """What is told in a page's head and in its data for search engines."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("http-equiv") or meta.get("itemprop") or ""
        ).lower()
        if value := lettering.clean(meta.get("content", "")):
            metas.setdefault(name, value)
    found = {key: next((metas[name] for name in names.split() if name in metas), "") for key, names in _NAMES.items()}
    data = _linked_data(root)
    told = {key: value for key, value in _of_data(data).items() if value}
    found |= {key: value for key, value in told.items() if key != "title" or not found["title"]}
    title = root.find(".//title")
    own, site = _without_site(lettering.clean(title.text_content()) if title is not None else "")
    found["title"] = found["title"] or own
    canonical = next(
        (link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"), ""
    )
    saved = match[1] if (match := _SAVED_FROM.search(typed[:5000])) else ""
    address = next((url for url in (canonical, found["address"], saved) if re.match(r"https?://", url)), "")
    if found["author"].startswith(("http:", "https:", "/")):
        found["author"] = ""
    language = tongue.tag(root.get("lang", "") or root.get("xml:lang", "") or found["language"])
    published = days.read(found["published"]) or _time(root)
    is_site_guessed = not found["publisher"] and 0 < len(site) <= 60
    is_part = str(data.get("isAccessibleForFree", "")).lower() in ("false", "no")
    is_article = bool(data) or metas.get("og:type", "") == "article"
    return Imported(
        (),
        title=found["title"],
        author=_BY.sub("", found["author"]),
        publisher=site if is_site_guessed else found["publisher"],
        published=published,
        address=address,
        language=language,
        kind="article" if is_article else "",
        guessed=("publisher",) if is_site_guessed else (),
        remarks=(_PART,) if is_part else (),
    )


def filled(told: Imported, blocks: list[Block], marks: int, address: str) -> Imported:
    """A page's statements with its blocks; what it does not state is looked for in them."""
    lines = {sort: next((block.text for block in blocks if block.sort is sort), "") for sort in Sort}
    language = told.language
    guess = tongue.guess(" ".join(block.text for block in blocks if block.sort is Sort.PARAGRAPH))
    remarks = list(told.remarks)
    if guess and language and guess != language.split("-")[0]:
        remarks.append(f"The page says that its language is {language}, its words look like {guess}: see `language`.")
    byline = _BY.sub("", re.split(r"[,|•·]| and published", lines[Sort.BYLINE])[0]).strip()
    return msgspec.structs.replace(
        told,
        blocks=tuple(blocks),
        title=lines[Sort.TITLE] or told.title,
        author=told.author or (byline if 0 < len(byline) < 60 and not days.read(byline) else ""),
        published=told.published or days.read(lines[Sort.DATELINE]) or days.read(lines[Sort.BYLINE]),
        address=told.address or address,
        language=language or guess,
        kind=told.kind or ("statement" if _STATEMENT.search(told.title) else "article"),
        remarks=tuple(remarks),
        marks=marks,
        guessed=(*told.guessed, *(() if told.kind else ("kind",)), *(() if language or not guess else ("language",))),
    )


def _linked_data(root: Any) -> dict[str, Any]:
    """The article that a page's JSON-LD describes; empty where there is none."""
    for script in root.iter("script"):
        if script.get("type", "").lower() != "application/ld+json" or len(script.text or "") > 1_000_000:
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type", "")
            if any(
                _ARTICLES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
            ) and thing.get("headline"):
                return thing
    return {}


def _things(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        data = data.get("@graph", [])
    if isinstance(data, list) and depth < 4:
        for entry in data[:200]:
            yield from _things(entry, depth + 1)


def _of_data(data: dict[str, Any]) -> dict[str, str]:
    authors = data.get("author") or []
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    page = data.get("mainEntityOfPage")
    address = data.get("url") or (page.get("@id", "") if isinstance(page, dict) else page)
    return {
        "title": _plain(data.get("headline")),
        "author": ", ".join(filter(None, names[:6])),
        "publisher": _name(data.get("publisher")),
        "published": _plain(data.get("datePublished")),
        "address": _plain(address),
        "language": _plain(data.get("inLanguage")),
    }


def _name(thing: Any) -> str:
    return _plain(thing.get("name") if isinstance(thing, dict) else thing)


def _plain(value: Any) -> str:
    return lettering.clean(value)[:400] if isinstance(value, str) else ""


def _time(root: Any) -> str:
    for element in root.iter("time"):
        if day := days.read(element.get("datetime", "")) or days.read(element.text_content()):
            return day
    return ""


def _without_site(title: str) -> tuple[str, str]:
    """A page's title without the site's name behind it, and that name."""
    head, bar, tail = re.sub(r"\s+[|–—-]\s+", "\0", title).rpartition("\0")
    return (head.replace("\0", " – "), tail) if bar and len(head) > len(tail) else (title, "")
