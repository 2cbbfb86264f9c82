"""Which files make a dossier. The only module that walks the content and the seeds.

Hidden files, editors' backups and the private `seeds/*.txt` are passed over; anything else that has no business in a
folder is a problem, so that a misspelt folder cannot hide a record. Links that lead out of the dossier are refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from briefing.model import ids, text
from briefing.model.addresses import IMAGES
from briefing.model.hints import did_you_mean
from briefing.model.problems import Level, Problem
from briefing.reading import filenames
from briefing.store import snapshot

KINDS = ("briefs", "actors", "questions", "positions", "places", "events")
SINGLE = {"dossier.md": True, "about.md": True, "names.md": False, "words.md": False, "removed.md": False}
#: What `invoke release` writes: the record of what is published.
PUBLISHED = "published.json"
MAX_FILE = 1_000_000
#: How the pictures that may be published begin.
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
MAX_IMAGE = 3_000_000


class Found(Struct):
    """The files of a dossier, paths relative to its root with forward slashes, sorted; and what was wrong on the
    way.
    """

    records: list[tuple[str, str, str]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    maps: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def discover(root: Path) -> Found:
    """Walk `root/content` and `root/seeds`.

    Each record is (kind, id, path), kind being a key of `briefing.reading.records.READERS`.
    """
    found = Found()
    walk = _Walk(root, found)
    walk.content()
    walk.seeds()
    _collisions(found)
    return found


class _Walk:
    def __init__(self, root: Path, found: Found) -> None:
        self.root, self.found = root, found
        self.real = os.path.realpath(root)

    def problem(self, path: str, code: str, message: str, remedy: str, level: Level = Level.ERROR) -> None:
        self.found.problems.append(Problem(path, 1, 1, code, message, remedy, level))

    def entries(self, folder: str) -> Iterator[tuple[str, str, bool]]:
        """Yield (name, path, is a folder) of what counts in a folder, sorted by name."""
        try:
            with os.scandir(self.root / folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.problem(
                folder, "unreadable", "a folder must be readable.", f"Check its rights ({error.strerror or error})."
            )
            return
        for entry in entries:
            if snapshot.is_ignored(entry.name):
                continue
            path = f"{folder}/{entry.name}"
            if not entry.name.isprintable() or not _is_unicode(entry.name):
                shown = entry.name.encode("ascii", "backslashreplace").decode()
                self.problem(
                    f"{folder}/{shown}", "file-name", "a file's name must be plain text.", "Rename it with a-z, 0-9, -."
                )
                continue
            if entry.is_symlink() and not self.inside(path):
                self.problem(
                    path,
                    "link-outside",
                    "a symbolic link must not lead out of the dossier's folder, nor nowhere.",
                    "Copy the file into the dossier instead.",
                )
                continue
            if not entry.is_dir() and not entry.is_file():
                self.problem(path, "file-kind", "a record must be an ordinary file.", "Remove it.")
                continue
            yield entry.name, path, entry.is_dir()

    def inside(self, path: str) -> bool:
        real = os.path.realpath(self.root / path)
        if not real.startswith(self.real + os.sep) or not os.path.exists(real):
            return False
        folder = os.path.realpath(os.path.dirname(self.root / path))
        return not (folder + os.sep).startswith(real + os.sep)

    def is_inside(self, folder: str) -> bool:
        """Whether `content` or `seeds` is no link that leads out of the dossier; else it is told."""
        if not (self.root / folder).is_symlink() or self.inside(folder):
            return True
        self.problem(folder, "link-outside", "a link must not lead out of the dossier.", "Put the folder here.")
        return False

    def content(self) -> None:
        if not (self.root / "content").is_dir():
            self.problem(
                "content",
                "dossier-empty",
                "a dossier must have a folder `content`.",
                "Check `--root`; README.md says how to start a dossier.",
            )
            return
        if not self.is_inside("content"):
            return
        seen = set()
        for name, path, is_folder in self.entries("content"):
            seen.add(name)
            if is_folder and name == "positions":
                self.positions()
            elif is_folder and name in KINDS:
                self.folder(path)
            elif is_folder and name == "images":
                self.files(path, IMAGES, self.found.images)
            elif is_folder and name == "maps":
                self.files(path, (".geojson", ".md"), self.found.maps)
            elif not is_folder and name == PUBLISHED:
                continue
            elif not is_folder and name in SINGLE:
                self.found.records.append((path, name.removesuffix(".md"), path))
            elif not is_folder and name.endswith(".md") and name.casefold() not in SINGLE:
                message = f"a record must stand in the folder of its kind: {', '.join(sorted({*KINDS}))}."
                self.problem(path, "file-unexpected", message, "Move it there, as into `content/briefs/`.")
            else:
                known = [one for one in (*KINDS, "images", "maps", *SINGLE) if one != name]
                self.problem(
                    path,
                    "file-unexpected",
                    f"`content` must hold only {', '.join(known)}{did_you_mean(name, known)}.",
                    "Move or rename it.",
                )
        for name, required in SINGLE.items():
            if required and name not in seen:
                self.problem(
                    f"content/{name}",
                    "file-missing",
                    f"a dossier must have a file `content/{name}`.",
                    "Write it as docs/records.md says; the one of this repository is a model.",
                )

    def folder(self, folder: str, kind: str = "", prefix: str = "") -> None:
        for name, path, is_folder in self.entries(folder):
            if is_folder or not name.endswith(".md"):
                message = f"`{folder}` must hold only records, files that end in `.md`{', and no folder' * is_folder}."
                remedy = f"Move its files into `{folder}`." if is_folder else filenames.as_record(name)
                self.problem(path, "file-unexpected", message, remedy)
                continue
            if self.is_id(name.removesuffix(".md"), path):
                self.found.records.append((kind or folder, prefix + name.removesuffix(".md"), path))

    def positions(self) -> None:
        for name, path, is_folder in self.entries("content/positions"):
            if not is_folder:
                self.problem(
                    path,
                    "file-unexpected",
                    "a position must stand in its actor's folder: `content/positions/<actor>/<question>.md`.",
                    "Move it there.",
                )
            elif self.is_id(name, path):
                self.folder(path, "content/positions", name + "/")

    def is_id(self, id: str, path: str) -> bool:
        why = ids.fault(id, path)
        if not why:
            return True
        self.problem(
            path,
            "file-name",
            f"a record's file name must be usable as its address ({why}).",
            "Rename the file; the title can say anything."
            if "reserved" in why
            else f"Rename the file, as to `{filenames.as_id(id)}.md`; the title can say anything.",
        )
        return False

    def files(self, folder: str, endings: tuple[str, ...], into: list[str]) -> None:
        for name, path, is_folder in self.entries(folder):
            if is_folder:
                message = f"`{folder}` must hold no folder."
                self.problem(path, "file-unexpected", message, f"Put its files into `{folder}` itself.")
            elif fault := filenames.fault(name, endings):
                self.problem(path, "file-unexpected", f"`{folder}` must hold only {fault[0]}", fault[1])
            else:
                into.append(path)
                if endings is IMAGES and (why := self.image_fault(path)):
                    self.problem(path, "image-file", f"an image must be {why}.", "Export it again, smaller if need be.")

    def image_fault(self, path: str) -> str:
        """What an image file must be and is not; empty when it is as it must be."""
        try:
            size = os.stat(self.root / path).st_size
            with open(self.root / path, "rb") as file:
                head = file.read(16)
        except OSError:
            return "readable"
        if not 0 < size <= MAX_IMAGE:
            return f"a file of at most {MAX_IMAGE:,} bytes, and not empty"
        if not (head.startswith(_PICTURES) or head[4:8] == b"ftyp" or head[8:12] == b"WEBP"):
            return "a picture: PNG, JPEG, GIF, WebP or AVIF"
        return ""

    def seeds(self) -> None:
        if not (self.root / "seeds").is_dir():
            self.problem(
                "seeds",
                "dossier-empty",
                "a dossier must have a folder `seeds` with a record for each source.",
                "Run `invoke new source ID`.",
            )
            return
        entries = list(self.entries("seeds")) if self.is_inside("seeds") else []
        records = sorted(name.removesuffix(".md") for name, _, _ in entries if name.endswith(".md"))
        own = {*records, *map(filenames.as_id, records)}  # the odd name of a record is told by itself
        for name, path, is_folder in entries:
            stem, _, ending = name.rpartition(".")
            if name == "README.md":
                continue
            if is_folder or ending not in ("md", "txt", "lock", "json"):
                self.problem(
                    path,
                    "file-unexpected",
                    "`seeds` must hold only source records (`.md`), their texts (`.txt`) and locks (`.lock`).",
                    f"Save its text as `{filenames.as_id(stem)}.txt`, a line a paragraph, and move it elsewhere."
                    if ending in ("pdf", "docx", "doc", "odt", "rtf", "html", "htm")
                    else "Move or rename it.",
                )
            elif ending == "md" and self.is_id(stem, path):
                self.found.records.append(("seeds", stem, path))
            elif ending in ("txt", "lock") and records and stem not in own:
                self.problem(
                    path,
                    "file-unexpected",
                    f"a source's text or lock should be called as its record is{did_you_mean(stem, records)}.",
                    f"Rename or remove it; or make the record: `invoke new source {stem}`."
                    if not ids.fault(stem, path)
                    else "Rename it; endings may be hidden by your system.",
                    Level.WARNING,
                )


def _is_unicode(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _collisions(found: Found) -> None:
    """Two files whose names differ only by case or Unicode form are one on some disks."""
    seen: dict[str, str] = {}
    for path in (*(path for _, _, path in found.records), *found.images, *found.maps):
        other = seen.setdefault(text.same_name(path), path)
        if other != path:
            found.problems.append(
                Problem(
                    path, 1, 1, "file-name", f"a file's name must differ from {other} by more than case.", "Rename it."
                )
            )
