"""Bringing a dossier of an older format to the present one, for `invoke upgrade`, which shows what it would rewrite.

STEPS has a function for each format, which leads to the next. The next format needs one more, and a frozen dossier of
the last one in `tests/formats/`.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from briefing.dossier import parse, renewing
from briefing.dossier.format import PATH
from briefing.dossier.inspection import Inspection, inspect
from briefing.model import problems, relations, text
from briefing.model.keys import fields
from briefing.model.problems import printable
from briefing.model.records import KINDS, Record, Source
from briefing.model.records.registers import FORMAT
from briefing.model.statements import Role, quotations
from briefing.model.wording import count
from briefing.quotations import proposals
from briefing.quotations.extraction import cited_sources
from briefing.quotations.proposals import UNKNOWN
from briefing.reading import headedit
from briefing.reading.discover import MAX_FILE
from briefing.reading.headedit import EditError
from briefing.store import files

#: The first line of voices that nobody has confirmed yet.
_UNCONFIRMED = "voices:  # made out by `invoke upgrade`: read each in the text, then delete this remark"


class UpgradeError(ValueError):
    """A dossier that cannot be upgraded; the text says why, in full sentences."""


#: What format 2 asks of prose, where nothing can be rewritten for the editor.
_HELD = (
    "prose: every sentence must be covered by a citation, and each figure must stand in what its sentence cites; "
    "`invoke check` tells where that does not hold once this is written."
)


class Rewritten(Struct, frozen=True):
    """What a step makes of a dossier: the new bytes of files by their paths, and what an editor must look at."""

    files: Mapping[str, bytes]
    look: tuple[str, ...] = ()


#: Takes the dossier as it is on disk, and the bytes of its records by path, as the steps before left them.
Step = Callable[[Inspection, Mapping[str, bytes]], Rewritten]


class Upgrade(Struct, frozen=True):
    """What an upgrade rewrites: the format that the dossier is `of`, the bytes of the files `before` and `after` it, in
    the order in which they are written, and what an editor must look at.
    """

    of: int
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    look: tuple[str, ...]

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff."""
        for path, data in sorted(self.after.items()):
            old, new = _lines(self.before[path]), _lines(data)
            for line in difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm=""):
                yield printable(line)


def _lines(data: bytes) -> list[str]:
    """The lines of a file without their ends, which no upgrade changes."""
    return text.decode(data).removesuffix("\n").split("\n")


def propose(root: Path) -> Upgrade:
    """What leads the dossier at `root` to the present format, and its records to their present form. Writes nothing.

    Raises UpgradeError.
    """
    inspection = inspect(root)
    corpus = inspection.loaded.corpus
    if inspection.is_newer:
        raise UpgradeError(problems.as_text(inspection.problems))
    if corpus is None or not corpus.dossier.digest or not corpus.dossier.is_sure("format"):
        faults = [problem for problem in inspection.errors if corpus is None or problem.path == PATH]
        raise UpgradeError(f"{problems.as_text(faults)}\nNothing can be upgraded until that is mended.")
    of = corpus.dossier.format
    before = {record.path: _bytes(root, record.path) for record in relations.records(corpus) if record.digest}
    after, look = dict(before), _unread(inspection, before) if of < FORMAT else ()
    for number in range(of, FORMAT):
        step = STEPS[number](inspection, after)
        after |= step.files
        look += step.look
    if of < FORMAT:
        after[PATH] = _numbered(after[PATH], corpus.dossier)
    dated, dates_look = renewing.dates(corpus.events.values(), after)
    after |= dated
    look += dates_look
    changed = {path: data for path, data in after.items() if data != before[path]}
    changed = {path: changed[path] for path in sorted(changed, key=lambda path: path == PATH)}
    return Upgrade(of, before, changed, look)


def write(root: Path, upgrade: Upgrade) -> None:
    """Write all files of an upgrade, or none. Raises UpgradeError.

    The dossier's own record, which has the format, comes last: what is cut short can be done again.
    """
    try:
        files.write_all({root / path: data for path, data in upgrade.after.items()})
    except OSError as error:
        message = f"The files could not be written ({error.strerror}); all are as they were. Check the folders' rights."
        raise UpgradeError(message) from None


def _bytes(root: Path, path: str) -> bytes:
    try:
        return files.read(root, path, MAX_FILE)
    except OSError as error:
        raise UpgradeError(f"{path} must be readable ({error.strerror}). Check it.") from None


def _unread(inspection: Inspection, read: Mapping[str, bytes]) -> tuple[str, ...]:
    """What to say of records that give nothing to work on."""
    loaded = inspection.loaded
    lost = [path for _, _, path in loaded.files.records if path not in read and path not in loaded.drafts]
    return tuple(f"{path} cannot be read and stays as it is; `invoke check` says why." for path in lost)


def _numbered(data: bytes, dossier: Record) -> bytes:
    """The dossier's own record with the present format in its head."""
    try:
        if dossier.has("format"):
            new = headedit.replaced(data, "format", str(FORMAT))
        else:
            new = headedit.inserted(data, [f"format: {FORMAT}"])
        return _sound(dossier, data, new, "format")
    except EditError:
        message = f"{PATH} must have each key of its head on a line of its own, so that one can be added."
        raise UpgradeError(f"{message} Write it so, then upgrade.") from None


def _sound(record: Record, old: bytes, new: bytes, key: str) -> bytes:
    """The bytes `new` of a record, if its head says what it said in `old`, but for one key that it has now. Raises
    EditError.
    """
    kind = next(kind for kind, of in KINDS.items() if of is type(record))
    was, now = (parse.parse(kind, record.id, record.path, data).record for data in (old, new))
    if was is None or now is None or not now.has(key) or now.spoilt != was.spoilt:
        raise EditError
    others = [field.name for field in fields(type(record)) if field.key != key]
    if any(getattr(was, name) != getattr(now, name) for name in others):
        raise EditError
    return new


def _who_speaks(inspection: Inspection, held: Mapping[str, bytes]) -> Rewritten:
    """From format 1 to 2: every source that is quoted says who speaks in it."""
    corpus, verified = inspection.loaded.corpus, inspection.verified
    assert corpus
    number = _quoted(inspection)
    voiceless = {id: source for id, source in corpus.sources.items() if number.get(id) and not source.voices}
    look = [
        f"{source.path}: `voices` cannot be read and stays as it is; `invoke check` says why."
        for source in voiceless.values()
        if not source.is_sure("voices")
    ]
    rewritten: dict[str, bytes] = {}
    at_hand = [own for id, own in verified.texts.items() if id in voiceless]
    found = {source.id: own for source, own in proposals.of_dossier(corpus, at_hand, verified.spans)}
    for id, source in sorted(voiceless.items()):
        if not source.is_sure("voices"):
            continue
        to_fill = f"{source.path}: `voices` is to be filled in, for {count(number[id], 'quotation')} of it; "
        if id not in found:
            look.append(f"{to_fill}its text is not at hand. Whoever has it runs `invoke verify` then.")
        elif not found[id]:
            look.append(f"{to_fill}nobody could be made out in its text.")
        else:
            lines = [_UNCONFIRMED, *(f"  {proposal}" for proposal in found[id])]
            try:
                new = headedit.inserted(held[source.path], lines, at_end=True)
                rewritten[source.path] = _sound(source, held[source.path], new, "voices")
            except EditError:
                look.append(f"{to_fill}what it seems to have fits its head nowhere: {'; '.join(map(str, found[id]))}")
                continue
            look.append(_to_confirm(source, found[id]))
    look.append(_HELD)
    return Rewritten(rewritten, tuple(look))


def _to_confirm(source: Source, found: list[proposals.Proposal]) -> str:
    """What to say of voices that were made out."""
    told = (
        f"{source.path}: the text seems to have {'this voice' if len(found) == 1 else f'these {len(found)} voices'}; "
    )
    told += "read who speaks in it before you take that over."
    unknown = any(proposal.by == UNKNOWN for proposal in found)
    return f"{told} Where `{UNKNOWN}` stands, nobody could be made out: write who it is." if unknown else told


def _quoted(inspection: Inspection) -> Mapping[str, int]:
    """How many quotations there are of each source: those that stand, or those that cite no other source."""
    corpus, number = inspection.loaded.corpus, Counter[str]()
    assert corpus
    for record in relations.records(corpus):
        for statement, quotation in quotations(record.statements) if record is not corpus.words else ():
            cited = cited_sources(quotation.citations)
            if len(cited) == 1 and statement.role is not Role.CHANGE:
                number.update(cited.keys())
    return number | inspection.verified.quoted


#: The step that leads on from each format.
STEPS: Mapping[int, Step] = {1: _who_speaks}
