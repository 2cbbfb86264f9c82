"""Slips of which `invoke check` tells, and for which there is but one thing to write: dates in another form, marks that
pose as quotation marks or stand around a whole quotation, changed first letters, characters that nobody sees. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from briefing.edits.heads import scalar
from briefing.edits.spots import Edit
from briefing.model import dates, misdated, text
from briefing.model.problems import Problem
from briefing.reading import frontmatter
from briefing.reading.frontmatter import Node
from briefing.reading.headfaults import HeadError

#: Keys whose values are quotations or words that marks only set apart, so that the page sets the marks.
_SET_APART = re.compile(r"(?:.*\.)?(?:quote|words|translation|terms\.\d+|terms)")
#: Two signs for one mark, and the marks that are meant.
_POSING = (
    (re.compile(r"<<([^<>\n]+)>>"), "«", "»"),
    (re.compile(r"≪([^≪≫\n]+)≫"), "«", "»"),
    (re.compile(r"``([^`'\n]+?)(?:''|´´|``)"), "“", "”"),
    (re.compile(r"(?<!['\w])''([^'\n]+?)''(?!')"), "“", "”"),
    (re.compile(r"(?<!,),,(?=\w)([^,\n]+?)(?:''|’’|‘‘|“|”|\")"), "„", "“"),
    (re.compile(r"[’‘]{2}([^’‘\n]+?)[’‘]{2}"), "“", "”"),
)
_BRACKETED = re.compile(r"Write “(?P<shown>\[(?P<letter>\w)\][^”]*)”, with the changed letter in brackets")

_RECASED = re.compile(r"the quotation “(?P<quote>[^”…]+)” \(“(?P<was>\w)” became “(?P<is>\w)”\)")


class _File:
    """The text of a record, its head's values by where they stand, and the keys of these."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.starts = [0, *(match.end() for match in re.finditer("\n", content))]
        self.values: dict[int, tuple[str, str]] = {}
        self.end = 0
        try:
            head, body, _ = frontmatter.split(content)
        except HeadError:
            return
        self.end = len(content) - len(body)
        for key, node in _leaves(frontmatter.salvage(head)[0]):
            self.values[self.at(*node.mark)] = key, node.text or ""

    def at(self, line: int, column: int) -> int:
        return self.starts[min(line, len(self.starts)) - 1] + column - 1

    def line(self, number: int) -> tuple[int, int]:
        """Where a line begins and ends."""
        start = self.starts[min(number, len(self.starts)) - 1]
        end = self.content.find("\n", start)
        return start, len(self.content) if end < 0 else end

    def value(self, at: int, new: str) -> Edit | None:
        """The edit that gives the value at a spot another text; None where that is not one plain run of letters."""
        _, old = self.values[at]
        for typed in (old, f'"{old}"', "'" + old.replace("'", "''") + "'"):
            if self.content.startswith(typed, at):
                return Edit(at, at + len(typed), scalar(new, is_within=True))
        return None


def _leaves(node: Node, where: str = "") -> Iterator[tuple[str, Node]]:
    if node.text is not None:
        yield where, node
    children = [(name, value) for name, _, value in node.entries or ()]
    children += [(str(number), item) for number, item in enumerate(node.items or ())]
    for name, value in children:
        yield from _leaves(value, f"{where}.{name}" if where else name)


def edits(content: str, problems: list[Problem]) -> list[Edit]:
    """What mends these problems of a file, as far as there is but one way; edits do not overlap."""
    file, found = _File(content), list[Edit]()
    for problem in problems:
        mend = _MENDED.get(problem.code)
        for edit in mend(file, problem) if mend else ():
            if all(edit.end <= other.start or other.end <= edit.start for other in found):
                found.append(edit)
    return found


def _date(file: _File, problem: Problem) -> Iterator[Edit]:
    at = file.at(problem.line, problem.column)
    if at in file.values and (new := misdated.certain(file.values[at][1])):
        try:
            dates.parse(new)
        except ValueError:
            return
        if edit := file.value(at, new):
            yield edit


def _marks_around(file: _File, problem: Problem) -> Iterator[Edit]:
    at = file.at(problem.line, problem.column)
    key, old = file.values.get(at, ("", ""))
    if _SET_APART.fullmatch(key):
        bare = old.rstrip(".,")
        if edit := file.value(at, f"{bare[1:-1].strip()}{old[len(bare) :]}"):
            yield edit


def _posing(file: _File, problem: Problem) -> Iterator[Edit]:
    if "signs that look like" not in problem.message:
        return
    start, end = file.line(problem.line)
    at = file.at(problem.line, problem.column)
    if start < file.end and not file.content.startswith(file.values.get(at, ("", "\0"))[1], at):
        return  # within a head only in values that stand there without marks of YAML's own
    for pattern, opening, closing in _POSING:
        for match in pattern.finditer(file.content, start, end):
            yield Edit(match.start(), match.end(), f"{opening}{match[1]}{closing}")


def _first_letter(file: _File, problem: Problem) -> Iterator[Edit]:
    """A changed first letter goes into brackets; that of a word of one letter becomes the source's again."""
    if shown := _BRACKETED.match(problem.remedy):
        plain, new = f"{shown['letter']}{shown['shown'][3:]}", f"[{shown['letter']}]"
    elif (recased := _RECASED.search(problem.message)) and recased["is"].swapcase() == recased["was"]:
        plain, new = recased["quote"], recased["was"]
        if not plain.startswith(recased["is"]):
            return
    else:
        return
    words = re.compile(r"(?<!\w)" + r"[\s>]+".join(map(re.escape, plain.split())))
    at = file.at(problem.line, problem.column)
    if at in file.values:
        old = file.values[at][1]
        found = [match.start() for match in words.finditer(old)]
        if len(found) == 1 and (edit := file.value(at, f"{old[: found[0]]}{new}{old[found[0] + 1 :]}")):
            yield edit
    elif (match := words.search(file.content, at)) and "\n\n" not in file.content[at : match.start()]:
        yield Edit(match.start(), match.start() + 1, new)


def _unseen(file: _File, problem: Problem) -> Iterator[Edit]:
    """Only what shows nothing at all: joiners, marks of direction, a byte order mark."""
    at = file.at(problem.line, problem.column)
    for offset, _ in text.forbidden(file.content):
        if offset == at and unicodedata.category(file.content[at]) == "Cf":
            yield Edit(at, at + 1, "")


def _no_break_space(file: _File, problem: Problem) -> Iterator[Edit]:
    if "no-break space" in problem.message:
        start, end = file.line(problem.line)
        for match in re.finditer(r"(?:(?<=\n)[ \u00a0]*|(?<=:)[ \u00a0]+|(?<=-)[ \u00a0]+)", file.content[:end]):
            if match.start() >= start and "\u00a0" in match[0]:
                yield Edit(match.start(), match.end(), match[0].replace("\u00a0", " "))


_MENDED: Mapping[str, Callable[[_File, Problem], Iterator[Edit]]] = {
    "date": _date,
    "marks-around": _marks_around,
    "quotation-open": _posing,
    "quote-altered": _first_letter,
    "character": _unseen,
    "front-matter": _no_break_space,
}
#: Codes of what hides the rest of a record; what is told once it is mended was there before.
HIDING = frozenset({"date", "front-matter", "character"})
