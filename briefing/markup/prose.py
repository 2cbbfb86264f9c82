"""Markdown to safe HTML: CommonMark, then Bleach, then our own additions. The only maker of safe HTML of authors’ text.

`render` is pure: one Markdown text in, one `Prose` and its problems out; `briefing.markup.notes.place` puts a Prose on
a page. Private marks in the HTML (control characters, which cleaned text cannot hold) stand for what depends on the
page.
"""

from __future__ import annotations

import functools
import html
import re

import cmarkgfm
from cmarkgfm.cmark import Options
from msgspec import Struct

from briefing.markup import blockquotes, cleaning, inline, links, malformed, pairs, recogniser
from briefing.markup.blocks import Segment
from briefing.markup.body import Body, Row
from briefing.markup.private import END, TONGUE
from briefing.markup.recogniser import Token
from briefing.model import addresses, text
from briefing.model.problems import Problem
from briefing.model.prose import Heading, Mark, Own, Prose, Uncited
from briefing.model.statements import Statement

_ATTRIBUTE = re.compile(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_BLOCKS = recogniser.MARKED | {"thead", "tbody"}
#: Elements that are written as they come.
_PLAIN = frozenset("p li ul ol td em strong code pre thead tbody sub sup br hr".split())
#: What the attributes of other elements become, in this order.
_WRITTEN = {"start": "start", "lang": "lang", "align": "class", "scope": "scope"}
#: What a paragraph with a colon at its end may announce, so that it needs no citation of its own.
_ANNOUNCED = frozenset("ul ol blockquote table pre".split())
#: A character by its number.
_ENTITY = re.compile(r"&#\w{1,9};?")
_OPTIONS = Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_UNSAFE
MAX_PROSE = 100_000
#: What is lost of a text that cannot be read.
UNREAD = frozenset({"body", "headings"})


class Rendered(Struct):
    """What rendering one text gave: the prose, its statements as far as the text tells, the problems, what it says in
    our own words, block by block, and what of it is lost to faults: `body`, when not all of its citations are known,
    and `headings`.

    First come the statements with a citation mark, in the order of the marks. Their `basis` is what the mark says, and
    quotations without citations rest on that of the head (`briefing.quotations.extraction` fills both in).
    """

    prose: Prose
    statements: tuple[Statement, ...]
    problems: list[Problem]
    own: list[Own]
    lost: frozenset[str] = frozenset()


def render(markdown: str, path: str, first_line: int, terms: frozenset[str] = frozenset()) -> Rendered:
    """Render the body of the record at `path`, whose first line is line `first_line` of the file.

    `terms` are folded words that quotation marks only set apart. Never raises on any text.
    """
    if not markdown.strip():
        return Rendered(Prose(), (), [], [])
    body = Body(markdown.split("\n"), path, first_line, terms)
    malformed.report_swallowed(body)
    if len(markdown) > MAX_PROSE:
        message = f"prose must have at most {MAX_PROSE} letters."
        body.problem(Mark(first_line), "too-long", message, "Split the record.")
        return Rendered(Prose(), (), body.problems, [], UNREAD)
    try:
        cleaned, tokens = cleaning.clean(_to_html(markdown, body))
    except cleaning.TooMuch as error:
        body.problem(Mark(first_line), "too-deep", f"{error}.", "Write it plainer.")
        return Rendered(Prose(), (), body.problems, [], UNREAD)
    if cleaning.SPOT in markdown:
        message = f"prose must not hold the words `{cleaning.SPOT}`, with which the generator marks places."
        body.problem(body.anywhere(cleaning.SPOT), "raw-html", message, "Take them out.")
    # typed raw, such characters were refused before; these were written as `&#8238;`
    for _, name in text.forbidden(html.unescape(cleaned)) if "&" in markdown else ():
        message = f"a file must not hold the invisible character {name}."
        body.problem(body.anywhere("&#"), "character", message, "Delete it.")
    _walk(body, tokens)
    prose = Prose(
        html=pairs.paired("".join(body.out).strip()),
        references=tuple(body.references),
        headings=tuple(body.headings),
        uncited=() if body.has_raw_html else tuple(body.uncited),
        unmarked=tuple(body.unmarked),
        years=inline.years(body),
        says_inferred=any("inferred" in own.text for own in body.own),
        words=body.words,
    )
    own, body.own = body.own, []  # these hold the body, which would hold them until the collector comes by
    return Rendered(prose, (*body.notes, *body.loose), body.problems, own, frozenset(body.lost))


def _to_html(markdown: str, body: Body) -> str:
    """What the engine makes of a text; an entity that stands for no character is reported and left out."""
    convert = functools.partial(cmarkgfm.markdown_to_html_with_extensions, options=_OPTIONS, extensions=["table"])
    try:
        raw = convert(markdown)
    except UnicodeDecodeError:
        message = "an entity must stand for a character that may be shown."
        body.problem(body.anywhere("&#"), "character", message, "Delete it.")
        raw = convert(_ENTITY.sub("", markdown))
    return str(raw).replace("<br />", "<br>")


def _walk(body: Body, tokens: list[Token]) -> None:
    """Go through the tokens of cleaned HTML, add what is ours, and gather what they say."""
    for closing, name, line, column, attributes, behind, other in tokens:
        if line:
            body.line, body.column = int(line), int(column)
        elif name in recogniser.MARKED and not closing and cleaning.SPOT not in attributes:
            _report_raw(body, name)
        if name in _BLOCKS:
            _finish_block(body)
            if not closing:
                _end_announcement(body, name)
        if closing:
            _close(body, name)
        elif name:
            _open(body, name, attributes)
        text = behind or other
        if text:
            if body.segments or not text.isspace():
                _add_text(body, html.unescape(text))
            body.out.append(text)
    _finish_block(body)
    blockquotes.is_speaker(body)
    _end_announcement(body, "")


def _add_text(body: Body, text: str) -> None:
    body.segments.append(Segment(len(body.out), text, bool(body.code), tuple(body.inline)))


def _finish_block(body: Body) -> None:
    plain = inline.finish_block(body) if body.segments else None
    if plain is not None and body.in_heading:
        _begin_heading(body, " ".join(plain.split()))


def _report_raw(body: Body, name: str) -> None:
    """Blocks typed as HTML stand where Markdown would put none, as a table in a heading, and break the page."""
    if not body.has_raw_html:
        body.has_raw_html = True
        body.lost.add("headings")
        message = f"prose must be written in Markdown; the HTML element `{name}` makes blocks of its own."
        remedy = "Write it as Markdown does (docs/records.md), or between backticks to show it as it is."
        body.problem(body.anywhere(f"<{name}"), "raw-html", message, remedy)


def _end_announcement(body: Body, name: str) -> None:
    """Behind a colon comes a list, a table or a quotation with citations of its own; else one is missing."""
    if body.announcing and name not in _ANNOUNCED:
        body.uncited.append(body.announcing)
    body.announcing = None


def _open(body: Body, name: str, rest: str) -> None:
    """Open an element whose other attributes are `rest`."""
    if name not in ("br", "hr", "img"):
        body.open.append(name)
        if name in ("code", "pre"):
            body.code += 1
        elif name in ("td", "th"):
            body.rows[-1].cell += 1
        elif name not in _BLOCKS:
            number = len(body.out) + 1
            body.inline.append(-number if name == "a" else number)
    attributes = {key: html.unescape(a or b) for key, a, b in _ATTRIBUTE.findall(rest)} if rest else {}
    body.out.append(_opened(body, name, attributes))
    if name in ("br", "img") and body.segments:  # readers see two words there, not one
        _add_text(body, " ")
        body.out.append("")


def _opened(body: Body, name: str, attributes: dict[str, str]) -> str:
    if name in _PLAIN and not attributes:
        return f"<{name}>"
    match name:
        case "a":
            return links.link(body, attributes.get("href"))
        case "img":
            return links.image(body, attributes.get("src", ""), attributes.get("alt", "").strip())
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            body.heading_index, body.in_heading = len(body.out), name
            return ""
        case "blockquote":
            blockquotes.is_speaker(body)
            body.quoted += 1
            body.rows.append(Row(body.here, len(body.notes), len(body.loose), number=body.quoted - 1))
            return f'<blockquote class="quotation"{TONGUE}{body.quoted - 1}{END}>'
        case "tr":
            body.rows.append(Row(body.here, len(body.notes), len(body.loose)))
            blockquotes.report_lost_cells(body, "thead" in body.open)
            return "<tr>"
        case "table":
            if "blockquote" in body.open:
                message = "a block quotation must hold no table."
                body.problem(body.here, "quote-table", message, "Put the table before or behind it.")
            return '<div class="table" role="region" tabindex="0" aria-label="Table"><table>'
        case "th":
            body.rows[-1].cited = True  # heads need no citation
            attributes["scope"] = "col"
    written = (f' {_WRITTEN[key]}="{html.escape(attributes[key])}"' for key in _WRITTEN if attributes.get(key))
    return f"<{name}{''.join(written)}>"


def _close(body: Body, name: str) -> None:
    body.open.pop()
    if name in ("code", "pre"):
        body.code -= 1
    elif name not in _BLOCKS:
        body.inline.pop()
    if name in ("blockquote", "tr"):
        row = body.rows.pop()
        if name == "tr":
            blockquotes.end_row(body, row)
        elif any(row.texts) or row.translation:
            blockquotes.end_quotation(body, row)
        if not row.cited and any(row.texts):
            body.uncited.append(Uncited(row.mark))
    if name in cleaning.HEADINGS:
        _end_heading(body, name)
    else:
        body.out.append("</table></div>" if name == "table" else f"</{name}>")


def _begin_heading(body: Body, title: str) -> None:
    """Write the opening tag of the present heading, whose words are known now."""
    anchor = base = addresses.anchor(title)
    while anchor in body.anchors:
        body.anchors[base] += 1
        anchor = f"{base}-{body.anchors[base]}"
    body.anchors[anchor] = 1
    typed = int(body.in_heading[1])
    deepest = min(body.headings[-1].level + 1, 4) if body.headings else 2
    if typed == 1 or typed > deepest:
        body.lost.add("headings")
        message = "headings must begin at `##` and go down one level at a time, at most to `####`."
        remedy = f"Write `{'#' * (2 if typed == 1 else deepest)} {title[:60]}`."
        body.problem(body.here, "heading-order", message, remedy)
    level = _level(body.in_heading)
    body.headings.append(Heading(anchor, title, level))
    body.out[body.heading_index] = f'<h{level} id="{html.escape(anchor)}">'


def _end_heading(body: Body, name: str) -> None:
    """Close a heading; one without words is reported and not shown."""
    body.in_heading = ""
    if body.out[body.heading_index]:
        body.out.append(f"</h{_level(name)}>")
    else:
        body.problem(body.here, "heading-empty", "a heading must have words.", "Write them, or remove the line.")
        del body.out[body.heading_index :]
        body.out.append("")


def _level(name: str) -> int:
    """The level at which a heading is shown."""
    return max(2, min(int(name[1]), 4))
