"""What stands around the text of a page and is no part of it: menus, advertisements, comments, links to other pages.
Pure.
"""

from __future__ import annotations

import itertools
import re
from typing import Any

from briefing.importing.blocks import Sort

#: Elements that hold no text that a reader sees.
SILENT = frozenset(
    "script style noscript template svg math head iframe object embed audio video canvas select option datalist "
    "textarea input link meta title map area progress meter dialog".split()
)
_TAGS = {"nav": Sort.MENU, "menu": Sort.MENU, "form": Sort.OTHER, "button": Sort.OTHER, "footer": Sort.OTHER}
_TAGS |= {"aside": Sort.RELATED, "label": Sort.OTHER}
#: The role that our reader of mail gives to what a message quotes.
EARLIER = "briefing-earlier"
_ROLES = {
    "navigation": Sort.MENU,
    "search": Sort.MENU,
    "banner": Sort.MENU,
    "contentinfo": Sort.OTHER,
    "complementary": Sort.RELATED,
    "dialog": Sort.OTHER,
    "alertdialog": Sort.OTHER,
    "menu": Sort.MENU,
    "menubar": Sort.MENU,
    "toolbar": Sort.OTHER,
    EARLIER: Sort.EARLIER_MAIL,
}
#: Words in classes and ids, whole between hyphens and capitals, by what they tell of.
_NAMES = {
    Sort.ADVERTISEMENT: "ad ads adbox adslot adunit adwrap advert adverts advertisement advertorial advertising "
    "anzeige banner dfp gpt outbrain publicite reklama sponsor sponsored taboola werbung",
    Sort.COMMENT: "comment comments commentlist commenters disqus respond replies kommentare komente komentari "
    "commentaires",
    Sort.MENU: "breadcrumb breadcrumbs nav navbar navigation menu topbar toolbar skip skiplink masthead pagination "
    "pager siteheader toc",
    Sort.RELATED: "related recommended recommendation recommendations mostread trending teaser teasers sidebar rail "
    "readmore richlink morestories popular latest promo promobox seealso furtherreading onward",
    Sort.OTHER: "share sharing social sociallinks sharebar newsletter signup subscribe subscription paywall cookie "
    "cookies consent gdpr modal popup overlay tags taglist widget footer sitefooter copyright authorbio aboutauthor "
    "hidden visuallyhidden sronly screenreader noprint printonly tooltip player submeta",
}
#: Beginnings of such words that pages join with others: `cookiebanner`, `relatedposts`, `newslettersignup`.
_STEMS = (
    ("related", Sort.RELATED),
    ("recommend", Sort.RELATED),
    ("advert", Sort.ADVERTISEMENT),
    ("cookie", Sort.OTHER),
    ("newsletter", Sort.OTHER),
    ("paywall", Sort.OTHER),
    ("gdpr", Sort.OTHER),
    ("podeli", Sort.OTHER),
    ("tagovi", Sort.OTHER),
)
_BY_NAME = {name: sort for sort, names in _NAMES.items() for name in names.split()}
#: Two such words beside each other count as one: `most-read`, `read_more`, `sr-only`.
_PAIRED = frozenset(
    {"richlink", "mostread", "readmore", "morestories", "seealso", "sronly", "visuallyhidden", "screenreader"}
)
_PAIRED |= {"authorbio", "aboutauthor", "siteheader", "sitefooter", "skiplink", "taglist", "furtherreading", "adslot"}
#: Not what follows a figure: `sc-f98b1ad2` is a hash, and no word.
_PARTS = re.compile(r"(?<![0-9a-z])[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")
#: Attributes in which pages name their parts.
_NAMING = ("class", "id", "data-component", "data-testid", "data-gu-name", "data-spacefinder-role", "data-module")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Whole lines by which pages say what stands there.
_LINES = (
    (
        Sort.ADVERTISEMENT,
        r"(?:advertisements?|anzeige|werbung|publicité|publicidad|pubblicità|reklama|sponsored( content)?|"
        r"(story|article) continues below( this)?( advertisement)?|scroll to continue( reading)?)[:.]?",
    ),
    (
        Sort.RELATED,
        r"(?:read (more|next|also|on)|related( articles?| stories| topics)?|more on this( story| topic)?|"
        r"see also|most read|you (may|might) also (like|be interested in)|recommended( for you)?|"
        r"lesen sie auch|lesen sie mehr|mehr zum thema|auch interessant|ähnliche (beiträge|artikel)|meistgelesen|"
        r"das könnte sie( auch)? interessieren|(à )?lire aussi|les plus lus|sur le même sujet|lea también|leggi anche|"
        r"(pro)?čitaj(te)? (još|i)|(про)?читај(те)? (још|и)|najčitanije|најчитаније|povezane (vesti|teme)|"
        r"lexoni (edhe|gjithashtu)|читайте также|(اقرأ|إقرأ) (أيضا|أيضًا|المزيد)|explore more on these topics)"
        r"\b[:|]?.{0,120}",
    ),
    (
        Sort.OTHER,
        r"(?:share( this)?( article| story)?( on .{1,20})?|print( this page)?|save|copy link|e?mail|follow us.{0,40}|"
        r"sign up (for|to) .{1,120}|subscribe( now| to .{1,80})?|back to top|skip to (main )?content|teilen|partager|"
        r"(last (modified|updated)|(zuletzt )?aktualisiert|mis à jour)( on| at| am| le)?:? .{0,20}\d.{0,40}|"
        r"(podeli|подели|tagovi|тагови|schlagwörter|tags): .{0,120}|after newsletter promotion|"
        r"do you have an opinion on the issues raised in this article\?.*|"
        r"il vous reste [\d.,]+ ?% de cet article à lire.*|"
        r"\d+ (comments?|shares?|min(utes?)? read)|image (source|credit)[,:].{0,80}|getty images|"
        r"this video can(not|'t) be played)",
    ),
)
_BY_LINE = [(sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in _LINES]
#: Of a page's text so much at least is never taken for what stands around it.
SHARE = 0.4


def of_element(element: Any, whole: int, size: Any) -> Sort | None:
    """What an element is, where it is not part of the text: by its tag, its role, its classes; None for all others.
    `size` tells how many letters an element has, `whole` how many the page has: what holds much of it is never left out
    for a class.
    """
    if (sort := _TAGS.get(element.tag)) and not (
        element.tag in ("aside", "form", "footer") and _is_much(element, whole, size)
    ):
        return sort
    if element.tag == "header" and not any(parent.tag in ("article", "main") for parent in element.iterancestors()):
        return None if element.find(".//h1") is not None else Sort.MENU
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style", ""))
    ):
        return None if _is_much(element, whole, size) else Sort.OTHER
    if sort := _ROLES.get(element.get("role", "")):
        return sort
    if element.tag in ("html", "body", "main", "article", "p", "h1", "h2", "h3", "span", "a", "em", "strong", "time"):
        names = [] if element.tag in ("html", "body", "main", "article") else _tokens(element)
    else:
        names = _tokens(element)
    for name in names:
        sort = _BY_NAME.get(name) or next((sort for stem, sort in _STEMS if name.startswith(stem)), None)
        if sort and not _is_much(element, whole, size):
            return sort
    return None


def of_line(text: str) -> Sort | None:
    """What a line is by its words alone, where it is not part of the text."""
    return next((sort for sort, pattern in _BY_LINE if pattern.fullmatch(text)), None)


def _is_much(element: Any, whole: int, size: Any) -> bool:
    return bool(size(element) > SHARE * whole)


def _tokens(element: Any) -> list[str]:
    found: list[str] = []
    # The id of a heading is made of its own words: `recommendations`, `comments-by-the-mayor`.
    naming = [name for name in _NAMING if name != "id" or not re.fullmatch("h[1-6]", element.tag)]
    for value in filter(None, map(element.get, naming)):
        for name in value.split()[:30]:
            parts = [part.lower() for part in _PARTS.findall(name)]
            # `ad-free`, `no-ads`, `has-sidebar`, `comment-count` tell of something else.
            if parts[:1] and parts[0] in ("no", "has", "is", "with", "without"):
                continue
            # `field--label-hidden` says that only a label is.
            if parts[-1:] in (["free"], ["enabled"], ["count"]) or parts[-2:] == ["label", "hidden"]:
                continue
            found += parts
            found += [pair for pair in map("".join, itertools.pairwise(parts)) if pair in _PAIRED]
    return found
