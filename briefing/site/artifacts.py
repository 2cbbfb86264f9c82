"""Every file of the site, as an artifact: its path, what it is made from, and how.

There is no other way into the output: pages, feeds, data, the files of the map and the theme, and images are all listed
here. An artifact is made again when its inputs, or what it read through its `Lookup`, are others than when it was made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from briefing.maps.raster import Colour
from briefing.maps.static import Drawing
from briefing.model import relations
from briefing.site import picture
from briefing.site.audit import PageLinks
from briefing.site.exports import EXPORTS
from briefing.site.job import Job
from briefing.site.lookup import Lookup
from briefing.site.pages import pages
from briefing.site.pages.common import Page, Site


class Artifact(Struct, frozen=True):
    """One file of the site that is not a page: `make(lookup, *inputs)` gives its bytes.

    `path` is relative to the output folder, with forward slashes. All that `make` uses are its inputs, which are plain
    values and structs of such, and what it reads through the lookup.
    """

    path: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...] = ()


class Made(Struct, frozen=True):
    """What is remembered of an artifact that was made: the keys that it looked up, one to a line, and, of a page, where
    it leads.
    """

    reads: str
    links: PageLinks | None = None


def artifacts(job: Job, site: Site, files: Mapping[str, bytes], tokens: str) -> list[Page | Artifact]:
    """Everything that the site has; `files` are those of the theme and the map, `tokens` the theme's sheet of colours.
    Raises RuntimeError for a path that two have.
    """
    own = pages(site)
    listed = tuple(page.url for page in own if page.listed)
    found: list[Page | Artifact] = [*own, *(Artifact(path, _exported, (path, listed)) for path in EXPORTS)]
    found += [Artifact(path, _as_it_is, (content,)) for path, content in sorted(files.items())]
    found += _images(job)
    drawn = (
        (site.map.drawing, " ".join((site.map.credit, *(own.credit for own in site.map.fine))))
        if site.map
        else (None, "")
    )
    found.append(Artifact(picture.PATH, _picture, (*drawn, picture.colours(tokens))))
    paths = Counter(artifact.path for artifact in found)
    if shared := [path for path, number in paths.items() if number > 1]:
        raise RuntimeError(f"every page and file must have a path of its own; several have {', '.join(shared)}")
    return found


def _exported(lookup: Lookup, path: str, urls: tuple[str, ...]) -> bytes:
    """What an export makes of the whole dossier."""
    export = EXPORTS[path]
    content = export(lookup.everything(), list(urls))
    if not isinstance(content, bytes):
        raise TypeError(f"{export.__name__} must return the bytes of {path}")
    return content


def _as_it_is(lookup: Lookup, content: bytes) -> bytes:
    return content


def _picture(lookup: Lookup, drawing: Drawing | None, credit: str, known: Mapping[str, Colour]) -> bytes:
    """The picture that goes with a shared link."""
    return picture.of_map(drawing, credit, known) if drawing else picture.of_signs(known)


def _images(job: Job) -> Iterator[Artifact]:
    """The images that published prose shows; others are not copied."""
    used = {lead[1:] for record in relations.records(job.corpus) for lead in relations.leads(record) if lead[0] == "!"}
    for path in sorted(used & set(job.images)):
        content = (job.settings.root / path).read_bytes()
        yield Artifact(path.removeprefix("content/"), _as_it_is, (content,))
