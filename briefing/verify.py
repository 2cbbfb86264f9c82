"""The quote lock at work: every quotation against its source's text, or, where that is not at hand, against the
lock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from msgspec import Struct, field

from briefing import lock, mismatch, quotation_marks, quoted, quotes
from briefing.lock import Lock, LockError
from briefing.model import Corpus, Source
from briefing.problems import Level, Problem
from briefing.quoted import Quoted
from briefing.quotes import Fault, Found, Text
from briefing.texts import Texts
from briefing.written import Mark

#: So many faulty quotations of one record are compared with all texts, to say what comes nearest.
CLOSELY = 20


class Verified(Struct):
    """What verifying a dossier gave: problems, fresh locks for the texts at hand, words quoted by source, texts at
    hand.
    """

    problems: list[Problem] = field(default_factory=list)
    locks: dict[str, Lock] = field(default_factory=dict)
    quoted_words: dict[str, int] = field(default_factory=dict)
    total_words: dict[str, int] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    count: int = 0
    outcomes: dict[tuple[str, str, tuple[int, ...]], Found | Fault] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)

    @property
    def proved(self) -> dict[tuple[str, str, tuple[int, ...]], tuple[int, ...]]:
        """In which paragraphs each quotation was found, by source, its words and the paragraphs cited."""
        return {
            (source, words, cited): outcome.paragraphs
            for (words, source, cited), outcome in self.outcomes.items()
            if isinstance(outcome, Found)
        }

    def share(self, source: str) -> float:
        """The share of a source that is quoted, in per cent; 0 when its length is not known."""
        total = self.total_words.get(source, 0)
        return 100 * self.quoted_words.get(source, 0) / total if total else 0.0


def verify(root: Path, corpus: Corpus, read: Texts, whole: bool = True) -> Verified:
    """Check every quotation of a dossier against the texts at hand and the locks, which are read here.

    Unless all its records could be read (`whole`), locks are not held to be behind.
    """
    result = Verified(problems=list(read.problems), texts=read.found)
    locks = _locks(root, corpus, result)
    ranges: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for source in corpus.sources.values():
        if text := read.found.get(source.id):
            result.locks[source.id] = Lock(source.sha256, text.words())
            result.total_words[source.id] = text.words()
        elif held := locks.get(source.id):
            result.total_words[source.id] = held.words
    for one in quoted.of_corpus(corpus):
        result.count += 1
        _one(one, corpus, read.found, locks, result, ranges)
    for source in corpus.sources.values():
        result.quoted_words[source.id] = len(ranges[source.id])
        _share(source, corpus, result)
        if whole:
            _lag(root, source, result)
    result.problems.sort()
    return result


def _lag(root: Path, source: Source, result: Verified) -> None:
    """Where the text is at hand, a lock must hold what was found, for those who lack the text."""
    fresh, path = result.locks.get(source.id), root / f"seeds/{source.id}.lock"
    broken = any(
        problem.code == "lock-broken" and problem.path == f"seeds/{source.id}.lock" for problem in result.problems
    )
    if fresh and path.is_file() and not broken and not result.faults and lock.lags(path, fresh):
        mark = source.mark("sha256")
        message = f"seeds/{source.id}.lock should be as the text and the quotations are now."
        remedy = "Run `invoke verify` and commit what it writes; without the text nothing else vouches for them."
        problem = Problem(source.path, mark.line, mark.column, "lock-outdated", message, remedy, Level.WARNING)
        result.problems.append(problem)


def _one(
    one: Quoted,
    corpus: Corpus,
    found_texts: dict[str, Text],
    locks: dict[str, Lock],
    result: Verified,
    ranges: dict[str, set[tuple[int, int]]],
) -> None:
    cited = {id: numbers for id, numbers in quoted.cited_sources(one).items() if id in corpus.sources}
    if not cited:
        if not quoted.cited_sources(one):
            _problem(
                result,
                one,
                Fault(
                    "quote-uncited",
                    "text between quotation marks must be a quotation with a citation behind it, or a term.",
                    "Cite the source and paragraph; or list the words under `terms` in the head or in "
                    "`content/words.md`.",
                ),
            )
        return
    limit = corpus.dossier.limits.words
    if (length := quotes.words_in(one.text)) > limit:
        _problem(
            result,
            one,
            Fault(
                "quote-too-long",
                f"a quotation must have at most {limit} words; this one has {length}.",
                "Quote less, or say the rest in your own words.",
            ),
        )
    outcome: Found | Fault | None = None
    for id, numbers in cited.items():
        key = one.text, id, numbers
        outcome = result.outcomes.get(key) or _against(
            one, id, numbers, found_texts, locks, closely=result.faults[one.record.path] < CLOSELY
        )
        result.outcomes[key] = outcome
        if isinstance(outcome, Found):
            if id in result.locks:
                result.locks[id].add(quotes.fingerprint(one.text), outcome)
            for number, first, last in outcome.ranges:
                ranges[id].update((number, word) for word in range(first, last + 1))
            _spoken(one, id, outcome, corpus, found_texts, result)
            return
    result.faults[one.record.path] += 1
    unread = set(quoted.cited_sources(one)) - set(cited)
    if isinstance(outcome, Fault) and not unread:
        _problem(result, one, outcome)


def _against(
    one: Quoted,
    id: str,
    numbers: tuple[int, ...],
    found_texts: dict[str, Text],
    locks: dict[str, Lock],
    closely: bool,
) -> Found | Fault:
    others = [text for other, text in found_texts.items() if other != id]
    if text := found_texts.get(id):
        return mismatch.verify(one.text, numbers, text, others, closely)
    fingerprint = quotes.fingerprint(one.text)
    held = locks.get(id)
    if held and (found := held.find(fingerprint, numbers)):
        if sum(last - first + 1 for _, first, last in found.ranges) == sum(
            map(quotes.words_in, quotes.split(one.text))
        ):
            return found
        return Fault(
            "lock-broken",
            f"`seeds/{id}.lock` must be as `invoke verify` writes it; its entry for “{_short(one.text)}” is not.",
            "Run `invoke verify` with the text at hand.",
        )
    if held and (elsewhere := held.entries.get(fingerprint)):
        where = ", ".join(f"¶{number}" for number in elsewhere[0].paragraphs)
        return Fault(
            "quote-paragraph",
            f"the quotation must stand in the paragraph it cites; it stands in {where}.",
            f"Cite {where}.",
        )
    for other, other_lock in locks.items():
        if other != id and (elsewhere := other_lock.entries.get(fingerprint)):
            where = f"`{other}`, ¶{elsewhere[0].paragraphs[0]}"
            return Fault(
                "quote-source",
                f"the quotation must stand in the source it cites; it stands in {where}.",
                f"Cite {where}.",
            )
    for text in others:
        if spots := text.everywhere(one.text):
            return Fault(
                "quote-source",
                f"the quotation must stand in the source it cites; it stands in `{text.source}`, ¶{spots[0]}.",
                f"Cite `{text.source} ¶{spots[0]}`.",
            )
    return Fault(
        "quote-unverified",
        f"a quotation must be vouched for by the source's text or by `seeds/{id}.lock`; “{_short(one.text)}” is not.",
        f"Put the text into `seeds/{id}.txt` and run `invoke verify`; it says whether and where the words differ.",
    )


def _spoken(one: Quoted, id: str, found: Found, corpus: Corpus, found_texts: dict[str, Text], result: Verified) -> None:
    """A speaker's words must stand between quotation marks in a reporter's text, else they are the reporter's."""
    text = found_texts.get(id)
    if not one.spoken or text is None or corpus.sources[id].kind not in ("article", "report", "broadcast", "book"):
        return
    for part, (number, _, _) in zip(quotes.split(one.text), found.ranges, strict=True):
        said = _said(text.paragraphs[number - 1])
        if any(quotes.locate(part, quotes.normalise(words)) is not None for words in said):
            continue
        _problem(
            result,
            one,
            Fault(
                "quote-not-speech",
                f"a speaker's words must stand between quotation marks in the source; ¶{number} has these outside them."
                if said
                else f"a speaker's words should stand between quotation marks in the source; ¶{number} has none.",
                "If these are the reporter's words, write `basis: reported` and drop the quote.",
            ),
            Level.ERROR if said else Level.WARNING,
        )
        return


def _said(paragraph: str) -> list[str]:
    """What a paragraph of a source has between quotation marks; a mark that nothing closes goes on to the end."""
    spans, unclosed = quotation_marks.find(paragraph)
    return [span.inner(paragraph) for span in spans] + [paragraph[start + 1 :] for start in unclosed[:1]]


def _share(source: Source, corpus: Corpus, result: Verified) -> None:
    limit = corpus.dossier.limits.share
    if result.share(source.id) > limit:
        mark = source.mark("sha256")
        result.problems.append(
            Problem(
                source.path,
                mark.line,
                mark.column,
                "quote-share",
                f"at most {limit} % of a source must be quoted; it is {result.share(source.id):.1f} % "
                f"({result.quoted_words[source.id]} of {result.total_words[source.id]} words).",
                "Quote less, or say more in your own words; `limits` in `content/dossier.md` says how much.",
            )
        )


def _locks(root: Path, corpus: Corpus, result: Verified) -> dict[str, Lock]:
    found: dict[str, Lock] = {}
    for source in corpus.sources.values():
        path = f"seeds/{source.id}.lock"
        try:
            held = lock.read(root, path)
        except LockError as error:
            result.problems.append(
                Problem(path, error.line, 1, "lock-broken", f"{error}.", "Run `invoke verify` with the text at hand.")
            )
            continue
        if held is None:
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


def _problem(result: Verified, one: Quoted, fault: Fault, level: Level = Level.ERROR) -> None:
    mark = one.where if isinstance(one.where, Mark) else one.record.mark(one.where)
    result.problems.append(
        Problem(one.record.path, mark.line, mark.column, fault.code, fault.message, fault.remedy, level)
    )


def _short(words: str) -> str:
    pieces = words.split()
    return " ".join(pieces[:8]) + (" …" if len(pieces) > 8 else "")


def write_locks(root: Path, result: Verified) -> list[str]:
    """Write the locks of the texts at hand; return the paths that changed."""
    changed = []
    for id, fresh in result.locks.items():
        path = f"seeds/{id}.lock"
        if lock.write(root / path, fresh):
            changed.append(path)
    return changed
