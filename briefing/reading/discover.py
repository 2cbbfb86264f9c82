"""Which files make a dossier. The only module that walks the content and the seeds.

Hidden files, editors' backups and the private `seeds/*.txt` are passed over; anything else that has no business in a
folder is a problem, so that a misspelt folder cannot hide a record. Links that lead out of the dossier are refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from briefing.model import ids, text
from briefing.model.addresses import IMAGES
from briefing.model.problems import Level, Problem, errors
from briefing.model.suggest import close_match, did_you_mean
from briefing.store import snapshot

KINDS = ("briefs", "actors", "questions", "positions", "places", "events")
REQUIRED = ("dossier.md", "about.md")
SINGLE = (*REQUIRED, "names.md", "words.md", "removed.md")
#: What `invoke release` writes: the record of what is published.
PUBLISHED = "published.json"
MAX_FILE = 1_000_000
#: The names of files beside the records, which are addresses.
_BESIDE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
#: How the pictures that may be published begin.
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
MAX_IMAGE = 3_000_000
#: The codes of what is wrong with a file's name or place.
_ODD = ("file-name", "file-unexpected", "image-file")


class Files(Struct):
    """The files of a dossier, sorted, and the problems met on the way; paths are relative to its root.

    Each record is (kind, id, path), kind being a key of `briefing.model.records.KINDS`.
    """

    records: list[tuple[str, str, str]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    maps: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def odd(self) -> frozenset[str]:
        """What the faults of names and places tell of: image paths, `kind/id` of the likely record, or `kind/*`."""
        return frozenset(_odd(problem) for problem in errors(self.problems) if problem.code in _ODD)


def _odd(problem: Problem) -> str:
    """The image or record that a misnamed or misplaced file is likely to be."""
    folder, _, name = problem.path.rpartition("/")
    if folder == "content/images":
        return problem.path
    if folder == "content" and "." not in name and (near := close_match(name, list(KINDS))):
        return f"content/{near}/*"
    return f"{folder}/{_as_id(name.partition('.')[0])}"


def discover(root: Path) -> Files:
    """Walk `root/content` and `root/seeds`."""
    walk = _Walk(root)
    walk.content()
    walk.seeds()
    walk.collisions()
    return walk.files


class _Walk:
    def __init__(self, root: Path) -> None:
        self.root, self.real, self.files = root, os.path.realpath(root), Files()

    def problem(self, path: str, code: str, message: str, remedy: str, level: Level = Level.ERROR) -> None:
        self.files.problems.append(Problem(path, 1, 1, code, message, remedy, level))

    def unexpected(self, path: str, message: str, remedy: str, level: Level = Level.ERROR) -> None:
        self.problem(path, "file-unexpected", message, remedy, level)

    def entries(self, folder: str) -> Iterator[tuple[str, str, bool]]:
        """Yield (name, path, is a folder) of what counts in a folder, sorted by name."""
        try:
            with os.scandir(self.root / folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            remedy = f"Check its rights ({error.strerror or error})."
            self.problem(folder, "unreadable", "a folder must be readable.", remedy)
            return
        for entry in entries:
            if snapshot.is_ignored(entry.name):
                continue
            path = f"{folder}/{entry.name}"
            if not entry.name.isprintable():
                shown = f"{folder}/{entry.name.encode('ascii', 'backslashreplace').decode()}"
                self.problem(shown, "file-name", "a file's name must be plain text.", "Rename it with a-z, 0-9, -.")
            elif entry.is_symlink() and not self.inside(path):
                message = "a symbolic link must not lead out of the dossier's folder, nor nowhere."
                self.problem(path, "link-outside", message, "Copy the file into the dossier instead.")
            elif not entry.is_dir() and not entry.is_file():
                self.problem(path, "file-kind", "a record must be an ordinary file.", "Remove it.")
            else:
                yield entry.name, path, entry.is_dir()

    def inside(self, path: str) -> bool:
        """Whether a link leads to something inside the dossier, other than a folder that it stands in itself."""
        real = os.path.realpath(self.root / path)
        if not real.startswith(os.path.join(self.real, "")) or not os.path.exists(real):
            return False
        folder = os.path.realpath(os.path.dirname(self.root / path))
        return not (folder + os.sep).startswith(real + os.sep)

    def part(self, folder: str, message: str, remedy: str) -> list[tuple[str, str, bool]] | None:
        """The entries of `content` or `seeds`; None where it is missing, or a link that leads out of the dossier."""
        if not (self.root / folder).is_dir():
            self.problem(folder, "dossier-empty", message, remedy)
        elif (self.root / folder).is_symlink() and not self.inside(folder):
            self.problem(folder, "link-outside", "a link must not lead out of the dossier.", "Put the folder here.")
        else:
            return list(self.entries(folder))
        return None

    def content(self) -> None:
        remedy = "Check `--root`; README.md says how to start a dossier."
        entries = self.part("content", "a dossier must have a folder `content`.", remedy)
        if entries is None:
            return
        for name, path, is_folder in entries:
            if is_folder and name == "positions":
                self.positions()
            elif is_folder and name in KINDS:
                self.folder(path)
            elif is_folder and name == "images":
                self.beside(path, IMAGES, self.files.images)
            elif is_folder and name == "maps":
                self.beside(path, (".geojson", ".md"), self.files.maps)
            elif not is_folder and name == PUBLISHED:
                continue
            elif not is_folder and name in SINGLE:
                self.files.records.append((path, name.removesuffix(".md"), path))
            elif not is_folder and name.endswith(".md") and name.casefold() not in SINGLE:
                message = f"a record must stand in the folder of its kind: {', '.join(sorted({*KINDS}))}."
                self.unexpected(path, message, "Move it there, as into `content/briefs/`.")
            else:
                known = [other for other in (*KINDS, "images", "maps", *SINGLE) if other != name]
                message = f"`content` must hold only {', '.join(known)}{did_you_mean(name, known)}."
                self.unexpected(path, message, "Move or rename it.")
        for name in sorted({*REQUIRED} - {name for name, _, _ in entries}):
            message = f"a dossier must have a file `content/{name}`."
            remedy = "Write it as docs/records.md says; the one of this repository is a model."
            self.problem(f"content/{name}", "file-missing", message, remedy)

    def folder(self, folder: str, kind: str = "", prefix: str = "") -> None:
        for name, path, is_folder in self.entries(folder):
            if is_folder or not name.endswith(".md"):
                message = f"`{folder}` must hold only records, files that end in `.md`{', and no folder' * is_folder}."
                remedy = f"Move its files into `{folder}`." if is_folder else _as_record(name)
                self.unexpected(path, message, remedy)
            elif self.is_id(name.removesuffix(".md"), path):
                self.files.records.append((kind or folder, prefix + name.removesuffix(".md"), path))

    def positions(self) -> None:
        for name, path, is_folder in self.entries("content/positions"):
            if not is_folder:
                message = "a position must stand in its actor's folder: `content/positions/<actor>/<question>.md`."
                self.unexpected(path, message, "Move it there.")
            elif self.is_id(name, path):
                self.folder(path, "content/positions", name + "/")

    def is_id(self, id: str, path: str) -> bool:
        why = ids.fault(id, path)
        if why:
            remedy = "Rename the file" if "reserved" in why else f"Rename the file, as to `{_as_id(id)}.md`"
            message = f"a record's file name must be usable as its address ({why})."
            self.problem(path, "file-name", message, f"{remedy}; the title can say anything.")
        return not why

    def beside(self, folder: str, endings: tuple[str, ...], into: list[str]) -> None:
        for name, path, is_folder in self.entries(folder):
            if is_folder:
                self.unexpected(path, f"`{folder}` must hold no folder.", f"Put its files into `{folder}` itself.")
            elif fault := _beside_fault(name, endings):
                self.unexpected(path, f"`{folder}` must hold only {fault[0]}", fault[1])
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
        message = "a dossier must have a folder `seeds` with a record for each source."
        entries = self.part("seeds", message, "Run `invoke new source ID`.") or []
        records = sorted(name.removesuffix(".md") for name, _, _ in entries if name.endswith(".md"))
        own = {*records, *map(_as_id, records)}  # a record's odd name is a problem of its own
        for name, path, is_folder in entries:
            stem, _, ending = name.rpartition(".")
            if name == "README.md":
                continue
            if is_folder or ending not in ("md", "txt", "lock", "json"):
                message = "`seeds` must hold only source records (`.md`), their texts (`.txt`) and locks (`.lock`)."
                remedy = "Move or rename it."
                if ending in ("pdf", "docx", "odt", "html", "htm", "eml", "vtt", "srt"):
                    remedy = f"Make it a source by `invoke import {path}`, and move it elsewhere."
                self.unexpected(path, message, remedy)
            elif ending == "md" and self.is_id(stem, path):
                self.files.records.append(("seeds", stem, path))
            elif ending in ("txt", "lock") and records and stem not in own:
                message = f"a source's text or lock should be called as its record is{did_you_mean(stem, records)}."
                remedy = f"Rename or remove it; or make the record: `invoke new source {stem}`."
                if ids.fault(stem, path):
                    remedy = "Rename it; endings may be hidden by your system."
                self.unexpected(path, message, remedy, Level.WARNING)

    def collisions(self) -> None:
        """Two files whose names differ only by case or Unicode form are one on some disks."""
        seen: dict[str, str] = {}
        records = (path for _, _, path in self.files.records)
        for path in (*records, *self.files.images, *self.files.maps):
            if (other := seen.setdefault(text.same_name(path), path)) != path:
                message = f"a file's name must differ from {other} by more than case."
                self.problem(path, "file-name", message, "Rename it.")


def _beside_fault(name: str, endings: tuple[str, ...]) -> tuple[str, str] | None:
    """What the name of a file beside the records must be and is not, and how to mend it; None when it is fine."""
    stem, dot, ending = name.rpartition(".")
    if not name.endswith(endings):
        if f"{dot}{ending.lower()}" in endings:
            return "files whose ending is in small letters.", f"Rename it to `{stem}.{ending.lower()}`, in links, too."
        if ending.lower() in ("svg", "svgz"):
            why = "; an SVG may hold scripts, which would run on every reader's machine."
            return f"files that end in {', '.join(endings)}{why}", "Export it as a PNG, and name that in links, too."
        if ending == "json" and ".geojson" in endings:
            return "files that end in .geojson.", f"Rename it to `{stem}.geojson`, if it is GeoJSON."
        return f"files that end in {', '.join(endings)}.", "Convert it to one of these kinds, or remove it."
    if name.partition(".")[0].lower() in ids.DEVICES:
        return f"files that can be on any machine; on Windows `{name}` is a device.", "Rename it, in links, too."
    if _BESIDE.fullmatch(name):
        return None
    odd = "".join(dict.fromkeys(c for c in name if not _BESIDE.fullmatch(f"a{c}")))
    shown = " ".join("a blank" if c == " " else c for c in odd) or name[0]
    better = re.sub(r"[^A-Za-z0-9._-]+", "-", text.unaccented(name)).lstrip("._-")
    rule = "files named with A-Z, a-z, 0-9, hyphen, underscore and stop, the first a letter or figure"
    return f"{rule}; not with {shown}.", f"Rename it, as to `{better}`, in links, too."


def _as_id(name: str) -> str:
    """A name as the id of a record: small plain letters, figures and single hyphens; `name` where none is left."""
    return re.sub(r"[^a-z0-9]+", "-", text.bare(name)).strip("-")[:80].strip("-") or "name"


def _as_record(name: str) -> str:
    """How to mend a file that stands among records and has not their ending."""
    stem, _, ending = name.rpartition(".")
    if ending.casefold() in ("txt", "markdown", "mdown", "mkd", "md") or not stem:
        stem = (stem or name).removesuffix(".md")
        return f"Rename it to `{_as_id(stem)}.md`, if it is a record; endings may be hidden by your system."
    return "Images belong in `content/images`, all else elsewhere."
