"""Markdown to safe HTML: CommonMark, then Bleach, then our own additions. The only maker of safe HTML of authors’ text.

`render` is pure: one Markdown text in, one `Prose` and its problems out; `briefing.markup.notes.place` puts a Prose on
a page. Private marks in the HTML (control characters, which cleaned text cannot hold) stand for what depends on the
page.
"""

from __future__ import annotations

import html
import re

import cmarkgfm
from cmarkgfm.cmark import Options
from msgspec import Struct

from briefing.markup import cleaning, quotation_marks, terms
from briefing.markup.blockquotes import Row
from briefing.markup.inline import HEADINGS, ROOT, Inline
from briefing.markup.segments import Segment
from briefing.model import addresses, outside, text
from briefing.model.problems import Problem
from briefing.model.prose import Heading, Mark, Own, Prose, Reference
from briefing.model.statements import Statement

#: Text; or a tag: closing, name, line and column of the engine's mark, other attributes.
_TOKEN = re.compile(
    rf"([^<]+)|<(/?)([a-z0-9]+)(?: {cleaning.SPOT}=\"(\d+):(\d+)-[^\"]*\")?((?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>|(<)"
)
_ATTRIBUTE = re.compile(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li td th blockquote ul ol table thead tbody tr pre hr".split())
#: Those of them that the engine marks with their place. Without such a mark they were typed as HTML.
_RAW_BLOCKS = _BLOCKS - {"thead", "tbody"}
#: Elements that are written as they come.
_PLAIN = frozenset("p li ul ol em strong code pre thead tbody sub sup br hr".split())
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
    writer = Writer(markdown, path, first_line, terms)
    if len(markdown) > MAX_PROSE:
        writer.problem(
            Mark(first_line), "too-long", f"prose must have at most {MAX_PROSE} letters.", "Split the record."
        )
        return Rendered(Prose(), (), writer.problems, [], UNREAD)
    try:
        cleaned = cleaning.clean(_rendered(markdown, writer))
    except cleaning.TooMuch as error:
        writer.problem(Mark(first_line), "too-deep", f"{error}.", "Write it plainer.")
        return Rendered(Prose(), (), writer.problems, [], UNREAD)
    if cleaning.SPOT in markdown:
        message = f"prose must not hold the words `{cleaning.SPOT}`, with which the generator marks places."
        writer.problem(writer.anywhere(cleaning.SPOT), "raw-html", message, "Take them out.")
    # typed raw, such characters were refused before; these were written as `&#8238;`
    for _, name in text.forbidden(html.unescape(cleaned)) if "&" in markdown else ():
        mark = writer.anywhere("&#")
        writer.problem(mark, "character", f"a file must not hold the invisible character {name}.", "Delete it.")
    return writer.write(cleaned)


def _rendered(markdown: str, writer: Writer) -> str:
    """What the engine makes of a text; an entity that stands for no character is told and left out."""
    try:
        raw = cmarkgfm.markdown_to_html_with_extensions(markdown, options=_OPTIONS, extensions=["table"])
    except UnicodeDecodeError:
        message = "an entity must stand for a character that may be shown."
        writer.problem(writer.anywhere("&#"), "character", message, "Delete it.")
        plain = _ENTITY.sub("", markdown)
        raw = cmarkgfm.markdown_to_html_with_extensions(plain, options=_OPTIONS, extensions=["table"])
    return str(raw).replace("<br />", "<br>")


class Writer(Inline):
    """One pass over cleaned HTML that adds what is ours and notes what it finds."""

    def write(self, cleaned: str) -> Rendered:
        """Go through the cleaned HTML."""
        out, unescape = self.out, html.unescape
        for token, closing, name, line, column, rest, stray in _TOKEN.findall(cleaned):
            if name:
                if line:
                    self.line, self.column = int(line), int(column)
                elif name in _RAW_BLOCKS and not closing and cleaning.SPOT not in rest:
                    self.raw(name)
                self.tag(closing == "/", name, rest)
                continue
            if self.unit or not token.isspace():
                self.unit.append(Segment(len(out), unescape(token or stray), bool(self.code), tuple(self.inline)))
            out.append(token or stray)
        self.flush()
        self.named_outside("", ())
        self.announced("")
        prose = Prose(
            html="".join(self.out).strip(),
            references=tuple(self.references),
            headings=tuple(self.headings),
            uncited=() if self.told_raw else tuple(self.uncited),
            years=self.years(),
            says_inferred=any("inferred" in own.text for own in self.own),
            words=self.words,
        )
        return Rendered(prose, (*self.notes, *self.loose), self.problems, self.own, frozenset(self.lost))

    def raw(self, name: str) -> None:
        """Blocks typed as HTML stand where Markdown would put none, as a table in a heading, and break the page."""
        if not self.told_raw:
            self.told_raw = True
            self.lost.add("headings")
            message = f"prose must be written in Markdown; the HTML element `{name}` makes blocks of its own."
            remedy = "Write it as Markdown does (docs/records.md), or between backticks to show it as it is."
            self.problem(self.anywhere(f"<{name}"), "raw-html", message, remedy)

    def tag(self, closing: bool, name: str, rest: str) -> None:
        if name in _BLOCKS:
            if self.unit:
                self.flush()
            if self.announcing and not closing:
                self.announced(name)
        if closing:
            if self.open and name in self.open:
                while self.open.pop() != name:
                    pass
            if name in ("code", "pre"):
                self.code = max(0, self.code - 1)
            elif name not in _BLOCKS and self.inline:
                self.inline.pop()
            self.out.append(self.closed(name))
            return
        attributes = {key: html.unescape(a or b) for key, a, b in _ATTRIBUTE.findall(rest)} if rest else {}
        if name not in ("br", "hr", "img"):
            self.open.append(name)
            if name in ("code", "pre"):
                self.code += 1
            elif name not in _BLOCKS:
                self.count += 1
                self.inline.append(-self.count if name == "a" else self.count)  # those of links are below zero
        self.out.append(self.opened(name, attributes))
        if name in ("br", "img") and self.unit:  # readers see two words there, not one
            self.unit.append(Segment(len(self.out), " ", bool(self.code), tuple(self.inline)))
            self.out.append("")

    def announced(self, name: str) -> None:
        """Behind a colon comes a list, a table or a quotation with citations of its own; else one is missing."""
        if self.announcing and name not in _ANNOUNCED:
            self.uncited.append(self.announcing)
        self.announcing = None

    def opened(self, name: str, attributes: dict[str, str]) -> str:
        if name in _PLAIN and not attributes:
            return f"<{name}>"
        match name:
            case "a":
                return self.link(attributes.get("href"))
            case "img":
                return self.image(attributes)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.heading_index, self.in_heading = len(self.out), name
                return ""
            case "blockquote":
                self.named_outside("", ())
                self.rows.append(Row(self.spot(""), len(self.notes)))
                return '<blockquote class="quotation">'
            case "tr":
                self.rows.append(Row(self.spot(""), len(self.notes), len(self.loose)))
                self.lost_cells("thead" in self.open)
                return "<tr>"
            case "table":
                if "blockquote" in self.open:
                    message = "a block quotation must hold no table."
                    self.problem(self.spot(""), "quote-table", message, "Put the table before or behind it.")
                return '<div class="table" role="region" tabindex="0" aria-label="Table"><table>'
            case "th":
                if self.rows:
                    self.rows[-1].header = True
        kept = {"start": attributes.get("start"), "lang": attributes.get("lang")}
        text = "".join(f' {key}="{html.escape(value)}"' for key, value in kept.items() if value)
        if attributes.get("align"):
            text += f' class="{attributes["align"]}"'
        if name == "th":
            text += ' scope="col"'
        return f"<{name}{text}>"

    def closed(self, name: str) -> str:
        if name in _PLAIN:
            return f"</{name}>"
        if name in ("blockquote", "tr") and self.rows:
            row = self.rows.pop()
            if name == "blockquote" and any(row.texts):
                self.end_of_quotation(row)
            elif name == "tr":
                self.end_of_row(row)
            if not row.cited and not row.header and any(row.texts):
                self.uncited.append(row.mark)
        if name in HEADINGS:
            self.in_heading = ""
            return self.end_of_heading(name)
        return "</table></div>" if name == "table" else f"</{name}>"

    def link(self, target: str | None) -> str:
        if target is None:
            message = "a link must lead to a record of the dossier, or begin with https://, http:// or mailto:."
            remedy = "Write the path from this file, as `../actors/name.md`, or the whole address."
            self.problem(self.spot("]("), "link-broken", message, remedy)
            return "<a>"
        mark = self.spot(f"]({target}")
        if not target or self.lines[mark.line - self.first_line][: mark.column - 1].rstrip()[-1:] == "[":
            message = "a link must have words in its `[…]` and a path in its `(…)`."
            self.problem(mark, "link-broken", message, "Write `[words](../actors/name.md)`.")
            return "<a>"
        if cleaning.is_outside(target):
            if fault := outside.fault(outside.typed(target, self.lines)):
                own = fault is outside.OWN_NETWORK
                instead = " A record's page is linked by its file, as `../actors/name.md`." if own else ""
                self.problem(mark, "link-broken", f"a link {fault.must}.", fault.remedy + instead)
            self.references.append(Reference(target, mark, "outside"))
            return f'<a href="{html.escape(target)}" rel="noopener nofollow ugc">'
        if target.startswith("#"):
            anchor = addresses.anchor(target[1:])
            self.references.append(Reference(self.path, mark, "link", anchor))
            return f'<a href="#{html.escape(anchor)}">'
        resolved, anchor = addresses.resolve(self.path, html.unescape(target))
        address = ROOT + (addresses.of_path(resolved) or "")
        anchor = addresses.anchor(anchor) if anchor else ""
        if anchor and "#" not in address:
            address += "#" + anchor
        self.references.append(Reference(resolved, mark, "link", anchor))
        return f'<a href="{html.escape(address)}">'

    def image(self, attributes: dict[str, str]) -> str:
        target, alternative = attributes.get("src", ""), attributes.get("alt", "").strip()
        mark = self.spot(f"]({target}")
        resolved, _ = addresses.resolve(self.path, target)
        if not target:
            message = "an image must be a file of the dossier."
            self.problem(mark, "image", message, "Put it into `content/images/` and link to it.")
            return ""
        if "blockquote" in self.open:
            message = "a block quotation must hold no image."
            self.problem(mark, "image-quote", message, "Put the image before or behind it.")
        if not alternative:
            self.problem(mark, "image-alt", "an image must say in words what it shows.", "Write `![what it shows](…)`.")
        if terms.has_quotation(alternative, self.terms):
            message = "the words that stand for an image must hold no quotation."
            self.problem(mark, "image-quote", message, "Quote in the text, where it can be cited.")
        self.own.append(Own(quotation_marks.mask(text.plain(alternative)), mark))
        self.references.append(Reference(resolved, mark, "image"))
        address = ROOT + (addresses.of_path(resolved) or "")
        return f'<img src="{html.escape(address)}" alt="{html.escape(alternative)}" loading="lazy">'

    def heading(self, name: str, plain: str) -> None:
        title = " ".join(plain.split())
        anchor = base = addresses.anchor(title)
        while anchor in self.anchors:
            self.anchors[base] += 1
            anchor = f"{base}-{self.anchors[base]}"
        self.anchors[anchor] = 1
        level = int(name[1])
        before = self.headings[-1].level if self.headings else 1
        if level == 1 or level > min(before + 1, 4):
            self.lost.add("headings")
            self.problem(
                self.spot(""),
                "heading-order",
                "headings must begin at `##` and go down one level at a time, at most to `####`.",
                f"Write `{'#' * (2 if level == 1 else max(2, min(before + 1, 4)))} {title[:60]}`.",
            )
            level = max(2, min(level, 4))
        self.headings.append(Heading(anchor, title, level))
        self.out[self.heading_index] = f'<h{level} id="{html.escape(anchor)}">'

    def end_of_heading(self, name: str) -> str:
        """Close a heading; one without words is told and not shown."""
        if not self.out[self.heading_index]:
            remedy = "Write them, or remove the line."
            self.problem(self.spot(""), "heading-empty", "a heading must have words.", remedy)
            del self.out[self.heading_index :]
            return ""
        return f"</h{max(2, min(int(name[1]), 4))}>"
