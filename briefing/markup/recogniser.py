"""The one scan of HTML into tokens, and which HTML Bleach, which is slow, would return unchanged.

The grammar of the latter is small: the tags that our Markdown engine writes, each with at most the one attribute that
it writes there, properly nested and closed, and text without controls or bare ampersands. It judges the string alone,
whoever made it, and leaves all else to Bleach. `BRIEFING_SANITISE=always` in the environment switches it off.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: A tag and the text behind it: the slash of a closing tag, the name, line and column of the engine's mark, the other
#: attributes, the text; or, last, what is no tag.
Token = tuple[str, str, str, str, str, str, str]

_SPOT = r' data-sourcepos="([0-9]{1,7}):([0-9]{1,7})-[0-9]{1,7}:[0-9]{1,7}"'
_TOKEN = re.compile(rf"<(/?)([a-z][a-z0-9]*)(?:{_SPOT})?((?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>([^<>]*)|([^<]+|<)")
#: The tokens of HTML, which together are all of it.
scan: Callable[[str], list[Token]] = _TOKEN.findall
#: Elements that the engine marks with their place.
MARKED = frozenset("p h1 h2 h3 h4 h5 h6 li td th blockquote ul ol table tr pre hr".split())
#: Addresses in plain letters, which neither Bleach nor a browser reads in another way.
_HREF = (
    r"(?:https?://[A-Za-z0-9][A-Za-z0-9._~/\-%?=]*"
    r"|(?:\.\./|\./)*[A-Za-z0-9_][A-Za-z0-9_\-./]*(?:#[A-Za-z0-9_\-]+)?|#[A-Za-z0-9_\-]+)"
)
#: The names and attributes of opening tags that have any but a mark in front.
_WITH_ATTRIBUTE = re.compile(
    rf'(?:t[hd] align="(?:left|right|center)"|ol start="[0-9]{{1,9}}")(?:{_SPOT})?'
    rf'|span lang="[A-Za-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}}){{0,3}}"|a href="{_HREF}"'
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
_FOREIGN = re.compile(
    "[&\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe-\U0010ffff](?!(?<=&)(?:amp|lt|gt|quot);)"
)
_NO_TEXT = frozenset("bltgr")


def is_clean(html: str, tokens: list[Token]) -> bool:
    """Whether `html`, whose `tokens` these are, is in the grammar, hence the same before and after cleaning."""
    stack: list[str] = []
    places = ["b"]
    for closing, name, line, _, attributes, text, other in tokens:
        if closing:
            if not stack or stack.pop() != name or line or attributes:
                return False
            places.pop()
        elif name != "br":
            allowed, opens = _INSIDE.get(name, ("", ""))
            if (
                other
                or places[-1] not in allowed
                or len(stack) == 30
                or (name in ("a", "code", "em", "strong") and name in stack)
                or (line and (attributes or name not in MARKED))
                or not (_WITH_ATTRIBUTE.fullmatch(name + attributes) if attributes else name not in ("a", "span"))
            ):
                return False
            stack.append(name)
            places.append(opens)
        elif line or attributes or places[-1] not in "imc":
            return False
        if text and places[-1] in _NO_TEXT and text.strip("\n"):
            return False
    return not stack and not _FOREIGN.search(html)
