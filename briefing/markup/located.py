"""Where in a file a piece of prose stands, and the problems found there."""

from __future__ import annotations

from briefing.model.problems import Level, Problem
from briefing.model.written import Mark


class Spots:
    """A text with its place in the file at `path`, whose line `first_line` is its first.

    `line` and `column` are where in the text the present block begins, both from 1; whoever reads it sets them.
    """

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self.lines = markdown.split("\n")
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []
        self.line, self.column = 1, 1
        self.told = 0

    def problem(self, mark: Mark, code: str, message: str, remedy: str, level: Level = Level.ERROR) -> None:
        self.problems.append(Problem(self.path, mark.line, mark.column, code, message, remedy, level))

    def anywhere(self, snippet: str) -> Mark:
        """Where `snippet` stands, from the last such spot on; else near the present block."""
        for number in range(self.told, len(self.lines)):
            if (column := self.lines[number].find(snippet)) >= 0:
                self.told = number
                return Mark(self.first_line + number, column + 1)
        return self.spot(snippet)

    def spot(self, snippet: str, newlines: int = 0) -> Mark:
        """Where `snippet` stands in the file, looked up near the present block, `newlines` lines into it."""
        start = min(self.line - 1 + newlines, len(self.lines) - 1)
        probe = snippet[:24].partition("\n")[0]
        if probe:
            for number, line in enumerate(self.lines[start : start + 3], start):
                column = line.find(probe)
                if column >= 0:
                    return Mark(self.first_line + number, column + 1)
        return Mark(self.first_line + start, self.column if not newlines else 1)
