"""Coverage-guided fuzzing of parse, prose and quotes: `python -m tests.fuzz [TARGET] [libFuzzer options]`.

Needs `pip install atheris`, which is not for every Python, so the suite itself uses hypothesis. What either finds becomes
a case in `tests/bad/` or a row of a test table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from briefing.dossier import parse
from briefing.markup import cleaning, prose
from briefing.quotations import diagnosis
from briefing.quotations.matching import Fault, Match, SourceText

SOURCE = SourceText("one", ("The mayor said the pier would close. Nobody was asked.", "“We can’t wait,” said Ms Ondo."))


def fuzz_parse(data: bytes) -> None:
    """Any bytes at all give a record or problems, each with a remedy."""
    for kind in ("content/briefs", "content/events", "seeds"):
        found = parse.parse(kind, "one", f"{kind}/one.md", b"---\n" + data)
        assert found.record is not None or found.problems
        assert all(problem.message and problem.remedy and problem.line > 0 for problem in found.problems)


def fuzz_prose(data: bytes) -> None:
    """What was cleaned once is clean, and no text raises."""
    text = data.decode("utf-8", "replace")
    prose.render(text, "content/briefs/one.md", 1)
    try:
        cleaned, _ = cleaning.clean(text)
    except cleaning.TooMuch:
        return
    assert cleaning.clean(cleaned)[0] == cleaned


def fuzz_quotes(data: bytes) -> None:
    """Any quotation gets an answer, and what is found stands there."""
    quote = data.decode("utf-8", "replace")
    outcome = diagnosis.diagnose(quote, (1, 2), SOURCE)
    assert isinstance(outcome, Match | Fault)


TARGETS: dict[str, Callable[[bytes], None]] = {"parse": fuzz_parse, "prose": fuzz_prose, "quotes": fuzz_quotes}


def main() -> None:
    """Run one target, or all on the same input."""
    try:
        import atheris  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        sys.exit("Fuzzing needs atheris: pip install atheris")
    name = sys.argv.pop(1) if len(sys.argv) > 1 and sys.argv[1] in TARGETS else ""

    def one(data: bytes) -> None:
        for target in [TARGETS[name]] if name else TARGETS.values():
            target(data)

    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
