"""Making a source of a document: `seeds/<id>.txt` and the record `seeds/<id>.md`; or making it anew."""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.dossier import accept
from briefing.dossier.accept import Acceptance, AcceptError
from briefing.importing import laying
from briefing.importing.blocks import Imported, ImportFault
from briefing.importing.laying import Known, Laid
from briefing.model import ids, text
from briefing.model.records import Corpus, Source
from briefing.quotations import source_texts
from briefing.reading import frontmatter
from briefing.reading.discover import MAX_FILE
from briefing.store import files

#: What keeps the texts of sources, and documents beside them, out of a repository.
PRIVATE = ("/seeds/*", "!/seeds/*.md", "!/seeds/*.lock")
_WORDS_SHOWN = 8


class Plan(Struct, frozen=True):
    """What is to be written: files by path below the dossier, in this order; what the record lacks; for a source
    that is there already, what changes in its text, which quotations that touches, and what the document says of itself
    that the record says otherwise; the records that have the `same` document or address.
    """

    id: str
    laid: Laid
    wanted: dict[str, bytes]
    missing: list[str]
    changes: tuple[str, ...] = ()
    touched: Acceptance | None = None
    is_new: bool = True
    otherwise: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


def free_id(root: Path, name: str, title: str) -> str:
    """An id made from the name of a document, or else from its title. Raises ImportFault."""
    for typed in (Path(name).stem, title):
        id = re.sub(r"[^a-z0-9]+", "-", text.unaccented(typed).casefold()).strip("-")[:60].strip("-")
        if (
            len(id) > 2
            and not ids.fault(id, f"seeds/{id}.md")
            and not re.fullmatch(r"(?:index|page|document|download)?[\d-]*", id)
        ):
            break
    else:
        raise ImportFault(f"ID must be given: {name} makes none. Write it behind the file: `invoke import FILE ID`.")
    if (root / f"seeds/{id}.md").exists():
        raise ImportFault(
            f"ID must be given where one made of the name is taken: seeds/{id}.md is there. To import it anew, write "
            f"`{id}` behind the file; for another source, another id."
        )
    return id


def plan(root: Path, id: str, read: Imported, original: bytes, known: Known, corpus: Corpus | None) -> Plan:
    """What importing a document would write. Writes nothing. Raises ImportFault."""
    laid = laying.lay(read)
    if not re.search(r"\w", laid.content):
        raise ImportFault("A document must hold text; nothing of this one is. Look at it in its program.")
    if len(laid.data) > source_texts.MAX_TEXT:
        raise ImportFault("A source's text must have at most 20 MB. Import the part that you need.")
    digest = hashlib.sha256(original).hexdigest()
    if (root / f"seeds/{id}.md").exists():
        anew = _anew(root, id, laid, digest, known, corpus)
        head, _ = laying.head(read, laid, digest, known)
        return msgspec.structs.replace(anew, otherwise=tuple(_otherwise(accept.record(root, id), head)))
    head, missing = laying.head(read, laid, digest, known)
    wanted = {f"seeds/{id}.txt": laid.data, f"seeds/{id}.md": laying.record(head).encode()}
    if (root / f"seeds/{id}.txt").exists():
        wanted = {former(id): (root / f"seeds/{id}.txt").read_bytes(), **wanted}
    return Plan(id, laid, _kept_private(root) | wanted, missing, same=tuple(_same(root, head)))


def _otherwise(source: Source, head: dict[str, str]) -> Iterator[str]:
    """What a document says of itself and its record otherwise, as typed in a head."""
    said = {"author": source.author, "published": source.published, "url": source.url}
    for key, value in said.items():
        if key in head and value and head[key] not in (str(value), laying.scalar(str(value))):
            yield f"`{key}: {head[key]}`, where the record has `{value}`"


def _same(root: Path, head: dict[str, str]) -> Iterator[str]:
    """The records of sources that were made of the same document, or have the same address."""
    lines = {f"{key}: {head[key]}" for key in ("original", "url") if key in head}
    for path in sorted((root / "seeds").glob("*.md")):
        with contextlib.suppress(OSError, ValueError):
            if lines & {*text.decode(files.read(root, f"seeds/{path.name}", MAX_FILE)).splitlines()}:
                yield f"seeds/{path.name}"


def former(id: str) -> str:
    """Where the text that an import replaces is kept."""
    return f"seeds/.{id}.former.txt"


def _anew(root: Path, id: str, laid: Laid, original: str, known: Known, corpus: Corpus | None) -> Plan:
    """The plan for a source that is there: its text and what is counted from it change, all else stays."""
    try:
        source = accept.record(root, id)
        new = msgspec.structs.replace(source, first_line=laid.first_line, lines=laid.lines)
        touched = accept.compare(new, laid.data, corpus)
        before = files.read(root, f"seeds/{id}.txt", source_texts.MAX_TEXT)
    except FileNotFoundError:
        before = b""
    except (AcceptError, OSError) as error:
        raise ImportFault(f"{error}.") from None
    values = laying.counted(laid, original)
    values |= {key: laying.scalar(value) for key, value in known._asdict().items() if value}
    path = f"seeds/{id}.md"
    data = (root / path).read_bytes()
    changed = _with(data, values, [key for key in ("first_line", "lines") if key not in values])
    wanted = _kept_private(root)
    if before != laid.data:
        wanted |= {former(id): before} if before else {}
        wanted[f"seeds/{id}.txt"] = laid.data
    if changed != data:
        wanted[path] = changed
    missing = [
        key for key in ("title", "publisher", "kind", "language", "rights") if not source.has(key) and key not in values
    ]
    unknown = [label for label in laid.labels if label not in {voice.label for voice in source.voices}]
    changes = [*_changes(source, before, new, laid.data)] if before else []
    changes += [f"A speaker without a voice in {path}: {label}." for label in unknown]
    return Plan(id, laid, wanted, missing, tuple(changes), touched, False)


def _with(data: bytes, values: dict[str, str], dropped: Sequence[str]) -> bytes:
    """A record with these values in its head, each on a line, and without the keys dropped; all else stays."""
    end = "\r\n" if b"\r\n" in data else "\n"
    head, body, _ = frontmatter.split(text.decode(data))
    for key in (*values, *dropped):
        line = re.compile(rf"^{key}:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
        new = f"{key}: {values[key]}\n" if key in values else ""
        head, replaced = line.subn(lambda _, new=new: new, head, count=1)  # type: ignore[misc]
        head += "" if replaced else new
    return f"---\n{head}---\n{body}".replace("\n", end).encode()


def _changes(source: Source, before: bytes, new: Source, after: bytes) -> Iterator[str]:
    """What differs between two texts of a source, by paragraphs."""
    try:
        old = source_texts.split(source, text.decode(before)).paragraphs
    except UnicodeDecodeError:
        return
    now = source_texts.split(new, text.decode(after)).paragraphs
    if len(old) > 1 and not set(old) & set(now):
        yield "no paragraph stands as it was: if this is another document, give it an ID of its own"
    for kind, a, b, c, d in difflib.SequenceMatcher(a=old, b=now, autojunk=False).get_opcodes():
        if kind == "delete":
            yield f"{_run(a, b)} {'is' if b - a == 1 else 'are'} gone: {_first(old[a])}"
        elif kind == "insert":
            yield f"{_run(c, d)} {'is' if d - c == 1 else 'are'} new: {_first(now[c])}"
        elif kind == "replace":
            shown = "; ".join(f"{_difference(one, two)}" for one, two in zip(old[a:b], now[c:d], strict=False))
            was, is_now = _run(a, b), _run(c, d)
            yield f"{was}: {shown}" if was == is_now else f"{was} became {is_now}: {shown}"


def _run(start: int, end: int) -> str:
    return f"¶{start + 1}" if end - start == 1 else f"¶{start + 1}-{end}"


def _first(paragraph: str) -> str:
    words = paragraph.split()
    return f"“{' '.join(words[:_WORDS_SHOWN])}{' …' if len(words) > _WORDS_SHOWN else ''}”"


def _difference(old: str, new: str) -> str:
    """The first words in which two paragraphs differ."""
    one, two = old.split(), new.split()
    same = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    start = max(0, same - 2)
    return f"{_first(' '.join(one[start:]))} is now {_first(' '.join(two[start:]))}"


def _kept_private(root: Path) -> dict[str, bytes]:
    """The `.gitignore` of the dossier, where it does not yet keep all in `seeds` but records and locks private."""
    path = root / ".gitignore"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    if {PRIVATE[0], PRIVATE[0][1:]} & {line.strip() for line in lines}:
        return {}
    typed = ["# The texts of the sources are not ours to publish, whatever their form.", *PRIVATE]
    return {".gitignore": ("\n".join([*lines, *([""] if lines else []), *typed]) + "\n").encode()}


def write(root: Path, plan: Plan) -> None:
    """Write what is planned. Raises OSError."""
    (root / "seeds").mkdir(exist_ok=True)
    for path, data in plan.wanted.items():
        files.write(root / path, data)
