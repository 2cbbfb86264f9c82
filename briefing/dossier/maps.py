"""What is wrong with the base maps of a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from briefing import checks
from briefing.checks import form
from briefing.checks.styleguide import StyleGuide
from briefing.dossier.parse import Loaded
from briefing.maps import geojson, places, plan
from briefing.markup import quotation_marks
from briefing.model.problems import Level, Problem
from briefing.model.prose import Mark, Own
from briefing.model.records import Corpus, Record
from briefing.model.settings import THEME


def problems(root: Path, loaded: Loaded, corpus: Corpus) -> Iterator[Problem]:
    """Base maps that cannot be drawn, names on them that our own words must not have, places too close for them."""
    broken = list(_broken(root, loaded, corpus))
    yield from broken
    if not broken and loaded.is_whole:
        yield from _plan(root, corpus)


def _broken(root: Path, loaded: Loaded, corpus: Corpus) -> Iterator[Problem]:
    settings = corpus.dossier.map
    for name in (*settings.base, *(fine.file for fine in settings.fine)):
        path = f"content/maps/{name}"
        if path not in loaded.files.maps:
            continue
        try:
            labels = geojson.read_base_map([root / path]).labels
        except ValueError as error:
            message = f"{error}".rstrip(".")
            yield Problem(path, 1, 1, "map-broken", f"{message}.", "Export it again as GeoJSON, in degrees.")
            continue
        file = Record(id=name, path=path, digest="")
        for number, label in enumerate(labels, 1):
            for problem in _label(file, label.text, loaded.style):
                yield replace(problem, message=f"label {number}: {problem.message}")


def _label(file: Record, words: str, style: StyleGuide) -> Iterator[Problem]:
    """What is wrong with the words of one label on a base map."""
    if any(quotation_marks.find(words)) or quotation_marks.doubled(words) is not None:
        remedy = "Write the name of the area, without quotation marks."
        yield Problem(file.path, 1, 1, "quote-uncited", "a name on the map must be no quotation.", remedy)
    if sign := form.MARKDOWN.search(words):
        message = f"a name on the map must hold no Markdown; `{sign.group()}` would be shown as it is."
        yield Problem(file.path, 1, 1, "head-markdown", message, "Write the plain name.")
    yield from checks.run_words(file, [Own(words, lambda: Mark(1))], style)


def _plan(root: Path, corpus: Corpus) -> Iterator[Problem]:
    """A warning where the map will be a plan, since the base map cannot carry its scale."""
    pins, folder = places.pins(corpus), root / "content" / "maps"
    if not plan.is_near(pins):
        return
    settings = corpus.dossier.map
    paths = [folder / name for name in settings.base] or [THEME / places.WORLD]
    fine = [folder / entry.file for entry in settings.fine]
    if not all(path.is_file() for path in (*paths, *fine)):
        return
    if plan.is_needed(pins, geojson.read_base_map(paths, fine)):
        message = "the map should carry the distances between its places; these lie closer together than its lines are "
        message += "exact, so a plan with distances is drawn in its place."
        remedy = "Bring finer lines under `map`; or leave it so, if a plan will do."
        yield Problem(corpus.dossier.path, *corpus.dossier.mark("map"), "map-plan", message, remedy, Level.WARNING)
