"""The allow-list for authors' HTML, and the one function that cleans with it.

Bleach had its last release in June 2026 (6.4.0), so nothing else calls it; the tests compare it with nh3. The list has
no tag that past bypasses used: no svg or math, no raw-text tags, no style, no comments.
"""

from __future__ import annotations

import functools
import os
import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.markup import recogniser
from briefing.markup.recogniser import Token

if TYPE_CHECKING:
    import bleach.sanitizer

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TAGS = HEADINGS.union(
    "a blockquote br code em hr img li ol p pre span strong sub sup table tbody td th thead tr ul".split()
)
ATTRIBUTES = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt"}),
    "ol": frozenset({"start"}),
    "span": frozenset({"lang"}),
    "td": frozenset({"align"}),
    "th": frozenset({"align"}),
}
PROTOCOLS = frozenset({"http", "https", "mailto"})
#: Added by our own Markdown engine to every block; taken out again by `briefing.markup.prose`.
SPOT = "data-sourcepos"

#: Bleach's time grows with the square of nesting and of attributes, so these are limited first.
MAX_NESTING = 60
MAX_ATTRIBUTES = 20
MAX_HTML = 2_000_000

_FORMS = {
    SPOT: re.compile(r"\d{1,7}:\d{1,7}-\d{1,7}:\d{1,7}", re.ASCII),
    "align": re.compile(r"left|right|center"),
    "start": re.compile(r"\d{1,9}", re.ASCII),
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII),
}
#: Own pages only: no scheme, no host, no backslash; a path to a file, or an anchor.
_OWN = re.compile(r"(?!//)(?:\.{1,2}/)*[\w\-./%]*(?:#[\w\-.%]*)?")
_OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s\\<>\"'`\x00-\x20]+", re.ASCII | re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>?")
#: Whatever a browser may take for a tag, even inside quotation marks.
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class TooMuch(ValueError):
    """HTML whose size, nesting or attributes exceed the limits; the text says what must hold."""


def clean(html: str) -> tuple[str, list[Token]]:
    """`html` with everything but the allow-list escaped, comments dropped and every element closed; and its tokens.

    The result is safe between tags of an HTML page, and nowhere else. Raises TooMuch.
    """
    tokens = recogniser.scan(html)
    if not recogniser.is_clean(html, tokens) or os.environ.get("BRIEFING_SANITISE") == "always":
        _limit(html)
        html = str(_cleaner().clean(html))
        tokens = recogniser.scan(html)
    return html, tokens


def is_outside(address: str) -> bool:
    """Whether an address leads to another site or a mailbox."""
    return bool(_OUTSIDE.fullmatch(address))


def is_own(address: str) -> bool:
    """Whether an address can only lead to an own page."""
    return bool(_OWN.fullmatch(address))


def _allowed(tag: str, name: str, value: str) -> bool:
    if name != SPOT and name not in ATTRIBUTES.get(tag, ()):
        return False
    if name == "href":
        return is_own(value) or is_outside(value)
    if name == "src":
        return is_own(value)
    return name not in _FORMS or bool(_FORMS[name].fullmatch(value))


@functools.cache
def _cleaner() -> bleach.sanitizer.Cleaner:
    import bleach.sanitizer

    return bleach.sanitizer.Cleaner(tags=TAGS, attributes=_allowed, protocols=PROTOCOLS, strip_comments=True)


def _limit(html: str) -> None:
    if len(html) > MAX_HTML:
        raise TooMuch(f"a text must make at most {MAX_HTML} letters of HTML")
    open_tags: Counter[str] = Counter()
    for closing, name in _ANY_TAG.findall(html):
        if closing:  # closes what is open of its name only; a stray one closes nothing
            open_tags[name.lower()] -= open_tags[name.lower()] > 0
        elif name.lower() not in _VOID:
            open_tags[name.lower()] += 1
            if open_tags.total() > MAX_NESTING:
                raise TooMuch(f"quotations, lists and elements must not be nested deeper than {MAX_NESTING}")
    for _, _, attributes in _TAG.findall(html):
        if attributes.count("=") > MAX_ATTRIBUTES or len(attributes.split()) > 10 * MAX_ATTRIBUTES:
            raise TooMuch(f"an element must not have more than {MAX_ATTRIBUTES} attributes")
