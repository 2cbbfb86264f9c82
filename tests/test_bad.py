"""Every fault an editor can make gives a clear problem at the right line: one file in `bad/` for each.

A case begins with what it is about, then a line `expect: path:line: code` for each problem (none: the input must be
fine), then what it changes of the demo:

    === path                the whole file follows
    === path | edit         lines `- old` and `+ new`: the one `old` becomes `new` (no `+`: the line goes)
    === path | escaped      the whole file follows in ASCII and Python's escapes: \\x00 is a byte, \\u202e a character
    === path | delete       the file or folder is taken away
    === path | folder       a folder takes the file's place
    === path | link target  a symbolic link
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import checks
from briefing.checks.codes import CODES
from briefing.model import problems
from briefing.model.problems import Problem
from briefing.store.memo import Memo
from tests.support import DEMO, EXPLAINED, Dossier, copy_of

BAD = Path(__file__).parent / "bad"
CASES = sorted(BAD.glob("*.txt"))


@dataclass(frozen=True)
class Case:
    """A case as read."""

    expected: list[str]
    changes: list[tuple[str, str, str]]


def read(path: Path) -> Case:
    """Read a case."""
    head, *parts = re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)
    expected = re.findall(r"^expect: (.+)$", head, re.MULTILINE)
    changes = []
    for part in parts:
        first, _, body = part.partition("\n")
        name, _, how = first.partition(" | ")
        changes.append((name.strip(), how.strip() or "whole", body))
    return Case(expected, changes)


def apply(dossier: Dossier, name: str, how: str, body: str) -> None:
    """Make one change of a case."""
    target = dossier.root / name
    match how.split(" ", 1):
        case ["whole"]:
            dossier.write(name, body)
        case ["escaped"]:
            raw = body.encode("ascii").decode("unicode_escape")
            dossier.write(name, b"".join(c.encode("latin-1") if ord(c) < 256 else c.encode() for c in raw))
        case ["edit"]:
            old, new = "", []
            for line in [*body.splitlines(), "- "]:
                if line.startswith("- "):
                    if old:
                        dossier.edit(name, old if new else old + "\n", "\n".join(new))
                    old, new = line[2:], []
                elif line.startswith("+ ") or line == "+":
                    new.append(line[2:])
        case ["delete"]:
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        case ["folder"]:
            target.unlink(missing_ok=True)
            target.mkdir(parents=True)
        case ["link", goal]:
            target.unlink(missing_ok=True)
            dossier.path(name).symlink_to(goal)
        case _:
            raise ValueError(f"{name}: {how}?")


@pytest.fixture(scope="module")
def remembered() -> Memo:
    """What was read for other cases: what this one leaves alone need not be read again."""
    return Memo(BAD, BAD)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_bad(path: Path, dossier: Dossier, remembered: Memo) -> None:
    """The case gives exactly the problems that it states, and each of them helps."""
    case = read(path)
    assert case.changes, "a case must change something"
    for change in case.changes:
        apply(dossier, *change)
    found = dossier.problems(remembered)
    assert [f"{p.path}:{p.line}: {p.code}" for p in found] == case.expected, problems.as_text(found)
    for problem in found:
        is_helpful(problem)
    is_told(found)


#: Put below a record, this is one fault more.
_MORE = "\n\nIt was said that “{words}” [@harbour-post, ¶1].\n"
_NOWHERE = "these words stand nowhere at all"


def edits_one_record(path: Path) -> bool:
    """Whether a case has faults, and all of them made by edits of one record."""
    case = read(path)
    edited = {name for name, how, _ in case.changes if how == "edit" and name.endswith(".md")}
    return bool(case.expected) and len(edited) == 1 == len(case.changes)


ONE_RECORD = [path for path in CASES if edits_one_record(path)]


@pytest.mark.parametrize("path", ONE_RECORD, ids=[path.stem for path in ONE_RECORD])
def test_no_fault_hides_another(path: Path, dossier: Dossier, remembered: Memo) -> None:
    """A wrong quotation below a record is told, too, whatever else is wrong with it; and no new fault arises."""
    case = read(path)
    ((name, how, body),) = case.changes
    apply(dossier, name, how, body)
    last = len(dossier.read(name).rstrip().split("\n"))
    dossier.write(name, dossier.read(name).rstrip() + _MORE.format(words=_NOWHERE))
    found = dossier.problems(remembered)
    fresh = [(p.path, p.line, p.code) for p in found if f"{p.path}:{p.line}: {p.code}" not in case.expected]
    assert [one for one in fresh if one[2] != "brief-length"] == [(name, last + 2, "quote-missing")], found
    missing = {*case.expected} - {f"{p.path}:{p.line}: {p.code}" for p in found}
    assert {spot for spot in missing if "brief-length" not in spot} == set()


def is_helpful(problem: Problem) -> None:
    """What must hold is a sentence, how to mend it as well, and neither is Python's own words."""
    shown = str(problem)
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", problem.code), shown
    assert problem.message.endswith("."), shown
    assert problem.remedy.strip(), shown
    assert problem.remedy.rstrip(")").endswith((".", "`", "…")), shown
    assert problem.line >= 1, shown
    assert problem.column >= 1, shown
    assert shown.isprintable(), repr(shown)
    assert not re.search(r"Traceback|Error\b|Exception|None\b|<class|\berrno\b|object at 0x", shown), shown
    assert len(shown) < 700, shown


def is_told(found: list[Problem]) -> None:
    """All three formats tell the same problems, warnings too, in the same order."""
    lines = problems.as_text(found).splitlines()
    assert len(lines) == len(found)
    told = json.loads(problems.as_json(found))
    assert [f"{p['path']}:{p['line']}:{p['column']}: [{p['code']}]" for p in told] == [
        line.partition("]")[0] + "]" for line in lines
    ]
    assert [p["level"] == "warning" for p in told] == [line.endswith(" (warning)") for line in lines]
    assert all(list(entry) == [*"path line column code message remedy level".split()] for entry in told)
    commands = problems.as_github(found).splitlines()
    assert len(commands) == len(found)
    assert all(re.match(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::\S", line) for line in commands)


def codes() -> set[str]:
    """All codes that cases expect."""
    return {spot.rpartition(" ")[2] for path in CASES for spot in read(path).expected}


def test_every_rule_has_a_case() -> None:
    """A check without a case here is a check that nobody has seen at work."""
    for rule in checks.rules():
        assert rule.code in codes(), f"add a file to tests/bad/ that breaks the rule: expect: path:line: {rule.code}"


def test_every_check_is_a_rule() -> None:
    """A function that looks like a check, but is not marked as one, would never be asked."""
    asked = {rule.function for rule in checks.rules()}
    for module in [module for name, module in sys.modules.items() if name.startswith("briefing.checks.")]:
        for name, function in vars(module).items():
            if name.startswith("check_"):
                assert function in asked, f"mark {module.__name__}.{name} by @check(), or call it otherwise"


def test_a_check_says_what_it_needs() -> None:
    """A check that nothing could ask is refused where it is written, in words that help."""

    def check_something(corpus: object) -> Iterator[checks.Finding]:
        """Something must hold."""
        yield from ()

    with pytest.raises(TypeError, match=r"mark check_something by @check\(\), with brackets"):
        checks.check(check_something)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"check_something must take \(checked\), \(record\) or"):
        checks.check()(check_something)


#: Codes whose cases need more than a few short files, and the tests that have them.
ELSEWHERE = {
    "date-elsewhere": "test_elsewhere",
    "file-kind": "test_bad_files",
    "lock-outdated": "test_verify",
    "lock-stale": "test_verify",
    "page": "test_audit",
    "plugin": "test_plugins",
    "published-address": "test_published",
    "published-changed": "test_corrections",
    "published-removed": "test_published",
    "quote-empty": "test_quotes",
    "quote-unverified": "test_verify",
    "template": "test_templates",
    "theme": "test_templates",
    "too-long": "test_bad_files",
    "translation-alone": "test_translations",
    "unreadable": "test_bad_files",
}


def test_every_listed_code_has_a_case() -> None:
    """The same for the faults that are no rules."""
    assert CODES.keys() - codes() == ELSEWHERE.keys()


def test_every_code_is_explained_once() -> None:
    """`invoke check --rules` prints a sentence for each code in one line; that no other code is told, all tests check."""
    assert not CODES.keys() & {rule.code for rule in checks.rules()}
    for code, text in EXPLAINED.items():
        assert re.match(r"[A-Z].*\.$", text, re.DOTALL), code


def test_all_faults_in_one_run(tmp_path: Path) -> None:
    """Faults of different files are told together: no case hides another one's."""
    dossier = copy_of(DEMO, tmp_path / "all")
    touched: set[str] = set()
    expected: set[str] = set()
    for path in CASES:
        case = read(path)
        names = {name for name, _, _ in case.changes}
        if path.stem.startswith(("value-", "key-")) and not names & touched and len(names) == 1:
            touched |= names
            expected |= set(case.expected)
            for change in case.changes:
                apply(dossier, *change)
    assert len(touched) > 8
    assert expected <= set(dossier.spots())


def test_github_form_escapes() -> None:
    """A file name or message cannot begin a second workflow command."""
    problem = Problem("a,b:c%.md", 3, 4, "value", "one\n::warning::two.", "100 %\r.")
    assert problems.as_github([problem], "x/") == (
        "::error file=x/a%2Cb%3Ac%25.md,line=3,col=4,title=value::one%0A::warning::two. 100 %25%0D."
    )
