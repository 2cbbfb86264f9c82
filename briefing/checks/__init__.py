"""The rules that records must meet.

A rule is a function `check_the_rule` marked `@check()`: its name is the code, its docstring says what must hold, and it
yields a `Finding` for each place where that does not hold. What it takes decides when it is asked:

- `(checked)`: once about the whole dossier, when all records are read;
- `(record)`: about each published record by itself, as it is read;
- `(record, own, style)`: about each stretch of a record's own words, as it is read.

Each module of this package is one topic, and all of them are imported when the rules are first needed.
"""

from __future__ import annotations

import ast
import functools
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from importlib import import_module
from typing import Any, TypeVar

from msgspec import Struct

from briefing.checks.styleguide import StyleGuide
from briefing.model.problems import Level, Problem, errors
from briefing.model.prose import Mark, Own
from briefing.model.records import Corpus, Record
from briefing.reading.discover import Files


class Checked(Struct, frozen=True):
    """A dossier as the checks see it.

    `corpus`    the published records
    `known`     the ids of all record files, by kind (`content/events`, `seeds`)
    `drafts`    the paths of drafts
    `files`     all files, and what is wrong with their names and places
    `renamed`   names of records now (`events/first-warnings`), by the names that they had before
    `once`      names of all records that are or were published
    `uncounted` paths of sources whose record states a wrong number of paragraphs
    """

    corpus: Corpus
    known: Mapping[str, frozenset[str]]
    drafts: frozenset[str]
    files: Files
    renamed: Mapping[str, str]
    once: Set[str]
    uncounted: Set[str]

    def is_odd(self, kind: str, id: str) -> bool:
        """Whether a fault of name or place was reported at the file that may be this record's."""
        return not self.files.odd.isdisjoint((f"{kind}/{id}", f"content/{id}", f"{kind}/*"))

    def has_file(self, path: str) -> bool:
        """Whether a record file stands there, readable or not."""
        return any(path == other for _, _, other in self.files.records)

    def became(self, kind: str, id: str) -> str:
        """The id now of a record that had another one before; `-` if the record is gone, empty if there was none."""
        called = f"{'sources' if kind == 'seeds' else kind.removeprefix('content/')}/{id}"
        parts = self.renamed.get(called, "").split("/")[-1 - id.count("/") :]  # a position's are its actor and question
        return "/".join(parts) or ("-" if called in self.once else "")

    def is_sure(self, kind: str, *keys: str) -> bool:
        """Whether every file of a kind was read, and these keys of each without a fault."""
        group = getattr(self.corpus, "sources" if kind == "seeds" else kind.rpartition("/")[2])
        drafts = sum(path.startswith(f"{kind}/") for path in self.drafts)
        odd = any(f"{problem.path}/".startswith(f"{kind}/") for problem in errors(self.files.problems))
        read = len(group) + drafts == len(self.known.get(kind, ())) and not odd
        return read and all(record.is_sure(*keys) for record in group.values())


class Finding(Struct, frozen=True):
    """A place where a rule does not hold: the record, the key or spot in it, what must hold and how to mend it."""

    record: Record
    where: str | Mark
    message: str
    remedy: str

    @property
    def is_sure(self) -> bool:
        """Whether it follows from what the editor wrote, and not from a value that could not be read."""
        return isinstance(self.where, Mark) or self.record.is_sure(self.where.split(".")[0])

    def problem(self, code: str, level: Level) -> Problem:
        """The finding as a Problem."""
        mark = self.where if isinstance(self.where, Mark) else self.record.mark(self.where)
        return Problem(self.record.path, *mark, code, self.message, self.remedy, level)


Check = TypeVar("Check", bound=Callable[..., Iterator[Finding]])
#: What a rule may take.
DOSSIER, RECORD, WORDS = ("checked",), ("record",), ("record", "own", "style")


class Rule(Struct, frozen=True):
    """A registered check; `takes` are the names of its parameters."""

    code: str
    function: Callable[..., Iterator[Finding]]
    takes: tuple[str, ...]
    level: Level
    in_code: bool

    @property
    def text(self) -> str:
        """What must hold: the function's docstring, from its source where Python was told to drop docstrings."""
        if self.function.__doc__:
            return inspect.cleandoc(self.function.__doc__)
        stated = ast.parse(inspect.getsource(self.function)).body[0]
        return (isinstance(stated, ast.FunctionDef) and ast.get_docstring(stated)) or ""

    def problems(self, *arguments: Any) -> Iterator[Problem]:
        """Where the rule does not hold, as far as that is certain."""
        for finding in self.function(*arguments):
            if finding.is_sure:
                yield finding.problem(self.code, self.level)


_REGISTERED: list[Rule] = []


def check(level: Level = Level.ERROR, in_code: bool = True) -> Callable[[Check], Check]:
    """Register a check. One of words is asked about blocks of code, too, unless `in_code` is False.

    Raises TypeError where the function's name, docstring or parameters are not as the package's docstring says.
    """
    if callable(level):
        raise TypeError(f"mark {getattr(level, '__name__', level)} by @check(), with brackets")

    def register(function: Check) -> Check:
        name, takes = function.__name__, tuple(inspect.signature(function).parameters)
        if not name.startswith("check_") or not (function.__doc__ or sys.flags.optimize > 1):
            raise TypeError(f"{name} must be called check_… and have a docstring that states the rule")
        if takes not in (DOSSIER, RECORD, WORDS):
            raise TypeError(f"{name} must take (checked), (record) or (record, own, style)")
        _REGISTERED.append(Rule(name.removeprefix("check_").replace("_", "-"), function, takes, level, in_code))
        return function

    return register


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules, by code."""
    for topic in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{topic.name}")
    return tuple(sorted(_REGISTERED, key=lambda rule: rule.code))


def run(checked: Checked) -> list[Problem]:
    """Run the checks of a whole dossier."""
    return [problem for rule in rules() if rule.takes == DOSSIER for problem in rule.problems(checked)]


def run_record(record: Record) -> Iterator[Problem]:
    """Run the checks of one record by itself."""
    for rule in rules():
        if rule.takes == RECORD:
            yield from rule.problems(record)


def run_words(record: Record, stretches: Sequence[Own], style: StyleGuide) -> Iterator[Problem]:
    """Run the checks of our own words over one record, where a stretch is not spared them."""
    if style.is_plain("\n\n".join([own.text for own in stretches])):
        return  # looking once at all of it is quicker, and usually enough
    for own in stretches:
        if style.is_plain(own.text):
            continue
        for rule in rules():
            if rule.takes == WORDS and rule.code not in own.spared and (rule.in_code or not own.code):
                yield from rule.problems(record, own, style)
