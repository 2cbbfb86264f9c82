"""A piece of prose with its place in a file, and the problems found in it."""

from __future__ import annotations

from briefing.model.problems import Level, Problem
from briefing.model.prose import Mark


class LocatedText:
    """A text that begins at line `first_line` of the file at `path`.

    `line` and `column` say where in the text the present block begins, both from 1; whoever walks the text sets them.
    """

    def __init__(self, markdown: str, path: str, first_line: int) -> None:
        self.lines = markdown.split("\n")
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []
        self.line, self.column = 1, 1
        self.searched = 0

    def problem(self, mark: Mark, code: str, message: str, remedy: str, level: Level = Level.ERROR) -> None:
        self.problems.append(Problem(self.path, mark.line, mark.column, code, message, remedy, level))

    def anywhere(self, snippet: str) -> Mark:
        """Where `snippet` stands, searched for from the line of the last one on; else near the present block."""
        for number in range(self.searched, len(self.lines)):
            if (column := self.lines[number].find(snippet)) >= 0:
                self.searched = number
                return Mark(self.first_line + number, column + 1)
        return self.spot(snippet)

    def spot(self, snippet: str, newlines: int = 0) -> Mark:
        """Where `snippet` stands in the file, searched for on three lines, `newlines` below the block's first."""
        start = min(self.line - 1 + newlines, len(self.lines) - 1)
        if probe := snippet[:24].partition("\n")[0]:
            for number, line in enumerate(self.lines[start : start + 3], start):
                if (column := line.find(probe)) >= 0:
                    return Mark(self.first_line + number, column + 1)
        return Mark(self.first_line + start, self.column if not newlines else 1)
