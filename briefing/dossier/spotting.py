"""The spots of faults within a text: the figure itself, where so far only its citation or its key is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing.model import text
from briefing.model.problems import Problem
from briefing.model.prose import Mark
from briefing.model.records import Corpus, Record
from briefing.model.relations import records
from briefing.model.statements import Statement
from briefing.quotations import reckoning, summaries
from briefing.quotations.dated import Dated
from briefing.reading.discover import MAX_FILE
from briefing.reading.stretches import locate
from briefing.store import files


def at_figures(root: Path, corpus: Corpus, problems: Sequence[Problem]) -> list[Problem]:
    """The problems, those of figures at the figure's own line and column, as far as it can be found in the file."""
    if not any(problem.code == "figure" for problem in problems):
        return [*problems]
    by_path, dated = {record.path: record for record in records(corpus)}, Dated.of(corpus)
    heads = {record.path: texts for record, texts in summaries.of_whole(corpus)}
    return [
        moved(root, problem, contexts(by_path[problem.path], heads.get(problem.path, []), problem, dated))
        if problem.code == "figure" and problem.path in by_path
        else problem
        for problem in problems
    ]


def contexts(record: Record, texts: Iterable[Statement], problem: Problem, dated: Dated) -> Iterator[tuple[str, str]]:
    """The figures that a problem may be of, in a record's statements and the `texts` of its head: what is said before
    each, and the figure as it is written.
    """
    for statement in (*reckoning.statements(record), *texts):
        where, held = reckoning.said(statement, dated)
        if held and record.spot(where or statement.where) == Mark(problem.line, problem.column):
            for figure in held:
                if f"“{' '.join(figure.shown.split())}”" in problem.message:
                    yield statement.text[: figure.start], figure.shown


def moved(root: Path, problem: Problem, contexts: Iterable[tuple[str, str]]) -> Problem:
    """A problem at the spot of the first of some words that is found near its own, else where it is."""
    try:
        content = text.decode(files.read(root, problem.path, MAX_FILE))
    except (OSError, ValueError):
        return problem
    near = Mark(problem.line, problem.column)
    found = (locate(content, near, before, words) for before, words in contexts)
    spot = next(filter(None, found), near)
    return replace(problem, line=spot.line, column=spot.column)
