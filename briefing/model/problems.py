"""Problems: what must hold, where it does not, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from briefing.model.shell import quoted

#: Commands that work on one dossier.
_COMMAND = re.compile(
    r"(`invoke (?:build|check|verify|report|release|serve|new|upgrade|where|schema|doctor|rename|remove|merge|links"
    r"|export|diff|import)\b[^`]*)`"
)


def for_root(text: str, root: str) -> str:
    """A text in which the commands name the dossier at `root`, if one is given; else they act on this repository's."""
    return _COMMAND.sub(lambda match: f"{match[1]} --root {quoted(root)}`", text) if root else text


def printable(line: str) -> str:
    """A line with escapes for what a terminal would not show, or act upon."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def without_words(text: str) -> str:
    """A text in which whatever a message quotes, between “ and ”, is told by the number of its words.

    A mark that nothing closes takes the rest of its line along, so that nothing gets out by an odd mark within.
    """
    return "\n".join(map(_without_words, text.split("\n"))) if "“" in text else text


def _without_words(line: str) -> str:
    shown, depth, start = [], 0, 0
    for at, letter in enumerate(f"{line}\n"):
        if letter == "“" and not depth:
            shown.append(line[start:at])
            depth, start = 1, at + 1
        elif depth and letter in "“”\n":
            depth = 0 if letter == "\n" else depth + (1 if letter == "“" else -1)
            if not depth:
                number = len(line[start:at].split())
                shown.append(f"[{number} {'word' if number == 1 else 'words'}]")
                start = at + 1
    return "".join([*shown, line[start:]])


class Level(StrEnum):
    """An error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True, order=True):
    """One fault of a dossier.

    `path` is relative to the dossier's root; `line` and `column` count from 1; `code` is kebab-case;
    `message` says what must hold, `remedy` how to mend it, both as full sentences.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    remedy: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        return printable(f"{self.path}:{self.line}:{self.column}: [{self.code}] {self.message} {self.remedy}".rstrip())


def discreet(problem: Problem) -> Problem:
    """A problem with its place, and without any words that it quotes."""
    told = without_words(problem.message), without_words(problem.remedy)
    return replace(problem, message=told[0], remedy=told[1])


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems sorted by path, line and column, each once."""
    return sorted(set(problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that stop a build, in order."""
    return [problem for problem in in_order(problems) if problem.level is Level.ERROR]


def warnings(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that do not stop a build, in order."""
    return [problem for problem in in_order(problems) if problem.level is Level.WARNING]


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem: `path:line:column: [code] what must hold. How to fix it.`"""
    return "\n".join(
        f"{problem} (warning)" if problem.level is Level.WARNING else str(problem) for problem in in_order(problems)
    )


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of the problems, each with `path line column code message remedy level`."""
    return msgspec.json.format(msgspec.json.encode(in_order(problems)), indent=2).decode()


def as_github(problems: Iterable[Problem], prefix: str = "") -> str:
    """Workflow commands that annotate changed lines on GitHub.

    `prefix` is the dossier's root relative to the repository, with a trailing slash, or empty.
    Escapes follow the workflow-command syntax: `%`, CR and LF in data, also `:` and `,` in properties.
    """

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::{problem.level} file={value(prefix + problem.path)},line={problem.line},col={problem.column},"
        f"title={value(problem.code)}::{data(f'{problem.message} {problem.remedy}')}"
        for problem in in_order(problems)
    )


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
