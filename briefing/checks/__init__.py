"""What must hold of records. Each rule is a function marked `@check`, `@check_against`, `@check_record` or
`@check_words`; its name is the code, its docstring the rule.

The first are asked about all records together (`Checked`), the second about each record against something made of all,
the others as one record is read; none reads a file. Modules of this package are one topic each and are imported here so
that their checks register. `RULES` lists them for `invoke check --rules`.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

from briefing.checks.styleguide import StyleGuide
from briefing.model import relations
from briefing.model.problems import Level, Problem
from briefing.model.records import Corpus, Record
from briefing.model.text import digest
from briefing.model.written import Mark, Own

if TYPE_CHECKING:
    from briefing.store.cache import Cache


class Checked(Struct, frozen=True):
    """What checks look at: the records, the ids of all record files by kind, drafts' paths, the files at hand, folders
    with files that are no records, names of records now by those that they had before, names of all that were ever
    published, what is told of at its file (paths of images, records by kind and id), and the paths of sources whose
    paragraphs are not as many as they say.
    """

    corpus: Corpus
    known: Mapping[str, frozenset[str]]
    drafts: frozenset[str]
    paths: frozenset[str]
    images: frozenset[str]
    maps: frozenset[str]
    unread: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = MappingProxyType({})
    once: frozenset[str] = frozenset()
    odd: frozenset[str] = frozenset()
    uncounted: frozenset[str] = frozenset()

    def is_odd(self, kind: str, id: str) -> bool:
        """Whether a record of a kind may be the one whose file is told to have an odd name or place."""
        return not self.odd.isdisjoint((f"{kind}/{id}", f"content/{id}", f"{kind}/*"))

    def became(self, kind: str, id: str) -> str:
        """What a record of a kind (`content/events`) is called now that had another id before; `-` if it is gone,
        empty if none ever had the id.
        """
        called = f"{'sources' if kind == 'seeds' else kind.removeprefix('content/')}/{id}"
        return self.renamed.get(called, "").rpartition("/")[2] or ("-" if called in self.once else "")

    def is_sure(self, kind: str, *keys: str) -> bool:
        """Whether these values of all records of a kind (`content/events`) are known: each file could be read, and no
        fault was found in them.
        """
        group = getattr(self.corpus, "sources" if kind == "seeds" else kind.rpartition("/")[2])
        drafts = sum(path.startswith(f"{kind}/") for path in self.drafts)
        read = len(group) + drafts == len(self.known.get(kind, ())) and kind not in self.unread
        return read and all(record.is_sure(*keys) for record in group.values())


class Finding(Struct, frozen=True):
    """A rule that does not hold: at which record and key (or spot), what must hold and how to mend it."""

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
        return Problem(self.record.path, mark.line, mark.column, code, self.message, self.remedy, level)


class Ground(Protocol):
    """What records are held against one by one; `key` changes whenever it does."""

    key: str


Check = Callable[[Checked], Iterator[Finding]]
AgainstCheck = Callable[[Record, Any], Iterator[Finding]]
RecordCheck = Callable[[Record], Iterator[Finding]]
WordsCheck = Callable[[Record, Own, StyleGuide], Iterator[Finding]]


class Rule(Struct, frozen=True):
    """A registered check."""

    code: str
    function: Callable[..., Iterator[Finding]]
    level: Level
    check: Check | None = None
    against: AgainstCheck | None = None
    ground: Callable[[Checked], Ground] | None = None
    record: RecordCheck | None = None
    words: WordsCheck | None = None
    code_too: bool = True

    @property
    def text(self) -> str:
        """What must hold: the function's docstring, from its source where Python was told to forget docstrings."""
        if self.function.__doc__:
            return inspect.cleandoc(self.function.__doc__)
        stated = ast.parse(inspect.getsource(self.function)).body[0]
        return (isinstance(stated, ast.FunctionDef) and ast.get_docstring(stated)) or ""


RULES: list[Rule] = []
_TOPICS = ("alone", "references", "links", "statements", "attribution", "dating", "geography", "wording")


def check(level: Level = Level.ERROR) -> Callable[[Check], Check]:
    """Register a check; its function's name must begin with `check_`, its docstring states the rule."""

    def register(function: Check) -> Check:
        RULES.append(Rule(_code(function), function, level, check=function))
        return function

    return register


def check_against(
    ground: Callable[[Checked], Ground], level: Level = Level.ERROR
) -> Callable[[AgainstCheck], AgainstCheck]:
    """Register a check of one record against a `ground` that is made of all.

    A record with which nothing was wrong is not asked about again while it and the ground are as they were.
    """

    def register(function: AgainstCheck) -> AgainstCheck:
        RULES.append(Rule(_code(function), function, level, against=function, ground=ground))
        return function

    return register


def check_record(level: Level = Level.ERROR) -> Callable[[RecordCheck], RecordCheck]:
    """Register a check of one record by itself, called as the record is read."""

    def register(function: RecordCheck) -> RecordCheck:
        RULES.append(Rule(_code(function), function, level, record=function))
        return function

    return register


def check_words(code: bool = True) -> Callable[[WordsCheck], WordsCheck]:
    """Register a check of one stretch of our own words, called as a record is read.

    It is not asked about stretches that are spared the rule, nor about blocks of `code`, unless it is to be.
    """

    def register(function: WordsCheck) -> WordsCheck:
        RULES.append(Rule(_code(function), function, Level.ERROR, words=function, code_too=code))
        return function

    return register


def _code(function: Callable[..., Iterator[Finding]]) -> str:
    """The code of a rule, from its function's name."""
    name = function.__name__
    if not name.startswith("check_") or not (function.__doc__ or sys.flags.optimize > 1):
        raise TypeError(f"{name} must be called check_… and have a docstring that states the rule")
    return name.removeprefix("check_").replace("_", "-")


def rules() -> list[Rule]:
    """All rules, by code."""
    for topic in _TOPICS:
        import_module(f"{__name__}.{topic}")
    return sorted(RULES, key=lambda rule: rule.code)


def run(checked: Checked, terms: frozenset[str], cache: Cache | None = None) -> list[Problem]:
    """Run every check over a dossier. `terms` are the folded words that its records were read with."""
    found: list[Problem] = []
    for rule in rules():
        findings = rule.check(checked) if rule.check else _against(rule, checked, terms, cache)
        found += [finding.problem(rule.code, rule.level) for finding in findings if finding.is_sure]
    return found


def _against(rule: Rule, checked: Checked, terms: frozenset[str], cache: Cache | None) -> Iterator[Finding]:
    """Run the check of a rule on each record; `cache` remembers in which nothing was found.

    Which quotations a record's prose has depends on the `terms` it was read with, too.
    """
    if not rule.against or not rule.ground:
        return
    ground, name = rule.ground(checked), f"fine-{rule.code}"
    key = digest(ground.key, sorted(terms))
    held = cache.read(name) if cache else None
    before: dict[str, str] = held[1] if held and held[0] == key else {}
    fine: dict[str, str] = {}
    for record in relations.records(checked.corpus):
        if record.digest != before.get(record.path):
            findings = list(rule.against(record, ground))
            yield from findings
            if findings:
                continue
        fine[record.path] = record.digest
    if cache and (not held or held[0] != key or fine != before):
        cache.write(name, (key, fine))


def run_words(record: Record, stretches: list[Own], style: StyleGuide) -> Iterator[Problem]:
    """Run the checks of our own words over one record."""
    if style.is_plain("\n\n".join([own.text for own in stretches])):
        return  # one look at all of it is quicker, and mostly enough
    for own in stretches:
        if style.is_plain(own.text):
            continue
        for rule in RULES:
            if rule.words and rule.code not in own.spared and (rule.code_too or not own.code):
                for finding in rule.words(record, own, style):
                    yield finding.problem(rule.code, rule.level)


def start(record: Record, own: Own) -> Mark:
    """Where a stretch of our own words begins in the file."""
    return own.where if isinstance(own.where, Mark) else record.mark(own.where)
