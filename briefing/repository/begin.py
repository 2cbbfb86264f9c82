"""A new repository for a dossier: all that it needs, so that its editors have only the dossier itself to write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

from msgspec import Struct

from briefing.maps import geometry
from briefing.model import languages
from briefing.reading import scaffold
from briefing.reading.scaffold import ScaffoldError
from briefing.repository import region
from briefing.repository.wheel import Wheel

#: The dossier's own files by their skeletons.
DOSSIER = {f"content/{name}.md": name for name in ("dossier", "about", "names", "words")}
#: Stand in the names of our files for the full stop that hides one, and behind one that is no module of ours; and in
#: their texts for the dossier's name and title.
_DOT, _IN, _NAME, _HEADING = "dot-", ".in", "@NAME@", "@TITLE@"
#: A value that YAML reads as the words that it is.
_PLAIN = re.compile(r"[A-Za-z][\w ,.'()/–-]*", re.ASCII)


class Wishes(Struct, frozen=True):
    """What an editor says of a new dossier: its title, the languages that it has to do with, that of its prose first,
    and its region, `west,south,east,north` in degrees. Each may be empty.
    """

    title: str = ""
    languages: tuple[str, ...] = ()
    region: str = ""

    def fault(self) -> str:
        """What must hold and does not; empty where all does."""
        if len(self.title) > 120 or not self.title.isprintable():
            return "--title must be one line of at most 120 letters"
        if lost := [tag for tag in self.languages if not languages.is_known(tag)]:
            return f"--languages must be language tags with commas between, as en,sq,sr; {lost[0][:40]!r} is none"
        try:
            region.box(self.region) if self.region else None
        except region.RegionError as error:
            return str(error)
        return ""


def is_dossier(folder: Path) -> bool:
    """Whether a folder holds a dossier, perhaps without a repository of its own."""
    return (folder / "content" / "dossier.md").exists()


def start(folder: Path, wishes: Wishes, wheel: Wheel) -> list[str]:
    """Write a new repository into a folder, which is made if need be; return the paths of its files there.

    Existing files are never touched. A dossier that is there already, without a repository, gets one around it. Raises
    ScaffoldError, with nothing written, where there is a repository.
    """
    if fault := wishes.fault():
        raise ScaffoldError(fault)
    has_dossier = is_dossier(folder)
    if has_dossier and (folder / "tasks.py").exists():
        raise ScaffoldError(f"{folder / 'content' / 'dossier.md'} is there already; choose another folder")
    if has_dossier and wishes != Wishes():
        raise ScaffoldError("--title, --languages and --region must be left out where there is a dossier already")
    try:
        files = dict(_repository(_name(folder), wishes.title)) | dict(wheel.files())
        if not has_dossier:
            files |= dict(_dossier(wishes))
    except region.RegionError as error:
        raise ScaffoldError(str(error)) from None
    written = [path for path in files if not (folder / path).exists()]
    for path in written:
        scaffold.create(folder, path, files[path])
    return written


def _name(folder: Path) -> str:
    """The name of a folder as a project may be called."""
    return re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-") or "dossier"


def _repository(name: str, title: str) -> Iterator[tuple[str, bytes]]:
    """The files around a dossier, as they stand in `files/`, and what helps editors' programs."""
    for path, text in [*_texts(resources.files(__package__) / "files"), *_editors()]:
        yield path, text.replace(_NAME, name).replace(_HEADING, title or name).encode()


def _texts(folder: resources.abc.Traversable, before: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = entry.name.removesuffix(_IN)
        path = before + (f".{name.removeprefix(_DOT)}" if name.startswith(_DOT) else name)
        if entry.is_dir():
            yield from _texts(entry, f"{path}/")
        else:
            yield path, entry.read_text("utf-8")


def _editors() -> Iterator[tuple[str, str]]:
    folder = resources.files(scaffold.__package__ or "") / "skeletons" / "vscode"
    return _texts(folder, ".vscode/") if folder.is_dir() else iter(())


def _dossier(wishes: Wishes) -> Iterator[tuple[str, bytes]]:
    """The dossier's own records, with what is known filled in, and its region of the map."""
    for path, name in DOSSIER.items():
        text = scaffold.filled_record(name, {"source": "source-id"})
        if name == "dossier":
            text = _settled(text, wishes)
        elif name == "names" and len(wishes.languages) > 1:
            text = text.replace("fr: French form", _forms(wishes.languages[1:]))
        yield path, text.encode()
    if wishes.region:
        yield f"content/maps/{region.FILE}", region.cut(region.box(wishes.region))


def _settled(text: str, wishes: Wishes) -> str:
    """The head of the dossier with title, language and map."""
    if wishes.title:
        text = re.sub(r"(?m)^title: .*$", lambda _: f"title: {_scalar(wishes.title)}", text, count=1)
    if wishes.languages:
        text = re.sub(r"(?m)^language: \S+", f"language: {wishes.languages[0]}", text, count=1)
    if wishes.region:
        own = f"map:\n  base: [{region.FILE}]\n  credit: {_scalar(geometry.WORLD_CREDIT)}\n"
        text = re.sub(r"(?m)^# map:.*\n#   # base:.*\n", lambda _: own, text, count=1)
    return text


def _forms(tags: Sequence[str]) -> str:
    """The sample of a name's forms, in the languages of the dossier."""
    first, *others = (f"{tag}: form in {languages.name(tag) or tag}" for tag in tags)
    return "\n".join([first, *(f"#     #   {form}" for form in others)])


def _scalar(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and value.strip() == value else json.dumps(value, ensure_ascii=False)
