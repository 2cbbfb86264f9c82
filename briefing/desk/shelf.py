"""What the desk reads beside the published dossier: drafts, and the sources whose texts are at hand, also of drafts."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing import checks
from briefing.dossier import parse
from briefing.dossier.inspection import Inspection, to_check
from briefing.dossier.memory import Parsed, content
from briefing.model import problems, relations, text
from briefing.model.problems import Problem
from briefing.model.records import Corpus, Position, Record, Source
from briefing.model.vocabulary import Status
from briefing.quotations import allowance, assumed, source_texts
from briefing.quotations.laying import lay
from briefing.quotations.matching import SourceText
from briefing.quotations.proofs import Proof, Proved, prove
from briefing.quotations.proposals import Proposal, proposals
from briefing.quotations.vouching import Context
from briefing.site.links import link_in
from briefing.store import files
from briefing.voices.cast import Cast

#: Voices are proposed for texts of at most so many paragraphs, and at most so many of them.
_LONG, _MOST = 1_000, 60
#: The line of a head that makes a record a draft.
_DRAFT = re.compile(rb"^status:[ \t]*[\"']?draft\b[^\n]*$", re.MULTILINE)


class Draft(Struct, frozen=True):
    """A record as if it were published: the whole corpus with it, its problems, and the proof of its quotations.

    `record` and `corpus` are None where nothing of it can be read.
    """

    path: str
    record: Record | None
    corpus: Corpus | None
    problems: tuple[Problem, ...]
    proof: Proof

    @property
    def title(self) -> str:
        """What it is called: of a position, whose it is and on which question."""
        known, record = self.corpus, self.record
        if (
            isinstance(record, Position)
            and known
            and record.actor in known.actors
            and record.question in known.questions
        ):
            return link_in(known, record).title
        return relations.title(record) if record else self.path


class AtHand(Struct, frozen=True):
    """A source with its text, as the desk shows it: `context` is what quotations of it are held against, `problems` why
    the text is not the one on record.
    """

    source: Source
    text: SourceText
    context: Context
    problems: tuple[Problem, ...] = ()


class Shelf:
    """The dossier in the folder `root` as it was at one look, which is whole enough to have a `corpus` and a
    `context`; what is read for the desk is read once.
    """

    def __init__(self, root: Path, inspection: Inspection, corpus: Corpus, context: Context) -> None:
        self.root, self.inspection, self.corpus, self.context = root, inspection, corpus, context
        self._at_hand: dict[str, AtHand | None] = {}
        self._drafts: dict[str, Draft] = {}
        self._quoting: dict[str, tuple[Record, list[Proved]] | None] = {}
        self._sources: list[Source] | None = None

    @classmethod
    def of(cls, root: Path, inspection: Inspection) -> Shelf | None:
        """The shelf of a look at a dossier; None where too little of that could be read."""
        corpus, context = inspection.loaded.corpus, inspection.verified.context
        return cls(root, inspection, corpus, context) if corpus and context else None

    def sources(self) -> list[Source]:
        """All sources, drafts behind the others."""
        if self._sources is None:
            read = (self._parsed(path).record for path in self.drafts() if path.startswith("seeds/"))
            drafts = (record for record in read if isinstance(record, Source))
            self._sources = [*self.corpus.sources.values(), *drafts]
        return self._sources

    def at_hand(self, id: str) -> AtHand | None:
        """A source with its text; None where there is no such source, or this machine has no text of it to read."""
        if id not in self._at_hand:
            source = next((source for source in self.sources() if source.id == id), None)
            self._at_hand[id] = self._with_text(source) if source else None
        return self._at_hand[id]

    def _with_text(self, source: Source) -> AtHand | None:
        if (found := self.text(source)) is None:
            return None
        text, faults = found
        is_on_record = self.context.texts.get(source.id) is text
        context = self.context if is_on_record else _with_source(self.context, self.corpus, source, text)
        return AtHand(source, text, context, faults)

    def text(self, source: Source) -> tuple[SourceText, tuple[Problem, ...]] | None:
        """The text of a source, and why it is not the one on record; None where this machine has none to read."""
        if known := self.context.texts.get(source.id):
            return known, ()
        read = source_texts.read(self.root, [source])
        if usable := read.texts.get(source.id):
            return usable, read.problems
        try:  # it can be looked at all the same
            data = files.read(self.root, f"seeds/{source.id}.txt", source_texts.MAX_TEXT)
            return source_texts.split(source, text.decode(data)), read.problems
        except (OSError, UnicodeDecodeError):
            return None

    def proposed(self, at_hand: AtHand) -> list[Proposal]:
        """The voices that a text seems to have besides those on record, for the editor to read and confirm."""
        hearing = at_hand.context.hearing
        if len(at_hand.text.paragraphs) > _LONG:
            return []
        spans = hearing.spans.get(at_hand.source.id) if hearing else None
        return proposals(at_hand.source, at_hand.text, Cast.of(self.corpus), spans)[:_MOST]

    def drafts(self) -> list[str]:
        """The paths of all drafts."""
        return sorted(self.inspection.loaded.drafts)

    def draft(self, path: str) -> Draft:
        """A draft, read as if it were published."""
        if path not in self._drafts:
            self._drafts[path] = self.published(path, self._read(path))
        return self._drafts[path]

    def quoting(self, path: str) -> tuple[Record, list[Proved]] | None:
        """A draft with those of its quotations that stand; None where it cannot be read."""
        if path not in self._quoting:
            record = self._parsed(path).record
            self._quoting[path] = (record, prove(record, self.context).proved) if record else None
        return self._quoting[path]

    def published(self, path: str, data: bytes) -> Draft:
        """A record of these bytes, read as if it were published at `path`, in place of any that is there."""
        kind, id = _kind_and_id(path)
        parsed = parse.parse(kind, id, path, _DRAFT.sub(b"#", data, count=1), style=self.inspection.loaded.style)
        if parsed.record is None:
            return Draft(path, None, None, parsed.problems, Proof())
        record = replace(parsed.record, status=Status.PUBLISHED)
        others = (other for other in relations.records(self.corpus) if other.path != path)
        corpus = parse.corpus([*others, record], frozenset())
        assert corpus is not None
        own = self._with_text(record) if isinstance(record, Source) else None
        proof = prove(record, own.context if own else self.context)
        loaded = self.inspection.loaded
        ids = {**loaded.known, kind: loaded.known.get(kind, frozenset()) | {id}}
        known = replace(loaded, drafts=loaded.drafts - {path}, known=ids)
        told = checks.run(to_check(known, corpus, self.inspection.published))
        found = [*parsed.problems, *(problem for problem in told if problem.path == path), *proof.problems]
        return Draft(path, record, corpus, (*problems.in_order([*found, *(own.problems if own else ())]),), proof)

    def _parsed(self, path: str) -> Parsed:
        return parse.parse(*_kind_and_id(path), path, self._read(path), style=self.inspection.loaded.style)

    def _read(self, path: str) -> bytes:
        """The bytes of a record; none where it is gone since the look."""
        try:
            return content(self.root / path)
        except OSError:
            return b""


def _kind_and_id(path: str) -> tuple[str, str]:
    """The kind of the record at a path, as readers of files call it, and its id."""
    stem = path.removesuffix(".md").split("/")
    if stem[0] == "seeds":
        return "seeds", stem[1]
    return (path, stem[1]) if len(stem) == 2 else ("/".join(stem[:2]), "/".join(stem[2:]))


def _with_source(context: Context, corpus: Corpus, source: Source, found: SourceText) -> Context:
    """What quotations are held against, with a source that is not on record, or not with this text."""
    voiced = assumed.with_voices(source) if corpus.dossier.format > 1 else source
    hearing = context.hearing
    if hearing:
        spans = {**hearing.spans, source.id: lay(voiced, found)[0]} if voiced.voices else hearing.spans
        hearing = replace(hearing, sources={**hearing.sources, source.id: voiced}, spans=spans)
    return replace(
        context,
        sources={**context.sources, source.id: source},
        texts={**context.texts, source.id: found},
        limits={**context.limits, source.id: allowance.limits(source, corpus.dossier)},
        unusable=context.unusable - {source.id},
        hearing=hearing,
    )
