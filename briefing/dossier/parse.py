"""Files to records: `load(root)` gives a Corpus and all problems of the single files. The only reader of records.

`parse` is pure: the bytes of one file in, one record (or none) and its problems out; so it can be cached and shared
out. What holds between records is for `briefing.checks`.
"""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from briefing import checks
from briefing.checks import wording
from briefing.checks.styleguide import StyleGuide
from briefing.dossier.format import newer
from briefing.dossier.memory import Memory, Parsed
from briefing.markup import prose
from briefing.model import text, timing
from briefing.model.kinds import CHOICE
from briefing.model.monograms import monograms
from briefing.model.problems import Problem, errors
from briefing.model.records import (
    BODY_REQUIRED,
    KINDS,
    About,
    Actor,
    AnyRecord,
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
from briefing.model.records.events import folded
from briefing.model.statements import fingerprint
from briefing.model.vocabulary import Status
from briefing.quotations import copying, extraction, source_texts
from briefing.quotations.copying import Runs
from briefing.quotations.source_texts import SourceTexts
from briefing.reading import frontmatter
from briefing.reading.discover import MAX_FILE, Files, discover
from briefing.reading.frontmatter import marks
from briefing.reading.headfaults import HeadError
from briefing.reading.reader import HeadReader
from briefing.store.memo import Memo, key_of

#: Prose about how we choose our words, or about a source, and the rules that it is spared.
_ON_OUR_METHOD = {
    "content/about.md": CHOICE,
    "content/names.md": CHOICE,
    "content/words.md": CHOICE,
    "seeds": frozenset({"name-form"}),
}
#: What documents of word processors and PDF files begin with.
_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")


class Loaded(Struct, frozen=True):
    """A dossier as read. `corpus` is None while the dossier itself or the about page cannot be read at all, or
    the dossier is of a newer format.

    `known` are the ids of every record file by kind, readable or not, so that one fault is not told twice;
    drafts are known but not part of the corpus. `is_whole` tells whether each file gave a record.
    """

    corpus: Corpus | None
    problems: tuple[Problem, ...]
    known: Mapping[str, frozenset[str]]
    drafts: frozenset[str]
    files: Files
    texts: SourceTexts
    style: StyleGuide
    is_whole: bool = True


#: What a dossier must have, and where.
_NEEDED: dict[type[Record], str] = {Dossier: "content/dossier.md", About: "content/about.md"}


def parse(kind: str, id: str, path: str, data: bytes, style: StyleGuide | None = None) -> Parsed:
    """Read one record from the bytes of its file, and hold what it says in our own words against the style.

    `kind` is a key of KINDS, `path` relative to the dossier's root. Never raises: what is wrong becomes a problem.
    """
    style = style or StyleGuide()
    content = _content(path, data)
    if isinstance(content, Problem):
        return Parsed(None, (content,))
    problems: list[Problem] = []
    for offset, name in text.forbidden(content):
        message = f"a file must not hold the invisible character {name}."
        problems.append(Problem(path, *text.position(content, offset), "character", message, "Delete it."))
    if problems:
        content = text.shown(content)
    try:
        head, body, body_line = frontmatter.split(content)
    except HeadError as error:
        problems.append(_of_head(path, error))
        return Parsed(None, tuple(problems))
    node, faults, lost = frontmatter.salvage(head)
    problems.extend(_of_head(path, error) for error in faults)
    spoilt = set(lost)
    reader = HeadReader(node, path, problems, spoilt)
    own_terms = frozenset(text.fold_term(term.text or "") for term in _list(reader, "terms"))
    below = prose.render(body, path, body_line, style.terms | own_terms)
    stretches = below.own
    if spared := _ON_OUR_METHOD.get(kind):
        stretches = [own._replace(spared=spared) for own in stretches]
    # of the text, so that a record is no other one where an editor or Git gave its lines other ends
    digest = hashlib.blake2b(content.encode(), digest_size=16, person=b"record").hexdigest()
    record = reader.read(KINDS[kind], id=id, path=path, digest=digest, marks=marks(node), prose=below.prose)
    record = folded(record) if isinstance(record, Event) else record
    problems.extend(below.problems)
    if kind in BODY_REQUIRED and not body.strip():
        message = "the record must have prose below its head."
        problems.append(Problem(path, body_line, 1, "body-missing", message, "Write it."))
    if spoilt or below.lost:
        record = replace(record, spoilt=tuple(sorted(spoilt | below.lost)))
    said = extraction.statements(record, below.statements, style.terms)
    record = replace(record, statements=said, said=fingerprint(said))
    if record.status is Status.DRAFT and kind in _NEEDED.values():
        message = "this record must not be a draft, for nothing can be built without it."
        problems.append(Problem(path, *record.mark("status"), "value", message, "Remove `status: draft`."))
        record = replace(record, status=Status.PUBLISHED)
    names: set[str] = set()
    if record.status is Status.PUBLISHED and record.is_sure("status"):
        stretches = [*wording.own_words(record), *stretches]
        problems.extend(checks.run_words(record, stretches, style))
        problems.extend(checks.run_record(record))
        names = {piece for own in stretches for piece in own.text.split() if not piece.islower()}
    return Parsed(cast(AnyRecord, record), tuple(problems), style.register.key, "\n".join(sorted(names)))


def _content(path: str, data: bytes) -> str | Problem:
    """The text of a file, or why there is none."""
    if len(data) > MAX_FILE:
        return Problem(path, 1, 1, "too-long", f"a record must have at most {MAX_FILE:,} bytes.", "Split the record.")
    try:
        return text.decode(data)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message, remedy = "a file must be saved as UTF-8.", "Save it again with the encoding UTF-8."
        if data.startswith(_DOCUMENTS):
            message, remedy = "a record must be plain text.", "Save it as plain text (UTF-8), not as a document."
        return Problem(path, line, column, "encoding", message, remedy)


def _of_head(path: str, error: HeadError) -> Problem:
    return Problem(path, *error.mark, error.code, error.message, error.remedy)


def _list(reader: HeadReader, key: str) -> list[frontmatter.Node]:
    node = reader.values.get(key)
    return node.several if node else []


def load(root: Path, memo: Memo | None = None) -> Loaded:
    """Read every record of the dossier at `root`; files that `memo` remembers as they are now are not read again.

    Of a dossier of a newer format nothing is read. Files are taken in sorted order; the result does not depend on the
    file system's, nor on what is remembered.
    """
    if fault := newer(root):
        nothing = Files(), SourceTexts({}, ()), StyleGuide()
        return Loaded(None, (fault,), {}, frozenset(), *nothing, is_whole=False)
    files = discover(root)
    memo = memo or Memo()
    memory = Memory(root, memo)
    by_path: dict[str, Parsed] = {}

    def read(kinds: Collection[str], style: StyleGuide) -> list[Record]:
        """Read the files of these kinds that were not read yet; their published records."""

        def holds(parsed: Parsed) -> bool:
            """Whether reading it with the present register would give the same."""
            if parsed.register == style.register.key:
                return True
            told = any(problem.code == "name-form" for problem in parsed.problems)
            return not told and style.register.all_fine(parsed.names.split("\n"))

        todo = [entry for entry in files.records if entry[0] in kinds and entry[2] not in by_path]
        fresh = memory.parsed(todo, style.key, functools.partial(parse, style=style), holds)
        by_path.update(fresh)
        return [file.record for file in fresh.values() if file.record and file.record.status is Status.PUBLISHED]

    words = next(iter(read(["content/words.md"], StyleGuide())), None)
    terms = frozenset(map(text.fold_term, words.terms)) if isinstance(words, Words) else frozenset()
    first = read(["content/names.md", "seeds"], StyleGuide(terms=terms))
    texts = source_texts.read(root, [record for record in first if isinstance(record, Source)])
    style = StyleGuide(
        terms=terms,
        names=next((record for record in first if isinstance(record, Names)), None),
        words=words if isinstance(words, Words) else None,
        runs=_runs(texts, memo),
    )
    read(KINDS, style)
    memory.retain([path for _, _, path in files.records])
    parsed = [by_path[path] for _, _, path in files.records]
    early = [record for record in (*first, words) if record]
    key = key_of([record.digest for record in early], style.key, style.register.key)
    copied = memo.made("copied", list[Problem], key, lambda: [p for record in early for p in _copied(record, style)])
    memo.settle()
    known: dict[str, set[str]] = defaultdict(set)
    for kind, id, _ in files.records:
        known[kind].add(id)
    records = [file.record for file in parsed if file.record]
    missing = {problem.path for problem in files.problems if problem.code == "file-missing"} if files.records else set()
    unread = frozenset(path for path, file in by_path.items() if not file.record) | missing
    return Loaded(
        corpus(records, unread),
        (*files.problems, *copied, *(problem for file in parsed for problem in file.problems)),
        {kind: frozenset(ids) for kind, ids in known.items()},
        frozenset(record.path for record in records if record.status is Status.DRAFT),
        files,
        texts,
        style,
        not unread and not errors(files.problems),
    )


def _copied(record: Record, style: StyleGuide) -> Iterator[Problem]:
    """Runs of a source's words in a record that was read before the texts were at hand."""
    yield from checks.run_words(record, list(wording.own_words(record)), style)
    body = record.prose.html
    blocks = copying.plain(body) if style.runs and body else ()
    for copied in (copied for block in blocks for copied in style.runs.find(block)):
        yield Problem(record.path, 1, 1, "source-copied", *copied.advice())


def _runs(at_hand: SourceTexts, memo: Memo) -> Runs:
    """The runs of words of the texts at hand."""
    texts = at_hand.texts.values()
    key = copying.key_of(texts)
    return memo.made("runs", Runs, key_of(key), lambda: Runs.of(texts, key))


def corpus(records: Iterable[Record], unread: frozenset[str]) -> Corpus | None:
    """Put published records into a Corpus, each kind in its listing order; None without dossier or about page.

    `unread` are the paths of files that gave no record, of which this is told.
    """
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        if record.status is Status.PUBLISHED:
            by_kind.setdefault(type(record), []).append(record)

    def listed(kind: type[Record], key: Any) -> dict[str, Any]:
        return {record.id: record for record in sorted(by_kind.get(kind, []), key=key)}

    def single(kind: type[Record], path: str, **needed: Any) -> Any:
        """The one record of a kind; one that says nothing where there is none, or where it cannot be read."""
        if kind in by_kind:
            return by_kind[kind][0]
        id = path.rpartition("/")[2].removesuffix(".md")
        return kind(id=id, path=path, digest="", spoilt=("*",) if path in unread else (), **needed)

    if not all(by_kind.get(kind) or path in unread for kind, path in _NEEDED.items()):
        return None
    places = listed(Place, lambda place: (place.point is None, place.order, text.sort_key(place.name), place.id))
    numbered = enumerate(places.items(), 1)
    actors = listed(Actor, lambda actor: (text.sort_key(actor.name), actor.id))
    letters = monograms(actors.values())
    return Corpus(
        dossier=single(Dossier, "content/dossier.md", title="", summary="", snapshot=""),
        about=single(About, "content/about.md", title=""),
        names=single(Names, "content/names.md"),
        words=single(Words, "content/words.md"),
        removed=single(Removed, "content/removed.md"),
        sources=listed(Source, lambda source: (text.sort_key(source.title), source.id)),
        actors={id: replace(actor, monogram=letters[id]) for id, actor in actors.items()},
        questions=listed(Question, lambda question: (question.order, text.sort_key(question.title), question.id)),
        positions=listed(Position, lambda position: position.id),
        places={id: replace(place, order=number if place.point else 0) for number, (id, place) in numbered},
        events=timing.in_order(listed(Event, lambda event: (event.order, event.id))),
        briefs=listed(Brief, lambda brief: (brief.order, text.sort_key(brief.title), brief.id)),
    )
