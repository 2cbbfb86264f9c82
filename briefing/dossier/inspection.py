"""One look at a whole dossier: read it, run every check, verify quotations, compare with what is published.

`check`, `build`, `verify`, `report` and `release` all start here, so they cannot disagree.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from briefing import checks
from briefing.checks import Checked, balance
from briefing.dossier import elsewhere, maps, parse, spotting
from briefing.dossier.parse import Loaded
from briefing.model import problems, relations
from briefing.model.problems import Problem, discreet
from briefing.model.records import Corpus
from briefing.model.settings import tells_words
from briefing.publication import compare, former, manifest, published
from briefing.publication.manifest import NOTHING, Manifest
from briefing.quotations.verification import Verified, verify
from briefing.store.memo import Memo


class Inspection(Struct, frozen=True):
    """A dossier as read and checked; `problems` are all of them, warnings too, in order."""

    loaded: Loaded
    problems: list[Problem]
    verified: Verified = field(default_factory=Verified)
    published: Manifest = NOTHING

    @property
    def errors(self) -> list[Problem]:
        """Those that stop a build."""
        return problems.errors(self.problems)

    @property
    def is_newer(self) -> bool:
        """Whether the dossier is of a newer format than this generator knows, so that nothing of it was read."""
        return any(problem.code == "format-newer" for problem in self.problems)


def inspect(root: Path, memo: Memo | None = None) -> Inspection:
    """Read and check the dossier at `root`. Writes nothing but what `memo` remembers."""
    inspection = _inspect(root, memo)
    return inspection if tells_words() else _discreet(inspection)


def _discreet(inspection: Inspection) -> Inspection:
    """What a look gave, without any words in its problems."""
    loaded, verified = inspection.loaded, inspection.verified
    loaded = replace(loaded, problems=tuple(map(discreet, loaded.problems)))
    verified.problems = [*map(discreet, verified.problems)]
    return replace(inspection, loaded=loaded, problems=problems.in_order(map(discreet, inspection.problems)))


def _inspect(root: Path, memo: Memo | None) -> Inspection:
    memo = memo or Memo()
    loaded = parse.load(root, memo)
    corpus = loaded.corpus
    if corpus is None:
        return Inspection(loaded, problems.in_order(loaded.problems))
    before, broken = manifest.read(root)
    spoilt = any(record.spoilt for record in relations.records(corpus))
    spoilt |= any(position.actor not in corpus.actors for position in corpus.positions.values())
    whole = not problems.errors(loaded.problems)
    checked = to_check(loaded, corpus, before)
    renamed = checked.renamed
    told_before = published.published_before(corpus, before)
    sure_of_cast = checked.is_sure("content/actors", "name", "short", "speakers")
    actors = {old: new for old, new in renamed.items() if old.startswith("actors/")}
    formerly = {old.partition("/")[2]: new.partition("/")[2] for old, new in actors.items()}
    sure_of_dates = loaded.is_whole and not spoilt
    verified = verify(root, corpus, loaded.texts, told_before, whole, memo, formerly, sure_of_cast, sure_of_dates)
    verified.problems = spotting.at_figures(root, corpus, verified.problems)
    reported = [
        *loaded.problems,
        *checks.run(checked),
        *verified.problems,
        *broken,
        *compare.compare(corpus, before, loaded.is_whole, loaded.drafts),
        *(balance.warnings(corpus) if loaded.is_whole and not spoilt else ()),
        *elsewhere.warnings(root, corpus, _former_dates(root, corpus, before, memo)),
        *maps.problems(root, loaded, corpus),
    ]
    return Inspection(loaded, problems.in_order(_without_consequences(reported, corpus)), verified, before)


def to_check(loaded: Loaded, corpus: Corpus, before: Manifest) -> Checked:
    """A corpus as the checks see it: with what was read beside it, and what was published before."""
    once = {*before.records, *(gone.record for gone in corpus.removed.removed)}
    uncounted = {problem.path for problem in loaded.texts.problems if problem.code == "text-paragraphs"}
    renamed = former.renamed(corpus, before)
    return Checked(corpus, loaded.known, loaded.drafts, loaded.files, renamed, once, uncounted)


def _former_dates(root: Path, corpus: Corpus, before: Manifest, memo: Memo) -> dict[str, set[str]]:
    """The dates that events had: those published, and those since this process began, if it goes on."""
    told = elsewhere.dates_told(corpus, before)
    since: dict[str, set[str]] = memo.session.setdefault(f"dates {root}", {})
    for id, event in corpus.events.items():
        since.setdefault(id, set()).add(str(event.date))
    return {id: since[id] | told[id] for id in corpus.events}


def _without_consequences(reported: list[Problem], corpus: Corpus) -> list[Problem]:
    """The problems without those of dates that follow from another one: from a source's words that are misquoted, or a
    day that cannot have been.
    """
    spots = {(problem.path, problem.line, problem.column) for problem in reported if problem.code.startswith("quote-")}
    events = corpus.events.values()
    words = ((event, mark) for event in events for key, mark in event.marks.items() if key.endswith("dating.words"))
    misquoted = {event.path for event, mark in words if (event.path, *mark) in spots}
    future = {problem.path for problem in reported if problem.code == "future"}
    follows = {"date-words": misquoted, "year-stated": misquoted | future}
    return [problem for problem in reported if problem.path not in follows.get(problem.code, ())]
