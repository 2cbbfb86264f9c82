"""New records and dossiers: valid as they stand but for what only the editor knows, each key explained beside it.

The heads are written from what the fields of a record declare, the prose below them is in `skeletons/`. A new record is
a draft, so it neither shows nor breaks anything until its editor removes `status: draft`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from msgspec import Struct

from briefing.model import ids
from briefing.model.keys import Field, Shape, fields, filled, in_head
from briefing.model.records import BY_NAME, Record

KINDS = ("brief", "actor", "question", "position", "place", "event", "source")
_FOLDER = Path(__file__).parent / "skeletons"
#: A sample with so many blanks is a sentence, which needs no words beside it.
_EXPLAINS_ITSELF = 3
_CITATION = re.compile(r"\s*\[@[^\]]*\]")


class ScaffoldError(ValueError):
    """A skeleton that cannot be written; the text says what must hold."""


@cache
def samples(kind: str) -> frozenset[str]:
    """The sample values and sentences of a kind's skeleton, which no published record may still have; sentences without
    their full stop.
    """
    paragraphs = (" ".join(_CITATION.sub(".", part).split()) for part in _body(kind).split("\n\n"))
    sentences = {sentence.strip(" -") for part in paragraphs for sentence in re.split(r"[.:{]", part)}
    if kind == "about":  # all else in it may well stay
        return frozenset(sentence for sentence in sentences if sentence.startswith("Say "))
    values = (value.rstrip(".") for value in _words(BY_NAME[kind]) if " " in value)
    return frozenset({*values, *(sentence for sentence in sentences if sentence.count(" ") >= 5)})


def _words(kind: type[Struct], is_entry: bool = False) -> Iterator[str]:
    """The samples of text that a new record has, but those that are defaults; of its entries also those that
    stand there as comments.
    """
    for field in in_head(kind):
        sample = field.sample
        if field.entry and field.shape is not Shape.NAMED:
            yield from _words(field.entry, is_entry=True)
        elif (
            (field.kind or field.entry)
            and sample != field.default
            and (field.required or field.declared.is_suggested or is_entry)
        ):
            yield from sample.values() if isinstance(sample, dict) else filter(None, [sample])


def _body(name: str) -> str:
    return (_FOLDER / f"{name}.md").read_text("utf-8")


def _lines(field: Field, indent: str) -> Iterator[str]:
    """The lines of one key, a tab before what is said of it; behind a `#` where the record can do without the key, and
    none for a key without a sample.
    """
    sample, entry = field.sample, field.entry
    if sample is not None or (entry and field.declared.sample is not None):
        if not field.required and not field.declared.is_suggested:
            indent += "# "
        plain = isinstance(sample, str)
        value = sample if plain else f"[{', '.join(sample)}]" if isinstance(sample, tuple) else ""
        aside = _aside(field)
        says_it = plain and (value.count(" ") >= _EXPLAINS_ITSELF or value.casefold() == f"{aside}.".casefold())
        yield f"{indent}{field.key}: {value}".rstrip() + (f"\t{aside}" if aside and not says_it else "")
        if isinstance(sample, dict):
            yield from (f"{indent}  {name}: {text}" for name, text in sample.items())
        below = (
            [line for inner in in_head(entry) for line in _lines(inner, "")]
            if entry and not isinstance(sample, dict)
            else []
        )
        for number, line in enumerate(below):
            dash = ("- " if number == 0 else "  ") if field.shape is Shape.ENTRIES else ""
            yield f"{indent}  {dash}{line}"


def _aside(field: Field) -> str:
    """What an editor must know of a key first: its help up to a semicolon, and the words of a closed list."""
    text, words = field.declared.help.partition(";")[0], field.words
    listed = " or ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
    return text if all(word in text for word in words) else ": ".join(filter(None, (text, listed)))


def skeleton(kind: str, id: str, today: str, source: str) -> tuple[str, str]:
    """The path (relative to the dossier's root) and text of a new record.

    `id` of a position is `actor/question`; `today` is a day as text; `source` the id to show in sample citations.
    Raises ScaffoldError.
    """
    if kind not in KINDS:
        raise ScaffoldError(f"KIND must be one of {', '.join((*KINDS, 'dossier'))}; not {kind!r}")
    parts = id.split("/")
    wanted = 2 if kind == "position" else 1
    path = f"{'seeds' if kind == 'source' else f'content/{kind}s'}/{id}.md"
    if len(parts) != wanted or not all(ids.ID.fullmatch(part) for part in parts):
        form = "`actor/question`, both ids" if kind == "position" else "an id"
        raise ScaffoldError(f"ID must be {form} made of a-z, 0-9 and single hyphens; not {id!r}")
    for part in parts:
        if why := ids.fault(part, path if part is parts[-1] else ""):
            raise ScaffoldError(f"ID must be one that can be an address, which {part!r} cannot ({why})")
    values = {"today": today, "source": source, "id": id, "question": parts[-1]}
    return path, filled_record(kind, values, "status: draft            # remove this line to publish\n")


def filled_record(name: str, values: Mapping[str, str], last: str = "") -> str:
    """The text of a new record with what is known already. In its head its own keys come first, then those that all
    records share, then the line `last`.
    """
    known, shared = in_head(BY_NAME[name]), len(fields(Record))
    typed = (line for field in (*known[shared:], *known[:shared]) for line in _lines(field, ""))
    lines = (filled(line, values).partition("\t") for line in typed)
    head = "".join(f"{key:<23}  # {aside}\n" if aside else f"{key}\n" for key, _, aside in lines)
    return f"---\n{head}{last}---\n{filled(_body(name), values)}"


def write(root: Path, kind: str, id: str, today: str) -> str:
    """Write a skeleton into the dossier at `root`; return its path there.

    An existing file is never touched. Raises ScaffoldError.
    """
    records = sorted(path.stem for path in (root / "seeds").glob("*.md") if path.stem != "README")
    path, text = skeleton(kind, id, today, records[0] if records else "source-id")
    if not (root / "content").is_dir():
        raise ScaffoldError(f"{root} must be a dossier; start one by `invoke new dossier FOLDER`")
    actor, _, question = id.partition("/")
    for needed in (f"actors/{actor}", f"questions/{question}") if kind == "position" else ():
        if not (root / "content" / f"{needed}.md").is_file():
            raise ScaffoldError(f"content/{needed}.md must be there before a position; make it first")
    create(root, path, text.encode())
    return path


def create(root: Path, path: str, content: bytes) -> None:
    """Write a file that is not there yet. Raises ScaffoldError."""
    target = root / path
    if root.resolve() not in (target.parent.resolve(), *target.parent.resolve().parents):
        raise ScaffoldError(f"{path} must stand inside the dossier; a folder on the way links out of it")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "xb", opener=partial(os.open, mode=0o644)) as file:
            file.write(content)
    except FileExistsError:
        raise ScaffoldError(f"{path} is there already; edit it, or choose another ID") from None
    except OSError as error:
        raise ScaffoldError(f"{path} must be writable ({error.strerror})") from None
