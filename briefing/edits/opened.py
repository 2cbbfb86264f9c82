"""A dossier as it is before it is edited: what was found in it, its files, and where they name each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from msgspec import Struct

from briefing.dossier.inspection import Inspection, inspect
from briefing.edits import references
from briefing.edits.naming import FOLDERS, Name, of_path
from briefing.edits.plan import EditsError
from briefing.edits.references import Reference
from briefing.model import ids, text
from briefing.model.problems import Problem
from briefing.model.records import Actor, Corpus, Question, Record
from briefing.model.relations import name, records, title
from briefing.model.suggest import did_you_mean
from briefing.reading.discover import MAX_FILE
from briefing.reading.headfaults import HeadError
from briefing.store import files
from briefing.store.memo import Memo


class Opened(Struct, frozen=True):
    """A dossier at `root` as it was inspected: the bytes and the text of each record's file, the references in it, and
    the ids of all records by kind. `memo` remembers what was read, for another look at a copy.
    """

    root: Path
    memo: Memo
    inspection: Inspection
    data: Mapping[str, bytes]
    texts: Mapping[str, str]
    references: Mapping[str, Sequence[Reference]]
    known: Mapping[str, Set[str]]

    @property
    def corpus(self) -> Corpus:
        """What is published of it."""
        assert self.inspection.loaded.corpus
        return self.inspection.loaded.corpus

    def record(self, of: Name) -> Record | None:
        """The published record of a name; None for a draft."""
        return next((one for one in records(self.corpus) if name(one) == of.published), None)

    def title(self, of: Name) -> str:
        """What readers know a published record as."""
        if of.kind == "position":
            actor, _, question = of.id.partition("/")
            who, what = self.corpus.actors.get(actor), self.corpus.questions.get(question)
            return f"{_short(who) or actor} on: {what.title if what else question}"
        record = self.record(of)
        return title(record) if record else of.id

    def below(self, of: Name) -> list[Name]:
        """The positions that stand under an actor or a question."""
        at = {"actor": 0, "question": 1}.get(of.kind)
        ids = sorted(self.known["position"])
        return [] if at is None else [Name("position", id) for id in ids if id.split("/")[at] == of.id]

    def naming(self, wanted: Set[Name], but: Set[str]) -> Iterator[tuple[str, Reference]]:
        """Every reference to one of these records, with its file; those in the files `but` left out."""
        for path, found in self.references.items():
            yield from ((path, one) for one in found if one.name in wanted and path not in but)

    def beside(self, source: str, folder: str = "seeds") -> list[str]:
        """The files of a source in a folder but its record: lock and text; in `originals` what these were made of."""
        if not (self.root / folder).is_dir():
            return []
        named = (one.name for one in (self.root / folder).iterdir() if one.is_file() and not one.is_symlink())
        own = (name for name in named if name.partition(".")[0] == source and name != f"{source}.md")
        return sorted(f"{folder}/{name}" for name in own)


def _short(actor: Actor | Question | None) -> str:
    return (actor.short or getattr(actor, "name", "")) if actor else ""


def opened(root: Path) -> Opened:
    """Look at the dossier at `root`. Raises EditsError where not all of it can be read, for what cannot be read may
    name what is moved.
    """
    memo = Memo()
    inspection = inspect(root, memo)
    if inspection.loaded.corpus is None:
        raise EditsError("The dossier must be readable; nothing was changed.", inspection.errors)
    known = references.known_ids(inspection.loaded.known)
    data: dict[str, bytes] = {}
    texts: dict[str, str] = {}
    found: dict[str, list[Reference]] = {}
    faults: list[Problem] = []
    for _, _, path in inspection.loaded.files.records:
        try:
            data[path] = files.read(root, path, MAX_FILE)
            texts[path] = text.decode(data[path])
            found[path] = references.find(path, texts[path], known)
        except (OSError, ValueError):
            faults.append(Problem(path, 1, 1, "unreadable", "a file must be readable.", "Check it."))
        except HeadError as error:
            faults.append(Problem(path, *error.mark, error.code, error.message, error.remedy))
    if faults:
        raise EditsError("Every record must be readable, for it may name what is changed; nothing was changed.", faults)
    return Opened(root, memo, inspection, data, texts, found, known)


def kind(word: str) -> str:
    """The word for a kind of record as it was typed. Raises EditsError."""
    typed = word.strip().casefold()
    typed = typed if typed in FOLDERS else typed.removesuffix("s")
    if typed not in FOLDERS:
        hint = did_you_mean(typed, list(FOLDERS))
        raise EditsError(f"KIND must be one of {', '.join(FOLDERS)}; not {word!r}{hint}.")
    return typed


def existing(dossier: Opened, kind: str, typed: str) -> Name:
    """The record that an id means, or the path of its file. Raises EditsError where there is none."""
    id = _id(kind, typed)
    known = sorted(dossier.known[kind])
    if id in known:
        return Name(kind, id)
    others = [of for of in FOLDERS if id in dossier.known[of]]
    hint = did_you_mean(id, known) or (f" (it is the id of {_a(others[0])})" if others else "")
    if kind == "position" and "/" not in id:
        example = next((other for other in known if id in other.split("/")), "actor/question")
        raise EditsError(f"A position must be named by actor and question, as `{example}`; not {typed!r}.")
    where = f"{FOLDERS[kind]}/{'<actor>/' * (kind == 'position')}"
    message = f"{typed!r} must be the id of {_a(kind)}, the name of a file in `{where}` without `.md`{hint}."
    raise EditsError(f"{message} `invoke where {typed}` finds what has it.")


def fresh(kind: str, typed: str) -> Name:
    """The name that a record is to have. Raises EditsError."""
    name = Name(kind, _id(kind, typed))
    parts, wanted = name.id.split("/"), 2 if kind == "position" else 1
    if len(parts) != wanted:
        form = "`actor/question`" if kind == "position" else "one id, without a slash"
        raise EditsError(f"NEW must be {form}; not {typed!r}.")
    for part in parts:
        if why := ids.fault(part, name.path if part is parts[-1] else ""):
            raise EditsError(f"NEW must be what can be an address, which {part!r} cannot ({why}).")
    return name


def _id(kind: str, typed: str) -> str:
    """An id as it was typed, or as part of the path of the record's file."""
    plain = typed.strip().replace("\\", "/").removeprefix("./")
    named = of_path(plain if plain.endswith(".md") else f"{plain}.md")
    if named and named.kind == kind:
        return named.id
    folder = FOLDERS[kind].removeprefix("content/")
    return plain.removeprefix(f"{folder}/").removesuffix(".md")


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "ae" else f"a {kind}"
