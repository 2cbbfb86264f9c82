"""Malformed Markdown, which the engine takes for plain text, so that readers would see the signs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.markup import quotation_marks
from briefing.markup.body import Body
from briefing.model.problems import Level
from briefing.model.prose import Mark

#: Brackets that made no link; the least doubtful slips come first.
_BRACKETS = re.compile(
    r"!?\[\[(?P<wiki>[^\[\]\n]+)\]\]"
    r"|\[(?P<footnote>\^[^\[\]\s]+)\]"
    r"|(?P<image>!?)\[(?P<words>[^\[\]]+)\](?:\((?P<target>[^()\n]*)(?P<end>\)?)|\s+\((?P<apart>[^()\s]+)\)|\[(?P<name>[^\[\]]*)\])"
    r"|\((?P<turned>[^()\n]+)\)\[(?P<path>[^\[\]\s]+)\]"
    r"|\[(?P<lone>[^\[\]]+)\]"
)
_PATH = re.compile(r"[/#]|\.\w{2,4}$|^(?:https?|mailto):")
_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
_SIGNS = re.compile(
    r"\*\*|~~|(?<![=\w])==(?=\w)|(?<!`)`(?!`)|\{:?\s?[.#:][^{}\n]{1,60}\}"
    r"|(?<=\w)([~^])\w{1,3}\1|(?<![\w:]):[a-z][a-z_+-]{2,}:(?![\w:])"
)
_BOLD = re.compile(r"(\*\*|__)([^*_]+)\1:?")
_ADDRESS = re.compile(r"(?<![\w/.@-])(?:https?://|www\.)[^\s<>()\[\]\x00]+\w")
#: Beginnings of lines that were meant as headings or items of a list.
_BULLET = re.compile(r"\s*([•·‣◦▪●○∙■□➢►✓✔]|\*(?=[^\s*])|#{1,6}(?=[^\W\d_])|[-+](?=[^\W\d_]))")
_DASH = re.compile(r"\s*([–—])\s*(?=[^\W\d_])")
_NUMBER = re.compile(r"\s*\(?(\d{1,2}(?=[.)])|[a-z](?=\)))[.)]\s*(?=\S)")
_GLUED = re.compile(r"\s*\d{1,2}[.)](?=[^\W\d_]{2})")
_RULE = re.compile(r"\s*\|?\s*:?[-–—]+:?\s*(?:\|\s*:?[-–—]+:?\s*)*\|?\s*")
_DEFINED = re.compile(r"\s*:\s+\S")
_LINE = re.compile(r"\s*(={2,}|~{2,}|_{2,})\s*")
#: A footnote of one word, or what looks like one.
_SWALLOWED = re.compile(r" {0,3}\[(\^[^\]\s]+)\]:\s*\S+\s*(?:[\"'(].*)?$")
_CELL = re.compile(r"(?<!\\)\|")

#: Every text with a slip matches this behind a line break, and few others do. All alternatives begin with a certain
#: letter, so that the expression skips to these.
_TELLING = re.compile(
    r"\[|\||`|\{|~|\^|\*\*|==|://|:[a-z][a-z_+-]+:|www\.|"
    r"\n[ \t\xa0]*(?::|[•·‣◦▪●○∙■□➢►✓✔*#+–—-]|\(?\w{1,2}[.)]|[=~_]{2,}\s*$)",
    re.MULTILINE,
)

#: At most this many slips of one block are reported.
_MOST = 20
_LINK = "Write `[words](../actors/name.md)`, with the path from this file to the record's"
_ITEM = "Begin each item with a hyphen and a blank, `- item`, and leave an empty line above the first."


class Slip(NamedTuple):
    """A slip: its offset in the block's text, the text there, what must hold and how to write it."""

    offset: int
    shown: str
    message: str
    remedy: str
    level: Level = Level.ERROR


def find(text: str, lines: bool = True) -> Iterator[Slip]:
    """The slips in a block's text, in which code, citations and quotations are blanked.

    Without `lines`, as for a heading or a cell, the beginnings of lines are not looked at.
    """
    if "[" in text:
        yield from _brackets(text)
    if sign := _SIGNS.search(text):
        yield _sign(sign)
    for address in _ADDRESS.finditer(text) if "://" in text or "www." in text else ():
        message = "an address should be a link; readers see it as plain text."
        remedy = "Write `[words](https://…)`, or the whole address in `<…>`."
        yield Slip(address.start(), address.group(), message, remedy, Level.WARNING)
    if lines:
        yield from _lines(text)


def _brackets(text: str) -> Iterator[Slip]:
    for match in _BRACKETS.finditer(text):
        shown, group = match.group(), match.groupdict()
        lone = group["lone"] or ""
        if advice := _link(group, shown):
            yield Slip(match.start(), shown, *advice)
        elif lone in (" ", "x", "X"):
            message = "a list item must have no box to tick; it would be shown as it is."
            yield Slip(match.start(), shown, message, "Say in words what is done.")
        elif lone.strip("\x00 ") and lone[0] != "@" and "¶" not in lone and not _GAP.fullmatch(lone):
            message = f"square brackets should stand in quotations and links only; readers see `[{lone[:40]}]`."
            remedy = f"{_LINK} file; or take the brackets away, or write `\\[` where they are meant."
            yield Slip(match.start(), shown, message, remedy, Level.WARNING)


def _link(group: Mapping[str, str | None], shown: str) -> tuple[str, str] | None:
    """What must hold of brackets that were meant as a link or a note, and how to write it; None for other brackets."""
    as_is = "it would be shown as it is"
    if group["wiki"] and shown[0] == "!":
        message = f"an image must not stand in double brackets; {as_is}."
        return message, "Write `![what it shows](../images/name.png)`."
    if group["wiki"]:
        return f"a link must not stand in double brackets; {as_is}.", f"{_LINK} file."
    if group["footnote"]:
        return _footnote(group["footnote"])
    words, picture = (group["words"] or "").strip("\x00 ")[:40] or "words", group["image"] or ""
    if group["apart"] and _PATH.search(group["apart"]):
        message = f"no blank must stand between a link's words and its path; {as_is}."
        return message, f"Write `{picture}[{words}]({group['apart'][:80]})`."
    if group["target"] is not None and not group["end"]:
        path = (group["target"].split() or ["path"])[0].rstrip(".,;")[:80]
        return f"a link must end in `)` right behind its path; {as_is}.", f"Write `{picture}[{words}]({path})`."
    if group["target"] is not None:
        where = "../images/name.png" if picture else "../actors/name.md"
        message = f"a link must lead to the path of a file, without blanks; {as_is}."
        return message, f"Write the path from this file, as `{picture}[{words}]({where})`, not a title."
    if group["path"] and _PATH.search(group["path"]):
        message = f"a link must have its words in `[…]` and its path in `(…)`; {as_is}."
        return message, f"Write `[{(group['turned'] or '')[:40]}]({group['path'][:80]})`."
    if group["name"] is not None:
        label = group["name"] or words
        message = f"a link must name its path; nothing says where `[{label[:40]}]` leads, so {as_is}."
        return message, f"{_LINK} file."
    return None


def _footnote(name: str) -> tuple[str, str]:
    message = f"there must be no footnotes such as `[{name[:20]}]`; it would be shown as it is."
    remedy = "Cite what the statement rests on, `[@source-id, ¶16]`, which makes a note; say the rest in the text."
    return message, remedy


def _sign(sign: re.Match[str]) -> Slip:
    shown = sign.group()
    if shown == "`":
        message = "a backtick must have its partner in the same paragraph; it would be shown as it is."
        remedy = 'Put one at both ends of the code; a quotation is typed "words" or “words”.'
    elif shown == "~~":
        message, remedy = "words must not be struck out by `~~`; it would be shown as it is.", "Take the words away."
    elif shown == "**":
        message = "`**` must stand right at both ends of the words it marks; it would be shown as it is."
        remedy = "Write `**words**`, without blanks inside."
    else:
        message = f"`{shown[:30]}` must not stand in prose; it is no sign here and would be shown as it is."
        remedy = "Take it away; `**words**` stresses words." if shown == "==" else "Take it away, or use words."
    return Slip(sign.start(), sign.string[sign.start() : sign.start() + 20], message, remedy)


#: The number of a line (from 0), what must hold of it and how to write it.
_LineFault = tuple[int, str, str]


def _lines(text: str) -> Iterator[Slip]:
    """The first slip at the beginning of a line; the same one is usually made in all lines."""
    lines = text.split("\n")
    fault = (_table(lines) if "|" in text else None) or _item(lines) or _number(lines) or _stray(lines)
    if fault:
        number, message, remedy = fault
        yield Slip(sum(len(line) + 1 for line in lines[:number]), lines[number].strip(), message, remedy)


def _item(lines: list[str]) -> _LineFault | None:
    """A line that was meant as a heading or as an item of a list."""
    dashes = sum(bool(_DASH.match(line)) for line in lines)
    for number, line in enumerate(lines):
        if match := _BULLET.match(line) or (_DASH.match(line) if number == 0 or dashes > 1 else None):
            sign = match[1]
            message = f"a line must not begin with `{sign}` and a word; it would be shown as it is"
            if sign[0] == "#":
                return number, f"{message}.", f"Write `{sign if sign != '#' else '##'} words` for a heading."
            return number, f"{message}{', and run on from the line above' if number else ''}.", _ITEM
    return None


def _number(lines: list[str]) -> _LineFault | None:
    """Lines that were meant as a numbered list."""
    numbered = [(number, match[1]) for number, line in enumerate(lines) if (match := _NUMBER.match(line))]
    labels = [ord(label) if label.isalpha() else int(label) for _, label in numbered]
    if numbered and (any(b - a == 1 for a, b in itertools.pairwise(labels)) or _GLUED.match(lines[0])):
        number = numbered[0][0]
        shown = lines[number].strip()[:12].split("\x00")[0]
        message = f"a numbered line must begin as `1. item`; `{shown}…` would run on with the lines around it."
        remedy = "Write `1. item`, with a blank behind the stop, and leave an empty line above the first."
        return number, message, remedy
    return None


def _stray(lines: list[str]) -> _LineFault | None:
    """A line that was meant as a definition, or as a rule below or between texts."""
    for number, line in enumerate(lines[1:], 1):
        if _DEFINED.match(line):
            message = "a line must not begin with a colon; it would be shown as it is."
            return number, message, "Write `**word**: what it is`, or a list of such items."
    for number, line in enumerate(lines):
        if rule := _LINE.fullmatch(line):
            message = f"a line must not hold `{rule[1][0]}` signs alone; they would be shown."
            return number, message, "Begin a heading with `##`; part the text with `***`."
    return None


def _table(lines: list[str]) -> _LineFault | None:
    """A line of what was meant as a table."""
    piped = [number for number, line in enumerate(lines) if "|" in line]
    for number in piped:
        if _RULE.fullmatch(lines[number]):
            if not number:
                message = "a table must have a line of heads right above its line of hyphens."
                return number, message, "Write the heads there, as `| what | said |`, without an empty line between."
            head, rule = cells(lines[number - 1]), cells(lines[number])
            message = "the line of hyphens under a table's heads must have as many columns;"
            return number, f"{message} it has {rule}, they {head}.", f"Write `{_rule(head)}`."
    if len(piped) == len(lines) > 1 or (len(piped) > 1 and lines[piped[0]].lstrip().startswith("|")):
        message = "a table must have a line of hyphens under its heads; without it, it is shown as it is."
        return piped[0], message, f"Write `{_rule(cells(lines[piped[0]]))}` below this line."
    if lines[0].lstrip().startswith("|") and lines[0].rstrip("\x00 ").endswith("|"):
        message = "a table's row must stand right below the rows before it; alone it is shown as it is."
        return 0, message, "Take the empty line above it away; the first row of a table is its heads, then `|---|---|`."
    return None


def _rule(columns: int) -> str:
    """The line of hyphens for so many columns, shortened where nobody could read it."""
    return f"|{'---|' * min(columns, _MOST)}{'…' if columns > _MOST else ''}"


def cells(line: str) -> int:
    """How many cells a line of a table has."""
    line = line.strip().strip("\x00 >").removeprefix("|")
    return len(_CELL.findall(line[:-1] if line.endswith("|") and not line.endswith("\\|") else line)) + 1


def report(body: Body, bare: str, lines: bool) -> None:
    """Report the slips in a block's text, in which code and citations are blanked, at their places."""
    if body.in_heading == "h2" and not body.lines[body.line - 1].lstrip(" \t>*+-0123456789.").startswith("#"):
        message = "a line of hyphens must not stand right under a text; it makes a heading of it."
        remedy = "Write a heading as `## words`; else leave an empty line above the hyphens."
        body.problem(body.here, "markdown", message, remedy)
    if not _TELLING.search(f"\n{bare}"):
        return  # looking once is quicker, and usually enough
    for slip in itertools.islice(find(quotation_marks.mask(bare), lines), _MOST):
        newlines = bare.count("\n", 0, slip.offset)
        if not _is_meant(slip, "\n".join(body.lines[body.line - 1 + newlines :][:3])):
            mark = body.spot(slip.shown.split("\x00")[0].split("  ")[0], newlines)
            body.problem(mark, "markdown", slip.message, slip.remedy, slip.level)


def _is_meant(slip: Slip, raw: str) -> bool:
    """Whether the signs were meant: written with a backslash before them, or an address as that of a link."""
    if slip.level is Level.WARNING and slip.shown[0] != "[":
        return not re.search(rf"(?<![<(\[]){re.escape(slip.shown[:20])}", raw)
    return f"\\{slip.shown[:4]}" in raw or f"\\{slip.shown[0]}\\{slip.shown[1:3]}" in raw


def is_no_paragraph(body: Body, text: str, cited: bool) -> bool:
    """Report a block that was meant as no paragraph, and so needs no citation; whether it was."""
    raw = body.lines[body.line - 1]
    if raw.startswith(("    ", "\t")) and body.code and "[@" in text:
        message = "a paragraph must not be indented by four blanks; it is shown as code, with its citation."
        remedy = "Take the blanks at the beginnings of its lines away."
    elif not (cited or body.in_heading or body.code) and "\n" not in text and _BOLD.fullmatch(raw.strip()):
        message, remedy = (
            "a heading must be written with `##`; bold words make none.",
            f"Write `## {text.strip()[:60]}`.",
        )
    else:
        return False
    body.problem(body.here, "markdown", message, remedy)
    return True


def report_swallowed(body: Body) -> None:
    """Report footnotes of one word, which the engine takes for definitions of links and drops."""
    fence = ""
    for number, line in enumerate(body.lines if any("[^" in line for line in body.lines) else ()):
        if (mark := line.lstrip()[:3]) in ("```", "~~~") and (not fence or fence == mark):
            fence = "" if fence else mark
        elif not fence and (note := _SWALLOWED.match(line)):
            body.problem(Mark(body.first_line + number, line.find("[") + 1), "markdown", *_footnote(note[1]))
