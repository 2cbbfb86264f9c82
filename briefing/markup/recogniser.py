"""Recognises HTML that Bleach would return unchanged, so that Bleach, which is slow, need not be asked.

The grammar is small: the tags that our Markdown engine writes, each with at most the one attribute that it writes
there, properly nested and closed, and text without controls or bare ampersands. It judges the string alone, whoever
made it, and leaves all else to Bleach. `BRIEFING_SANITISE=always` in the environment switches it off.
"""

from __future__ import annotations

import re

_SPOT = r' data-sourcepos="\d{1,7}:\d{1,7}-\d{1,7}:\d{1,7}"'
#: Addresses in plain letters, which neither Bleach nor a browser reads in another way.
_HREF = (
    r"(?:https?://[A-Za-z0-9][A-Za-z0-9._~/\-%?=]*"
    r"|(?:\.\./|\./)*[A-Za-z0-9_][A-Za-z0-9_\-./]*(?:#[A-Za-z0-9_\-]+)?|#[A-Za-z0-9_\-]+)"
)
#: What each element may stand in, and what it opens: b blocks, i inline content, l a list, m a list item, t a table,
#: g a group of rows, r a row, c a cell.
_INSIDE = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6"), ("bm", "i")),
    "blockquote": ("bm", "b"),
    **dict.fromkeys(("ul", "ol"), ("bm", "l")),
    "li": ("l", "m"),
    "table": ("b", "t"),
    **dict.fromkeys(("thead", "tbody"), ("t", "g")),
    "tr": ("g", "r"),
    **dict.fromkeys(("th", "td"), ("r", "c")),
    **dict.fromkeys(("em", "strong", "code", "sub", "sup", "a", "span"), ("imc", "i")),
}
_TEXT = (
    "(?:[^<>&\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe-\U0010ffff]"
    "|&(?:amp|lt|gt|quot);)+"
)
_TOKENS = re.compile(
    rf"(?P<text>{_TEXT})"
    rf"|<(?P<block>p|h[1-6]|blockquote|ul|ol|li|table|tr|t[hd])(?:{_SPOT})?>"
    rf'|<(?P<cell>t[hd]) align="(?:left|right|center)"(?:{_SPOT})?>'
    rf'|<(?P<counted>ol) start="\d{{1,9}}"(?:{_SPOT})?>'
    r'|<(?P<foreign>span) lang="[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}">'
    r"|<(?P<inline>em|strong|code|sub|sup|thead|tbody)>"
    rf'|<(?P<link>a) href="{_HREF}">'
    r"|<(?P<br>br)>"
    r"|</(?P<close>[a-z][a-z0-9]*)>"
)
_PLACES = {"b", "l", "t", "g", "r"}


def is_clean(html: str) -> bool:
    """Whether `html` is in the grammar, hence the same before and after cleaning."""
    stack: list[str] = []
    places = ["b"]
    at = 0
    scan = _TOKENS.scanner(html).match  # type: ignore[attr-defined]
    while match := scan():
        at = match.end()
        kind = match.lastgroup
        place = places[-1]
        if kind == "text":
            if place in _PLACES and match.group().strip("\n"):
                return False
        elif kind == "close":
            if not stack or stack.pop() != match["close"]:
                return False
            places.pop()
        elif kind == "br":
            if place not in "imc":
                return False
        else:
            name = match[kind]
            allowed, opens = _INSIDE[name]
            if place not in allowed or len(stack) == 30 or (name in ("a", "code", "em", "strong") and name in stack):
                return False
            stack.append(name)
            places.append(opens)
    return at == len(html) and not stack
