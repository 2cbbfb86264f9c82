"""The quote lock at work: every quotation of a dossier is proved, and the locks say so to those who lack the texts.

Imports the cache, the model, proofs, locks and workers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from briefing.model import relations
from briefing.model.problems import Level, Problem
from briefing.model.records import Corpus, Limits, Record, Source
from briefing.model.relations import known_terms
from briefing.model.text import digest
from briefing.quotations import lockfile, proofs
from briefing.quotations.lockfile import Lock, LockError
from briefing.quotations.matching import SourceText
from briefing.quotations.proofs import Grounds, Proof, Proved, PublishedBefore
from briefing.quotations.source_texts import SourceTexts
from briefing.store import workers
from briefing.store.cache import Cache, Shelf

NAME = "proofs"
#: What holds while the dossier's own limits cannot be read.
UNLIMITED = Limits(words=10_000, share=100)


class Verified(Struct):
    """What verifying a dossier gave: problems, fresh locks for the texts at hand, words quoted by source, texts at
    hand, the quotations of each record that stand, by its path, and how many do not.
    """

    problems: list[Problem] = field(default_factory=list)
    locks: dict[str, Lock] = field(default_factory=dict)
    quoted_words: dict[str, int] = field(default_factory=dict)
    total_words: dict[str, int] = field(default_factory=dict)
    texts: dict[str, SourceText] = field(default_factory=dict)
    count: int = 0
    proved: dict[str, tuple[Proved, ...]] = field(default_factory=dict)
    faults: int = 0

    def share(self, source: str) -> float:
        """The share of a source that is quoted, in per cent; 0 when its length is not known."""
        total = self.total_words.get(source, 0)
        return 100 * self.quoted_words.get(source, 0) / total if total else 0.0


class Remembered(NamedTuple):
    """What was proved of a record, all of whose quotations stand; `key` is of all that this rests on."""

    key: str
    proof: Proof


def verify(
    root: Path,
    corpus: Corpus,
    read: SourceTexts,
    published: PublishedBefore,
    whole: bool = True,
    cache: Cache | None = None,
) -> Verified:
    """Check every quotation of a dossier against the texts at hand, the locks, which are read here, and what
    was `published` before.

    Unless all its records could be read (`whole`), locks are not held to be behind. What `cache` remembers of records
    and sources that are as they were is not proved again.
    """
    result = Verified(problems=list(read.problems), texts=read.found)
    locks = _locks(root, corpus, result)
    limits = corpus.dossier.limits if corpus.dossier.is_sure("limits") else UNLIMITED
    sure = corpus.words.is_sure("terms")
    grounds = Grounds(corpus.sources, read.found, locks, limits.words, published, read.unusable, sure)
    states = _states(grounds)
    result.total_words = _lengths(grounds, states, cache)
    result.locks = {id: Lock(corpus.sources[id].sha256, result.total_words[id]) for id in read.found}
    records = [record for record in relations.records(corpus) if record is not corpus.words]
    places: dict[str, set[int]] = defaultdict(set)
    most: dict[str, Counter[str]] = defaultdict(Counter)
    for record, proof in zip(records, _proofs(records, grounds, known_terms(corpus), states, cache), strict=True):
        result.count += proof.count
        result.faults += proof.faults
        result.problems += proof.problems
        if proof.proved:
            result.proved[record.path] = proof.proved
        for _, id, _, fingerprint, found in proof.proved:
            if id in result.locks:
                result.locks[id].add(fingerprint, found)
            for number, first, last in found.ranges:  # each word of a source is a number of its own
                places[id].update(range(number << 32 | first, (number << 32 | last) + 1))
                most[id][record.path] += last - first + 1
    for source in corpus.sources.values():
        result.quoted_words[source.id] = len(places[source.id])
        _share(source, corpus, result, most[source.id])
        if whole:
            _lag(root, source, result)
    result.problems.sort()
    return result


def _proofs(
    records: Sequence[Record],
    grounds: Grounds,
    terms: frozenset[str],
    states: Mapping[str, str],
    cache: Cache | None,
) -> list[Proof]:
    """Prove each record, unless it is remembered to stand on what is there now."""
    shelf = Shelf(cache, NAME, Remembered)
    before: dict[str, Remembered] = shelf.all()
    of = [(name, sorted(words)) for name, words in sorted(grounds.published.of.items())]
    past = sorted(grounds.published.quotations), sorted(grounds.published.notes), of
    rules = digest(grounds.limit, sorted(terms), *past)

    def key(record: Record, proof: Proof) -> str:
        return digest(rules, record.digest, [states.get(source) for source in proof.sources])

    kept = {
        record.path: held
        for record in records
        if (held := before.get(record.path)) and held.key == key(record, held.proof)
    }
    todo = [record for record in records if record.path not in kept]
    fresh = workers.share(lambda number: proofs.prove(todo[number], grounds), len(todo))
    made = {record.path: proof for record, proof in zip(todo, fresh, strict=True)}
    now = kept | {
        record.path: Remembered(key(record, proof), proof)
        for record, proof in zip(todo, fresh, strict=True)
        if not proof.problems and not proof.faults
    }
    if changed := {path for path in now.keys() | before.keys() if now.get(path) is not before.get(path)}:
        shelf.fill(now, changed)
    return [made[record.path] if record.path in made else kept[record.path].proof for record in records]


def _states(grounds: Grounds) -> dict[str, str]:
    """For each source, what changes whenever a quotation of it may stand otherwise."""

    def state(source: Source) -> str:
        if text := grounds.texts.get(source.id):
            return digest(source.kind, source.sha256, source.first_line, len(text.paragraphs))
        held = grounds.locks.get(source.id)
        return digest(source.kind, lockfile.as_text(held) if held else "")

    return {id: state(source) for id, source in grounds.sources.items()}


def _lengths(grounds: Grounds, states: Mapping[str, str], cache: Cache | None) -> dict[str, int]:
    """How many words each source has, as far as is known."""
    before: dict[str, int] = (cache and cache.read("lengths")) or {}
    found = {
        id: text.words() if (held := before.get(states[id])) is None else held for id, text in grounds.texts.items()
    }
    now = {states[id]: words for id, words in found.items()}
    if cache and now != before:
        cache.write("lengths", now)
    return {id: held.words for id, held in grounds.locks.items()} | found


def _lag(root: Path, source: Source, result: Verified) -> None:
    """Where the text is at hand, a lock must hold what was found, for those who lack the text."""
    fresh, path = result.locks.get(source.id), root / f"seeds/{source.id}.lock"
    broken = any(
        problem.code == "lock-broken" and problem.path == f"seeds/{source.id}.lock" for problem in result.problems
    )
    if fresh and path.is_file() and not broken and not result.faults and lockfile.lags(path, fresh):
        mark = source.mark("sha256")
        message = f"seeds/{source.id}.lock should be as the text and the quotations are now."
        remedy = "Run `invoke verify` and commit what it writes; without the text nothing else vouches for them."
        problem = Problem(source.path, mark.line, mark.column, "lock-outdated", message, remedy, Level.WARNING)
        result.problems.append(problem)


def _share(source: Source, corpus: Corpus, result: Verified, most: Counter[str]) -> None:
    limit = corpus.dossier.limits.share
    if corpus.dossier.is_sure("limits") and result.share(source.id) > limit:
        mark = source.mark("sha256")
        shown = ", ".join(f"{path} ({words})" for path, words in most.most_common(3))
        result.problems.append(
            Problem(
                source.path,
                mark.line,
                mark.column,
                "quote-share",
                f"at most {limit} % of a source must be quoted; it is {result.share(source.id):.1f} % "
                f"({result.quoted_words[source.id]} of {result.total_words[source.id]} words, "
                f"each counted once, those under `dating` too; most in {shown}).",
                "Quote less, or say more in your own words; `limits` in `content/dossier.md` says how much.",
            )
        )


def _locks(root: Path, corpus: Corpus, result: Verified) -> Mapping[str, Lock]:
    found: dict[str, Lock] = {}
    for source in corpus.sources.values():
        path = f"seeds/{source.id}.lock"
        try:
            held = lockfile.read(root, path)
        except LockError as error:
            result.problems.append(
                Problem(path, error.line, 1, "lock-broken", f"{error}.", "Run `invoke verify` with the text at hand.")
            )
            continue
        if held is None or not source.is_sure("sha256"):
            continue
        if held.sha256 != source.sha256:
            mark = source.mark("sha256")
            if source.id not in result.texts:
                result.problems.append(
                    Problem(
                        source.path,
                        mark.line,
                        mark.column,
                        "lock-stale",
                        f"{path} must belong to the text on record; it was made from another.",
                        "Run `invoke verify` with the text at hand.",
                    )
                )
            continue
        found[source.id] = held
    return found


def write_locks(root: Path, result: Verified) -> list[str]:
    """Write the locks of the texts at hand; return the paths that changed."""
    changed = []
    for id, fresh in result.locks.items():
        path = f"seeds/{id}.lock"
        if lockfile.write(root / path, fresh):
            changed.append(path)
    return changed
