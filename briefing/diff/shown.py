"""Changes to the site as text for a terminal, as Markdown for a pull request, and as JSON for programs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

from briefing.diff.changes import AREAS, Area, Change, Compared, What
from briefing.model.problems import Problem, printable
from briefing.model.wording import count

#: What the areas are called, in the order in which they are told.
HEADINGS: dict[Area, str] = {
    "positions": "Positions",
    "quotations": "Quotations",
    "dates": "Dates",
    "figures": "Figures",
    "sources": "Sources",
    "pages": "Pages",
    "names": "Names",
    "home": "Home page",
    "other": "Other changes",
}
_SIGNS: dict[What, str] = {"added": "+", "removed": "−", "changed": "·", "moved": "→"}
#: So many letters of a value are shown, and in Markdown so many changes of one area and problems: GitHub refuses a
#: comment of more than 65,536 letters.
_LONG, _MOST = 300, 60
#: Whatever means something within a line of Markdown; `&`, `<` and `>` are written as HTML.
_MEANT = re.compile(r"([\\`*_\[\]#|~])")
#: Signs that GitHub reads in finished text: a name behind `@`, a number behind `#`, an address, a picture's `:name:`.
_READ = re.compile(
    r"(?<=[@#])(?=\w)|(?<=\w:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)|(?<=:)(?=[\w+-]+:)", re.IGNORECASE
)
#: It joins the letters around it, and has no width.
_NOTHING = "\u2060"


def as_text(compared: Compared, since: str) -> Iterator[str]:
    """Lines for a terminal; `since` says what was compared with."""
    yield printable(_headline(compared, since))
    for area, changes in _by_area(compared):
        yield f"\n{HEADINGS[area]}"
        for (title, path), own in _by_record(changes):
            yield printable(f"  {title}  [{path}]")
            yield from (printable(f"    {_SIGNS[change.what]} {_said(change)}") for change in own)
    for title, problems in _unread(compared):
        yield f"\n{title}"
        yield from (f"  {problem}" for problem in problems)


def as_markdown(compared: Compared, since: str) -> Iterator[str]:
    """Lines for a pull request or the summary of a run. Nothing that stands in a record is read as Markdown or HTML,
    names anybody, or leads anywhere.
    """
    yield "### What changes on the site"
    yield f"\n{escaped(_headline(compared, since))}"
    for area, changes in _by_area(compared):
        yield f"\n#### {HEADINGS[area]}\n"
        for (title, path), own in _by_record(changes[:_MOST]):
            yield f"- **{escaped(title)}** <sub>{escaped(path)}</sub>"
            yield from (f"  - {_marked(change)}" for change in own)
        yield from _more(len(changes))
    for title, problems in _unread(compared):
        yield f"\n#### {escaped(title)}\n"
        yield from (f"- {escaped(_short(str(problem)))}" for problem in problems[:_MOST])
        yield from _more(len(problems))


def as_json(compared: Compared, asked: str, commit: str) -> str:
    """The changes for programs, as `docs/colleagues.md` describes them."""
    data = {
        "version": 1,
        "revision": asked,
        "commit": commit,
        "changes": msgspec.to_builtins(compared.changes),
        "unread_before": msgspec.to_builtins(compared.unread_before),
        "unread": msgspec.to_builtins(compared.unread),
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()


def escaped(words: str) -> str:
    """Words of an author's as one line of Markdown that says just these."""
    line = _READ.sub(_NOTHING, printable(" ".join(words.split())))
    return _MEANT.sub(r"\\\1", html.escape(line, quote=False)).replace("$", "<span>$</span>")


def _more(number: int) -> Iterator[str]:
    """That not all of them are shown."""
    if number > _MOST:
        yield f"- and {number - _MOST} more; `invoke diff` shows all"


def _headline(compared: Compared, since: str) -> str:
    """How much changed, in one sentence."""
    if not compared.changes:
        beside = " in what can be read" if compared.unread or compared.unread_before else ""
        return f"Nothing changes on the site{beside}, {since}."
    told = (f"{HEADINGS[area].lower()} {len(changes)}" for area, changes in _by_area(compared))
    return f"{count(len(compared.changes), 'change')} to the site, {since}: {', '.join(told)}."


def _by_area(compared: Compared) -> list[tuple[Area, list[Change]]]:
    """The changes under their headings; those of one record stand together."""
    ordered = sorted(compared.changes, key=lambda change: AREAS.index(change.area))
    return [(area, list(changes)) for area, changes in groupby(ordered, key=lambda change: change.area)]


def _by_record(changes: list[Change]) -> list[tuple[tuple[str, str], list[Change]]]:
    """Changes that stand together, under the title and the file of their record."""
    return [(of, list(own)) for of, own in groupby(changes, key=lambda change: (change.title, change.path))]


def _unread(compared: Compared) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """What could not be compared, with why."""
    if compared.unread:
        yield "Not compared, since they cannot be read whole now", compared.unread
    if compared.unread_before:
        yield "Not compared, since they could not be read whole before", compared.unread_before


def _said(change: Change) -> str:
    """A change in words: what it is, from what, to what."""
    return _told(change.what, change.label, _quoted(change, change.before), _quoted(change, change.after))


def _marked(change: Change) -> str:
    """The same in Markdown, with what is gone struck out."""
    before, after = (escaped(_quoted(change, words)) for words in (change.before, change.after))
    before, after = before and f"<del>{before}</del>", after and f"<ins>{after}</ins>"
    return _told(change.what, escaped(change.label), before, after)


def _told(what: What, label: str, before: str, after: str) -> str:
    if what in ("added", "removed"):
        shown = after if what == "added" else before
        return f"{label} is {'new' if what == 'added' else 'gone'}{f': {shown}' if shown else ''}"
    return f"{label}: {before or 'nothing'} → {after or 'nothing'}" if before or after else f"{label} changed"


def _quoted(change: Change, words: str) -> str:
    """Words as they stand on the site, a quotation between marks; cut where they are very long."""
    line = _short(words)
    return f"“{line}”" if line and change.area == "quotations" else line


def _short(words: str) -> str:
    """Words in one line, cut where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"
