"""The small mark † in the place of the words on a year or a date that we infer, which one notice a page explains. Pure.

Authors write `(year inferred)`, and dates carry the same words; feeds and data keep them.
"""

from __future__ import annotations

import re

#: What is no text of the page: its head, scripts and tags; a drawing, in which no element of HTML can stand; the words.
_PIECE = re.compile(
    r"(?P<other><head>.*?</head>|<script\b.*?</script>|<(?!svg\b)[^>]*>)|(?P<drawing><svg\b.*?</svg>)"
    r"|(?P<words>\s*\((?P<what>year|date)\sinferred\))",
    re.DOTALL,
)
_IN_A_DRAWING = re.compile(r"\s*\((?:year|date)\sinferred\)(?=[^<>]*</(?:text|tspan)>)")
#: What explains the mark, in the template: it goes where a page has none.
_NOTICE = re.compile(r'<(p|span) class="inferred-notice">.*?</\1>\s*', re.DOTALL)
_MARK = (
    '<span class="inferred" title="{what} inferred by us"><span aria-hidden="true">†</span>'
    '<span class="unseen"> ({what} inferred)</span></span>'
)


def marked(page: str) -> str:
    """A page with the mark in the place of the words, and without the notice if it has none of them."""
    found = False

    def mark(match: re.Match[str]) -> str:
        nonlocal found
        if match["drawing"]:
            drawing, number = _IN_A_DRAWING.subn("†", match["drawing"])
            found = found or number > 0
            return drawing
        if not match["words"]:
            return match[0]
        found = True
        return _MARK.format(what=match["what"])

    if "inferred)" in page:
        page = _PIECE.sub(mark, page)
    return page if found else _NOTICE.sub("", page)
