"""Files to records: `load(root)` gives a Corpus and all problems of the single files. The only reader of records.

`parse` is pure: the bytes of one file in, one record (or none) and its problems out; so it can be cached and shared
out. What holds between records is for `briefing.checks`.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing import checks, dates, frontmatter, leaks, prose, rests, text, texts
from briefing.cache import Cache
from briefing.checks import alone, wording
from briefing.checks.wording import Desk
from briefing.discover import MAX_FILE, Found, discover
from briefing.fields import Fields, marks
from briefing.frontmatter import HeadError
from briefing.leaks import Runs
from briefing.memory import Memory, Parsed
from briefing.model import (
    About,
    Actor,
    Brief,
    Corpus,
    Dossier,
    Event,
    Names,
    Place,
    Position,
    Question,
    Record,
    Removed,
    Source,
    Words,
)
from briefing.problems import Problem
from briefing.records import BODY_REQUIRED, READERS, common
from briefing.rests import Rests
from briefing.texts import Texts
from briefing.vocabulary import Status
from briefing.written import Mark

#: What documents of word processors and PDF files begin with.
_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")


class Loaded(Struct, frozen=True):
    """A dossier as read. `corpus` is None while the dossier itself or the about page cannot be read.

    `known` are the ids of every record file by kind, readable or not, so that one fault is not told twice;
    drafts are known but not part of the corpus. `rests` are the statements of each record, by its path.
    """

    corpus: Corpus | None
    problems: tuple[Problem, ...]
    known: Mapping[str, frozenset[str]]
    drafts: frozenset[str]
    found: Found
    texts: Texts
    desk: Desk
    rests: Mapping[str, Rests]


def parse(kind: str, id: str, path: str, data: bytes, desk: Desk | None = None) -> Parsed:
    """Read one record from the bytes of its file, and hold what it says in our own words against the desk.

    `kind` is a key of READERS, `path` relative to the dossier's root. Never raises: what is wrong becomes a problem.
    """
    desk = desk or Desk()
    problems: list[Problem] = []
    if len(data) > MAX_FILE:
        problems.append(
            Problem(path, 1, 1, "too-long", f"a record must have at most {MAX_FILE:,} bytes.", "Split the record.")
        )
        return Parsed(None, tuple(problems))
    try:
        content = text.decode(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message, remedy = "a file must be saved as UTF-8.", "Save it again with the encoding UTF-8."
        if data.startswith(_DOCUMENTS):
            message, remedy = "a record must be plain text.", "Save it as plain text (UTF-8), not as a document."
        problems.append(Problem(path, line, column, "encoding", message, remedy))
        return Parsed(None, tuple(problems))
    for offset, name in text.forbidden(content):
        line, column = text.position(content, offset)
        problems.append(
            Problem(
                path, line, column, "character", f"a file must not hold the invisible character {name}.", "Delete it."
            )
        )
    if problems:
        return Parsed(None, tuple(problems))
    try:
        head, body, body_line = frontmatter.split(content)
        node = frontmatter.read(head)
    except HeadError as error:
        mark = error.mark
        problems.append(Problem(path, mark.line, mark.column, error.code, error.message, error.remedy))
        return Parsed(None, tuple(problems))
    fields = Fields(node, path, problems)
    fields.mark = Mark(1)
    own_terms = frozenset(text.fold_term(term.text or "") for term in _list(fields, "terms"))
    rendered, prose_problems, stretches = prose.read(body, path, body_line, desk.terms | own_terms)
    shared: dict[str, Any] = {
        "id": id,
        "path": path,
        "digest": hashlib.blake2b(data, digest_size=16, person=b"record").hexdigest(),
        "marks": marks(node),
        "prose": rendered,
        **common(fields),
    }
    record = READERS[kind](fields, shared)
    fields.done()
    problems.extend(prose_problems)
    if kind in BODY_REQUIRED and not body.strip():
        problems.append(
            Problem(path, body_line, 1, "body-missing", "the record must have prose below its head.", "Write it.")
        )
    if any(problem.level == "error" for problem in problems):
        return Parsed(None, tuple(problems))
    if record.status is not Status.PUBLISHED:
        return Parsed(record, tuple(problems))
    problems.extend(checks.run_words(record, [*wording.own_words(record), *stretches], desk))
    problems.extend(alone.run(record))
    return Parsed(record, tuple(problems), rests.pack(rests.of_record(record)))


def _list(fields: Fields, key: str) -> list[frontmatter.Node]:
    node = fields.values.get(key)
    return (node.items if node and node.items is not None else [node]) if node else []


def load(root: Path, cache: Cache | None = None) -> Loaded:
    """Read every record of the dossier at `root`; files that `cache` remembers as they are now are not read again.

    Files are taken in sorted order; the result does not depend on the file system's, nor on the cache.
    """
    found = discover(root)
    memory = Memory(root, cache)
    by_path: dict[str, Parsed] = {}

    def read(entries: Iterable[tuple[str, str, str]], desk: Desk) -> list[Record]:
        todo = [entry for entry in entries if entry[2] not in by_path]
        results = memory.parsed(todo, desk.key, functools.partial(parse, desk=desk))
        by_path.update(results)
        return [result.record for result in results.values() if result.record]

    def published(kinds: tuple[str, ...], desk: Desk) -> list[Record]:
        some = read((entry for entry in found.records if entry[0] in kinds), desk)
        return [record for record in some if record.status is Status.PUBLISHED]

    words = next(iter(published(("content/words.md",), Desk())), None)
    terms = frozenset(map(text.fold_term, words.terms)) if isinstance(words, Words) else frozenset()
    first = published(("content/names.md", "seeds"), Desk(terms=terms))
    sources = [record for record in first if isinstance(record, Source)]
    held = texts.read(root, sources)
    desk = Desk(
        terms=terms,
        names=next((record for record in first if isinstance(record, Names)), None),
        words=words if isinstance(words, Words) else None,
        runs=_runs(held, cache),
    )
    read(found.records, desk)
    copied = [problem for record in (*first, words) if record for problem in _copied(record, desk)]
    results = [by_path[path] for _, _, path in found.records]
    memory.keep()
    unwanted = [
        Problem(
            path,
            1,
            1,
            "value",
            "this record must not be a draft, for nothing can be built without it.",
            "Remove `status: draft`.",
        )
        for path in ("content/dossier.md", "content/about.md")
        if (held_as := by_path.get(path)) and held_as.record and held_as.record.status is Status.DRAFT
    ]
    known: dict[str, set[str]] = {}
    for kind, id, _ in found.records:
        known.setdefault(kind, set()).add(id)
    drafts = frozenset(
        result.record.path for result in results if result.record and result.record.status is Status.DRAFT
    )
    whole = corpus(result.record for result in results if result.record)
    statements = {result.record.path: result.rests for result in results if result.record and result.rests.parts}
    if whole and whole.names.path in statements:  # it stands on the page about the dossier, below that one's text
        statements[whole.names.path] = rests.pack(rests.of_record(whole.names, (whole.about.prose,)))
    return Loaded(
        whole,
        (*found.problems, *unwanted, *copied, *(problem for result in results for problem in result.problems)),
        {kind: frozenset(ids) for kind, ids in known.items()},
        drafts,
        found,
        held,
        desk,
        statements,
    )


def _copied(record: Record, desk: Desk) -> Iterator[Problem]:
    """Runs of a source's words in a record that was read before the texts were at hand."""
    yield from checks.run_words(record, list(wording.own_words(record)), desk)
    body = record.prose.body.html
    for copied in desk.runs.find(leaks.plain(body)) if desk.runs and body else ():
        yield Problem(record.path, 1, 1, "source-copied", *copied.told())


def _runs(held: Texts, cache: Cache | None) -> Runs:
    """The runs of words of the texts at hand; those of the last build, if it had the same texts."""
    former = cache.read("desk") if cache else None
    if isinstance(former, Desk) and former.runs.key == leaks.key_of(held.found.values()):
        return former.runs
    return Runs(held.found.values())


def corpus(records: Iterable[Record]) -> Corpus | None:
    """Put published records into a Corpus, each kind in its listing order; None without dossier or about page."""
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        if record.status is Status.PUBLISHED:
            by_kind.setdefault(type(record), []).append(record)

    def listed(kind: type[Record], key: Any) -> dict[str, Any]:
        return {record.id: record for record in sorted(by_kind.get(kind, []), key=key)}

    dossier, about = by_kind.get(Dossier), by_kind.get(About)
    if not dossier or not about:
        return None
    names, words, removed = by_kind.get(Names), by_kind.get(Words), by_kind.get(Removed)
    assert isinstance(dossier[0], Dossier) and isinstance(about[0], About)
    places = listed(Place, lambda place: (place.order, text.sort_key(place.name), place.id))
    return Corpus(
        dossier=dossier[0],
        about=about[0],
        names=names[0] if names else Names(id="names", path="content/names.md", digest=""),  # type: ignore[arg-type]
        words=words[0] if words else Words(id="words", path="content/words.md", digest=""),  # type: ignore[arg-type]
        removed=removed[0] if removed else Removed(id="removed", path="content/removed.md", digest=""),  # type: ignore[arg-type]
        sources=listed(Source, lambda source: (text.sort_key(source.title), source.id)),
        actors=listed(Actor, lambda actor: (text.sort_key(actor.name), actor.id)),
        questions=listed(Question, lambda question: (question.order, text.sort_key(question.title), question.id)),
        positions=listed(Position, lambda position: position.id),
        places={id: replace(place, order=number) for number, (id, place) in enumerate(places.items(), 1)},
        events=listed(Event, lambda event: (dates.in_order(event.date), event.approximate, event.order, event.id)),
        briefs=listed(Brief, lambda brief: (brief.order, text.sort_key(brief.title), brief.id)),
    )
