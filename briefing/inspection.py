"""One look at a whole dossier: read it, run every check, verify quotations, compare with what is published.

`check`, `build`, `verify`, `report` and `release` all start here, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from briefing import balance, checks, geo, history, parse, problems, published, relations
from briefing.cache import Cache
from briefing.model import Corpus
from briefing.parse import Loaded
from briefing.problems import Problem
from briefing.verify import Verified, verify


class Inspection(Struct, frozen=True):
    """A dossier as read and checked; `problems` are all of them, warnings too, in order."""

    loaded: Loaded
    problems: list[Problem]
    verified: Verified = field(default_factory=Verified)
    published: dict[str, Any] | None = None

    @property
    def errors(self) -> list[Problem]:
        """Those that stop a build."""
        return problems.errors(self.problems)


def inspect(root: Path, cache: Cache | None = None) -> Inspection:
    """Read and check the dossier at `root`. Writes nothing but what `cache` remembers."""
    loaded = parse.load(root, cache)
    found = [*loaded.problems, *checks.run(loaded, cache)]
    corpus = loaded.corpus
    if corpus is None:
        return Inspection(loaded, problems.in_order(found))
    whole = not problems.errors(loaded.problems)
    verified = verify(root, corpus, loaded.texts, whole, cache)
    before, broken = published.read(root)
    unread = {problem.path for problem in loaded.problems} - {record.path for record in relations.records(corpus)}
    unheard = any(path.startswith(("content/positions/", "content/actors/")) for path in unread)
    found += [
        *verified.problems,
        *broken,
        *(problem for problem in history.compare(corpus, before) if problem.path not in unread),
        *(() if unheard else balance.warnings(corpus)),
        *_maps(root, loaded, corpus),
    ]
    return Inspection(loaded, problems.in_order(found), verified, before)


def _maps(root: Path, loaded: Loaded, corpus: Corpus) -> Iterator[Problem]:
    """Base maps that cannot be drawn."""
    for name in corpus.dossier.map.base:
        path = f"content/maps/{name}"
        if path not in loaded.found.maps:
            continue
        try:
            geo.read_base_map([root / path])
        except ValueError as error:
            message = f"{error}".rstrip(".")
            yield Problem(path, 1, 1, "map-broken", f"{message}.", "Export it again as GeoJSON, in degrees.")
