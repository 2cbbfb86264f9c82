"""Skeletons for new records and dossiers: valid as they stand but for what only the editor knows, each key explained
beside it. Their texts are the files in `skeletons/`.

The skeleton of a record is a draft, so it neither shows nor breaks anything until its editor removes `status: draft`.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from briefing.model import ids

KINDS = ("brief", "actor", "question", "position", "place", "event", "source")
#: The files of a new dossier by their skeletons; it also gets the folder `seeds` and a `.gitignore`.
DOSSIER = {f"content/{name}.md": name for name in ("dossier", "about", "names", "words")}
_FOLDER = Path(__file__).parent / "skeletons"
_CITATION = re.compile(r"\s*\[@[^\]]*\]")


class ScaffoldError(ValueError):
    """A skeleton that cannot be written; the text says what must hold."""


@cache
def samples(kind: str) -> frozenset[str]:
    """The sample values and sentences of a kind's skeleton, which no published record may still have; sentences without
    their full stop.
    """
    _, head, body = (_FOLDER / f"{kind}.md").read_text("utf-8").split("---\n", 2)
    found = set()
    for line in head.splitlines() if kind != "about" else ():
        key, _, value = line.partition("  #")[0].strip().partition(": ")
        value = value.strip().strip('"').rstrip(".")
        if (
            key[:1] != "#"
            and key != "licence"
            and "{" not in value
            and (" " in value or (len(value) > 8 and set(value) == {"0"}))
        ):
            found.add(value)
    paragraphs = (" ".join(_CITATION.sub(".", part).split()) for part in body.split("\n\n"))
    sentences = {sentence.strip(" -") for part in paragraphs for sentence in re.split(r"[.:{]", part)}
    if kind == "about":  # all else in it may well stay
        return frozenset(sentence for sentence in sentences if sentence.startswith("Say "))
    return frozenset(found | {sentence for sentence in sentences if sentence.count(" ") >= 5})


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
    return path, _filled(kind, {"today": today, "source": source, "id": id, "question": parts[-1]})


def _filled(name: str, values: dict[str, str]) -> str:
    """The text of a skeleton with what is known already."""
    text = (_FOLDER / f"{name}.md").read_text("utf-8")
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return text


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
    _create(root, path, text)
    return path


def start(folder: Path) -> list[str]:
    """Write the files of a new dossier into a folder, which is made if need be; return their paths there.

    Existing files are never touched: where there is a dossier already, nothing is written. Raises ScaffoldError.
    """
    if (folder / "content" / "dossier.md").exists():
        raise ScaffoldError(f"{folder / 'content' / 'dossier.md'} is there already; choose another folder")
    made = []
    for path, name in DOSSIER.items():
        if not (folder / path).exists():
            _create(folder, path, _filled(name, {"source": "source-id"}))
            made.append(path)
    try:
        (folder / "seeds").mkdir(exist_ok=True)
    except OSError as error:
        raise ScaffoldError(f"{folder / 'seeds'} must be a folder ({error.strerror})") from None
    if not (folder / ".gitignore").exists():
        _create(folder, ".gitignore", (_FOLDER / "gitignore").read_text("utf-8"))
        made.append(".gitignore")
    return made


def _create(root: Path, path: str, text: str) -> None:
    """Write a file that is not there yet. Raises ScaffoldError."""
    target = root / path
    if root.resolve() not in (target.parent.resolve(), *target.parent.resolve().parents):
        raise ScaffoldError(f"{path} must stand inside the dossier; a folder on the way links out of it")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "x", encoding="utf-8", newline="\n", opener=_opened) as file:
            file.write(text)
    except FileExistsError:
        raise ScaffoldError(f"{path} is there already; edit it, or choose another ID") from None
    except OSError as error:
        raise ScaffoldError(f"{path} must be writable ({error.strerror})") from None


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags, 0o644)
