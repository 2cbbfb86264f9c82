"""Large initials over several lines of a PDF, put back before the word that they begin. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.importing.hyphens import Vocabulary
from briefing.importing.pages import Run

#: So much larger than the text is an initial; how far its lines begin behind it, in sizes of the text.
_LARGER, _BESIDE = 1.8, 1.5
_INITIAL = re.compile(r"[\"'“„«‘]?\s?[^\W\d_]")
#: Letters that are words by themselves.
_ALONE = frozenset("aioyàéóуиваоск")


def joined(runs: Sequence[Run], body: float, vocabulary: Vocabulary) -> list[Run]:
    """The lines of a page, with each initial before the first of the lines beside it, which all begin where it does."""
    gone: set[int] = set()
    for initial in runs:
        if initial.size < _LARGER * body or not _INITIAL.fullmatch(initial.text.strip()):
            continue
        beside = [
            run
            for run in runs
            if run.size < initial.size / _LARGER
            and -0.3 * body < run.x0 - initial.x1 < _BESIDE * body
            and initial.y - 0.3 * body < run.y < initial.y + 0.9 * initial.size
        ]
        if len(beside) < 2:
            continue
        first = max(beside, key=lambda run: run.y)
        letter, text = initial.text.strip(), first.text.lstrip()
        whole = letter[-1] + re.split(r"[^\w’'-]", text, maxsplit=1)[0]
        is_word = letter[-1].casefold() in _ALONE and not vocabulary.knows(whole.casefold())
        first.text = f"{letter}{' ' if is_word else ''}{text}"
        for run in beside:
            run.x0 = initial.x0
        gone.add(id(initial))
    return [run for run in runs if id(run) not in gone]
