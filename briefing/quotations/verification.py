"""The quote lock at work: every quotation of a dossier is proved, and the locks say so to those who lack the texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field

from briefing.model import relations
from briefing.model.problems import Level, Problem
from briefing.model.records import Corpus, Dossier, Record, Source
from briefing.model.relations import known_terms
from briefing.model.wording import count
from briefing.quotations import allowance, listening, lockfile, summaries, translated
from briefing.quotations.allowance import Quoted
from briefing.quotations.dated import Dated
from briefing.quotations.lockfile import RENEW, Lock
from briefing.quotations.matching import SourceText
from briefing.quotations.proofs import Proof, Proved, prove, prove_texts
from briefing.quotations.source_texts import SourceTexts
from briefing.quotations.spans import Spans
from briefing.quotations.translated import Pair
from briefing.quotations.voicing import Hearing
from briefing.quotations.vouching import Context, PublishedBefore
from briefing.store import pool
from briefing.store.memo import Memo, Stage, key_of

#: Why a lock must be written.
ALONE = "where the text is not, as on GitHub, nothing else vouches for the quotations"


class Verified(Struct):
    """What verifying a dossier gave: problems, fresh locks, words quoted by source, texts at hand, the quotations of
    each record that stand, by its path, how many do not, how many there are of each source, who speaks where in the
    sources that say so, and what the quotations were held against.
    """

    problems: list[Problem] = field(default_factory=list)
    locks: dict[str, Lock] = field(default_factory=dict)
    quoted_words: dict[str, int] = field(default_factory=dict)
    total_words: dict[str, int] = field(default_factory=dict)
    texts: dict[str, SourceText] = field(default_factory=dict)
    count: int = 0
    proved: dict[str, tuple[Proved, ...]] = field(default_factory=dict)
    faults: int = 0
    quoted: Counter[str] = field(default_factory=Counter)
    spans: Mapping[str, Spans] = field(default_factory=dict)
    context: Context | None = None

    def share(self, source: str) -> float:
        """The share of a source that is quoted, in per cent; 0 when its length is not known."""
        total = self.total_words.get(source, 0)
        return 100 * self.quoted_words.get(source, 0) / total if total else 0.0


def verify(
    root: Path,
    corpus: Corpus,
    at_hand: SourceTexts,
    published: PublishedBefore,
    whole: bool,
    memo: Memo,
    formerly: Mapping[str, str] = MappingProxyType({}),
    sure_of_cast: bool = True,
    sure_of_dates: bool = True,
) -> Verified:
    """Check every quotation of a dossier against the texts at hand, the locks, which are read here, and what was
    `published` before.

    `formerly` are the ids of actors now by former ones. Unless all its records could be read (`whole`), locks are not
    held to be behind; unless it is known who is who (`sure_of_cast`), nobody asks who says a thing; unless
    all dates could be read (`sure_of_dates`), no figure is held. What `memo` remembers is not proved again.
    """
    result = Verified(problems=list(at_hand.problems), texts=at_hand.texts)
    locks = _locks(root, corpus, result)
    sure_of_terms = corpus.words.is_sure("terms")
    holds_figures = sure_of_dates and corpus.dossier.format > 1
    hearing, told = listening.hearing(corpus, result.texts, locks, formerly, memo)
    result.problems += told
    result.spans = hearing.spans
    result.context = context = Context(
        sources=corpus.sources,
        texts=result.texts,
        locks=locks,
        limits={id: allowance.limits(source, corpus.dossier) for id, source in corpus.sources.items()},
        published=published,
        unusable=at_hand.unusable,
        sure_of_terms=sure_of_terms,
        hearing=hearing if sure_of_cast else None,
        dated=Dated.of(corpus) if holds_figures else None,
        language=corpus.dossier.language,
    )
    states = {id: _state(source, context) for id, source in corpus.sources.items()}
    result.total_words = {id: lock.words for id, lock in locks.items()} | _lengths(result.texts, states, memo)
    result.locks = {
        id: Lock(corpus.sources[id].sha256, result.total_words[id], has_figures=holds_figures) for id in result.texts
    }
    for id, lock in result.locks.items():
        if id in hearing.spans:
            lock.voice(hearing.spans[id])
    result.locks |= {id: lock.without_quotations() for id, lock in locks.items() if id not in result.texts}
    records = [record for record in relations.records(corpus) if record is not corpus.words]
    places: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    spelt = allowance.names(corpus)
    paired: dict[str, list[Pair]] = defaultdict(list)
    proofs = list(zip(records, _proofs(records, context, known_terms(corpus), states, memo), strict=True))
    heads = summaries.of_whole(corpus) if context.dated else ()
    for record, proof in [*proofs, *((record, prove_texts(record, texts, context)) for record, texts in heads)]:
        result.count += proof.count
        result.quoted.update([one.source for one in proof.proved])
        result.faults += proof.faults
        result.problems += proof.problems
        if proof.proved:
            result.proved[record.path] = tuple(proof.proved)
        for id, figure, numbers in proof.figures:
            if id in result.texts:
                result.locks[id].figures.setdefault(figure, set()).update(numbers)
        for pair in proof.pairs:
            paired[pair.source].append(pair)
        counted = [
            (one.source, one.match)
            for one in proof.proved
            if not (one.only_dates or allowance.only_spells(one.text, spelt))
        ]
        for id, words, match in (*((one.source, one.text, one.match) for one in proof.proved), *proof.given):
            if id in result.locks:
                result.locks[id].add(words, match)
        for id, match in (*counted, *((id, match) for id, _, match in proof.given)):
            for number, first, last in match.ranges:  # each word of a source is a number of its own
                places[id][record.path].update(range(number << 32 | first, (number << 32 | last) + 1))
    for source in corpus.sources.values():
        result.quoted_words[source.id] = len(set[int]().union(*places[source.id].values()))
        if source.id not in hearing.spans and corpus.dossier.is_sure("format"):
            _unheld(source, corpus.dossier, result)
        by_record = sorted(((path, len(words)) for path, words in places[source.id].items()), key=lambda one: -one[1])
        quoted = Quoted(result.quoted_words[source.id], result.total_words.get(source.id, 0), tuple(by_record))
        result.problems += allowance.too_much(source, corpus.dossier, quoted)
        before, fresh = locks.get(source.id) if whole else None, result.locks.get(source.id)
        has_text = source.id in result.texts
        result.problems += translated.told(paired[source.id], before, fresh if has_text else None)
        if whole and has_text:
            _lag(root, source, result)
        elif before and fresh and not result.faults and before.wordings.keys() - fresh.wordings.keys():
            result.problems.append(_too_much_held(source))
    result.problems.sort()
    return result


def _proofs(
    records: Sequence[Record],
    context: Context,
    terms: frozenset[str],
    states: Mapping[str, bytes],
    memo: Memo,
) -> list[Proof]:
    """Prove each record, unless it is remembered to stand on what is there now."""
    stage: Stage[Proof] = memo.stage("proof", Proof)
    quotations, notes, of = context.published
    own = [(name, sorted(fingerprints)) for name, fingerprints in sorted(of.items())]
    heard = _heard(context.hearing) if context.hearing else ()
    dates = context.dated.key if context.dated else ()
    told = [context.language, sorted(terms), sorted(quotations), sorted(notes), own, heard, dates]
    rules = key_of(*told)

    def key(record: Record, proof: Proof) -> bytes:
        return key_of(rules, record.digest, [states.get(source) for source in proof.sources])

    proofs = [stage.traced(record.path, partial(key, record)) for record in records]
    todo = [number for number, proof in enumerate(proofs) if proof is None]
    fresh = pool.parallel_map(lambda number: prove(records[todo[number]], context), len(todo))
    for number, proof in zip(todo, fresh, strict=True):
        proofs[number] = proof
        if not proof.problems and not proof.faults:
            stage.put(records[number].path, key(records[number], proof), proof)
    stage.retain([record.path for record in records])
    return [proof for proof in proofs if proof]


def _heard(hearing: Hearing) -> tuple[str, str, int | None]:
    """What changes whenever a record may give words to somebody else."""
    return hearing.cast.key, hearing.presumed.key, hearing.year


def _state(source: Source, context: Context) -> bytes:
    """What changes whenever a quotation of a source may stand otherwise."""
    told = (
        *(source.language, source.kind, source.author, source.publisher, source.title, source.published),
        *(source.voices, source.lines, context.limits[source.id]),
    )
    if text := context.texts.get(source.id):
        return key_of(told, source.sha256, source.first_line, len(text.paragraphs))
    lock = context.locks.get(source.id)
    return key_of(told, lockfile.as_text(lock) if lock else "")


def _unheld(source: Source, dossier: Dossier, result: Verified) -> None:
    """Tell of a source whose record says nothing of who speaks, with how many quotations are held to no voice. From
    format 2 on that is an error.
    """
    if source.voices or not source.is_sure("voices") or not (number := result.quoted[source.id]):
        return
    is_error = dossier.format > 1
    message = f"the record {'must' if is_error else 'should'} say who speaks in the source; "
    message += f"{count(number, 'quotation')} of it "
    message += f"{'is' if number == 1 else 'are'} held to the wording only."
    task, level = ("verify", Level.ERROR) if is_error else ("upgrade", Level.WARNING)
    remedy = f"Add `voices`; `invoke {task}` proposes them where the text is at hand."
    result.problems.append(Problem(source.path, *source.mark("kind"), "voices-missing", message, remedy, level))


def _lengths(texts: Mapping[str, SourceText], states: Mapping[str, bytes], memo: Memo) -> dict[str, int]:
    """How many words each text at hand has."""
    key = key_of([(id, states[id]) for id in texts])
    return memo.made("lengths", dict[str, int], key, lambda: {id: text.words() for id, text in texts.items()})


def _lag(root: Path, source: Source, result: Verified) -> None:
    """Where the text is at hand, a lock must hold what was found, for those who lack the text."""
    path, fresh = f"seeds/{source.id}.lock", result.locks.get(source.id)
    broken = any(problem.code == "lock-broken" and problem.path == path for problem in result.problems)
    if fresh and (root / path).is_file() and not broken and not result.faults and lockfile.lags(root / path, fresh):
        message = f"{path} should be as the text and the quotations are now."
        remedy = "Run `invoke verify` and commit what it writes; without the text nothing else vouches for them."
        mark = source.mark("sha256")
        result.problems.append(Problem(source.path, *mark, "lock-outdated", message, remedy, Level.WARNING))


def _too_much_held(source: Source) -> Problem:
    """Where the text is not at hand, a lock should at least hold no words that were taken out of all records."""
    message = f"seeds/{source.id}.lock should hold the words of quotations only; it has some that no record quotes now."
    remedy = "Run `invoke verify`, which takes them out; that needs no text."
    return Problem(source.path, *source.mark("sha256"), "lock-outdated", message, remedy, Level.WARNING)


def _locks(root: Path, corpus: Corpus, result: Verified) -> dict[str, Lock]:
    """The locks of the texts on record, by source; what is wrong with the others goes into the problems."""
    locks: dict[str, Lock] = {}
    for source in corpus.sources.values():
        path = f"seeds/{source.id}.lock"
        lock = lockfile.read(root, path)
        if isinstance(lock, Problem):
            result.problems.append(lock)
        elif lock is None or not source.is_sure("sha256"):
            continue
        elif lock.sha256 == source.sha256:
            locks[source.id] = lock
        elif source.id not in result.texts:
            message = f"{path} must belong to the text on record; it was made from another."
            result.problems.append(Problem(source.path, *source.mark("sha256"), "lock-stale", message, RENEW))
    return locks


def unwritten(root: Path, result: Verified) -> list[str]:
    """The locks that are not there of sources that are quoted and whose texts are at hand."""
    paths = [f"seeds/{id}.lock" for id in sorted(result.texts) if result.quoted[id] and id in result.locks]
    return [path for path in paths if not (root / path).is_file()]


def write_locks(root: Path, result: Verified) -> list[str]:
    """Write the locks; return the paths that changed. Without its text a lock loses quotations that stand no more, and
    gets those that are parts of what it proved.
    """
    paths = {f"seeds/{id}.lock": lock for id, lock in result.locks.items()}
    return [path for path, lock in paths.items() if lockfile.write(root / path, lock)]
